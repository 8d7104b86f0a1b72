"""章程 and 章程修正案 in more wordings, units and tables."""

from __future__ import annotations

from tests.specimens.sheet import Paper, Value
from tests.unseen.charters import DUTIES
from tests.unseen.kit import Pen, Rows, credit, paper, person, plain

NAME = "虚构星桥数据通信有限公司"
PLACE = "虚构市虚构区星桥路520号信息港C座11层1102室"
SCOPE = "互联网接入及相关服务；信息系统集成服务；通信工程设计。"
ONE = person("丘处远", "1979-04-04", 35, "32")
TWO = person("花满溪", "1984-12-12", 46, "33")
FIRM = "虚构山河产业投资发展集团有限责任公司"
FIRM_CODE = credit("MA7R3T8W", "51")


def _opening(pen: Pen, name: str = NAME, capital: str = "人民币1200万元", chapter: bool = True) -> None:
    pen.title(f"{name}", 17)
    pen.title("章　　程", 20)
    if chapter:
        pen.line("第一章  总则", at=(240,), size=12)
    pen.prose("第一条 依据《中华人民共和国公司法》（以下简称《公司法》）及有关法律、法规的规定，制订本章程。")
    pen.prose(f"第二条 公司名称：{name}")
    pen.prose(f"第三条 住所：{PLACE}")
    pen.prose(f"第四条 公司经营范围：{SCOPE}（以登记机关核定为准）")
    pen.prose(f"第五条 公司注册资本：{capital}。")


def _closing(pen: Pen, on: str, first: int = 7) -> None:
    for place, words in enumerate(
        (*DUTIES, "法定代表人由代表公司执行公司事务的董事担任。", "本章程一式三份，报登记机关一份。"), first
    ):
        numeral = "零一二三四五六七八九十"[place] if place <= 10 else "十" + "零一二三四五六七八九"[place - 10]
        pen.prose(f"第{numeral}条 {words}")
    pen.space(20)
    pen.line("全体股东签名（盖章）：", at=(280,))
    pen.space(24)
    pen.line(on, at=(340,))


def _fields(**more: Value) -> dict[str, Value]:
    return {"sort": "章程", "company": NAME, "address": PLACE, "capital": "12000000"} | more


def _holders(*rows: tuple[str, str, str, str, str, str]) -> dict[str, Rows]:
    names = ("name", "number", "amount", "share", "method", "due_on")
    return {"shareholders": [{key: value for key, value in zip(names, row, strict=True) if value} for row in rows]}


def unruled_in_words() -> Paper:
    """No rules, shares in words, a sum below."""
    pen = Pen(paper("articles", "unruled_in_words", "公司章程"), size=11.5)
    _opening(pen)
    pen.prose("第六条 股东的姓名或名称、出资额、出资方式、出资时间如下：")
    pen.grid(plain("股东姓名或名称", "认缴出资额", "出资方式", "所占比例", "出资时间"), (
        (ONE.name, "720万元", "货币", "百分之六十", "2030年12月31日"), (FIRM, "480万元", "货币", "百分之四十", "2030年12月31日"), ("合计", "1200万元", "", "百分之一百", ""),
    ), (150, 80, 60, 80, 110), ruled=False, least=30, size=10)  # fmt: skip
    _closing(pen, "2024年8月8日")
    return pen.done(_fields(signed_on="2024-08-08"), _holders((ONE.name, "", "7200000", "60", "货币", "2030-12-31"), (FIRM, "", "4800000", "40", "货币", "2030-12-31")))  # fmt: skip


def yuan_over_pages() -> Paper:
    """In yuan with commas, five shareholders over two pages, heading again, numbers wrap."""
    pen = Pen(paper("articles", "yuan_over_pages", "公司章程"), size=11.5, foot="第{n}页 共{m}页", bottom=190)
    _opening(pen)
    pen.prose("第六条 股东名册：")
    pen.y = max(pen.y, pen.page.height - 330)
    third, fourth = person("岳临风", "1991-09-01", 59, "41"), person("殷素素", "1993-03-08", 66, "34")
    table = (
        (ONE.name, ONE.number, "4,800,000.00", "40.00"), (TWO.name, TWO.number, "2,400,000.00", "20.00"), (third.name, third.number, "1,200,000.00", "10.00"),
        (fourth.name, fourth.number, "1,200,000.00", "10.00"), (FIRM, FIRM_CODE, "2,400,000.00", "20.00"),
    )  # fmt: skip
    pen.grid(plain("序号", "股东名称或姓名", "证照号码", "认缴额（元）", "股比（%）", "方式", "缴足期限"), (
        *((str(n), name, number, amount, share, "货币", "2031-06-30") for n, (name, number, amount, share) in enumerate(table, 1)), ("", "合　计", "", "12,000,000.00", "100.00", "", ""),
    ), (30, 92, 112, 80, 50, 40, 78), least=32)  # fmt: skip
    _closing(pen, "2024年8月8日")
    return pen.done(_fields(signed_on="2024-08-08"), _holders(*((name, number, amount.replace(",", "")[:-3], share[:-3], "货币", "2031-06-30") for name, number, amount, share in table)))  # fmt: skip


