"""A PDF made fit to be merged: as it is, repaired, decrypted or redrawn, and what it carries besides pages."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pikepdf
from pydantic import Field as Setting

from pipeline.engines import pdfium
from pipeline.engines.active import active_content, signatures
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.private import write_private
from pipeline.engines.signatures import integrity
from pipeline.model.intake import Integrity
from pipeline.model.record import Record

# pikepdf tells damage deep inside a file by plain Python errors as well as by its own.
NOT_OPENED = (
    pikepdf.PdfError,
    pikepdf.PikepdfError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    OverflowError,
)

Repair = Literal["as is", "repaired", "decrypted", "rasterised"]

RASTER_DPI = 200  # of pages that only pdfium can show: legible print, some 300 kB a page
RASTER_QUALITY = 85  # JPEG
PRODUCER_LENGTH = 120  # characters: longer ones are not told further


class PdfTask(Record):
    """A PDF to be examined; `derivative` is where a mended copy may be written."""

    path: Path
    derivative: Path
    passwords: tuple[str, ...] = Setting(default=(), repr=False)
    most_pages: int = 500


class PdfReport(Record):
    """How a PDF opened; `mended` tells whether the derivative was written and is what to merge."""

    pages: int
    repair: Repair = "as is"
    mended: bool = False
    signed: bool = False
    signature: Integrity = ""
    producer: str = ""
    active: tuple[str, ...] = ()


def examine(task: PdfTask) -> PdfReport:
    """Open a PDF in the gentlest way that keeps every page; raises UnreadableError (`encrypted`, `no_pages` …)."""
    try:
        with _opened(task) as (pdf, password):
            return _examined(task, pdf, password)
    except NOT_OPENED:
        return _redrawn(task)  # pikepdf cannot open it or reach its pages; pdfium reads some of those


@contextmanager
def _opened(task: PdfTask) -> Iterator[tuple[pikepdf.Pdf, str]]:
    """The PDF and the password that opened it, the empty one tried first; raises PasswordError."""
    for password in ("", *task.passwords):
        try:
            pdf = pikepdf.open(task.path, password=password)
        except pikepdf.PasswordError:
            continue
        with pdf:
            yield pdf, password
        return
    raise pikepdf.PasswordError


def _examined(task: PdfTask, pdf: pikepdf.Pdf, password: str) -> PdfReport:
    count = len(pdf.pages)
    _refuse_too_many(count, task.most_pages)
    report = PdfReport(
        pages=count,
        signed=bool(signatures(pdf)),
        signature=integrity(task.path, pdf),
        producer=_producer(pdf),
        active=active_content(pdf),
    )
    seen = _pages_seen(task.path, password)
    if not pdf.is_encrypted and seen == count > 0:
        return report
    if count == 0 and not seen:
        raise UnreadableError("no_pages")
    write_private(task.derivative, _written(pdf))
    if count > 0 and _pages_seen(task.derivative, None) == count and count >= (seen or 0):
        return report.model_copy(update={"repair": "decrypted" if pdf.is_encrypted else "repaired", "mended": True})
    kept = {"signed": report.signed, "signature": report.signature, "active": report.active}
    return _redrawn(task, password).model_copy(update=kept)


def _redrawn(task: PdfTask, password: str | None = None) -> PdfReport:
    """Every page that pdfium shows, as a picture in a new PDF."""
    with pdfium.opened(task.path, password) as document:
        count = len(document)
        if count == 0:
            raise UnreadableError("no_pages")
        _refuse_too_many(count, task.most_pages)
        write_private(task.derivative, _pictures_pdf(_pictures(document, count)))
    return PdfReport(pages=count, repair="rasterised", mended=True)


def _pictures(document: object, count: int) -> Iterator[tuple[bytes, tuple[int, int], tuple[float, float]]]:
    from PIL import Image

    for number in range(1, count + 1):
        with pdfium.printed_page_of(document, number) as page:
            drawn = Image.fromarray(pdfium.rasterise(page, RASTER_DPI))
            written = io.BytesIO()
            drawn.save(written, "JPEG", quality=RASTER_QUALITY, dpi=(RASTER_DPI, RASTER_DPI))
            yield written.getvalue(), drawn.size, pdfium.size(page)


def _pictures_pdf(pictures: Iterator[tuple[bytes, tuple[int, int], tuple[float, float]]]) -> bytes:
    pdf = pikepdf.new()
    for content, pixels, (width, height) in pictures:
        image = pdf.make_stream(
            content,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=pixels[0],
            Height=pixels[1],
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=image))
        page.obj.Contents = pdf.make_stream(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Picture Do Q".encode())
    return _written(pdf)


def _written(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, the same for the same content."""
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # pikepdf remarks on form widgets that some viewers hide: not our concern here
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _pages_seen(path: Path, password: str | None) -> int | None:
    """How many pages pdfium counts and can load, None where it cannot open the file or one of them."""
    try:
        with pdfium.opened(path, password) as document:
            for number in range(1, len(document) + 1):
                with pdfium.page_of(document, number):
                    pass
            return len(document)
    except UnreadableError:
        return None


def _refuse_too_many(count: int, most: int) -> None:
    if count > most:
        raise UnreadableError("too_large", f"{count} pages")


def _producer(pdf: pikepdf.Pdf) -> str:
    producer = pdf.docinfo.get("/Producer") if "/Info" in pdf.trailer else None
    return "" if producer is None else "".join(c for c in str(producer) if c.isprintable())[:PRODUCER_LENGTH]
