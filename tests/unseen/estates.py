"""产权证明, 消防文书 and 使用同意书 of several years and offices."""

from __future__ import annotations

from tests.specimens.sheet import Paper
from tests.unseen.drafts import Draft, Word, word
from tests.unseen.kit import paper

NAME = "虚构澄江网络科技有限公司"
OWNER = "虚构恒岳置业有限公司"
PLACE = "虚构市虚构区澄江大道66号云谷中心3号楼"
HOUSING = "虚构市虚构区住房和城乡建设局"


def _paper(kind: str, layout: str, title: str, left: float = 70.0, size: float = 11.0) -> Draft:
    return Draft(paper(kind, layout, title), left=left, size=size)


def title_of_2015() -> Paper:
    """The inner page of the real-estate certificate: number above, labels left, one column."""
    pen = _paper("property_title", "real_estate", "不动产权证书", 90)
    pen.line("京（2019）虚构区不动产权第0033821号", at=(170,), size=12)
    pen.space(16)
    for label, value in (("权 利 人", OWNER), ("共有情况", "单独所有"), ("坐　　落", PLACE + "1至6层"), ("不动产单元号", "110000 001002 GB00003 F00010001"),
                         ("权利类型", "国有建设用地使用权/房屋所有权"), ("权利性质", "出让/自建房"), ("用　　途", "科教用地/科研"), ("面　　积", "宗地面积8210.00㎡/房屋建筑面积10468.35㎡"),
                         ("使用期限", "国有建设用地使用权2014年3月9日起2064年3月8日止"), ("权利其他状况", "房屋结构：钢筋混凝土结构；房屋总层数：6层，房屋竣工时间：2018年")):  # fmt: skip
        pen.odd([(label, 90), (value, 325)], size=10.5, least=34, left=(1,))
    return pen.done(
        {
            "number": "京（2019）虚构区不动产权第0033821号",
            "owner": OWNER,
            "address": PLACE + "1至6层",
            "use": "科教用地/科研",
            "area": "10468.35",
        }
    )


def title_of_2021() -> Paper:
    """The certificate with its cover page, two owners in common, an address of several units."""
    pen = _paper("property_title", "cover", "不动产权证书", 80)
    pen.space(120)
    pen.title("中华人民共和国", 20)
    pen.title("不动产权证书", 30)
    pen.space(40)
    pen.line(
        "根据《中华人民共和国民法典》等法律法规，为保护不动产权利人合法权益，对不动产权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。",
        size=7,
    )
    pen.line("登记机构（章）", "2022年06月17日", at=(300, 390))
    pen.line("编号 NO 11000000123", at=(80,), size=9)
    pen.next_page()
    pen.line("沪 ( 2022 ) 虚 字 不动产权第 004512 号", at=(150,), size=12)
    pen.space(16)
    for label, value in (("权利人", "穆清和、穆清宁"), ("共有情况", "按份共有：穆清和60%，穆清宁40%"), ("坐落", "虚构市虚构区望江里商业楼6号101、201室"), ("不动产单元号", "310000001002GB00003F00010002"),
                         ("权利类型", "国有建设用地使用权／房屋所有权"), ("权利性质", "出让"), ("用途", "商业"), ("面积", "独用土地面积：45.2平方米 建筑面积：196.77平方米"), ("使用期限", "2008年01月01日起2048年12月31日止")):  # fmt: skip
        pen.odd([(label, 90), (value, 345)], size=10.5, least=30, left=(1,))
    return pen.done(
        {
            "number": "沪（2022）虚字不动产权第004512号",
            "owner": "穆清和、穆清宁",
            "address": "虚构市虚构区望江里商业楼6号101、201室",
            "use": "商业",
            "area": "196.77",
        }
    )


def ownership_of_house() -> Paper:
    """The older certificate of ownership of a house: a grid, columns of figures."""
    pen = _paper("property_title", "house", "房屋所有权证", 60)
    pen.title("房屋所有权证", 22)
    pen.line("X虚房权证区字第 302817 号", at=(180,), size=11)
    pen.space(10)
    pen.odd([("房屋所有权人", 96), (OWNER, 380)], [("共有情况", 96), ("单独所有", 380)], [("房屋坐落", 96), (PLACE + "整幢", 380)], [("登记时间", 96), ("2009-08-14", 380)],
            [("房屋性质", 96), ("商品房", 140), ("规划用途", 96), ("办公", 144)], left=(1,))  # fmt: skip
    pen.side(
        "房屋状况",
        30,
        [("总层数", 90), ("建筑面积（m²）", 110), ("套内建筑面积（m²）", 120), ("其他", 126)],
        [("12", 90), ("9368.12", 110), ("7021.40", 120), ("", 126)],
    )
    pen.side(
        "土地状况",
        30,
        [("地号", 90), ("土地使用权取得方式", 200), ("土地使用年限", 156)],
        [("0101-22", 90), ("出让", 200), ("2005-01-01至2055-12-31", 156)],
    )
    pen.line("附记", at=(60,))
    return pen.done(
        {
            "number": "X虚房权证区字第302817号",
            "owner": OWNER,
            "address": PLACE + "整幢",
            "use": "办公",
            "area": "9368.12",
        }
    )


