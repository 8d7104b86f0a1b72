"""The fifth set, drawn after the fourth was read: layouts unlike those before."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens.papers.id_card import put_back, put_front
from tests.specimens.sheet import Paper, wrap
from tests.unseen.cards import back_of, front_of
from tests.unseen.charters import DUTIES
from tests.unseen.exhibits import Exhibit
from tests.unseen.kit import Pen, credit, months, paper, person, plain
from tests.unseen.provinces import made, rows_of

OURS = "虚构蓝鲸网络科技（福建）有限公司"
CODE = credit("MA8U4T6W", "35")
BEFORE = "虚构渔歌物业管理有限公司"
TANG = person("唐晚舟", "1992-08-14", 27, "35")
GU = person("顾长风", "1986-04-22", 39, "36")
YE = person("叶惊秋", "1994-06-09", 48, "62")
CREW = (TANG, GU, YE)


def merged(
    pen: Pen,
    first: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    tall: float = 20.0,
    size: float = 9.0,
) -> None:
    """One block of a table: leading cells that span all its rows, then the rows."""
    page, left, top = pen.page, pen.left, pen.y
    height = tall * len(rows)
    for words, width in zip(first, widths, strict=False):
        page.frame(left, top, left + width, top + height)
        lines = wrap(words, width - 8, size)
        for n, line in enumerate(lines):
            page.text(left + 4, top + height / 2 + size * 0.35 + (n - (len(lines) - 1) / 2) * size * 1.3, line, size)
        left += width
    for n, row in enumerate(rows):
        x = left
        for words, width in zip(row, widths[len(first) :], strict=True):
            page.frame(x, top + n * tall, x + width, top + (n + 1) * tall)
            page.text(x + 4, top + (n + 0.5) * tall + size * 0.35, words, size)
            x += width
    pen.y = top + height


def months_down_years_across() -> Paper:
    """Months are rows, years are columns."""
    pen = Pen(paper("social_insurance", "generic", "社会保险个人缴费情况表"))
    pen.title("社会保险个人缴费情况表", 17)
    pen.line(f"姓名：{TANG.name}", f"身份证号码：{TANG.number}", at=(56, 220))
    pen.line(f"单位名称：{OURS}", at=(56,))
    pen.grid(
        plain("月份", "2025年", "2026年"),
        [(f"{n}月", "已缴", "已缴" if n < 11 else "") for n in range(1, 13)],
        (100, 150, 150),
    )
    pen.line("打印日期：2026年11月08日", at=(330,))
    return made(
        pen,
        TANG,
        {"payer": OURS, "printed_on": "2026-11-08"},
        rows_of(TANG.name, TANG.number, months("2025-01", "2026-10"), None, "已缴"),
    )


def employers_as_sections() -> Paper:
    """Each employer's months stand under a row across the table with its name."""
    pen = Pen(paper("social_insurance", "generic", "社会保险缴费明细"))
    pen.title("个人社会保险缴费明细清单", 17)
    pen.cells(("姓名", GU.name, "社会保障号码", GU.number), (70, 130, 90, 190))
    head = plain("缴费年月", "险种", "缴费基数", "缴费状态")
    truth = []
    pen.y += 8
    for unit, first, last in ((BEFORE, "2026-03", "2026-05"), (OURS, "2026-06", "2026-10")):
        pen.cells((f"缴费单位：{unit}",), (480,))
        pen.y -= 8
        pen.grid(head, [(m, "养老保险", "4100", "已缴费") for m in months(first, last)], (120, 120, 120, 120))
        pen.y -= 4
        truth += rows_of(GU.name, GU.number, months(first, last), unit, "已缴费")
    pen.line("打印时间：2026-11-10 08:00", at=(330,))
    return made(pen, GU, {"printed_on": "2026-11-10"}, truth)


