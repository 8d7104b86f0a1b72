"""Personal proofs of social insurance in the manner of more provinces and of tax offices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.specimens.sheet import Paper, Value
from tests.unseen.kit import Pen, Rows, credit, months, paper, person, plain

OURS = "虚构星桥数据通信有限公司"
CODE = credit("MA5F7G2H")
BEFORE = "虚构旧林人力资源管理有限公司"
LONG = "虚构星桥数据通信有限公司（内蒙古）数据中心分公司"
YU = person("余清嘉", "1992-03-14", 41, "12")
HAN = person("韩素问", "1989-09-23", 62, "23")
FENG = person("冯野渡", "1994-11-30", 73, "36")
AYI = person("阿依努尔·吐尔逊", "1990-05-17", 84, "65", nation="维吾尔")
XIA = person("夏侯朗", "1987-12-08", 55, "43")
PERSONS = (YU, HAN, FENG, XIA)


def rows_of(who: str, number: str, over: Iterable[str], payer: str | None, state: str | None, **more: Value) -> Rows:
    """One row a month; what is None is not on the paper."""
    base: dict[str, Value] = {"name": who, "number": number}
    if payer:
        base["payer"] = payer
    if state:
        base["state"] = state
    return [base | {"month": month} | more for month in over]


def made(pen: Pen, who: object, fields: dict[str, Value], rows: Rows, layout: str = "generic") -> Paper:
    """The paper of one person."""
    name, number = who.name, who.number  # type: ignore[attr-defined]
    return pen.done(
        {"layout": layout, "name": name, "number": number} | fields,
        {"people": [{"name": name, "number": number}], "months": rows},
    )


def upright(pen: Pen, x: float, y: float, words: str, size: float = 10) -> None:
    """A label printed from the top down, one character a line."""
    for place, character in enumerate(words):
        pen.page.text(x, y + place * size * 1.25, character, size, "hei")


def across(pen: Pen, words: str, angle: float, places: Sequence[float], size: float = 22) -> None:
    """The same words as a watermark at several heights."""
    for y in places:
        pen.page.text(90, y, words, size, "hei", colour="#d8d8d8", angle=angle)


def tianjin() -> Paper:
    """天津: three employers one after another, months joined by a long dash, no state."""
    pen = Pen(paper("social_insurance", "generic", "天津市社会保险个人参保证明"))
    pen.title("天津市社会保险缴费证明（职工个人）", 17)
    pen.line("校验码：TJ7F2K90QX", "有效期至：2027年02月15日", at=(56, 330))
    pen.cells(("姓名", YU.name, "性别", "男"), (90, 150, 60, 180))
    pen.cells(("社会保障号码", YU.number, "证明用途", "办理资质"), (90, 150, 60, 180))
    pen.cells(("现缴费单位", OURS), (90, 390))
    pen.grid(plain("序号", "缴费单位名称", "险种", "缴费起止年月", "缴费月数"), (
        ("1", "虚构渤云软件有限公司", "养老、失业、工伤", "2024.07—2025.03", "9"),
        ("2", BEFORE, "养老、失业、工伤", "2025.04—2025.12", "9"),
        ("3", OURS, "养老、失业、工伤", "2026.01—2026.10", "10"),
    ), (36, 180, 110, 110, 50))  # fmt: skip
    pen.prose("注：1.本证明可在校验码有效期内登录网上大厅查验。2.本证明不含补缴信息。", 0, 9)
    pen.line("打印日期：2026-11-15", at=(360,))
    pen.seal(430, pen.y - 8, "虚构市社会保险基金管理中心")
    kinds = {"kinds": ["养老", "失业", "工伤"]}
    rows = rows_of(YU.name, YU.number, months("2024-07", "2025-03"), "虚构渤云软件有限公司", None, **kinds)
    rows += rows_of(YU.name, YU.number, months("2025-04", "2025-12"), BEFORE, None, **kinds)
    rows += rows_of(YU.name, YU.number, months("2026-01", "2026-10"), OURS, None, **kinds)
    return made(pen, YU, {"payer": OURS, "printed_on": "2026-11-15", "verify_code": "TJ7F2K90QX", "verify_until": "2027-02-15"}, rows)  # fmt: skip


def hebei() -> Paper:
    """河北: a sentence names the person, months down with each insurance in a column of its own."""
    pen = Pen(paper("social_insurance", "generic", "河北省社会保险个人参保缴费证明"))
    pen.title("社会保险个人参保缴费证明", 18)
    pen.line("编号：139990020261112000781", at=(350,), size=9)
    pen.prose(
        f"兹证明 {HAN.name} 同志（公民身份号码：{HAN.number}），系 {OURS} 职工，其在我中心参加社会保险的缴费情况如下："
    )
    over = months("2026-05", "2026-10")
    pen.grid(
        (("费款所属期", ()), ("企业职工基本养老保险", ("缴费基数", "缴费状态")), ("失业保险", ("缴费基数", "缴费状态")), ("工伤保险", ("缴费基数", "缴费状态"))),
        [(m.replace("-", "年") + "月", "4276", "已缴费", "4276", "已缴费", "4276", "已缴费") for m in over],
        (90, 66, 66, 66, 66, 66, 66), two=True,
    )  # fmt: skip
    pen.line("特此证明。", size=11)
    pen.space(30)
    pen.line("虚构市社会保险事业服务中心（章）", at=(320,))
    pen.line("二〇二六年十一月十二日", at=(350,))
    pen.seal(410, pen.y - 20, "虚构市社会保险事业服务中心")
    rows = rows_of(HAN.name, HAN.number, over, None, "已缴费", kinds=["养老", "失业", "工伤"])
    return made(pen, HAN, {"payer": OURS, "printed_on": "2026-11-12"}, rows)


def shanxi_years() -> Paper:
    """山西: a row a year, months across, paid, owed and empty marked in the cells."""
    pen = Pen(paper("social_insurance", "generic", "山西省社会保险参保缴费凭证"), landscape=True)
    pen.title("山西省企业职工基本养老保险个人缴费凭证", 17)
    pen.line(f"姓　名：{FENG.name}", f"身份证号：{FENG.number}", f"单位名称：{OURS}", at=(56, 220, 480))
    head = plain("缴费年度", *(f"{n}月" for n in range(1, 13)), "缴费月数")
    pen.grid(head, (
        ("2024年", *[""] * 6, *["√"] * 6, "6"), ("2025年", *["√"] * 12, "12"), ("2026年", *["√"] * 9, "欠", "", "", "9"),
    ), (70, *[46] * 12, 60), least=24)  # fmt: skip
    pen.line("说明：“√”为正常缴费，“欠”为欠缴，空白为未参保或未到缴费期。", size=9)
    pen.line("经办机构：虚构市养老保险服务中心", "打印时间：2026年11月09日 10:22", at=(56, 500))
    rows = rows_of(FENG.name, FENG.number, months("2024-07", "2026-09"), None, "已缴费", kinds=["养老"])
    rows += rows_of(FENG.name, FENG.number, ["2026-10"], None, "欠缴", kinds=["养老"])
    return made(pen, FENG, {"payer": OURS, "printed_on": "2026-11-09"}, rows)


def liaoning() -> Paper:
    """辽宁: the labels of the blocks stand upright at the side."""
    pen = Pen(paper("social_insurance", "generic", "辽宁省社会保险个人参保证明"))
    pen.title("辽宁省社会保险参保证明", 18)
    top = pen.y + 6
    pen.left = 80
    pen.y = top
    pen.cells(("姓名", XIA.name, "社会保障号", XIA.number), (70, 110, 80, 180))
    pen.cells(("参保单位", OURS), (70, 370))
    pen.cells(("单位编号", "2199004455", "参保状态", "正常参保"), (70, 110, 80, 180))
    pen.page.frame(56, top, 80, pen.y)
    upright(pen, 63, top + 16, "基本信息")
    top = pen.y
    over = months("2026-06", "2026-10")
    pen.y -= 8
    pen.grid(plain("险种", "缴费年月", "缴费基数", "单位应缴", "个人应缴", "缴费情况"), [
        ("企业养老", m, "4488.00", "718.08", "359.04", "已缴") for m in over
    ], (80, 80, 70, 70, 70, 70))  # fmt: skip
    pen.page.frame(56, top, 80, pen.y - 4)
    upright(pen, 63, top + 24, "缴费明细")
    pen.left = 56
    pen.line("查询授权码：LN20261110AB7C", "打印日期：2026年11月10日", at=(56, 330))
    rows = rows_of(XIA.name, XIA.number, over, None, "已缴", kinds=["养老"])
    return made(pen, XIA, {"payer": OURS, "payer_code": "2199004455", "printed_on": "2026-11-10", "verify_code": "LN20261110AB7C"}, rows)  # fmt: skip


def jilin() -> Paper:
    """吉林: unruled, wide letter spacing of the labels, seal over the newest rows."""
    pen = Pen(paper("social_insurance", "generic", "吉林省社会保险个人缴费明细"))
    pen.title("社会保险个人缴费明细查询结果", 17)
    pen.line(f"姓　　名：{YU.name}", "个人编号：2299887766", at=(56, 330))
    pen.line(f"证件号码：{YU.number}", "性　　别：男", at=(56, 330))
    pen.line(f"单位名称：{OURS}", at=(56,))
    over = months("2026-04", "2026-10")
    pen.grid(plain("缴费期间", "险种名称", "缴费工资", "个人缴费", "到账日期", "缴费标志"), [
        (f"{m.replace('-', '')}-{m.replace('-', '')}", "基本养老保险", "5120.00", "409.60", f"{m}-21", "足额缴费") for m in over
    ], (100, 90, 70, 70, 80, 70), ruled=False)  # fmt: skip
    pen.seal(250, pen.y - 30, "虚构市社会保险事业管理局")
    pen.line("打印时间：2026年11月13日09时12分", at=(320,))
    rows = rows_of(YU.name, YU.number, over, None, "足额缴费", kinds=["养老"])
    return made(pen, YU, {"payer": OURS, "printed_on": "2026-11-13"}, rows)


def fujian() -> Paper:
    """福建: newest month first, employers in the rows wrap over two lines, over two pages."""
    pen = Pen(
        paper("social_insurance", "generic", "福建省社会保险参保缴费证明"), foot="第 {n} 页 / 共 {m} 页", bottom=330
    )
    pen.title("福建省机关企事业单位社会保险个人参保缴费证明", 15)
    pen.line(f"姓名: {HAN.name}", f"公民身份号码: {HAN.number}", at=(56, 260))
    over = months("2025-11", "2026-10")[::-1]
    far = "虚构旧林人力资源管理有限公司福州虚构区第二分公司"
    pen.grid(plain("序号", "建账年月", "费款所属期", "单位名称", "险种", "缴费性质"), [
        (str(n), m.replace("-", ""), m.replace("-", ""), OURS if m > "2026-03" else far, "养老保险", "正常应缴") for n, m in enumerate(over, 1)
    ], (36, 70, 76, 150, 70, 80), least=30)  # fmt: skip
    pen.line("防伪码：35990-7781203-AC", "打印日期：2026-11-14", at=(56, 330))
    rows = rows_of(HAN.name, HAN.number, months("2025-11", "2026-03"), far, None, kinds=["养老"])
    rows += rows_of(HAN.name, HAN.number, months("2026-04", "2026-10"), OURS, None, kinds=["养老"])
    return made(pen, HAN, {"payer": OURS, "printed_on": "2026-11-14", "page_count": str(len(pen.paper.pages))}, rows)


def jiangxi() -> Paper:
    """江西: English beside the Chinese labels and headings."""
    pen = Pen(paper("social_insurance", "generic", "江西省社会保险个人参保证明"))
    pen.title("江西省社会保险个人参保证明", 17)
    pen.title("Certificate of Social Insurance Participation", 11)
    pen.cells(("姓名 Name", FENG.name, "性别 Sex", "男 Male"), (120, 130, 90, 140))
    pen.cells(("社会保障号 ID No.", FENG.number, "参保地 Place", "虚构区"), (120, 130, 90, 140))
    pen.cells(("参保单位 Employer", OURS), (120, 360))
    over = months("2026-05", "2026-10")
    pen.grid(plain("缴费月份 Month", "养老保险 Pension", "失业保险 Unemployment", "工伤保险 Injury"), [
        (m.replace("-", "/"), "已缴 Paid", "已缴 Paid", "已缴 Paid") for m in over
    ], (110, 120, 130, 120))  # fmt: skip
    pen.line("验证码 Code：JX88KQ12MN07", "有效期至 Valid until：2027-05-10", at=(56, 290))
    pen.line("打印日期 Date of issue：2026-11-10", at=(290,))
    rows = rows_of(FENG.name, FENG.number, over, None, "已缴", kinds=["养老", "失业", "工伤"])
    return made(pen, FENG, {"payer": OURS, "printed_on": "2026-11-10", "verify_code": "JX88KQ12MN07", "verify_until": "2027-05-10"}, rows)  # fmt: skip


def shandong_months() -> Paper:
    """山东: each month is a column headed by its number, each insurance a row of amounts."""
    pen = Pen(paper("social_insurance", "generic", "山东省社会保险个人缴费证明"), landscape=True)
    pen.title("职工社会保险缴费情况表", 17)
    pen.line(f"单位名称：{OURS}", f"姓名：{XIA.name}", f"社会保障号码：{XIA.number}", at=(56, 330, 500))
    over = months("2026-05", "2026-10")
    pen.grid(plain("险种", *(m.replace("-", "") for m in over), "合计"), [
        (kind, *[money] * 6, total) for kind, money, total in (("养老保险", "378.40", "2270.40"), ("失业保险", "14.19", "85.14"), ("工伤保险", "11.35", "68.10"))
    ], (100, *[85] * 6, 100), least=26)  # fmt: skip
    pen.line("打印日期：2026年11月18日", at=(560,))
    rows = rows_of(XIA.name, XIA.number, over, None, None, kinds=["养老", "失业", "工伤"])
    return made(pen, XIA, {"payer": OURS, "printed_on": "2026-11-18"}, rows)


def chongqing_gap() -> Paper:
    """重庆: intervals, one of them suspended, one paid back later."""
    pen = Pen(paper("social_insurance", "generic", "重庆市社会保险参保证明"))
    pen.title("重庆市社会保险参保证明（个人）", 17)
    pen.cells(("姓名", YU.name, "证件号码", YU.number), (80, 140, 80, 180))
    pen.cells(("当前单位", OURS, "当前状态", "参保缴费"), (80, 200, 80, 120))
    pen.grid(plain("起始年月", "终止年月", "单位名称", "险种", "缴费状态"), (
        ("2025-06", "2025-10", BEFORE, "城镇职工基本养老保险", "正常缴费"), ("2025-11", "2025-12", BEFORE, "城镇职工基本养老保险", "暂停缴费"),
        ("2026-01", "2026-02", OURS, "城镇职工基本养老保险", "补缴"), ("2026-03", "2026-10", OURS, "城镇职工基本养老保险", "正常缴费"),
    ), (70, 70, 160, 120, 66))  # fmt: skip
    pen.line("验真码：CQ5512 7789 0023", "打印时间：2026-11-16 15:04", at=(56, 320))
    rows = rows_of(YU.name, YU.number, months("2025-06", "2025-10"), BEFORE, "正常缴费", kinds=["养老"])
    rows += rows_of(YU.name, YU.number, months("2025-11", "2025-12"), BEFORE, "暂停缴费", kinds=["养老"])
    rows += rows_of(YU.name, YU.number, months("2026-01", "2026-02"), OURS, "补缴", kinds=["养老"])
    rows += rows_of(YU.name, YU.number, months("2026-03", "2026-10"), OURS, "正常缴费", kinds=["养老"])
    return made(pen, YU, {"payer": OURS, "printed_on": "2026-11-16", "verify_code": "CQ551277890023"}, rows)


def yunnan() -> Paper:
    """云南: three blocks side by side, month and state twice in a row, page i of n above."""
    pen = Pen(paper("social_insurance", "generic", "云南省社会保险个人参保缴费明细"))
    pen.title("云南省社会保险个人参保缴费明细", 17)
    pen.line("第1页 共1页", at=(430,), size=9)
    pen.line(f"姓名：{HAN.name}", f"社会保障号码：{HAN.number}", at=(56, 280))
    pen.line(f"缴费单位：{OURS}", at=(56,))
    over = months("2025-11", "2026-10")
    pen.grid(plain("缴费年月", "缴费基数", "缴费状态", "缴费年月", "缴费基数", "缴费状态"), [
        (a, "4250", "已缴", b, "4250", "已缴") for a, b in zip(over[:6], over[6:], strict=True)
    ], (80, 80, 80, 80, 80, 80))  # fmt: skip
    pen.line("验证码：YN-2026-77120931　　有效期：2026年11月17日至2027年02月17日", size=9)
    pen.line("打印日期：2026年11月17日", at=(340,))
    rows = rows_of(HAN.name, HAN.number, over, None, "已缴")
    return made(pen, HAN, {"payer": OURS, "printed_on": "2026-11-17", "verify_code": "YN-2026-77120931", "verify_until": "2027-02-17", "page_count": "1"}, rows)  # fmt: skip


def gansu() -> Paper:
    """甘肃: the labels of the head stand upright in narrow cells."""
    pen = Pen(paper("social_insurance", "generic", "甘肃省社会保险缴费证明"))
    pen.title("甘肃省社会保险缴费证明", 18)
    pen.cells(("姓名", FENG.name, "证件号码", FENG.number, "单位名称", OURS), (20, 70, 22, 130, 22, 218))
    over = months("2026-07", "2026-10")
    pen.grid(plain("年月", "单位名称", "养老保险", "失业保险", "工伤保险"), [
        (m[:4] + "年" + str(int(m[5:])) + "月", OURS, "正常缴费", "正常缴费", "正常缴费") for m in over
    ], (80, 180, 75, 75, 72))  # fmt: skip
    pen.line("虚构市社会保险事业服务中心", "2026年11月08日", at=(56, 360))
    rows = rows_of(FENG.name, FENG.number, over, OURS, "正常缴费", kinds=["养老", "失业", "工伤"])
    return made(pen, FENG, {"payer": OURS, "printed_on": "2026-11-08"}, rows)


def xinjiang() -> Paper:
    """新疆: a name with a dot that wraps in its cell."""
    pen = Pen(paper("social_insurance", "generic", "新疆维吾尔自治区社会保险个人参保证明"))
    pen.title("新疆维吾尔自治区社会保险个人参保证明", 16)
    pen.cells(("姓名", AYI.name, "性别", "女", "民族", "维吾尔族"), (60, 70, 50, 60, 60, 180))
    pen.cells(("社会保障号码", AYI.number, "单位名称", OURS), (60, 180, 60, 180))
    over = months("2026-05", "2026-10")
    pen.grid(plain("序号", "缴费年月", "险种类型", "缴费基数", "个人缴费", "缴费状态"), [
        (str(n), m.replace("-", "年") + "月", "企业职工基本养老保险", "4,610.00", "368.80", "实缴") for n, m in enumerate(over, 1)
    ], (40, 90, 130, 80, 80, 60))  # fmt: skip
    pen.line("社保经办机构：虚构市社会保险中心", "打印日期：2026年11月19日", at=(56, 320))
    pen.seal(430, pen.y - 10, "虚构市社会保险中心")
    rows = rows_of(AYI.name, AYI.number, over, None, "实缴", kinds=["养老"])
    return made(pen, AYI, {"payer": OURS, "printed_on": "2026-11-19"}, rows)


def _neimenggu(angle: float) -> Paper:
    pen = Pen(paper("social_insurance", "generic", "内蒙古自治区社会保险缴费证明"))
    across(pen, "仅供办理经营许可证使用　再次复印无效", angle, (190, 330, 470))
    pen.title("内蒙古自治区社会保险个人缴费证明", 16)
    pen.line(f"姓名：{XIA.name}", f"社会保障号：{XIA.number}", at=(56, 280))
    pen.line(f"参保单位：{LONG}", "人员状态：在职", at=(56, 400))
    over = months("2026-04", "2026-10")
    pen.grid(plain("缴费年月", "险种", "缴费单位", "缴费基数", "缴费状态"), [
        (m.replace("-", ""), "工伤保险", LONG, "4700", "正常缴费") for m in over
    ], (70, 70, 200, 70, 72), least=30)  # fmt: skip
    pen.line("打印日期：2026年11月05日", at=(340,))
    rows = rows_of(XIA.name, XIA.number, over, LONG, "正常缴费", kinds=["工伤"])
    return made(pen, XIA, {"payer": LONG, "printed_on": "2026-11-05"}, rows)


def neimenggu_level() -> Paper:
    """内蒙古: a watermark that stands level between and over the rows."""
    return _neimenggu(0)


def neimenggu_slanting() -> Paper:
    """内蒙古: a watermark that slants by five degrees."""
    return _neimenggu(5)


def hunan_detail() -> Paper:
    """湖南: the person's and the unit's cells above, relations with codes, then details by month."""
    pen = Pen(
        paper("social_insurance", "generic", "个人参保证明（实缴明细）"),
        foot=f"个人姓名：{XIA.name}　　第{{n}}页,共{{m}}页",
    )
    pen.title("个人参保证明（实缴明细）", 17)
    pen.cells(("当前单位名称", OURS, "当前单位编号", "43110000000001234567"), (84, 160, 84, 156), 9)
    pen.cells(("姓名", XIA.name, "建账时间", "201907", "身份证号码", XIA.number), (50, 80, 56, 70, 70, 158), 9)
    pen.cells(
        ("性别", "男", "经办机构名称", "虚构市社会保险经办机构", "有效期至", "2027-02-16 10:11"),
        (50, 44, 76, 130, 56, 128),
        9,
    )
    pen.prose(
        "1.本证明系参保对象自主打印，使用者须通过以下途径验证真实性：（1）登录单位网厅公共服务平台；（2）下载安装“智慧人社”APP，输入验证码。",
        0,
        8.5,
    )
    pen.cells(("用途", "资质办理"), (84, 400), 9)
    pen.line("参保关系", at=(270,))
    pen.grid(plain("统一社会信用代码", "单位名称", "险种", "起止时间"), (
        (CODE, OURS, "企业职工基本养老保险", "202608-202610"), (CODE, OURS, "工伤保险", "202608-202610"),
    ), (140, 170, 100, 74), size=8.5)  # fmt: skip
    pen.line("缴费明细", at=(270,))
    over = months("2026-08", "2026-10")[::-1]
    pen.grid(plain("费款所属期", "险种类型", "缴费基数", "本期应缴", "单位缴费", "个人缴费", "缴费标志", "到账日期", "缴费类型"), [
        (m.replace("-", ""), kind, "4308", amount, "689.28", "344.64", "正常", m.replace("-", "") + "22", "正常应缴")
        for m in over for kind, amount in (("企业职工基本养老保险", "1033.92"), ("工伤保险", "30.16"))
    ], (54, 84, 48, 48, 48, 48, 46, 54, 54), size=8)  # fmt: skip
    pen.seal(420, pen.y + 20, "虚构市社会保险经办机构")
    rows = []
    for m in over:
        for kind in ("养老", "工伤"):
            rows += rows_of(XIA.name, XIA.number, [m], OURS, "正常", kinds=[kind])
    return made(pen, XIA, {"payer": OURS, "payer_code": "43110000000001234567", "verify_until": "2027-02-16"}, rows)


def tax_certificate() -> Paper:
    """税收完税证明: the employer stands in the remarks only, periods with 至, original vouchers."""
    pen = Pen(paper("social_insurance", "generic", "税收完税证明"))
    pen.title("中华人民共和国", 13, 6)
    pen.title("税 收 完 税 证 明", 18)
    pen.line("No.342099261100001234", at=(370,))
    pen.line("填发日期：2026年11月12日", "税务机关：国家税务总局虚构市虚构区税务局", at=(56, 250))
    pen.cells(("纳税人识别号", FENG.number, "纳税人名称", FENG.name), (80, 170, 80, 153))
    over = months("2026-08", "2026-10")
    end = {"2026-08": "31", "2026-09": "30", "2026-10": "31"}
    pen.grid(plain("原凭证号", "税种", "品目名称", "税款所属时期", "入（退）库日期", "实缴（退）金额"), [
        (f"3420992611000{n}", "企业职工基本养老保险费", "职工基本养老保险（个人缴纳）", f"{m}-01至{m}-{end[m]}", f"{m}-15", "344.64") for n, m in enumerate(over, 10)
    ], (90, 84, 90, 90, 66, 63), size=8.5)  # fmt: skip
    pen.cells(("金额合计", "（大写）壹仟零叁拾叁元玖角贰分　　￥1033.92"), (80, 403))
    pen.cells(("备注", f"缴费单位：{OURS}，社保经办机构：虚构市社会保险中心"), (80, 403))
    pen.line("税务机关（盖章）　　　填票人：电子税务局", at=(56,))
    pen.seal(180, pen.y - 20, "国家税务总局虚构市虚构区税务局")
    pen.line("妥善保管", at=(430,))
    rows = rows_of(FENG.name, FENG.number, over, None, None, kinds=["养老"])
    return made(pen, FENG, {"payer": OURS, "printed_on": "2026-11-12"}, rows)


def tax_proof() -> Paper:
    """社会保险费缴费证明 of a tax office: several insurances, the month as one number, the unit in a column."""
    pen = Pen(paper("social_insurance", "generic", "社会保险费缴费证明"))
    pen.title("社会保险费缴费证明（个人）", 17)
    pen.line("（2026）税社证 99021 号", at=(380,), size=9)
    pen.prose(
        f"经查询，{HAN.name}（身份证件号码：{HAN.number}）2026年07月至2026年10月期间，社会保险费缴纳情况如下：", 2
    )
    over = months("2026-07", "2026-10")
    pen.line("单位：元", at=(480,), size=8)
    pen.grid(plain("序号", "缴费单位", "费款所属期", "征收品目", "缴费金额", "入库时间"), [
        (str(n), OURS, m.replace("-", ""), "职工基本养老保险(个人缴纳)", "342.08", f"{m}-20") for n, m in enumerate(over, 1)
    ], (36, 150, 66, 110, 60, 66))  # fmt: skip
    pen.line("合计：人民币壹仟叁佰陆拾捌元叁角贰分（￥1,368.32）", size=9.5)
    pen.line("开具机关：国家税务总局虚构县税务局", "开具日期：2026年11月11日", at=(56, 330))
    pen.seal(170, pen.y, "国家税务总局虚构县税务局")
    rows = rows_of(HAN.name, HAN.number, over, OURS, None, kinds=["养老"])
    return made(pen, HAN, {"payer": OURS, "printed_on": "2026-11-11"}, rows)
