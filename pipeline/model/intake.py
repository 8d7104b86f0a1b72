"""What lies in a client's papers folder: every file, in a named state, nothing dropped in silence."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.model.record import Record

FileState = Literal[
    "readable",
    "encrypted",
    "damaged",
    "empty",
    "no_pages",
    "unsupported",
    "too_large",
    "timed_out",
    "changing",
    "junk",
    "duplicate",
]
UNOPENED: frozenset[FileState] = frozenset(get_args(FileState)) - {"readable", "junk", "duplicate"}
"""States of a file that somebody must hand in anew."""
Integrity = Literal["", "intact", "broken", "unknown"]
"""Of a file's electronic signatures: none, all prove it unchanged, one proves a change, one cannot be verified."""
Sort = Literal["pdf", "image", "docx", "xlsx", "other"]


class UnreadPage(Record):
    """A page (1-based) of a file that opened, which could not be read, and why."""

    page: int
    why: str


class SourceFile(Record):
    """One file as received.

    `path` is relative to the client's folder; `sort` is the true type, sniffed; `pages` None where it cannot be
    opened; `derivative` is the name of the PDF made of an image, DOCX or XLSX (or of a repaired or decrypted PDF) in
    the store, None where the file itself is what gets merged; `repair` the step that opened it (`as is`, `repaired`,
    `rasterised`, `decrypted`); `why` the sentence for people, in Chinese, with the remedy.
    """

    path: str
    sha256: str
    size: int
    sort: Sort
    state: FileState
    pages: int | None = None
    derivative: str | None = None
    repair: str = "as is"
    signed: bool = False
    signature: Integrity = ""
    producer: str = ""
    engine: str = ""
    same_as: str | None = None
    why: str = ""
    active_content: tuple[str, ...] = ()
    unread: tuple[UnreadPage, ...] = ()
    """Pages lost to a time or memory limit or to damage: nobody may take them for blank."""


class IntakeLimits(Record):
    """What one source file may be and take; the profile's `intake` settings."""

    max_file_mb: int = 200
    max_pages: int = 500
    max_seconds: float = 60.0
    max_memory_mb: int = 1500


class Inventory(Record):
    """Every file under papers/, in path order."""

    files: tuple[SourceFile, ...] = ()

    def file(self, path: str) -> SourceFile | None:
        """The file at `path` (relative to the client's folder), None where there is none."""
        return next((file for file in self.files if file.path == path), None)

    def readable(self) -> tuple[SourceFile, ...]:
        """The files that opened and are not copies of another."""
        return tuple(file for file in self.files if file.state == "readable")
