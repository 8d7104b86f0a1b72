"""An image as a PDF: the same pixels, upright as its EXIF says, one pixel 72/dpi points; a long one on several pages."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pikepdf
from pikepdf import Name
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from pipeline.engines.drawn import UNTOLD
from pipeline.engines.long_picture import is_long, pieces
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.geometry import POINTS_PER_INCH

DEFAULT_DPI = 200.0  # where the file says none
PLAUSIBLE_DPI = (50.0, 1200.0)  # others are a camera's or editor's filler
SCREEN_DPI = frozenset({72, 96})  # what cameras, telephones and editors write that know of no paper
ORIENTATION, X_RESOLUTION, RESOLUTION_UNIT = 0x0112, 0x011A, 0x0128  # EXIF tags
CENTIMETRES = 3  # EXIF resolution unit
LEAST_SIDE, MOST_SIDE = 3.0, 14_400.0  # points of a page (ISO 32000-1, annex C)
MOST_PIXELS = 120_000_000  # a page at 1,200 dpi; more is a decompression bomb
# Placement of the unit square for each EXIF orientation, as the seen page: (a, b, c, d, e, f) before scaling.
ORIENTATIONS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
SIDEWAYS = frozenset({5, 6, 7, 8})
GREYS = frozenset({"L", "I", "F", "I;16", "I;16B"})
EMBEDDABLE = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}  # JPEG colour modes that go into a PDF as they are


@dataclass(frozen=True)
class _Embedded:
    """One picture as a PDF keeps it."""

    content: bytes
    filter: pikepdf.Name
    colours: pikepdf.Name
    bits: int
    pixels: tuple[int, int]
    dpi: float
    told: bool
    """Whether `dpi` is the paper's, and no filler."""
    orientation: int


class ImagePdf(NamedTuple):
    """A PDF made of an image, its number of pages, and what is worth saying of it, in Chinese."""

    pdf: bytes
    pages: int
    remarks: tuple[str, ...] = ()


def image_pdf(path: Path) -> ImagePdf:
    """The PDF of an image: a page for each frame of a TIFF, several for a long screenshot; raises UnreadableError.

    JPEG data goes in unchanged, save that of long screenshots, whose pixels do.
    """
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(path) as image:
            split = _is_split(image)
            pages = list(_embedded(image, path))
    except Image.DecompressionBombError as error:
        raise UnreadableError("too_large", "pixels") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, zlib.error) as error:
        raise UnreadableError("damaged", "image") from error
    remarks = (f"长截图，已在空白处分为 {len(pages)} 页，画面未改动",) if split and len(pages) > 1 else ()
    return ImagePdf(_assembled(pages), len(pages), remarks)


def resolution(image: Any) -> float | None:
    """Pixels per inch that the file itself states, None where it says none (Pillow invents 72 there)."""
    stated = None
    if image.format in {"JPEG", "MPO"}:
        unit, density = image.info.get("jfif_unit"), image.info.get("jfif_density")
        if unit and density:
            stated = float(density[0]) * (2.54 if unit == 2 else 1.0)  # noqa: PLR2004 - JFIF: 1 inch, 2 centimetre
        else:
            exif = image.getexif()
            if X_RESOLUTION in exif:
                stated = float(exif[X_RESOLUTION]) * (2.54 if exif.get(RESOLUTION_UNIT) == CENTIMETRES else 1.0)
    elif "dpi" in image.info:
        stated = float(image.info["dpi"][0])
    return stated if stated is not None and PLAUSIBLE_DPI[0] <= stated <= PLAUSIBLE_DPI[1] else None


