"""Forms of insurance that no layout file describes: months across, marks, insurances in columns, letters."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.documents.social_insurance.signs import explained
from tests.documents.test_golden import record_of
from tests.unit.layout.builders import Drawing

COMPANY = "虚构云桥智联科技有限公司"
NUMBER, OTHER = "119999199512288593", "11999919860218331X"
HEAD = f"姓名：高予安　　社会保障号码：{NUMBER}"


def read(*drawings: Drawing) -> dict[str, Any]:
    paper = Paper.of(tuple(drawing.page() for drawing in drawings))
    decided = best(judge(paper.sheets[0], declarations()))
    assert decided is not None, "no kind was recognised"
    record = record_of(decided.kind.kind, read_paper(decided.kind, paper))
    return record | {"rows": {"people": [], "months": []} | record.get("rows", {})}


def begun(title: str = "虚构省社会保险个人参保缴费证明", reader: str = "text") -> Drawing:
    drawing = Drawing(842, 595, reader="ocr" if reader == "ocr" else "text")
    drawing.write(250, 40, title, 18)
    drawing.write(60, 80, HEAD, 11)
    drawing.write(60, 102, f"单位名称：{COMPANY}", 11)
    return drawing


def paid(record: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(row["month"], row.get("state")) for row in record["rows"]["months"]]


def across(head: list[str], rows: list[list[str]], note: str = "", **more: Any) -> dict[str, Any]:
    drawing = begun(**more)
    bottom = drawing.ruled(60, 130, [90.0] + [60.0] * (len(head) - 1), [head, *rows])
    drawing.write(60, bottom + 20, note, 10)
    return read(drawing)


YEAR = ["年度", "8月", "9月", "10月", "11月"]


@pytest.mark.parametrize("mark", ["√", "✓"])
def test_months_run_across_with_a_tick_where_paid(mark: str) -> None:
    found = across(YEAR, [["2026", mark, mark, mark, ""]])
    assert paid(found) == [("2026-08", "已缴费"), ("2026-09", "已缴费"), ("2026-10", "已缴费")]


@pytest.mark.parametrize(
    "heads",
    [["202608", "202609", "202610"], ["2026年10月", "2026年09月", "2026年08月"], ["2026-08", "2026-09", "2026-10"]],
)
def test_months_in_headings_with_their_year_take_either_order(heads: list[str]) -> None:
    found = across(["险种", *heads], [["养老保险", "300.10", "300.10", "0.00"], ["合计", "300.10", "300.10", "0.00"]])
    unpaid = {"202610": "2026-10", "2026年08月": "2026-08", "2026-10": "2026-10"}[heads[2]]
    assert {month for month, _ in paid(found)} == {"2026-08", "2026-09", "2026-10"} - {unpaid}
    assert all(row["kinds"] == ["养老"] for row in found["rows"]["months"])


def test_a_mark_says_what_the_note_says() -> None:
    found = across(YEAR, [["2026", "★", "★", "▲", "欠"]], "说明：★已到账，▲为缓缴，“欠”表示欠缴")
    assert paid(found) == [("2026-08", "已缴费"), ("2026-09", "已缴费"), ("2026-10", "缓缴"), ("2026-11", "欠缴")]


def test_a_mark_that_nothing_explains_says_nothing() -> None:
    assert paid(across(YEAR, [["2026", "√", "○", "○", "欠"]])) == [("2026-08", "已缴费")]


def test_words_under_months_are_states() -> None:
    found = across(YEAR, [["2026", "已缴费", "补缴", "中断", "-"]])
    assert paid(found) == [("2026-08", "已缴费"), ("2026-09", "补缴"), ("2026-10", "中断")]


def test_ticks_in_a_picture_give_no_month_for_one_may_be_lost() -> None:
    assert paid(across(YEAR, [["2026", "√", "√", "", ""]], reader="ocr")) == []
    words = across(YEAR, [["2026", "已缴", "已缴", "", ""]], reader="ocr")
    assert [month for month, _ in paid(words)] == ["2026-08", "2026-09"]


def test_two_months_of_a_span_are_no_headings() -> None:
    drawing = begun()
    drawing.ruled(60, 130, [150.0, 90.0, 90.0, 80.0], [
        ["参保单位", "起始年月", "终止年月", "险种"], [COMPANY, "2026-08", "2026-09", "养老保险"], ["虚构旧桥科技有限公司", "2026-06", "2026-07", "养老保险"],
    ])  # fmt: skip
    found = [(row["month"], row.get("payer")) for row in read(drawing)["rows"]["months"]]
    assert found == [(f"2026-0{n}", COMPANY if n > 7 else "虚构旧桥科技有限公司") for n in range(6, 10)]


@pytest.mark.parametrize("year", [True, False], ids=["year above", "whole months"])
def test_people_down_and_months_across(year: bool) -> None:
    drawing = Drawing(842, 595)
    drawing.write(250, 40, "虚构市用人单位社会保险缴费情况表", 18)
    drawing.write(60, 80, f"单位名称：{COMPANY}", 11)
    months = ["8月", "9月", "10月"] if year else ["202608", "202609", "202610"]
    rows = [["高予安", NUMBER, "√", "√", "√"], ["陆听澜", OTHER, "", "√", "√"]]
    if year:
        drawing.cell(60, 110, 80, 48, "姓名")
        drawing.cell(140, 110, 160, 48, "身份证号码")
        drawing.cell(300, 110, 180, 24, "2026年")
        drawing.ruled(300, 134, [60.0] * 3, [months])
        drawing.ruled(60, 158, [80.0, 160.0, 60.0, 60.0, 60.0], rows)
    else:
        drawing.ruled(60, 110, [80.0, 160.0, 60.0, 60.0, 60.0], [["姓名", "身份证号码", *months], *rows])
    found = read(drawing)["rows"]
    assert [(row["name"], row["number"]) for row in found["people"]] == [("高予安", NUMBER), ("陆听澜", OTHER)]
    assert [(row["name"], row["month"]) for row in found["months"]] == [
        ("高予安", "2026-08"), ("高予安", "2026-09"), ("高予安", "2026-10"), ("陆听澜", "2026-09"), ("陆听澜", "2026-10"),
    ]  # fmt: skip


def test_each_insurance_in_a_column_of_its_own_has_its_own_state() -> None:
    drawing = begun()
    drawing.ruled(
        60,
        130,
        [90.0] * 4,
        [
            ["缴费年月", "养老保险", "失业保险", "工伤保险"],
            ["2026年09月", "已缴费", "已缴费", "欠费"],
            ["2026年10月", "已缴费", "", "欠费"],
        ],
    )
    found = [(row["month"], row["state"], row["kinds"]) for row in read(drawing)["rows"]["months"]]
    assert sorted(found) == [
        ("2026-09", "已缴费", ["养老", "失业"]), ("2026-09", "欠费", ["工伤"]), ("2026-10", "已缴费", ["养老"]), ("2026-10", "欠费", ["工伤"]),
    ]  # fmt: skip


def test_a_first_row_that_names_an_insurance_is_no_second_heading() -> None:
    drawing = begun()
    drawing.ruled(
        60,
        130,
        [50.0, 90.0, 160.0, 90.0],
        [
            ["序号", "缴费年月", "险种类型", "缴费状态"],
            ["1", "2026-09", "企业职工基本养老保险", "实缴"],
            ["2", "2026-10", "企业职工基本养老保险", "未缴"],
        ],
    )
    assert paid(read(drawing)) == [("2026-09", "实缴"), ("2026-10", "未缴")]


def test_a_table_set_in_two_blocks_is_read_in_both() -> None:
    drawing = begun()
    head = ["缴费年月", "险种", "缴费状态"]
    drawing.ruled(
        60,
        130,
        [80.0] * 6,
        [
            [*head, *head],
            ["2026-07", "养老", "已缴", "2026-09", "养老", "已缴"],
            ["2026-08", "养老", "已缴", "2026-10", "养老", "未缴"],
        ],
    )
    assert paid(read(drawing)) == [("2026-07", "已缴"), ("2026-08", "已缴"), ("2026-09", "已缴"), ("2026-10", "未缴")]


def test_single_months_take_their_payer_from_the_spans_beside_them() -> None:
    drawing = begun("个人参保证明（实缴明细）")
    bottom = drawing.ruled(60, 130, [200.0, 120.0, 120.0], [
        ["单位名称", "险种", "起止时间"], ["虚构旧桥科技有限公司", "企业职工基本养老保险", "202606-202608"], [COMPANY, "企业职工基本养老保险", "202609-202610"],
    ])  # fmt: skip
    drawing.ruled(60, bottom + 30, [90.0, 180.0, 90.0, 90.0], [
        ["费款所属期", "险种类型", "个人缴费", "缴费标志"], *([f"2026{n:02d}", "企业职工基本养老保险", "344.64", "正常"] for n in (8, 9, 10)),
    ])  # fmt: skip
    found = [(row["month"], row["payer"], row.get("state")) for row in read(drawing)["rows"]["months"]]
    old = "虚构旧桥科技有限公司"
    assert found == [
        ("2026-06", old, None), ("2026-07", old, None), ("2026-08", old, "正常"), ("2026-09", COMPANY, "正常"), ("2026-10", COMPANY, "正常"),
    ]  # fmt: skip


def test_a_personal_proof_with_many_columns_is_no_unit_s_list() -> None:
    drawing = begun("虚构省社会保险个人参保缴费证明")
    drawing.ruled(
        60,
        130,
        [50.0, 90.0, 180.0, 90.0, 90.0],
        [["序号", "费款所属期", "单位名称", "险种", "缴费状态"], ["1", "202610", COMPANY, "养老保险", "已缴"]],
    )
    found = read(drawing)
    assert (found["fields"]["layout"], found["rows"]["people"]) == ("generic", [{"name": "高予安", "number": NUMBER}])


def letter(*lines: str, title: str = "社会保险参保证明") -> Drawing:
    drawing = Drawing()
    drawing.write(210, 60, title, 20)
    top = 120.0
    for line in lines:
        top = drawing.paragraph(60, top, line, 470)
    return drawing


def test_a_letter_tells_the_months_in_a_sentence() -> None:
    drawing = letter(
        f"　　兹有{COMPANY}职工高予安，身份证号{NUMBER}，自2026年8月至2026年10月在我处缴纳养老保险、失业保险。", "　　特此证明。",
    )  # fmt: skip
    drawing.write(350, 400, "虚构市社会保险管理处")
    drawing.write(360, 420, "2026年11月3日")
    found = read(drawing)
    assert (found["fields"]["name"], found["fields"]["payer"], found["fields"]["printed_on"]) == (
        "高予安",
        COMPANY,
        "2026-11-03",
    )
    assert [(row["month"], row["kinds"]) for row in found["rows"]["months"]] == [
        (f"2026-{n}", ["养老", "失业"]) for n in ("08", "09", "10")
    ]


def test_a_sentence_that_leads_to_a_table_says_no_months() -> None:
    drawing = letter(
        f"　　经查询，高予安（身份证号码：{NUMBER}）2026年8月至2026年10月期间社会保险费缴纳情况如下：",
        title="社会保险费缴费证明",
    )
    assert read(drawing)["rows"]["months"] == []


def test_the_period_of_proof_is_no_sentence() -> None:
    drawing = begun()
    drawing.write(60, 130, "出具证明前6个月缴费情况（202605-202610）")
    assert read(drawing)["rows"]["months"] == []


def test_a_list_in_a_letter_takes_the_months_of_its_sentence() -> None:
    drawing = letter(
        f"　　兹证明{COMPANY}（统一社会信用代码：91119999MA6LHBBJ59）为下列职工缴纳了2026年9月至2026年10月的养老、失业保险费：",
        title="社会保险参保缴费证明",
    )
    drawing.ruled(60, 200, [120.0, 240.0], [["姓名", "身份证号码"], ["高予安", NUMBER], ["陆听澜", OTHER]])
    found = read(drawing)
    assert (found["fields"]["payer"], found["fields"]["payer_code"]) == (COMPANY, "91119999MA6LHBBJ59")
    assert [(row["name"], row["month"]) for row in found["rows"]["months"]] == [
        (who, month) for who in ("高予安", "陆听澜") for month in ("2026-09", "2026-10")
    ]


def test_a_tax_office_s_certificate_of_insurance_is_a_proof_and_one_of_other_taxes_is_none() -> None:
    def certificate(tax: str) -> Drawing:
        drawing = Drawing()
        drawing.write(200, 60, "税收完税证明", 20)
        drawing.ruled(60, 110, [80.0, 170.0, 80.0, 150.0], [["纳税人识别号", NUMBER, "纳税人名称", "高予安"]])
        drawing.ruled(
            60,
            160,
            [160.0, 180.0, 100.0],
            [["税种", "税款所属时期", "实缴金额"], [tax, "2026-10-01至2026-10-31", "344.64"]],
        )
        return drawing

    found = read(certificate("企业职工基本养老保险费"))
    assert (found["kind"], found["fields"]["name"], paid(found)) == (
        "social_insurance",
        "高予安",
        [("2026-10", None)],
    )
    other = best(judge(Paper.of((certificate("个人所得税").page(),)).sheets[0], declarations()))
    assert other is None or other.kind.kind != "social_insurance"


def test_a_payment_of_a_unit_names_nobody() -> None:
    drawing = Drawing()
    drawing.write(200, 60, "社会保险费缴费证明（单位）", 18)
    drawing.ruled(
        60, 110, [90.0, 200.0, 90.0, 100.0], [["缴费人名称", COMPANY, "缴费人识别号", "91119999MA6LHBBJ59"]]
    )
    drawing.ruled(
        60,
        160,
        [160.0, 100.0, 100.0],
        [["征收项目", "费款所属期", "实缴金额"], ["企业职工基本养老保险费", "202610", "8442.00"]],
    )
    found = read(drawing)
    assert (found["rows"]["people"], found["rows"]["months"]) == ([], [])


@pytest.mark.parametrize("words", ["姓名 Name", "姓名/Name", "姓名（Name）", "姓名"])
def test_a_label_may_be_translated(words: str) -> None:
    drawing = Drawing()
    drawing.write(200, 60, "虚构省社会保险参保缴费证明", 18)
    drawing.ruled(60, 110, [120.0, 100.0, 130.0, 150.0], [[words, "高予安", "证件号码 ID No.", NUMBER]])
    drawing.ruled(60, 160, [120.0, 120.0], [["缴费月份 Month", "养老保险 Pension"], ["2026/10", "已缴 Paid"]])
    found = read(drawing)
    assert (found["fields"]["name"], found["fields"]["number"]) == ("高予安", NUMBER)
    assert paid(found) == [("2026-10", "已缴")]


@pytest.mark.parametrize(
    ("mark", "note", "state"),
    [
        ("√", "", "已缴费"),
        ("√", "注：“√”表示当月未缴费", "当月未缴费"),
        ("●", "备注:●为正常缴费", "已缴费"),
        ("●", "", None),
        ("●", "张三●停保", None),
        ("×", "", "未缴费"),
        ("补", "“补”为补缴到账", "已缴费"),
    ],
)
def test_what_a_mark_says(mark: str, note: str, state: str | None) -> None:
    assert explained(mark, note) == state


def test_an_end_of_validity_is_the_second_day_of_its_span() -> None:
    drawing = begun()
    drawing.write(60, 140, "验证码：YN-2026-77120931　　有效期：2026年11月17日至2027年02月17日", 11)
    drawing.write(60, 170, "打印日期：2026年11月17日", 11)
    found = read(drawing)["fields"]
    assert (found["verify_code"], found["verify_until"]) == ("YN-2026-77120931", "2027-02-17")


def test_a_serial_number_is_nobody_s_number() -> None:
    drawing = Drawing()
    drawing.write(200, 60, "社会保险个人参保缴费证明", 18)
    drawing.write(60, 90, "编号：139990020261112000781")
    drawing.write(60, 120, "养老保险　失业保险　姓名　单位　2026年10月已缴")
    assert "number" not in read(drawing)["fields"]


def test_years_run_across_and_months_down() -> None:
    drawing = begun()
    drawing.ruled(60, 130, [90.0] * 3, [["月份", "2025年", "2026年"], ["9月", "已缴", "已缴"], ["10月", "已缴", ""]])
    assert [month for month, _ in paid(read(drawing))] == ["2025-09", "2025-10", "2026-09"]


def test_months_stand_under_the_line_with_their_employer() -> None:
    drawing = Drawing()
    drawing.write(150, 40, "个人社会保险缴费明细清单", 18)
    drawing.write(60, 80, HEAD, 11)
    top = 110.0
    for unit, month in (("虚构旧桥科技有限公司", "2026-09"), (COMPANY, "2026-10")):
        drawing.write(60, top, f"缴费单位：{unit}", 11)
        top = (
            drawing.ruled(
                60, top + 18, [120.0, 120.0, 120.0], [["缴费年月", "险种", "缴费状态"], [month, "养老保险", "已缴费"]]
            )
            + 20
        )
    assert [(row["month"], row["payer"]) for row in read(drawing)["rows"]["months"]] == [
        ("2026-09", "虚构旧桥科技有限公司"),
        ("2026-10", COMPANY),
    ]


def test_a_former_employer_above_the_table_pays_nothing_in_it() -> None:
    drawing = begun()
    drawing.write(60, 124, "参保单位：虚构旧桥科技有限公司", 11)
    drawing.ruled(
        60, 150, [120.0, 120.0, 120.0], [["缴费年月", "险种", "缴费状态"], ["2026-10", "养老保险", "已缴费"]]
    )
    assert [row.get("payer") for row in read(drawing)["rows"]["months"]] == [None]


def test_a_certificate_of_pension_payments_is_no_identity_card() -> None:
    drawing = Drawing()
    drawing.write(180, 60, "职工基本养老保险缴费证明", 18)
    for n, line in enumerate(
        ("姓名：高予安", "性别：男", "民族：汉", f"公民身份号码：{NUMBER}", "打印日期 2026年11月14日")
    ):
        drawing.write(80, 100 + 24 * n, line)
    found = read(drawing)
    assert (found["kind"], found["fields"]["printed_on"]) == ("social_insurance", "2026-11-14")


def test_a_person_beside_a_unit_and_its_months_are_no_list() -> None:
    drawing = Drawing()
    drawing.write(180, 60, "个人社会保险参保缴费证明", 18)
    bottom = drawing.ruled(60, 100, [70.0, 130.0, 90.0, 190.0], [["姓名", "高予安", "身份证号码", NUMBER]])
    drawing.ruled(
        60,
        bottom + 8,
        [180.0, 100.0, 100.0],
        [["单位名称", "缴费年月", "缴费状态"], [COMPANY, "2026-09", "正常缴费"], [COMPANY, "2026-10", "正常缴费"]],
    )
    assert read(drawing)["rows"]["people"] == [{"name": "高予安", "number": NUMBER}]
