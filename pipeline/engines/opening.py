"""One source file opened in a child: what it is, how many pages it has, and the PDF that stands for it."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from pydantic import Field as Setting

from pipeline.engines import pdfium
from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.pdf_repair import PdfTask, examine
from pipeline.engines.private import write_private
from pipeline.engines.sheet_pdf import sheet_pdf
from pipeline.engines.sniff import Sniffed, sniff
from pipeline.model.intake import Integrity, Sort
from pipeline.model.record import Record

LOOK_DPI = 40.0  # a line of print is five pixels high: another number gives other pixels
MOST_LOOKED_AT = 60  # pages; longer files are not compared by their look


class Identity(Record):
    """A file's bytes in short, and the moment they were looked at (`modified` in nanoseconds)."""

    sha256: str
    size: int
    modified: int
    sniffed: Sniffed


def identify(path: Path) -> Identity:
    """Hash a file and tell its true type."""
    before = path.stat()
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return Identity(sha256=sha256, size=before.st_size, modified=before.st_mtime_ns, sniffed=sniff(path))


class OpeningTask(Record):
    """A file to be opened: `store` is the folder for its PDF, named by the file's hash."""

    path: Path
    sha256: str
    sort: Sort
    store: Path
    passwords: tuple[str, ...] = Setting(default=(), repr=False)
    most_pages: int = 500


class OpeningReport(Record):
    """What opening told; `derivative` is the name of the PDF in the store, None where the file itself is used."""

    pages: int
    derivative: str | None = None
    repair: str = "as is"
    signed: bool = False
    signature: Integrity = ""
    producer: str = ""
    engine: str = ""
    active: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What of the file is not on its pages, or not to be relied upon, in Chinese."""
    lost: tuple[int, ...] = ()
    """Pages (1-based) that show nothing, although they should."""
    look: str = ""
    """Hash of all pages as small pictures: equal for the same paper saved twice; empty for very many pages or blank ones."""


def open_file(task: OpeningTask) -> OpeningReport:
    """Open a file of any readable sort; raises UnreadableError."""
    report = _open_pdf(task) if task.sort == "pdf" else _make_pdf(task)
    if report.pages > MOST_LOOKED_AT:
        return report
    path = task.path if report.derivative is None else task.store / report.derivative
    try:
        return report.model_copy(update={"look": _look(path)})
    except (
        UnreadableError
    ):  # a page that cannot be drawn is told when it is read, and is no reason to refuse the file
        return report


def _look(path: Path) -> str:
    """The hash, empty where no page shows anything: such files are not the same for that."""
    pictures = hashlib.sha256()
    shows = False
    with pdfium.opened(path) as document:
        for number in range(1, len(document) + 1):
            with pdfium.page_of(document, number) as page:
                width, height = pdfium.size(page)
                if width < 1 or height < 1:
                    return ""
                drawn = pdfium.rasterise(page, LOOK_DPI)
                shows = shows or bool(drawn.min() != drawn.max())
                pictures.update(repr((round(width), round(height))).encode())
                pictures.update(drawn.tobytes())
    return pictures.hexdigest() if shows else ""


def _make_pdf(task: OpeningTask) -> OpeningReport:
    name = f"{task.sha256}.pdf"
    pdf, pages, engine, remarks = _made(task)
    if pages > task.most_pages:
        raise UnreadableError("too_large", f"{pages} pages")
    write_private(task.store / name, pdf)
    return OpeningReport(pages=pages, derivative=name, engine=engine, remarks=remarks)


def _open_pdf(task: OpeningTask) -> OpeningReport:
    name = f"{task.sha256}.pdf"
    found = examine(
        PdfTask(path=task.path, derivative=task.store / name, passwords=task.passwords, most_pages=task.most_pages)
    )
    return OpeningReport(
        pages=found.pages,
        derivative=name if found.mended else None,
        repair=found.repair,
        signed=found.signed,
        signature=found.signature,
        producer=found.producer,
        engine=pdfium.ENGINE,
        active=found.active,
        lost=found.lost,
    )


def _made(task: OpeningTask) -> tuple[bytes, int, str, tuple[str, ...]]:
    """The PDF made of an image, spreadsheet or Word file, its pages, the engine that made it, and remarks."""
    if task.sort == "image":
        made = image_pdf(task.path)
        return made.pdf, made.pages, f"pillow {version('pillow')}", made.remarks
    if task.sort == "xlsx":
        sheets = sheet_pdf(task.path)
        return sheets.pdf, sheets.pages, f"openpyxl {version('openpyxl')}", sheets.remarks
    if task.sort == "docx":
        from pipeline.engines.docx_pdf import convert

        word = convert(task.path.read_bytes(), task.store / "fonts", prefer_office=True)
        return word.pdf, len(word.texts), word.engine, ()
    raise UnreadableError("unsupported")
