from __future__ import annotations

from pipeline.documents.gathering import read_documents
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from tests.unit.documents.papers import CODE, NUMBER, client
from tests.unit.layout.builders import Drawing

COMPANY = "北京虚构云桥智联科技有限公司"
TABLE = [
    ["股东姓名\n（名称）", "证件号码", "认缴出资额\n（万元）", "出资比例", "出资方式", "出资时间"],
    ["高予安", NUMBER, "1400", "70%", "货币", "2027年6月13日"],
    ["北京虚构云桥企业\n管理有限公司", CODE, "600", "30%", "货币", "2027年6月13日"],
]
WIDTHS = [95.0, 115.0, 75.0, 60.0, 60.0, 90.0]


def read(*pages: Page) -> Document:
    (document,) = read_documents(pages, Inventory(), client())
    return document


def fields(document: Document) -> dict[str, str]:
    return {field.name: field.text for field in document.fields}


def clauses(drawing: Drawing, top: float) -> float:
    for text in (
        f"第二条 公司名称：{COMPANY}（以下简称公司）。",
        "第三条 公司住所：北京市虚构区云桥路36号院2号楼9层1694室。",
        "第四条 公司经营范围：第一类增值电信业务；互联网接入服务。",
        "第五条 公司注册资本：人民币2000万元。",
        "第六条 公司的法定代表人由执行公司事务的董事担任，现由高予安担任。",
    ):
        top = drawing.paragraph(60, top, text, 470)
    return top


def articles(holders: str = "ruled") -> list[Page]:
    cover, body, last = Drawing(), Drawing(number=2), Drawing(number=3)
    cover.write(140, 200, COMPANY, 22)
    cover.write(260, 250, "章　程", 30)
    cover.write(240, 600, "2024年3月8日", 14)
    body.write(60, 60, "第一条 依据《中华人民共和国公司法》制定本章程。")
    top = clauses(body, 90)
    if holders == "ruled":
        body.ruled(50, top + 10, WIDTHS, TABLE)
    else:
        body.paragraph(
            60,
            top,
            f"第七条 股东高予安（证件号码：{NUMBER}），认缴出资额1400万元，占注册资本的70%，出资方式为货币，于2027年6月13日前缴足；"
            f"股东北京虚构云桥企业管理有限公司（证件号码：{CODE}），认缴出资额600万元，占注册资本的30%，出资方式为货币，于2027年6月13日前缴足。",
            470,
        )
    last.write(60, 100, "全体股东签字、盖章：")
    last.write(380, 300, "2026年3月8日")
    return [cover.page(), body.page(), last.page()]


ROWS = [
    {"name": "高予安", "number": NUMBER, "amount": "14000000", "share": "70", "method": "货币", "due_on": "2027-06-13"},
    {
        "name": "北京虚构云桥企业管理有限公司", "number": CODE, "amount": "6000000", "share": "30",
        "method": "货币", "due_on": "2027-06-13",
    },
]  # fmt: skip


def rows(document: Document) -> list[dict[str, str]]:
    return [{field.name: field.text for field in row.fields} for row in document.rows("shareholders")]


def test_the_clauses_the_table_and_the_day_of_signing():
    document = read(*articles())
    assert document.kind == "articles"
    assert fields(document) == {
        "sort": "章程",
        "company": COMPANY,
        "address": "北京市虚构区云桥路36号院2号楼9层1694室",
        "capital": "20000000",
        "scope": "第一类增值电信业务；互联网接入服务",
        "legal_representative": "高予安",
        "signed_on": "2026-03-08",
    }
    assert rows(document) == ROWS


def test_shareholders_listed_in_sentences_are_rows_too():
    assert rows(read(*articles("sentences"))) == ROWS


def test_the_amount_of_a_row_keeps_its_own_place():
    document = read(*articles())
    amount = document.rows("shareholders")[0].field("amount")
    assert amount is not None
    assert (amount.evidence.page, amount.evidence.text) == (2, "1400")


def test_an_office_is_not_the_name_of_the_representative():
    drawing = Drawing()
    drawing.write(200, 80, f"{COMPANY}章程", 18)
    drawing.write(60, 150, f"第一条 公司名称：{COMPANY}。")
    drawing.write(60, 180, "第二条 公司的法定代表人由董事长担任。")
    assert read(drawing.page()).field("legal_representative") is None


def test_of_an_amendment_the_new_wording_counts():
    drawing = Drawing()
    drawing.write(140, 60, f"{COMPANY}章程修正案", 18)
    top = drawing.paragraph(60, 120, "一、章程第二章第四条原为：", 470)
    top = drawing.paragraph(60, top, "“公司经营范围：技术服务。”", 470)
    top = drawing.paragraph(60, top, "现修改为：", 470)
    top = drawing.paragraph(60, top, "“公司经营范围：第一类增值电信业务。”", 470)
    drawing.write(380, top + 60, "2026年5月6日")
    document = read(drawing.page())
    assert fields(document)["sort"] == "修正案"
    assert fields(document)["scope"] == "第一类增值电信业务"
    assert fields(document)["signed_on"] == "2026-05-06"


def test_the_clause_above_a_new_wording_is_the_old_one():
    drawing = Drawing()
    drawing.write(150, 60, f"{COMPANY}章程修正案", 18)
    top = 120.0
    for text in (
        "经股东会决议，对公司章程作如下修订：", "第四条 公司经营范围：软件开发。", "现修改为：第四条 公司经营范围：软件开发；互联网接入服务。",
        "第五条 公司注册资本：500万元。", "现修改为：第五条 公司注册资本：1000万元。", "2026年1月9日",
    ):  # fmt: skip
        top = drawing.paragraph(60, top, "　　" + text, 470) + 4
    read_fields = {field.name: (field.text, field.readings) for field in read(drawing.page()).fields}
    assert read_fields["capital"] == ("10000000", ())
    assert read_fields["scope"][0].startswith("软件开发；互联网接入服务")


def test_a_contribution_in_foreign_money_is_told_by_the_parties():
    drawing = Drawing()
    drawing.write(200, 60, f"{COMPANY}章程", 18)
    top = clauses(drawing, 110)
    for text in (
        "第七条 各方认缴的出资额如下：", f"甲方：{COMPANY}，认缴出资额为153万美元，占注册资本的51%，以货币出资；",
        "乙方：NORTHFJORD SAMPLE HOLDINGS PTE. LTD.，认缴出资额为147万美元，占注册资本的49%。",
    ):  # fmt: skip
        top = drawing.paragraph(60, top, "　　" + text, 470) + 4
    rows = [{field.name: field.text for field in row.fields} for row in read(drawing.page()).rows("shareholders")]
    assert [(row["name"], row["amount"], row["share"]) for row in rows] == [
        (COMPANY, "1530000 USD", "51"), ("NORTHFJORD SAMPLE HOLDINGS PTE. LTD.", "1470000 USD", "49"),
    ]  # fmt: skip


def test_a_holder_named_behind_a_verb_keeps_its_name():
    drawing = Drawing()
    drawing.write(200, 60, f"{COMPANY}章程", 18)
    top = clauses(drawing, 110)
    drawing.paragraph(
        60,
        top,
        f"　　第七条 公司股东为虚构云桥控股有限公司，统一社会信用代码：{CODE}，认缴出资额2000万元，占注册资本的100%，出资方式为货币。",
        470,
    )
    rows = [{field.name: field.text for field in row.fields} for row in read(drawing.page()).rows("shareholders")]
    assert [(row["name"], row["amount"]) for row in rows] == [("虚构云桥控股有限公司", "20000000")]
