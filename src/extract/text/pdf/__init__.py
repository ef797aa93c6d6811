"""PDFs: their words in lines, tables and paragraphs, without running heads and page numbers."""

from typing import Final

from extract.text.errors import ReadError
from extract.text.media import Made
from extract.text.pdf.furniture import without_furniture
from extract.text.pdf.lines import Line, read_lines
from extract.text.pdf.pages import read_pages
from extract.text.pdf.paragraphs import write_paragraphs

__all__ = ["read_pdf"]

# A PDF that is whole ends with a mark; this much may come after it.
_END: Final = 2048


def read_pdf(data: bytes) -> Made:
    """Make the text of a PDF; the tables that are ruled become Markdown rows.

    No attachment, link or action of it is followed. Raises ReadError where it is broken, locked or
    holds no text, ImportError without the extra `pdf`. PDFium is for one thread of a process only.
    """
    pages: list[list[Line]] = []
    height = 0.0
    for page in read_pages(data):
        height = max(height, page.height)
        pages.append(read_lines(page))
    if not any(pages):
        raise ReadError("a PDF without text: it is scanned, or its letters are drawn (OCR it first)")
    text = write_paragraphs(without_furniture(pages, height))
    if not text.strip():
        raise ReadError("a PDF that holds nothing but page numbers")
    is_cut = b"%%EOF" not in data[-_END:]
    doubts = (("short_extraction", "the PDF breaks off: text may be missing"),) if is_cut else ()
    return Made(text, "utf-8", doubts)
