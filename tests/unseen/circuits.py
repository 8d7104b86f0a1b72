"""接入协议 as operators' branches write them: order forms, contracts with covers, annexes, letters of extension."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import paper, plain

TELECOM = "中国电信股份有限公司虚构分公司"
UNICOM = "中国联合网络通信有限公司虚构市分公司"
MOBILE = "中国移动通信集团虚构有限公司虚构分公司"
NAME = "虚构澄江网络科技有限公司"
ROOM = "虚构市虚构区澄江大道66号云谷中心3号楼2层205机房"


def _access(layout: str, title: str, left: float = 56.0, foot: str = "", size: float = 10.5) -> Draft:
    return Draft(paper("access_agreement", layout, title), left=left, foot=foot, size=size)


def ticked_order() -> Paper:
    """A form of cells with a label set upright beside each group, speeds and periods to tick."""
    pen = _access("ticked", "互联网专线业务受理单")
    pen.title("中国电信政企客户互联网专线业务受理单", 16)
    pen.line("受理单编号：DXSL-2026-03-00871", "受理日期：2026-03-18", at=(56, 380), size=9)
    pen.space(6)
    pen.side("客户信息", 24, [("客户名称", 80), (NAME, 200), ("客户编码", 70), ("8801 2299 31", 109)],
             [("证件类型", 80), ("营业执照", 200), ("联系人", 70), ("江听澜", 109)], [("通信地址", 80), ("虚构市虚构区长桥路9号", 379)])  # fmt: skip
    pen.side("业务信息", 24, [("业务类型", 80), ("■互联网专线　□IP-VPN　□数字电路　□语音专线", 379)],
             [("接入速率", 80), ("□100M　□200M　□500M　■1000M　□其他____", 379)],
             [("装机地址", 80), (ROOM, 379)], [("接入方式", 80), ("光纤", 120), ("公网IP数", 80), ("32个", 179)],
             [("上联局站", 80), ("虚构区澄江路局", 379)], [("签约期限", 80), ("□12个月　□24个月　■36个月，自2026年4月1日起至2029年3月31日止", 379)])  # fmt: skip
    pen.side("资费", 24, [("月租费", 80), ("8600元/月", 120), ("一次性费用", 80), ("0元", 179)], least=34)
    pen.odd([(f"客户（盖章）：{NAME}", 241), (f"受理单位（盖章）：{TELECOM}", 242)], least=60)
    pen.seal(180, pen.y - 20, NAME, False, 100)
    pen.seal(420, pen.y - 20, TELECOM, False, 100)
    return pen.done({
        "number": "DXSL-2026-03-00871", "operator": TELECOM, "customer": NAME, "bandwidth": "1000", "circuit": "互联网专线", "ip_count": "32",
        "location": ROOM, "exchange": "虚构区澄江路局", "term_from": "2026-04-01", "term_to": "2029-03-31",
    })  # fmt: skip


def cover_and_blanks() -> Paper:
    """A cover with letter-spaced labels, clauses with filled blanks, a page for signing."""
    pen = _access("cover", "互联网专线接入服务合同", 80, "第 {n} 页 共 {m} 页", 11)
    pen.space(90)
    pen.fake("互联网专线接入服务合同", 24)
    pen.space(60)
    for label, value in (("合 同 编 号：", "LT-FX-2025-ZX-1188"), ("甲　　　　方：", NAME), ("乙　　　　方：", UNICOM),
                         ("签 订 地 点：", "虚构市虚构区"), ("签 订 日 期：", "2025 年 11 月 28 日")):  # fmt: skip
        pen.line(label, value, at=(110, 200), size=13)
        pen.space(12)
    pen.next_page()
    pen.blanks("甲方（客户）：{" + NAME + "}", 0)
    pen.blanks("法定代表人：{纪云舒}　　地址：{虚构市虚构区长桥路9号}", 0)
    pen.blanks("乙方（服务提供方）：{" + UNICOM + "}", 0)
    pen.blanks("负责人：{钟怀瑾}　　地址：{虚构市虚构区通信路1号}", 0)
    pen.blanks(
        "根据《中华人民共和国民法典》《中华人民共和国电信条例》，双方就互联网专线接入事宜协商一致，订立本合同。"
    )
    pen.blanks(
        "第一条　业务内容。乙方为甲方提供互联网专线{ 2 }条，单条带宽{ 1000 }Mbps，上下行对称，甲方用于{开展互联网接入服务业务}。"
    )
    pen.blanks(
        "第二条　接入点。甲方接入地址为{"
        + ROOM
        + "}，乙方局端为{虚构市通信路枢纽楼}。乙方为甲方分配IPv4地址{ 64 }个。"
    )
    pen.blanks(
        "第三条　合同期限。本合同有效期自{2025}年{12}月{1}日起至{2027}年{11}月{30}日止。期满前三十日内双方均未书面提出终止的，本合同自动顺延一年，顺延次数不限。"
    )
    pen.blanks(
        "第四条　费用。每条每月人民币{6800.00}元（大写：{陆仟捌佰元整}），按季度支付，每季度首月{15}日前付清。"
    )
    pen.blanks("第五条　甲方不得利用乙方网络从事违法活动。任何一方违约的，应当承担违约责任。")
    pen.blanks("第六条　争议由乙方所在地人民法院管辖。本合同一式{肆}份，双方各执{贰}份，自双方盖章之日起生效。")
    pen.next_page()
    pen.line("（以下无正文，为签署页）")
    pen.space(40)
    pen.columns(
        ["甲方（盖章）：", NAME, "授权代表（签字）：", "日期：2025年11月28日"],
        ["乙方（盖章）：", UNICOM, "授权代表（签字）：", "日期：2025年11月28日"],
    )
    pen.seal(160, pen.y - 40, NAME, False)
    pen.seal(400, pen.y - 40, UNICOM, False)
    return pen.done({
        "number": "LT-FX-2025-ZX-1188", "operator": UNICOM, "customer": NAME, "bandwidth": "2000", "circuit": "互联网专线", "ip_count": "64",
        "location": ROOM, "exchange": "虚构市通信路枢纽楼", "term_from": "2025-12-01", "term_to": "2027-11-30", "auto_renewal": "是", "signed_on": "2025-11-28",
        "purpose": "开展互联网接入服务业务|用于开展互联网接入服务业务",
    })  # fmt: skip


def annex_of_lines() -> Paper:
    """Prose without figures, an annex whose table lists the lines with both ends."""
    pen = _access("annex", "集团客户专线业务服务协议")
    pen.title("集团客户专线业务服务协议", 18)
    pen.line("协议编号：CMCC-XG-JK-2026-0457", at=(330,), size=10)
    pen.prose(f"甲方：{NAME}", 0)
    pen.prose(f"乙方：{MOBILE}", 0)
    pen.prose("1.1 甲方向乙方申请集团客户互联网专线业务，业务的速率、端点、数量以附件一《业务订购明细表》为准。")
    pen.prose("1.2 协议期限为贰年，自2026年05月01日起至2028年04月30日止。")
    pen.prose("1.3 甲方可将专线用于对其用户提供互联网接入服务，但不得用于经营国际业务。")
    pen.prose("2.1 费用按月结算，账期为次月1日至25日。")
    pen.columns(["甲方（公章）", "签约日期：2026年4月20日"], ["乙方（公章）", "签约日期：2026年4月22日"])
    pen.next_page()
    pen.line("附件一：业务订购明细表", size=13)
    pen.grid(plain("序号", "业务名称", "速率", "A端（用户端）地址", "Z端（局端）地址", "数量", "IP地址数", "月功能费(元)"), [
        ("1", "互联网专线", "2000M", ROOM, "虚构市虚构区移动枢纽楼4层", "2", "32", "18000"),
        ("2", "互联网专线", "1000M", ROOM, "虚构市虚构区移动枢纽楼4层", "1", "16", "5200"),
    ], (30, 62, 46, 120, 100, 32, 46, 52), 8.5)  # fmt: skip
    pen.line("合计：带宽5000M，IP地址48个，月功能费23200元。", size=9.5)
    pen.seal(420, 560, MOBILE, False)
    return pen.done({
        "number": "CMCC-XG-JK-2026-0457", "operator": MOBILE, "customer": NAME, "bandwidth": "5000", "circuit": "互联网专线", "ip_count": "48",
        "location": ROOM, "exchange": "虚构市虚构区移动枢纽楼4层", "term_from": "2026-05-01", "term_to": "2028-04-30",
    })  # fmt: skip


def operator_is_party_a() -> Paper:
    """The operator is 甲方; the term is a length that runs from the day of opening given elsewhere."""
    pen = _access("operator_first", "宽带互联网接入协议", 70)
    pen.title("宽 带 互 联 网 接 入 协 议", 18)
    pen.prose("合同号：虚电政企[2026]第0092号", 0)
    for words in (
        f"甲　方：{TELECOM}（以下简称甲方）",
        "住　所：虚构市虚构区信息路100号",
        f"乙　方：{NAME}（以下简称乙方）",
        "住　所：虚构市虚构区长桥路9号",
    ):
        pen.prose(words, 0)
    pen.prose(
        "一、甲方在乙方指定的机房（" + ROOM + "）为乙方开通互联网宽带接入，下行速率1000Mbps、上行速率1000Mbps。"
    )
    pen.prose("二、业务开通日为2026年6月15日。本协议有效期三年，自业务开通之日起计算，至2029年6月14日届满。")
    pen.prose("三、乙方按每月3500元标准向甲方支付使用费。甲方于每月5日出账，乙方于当月20日前缴清。")
    pen.prose(
        "四、协议届满，乙方如需续用，应提前60日书面申请，经甲方同意后另行签订协议；未另行签订的，本协议到期终止，不自动续展。"
    )
    pen.prose("五、乙方不得将本业务转租、转售给第三方。")
    pen.line("甲方代表：", "乙方代表：", at=(80, 330))
    pen.line("（盖章）", "（盖章）", at=(110, 360))
    pen.line("二〇二六年六月一日", "二〇二六年六月一日", at=(80, 330))
    pen.seal(130, pen.y, TELECOM, False)
    pen.seal(400, pen.y, NAME, False)
    return pen.done({
        "number": "虚电政企[2026]第0092号", "operator": TELECOM, "customer": NAME, "bandwidth": "1000", "location": ROOM,
        "term_from": "2026-06-15", "term_to": "2029-06-14", "signed_on": "2026-06-01",
    })  # fmt: skip


def transmission_ends() -> Paper:
    """A transmission circuit: A end and Z end as blocks, ten-gigabit ports, term in numerals of characters."""
    pen = _access("ends", "传输电路出租业务合同")
    pen.fake("传输电路出租业务合同", 18)
    pen.line("合同编号", "虚联通（2025）传租字第33号", at=(56, 130))
    pen.space(10)
    pen.odd([("出租方", 70), (UNICOM, 413)], [("承租方", 70), (NAME, 413)], left=(1,))
    pen.space(12)
    pen.odd([("电路类型", 70), ("以太网专线（10GE）", 170), ("电路数量", 70), ("2条", 173)],
            [("单条带宽", 70), ("10Gbps", 170), ("总带宽", 70), ("20Gbps", 173)],
            [("A端（客户端）", 70), (ROOM, 413)], [("Z端（局端）", 70), ("虚构市虚构区联通二枢纽5楼传输机房", 413)],
            [("起租日期", 70), ("2025年9月1日", 170), ("止租日期", 70), ("2028年8月31日", 173)])  # fmt: skip
    pen.prose("1. 租期届满，如双方无异议，本合同有效期自动延长十二个月，以后类推。")
    pen.prose("2. 出租方保证电路可用率不低于99.9%；承租方应于每月10日前支付租金人民币伍万陆仟元整（￥56,000.00）。")
    pen.prose("3. 本合同自双方签字盖章之日起生效。")
    pen.columns([f"出租方：{UNICOM}", "（签章）", "2025.8.20"], [f"承租方：{NAME}", "（签章）", "2025.8.20"])
    return pen.done({
        "number": "虚联通（2025）传租字第33号", "operator": UNICOM, "customer": NAME, "bandwidth": "20000", "circuit": "以太网专线（10GE）|以太网专线",
        "location": ROOM, "exchange": "虚构市虚构区联通二枢纽5楼传输机房", "term_from": "2025-09-01", "term_to": "2028-08-31", "auto_renewal": "是", "signed_on": "2025-08-20",
    })  # fmt: skip


def bgp_in_figures() -> Word:
    """A Word contract: a table of parties, lettered clauses, dates in characters."""
    return word("access_agreement", [
        [["合同名称", "IP承载网上联（BGP）带宽资源租用合同"], ["合同编号", "XGDX-IDC-2026-017"], ["甲方（租用方）", NAME], ["乙方（出租方）", TELECOM]],
        "鉴于甲方拟申请经营互联网接入服务业务，双方经协商达成如下条款：",
        "一、租用内容",
        "（一）乙方向甲方提供BGP上联带宽5Gbps，端口2个，每端口2.5Gbps；",
        "（二）乙方向甲方提供IPv4地址一个C段（256个）；",
        "（三）接入机房：" + ROOM + "；对端局点：虚构市信息路核心机房。",
        "二、期限：贰零贰陆年柒月壹日至贰零贰玖年陆月叁拾日。",
        "三、费用：每月人民币叁万元整。",
        "四、本合同附件与正文具有同等效力。",
        [["甲方：" + NAME + "（盖章）", "乙方：" + TELECOM + "（盖章）"], ["代表人：", "代表人："], ["日期：贰零贰陆年陆月贰拾日", "日期：贰零贰陆年陆月贰拾日"]],
    ], {
        "number": "XGDX-IDC-2026-017", "operator": TELECOM, "customer": NAME, "bandwidth": "5000", "ip_count": "256", "location": ROOM,
        "exchange": "虚构市信息路核心机房", "term_from": "2026-07-01", "term_to": "2029-06-30", "signed_on": "2026-06-20",
    }, "IP承载网上联（BGP）带宽资源租用合同")  # fmt: skip


def supplement_extends() -> Paper:
    """A supplement: the old contract's dates and speed stand beside the new ones."""
    pen = _access("supplement", "补充协议", 76, size=12)
    pen.title("互联网专线业务补充协议", 18)
    pen.line("补充协议编号：LT-ZX-2026-B002", at=(76,))
    pen.prose(f"甲方（客户方）：{NAME}", 0)
    pen.prose(f"乙方（运营商）：{UNICOM}", 0)
    pen.prose(
        "甲乙双方于2023年12月10日签订了《互联网专线业务合同》（编号：LT-ZX-2023-0311，以下简称原合同），原合同约定带宽为500M，服务期自2024年1月1日至2026年12月31日。现经协商，就原合同变更如下："
    )
    pen.prose("一、自2026年10月1日起，专线带宽由500M调整为2G。")
    pen.prose("二、服务期限延长至2028年12月31日。")
    pen.prose("三、用户端安装地址不变，仍为" + ROOM + "。")
    pen.prose("四、甲方可将专线用于经营互联网接入服务业务。")
    pen.prose("五、本补充协议与原合同不一致的，以本补充协议为准；未尽事宜按原合同执行。")
    pen.space(30)
    pen.columns(["甲方（盖章）", "", "2026年9月15日"], ["乙方（盖章）", "", "2026年9月15日"])
    return pen.done({
        "number": "LT-ZX-2026-B002", "operator": UNICOM, "customer": NAME, "bandwidth": "2000", "location": ROOM, "term_to": "2028-12-31", "signed_on": "2026-09-15",
    })  # fmt: skip


