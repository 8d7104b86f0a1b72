"""租赁合同 of machine rooms and offices: standard forms of cities, owners' own papers, parks, operators, resellers."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import paper, plain

NAME = "虚构澄江网络科技有限公司"
OWNER = "虚构恒岳置业有限公司"
TELECOM = "中国电信股份有限公司虚构分公司"
ROOM = "虚构市虚构区澄江大道66号云谷中心3号楼2层205室"


def _lease(layout: str, title: str, left: float = 70.0, foot: str = "", size: float = 11) -> Draft:
    return Draft(paper("room_lease", layout, title), left=left, foot=foot, size=size)


def room_with_blanks() -> Paper:
    """A printed form with blanks; payments and a deposit with days of their own."""
    pen = _lease("blanks", "机房租赁合同")
    pen.title("机 房 租 赁 合 同", 20)
    pen.line("合同编号：JF-2025-0416", at=(370,), size=10)
    pen.blanks("出租方（甲方）：{" + OWNER + "}", 0)
    pen.blanks("承租方（乙方）：{" + NAME + "}", 0)
    pen.blanks("第一条　甲方将坐落于{" + ROOM + "}的房屋出租给乙方，建筑面积{186.50}平方米，作为{数据通信机房}使用。")
    pen.blanks("第二条　租期共{5}年，从{2025}年{5}月{1}日起至{2030}年{4}月{30}日止。")
    pen.blanks("第三条　年租金人民币{壹拾捌万}元整，乙方于每年{4}月{15}日前支付下一年度租金。")
    pen.blanks("第四条　乙方于{2025}年{4}月{20}日前向甲方交纳押金{30000}元。")
    pen.blanks("第五条　租期届满，乙方有优先承租权，双方另行签订合同。")
    pen.space(30)
    pen.columns(["甲方（盖章）：", "经办人：", "2025年4月16日"], ["乙方（盖章）：", "经办人：", "2025年4月16日"])
    pen.seal(150, pen.y, OWNER, False)
    return pen.done({
        "number": "JF-2025-0416", "premises": "机房", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "186.5", "use": "数据通信机房", "term_from": "2025-05-01",
        "term_to": "2030-04-30", "signed_on": "2025-04-16",
    })  # fmt: skip


def commercial_terms() -> Paper:
    """An office tower's contract: a table of commercial terms with numbers, more prose after it."""
    pen = _lease("terms", "写字楼租赁合同", 50, "{n} / {m}", 10)
    pen.title("云谷中心写字楼租赁合同", 18)
    pen.line("第一部分　商务条款", size=12)
    pen.space(6)
    rows = (("1", "出租人", OWNER), ("2", "承租人", NAME), ("3", "租赁物业", "虚构市虚构区澄江大道66号云谷中心A座19层1903-1905单元"),
            ("4", "租赁面积", "建筑面积 412.36 平方米（套内面积 288.65 平方米）"), ("5", "租赁用途", "办公"), ("6", "租赁期限", "3年，2026年4月1日至2029年3月31日（首尾两日包括在内）"),
            ("7", "免租期", "2026年4月1日至2026年5月31日"), ("8", "交付日", "2026年3月25日"), ("9", "租金", "每平方米每日人民币5.8元"), ("10", "保证金", "人民币218,000元"))  # fmt: skip
    for row in rows:
        pen.odd([(row[0], 30), (row[1], 80), (row[2], 385)], left=(2,))
    pen.line("第二部分　通用条款", size=12)
    for number in range(1, 16):
        pen.prose(
            f"{number}. 承租人应当按照本合同约定的用途使用租赁物业，遵守物业管理规定，按时支付租金、物业管理费及其他费用；出租人应当保证租赁物业符合约定的用途。"
        )
    pen.prose("16. 租赁期限届满前六个月，承租人可书面申请续租。")
    pen.space(20)
    pen.columns(
        [f"出租人：{OWNER}", "（盖章）", "签署日期：2026年3月12日"],
        [f"承租人：{NAME}", "（盖章）", "签署日期：2026年3月12日"],
        size=10,
    )
    return pen.done({
        "premises": "办公", "lessor": OWNER, "lessee": NAME, "address": "虚构市虚构区澄江大道66号云谷中心A座19层1903-1905单元", "area": "412.36", "use": "办公",
        "term_from": "2026-04-01", "term_to": "2029-03-31", "signed_on": "2026-03-12",
    })  # fmt: skip


