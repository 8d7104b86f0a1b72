"""A third set of agreements, leases, deeds and proofs, drawn after the second one was mended."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import credit, paper, plain

NAME = "虚构听涛信息技术有限公司"
CODE = credit("MA8T2K4L")
TELECOM = "中国电信股份有限公司虚构听涛分公司"
UNICOM = "中国联合网络通信有限公司虚构省分公司"
MOBILE = "中国移动通信集团虚构有限公司听涛分公司"
ROOM = "虚构省听涛市滨江区听涛路600号科创中心2幢1501室"
OWNER = "虚构省听涛滨江建设开发有限公司"


def _draft(kind: str, layout: str, title: str, left: float = 66.0, size: float = 11.0, foot: str = "") -> Draft:
    return Draft(paper(kind, layout, title), left=left, size=size, foot=foot)


def cloud_and_line() -> Paper:
    """A contract for several products of which the line is one, in a price list."""
    pen = _draft("access_agreement", "products", "数字化服务合同")
    pen.title("中国电信数字化产品服务合同", 17)
    pen.line("合同编码：TTZQ-2026-000318", at=(340,), size=9.5)
    pen.prose(f"甲方（购买方）：{NAME}", 0)
    pen.prose(f"乙方（服务方）：{TELECOM}", 0)
    pen.prose("一、甲方向乙方购买下列产品：")
    pen.grid(
        plain("产品", "规格", "数量", "单价（元/月）", "备注"),
        [("互联网专线", "独享1000M", "1条", "6000", "含公网IP 16个"), ("云主机", "8核16G", "2台", "600", "—")],
        (90, 110, 50, 90, 120),
        9.5,
    )
    pen.prose("二、专线装机地址：" + ROOM + "。")
    pen.prose(
        "三、服务期限：12个月，自2026年5月20日至2027年5月19日。服务期满，甲方未书面通知停用的，服务自动延续12个月。"
    )
    pen.columns(["甲方（盖章）", "日期：2026年5月12日"], ["乙方（盖章）", "日期：2026年5月12日"])
    return pen.done({
        "number": "TTZQ-2026-000318", "operator": TELECOM, "customer": NAME, "bandwidth": "1000", "circuit": "互联网专线", "location": ROOM, "term_from": "2026-05-20", "term_to": "2027-05-19",
        "auto_renewal": "是", "signed_on": "2026-05-12", "ip_count": "16",
    })  # fmt: skip


def dense_header() -> Paper:
    """All particulars of a party in one paragraph; a sentence of several clauses."""
    pen = _draft("access_agreement", "dense", "IP城域网接入合同", 72)
    pen.fake("IP城域网接入合同", 18)
    pen.prose(f"甲方：{NAME}，住所地：听涛市滨江区听涛路600号，法定代表人：岳南枝，联系电话：0571-99990001。", 0)
    pen.prose(f"乙方：{UNICOM}，住所地：听涛市中山路18号，负责人：庄秉文，联系电话：0571-99990002。", 0)
    pen.prose(
        "第一条　甲方租用乙方IP城域网出口，总带宽为4Gbps，分两条物理链路接入甲方位于"
        + ROOM
        + "的节点机房，乙方侧设备位于听涛市中山路枢纽楼。"
    )
    pen.prose(
        "第二条　合同有效期自二零二六年二月一日起至二零二八年一月三十一日止，到期自动终止，如需续约双方另行签订合同。"
    )
    pen.prose("第三条　乙方向甲方提供/25地址段一个（128个IPv4地址）。甲方可用于其互联网接入服务业务。")
    pen.line("（本页以下无正文）")
    pen.line("甲方盖章：", "乙方盖章：", at=(80, 320))
    pen.line("签约日期：2026/1/15", "签约日期：2026/1/15", at=(80, 320))
    return pen.done({
        "operator": UNICOM, "customer": NAME, "bandwidth": "4000", "location": ROOM + "|" + ROOM + "的节点机房", "term_from": "2026-02-01", "term_to": "2028-01-31", "signed_on": "2026-01-15", "ip_count": "128",
        "exchange": "听涛市中山路枢纽楼",
    })  # fmt: skip


def boxes_for_digits() -> Paper:
    """A narrow form with wide cells; the customer's block above, the operator's below."""
    pen = _draft("access_agreement", "form", "互联网专线开通申请受理单", 50, 10)
    pen.title("互联网专线业务开通单", 17)
    pen.odd([("工单号", 80), ("GD2026-0630-118", 168), ("开通日期", 80), ("2026年07月03日", 168)], size=9.5)
    pen.odd(
        [("一、客户资料", 496)],
        [("客户全称", 80), (NAME, 416)],
        [("统一社会信用代码", 80), (CODE, 168), ("联系人/电话", 80), ("岳南枝 13800000077", 168)],
        size=9.5,
    )
    pen.odd([("二、业务资料", 496)], [("产品名称", 80), ("互联网专线", 168), ("上下行速率", 80), ("600M/600M", 168)], [("IPv4地址", 80), ("198.51.100.8/29，8个", 168), ("接入方式", 80), ("PON光纤", 168)],
            [("客户端详细地址", 80), (ROOM, 416)], [("所属局站", 80), ("滨江支局", 168), ("端口编号", 80), ("OLT-03/1/7", 168)], [("协议起止", 80), ("2026.07.03 — 2028.07.02", 416)], size=9.5)  # fmt: skip
    pen.odd(
        [("三、提供单位", 496)],
        [("单位名称", 80), (MOBILE, 416)],
        [("盖章/日期", 80), ("2026年07月03日", 416)],
        size=9.5,
        least=30,
    )
    return pen.done({
        "number": "GD2026-0630-118", "operator": MOBILE, "customer": NAME, "bandwidth": "600", "ip_count": "8", "location": ROOM, "exchange": "滨江支局", "term_from": "2026-07-03", "term_to": "2028-07-02",
    })  # fmt: skip


def renewal_letter() -> Word:
    """A renewal of an access agreement in Word."""
    return word("access_agreement", [
        "甲方：" + NAME, "乙方：" + TELECOM,
        "甲、乙双方于2024年3月签署《互联网专线接入协议》（协议编号：DX-2024-077），该协议将于2026年3月14日到期。现双方同意续签，约定如下：",
        "1. 续签期限：2026年3月15日至2029年3月14日。", "2. 带宽由1000Mbps升级至3000Mbps，资费每月15000元。", "3. 接入地址不变，为" + ROOM + "。", "4. 本协议到期前三十天双方未提异议，自动续签一年。",
        "甲方（盖章）　　　　　　　　乙方（盖章）", "2026年3月10日　　　　　　　　2026年3月10日",
    ], {
        "operator": TELECOM, "customer": NAME, "bandwidth": "3000", "location": ROOM, "term_from": "2026-03-15", "term_to": "2029-03-14", "auto_renewal": "是", "signed_on": "2026-03-10",
    }, "互联网专线接入协议续签协议")  # fmt: skip


def landscape_order() -> Paper:
    """A landscape order with one line of values under a row of headings."""
    pen = Draft(paper("access_agreement", "landscape", "数据专线业务订单"), landscape=True, left=40)
    pen.title("联通数据专线业务订单", 16)
    pen.line(f"客户名称：{NAME}", f"服务提供商：{UNICOM}", "订单编号：DD-26-0903-5", at=(40, 300, 600), size=9)
    pen.grid(plain("业务类型", "带宽(Mbps)", "客户端地址", "局端", "IP数量", "起租日期", "到期日期", "月租(元)"),
             [("互联网专线", "1500", ROOM, "听涛二枢纽", "32", "2026-09-03", "2028-09-02", "9800")], (80, 70, 210, 90, 60, 80, 80, 70), 9)  # fmt: skip
    pen.line("到期前30日未提出书面退订的，订单自动顺延。", size=9)
    pen.line("客户签章：", "服务提供商签章：", at=(40, 420), size=9)
    pen.line("2026年8月28日", "2026年8月28日", at=(40, 420), size=9)
    return pen.done({
        "number": "DD-26-0903-5", "operator": UNICOM, "customer": NAME, "bandwidth": "1500", "circuit": "互联网专线", "location": ROOM, "exchange": "听涛二枢纽", "ip_count": "32", "term_from": "2026-09-03",
        "term_to": "2028-09-02", "auto_renewal": "是", "signed_on": "2026-08-28",
    })  # fmt: skip


def reseller_contract() -> Paper:
    """A reseller gives the access; the operator is only spoken of."""
    pen = _draft("access_agreement", "reseller", "互联网专线租用合同", 70)
    pen.title("互联网专线租用合同", 18)
    pen.prose(f"甲方（租用方）：{NAME}", 0)
    pen.prose("乙方（出租方）：虚构长风网络科技有限公司", 0)
    pen.prose("第一条 乙方向甲方提供互联网专线1条，带宽300M，线路资源来自" + TELECOM + "。")
    pen.prose("第二条 安装地点为" + ROOM + "。")
    pen.prose("第三条 租期一年，自2026年6月1日至2027年5月31日。")
    pen.columns(["甲方：（章）", "2026年5月25日"], ["乙方：（章）", "2026年5月25日"])
    return pen.done(
        {
            "operator": "虚构长风网络科技有限公司",
            "customer": NAME,
            "bandwidth": "300",
            "circuit": "互联网专线",
            "location": ROOM,
            "term_from": "2026-06-01",
            "term_to": "2027-05-31",
            "signed_on": "2026-05-25",
        }
    )


def state_asset_lease() -> Paper:
    """A lease of state property: a cover sheet, numbered articles with headings on lines of their own."""
    pen = _draft("room_lease", "state", "国有资产租赁合同", 72, 11, "—{n}—")
    pen.space(80)
    pen.title("国有房产租赁合同", 24)
    pen.space(40)
    for label, value in (("出 租 方", OWNER), ("承 租 方", NAME), ("合同编号", "BJ-ZL-2026-031")):
        pen.line(label, value, at=(130, 220), size=13)
        pen.space(10)
    pen.next_page()
    for heading, words in (("第一条　租赁标的", "出租方将位于" + ROOM + "的国有房产出租给承租方，建筑面积355.7平方米，产权证号：虚（2016）听涛市不动产权第0002277号。"), ("第二条　租赁用途", "互联网接入机房及配套办公。"),
                           ("第三条　租赁期限", "本合同租赁期为3年，自2026年3月1日起至2029年2月28日止。"), ("第四条　租金", "第一年租金213,420元，以后每年递增3%。"), ("第五条　续租", "租赁期满，同等条件下承租方优先，须按规定重新公开招租。")):  # fmt: skip
        pen.line(heading, size=11.5)
        pen.prose(words)
    pen.line("出租方（盖章）", "承租方（盖章）", at=(80, 320))
    pen.line("签订日期：2026年2月20日", at=(80,))
    return pen.done({
        "number": "BJ-ZL-2026-031", "premises": "两者", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "355.7", "use": "互联网接入机房及配套办公", "term_from": "2026-03-01", "term_to": "2029-02-28",
        "signed_on": "2026-02-20",
    })  # fmt: skip


def agent_lets() -> Paper:
    """An agency's form with three parties, boxes to tick and blanks."""
    pen = _draft("room_lease", "agency", "房屋租赁合同（居间）", 60, 10.5)
    pen.title("房屋租赁合同（经纪机构居间成交版）", 16)
    pen.blanks("出租方（甲方）：{晏清秋}　证件号码：{110000197705062319}", 0)
    pen.blanks("承租方（乙方）：{" + NAME + "}　证件号码：{" + CODE + "}", 0)
    pen.blanks("居间方（丙方）：{虚构安居房地产经纪有限公司}", 0)
    pen.blanks("1．房屋坐落：{" + ROOM + "}，建筑面积{88.6}平方米，房屋用途：□住宅　■办公　□商业　□其他。", 0)
    pen.blanks("2．租期：自{2026}年{09}月{01}日至{2027}年{08}月{31}日。", 0)
    pen.blanks("3．租金：{5500}元/月，押{一}付{三}。", 0)
    pen.blanks("4．甲方应于{2026}年{08}月{31}日前交付房屋。", 0)
    pen.line("甲方：晏清秋", "乙方（盖章）：", "丙方（盖章）：", at=(60, 220, 390))
    pen.line("签约时间：2026年8月26日", at=(60,))
    return pen.done(
        {
            "premises": "办公",
            "lessor": "晏清秋",
            "lessee": NAME,
            "address": ROOM,
            "area": "88.6",
            "use": "办公",
            "term_from": "2026-09-01",
            "term_to": "2027-08-31",
            "signed_on": "2026-08-26",
        }
    )