def three_parties() -> Paper:
    """Three parties, of whom the middle one provides."""
    pen = _access("three", "互联网接入三方服务协议")
    pen.title("互联网接入三方服务协议", 17)
    pen.line("协议编号：SF2026-0506", at=(380,), size=9.5)
    for label, name, code, phone in (
        ("甲方（用户）", NAME, "长桥路9号", "江听澜"),
        ("乙方（电信业务提供方）", MOBILE, "通信路8号", "钟怀瑾"),
        ("丙方（系统集成方）", "虚构朗润系统集成有限公司", "朗润街2号", "段朗"),
    ):
        pen.line(f"{label}：{name}", size=10.5)
        pen.line(f"地址：虚构市虚构区{code}", f"联系人：{phone}", at=(80, 330), size=10)
    pen.prose("一、乙方向甲方提供互联网专线接入，带宽1.5Gbps，接入地址：" + ROOM + "。")
    pen.prose("二、丙方负责机房内布线及设备安装，不收取带宽费用。")
    pen.prose("三、服务期：24个月（2026/03/01—2028/02/29）。")
    pen.prose("四、三方盖章后生效。")
    pen.columns(
        ["甲方（章）：", NAME, "2026/02/20"],
        ["乙方（章）：", MOBILE, "2026/02/20"],
        ["丙方（章）：", "虚构朗润系统集成有限公司", "2026/02/20"],
        size=9.5,
    )
    return pen.done({
        "number": "SF2026-0506", "operator": MOBILE, "customer": NAME, "bandwidth": "1500", "circuit": "互联网专线", "location": ROOM, "term_from": "2026-03-01",
        "term_to": "2028-02-29", "signed_on": "2026-02-20",
    })  # fmt: skip