def years_only() -> Paper:
    """A yearly summary: how many months were paid, not which."""
    pen = Pen(paper("social_insurance", "generic", "社会保险个人权益记录单"))
    pen.title("社会保险个人权益记录单", 18)
    pen.line(f"姓名：{YE.name}", f"社会保障号码：{YE.number}", at=(56, 220))
    pen.line(f"参保单位：{OURS}", at=(56,))
    pen.grid(
        plain("年度", "险种", "本年缴费月数", "缴费基数", "个人账户本息"),
        (("2024", "养老保险", "12", "48000", "3840.00"), ("2025", "养老保险", "12", "50400", "4032.00")),
        (80, 100, 100, 100, 100),
    )
    pen.line("出具日期：2026年11月02日", at=(330,))
    return made(pen, YE, {"payer": OURS, "printed_on": "2026-11-02"}, [])


def list_with_merged_names() -> Paper:
    """A unit's list: name and number span the rows of the person's months."""
    pen = Pen(paper("social_insurance", "generic_list", "单位职工社会保险缴费明细"))
    pen.title("单位职工社会保险缴费明细表", 17)
    pen.line(f"缴费单位：{OURS}", f"统一社会信用代码：{CODE}", at=(56, 320), size=9.5)
    pen.grid(plain("姓名", "证件号码", "费款所属期", "险种", "缴费状态"), (), (70, 140, 90, 90, 90))
    pen.y -= 4
    over = months("2026-08", "2026-10")
    for who in CREW:
        merged(
            pen,
            (who.name, who.number),
            [(m.replace("-", ""), "养老保险", "已缴费") for m in over],
            (70, 140, 90, 90, 90),
        )
    pen.line("制表日期：2026年11月12日", at=(350,))
    rows = [row for who in CREW for row in rows_of(who.name, who.number, over, OURS, "已缴费")]
    return pen.done({"payer": OURS, "payer_code": CODE, "printed_on": "2026-11-12"}, {"people": [{"name": each.name, "number": each.number} for each in CREW], "months": rows})  # fmt: skip


def merged_employers() -> Paper:
    """A personal table whose employer spans the rows of its months."""
    pen = Pen(paper("social_insurance", "generic", "个人参保缴费证明"))
    pen.title("个人社会保险参保缴费证明", 17)
    pen.cells(("姓名", TANG.name, "身份证号码", TANG.number), (70, 130, 90, 190))
    pen.grid(plain("单位名称", "缴费年月", "险种", "缴费状态"), (), (180, 100, 100, 100))
    pen.y -= 4
    truth = []
    for unit, over in ((BEFORE, months("2026-04", "2026-06")), (OURS, months("2026-07", "2026-10"))):
        merged(pen, (unit,), [(m, "失业保险", "正常缴费") for m in over], (180, 100, 100, 100))
        truth += rows_of(TANG.name, TANG.number, over, unit, "正常缴费")
    pen.line("查验码：FJ2026X8K3Q1", "打印日期：2026年11月15日", at=(56, 340))
    return made(pen, TANG, {"printed_on": "2026-11-15", "verify_code": "FJ2026X8K3Q1"}, truth)


def right_labels() -> Paper:
    """Labels set flush right before values on lines; the table has sub-headings for unit and person."""
    pen = Pen(paper("social_insurance", "generic", "职工养老保险缴费证明"))
    pen.title("职工基本养老保险缴费证明", 18)
    for label, value in (
        ("姓名：", GU.name),
        ("公民身份号码：", GU.number),
        ("缴费单位：", OURS),
        ("出具日期：", "2026-11-16"),
    ):
        pen.line(label, at=(150,), anchor="right")
        pen.page.text(156, pen.y, value, 10.5)
    over = months("2026-05", "2026-10")
    pen.grid((("序号", ()), ("费款所属期", ()), ("缴费基数", ()), ("缴费金额", ("单位缴费", "个人缴费")), ("到账日期", ())), [
        (str(n), m.replace("-", "."), "4,100.00", "656.00", "328.00", f"{m}-22") for n, m in enumerate(over, 1)
    ], (40, 90, 90, 80, 80, 100), two=True)  # fmt: skip
    return made(pen, GU, {"payer": OURS, "printed_on": "2026-11-16"}, rows_of(GU.name, GU.number, over, None, None))


