"""《浙江省社会保险参保证明（个人专用）》: months by unit code, the name only in the basic table."""

from __future__ import annotations

from tests.specimens import printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance.shared import (
    KINDS,
    monthly_base,
    tell,
    verify_code,
)
from tests.specimens.sheet import Page, Paper

PAID = "已到账"
LATEST = 2
"""Months that show another state, where the member has one."""


def draw(member: Staff, province: Province) -> Paper:
    page = Page()
    paper = Paper("social_insurance", "zhejiang", [page], title="浙江省社会保险参保证明（个人专用）")
    person = member.person
    page.text(page.width / 2, 66, "浙江省社会保险参保证明（个人专用）", 17, "bold", "centre")
    page.text(page.width - 54, 92, f"授权码：{verify_code(member)}", 9, anchor="right", name="verify_code")
    widths = (52.0, 62.0, 66.0, 134.0, 56.0, 113.0)
    identity = (("姓名", person.name, "社会保障号", person.number, "证件类型", "居民身份证（户口簿）"),)
    y = table.row(page, 56, 104, identity[0], widths)
    y = table.row(page, 56, y, ("证件号码", person.number, "性别", person.sex), (52.0, 262.0, 56.0, 113.0))
    y = table.grid(
        page,
        56,
        y + 12,
        [
            ("险种", "参保状态", "参保单位"),
            *((f"{kind}保险", "参保缴费", member.payer) for kind in ("企业职工基本养老", "失业", "工伤")),
        ],
        (150.0, 96.0, 237.0),
    )
    months = printed.months(member.insured_from, member.insured_to)[-24:]
    head = f"最近{len(months)}个月缴费情况（{printed.month(months[0], '年')}-{printed.month(months[-1], '年')}）"
    page.text(page.width / 2, y + 22, head, 11, "hei", "centre")
    columns = (40.0, 28.0, 106.0, 84.0, 66.0, 62.0, 56.0, 41.0)
    style = table.Style(size=8, least=15.5)
    y = table.row(
        page,
        56,
        y + 30,
        ("年", "月", "单位编号", "参保地", "缴费基数(元)", "个人缴费(元)", "缴费状况", "备注"),
        columns,
        style,
        head=True,
    )
    states = [PAID] * (len(months) - LATEST) + [member.last_state or PAID] * LATEST
    unit_code = f"3399{member.payer_code[-10:-1]}"
    for month, state in zip(months, states, strict=True):
        base = monthly_base(member, int(month[:4]))
        cells = (
            month[:4],
            month[5:],
            unit_code,
            f"{province.city}虚构区",
            f"{base}.00",
            f"{base * 0.08:.2f}",
            state,
            "",
        )
        y = table.row(page, 56, y, cells, columns, style)
    until = printed.shifted(member.printed_on, 90)
    notes = (
        "备注：1．本证明涉及个人信息，请妥善保管。本证明已签具电子印章，不再加盖鲜章。",
        f"　　　2．本证明可凭授权码核验，有效期至{printed.day(until)}（虚构数据，不可核验）。",
        "　　　3．本证明最长可打印近48个月的缴费情况。",
    )
    for step, words in enumerate(notes):
        page.text(56, y + 16 + step * 13, words, 8)
    page.text(536, y + 62, "（盖章）", 10, anchor="right")
    page.text(536, y + 80, f"打印时间：{printed.day(member.printed_on)}", 10, anchor="right", name="printed_on")
    page.stamp(452, y + 58, seals.office_seal(f"{province.city}虚构区社会保险管理中心"), 88, shift=5)
    tell(paper, member, KINDS, months, states)
    paper.fields |= {"verify_code": verify_code(member), "verify_until": until}
    return paper
