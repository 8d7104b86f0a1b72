"""What was derived from one client, kept by content: the same inputs and code give the same answer without work."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

T = TypeVar("T")

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
PACKAGE = Path(__file__).parent
ENGINES = (
    "pypdfium2",
    "pdfplumber",
    "pikepdf",
    "rapidocr",
    "onnxruntime",
    "opencv-python-headless",
    "zxing-cpp",
    "pillow",
    "numpy",
    "asn1crypto",
    "cryptography",
)
WRITERS = ("docxtpl", "dxpdf", "reportlab", "pypdf", "jinja2", "python-docx", "fonttools", "openpyxl")


def private_folder(path: Path) -> Path:
    """The folder, made where absent, readable by its owner only."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return path


def write_private(path: Path, content: bytes) -> None:
    """Write a file readable by its owner only, whole or not at all."""
    private_folder(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest(*parts: object) -> str:
    """The SHA-256 of canonical JSON of the parts (records, plain values, paths are refused)."""
    plain = [part.model_dump(mode="json") if isinstance(part, BaseModel) else part for part in parts]
    canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"no canonical form for {type(value).__name__}")


@cache
def fingerprint(*areas: str) -> str:
    """The hash of the program's own code under these areas of pipeline/ (all when none) and of its libraries."""
    roots = [PACKAGE / area for area in areas] or [PACKAGE]
    sources = sorted(path for root in roots for path in _sources(root))
    code = hashlib.sha256()
    for path in sources:
        code.update(str(path.relative_to(PACKAGE).as_posix()).encode())
        code.update(path.read_bytes())
    libraries = ENGINES if areas else ENGINES + WRITERS
    return digest(code.hexdigest(), [f"{name} {library_version(name)}" for name in libraries])


def _sources(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    return [
        path
        for path in root.rglob("*")
        if path.suffix in {".py", ".yaml", ".j2", ".css"} and "_templates" not in path.parts
    ]


def library_version(name: str) -> str:
    """The installed version of a library, `absent` where it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


class Store:
    """One client's cache folder: JSON records and derivative files by key, nothing shared between clients."""

    def __init__(self, folder: Path, enabled: bool = True) -> None:
        self.folder = folder
        self.enabled = enabled
        self.hits: Counter[str] = Counter()
        self.work: Counter[str] = Counter()
        """How often each stage had to make its answer."""

    @property
    def derivatives(self) -> Path:
        """The folder of PDF derivatives, named by content."""
        return private_folder(self.folder / "derivatives")

    def folder_of(self, stage: str, inputs: object) -> Path:
        """A folder of the stage's own for the files that belong to these inputs."""
        return private_folder(self.folder / stage / digest(stage, inputs))

    def remember(self, stage: str, inputs: object, kind: type[T], make: Callable[[], T]) -> T:
        """The stage's answer for these inputs: kept from an earlier run, else made now and kept."""
        found = self.find(stage, inputs, kind)
        if found is not None:
            return found
        made = make()
        self.keep(stage, inputs, kind, made)
        return made

    def find(self, stage: str, inputs: object, kind: type[T]) -> T | None:
        """The kept answer, None where there is none or it no longer has the record's shape."""
        path = self._path(stage, inputs)
        if self.enabled and path.is_file():
            try:
                kept = TypeAdapter(kind).validate_json(path.read_bytes())
            except ValidationError:
                kept = None
            if kept is not None:
                self.hits[stage] += 1
                return kept
        self.work[stage] += 1
        return None

    def keep(self, stage: str, inputs: object, kind: type[T], made: T) -> None:
        """Keep the stage's answer for these inputs."""
        write_private(self._path(stage, inputs), TypeAdapter(kind).dump_json(made))

    def _path(self, stage: str, inputs: object) -> Path:
        return self.folder / stage / f"{digest(stage, inputs)}.json"

    def purge(self) -> tuple[str, ...]:
        """Delete everything kept; the names of what was deleted, for the receipt."""
        gone = tuple(sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()))
        shutil.rmtree(self.folder, ignore_errors=True)
        return gone
