"""章程 and 章程修正案: tables ruled, bare and over pages, prose in several wordings, several units."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.kit import Pen, Rows, credit, paper, person, plain

NAME = "虚构云程智联信息技术有限公司"
PLACE = "虚构市虚构区云程大道199号3号楼7层"
SCOPE = "第一类增值电信业务；软件开发；信息系统集成服务；网络设备销售。"
ZHAO = person("赵凌霄", "1991-07-08", 35, "32")
ZHOU = person("周念真", "1993-01-19", 42, "42")
FUND = "虚构揽月投资合伙企业（有限合伙）"
FUND_CODE = credit("MA5U8R1Q", "32")
DUTIES = (
    "公司股东会由全体股东组成，是公司的权力机构，依照《中华人民共和国公司法》行使职权。",
    "股东会会议由股东按照出资比例行使表决权。股东会会议作出修改公司章程、增加或者减少注册资本的决议，必须经代表三分之二以上表决权的股东通过。",
    "公司不设董事会，设董事一名，由股东会选举产生，任期三年，任期届满，可以连选连任。",
    "公司不设监事会，设监事一名，由股东会选举产生。董事、高级管理人员不得兼任监事。",
)


def _opening(pen: Pen, name: str = NAME, capital: str = "人民币1000万元", heading: str = "章程") -> None:
    pen.title(f"{name}{heading}", 17)
    pen.line("第一章　总　则", at=(240,), size=12)
    pen.prose(
        "第一条　为规范公司的组织和行为，维护公司、股东和债权人的合法权益，根据《中华人民共和国公司法》，制定本章程。"
    )
    pen.prose(f"第二条　公司名称：{name}（以下简称公司）。")
    pen.prose(f"第三条　公司住所：{PLACE}。")
    pen.line("第二章　公司经营范围", at=(220,), size=12)
    pen.prose(f"第四条　公司经营范围：{SCOPE}")
    pen.line("第三章　公司注册资本", at=(220,), size=12)
    pen.prose(f"第五条　公司注册资本：{capital}。")
    pen.line("第四章　股东的姓名或者名称、出资方式、出资额和出资时间", at=(140,), size=12)


def _closing(pen: Pen, first: int, on: str, head: str = "公司的法定代表人由董事担任，依法登记。") -> None:
    for place, words in enumerate((*DUTIES, head, "本章程自全体股东签署之日起生效。")):
        pen.prose(
            f"第{'七八九十'[first - 7 + place] if first - 7 + place < 4 else '十' + '一二三四五六'[first - 11 + place]}条　{words}"
        )
    pen.space(20)
    pen.line("全体股东签字（盖章）：", at=(300,))
    pen.space(30)
    pen.line(on, at=(340,))


def _fields(**more: str) -> dict[str, str]:
    return {"sort": "章程", "company": NAME, "address": PLACE, "capital": "10000000", "scope": SCOPE} | more


def _two(first: str = "6000000", second: str = "4000000", due: str = "2045-12-31", numbers: bool = True) -> Rows:
    rows: Rows = [
        {"name": ZHAO.name, "amount": first, "share": "60", "method": "货币", "due_on": due},
        {"name": FUND, "amount": second, "share": "40", "method": "货币", "due_on": due},
    ]
    if numbers:
        rows[0]["number"], rows[1]["number"] = ZHAO.number, FUND_CODE
    return rows


def ruled_over_pages() -> Paper:
    """A ruled table with the unit in its heading that breaks between its rows over two pages."""
    pen = Pen(paper("articles", "ruled_over_pages", "公司章程"), foot="{n} / {m}", size=12, bottom=200)
    _opening(pen)
    pen.prose("第六条　股东的姓名或者名称、证件号码、认缴出资额、出资比例、出资方式和出资时间如下：")
    pen.y = max(pen.y, pen.page.height - 300)
    pen.grid(plain("股东姓名（名称）", "证件号码", "认缴出资额（万元）", "出资比例", "出资方式", "出资时间"), (
        (ZHAO.name, ZHAO.number, "600", "60%", "货币", "2045年12月31日"), (FUND, FUND_CODE, "400", "40%", "货币", "2045年12月31日"),
        ("合计", "", "1000", "100%", "", ""),
    ), (90, 125, 70, 50, 50, 96), again=False, least=34)  # fmt: skip
    _closing(pen, 7, "2025年3月6日")
    return pen.done(_fields(signed_on="2025-03-06"), {"shareholders": _two()})


def bare_in_yuan() -> Paper:
    """A table without rules, in yuan."""
    pen = Pen(paper("articles", "bare_in_yuan", "公司章程"), size=11.5)
    _opening(pen, capital="壹仟万元人民币")
    pen.prose("第六条　各股东的出资情况如下表：")
    pen.grid(plain("股东", "认缴出资额（元）", "持股比例（%）", "出资方式", "缴付期限"), (
        (ZHAO.name, "6,000,000.00", "60.00", "货币", "2045-12-31"), (FUND, "4,000,000.00", "40.00", "货币", "2045-12-31"),
    ), (150, 100, 80, 60, 90), ruled=False, least=26, size=10)  # fmt: skip
    _closing(pen, 7, "二〇二五年三月六日")
    return pen.done(_fields(signed_on="2025-03-06"), {"shareholders": _two(numbers=False)})


def prose_one_sentence() -> Paper:
    """One sentence a shareholder, numbered in brackets."""
    pen = Pen(paper("articles", "prose_one_sentence", "公司章程"), size=12)
    _opening(pen)
    pen.prose("第六条　公司股东共二名，分别为：")
    pen.prose(
        f"（一）股东{ZHAO.name}，身份证号码：{ZHAO.number}，以货币出资600万元，占注册资本的60%，于2045年12月31日前缴足；"
    )
    pen.prose(
        f"（二）股东{FUND}，统一社会信用代码：{FUND_CODE}，以货币出资400万元，占注册资本的40%，于2045年12月31日前缴足。"
    )
    _closing(pen, 7, "2025年3月6日")
    return pen.done(_fields(signed_on="2025-03-06"), {"shareholders": _two()})


def joint_venture_dollars() -> Paper:
    """A joint venture's table in ten thousand US dollars, the unit set above the table."""
    pen = Pen(paper("articles", "joint_venture", "公司章程"), size=11.5)
    name = "欧希云程（虚构）通信技术有限公司"
    _opening(pen, name, "500万美元")
    pen.prose("第六条　股东名称、出资额、出资方式及出资期限如下：")
    pen.line("单位：万美元", at=(440,), size=9)
    pen.grid(plain("股东名称", "出资额", "出资比例", "出资方式", "出资期限"), (
        (NAME, "255", "51%", "货币", "2030年6月30日"), ("OXI NETWORKS (FICTION) LIMITED", "245", "49%", "货币", "2030年6月30日"),
    ), (170, 70, 70, 70, 100))  # fmt: skip
    _closing(pen, 7, "2025年6月30日")
    holders: Rows = [
        {"name": NAME, "amount": "2550000 USD", "share": "51", "method": "货币", "due_on": "2030-06-30"},
        {
            "name": "OXI NETWORKS (FICTION) LIMITED",
            "amount": "2450000 USD",
            "share": "49",
            "method": "货币",
            "due_on": "2030-06-30",
        },
    ]
    return pen.done(_fields(company=name, capital="5000000 USD", signed_on="2025-06-30"), {"shareholders": holders})


