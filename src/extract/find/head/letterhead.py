"""The letterhead of a bare release: its first lines, or its last, carry date, name and title in any order.

Each line is read for what it is by its own form: a date, an addressee, an officer, a name, a caption
(`ニュースリリース`). What is left over and speaks of the matter is the title. The head ends where the
release begins to speak: at a sentence, or at a heading of a section.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Final, NamedTuple

from extract.find.head.organization import has_form, is_organization, speaker, split_organization
from extract.find.head.release_day import day_at, day_in_title, day_line
from extract.find.sections.labels import read_label
from extract.lexicon import alternation, words
from extract.mention import Span
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["Letterhead", "read_letterhead"]

# A head has no more filled lines than this, a tail neither.
_LONGEST_HEAD: Final = 24
_LONGEST_TAIL: Final = 14
_LONGEST_TITLE: Final = 140
# A page's menu has shorter items that speak of reports or notices: `採用案内`, `ご報告`.
_SHORTEST_TITLE: Final = 7
# A line that a title is broken in is about as long as the page is wide.
_SHORTEST_BROKEN: Final = 8
_LONGEST_NAME: Final = 40
_LONGEST_NAMES: Final = 90
# A line without a stop that is longer is a sentence broken hard.
_LONGEST_SENTENCE: Final = 48
# No line of a letterhead is longer.
_LONGEST_LINE: Final = 300
# How far into the text the speaker may name itself.
_OPENING: Final = 600

# `ニュースリリース`, `お　知　ら　せ`, `各　位`: blanks do not count in these. Not: `お知らせについて`.
_CAPTIONS: Final = frozenset(words("letterhead", "caption"))
_ADDRESSEES: Final = words("letterhead", "addressee")
_LONGEST_ADDRESSEE: Final = 24
# `代表取締役社長 見本太郎`, `(コード番号 0000)`, `問合せ先`, `TEL`.
_DETAILS: Final = words("letterhead", "detail")
# A site's path, a document's number: `ホーム > お知らせ`, `試総第12号`, `No. 3`; `(公印省略)`.
_TRIMMINGS: Final = shape(
    r".{0,40} (?:[>»›] .{0,140}|[|] .{0,60})$|(?:第? ?\d+ ?号|no\. ?\d+|[^ ]{1,6}第\d+号)$|\(?[^ ]{0,6}省略"
)
# `… | お知らせ | 株式会社サンプル`, `… - 株式会社サンプル`: what a page's title ends in.
_SITE: Final = shape(r" ?[|](?:[^|\n]{0,30}[|])* ?(?=[^|]{2,60}$)| - (?=(?:(?! - )[^|\n]){2,60}$)")
# `見本市長`, `学長 試供花子`, `代表取締役 見本太郎`: who signs.
_OFFICER: Final = shape(rf".{{0,20}}{alternation('letterhead', 'signature')}(?: +.{{1,12}}| *\(.*)?$")
_SIGNS: Final = shape(alternation("letterhead", "signature"))
# A letter's last words, or a day without its year, which dates no release.
_CLOSING: Final = shape(r"以 *上|敬 *[具白]|草 *々|謹 *白|1?\d ?月 ?[1-3]?\d ?日(?: ?\([月火水木金土日]\))?$")
# `…に関するお知らせ(第2報)`, `…について【続報】`, `…のご報告 その2`. Not: `…に関するお知らせは`.
_TITLE_END: Final = shape(
    rf"{alternation('letterhead', 'title')}"
    r"(?:[ 。]*(?:[(【\[〔<~「―-].{0,40}[)】\]〕>~」―-]?|(?:第|その) ?[\d一二三四五六七八九十]+ ?報?|続報\d*|[①-⑳]))?"
    r"[」』】\])。 -]*$"
)
_MATTER: Final = shape(alternation("letterhead", "matter"))
# Where the release begins to speak: `平素は…`, `…は、…`, `…しました。…`, a line broken after a particle.
_SPEECH: Final = shape(
    rf"{alternation('letterhead', 'opening')}|記$"
    r"|.*(?:。(?!$)|は、|\)は|において、|(?<!さ)(?:ました|します|いたします|おります|ございます|申し上げます|ありません)。?$)"
    r"|.*[^。]{12}[、のにをがは]$"
)
_STOPPED: Final = shape(r"(?:。|ました|ます|です)$")
# A line break inside a title: it stops at a particle or before its end, or the next line is a bracket.
_SUFFIX: Final = shape(r"[((【\[〔<~―-].{0,60}$|第 ?[\d一二三四五六七八九十]+ ?報$")
# The number of a site's post; a title follows, whatever its form: `【見本事件簿#2025-12】見本県 書類を紛失しました`.
_SERIES: Final = shape(r"【[^】]*#[^】]*】 *")
# `(第2報)`, `【続報】`, `<第3報・最終報>`: which report it is, on a line of its own above the title.
_REPORT: Final = shape(
    r"[(【\[〔<〈《]? ?(?:第 ?[\d一二三四五六七八九十]{1,3} ?報|続報|速報|最終報)"
    r"(?:[・,、 /(]{0,2}(?:続報|速報|最終報(?:告)?))?\)? ?[)】\]〕>〉》]?$"
)
# `に関するお知らせ`: what no title begins with.
_GOES_ON: Final = shape(r"[にのとをはが](?:[^ァ-ヺ]|$)|及び|および|ならびに|並びに|、|等")
_FIELDED: Final = shape(r"(?:件 *名|表 *題|標 *題|タイトル|題 *名|title|subject)(?: *[:/] *| +)")


class Letterhead(NamedTuple):
    """What the head and the tail give; `body` is where the release begins to speak."""

    body: int
    title: tuple[Span, ...] = ()
    organizations: tuple[Span, ...] = ()
    published: tuple[Span, str] | None = None
    urls: tuple[Span, ...] = ()
    report: Span | None = None


class _Part(NamedTuple):
    """A line of the head: what it is and where its words stand.

    It is a `date`, a `name`, the `title`, an `aside`, a `url`, a `report` (which one it is), or still `open`.
    """

    role: str
    line: Line
    span: Span


def read_letterhead(document: Document, start: int = 0, *, titled: bool = False) -> Letterhead:
    """Read the head from `start` on, and the tail for what the head does not give.

    `titled`: the title is known from elsewhere, so that no line is taken for one.
    """
    folded = document.folded
    parts = _head(document, start, titled)
    title = _title(folded, parts)
    if (
        title
        and not any(part.role == "title" and _SERIES.match(folded, part.span[0]) for part in parts)
        and _STOPPED.search(folded, *title[-1])
        and (not any(part.role in ("date", "name") for part in parts) or not folded[title[-1][1] :].strip())
    ):
        # A sentence is a title only in a head that has more than it, and over a text.
        title, parts = [], []
    if title:
        parts = _without_title_date(parts, title)
    names = _names(folded, parts, title)
    days = [part.span for part in parts if part.role == "date"]
    known = [*title, *names, *days]
    # Captions, addressees and officers after the last of these still belong to the head.
    ends = [span[1] for span in known] + [part.line.end for part in parts if part.role not in ("open", "title")]
    body = _next_line(document, max(ends)) if known else start

    published = _published(folded, days[0]) if days else None
    if title and not published and (dated := day_in_title(folded, *title[-1])):
        published = dated[0].span, dated[0].iso
        title[-1] = title[-1][0], dated[1]
    if not (published and names):
        signed = _tail(document, body)
        signers = _names(folded, signed, [])
        days = [part.span for part in signed if part.role == "date"]
        if known or (signers and days):
            published = published or (_published(folded, days[-1]) if days else None)
            names = names or signers
    if not names and title and (name := _name_before_title(folded, title[0])):
        names, title[0] = [name], (_skip_blanks(folded, name[1]), title[0][1])
    if not names and (said := speaker(folded, body, min(body + _OPENING, len(folded)))):
        names = [said]
    urls = tuple(part.span for part in parts if part.role == "url")
    report = next((part.span for part in parts if part.role == "report"), None)
    return Letterhead(body, tuple(title), tuple(names), published, urls, report)


def _filled(lines: Iterable[Line], limit: int) -> Iterator[Line]:
    """The first lines that hold words, a letterhead's worth of them."""
    return islice((line for line in lines if line.kind != "blank" and line.kind != "rule"), limit)


