"""A second set of layouts, drawn after the first was read: every kind once more, set in other ways."""

from __future__ import annotations

from tests.specimens.company import Person
from tests.specimens.papers.id_card import BIG, CARD, put_back, put_front
from tests.specimens.sheet import Paper, wrap
from tests.unseen.cards import LI, SUN, back_of, front_of
from tests.unseen.charters import DUTIES
from tests.unseen.kit import Pen, Rows, credit, masked, months, paper, person, plain

NAME = "虚构听松网络科技（山东）有限公司"
CODE = credit("MA3T8H5N", "37")
PLACE = "虚构市虚构高新区长歌路2588号大数据产业园B区4号楼3层301"
FORMER = "虚构远山劳务派遣有限公司"
CAO = person("曹牧之", "1989-04-17", 53, "37")
DENG = person("邓映雪", "1994-08-30", 86, "37")
PENG = person("彭望舒", "1986-12-01", 17, "43")
SCOPE = "许可项目：第一类增值电信业务；基础电信业务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目：信息系统集成服务；软件开发；网络与信息安全软件开发；计算机系统服务。"


def licence_in_rows() -> Paper:
    """A licence whose labels stand over one another in one column, values in another, the code in the middle."""
    pen = Pen(paper("business_licence", "rows", "营业执照"), landscape=True)
    page = pen.page
    page.frame(26, 26, page.width - 26, page.height - 26, 3, "#a88a4a")
    page.text(page.width / 2, 95, "营 业 执 照", 38, "bold", "centre")
    page.text(page.width / 2, 122, f"（副　本）　统一社会信用代码：{CODE}　（1-2）", 11, "hei", "centre")
    y = 165.0
    for label, value in (
        ("名　　称", NAME), ("类　　型", "有限责任公司（港澳台投资、非独资）"), ("住　　所", PLACE), ("法定代表人", "曹牧之"),
        ("注册资本", "贰仟零伍拾万元整"), ("成立日期", "2018年11月05日"), ("营业期限", "2018年11月05日至2068年11月04日"), ("经营范围", SCOPE),
    ):  # fmt: skip
        page.text(90, y, label, 11.5, "hei")
        y = page.lines(175, y, wrap(value, 560, 11), 18, 11) + 8
    page.text(520, 475, "登记机关", 12, "hei", spacing=6)
    page.text(560, 520, "2024 年 9 月 3 日", 12)
    pen.seal(640, 480, "虚构市行政审批服务局")
    return pen.done({
        "code": CODE, "name": NAME, "type": "有限责任公司（港澳台投资、非独资）", "address": PLACE, "legal_representative": "曹牧之",
        "capital": "20500000", "founded": "2018-11-05", "term_from": "2018-11-05", "term_to": "2068-11-04", "scope": SCOPE,
        "issued_on": "2024-09-03", "copy": "副本", "issuer": "虚构市行政审批服务局",
    })  # fmt: skip


def licence_of_one_owner() -> Paper:
    """个人独资企业: 投资人, 出资额 missing, letter-spaced labels with colons."""
    code = credit("MA9F2K7R", "41")
    pen = Pen(paper("business_licence", "one_owner", "营业执照"))
    page = pen.page
    page.text(297, 130, "营业执照", 40, "bold", "centre", spacing=16)
    page.text(297, 160, "( 副 本 )", 12, "hei", "centre")
    page.text(340, 195, f"统一社会信用代码 {code}", 10)
    scope = "通信工程设计、施工；计算机网络技术咨询；办公用品销售。"
    y = 240.0
    for label, value in (("名 称：", "虚构市致和通信工程设计中心"), ("类 型：", "个人独资企业"), ("投 资 人：", "端木致和"), ("成 立 日 期：", "2014年07月22日"),
                         ("住 所：", "虚构市虚构区致和里小区商业楼二单元5号"), ("经 营 范 围：", scope)):  # fmt: skip
        page.text(90, y, label, 11.5, "hei")
        y = page.lines(185, y, wrap(value, 320, 11.5), 18, 11.5) + 14
    page.text(330, 640, "登 记 机 关：", 12, "hei")
    page.text(350, 690, "2019　年　05　月　16　日", 12)
    pen.seal(420, 665, "虚构市虚构区市场监督管理局")
    return pen.done({
        "code": code, "name": "虚构市致和通信工程设计中心", "type": "个人独资企业", "legal_representative": "端木致和", "founded": "2014-07-22",
        "address": "虚构市虚构区致和里小区商业楼二单元5号", "scope": scope, "issued_on": "2019-05-16", "copy": "副本", "issuer": "虚构市虚构区市场监督管理局",
    })  # fmt: skip


