"""`visit` and `due` as a user calls them."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import vobject

from pipeline.duties.coming import licensed
from pipeline.duties.licence import FACTS
from pipeline.errors import InputError
from pipeline.kept import inputs_of
from pipeline.outputs import LICENSED, VISIT
from pipeline.workplace import Workplace, open_work
from tests.cli.calls import ROOT, Called, call

HEAD = "# 说明\nlicence: isp   # 许可证\ncoverage: [北京市]\nshort_name: 云桥\n"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path / "inputs", tmp_path / "build", ROOT / "templates", None, date(2027, 3, 2))


def client(place: Workplace, name: str, more: str = "") -> Path:
    path = place.inputs / name / "client.yaml"
    path.parent.mkdir(parents=True)
    (path.parent / "papers").mkdir()
    path.write_text(HEAD + more, encoding="utf-8")
    return path


def due(capsys: pytest.CaptureFixture[str], place: Workplace, *more: str) -> Called:
    folders = ("--inputs", place.inputs, "--build", place.build, "--templates", place.templates)
    return call(capsys, "due", *folders, *more)


def result(place: Workplace, name: str, **facts: str) -> None:
    folder = place.build / name
    folder.mkdir(parents=True)
    told = {"facts": {each.replace("__", "."): {"value": value} for each, value in facts.items()}}
    (folder / FACTS).write_text(json.dumps(told), encoding="utf-8")


def test_what_comes_over_all_clients_is_listed_by_day_and_who_has_no_licence_is_told(capsys, place):
    client(place, "acme", 'answers: {licence_issued_on: "2027-03-01"}\n')
    client(place, "gamma", "answers: {licence_issued_on: 2022-12-01}\n")
    client(place, "beta")
    result(
        place,
        "acme",
        company__name="虚构云桥网络有限公司",
        **{"access[0].operator": "虚构电信", "access[0].term_to": "2027-07-10"},
    )
    told = due(capsys, place, "--as-of", "2027-03-20", "--days", "30", "--lang", "en")
    assert told.code == 0
    lines = told.out.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["2027-03-31", "2027-04-09"]
    assert "云桥（gamma）" in lines[0]
    assert "2026 年度年报" in lines[0]
    assert "虚构云桥网络有限公司（acme）" in lines[1]
    assert "接入协议续签" in lines[1]
    assert lines[2] == "No day of issue entered: beta"
    assert lines[3] == "Contracts not read yet (run dossier check first): gamma"


def test_what_fell_due_lately_is_asked_about(capsys, place):
    client(place, "gamma", "answers: {licence_issued_on: 2022-12-01}\n")
    told = due(capsys, place, "--as-of", "2027-04-10", "--days", "10", "--json")
    coming = json.loads(told.out)["coming"]
    assert [(each["due"]["day"], each["left"]) for each in coming] == [("2027-03-31", -10)]
    assert json.loads(due(capsys, place, "--as-of", "2027-04-10", "--past", "5", "--json").out)["coming"] == []


def test_a_contract_of_which_no_renewal_is_known_is_listed_until_one_is(capsys, place):
    client(place, "gamma", "answers: {licence_issued_on: 2022-12-01}\n")
    result(place, "gamma", **{"rooms[0].address": "虚构市虚构路1号", "rooms[0].term_to": "2026-10-31"})
    told = due(capsys, place, "--as-of", "2027-05-10", "--days", "1", "--past", "1", "--json")
    coming = json.loads(told.out)["coming"]
    assert [(each["due"]["duty"], each["due"]["ends"]) for each in coming] == [("room_lease", "2026-10-31")]


def test_one_client_with_a_bad_answer_does_not_hide_the_others(capsys, place):
    client(place, "acme", "answers: {licence_issued_on: 去年}\n")
    client(place, "gamma", "answers: {licence_issued_on: 2022-12-01}\n")
    told = due(capsys, place, "--as-of", "2027-03-20")
    assert told.code == InputError.exit_code
    assert "2026 年度年报" in told.out
    assert "acme/client.yaml /answers/licence_issued_on：“去年”不是日期" in told.err


def test_the_licence_is_entered_and_page_and_calendar_are_written(place):
    path = client(place, "acme", "answers:\n  fax: 无 # 没有\n# 完\n")
    told = licensed(place, "acme", date(2027, 3, 1), " 京B1-20270001 ")
    folder = place.build / "acme" / LICENSED
    assert told.paths == tuple((folder / name).as_posix() for name in ("after-licence.pdf", "after-licence.ics"))
    assert path.read_text(encoding="utf-8") == (
        HEAD
        + 'answers:\n  fax: 无 # 没有\n  licence_issued_on: "2027-03-01"\n  licence_number: "京B1-20270001"\n# 完\n'
    )
    calendar = vobject.readOne((folder / "after-licence.ics").read_text(encoding="utf-8"))
    days = {each.summary.value: each.dtstart.value for each in calendar.vevent_list}
    assert days["云桥：申请续期（最迟）"] == date(2031, 12, 2)
    again = licensed(place, "acme", None, None)
    assert (again.licence, again.dues, again.entered) == (told.licence, told.dues, False)


@pytest.mark.parametrize(
    ("more", "issued", "said"),
    [
        ("", None, "acme 没有登记发证日期"),
        (
            "answers: {licence_issued_on: 2027-02-01}\n",
            date(2027, 3, 1),
            "与“2027-03-01”不同，请先在 client.yaml 中改正",
        ),
        ("answers: {licence_valid_to: 2027-01-01}\n", date(2027, 3, 1), "不晚于发证日"),
        ("answers: {business_opened_on: 2027-02-01}\n", date(2027, 3, 1), "未取证不得开通"),
    ],
)
def test_a_bad_answer_is_told_in_one_sentence_and_nothing_is_written(place, more, issued, said):
    path = client(place, "acme", more)
    with pytest.raises(InputError) as caught:
        licensed(place, "acme", issued, None)
    assert len(caught.value.faults) == 1
    assert said in caught.value.faults[0]
    assert path.read_text(encoding="utf-8") == HEAD + more
    assert not (place.build / "acme" / LICENSED).exists()


def test_the_pack_for_an_inspection_is_written_beside_the_result_even_without_papers(capsys, place):
    client(place, "acme")
    folders = ("--inputs", place.inputs, "--build", place.build, "--templates", place.templates)
    told = call(capsys, "visit", "acme", *folders, "--quiet")
    assert told.code == 0
    path = place.build / "acme" / VISIT / "site-visit.pdf"
    assert told.out.splitlines()[0] == path.as_posix()
    with pypdfium2.PdfDocument(path) as document:
        words = "".join(page.get_textpage().get_text_range() for page in document)
    assert "【待补】" in words
    assert "现场核查签到表" in words


def test_plan_licensed_enters_the_licence_and_lists_what_follows(capsys, place):
    path = client(place, "acme")
    folders = (
        "--inputs",
        place.inputs,
        "--build",
        place.build,
        "--templates",
        place.templates,
        "--as-of",
        "2027-03-02",
    )
    told = call(
        capsys, "plan", "acme", "--licensed", "2027-03-01", "--number", "京B1-20270001", *folders, "--lang", "en"
    )
    assert told.code == 0
    assert told.out.splitlines()[0].endswith("acme/licensed/after-licence.pdf")
    assert "Valid until 2032-03-01" in told.out
    assert "Contracts are not counted: run dossier check acme first" in told.out
    assert 'licence_number: "京B1-20270001"' in path.read_text(encoding="utf-8")
    assert not (place.build / "acme" / "checklist.pdf").exists()
    told = call(capsys, "plan", "acme", "--licensed", "2027-04-01", *folders)
    assert told.code == InputError.exit_code
    assert "已写为“2027-03-01”" in told.err
    told = call(capsys, "plan", "acme", "--licensed", "下个月", *folders)
    assert told.code == 2


def test_a_template_that_the_agency_puts_in_makes_the_next_run_a_new_one(place, tmp_path):
    client(place, "acme")
    root = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", root)
    before = inputs_of("check", open_work(replace(place, templates=root), "acme"))
    (root / "official" / "11_承诺书.docx").write_bytes(b"new")
    assert inputs_of("check", open_work(replace(place, templates=root), "acme")) != before
