"""社会保险证明: the person forms of Beijing, Jiangsu and Zhejiang and a unit's list."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.specimens import codes2d, printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.sheet import A4_LANDSCAPE, Page, Paper, Value, notice

LAYOUTS = ("beijing", "jiangsu", "zhejiang", "unit")
BY_PROVINCE = {"北京市": "beijing", "江苏省": "jiangsu", "浙江省": "zhejiang"}
KINDS = ["养老", "失业", "工伤"]
ALL_KINDS = ["养老", "失业", "工伤", "医疗", "生育"]
PAID = "已到账"


def draw(member: Staff, layout: str, province: Province) -> Paper:
    """One person's certificate."""
    forms = {"beijing": _beijing, "jiangsu": _jiangsu, "zhejiang": _zhejiang}
    paper = forms[layout](member, province)
    _number_pages(paper)
    return paper


def unit_list(members: Sequence[Staff], province: Province) -> Paper:
    """单位参保证明: every employee of one unit on one form."""
    payer, code, month = members[0].payer, members[0].payer_code, min(member.insured_to for member in members)
    page = Page()
    paper = Paper("social_insurance", "unit", [page], title="单位参保证明")
    page.text(page.width / 2, 76, f"{province.name}社会保险单位参保证明", 18, "bold", "centre")
    page.text(56, 112, f"单位名称：{payer}", 10.5, name="payer")
    page.text(56, 132, f"统一社会信用代码：{code}", 10.5, name="payer_code")
    page.text(380, 132, f"费款所属期：{printed.month(month, '年')}", 10.5)
    page.text(56, 152, f"参保人数：{len(members)}人　　单位参保缴费情况：正常缴费", 10.5)
    widths = (34.0, 66.0, 134.0, 78.0, 108.0, 66.0)
    rows = [("序号", "姓名", "公民身份号码", "缴费月份", "参保险种", "缴费状态")]
    for place, member in enumerate(members, 1):
        state = member.last_state or "正常缴费"
        rows.append((str(place), member.person.name, member.person.number, printed.month(month), "养老、失业、工伤", state))
    y = table.grid(page, 56, 166, rows, widths)
    page.text(56, y + 24, "说明：1．本证明由参保单位自行打印，黑色与红色印章效力相同。", 9)
    page.text(56, y + 40, "　　　2．可凭验证码在社会保险经办机构核验本证明（虚构数据，不可核验）。", 9)
    code_words = _verify_code(members[0])
    page.text(56, y + 56, f"　　　3．验证码：{code_words}", 9, name="verify_code")
    page.picture(56, y + 74, 62, 62, codes2d.qr(20))
    page.text(520, y + 116, f"{province.city}虚构区社会保险基金管理中心", 10.5, anchor="right")
    page.text(520, y + 138, f"打印日期：{printed.day(members[0].printed_on)}", 10.5, anchor="right", name="printed_on")
    page.stamp(450, y + 112, seals.office_seal(f"{province.city}虚构区社会保险基金管理中心"), 100, shift=3)
    paper.fields = {
        "layout": "unit", "payer": payer, "payer_code": code, "printed_on": members[0].printed_on,
        "verify_code": code_words, "page_count": "1",
    }  # fmt: skip
    paper.rows = {
        "people": [{"name": member.person.name, "number": member.person.number} for member in members],
        "months": [_month(member, month, KINDS, member.last_state or "正常缴费") for member in members],
    }
    _number_pages(paper)
    return paper


def _month(member: Staff, month: str, kinds: Sequence[str], state: str) -> dict[str, Value]:
    return {
        "name": member.person.name, "number": member.person.number, "month": month, "state": state,
        "kinds": list(kinds), "payer": member.payer,
    }  # fmt: skip


def _truth(paper: Paper, member: Staff, kinds: Sequence[str], months: Sequence[str], states: Sequence[str]) -> None:
    paper.fields |= {
        "layout": paper.layout, "payer": member.payer, "printed_on": member.printed_on,
        "page_count": str(len(paper.pages)),
    }  # fmt: skip
    paper.rows = {
        "people": [{"name": member.person.name, "number": member.person.number}],
        "months": [_month(member, month, kinds, state) for month, state in zip(months, states, strict=True)],
    }