def card_upside_by_side() -> Paper:
    """Back over front, set left on the page, with a line of use written beneath."""
    pen = Pen(paper("id_card", "back_first", "居民身份证"))
    put_back(pen.page, 60, 80, SUN)
    put_front(pen.page, 60, 330, SUN)
    pen.page.text(80, 330 + CARD[1] * BIG + 40, "本复印件仅供办理经营许可使用，再次复印无效。", 11)
    return pen.done(front_of(SUN) | back_of(SUN))


def cards_in_a_row() -> Paper:
    """Two fronts over two backs."""
    pen = Pen(paper("id_card", "fronts_over_backs", "居民身份证"), landscape=True)
    for x, who in ((70, CAO), (450, LI)):
        put_front(pen.page, x, 60, who)
        put_back(pen.page, x, 330, who)
    return pen.done(front_of(CAO) | back_of(CAO), {"second": [front_of(LI) | back_of(LI)]})


def _rows(
    who: Person, over: list[str], payer: str | None, state: str | None, number: str = "", **more: object
) -> Rows:
    base = (
        {"name": who.name, "number": number or who.number}
        | ({"payer": payer} if payer else {})
        | ({"state": state} if state else {})
    )
    return [base | {"month": month} | more for month in over]  # type: ignore[misc]


def hunan_intervals() -> Paper:
    """A province not known: label cells above, intervals with a tilde, two employers."""
    pen = Pen(paper("social_insurance", "generic", "湖南省社会保险个人参保证明"), foot="第{n}页,共{m}页")
    pen.title("个人参保证明（实缴明细）", 18)
    pen.cells(("当前单位名称", NAME, "当前单位编号", "4399000011122"), (84, 170, 84, 150), 9)
    pen.cells(("姓名", PENG.name, "身份证号码", PENG.number), (84, 170, 84, 150), 9)
    pen.cells(("用途", "办理许可", "验证码", "XC99880011AB"), (84, 170, 84, 150), 9)
    pen.line("参保关系")
    pen.grid(plain("统一社会信用代码", "单位名称", "险种", "起止时间"), (
        (credit("MA4Q1W2E", "43"), FORMER, "企业职工基本养老保险", "202511-202603"), (CODE, NAME, "企业职工基本养老保险", "202604-202610"),
        (CODE, NAME, "工伤保险", "202604-202610"),
    ), (130, 150, 110, 95))  # fmt: skip
    pen.prose("说明：本证明由参保对象自主打印，社保经办机构可通过验证码核验。", 0, 9)
    pen.line("打印日期：2026年11月16日", at=(330,))
    rows = _rows(PENG, months("2025-11", "2026-03"), FORMER, None, kinds=["养老"])
    rows += _rows(PENG, months("2026-04", "2026-10"), NAME, None, kinds=["养老"]) + _rows(
        PENG, months("2026-04", "2026-10"), NAME, None, kinds=["工伤"]
    )
    return pen.done(
        {"layout": "generic", "name": PENG.name, "number": PENG.number, "payer": NAME, "payer_code": "4399000011122", "printed_on": "2026-11-16", "verify_code": "XC99880011AB"},
        {"people": [{"name": PENG.name, "number": PENG.number}], "months": rows},
    )  # fmt: skip