def private_owner() -> Word:
    """A natural person lets: identity numbers, phones, plain sentences, Word."""
    return word("room_lease", [
        "出租人（甲方）：穆清和　身份证号：110000199003078514　电话：13800000031",
        "承租人（乙方）：" + NAME + "　统一社会信用代码：91110000MA00000000　电话：010-99990002",
        "一、甲方将自有房屋虚构市虚构区望江里小区商业楼6号二层租给乙方作办公室用，面积约98平米。",
        "二、租期一年，即2026年8月15日到2027年8月14日。",
        "三、租金每月陆仟元，押一付三。",
        "四、乙方不得擅自转租。",
        "甲方签字：穆清和", "乙方盖章：", "2026年8月10日",
    ], {
        "premises": "办公", "lessor": "穆清和", "lessee": NAME, "address": "虚构市虚构区望江里小区商业楼6号二层", "area": "98", "use": "办公室|办公", "term_from": "2026-08-15",
        "term_to": "2027-08-14", "signed_on": "2026-08-10",
    }, "房屋租赁合同")  # fmt: skip


def cabinets_of_operator() -> Paper:
    """An operator lets cabinets and a cage of its machine room."""
    pen = _lease("cabinets", "机房机柜租赁服务合同")
    pen.fake("机房机柜租赁服务合同", 18)
    pen.line("合同编号：DXYZ-2026-JG-0081", at=(70,), size=10)
    pen.line(f"甲方（出租方）：{TELECOM}")
    pen.line("地址：虚构市虚构区信息路100号", size=10)
    pen.line(f"乙方（租用方）：{NAME}")
    pen.line("地址：虚构市虚构区长桥路9号", size=10)
    pen.prose(
        "一、甲方将其位于虚构市虚构区信息路102号的信息路数据中心三层B区机房42U机柜6架（编号B01-B06）及配套空间共45平方米租给乙方，用于放置乙方网络设备。"
    )
    pen.prose("二、租用期限：自2026年2月1日起，至2028年1月31日止，期满未提出异议自动顺延一年。")
    pen.prose("三、单机柜租金3600元/月。")
    pen.space(20)
    pen.columns(["甲方（盖章）", TELECOM, "2026年1月20日"], ["乙方（盖章）", NAME, "2026年1月20日"], size=10)
    return pen.done({
        "number": "DXYZ-2026-JG-0081", "premises": "机房", "lessor": TELECOM, "lessee": NAME, "area": "45", "term_from": "2026-02-01", "term_to": "2028-01-31", "auto_renewal": "是",
        "signed_on": "2026-01-20", "address": "虚构市虚构区信息路102号的信息路数据中心三层B区机房|虚构市虚构区信息路102号信息路数据中心三层B区机房|虚构市虚构区信息路102号",
    })  # fmt: skip