def confirmation_of_rent() -> Paper:
    """A printed letter of confirmation, particulars in a frame."""
    pen = _draft("room_lease", "letter", "房屋租赁确认书", 70)
    pen.title("房屋租赁协议书", 18)
    pen.odd([("出租单位", 100), (OWNER, 355)], [("承租单位", 100), (NAME, 355)], [("租赁位置", 100), (ROOM, 355)], [("租赁面积（㎡）", 100), ("168", 128), ("单价", 100), ("2.6元/㎡·天", 127)],
            [("使用性质", 100), ("数据机房", 128), ("免租期", 100), ("2026-04-01至2026-04-30", 127)], [("起租日", 100), ("2026年4月1日", 128), ("止租日", 100), ("2029年3月31日", 127)], size=10)  # fmt: skip
    pen.prose("以上条款经双方确认。")
    pen.line("出租单位（章）", "承租单位（章）", at=(80, 320))
    pen.line("2026年3月18日", "2026年3月18日", at=(80, 320))
    return pen.done(
        {
            "premises": "机房",
            "lessor": OWNER,
            "lessee": NAME,
            "address": ROOM,
            "area": "168",
            "use": "数据机房",
            "term_from": "2026-04-01",
            "term_to": "2029-03-31",
            "signed_on": "2026-03-18",
        }
    )