def validity_in_words() -> Paper:
    """A code valid for three months in words; rows with 应缴 and 实缴 amounts; a refund."""
    pen = Pen(paper("social_insurance", "generic", "社会保险参保缴费记录"))
    pen.title("社会保险参保缴费记录", 18)
    pen.line(f"参保人：{YE.name}", f"证件号码：{YE.number}", at=(56, 220))
    pen.line(f"用人单位：{OURS}", "授权码：77ab-90cd-1234", at=(56, 340))
    over = months("2026-06", "2026-10")
    states = ("足额到账", "足额到账", "足额到账", "已退费", "未到账")
    pen.grid(plain("所属期", "险种类型", "应缴金额", "实缴金额", "到账状态"), [
        (m, "工伤保险", "20.50", "20.50" if "足" in state else "0.00", state) for m, state in zip(over, states, strict=True)
    ], (90, 110, 90, 90, 100), ruled=False)  # fmt: skip
    pen.prose("说明：授权码有效期三个月，自打印之日起计算。", 0, 9)
    pen.line("打印日期 2026年11月14日", at=(330,))
    truth = [
        row for m, state in zip(over, states, strict=True) for row in rows_of(YE.name, YE.number, [m], None, state)
    ]
    return made(pen, YE, {"payer": OURS, "printed_on": "2026-11-14", "verify_code": "77ab-90cd-1234"}, truth)


def list_sorted_by_kind() -> Paper:
    """A list that has a block for each insurance under a heading line."""
    pen = Pen(paper("social_insurance", "generic_list", "参保人员名册"))
    pen.title("虚构市参保单位人员名册", 17)
    pen.line(f"单位名称：{OURS}", "缴费月份：2026年10月", at=(56, 330))
    for kind in ("企业职工基本养老保险", "工伤保险"):
        pen.line(f"险种：{kind}")
        pen.grid(
            plain("序号", "姓名", "社会保障号码", "缴费基数", "缴费状态"),
            [(str(n), who.name, who.number, "4100", "正常") for n, who in enumerate(CREW, 1)],
            (40, 90, 170, 90, 90),
        )
    pen.line("打印时间：2026年11月09日", at=(350,))
    rows = [row for who in CREW for row in rows_of(who.name, who.number, ["2026-10"], OURS, "正常")]
    return pen.done({"payer": OURS, "printed_on": "2026-11-09"}, {"people": [{"name": each.name, "number": each.number} for each in CREW], "months": rows})  # fmt: skip


def cooperative() -> Paper:
    """农民专业合作社: 成员出资总额, 业务范围; labels with wide spacing."""
    code = "93" + credit("MA3N5P7Q", "52")[2:]
    pen = Pen(paper("business_licence", "cooperative", "营业执照"))
    page = pen.page
    page.text(297, 120, "营业执照", 40, "bold", "centre", spacing=10)
    page.text(297, 150, "（副 本）", 12, "hei", "centre")
    page.text(330, 190, f"统一社会信用代码 {code}", 11)
    y = 235.0
    scope = "组织采购、供应成员所需的生产资料；为成员提供网络销售服务。"
    for label, value in (
        ("名称", "虚构云岭网络服务农民专业合作社"),
        ("类型", "农民专业合作社"),
        ("住所", "虚构省虚构县虚构乡云岭村一组"),
        ("法定代表人", "龙在田"),
        ("成员出资总额", "伍拾万零叁仟元整"),
        ("成立日期", "2019年9月9日"),
        ("业务范围", scope),
    ):
        page.spread(88, y, label, 90, 11, "hei")
        y = page.lines(190, y, wrap(value, 330, 11), 17, 11) + 13
    page.text(330, 660, "登 记 机 关", 12, "hei")
    page.text(350, 706, "2019年9月9日", 12)
    pen.seal(420, 680, "虚构县市场监督管理局")
    return pen.done({"code": code, "name": "虚构云岭网络服务农民专业合作社", "type": "农民专业合作社", "address": "虚构省虚构县虚构乡云岭村一组", "legal_representative": "龙在田", "capital": "503000", "founded": "2019-09-09", "scope": scope, "issued_on": "2019-09-09", "copy": "副本", "issuer": "虚构县市场监督管理局"})  # fmt: skip


