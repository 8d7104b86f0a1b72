import json
from datetime import date

import pytest

from pipeline import deciding
from pipeline.errors import InputError, UsageError
from pipeline.yamltext import parse_yaml

ON = date(2026, 12, 1)
FOUND = (("PK-04", "3f9a2c", "unknown"), ("PK-04", "3f9b00", "unknown"), ("SI-13", "77b01e", "broken"))


@pytest.fixture
def folder(tmp_path):
    """A client with a report of two doubts and a fault."""
    made = tmp_path / "inputs" / "云桥"
    made.mkdir(parents=True)
    (made / "client.yaml").write_text("licence: isp  # 种类\ncoverage: [北京市]\n", encoding="utf-8")
    report = tmp_path / "build" / "云桥"
    report.mkdir(parents=True)
    results = [
        {"rule": rule, "outcome": outcome, "findings": [{"id": of, "outcome": outcome, "message": f"{rule} 的问题"}]}
        for rule, of, outcome in FOUND
    ]
    (report / "findings.json").write_text(json.dumps({"results": results}), encoding="utf-8")
    return made


def build_of(folder):
    return folder.parents[1] / "build"


def entered(folder):
    text = (folder / "client.yaml").read_text(encoding="utf-8")
    assert "# 种类" in text
    return parse_yaml(text).content


def test_a_confirmation_names_rule_and_finding(folder):
    told = deciding.confirm(folder, build_of(folder), "3f9a", "原件有公章", "张样", ON)
    assert told.message == "PK-04 的问题"
    assert entered(folder)["confirmed"] == [
        {"rule": "PK-04", "of": "3f9a2c", "saw": "原件有公章", "by": "张样", "on": "2026-12-01"}
    ]


def test_a_fault_is_waived_until_a_day_with_its_reason(folder):
    deciding.waive(folder, build_of(folder), "77b01e", "张样", ON, "窗口已电话确认", ())
    deciding.waive_rule(folder, "SI-13", "张样", ON, "窗口已电话确认", ())
    assert entered(folder)["waivers"] == [
        {"rule": "SI-13", "of": "77b01e", "until": "2026-12-01", "by": "张样", "why": "窗口已电话确认"},
        {"rule": "SI-13", "until": "2026-12-01", "by": "张样", "why": "窗口已电话确认"},
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [("77b01e", "不能以“已核对”了结"), ("3f9", "没有编号"), ("abcd", "没有编号")],
)
def test_what_cannot_be_confirmed_is_refused_in_one_sentence(folder, found, words):
    with pytest.raises(UsageError, match=words):
        deciding.confirm(folder, build_of(folder), found, "原件", "张样", ON)
    assert "confirmed" not in entered(folder)


def test_a_rule_that_cannot_be_waived_is_refused(folder):
    with pytest.raises(UsageError, match="不得豁免"):
        deciding.waive(folder, build_of(folder), "77b01e", "张样", ON, "急", ("SI-13",))
    with pytest.raises(UsageError, match="不得豁免"):
        deciding.waive_rule(folder, "SI-13", "张样", ON, "急", ("SI-13",))


def test_without_a_report_the_way_is_told(folder, tmp_path):
    with pytest.raises(InputError, match="make check CLIENT=云桥"):
        deciding.confirm(folder, tmp_path / "elsewhere", "3f9a2c", "原件", "张样", ON)
