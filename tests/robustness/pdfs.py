"""PDFs by hand, sound and broken: what no producer would write."""

import zlib
from collections.abc import Sequence
from io import BytesIO

__all__ = ["assemble", "flate", "simple", "written"]


_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [<<"
    b" /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe)"
    b" /Ordering (Japan1) /Supplement 2 >> /DW 1000 >>] >>"
)


def flate(content: bytes, entries: bytes = b"") -> bytes:
    """Return a packed stream."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def assemble(objects: Sequence[bytes], trailer: bytes = b"", *, shift: int = 0) -> bytes:
    """Return a PDF of objects 1, 2, …, of which the first is its catalogue; `shift` makes its table of places wrong."""
    file = BytesIO()
    file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % (place + shift) for place in places)
    size = len(objects) + 1
    file.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table + shift))
    return file.getvalue()


def simple(content: bytes, *, catalogue: bytes = b"", resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF of one page; `more` are the objects from 6 on."""
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /Font << /F1 4 0 R >> %s >> >>" % resources,
            _FONT,
            flate(content),
            *more,
        ]
    )


def written(text: str, height: int = 700) -> bytes:
    """Return what draws a line."""
    return b"BT /F1 11 Tf 60 %d Td <%s> Tj ET\n" % (height, text.encode("utf-16-be").hex().encode())