def _verify_code(member: Staff) -> str:
    chance = random.Random(member.person.number)
    return "".join(chance.choice("0123456789abcdef") for _ in range(16))


def _number_pages(paper: Paper) -> None:
    total = len(paper.pages)
    for number, page in enumerate(paper.pages, 1):
        words = f"共{total}页　第{number}页" if paper.layout == "jiangsu" else f"第 {number} 页 ( 共 {total} 页 )"
        page.text(page.width / 2, page.height - 22, words, 8.5, "song", "centre")
        notice(page)


def _base(member: Staff, year: int) -> int:
    return 6800 + int(member.person.number[-4:-1]) * 4 + (year - 2020) * 420


def _beijing(member: Staff, province: Province) -> Paper:
    page = Page(*A4_LANDSCAPE)
    paper = Paper("social_insurance", "beijing", [page], title="北京市社会保险个人权益记录（参保人员缴费信息）")
    page.text(page.width / 2, 52, "北京市社会保险个人权益记录（参保人员缴费信息）", 17, "bold", "centre")
    code = _verify_code(member)[:6]
    person = member.person
    for y, left, right in (
        (80, ("参保人姓名:", person.name), ("校验码:", code)),
        (98, ("社会保障号码:", person.number), ("查询流水号:", f"119999{member.printed_on.replace('-', '')}{person.number[-5:-1]}")),
        (116, ("单位名称:", member.payer), ("查询日期:", member.printed_on)),
    ):
        page.text(60, y, left[0], 10.5)
        page.text(140, y, left[1], 10.5, name={80: "name", 98: "number", 116: "payer"}[y])
        page.text(560, y, right[0], 10.5)
        page.text(628, y, right[1], 10.5)
    page.text(60, 140, "一、养老保险单位变动记录", 10.5, "hei")
    months = printed.months(member.insured_from, member.insured_to)
    widths = (110.0, 110.0, 96.0, 290.0, 116.0)
    rows = [("缴费起始年月", "缴费截止年月", "实际缴费月数", "单位名称", "缴费区县"),
            (member.insured_from, member.insured_to, str(len(months)), member.payer, "虚构区")]  # fmt: skip
    y = table.grid(page, 60, 148, rows, widths)
    page.text(60, y + 20, "二、五险缴费明细", 10.5, "hei")
    y = _beijing_years(page, y + 28, member, months)
    page.text(60, y + 20, "三、补充资料", 10.5, "hei")
    extra = f"累计实际缴费年限：{len(months) // 12}年{len(months) % 12}个月　　其中：趸缴年限：0年0个月　　个人账户本息：{_base(member, 2026) * 2}.16元"
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
    _truth(paper, member, ALL_KINDS, months, ["已缴费"] * len(months))
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
        base = _base(member, int(year)) * len(inside)
        count, pension, jobless, health = str(len(inside)), f"{base * 0.08:.2f}", f"{base * 0.005:.2f}", f"{base * 0.02:.2f}"
        cells = (f"{inside[0]}至{inside[-1]}", count, str(base), pension, count, str(base), jobless, count, str(base),
                 count, str(base), health, count, str(base))  # fmt: skip
        y = table.row(page, 60, y, cells, widths, style)
    total = str(len(months))
    cells = ("合计", total, "------", "------", total, "------", "------", total, "------", total, "------", "------", total, "------")
    return table.row(page, 60, y, cells, widths, style)