def stacked_order() -> Paper:
    """An electronic order: grey labels over their values, two across, no rules."""
    pen = _access("stacked", "专线业务订单")
    pen.line("中国移动 政企专线", size=15)
    pen.line("电子业务订单", size=12)
    pen.space(14)
    pen.stacked([("订单编号", "DD20260712000034"), ("下单时间", "2026-07-12 10:22:41"), ("客户名称", NAME), ("服务提供方", MOBILE),
                 ("产品", "互联网专线（尊享版）"), ("带宽", "800 Mbps"), ("IP地址数量", "8 个"), ("安装地址", ROOM),
                 ("服务开始日期", "2026-08-01"), ("服务结束日期", "2027-07-31"), ("到期处理", "到期自动续订一年"), ("月费", "4,200.00 元")])  # fmt: skip
    pen.space(20)
    pen.line("本订单经双方电子签章后生效，与纸质合同具有同等法律效力。", size=9)
    pen.seal(400, pen.y + 40, MOBILE, False)
    return pen.done({
        "number": "DD20260712000034", "operator": MOBILE, "customer": NAME, "bandwidth": "800", "ip_count": "8", "location": ROOM, "term_from": "2026-08-01",
        "term_to": "2027-07-31", "auto_renewal": "是",
    })  # fmt: skip


