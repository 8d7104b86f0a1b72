"""营业执照 of more kinds of business and more years, in more wordings."""

from __future__ import annotations

from tests.specimens.codes2d import qr
from tests.specimens.sheet import Page, Paper, Value, wrap
from tests.unseen.kit import Pen, credit, paper

Entries = tuple[tuple[str, str], ...]
SCOPE = (
    "许可项目：第一类增值电信业务；第二类增值电信业务。（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）"
    "一般项目：互联网数据服务；信息系统运行维护服务；网络技术服务；技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；计算机系统服务；"
    "软件开发；通信设备制造；通讯设备修理；光通信设备销售；互联网设备销售；云计算设备销售；信息安全设备销售；区块链技术相关软件和服务；"
    "数字内容制作服务（不含出版发行）；会议及展览服务；广告设计、代理；广告制作；租赁服务（不含许可类租赁服务）；劳务服务（不含劳务派遣）；"
    "普通机械设备安装服务；电子元器件批发；办公设备耗材销售。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
)


def _under(page: Page, x: float, y: float, entries: Entries, wide: float, label: float = 84, size: float = 11, gap: float = 10) -> float:  # fmt: skip
    for words, value in entries:
        page.spread(x, y, words, label - 12, size, "hei")
        y = page.lines(x + label, y, wrap(value, wide - label, size), size * 1.5, size) + gap
    return y


def _head(page: Page, y: float, title: str, copy: str, size: float = 36) -> None:
    page.frame(page.width / 2 - 20, y - 52, page.width / 2 + 20, y - 12, 0.8, "#cc9955", None, radius=20)
    page.text(page.width / 2, y + size * 0.8, title, size, "bold", "centre", spacing=8)
    page.text(page.width / 2, y + size * 0.8 + 24, copy, 11, "hei", "centre")


def household() -> Paper:
    """个体工商户: 经营者, 组成形式, 注册日期, portrait."""
    code = "92" + credit("MA2P4W8R", "33")[2:]
    pen = Pen(paper("business_licence", "household", "营业执照"))
    page = pen.page
    _head(page, 120, "营业执照", "（副　本）")
    page.text(320, 215, f"统一社会信用代码  {code}", 10.5)
    scope = "服务：计算机网络设备安装、维护；零售：电脑配件、通讯器材。"
    _under(page, 90, 260, (
        ("名称", "虚构市虚构区望舒电脑网络服务部"), ("类型", "个体工商户"), ("经营场所", "虚构市虚构区望舒路33弄8号底商"), ("经营者", "路遥之"),
        ("组成形式", "个人经营"), ("注册日期", "2016年05月04日"), ("经营范围", scope),
    ), 420)  # fmt: skip
    page.text(330, 640, "登记机关", 12, "hei", spacing=8)
    page.text(350, 690, "2020 年 8 月 13 日", 12)
    pen.seal(420, 660, "虚构市虚构区市场监督管理局")
    return pen.done({
        "code": code, "name": "虚构市虚构区望舒电脑网络服务部", "type": "个体工商户", "address": "虚构市虚构区望舒路33弄8号底商",
        "legal_representative": "路遥之", "founded": "2016-05-04", "scope": scope, "issued_on": "2020-08-13", "copy": "副本",
        "issuer": "虚构市虚构区市场监督管理局",
    })  # fmt: skip


def branch_landscape() -> Paper:
    """A branch's licence of 2019, landscape: 负责人, 经营场所, long scope in the left column."""
    code = credit("MA8T5N3C", "43")
    name, place = "虚构星桥数据通信有限公司长沙分公司", "湖南省长沙市虚构区芙蓉中路三段888号虚构国际广场A座1701房"
    pen = Pen(paper("business_licence", "branch_landscape", "营业执照"), landscape=True)
    page = pen.page
    page.frame(22, 22, page.width - 22, page.height - 22, 2, "#b08850")
    _head(page, 90, "营业执照", "（副　本）　副本编号：1 - 1")
    page.text(60, 120, "统一社会信用代码", 10, "hei")
    page.text(60, 137, code, 12)
    page.picture(710, 60, 66, 66, qr(811))
    _under(
        page,
        60,
        190,
        (("名称", name), ("类型", "其他有限责任公司分公司"), ("负责人", "褚云深"), ("经营范围", SCOPE)),
        430,
        size=8.6,
        gap=8,
    )
    _under(page, 520, 190, (("成立日期", "2023年02月27日"), ("经营场所", place)), 270, size=10)
    page.text(560, 470, "登 记 机 关", 13, "hei")
    page.text(600, 520, "2025年 4月 9日", 12)
    pen.seal(650, 480, "虚构市市场监督管理局")
    page.text(60, 572, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 8)
    page.text(690, 572, "国家市场监督管理总局监制", 8)
    return pen.done({
        "code": code, "name": name, "type": "其他有限责任公司分公司", "legal_representative": "褚云深", "founded": "2023-02-27",
        "address": place, "scope": SCOPE, "issued_on": "2025-04-09", "copy": "副本", "issuer": "虚构市市场监督管理局",
    })  # fmt: skip


