"""Proofs of social insurance: personal forms and units' lists of provinces known and unknown."""

from __future__ import annotations

from collections.abc import Iterable

from tests.specimens.sheet import Paper, Value
from tests.unseen.kit import Pen, Rows, credit, masked, months, paper, person, plain

OURS = "虚构云程智联信息技术有限公司"
OTHER = "虚构人力资源服务有限公司"
LONG = "虚构云程智联信息技术（江苏）有限公司"
ZHAO = person("赵凌霄", "1991-07-08", 35, "32")
ZHOU = person("周念真", "1993-01-19", 42, "42")
GAO = person("高以宁", "1988-10-05", 66, "51")
LIN = person("林初晴", "1996-02-28", 88, "35")
STAFF = (ZHAO, ZHOU, GAO, LIN, person("马远山", "1985-05-05", 53), person("罗听松", "1990-09-09", 71))
MONEY = "5,284.00"


def _months(who: str, number: str, over: Iterable[str], payer: str | None, state: str, **more: Value) -> Rows:
    row: dict[str, Value] = {"name": who, "number": number}
    return [row | {"month": month, "state": state} | ({"payer": payer} if payer else {}) | more for month in over]


def jiangsu_wrapped() -> Paper:
    """江苏: heading of two storeys, the unit's name broken inside a word, a seal over the figures."""
    pen = Pen(paper("social_insurance", "jiangsu", "江苏省社会保险权益记录单"), foot="共{m}页，第{n}页")
    pen.title("江苏省社会保险权益记录单")
    pen.line("（参保人员）", at=(265,))
    pen.line("请使用官方江苏智慧人社APP扫描验证", at=(380,), size=8)
    pen.line(f"姓名：{ZHAO.name}", f"公民身份号码（社会保障号）：{ZHAO.number}", "性别：男", at=(56, 170, 470))
    pen.line("参加社会保险基本情况")
    pen.grid(plain("险种", "养老保险", "工伤保险", "失业保险"), (
        ("参保状态", "正常参保", "正常参保", "正常参保"), ("现参保单位全称", LONG, LONG, LONG), ("现参保地", "虚构区", "虚构区", "虚构区"),
    ), (90, 130, 130, 130))  # fmt: skip
    pen.line("出具证明前6个月缴费情况（202606-202611）")
    over = months("2026-06", "2026-10")
    pen.grid(
        (("年", ()), ("月", ()), ("单位全称", ()), ("养老保险", ("缴费基数", "个人缴费")), ("失业保险", ("缴费基数", "个人缴费")), ("工伤保险", ("缴费基数",)), ("备注", ())),
        [(m[:4], m[5:], LONG, "5284", "422.72", "5284", "26.42", "5284", "") for m in over],
        (36, 26, 110, 54, 54, 54, 54, 54, 38), two=True,
    )  # fmt: skip
    pen.seal(330, pen.y - 50, "虚构市社会保险中心")
    pen.prose("说明：1.本权益单信息为打印时的参保情况。2.本权益单已签具电子印章，不再加盖鲜章。")
    pen.line("打印时间：2026年11月18日", at=(360,))
    number = ZHAO.number
    return pen.done(
        {"layout": "jiangsu", "name": ZHAO.name, "number": number, "payer": LONG, "printed_on": "2026-11-18", "page_count": "1"},
        {"people": [{"name": ZHAO.name, "number": number}], "months": _months(ZHAO.name, number, over, LONG, "已缴费", kinds=["养老", "失业", "工伤"])},
    )  # fmt: skip


