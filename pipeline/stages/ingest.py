"""Stage 1: what lies under papers/: every file in a named state with a remedy, originals never written to."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.opening import Identity, OpeningReport, OpeningTask, identify, open_file
from pipeline.engines.outcomes import Crashed, Done, Failure, Fault, Outcome, OutOfMemory, Refused, TimedOut
from pipeline.engines.remedies import noted, refused, sentence
from pipeline.engines.sniff import is_junk
from pipeline.model.intake import FileState, IntakeLimits, Inventory, SourceFile, UnreadPage

PAPERS = "papers"
LOST = "此页内容损坏或缺失，显示为空白"
STATES: dict[Fault, FileState] = {
    "encrypted": "encrypted",
    "locked": "encrypted",
    "no_pages": "no_pages",
    "empty": "empty",
    "unsupported": "unsupported",
    "changing": "changing",
}
"""The state of a file that an engine refused; all others are damaged."""
MEGABYTE = 1_000_000
UNFINISHED = frozenset({".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp", ".td", ".!ut"})


@dataclass(frozen=True)
class _Found:
    """A file on disk: its path, its path in the client's folder, size in bytes."""

    path: Path
    name: str
    size: int


def run(folder: Path, passwords: tuple[str, ...], limits: IntakeLimits, store: Path, shop: Workshop) -> Inventory:
    """The inventory of a client's folder; PDFs made of images, Word, Excel or damaged files go to `store`."""
    _make_private(store)
    settled, candidates = _sorted_out(folder, limits)
    identities = dict(
        zip(candidates, shop.map(identify, [each.path for each in candidates], _child(limits)), strict=True)
    )
    files = [*settled, *_failed(identities, limits)]
    known = {found: outcome.value for found, outcome in identities.items() if isinstance(outcome, Done)}
    originals, copies = _without_copies(known)
    files += copies
    files += _without_twins(_opened(originals, passwords, limits, store, shop))
    return Inventory(files=tuple(sorted(files, key=lambda file: _order(file.path))))


def _sorted_out(folder: Path, limits: IntakeLimits) -> tuple[list[SourceFile], list[_Found]]:
    """Files whose state shows without opening them, and the rest."""
    settled, candidates = [], []
    for path in _walk(folder / PAPERS):
        name = _printable(path.relative_to(folder).as_posix())
        status = path.lstat()
        found = _Found(path, name, status.st_size)
        state = _state_by_name(path, name, status, limits)
        if state is None:
            candidates.append(found)
        else:
            settled.append(_settled(found, *state))
    return settled, candidates


def _walk(papers: Path) -> Iterable[Path]:
    """Every file below, folders that are links not entered, in the order of their names."""
    paths = [Path(parent) / name for parent, _, names in os.walk(papers) for name in names]
    return sorted(paths, key=lambda path: _order(path.as_posix()))


def _order(path: str) -> tuple[str, str]:
    """By name as it reads: a Mac writes é as two characters, others as one."""
    return unicodedata.normalize("NFC", path), path


def _printable(name: str) -> str:
    """The name, or what it says in GB 18030 where its bytes are no UTF-8 (archives packed on older Windows)."""
    return os.fsencode(name).decode("gb18030", "replace") if _has_foreign_bytes(name) else name


def _has_foreign_bytes(name: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in name)


