"""不动产权证书, 房屋所有权证 and their kin: who owns which room, for what use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    below,
    beside,
    contains,
    custom,
    field,
    heading,
    inline,
    labels,
    matches,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.premises import use_of_premises, uses_by_title
from pipeline.documents.titles import first_of, labelled, titled
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search

OWNER = (
    *(
        f"{who}{named}"
        for who in (
            "权利人",
            "房屋所有权人",
            "所有权人",
            "产权人",
            "房屋产权人",
            "土地使用权人",
            "房屋权利人",
            "不动产权利人",
            "房地产权利人",
            "房屋权属人",
            "权属人",
        )
        for named in ("", "名称", "姓名", "姓名(名称)", "姓名或名称", "名称(姓名)")
    ),
    "权利人(申请人)",
    "产权单位",
    "产权所有人",
    "业主",
)
ADDRESS = ("坐落", "房屋坐落", "座落", "不动产坐落", "房屋座落", "土地坐落")
ESTATE_NUMBER = r"(?P<value>(?:(?![证书明原])[一-龥]){0,2}[(〔\[][0-9]{4}[)〕\]][一-龥]{1,12}(?:不动产权|房权证|房地证|不动产)[^0-9]{0,8}第?[0-9]{4,}号)"
HOUSE_NUMBER = r"(?P<value>[Xx×]?(?:(?!证)[一-龥]){1,3}(?:房权证|房地权证|国用)[^:;,。]{0,16}第?[0-9]{3,}号)"
FORMER = re.compile(r"原[^。;,]{0,10}$")
"""Before the number of the certificate that this one replaced."""
OWNED = r"(?:产权|所有权)(?:归属于|归属|归|属于|属|(?:权利)?人(?:为|是))(?P<value>[^。;,:()]{2,40}?)(?:单独|共同|集体)?(?:所有)?(?=[,。;(]|$)"
"""How a proof in prose tells the owner: 产权归某某村民委员会所有."""
USE = ("用途", "规划用途", "房屋用途", "设计用途", "土地用途")
AREA = ("房屋建筑面积", "建筑面积", "面积")
OTHERS = (
    "共有情况",
    "不动产单元号",
    "权利类型",
    "权利性质",
    "使用期限",
    "权利其他状况",
    "房屋性质",
    "登记时间",
    "总层数",
    "附记",
    "共有权证号",
    "房屋状况",
    "土地状况",
    "地号",
    "丘号",
    "所在层",
    "幢号",
    "房号",
    "室号",
    "户号",
    "结构",
    "建筑结构",
    "房屋总层数",
    "所在层数",
    "房屋类型",
    "产别",
    "抵押状态",
    "抵押情况",
    "查封状态",
    "查封情况",
    "限制状态",
    "填发单位",
    "填发日期",
    "登记日期",
)


def owners(text: str) -> Parsed | None:
    """The owner, or the co-owners joined as registers join them: 张样、李样."""
    return parsers.name(re.sub(r"(?<=[一-龥])\s*[，,;；/]\s*(?=[一-龥])", "、", text))


def own_numbers(paper: Paper, pattern: str) -> Iterator[Words]:
    """The numbers of certificates that a page prints, those of former ones left out."""
    for match in search(paper.passages, pattern):
        words = match.words("value")
        if words is not None and not FORMER.search(match.passage.fold[: match.match.start("value")]):
            yield words


PROPERTY_TITLE = DocumentType(
    kind="property_title",
    title="不动产权证书",
    paper_mm=120.0,  # a page of a booklet
    identify=all_of(
        none_of(
            contains("租赁期限", "出租方", "承租方", "营业执照"),
            titled("租赁合同", "同意书", "使用证明", "场地证明", "同意证明"),
        ),
        any_of(
            all_of(
                heading(
                    "不动产权证书",
                    "不动产权证",
                    "房屋所有权证",
                    "房地产权证",
                    "房产证",
                    "房屋产权证",
                    "国有土地使用证",
                    "不动产登记信息",
                    "不动产登记资料",
                    "不动产查询",
                    "不动产权属",
                    "房屋登记信息",
                    "房屋登记簿",
                    "不动产登记簿",
                    "房产信息查询",
                    "产权信息",
                    anywhere=True,
                ),
                labelled(2, OWNER, ADDRESS, USE, AREA),
            ),
            all_of(heading("产权证明", "权属证明", "权属说明"), matches(OWNED, "表述“产权归……所有”")),
            worth(
                0.9,
                labelled(5, OWNER, ADDRESS, USE, AREA, ("不动产单元号",), ("权利类型", "权利性质"), ("共有情况",)),
            ),
        ),
    ),
    continues=labels(OWNER, ADDRESS, ("不动产单元号",), ("附记",), ("宗地图",), ("房产平面图",), enough=1),
    most_pages=4,
    fields=(
        field(
            "premises",
            custom("用途中的“机房”“办公”", uses_by_title),
            parse=use_of_premises,
            otherwise=(below(*USE, lines=1),),
        ),
        field(
            "owner",
            beside(*OWNER, lines=2, far=10.0),
            parse=owners,
            otherwise=(inline(OWNED, "表述“产权归……所有”"),),
            required=True,
        ),
        field(
            "address",
            beside(*ADDRESS, lines=3, far=10.0),
            otherwise=(
                inline(
                    r"(?:坐落于|座落于|(?<!单)位于)(?P<value>[^。;,()]{5,60}?)(?:的)?(?:房屋|房产|物业|不动产|[,。;(])",
                    "表述“位于……的房屋”",
                ),
            ),
            required=True,
        ),
        field("use", beside(*USE, lines=2, far=10.0), parse=parsers.words, otherwise=(below(*USE, lines=1),)),
        field(
            "area",
            first_of(
                inline(
                    r"(?<!套内)(?<!专有)(?<!分摊)(?<![室层幢号间])建筑面积[:为]*(?P<value>[0-9][0-9.,]*(?:平方米|㎡|m2|m²)?)",
                    "表述“建筑面积”",
                ),
                beside(*AREA, lines=1, far=10.0),
            ),
            parse=parsers.area,
            otherwise=(below(*AREA[:2], lines=1),),
        ),
        field(
            "number",
            first_of(
                custom("不动产权证号", lambda paper: own_numbers(paper, ESTATE_NUMBER)),
                custom("房屋所有权证号", lambda paper: own_numbers(paper, HOUSE_NUMBER)),
                beside("证号", "编号", "不动产权证号", "产权证号", lines=1),
            ),
        ),
    ),
    labels=OTHERS,
    subject=("number", "address"),
)
