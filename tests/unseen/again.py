"""A second set of agreements, leases, deeds and proofs, drawn after the first one was mended."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import credit, paper, plain

NAME = "虚构望潮数据服务有限公司"
CODE = credit("MA3N7Q8W")
TELECOM = "中国电信股份有限公司虚构市分公司"
UNICOM = "中国联合网络通信有限公司虚构分公司"
MOBILE = "中国移动通信集团虚构有限公司"
ROOM = "虚构市虚构新区望潮路158号创智大厦B座11层1102室"
OWNER = "虚构明远资产管理有限公司"


def _draft(kind: str, layout: str, title: str, left: float = 62.0, size: float = 11.0, foot: str = "") -> Draft:
    return Draft(paper(kind, layout, title), left=left, size=size, foot=foot)


def parties_in_columns() -> Paper:
    """A table with a row for each item of the parties and a column for each of them."""
    pen = _draft("access_agreement", "party_columns", "商务专线业务协议", 56)
    pen.title("商务专线业务协议", 18)
    pen.line("No. SWZX-2026-7-0023", at=(380,), size=9)
    pen.space(6)
    pen.odd([("", 80), ("甲方（客户）", 200), ("乙方（运营商）", 203)], [("单位名称", 80), (NAME, 200), (UNICOM, 203)], [("地址", 80), ("虚构市虚构新区望潮路1号", 200), ("虚构市通信街2号", 203)],
            [("联系电话", 80), ("010-99990010", 200), ("010-99990011", 203)])  # fmt: skip
    pen.prose("一、乙方为甲方提供商务专线1条，速率：1000M，接入方式为光纤到楼。")
    pen.prose("二、安装地址：" + ROOM + "。")
    pen.prose("三、使用期限为两年，从2026年8月1日开始至2028年7月31日结束。")
    pen.prose("四、期满甲方继续使用且未办理拆机的，视为自动续约一年。")
    pen.columns(["甲方盖章", "2026年7月20日"], ["乙方盖章", "2026年7月20日"])
    return pen.done({
        "operator": UNICOM, "customer": NAME, "bandwidth": "1000", "location": ROOM, "term_from": "2026-08-01", "term_to": "2028-07-31", "auto_renewal": "是", "signed_on": "2026-07-20",
    })  # fmt: skip


def registration_pages() -> Paper:
    """A framework with a form of registration behind it; ticks in corner brackets; times lines."""
    pen = _draft("access_agreement", "registration", "政企客户业务服务协议", 60)
    pen.title("政企客户业务服务协议", 18)
    pen.prose("协议编号：XGZQ20260317-2", 0)
    pen.prose(f"甲方：{NAME}", 0)
    pen.prose(f"统一社会信用代码：{CODE}", 0)
    pen.prose(f"乙方：{TELECOM}", 0)
    pen.prose(
        "第一条 甲方申请使用乙方的电信业务，具体业务种类、规格及资费以《业务登记表》为准，登记表为本协议组成部分。"
    )
    pen.prose(
        "第二条 本协议自2026年3月20日起至2027年3月19日止。协议期满前一个月内，任何一方未书面提出终止，则协议自动顺延，每次顺延一年。"
    )
    pen.prose("第三条 未经乙方同意，甲方不得将业务转租、转售。")
    pen.columns(["甲方（盖章）", "签署日期：2026-03-17"], ["乙方（盖章）", "签署日期：2026-03-17"])
    pen.next_page()
    pen.title("业务登记表", 15)
    pen.odd([("业务种类", 90), ("【√】互联网专线　【　】以太网专线　【　】语音", 380)], [("带宽规格", 90), ("500M*2条", 150), ("IP地址", 80), ("16个（静态）", 150)],
            [("用户安装地址", 90), (ROOM, 380)], [("局向", 90), ("望潮路端局", 150), ("竣工日期", 80), ("2026-03-28", 150)])  # fmt: skip
    return pen.done({
        "number": "XGZQ20260317-2", "operator": TELECOM, "customer": NAME, "bandwidth": "1000", "circuit": "互联网专线", "ip_count": "16", "location": ROOM, "exchange": "望潮路端局",
        "term_from": "2026-03-20", "term_to": "2027-03-19", "auto_renewal": "是", "signed_on": "2026-03-17",
    })  # fmt: skip


def letter_of_opening() -> Word:
    """The operator's letter that confirms what was opened."""
    return word("access_agreement", [
        "确认函编号：YDKT2026-118",
        "致：" + NAME,
        "贵公司向我公司申请的互联网专线业务已开通，现将有关情况确认如下：",
        "专线数量：1条", "带宽：2Gbps（独享）", "客户侧机房地址：" + ROOM, "我方接入局点：虚构新区枢纽楼3层", "IP地址段：203.0.113.0/26（64个）", "服务期限：2026年9月10日至2029年9月9日",
        MOBILE + "（盖章）", "2026年9月10日",
    ], {
        "number": "YDKT2026-118", "operator": MOBILE, "customer": NAME, "bandwidth": "2000", "circuit": "互联网专线", "location": ROOM, "exchange": "虚构新区枢纽楼3层", "ip_count": "64",
        "term_from": "2026-09-10", "term_to": "2029-09-09", "signed_on": "2026-09-10",
    }, "互联网专线业务开通确认书")  # fmt: skip