def zhejiang_unpaid() -> Paper:
    """浙江: the newest month has not arrived; two units' codes."""
    pen = Pen(paper("social_insurance", "zhejiang", "浙江省社会保险参保证明"))
    pen.title("浙江省社会保险参保证明（个人专用）", 16)
    pen.grid(
        plain("姓名", "社会保障号", "证件类型", "证件号码", "性别"),
        ((LIN.name, LIN.number, "居民身份证", LIN.number, "女"),),
        (70, 135, 75, 135, 60),
    )
    pen.grid(
        plain("险种", "参保状态", "参保单位"),
        [(kind, "参保缴费", OURS) for kind in ("企业职工基本养老保险", "失业保险", "工伤保险")],
        (150, 90, 235),
    )
    pen.line("最近6个月缴费情况（2026年06月-2026年11月）", at=(150,))
    over = months("2026-06", "2026-11")
    states = ["已到账"] * 5 + ["未到账"]
    pen.grid(plain("年", "月", "单位编号", "参保地", "缴费基数（元）", "个人缴费（元）", "缴费状况", "备注"), [
        (m[:4], m[5:], "33991002456", "虚构区", "4812", "384.96", state, "") for m, state in zip(over, states, strict=True)
    ], (40, 30, 85, 70, 80, 80, 60, 40))  # fmt: skip
    pen.prose(
        "备注：1.本证明已签具电子印章，社会保险经办机构不再另行签章；2.本证明自打印之日起三个月内可在浙江政务服务网验证，授权码：ZJ88ab21。"
    )
    pen.line("（盖章）", at=(420,))
    pen.seal(440, pen.y + 10, "虚构市社会保险和就业管理服务中心")
    pen.line("打印时间：2026年11月19日", at=(360,))
    rows = [
        _months(LIN.name, LIN.number, [m], OURS, s, unit_code="33991002456")[0]
        for m, s in zip(over, states, strict=True)
    ]
    return pen.done(
        {"layout": "zhejiang", "name": LIN.name, "number": LIN.number, "payer": OURS, "printed_on": "2026-11-19", "verify_code": "ZJ88ab21"},
        {"people": [{"name": LIN.name, "number": LIN.number}], "months": rows},
    )  # fmt: skip


def sichuan_two_units() -> Paper:
    """四川: rows give units' codes; the note names two, of which one is another employer."""
    pen = Pen(
        paper("social_insurance", "sichuan", "四川省社会保险个人参保证明"),
        landscape=True,
        foot="第 {n} 页，共 {m} 页",
    )
    pen.title("四川省社会保险个人参保证明")
    pen.line(f"参保人姓名：{GAO.name}", "性别：女", f"社会保障号码：{GAO.number}")
    pen.line("（一）历年参保基本情况")
    pen.grid(
        plain("险种", "当前缴费状态", "累计月数(个)"),
        [(k, "参保缴费", "41") for k in ("企业职工基本养老保险", "失业保险", "工伤保险")],
        (240, 160, 120),
    )
    pen.line("（二）2026年05月至2026年10月的参保缴费明细　　　　单位：元")
    over = months("2026-05", "2026-10")
    units = ["510990001234"] * 2 + ["510990077889"] * 4
    pen.grid(
        (("缴费月份", ()), ("参保单位编号", ()), ("养老保险", ("类型", "缴费基数", "单位缴纳", "个人缴纳")), ("失业保险", ("缴费基数", "单位缴纳", "个人缴纳")), ("工伤保险", ("缴费基数", "单位缴纳")), ("参保地", ())),
        [(m.replace("-", ""), u, "城镇职工", "4802", "768.32", "384.16", "4802", "28.81", "19.21", "4802", "9.60", "虚构区") for m, u in zip(over, units, strict=True)],
        (60, 90, 56, 56, 56, 56, 56, 56, 56, 56, 56, 60), two=True,
    )  # fmt: skip
    pen.prose(f"说明：1.表中“单位编号”对应的单位名称为：510990001234: {OTHER}, 510990077889: {OURS}。", 0, 9.5)
    pen.prose("2.本证明不加盖红色印章，可登录网站验证真伪，验证码：QW7788ER，有效期至2027年02月18日。", 0, 9.5)
    pen.line("打印日期：2026年11月20日", at=(600,))
    named = {"510990001234": OTHER, "510990077889": OURS}
    rows = [
        _months(GAO.name, GAO.number, [m], named[u], "已缴费", unit_code=u, kinds=["养老", "失业", "工伤"])[0]
        for m, u in zip(over, units, strict=True)
    ]
    return pen.done(
        {"layout": "sichuan", "name": GAO.name, "number": GAO.number, "payer": OURS, "printed_on": "2026-11-20", "verify_code": "QW7788ER", "verify_until": "2027-02-18", "page_count": "1"},
        {"people": [{"name": GAO.name, "number": GAO.number}], "months": rows},
    )  # fmt: skip