def tenant_changes() -> Paper:
    """Three parties: the owner, the old and the new tenant; the old term is told too."""
    pen = _lease("change", "租赁合同主体变更协议")
    pen.title("房屋租赁合同主体变更三方协议", 17)
    pen.prose(f"甲方（出租方）：{OWNER}", 0)
    pen.prose("乙方（原承租方）：虚构澄江信息咨询有限公司", 0)
    pen.prose(f"丙方（新承租方）：{NAME}", 0)
    pen.prose(
        "甲、乙双方于2024年1月5日签订《房屋租赁合同》，租赁房屋坐落于"
        + ROOM
        + "，建筑面积220平方米，租赁期自2024年2月1日至2029年1月31日。现三方协商一致："
    )
    pen.prose("1. 自2026年3月1日起，原合同承租方由乙方变更为丙方，丙方承继原合同全部权利义务。")
    pen.prose("2. 租赁期限不变，即至2029年1月31日止。房屋用途为机房。")
    pen.prose("3. 押金由乙、丙双方自行结算。")
    pen.columns(["甲方（章）", "2026.2.20"], ["乙方（章）", "2026.2.20"], ["丙方（章）", "2026.2.20"])
    return pen.done({
        "premises": "机房", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "220", "term_to": "2029-01-31", "signed_on": "2026-02-20", "use": "机房",
    })  # fmt: skip


def renewal() -> Paper:
    """A renewal that extends an old lease."""
    pen = _lease("renewal", "房屋租赁续签协议")
    pen.title("房屋租赁续租协议", 18)
    pen.line("出 租 方：", OWNER, at=(70, 140))
    pen.line("承 租 方：", NAME, at=(70, 140))
    pen.prose(
        "鉴于双方2023年10月20日签订的《房屋租赁合同》（合同编号：HY-2023-101，以下称原合同）将于2026年10月31日到期，经友好协商，就续租事宜达成如下协议："
    )
    pen.prose("一、续租房屋：" + ROOM + "，建筑面积150.8㎡，用途为办公及通信机房。")
    pen.prose("二、续租期限：自2026年11月1日起至2029年10月31日止，共计36个月。")
    pen.prose("三、续租租金：前两年每月18,000元，第三年每月18,900元。")
    pen.prose("四、其余条款按原合同执行。")
    pen.space(20)
    pen.line("出租方（盖章）：", "承租方（盖章）：", at=(70, 320))
    pen.line("日期：2026 年 10 月 12 日", "日期：2026 年 10 月 12 日", at=(70, 320))
    pen.seal(160, pen.y, OWNER, False)
    pen.seal(410, pen.y, NAME, False)
    return pen.done({
        "premises": "两者", "lessor": OWNER, "lessee": NAME, "address": ROOM, "area": "150.8", "use": "办公及通信机房", "term_from": "2026-11-01", "term_to": "2029-10-31",
        "signed_on": "2026-10-12",
    })  # fmt: skip


