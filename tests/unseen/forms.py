"""申请表 and 承诺书 as other offices set them."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.kit import Pen, Rows, credit, paper, person, plain

NAME = "虚构云程智联信息技术有限公司"
CODE = credit("MA7K3P2W")
PLACE = "虚构市虚构区云程大道199号3号楼7层"
BUSINESS = "互联网接入服务业务"
ZHAO = person("赵凌霄", "1991-07-08", 35, "32")
ZHOU = person("周念真", "1993-01-19", 42, "42")
GAO = person("高以宁", "1988-10-05", 66, "51")
HOLDERS: Rows = [
    {"name": ZHAO.name, "number": ZHAO.number, "amount": "6000000", "share": "60", "method": "货币"},
    {
        "name": "虚构揽月投资有限公司",
        "number": credit("MA5U8R1Q", "32"),
        "amount": "4000000",
        "share": "40",
        "method": "货币",
    },
]
STAFF = (
    (ZHAO, "法定代表人", "执行董事", "13800000011"),
    (ZHOU, "技术负责人", "高级工程师", "13900000022"),
    (GAO, "网络与信息安全责任人", "工程师", "18800000033"),
)


def _holders(pen: Pen) -> None:
    pen.grid(plain("股东名称", "证件类型", "证件号码", "出资额(万元)", "股权比例(%)", "出资方式"), [
        (str(row["name"]), "身份证" if row["share"] == "60" else "营业执照", str(row["number"]), str(int(str(row["amount"])) // 10000), str(row["share"]), "货币") for row in HOLDERS
    ], (120, 60, 125, 65, 60, 50))  # fmt: skip


def _people() -> Rows:
    return [
        {"name": who.name, "number": who.number, "role": role, "title": title, "phone": phone}
        for who, role, title, phone in STAFF
    ]


def form_with_side_labels() -> Paper:
    """Sections as vertical labels down the left side; two pairs a row; empty cells among them."""
    pen = Pen(paper("application_form", "side_labels", "电信业务经营许可申请表"), left=70)
    pen.title("增值电信业务经营许可申请表", 18)
    pen.line("受理编号：XZ2026110900017", "填表日期：2026年11月9日", at=(70, 380), size=9.5)
    pen.space(10)
    top, widths = pen.y, (92, 130, 92, 140)
    for row in (("申请单位名称", NAME), ("统一社会信用代码", CODE, "注册资本（万元）", "1000"), ("法定代表人", ZHAO.name, "联系人", ""),
                ("传真", "", "客服电话", "010-99990000"), ("单位住所", PLACE), ("申请业务种类", BUSINESS), ("业务覆盖范围", "北京市、天津市")):  # fmt: skip
        pen.cells(row, widths if len(row) == 4 else (92, 362), 9.5, 26)
    pen.page.frame(46, top, 70, pen.y)
    for place, letter in enumerate("申请单位情况"):
        pen.page.text(58, top + 40 + place * 20, letter, 10, "hei", "centre")
    pen.line("股东及出资情况", size=10)
    _holders(pen)
    pen.line("主要管理、技术人员", size=10)
    pen.grid(
        plain("姓名", "身份证号码", "岗位职责", "职称/职务", "手机"),
        [(who.name, who.number, role, title, phone) for who, role, title, phone in STAFF],
        (56, 130, 110, 80, 84),
    )
    pen.space(20)
    pen.line("法定代表人签字：", "（公章）", at=(70, 300))
    pen.line("2026年11月12日", at=(330,))
    pen.seal(380, pen.y - 10, NAME, False)
    return pen.done({
        "company": NAME, "code": CODE, "capital": "10000000", "legal_representative": ZHAO.name, "address": PLACE, "business": BUSINESS,
        "coverage": ["北京市", "天津市"], "phone": "010-99990000", "number": "XZ2026110900017", "signed_on": "2026-11-12",
    }, {"shareholders": HOLDERS, "people": _people()})  # fmt: skip


def form_in_lines() -> Paper:
    """A form of labelled lines without rules; tables without rules too."""
    pen = Pen(paper("application_form", "in_lines", "电信业务经营许可证申请表"))
    pen.title("电信业务经营许可证申请表", 18)
    for words in (f"1. 企业名称：{NAME}", f"2. 统一社会信用代码：{CODE}", "3. 注册资本：人民币壹仟万元整", f"4. 法定代表人：{ZHAO.name}　　联系电话：010-99990001",
                  f"5. 注册地址：{PLACE}", "6. 拟申请业务：互联网接入服务业务（含网站接入）", "7. 业务覆盖地域：江苏省", "8. 客户服务电话：400-999-0000"):  # fmt: skip
        pen.line(words)
    pen.line("9. 股权结构")
    pen.grid(plain("股东", "证件号码", "认缴额（万元）", "占比", "出资方式"), [
        (str(r["name"]), str(r["number"]), str(int(str(r["amount"])) // 10000), f"{r['share']}%", "货币") for r in HOLDERS
    ], (130, 140, 80, 60, 70), ruled=False)  # fmt: skip
    pen.line("10. 主要人员")
    pen.grid(
        plain("姓名", "职务", "负责事项", "证件号码"),
        [(who.name, title, role, who.number) for who, role, title, _ in STAFF],
        (80, 90, 140, 150),
        ruled=False,
    )
    pen.space(30)
    pen.line("打印时间：2026-11-09 15:20:08", at=(340,))
    rows = [{name: value for name, value in row.items() if name != "phone"} for row in _people()]
    return pen.done({
        "company": NAME, "code": CODE, "capital": "10000000", "legal_representative": ZHAO.name, "address": PLACE,
        "business": "互联网接入服务业务（含网站接入）", "coverage": ["江苏省"], "phone": "400-999-0000", "generated_on": "2026-11-09",
    }, {"shareholders": HOLDERS, "people": rows})  # fmt: skip


def form_two_pages() -> Paper:
    """Each person a block of ruled label and value cells; the form runs on to a second page."""
    pen = Pen(paper("application_form", "two_pages", "电信业务经营许可证申请表"), foot="第{n}页/共{m}页", bottom=330)
    pen.title("电信业务经营许可证申请表（虚构数据）", 16)
    pen.line("申请编号：A3299000099", size=9)
    wide = (110, 373)
    for label, value in (("企业名称", NAME), ("统一社会信用代码", CODE), ("注册资本", "1,000 万元（人民币）"), ("法定代表人姓名", ZHAO.name), ("住　　所", PLACE),
                         ("申请经营的业务", "B14 互联网接入服务业务（仅限为上网用户提供接入服务）"), ("覆盖范围", "全国"), ("客服电话", "95000000")):  # fmt: skip
        pen.cells((label, value), wide)
    pen.next_page()
    pen.line("出资情况")
    _holders(pen)
    pen.line("主要管理人员及技术人员")
    pen.grid(plain("序号", "姓名", "职务", "身份证号", "联系方式", "分管工作"), [
        (str(n), who.name, title, who.number, phone, role) for n, (who, role, title, phone) in enumerate(STAFF, 1)
    ], (36, 60, 80, 130, 80, 97))  # fmt: skip
    return pen.done({
        "company": NAME, "code": CODE, "capital": "10000000", "legal_representative": ZHAO.name, "address": PLACE,
        "business": "B14 互联网接入服务业务（仅限为上网用户提供接入服务）", "phone": "95000000", "number": "A3299000099", "coverage": ["全国"],
    }, {"shareholders": HOLDERS, "people": _people()})  # fmt: skip


def letter_addressed() -> Paper:
    """A letter with 致, numbered promises, names below."""
    pen = Pen(paper("commitment", "letter", "依法经营承诺书"), size=12)
    pen.title("承 诺 书", 22)
    pen.line("致：江苏省通信管理局", size=12)
    pen.prose(f"{NAME}（统一社会信用代码：{CODE}）现申请在江苏省内经营增值电信业务中的{BUSINESS}，并作出如下承诺：")
    for words in (
        "严格遵守《中华人民共和国电信条例》等法律法规，依法经营电信业务。",
        "不超范围、不超地域经营，不转租、倒卖经营许可证。",
        "保证申请材料真实、完整，并承担相应法律责任。",
    ):
        pen.prose(words)
    pen.space(40)
    pen.line(f"承诺单位（公章）：{NAME}", at=(230,), size=12)
    pen.line("法定代表人：赵凌霄", at=(230,), size=12)
    pen.line("二〇二六年十一月九日", at=(300,), size=12)
    pen.seal(400, pen.y - 20, NAME, False)
    return pen.done(
        {
            "addressee": "江苏省通信管理局",
            "company": NAME,
            "legal_representative": "赵凌霄",
            "business": BUSINESS,
            "coverage": ["江苏省"],
            "signed_on": "2026-11-09",
        }
    )


def promise_of_compliance() -> Paper:
    """依法经营电信业务承诺书, the company named only at the end."""
    pen = Pen(paper("commitment", "at_the_end", "依法经营电信业务承诺书"), size=13)
    pen.title("依法经营电信业务承诺书", 20)
    pen.line("工业和信息化部：", size=13)
    pen.prose(
        "我单位申请跨地区增值电信业务经营许可，业务种类为互联网接入服务业务，业务覆盖范围为北京市、上海市、广东省。现郑重承诺："
    )
    for n, words in enumerate(
        (
            "自觉遵守国家电信管理规定，接受电信管理机构监督检查；",
            "按照许可证载明的业务种类和覆盖范围依法经营；",
            "落实网络与信息安全责任制度和技术措施；",
            "如有违反，愿承担一切法律后果。",
        ),
        1,
    ):
        pen.prose(f"{n}.{words}")
    pen.space(50)
    pen.line(f"申请单位（盖章）：{NAME}", at=(200,), size=13)
    pen.line("法定代表人签名：", at=(200,), size=13)
    pen.line("日期：2026.11.08", at=(200,), size=13)
    pen.seal(380, pen.y - 40, NAME, False)
    return pen.done(
        {
            "addressee": "工业和信息化部",
            "company": NAME,
            "business": BUSINESS,
            "coverage": ["北京市", "上海市", "广东省"],
            "signed_on": "2026-11-08",
        }
    )


def promise_in_cells() -> Paper:
    """A promise whose heading is a ruled table."""
    pen = Pen(paper("commitment", "in_cells", "电信业务依法经营承诺书"), size=11)
    pen.title("电信业务依法经营承诺书", 19)
    for row in (
        ("承诺单位", NAME),
        ("统一社会信用代码", CODE),
        ("法定代表人", "赵凌霄"),
        ("申请业务", BUSINESS),
        ("业务覆盖范围", "浙江省"),
    ):
        pen.cells(row, (110, 370))
    pen.prose(
        "本单位向浙江省通信管理局郑重承诺：严格遵守电信管理法律法规，依法经营，诚信服务，不转让许可证，不扰乱市场秩序。"
    )
    pen.space(30)
    pen.line("单位盖章：", at=(300,))
    pen.line("2026年 11月 10日", at=(320,))
    pen.seal(380, pen.y - 10, NAME, False)
    return pen.done(
        {
            "addressee": "浙江省通信管理局",
            "company": NAME,
            "legal_representative": "赵凌霄",
            "business": BUSINESS,
            "coverage": ["浙江省"],
            "signed_on": "2026-11-10",
        }
    )
