"""《北京市社会保险个人权益记录（参保人员缴费信息）》: yearly intervals on a landscape sheet."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens import printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance.shared import (
    ALL_KINDS,
    monthly_base,
    tell,
    verify_code,
)
from tests.specimens.sheet import A4_LANDSCAPE, Page, Paper


def draw(member: Staff, province: Province) -> Paper:
    page = Page(*A4_LANDSCAPE)
    paper = Paper("social_insurance", "beijing", [page], title="北京市社会保险个人权益记录（参保人员缴费信息）")
    page.text(page.width / 2, 52, "北京市社会保险个人权益记录（参保人员缴费信息）", 17, "bold", "centre")
    code = verify_code(member)[:6]
    person = member.person
    serial = f"119999{member.printed_on.replace('-', '')}{person.number[-5:-1]}"
    head = (
        ("参保人姓名:", person.name, "name", "校验码:", code),
        ("社会保障号码:", person.number, "number", "查询流水号:", serial),
        ("单位名称:", member.payer, "payer", "查询日期:", member.printed_on),
    )
    for place, (label, value, name, label_right, value_right) in enumerate(head):
        baseline = 80 + 18 * place
        page.text(60, baseline, label, 10.5)
        page.text(140, baseline, value, 10.5, name=name)
        page.text(560, baseline, label_right, 10.5)
        page.text(628, baseline, value_right, 10.5)
    page.text(60, 140, "一、养老保险单位变动记录", 10.5, "hei")
    months = printed.months(member.insured_from, member.insured_to)
    widths = (110.0, 110.0, 96.0, 290.0, 116.0)
    rows = [("缴费起始年月", "缴费截止年月", "实际缴费月数", "单位名称", "缴费区县"),
            (member.insured_from, member.insured_to, str(len(months)), member.payer, "虚构区")]  # fmt: skip
    y = table.grid(page, 60, 148, rows, widths)
    page.text(60, y + 20, "二、五险缴费明细", 10.5, "hei")
    y = _beijing_years(page, y + 28, member, months)
    page.text(60, y + 20, "三、补充资料", 10.5, "hei")
    extra = f"累计实际缴费年限：{len(months) // 12}年{len(months) % 12}个月　　其中：趸缴年限：0年0个月　　个人账户本息：{monthly_base(member, 2026) * 2}.16元"
    page.text(72, y + 37, extra, 9.5)
    for step, words in enumerate((
        "备注：1．本权益记录中黑色与红色印章效力相同。",
        "　　　2．可凭校验码在社会保险网上服务平台“社保权益单校验”栏目核验（虚构数据，不可核验）。",
        "　　　3．因缴费到账存在滞后，缴费明细以社会保险经办机构最终记账为准。",
    )):  # fmt: skip
        page.text(60, y + 58 + step * 14, words, 8.5)
    office = "北京市虚构区社会保险基金管理中心"
    page.text(560, y + 62, office, 10)
    page.text(600, y + 80, f"日期: {printed.day(member.printed_on)}", 10, name="printed_on")
    page.stamp(668, y + 62, seals.office_seal(office), 92, shift=2)
    tell(paper, member, ALL_KINDS, months, ["已缴费"] * len(months))
    paper.fields["verify_code"] = code
    return paper


def _beijing_years(page: Page, y: float, member: Staff, months: Sequence[str]) -> float:
    style = table.Style(size=8.5, least=17)
    widths = (100.0, 34.0, 58.0, 58.0, 34.0, 58.0, 58.0, 34.0, 56.0, 34.0, 58.0, 56.0, 34.0, 50.0)
    triple, double = ("月数", "年缴费基数", "个人缴费"), ("月数", "年缴费基数")
    groups = [("缴费起止年月", ()), ("养老实际缴费", triple), ("失业实际缴费", triple), ("工伤实际缴费", double),
              ("医疗实际缴费", triple), ("生育实际缴费", double)]  # fmt: skip
    y = table.head(page, 60, y, groups, widths, style)
    years = sorted({month[:4] for month in months})
    for year in years:
        inside = [month for month in months if month[:4] == year]
        base = monthly_base(member, int(year)) * len(inside)
        count, pension, jobless, health = (
            str(len(inside)),
            f"{base * 0.08:.2f}",
            f"{base * 0.005:.2f}",
            f"{base * 0.02:.2f}",
        )
        cells = (f"{inside[0]}至{inside[-1]}", count, str(base), pension, count, str(base), jobless, count, str(base),
                 count, str(base), health, count, str(base))  # fmt: skip
        y = table.row(page, 60, y, cells, widths, style)
    total = str(len(months))
    cells = (
        "合计",
        total,
        "------",
        "------",
        total,
        "------",
        "------",
        total,
        "------",
        total,
        "------",
        "------",
        total,
        "------",
    )
    return table.row(page, 60, y, cells, widths, style)
