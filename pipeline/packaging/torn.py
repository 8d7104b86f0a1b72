"""Content that ends in the middle of a word: whatever follows it would be swallowed, so it is enclosed."""

from __future__ import annotations

import re
import zlib

from pikepdf import Array, Dictionary, Name, Pdf

from pipeline.engines.margins import SeenPages
from pipeline.packaging.frame import Frame, operands

ENCLOSED = "/DossierPage"
DPI = 200  # of a photographed page: what a portal wants of a scan
PAIRS = ((b"(", b")"), (b"[", b"]"), (b"<", b">"))
NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]<>")
INLINE_DATA = b"ID"  # what follows may hold any byte, and may never end
TOKEN = re.compile(
    rb"""(?P<comment>%[^\r\n]*)|(?P<string>\()|(?P<image>(?<![^\s])ID\s)|(?P<dictionary><<|>>)"""
    rb"""|(?P<hexadecimal><[^>]*>?)|(?P<open>\[)|(?P<close>\])""",
)
IMAGE_END = re.compile(rb"\sEI(?=[\s/\[(<]|$)")
STRING_PART = re.compile(rb"\\.|[()]", re.DOTALL)


def is_torn(content: bytes) -> bool:
    """Whether a string, an array, a dictionary or an inline picture is still open at the end."""
    brackets = content.translate(None, NO_BRACKETS)
    if (
        all(brackets.count(opening) == brackets.count(closing) for opening, closing in PAIRS)
        and INLINE_DATA not in content
    ):
        return False
    arrays = dictionaries = at = 0
    while (found := TOKEN.search(content, at)) is not None:
        at = found.end()
        match found.lastgroup:
            case "string":
                at = _string_end(content, at)
            case "image":
                ending = IMAGE_END.search(content, at - 1)
                at = ending.end() if ending is not None else -1
            case "hexadecimal" if not found[0].endswith(b">"):
                return True
            case "open" | "close":
                arrays = max(arrays + (1 if found[0] == b"[" else -1), 0)
            case "dictionary":
                dictionaries = max(dictionaries + (1 if found[0] == b"<<" else -1), 0)
        if at < 0:
            return True
    return bool(arrays or dictionaries)


def _string_end(content: bytes, at: int) -> int:
    """Behind the bracket that closes a string, -1 where none does."""
    depth = 1
    while (found := STRING_PART.search(content, at)) is not None:
        at = found.end()
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return at
    return -1


def enclose(pdf: Pdf, page: Dictionary, contents: list[bytes]) -> None:
    """Put a page's content into a form of its own, where what is torn ends with the form."""
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)
    form.write(zlib.compress(b"\n".join(contents)), filter=Name.FlateDecode)
    form.BBox, form.Resources = page.MediaBox, page.Resources
    page.Resources = Dictionary(XObject=Dictionary({ENCLOSED: form}))
    page.Contents = Array([pdf.make_stream(f"{ENCLOSED} Do".encode())])


def photograph(pdf: Pdf, page: Dictionary, seen: SeenPages, number: int, frame: Frame) -> Frame:
    """Replace a page whose content is damaged by its photograph; the frame of the new page."""
    jpeg, wide, high = seen.photograph(number, DPI)
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, ColorSpace=Name.DeviceRGB)
    picture.write(jpeg, filter=Name.DCTDecode)
    picture.Width, picture.Height, picture.BitsPerComponent = wide, high, 8
    upright = Frame(0.0, 0.0, frame.width, frame.height)
    page.Resources = Dictionary(XObject=Dictionary({ENCLOSED: picture}))
    page.Contents = Array(
        [pdf.make_stream(f"{operands((frame.width, 0, 0, frame.height, 0, 0))} cm {ENCLOSED} Do".encode())]
    )
    page.MediaBox, page.Rotate = Array([0, 0, frame.width, frame.height]), 0
    page.CropBox = page.MediaBox
    for key in {"/UserUnit", "/Annots", "/Group"} & page.keys():
        del page[key]
    return upright
