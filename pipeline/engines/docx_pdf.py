"""DOCX to PDF: LibreOffice where it is installed and a person edited the file, else dxpdf; every result is gated."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from pipeline.engines import office
from pipeline.engines.docx_fonts import with_our_fonts
from pipeline.engines.docx_gate import conversion_faults, page_texts
from pipeline.engines.docx_package import read_parts, write_parts
from pipeline.engines.docx_plain import plainly
from pipeline.engines.fonts import FAMILY_NAMES, true_type
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.record import Record

SECONDS_PER_DOCUMENT = 60  # 25 pages take 0.2 s; a file that needs a minute hangs
IMAGE_DPI = 300  # figures are printed and signed
# The converter runs apart: it reads fontconfig's environment once, and native code that dies takes only itself along.
CONVERTER = (
    "import sys, pathlib, dxpdf\n"
    "for name in sys.argv[2:]:\n"
    "    path = pathlib.Path(name)\n"
    "    path.with_suffix('.pdf').write_bytes(dxpdf.convert(path.read_bytes(), image_dpi=int(sys.argv[1])))\n"
)
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="weak"><string>{family}</string></edit></match>
</fontconfig>
"""


class Conversion(Record):
    """A PDF with the engine that made it and the text of its pages."""

    pdf: bytes
    engine: str
    texts: tuple[str, ...]


class IncompleteConversionError(UnreadableError):
    """Every engine lost something; `missing` are the words or faults, for the author of a template only."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__("incomplete", f"{len(missing)} faults")
        self.missing = missing


def convert(docx: bytes, cache: Path | None = None, *, prefer_office: bool = False) -> Conversion:
    """The PDF of a DOCX, complete by the gate; `cache` keeps fonts between calls.

    Raises: UnreadableError for a damaged file, IncompleteConversionError where every engine loses something.
    """
    parts = plainly(read_parts(docx))
    plain = partial(_by_dxpdf, parts, cache)
    engines: list[tuple[str, Callable[[], bytes]]] = [(engine_name(), plain)]
    program = office.program() if prefer_office else None
    if program is not None:
        rich = write_parts(with_our_fonts(parts, cache))
        engines.insert(0, (office.name(program), partial(office.convert, program, rich)))
    missing: tuple[str, ...] = ()
    for engine, run in engines:
        try:
            pdf = run()
        except (subprocess.SubprocessError, OSError) as error:
            missing = missing or (f"{engine}: {type(error).__name__}",)
            continue
        faults = conversion_faults(parts, pdf)
        if not faults:
            return Conversion(pdf=pdf, engine=engine, texts=page_texts(pdf))
        missing = missing or faults
    raise IncompleteConversionError(missing)


def engine_name() -> str:
    """The default engine with its version."""
    return f"dxpdf {version('dxpdf')}"


def _by_dxpdf(parts: Mapping[str, bytes], cache: Path | None) -> bytes:
    document = write_parts(with_our_fonts(parts, cache), packed=False)
    return without_clock(convert_many({"document": document}, cache)["document"])


def convert_many(documents: Mapping[str, bytes], cache: Path | None = None) -> dict[str, bytes]:
    """PDFs of DOCX files that carry our fonts, by dxpdf in one child; ungated.

    Raises: subprocess.SubprocessError when the converter dies or hangs.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {key: folder / f"{index}.docx" for index, key in enumerate(documents)}
        for key, path in paths.items():
            path.write_bytes(documents[key])
        subprocess.run(  # noqa: S603 - our interpreter, our own program text
            [sys.executable, "-I", "-c", CONVERTER, str(IMAGE_DPI), *map(str, paths.values())],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS_PER_DOCUMENT * max(1, len(paths)),
            env=_environment(folder, cache),
        )
        return {key: path.with_suffix(".pdf").read_bytes() for key, path in paths.items()}


def _environment(folder: Path, cache: Path | None) -> dict[str, str]:
    """The environment in which fontconfig finds our font alone."""
    fonts = folder / "fonts"
    fonts.mkdir()
    (fonts / "fallback.ttf").write_bytes(true_type("serif", "", cache))
    settings = folder / "fonts.conf"
    settings.write_text(
        FONTCONFIG.format(fonts=fonts, cache=folder / "fontconfig", family=FAMILY_NAMES["serif"]), encoding="utf-8"
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {"FONTCONFIG_FILE": str(settings)}


def without_clock(pdf: bytes) -> bytes:
    """The same PDF with no dates and an /ID made of its content."""
    import pikepdf

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                del document.docinfo[key]
        document.save(written, deterministic_id=True, linearize=False)
    return written.getvalue()


class OutlineEntry(Record):
    """An entry of a PDF's outline: its level from 1, its words, its page from 1."""

    level: int
    title: str
    page: int


def outline(pdf: bytes) -> tuple[OutlineEntry, ...]:
    """The outline of a PDF, in order; entries that lead nowhere are left out."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for item in document.get_toc():
            target = item.get_dest()
            page = None if target is None else target.get_index()
            if page is not None:
                found.append(OutlineEntry(level=item.level + 1, title=item.get_title().strip(), page=page + 1))
        return tuple(found)
    finally:
        document.close()


def with_title(pdf: bytes, title: str, author: str) -> bytes:
    """The PDF with its title, author and language, and no clock."""
    import pikepdf

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                del document.docinfo[key]
        document.docinfo["/Title"], document.docinfo["/Author"] = title, author
        document.Root.Lang = pikepdf.String("zh-CN")
        document.save(written, deterministic_id=True)
    return written.getvalue()