def subscribed_and_paid() -> Paper:
    """A heading of two storeys: subscribed and paid, each with amount, time and method."""
    pen = Pen(paper("articles", "subscribed_and_paid", "公司章程"), size=11)
    _opening(pen)
    pen.prose("第六条　股东的姓名（名称）、认缴及实缴的出资额、出资时间、出资方式如下：")
    pen.grid(
        (("股东姓名或名称", ()), ("认缴情况", ("出资额（万元）", "出资时间", "出资方式")), ("设立时实缴情况", ("出资额（万元）", "出资时间", "出资方式")), ("持股比例", ())),
        ((ZHAO.name, "600", "2045-12-31", "货币", "120", "2025-03-20", "货币", "60%"), (FUND, "400", "2045-12-31", "货币", "0", "", "货币", "40%"), ("合计", "1000", "", "", "120", "", "", "100%")),
        (100, 54, 66, 46, 54, 66, 46, 50), two=True,
    )  # fmt: skip
    _closing(
        pen, 7, "2025 年 3 月 6 日", "公司的法定代表人由代表公司执行公司事务的董事担任，现任法定代表人为赵凌霄。"
    )
    pen.seal(420, 640, "虚构市市场监督管理局 档案查询专用章")
    return pen.done(
        _fields(
            signed_on="2025-03-06", legal_representative="赵凌霄", archive_stamp="虚构市市场监督管理局档案查询专用章"
        ),
        {"shareholders": _two(numbers=False)},
    )