def city_form() -> Paper:
    """A city's standard form: address in pieces on blanks, boxes to tick, title's number and owner."""
    pen = _lease("city", "房屋租赁合同（自行成交版）", 64, "第{n}页", 10.5)
    pen.title("虚构市房屋租赁合同", 20)
    pen.title("（自行成交版）", 12)
    pen.blanks("出租人（甲方）：{" + OWNER + "}　　证照类型及编号：{营业执照 91110000MA00000001}", 0)
    pen.blanks("承租人（乙方）：{" + NAME + "}　　证照类型及编号：{营业执照 91110000MA00000000}", 0)
    pen.blanks(
        "依据《中华人民共和国民法典》及有关法律、法规的规定，甲乙双方在平等、自愿的基础上，就房屋租赁的有关事宜达成协议如下："
    )
    pen.line("第一条　房屋基本情况", size=11)
    pen.blanks(
        "（一）房屋坐落于虚构市{虚构}区（县）{望江}街道办事处（乡镇）{澄江大道66号云谷中心2号楼8层801室}，建筑面积{268.4}平方米。"
    )
    pen.blanks(
        "（二）房屋权属状况：甲方持有（■房屋所有权证/□公有住房租赁合同/□房屋买卖合同/□其他房屋来源证明文件），房屋所有权证书编号：{X京房权证虚字第100221号}，房屋所有权人：{"
        + OWNER
        + "}，房屋（□是/■否）已设定了抵押。"
    )
    pen.line("第二条　房屋租赁情况", size=11)
    pen.blanks("（一）租赁用途：{办公}；如租赁用途为居住的，居住人数为：{ / }，最多不超过{ / }人。")
    pen.line("第三条　租赁期限", size=11)
    pen.blanks(
        "（一）房屋租赁期自{2025}年{9}月{1}日至{2028}年{8}月{31}日，共计{3}年{0}个月。甲方应于{2025}年{8}月{25}日前将房屋按约定条件交付给乙方。"
    )
    pen.blanks("（二）租赁期满或合同解除后，甲方有权收回房屋。乙方继续承租的，应提前{30}日向甲方提出续租要求。")
    pen.line("第四条　租金及押金", size=11)
    pen.blanks("（一）租金标准及支付方式：{42000}元/（■月/□季/□半年/□年）。")
    pen.next_page()
    pen.line("出租人（甲方）签章：", "承租人（乙方）签章：", at=(70, 320))
    pen.line("委托代理人：", "委托代理人：", at=(70, 320))
    pen.line("2025 年 8 月 20 日", "2025 年 8 月 20 日", at=(70, 320))
    return pen.done({
        "premises": "办公", "lessor": OWNER, "lessee": NAME, "area": "268.4", "use": "办公", "term_from": "2025-09-01", "term_to": "2028-08-31", "signed_on": "2025-08-20",
        "address": "虚构市虚构区望江街道澄江大道66号云谷中心2号楼8层801室|虚构市虚构区（县）望江街道办事处（乡镇）澄江大道66号云谷中心2号楼8层801室|虚构市虚构区望江街道办事处澄江大道66号云谷中心2号楼8层801室",
    })  # fmt: skip


def park_entry() -> Paper:
    """A park's agreement: running text, a rent-free time before the term's end."""
    pen = _lease("park", "入园协议")
    pen.title("虚构软件园入园（场地租赁）协议", 17)
    pen.prose("甲方：虚构软件园运营管理有限公司", 0)
    pen.prose(f"乙方：{NAME}", 0)
    pen.prose(
        "1、甲方同意乙方入驻虚构软件园，并向乙方出租园区内C7栋101号场地（坐落：虚构市虚构区软件园路18号C7栋101），计租面积330㎡。"
    )
    pen.prose("2、租赁期限叁年，自2025年3月1日起至2028年2月29日止，其中2025年3月1日至2025年4月30日为装修免租期。")
    pen.prose("3、该场地仅限作互联网数据机房及配套值班用途。")
    pen.prose("4、租金标准：35元/㎡/月。")
    pen.prose("5、本协议期满自动终止。")
    pen.space(30)
    pen.line("甲　方：虚构软件园运营管理有限公司（公章）")
    pen.line("签约代表：")
    pen.line("乙　方：" + NAME + "（公章）")
    pen.line("签约代表：")
    pen.line("签约时间：二〇二五年二月十八日")
    return pen.done({
        "premises": "机房", "lessor": "虚构软件园运营管理有限公司", "lessee": NAME, "address": "虚构市虚构区软件园路18号C7栋101", "area": "330", "term_from": "2025-03-01",
        "term_to": "2028-02-29", "signed_on": "2025-02-18",
    })  # fmt: skip


def table_of_rooms() -> Paper:
    """Several rooms in a table over two pages, the sum in its last row."""
    pen = _lease("rooms", "场地租赁合同", 60, "第 {n} 页 共 {m} 页")
    pen.title("通信机房及办公场地租赁合同", 17)
    pen.line("合同号：HYZY-租-2026-18", at=(60,), size=10)
    pen.line("出租单位（甲方）", OWNER, at=(60, 190))
    pen.line("承租单位（乙方）", NAME, at=(60, 190))
    pen.prose("甲方将下列房屋租予乙方：")
    pen.grid(plain("序号", "坐落", "房号", "用途", "建筑面积（平方米）"),
             [(str(place), "虚构市虚构区澄江大道66号云谷中心3号楼", f"{200 + place}", "机房" if place < 20 else "办公", "12.50") for place in range(1, 25)] + [("合计", "", "", "", "300.00")],
             (36, 210, 50, 60, 110), 9.5, least=24)  # fmt: skip
    pen.prose("租赁期：2026年1月1日起，2030年12月31日止。")
    pen.prose("签订日：2025年12月11日。")
    pen.line("甲方盖章：", "乙方盖章：", at=(60, 320))
    return pen.done({
        "number": "HYZY-租-2026-18", "premises": "两者", "lessor": OWNER, "lessee": NAME, "area": "300", "term_from": "2026-01-01", "term_to": "2030-12-31", "signed_on": "2025-12-11",
    })  # fmt: skip