def operator_room() -> Word:
    """A machine room rented from an operator, in Word; the tenant is 甲方."""
    return word("room_lease", [
        "甲方（承租方）：" + NAME, "乙方（出租方）：" + MOBILE,
        "一、乙方将听涛市滨江区江南大道99号移动综合楼3层305机房租给甲方使用，使用面积60平方米，供电容量20kVA。",
        "二、租用期限贰年，自2026年10月1日至2028年9月30日。", "三、期满前60日，一方如不续租应书面通知对方，否则合同自动续期一年。",
        "甲方签章：", "乙方签章：", "签订日期：2026年9月22日",
    ], {
        "premises": "机房", "lessor": MOBILE, "lessee": NAME, "area": "60", "address": "听涛市滨江区江南大道99号移动综合楼3层305机房|听涛市滨江区江南大道99号移动综合楼3层305", "term_from": "2026-10-01", "term_to": "2028-09-30",
        "auto_renewal": "是", "signed_on": "2026-09-22",
    }, "机房租用协议")  # fmt: skip


def title_page_and_annex() -> Paper:
    """The certificate's page followed by its notes."""
    pen = _draft("property_title", "notes", "不动产权证书", 80)
    pen.line("浙（2020）听涛市不动产权第0076543号", at=(150,), size=13)
    for label, value in (("权利人", OWNER), ("共有情况", "单独所有"), ("坐落", "听涛市滨江区听涛路600号科创中心2幢1501、1502、1503室"), ("不动产单元号", "330108 005007 GB00012 F00030045"), ("权利类型", "国有建设用地使用权/房屋所有权"),
                         ("权利性质", "出让/存量房"), ("用途", "工业用地（创新型产业）/非住宅"), ("面积", "土地使用权面积88.1㎡/房屋建筑面积1022.44㎡"), ("使用期限", "国有建设用地使用权2058年11月6日止")):  # fmt: skip
        pen.odd([(label, 100), (value, 335)], size=10.5, least=32, left=(1,))
    pen.next_page()
    pen.title("附　记", 16)
    pen.prose(
        "业务编号：202008110045；原不动产权证号：浙（2018）听涛市不动产权第0011223号；1501室建筑面积340.81㎡，1502室340.81㎡，1503室340.82㎡。"
    )
    return pen.done(
        {
            "number": "浙（2020）听涛市不动产权第0076543号",
            "owner": OWNER,
            "address": "听涛市滨江区听涛路600号科创中心2幢1501、1502、1503室",
            "use": "工业用地（创新型产业）/非住宅",
            "area": "1022.44",
        }
    )


