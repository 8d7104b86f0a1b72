"""营业执照 as offices of several years and kinds of business printed them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens.codes2d import qr
from tests.specimens.sheet import Page, Paper, wrap
from tests.unseen.kit import Pen, credit, paper

Entries = Sequence[tuple[str, str]]
SCOPE = (
    "许可项目：第一类增值电信业务；第二类增值电信业务；互联网信息服务；基础电信业务（依法须经批准的项目，经相关部门批准后方可开展经营活动，"
    "具体经营项目以相关部门批准文件或许可证件为准）一般项目：技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；软件开发；"
    "信息系统集成服务；网络设备销售；通信设备销售；计算机软硬件及辅助设备零售；物联网技术服务；数据处理和存储支持服务；"
    "云计算装备技术服务；安全系统监控服务；5G通信技术服务；工业互联网数据服务；人工智能应用软件开发；信息咨询服务（不含许可类信息咨询服务）"
    "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
)


def _column(
    page: Page, x: float, y: float, length: float, entries: Entries, label: float = 76, size: float = 10.5,
    colon: str = "", gap: float = 9.0,
) -> float:  # fmt: skip
    """Spread labels with wrapped values, one under another."""
    for words, value in entries:
        page.spread(x, y, words, label, size, "hei")
        if colon:
            page.text(x + label + 1, y, colon, size, "hei")
        rows = wrap(value, length - label - 14, size)
        y = page.lines(x + label + 14, y, rows, size * 1.5, size) + gap
    return y


def _emblem(page: Page, y: float, title: str, size: float, copy: str, spacing: float) -> None:
    page.frame(page.width / 2 - 22, y - 60, page.width / 2 + 22, y - 16, 0.8, "#cc9955", None, radius=22)
    page.text(page.width / 2, y + size, title, size, "bold", "centre", spacing=spacing)
    page.text(page.width / 2, y + size + 26, copy, 12, "hei", "centre")


def landscape_electronic() -> Paper:
    """2019, landscape, electronic; spread labels, capital in Chinese numerals, scope of ten lines, no term."""
    code = credit("MA7K3P2W")
    pen = Pen(paper("business_licence", "landscape_electronic", "营业执照"), landscape=True)
    page = pen.page
    page.frame(20, 20, page.width - 20, page.height - 20, 2, "#b08850")
    _emblem(page, 100, "营业执照", 40, "（副　本）（1-1）", 18)
    page.text(60, 130, "统一社会信用代码", 10, "hei")
    page.text(60, 147, code, 12)
    page.picture(690, 60, 70, 70, qr(701))
    page.text(690, 142, "扫描二维码登录“国家企业", 6.5)
    page.text(690, 151, "信用信息公示系统”了解更", 6.5)
    page.text(690, 160, "多登记、备案、许可、监管信息。", 6.5)
    _column(page, 60, 205, 410, (
        ("名称", "虚构云程智联信息技术有限公司"), ("类型", "有限责任公司(自然人投资或控股)"),
        ("法定代表人", "欧阳听雪"), ("经营范围", SCOPE),
    ), size=9.6, gap=5)  # fmt: skip
    _column(page, 490, 205, 300, (
        ("注册资本", "叁仟捌佰万圆整"), ("成立日期", "2021年03月18日"),
        ("住所", "虚构市虚构经济技术开发区云程大道199号3号楼7层701-705室（集群注册）"),
    ), size=10)  # fmt: skip
    page.text(560, 470, "登记机关", 13, "hei", spacing=4)
    pen.seal(650, 455, "虚构市市场监督管理局", diameter=110)
    page.text(600, 520, "2023 年 11 月 07 日", 12)
    page.text(60, 566, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 8)
    page.text(420, 566, "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告", 8)
    page.text(700, 580, "国家市场监督管理总局监制", 8)
    return pen.done({
        "code": code, "name": "虚构云程智联信息技术有限公司", "type": "有限责任公司(自然人投资或控股)",
        "legal_representative": "欧阳听雪", "capital": "38000000", "founded": "2021-03-18",
        "address": "虚构市虚构经济技术开发区云程大道199号3号楼7层701-705室（集群注册）", "scope": SCOPE,
        "issued_on": "2023-11-07", "copy": "副本", "issuer": "虚构市市场监督管理局",
    })  # fmt: skip


def old_number() -> Paper:
    """Before 2014: 注册号, 公司类型, 法定代表人姓名, 实收资本."""
    pen = Pen(paper("business_licence", "old_number", "企业法人营业执照"))
    page = pen.page
    _emblem(page, 110, "企业法人营业执照", 30, "（副　　本）", 4)
    page.text(340, 205, "注册号 110999012345678（1-1）", 10.5)
    scope = "许可经营项目：互联网信息服务。一般经营项目：技术推广服务；销售电子产品、通讯设备；计算机系统服务。（依法须经批准的项目，经相关部门批准后依批准的内容开展经营活动。）"
    entries = (
        ("名称", "北京虚构长河网络科技有限责任公司"), ("住所", "北京市虚构区长河东路甲12号院5号楼0908"),
        ("法定代表人姓名", "司马怀瑾"), ("注册资本", "壹仟万元"), ("实收资本", "伍佰万元"),
        ("公司类型", "其他有限责任公司"), ("经营范围", scope),
        ("成立日期", "二〇〇八年三月十二日"), ("营业期限", "自2008年3月12日至2038年3月11日"),
    )  # fmt: skip
    _column(page, 90, 240, 430, entries, 82, 11, gap=12)
    page.text(330, 730, "登记机关", 14, "hei", spacing=6)
    pen.seal(420, 700, "北京市工商行政管理局虚构分局")
    page.text(380, 770, "2012 年 6 月 8 日", 12)
    page.text(297, 815, "中华人民共和国国家工商行政管理总局监制", 8, anchor="centre")
    return pen.done({
        "code": "110999012345678", "name": "北京虚构长河网络科技有限责任公司", "type": "其他有限责任公司",
        "legal_representative": "司马怀瑾", "capital": "10000000", "founded": "2008-03-12", "term_from": "2008-03-12",
        "term_to": "2038-03-11", "address": "北京市虚构区长河东路甲12号院5号楼0908", "scope": scope,
        "issued_on": "2012-06-08", "copy": "副本", "issuer": "北京市工商行政管理局虚构分局",
    })  # fmt: skip


def partnership() -> Paper:
    """2015 portrait, a limited partnership with an appointed representative."""
    code = credit("MA5U8R1Q", "32")
    pen = Pen(paper("business_licence", "partnership", "营业执照"))
    page = pen.page
    page.frame(28, 28, page.width - 28, page.height - 28, 3, "#a08040")
    _emblem(page, 120, "营 业 执 照", 36, "（副 本）　　编号 320999000202011170012", 0)
    page.text(305, 222, "统一社会信用代码 " + code, 11)
    scope = "一般项目：以自有资金从事投资活动；信息咨询服务（不含许可类信息咨询服务）；企业管理（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    entries = (
        ("名称", "南京虚构揽月股权投资合伙企业（有限合伙）"), ("类型", "有限合伙企业"),
        ("主要经营场所", "南京市虚构区揽月路66号金融城2号楼15层"),
        ("执行事务合伙人", "虚构揽月投资管理有限公司（委派代表：钱承泽）"), ("成立日期", "2017年09月21日"),
        ("合伙期限", "2017年09月21日至2037年09月20日"), ("经营范围", scope),
    )  # fmt: skip
    _column(page, 80, 260, 440, entries, 88, 11.5, gap=14)
    page.text(300, 690, "登　记　机　关", 13, "hei")
    page.text(350, 740, "2020　　11　　17", 12)
    page.text(382, 755, "年　　　月　　　日", 11)
    pen.seal(430, 715, "虚构市市场监督管理局")
    page.text(80, 800, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 8)
    page.text(400, 800, "国家市场监督管理总局监制", 8)
    return pen.done({
        "code": code, "name": "南京虚构揽月股权投资合伙企业（有限合伙）", "type": "有限合伙企业",
        "legal_representative": "虚构揽月投资管理有限公司（委派代表：钱承泽）", "founded": "2017-09-21",
        "term_from": "2017-09-21", "term_to": "2037-09-20", "address": "南京市虚构区揽月路66号金融城2号楼15层",
        "scope": scope, "issued_on": "2020-11-17", "copy": "副本", "issuer": "虚构市市场监督管理局",
    })  # fmt: skip


def foreign_invested() -> Paper:
    """Landscape, wholly owned from abroad; a Latin name, capital in dollars written out."""
    code = credit("MA1N6Y4T", "33")
    pen = Pen(paper("business_licence", "foreign_invested", "营业执照"), landscape=True)
    page = pen.page
    _emblem(page, 90, "营业执照", 36, "（副本）(3-2)", 12)
    page.text(60, 150, "统一社会信用代码：" + code, 11)
    page.picture(700, 70, 64, 64, qr(702))
    scope = "一般项目：软件开发；信息技术咨询服务；技术进出口；货物进出口；网络技术服务。"
    _column(page, 70, 200, 360, (
        ("名称", "欧希（虚构）通信技术有限公司"), ("类型", "有限责任公司(外国法人独资)"), ("法定代表人", "JOHN MICHAEL SMITH"),
        ("注册资本", "壹仟万美元"), ("成立日期", "2016年05月09日"),
    ), colon="：", gap=14)  # fmt: skip
    _column(page, 450, 200, 340, (
        ("营业期限", "2016年05月09日至2046年05月08日"), ("住所", "虚构省虚构市虚构区国际科技城A座20楼2001、2002单元"),
        ("经营范围", scope),
    ), colon="：", gap=14)  # fmt: skip
    page.text(560, 455, "登记机关：", 12, "hei")
    page.text(590, 505, "2022年01月20日", 12)
    pen.seal(650, 470, "虚构市虚构区市场监督管理局")
    page.text(60, 566, "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告", 8)
    return pen.done({
        "code": code, "name": "欧希（虚构）通信技术有限公司", "type": "有限责任公司(外国法人独资)",
        "legal_representative": "JOHN MICHAEL SMITH", "capital": "10000000 USD", "founded": "2016-05-09",
        "term_from": "2016-05-09", "term_to": "2046-05-08", "address": "虚构省虚构市虚构区国际科技城A座20楼2001、2002单元",
        "scope": scope, "issued_on": "2022-01-20", "copy": "副本", "issuer": "虚构市虚构区市场监督管理局",
    })  # fmt: skip


def sole_trader() -> Paper:
    """个体工商户: 经营者, 组成形式, 经营场所, 注册日期."""
    code = "92110999MA0EJ5XT3R"
    pen = Pen(paper("business_licence", "sole_trader", "营业执照"), landscape=True)
    page = pen.page
    _emblem(page, 95, "营业执照", 38, "（副　本）", 14)
    page.text(60, 150, "统一社会信用代码", 10, "hei")
    page.text(60, 167, code, 12)
    scope = "一般项目：计算机及办公设备维修；通讯设备销售；网络与信息安全软件开发（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    _column(
        page,
        70,
        215,
        370,
        (("名称", "虚构区听雨数码经营部"), ("类型", "个体工商户"), ("经营者", "皇甫知远"), ("经营范围", scope)),
        gap=10,
    )
    _column(
        page,
        460,
        215,
        330,
        (("组成形式", "个人经营"), ("注册日期", "2019年08月02日"), ("经营场所", "虚构市虚构区听雨巷7号1层商铺")),
        gap=10,
    )
    page.text(560, 440, "登记机关", 13, "hei", spacing=4)
    page.text(590, 505, "2019年08月02日", 12)
    pen.seal(660, 470, "虚构市虚构区市场监督管理局")
    return pen.done({
        "name": "虚构区听雨数码经营部", "type": "个体工商户", "legal_representative": "皇甫知远", "founded": "2019-08-02",
        "address": "虚构市虚构区听雨巷7号1层商铺", "scope": scope, "issued_on": "2019-08-02", "copy": "副本",
        "code": code, "issuer": "虚构市虚构区市场监督管理局",
    })  # fmt: skip


def branch() -> Paper:
    """A branch, portrait, labels without spreading and values under a colon."""
    code = credit("MABQ7L0E", "33")
    pen = Pen(paper("business_licence", "branch", "营业执照"))
    page = pen.page
    _emblem(page, 110, "营业执照", 34, "副本 (1-1)", 10)
    page.text(297, 205, "统一社会信用代码 " + code, 11, anchor="centre")
    scope = "许可项目：第一类增值电信业务（依法须经批准的项目，经相关部门批准后方可开展经营活动）。"
    y = 250.0
    for words, value in (
        ("名      称", "虚构云程智联信息技术有限公司杭州分公司"), ("类      型", "有限责任公司分公司(自然人投资或控股)"),
        ("营 业 场 所", "浙江省杭州市虚构区望潮路1888号望潮中心B座601"), ("负  责  人", "诸葛明"), ("成 立 日 期", "2022年06月15日"),
        ("营 业 期 限", "2022年06月15日至长期"), ("经 营 范 围", scope),
    ):  # fmt: skip
        page.text(90, y, words, 11, "hei")
        y = page.lines(178, y, wrap(value, 330, 11), 17, 11) + 10
    page.text(330, 660, "登 记 机 关", 12, "hei")
    page.text(340, 705, "2022 年 06 月 15 日", 11)
    pen.seal(400, 680, "杭州市虚构区市场监督管理局")
    page.text(297, 800, "国家市场监督管理总局监制", 8, anchor="centre")
    return pen.done({
        "code": code, "name": "虚构云程智联信息技术有限公司杭州分公司", "type": "有限责任公司分公司(自然人投资或控股)",
        "legal_representative": "诸葛明", "founded": "2022-06-15", "term_from": "2022-06-15", "term_to": "长期",
        "address": "浙江省杭州市虚构区望潮路1888号望潮中心B座601", "scope": scope, "issued_on": "2022-06-15",
        "copy": "副本", "issuer": "杭州市虚构区市场监督管理局",
    })  # fmt: skip


def stock_company() -> Paper:
    """Landscape; capital in figures with a fraction, an open term, digits above 年 月 日."""
    code = credit("78123KPB", "44")
    pen = Pen(paper("business_licence", "stock_company", "营业执照"), landscape=True)
    page = pen.page
    page.frame(24, 24, page.width - 24, page.height - 24, 2, "#b08850")
    _emblem(page, 96, "营业执照", 38, "（副　　本）", 16)
    page.text(70, 150, "统一社会信用代码", 10, "hei")
    page.text(70, 167, code, 12)
    scope = "计算机软硬件的技术开发、销售；网络工程；经营进出口业务（法律、行政法规、国务院决定禁止的项目除外，限制的项目须取得许可后方可经营）。许可经营项目：第一类增值电信业务中的互联网接入服务业务。"
    _column(
        page,
        70,
        210,
        380,
        (
            ("名称", "深圳虚构星野数据股份有限公司"),
            ("类型", "股份有限公司(非上市、自然人投资或控股)"),
            ("法定代表人", "上官一诺"),
            ("经营范围", scope),
        ),
        gap=10,
    )
    _column(
        page,
        470,
        210,
        320,
        (
            ("注册资本", "人民币5,180.2634万元"),
            ("成立日期", "2005年12月30日"),
            ("营业期限", "2005年12月30日至无固定期限"),
            ("住所", "深圳市虚构区星野街道创新社区科苑大道2008号星野大厦32层A"),
        ),
        gap=10,
    )
    page.text(560, 450, "登记机关", 13, "hei", spacing=4)
    page.text(590, 500, "2024    04    03", 12)
    page.text(614, 516, "年      月      日", 11)
    pen.seal(660, 470, "深圳市市场监督管理局")
    page.text(60, 566, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 8)
    return pen.done({
        "code": code, "name": "深圳虚构星野数据股份有限公司", "type": "股份有限公司(非上市、自然人投资或控股)",
        "legal_representative": "上官一诺", "capital": "51802634", "founded": "2005-12-30", "term_from": "2005-12-30",
        "term_to": "长期", "address": "深圳市虚构区星野街道创新社区科苑大道2008号星野大厦32层A", "scope": scope,
        "issued_on": "2024-04-03", "copy": "副本", "issuer": "深圳市市场监督管理局",
    })  # fmt: skip


def colons_photo() -> Paper:
    """Portrait, each label with a colon, 企业类型 and 经营期限, a small capital in figures."""
    code = credit("MA3L9C6D", "37")
    pen = Pen(paper("business_licence", "colons", "营业执照"))
    page = pen.page
    _emblem(page, 110, "营业执照", 36, "（副本）", 12)
    page.text(100, 215, "统一社会信用代码：" + code, 11.5)
    scope = "计算机网络工程、综合布线；通信器材、电子产品的批发零售；软件开发及技术服务。"
    _column(page, 100, 250, 420, (
        ("名称", "虚构泉城清越网络有限公司"), ("企业类型", "有限责任公司（自然人独资）"), ("住所", "虚构市虚构区清越街道泉水路100号"),
        ("法定代表人", "尉迟清越"), ("注册资本", "100万元整"), ("成立日期", "2016年10月10日"), ("经营期限", "2016年10月10日至2036年10月09日止"), ("经营范围", scope),
    ), 80, 11.5, "：", 13)  # fmt: skip
    page.text(320, 640, "登记机关：", 12, "hei")
    page.text(350, 690, "2018年2月9日", 12)
    pen.seal(410, 665, "虚构市虚构区工商行政管理局")
    return pen.done({
        "code": code, "name": "虚构泉城清越网络有限公司", "type": "有限责任公司（自然人独资）", "legal_representative": "尉迟清越",
        "capital": "1000000", "founded": "2016-10-10", "term_from": "2016-10-10", "term_to": "2036-10-09",
        "address": "虚构市虚构区清越街道泉水路100号", "scope": scope, "issued_on": "2018-02-09", "copy": "副本",
        "issuer": "虚构市虚构区工商行政管理局",
    })  # fmt: skip
