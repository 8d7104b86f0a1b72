"""A PDF written by hand, object by object, so that it can be wrong in one place."""

from __future__ import annotations

import zlib

CONTENT = b"BT /F1 24 Tf 72 700 Td (Clause one of a paper) Tj ET 72 400 200 100 re f"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
Objects = dict[int, bytes]


def objects(pages: int = 1, page: bytes = b"", content: bytes = CONTENT, box: bytes = b"[0 0 595 842]") -> Objects:
    """Catalogue 1, page tree 2, font 3, then each page and its content; `page` are further entries of every page."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(pages))
    made = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        3: FONT,
    }
    for number in range(pages):
        at = 4 + 2 * number
        made[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox " + box + b" /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R " % (at + 1) + page + b" >>"
        )
        made[at + 1] = stream(content)
    return made


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def flate(content: bytes, entries: bytes = b"") -> bytes:
    """The same, packed."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def written(made: Objects, trailer: bytes = b"", head: bytes = b"%PDF-1.7\n", shift: int = 0) -> bytes:
    """The file with its cross-reference table; `shift` is by how many bytes every offset lies."""
    whole, offsets = head, {}
    for number, body in sorted(made.items()):
        offsets[number] = len(whole) + shift
        whole += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    at = len(whole) + shift
    most = max(made) + 1
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % most
    for number in range(1, most):
        whole += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
    return whole + b"trailer\n<< /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (most, trailer, at)


def updated(before: bytes, made: Objects, size: int) -> bytes:
    """The file with an incremental update that replaces or adds objects."""
    earlier = int(before.rsplit(b"startxref\n", 1)[1].split()[0])
    whole, entries = before, b""
    for number, body in sorted(made.items()):
        entries += b"%d 1\n%010d 00000 n \n" % (number, len(whole))
        whole += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    at = len(whole)
    return (
        whole
        + b"xref\n%s" % entries
        + (b"trailer\n<< /Root 1 0 R /Size %d /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, earlier, at))
    )
