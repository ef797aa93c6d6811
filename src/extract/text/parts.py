"""Several releases in one text: where each begins.

A text is parted only at marks that recur and that no single release sets between its own lines: a YAML front
matter with a title, the archive's block with title, day and publisher, the line `==> a.txt <==` that `tail` sets
above each file, a heading with which a site numbers its posts (`【見本事件簿#2031-012】…`). Rules, form feeds,
other headings, dates, and an earlier report quoted below a later one, part nothing.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["Part", "find_parts"]

# A line of fields between rules: `title: 見本`, `  - 見本`, a comment, a blank line.
_FIELD: Final = r"(?!---)(?:(?:[a-z_][\w-]*+:| |- |\#)[^\n]*+)?+\n"
# `---`, fields with a title among them, `---`; a file before it may have ended without a line break.
# Not: rules about an address, about a text.
_FRONT_MATTER: Final = shape(
    rf"(?m)(?<!-)---++ *+\n(?=(?:{_FIELD}){{0,60}}?title: *+[^\n ])(?:{_FIELD}){{1,60}}+---++ *+$"
)
# `# 公表概要`, bullets, perhaps other headings with bullets, `# 本文`.
_BULLETS: Final = r"(?: *+(?:[-*・][^\n]*+)?\n){1,60}+"
_ARCHIVE_BLOCK: Final = shape(
    rf"(?m)(?:^ {{0,3}}\# *+|(?<!\#)\# *+公表概要 *+)\n(?P<bullets>{_BULLETS})"
    rf"(?:\# *+(?!本文 *+$)[^\n]++\n{_BULLETS}){{0,4}}+ *+\# *+本文 *+$"
)
_BULLET: Final = shape(r"(?m)^ *+[-*・] *+(?P<words>[^\n ][^\n]*+)")
_YEAR: Final = shape(r"(?:[0-9]{4}|(?:令和|平成) ?(?:[0-9]{1,2}|元)) ?[年/.-]")
# Beside its addresses a release's own block has title, day and publisher; that of an annex lacks one of them.
_LEAST_NAMED: Final = 3
# `==> a.txt <==`
_FILE: Final = shape(r"(?m)^==> [^\n]{1,400}? <== *+$\n?")
# `【見本事件簿#2031-012】…`, `## 【見本だより #104】…`. Not: `【別紙1】…`, `【第2報】…`.
_POST: Final = shape(
    r"(?m)^ {0,3}(?:\#{1,6}+ *+)?【(?P<series>[^】\#\n]{2,40})\# ?(?P<number>[0-9]{1,6}(?P<yearly>-[0-9]{1,6})?)】"
    r" *+(?P<title>[^\n]{4,300})$"
)
# A post whose number has no year is known by a release's title: `…のお知らせ`, `…について 2031/4/2`.
_TITLE: Final = shape(
    r"(?:(?:お知らせ|お詫び|おわび|報告|について)(?:\([^)\n]{1,20}\))?"
    r"|[0-9]{4}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}日?) *$"
)
# What a text does not do without that has any of these marks twice; looked for in every text, so it is cheap.
_NUMBERED: Final = shape(r"【[^】\n]{2,40}[#＃]")
# Text before the first mark that has so many sentences is a release of its own; with fewer it is a page's head.
_LEAST_SENTENCES: Final = 3


class Part(NamedTuple):
    """A release's place in its text: `start:end`, and `head`, where its own first line begins.

    The parts of a text follow each other without gap, from its beginning to its end. `head` is
    behind `start` where a page's head or a file's name stands before the release.
    """

    start: int
    head: int
    end: int


class _Mark(NamedTuple):
    """Words that set a release apart: where they begin, the release's first line, and where they end."""

    start: int
    head: int
    end: int


def find_parts(text: str) -> tuple[Part, ...]:
    """Return the releases in a text, in order; nothing where it is one release."""
    if not _may_have_parts(text):
        return ()
    folded = fold(text)
    for find in (_files, _blocks, _posts):
        marks = find(folded)
        if sum(text != "" and not text.isspace() for text in _texts(folded, marks)) > 1:
            return _parts(folded, marks)
    return ()


def _may_have_parts(text: str) -> bool:
    blocks = text.count("title:") + text.count("# 本文")
    return blocks > 1 or text.count(" <==") > 1 or _NUMBERED.search(text) is not None


def _parts(folded: str, marks: Sequence[_Mark]) -> tuple[Part, ...]:
    """Cut before each mark; what stands before the first is of the first release, or one of its own."""
    starts = [mark.start for mark in marks]
    heads = [mark.head for mark in marks]
    if folded.count("。", 0, starts[0]) >= _LEAST_SENTENCES:
        starts.insert(0, 0)
        heads.insert(0, 0)
    starts[0] = 0
    return tuple(Part(*place) for place in zip(starts, heads, [*starts[1:], len(folded)], strict=True))


def _texts(folded: str, marks: Sequence[_Mark]) -> list[str]:
    """What stands below each mark, up to the next."""
    ends = [*(mark.start for mark in marks[1:]), len(folded)]
    return [folded[mark.end : end] for mark, end in zip(marks, ends, strict=False)]


def _files(folded: str) -> list[_Mark]:
    return [_Mark(line.start(), line.end(), line.end()) for line in _FILE.finditer(folded)]


def _blocks(folded: str) -> list[_Mark]:
    """The front matters and the archive's blocks."""
    found = [block.span() for block in _FRONT_MATTER.finditer(folded)]
    found += [block.span() for block in _ARCHIVE_BLOCK.finditer(folded) if _is_masthead(folded, *block.span("bullets"))]
    return [_Mark(start, start, end) for start, end in sorted(found)]


def _is_masthead(folded: str, start: int, end: int) -> bool:
    """Whether the bullets of an archive's block are a release's own title, day and publisher."""
    bullets = [bullet["words"] for bullet in _BULLET.finditer(folded, start, end)]
    named = sum("http" not in words for words in bullets)
    return named >= _LEAST_NAMED and any(_YEAR.match(words) for words in bullets)


def _posts(folded: str) -> list[_Mark]:
    """The numbered headings that have sentences below them, if a series has several."""
    found = list(_POST.finditer(folded))
    marks = [_Mark(post.start(), post.start(), post.end()) for post in found]
    told = [index for index, text in enumerate(_texts(folded, marks)) if "。" in text]
    posts = [found[index] for index in told]
    if len({post.group("series", "number") for post in posts}) == len({post["series"] for post in posts}):
        return []
    titled = sum(post["yearly"] is not None or _TITLE.search(post["title"]) is not None for post in posts)
    return [marks[index] for index in told] if 2 * titled >= len(posts) else []
