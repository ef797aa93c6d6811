"""One release as a page: its text with everything marked, and its record beside it."""

from collections.abc import Iterator

from extract.record import Record
from extract.view.marks import KINDS
from extract.view.overview import read_overview
from extract.view.page import render

__all__ = ["render_release"]


def render_release(record: Record, *, index: str | None = None) -> Iterator[str]:
    """Yield a self-contained HTML page, piece by piece.

    `#p120` is the place in the text at that offset, wherever a mark begins or ends. `index`: the
    address of the page that leads to this one.
    """
    return render(
        "release.html.jinja",
        styles=("page.css", "release.css"),
        scripts=("release.js",),
        record=record,
        index=index,
        kinds=tuple(reversed(KINDS)),
        **read_overview(record)._asdict(),
    )
