"""Every page of a PDF that only pdfium can show, as a picture in a new PDF."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pikepdf
from PIL import Image

from pipeline.engines import pdfium
from pipeline.engines.image_pdf import LEAST_SIDE, MOST_SIDE
from pipeline.engines.outcomes import UnreadableError

DPI = 200  # legible print, some 300 kB a page
QUALITY = 85  # JPEG


def photographed(document: Any, pages: int) -> bytes:
    """The new PDF; raises UnreadableError where not one of the pages shows anything."""
    pdf = pikepdf.new()
    shows = False
    for number in range(1, pages + 1):
        with pdfium.printed_page_of(document, number) as page:
            drawn = pdfium.rasterise(page, DPI)
            shows = shows or bool(drawn.min() != drawn.max())
            _add(pdf, Image.fromarray(drawn), pdfium.size(page))
    if not shows:
        raise UnreadableError("damaged", "nothing shows")
    return written(pdf)


def _add(pdf: pikepdf.Pdf, drawn: Image.Image, size: tuple[float, float]) -> None:
    jpeg = io.BytesIO()
    drawn.save(jpeg, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
    image = pdf.make_stream(
        jpeg.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=drawn.width,
        Height=drawn.height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    width, height = (min(max(side, LEAST_SIDE), MOST_SIDE) for side in size)
    page = pdf.add_blank_page(page_size=(width, height))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=image))
    page.obj.Contents = pdf.make_stream(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Picture Do Q".encode())


def written(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, the same for the same content."""
    whole = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # pikepdf remarks on form widgets that some viewers hide: not our concern here
        pdf.save(whole, deterministic_id=True)
    return whole.getvalue()