def clauses_with_headings() -> Paper:
    """Headings of clauses above short sentences; the bandwidth spelled out; parties as 供方 and 需方."""
    pen = _draft("access_agreement", "headings", "带宽资源采购合同", 72)
    pen.fake("带宽资源采购合同", 19)
    pen.line("合同编号：WC-CG-26-011", "签订地：虚构市", at=(72, 330), size=10)
    pen.line(f"需方：{NAME}")
    pen.line(f"供方：{TELECOM}")
    for heading, words in (("一、采购标的", "供方向需方提供互联网出口带宽3.5G（IPv4/IPv6双栈），以2个10G端口交付。"), ("二、交付地点", "需方机房：" + ROOM + "。"), ("三、对接节点", "供方虚构市二枢纽数据中心。"),
                           ("四、合同期", "壹年，2026年12月1日起算，2027年11月30日到期。"), ("五、价款", "人民币420,000.00元/年，分两次支付。"), ("六、续签", "到期前需方有意续签的，双方另行签订合同。")):  # fmt: skip
        pen.line(heading, size=11.5)
        pen.prose(words)
    pen.space(20)
    pen.line("需方（章）", "供方（章）", at=(90, 330))
    pen.line("二〇二六年十一月十一日", "二〇二六年十一月十一日", at=(90, 330))
    return pen.done({
        "number": "WC-CG-26-011", "operator": TELECOM, "customer": NAME, "bandwidth": "3500", "location": ROOM, "term_from": "2026-12-01", "term_to": "2027-11-30", "signed_on": "2026-11-11",
        "exchange": "供方虚构市二枢纽数据中心|虚构市二枢纽数据中心",
    })  # fmt: skip


def grid_of_four() -> Paper:
    """A grid in which each row has the same item for both parties, then the line; dates with dots."""
    pen = _draft("access_agreement", "four", "互联网业务合同", 50, 10)
    pen.title("互联网业务合同", 18)
    w = (70, 178, 70, 178)
    pen.cells(("甲方名称", NAME, "乙方名称", MOBILE), w, 9)
    pen.cells(("甲方地址", "虚构市望潮路1号", "乙方地址", "虚构市通信街9号"), w, 9)
    pen.cells(("合同号", "HL260401", "签约日", "2026.4.1"), w, 9)
    pen.cells(("产品", "企业宽带", "峰值速率", "下行2000M/上行200M"), w, 9)
    pen.cells(("起始", "2026.4.10", "终止", "2027.4.9"), w, 9)
    pen.cells(("开通地点", ROOM), (70, 426), 9)
    pen.prose("备注：本合同到期后自动延续，直至任何一方提出解除。")
    pen.line("甲方：（盖章）", "乙方：（盖章）", at=(60, 320))
    return pen.done({
        "number": "HL260401", "operator": MOBILE, "customer": NAME, "location": ROOM, "term_from": "2026-04-10", "term_to": "2027-04-09", "signed_on": "2026-04-01", "auto_renewal": "是",
    })  # fmt: skip


