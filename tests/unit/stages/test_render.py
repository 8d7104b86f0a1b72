"""Drafts that are kept between runs are found where the cache lies now."""

from __future__ import annotations

from pathlib import Path

from pipeline.model.draft import Draft
from pipeline.stages.render import _taken_over


def test_drafts_of_a_build_folder_that_was_moved_are_taken_from_where_they_are(tmp_path: Path) -> None:
    kept, out = tmp_path / "moved" / "cache", tmp_path / "result"
    kept.mkdir(parents=True)
    for kind in ("docx", "pdf"):
        (kept / f"07_计划书.{kind}").write_bytes(kind.encode())
    before = tmp_path / "before"
    draft = Draft.model_construct(docx=before / "07_计划书.docx", pdf=before / "07_计划书.pdf")
    found = _taken_over(draft, kept, out)
    assert (found.docx, found.pdf) == (out / "07_计划书.docx", out / "07_计划书.pdf")
    assert found.pdf.read_bytes() == b"pdf"