def dollars_in_sentences() -> Paper:
    """A joint venture in sentences, in dollars."""
    name = "虚构欧桥网络技术有限公司"
    pen = Pen(paper("articles", "dollars_in_sentences", "公司章程"), size=12)
    _opening(pen, name, "300万美元")
    pen.prose("第六条 各方认缴的出资额如下：")
    pen.prose(f"甲方：{FIRM}，认缴出资额为153万美元，占注册资本的51%，以人民币现金折合出资；")
    pen.prose("乙方：NORTHFJORD SAMPLE HOLDINGS PTE. LTD.，认缴出资额为147万美元，占注册资本的49%，以美元现汇出资。")
    pen.prose("各方应于营业执照签发之日起五年内缴足。")
    _closing(pen, "2023年5月18日")
    return pen.done(
        _fields(company=name, capital="3000000 USD", signed_on="2023-05-18"),
        {"shareholders": [{"name": FIRM, "amount": "1530000 USD", "share": "51"}, {"name": "NORTHFJORD SAMPLE HOLDINGS PTE. LTD.", "amount": "1470000 USD", "share": "49"}]},
    )  # fmt: skip


def by_stages() -> Paper:
    """Subscribed and paid by stages: two stages of each holder under a three-part heading."""
    pen = Pen(paper("articles", "by_stages", "公司章程"), size=11)
    _opening(pen)
    pen.prose("第六条 股东的姓名（名称）、认缴出资额、出资方式、缴资期限：")
    pen.grid(
        (("股东姓名（名称）", ()), ("认缴情况", ("认缴出资额（万元）", "出资比例", "出资方式", "认缴期限")), ("首期实缴", ("金额（万元）", "时间"))),
        ((ONE.name, "840", "70%", "货币", "2032年3月31日", "200", "2024年9月1日"), (TWO.name, "360", "30%", "知识产权", "2032年3月31日", "0", "")),
        (90, 80, 56, 60, 84, 54, 66), two=True, least=28, size=8.5,
    )  # fmt: skip
    _closing(pen, "二〇二四年八月八日")
    return pen.done(_fields(signed_on="2024-08-08"), _holders((ONE.name, "", "8400000", "70", "货币", "2032-03-31"), (TWO.name, "", "3600000", "30", "知识产权", "2032-03-31")))  # fmt: skip


def stock_promoters() -> Paper:
    """A stock company: promoters and shares of one yuan each."""
    name = "虚构星桥数据股份有限公司"
    pen = Pen(paper("articles", "stock_promoters", "公司章程"), size=11.5)
    _opening(pen, name, "人民币1200万元")
    pen.prose(
        "第六条 公司股份总数为1200万股，每股面值人民币1元。发起人姓名或名称、认购的股份数、出资方式和出资时间如下："
    )
    pen.grid(plain("发起人", "认购股份数（万股）", "持股比例", "出资方式", "出资时间"), (
        (FIRM, "612", "51.0000%", "净资产", "2022年10月20日"), (ONE.name, "588", "49.0000%", "净资产", "2022年10月20日"), ("合计", "1200", "100.0000%", "-", "-"),
    ), (170, 90, 70, 60, 92), least=26)  # fmt: skip
    _closing(pen, "2022年11月2日")
    return pen.done(
        _fields(company=name, signed_on="2022-11-02"),
        _holders((FIRM, "", "", "51", "净资产", "2022-10-20"), (ONE.name, "", "", "49", "净资产", "2022-10-20")),
    )