def ruled_licence() -> Paper:
    """A download from a registry: labels and values in ruled cells, two pairs a row, colon-free."""
    pen = Pen(paper("business_licence", "ruled", "营业执照"))
    pen.title("营业执照", 26)
    pen.line("（副本）", at=(275,))
    pen.cells(("统一社会信用代码", CODE, "名称", OURS), (90, 150, 60, 183))
    pen.cells(("类型", "有限责任公司(自然人投资或控股)", "法定代表人", TANG.name), (90, 150, 60, 183))
    pen.cells(("注册资本", "1,000万人民币", "成立日期", "2020-05-20"), (90, 150, 60, 183))
    pen.cells(("营业期限", "2020-05-20至无固定期限", "登记机关", "虚构市市场监督管理局"), (90, 150, 60, 183))
    pen.cells(("住所", "福建省虚构市虚构区软件园二期66号401单元"), (90, 393))
    scope = "一般项目：软件开发；网络技术服务。许可项目：第一类增值电信业务。"
    pen.cells(("经营范围", scope), (90, 393))
    pen.line("核准日期：2023年10月11日", at=(330,))
    return pen.done({"code": CODE, "name": OURS, "type": "有限责任公司(自然人投资或控股)", "legal_representative": TANG.name, "capital": "10000000", "founded": "2020-05-20", "term_from": "2020-05-20", "term_to": "长期", "address": "福建省虚构市虚构区软件园二期66号401单元", "scope": scope, "copy": "副本", "issuer": "虚构市市场监督管理局"})  # fmt: skip


def card_upside_down() -> Paper:
    """Both sides, copied small, the sheet photographed upside down."""
    pen = Pen(paper("id_card", "upside_down", "居民身份证"))
    put_front(pen.page, 145, 120, GU)
    put_back(pen.page, 145, 380, GU)
    return pen.done(front_of(GU) | back_of(GU))


def card_and_licence_words() -> Paper:
    """A card with a stamp 复印件与原件一致 and a signature line."""
    pen = Pen(paper("id_card", "certified", "居民身份证"))
    put_front(pen.page, 60, 80, YE)
    put_back(pen.page, 60, 320, YE)
    pen.page.text(400, 150, "复印件与原件一致", 12, "hei", colour="#c03030", angle=12)
    pen.page.text(80, 600, "持证人签字：", 12)
    return pen.done(front_of(YE) | back_of(YE))


PLACE = "福建省虚构市虚构区软件园二期66号401单元"
FUND = "虚构海潮股权投资合伙企业（有限合伙）"


def _charter(pen: Pen, capital: str) -> None:
    pen.title(f"{OURS}", 18)
    pen.title("章程", 22)
    pen.prose("第一条 为保障公司、股东的合法权益，依照《中华人民共和国公司法》，制定本章程。")
    pen.prose(f"第二条 公司名称：{OURS}")
    pen.prose(f"第三条 公司住所：{PLACE}")
    pen.prose("第四条 公司经营范围：软件开发；网络技术服务。")
    pen.prose(f"第五条 公司注册资本：{capital}")


def _end(pen: Pen) -> None:
    for n, words in zip("七八九十", DUTIES, strict=True):
        pen.prose(f"第{n}条 {words}")
    pen.space(20)
    pen.line("股东签章：", "2023年10月8日", at=(56, 360))


TOLD: dict[str, str | list[str]] = {
    "sort": "章程",
    "company": OURS,
    "address": PLACE,
    "capital": "10000000",
    "signed_on": "2023-10-08",
}


def charter_words_for_amounts() -> Paper:
    """Amounts in Chinese capitals, shares as numbers under a heading with the sign, numbers of papers below the names."""
    pen = Pen(paper("articles", "words_for_amounts", "公司章程"), size=11.5)
    _charter(pen, "人民币壹仟万元整")
    pen.prose("第六条 股东出资情况如下：")
    pen.grid(plain("股东姓名或名称", "证件类型", "证件号码", "认缴出资额", "持股比例(%)", "出资方式", "出资期限"), (
        (TANG.name, "居民身份证", TANG.number, "人民币陆佰万元", "60.00", "货币", "2043年10月7日"), (FUND, "营业执照", CODE, "人民币肆佰万元", "40.00", "货币", "2043年10月7日"),
    ), (80, 50, 112, 80, 46, 40, 76), size=8.5, least=30)  # fmt: skip
    _end(pen)
    return pen.done(TOLD, {"shareholders": [{"name": TANG.name, "number": TANG.number, "amount": "6000000", "share": "60", "method": "货币", "due_on": "2043-10-07"}, {"name": FUND, "number": CODE, "amount": "4000000", "share": "40", "method": "货币", "due_on": "2043-10-07"}]})  # fmt: skip