def registry_extract() -> Paper:
    """An extract of the register: labels with colons, mortgages below."""
    pen = _paper("property_title", "extract", "不动产登记信息查询结果证明")
    pen.title("不动产登记资料查询结果证明", 17)
    pen.line("查询编号：CX202609110087", "查询时间：2026年09月11日 09:32", at=(70, 320), size=9)
    pen.prose("申请人虚构恒岳置业有限公司申请查询不动产登记信息，结果如下：")
    for words in ("不动产权证号：虚（2020）虚构市不动产权第0100233号", f"权利人名称：{OWNER}", f"不动产坐落：{PLACE}205室", "规划用途：工业（通信机房）", "建筑面积：186.50 平方米", "登记日期：2020年04月28日",
                  "抵押情况：无抵押", "查封情况：无查封"):  # fmt: skip
        pen.line(words)
    pen.line("虚构市不动产登记中心", at=(360,))
    pen.line("2026年9月11日", at=(380,))
    pen.seal(430, pen.y, "虚构市不动产登记中心")
    return pen.done(
        {
            "number": "虚（2020）虚构市不动产权第0100233号",
            "owner": OWNER,
            "address": PLACE + "205室",
            "use": "工业（通信机房）",
            "area": "186.5",
        }
    )


def village_proof() -> Word:
    """A proof of title by a street office where there is no certificate."""
    return word("property_title", [
        "兹证明位于虚构市虚构区望江镇东风村15号的房屋（建筑面积320平方米），产权归虚构市虚构区望江镇东风村村民委员会所有，该房屋可用于经营办公，暂未办理不动产权证。",
        "特此证明。", "虚构市虚构区望江镇人民政府（盖章）", "2026年3月2日",
    ], {"owner": "虚构市虚构区望江镇东风村村民委员会", "address": "虚构市虚构区望江镇东风村15号", "area": "320"}, "房屋产权证明")  # fmt: skip


def fire_opinion() -> Paper:
    """The acceptance opinion of the housing office in prose with blanks."""
    pen = _paper("fire_document", "opinion", "特殊建设工程消防验收意见书")
    pen.title(HOUSING, 16)
    pen.title("特殊建设工程消防验收意见书", 18)
    pen.line("虚建消验字〔2023〕第0047号", at=(360,))
    pen.blanks("{" + OWNER + "}：", 0)
    pen.blanks(
        "根据《中华人民共和国建筑法》《中华人民共和国消防法》《建设工程消防设计审查验收管理暂行规定》等有关规定，你单位于{2023}年{4}月{6}日申请{云谷中心3号楼机房改造工程}建设工程（地址：{"
        + PLACE
        + "}；建筑面积{2310.5}㎡；建筑高度：{23.9}m；建筑层数：{6}层；使用性质：{厂房}）消防验收（特殊建设工程消防验收申请受理凭证文号：{虚建消验凭字〔2023〕第0051号}），按照国家工程建设消防技术标准和建设工程消防验收有关规定，根据申请材料及建设工程现场评定情况，结论如下："
    )
    pen.prose("■合格。")
    pen.prose("□不合格。")
    pen.prose("如不服本决定，可以在收到本意见书之日起六十日内依法申请行政复议。")
    pen.line("（印章）", at=(400,))
    pen.line("2023 年 4 月 24 日", at=(380,))
    pen.seal(430, pen.y - 10, HOUSING)
    return pen.done({
        "sort": "验收意见书", "number": "虚建消验字〔2023〕第0047号", "project": "云谷中心3号楼机房改造工程", "address": PLACE, "conclusion": "合格", "issuer": HOUSING, "issued_on": "2023-04-24",
    })  # fmt: skip


def fire_filing() -> Paper:
    """The receipt of a filing."""
    pen = _paper("fire_document", "filing", "建设工程消防验收备案凭证")
    pen.title("建设工程消防验收备案凭证", 18)
    pen.line("虚住建消备凭字〔2024〕第 118 号", at=(330,))
    pen.prose(f"{OWNER}：", 0)
    pen.prose(
        "你单位申请云谷中心3号楼二层装修工程消防验收备案（工程地址："
        + PLACE
        + "2层），备案申请表编号2024-0231，提供的材料齐全，符合法定形式，准予备案。经随机抽取，该工程未被确定为检查对象。"
    )
    pen.line("虚构市住房和城乡建设局", at=(350,))
    pen.line("二〇二四年三月十一日", at=(360,))
    return pen.done({
        "sort": "备案凭证", "number": "虚住建消备凭字〔2024〕第118号", "project": "云谷中心3号楼二层装修工程", "address": PLACE + "2层", "issuer": "虚构市住房和城乡建设局", "issued_on": "2024-03-11",
    })  # fmt: skip