def thirds() -> Paper:
    """Shares of a third each, corporate holders whose names wrap over three lines."""
    pen = Pen(paper("articles", "thirds", "公司章程"), size=11.5)
    _opening(pen, capital="壹仟贰佰万元整")
    pen.prose("第六条 股东及出资情况（单位：人民币万元）")
    firms = (FIRM, "虚构长风股权投资基金管理合伙企业（有限合伙）", "虚构远帆软件园开发建设有限公司")
    marks = (FIRM_CODE, credit("MA2A3B4C", "33"), credit("MA2D5E6F", "44"))
    pen.grid(plain("股东名称", "统一社会信用代码", "出资额", "出资比例", "出资方式", "出资期限"), [
        (firm, mark, "400", share, "货币", "2029.12.31前") for firm, mark, share in zip(firms, marks, ("33.34%", "33.33%", "33.33%"), strict=True)
    ], (80, 130, 60, 60, 60, 92), least=30)  # fmt: skip
    _closing(pen, "2024年8月8日")
    return pen.done(_fields(signed_on="2024-08-08"), _holders(*((firm, mark, "4000000", share, "货币", "2029-12-31") for firm, mark, share in zip(firms, marks, ("33.34", "33.33", "33.33"), strict=True))))  # fmt: skip


def turned_table() -> Paper:
    """Holders across, attributes down."""
    pen = Pen(paper("articles", "turned_table", "公司章程"), size=11.5)
    _opening(pen)
    pen.prose("第六条 股东出资情况：")
    pen.grid(plain("股东姓名", ONE.name, TWO.name), (
        ("身份证号码", ONE.number, TWO.number), ("认缴出资额", "900万元", "300万元"), ("出资比例", "75%", "25%"), ("出资方式", "货币", "货币"), ("出资时间", "2033年1月1日", "2033年1月1日"),
    ), (120, 180, 180), size=10)  # fmt: skip
    _closing(pen, "2024年8月8日")
    return pen.done(_fields(signed_on="2024-08-08"), _holders((ONE.name, ONE.number, "9000000", "75", "货币", "2033-01-01"), (TWO.name, TWO.number, "3000000", "25", "货币", "2033-01-01")))  # fmt: skip


def amendment_numbered() -> Paper:
    """修正案: name, scope and capital changed, the old and the new each on a line of its own."""
    pen = Pen(paper("articles", "amendment_numbered", "章程修正案"), size=12)
    pen.title("章程修正案", 20)
    pen.prose(f"{NAME}于2026年1月15日召开股东会，会议决定变更公司住所、注册资本，并对章程作如下修正：")
    pen.prose("1、章程第三条")
    pen.prose("原内容：公司住所：虚构市虚构区旧桥路2号。")
    pen.prose(f"修改为：公司住所：{PLACE}。")
    pen.prose("2、章程第五条")
    pen.prose("原内容：公司注册资本：人民币500万元。")
    pen.prose("修改为：公司注册资本：人民币1200万元。")
    pen.space(30)
    pen.line("法定代表人（签名）：", at=(300,))
    pen.line(f"{NAME}（盖章）", at=(300,))
    pen.line("二〇二六年一月十五日", at=(330,))
    pen.seal(400, pen.y - 20, NAME, False)
    return pen.done(
        {"sort": "修正案", "company": NAME, "address": PLACE, "capital": "12000000", "signed_on": "2026-01-15"}
    )


def amendment_two_tables() -> Paper:
    """修正案: the old table of shareholders, then the new one."""
    pen = Pen(paper("articles", "amendment_two_tables", "章程修正案"), size=11.5)
    pen.title(f"{NAME}章程修正案", 17)
    pen.prose("经全体股东一致同意，对公司章程第六条修改如下：")
    head = plain("股东名称", "认缴出资额（万元）", "出资比例", "出资方式", "出资期限")
    widths = (150, 100, 70, 60, 100)
    pen.line("修改前：")
    pen.grid(
        head, ((ONE.name, "600", "50%", "货币", "2030-12-31"), (TWO.name, "600", "50%", "货币", "2030-12-31")), widths
    )
    pen.line("修改后：")
    pen.grid(
        head,
        ((ONE.name, "840", "70%", "货币", "2030-12-31"), (FIRM, "360", "30%", "货币", "2030-12-31")),
        widths,
        least=26,
    )
    pen.space(20)
    pen.line("法定代表人签字：", "2026年6月1日", at=(56, 360))
    return pen.done(
        {"sort": "修正案", "company": NAME, "signed_on": "2026-06-01"},
        _holders(
            (ONE.name, "", "8400000", "70", "货币", "2030-12-31"), (FIRM, "", "3600000", "30", "货币", "2030-12-31")
        ),
    )