def guangdong_intervals() -> Paper:
    """广东: intervals of months for two employers."""
    pen = Pen(paper("social_insurance", "guangdong", "广东省社会保险个人参保证明"))
    pen.title("广东省社会保险个人参保证明", 17)
    pen.prose("该参保人在虚构市参加社会保险情况如下：")
    pen.cells(("姓名", LIN.name, "证件号码", LIN.number), (80, 150, 80, 170))
    pen.line("参保险种情况", at=(250,))
    pen.grid(
        (("参保起止时间", ()), ("单位", ()), ("参保险种", ("养老", "工伤", "失业"))),
        (("202601-202603", f"虚构市:{OTHER}", "3", "3", "3"), ("202604-202610", f"虚构市:{OURS}", "7", "7", "7")), (120, 200, 54, 54, 54), two=True,
    )  # fmt: skip
    pen.line("截止　2026-11-20 10:12　，该参保人累计月数合计：实际缴费10个月，缓缴0个月", size=9)
    pen.prose("备注：本《参保证明》标注的“缓缴”是指阶段性缓缴政策。", 0, 9)
    pen.line("证明机构名称（证明专用章）", "证明时间　2026-11-20 10:12", at=(56, 340))
    pen.seal(170, pen.y, "虚构市社会保险基金管理局")
    rows = _months(
        LIN.name, LIN.number, months("2026-01", "2026-03"), OTHER, "已缴费", kinds=["养老", "工伤", "失业"]
    )
    rows += _months(
        LIN.name, LIN.number, months("2026-04", "2026-10"), OURS, "已缴费", kinds=["养老", "工伤", "失业"]
    )
    return pen.done(
        {"layout": "guangdong", "name": LIN.name, "number": LIN.number, "payer": OURS, "printed_on": "2026-11-20"},
        {"people": [{"name": LIN.name, "number": LIN.number}], "months": rows},
    )  # fmt: skip


def beijing_two_pages() -> Paper:
    """北京: headings of two storeys, two employers, yearly intervals, over two pages."""
    who = STAFF[4]
    pen = Pen(
        paper("social_insurance", "beijing", "北京市社会保险个人权益记录"),
        landscape=True,
        foot="第 {n} 页 ( 共 {m} 页 )",
    )
    pen.title("北京市社会保险个人权益记录（参保人员缴费信息）", 16)
    pen.line(f"参保人姓名：{who.name}", "校验码：c3d4e5", at=(56, 480))
    pen.line(f"社会保障号码：{who.number}", "查询流水号：11992026112000001", at=(56, 480))
    pen.line(f"单位名称：{OURS}", "查询日期：2024年01月至2026年11月", at=(56, 480))
    pen.line("一、养老保险单位变动记录")
    pen.grid(plain("缴费起始年月", "缴费截止年月", "实际缴费月数", "单位名称", "缴费区县"), (
        ("2024-01", "2025-12", "24", OTHER, "虚构区"), ("2026-01", "2026-10", "10", OURS, "虚构区"),
    ), (120, 120, 110, 260, 110))  # fmt: skip
    pen.line("二、五险缴费明细")
    spans = (("2024-01", "2024-12", "12"), ("2025-01", "2025-12", "12"), ("2026-01", "2026-10", "10"))
    rows = [
        (
            f"{a}至{b}",
            n,
            "62,000.00",
            "4,960.00",
            n,
            "62,000.00",
            "310.00",
            n,
            "62,000.00",
            n,
            "62,000.00",
            "1,240.00",
            n,
            "62,000.00",
        )
        for a, b, n in spans
    ]
    pen.grid(
        (("缴费起止年月", ()), ("养老实际缴费", ("月数", "年缴费基数", "个人缴费")), ("失业实际缴费", ("月数", "年缴费基数", "个人缴费")), ("工伤实际缴费", ("月数", "年缴费基数")), ("医疗实际缴费", ("月数", "年缴费基数", "个人缴费")), ("生育实际缴费", ("月数", "年缴费基数"))),
        [*rows, ("合计", "34", "------", "12,400.00", "34", "------", "775.00", "34", "------", "34", "------", "3,100.00", "34", "------")],
        (96, 32, 60, 56, 32, 60, 46, 32, 60, 32, 60, 56, 32, 60), two=True, size=8,
    )  # fmt: skip
    pen.next_page()
    pen.line("三、补充资料")
    pen.line("累计实际缴费年限：9年10个月　　其中趸缴年限：0年　　个人账户本息：86,231.55元")
    pen.prose("备注：本单的黑色与红色印章效力相同；如需核对真伪，请登录社保权益单校验页面。")
    pen.line("北京市虚构区社会保险基金管理中心", at=(540,))
    pen.line("日期：2026年11月20日", at=(580,))
    pen.seal(630, pen.y, "北京市虚构区社会保险基金管理中心")
    truth = []
    for month in months("2024-01", "2026-10"):
        payer = OTHER if month <= "2025-12" else OURS
        truth += _months(
            who.name, who.number, [month], payer, "已缴费", kinds=["养老", "失业", "工伤", "医疗", "生育"]
        )
    return pen.done(
        {"layout": "beijing", "name": who.name, "number": who.number, "payer": OURS, "verify_code": "c3d4e5", "printed_on": "2026-11-20", "page_count": "2"},
        {"people": [{"name": who.name, "number": who.number}], "months": truth},
    )  # fmt: skip