def _head(document: Document, start: int, titled: bool) -> list[_Part]:
    """Read lines until the release begins to speak."""
    folded, lines = document.folded, document.lines
    parts: list[_Part] = []
    title: _Part | None = None
    for line in _filled(islice(lines, document.line_index(start), None), _LONGEST_HEAD):
        found = list(_parts(folded, line, titled or title is not None))
        role = found[0].role
        if title is not None and folded[line.body : line.right] == folded[slice(*title.span)]:
            # A page has its title twice.
            parts.append(_Part("aside", line, (line.body, line.right)))
            continue
        if titled and role in ("open", "title"):
            break
        if role == "speech" or (title is None and role in ("open", "title") and _is_section(folded, line)):
            break
        if title is not None and role in ("open", "title") and not _joins(folded, parts[-1], found[0]):
            # After the title only a name may still come that does not look like one.
            named = any(part.role == "name" for part in parts)
            if named or role == "title" or line.right - line.left > _LONGEST_NAME:
                break
        parts += found
        title = next((part for part in found if part.role == "title"), title)
    return parts


def _tail(document: Document, body: int) -> list[_Part]:
    """Read the signature at the end: the names that stand about a date or an officer, or behind the last sentence."""
    folded = document.folded
    parts: list[_Part] = []
    said = False
    for line in _filled(reversed(document.lines), _LONGEST_TAIL):
        found = list(_parts(folded, line, True))
        named = any(part.role == "name" for part in parts)
        closes = named and _CLOSING.match(folded, *found[0].span) is not None
        if closes or line.start < body or found[0].role not in ("date", "name", "aside", "url"):
            said = closes or folded[line.right - 1] == "。"
            break
        parts += found[::-1]
    parts.reverse()
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].role == "date" or _SIGNS.match(folded, *parts[index].span):
            below = parts[index:]
            return below if any(part.role == "name" for part in below) else parts[max(index - 2, 0) :]
    # Behind the last sentence, or 以上, names alone sign too: no desk is told of there.
    return parts if said and all(_signs_off(folded, part) for part in parts) else []


