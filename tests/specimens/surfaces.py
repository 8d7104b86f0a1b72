"""What a drawn paper becomes: a PDF with text, a scan without, or a photograph."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.specimens import fonts
from tests.specimens.sheet import Line, Mark, Page, Paper, Rectangle, Text

SCAN_DPI = 200
PHOTO_DPI = 190
"""The paper's own resolution inside a photograph; its picture is a little larger than the sheet."""

Raster = NDArray[np.uint8]
EXIF_ORIENTATION = 0x0112
EXIF_TURNS = {90: 6, 180: 3, 270: 8}
"""Orientation tags that undo a counter-clockwise turn of so many degrees."""


def digital(papers: Sequence[Paper], creator: str = "虚构办公软件", title: str = "") -> bytes:
    """One PDF with a text layer, the papers one after another, byte for byte the same each time."""
    rl_config.useA85 = 0
    pages = [page for paper in papers for page in paper.pages]
    faces = _register(pages)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    canvas.setCreator(creator)
    canvas.setProducer(creator)
    canvas.setAuthor("")
    canvas.setTitle(title or papers[0].title)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw(canvas, page, mark, faces)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scan(papers: Sequence[Paper], seed: int, dpi: int = SCAN_DPI, quality: int = 58, grey: bool = False) -> bytes:
    """An image-only PDF: each page a little askew, with paper tone and noise, as JPEG."""
    random = np.random.default_rng(seed)
    sheets = [scanned(raster, random) for raster in rasters(papers, dpi)]
    return image_pdf([jpeg(sheet, quality, grey) for sheet in sheets], dpi)


def rasters(papers: Sequence[Paper], dpi: int) -> list[Raster]:
    """The pages as RGB pictures."""
    document = pypdfium2.PdfDocument(digital(papers))
    pictures = [np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")) for page in document]
    document.close()
    return pictures


def photo(page: Page, seed: int, turn: int = 0, exif: bool = False, quality: int = 74) -> bytes:
    """A JPEG of the sheet on a desk: perspective, a shadow and noise; turned in pixels, or by its EXIF tag."""
    random = np.random.default_rng(seed)
    sheet = rasters([Paper("other", "", [page])], PHOTO_DPI)[0]
    picture = noisy(shadowed(laid_on_desk(sheet, random), random), random, 3.0)
    image = Image.fromarray(picture).rotate(turn, expand=True)
    tags = Image.Exif()
    if exif and turn in EXIF_TURNS:
        tags[EXIF_ORIENTATION] = EXIF_TURNS[turn]
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, exif=tags)
    return buffer.getvalue()


def _register(pages: Sequence[Page]) -> dict[str, str]:
    """Subset and register the faces of a document; the names under which reportlab now knows them."""
    written = [mark for page in pages for mark in page.marks if isinstance(mark, Text)]
    names = {}
    for face in fonts.FACES:
        letters = "".join(mark.text for mark in written if mark.face == face)
        names[face] = fonts.subset_name(face, letters)
        pdfmetrics.registerFont(TTFont(names[face], io.BytesIO(fonts.face(face).subset(letters))))
    return names


def _draw(canvas: Canvas, page: Page, mark: Mark, faces: dict[str, str]) -> None:
    if isinstance(mark, Text):
        _draw_text(canvas, page, mark, faces[mark.face])
    elif isinstance(mark, Line):
        canvas.setLineWidth(mark.width)
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.line(mark.x0, page.height - mark.y0, mark.x1, page.height - mark.y1)
    elif isinstance(mark, Rectangle):
        _draw_rectangle(canvas, page, mark)
    else:
        bottom = page.height - mark.y - mark.height
        canvas.drawImage(ImageReader(mark.image), mark.x, bottom, mark.width, mark.height, mask="auto")


def _draw_text(canvas: Canvas, page: Page, mark: Text, font: str) -> None:
    canvas.saveState()
    canvas.translate(mark.x, page.height - mark.y)
    canvas.rotate(mark.angle)
    if mark.slant:
        canvas.skew(0, mark.slant)
    written = canvas.beginText(0, 0)
    written.setFont(font, mark.size)
    written.setFillColor(HexColor(mark.colour))
    written.setCharSpace(mark.spacing)
    written.textOut(mark.text)
    canvas.drawText(written)
    canvas.restoreState()


def _draw_rectangle(canvas: Canvas, page: Page, mark: Rectangle) -> None:
    if mark.colour is not None:
        canvas.setStrokeColor(HexColor(mark.colour))
    if mark.fill is not None:
        canvas.setFillColor(HexColor(mark.fill))
    canvas.setLineWidth(mark.width)
    canvas.roundRect(
        mark.x0, page.height - mark.y1, mark.x1 - mark.x0, mark.y1 - mark.y0, mark.radius,
        stroke=int(mark.colour is not None), fill=int(mark.fill is not None),
    )  # fmt: skip