def fire_spot_check() -> Paper:
    """The result of a spot check of a filed work."""
    pen = _draft("fire_document", "spot", "建设工程消防验收备案抽查结果通知书", 72)
    pen.title("建设工程消防验收备案抽查结果通知书", 16)
    pen.line("听建消备抽字〔2025〕第0031号", at=(340,))
    pen.prose(NAME + "：", 0)
    pen.prose(
        "你单位备案的听涛科创中心2幢15层装修工程（备案凭证编号：听建消备字〔2025〕第0102号，工程地址："
        + ROOM
        + "）被确定为抽查对象。我局于2025年8月5日对该工程进行了现场检查，检查结果为：合格。"
    )
    pen.line("听涛市滨江区住房和城市建设局", at=(330,))
    pen.line("2025年8月11日", at=(370,))
    return pen.done(
        {
            "sort": "备案凭证",
            "number": "听建消备抽字〔2025〕第0031号",
            "project": "听涛科创中心2幢15层装修工程",
            "address": ROOM,
            "conclusion": "合格",
            "issuer": "听涛市滨江区住房和城市建设局",
            "issued_on": "2025-08-11",
        }
    )


def fire_with_two_lines() -> Paper:
    """An opinion whose choices stand one under the other, the refused one unticked."""
    pen = _draft("fire_document", "choices", "特殊建设工程消防验收意见书", 72)
    pen.title("听涛市住房保障和城乡建设管理局", 15)
    pen.title("特殊建设工程消防验收意见书", 18)
    pen.line("编号：听住建消验字（2024）第 0056 号", at=(300,))
    pen.prose(OWNER + "：", 0)
    pen.prose(
        "你单位于2024年9月2日申请听涛科创中心2幢消防验收，建设地址为听涛市滨江区听涛路600号，建筑面积18300平方米。经现场评定："
    )
    pen.prose("□　消防验收不合格；")
    pen.prose("☑　消防验收合格。".replace("☑", "■"))
    pen.line("二○二四年九月二十日", at=(360,))
    pen.seal(430, pen.y, "听涛市住房保障和城乡建设管理局")
    return pen.done({
        "sort": "验收意见书", "number": "听住建消验字（2024）第0056号", "project": "听涛科创中心2幢", "address": "听涛市滨江区听涛路600号", "conclusion": "消防验收合格|合格", "issuer": "听涛市住房保障和城乡建设管理局", "issued_on": "2024-09-20",
    })  # fmt: skip