def acceptance_form() -> Paper:
    """A receipt from a counter: narrow labels, two columns without rules, underlined values."""
    pen = _draft("access_agreement", "counter", "业务受理回执", 66)
    pen.title("中国联通集团客户业务受理单", 17)
    pen.blanks("受理号：{31002606180007}　　受理时间：{2026年6月18日}", 0)
    pen.blanks("用户名称：{" + NAME + "}", 0)
    pen.blanks("证件号码：{" + CODE + "}　　经办人：{罗青禾}", 0)
    pen.blanks("业务名称：{互联网专线}　　速率：{1.2G}　　公网地址：{8}个", 0)
    pen.blanks("装机位置：{" + ROOM + "}", 0)
    pen.blanks("协议期：{2026年7月1日}至{2028年6月30日}", 0)
    pen.blanks("受理单位：{" + UNICOM + "}（盖章）", 0)
    return pen.done({
        "number": "31002606180007", "operator": UNICOM, "customer": NAME, "bandwidth": "1200", "circuit": "互联网专线", "location": ROOM, "ip_count": "8", "term_from": "2026-07-01", "term_to": "2028-06-30",
        "signed_on": "2026-06-18",
    })  # fmt: skip


def filed_online() -> Paper:
    """The housing office's online form of a lease."""
    pen = _draft("room_lease", "filed", "房屋租赁合同网上备案表", 56, 10)
    pen.title("虚构市房屋租赁合同", 18)
    pen.title("（网签备案专用）", 11)
    pen.line("合同备案编号：ZL2026050700018", at=(320,), size=9)
    pen.side("出租人", 26, [("姓名/名称", 80), (OWNER, 180), ("证件号码", 70), (CODE, 127)], least=44)
    pen.side("承租人", 26, [("姓名/名称", 80), (NAME, 180), ("证件号码", 70), ("91110000MA00000002", 127)], least=44)
    pen.side(
        "房屋情况",
        26,
        [("房屋坐落", 80), (ROOM, 377)],
        [("产权证号", 80), ("虚（2017）虚构市不动产权第0008123号", 180), ("建筑面积", 70), ("212.40㎡", 127)],
        [("规划用途", 80), ("商务办公", 180), ("租赁用途", 70), ("办公", 127)],
    )
    pen.side(
        "租赁信息",
        26,
        [("租赁起始日期", 80), ("2026-05-10", 180), ("租赁截止日期", 70), ("2029-05-09", 127)],
        [("月租金", 80), ("21,240元", 180), ("支付方式", 70), ("季付", 127)],
    )
    pen.line("出租人（签章）", "承租人（签章）", at=(70, 330))
    pen.line("签订日期：2026年5月7日", at=(330,))
    return pen.done({
        "number": "ZL2026050700018", "premises": "办公", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "212.4", "term_from": "2026-05-10", "term_to": "2029-05-09", "signed_on": "2026-05-07",
    })  # fmt: skip


def couple_lets() -> Paper:
    """A couple lets a room of theirs; the tenant is 甲方."""
    pen = _draft("room_lease", "couple", "商铺租赁合同", 74, 12)
    pen.title("房 屋 租 赁 合 同", 20)
    pen.prose(f"甲方（承租方）：{NAME}", 0)
    pen.prose("乙方（出租方）：宫望、舒晴（夫妻共有）", 0)
    pen.prose(
        "1、乙方愿意将坐落在虚构市虚构区南桥街77号甲2号的房屋租给甲方使用，房屋面积为一百四十平方米，甲方租用该房屋作为机房和办公使用。"
    )
    pen.prose("2、租赁期限为叁年，自二〇二六年四月一日至二〇二九年三月三十一日。")
    pen.prose("3、租金每年捌万元整，一年一付。先付后用。")
    pen.prose("4、租赁期满，甲方如需续租，须提前两个月告知乙方，另签合同。")
    pen.space(30)
    pen.line("甲方（盖章）：", "乙方（签字）：宫望　舒晴", at=(80, 300))
    pen.line("日期：2026年3月22日", "日期：2026年3月22日", at=(80, 300))
    return pen.done({
        "premises": "两者", "lessor": "宫望、舒晴", "lessee": NAME, "address": "虚构市虚构区南桥街77号甲2号", "area": "140", "term_from": "2026-04-01", "term_to": "2029-03-31", "signed_on": "2026-03-22",
    })  # fmt: skip