def two_columns() -> Paper:
    """Terms in two narrow columns of small print under a head of labels."""
    pen = _access("columns", "光纤接入业务协议书", 44)
    pen.title("光纤接入业务协议书", 16)
    for left, right in ((f"客户名称：{NAME}", "合同编号：GX-26-7781"), (f"服务商：{UNICOM}", "签约日期：2026年2月9日"),
                        ("接入速率：600Mbps（上下行对称）", "IP地址：4个"), ("有效期：2026年3月1日—2029年2月28日", "业务类型：光纤互联网专线")):  # fmt: skip
        pen.line(left, right, at=(44, 350), size=9.5)
    pen.line(f"客户端地址：{ROOM}", size=9.5)
    pen.line("局端机房：虚构市虚构区长桥支局", size=9.5)
    pen.space(10)
    pen.columns(["1. 服务商应当自签约之日起15个工作日内完成安装，逾期每日减免当月费用的1%。", "2. 客户应按月缴纳费用，逾期30日的，服务商有权暂停服务。", "3. 客户变更地址的，应提前30日申请移机。"],
                ["4. 协议到期前一个月，双方无书面异议的，协议自动续期12个月。", "5. 客户不得利用线路从事危害网络安全的活动。", "6. 争议提交虚构仲裁委员会仲裁。"], size=8)  # fmt: skip
    pen.space(40)
    pen.line(f"客户盖章：{NAME}", f"服务商盖章：{UNICOM}", at=(44, 310), size=9.5)
    return pen.done({
        "number": "GX-26-7781", "operator": UNICOM, "customer": NAME, "bandwidth": "600", "ip_count": "4", "circuit": "光纤互联网专线", "location": ROOM,
        "exchange": "虚构市虚构区长桥支局", "term_from": "2026-03-01", "term_to": "2029-02-28", "auto_renewal": "是", "signed_on": "2026-02-09",
    })  # fmt: skip


