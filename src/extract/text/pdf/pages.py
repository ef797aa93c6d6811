"""What PDFium finds on the pages of a PDF: letters with their places, and ruled lines. Points, from the bottom left."""

import ctypes
from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from extract.text.errors import ReadError

__all__ = ["Glyph", "Page", "Ruling", "read_pages"]

# More pages, letters, or drawings on a page than any release has.
_MOST_PAGES: Final = 2000
_MOST_LETTERS: Final = 1 << 18
_MOST_DRAWN: Final = 10_000
# A line that is drawn as a box is no thicker.
_THICKEST: Final = 3.0
_SHORTEST: Final = 4.0
# The mark of a list's item, which browsers draw and do not write.
_LARGEST_DOT: Final = 8.0
# Groups of drawings within groups are looked into so deep.
_DEPTH: Final = 3


class Glyph(NamedTuple):
    """A letter, the box it stands in, the height of its base line, and the size of its font (else of the box)."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float


class Ruling(NamedTuple):
    """A horizontal (`bottom` is `top`) or vertical line."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page: its letters in the order they are drawn, its lines, and the middles of dots that are drawn as shapes."""

    height: float
    glyphs: list[Glyph]
    rulings: list[Ruling]
    dots: list[tuple[float, float]]


def read_pages(data: bytes) -> Iterator[Page]:
    """Yield the pages of a PDF. Raises ReadError where it is broken, locked or too much."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError("an encrypted PDF: it opens with a password only") from None
        raise ReadError("a broken PDF: PDFium cannot open it") from None
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise ReadError(f"a PDF of {count:,} pages, more than {_MOST_PAGES:,}")
        if count == 0:
            raise ReadError("a PDF without pages")
        left = _MOST_LETTERS
        for index in range(count):
            try:
                page = document[index]
            except pypdfium2.PdfiumError:
                raise ReadError(f"a broken PDF: page {index + 1} cannot be read") from None
            try:
                glyphs = _glyphs(page, left)
                left -= len(glyphs)
                yield Page(page.get_height(), glyphs, *(_drawings(page) if glyphs else ([], [])))
            finally:
                page.close()
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage, most: int) -> list[Glyph]:
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    count = text.count_chars()
    if count > most:
        text.close()
        raise ReadError(f"a PDF of more than {_MOST_LETTERS:,} characters of text")
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs = []
    high = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        # Breaks and blanks that PDFium adds; the places tell better.
        if code < 0x20 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        size = pdfium.FPDFText_GetFontSize(text, index)
        height = box.top - box.bottom
        # A font of size 1 that is scaled up is as large as its box.
        size = size if 0.5 * height <= size <= 2 * height else height
        glyphs.append(Glyph(chr(code), box.left, box.bottom, box.right, box.top, y.value, size))
    text.close()
    return glyphs


def _drawings(page: pypdfium2.PdfPage) -> tuple[list[Ruling], list[tuple[float, float]]]:
    found: list[Ruling] = []
    dots: list[tuple[float, float]] = []
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=_DEPTH):
        left, bottom, right, top = drawn.get_bounds()
        if max(top - bottom, right - left) <= _LARGEST_DOT and abs((top - bottom) - (right - left)) < 1:
            dots.append(((left + right) / 2, (bottom + top) / 2))
        elif top - bottom <= _THICKEST or right - left <= _THICKEST:
            found += _line(left, bottom, right, top)
        else:
            found += _edges(drawn)
        if len(found) + len(dots) > _MOST_DRAWN:
            return [], []
    return found, dots


def _edges(drawn: pypdfium2.PdfObject) -> Iterator[Ruling]:
    """Yield the upright and level edges of a path that is drawn in several strokes, or as a box."""
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start = at = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST_DRAWN)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        to = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = to
        else:
            yield from _line(*_box(at, to))
        at = to
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _line(*_box(at, start))
            at = start


def _box(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _line(left: float, bottom: float, right: float, top: float) -> Iterator[Ruling]:
    if top - bottom <= _THICKEST and right - left >= _SHORTEST:
        middle = (bottom + top) / 2
        yield Ruling(left, middle, right, middle)
    elif right - left <= _THICKEST and top - bottom >= _SHORTEST:
        middle = (left + right) / 2
        yield Ruling(middle, bottom, middle, top)