def short_and_spaced() -> Paper:
    """One page, letter-spaced labels over a line each, days and sums in characters."""
    pen = _lease("short", "租房协议书", 90, size=13)
    pen.title("租 房 协 议 书", 22)
    for words in ("出　租　方：　{邬明远}", "承　租　方：　{" + NAME + "}", "房 屋 地 址：　{虚构市虚构区长桥路9号院4号楼底商}", "房 屋 面 积：　{陆拾伍平方米}",
                  "房 屋 用 途：　{经营办公}", "租 赁 期 限：　{贰零贰陆年壹月壹日至贰零贰陆年拾贰月叁拾壹日}", "租　　　金：　{每月叁仟贰佰元整}"):  # fmt: skip
        pen.blanks(words, 0)
    pen.prose("双方应遵守国家法律，出租方保证房屋可正常使用，承租方按时交纳租金。")
    pen.space(30)
    pen.line("出租方（签字）：邬明远", "承租方（盖章）：", at=(90, 330))
    pen.line("二〇二五年十二月二十日", at=(330,))
    return pen.done({
        "premises": "办公", "lessor": "邬明远", "lessee": NAME, "address": "虚构市虚构区长桥路9号院4号楼底商", "area": "65", "use": "经营办公|办公", "term_from": "2026-01-01",
        "term_to": "2026-12-31", "signed_on": "2025-12-20",
    })  # fmt: skip


def sublease() -> Paper:
    """A tenant lets on: the owner and the first lease's dates stand in the recitals."""
    pen = _lease("sublease", "房屋转租合同")
    pen.title("房屋转租合同", 18)
    pen.prose("转租方（以下简称甲方）：虚构和畅商务服务有限公司", 0)
    pen.prose(f"受转租方（以下简称乙方）：{NAME}", 0)
    pen.prose("产权人：" + OWNER, 0)
    pen.prose(
        "第一条 甲方于2022年6月1日向产权人承租位于虚构市虚构区澄江大道66号云谷中心B座5层整层（建筑面积1200平方米），租期自2022年6月1日至2030年5月31日。经产权人书面同意，甲方将其中502室转租给乙方。"
    )
    pen.prose("第二条 转租房屋的建筑面积为160平方米，乙方用作通信机房。")
    pen.prose("第三条 转租期限自2026年7月1日至2029年6月30日。")
    pen.prose("第四条 转租租金为每月壹万陆仟元整。")
    pen.space(20)
    pen.line("甲方（盖章）：虚构和畅商务服务有限公司", size=10)
    pen.line("日期：2026-06-18", size=10)
    pen.line(f"乙方（盖章）：{NAME}", size=10)
    pen.line("日期：2026-06-18", size=10)
    return pen.done({
        "premises": "机房", "lessor": "虚构和畅商务服务有限公司", "lessee": NAME, "area": "160", "use": "通信机房", "term_from": "2026-07-01", "term_to": "2029-06-30", "signed_on": "2026-06-18",
    })  # fmt: skip


FIRST = (
    room_with_blanks, commercial_terms, private_owner, cabinets_of_operator, tenant_changes, renewal, city_form, park_entry, table_of_rooms,
    short_and_spaced, sublease,
)  # fmt: skip