def _jiangsu(member: Staff, province: Province) -> Paper:
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
    y = table.grid(page, 56, 152, [("险种", "养老保险", "工伤保险", "失业保险"), ("参保状态", "正常参保", "正常参保", "正常参保")], widths)
    for label, value in (("现参保单位全称", member.payer), ("现参保地", "虚构区")):
        y = table.row(page, 56, y, (label, value), (108.0, 375.0), names=(None, "payer" if label[0:3] == "现参保" and "单位" in label else None))
    months = printed.months(member.insured_from, member.insured_to)[-24:]
    claim = f"出具证明前{len(months)}个月缴费情况（{printed.month(months[0])}-{printed.month(member.printed_on[:7])}）"
    page.text(page.width / 2, y + 22, claim, 11, "hei", "centre")
    columns = (36.0, 24.0, 118.0, 54.0, 54.0, 54.0, 54.0, 54.0, 35.0)
    style = table.Style(size=7.6, least=14)
    groups = [("年", ()), ("月", ()), ("单位全称", ()), ("养老保险", ("缴费基数", "个人缴费")),
              ("失业保险", ("缴费基数", "个人缴费")), ("工伤保险", ("缴费基数",)), ("备注", ())]  # fmt: skip
    y = table.head(page, 56, y + 30, groups, columns, style, 15, 14)
    for month in months:
        base = _base(member, int(month[:4]))
        cells = (month[:4], month[5:], member.payer, f"{base}.00", f"{base * 0.08:.2f}", f"{base}.00", f"{base * 0.005:.2f}", f"{base}.00", "")
        y = table.row(page, 56, y, cells, columns, style)
    y = min(y, page.height - 100)
    for step, words in enumerate(("说明：1．本权益单涉及单位及参保人员信息，单位应妥善保管。", "　　　2．本权益单已签具电子印章，不再加盖鲜章（虚构数据，不可核验）。")):
        page.text(56, y + 18 + step * 13, words, 8)
    page.text(536, y + 48, f"打印时间：{printed.day(member.printed_on)}", 10, anchor="right", name="printed_on")
    page.stamp(452, y + 30, seals.office_seal(f"{province.city}虚构区社会保险管理中心"), 84, shift=4)
    _truth(paper, member, KINDS, months, ["已缴费"] * len(months))
    return paper


def _zhejiang(member: Staff, province: Province) -> Paper:
    page = Page()
    paper = Paper("social_insurance", "zhejiang", [page], title="浙江省社会保险参保证明（个人专用）")
    person = member.person
    page.text(page.width / 2, 66, "浙江省社会保险参保证明（个人专用）", 17, "bold", "centre")
    page.text(page.width - 54, 92, f"授权码：{_verify_code(member)}", 9, anchor="right", name="verify_code")
    widths = (52.0, 62.0, 66.0, 134.0, 56.0, 113.0)
    identity = (("姓名", person.name, "社会保障号", person.number, "证件类型", "居民身份证（户口簿）"),)
    y = table.row(page, 56, 104, identity[0], widths)
    y = table.row(page, 56, y, ("证件号码", person.number, "性别", person.sex), (52.0, 262.0, 56.0, 113.0))
    y = table.grid(page, 56, y + 12, [("险种", "参保状态", "参保单位"), *((f"{kind}保险", "参保缴费", member.payer) for kind in ("企业职工基本养老", "失业", "工伤"))], (150.0, 96.0, 237.0))
    months = printed.months(member.insured_from, member.insured_to)[-24:]
    head = f"最近{len(months)}个月缴费情况（{printed.month(months[0], '年')}-{printed.month(months[-1], '年')}）"
    page.text(page.width / 2, y + 22, head, 11, "hei", "centre")
    columns = (40.0, 28.0, 106.0, 84.0, 66.0, 62.0, 56.0, 41.0)
    style = table.Style(size=8, least=15.5)
    y = table.row(page, 56, y + 30, ("年", "月", "单位编号", "参保地", "缴费基数(元)", "个人缴费(元)", "缴费状况", "备注"), columns, style, head=True)
    states = [PAID] * (len(months) - 1) + [member.last_state or PAID]
    unit_code = f"3399{member.payer_code[-10:-1]}"
    for month, state in zip(months, states, strict=True):
        base = _base(member, int(month[:4]))
        cells = (month[:4], month[5:], unit_code, f"{province.city}虚构区", f"{base}.00", f"{base * 0.08:.2f}", state, "")
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
    _truth(paper, member, KINDS, months, states)
    paper.fields |= {"verify_code": _verify_code(member), "verify_until": until}
    return paper