def lease_in_english_too() -> Paper:
    """A tower's lease in two languages, particulars numbered with letters."""
    pen = _draft("room_lease", "bilingual", "租赁合同", 60, 10)
    pen.title("租 赁 合 同", 18)
    pen.title("TENANCY AGREEMENT", 12)
    for words in (
        "A. 业主 Landlord：" + OWNER,
        "B. 租户 Tenant：" + NAME,
        "C. 租赁单元 Premises：" + ROOM,
        "D. 建筑面积 Gross Floor Area：366.90平方米",
        "E. 租期 Term：2年，由2026年10月1日起至2028年9月30日止",
        "F. 用途 Permitted Use：仅作办公用途",
        "G. 签署日 Date：2026年9月3日",
    ):
        pen.line(words)
        pen.space(4)
    pen.prose("租户应于每月首日前支付租金。The Tenant shall pay the rent in advance.")
    return pen.done({
        "premises": "办公", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "366.9", "use": "办公|办公用途", "term_from": "2026-10-01", "term_to": "2028-09-30", "signed_on": "2026-09-03",
    })  # fmt: skip


def use_without_rent() -> Word:
    """An agreement on the use of a room without rent, in Word."""
    return word("room_lease", [
        "出借方（甲方）：" + OWNER, "使用方（乙方）：" + NAME,
        "甲方将名下位于" + ROOM + "的房屋（面积86㎡）无偿提供给乙方作办公使用，使用期限自2026年1月1日起至2030年12月31日止。",
        "使用期间水电费用由乙方承担。", "甲方（盖章）", "乙方（盖章）", "2025年12月28日",
    ], {"premises": "办公", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "86", "term_from": "2026-01-01", "term_to": "2030-12-31", "signed_on": "2025-12-28"}, "房屋无偿使用协议")  # fmt: skip


def room_in_cells() -> Word:
    """A Word table of a machine room's lease."""
    return word("room_lease", [
        [["出租方", OWNER, "承租方", NAME], ["法定代表人", "谢迟", "法定代表人", "罗青禾"], ["机房地点", ROOM, ROOM, ROOM], ["机房面积", "120平方米", "承重", "800kg/㎡"], ["租赁期", "自 2026-03-01 至 2031-02-28", "年租金", "150000元"],
         ["备注", "期满前三个月无异议自动续租一年", "期满前三个月无异议自动续租一年", "期满前三个月无异议自动续租一年"]],
        "签订时间：2026年2月14日",
    ], {
        "premises": "机房", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "120", "term_from": "2026-03-01", "term_to": "2031-02-28", "auto_renewal": "是", "signed_on": "2026-02-14",
    }, "机房租赁协议书")  # fmt: skip


def supplement_of_lease() -> Paper:
    """A supplement that lengthens a lease and enlarges the room."""
    pen = _draft("room_lease", "supplement", "房屋租赁合同补充协议", 72)
    pen.title("《房屋租赁合同》补充协议", 18)
    pen.prose(f"出租方：{OWNER}（以下称甲方）", 0)
    pen.prose(f"承租方：{NAME}（以下称乙方）", 0)
    pen.prose(
        "双方于2022年11月签署《房屋租赁合同》，由乙方承租甲方位于"
        + ROOM
        + "的房屋作为机房，租期至2026年11月30日。经协商，补充约定："
    )
    pen.prose("一、租期延长三年，自2026年12月1日至2029年11月30日。")
    pen.prose("二、租金调整为每月9800元。")
    pen.prose("三、其他条款不变。本补充协议一式两份。")
    pen.columns(["甲方：（公章）", "2026年11月2日"], ["乙方：（公章）", "2026年11月2日"])
    return pen.done(
        {
            "premises": "机房",
            "lessor": OWNER,
            "lessee": NAME,
            "address": ROOM,
            "term_from": "2026-12-01",
            "term_to": "2029-11-30",
            "signed_on": "2026-11-02",
        }
    )