def proof_of_place() -> Word:
    """A street office's proof of a place."""
    return word("consent", [
        "兹有位于" + ROOM + "的房屋，产权归" + OWNER + "所有，现同意提供给" + NAME + "作为经营场所及通信机房使用，使用期限为2026年1月1日至2028年12月31日。",
        "特此证明。", "产权单位（盖章）：" + OWNER, "2025年12月26日",
    ], {"grantor": OWNER, "grantee": NAME, "address": ROOM, "signed_on": "2025-12-26"}, "场所使用证明")  # fmt: skip


def promise_in_table() -> Word:
    """A commitment whose foot is a table."""
    return word("commitment", [
        "浙江省通信管理局：", "本单位申请经营国内互联网接入服务业务（仅限浙江省），在此承诺：", "一、具备与业务规模相适应的资金和人员；", "二、依法建立健全网络与信息安全保障措施；", "三、不擅自超出批准的业务种类和业务覆盖范围经营。",
        [["承诺单位（公章）", NAME], ["法定代表人（签字）", ""], ["承诺日期", "2026年10月30日"]],
    ], {"addressee": "浙江省通信管理局", "company": NAME, "signed_on": "2026-10-30", "business": "国内互联网接入服务业务|互联网接入服务业务"}, "依法经营承诺书")  # fmt: skip