def bilingual() -> Paper:
    """Labels in Chinese and English, values behind them."""
    pen = _access("bilingual", "互联网接入服务协议")
    pen.title("互联网接入服务协议", 16)
    pen.title("Internet Access Service Agreement", 12)
    pen.line("协议编号 Agreement No.: CT-IA-2026-1105", size=10)
    pen.line(f"甲方 Party A（客户 Customer）: {NAME}", size=10)
    pen.line(f"乙方 Party B（运营商 Carrier）: {TELECOM}", size=10)
    pen.line("带宽 Bandwidth: 1 Gbit/s", size=10)
    pen.line(f"安装地址 Installation Site: {ROOM}", size=10)
    pen.line("服务起始日 Service Start Date: 2026-11-05", size=10)
    pen.line("服务终止日 Service End Date: 2028-11-04", size=10)
    pen.line("IP地址 IP Addresses: 16", size=10)
    pen.prose("1. 服务内容 Services：乙方向甲方提供互联网专线接入服务。", 0)
    pen.prose("2. 期限届满前30日任何一方未提出异议的，本协议自动续展1年。", 0)
    pen.line(f"甲方盖章：{NAME}", f"乙方盖章：{TELECOM}", at=(56, 310), size=9.5)
    pen.line("日期 Date: 2026-10-28", "日期 Date: 2026-10-28", at=(56, 310), size=9.5)
    return pen.done({
        "number": "CT-IA-2026-1105", "operator": TELECOM, "customer": NAME, "bandwidth": "1000", "location": ROOM, "term_from": "2026-11-05", "term_to": "2028-11-04",
        "ip_count": "16", "auto_renewal": "是", "signed_on": "2026-10-28",
    })  # fmt: skip


