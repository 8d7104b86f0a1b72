"""Pictures that are odd in one way each, and files whose names say what they are not."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
from PIL import Image

from tests.strangers.raw import objects, written

Made = Callable[[], bytes]


def scene(mode: str = "RGB", size: tuple[int, int] = (400, 560)) -> Image.Image:
    """A page with some strokes."""
    dots = np.full((size[1], size[0]), 245, np.uint8)
    dots[40:-40:20, 40:-60] = 30
    return Image.fromarray(dots).convert(mode)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture's file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def cut_jpeg() -> bytes:
    whole = saved(scene(), "JPEG")
    return whole[: len(whole) * 2 // 3]


def pages_tiff() -> bytes:
    return saved(scene("1"), "TIFF", save_all=True, append_images=[scene("L"), scene("RGB")], compression="tiff_lzw")


def sixteen_bits() -> bytes:
    return saved(Image.fromarray(np.asarray(scene("L"), np.uint16) * 257), "PNG")


def moving_webp() -> bytes:
    return saved(scene(), "WEBP", save_all=True, append_images=[scene(), scene()])


def moving_gif() -> bytes:
    return saved(scene("L"), "GIF", save_all=True, append_images=[scene("L").rotate(180)])


def turned_by_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(scene(), "JPEG", exif=exif)


def nonsense_in_exif() -> bytes:
    whole = saved(scene(), "JPEG")
    junk = b"Exif\0\0" + b"II*\0\xff\xff\xff\x7f" + bytes(40)
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(junk) + 2) + junk + whole[2:]


def png_of(width: int, height: int, rows: bytes = b"", colour: int = 0, depth: int = 8) -> bytes:
    """A PNG written by hand."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def png_bomb() -> bytes:
    return png_of(30_000, 30_000, bytes(30_001 * 3000))


def png_cut() -> bytes:
    whole = saved(scene(), "PNG")
    return whole[: len(whole) // 2]


def png_wrong_sums() -> bytes:
    whole = bytearray(saved(scene(), "PNG"))
    whole[whole.index(b"IDAT") + 20] ^= 255
    return bytes(whole)


def clear() -> bytes:
    image = scene("RGBA")
    image.putalpha(Image.new("L", image.size, 120))
    return saved(image, "PNG")


def tiff_in_a_ring() -> bytes:
    """A TIFF whose second directory is its first."""
    entries = [(256, 3, 1, 8), (257, 3, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 200)]
    entries += [(277, 3, 1, 1), (278, 3, 1, 8), (279, 4, 1, 64)]
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    whole = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + body + struct.pack("<I", 8)
    return whole.ljust(200, b"\0") + bytes(range(64))


def cmyk(adobe: bool) -> bytes:
    whole = saved(scene("CMYK"), "JPEG")
    return whole if adobe else whole.replace(b"Adobe", b"Edoba")


ODD_PICTURES: dict[str, tuple[Made, int | str]] = {
    "cut.jpg": (cut_jpeg, "damaged"),
    "a JPEG of four inks.jpg": (lambda: cmyk(True), 1),
    "a JPEG of four inks, unmarked.jpg": (lambda: cmyk(False), 1),
    "grey.jpg": (lambda: saved(scene("L"), "JPEG"), 1),
    "progressive.jpg": (lambda: saved(scene(), "JPEG", progressive=True), 1),
    "turned by EXIF.jpg": (turned_by_exif, 1),
    "nonsense in EXIF.jpg": (nonsense_in_exif, 1),
    "dots an inch of one.jpg": (lambda: saved(scene(), "JPEG", dpi=(1, 1)), 1),
    "dots an inch of 65535.jpg": (lambda: saved(scene(), "JPEG", dpi=(65535, 65535)), 1),
    "one dot.png": (lambda: saved(Image.new("RGB", (1, 1)), "PNG"), 1),
    "a line.png": (lambda: saved(scene(size=(900, 100)).resize((5000, 3)), "PNG"), 1),
    "sixteen bits.png": (sixteen_bits, 1),
    "two colours.png": (lambda: saved(scene("1"), "PNG"), 1),
    "a palette.png": (lambda: saved(scene("P"), "PNG"), 1),
    "half clear.png": (clear, 1),
    "grey with alpha.png": (lambda: saved(scene("LA"), "PNG"), 1),
    "cut.png": (png_cut, "damaged"),
    "wrong sums.png": (png_wrong_sums, "damaged"),
    "a bomb.png": (png_bomb, "too_large or damaged"),
    "no width.png": (lambda: png_of(0, 10), "damaged"),
    "three pages.tif": (pages_tiff, 3),
    "fax.tif": (lambda: saved(scene("1"), "TIFF", compression="group4"), 1),
    "four inks.tif": (lambda: saved(scene("CMYK"), "TIFF"), 1),
    "lab.tif": (lambda: saved(Image.new("LAB", (300, 300), (200, 128, 128)), "TIFF"), 1),
    "real numbers.tif": (lambda: saved(scene("F"), "TIFF"), 1),
    "a JPEG in it.tif": (lambda: saved(scene(), "TIFF", compression="jpeg"), 1),
    "pages in a ring.tif": (tiff_in_a_ring, "1 or damaged"),
    "moving.webp": (moving_webp, "1 or 3"),
    "still.webp": (lambda: saved(scene(), "WEBP", lossless=True), 1),
    "moving.gif": (moving_gif, "1 or 2"),
    "sixteen colours.bmp": (lambda: saved(scene("P", (33, 17)), "BMP"), 1),
    "cut.bmp": (lambda: saved(scene(), "BMP")[:5000], "damaged"),
    "a PDF named so.jpg": (lambda: written(objects(2)), 2),
    "a JPEG named so.pdf": (lambda: saved(scene(), "JPEG"), 1),
    "a PNG named so.docx": (lambda: saved(scene(), "PNG"), 1),
    "letters named so.jpg": (lambda: "这不是图片".encode() * 50, "damaged or unsupported"),
    "nothing.jpg": (lambda: b"", "empty"),
    "a header alone.jpg": (lambda: b"\xff\xd8\xff\xe0", "damaged"),
}
