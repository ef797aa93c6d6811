"""The masthead: title, organisation, the release's own date, its number, its addresses.

`body` is where the release begins to speak; what stands before it is no mention of anything.
"""

from typing import Final

from extract.find.head.letterhead import read_letterhead
from extract.find.head.release_day import day_at
from extract.find.head.report import report_of
from extract.mention import Evidence, Masthead, Span
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["find_masthead"]

# `# 本文`. Not: `## 本文について`. What stands before the mark is looked at behind it, for the mark is found fast.
_ARCHIVE_BODY: Final = shape(r"(?m)\#(?:(?<=^\#)|(?<=^ \#)|(?<=^  \#)|(?<=^   \#)) *+本文 *+$\n?")
# `# 公表概要`, or its mark alone. Not: `## 概要`.
_ARCHIVE_HEAD: Final = shape(r"\s*+\# *+(?:公表概要 *+)?\n")
# The archive's entries: `- 2025年1月8日`, and the headings between them: `# 公表種別`; each after a line's end.
_ENTRY: Final = shape(r"(?m)\n *+(?:\# *+(?P<heading>\S[^\n]*+)|[-*・] *+(?P<entry>\S[^\n]*+))$")
# `---`, fields, `---` at the very beginning.
_FRONT_MATTER: Final = shape(r"\s*+---+ *\n(?:(?!---)[^\n]*\n){0,60}?---+ *\n")
# `title: "…"`, `date: 2025-12-09T18:00`. Not: a list's `  - …`.
_FIELD: Final = shape(r"(?m)^(?P<key>[a-z_]++): *+(?P<value>[^\n\[][^\n]*+)$")
_ORGANIZATION_KEYS: Final = ("organization", "organisation", "company", "publisher", "author")
_DATE_KEYS: Final = ("date", "published", "publish_date", "pubdate")
# The archive's block is never longer.
_LONGEST_BLOCK: Final = 6000
# An address, to the next blank or bracket.
_URL: Final = shape(r"https?://[^\s「」『』【】<>\"、。]++")


def find_masthead(document: Document, start: int = 0) -> Masthead:
    """Read the masthead, which begins at `start`; a field that the text does not give is None."""
    folded = document.folded
    head = _ARCHIVE_HEAD.match(folded, start)
    if head and (archive := _ARCHIVE_BODY.search(folded, start, start + _LONGEST_BLOCK)):
        return _archive_block(document, head.end(), archive.start(), archive.end())
    matter = _FRONT_MATTER.match(folded, start)
    fields = _front_matter(folded, start, matter.end()) if matter else {}
    letterhead = read_letterhead(document, matter.end() if matter else start, titled="title" in fields)
    title = [fields["title"]] if "title" in fields else list(letterhead.title)
    organizations = [fields[key] for key in _ORGANIZATION_KEYS if key in fields][:1] or list(letterhead.organizations)
    published = letterhead.published
    if day := next((day_at(folded, *fields[key]) for key in _DATE_KEYS if key in fields), None):
        published = day.span, day.iso
    return _masthead(
        document, letterhead.body, title, organizations, published, list(letterhead.urls), letterhead.report
    )


def _front_matter(folded: str, start: int, end: int) -> dict[str, Span]:
    """The fields from `start` to `end`: key → the place of its value."""
    return {field["key"]: _trimmed(folded, field.span("value")) for field in _FIELD.finditer(folded, start, end)}


def _archive_block(document: Document, start: int, end: int, body: int) -> Masthead:
    """The archive's own block, below its head: title, date, organisation, addresses, one bullet each."""
    folded = document.folded
    title: list[Span] = []
    published: tuple[Span, str] | None = None
    organizations: list[Span] = []
    urls: list[Span] = []
    kind_span: Span | None = None
    topic = "公表概要"
    for entry in _ENTRY.finditer(folded, start - 1, end):
        if entry.lastgroup == "heading":
            topic = entry["heading"].rstrip()
            continue
        if topic not in ("公表概要", "公表種別"):
            continue
        span = _trimmed(folded, entry.span("entry"))
        if span[0] == span[1]:
            continue
        url = _URL.search(folded, *span)
        if topic == "公表種別":
            kind_span = span if kind_span is None and not url else kind_span
        elif url:
            # An address behind a label is that of another report.
            if url.start() == span[0]:
                urls.append(url.span())
        elif not title:
            title = [span]
        elif published is None and (day := day_at(folded, *span)):
            published = day.span, day.iso
        elif not urls:
            organizations.append(span)
    return _masthead(document, body, title, organizations, published, urls, kind_span)


def _masthead(
    document: Document,
    body: int,
    title: list[Span],
    organizations: list[Span],
    published: tuple[Span, str] | None,
    urls: list[Span],
    kind: Span | None,
) -> Masthead:
    source = document.source
    # A heading mark without words, a bullet without an entry.
    title = [span for span in title if span[0] < span[1]]
    report = report_of(document.folded, (title[0][0], title[-1][1]) if title else None, kind, body)
    evidence = [Evidence("title", span) for span in title]
    evidence += [Evidence("organization", span) for span in organizations]
    evidence += [Evidence("published", published[0])] if published else []
    evidence += report.evidence
    evidence += [Evidence("urls", span) for span in urls]
    return Masthead(
        body=body,
        title=_joined([source[slice(*span)] for span in title]) or None,
        organization="、".join(source[slice(*span)] for span in organizations) or None,
        published=published[1] if published else None,
        report_number=report.number,
        report_kind=report.kind,
        urls=tuple(source[slice(*span)] for span in urls),
        evidence=tuple(evidence),
    )


def _trimmed(folded: str, span: Span) -> Span:
    """Leave out blanks at the end, and quotes about the whole."""
    start, end = span
    words = folded[start:end].rstrip()
    end = start + len(words)
    quoted = words.startswith(("'", '"')) and len(words) > 1 and words[0] == words[-1]
    return (start + 1, end - 1) if quoted else (start, end)


def _joined(lines: list[str]) -> str:
    """Put a title together that was broken over lines: with a blank only between Latin words."""
    title = ""
    for line in lines:
        title += " " + line if title[-1:].isascii() and line[:1].isascii() and title else line
    return title