def hubei_months_across() -> Paper:
    """A province not known: the months of a year run across as columns, ticked where paid."""
    pen = Pen(paper("social_insurance", "generic", "湖北省社会保险参保证明"))
    pen.title("湖北省社会保险参保证明（个人专用）", 17)
    pen.line(f"姓名：{ZHOU.name}", f"社会保障号：{ZHOU.number}", at=(56, 280))
    pen.line(f"现参保单位：{OURS}")
    head = plain("年度", *(f"{n}月" for n in range(1, 13)))
    pen.grid(head, (("2025", *["√"] * 12), ("2026", *["√"] * 10, "", "")), (60, *[35] * 12))
    pen.line("备注：“√”表示当月已足额缴费，空白表示当月未缴费。", size=9)
    pen.line("打印日期：2026年11月12日", at=(360,))
    return pen.done(
        {"layout": "generic", "name": ZHOU.name, "number": ZHOU.number, "payer": OURS, "printed_on": "2026-11-12"},
        {"people": [{"name": ZHOU.name, "number": ZHOU.number}], "months": _months(ZHOU.name, ZHOU.number, months("2025-01", "2026-10"), OURS, "已缴费")},
    )  # fmt: skip


def shandong_per_kind() -> Paper:
    """A province not known: one row an insurance and an employer, intervals in words."""
    pen = Pen(paper("social_insurance", "generic", "山东省社会保险个人参保缴费证明"))
    pen.title("社会保险个人参保缴费证明", 18)
    pen.line("证明编号：37990220261113A1B2C3", at=(360,))
    pen.cells(("姓名", ZHOU.name, "身份证号码", ZHOU.number), (80, 140, 90, 170))
    pen.cells(("当前参保单位", OURS), (110, 370))
    pen.grid(plain("险种", "参保单位", "缴费起止年月", "缴费月数", "缴费状态"), [
        row for kind in ("养老保险", "失业保险", "工伤保险") for row in (
            (kind, OTHER, "2025年9月至2026年2月", "6", "已缴费"), (kind, OURS, "2026年3月至2026年10月", "8", "已缴费"))
    ], (70, 160, 140, 50, 60))  # fmt: skip
    pen.prose("附注：本证明涉及单位及个人信息，有单位经办人保管，因保管不当造成信息泄露，应依法承担责任。", 0, 9)
    pen.line("验真码：JNRS39990a5b", "打印日期：2026年11月13日", at=(56, 340))
    pen.seal(430, pen.y, "虚构市社会保险事业中心")
    rows = []
    for kind in ("养老", "失业", "工伤"):
        rows += _months(ZHOU.name, ZHOU.number, months("2025-09", "2026-02"), OTHER, "已缴费", kinds=[kind])
        rows += _months(ZHOU.name, ZHOU.number, months("2026-03", "2026-10"), OURS, "已缴费", kinds=[kind])
    return pen.done(
        {"layout": "generic", "name": ZHOU.name, "number": ZHOU.number, "payer": OURS, "printed_on": "2026-11-13", "verify_code": "JNRS39990a5b"},
        {"people": [{"name": ZHOU.name, "number": ZHOU.number}], "months": rows},
    )  # fmt: skip