def _signs_off(folded: str, part: _Part) -> bool:
    """Whether a part of the tail is a name, or a letter's closing word."""
    return part.role == "name" or _CLOSING.match(folded, *part.span) is not None


def _parts(folded: str, line: Line, titled: bool) -> Iterator[_Part]:
    """Read one line: a date and a name, a caption or the title beside it are two parts."""
    start, end = line.body if line.kind == "heading" else line.left, line.right
    if end - start > _LONGEST_LINE:
        yield _Part("speech", line, (start, end))
        return
    if folded.startswith("**", start) and folded.endswith("**", start + 2, end):
        start, end = start + 2, end - 2
    bar = None if line.kind == "row" else _SITE.search(folded, start, end)
    if bar and bar.start() > start and is_organization(folded[bar.end() : end]):
        # `見本についてのお知らせ | 株式会社サンプル`
        yield _Part(_role(folded[start : bar.start()], titled), line, (start, bar.start()))
        yield _Part("name", line, (bar.end(), end))
        return
    if day := day_line(folded, start, end):
        if day.rest < end and day_line(folded, day.rest, end):
            # `公開日:2025年5月9日 最終更新日:2025年5月12日`: the first is its own.
            yield _Part("date", line, day.span)
            return
        beside = _role(folded[day.rest : end], titled) if day.rest < end else "date"
        if beside in ("speech", "open") or (beside == "title" and "、" in folded[day.rest : end]):
            yield _Part("speech", line, (start, end))
            return
        yield _Part("date", line, day.span)
        if day.rest == end:
            return
        start = day.rest
    dated = day_in_title(folded, start, end)
    if dated and dated[1] < end and is_organization(folded[start : dated[1]].rstrip()):
        # `株式会社サンプル 2025年5月9日`
        yield _Part("date", line, dated[0].span)
        end = start + len(folded[start : dated[1]].rstrip())
    role = _role(folded[start:end], titled)
    if role == "name":
        low, high = split_organization(folded[start:end])
        start, end = start + low, start + high
    yield _Part(role, line, (start, end))


def _role(line: str, titled: bool) -> str:
    """Say what a line is by its form; `titled`: the title has been read, so that a sentence is no title."""
    if line.startswith(("http://", "https://")):
        return "url"
    if not titled and _SERIES.match(line):
        return "title"
    if not titled and _REPORT.match(line):
        return "report"
    if _is_trimming(line):
        return "aside"
    low, high = split_organization(line)
    speech = bool(_SPEECH.match(line))
    if not speech and is_organization(line[low:high]):
        return "name"
    if _OFFICER.match(line):
        return "aside"
    sentence = titled or "、" in line or len(line) > _LONGEST_SENTENCE or line == "記"
    if (speech and sentence) or (line.endswith("。") and (sentence or not _is_title(line))):
        return "speech"
    if len(line) <= _LONGEST_TITLE and _is_title(line):
        return "title"
    return "open" if len(line) <= _LONGEST_SENTENCE else "speech"


def _is_trimming(line: str) -> bool:
    """Whether a line is a caption, an addressee, an officer, a way to reach someone."""
    plain = line.replace(" ", "")
    return (
        plain.strip("【】[]<>()") in _CAPTIONS
        or (len(plain) <= _LONGEST_ADDRESSEE and plain.endswith(_ADDRESSEES))
        # 院長室のパソコンが不正アクセスを受けました is no way to reach anyone.
        or (plain.startswith(_DETAILS) and not (_STOPPED.search(plain) or _SPEECH.match(line)))
        or bool(_TRIMMINGS.match(line))
    )


