"""What a file truly is, by its bytes; its name is only compared with that."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import NamedTuple

import puremagic

from pipeline.model.intake import Sort

SORTS: dict[str, Sort] = {"PDF": "pdf", "DOCX": "docx", "XLSX": "xlsx"}  # all other readable formats are images
HEADER = 4096  # bytes: readers accept junk before %PDF within the first kilobyte
Magic = tuple[tuple[bytes, str], ...]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IMAGES: Magic = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"GIF8", "GIF"),
)
ARCHIVES: Magic = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZ"),
)
MAGIC: tuple[tuple[Sort, Magic], ...] = (("image", IMAGES), ("other", ARCHIVES))
HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1", b"avif")
RIFF = {b"AVI ": "AVI", b"WAVE": "WAV"}
FILMS = frozenset({"MP4", "MOV", "M4A", "M4V", "3GP"})
EXTENSIONS = {
    "pdf": {"PDF"},
    "jpg": {"JPEG"},
    "jpeg": {"JPEG"},
    "png": {"PNG"},
    "tif": {"TIFF"},
    "tiff": {"TIFF"},
    "bmp": {"BMP"},
    "webp": {"WEBP"},
    "gif": {"GIF"},
    "docx": {"DOCX"},
    "xlsx": {"XLSX"},
}
FOLDER_NOTE = "（本文件夹放什么）.txt"
"""The note that a new client's folders hold: it is ours, and no paper."""
JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", ".ds_store", FOLDER_NOTE})


class Sniffed(NamedTuple):
    """The sort, the format's usual name, and whether the file's extension says the same."""

    sort: Sort
    format: str
    named_so: bool


def is_junk(path: Path) -> bool:
    """Whether a file is no paper: hidden, a system's thumbnail store, or Word's lock file."""
    name = path.name.lower()
    return name.startswith((".", "~$")) or name in JUNK_NAMES or "__macosx" in (part.lower() for part in path.parts)


def sniff(path: Path) -> Sniffed:
    """The true type of a file that is not empty."""
    with path.open("rb") as stream:
        header = stream.read(HEADER)
    sort, name = _by_magic(path, header)
    extension = path.suffix.lower().lstrip(".")
    return Sniffed(sort, name, name in EXTENSIONS.get(extension, {extension.upper()}))


def _by_magic(path: Path, header: bytes) -> tuple[Sort, str]:
    """By the first bytes, by the members of a container, and last by a library that knows rare formats."""
    for sort, formats in MAGIC:
        for magic, name in formats:
            if header.startswith(magic):
                return sort, name
    if header.startswith(b"PK"):
        return _by_members(path)
    if header.startswith(OLE):
        return "other", _named_container(path, "DOC")
    if b"%PDF-" in header:
        return "pdf", "PDF"
    named: tuple[Sort, str] | None = ("pdf", "PDF") if path.suffix.lower() == ".pdf" else None
    return _by_box(path, header) or named or _by_library(path)  # readers repair a damaged PDF where they can


def _by_box(path: Path, header: bytes) -> tuple[Sort, str] | None:
    """Formats whose name stands behind a length: WebP, HEIC with its kin, films and recordings."""
    if header[:4] == b"RIFF":
        kind = header[8:12]
        return ("image", "WEBP") if kind == b"WEBP" else ("other", RIFF[kind]) if kind in RIFF else None
    if header[4:8] == b"ftyp":
        return ("other", "HEIC") if header[8:12] in HEIF_BRANDS else ("other", _film(path))
    return None


def _film(path: Path) -> str:
    """Films and recordings of telephones share a container: the name tells which."""
    extension = path.suffix.upper().lstrip(".")
    return extension if extension in FILMS else "MP4"


def _by_members(path: Path) -> tuple[Sort, str]:
    """Formats that are zip files: told apart by what is inside."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        extension = path.suffix.lower()
        return (
            ("docx", "DOCX")
            if extension == ".docx"
            else ("xlsx", "XLSX")
            if extension == ".xlsx"
            else ("other", "ZIP")
        )
    if "word/document.xml" in names:
        return "docx", "DOCX"
    if "xl/workbook.xml" in names:
        return "xlsx", "XLSX"
    if "OFD.xml" in names:
        return "other", "OFD"
    return "other", _named_container(path, "PPTX" if "ppt/presentation.xml" in names else "ZIP")


def _named_container(path: Path, otherwise: str) -> str:
    """Binary Office files, and encrypted new ones, share a container: the name tells more than the first bytes."""
    extension = path.suffix.upper().lstrip(".")
    return (
        extension
        if extension in {"DOC", "XLS", "PPT", "WPS", "ET", "DPS", "DOCX", "XLSX", "MSG", "VSD"}
        else otherwise
    )


def _by_library(path: Path) -> tuple[Sort, str]:
    """What a library takes it for, else its name; what is readable by name alone goes to the readers: it is damaged."""
    try:
        extension = puremagic.from_file(str(path))
    except (puremagic.PureError, ValueError, OSError):
        extension = ""
    told = (extension or path.suffix).lstrip(".")
    for name in EXTENSIONS.get(told.lower(), ()):
        return SORTS.get(name, "image"), name
    return "other", told.upper()