def unit_list_masked() -> Paper:
    """A unit's list in landscape over three pages, heading repeated, numbers masked."""
    pen = Pen(
        paper("social_insurance", "unit", "单位参保人员名单"), landscape=True, foot="共{m}页第{n}页", bottom=340
    )
    pen.title("虚构市单位参保人员缴费明细表", 17)
    pen.line(f"单位名称：{OURS}", "单位编号：9930011223", "费款所属期：202610", at=(56, 380, 600))
    pen.grid(
        (("序号", ()), ("姓名", ()), ("证件号码", ()), ("缴费月份", ()), ("养老保险", ("缴费基数", "单位应缴", "个人应缴")), ("失业保险", ("单位应缴", "个人应缴")), ("工伤保险", ("单位应缴",)), ("缴费标志", ())),
        [(str(n), who.name, masked(who.number), "202610", "5284", "845.44", "422.72", "26.42", "26.42", "10.57", "已实缴") for n, who in enumerate(STAFF, 1)],
        (36, 64, 130, 60, 66, 66, 66, 66, 66, 60, 50), two=True, least=40,
    )  # fmt: skip
    pen.line("制表日期：2026-11-16", at=(600,))
    rows = [
        _months(who.name, masked(who.number), ["2026-10"], OURS, "已实缴", kinds=["养老", "失业", "工伤"])[0]
        for who in STAFF
    ]
    return pen.done(
        {"layout": "generic_list", "payer": OURS, "payer_code": "9930011223", "period": "2026-10", "printed_on": "2026-11-16", "page_count": str(len(pen.paper.pages))},
        {"people": [{"name": who.name, "number": masked(who.number)} for who in STAFF], "months": rows},
    )  # fmt: skip


def unit_list_unruled() -> Paper:
    """A unit's list without rules, intervals of months."""
    pen = Pen(paper("social_insurance", "unit", "单位参保证明"))
    pen.title("社会保险单位参保证明", 18)
    pen.line(f"单位名称：{OURS}", size=11)
    pen.line(f"统一社会信用代码：{credit('MA7K3P2W')}", "单位参保人数：4人", at=(56, 360), size=11)
    pen.grid(plain("姓名", "身份证号码", "参保险种", "缴费起止时间", "参保状态"), [
        (who.name, who.number, "养老、工伤、失业", "202605-202610", "参保缴费") for who in STAFF[:4]
    ], (60, 130, 110, 100, 80), ruled=False, size=9.5)  # fmt: skip
    pen.line("——————以下空白——————", at=(220,))
    pen.line("社会保险经办机构（盖章）", at=(340,))
    pen.line("打印日期：2026年11月09日", at=(340,))
    pen.seal(430, pen.y - 10, "虚构市社会保险基金管理局")
    rows = []
    for who in STAFF[:4]:
        rows += _months(
            who.name, who.number, months("2026-05", "2026-10"), OURS, "参保缴费", kinds=["养老", "工伤", "失业"]
        )
    return pen.done(
        {"layout": "unit", "payer": OURS, "payer_code": credit("MA7K3P2W"), "printed_on": "2026-11-09"},
        {"people": [{"name": who.name, "number": who.number} for who in STAFF[:4]], "months": rows},
    )  # fmt: skip


def unit_list_one_month() -> Paper:
    """A unit's list for one month named above, two people not paid, a total below."""
    pen = Pen(paper("social_insurance", "unit", "单位职工社会保险缴费明细"))
    pen.title("单位职工社会保险缴费花名册", 17)
    pen.line(f"参保单位：{OURS}", "所属期：2026年10月", at=(56, 380))
    pen.grid(plain("序号", "姓名", "社会保障号码", "缴费基数", "单位缴费额", "个人缴费额", "到账状态"), [
        *[(str(n), who.name, who.number, MONEY, "1,268.16", "554.82", "未到账" if n > 4 else "已到账") for n, who in enumerate(STAFF, 1)],
        ("合计", "6人", "", "31,704.00", "7,608.96", "3,328.92", ""),
    ], (34, 56, 126, 66, 74, 74, 56))  # fmt: skip
    pen.line("经办机构：虚构区社会保险事业管理中心", "制表时间：2026年11月17日", at=(56, 340))
    rows = [
        _months(who.name, who.number, ["2026-10"], OURS, "未到账" if n > 4 else "已到账")[0]
        for n, who in enumerate(STAFF, 1)
    ]
    return pen.done(
        {"layout": "generic_list", "payer": OURS, "period": "2026-10", "printed_on": "2026-11-17"},
        {"people": [{"name": who.name, "number": who.number} for who in STAFF], "months": rows},
    )  # fmt: skip