def charter_merged_method() -> Paper:
    """Method and day span all rows of the table; a sum below."""
    pen = Pen(paper("articles", "merged_method", "公司章程"), size=11.5)
    _charter(pen, "1000万元人民币")
    pen.prose("第六条 股东的姓名（名称）、出资额和出资比例：")
    pen.grid(
        plain("序号", "股东", "出资额（万元）", "出资比例"),
        (
            ("1", TANG.name, "350", "35%"),
            ("2", GU.name, "250", "25%"),
            ("3", FUND, "400", "40%"),
            ("合计", "", "1000", "100%"),
        ),
        (50, 200, 110, 110),
        least=24,
    )
    pen.prose("全体股东均以货币出资，于2043年10月7日前缴足。")
    _end(pen)
    return pen.done(TOLD, {"shareholders": [{"name": who, "amount": amount, "share": share} for who, amount, share in ((TANG.name, "3500000", "35"), (GU.name, "2500000", "25"), (FUND, "4000000", "40"))]})  # fmt: skip


def charter_dashes() -> Paper:
    """Sentences introduced by dashes; full-width digits."""
    pen = Pen(paper("articles", "dashes", "公司章程"), size=12)
    _charter(pen, "人民币１０００万元")
    pen.prose("第六条 股东的姓名（名称）、出资方式、出资额：")
    pen.prose(f"股东一：{TANG.name}，身份证号码{TANG.number}，以货币方式认缴出资６００万元，占注册资本６０％；")
    pen.prose(f"股东二：{FUND}，统一社会信用代码{CODE}，以货币方式认缴出资４００万元，占注册资本４０％。")
    _end(pen)
    return pen.done(TOLD, {"shareholders": [{"name": TANG.name, "number": TANG.number, "amount": "6000000", "share": "60", "method": "货币"}, {"name": FUND, "number": CODE, "amount": "4000000", "share": "40", "method": "货币"}]})  # fmt: skip


def amendment_scope() -> Paper:
    """Scope and representative changed; 现修改为 on the next line in brackets 「」."""
    pen = Pen(paper("articles", "scope", "章程修正案"), size=12)
    pen.title(f"{OURS}章程修正案", 18)
    pen.prose("经公司股东会决议，对公司章程第四条、第五条作如下修订：")
    pen.prose("第四条 公司经营范围：软件开发。")
    pen.prose("现修改为：第四条 公司经营范围：软件开发；网络技术服务。")
    pen.prose("第五条 公司注册资本：500万元")
    pen.prose("现修改为：第五条 公司注册资本：1000万元")
    pen.space(30)
    pen.line("法定代表人：", "2024年1月9日", at=(56, 360))
    return pen.done(
        {
            "sort": "修正案",
            "company": OURS,
            "capital": "10000000",
            "scope": "软件开发；网络技术服务",
            "signed_on": "2024-01-09",
        }
    )


FIFTH = (
    Exhibit(months_down_years_across), Exhibit(employers_as_sections), Exhibit(years_only), Exhibit(list_with_merged_names), Exhibit(list_with_merged_names, "scan"),
    Exhibit(merged_employers), Exhibit(merged_employers, "large"), Exhibit(right_labels), Exhibit(validity_in_words), Exhibit(list_sorted_by_kind), Exhibit(cooperative, "scan"),
    Exhibit(ruled_licence), Exhibit(card_upside_down, "large", 180), Exhibit(card_and_licence_words), Exhibit(charter_words_for_amounts), Exhibit(charter_merged_method),
    Exhibit(charter_dashes, "scan"), Exhibit(amendment_scope),
)  # fmt: skip

GAPS = {"fifth.charter_dashes": {"shareholders"}}
"""What is not read yet, by drawing: each of these may be missing, none may be wrong."""
