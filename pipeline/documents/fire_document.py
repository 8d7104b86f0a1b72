"""消防验收意见书, 备案凭证, and those that 公安消防 issued until 2019.

A 公众聚集场所投入使用、营业前消防安全检查合格证 is another thing (消防法 art. 15) and is not read as one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.documents import agreements, signing_days
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
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import first_of, titled, titled_like
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import Passage, search
from pipeline.model.document import Field
from pipeline.model.values import Text
from pipeline.text.choices import TICKED

OFFICES = (
    r"(?:住房和城乡建设|住房城乡建设|住房与城乡建设|城乡建设|住建|建设)(?:局|委员会|委|厅|管理局|管理委员会|部)|行政审批(?:服务)?(?:管理)?局|审批服务(?:管理)?局"
    r"|公安(?:消防)?(?:局|总队|支队|大队|分局)|消防(?:救援)?(?:总队|支队|大队|局|机构)|规划和自然资源(?:局|委员会)|管理委员会"
)
TITLES = (
    "消防验收意见书",
    "消防验收合格",
    "消防验收备案",
    "消防备案",
    "竣工验收消防备案",
    "消防验收的意见",
    "消防验收凭证",
    "备案凭证",
)
VERDICTS = (
    r"(?:[尚还]未|未能?)(?:通过|达到|取得)[^。;,]{0,16}|不(?:具备|符合|满足)[^。;,]{0,16}"
    r"|(?:综合评定)?(?:消防验收)?(?:合格(?!后|的?条件|标准|证)|不合格)|未被(?:确定为|抽中)[^。;,]{0,12}|(?:抽查|检查)(?:合格|不合格)|(?:同意|准予|予以)(?:通过)?(?:消防验收|备案|验收备案)"
    r"|不(?:予|同意)(?:通过)?(?:消防验收|备案)|基本合格|未抽中"
)

SAID = r"(?:消防验收(?:备案)?)?(?:抽查|检查)?(?:不合格|合格(?!后|的?条件|标准|证))"
EXAMINED = r"(?:综合评定|经(?:现场|实地|资料)?(?:检查|抽查|审查|测试|验收|评定|核查))"
"""The verdict of a letter that tells it in its one sentence."""

BOX = re.compile(
    rf"[(\[【]?[□☐◻{TICKED}][)\]】]?|[(\[【][)\]】]|[口囗](?=(?:综合评定)?(?:消防验收)?(?:不|基本)?合格)"
)
"""A box to tick, ticked or not; a scan's □ is often read as 口."""
UNCHOSEN = re.compile(r"(?<!不)合格[^一-龥。;,]{0,4}不合格|不合格[^一-龥。;,]{0,4}合格")
"""Both choices side by side: a form on which nobody's choice is seen."""
APPLIED = re.compile(r"(?:受理|申请|申报|送审)[^。;,:]{0,10}(?:文号|编号|号|凭证)[:为是]*$")
"""Before the number of the application, or of the receipt for it."""
NUMBER = r"(?P<value>[一-龥]{0,6}(?:建|公|住建)?消(?:验|竣备|备|监验|审验|竣)[^0-9:;,。]{0,4}字?[\[〔(][0-9]{4}[\]〕)]?第?[0-9]{2,}号?)"
LABELLED_NUMBER = (
    r"(?<![目程表书同])(?:文号|编号|备案编号|备案号|凭证号|凭证编号)[:为]*"
    r"(?P<value>[A-Za-z0-9〔〕\[\]()一-龥_-]{4,40}?)(?=\)(?!第|字)|[。;,]|$)"
)
DECISIONS = r"(?:同意|准予|予以|不予|不同意)(?:通过)?(?:消防验收备案|竣工验收消防备案|消防验收|验收备案|备案)"
"""The verdict of a letter that has no 结论."""


def heads(paper: Paper) -> Iterator[Words]:
    """The lines of the title, joined where it runs over two."""
    lines = [line for line in paper.sheets[0].lines if line.at.top < 0.45 * paper.sheets[0].page.height]
    for number, line in enumerate(lines):
        if "消防" in line.fold or "备案凭证" in line.fold:
            following = lines[number + 1 : number + 2]
            glyphs = line.glyphs + (following[0].glyphs if following and "凭证" in following[0].fold else ())
            yield Words.of(glyphs)


def sort_of(text: str) -> Parsed | None:
    """备案凭证 or 验收意见书 by the title."""
    plain = re.sub(r"\s", "", text)
    if "公众聚集" in plain:
        return None
    if re.search(r"备案", plain):
        return Parsed(Text(value="备案凭证"))
    return Parsed(Text(value="验收意见书")) if re.search(r"验收(?:合格)?的?(?:意见|证明|合格|凭证)", plain) else None


