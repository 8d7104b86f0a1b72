"""租赁合同 of a machine room or of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents import agreements, contract_terms
from pipeline.documents.agreements import Role, chosen
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    beside,
    contains,
    custom,
    field,
    headed,
    heading,
    inline,
    matches,
    none_of,
    parsers,
    party,
    worth,
)
from pipeline.documents.lease_rooms import rooms_listed
from pipeline.documents.parsers import Parsed
from pipeline.documents.premises import PREMISES, USE, use_of_premises, uses_by_title
from pipeline.documents.titles import titled, titles
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.model.values import Text
from pipeline.text import days

LESSOR = (
    "出租方",
    "出租人",
    "房屋出租方",
    "产权方",
    "转租方",
    "转租人",
    "出租单位",
    "房东",
    "业主方",
    "业主",
    "出借方",
    "出借人",
)
LESSEE = (
    "承租方",
    "承租人",
    "房屋承租方",
    "租用方",
    "租赁方",
    "受转租方",
    "受转租人",
    "次承租方",
    "次承租人",
    "承租单位",
    "租客",
    "租户",
    "租户方",
    "新承租方",
    "新承租人",
    "新租户",
    "续租方",
    "借用方",
    "借用人",
    "使用方",
    "使用人",
    "入驻方",
    "入驻单位",
    "入驻企业",
)
FORMER_LESSEE = ("原承租方", "原承租人", "原租户", "原租方")
"""Who no longer rents: a change of the tenant names the old one too."""
ADDRESS = (
    *(
        f"{what}{place}"
        for what in ("", *PREMISES)
        for place in ("坐落", "座落", "坐落地址", "地址", "位置", "具体位置", "地点")
        if what or place not in ("地址", "地点", "具体位置")
    ),
    *(
        f"{deed}{what}"
        for deed in ("租赁", "承租", "出租", "续租", "转租", "租用")
        for what in ("房屋", "场地", "场所", "机房", "物业", "单元", "区域", "地址", "地点", "位置", "房产", "标的")
    ),
    "租赁物",
    "租赁标的物",
    "标的房屋",
    "标的物业",
    "物业",
)
AREA = (
    *(f"{what}面积" for what in (*PREMISES, "房屋建筑", "建筑", "租赁", "使用", "计租", "计租建筑", "租赁建筑")),
    "面积",
)
LETTING = ("租赁", "租用", "续租", "转租", "承租", "出租", "入驻", "入园", "场地使用", "房屋使用", "无偿使用", "借用")
FORMS = ("合同", "协议", "协议书", "合同书", "契约", "合约")
"""What a lease calls itself: any of these forms behind any of the deeds."""
AREA_SAID = (
    r"(?<!套内)(?<!套内建筑)(?<!套内使用)(?<!公摊)(?<!分摊)面积(?:共计|合计|总计|约为|约|为|是|共|:)*"
    r"(?:[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万点]+平方米)?\(?(?P<value>[0-9][0-9.,]*(?:平方米|平米|㎡|m2|m²))"
)
AREA_WRITTEN = (
    r"(?<!套内)(?<!套内建筑)(?<!套内使用)(?<!公摊)(?<!分摊)面积(?:共计|合计|总计|约为|约|为|是|共|:)*"
    rf"(?P<value>[{days.NUMERALS}十百千万拾佰仟]+(?:平方米|平米|㎡))(?!\(?[0-9])"
)
PLACE = re.compile(r"[省市区县镇乡村路街巷道号楼栋幢座厦层室园院库城]")
"""What an address has at least one of; 以下两处 is none."""
HEADING = re.compile(r"^(?:房号|室号|单元号?|楼号|幢号|楼层|层数|面积.{0,4}|建筑面积.{0,6}|用途|备注|序号)$")
"""Headings of a table of rooms: what stands beside the heading 坐落 there is no address."""
HOUSE = r"(?:的)?(?:国有|自有|集体|闲置|空置)?(?:房屋|房产|物业|场地|场所|办公楼|写字楼|机房|厂房|建筑物|单元房)"
OWN = r"(?:其|自有|名下|所有|拥有|合法|的)*"
NAME_REMARK = re.compile(
    r"[（(](?:以下|下称|简称|共有|共同|产权|房主|业主|房东|两人|二人|夫妻|均)[^（()）]{0,12}[)）]?$"
)
"""A remark behind a name that tells who somebody is or is called."""


def party_name(text: str) -> Parsed | None:
    """A name without the remark that tells who it is: 张样、李样（共有人）."""
    return parsers.name(NAME_REMARK.sub("", text.strip(parsers.EDGES + "。.")))


def purpose(text: str) -> Parsed | None:
    """What the premises are for, without the verb behind it (办公室用); a condition (租赁用途如为居住的) is none."""
    said = chosen(text)
    if said is None or not isinstance(said.value, Text):
        return None
    plain = re.sub(r"^(?:仅限?|只限|只|限)?(?:作为|用于|用作|供|作)|(?<=[一-龥]{2})用途$", "", said.value.value)
    plain = re.sub(r"(?<=[一-龥]{2})(?<![专商民公自两兼])(?:使用|之用|用)$", "", plain)
    return None if re.search(r"的$|^如", plain) else parsers.words(plain)


def place(text: str) -> Parsed | None:
    """An address out of a clause: up to the end of its sentence, without 的房屋."""
    plain = re.split(
        r"[。；;]|[，,](?=(?:计租|建筑|使用|租赁|实用|套内|总)*面积|该|产权|房屋|规划|用途|以下|共)",
        text.strip(parsers.EDGES),
    )[0]
    plain = re.split(r"[（(](?:下称|以下|简称|即|该|统称)", plain)[0]
    plain = plain.strip(parsers.EDGES)
    plain = plain[:-1] if plain.endswith((")", "）")) and not re.search(r"[(（]", plain) else plain
    plain = re.sub(rf"^{OWN}{HOUSE}(?:位于|坐落于|坐落在)?(?=.{{6}})", "", plain)
    plain = re.sub(rf"{HOUSE}(?:(?:出租|租赁|转租|提供|租)给[^,，]*)?$", "", plain.strip(parsers.EDGES))
    return parsers.words(plain) if PLACE.search(plain) and not HEADING.search(plain) else None


def areas_said(paper: Paper) -> Iterator[Words]:
    """The areas that clauses state, that of a first lease left out."""
    for match in (*search(paper.passages, AREA_SAID), *search(paper.passages, AREA_WRITTEN)):
        words = match.words("value")
        told = re.split(r"[。;]", match.passage.fold[: match.match.start()])[-1]
        if words is not None and not re.search(contract_terms.LET_ON, told):
            yield words


ROOM_LEASE = DocumentType(
    kind="room_lease",
    title="租赁合同",
    identify=all_of(
        none_of(
            titled("章程", "承诺书", "互联网专线", "申请表", "同意", "营业执照"),
            titled("设备租赁", "车辆租赁", "汽车租赁", "服务器租", "仪器租"),
            matches(
                r"^.{0,60}(?:带宽|专线|电路|互联网接入|光纤|光缆|纤芯|链路|端口|IP地址|波道)[^。]{0,12}(?:租用|租赁|服务)?(?:合同|协议)",
                "电路租用合同",
            ),
        ),
        any_of(
            all_of(
                heading(
                    "租赁合同",
                    "租赁协议",
                    "租房协议",
                    "租赁书",
                    "租赁契约",
                    "出租合同",
                    "出租协议",
                    "租约",
                    "租赁合约",
                    "租房合同",
                    "房屋租赁",
                    "机房租用合同",
                    "机房租用协议",
                    "场地租用",
                    "转租合同",
                    "转租协议",
                ),
                any_of(party(*LESSOR), party(*LESSEE), party("甲方"), contains("出租人", "承租人")),
            ),
            all_of(
                titled(*(f"{deed}{bracket}{form}" for deed in LETTING for bracket in ("", ")") for form in FORMS)),
                any_of(party(*LESSOR), party(*LESSEE), party("甲方")),
                contains("租金", "租赁期", "租期", "计租", "租费", "面积", "使用费"),
            ),
            worth(0.8, all_of(party(*LESSOR), party(*LESSEE), contains("租金", "租赁期"))),
        ),
    ),
    fields=(
        field("title", custom("合同标题", lambda paper: titles(paper, "合同", "协议", "契约", "租约", "合约"))),
        field("number", *agreements.NUMBER, parse=agreements.numbers, otherwise=agreements.NUMBER_BELOW),
        field(
            "premises",
            custom("标题或用途条款中的“机房”“办公”", uses_by_title),
            parse=use_of_premises,
            otherwise=(headed(*USE),),
        ),
        field("lessor", Role(LESSOR, "甲方", (*LESSEE, *FORMER_LESSEE)), parse=party_name, required=True),
        field("lessee", Role(LESSEE, "乙方", (*LESSOR, *FORMER_LESSEE)), parse=party_name, required=True),
        field(
            "address",
            beside(*ADDRESS, lines=3),
            inline(r"(?:坐落|座落)(?:于|在|为|:)*(?P<value>[^。;]{6,70})", "表述“坐落于……”"),
            inline(
                r"(?:房屋|房产|物业|场地)\((?:地址|坐落|位置):?(?P<value>[^。;,()]{6,60})[,)]",
                "表述“房屋（地址：……）”",
            ),
            inline(
                rf"(?:租赁|出租|承租|位于)[^。;,]{{0,12}}位于(?P<value>[^。;,]{{6,60}}?){HOUSE}", "表述“位于……的房屋”"
            ),
            parse=place,
            otherwise=(
                inline(rf"(?<!单)位于(?P<value>[^。;,]{{6,60}}?){HOUSE}", "表述“位于……的房屋”"),
                inline(
                    r"(?:将|把)(?:其|自有|拥有|所有|合法|位于|坐落于|坐落在|的)*(?P<value>[^。;,(]{6,60}?)(?:\([^()]*\))?(?:出租|转租|租赁|租)(?:给|予|与|于)",
                    "表述“将……租给”",
                ),
                inline(
                    r"\([0-9一二三四五六七八九]{1,2}\)(?P<value>[^。;,:(]{6,50}),(?:建筑|使用|租赁)?面积",
                    "逐一列出的“（1）……，面积”",
                ),
                inline(r"(?<!单)(?:位于|坐落于)(?P<value>[^。;,(]{6,60})(?=[,。;])", "表述“位于……”"),
            ),
            required=True,
        ),
        field(
            "area",
            beside(*AREA, lines=1),
            custom("表述“面积……平方米”", areas_said),
            parse=parsers.area,
        ),
        field(
            "use",
            beside(*USE, lines=2),
            inline(
                r"(?:仅?作为?|用于|用作)(?P<value>[^。;,]{0,16}(?:机房|办公|仓储|经营|住宅|居住)[^。;,]{0,8}?)(?:使用|之用|用途)?(?:事宜)?(?=[。;,])",
                "表述“用于……”",
            ),
            inline(
                r"(?:规划|设计|房屋|租赁|使用|物业|机房|场地)用途(?:仅?限于|仅?限|为|是|:)+(?P<value>[^。;,]{2,20})",
                "表述“规划用途为……”",
            ),
            inline(
                r"(?:出租|租赁|租)给[^,。;]{1,30}?方?(?:作为|作|用于|用作)?(?P<value>办公|机房|经营)(?:使用|之用)",
                "表述“租给……办公使用”",
            ),
            inline(r"(?:^|[,。;])用途(?:仅?限于|仅?限|为|是|:)+(?P<value>[^。;,]{2,20})", "表述“用途为……”"),
            parse=purpose,
            otherwise=(headed(*USE),),
        ),
        *contract_terms.FIELDS,
    ),
    labels=(
        *LESSEE,
        *FORMER_LESSEE,
        "统一社会信用代码",
        "法定代表人",
        "联系电话",
        "地址",
        "住所",
        "租金",
        "押金",
        "身份证号",
        "开户银行",
        "账号",
    ),
    subject=("lessee", "address"),
    dated="signed_on",
    more_fields=lambda paper, fields: (
        *contract_terms.term_from_signing(paper, fields),
        *rooms_listed(paper, fields, place),
    ),
)