def _is_title(line: str) -> bool:
    """Whether words speak of the matter, or end as titles do, bar a date behind them."""
    if dated := day_in_title(line, 0, len(line)):
        line = line[: dated[1]]
    return len(line) >= _SHORTEST_TITLE and bool(_TITLE_END.search(line) or _MATTER.search(line))


def _is_section(folded: str, line: Line) -> bool:
    """Whether a line heads a section: by its mark and its words, unless these are a title's without a number."""
    label = read_label(folded, line)
    if label.span is None or label.rest or not label.named or label.mark == "bare":
        return False
    if label.words.strip("【】[]<>()") in _CAPTIONS:
        return False
    return label.ordinal > 0 or not _is_title(folded[line.left : line.right])


def _joins(folded: str, above: _Part, below: _Part) -> bool:
    """Whether a title goes on in the line directly below."""
    if below.line.start - above.line.end > 1 or above.role not in ("open", "title"):
        return False
    line, before = folded[slice(*below.span)], folded[slice(*above.span)]
    unclosed = any(before.count(left) > before.count(right) for left, right in ("()", "「」", "『』", "【】"))
    return unclosed or bool(_SUFFIX.match(line) or _GOES_ON.match(line)) or not _TITLE_END.search(before)


def _begins(folded: str, above: _Part, below: _Part) -> bool:
    """Whether a title begins in the line directly above: a short one there is a page's category."""
    short = above.span[1] - above.span[0] < _SHORTEST_BROKEN
    return _joins(folded, above, below) and (not short or _GOES_ON.match(folded, *below.span) is not None)


def _title(folded: str, parts: list[_Part]) -> list[Span]:
    """The title's lines."""
    at = next((index for index, part in enumerate(parts) if part.role == "title"), None)
    if at is None:
        return []
    first = last = at
    while first > 0 and parts[first - 1].role == "open" and _begins(folded, parts[first - 1], parts[first]):
        first -= 1
    while (
        last + 1 < len(parts)
        and parts[last + 1].role in ("open", "title")
        and _joins(folded, parts[last], parts[last + 1])
    ):
        last += 1
    spans = [part.span for part in parts[first : last + 1]]
    for prefix in (_SERIES, _FIELDED):
        if found := prefix.match(folded, *spans[0]):
            spans[0] = found.end(), spans[0][1]
    return spans


def _without_title_date(parts: list[_Part], title: list[Span]) -> list[_Part]:
    """A date before the title on its line is the title's own where the head gives one elsewhere."""
    before = [part for part in parts if part.role == "date" and part.line.start <= title[0][0] <= part.line.end]
    if not before or len(before) == sum(part.role == "date" for part in parts):
        return parts
    title[0] = before[0].span[0], title[0][1]
    return [part for part in parts if part not in before]


def _names(folded: str, parts: list[_Part], title: list[Span]) -> list[Span]:
    """The first name, with the companies directly below it; else a line beside a date or an officer that recurs."""
    for index, part in enumerate(parts):
        if part.role == "name":
            more = takewhile(lambda other: other.role == "name", parts[index + 1 :])
            return [part.span, *(other.span for other in more if has_form(folded[slice(*other.span)]))]
    for index, part in enumerate(parts):
        if part.role != "open" or part.line.kind != "text" or part.span in title:
            continue
        if part.span[1] - part.span[0] > _LONGEST_NAME:
            continue
        beside = {other.role for other in parts[max(index - 1, 0) : index + 2]} - {"open"}
        if beside and folded.find(folded[slice(*part.span)], part.line.end) > 0:
            return [part.span]
    return []


def _name_before_title(folded: str, title: Span) -> Span | None:
    """`サンプル株式会社 不正アクセスについて`: a name, a blank and the title; names may hold blanks too."""
    found: Span | None = None
    blank = folded.find(" ", title[0], min(title[0] + _LONGEST_NAMES, title[1]))
    while blank > 0:
        if is_organization(folded[title[0] : blank]):
            found = title[0], blank
        blank = folded.find(" ", blank + 1, min(title[0] + _LONGEST_NAMES, title[1]))
    return found


def _published(folded: str, span: Span) -> tuple[Span, str] | None:
    day = day_at(folded, *span)
    return (span, day.iso) if day else None


def _skip_blanks(folded: str, at: int) -> int:
    return at + len(folded[at:]) - len(folded[at:].lstrip())


def _next_line(document: Document, offset: int) -> int:
    """The start of the line after the one that ends at or holds `offset`."""
    index = document.line_index(max(offset - 1, 0)) + 1
    while index < len(document.lines) and document.lines[index].kind == "blank":
        index += 1
    return document.lines[index].start if index < len(document.lines) else len(document)