def partnership_landscape() -> Paper:
    """普通合伙, landscape 2019: 执行事务合伙人, 出资额, 主要经营场所."""
    code = credit("MABQ2E6K", "37")
    pen = Pen(paper("business_licence", "partnership_landscape", "营业执照"), landscape=True)
    page = pen.page
    _head(page, 90, "营 业 执 照", "(副 本) 1-1")
    page.text(60, 130, f"统一社会信用代码：{code}", 11)
    scope = "一般项目：信息技术咨询服务；企业管理咨询；社会经济咨询服务。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    _under(
        page,
        60,
        195,
        (
            ("名称", "虚构听雨信息咨询中心（普通合伙）"),
            ("类型", "普通合伙企业"),
            ("执行事务合伙人", "温如玉"),
            ("经营范围", scope),
        ),
        400,
        100,
        10.5,
    )
    _under(
        page,
        490,
        195,
        (
            ("出资额", "贰佰伍拾万元整"),
            ("成立日期", "2022年01月19日"),
            ("主要经营场所", "虚构市虚构区听雨巷9号院西楼203"),
        ),
        310,
        100,
        10.5,
    )
    page.text(560, 440, "登记机关", 13, "hei", spacing=4)
    page.text(590, 480, "2022", 12)
    page.text(640, 480, "01", 12)
    page.text(680, 480, "19", 12)
    page.text(618, 496, "年", 11)
    page.text(660, 496, "月", 11)
    page.text(700, 496, "日", 11)
    pen.seal(650, 460, "虚构市虚构区行政审批服务局")
    return pen.done({
        "code": code, "name": "虚构听雨信息咨询中心（普通合伙）", "type": "普通合伙企业", "legal_representative": "温如玉", "founded": "2022-01-19",
        "capital": "2500000", "address": "虚构市虚构区听雨巷9号院西楼203", "scope": scope, "issued_on": "2022-01-19", "copy": "副本", "issuer": "虚构市虚构区行政审批服务局",
    })  # fmt: skip


def foreign_dollars() -> Paper:
    """外商独资: capital in dollars in figures, a term of years from the licence, portrait 2015."""
    code = credit("MA1F3Y7H", "31")
    pen = Pen(paper("business_licence", "foreign_dollars", "营业执照"))
    page = pen.page
    page.frame(30, 30, page.width - 30, page.height - 30, 3, "#a08040")
    _head(page, 115, "营业执照", "（ 副 本 ）")
    page.text(297, 205, f"统一社会信用代码 {code}", 11, anchor="centre")
    page.text(297, 222, "证照编号 41000002202108110033", 9, anchor="centre")
    scope = "计算机软件的开发、设计、制作，销售自产产品，并提供相关技术咨询和技术服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
    _under(page, 85, 265, (
        ("名称", "虚构欧林信息技术（上海）有限公司"), ("类型", "有限责任公司（外国法人独资）"), ("住所", "中国（上海）自由贸易试验区虚构路666号2幢108室"),
        ("法定代表人", "JOHN PETER SAMPLE"), ("注册资本", "美元150.0000万"), ("成立日期", "2015年09月01日"), ("营业期限", "2015年09月01日 至 2045年08月31日"), ("经营范围", scope),
    ), 430)  # fmt: skip
    page.text(330, 665, "登记机关", 13, "hei", spacing=6)
    page.text(350, 715, "2021年08月11日", 12)
    pen.seal(420, 690, "虚构市虚构区市场监督管理局")
    return pen.done({
        "code": code, "name": "虚构欧林信息技术（上海）有限公司", "type": "有限责任公司（外国法人独资）", "legal_representative": "JOHN PETER SAMPLE",
        "capital": "1500000 USD", "founded": "2015-09-01", "term_from": "2015-09-01", "term_to": "2045-08-31",
        "address": "中国（上海）自由贸易试验区虚构路666号2幢108室", "scope": scope, "issued_on": "2021-08-11", "copy": "副本", "issuer": "虚构市虚构区市场监督管理局",
    })  # fmt: skip


