"""`dossier layout` on papers that no layout file describes, drawn with invented data (虚构数据)."""

import json

import pytest

from pipeline.documents.social_insurance.layout import parsed
from tests.cli.calls import call
from tests.specimens import surfaces
from tests.specimens.sheet import Page, Paper

COMPANY, NAME, NUMBER = "山海虚构数据有限公司", "王虚构", "119999199512288593"
ROWS = (
    ("费款所属期", "险种", "缴费基数", "缴费状态"),
    ("2026-09", "养老", "6000", "已缴"),
    ("2026-10", "养老", "6000", "已缴"),
)


def form():
    page = Page(595, 842)
    page.text(150, 60, "职工社会保险缴费历史明细", 20)
    page.text(60, 110, f"参保人：{NAME}", 12)
    page.text(300, 110, f"身份证号：{NUMBER}", 12)
    page.text(60, 140, f"缴费单位：{COMPANY}", 12)
    page.text(380, 140, "打印时间：2026-11-20", 12)
    for number, row in enumerate(ROWS):
        for place, text in enumerate(row):
            left, top = 60 + 115 * place, 180 + 26 * number
            page.frame(left, top, left + 115, top + 26)
            page.text(left + 6, top + 17, text, 11)
    return Paper("social_insurance", "未知表格", [page])


def written(tmp_path, content):
    paper = tmp_path / "未知表格.pdf"
    paper.write_bytes(content)
    return paper


def test_a_draft_is_printed_and_what_it_reads_is_told_beside_it(capsys, tmp_path):
    called = call(capsys, "layout", written(tmp_path, surfaces.digital([form()])), "--quiet")
    layout, faults = parsed("new_form.yaml", called.out)
    assert (called.code, layout is not None, faults) == (0, True, ())
    assert [value for value in (COMPANY, NAME, NUMBER) if value in called.out] == []
    assert called.err.splitlines()[1:5] == [
        f"  缴费单位：{COMPANY}",
        f"  姓名：{NAME}",
        f"  证件号码：{NUMBER}",
        "  人数：1；明细：2 行；最近一个月：2026-10",
    ]


def test_a_file_that_exists_is_only_replaced_when_told_so(capsys, tmp_path):
    paper, output = written(tmp_path, surfaces.digital([form()])), tmp_path / "new.yaml"
    output.write_text("早先的内容", encoding="utf-8")
    refused = call(capsys, "layout", paper, "--output", output, "--quiet")
    assert (refused.code, output.read_text(encoding="utf-8")) == (2, "早先的内容")
    replaced = call(capsys, "layout", paper, "--output", output, "--overwrite", "--quiet")
    assert (replaced.code, replaced.err) == (0, f"已覆盖 {output}\n")
    assert parsed("new.yaml", output.read_text(encoding="utf-8"))[1] == ()


def test_what_is_no_paper_is_refused_with_the_way_out(capsys, tmp_path):
    paper = tmp_path / "表格.ofd"
    paper.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    called = call(capsys, "layout", paper, "--quiet")
    assert called.code == 4
    assert "请在原软件中导出为 PDF 后放入" in called.err


@pytest.mark.slow
def test_a_scanned_form_is_drafted_too(capsys, tmp_path):
    called = call(capsys, "layout", written(tmp_path, surfaces.scan([form()], 7)), "--json", "--quiet")
    drafted = json.loads(called.out)
    assert [value for value in (COMPANY, NAME, NUMBER) if value in drafted["text"]] == []
    del drafted["text"]
    assert drafted == {
        "known": "",
        "payer": COMPANY,
        "name": NAME,
        "number": NUMBER,
        "people": 1,
        "months": 2,
        "latest": "2026-10",
    }