def _state_by_name(
    path: Path, name: str, status: os.stat_result, limits: IntakeLimits
) -> tuple[FileState, str] | None:
    """State and sentence of a file that need not be opened, None for all others."""
    megabytes = -(-status.st_size // MEGABYTE)
    tests: tuple[tuple[bool, FileState, str], ...] = (
        (is_junk(Path(name)), "junk", "junk"),
        (not stat.S_ISREG(status.st_mode), "unsupported", "link"),
        (_has_foreign_bytes(path.as_posix()), "unsupported", "foreign_name"),
        (path.suffix.lower() in UNFINISHED, "changing", "unfinished"),
        (status.st_size == 0, "empty", "empty"),
        (megabytes > limits.max_file_mb, "too_large", "too_many_bytes"),
    )
    for holds, state, fault in tests:
        if holds:
            return state, sentence(fault, name, size=megabytes, most=limits.max_file_mb)
    return None


def _settled(found: _Found, state: FileState, why: str) -> SourceFile:
    return SourceFile(path=found.name, sha256="", size=found.size, sort="other", state=state, why=why)


def _failed(identities: Mapping[_Found, Outcome[Identity]], limits: IntakeLimits) -> list[SourceFile]:
    return [
        _settled(found, *_state_of_failure(found.name, outcome, limits))
        for found, outcome in identities.items()
        if not isinstance(outcome, Done)
    ]


def _without_copies(known: Mapping[_Found, Identity]) -> tuple[dict[_Found, Identity], list[SourceFile]]:
    """The first file of each content, and the others as duplicates of it."""
    first: dict[str, _Found] = {}
    originals, copies = {}, []
    for found, identity in known.items():
        earlier = first.setdefault(identity.sha256, found)
        if earlier is found:
            originals[found] = identity
        else:
            why = sentence("duplicate", found.name, other=earlier.name)
            copies.append(_source_file(found, identity, state="duplicate", same_as=earlier.name, why=why))
    return originals, copies


def _opened(
    originals: Mapping[_Found, Identity],
    passwords: tuple[str, ...],
    limits: IntakeLimits,
    store: Path,
    shop: Workshop,
) -> list[tuple[SourceFile, str]]:
    """Each file as it opened, and the hash of its look (empty where it has none)."""
    files: list[tuple[SourceFile, str]] = []
    readable = {}
    for found, identity in originals.items():
        if identity.sniffed.sort == "other":
            state, why = refused(found.name, identity.sniffed.format)
            files.append((_source_file(found, identity, state=state, why=why), ""))
        else:
            readable[found] = identity
    tasks = [
        OpeningTask(
            path=found.path,
            sha256=identity.sha256,
            sort=identity.sniffed.sort,
            store=store,
            passwords=passwords,
            most_pages=limits.max_pages,
        )
        for found, identity in readable.items()
    ]
    outcomes = shop.map(open_file, tasks, _child(limits))
    for (found, identity), outcome in zip(readable.items(), outcomes, strict=True):
        seen = outcome.value.look if isinstance(outcome, Done) else ""
        files.append((_concluded(found, identity, outcome, limits), seen))
    return files


def _without_twins(files: list[tuple[SourceFile, str]]) -> list[SourceFile]:
    """The files, those that show the same pages as another marked as duplicates: a signed one counts first."""
    kept: dict[str, SourceFile] = {}
    for file, seen in sorted(files, key=lambda each: (not each[0].signed, _order(each[0].path))):
        if file.state == "readable" and seen:
            kept.setdefault(seen, file)
    return [_as_twin(file, kept[seen]) if kept.get(seen, file) is not file else file for file, seen in files]


def _as_twin(file: SourceFile, other: SourceFile) -> SourceFile:
    if file.state != "readable":
        return file
    why = sentence("same_pages", file.path, other=other.path)
    return file.model_copy(update={"state": "duplicate", "same_as": other.path, "why": why})


def _concluded(
    found: _Found, identity: Identity, outcome: Outcome[OpeningReport], limits: IntakeLimits
) -> SourceFile:
    if _has_changed(found.path, identity):
        return _source_file(found, identity, state="changing", why=sentence("changing", found.name))
    if not isinstance(outcome, Done):
        state, why = _state_of_failure(found.name, outcome, limits)
        return _source_file(found, identity, state=state, why=why)
    report = outcome.value
    return _source_file(
        found,
        identity,
        state="readable",
        pages=report.pages,
        derivative=report.derivative,
        repair=report.repair,
        signed=report.signed,
        signature=report.signature,
        producer=report.producer,
        engine=report.engine,
        active_content=report.active,
        unread=tuple(UnreadPage(page=page, why=LOST) for page in report.lost),
        why=noted(found.name, identity.sniffed, report.repair, report.remarks),
    )


def _source_file(found: _Found, identity: Identity, **told: object) -> SourceFile:
    return SourceFile.model_validate(
        {
            "path": found.name,
            "sha256": identity.sha256,
            "size": identity.size,
            "sort": identity.sniffed.sort,
            **told,
        }
    )


def _has_changed(path: Path, identity: Identity) -> bool:
    """Whether the file is another than the one that was opened: somebody is still copying or downloading it."""
    try:
        now = path.stat()
    except OSError:
        return True
    if (now.st_size, now.st_mtime_ns) == (identity.size, identity.modified):
        return False
    return identify(path).sha256 != identity.sha256


def _state_of_failure(name: str, failure: Failure | Outcome[Identity], limits: IntakeLimits) -> tuple[FileState, str]:
    match failure:
        case TimedOut():
            return "timed_out", sentence("timed_out", name, seconds=f"{limits.max_seconds:g}")
        case OutOfMemory():
            return "too_large", sentence("too_much_memory", name, most=limits.max_memory_mb)
        case Crashed(cause="PermissionError"):
            return "unsupported", sentence("no_permission", name)
        case Refused(fault="too_large", detail=detail):
            return "too_large", sentence("too_many_pages", name, most=limits.max_pages, detail=detail)
        case Refused(fault=fault):
            return STATES.get(fault, "damaged"), sentence(fault, name)
        case _:
            return "damaged", sentence("damaged", name)


def _child(limits: IntakeLimits) -> ChildLimits:
    return ChildLimits(max_seconds=limits.max_seconds, max_memory_mb=limits.max_memory_mb)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