def title_of_guangdong() -> Paper:
    """A certificate of a southern province: rows of two pairs, the number at the foot."""
    pen = _draft("property_title", "south", "房地产权证", 56)
    pen.title("房 地 产 权 证", 24)
    pen.odd([("权属人", 90), (OWNER, 393)], [("共有情况", 90), ("无", 150), ("权属来源", 90), ("购买", 153)], [("房屋坐落", 90), (ROOM, 393)], [("规划用途", 90), ("办公", 150), ("建筑面积", 90), ("512.08 平方米", 153)],
            [("土地使用年限", 90), ("50年，从2006年4月5日起", 150), ("登记日期", 90), ("2012年8月16日", 153)])  # fmt: skip
    pen.line("粤房地权证虚字第 0100887766 号", at=(300,), size=10)
    return pen.done(
        {"owner": OWNER, "address": ROOM, "use": "办公", "area": "512.08", "number": "粤房地权证虚字第0100887766号"}
    )


def title_without_rules() -> Paper:
    """The electronic certificate: labels spread over one width, no rules."""
    pen = _draft("property_title", "electronic", "不动产权电子证书", 80, 12)
    pen.title("不动产权电子证书", 22)
    pen.line("苏（2023）虚构市不动产权第0045678号", at=(150,))
    pen.space(10)
    for label, value in (("权利人", OWNER), ("共有情况", "单独所有"), ("坐落", ROOM), ("不动产单元号", "320000004001GB00123F00020011"), ("权利类型", "国有建设用地使用权/房屋（构筑物）所有权"), ("权利性质", "出让/市场化商品房"),
                         ("用途", "商务金融用地/办公"), ("面积", "共有宗地面积：3500平方米/房屋建筑面积：233.5平方米"), ("使用期限", "国有建设用地使用权至2052年06月30日止")):  # fmt: skip
        pen.y += 26
        pen.page.spread(80, pen.y, label, 76, 12, "hei")
        pen.page.text(190, pen.y, value, 11)
    return pen.done(
        {
            "owner": OWNER,
            "address": ROOM,
            "use": "商务金融用地/办公",
            "area": "233.5",
            "number": "苏（2023）虚构市不动产权第0045678号",
        }
    )


def fire_record_of_police() -> Paper:
    """An online record of the police's days."""
    pen = _draft("fire_document", "record", "建设工程竣工验收消防备案情况登记表", 60)
    pen.title("建设工程消防竣工验收备案受理凭证", 17)
    pen.line("备案号：110000WYS150021345", at=(330,), size=10)
    pen.prose(OWNER + "：", 0)
    pen.prose(
        "根据《建设工程消防监督管理规定》第二十五条，你单位创智大厦B座室内装修工程（工程地址：虚构市虚构新区望潮路158号）已进行竣工验收消防备案，经查验备案材料齐全。该工程未被确定为抽查对象。"
    )
    pen.line("虚构市公安局消防支队", at=(350,))
    pen.line("2015年12月9日", at=(370,))
    return pen.done(
        {
            "sort": "备案凭证",
            "number": "110000WYS150021345",
            "address": "虚构市虚构新区望潮路158号",
            "project": "创智大厦B座室内装修工程",
            "issuer": "虚构市公安局消防支队",
            "issued_on": "2015-12-09",
        }
    )


def fire_refused() -> Paper:
    """An opinion that refuses, the box of the second choice ticked."""
    pen = _draft("fire_document", "refused", "特殊建设工程消防验收意见书")
    pen.title("特殊建设工程消防验收意见书", 18)
    pen.line("虚新建消验字〔2025〕第0019号", at=(350,))
    pen.prose(NAME + "：", 0)
    pen.prose(
        "你单位申请的望潮数据机房改造项目（建设地点："
        + ROOM
        + "；建筑面积：640㎡）消防验收，经资料审查、现场评定，结论如下："
    )
    pen.prose("□合格　　■不合格")
    pen.prose("主要存在以下问题：气体灭火系统未联动。请整改后重新申请。")
    pen.line("虚构新区住房和城乡建设管理委员会", at=(300,))
    pen.line("2025年6月30日", at=(370,))
    return pen.done(
        {
            "sort": "验收意见书",
            "number": "虚新建消验字〔2025〕第0019号",
            "project": "望潮数据机房改造项目",
            "address": ROOM,
            "conclusion": "不合格",
            "issuer": "虚构新区住房和城乡建设管理委员会",
            "issued_on": "2025-06-30",
        }
    )


