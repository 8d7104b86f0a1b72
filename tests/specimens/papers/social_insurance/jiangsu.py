"""《江苏省社会保险权益记录单（参保人员）》: one row a month with the unit's full name."""

from __future__ import annotations

from tests.specimens import codes2d, printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance.shared import (
    KINDS,
    monthly_base,
    tell,
)
from tests.specimens.sheet import Page, Paper


def draw(member: Staff, province: Province) -> Paper:
    page = Page()
    paper = Paper("social_insurance", "jiangsu", [page], title="江苏省社会保险权益记录单（参保人员）")
    person = member.person
    page.text(page.width / 2, 66, "江苏省社会保险权益记录单", 18, "bold", "centre")
    page.text(page.width / 2, 88, "（参保人员）", 13, "bold", "centre")
    page.picture(page.width - 112, 30, 58, 58, codes2d.qr(32))
    page.text(page.width - 83, 96, "请使用智慧人社APP扫描验证（虚构）", 6, "hei", "centre")
    page.text(56, 120, f"姓名：{person.name}", 10, name="name")
    page.text(160, 120, f"公民身份号码（社会保障号）：{person.number}", 10, name="number")
    page.text(472, 120, f"性别：{person.sex}", 10)
    page.text(page.width / 2, 144, "参加社会保险基本情况", 11, "hei", "centre")
    widths = (108.0, 125.0, 125.0, 125.0)
    y = table.grid(
        page,
        56,
        152,
        [("险种", "养老保险", "工伤保险", "失业保险"), ("参保状态", "正常参保", "正常参保", "正常参保")],
        widths,
    )
    for label, value in (("现参保单位全称", member.payer), ("现参保地", "虚构区")):
        y = table.row(
            page,
            56,
            y,
            (label, value),
            (108.0, 375.0),
            names=(None, "payer" if label[0:3] == "现参保" and "单位" in label else None),
        )
    months = printed.months(member.insured_from, member.insured_to)[-24:]
    claim = (
        f"出具证明前{len(months)}个月缴费情况（{printed.month(months[0])}-{printed.month(member.printed_on[:7])}）"
    )
    page.text(page.width / 2, y + 22, claim, 11, "hei", "centre")
    columns = (36.0, 24.0, 118.0, 54.0, 54.0, 54.0, 54.0, 54.0, 35.0)
    style = table.Style(size=7.6, least=14)
    groups = [("年", ()), ("月", ()), ("单位全称", ()), ("养老保险", ("缴费基数", "个人缴费")),
              ("失业保险", ("缴费基数", "个人缴费")), ("工伤保险", ("缴费基数",)), ("备注", ())]  # fmt: skip
    y = table.head(page, 56, y + 30, groups, columns, style, 15, 14)
    for month in months:
        base = monthly_base(member, int(month[:4]))
        cells = (
            month[:4],
            month[5:],
            member.payer,
            f"{base}.00",
            f"{base * 0.08:.2f}",
            f"{base}.00",
            f"{base * 0.005:.2f}",
            f"{base}.00",
            "",
        )
        y = table.row(page, 56, y, cells, columns, style)
    y = min(y, page.height - 100)
    for step, words in enumerate(
        (
            "说明：1．本权益单涉及单位及参保人员信息，单位应妥善保管。",
            "　　　2．本权益单已签具电子印章，不再加盖鲜章（虚构数据，不可核验）。",
        )
    ):
        page.text(56, y + 18 + step * 13, words, 8)
    page.text(536, y + 48, f"打印时间：{printed.day(member.printed_on)}", 10, anchor="right", name="printed_on")
    page.stamp(452, y + 30, seals.office_seal(f"{province.city}虚构区社会保险管理中心"), 84, shift=4)
    tell(paper, member, KINDS, months, ["已缴费"] * len(months))
    return paper