def scanned(raster: Raster, random: np.random.Generator) -> Raster:
    """The page as a scanner sees it: a little askew and soft, with the tone of paper and some noise."""
    height, width = raster.shape[:2]
    turn = np.array(
        cv2.getRotationMatrix2D((width / 2, height / 2), float(random.uniform(-0.6, 0.6)), 1.0), np.float64
    )
    turn[:, 2] += random.uniform(-3, 3, 2)
    skewed = cv2.warpAffine(raster, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    soft = cv2.GaussianBlur(skewed, (0, 0), 0.5)
    toned = soft.astype(np.float32) * np.array([0.985, 0.982, 0.968], np.float32)
    return noisy(toned.clip(0, 255).astype(np.uint8), random, 1.6)


def noisy(picture: Raster, random: np.random.Generator, strength: float) -> Raster:
    """The picture with the grain of a sensor; `strength` is its standard deviation."""
    grain = random.normal(0, strength, picture.shape[:2]).astype(np.float32)[..., None]
    return rounded(picture.astype(np.float32) + grain)


def rounded(values: NDArray[Any]) -> Raster:
    """Rounded down to what a pixel holds."""
    return np.asarray(values.clip(0, 255), np.uint8)


def laid_on_desk(sheet: Raster, random: np.random.Generator, *, grained: bool = False) -> Raster:
    """The sheet on a desk, seen at a slight slant; the desk of one colour, or of `grained` wood."""
    height, width = sheet.shape[:2]
    margin_x, margin_y = round(width * 0.06), round(height * 0.05)
    size = (width + 2 * margin_x, height + 2 * margin_y)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    wander = random.uniform(-0.022, 0.022, (4, 2)) * [width, height]
    placed = (corners + np.array([margin_x, margin_y]) + wander).astype(np.float32)
    warp = cv2.getPerspectiveTransform(corners, placed)
    desk = np.empty((size[1], size[0], 3), np.uint8)
    desk[:] = random.integers((112, 92, 74), (150, 124, 100))
    if grained:
        desk = _wooden(desk, random)
    shape = cv2.warpPerspective(np.full((height, width), 255, np.uint8), warp, size)
    laid = cv2.warpPerspective(sheet, warp, size, flags=cv2.INTER_AREA)
    edge = cv2.GaussianBlur(shape, (0, 0), 9).astype(np.float32)[..., None] / 255
    darkened = desk.astype(np.float32) * (1 - 0.35 * edge)
    cover = shape.astype(np.float32)[..., None] / 255
    return rounded(laid * cover + darkened * (1 - cover))


def _wooden(desk: Raster, random: np.random.Generator) -> Raster:
    """The desk with the streaks of wood along it."""
    height, width = desk.shape[:2]
    streaks = random.normal(0, 1, (height, max(width // 24, 1))).astype(np.float32)
    streaks = cv2.GaussianBlur(cv2.resize(streaks, (width, height), interpolation=cv2.INTER_CUBIC), (0, 0), 1.6)
    return rounded(desk.astype(np.float32) * (1 + 0.16 * np.asarray(streaks))[..., None])


def curled(picture: Raster, random: np.random.Generator) -> Raster:
    """The picture of a sheet that does not lie flat: lines bend, and the light changes along the bend."""
    height, width = picture.shape[:2]
    reach, phase = float(random.uniform(0.003, 0.009)) * height, float(random.uniform(0, 2 * np.pi))
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    wave = 1.4 * np.pi * across / width + phase + 0.5 * down / height
    bent = cv2.remap(
        picture, across, (down + reach * np.sin(wave)).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )  # fmt: skip
    return rounded(bent.astype(np.float32) * (0.97 + 0.03 * np.cos(wave))[..., None])


def shadowed(picture: Raster, random: np.random.Generator) -> Raster:
    """The picture in uneven light."""
    height, width = picture.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    turn = float(random.uniform(0, 2 * np.pi))
    slope = across * np.cos(turn) + down * np.sin(turn)
    light = 0.93 - 0.09 * slope - 0.05 * (across**2 + down**2)
    warmth = np.array([1.0, 0.985, 0.95], np.float32)
    return rounded(picture.astype(np.float32) * light[..., None] * warmth)


def jpeg(picture: Raster, quality: int, grey: bool) -> bytes:
    """The picture as a JPEG file."""
    image = Image.fromarray(picture)
    buffer = io.BytesIO()
    (image.convert("L") if grey else image).save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()


def image_pdf(pictures: Sequence[bytes], dpi: int) -> bytes:
    """A PDF whose pages are JPEG pictures and nothing else."""
    document = pikepdf.new()
    for picture in pictures:
        image = Image.open(io.BytesIO(picture))
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        document.add_blank_page(page_size=(width, height))
        drawn = pikepdf.Stream(
            document, picture, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=image.width,
            Height=image.height, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
            ColorSpace=pikepdf.Name.DeviceGray if image.mode == "L" else pikepdf.Name.DeviceRGB,
        )  # fmt: skip
        page = document.pages[-1]
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=drawn))
        page.obj.Contents = document.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Scan Do Q".encode())
    document.docinfo["/Producer"] = pikepdf.String("虚构扫描仪")
    buffer = io.BytesIO()
    document.save(buffer, deterministic_id=True)
    document.close()
    return buffer.getvalue()