def court_search() -> Paper:
    """The court's page on persons who do not pay."""
    pen = _draft("credit_record", "court", "失信被执行人查询", 60)
    pen.line("中国执行信息公开网", size=16)
    pen.line("综合查询被执行人", size=12)
    pen.line("被执行人姓名/名称：", "岳南枝", at=(60, 200))
    pen.line("身份证号码/组织机构代码：", "110000198902034410", at=(60, 220))
    pen.line("在全国范围没有找到 岳南枝 110000198902034410 相关的结果。", at=(60,))
    pen.line("查询日期：2026-11-09", at=(60,), size=9)
    return pen.done(
        {
            "date": "2026-11-09",
            "subject": "岳南枝",
            "source": "中国执行信息公开网",
            "result": "没有找到岳南枝110000198902034410相关的结果|在全国范围没有找到岳南枝110000198902034410相关的结果",
        }
    )


def bachelor() -> Paper:
    """A diploma of which the words run over a photograph's left."""
    pen = _draft("qualification", "bachelor", "毕业证书", 130, 14)
    pen.title("毕业证书", 32, 10)
    pen.prose(
        "　　商陆　，男，1995年12月3日生，于2014年9月至2018年7月在我校网络工程专业学习，学制四年，修完本科教学计划规定的全部课程，成绩合格，准予毕业。",
        0,
        14,
        2.0,
    )
    pen.line("校名：虚构听涛大学", at=(130,), size=13)
    pen.line("校长：阮星阑", at=(130,), size=13)
    pen.line("证书编号：999961201805004412", at=(130,), size=12)
    pen.line("发证日期：2018年7月1日", at=(130,), size=12)
    return pen.done(
        {
            "sort": "学历",
            "holder": "商陆",
            "major": "网络工程",
            "issuer": "虚构听涛大学",
            "number": "999961201805004412",
            "issued_on": "2018-07-01",
            "level": "本科",
        }
    )


def communications_engineer() -> Paper:
    """The professional qualification in communications, labels in two columns."""
    pen = _draft("qualification", "communications", "通信专业技术人员职业资格证书", 70, 12)
    pen.title("通信专业技术人员职业资格证书", 18)
    for left, right in (
        ("姓名：商陆", "证件号码：110000199512037739"),
        ("性别：男", "级别：中级"),
        ("专业：互联网技术", "批准日期：2022年10月16日"),
        ("管理号：20221016033000451", "发证单位：虚构省人力资源和社会保障厅"),
    ):
        pen.line(left, right, at=(70, 300))
    return pen.done(
        {
            "sort": "资格",
            "holder": "商陆",
            "holder_number": "110000199512037739",
            "major": "互联网技术",
            "number": "20221016033000451",
            "issued_on": "2022-10-16",
            "issuer": "虚构省人力资源和社会保障厅",
        }
    )


THIRD = (
    cloud_and_line, dense_header, boxes_for_digits, renewal_letter, landscape_order, reseller_contract, state_asset_lease, agent_lets,
    confirmation_of_rent, operator_room, title_page_and_annex, fire_spot_check, fire_with_two_lines, proof_of_place, promise_in_table, court_search,
    bachelor, communications_engineer,
)  # fmt: skip