def fire_police() -> Paper:
    """The opinion of the fire brigade of the police before 2019."""
    pen = _paper("fire_document", "police", "建设工程消防验收意见书")
    pen.title("虚构市公安消防支队", 20, 4)
    pen.title("建设工程消防验收意见书", 18)
    pen.line("虚公消验字[2016]第0312号", at=(230,))
    pen.prose(f"{OWNER}：", 0)
    pen.prose(
        "你单位申报的云谷中心1#-3#楼工程（受理凭证文号：虚公消验凭字[2016]第0330号）收悉。该工程位于虚构市虚构区澄江大道66号，总建筑面积38210平方米。根据《建设工程消防监督管理规定》，我支队派员进行了消防验收，意见如下："
    )
    pen.prose("一、综合评定该工程消防验收合格。")
    pen.prose("二、应加强消防设施的维护管理，确保完好有效。")
    pen.line("二〇一六年九月一日", at=(360,))
    pen.seal(420, pen.y, "虚构市公安消防支队")
    return pen.done({
        "sort": "公安消防|公安消防验收意见书", "number": "虚公消验字[2016]第0312号", "project": "云谷中心1#-3#楼工程|云谷中心1#-3#楼", "address": "虚构市虚构区澄江大道66号", "conclusion": "合格|消防验收合格|综合评定该工程消防验收合格",
        "issuer": "虚构市公安消防支队", "issued_on": "2016-09-01",
    })  # fmt: skip


def fire_in_cells() -> Paper:
    """A filing result as a grid of cells."""
    pen = _paper("fire_document", "cells", "消防验收备案凭证", 56)
    pen.title("消防验收备案凭证", 18)
    pen.line("编号：虚建消竣备字〔2025〕0066", at=(330,), size=10)
    pen.space(6)
    pen.odd([("建设单位", 90), (OWNER, 393)], [("工程名称", 90), ("澄江数据机房装饰装修工程", 393)], [("工程地址", 90), (PLACE + "2层205室", 393)],
            [("建筑面积", 90), ("186.5㎡", 150), ("备案日期", 90), ("2025年05月09日", 153)], [("抽查结果", 90), ("被抽中，检查合格", 393)], [("备案机关", 90), (HOUSING + "（印章）", 393)])  # fmt: skip
    return pen.done({
        "sort": "备案凭证", "number": "虚建消竣备字〔2025〕0066", "project": "澄江数据机房装饰装修工程", "address": PLACE + "2层205室", "issuer": HOUSING, "issued_on": "2025-05-09",
        "conclusion": "被抽中，检查合格|检查合格|合格",
    })  # fmt: skip


def consent_to_sublet() -> Paper:
    """The owner's letter that agrees to a sublease."""
    pen = _paper("consent", "sublet", "同意转租证明", 80, 13)
    pen.title("同意转租证明", 22)
    pen.prose(
        "我公司系"
        + PLACE
        + "5层房屋的产权人，已将该房屋出租给虚构和畅商务服务有限公司使用。现我公司同意虚构和畅商务服务有限公司将上述房屋中的502室转租给"
        + NAME
        + "，用作通信机房，转租期限至2029年6月30日。"
    )
    pen.prose("特此证明。")
    pen.line(f"产权人（盖章）：{OWNER}", at=(250,))
    pen.line("2026年6月15日", at=(350,))
    pen.seal(400, pen.y, OWNER, False)
    return pen.done({"grantor": OWNER, "grantee": "虚构和畅商务服务有限公司", "signed_on": "2026-06-15"})


def proof_of_use() -> Paper:
    """A proof of the use of a place, labels on lines."""
    pen = _paper("consent", "use", "场地使用证明")
    pen.title("场 地 使 用 证 明", 20)
    for label, value in (
        ("产权单位：", OWNER),
        ("使用单位：", NAME),
        ("场地地址：", PLACE + "2层205室"),
        ("使用面积：", "186.5平方米"),
        ("使用期限：", "2026年1月1日至2030年12月31日"),
        ("使用方式：", "无偿使用"),
    ):
        pen.line(label, value, at=(90, 180))
    pen.prose("上述场地产权归我单位所有，同意提供给使用单位作为机房使用，无产权纠纷。")
    pen.line("产权单位（公章）", at=(330,))
    pen.line("二〇二五年十二月十五日", at=(330,))
    return pen.done({"grantor": OWNER, "grantee": NAME, "address": PLACE + "2层205室", "signed_on": "2025-12-15"})


def declaration_of_owner() -> Word:
    """A private owner's declaration in Word."""
    return word("consent", [
        "本人邬明远（身份证号：110000198511029336），是虚构市虚构区长桥路9号院4号楼底商的房屋所有权人。",
        "本人同意将上述房屋无偿提供给" + NAME + "作为办公场所使用，使用期限五年。",
        "声明人（签字）：邬明远", "日期：2026年1月6日",
    ], {"grantor": "邬明远", "grantee": NAME, "address": "虚构市虚构区长桥路9号院4号楼底商", "signed_on": "2026-01-06"}, "房屋无偿使用声明")  # fmt: skip


FIRST = (
    title_of_2015, title_of_2021, ownership_of_house, registry_extract, village_proof, fire_opinion, fire_filing, fire_police, fire_in_cells,
    consent_to_sublet, proof_of_use, declaration_of_owner,
)  # fmt: skip