def block_a_holder() -> Paper:
    """One block of labelled lines for each shareholder."""
    pen = Pen(paper("articles", "block_a_holder", "公司章程"), size=11.5)
    _opening(pen)
    pen.prose("第六条　股东的姓名或者名称、出资方式、出资额和出资时间：")
    for label, name, kind, number, amount, share in (
        ("股东甲", ZHAO.name, "身份证号码", ZHAO.number, "600", "60"), ("股东乙", FUND, "统一社会信用代码", FUND_CODE, "400", "40"),
    ):  # fmt: skip
        pen.prose(f"{label}：{name}")
        pen.prose(f"{kind}：{number}")
        pen.prose(f"认缴出资额：{amount}万元，占注册资本{share}%")
        pen.prose("出资方式：货币")
        pen.prose("出资时间：2045年12月31日前")
    _closing(pen, 7, "2025年3月6日")
    return pen.done(_fields(signed_on="2025-03-06"), {"shareholders": _two()})


def amendment_clauses() -> Paper:
    """An amendment of capital and address, old and new in one sentence each."""
    pen = Pen(paper("articles", "amendment_clauses", "章程修正案"), size=12)
    pen.title(NAME, 16)
    pen.title("章 程 修 正 案", 18)
    pen.prose("根据公司2026年2月10日股东会决议，对公司章程作如下修改：")
    pen.prose(
        "一、第三条原为：“公司住所：虚构市虚构区旧街道5号。”现修改为：“公司住所：虚构市虚构区云程大道199号3号楼7层。”"
    )
    pen.prose("二、第五条原为：“公司注册资本：人民币500万元。”现修改为：“公司注册资本：人民币1000万元。”")
    pen.prose("其他条款不变。")
    pen.space(30)
    pen.line("法定代表人（签字）：", at=(300,))
    pen.line(NAME, at=(300,))
    pen.line("2026年2月10日", at=(330,))
    pen.seal(390, pen.y - 10, NAME, False)
    return pen.done(
        {"sort": "修正案", "company": NAME, "address": PLACE, "capital": "10000000", "signed_on": "2026-02-10"}
    )


def amendment_table() -> Paper:
    """An amendment that gives the new table of shareholders."""
    pen = Pen(paper("articles", "amendment_table", "章程修正案"), size=12)
    pen.title(f"{NAME}章程修正案", 17)
    pen.prose("经公司股东会于2026年4月8日研究决定，同意周念真受让赵凌霄所持公司20%的股权，并对原章程作如下修改：")
    pen.prose("原章程第六条修改为：股东的姓名或名称、出资额、出资比例、出资方式、出资时间如下：")
    pen.grid(plain("序号", "股东姓名/名称", "认缴出资（万元）", "比例", "出资方式", "认缴期限"), (
        ("1", ZHAO.name, "400", "40%", "货币", "2045.12.31"), ("2", ZHOU.name, "200", "20%", "货币", "2045.12.31"), ("3", FUND, "400", "40%", "货币", "2045.12.31"),
    ), (40, 150, 90, 50, 60, 90))  # fmt: skip
    pen.space(40)
    pen.line("全体股东签字、盖章：", at=(300,))
    pen.line("日期：2026年4月8日", at=(300,))
    holders: Rows = [
        {"name": who, "amount": amount, "share": share, "method": "货币", "due_on": "2045-12-31"}
        for who, amount, share in (
            (ZHAO.name, "4000000", "40"),
            (ZHOU.name, "2000000", "20"),
            (FUND, "4000000", "40"),
        )
    ]
    return pen.done({"sort": "修正案", "company": NAME, "signed_on": "2026-04-08"}, {"shareholders": holders})


def sole_owner() -> Paper:
    """A sole owner whose contribution stands in one sentence, capital in Chinese numerals."""
    pen = Pen(paper("articles", "sole_owner", "公司章程"), size=12)
    _opening(pen, capital="壹仟万元整")
    pen.prose(f"第六条　股东姓名：{ZHAO.name}，身份证号：{ZHAO.number}。")
    pen.prose(
        "第七条　股东认缴出资额为人民币壹仟万元，出资方式为货币，占注册资本的100%，出资时间：2030年1月1日之前缴足。"
    )
    _closing(pen, 8, "2025年3月6日")
    holders: Rows = [
        {
            "name": ZHAO.name,
            "number": ZHAO.number,
            "amount": "10000000",
            "share": "100",
            "method": "货币",
            "due_on": "2030-01-01",
        }
    ]
    return pen.done(_fields(signed_on="2025-03-06"), {"shareholders": holders})