def list_by_kind() -> Paper:
    """A unit's list with one mark a kind of insurance, masked numbers, the month in the title."""
    pen = Pen(paper("social_insurance", "generic_list", "2026年10月社会保险参保人员明细"), landscape=True)
    pen.title("虚构市用人单位社会保险参保缴费人员明细表", 16)
    pen.line(f"用人单位：{NAME}", f"统一社会信用代码：{CODE}", at=(56, 420))
    pen.grid(
        (("序号", ()), ("姓名", ()), ("证件号码", ()), ("缴费所属期", ()), ("应缴合计", ("单位部分", "个人部分")), ("缴费状态", ())),
        [(str(n), who.name, masked(who.number), "2026-10", "1,268.16", "554.82", "已缴费") for n, who in enumerate((CAO, DENG, PENG), 1)],
        (40, 80, 170, 90, 110, 110, 90), two=True, least=26,
    )  # fmt: skip
    pen.line("制表人：　　　　打印日期：2026-11-13", at=(520,))
    rows = [row for who in (CAO, DENG, PENG) for row in _rows(who, ["2026-10"], NAME, "已缴费", masked(who.number))]
    return pen.done(
        {"layout": "generic_list", "payer": NAME, "payer_code": CODE, "printed_on": "2026-11-13"},
        {"people": [{"name": who.name, "number": masked(who.number)} for who in (CAO, DENG, PENG)], "months": rows},
    )  # fmt: skip


def statement_unruled() -> Paper:
    """A province not known: unruled columns, year and month in one number, 实缴 or 欠缴, no employer in the rows."""
    pen = Pen(paper("social_insurance", "generic", "社会保险个人缴费明细"))
    pen.title("社会保险个人权益记录（缴费明细）", 17)
    pen.line(f"参保人姓名：{DENG.name}", f"社会保障号码：{DENG.number}", at=(56, 280))
    pen.line(f"参保单位：{NAME}", "查询日期：2026-11-15", at=(56, 380))
    over = months("2026-06", "2026-10")
    pen.grid(plain("缴费年月", "险种", "缴费基数", "单位缴费", "个人缴费", "缴费状态"), [
        (m.replace("-", ""), "养老保险", "4416", "706.56", "353.28", "欠缴" if m == "2026-10" else "实缴") for m in over
    ], (80, 80, 80, 80, 80, 80), ruled=False)  # fmt: skip
    rows = _rows(DENG, over[:-1], None, "实缴", kinds=["养老"]) + _rows(DENG, over[-1:], None, "欠缴", kinds=["养老"])
    return pen.done(
        {"layout": "generic", "name": DENG.name, "number": DENG.number, "payer": NAME, "printed_on": "2026-11-15"},
        {"people": [{"name": DENG.name, "number": DENG.number}], "months": rows},
    )  # fmt: skip


def jiangsu_over_pages() -> Paper:
    """江苏 with twenty-four months over two pages, heading repeated."""
    pen = Pen(paper("social_insurance", "jiangsu", "江苏省社会保险权益记录单"), foot="共{m}页 第{n}页", bottom=420)
    pen.title("江苏省社会保险权益记录单（参保人员）", 16)
    pen.line(f"姓名：{DENG.name}", f"公民身份号码（社会保障号）：{DENG.number}", "性别：女", at=(56, 170, 470))
    pen.grid(
        plain("险种", "养老保险", "工伤保险", "失业保险"),
        (("参保状态", "正常参保", "正常参保", "正常参保"), ("现参保单位全称", NAME, NAME, NAME)),
        (90, 130, 130, 130),
    )
    over = months("2025-05", "2026-10")
    pen.line("出具证明前18个月缴费情况（202505-202610）")
    pen.grid(
        (("年", ()), ("月", ()), ("单位全称", ()), ("养老保险", ("缴费基数", "个人缴费")), ("失业保险", ("缴费基数", "个人缴费")), ("工伤保险", ("缴费基数",)), ("备注", ())),
        [(m[:4], m[5:], FORMER if m < "2026-02" else NAME, "4416", "353.28", "4416", "22.08", "4416", "") for m in over],
        (36, 26, 150, 54, 50, 50, 46, 46, 28), two=True,
    )  # fmt: skip
    pen.line("打印时间：2026年11月10日", at=(360,))
    rows = [
        row
        for m in over
        for row in _rows(DENG, [m], FORMER if m < "2026-02" else NAME, "已缴费", kinds=["养老", "失业", "工伤"])
    ]
    return pen.done(
        {"layout": "jiangsu", "name": DENG.name, "number": DENG.number, "payer": NAME, "printed_on": "2026-11-10"},
        {"people": [{"name": DENG.name, "number": DENG.number}], "months": rows},
    )  # fmt: skip


