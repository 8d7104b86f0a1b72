from __future__ import annotations

from pipeline.facts.accounts import accounts
from pipeline.model.document import Document, Part
from pipeline.model.intake import Inventory, SourceFile

FILE = "papers/章程.pdf"


def told(why: str, paper_why: str) -> str:
    source = SourceFile(path=FILE, sha256="a" * 64, size=1, sort="pdf", state="readable", pages=1, why=why)
    part = Part(file=FILE, sha256="a" * 64, first=1, last=1)
    paper = Document(kind="articles", title="章程", parts=(part,), status="superseded", why=paper_why)
    (account,) = accounts(Inventory(files=(source,)), (paper,))
    assert account.state == "superseded"
    return account.why


def test_what_is_noted_of_a_file_and_of_its_paper_reads_as_one_sentence() -> None:
    assert told("已用修复后的副本。", "另一份页码完整") == "已用修复后的副本；另一份页码完整"


def test_a_single_note_stands_as_it_is() -> None:
    assert told("已用修复后的副本。", "") == "已用修复后的副本。"
    assert told("", "另一份页码完整") == "另一份页码完整"
