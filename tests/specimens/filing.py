"""Papers as files in a client's folder, and the record of what stands in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.specimens import surfaces
from tests.specimens.sheet import Paper

PORTAL = "电信业务市场综合管理信息系统（虚构数据）"


@dataclass
class Filing:
    """One file: the papers in it, and whether it is digital, a scan, a photograph or a Word file."""

    path: str
    papers: Sequence[Paper]
    surface: str = "digital"
    turn: int = 0
    exif: bool = False
    grey: bool = False
    creator: str = "虚构办公软件"
    word: Callable[[], bytes] | None = None

    def content(self, seed: int) -> bytes:
        """The bytes of the file."""
        if self.word is not None:
            return self.word()
        if self.surface == "scan":
            return surfaces.scan(self.papers, seed, grey=self.grey)
        if self.surface == "photo":
            return surfaces.photo(self.papers[0].pages[0], seed, self.turn, self.exif)
        return surfaces.digital(self.papers, self.creator)


@dataclass
class Truth:
    """What a client's papers say, file by file, as the program should read it."""

    client: str
    documents: list[dict[str, object]] = field(default_factory=list)

    def add(self, filing: Filing) -> None:
        """Record the papers of one file with their pages, 1-based, first and last."""
        page = 1
        for paper in filing.papers:
            last = page + len(paper.pages) - 1
            place = {"file": f"papers/{filing.path}", "surface": filing.surface, "pages": [page, last]}
            self.documents.append({**place, **{key: value for key, value in paper.truth().items() if key != "pages"}})
            page = last + 1

    def text(self) -> str:
        """The record as JSON, always in the same order."""
        record = {"client": self.client, "documents": sorted(self.documents, key=lambda each: str(each["file"]))}
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path, filings: Sequence[Filing], seed: int) -> Truth:
    """Write every file under folder/papers and return the truth about them."""
    truth = Truth(folder.name)
    for number, filing in enumerate(filings):
        target = folder / "papers" / filing.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(filing.content(seed * 1000 + number))
        truth.add(filing)
    return truth
