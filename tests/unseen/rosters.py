"""Units' lists and proofs of social insurance in more layouts."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.kit import Pen, masked, months, paper, person, plain
from tests.unseen.provinces import CODE, OURS, PERSONS, across, rows_of

CREW = (*PERSONS, *(person(name, birth, order, digits) for name, birth, order, digits in (
    ("薛知白", "1990-01-12", 11, "14"), ("骆青棠", "1993-06-25", 22, "22"), ("闻人越", "1988-08-08", 33, "34"),
    ("祁连雪", "1995-02-19", 44, "41"), ("戚万里", "1986-10-10", 75, "51"), ("柏舟行", "1997-07-07", 97, "61"),
)))  # fmt: skip


def heilongjiang_states() -> Paper:
    """黑龙江: one month, some people paid, one suspended, one owed."""
    pen = Pen(paper("social_insurance", "unit", "黑龙江省社会保险单位参保证明"))
    pen.title("黑龙江省社会保险单位参保人员证明", 16)
    pen.line(f"单位名称：{OURS}", at=(56,))
    pen.line("单位编号：2399100887", "参保人数：4人", "费款所属期：2026年10月", at=(56, 220, 350))
    states = ("正常缴费", "正常缴费", "暂停缴费", "欠费")
    pen.grid(plain("序号", "姓名", "社会保障号码", "养老保险", "失业保险", "工伤保险"), [
        (str(n), who.name, who.number, state, state, state) for n, (who, state) in enumerate(zip(PERSONS, states, strict=True), 1)
    ], (36, 70, 140, 80, 80, 80))  # fmt: skip
    pen.line("打印日期：2026年11月07日", at=(330,))
    pen.seal(420, pen.y, "虚构市社会保险事业服务中心")
    rows = [
        row for who, state in zip(PERSONS, states, strict=True)
        for row in rows_of(who.name, who.number, ["2026-10"], OURS, state, kinds=["养老", "失业", "工伤"])
    ]  # fmt: skip
    return pen.done(
        {"payer": OURS, "payer_code": "2399100887", "printed_on": "2026-11-07"},
        {"people": [{"name": who.name, "number": who.number} for who in PERSONS], "months": rows},
    )


def anhui_paid_until() -> Paper:
    """安徽: begin of the insurance and the last month paid in two columns."""
    pen = Pen(paper("social_insurance", "unit", "安徽省单位参保证明"))
    pen.title("安徽省社会保险单位参保证明", 17)
    pen.cells(("单位名称", OURS), (100, 382))
    pen.cells(("统一社会信用代码", CODE, "在保人数", "4"), (100, 180, 70, 132))
    pen.grid(plain("序号", "姓名", "证件号码", "险种", "参保时间", "最近缴费月份", "参保状态"), [
        (str(n), who.name, who.number, "养老、失业、工伤", "2025-03-01", "202610", "正常参保") for n, who in enumerate(PERSONS, 1)
    ], (30, 56, 122, 90, 66, 66, 52), size=8.5)  # fmt: skip
    pen.line("查询流水号：AH20261109778812", "生成日期：2026-11-09", at=(56, 330))
    rows = [row for who in PERSONS for row in rows_of(who.name, who.number, ["2026-10"], OURS, "正常参保", kinds=["养老", "失业", "工伤"])]  # fmt: skip
    return pen.done(
        {"payer": OURS, "payer_code": CODE, "printed_on": "2026-11-09"},
        {"people": [{"name": who.name, "number": who.number} for who in PERSONS], "months": rows},
    )


def hainan_months_across() -> Paper:
    """海南: people down, months across, states in the cells."""
    pen = Pen(paper("social_insurance", "generic_list", "海南省单位参保缴费情况表"), landscape=True)
    pen.title("海南省用人单位职工社会保险缴费情况表", 16)
    pen.line(f"单位名称：{OURS}", f"统一社会信用代码：{CODE}", at=(56, 420))
    over = months("2026-07", "2026-10")
    states = (("正常",) * 4, ("正常",) * 4, ("正常", "正常", "补缴", "正常"), ("", "正常", "正常", "欠缴"))
    pen.grid(plain("序号", "姓名", "身份证号码", *(f"{m[:4]}年{m[5:]}月" for m in over)), [
        (str(n), who.name, who.number, *state) for n, (who, state) in enumerate(zip(PERSONS, states, strict=True), 1)
    ], (40, 90, 170, 100, 100, 100, 100), least=26)  # fmt: skip
    pen.line("打印日期：2026-11-12", at=(600,))
    rows = [
        row for who, row_states in zip(PERSONS, states, strict=True) for m, state in zip(over, row_states, strict=True) if state
        for row in rows_of(who.name, who.number, [m], OURS, state)
    ]  # fmt: skip
    return pen.done(
        {"payer": OURS, "payer_code": CODE, "printed_on": "2026-11-12"},
        {"people": [{"name": who.name, "number": who.number} for who in PERSONS], "months": rows},
    )


def ningxia_side() -> Paper:
    """宁夏: a landscape list, scanned on its side; masked numbers."""
    pen = Pen(
        paper("social_insurance", "generic_list", "宁夏社会保险参保人员名册"), landscape=True, foot="第{n}页/共{m}页"
    )
    pen.title("宁夏回族自治区社会保险参保人员缴费名册", 16)
    pen.line(f"参保单位：{OURS}", "单位社保编码：6499000321", "缴费年月：202610", at=(56, 360, 600))
    pen.grid(plain("序号", "姓名", "证件号码", "养老保险基数", "失业保险基数", "工伤保险基数", "到账情况"), [
        (str(n), who.name, masked(who.number), "4500.00", "4500.00", "4500.00", "已到账") for n, who in enumerate(CREW[:6], 1)
    ], (40, 90, 170, 110, 110, 110, 90), least=26)  # fmt: skip
    pen.line("打印时间：2026年11月06日", at=(560,))
    pen.seal(640, pen.y - 14, "虚构市社会保险事业管理中心")
    rows = [row for who in CREW[:6] for row in rows_of(who.name, masked(who.number), ["2026-10"], OURS, "已到账", kinds=["养老", "失业", "工伤"])]  # fmt: skip
    return pen.done(
        {"payer": OURS, "payer_code": "6499000321", "printed_on": "2026-11-06", "page_count": "1"},
        {"people": [{"name": who.name, "number": masked(who.number)} for who in CREW[:6]], "months": rows},
    )


def hubei_small_print() -> Paper:
    """湖北: ten people in small print, intervals."""
    pen = Pen(paper("social_insurance", "unit", "湖北省社会保险参保证明（单位专用）"))
    pen.title("湖北省社会保险参保证明（单位专用）", 16)
    pen.line(f"单位名称：{OURS}", "单位编号：4299007711", at=(56, 360), size=9)
    pen.grid(plain("序号", "姓名", "社会保障号", "参保险种", "缴费起始时间", "缴费截止时间", "缴费状态"), [
        (str(n), who.name, who.number, "企业职工养老保险", "2026年06月", "2026年10月", "实缴到账") for n, who in enumerate(CREW, 1)
    ], (30, 56, 116, 90, 66, 66, 60), size=7.5, least=15)  # fmt: skip
    pen.line("打印时间：2026年11月13日", at=(360,), size=9)
    pen.line("授权码：HB26118832", at=(360,), size=9)
    rows = [row for who in CREW for row in rows_of(who.name, who.number, months("2026-06", "2026-10"), OURS, "实缴到账", kinds=["养老"])]  # fmt: skip
    return pen.done(
        {"payer": OURS, "payer_code": "4299007711", "printed_on": "2026-11-13", "verify_code": "HB26118832"},
        {"people": [{"name": who.name, "number": who.number} for who in CREW], "months": rows},
    )


def guangxi_tax_unit() -> Paper:
    """广西: a tax office's proof for the unit alone; it names nobody."""
    pen = Pen(paper("social_insurance", "generic", "社会保险费缴费证明"))
    pen.title("社会保险费缴费证明（单位）", 17)
    pen.cells(("缴费人名称", OURS), (100, 382))
    pen.cells(("缴费人识别号", CODE, "单位社保号", "4599001122"), (100, 180, 80, 122))
    pen.grid(plain("征收项目", "征收品目", "费款所属期起", "费款所属期止", "实缴金额", "缴款日期"), [
        (kind, kind + "（单位缴纳）", "2026-10-01", "2026-10-31", "8,442.00", "2026-10-19")
        for kind in ("企业职工基本养老保险费", "失业保险费", "工伤保险费")
    ], (100, 120, 72, 72, 60, 60), size=8.5)  # fmt: skip
    pen.line("税务机关：国家税务总局虚构市税务局", "开具日期：2026-11-10", at=(56, 340))
    return pen.done({"payer": OURS, "printed_on": "2026-11-10"}, {"people": []})