def _charter(pen: Pen, capital: str) -> None:
    pen.title(NAME, 18)
    pen.title("公 司 章 程", 20)
    pen.prose(
        "第一条　依据《中华人民共和国公司法》及有关法律、法规的规定，由全体股东共同出资设立公司，特制定本章程。"
    )
    pen.prose(f"第二条　公司的名称：{NAME}")
    pen.prose(f"第三条　公司的住所：{PLACE}")
    pen.prose("第四条　公司的经营范围：软件开发；第一类增值电信业务。")
    pen.prose(f"第五条　公司的注册资本为{capital}。")


CHARTER = {
    "sort": "章程",
    "company": NAME,
    "address": PLACE,
    "scope": "软件开发；第一类增值电信业务。",
    "capital": "20500000",
    "signed_on": "2024-09-01",
}
"""What both charters say of the company."""


def charter_by_instalments() -> Paper:
    """Each holder's contribution in a sentence with the amount before the name of the method."""
    pen = Pen(paper("articles", "sentences", "公司章程"), size=12, foot="- {n} -")
    _charter(pen, "2050万元人民币")
    pen.prose("第六条　股东的姓名或名称、出资额、出资方式及出资时间：")
    pen.prose("1、股东曹牧之认缴出资1230万元，占注册资本的60%，以货币方式出资，于2048年6月30日前缴足；")
    pen.prose(
        "2、股东虚构投资（香港）有限公司认缴出资820万元，占注册资本的40%，以货币方式出资，于2048年6月30日前缴足。"
    )
    for n, words in zip("七八九十", DUTIES, strict=True):
        pen.prose(f"第{n}条　{words}")
    pen.prose("第十一条　公司法定代表人由经理担任。")
    pen.space(20)
    pen.line("股东签字或盖章：", "2024年9月1日", at=(56, 380))
    rows: Rows = [
        {"name": who, "amount": amount, "share": share, "method": "货币", "due_on": "2048-06-30"}
        for who, amount, share in (("曹牧之", "12300000", "60"), ("虚构投资（香港）有限公司", "8200000", "40"))
    ]
    return pen.done(CHARTER, {"shareholders": rows})


def charter_mixed_table() -> Paper:
    """A ruled table with the number in its own column and the method and day in one cell each, in yuan."""
    pen = Pen(paper("articles", "mixed", "公司章程"), size=11.5)
    _charter(pen, "贰仟零伍拾万元整")
    pen.prose("第六条　公司股东名册（单位：人民币元）：")
    pen.grid(plain("编号", "投资人姓名或名称", "身份证号/统一社会信用代码", "认缴金额", "所占比例", "出资形式", "缴足日期"), (
        ("1", CAO.name, CAO.number, "12,300,000", "60%", "货币", "2048-06-30"), ("2", FORMER, credit("MA4Q1W2E", "43"), "8,200,000", "40%", "货币", "2048-06-30"),
    ), (30, 100, 130, 72, 48, 44, 60))  # fmt: skip
    for n, words in zip("七八九十", DUTIES, strict=True):
        pen.prose(f"第{n}条　{words}")
    pen.line("2024年9月1日", at=(380,))
    rows: Rows = [
        {
            "name": CAO.name,
            "number": CAO.number,
            "amount": "12300000",
            "share": "60",
            "method": "货币",
            "due_on": "2048-06-30",
        },
        {
            "name": FORMER,
            "number": credit("MA4Q1W2E", "43"),
            "amount": "8200000",
            "share": "40",
            "method": "货币",
            "due_on": "2048-06-30",
        },
    ]
    return pen.done(CHARTER, {"shareholders": rows})