def branches_contradict() -> Paper:
    """The cover names one branch of the operator, the page for signing another."""
    pen = _access("contradict", "互联网专线业务合同", 80, "- {n} -", 11)
    pen.title("互联网专线业务合同", 22)
    pen.line("合同编号：ZQ-2026-3050", at=(100,))
    pen.line(f"甲方：{NAME}", at=(100,))
    pen.line(f"乙方：{TELECOM}", at=(100,))
    pen.next_page()
    pen.prose("第一条 乙方为甲方提供互联网专线一条，带宽为500M（含）。")
    pen.prose("第二条 专线安装于甲方机房，即" + ROOM + "。")
    pen.prose("第三条 本合同自2026年1月1日起生效，有效期至2026年12月31日。")
    pen.next_page()
    pen.line(f"甲方（盖章）：{NAME}")
    pen.line("签字日期：2025年12月25日")
    pen.space(60)
    pen.line("乙方（盖章）：中国电信股份有限公司旁市分公司")
    pen.line("签字日期：2025年12月26日")
    return pen.done({
        "number": "ZQ-2026-3050", "operator": [TELECOM, "中国电信股份有限公司旁市分公司"], "customer": NAME, "bandwidth": "500", "location": ROOM,
        "term_from": "2026-01-01", "term_to": "2026-12-31", "circuit": "互联网专线",
    })  # fmt: skip