def group_allows() -> Paper:
    """A group allows its subsidiary to use its room."""
    pen = _draft("consent", "group", "房屋使用授权书", 80, 13)
    pen.title("房产使用授权书", 20)
    pen.prose(
        f"兹授权{NAME}使用我公司所有的位于{ROOM}的房产作为其通信机房，授权期限自2026年1月1日至2031年12月31日，期间不收取租金。"
    )
    pen.line(f"授权单位：{OWNER}（盖章）", at=(220,))
    pen.line("二〇二五年十二月三十日", at=(330,))
    return pen.done({"grantor": OWNER, "grantee": NAME, "address": ROOM, "signed_on": "2025-12-30"})


def answer_to_tenant() -> Word:
    """The owner's answer to its tenant."""
    return word("consent", [
        "虚构和润商业管理有限公司：", "贵司来函收悉。我司作为" + ROOM + "房屋的产权人，同意贵司将该房屋转租给" + NAME + "用于设置通信机房。", "特此函复。", OWNER, "2026年2月9日",
    ], {"grantor": OWNER, "grantee": "虚构和润商业管理有限公司", "address": ROOM, "signed_on": "2026-02-09"}, "关于同意转租的复函")  # fmt: skip


def commitment_numbered() -> Paper:
    """A commitment addressed to two, the company at the foot only."""
    pen = _draft("commitment", "foot", "承诺书", 76, 12)
    pen.title("守法经营承诺书", 20)
    pen.line("江苏省通信管理局：")
    pen.prose("为规范经营行为，本公司就在江苏省范围内从事互联网接入服务业务承诺如下：")
    pen.prose("（一）严格遵守电信业务经营许可制度，按照许可证载明的业务种类和覆盖范围经营；")
    pen.prose("（二）不使用未取得许可企业的网络资源，不层层转租；")
    pen.prose("（三）接受电信管理机构监督检查。")
    pen.space(20)
    pen.line("公司名称（盖章）：", NAME, at=(180, 290))
    pen.line("法人代表：", "罗青禾", at=(180, 290))
    pen.line("时　　间：", "2026年11月6日", at=(180, 290))
    return pen.done(
        {
            "addressee": "江苏省通信管理局",
            "company": NAME,
            "legal_representative": "罗青禾",
            "business": "互联网接入服务业务",
            "coverage": ["江苏省"],
            "signed_on": "2026-11-06",
        }
    )


def public_system_screen() -> Paper:
    """The public system's page of a company, printed."""
    pen = _draft("credit_record", "screen", "国家企业信用信息公示系统", 50, 10)
    pen.line("国家企业信用信息公示系统", size=16)
    pen.line(NAME, size=14)
    pen.line(f"统一社会信用代码：{CODE}", "登记状态：存续（在营、开业、在册）", at=(50, 300))
    pen.line("列入经营异常名录信息", size=12)
    pen.odd(
        [("序号", 40), ("列入原因", 180), ("列入日期", 90), ("作出决定机关", 180)],
        [("", 40), ("暂无列入经营异常名录信息", 180), ("", 90), ("", 180)],
        size=9,
    )
    pen.line("列入严重违法失信名单（黑名单）信息", size=12)
    pen.odd([("", 40), ("暂无列入严重违法失信名单信息", 180), ("", 90), ("", 180)], size=9)
    pen.line("打印时间：2026年11月12日 09:14", at=(330,), size=9)
    return pen.done({"date": "2026-11-12", "source": "国家企业信用信息公示系统"})


def notice_in_prose() -> Paper:
    """A notice whose items stand in sentences."""
    pen = _draft("change_notice", "prose", "登记通知书", 72, 12)
    pen.title("登 记 通 知 书", 22)
    pen.line("（虚新市监）登字〔2026〕第0310号", at=(300,), size=10)
    pen.prose(NAME + "：", 0)
    pen.prose(
        "你单位提交的变更登记申请，经审查，符合法定条件，本机关决定准予变更登记。企业名称由“虚构望潮信息技术有限公司”变更为“"
        + NAME
        + "”，法定代表人由谢迟变更为罗青禾。"
    )
    pen.line("虚构新区市场监督管理局", at=(340,))
    pen.line("2026年3月30日", at=(370,))
    return pen.done({"old_name": "虚构望潮信息技术有限公司", "new_name": NAME, "date": "2026-03-30"})