def fujian_codes() -> Paper:
    """A province not known: rows give codes, a small table below gives the names."""
    pen = Pen(paper("social_insurance", "generic", "福建省社会保险个人历年缴费明细"))
    pen.title("福建省社会保险个人缴费明细表", 17)
    pen.line(f"姓名：{LIN.name}", f"社会保障号：{LIN.number}", at=(56, 280))
    over = months("2026-05", "2026-10")
    pen.grid(plain("费款所属期", "单位编号", "险种类型", "缴费基数", "个人缴费金额", "到账标志"), [
        (m.replace("-", ""), "3599012" if m < "2026-07" else "3599888", "企业养老", "3980.00", "318.40", "已到账") for m in over
    ], (80, 80, 80, 80, 90, 70))  # fmt: skip
    pen.line("单位编号对照")
    pen.grid(plain("单位编号", "单位名称"), (("3599012", OTHER), ("3599888", OURS)), (100, 300))
    pen.line("打印时间：2026-11-15 09:31:22", at=(340,))
    rows = []
    for m in over:
        code, payer = ("3599012", OTHER) if m < "2026-07" else ("3599888", OURS)
        rows += _months(LIN.name, LIN.number, [m], payer, "已到账", unit_code=code, kinds=["养老"])
    return pen.done(
        {"layout": "generic", "name": LIN.name, "number": LIN.number, "payer": OURS, "printed_on": "2026-11-15"},
        {"people": [{"name": LIN.name, "number": LIN.number}], "months": rows},
    )  # fmt: skip


def chongqing_employers() -> Paper:
    """A province not known: begin and end of each employment in columns of their own."""
    pen = Pen(paper("social_insurance", "generic", "重庆市社会保险参保证明"))
    pen.title("重庆市城镇职工参保缴费证明", 17)
    pen.prose(f"兹证明{GAO.name}（社会保障号码：{GAO.number}）在我市参加城镇职工社会保险，参保缴费情况如下：")
    pen.grid(plain("参保单位", "参保险种", "开始年月", "终止年月", "累计月数", "缴费情况"), (
        (OTHER, "养老保险", "2025年10月", "2026年04月", "7", "已缴"), (OURS, "养老保险", "2026年05月", "2026年10月", "6", "已缴"),
        (OURS, "工伤保险", "2026年05月", "2026年10月", "6", "已缴"),
    ), (150, 70, 75, 75, 55, 58))  # fmt: skip
    pen.line("打印日期：2026年11月10日　　验证码：5099 8812 7731", at=(240,))
    pen.seal(430, pen.y - 6, "重庆市虚构区社会保险局")
    rows = _months(GAO.name, GAO.number, months("2025-10", "2026-04"), OTHER, "已缴", kinds=["养老"])
    rows += _months(GAO.name, GAO.number, months("2026-05", "2026-10"), OURS, "已缴", kinds=["养老"])
    rows += _months(GAO.name, GAO.number, months("2026-05", "2026-10"), OURS, "已缴", kinds=["工伤"])
    return pen.done(
        {"layout": "generic", "name": GAO.name, "number": GAO.number, "payer": OURS, "printed_on": "2026-11-10", "verify_code": "509988127731"},
        {"people": [{"name": GAO.name, "number": GAO.number}], "months": rows},
    )  # fmt: skip


def tax_bureau() -> Paper:
    """税务局's proof: belonging period in two columns, one row an insurance, no employer in the rows."""
    pen = Pen(paper("social_insurance", "generic", "社会保险费缴费证明"))
    pen.title("中华人民共和国社会保险费缴费证明", 16)
    pen.line("填发日期：2026年11月11日", "税务机关：国家税务总局虚构市虚构区税务局", at=(56, 280))
    pen.cells(("缴费人名称", ZHAO.name, "缴费人识别号", ZHAO.number), (80, 140, 90, 170))
    pen.cells(("缴费单位名称", OURS), (110, 370))
    over = months("2026-08", "2026-10")
    pen.grid(plain("征收项目", "征收品目", "费款所属期起", "费款所属期止", "入库日期", "实缴金额"), [
        (kind, "职工" + kind, f"{m}-01", f"{m}-{'31' if m != '2026-09' else '30'}", f"{m}-18", "422.72") for m in over for kind in ("基本养老保险费", "失业保险费")
    ], (90, 110, 78, 78, 72, 60))  # fmt: skip
    pen.line("合计金额（大写）：贰仟伍佰叁拾陆元叁角贰分　¥2,536.32", size=9.5)
    rows = []
    for m in over:
        for kind in ("养老", "失业"):
            rows += _months(ZHAO.name, ZHAO.number, [m], OURS, "已缴费", kinds=[kind])
    return pen.done(
        {"layout": "generic", "name": ZHAO.name, "number": ZHAO.number, "payer": OURS, "printed_on": "2026-11-11"},
        {"people": [{"name": ZHAO.name, "number": ZHAO.number}], "months": rows},
    )  # fmt: skip