def order_across_pages() -> Paper:
    """A long form whose cells go on over the page, labels above values in some rows."""
    pen = _access("pages", "政企业务订购确认书", 50, "第{n}页/共{m}页")
    pen.title("政企业务订购确认书", 17)
    pen.odd(
        [("确认书编号", 90), ("UC-2026-000219", 405)],
        [("订购方（甲方）", 90), (NAME, 405)],
        [("提供方（乙方）", 90), (UNICOM, 405)],
        left=(1,),
    )
    pen.odd([("产品名称", 165), ("带宽", 110), ("数量", 60), ("月租（元）", 160)], [("互联网专线接入", 165), ("300Mbps", 110), ("4条", 60), ("12,000.00", 160)],
            [("IPv4地址", 165), ("—", 110), ("128个", 60), ("0.00", 160)])  # fmt: skip
    for number in range(1, 25):
        pen.odd(
            [
                (f"条款{number}", 90),
                ("双方应当遵守国家法律法规和电信主管部门的规定，因故障造成中断的，按中断时长减免费用。", 405),
            ],
            least=30,
        )
    pen.odd([("客户端安装地址", 165), ("局端（上联局向）", 330)], [(ROOM, 165), ("虚构市虚构区澄江大道局", 330)])
    pen.odd([("服务起始日", 165), ("服务截止日", 330)], [("2026年01月15日", 165), ("2029年01月14日", 330)])
    pen.odd(
        [("甲方盖章", 247), ("乙方盖章", 248)], [("日期：2026年1月8日", 247), ("日期：2026年1月8日", 248)], least=40
    )
    return pen.done({
        "number": "UC-2026-000219", "operator": UNICOM, "customer": NAME, "bandwidth": "1200", "ip_count": "128", "location": ROOM, "exchange": "虚构市虚构区澄江大道局",
        "term_from": "2026-01-15", "term_to": "2029-01-14", "signed_on": "2026-01-08",
    })  # fmt: skip


def length_from_signing() -> Paper:
    """Running text only; the term is a length from the day of signing."""
    pen = _access("length", "互联网接入合作协议", 72, size=12)
    pen.title("互联网接入合作协议", 18)
    pen.prose(f"本协议由{NAME}（下称“甲方”）与{MOBILE}（下称“乙方”）于2026年3月1日在虚构市签订。", 2)
    pen.prose("一、甲方因开展互联网接入服务业务需要，向乙方租用互联网出口带宽，共计2条，每条500兆。", 2)
    pen.prose(f"二、接入地点为甲方位于{ROOM}的机房。", 2)
    pen.prose("三、本协议有效期两年，自签订之日起算。", 2)
    pen.prose("四、带宽费用每月8000元，乙方开具增值税专用发票。", 2)
    pen.space(20)
    pen.line("甲方：（公章）", "乙方：（公章）", at=(80, 320))
    pen.line("授权代表：", "授权代表：", at=(80, 320))
    return pen.done({
        "operator": MOBILE, "customer": NAME, "bandwidth": "1000", "location": ROOM, "term_from": "2026-03-01", "term_to": "2028-02-29|2028-02-28", "signed_on": "2026-03-01",
    })  # fmt: skip


def word_with_form() -> Word:
    """A Word form of merged cells."""
    return word("access_agreement", [
        "编号：YD-ZX-202605-18",
        [["甲方信息", "名称", NAME, NAME], ["甲方信息", "装机地址", ROOM, ROOM], ["乙方信息", "名称", MOBILE, MOBILE], ["乙方信息", "地址", "虚构市虚构区通信路8号", "虚构市虚构区通信路8号"],
         ["专线信息", "专线类型", "☑互联网专线 ☐数据专线", "☑互联网专线 ☐数据专线"], ["专线信息", "带宽", "☐100M ☐500M ☑2G", "☐100M ☐500M ☑2G"],
         ["专线信息", "合同期限", "2026年6月1日至2028年5月31日", "2026年6月1日至2028年5月31日"], ["专线信息", "IP地址", "16个", "16个"]],
        "以上内容双方确认无误。",
        "甲方（盖章）：\t\t\t乙方（盖章）：", "日期：2026年5月20日\t\t日期：2026年5月20日",
    ], {
        "number": "YD-ZX-202605-18", "operator": MOBILE, "customer": NAME, "bandwidth": "2000", "circuit": "互联网专线", "location": ROOM, "ip_count": "16",
        "term_from": "2026-06-01", "term_to": "2028-05-31", "signed_on": "2026-05-20",
    }, "集团客户互联网专线业务合同")  # fmt: skip


FIRST = (
    ticked_order, cover_and_blanks, annex_of_lines, operator_is_party_a, transmission_ends, bgp_in_figures, supplement_extends, three_parties,
    stacked_order, two_columns, bilingual, branches_contradict, order_across_pages, length_from_signing, word_with_form,
)  # fmt: skip