def jilin_letter() -> Paper:
    """吉林: a letter with a sentence for the months and a list of names below."""
    pen = Pen(paper("social_insurance", "unit", "社会保险参保证明"), size=12)
    pen.title("社会保险参保缴费证明", 20)
    pen.prose(
        f"兹证明{OURS}（统一社会信用代码：{CODE}）为下列4名职工缴纳了2026年8月至2026年10月的养老、失业、工伤保险费，人员名单如下："
    )
    pen.grid(
        plain("姓名", "身份证号码", "备注"),
        [(who.name, who.number, "在职") for who in PERSONS],
        (120, 240, 120),
        size=11,
    )
    pen.line("特此证明。")
    pen.space(40)
    pen.line("虚构市社会医疗保险管理局", at=(320,))
    pen.line("2026年11月4日", at=(350,))
    pen.seal(400, pen.y - 20, "虚构市社会保险事业管理局")
    rows = [row for who in PERSONS for row in rows_of(who.name, who.number, months("2026-08", "2026-10"), OURS, None)]
    return pen.done(
        {"payer": OURS, "payer_code": CODE, "printed_on": "2026-11-04"},
        {"people": [{"name": who.name, "number": who.number} for who in PERSONS], "months": rows},
    )


def guizhou_watermark() -> Paper:
    """A list over two pages, a slight watermark over the names, two months a person."""
    pen = Pen(paper("social_insurance", "unit", "单位参保缴费明细"), foot="第{n}页 共{m}页", bottom=400)
    across(pen, OURS + "　仅供资质申报", 6, (240, 400), 18)
    pen.title("单位职工参保缴费明细表", 17)
    pen.line(f"单位全称：{OURS}", f"信用代码：{CODE}", at=(56, 330))
    pen.grid(plain("序号", "职工姓名", "公民身份号码", "缴费所属月份", "缴费基数", "缴费类型"), [
        (str(n), who.name, who.number, m.replace("-", "年") + "月", "4,250.00", "正常缴费")
        for n, (who, m) in enumerate(((who, m) for who in CREW[:5] for m in ("2026-09", "2026-10")), 1)
    ], (36, 70, 140, 90, 70, 76))  # fmt: skip
    pen.line("制表日期：2026年11月3日", at=(350,))
    rows = [
        row for who in CREW[:5] for row in rows_of(who.name, who.number, ["2026-09", "2026-10"], OURS, "正常缴费")
    ]
    return pen.done(
        {"payer": OURS, "payer_code": CODE, "printed_on": "2026-11-03", "page_count": str(len(pen.paper.pages))},
        {"people": [{"name": who.name, "number": who.number} for who in CREW[:5]], "months": rows},
    )