def conclusions(paper: Paper) -> Iterator[Words]:
    """What follows 结论, in the same paragraph or the next."""
    passages = paper.passages
    for number, passage in enumerate(passages):
        found = re.search(r"(?:结论|意见|结果|抽查情况|检查情况)(?:如下|为|是)?:?", passage.fold)
        if found is None:
            continue
        told = [(passage, found.end()), *((following, 0) for following in passages[number + 1 : number + 3])]
        read = [verdict for each, start in told if (verdict := verdict_in(each, start)) is not None]
        ticked = [verdict for verdict in read if verdict.ticked]
        yield from (verdict.words for verdict in (ticked or read)[:1])


def ticked_verdicts(paper: Paper) -> Iterator[Words]:
    """The choices that are ticked, wherever they stand."""
    read = (verdict_in(passage, 0) for passage in paper.passages if BOX.search(passage.fold))
    yield from (verdict.words for verdict in read if verdict is not None and verdict.ticked)


class Verdict(NamedTuple):
    """The words of a verdict and whether a tick chooses them."""

    words: Words
    ticked: bool


def verdict_in(passage: Passage, start: int) -> Verdict | None:
    """The verdict in a passage from a place on; of choices with boxes (□合格 ☑不合格) only the ticked one.

    None where choices stand side by side and no tick is seen: a scan may have lost it.
    """
    boxes = list(BOX.finditer(passage.fold, start))
    if not boxes:
        found = None if UNCHOSEN.search(passage.fold, start) else re.compile(VERDICTS).search(passage.fold, start)
        words = None if found is None else passage.words(*found.span())
        return None if words is None else Verdict(words, False)
    edges = [start, *(box.start() for box in boxes), len(passage.fold)]
    ends = [box.end() for box in boxes]
    behind = re.search(VERDICTS, passage.fold[start : edges[1]]) and not passage.fold[ends[-1] :].strip("。,;")
    spans = (
        list(zip([start, *ends[:-1]], edges[1:-1], strict=True))
        if behind
        else list(zip(ends, edges[2:], strict=True))
    )
    for box, (first, last) in zip(boxes, spans, strict=True):
        found = re.compile(VERDICTS).search(passage.fold, first, last)
        words = None if found is None else passage.words(*found.span())
        if words is not None and re.search(f"[{TICKED}]", box.group()):
            return Verdict(words, True)
    return None


def project(text: str) -> Parsed | None:
    """The name of works, what was applied for taken off: ……装修工程消防验收备案."""
    return parsers.words(
        re.sub(r"(?:的)?(?:竣工)?(?:验收)?消防(?:竣工)?(?:验收)?(?:备案)?$", "", text.strip(parsers.EDGES))
    )


def own_numbers(paper: Paper, pattern: str) -> Iterator[Words]:
    """Numbers of fire documents, those of the application and of its receipt left out."""
    for match in search(paper.passages, pattern):
        words = match.words("value")
        if words is not None and not APPLIED.search(match.passage.fold[: match.match.start("value")]):
            yield words


def numbers_alone(paper: Paper) -> Iterator[Words]:
    """The number that stands by itself on a line, under the title."""
    for line in paper.sheets[0].lines if paper.sheets else ():
        for piece in line.segments:
            if found := re.fullmatch(rf"\(?(?:文号|编号)?:?{NUMBER}\)?", piece.fold):
                yield Words.of(piece.glyphs[slice(*found.span("value"))])


def issuers(paper: Paper) -> Iterator[Words]:
    """The office above the title, else the one that signs below."""
    for sheet in paper.sheets:
        for line in sheet.lines:
            for piece in line.segments:
                plain = re.sub(r"\((?:印章|盖章|章|公章)\)$", "", piece.fold)
                if re.fullmatch(rf".{{2,24}}(?:{OFFICES})", plain) and not re.search(r"[,。;:]", plain):
                    yield Words.of(piece.glyphs[: len(plain)])


def issued_days(paper: Paper) -> Iterator[Words]:
    """The day under the office's name, not that on which the builder received the paper."""
    yield from signing_days.signed_days(paper)