def state_owned() -> Paper:
    """全民所有制: 企业类型, 注册资金, 经营期限 长期, labels with colons."""
    code = credit("12345Q7X", "11")
    pen = Pen(paper("business_licence", "state_owned", "营业执照"))
    page = pen.page
    _head(page, 115, "企业法人营业执照", "（副　本）3-2", 30)
    page.text(320, 205, f"统一社会信用代码：{code}", 10.5)
    y = 250.0
    scope = "主营：电信工程技术服务。兼营：通信器材。"
    for label, value in (("名　　称：", "虚构电信器材总公司"), ("住　　所：", "虚构市虚构区电信街甲1号"), ("法定代表人：", "苗长青"), ("注册资金：", "人民币 1,280 万元"),
                         ("企业类型：", "全民所有制"), ("经营期限：", "长期"), ("成立日期：", "1993-04-02"), ("经营范围：", scope)):  # fmt: skip
        page.text(90, y, label, 11.5, "hei")
        y = page.lines(175, y, wrap(value, 330, 11.5), 18, 11.5) + 13
    page.text(340, 660, "登记机关", 12, "hei", spacing=5)
    page.text(350, 705, "2017 年 12 月 29 日", 12)
    pen.seal(420, 680, "虚构市工商行政管理局")
    return pen.done({
        "code": code, "name": "虚构电信器材总公司", "type": "全民所有制", "legal_representative": "苗长青", "capital": "12800000", "founded": "1993-04-02",
        "term_to": "长期", "address": "虚构市虚构区电信街甲1号", "scope": scope, "issued_on": "2017-12-29", "copy": "副本", "issuer": "虚构市工商行政管理局",
    })  # fmt: skip


def _landscape(layout: str, capital: str, term: str, name: str, code: str, founded: str = "2020年07月08日", copy: str = "（副　本）") -> Pen:  # fmt: skip
    pen = Pen(paper("business_licence", layout, "营业执照"), landscape=True)
    page = pen.page
    page.frame(24, 24, page.width - 24, page.height - 24, 2.5, "#b08850")
    _head(page, 88, "营业执照", copy)
    page.text(60, 118, "统一社会信用代码", 10, "hei")
    page.text(60, 135, code, 12)
    page.picture(706, 56, 68, 68, qr(812))
    page.text(700, 134, "扫描二维码登录‘国家企业信", 6.5)
    page.text(700, 143, "用信息公示系统’了解更多登", 6.5)
    page.text(700, 152, "记、备案、许可、监管信息。", 6.5)
    _under(
        page,
        60,
        190,
        (("名称", name), ("类型", "有限责任公司(自然人独资)"), ("法定代表人", "谢听澜"), ("经营范围", SCOPE)),
        440,
        size=8.4,
        gap=7,
    )
    right: Entries = (
        ("注册资本", capital),
        ("成立日期", founded),
        *((("营业期限", term),) if term else ()),
        ("住所", "虚构市虚构新区长桥路1号附7号（自主承诺申报）"),
    )
    _under(page, 530, 190, right, 265, size=9.5, gap=9)
    page.text(570, 440, "登记机关", 13, "hei", spacing=4)
    page.text(60, 572, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 7.5)
    page.text(330, 572, "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告。", 7.5)
    page.text(700, 572, "国家市场监督管理总局监制", 7.5)
    return pen


def _told(name: str, code: str, capital: str, issued: str, **more: Value) -> dict[str, Value]:
    return {
        "code": code, "name": name, "type": "有限责任公司(自然人独资)", "legal_representative": "谢听澜", "capital": capital, "founded": "2020-07-08",
        "address": "虚构市虚构新区长桥路1号附7号（自主承诺申报）", "scope": SCOPE, "issued_on": issued, "copy": "副本", "issuer": "虚构市市场监督管理局",
    } | more  # fmt: skip


def stars_term() -> Paper:
    """A term that ends in stars, the date's digits over the words under the seal."""
    name, code = "虚构长桥云计算有限公司", credit("MA6J8L4M", "52")
    pen = _landscape("stars_term", "伍佰万元整", "2020年07月08日至******", name, code)
    pen.page.text(590, 500, "2022    03    21", 12)
    pen.page.text(612, 517, "年     月     日", 11)
    pen.seal(660, 478, "虚构市市场监督管理局")
    return pen.done(_told(name, code, "5000000", "2022-03-21", term_from="2020-07-08"))


def decimal_capital() -> Paper:
    """Capital with six places after the point, an indefinite term, the copy's number in brackets."""
    name, code = "虚构长桥云联网络有限公司", credit("MA6K9M5N", "52")
    pen = _landscape(
        "decimal_capital", "人民币1000.000000万元", "2020年07月08日至不约定期限", name, code, copy="（副  本）（2-1）"
    )
    pen.page.text(590, 500, "2024年01月05日", 12)
    pen.seal(650, 470, "虚构市市场监督管理局")
    return pen.done(_told(name, code, "10000000", "2024-01-05", term_from="2020-07-08"))


def no_term_photo() -> Paper:
    """No term at all; a spread name over two lines."""
    name, code = "虚构长桥（西南）大数据产业投资运营管理集团股份公司", credit("MA6L2N6P", "52")
    pen = _landscape("no_term", "壹亿贰仟万元整", "", name, code)
    pen.page.text(590, 500, "2023 年 12 月 01 日", 12)
    pen.seal(650, 470, "虚构市市场监督管理局")
    return pen.done(_told(name, code, "120000000", "2023-12-01"))
