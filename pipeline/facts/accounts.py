"""What became of every file: nothing is dropped in silence."""

from __future__ import annotations

from pipeline.model.document import Document
from pipeline.model.intake import UNOPENED, Inventory, SourceFile
from pipeline.model.outcome import FileAccount


def accounts(inventory: Inventory, documents: tuple[Document, ...]) -> tuple[FileAccount, ...]:
    """The account of every file under papers/, in path order."""
    return tuple(_account(file, _papers_of(file, documents)) for file in inventory.files)


def _papers_of(file: SourceFile, documents: tuple[Document, ...]) -> list[Document]:
    return [each for each in documents if any(part.file == file.path for part in each.parts)]


def _account(file: SourceFile, papers: list[Document]) -> FileAccount:
    told = FileAccount(path=file.path, sha256=file.sha256, pages=file.pages, state="unused", why=file.why)
    if file.state in UNOPENED:
        return told.model_copy(update={"state": "unreadable"})
    if file.state != "readable":
        return told
    current = [each for each in papers if each.status == "current"]
    if any(each.material is not None for each in current):
        return told.model_copy(update={"state": "used", "why": _words(file, current)})
    if current or not papers:
        return told.model_copy(
            update={"state": "unplaced", "why": _words(file, current) or "没有认出是什么材料，请人工归类"}
        )
    return told.model_copy(update={"state": "superseded", "why": _words(file, papers)})


def _words(file: SourceFile, papers: list[Document]) -> str:
    """What is noted of the file and of its papers, each once."""
    notes = dict.fromkeys(each for each in (file.why, *(paper.why for paper in papers)) if each)
    return _joined(tuple(notes))


def _joined(notes: tuple[str, ...]) -> str:
    """Notes as one sentence: only the last keeps its full stop."""
    return "；".join((*(each.rstrip("。") for each in notes[:-1]), *notes[-1:]))
