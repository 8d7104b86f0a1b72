"""A PDF made fit to be merged: as it is, repaired, decrypted or redrawn, and what it carries besides pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

import pikepdf
from pydantic import Field as Setting

from pipeline.engines import pdfium
from pipeline.engines.active import active_content, signatures
from pipeline.engines.lost import lost_pages, same_look, shows_less, survey
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.photographed import photographed, written
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

LEAST_SIDE = 1.0  # points: a page narrower than this shows nothing
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
    lost: tuple[int, ...] = ()
    """Pages (1-based) that show nothing, although they should."""


def examine(task: PdfTask) -> PdfReport:
    """Open a PDF in the gentlest way that keeps every page; raises UnreadableError (`encrypted`, `no_pages` …)."""
    try:
        with _opened(task) as (pdf, password):
            return _examined(task, pdf, password)
    except pikepdf.PasswordError as error:
        try:
            return _redrawn(task)  # a file may lock its attachments alone: its pages show without a password
        except UnreadableError as closed:
            raise UnreadableError("locked" if closed.fault == "locked" else "encrypted") from error
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
    surveyed = survey(pdf)
    seen = _pages_seen(task.path, password)
    if count == 0 and (seen is None or seen.pages == 0):
        raise UnreadableError("no_pages")
    readers_agree = seen == (count, ()) and count > 0 and not pdf.is_encrypted
    if readers_agree and not surveyed.damaged:
        return report.model_copy(update={"lost": lost_pages(surveyed, task.path)})
    for number in seen.without_area if seen is not None else ():
        _show_whole(pdf, number)
    try:
        write_private(task.derivative, written(pdf))
    except NOT_OPENED:
        if not readers_agree:
            raise
        return report.model_copy(update={"lost": lost_pages(surveyed, task.path)})
    if readers_agree and same_look(task.path, task.derivative):
        task.derivative.unlink()
        return report.model_copy(update={"lost": lost_pages(surveyed, task.path)})
    if count > 0 and _is_whole(task, count, seen):
        repair = "decrypted" if pdf.is_encrypted else "repaired"
        lost = lost_pages(surveyed, task.derivative)
        return report.model_copy(update={"repair": repair, "mended": True, "lost": lost})
    kept = {"signed": report.signed, "signature": report.signature, "active": report.active}
    try:
        return _redrawn(task, password).model_copy(update=kept)
    except UnreadableError:
        if not readers_agree:
            raise
        task.derivative.unlink(missing_ok=True)
        return report.model_copy(update={"lost": lost_pages(surveyed, task.path)})


def _is_whole(task: PdfTask, count: int, seen: _Seen | None) -> bool:
    """Whether the mended copy has every page, and shows something wherever the file itself does."""
    mended = _pages_seen(task.derivative, None)
    if mended is None or mended.pages != count or count < (seen.pages if seen is not None else 0):
        return False
    return seen is None or not shows_less(task.derivative, task.path)


def _redrawn(task: PdfTask, password: str | None = None) -> PdfReport:
    """Every page that pdfium shows, as a picture in a new PDF."""
    with pdfium.opened(task.path, password) as document:
        count = len(document)
        if count == 0:
            raise UnreadableError("no_pages")
        _refuse_too_many(count, task.most_pages)
        write_private(task.derivative, photographed(document, count))
    return PdfReport(pages=count, repair="rasterised", mended=True)


class _Seen(NamedTuple):
    """How many pages pdfium counts, and which of them (1-based) it finds to have no area."""

    pages: int
    without_area: tuple[int, ...]


def _pages_seen(path: Path, password: str | None) -> _Seen | None:
    """The pages that pdfium counts and can load, None where it cannot open the file or one of them."""
    flat = []
    try:
        with pdfium.opened(path, password) as document:
            for number in range(1, len(document) + 1):
                with pdfium.page_of(document, number) as page:
                    if min(pdfium.size(page)) < LEAST_SIDE:
                        flat.append(number)
            return _Seen(len(document), tuple(flat))
    except UnreadableError:
        return None


def _show_whole(pdf: pikepdf.Pdf, number: int) -> None:
    """Crop a page to its whole sheet: its crop box lies outside, and readers differ in what they show then."""
    page = pdf.pages[number - 1]
    page.cropbox = page.mediabox


def _refuse_too_many(count: int, most: int) -> None:
    if count > most:
        raise UnreadableError("too_large", f"{count} pages")


def _producer(pdf: pikepdf.Pdf) -> str:
    producer = pdf.docinfo.get("/Producer") if "/Info" in pdf.trailer else None
    return "" if producer is None else "".join(c for c in str(producer) if c.isprintable())[:PRODUCER_LENGTH]