def shenzhen_codes() -> Paper:
    """深圳: 历年参保缴费明细表 with units' codes and a note that names them."""
    who = STAFF[5]
    pen = Pen(paper("social_insurance", "shenzhen", "深圳市社会保险历年参保缴费明细表（个人）"), landscape=True)
    pen.title("深圳市社会保险历年参保缴费明细表（个人）", 16)
    pen.line(
        f"姓名：{who.name}", "社保电脑号：699900123", f"身份证号码：{who.number}", "页码：1", at=(56, 220, 400, 700)
    )
    pen.line(f"参保单位名称：{OURS}", "单位编号：99887766", "计算单位：元", at=(56, 400, 600))
    over = months("2026-07", "2026-10")
    pen.grid(
        (("缴费年", ()), ("月", ()), ("单位编号", ()), ("养老保险", ("基数", "单位交", "个人交")), ("医疗保险", ("险种", "基数", "单位交", "个人交")), ("生育", ("险种", "基数", "单位交")), ("工伤保险", ("基数", "单位交")), ("失业保险", ("基数", "单位交", "个人交"))),
        [(m[:4], m[5:], "99887766", "5284", "845.4", "422.7", "一档", "6727", "403.6", "134.5", "1", "6727", "33.6", "5284", "7.4", "2360", "18.9", "4.7") for m in over] +
        [("合计", "", "", "", "3381.6", "1690.8", "", "", "1614.4", "538.0", "", "", "134.4", "", "29.6", "", "75.6", "18.8")],
        (40, 26, 64, 44, 44, 44, 34, 44, 44, 44, 30, 42, 40, 44, 40, 40, 40, 40), two=True, size=7.5,
    )  # fmt: skip
    pen.prose(
        "备注：1.本证明可作为参保人在本单位参加社会保险的证明。向相关部门提供，查验部门可通过登录网址，输入下列验真码（ 339e6f0a1b2c3d4e ）核查，验真码有效期三个月。",
        0,
        9,
    )
    pen.prose(f"2.单位编号对应的单位名称：　单位编号　单位名称　99887766　{OURS}", 0, 9)
    pen.line("深圳市社会保险基金管理局", at=(580,))
    pen.line("打印日期：2026年11月14日", at=(580,))
    rows = _months(
        who.name,
        who.number,
        over,
        OURS,
        "已缴费",
        unit_code="99887766",
        kinds=["养老", "医疗", "生育", "工伤", "失业"],
    )
    return pen.done(
        {"layout": "shenzhen", "name": who.name, "number": who.number, "payer": OURS, "payer_code": "99887766", "printed_on": "2026-11-14", "verify_code": "339e6f0a1b2c3d4e"},
        {"people": [{"name": who.name, "number": who.number}], "months": rows},
    )  # fmt: skip


def shanghai_pension() -> Paper:
    """上海: a pension statement without a unit in the rows."""
    pen = Pen(paper("social_insurance", "shanghai", "参加个人城镇基本养老保险缴费情况"))
    pen.title("参保人员城镇职工基本养老保险缴费情况", 16)
    pen.line("上海市社会保险事业管理中心", at=(220,))
    pen.line(f"姓名：{ZHAO.name}", f"公民身份号码：{ZHAO.number}", at=(56, 280))
    pen.line(f"最近缴费单位：{OURS}")
    over = months("2026-05", "2026-10")
    pen.grid(
        plain("序号", "缴费年月", "缴费基数", "个人缴费额", "缴费情况", "备注"),
        [(str(n), m.replace("-", "."), "7384", "590.7", "已缴", "") for n, m in enumerate(over, 1)],
        (50, 90, 90, 90, 90, 70),
    )
    pen.line("打印日期：2026年11月20日", at=(340,))
    return pen.done(
        {"layout": "shanghai", "name": ZHAO.name, "number": ZHAO.number, "payer": OURS, "printed_on": "2026-11-20"},
        {"people": [{"name": ZHAO.name, "number": ZHAO.number}], "months": _months(ZHAO.name, ZHAO.number, over, OURS, "已缴", kinds=["养老"])},
    )  # fmt: skip