def _embedded(image: Any, path: Path) -> Iterator[_Embedded]:
    stated = resolution(image)
    dpi, told = round(stated or DEFAULT_DPI, 2), stated is not None and round(stated) not in SCREEN_DPI
    if _is_split(image):
        yield from _in_pieces(ImageOps.exif_transpose(image), dpi if told else DEFAULT_DPI, told)
        return
    if image.format in {"JPEG", "MPO"} and image.mode in EMBEDDABLE:
        image.load()  # a truncated photograph must be found out now
        whole, colours = path.read_bytes(), EMBEDDABLE[image.mode]
        yield _Embedded(whole, Name.DCTDecode, colours, 8, image.size, dpi, told, _orientation(image))
        return
    frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
    for index, frame in enumerate(ImageSequence.Iterator(image)):
        if index >= frames:
            return
        yield _flat(frame, dpi, told)


def _in_pieces(image: Any, dpi: float, told: bool) -> Iterator[_Embedded]:
    """A long screenshot page by page."""
    flat = _eight_bits(image) if image.mode in GREYS else _on_white(image)
    for first, end in pieces(np.asarray(flat.convert("L"), dtype=np.uint8)):
        yield _flat(flat.crop((0, first, flat.width, end)), dpi, told)


def _is_split(image: Any) -> bool:
    return getattr(image, "n_frames", 1) == 1 and is_long(*_seen_size(image))


def _seen_size(image: Any) -> tuple[int, int]:
    """Width and height of the picture as a person sees it."""
    width, height = image.size
    return (height, width) if _orientation(image) in SIDEWAYS else (width, height)


def _orientation(image: Any) -> int:
    stated = image.getexif().get(ORIENTATION, 1)
    return stated if stated in ORIENTATIONS else 1


def _flat(frame: Any, dpi: float, told: bool) -> _Embedded:
    """The frame's pixels, compressed without loss; transparency becomes white paper."""
    orientation = _orientation(frame)
    if frame.mode == "1":
        plain, colours, bits = frame, Name.DeviceGray, 1
    elif frame.mode in GREYS:
        plain, colours, bits = _eight_bits(frame), Name.DeviceGray, 8
    else:
        plain, colours, bits = _on_white(frame), Name.DeviceRGB, 8
    content = zlib.compress(plain.tobytes(), 6)
    return _Embedded(content, Name.FlateDecode, colours, bits, plain.size, dpi, told, orientation)


def _eight_bits(frame: Any) -> Any:
    if frame.mode == "L":
        return frame
    low, high = frame.getextrema()
    span = max(float(high) - float(low), 1.0) if float(high) > 255 else 255.0  # noqa: PLR2004 - eight bits
    return frame.convert("F").point(lambda value: value * (255.0 / span)).convert("L")


def _on_white(frame: Any) -> Any:
    if frame.mode in {"RGBA", "LA", "PA"} or "transparency" in frame.info:
        clear = frame.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return frame.convert("RGB")


def _assembled(pages: list[_Embedded]) -> bytes:
    if not pages:
        raise UnreadableError("no_pages")
    pdf = pikepdf.new()
    for page in pages:
        _add(pdf, page)
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _add(pdf: pikepdf.Pdf, page: _Embedded) -> None:
    image = pdf.make_stream(
        page.content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=page.pixels[0],
        Height=page.pixels[1],
        ColorSpace=page.colours,
        BitsPerComponent=page.bits,
        Filter=page.filter,
    )
    across, down = _sides(page)
    width, height = (down, across) if page.orientation in SIDEWAYS else (across, down)
    a, b, c, d, e, f = ORIENTATIONS[page.orientation]
    matrix = (a * width, b * height, c * width, d * height, e * width, f * height)
    leaf = pdf.add_blank_page(page_size=(round(width, 4), round(height, 4)))
    leaf.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=image))
    drawn = f"q {' '.join(f'{n:.4f}' for n in matrix)} cm /Picture Do Q"
    leaf.obj.Contents = pdf.make_stream((drawn if page.told else f"/{UNTOLD} BMC {drawn} EMC").encode())


def _sides(page: _Embedded) -> tuple[float, float]:
    """Width and height in points of the picture as stored, within what a page may measure."""
    dpi = max(page.dpi, max(page.pixels) * POINTS_PER_INCH / MOST_SIDE)
    across, down = (max(side * POINTS_PER_INCH / dpi, LEAST_SIDE) for side in page.pixels)
    return across, down