def amendment_side_by_side() -> Paper:
    """An amendment as a table of old and new clauses."""
    pen = Pen(paper("articles", "side_by_side", "章程修正案"), size=11)
    pen.title(f"{NAME}章程修正案", 16)
    pen.prose("根据2025年12月1日股东会决议，本公司章程作如下修改：")
    pen.grid(plain("条款", "修改前", "修改后"), (
        ("第三条", "公司的住所：虚构市虚构区旧雨路1号", f"公司的住所：{PLACE}"), ("第五条", "公司的注册资本为1000万元人民币。", "公司的注册资本为2050万元人民币。"),
    ), (60, 200, 220), size=10)  # fmt: skip
    pen.line("法定代表人签字：", at=(300,))
    pen.line("2025年12月1日", at=(330,))
    return pen.done(
        {"sort": "修正案", "company": NAME, "address": PLACE, "capital": "20500000", "signed_on": "2025-12-01"}
    )


def form_with_blocks() -> Paper:
    """A form with shaded section rows, empty cells and long labels; people with empty telephone cells."""
    pen = Pen(paper("application_form", "blocks", "增值电信业务经营许可申请表"))
    pen.title("增值电信业务经营许可证申请表", 18)
    pen.cells(("申请企业名称（盖章）", NAME), (130, 353))
    pen.cells(("统一社会信用代码", CODE, "企业性质", ""), (130, 150, 80, 123))
    pen.cells(("注册资本（万元）", "2050", "法定代表人", CAO.name), (130, 150, 80, 123))
    pen.cells(("法定住所", PLACE), (130, 353))
    pen.cells(("联系人", "", "联系电话", ""), (130, 150, 80, 123))
    pen.cells(("申请业务种类", "互联网接入服务业务"), (130, 353))
    pen.cells(("业务覆盖区域", "山东省"), (130, 353))
    pen.cells(("客户服务电话", "0531-99990000"), (130, 353))
    pen.line("人员情况")
    pen.grid(
        plain("姓名", "证件号码", "工作岗位", "职称", "联系电话"),
        (
            (CAO.name, CAO.number, "总经理", "高级工程师", ""),
            (DENG.name, DENG.number, "技术负责人", "", "13900000077"),
        ),
        (60, 140, 100, 80, 100),
    )
    pen.line("填报日期：2026年11月11日", at=(330,))
    people: Rows = [
        {"name": CAO.name, "number": CAO.number, "role": "总经理", "title": "高级工程师"},
        {"name": DENG.name, "number": DENG.number, "role": "技术负责人", "phone": "13900000077"},
    ]
    return pen.done({
        "company": NAME, "code": CODE, "capital": "20500000", "legal_representative": CAO.name, "address": PLACE, "business": "互联网接入服务业务",
        "coverage": ["山东省"], "phone": "0531-99990000", "generated_on": "2026-11-11",
    }, {"people": people})  # fmt: skip


def commitment_plain() -> Paper:
    """A promise in one paragraph, the addressee last, the day in points."""
    pen = Pen(paper("commitment", "plain", "依法经营承诺书"), size=12)
    pen.title("依法经营承诺书", 20)
    pen.prose(
        f"本公司{NAME}申请在山东省范围内经营互联网接入服务业务，现向山东省通信管理局承诺：遵守电信法规，依法开展经营，不出租、转让电信业务经营许可证，按期报送年报，接受监督检查。如违反承诺，自愿承担法律责任。"
    )
    pen.space(40)
    pen.line(f"公司名称（盖章）：{NAME}", at=(200,))
    pen.line("法定代表人（签字）：", at=(200,))
    pen.line("承诺日期：2026 年 11 月 6 日", at=(200,))
    pen.seal(390, pen.y - 30, NAME, False)
    return pen.done(
        {
            "addressee": "山东省通信管理局",
            "company": NAME,
            "business": "互联网接入服务业务",
            "coverage": ["山东省"],
            "signed_on": "2026-11-06",
        }
    )
