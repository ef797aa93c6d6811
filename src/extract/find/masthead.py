"""The masthead: title, organisation, the release's own date, its number, its addresses.

`body` is where the release begins to speak; what stands before it is no mention of anything.
"""

import re
from typing import Final

from extract.find.report import report_of
from extract.mention import Evidence, Masthead, Span
from extract.text.document import Document

__all__ = ["find_masthead"]

# `# 本文`. Not: `## 本文について`.
_ARCHIVE_BODY: Final = re.compile(r"(?m)^ {0,3}\# *本文 *$\n?")
# `# 公表概要`, or its mark alone. Not: `## 概要`.
_ARCHIVE_HEAD: Final = re.compile(r"\s*+\# *(?:公表概要)? *\n")
# The archive's entries: `- 2025年1月8日`, and the headings between them: `# 公表種別`.
_ENTRY: Final = re.compile(r"(?m)^ *(?:\# *(?P<heading>\S[^\n]*)|[-*・] *(?P<entry>\S[^\n]*?)) *$")
# `2025年1月8日`, `2025年1月XX日`, `令和7年1月`, `2025/1/8`. Not: `1月8日`.
_DATE: Final = re.compile(
    r"(?:(?P<era>令和|平成|r|h) ?(?P<regnal>\d{1,2}|元) ?[年.]|(?P<year>(?:19|20)\d\d) ?[年./-])"
    r"(?: ?(?P<month>1[0-2]|0?[1-9])(?!\d) ?[月./-]?(?: ?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d) ?日?)?)?"
)
_ERAS: Final = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
# An address, to the next blank or bracket.
_URL: Final = re.compile(r"https?://[^\s「」『』【】<>\"、。]++")


def find_masthead(document: Document) -> Masthead:
    """Read the masthead; a field that the text does not give is None."""
    archive = _ARCHIVE_BODY.search(document.folded, 0, 6000)
    if archive and _ARCHIVE_HEAD.match(document.folded):
        return _archive_block(document, archive.start(), archive.end())
    return Masthead(0)


def _archive_block(document: Document, end: int, body: int) -> Masthead:
    """The archive's own block: title, date, organisation, addresses, one bullet each."""
    folded = document.folded
    title: Span | None = None
    published: tuple[Span, str] | None = None
    organizations: list[Span] = []
    urls: list[Span] = []
    kind_span: Span | None = None
    topic = "公表概要"
    for entry in _ENTRY.finditer(folded, 0, end):
        if entry["heading"]:
            topic = entry["heading"]
            continue
        if entry["entry"] is None:
            continue
        span = entry.span("entry")
        url = _URL.search(folded, *span)
        if topic == "公表種別" and kind_span is None and not url:
            kind_span = span
        if topic != "公表概要":
            continue
        if url:
            # An address behind a label is that of another report.
            if url.start() == span[0]:
                urls.append(url.span())
        elif title is None:
            title = span
        elif published is None and (date := _DATE.match(folded, *span)):
            published = date.span(), _iso(date)
        elif not urls:
            organizations.append(span)
    return _masthead(document, body, title, organizations, published, urls, kind_span)


def _masthead(
    document: Document,
    body: int,
    title: Span | None,
    organizations: list[Span],
    published: tuple[Span, str] | None,
    urls: list[Span],
    kind_span: Span | None,
) -> Masthead:
    source = document.source
    report = report_of(document.folded, title, kind_span)
    evidence = [Evidence("title", title)] if title else []
    evidence += [Evidence("organization", span) for span in organizations]
    evidence += [Evidence("published", published[0])] if published else []
    evidence += report.evidence
    evidence += [Evidence("urls", span) for span in urls]
    return Masthead(
        body=body,
        title=source[slice(*title)] if title else None,
        organization="、".join(source[slice(*span)] for span in organizations) or None,
        published=published[1] if published else None,
        report_number=report.number,
        report_kind=report.kind,
        urls=tuple(source[slice(*span)] for span in urls),
        evidence=tuple(evidence),
    )


def _iso(date: re.Match[str]) -> str:
    if date["year"]:
        year = int(date["year"])
    else:
        year = _ERAS[date["era"]] + (1 if date["regnal"] == "元" else int(date["regnal"]))
    parts = [f"{year}"] + [f"{int(date[name]):02}" for name in ("month", "day") if date[name]]
    return "-".join(parts)
