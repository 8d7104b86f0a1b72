"""Two invented insurance forms that no layout of the program knows (虚构数据)."""

from __future__ import annotations

from tests.specimens.sheet import Page, Paper

COMPANY = "山海虚构数据有限公司"
PEOPLE = (("王虚构", "119999199512288593"), ("李样例", "11999919860218331X"))
EDGES = (50, 90, 170, 330, 420, 500, 580, 660, 740, 790)


def unit_list() -> Paper:
    """A unit's list, ruled, with a heading over three insurances and one that spans two columns."""
    page = Page(842, 595)
    page.text(250, 50, "海陵省企业职工参保缴费情况核定表", 18)
    page.text(60, 85, f"参保单位全称：{COMPANY}", 11)
    page.text(480, 85, "社保登记编号：9990001234", 11)
    page.text(60, 105, "核定所属期：2026-10", 11)
    page.text(480, 105, "出表日期：2026年11月18日", 11)
    _heads(page)
    number, top = 0, 168
    for name, identity in PEOPLE:
        for month in ("2026-08", "2026-09", "2026-10"):
            number += 1
            cells = (str(number), name, identity, month, "6000.00", "6000.00", "6000.00")
            for place, text in enumerate(cells):
                _cell(page, (EDGES[place], top, EDGES[place + 1], top + 22), text)
            _cell(page, (EDGES[7], top, EDGES[9], top + 22), "已缴费")
            top += 22
    page.text(60, top + 30, "防伪校验编码：HL8F3K2026A7", 10)
    page.text(480, top + 30, "共1页，第1页", 10)
    return Paper("social_insurance", "核定表", [page])


def _heads(page: Page) -> None:
    for place, text in enumerate(("序号", "职工姓名", "公民身份证号", "费款所属年月")):
        _cell(page, (EDGES[place], 120, EDGES[place + 1], 168), text)
    _cell(page, (EDGES[4], 120, EDGES[7], 144), "核定缴费基数（元）")
    for place, text in zip((4, 5, 6), ("养老保险", "失业保险", "工伤保险"), strict=True):
        _cell(page, (EDGES[place], 144, EDGES[place + 1], 168), text)
    _cell(page, (EDGES[7], 120, EDGES[9], 168), "到账标志")


def _cell(page: Page, box: tuple[float, float, float, float], text: str) -> None:
    page.frame(*box)
    page.text(box[0] + 5, (box[1] + box[3]) / 2 + 4, text, 10)


def person_record(states: str = "入账情况") -> Paper:
    """One person's record in columns without rules; the rows name the unit by its number alone."""
    page = Page(595, 842)
    page.text(160, 60, "云崖市职工参保缴费流水", 20)
    name, identity = PEOPLE[0]
    page.text(60, 100, f"缴费人：{name}", 11)
    page.text(300, 100, f"身份证明号码：{identity}", 11)
    page.text(60, 122, f"现缴费单位：{COMPANY}", 11)
    page.text(380, 122, "出证日期：2026-11-19", 11)
    page.text(60, 160, "一、缴费流水", 12)
    places = (60, 150, 260, 360, 460)
    for place, text in zip(places, ("缴费所属月", "参保险种", "缴费工资", "单位编号", states), strict=True):
        page.text(place, 186, text, 11)
    top = 208
    for month in ("202608", "202609", "202610"):
        for kind in ("养老", "失业", "工伤"):
            for place, text in zip(places, (month, kind, "6200", "990001", "已缴费"), strict=True):
                page.text(place, top, text, 11)
            top += 20
    page.text(60, top + 20, f"单位编号对应的单位名称：990001：{COMPANY}", 10)
    page.text(60, top + 44, "查验码：YY20261119AB", 10)
    return Paper("social_insurance", "缴费流水", [page])
