"""租赁合同 of a machine room or of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal

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
    heading,
    inline,
    matches,
    none_of,
    parsers,
    party,
    worth,
)
from pipeline.documents.lease_rooms import fields_of_rooms, premises_of_rooms
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.titles import titled, titles
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.model.document import Field
from pipeline.model.values import Amount, Text
from pipeline.text.choices import ticked

LESSOR = ("出租方", "出租人", "房屋出租方", "产权方", "转租方", "转租人", "出租单位", "房东", "业主方", "业主")
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
)
PREMISES = (
    "房屋",
    "租赁房屋",
    "承租房屋",
    "机房",
    "租赁机房",
    "场地",
    "租赁场地",
    "物业",
    "租赁物",
    "租赁标的",
    "办公室",
    "办公用房",
)
"""What leases call the premises, before the word for a thing told of them: 机房位置, 物业用途."""
ADDRESS = (
    *(
        f"{what}{place}"
        for what in ("", *PREMISES)
        for place in ("坐落", "座落", "坐落地址", "地址", "位置", "具体位置", "地点")
        if what or place not in ("地址", "地点", "具体位置")
    ),
    "租赁房屋",
    "承租房屋",
    "租赁场地",
    "租赁机房",
    "租赁物",
    "租赁标的",
    "租赁标的物",
    "物业",
    "租赁地址",
    "租赁地点",
)
AREA = (
    *(f"{what}面积" for what in (*PREMISES, "房屋建筑", "建筑", "租赁", "使用", "计租", "计租建筑", "租赁建筑")),
    "面积",
)
USE = (*(f"{what}用途" for what in (*PREMISES, "租赁", "使用", "规划", "设计")), "房屋使用用途", "用途")
ROOM_WORDS = re.compile(r"机房|数据中心|IDC|机柜|通信设备用房|网络设备用房")
OFFICE_WORDS = re.compile(r"办公|写字楼|商务楼|写字间|行政用房|经营场所")
PLACE = re.compile(r"[省市区县镇乡村路街巷道号楼栋幢座厦层室园院库城]")
"""What an address has at least one of; 以下两处 is none."""
HEADING = re.compile(r"^(?:房号|室号|单元号?|楼号|幢号|楼层|层数|面积.{0,4}|建筑面积.{0,6}|用途|备注|序号)$")
"""Headings of a table of rooms: what stands beside the heading 坐落 there is no address."""
TOTAL_AREA = r"(?:合计|共计|总计|总面积)(?:建筑|租赁|使用)?(?:面积)?(?:为|是|约|共|:)*(?P<value>[0-9][0-9.,]*(?:平方米|平米|㎡|m2|m²))"
HOUSE = r"(?:的)?(?:房屋|房产|物业|场地|场所|办公楼|写字楼|机房|厂房|建筑物|单元房)"


REFUSED = re.compile(r"(?:不得|禁止|严禁|不能|不可|不应|未经)[^,。;]*$")
NAME_REMARK = re.compile(
    r"[（(](?:以下|下称|简称|共有|共同|产权|房主|业主|房东|两人|二人|夫妻|均)[^（()）]{0,12}[)）]?$"
)
"""A remark behind a name that tells who somebody is or is called."""


def uses_by_title(paper: Paper) -> Iterator[Words]:
    """The titles that say what the premises are for, then the clauses."""
    yield from titles(paper, "机房", "办公", "写字楼", "数据中心")
    yield from said_uses(paper)


def said_uses(paper: Paper) -> Iterator[Words]:
    """Where a lease says what the premises are for: its clause on use, 作为机房使用."""
    for sheet, hit, _ in paper.hits_of(USE):
        if hit.line is not None:
            yield Words.of(hit.line.glyphs[hit.start :])
        del sheet
    for match in search(
        paper.passages,
        r"(?:用途|用于|用作|作为|作|租给[^,。;]{1,30}?方)[为是:]*(?P<value>[^,。;]{0,24}(?:机房|办公|数据中心)[^,。;]{0,12})",
    ):
        words = match.words("value")
        if words is not None and not REFUSED.search(match.passage.fold[: match.match.start("value")]):
            yield words


def party_name(text: str) -> Parsed | None:
    """A name without the remark that tells who it is: 张样、李样（共有人）."""
    return parsers.name(NAME_REMARK.sub("", text.strip(parsers.EDGES + "。.")))


def use_of_premises(text: str) -> Parsed | None:
    """机房, 办公 or 两者 by the words of a title or clause."""
    said = ticked(text)
    room, office = ROOM_WORDS.search(said), OFFICE_WORDS.search(said)
    if room is None and office is None:
        return None
    return Parsed(Text(value="两者" if room and office else "机房" if room else "办公"))


def place(text: str) -> Parsed | None:
    """An address out of a clause: up to the end of its sentence, without 的房屋."""
    plain = re.split(
        r"[。；;]|[，,](?=(?:计租|建筑|使用|租赁|实用|套内|总)*面积|该|产权|房屋|规划|用途|以下|共)",
        text.strip(parsers.EDGES),
    )[0]
    plain = re.split(r"[（(](?:下称|以下|简称|即|该|统称)", plain)[0]
    plain = re.sub(rf"{HOUSE}(?:(?:出租|租赁|转租|提供|租)给[^,，]*)?$", "", plain.strip(parsers.EDGES))
    return parsers.words(plain) if PLACE.search(plain) and not HEADING.search(plain) else None


def rooms_listed(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """What a table of rooms says; rooms of both sorts make the lease one of both."""
    told = fields_of_rooms(paper, place, chosen)
    uses = premises_of_rooms(paper, use_of_premises)
    premises = fields.get("premises")
    told = (*told, *total_area(paper, fields))
    if premises is not None and (uses := {*uses, *uses_in_clauses(paper)}) and "两者" in uses:
        return (*told, premises.model_copy(update={"value": Text(value="两者")}))
    if premises is not None and isinstance(premises.value, Text):
        both = {*uses, premises.value.value} - {"两者"}
        if uses and len(both) > 1:
            told = (*told, premises.model_copy(update={"value": Text(value="两者")}))
    return told


def uses_in_clauses(paper: Paper) -> set[str]:
    """What the clauses on use say; rooms of both sorts in one lease make it one of both."""
    read = (use_of_premises(words.text) for words in said_uses(paper))
    said = {each.value.value for each in read if each is not None and isinstance(each.value, Text)}
    return said | ({"两者"} if {"机房", "办公"} <= said else set())


def total_area(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """The area of all rooms together, where a clause adds up those that were read one by one."""
    area = fields.get("area")
    read = [] if area is None else [area.value, *(each.value for each in area.readings)]
    parts = {each.value for each in read if isinstance(each, Amount)}
    for match in search(paper.passages, TOTAL_AREA):
        words = match.words("value")
        total = None if words is None else parsers.area(words.text)
        if words is None or total is None or area is None or not isinstance(total.value, Amount):
            continue
        if _adds_up(parts - {total.value.value}, total.value.value):
            return (make_field("area", words, total).model_copy(update={"readings": area.readings}),)
    return ()


def _adds_up(parts: Set[Decimal], total: Decimal) -> bool:
    """Whether a total is the sum of its different parts, or several times the one size of equal parts."""
    if len(parts) == 1:
        (one,) = parts
        return one > 0 and total > one and total % one == 0
    return len(parts) > 1 and sum(parts) == total


ROOM_LEASE = DocumentType(
    kind="room_lease",
    title="租赁合同",
    identify=all_of(
        none_of(
            titled("章程", "承诺书", "互联网专线", "申请表", "同意", "营业执照"),
            matches(
                r"^.{0,60}(?:带宽|专线|电路|互联网接入)[^。]{0,12}(?:租用|租赁|服务)?(?:合同|协议)", "电路租用合同"
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
            worth(0.8, all_of(party(*LESSOR), party(*LESSEE), contains("租金", "租赁期"))),
        ),
    ),
    fields=(
        field("title", custom("合同标题", lambda paper: titles(paper, "合同", "协议", "契约", "租约", "合约"))),
        field("number", *agreements.NUMBER, parse=agreements.numbers),
        field("premises", custom("标题或用途条款中的“机房”“办公”", uses_by_title), parse=use_of_premises),
        field("lessor", Role(LESSOR, "甲方", LESSEE), parse=party_name, required=True),
        field("lessee", Role(LESSEE, "乙方", LESSOR), parse=party_name, required=True),
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
            inline(
                r"(?<!套内)(?<!套内建筑)(?<!套内使用)(?<!公摊)(?<!分摊)面积(?:共计|合计|总计|约为|约|为|是|共|:)*(?:[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万点]+平方米)?\(?(?P<value>[0-9][0-9.,]*(?:平方米|平米|㎡|m2|m²))",
                "表述“面积……平方米”",
            ),
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
            parse=chosen,
        ),
        *contract_terms.FIELDS,
    ),
    labels=(
        *LESSEE,
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
        *rooms_listed(paper, fields),
    ),
)
