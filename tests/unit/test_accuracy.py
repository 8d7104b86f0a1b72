"""How readings are judged, counted and told by make accuracy; nothing is read by OCR here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.model.document import Document, Field, Part
from pipeline.model.evidence import Evidence
from pipeline.model.values import Text
from tests.accuracy import judging, rates, samples
from tests.accuracy.__main__ import main
from tests.accuracy.judging import Judged, judged
from tests.accuracy.page import page
from tests.accuracy.rates import Rate
from tests.accuracy.samples import Batch, Sample
from tests.specimens import gallery, surfaces, wear, worlds
from tests.specimens.accuracy import Answer

LEAST_KINDS = 3
FILE = "papers/资料01/文件.pdf"


def document(kind: str, last: int, **fields: tuple[str, float]) -> Document:
    return Document(
        kind=kind,
        title="",
        parts=(Part(file=FILE, sha256="", first=1, last=last),),
        fields=tuple(
            Field(name=name, value=Text(value=text), evidence=Evidence(file=FILE, page=1, confidence=confidence))
            for name, (text, confidence) in fields.items()
        ),
    )


def batch(surface: str = "scan", **truth: str) -> Batch:
    told = {"file": FILE, "pages": [1, 2], "kind": "consent", "fields": truth, "rows": {}}
    return Batch(surface, Path(), (Sample("consent_owner", "无", ((FILE, 1, 2),), told),))


def answer(truth: str, read: str | None, confidence: float | None = None, name: str = "address") -> Answer:
    return Answer(FILE, "consent", name, truth, read, confidence)


def test_a_paper_is_judged_by_its_kind_its_pages_and_each_value() -> None:
    told = batch(grantor="虚构甲公司", grantee="虚构乙公司", address="云桥路9号")
    read = document("consent", 3, grantor=("虚构甲公司", 0.99), grantee=("虚构己公司", 0.6))
    assert judged(told, [read]) == (
        Judged("scan", told.samples[0], True, False, (
            answer("虚构甲公司", "虚构甲公司", 0.99, "grantor"), answer("虚构乙公司", "虚构己公司", 0.6, "grantee"), answer("云桥路9号", None),
        )),
    )  # fmt: skip


def test_a_paper_taken_for_another_kind_is_not_recognised() -> None:
    (found,) = judged(batch(address="云桥路9号"), [document("room_lease", 2)])
    assert (found.recognised, found.grouped) == (False, True)
    assert judging.fault(found, found.answers[0]) == "材料种类未认出或认错"


@pytest.mark.parametrize(
    ("read", "verdict", "fault"),
    [
        ("云桥路9号", "right", ""),
        (None, "missing", "字段未读到"),
        ("坐落于云桥路9号", "wrong", "值的前后带入别的字"),
        ("云桥路", "wrong", "值不完整"),
        ("云侨路9号", "wrong", "个别字认错"),
        ("通信机房", "wrong", "读成别的内容"),
    ],
)
def test_a_wrong_value_is_told_from_a_missing_one_and_each_miss_has_its_fault(
    read: str | None, verdict: str, fault: str
) -> None:
    given = answer("云桥路9号", read)
    assert judging.verdict(given) == verdict
    if fault:
        found = Judged("scan", batch().samples[0], True, True, (given,))
        assert judging.fault(found, given) == fault


def test_lost_rows_are_missing_and_rows_too_many_are_wrong() -> None:
    assert judging.verdict(answer("3", "2", name="months.count")) == "missing"
    assert judging.verdict(answer("3", "4", name="months.count")) == "wrong"


def test_confidences_fall_into_bins_of_which_the_last_holds_certainty() -> None:
    given = (
        answer("甲", "甲", 0.3), answer("甲", "乙", 0.5), answer("甲", "甲", 0.95), answer("甲", "甲", 1.0), answer("甲", None),
    )  # fmt: skip
    found = rates.bins([Judged("photo", batch().samples[0], True, True, given)])
    assert [each.rate for each in found] == [Rate(1, 1, 0), Rate(1, 0, 1), Rate(0, 0, 0), Rate(2, 2, 0)]


def test_every_measured_surface_has_its_aims_and_the_page_tells_whether_they_are_met() -> None:
    right = Judged("digital", batch().samples[0], True, True, (answer("甲", "甲", 1.0),))
    wrong = Judged("scan", batch().samples[0], True, True, (answer("甲", "乙", 0.97),))
    assert [(each.name, each.met) for each in rates.aims([right, wrong])] == [
        ("电子文件：字段值全对", True),
        ("电子文件：材料种类认对", True),
        ("扫描件：字段值全对", False),
        ("扫描件：材料种类认对", True),
        ("置信度 0.95 以上的字段正确", False),
    ]
    told = page([right, wrong], date(2026, 11, 25), ["公开样张：未测。"])
    for line in (
        "| 扫描件：字段值全对 | 0.00% | ≥ 97.0% | **未达到** |",
        "| 电子文件：字段值全对 | 100.00% | ≥ 99.5% | 达到 |",
        "| 0.95–1 | 1 | 1 | 0.00% |",
        "| 扫描件 | 个别字认错 | 1 |",
        "| consent | address | 1／1 | 0／1（1） | — | — |",
        "- 公开样张：未测。",
    ):
        assert line in told.splitlines()


def test_a_surface_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper"]) == 2
    assert "no surface paper" in capsys.readouterr().err


def test_every_exhibit_is_measured_in_a_file_of_its_own_or_bound_with_others(tmp_path: Path) -> None:
    first = next(samples.batches(tmp_path, "digital"))
    assert {each.layout for each in first.samples} == {each.name for each in gallery.exhibits()}
    files = [file for each in first.samples for file, _, _ in each.places]
    assert all((first.folder / file).is_file() for file in files)
    assert len(set(files)) < len(files)


def test_no_two_exhibits_share_a_file_and_every_wear_is_measured_on_several_kinds() -> None:
    numbers = [number for number, _ in samples.some(0)]
    assert len(set(numbers)) == len(numbers) == len(gallery.exhibits())
    for wears in (wear.SCANS, wear.PHOTOS):
        kinds: dict[str, set[str]] = {each.name: set() for each in wears}
        for turn in (0, 1):
            for number, exhibit in samples.some(turn):
                kinds[samples.wear_of(number, turn, wears).name].add(exhibit.kind)
        assert {name for name, worn in kinds.items() if len(worn) < LEAST_KINDS} == set()


def test_each_wear_changes_the_picture_and_the_same_seed_gives_the_same_bytes() -> None:
    world = worlds.clean(31)
    paper = next(each for each in gallery.exhibits() if each.name == "credit_record_clear").draw(world)
    made = [wear.photos(paper, each, 5, world.company.name)[0] for each in wear.PHOTOS]
    assert len(set(made)) == len(wear.PHOTOS)
    assert wear.photos(paper, wear.PHOTOS[0], 5, world.company.name)[0] == made[0]
    assert wear.scan(paper, wear.SCANS[-1], 5, "虚构") != surfaces.scan([paper], 5)
