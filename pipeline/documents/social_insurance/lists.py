"""Insurance papers told by what they are made of, where their form is not known: a list of people, or a title."""

from __future__ import annotations

import re

from pipeline.documents.commitment import person
from pipeline.documents.social_insurance.kinds import named_kinds
from pipeline.documents.titles import LARGER, title_lines
from pipeline.layout.cells import adjoins
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.labels import Hit, label_hits
from pipeline.layout.sheet import Sheet
from pipeline.layout.tables import Column, read_tables
from pipeline.profile.insurance_form import Layout

LEAST = 2
"""So many people make a list."""
PEOPLE = (
    Column("name", ("姓名", "职工姓名", "参保人姓名")),
    Column("number", ("身份证号", "公民身份号码", "社会保障号", "证件号", "身份证件号码")),
)
PERSONAL_NUMBER = re.compile(
    r"[0-9]{15}|[0-9]{17}[0-9X]|(?=.{8,20}$)[0-9A-Z]*\*+[0-9A-Z]*|[A-Z]{1,2}[0-9]{7,10}|[0-9X]{16,19}"
)
"""Numbers of people, some with a character lost or hidden; months and amounts are none."""
TRADE = re.compile(r"社会保险|社保|参保|养老保险")
TITLE = re.compile(
    r"(?:社会保险|社保|参保|缴费|养老保险|五险)[一-龥]{0,14}(?:证明|明细|名册|名单|清单|记录|权益|凭证|对账单|情况表?|历年|信息)"
)
"""A title of such a paper: 社会保险费缴费证明, 单位职工社会保险缴费花名册."""
TAX_TITLE = re.compile(r"完税证明")
FEES = re.compile(r"(?:养老|失业|工伤|医疗)保险|社会保险费")
COMPANY = re.compile(r"公司|事务所|合伙企业|研究院|合作社")
OWN_NAME = ("姓名", "参保人姓名", "参保人", "职工姓名", "缴费人姓名")
NOT_A_PROOF = re.compile(r"姓名|号码|制度|办法|通知|登记证|合同|协议|承诺|申请|委托|说明")


def is_list(layout: Layout, sheet: Sheet) -> float:
    """1 where a unit is named and two or more people stand in a table with their numbers, all about insurance."""
    if not TRADE.search(sheet.fold) or "缴" not in sheet.fold or _excluded(layout, sheet):
        return 0.0
    labels = [label for spec in layout.fields if spec.name == "payer" for label in spec.labels]
    names_unit = bool(label_hits(sheet, labels)) or (_is_a_proof(sheet) and COMPANY.search(sheet.fold) is not None)
    return float(names_unit and lists_people(sheet))


def is_titled(layout: Layout, sheet: Sheet) -> float:
    """1 where the title says that the page proves insurance or its payments."""
    return float(not _excluded(layout, sheet) and _is_a_proof(sheet))


def _is_a_proof(sheet: Sheet) -> bool:
    """Whether a title says that the page proves insurance or its payments, or taxes that are fees of insurance."""
    titles = [line for line in title_lines(sheet) if len(line.segments) == 1 or line.em > LARGER * sheet.em]
    fees = FEES.search(sheet.fold) is not None
    return any(
        (TITLE.search(line.fold) or (fees and TAX_TITLE.search(line.fold))) and not NOT_A_PROOF.search(line.fold)
        for line in titles
    )


def is_personal(sheet: Sheet) -> bool:
    """Whether the page's head names one person, and no list stands on it: somebody's own proof, no unit's list."""
    named = [hit for hit in label_hits(sheet, OWN_NAME) if hit.sort == "colon" or _has_cell_beside(sheet, hit)]
    return bool(named) and not lists_people(sheet)


def _has_cell_beside(sheet: Sheet, hit: Hit) -> bool:
    """Whether the cell right of a label's own holds a person's name."""
    index = sheet.cell_of.get(hit.words.glyphs[0])
    if index is None:
        return False
    own = sheet.cells[index].box
    return any(adjoins(own, cell.box) and _is_person(cell.words) for cell in sheet.cells)


def _is_person(words: Words | None) -> bool:
    return words is not None and person(words.text) is not None and not named_kinds(words.text)


def lists_people(sheet: Sheet) -> bool:
    """Whether two or more people stand in tables with their numbers."""
    grids = read_tables((sheet,), PEOPLE, len(PEOPLE), "name")
    listed = {
        (row["name"].fold, row["number"].fold)
        for grid in grids
        for row in grid.rows
        if "number" in row
        and person(row["name"].text) is not None
        and PERSONAL_NUMBER.fullmatch(row["number"].fold.upper()) is not None
    }
    return len(listed) >= LEAST


def _excluded(layout: Layout, sheet: Sheet) -> bool:
    return any(folded(words) in sheet.fold for words in layout.excludes)
