"""《江苏省社会保险权益记录单（参保人员）》: one row a month with the unit's full name, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens import codes2d, printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance.shared import KINDS, monthly_base, tell
from tests.specimens.sheet import Page, Paper

LEFT = 56.0
LATEST_MONTHS = 24
COLUMNS = (36.0, 24.0, 118.0, 54.0, 54.0, 54.0, 54.0, 54.0, 35.0)
GROUPS = [
    ("年", ()),
    ("月", ()),
    ("单位全称", ()),
    ("养老保险", ("缴费基数", "个人缴费")),
    ("失业保险", ("缴费基数", "个人缴费")),
    ("工伤保险", ("缴费基数",)),
    ("备注", ()),
]
SMALL = table.Style(size=7.6, least=14)
NOTES = (
    "说明：1．本权益单涉及单位及参保人员信息，单位应妥善保管。",
    "　　　2．本权益单已签具电子印章，不再加盖鲜章（虚构数据，不可核验）。",
)
FOOT = 105.0
"""Points under the table for notes, seal and page number."""


def draw(member: Staff, province: Province) -> Paper:
    """The certificate of one person."""
    paper = Paper("social_insurance", "jiangsu", [], title="江苏省社会保险权益记录单（参保人员）")
    page, y = _new_page(paper, member)
    y = _situation(page, y, member)
    months = printed.months(member.insured_from, member.insured_to)[-LATEST_MONTHS:]
    claim = f"{printed.month(months[0])}-{printed.month(member.printed_on[:7])}"
    page.text(page.width / 2, y + 22, f"出具证明前{len(months)}个月缴费情况（{claim}）", 11, "hei", "centre")
    page, y = _months(paper, y + 30, member, months)
    _foot(page, y, member, province)
    tell(paper, member, KINDS, months, ["已缴费"] * len(months))
    return paper


def _new_page(paper: Paper, member: Staff) -> tuple[Page, float]:
    """A page with the form's title and the person's line."""
    page = Page()
    paper.pages.append(page)
    page.text(page.width / 2, 66, "江苏省社会保险权益记录单", 18, "bold", "centre")
    page.text(page.width / 2, 88, "（参保人员）", 13, "bold", "centre")
    page.picture(page.width - 112, 30, 58, 58, codes2d.qr(32))
    page.text(page.width - 83, 96, "请使用智慧人社APP扫描验证（虚构）", 6, "hei", "centre")
    person = member.person
    page.text(LEFT, 120, f"姓名：{person.name}", 10, name="name")
    page.text(160, 120, f"公民身份号码（社会保障号）：{person.number}", 10, name="number")
    page.text(472, 120, f"性别：{person.sex}", 10)
    return page, 130


def _situation(page: Page, y: float, member: Staff) -> float:
    """The basic table: kinds, their state, the present unit and place."""
    page.text(page.width / 2, y + 14, "参加社会保险基本情况", 11, "hei", "centre")
    rows = [("险种", "养老保险", "工伤保险", "失业保险"), ("参保状态", "正常参保", "正常参保", "正常参保")]
    y = table.grid(page, LEFT, y + 22, rows, (108.0, 125.0, 125.0, 125.0))
    wide = (108.0, 375.0)
    y = table.row(page, LEFT, y, ("现参保单位全称", member.payer), wide, names=(None, "payer"))
    return table.row(page, LEFT, y, ("现参保地", "虚构区"), wide)


def _months(paper: Paper, y: float, member: Staff, months: Sequence[str]) -> tuple[Page, float]:
    """The monthly rows; a full page is followed by another with the same head."""
    page = paper.pages[-1]
    y = table.head(page, LEFT, y, GROUPS, COLUMNS, SMALL, 15, 14)
    for month in months:
        base = monthly_base(member, int(month[:4]))
        pension, jobless = f"{base * 0.08:.2f}", f"{base * 0.005:.2f}"
        cells = (month[:4], month[5:], member.payer, f"{base}.00", pension, f"{base}.00", jobless, f"{base}.00", "")
        if y + table.height_of(cells, COLUMNS, SMALL) > page.height - FOOT:
            page, y = _new_page(paper, member)
            y = table.head(page, LEFT, y + 8, GROUPS, COLUMNS, SMALL, 15, 14)
        y = table.row(page, LEFT, y, cells, COLUMNS, SMALL)
    return page, y


def _foot(page: Page, y: float, member: Staff, province: Province) -> None:
    for step, words in enumerate(NOTES):
        page.text(LEFT, y + 18 + step * 13, words, 8)
    page.text(536, y + 48, f"打印时间：{printed.day(member.printed_on)}", 10, anchor="right", name="printed_on")
    page.stamp(452, y + 30, seals.office_seal(f"{province.city}虚构区社会保险管理中心"), 84, shift=4)
