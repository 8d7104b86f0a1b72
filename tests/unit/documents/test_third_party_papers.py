"""Layouts made by others (not ours, values invented): found at ../shared/testdata, skipped where absent."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.engines.reading import ReadingSettings, read_pages

ROOT = Path(__file__).resolve().parents[3].parent / "shared" / "testdata" / "zh"
pytestmark = pytest.mark.skipif(not ROOT.is_dir(), reason="third-party test data is not here")


def read(name: str) -> tuple[str, dict[str, str]]:
    path = ROOT / name
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    paper = Paper.of(read_pages(path, f"papers/{path.name}", sha256, settings=ReadingSettings(ocr=False)))
    decided = best(judge(paper.sheets[0], declarations()))
    assert decided is not None
    return decided.kind.kind, {field.name: field.text for field in read_paper(decided.kind, paper).fields}


def test_a_fire_opinion_from_another_office_s_template_is_read() -> None:
    truth = json.loads((ROOT / "truth.json").read_text(encoding="utf-8"))["rendered/fire_special_acceptance_pass.pdf"]
    wanted = truth["fields"]
    kind, fields = read("rendered/fire_special_acceptance_pass.pdf")
    assert kind == "fire_document"
    assert fields == {
        "sort": "验收意见书",
        "number": wanted["doc_no"],
        "project": wanted["project"],
        "address": wanted["address"],
        "conclusion": wanted["conclusion"],
        "issuer": wanted["authority"],
        "issued_on": wanted["issue_date"],
    }


def test_a_unit_certificate_of_a_form_not_described_gives_payer_and_day_and_guesses_no_person() -> None:
    truth = json.loads((ROOT / "truth.json").read_text(encoding="utf-8"))["rendered/si_guizhou_unit_2023.pdf"]
    kind, fields = read("rendered/si_guizhou_unit_2023.pdf")
    assert kind == "social_insurance"
    assert fields["payer"] == truth["fields"]["unit_name"]
    assert fields["printed_on"] == truth["fields"]["print_date"]
    assert "name" not in fields