def security_professional() -> Paper:
    """A certificate of an information-security professional, in two languages."""
    pen = _draft("qualification", "security", "注册信息安全专业人员", 100, 13)
    pen.title("注册信息安全专业人员", 22)
    pen.title("Certified Information Security Professional (CISP)", 11)
    pen.space(20)
    for label, value in (
        ("姓名 Name", "沈星河"),
        ("证书编号 Certificate No.", "CNITSEC2023CISE00981"),
        ("注册类别 Category", "注册信息安全工程师（CISE）"),
        ("发证日期 Issue Date", "2023年09月18日"),
        ("有效期至 Valid Until", "2026年09月17日"),
        ("发证机构 Issued by", "虚构信息安全测评中心"),
    ):
        pen.line(f"{label}：", value, at=(110, 290), size=12)
    return pen.done(
        {
            "sort": "资格",
            "holder": "沈星河",
            "number": "CNITSEC2023CISE00981",
            "issued_on": "2023-09-18",
            "verify_until": "2026-09-17",
            "issuer": "虚构信息安全测评中心",
        }
    )


def adult_diploma() -> Paper:
    """A diploma of adult education, two columns at the foot."""
    pen = _draft("qualification", "adult", "成人高等教育毕业证书", 90, 14)
    pen.title("成人高等教育", 18)
    pen.title("毕业证书", 30)
    pen.prose(
        "学生沈星河，性别男，一九九四年五月九日生，于二〇一五年三月至二〇一七年七月在本校计算机科学与技术专业（专升本）函授学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
        2,
        14,
        2.0,
    )
    pen.space(20)
    pen.line("学校：虚构理工大学", "校长：顾北辰", at=(90, 340), size=12)
    pen.line("批准文号：（虚）教成字02号", "2017年7月10日", at=(90, 340), size=12)
    pen.line("学校编号：999985201705000337", at=(90,), size=12)
    return pen.done(
        {
            "sort": "学历",
            "holder": "沈星河",
            "major": "计算机科学与技术",
            "issuer": "虚构理工大学",
            "number": "999985201705000337",
            "issued_on": "2017-07-10",
        }
    )


def electronic_post() -> Paper:
    """An electronic certificate of a post in a list of labels."""
    pen = _draft("qualification", "post", "职称电子证书", 80, 12)
    pen.title("虚构省职称证书（电子证照）", 18)
    pen.grid(
        plain("项目", "内容"),
        [
            ("持证人", "邹若水"),
            ("证件号码", "110000198806177225"),
            ("职称名称", "工程师"),
            ("职称系列", "工程技术"),
            ("专业", "通信与信息"),
            ("取得时间", "2019-11-28"),
            ("证书编号", "XGZC2019112800321"),
            ("评审机构", "虚构市通信工程中级职称评审委员会"),
        ],
        (120, 300),
        10,
    )
    return pen.done(
        {
            "sort": "职称",
            "holder": "邹若水",
            "holder_number": "110000198806177225",
            "title": "工程师",
            "major": "通信与信息",
            "issued_on": "2019-11-28",
            "number": "XGZC2019112800321",
            "issuer": "虚构市通信工程中级职称评审委员会",
        }
    )


def resume_plain() -> Paper:
    """A CV without a table."""
    pen = _draft("qualification", "resume", "个人简历", 70)
    pen.title("简　历", 22)
    pen.line("邹若水　女　1988年6月生　通信与信息专业　本科", size=12)
    pen.line("姓名：邹若水", "性别：女", at=(70, 300))
    pen.line("毕业院校：虚构邮电大学", "专业：通信工程", at=(70, 300))
    pen.line("工作经历", size=13)
    pen.prose("2012年7月至2020年5月，虚构远山通信有限公司，网络工程师。")
    pen.prose(f"2020年6月至今，{NAME}，技术总监。")
    return pen.done({"sort": "简历", "holder": "邹若水", "major": "通信工程"})


SECOND = (
    parties_in_columns, registration_pages, letter_of_opening, clauses_with_headings, grid_of_four, acceptance_form, filed_online, couple_lets,
    lease_in_english_too, use_without_rent, room_in_cells, supplement_of_lease, title_of_guangdong, title_without_rules, fire_record_of_police,
    fire_refused, group_allows, answer_to_tenant, commitment_numbered, public_system_screen, notice_in_prose, security_professional, adult_diploma,
    electronic_post, resume_plain,
)  # fmt: skip