def by_issuer(_: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """公安消防 as the sort of an opinion that 公安 issued, whatever its title says."""
    sort, issuer, number = fields.get("sort"), fields.get("issuer"), fields.get("number")
    if sort is None or sort.text != "验收意见书":
        return ()
    police = (issuer is not None and "公安" in issuer.text) or (number is not None and "公消" in number.text)
    return (sort.model_copy(update={"value": Text(value="公安消防")}),) if police else ()


FIRE_DOCUMENT = DocumentType(
    kind="fire_document",
    title="消防验收文件",
    identify=all_of(
        none_of(
            contains("公众聚集场所投入使用"), titled("租赁合同", "章程", "承诺书", "申请表", "应急预案", "保障措施")
        ),
        any_of(
            all_of(heading(*TITLES), contains("消防")),
            titled_like(
                r"消防.{0,6}验收.{0,6}(?:备案|意见|凭证|结果)|验收.{0,4}消防.{0,6}(?:备案|意见|凭证|结果)",
                "标题中的消防验收或备案",
            ),
            worth(
                0.8, all_of(contains("消防验收"), contains("建设工程"), contains("结论", "备案"), contains("消防法"))
            ),
        ),
    ),
    most_pages=3,
    fields=(
        field("sort", custom("标题“消防验收意见书”或“备案凭证”", heads), parse=sort_of, required=True),
        field(
            "number",
            first_of(
                custom("单独成行的消防文号", numbers_alone),
                custom("消防文号", lambda paper: own_numbers(paper, NUMBER)),
                inline(
                    r"(?P<value>[\[〔(][0-9]{4}[\]〕)][一-龥]{0,6}消[一-龥]{0,6}字?第?[0-9]{2,}号)",
                    "年份在前的消防文号",
                ),
                custom("“文号：”之后的编号", lambda paper: own_numbers(paper, LABELLED_NUMBER)),
                beside("文号", "编号", "备案编号", "备案号", "凭证编号", lines=1),
            ),
            parse=agreements.numbers,
            otherwise=(
                inline(r"^\(?(?P<value>[^:;,。()]{0,10}[\[〔(][0-9]{4}[\]〕)]第?[0-9]+号)\)?$", "标题下的文号"),
            ),
            required=True,
        ),
        field(
            "project",
            beside("工程名称", "项目名称", "建设工程名称", "单体工程名称", lines=2),
            inline(
                r"(?:申(?:请|报)|备案)(?:(?:竣工)?(?:消防)?(?:竣工)?(?:验收|备案)+)?的?(?!的)(?P<value>[^。;,:(]{2,50}?)(?:建设工程)?\((?!文号)",
                "表述“申请……（”",
            ),
            inline(
                r"申(?:请|报)的?(?P<value>[^。;,:(]{2,50}?(?:(?:装修|装饰|改造|安装|扩建|改建|新建)工程|(?=(?:建设)?工程)))(?:建设)?(?:工程)?(?:的)?(?:竣工)?(?:验收)?消防",
                "表述“申请……工程消防”",
            ),
            parse=project,
            otherwise=(
                inline(
                    r"(?:报送|提交|申报|申请)的?(?!的)(?P<value>[^。;,:(]{2,50}?)(?:竣工)?(?:消防)(?:竣工)?(?:验收|备案)(?:申请|材料|资料|(?=[,。;(]))",
                    "表述“报送的……消防验收申请”",
                ),
                inline(
                    r"你(?:单位|公司)(?:的)?(?P<value>(?![申报于提])[^。;,:()]{2,50}?(?:工程|项目))(?:\(|[已经])",
                    "表述“你单位……工程（”",
                ),
            ),
        ),
        field(
            "address",
            inline(r"(?:建设|工程|项目)?(?:地址|地点)[:为](?P<value>[^;)。,]{4,60})", "“地址：”之后的内容"),
            inline(r"(?<!单)位于(?P<value>[^;)。,]{4,60}?)(?:的|,|。|;|\))", "表述“位于……”"),
            otherwise=(beside("工程地址", "建设地址", "工程地点", "建设地点", "项目地址", "地址", "坐落", lines=2),),
            required=True,
        ),
        field(
            "conclusion",
            custom("“结论”之后的“合格”等字样", conclusions),
            parse=parsers.name,
            otherwise=(
                custom("勾选的“合格”或“不合格”", ticked_verdicts),
                inline(rf"(?P<value>{DECISIONS})", "“准予备案”等字样"),
                first_of(
                    inline(
                        rf"{EXAMINED}(?:(?!未|不具备|没有)[^。;]){{0,40}}?(?P<value>{SAID})", "表述“经检查……合格”"
                    ),
                    inline(rf"{EXAMINED}[^。;]{{0,40}}?(?P<value>{VERDICTS})", "表述“经检查……”"),
                ),
            ),
            required=True,
        ),
        field("issuer", custom("出具机关的名称", issuers), parse=parsers.name, required=True),
        field(
            "issued_on",
            custom("出具机关下方的日期", issued_days),
            beside("签发日期", "发证日期", "出具日期", lines=1),
            parse=parsers.day,
            required=True,
        ),
    ),
    labels=("建设单位", "建筑面积", "使用性质", "备注", "建设单位签收"),
    subject=("number", "address"),
    dated="issued_on",
    more_fields=by_issuer,
)
