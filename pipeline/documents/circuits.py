"""Circuits of an access agreement: how fast, where they end, one after its label or one a row of an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.documents.agreements import sentence
from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.line_ends import OPERATORS_BUILDING
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.speeds import speed, speed_by
from pipeline.layout.glyphs import Words
from pipeline.layout.tables import Column, read_tables
from pipeline.layout.values import Reach, value_right_of
from pipeline.model.document import Field, Reading
from pipeline.model.values import Amount, outward
from pipeline.text import numerals

CUSTOMERS_END = (
    "用户端",
    "客户端",
    "用户侧",
    "客户侧",
    "接入端",
    "装机",
    "安装",
    "接入",
    "接入点",
    "开通",
    "设备安装",
)
LOCATION = (
    *(f"{end}{place}" for end in CUSTOMERS_END for place in ("地址", "地点", "位置")),
    *(
        f"{end}{deed}地址"
        for end in ("用户端", "客户端", "用户", "客户", "用户侧", "客户侧")
        for deed in ("接入", "安装", "装机", "详细")
    ),
    *(
        f"{what}{deed}地址"
        for what in ("业务", "专线", "线路", "电路", "宽带")
        for deed in ("安装", "接入", "开通", "装机", "使用")
    ),
    *(f"{end}机房" for end in ("用户端", "客户端", "用户侧", "客户侧", "用户", "客户", "需方", "租用方", "使用方")),
    *(
        f"{end}机房地址"
        for end in ("用户端", "客户端", "用户侧", "客户侧", "用户", "客户", "需方", "租用方", "使用方")
    ),
    "交付地点",
    "交付地址",
    "服务地点",
    "客户设备安装地址",
    "用户设备安装地址",
    "用户地址",
    "客户端",
    "用户端",
    "用户侧",
    "客户侧",
    "接入点",
    "客户接入点",
    "用户接入点",
)
OPERATORS_END = ("局端", "局方", "上联", "对端", "归属", "所属", "运营商侧", "运营商端")
EXCHANGE = (
    *(
        f"{end}{place}"
        for end in OPERATORS_END
        for place in ("", "局", "局点", "局站", "局所", "局向", "机房", "机楼", "节点", "站点", "地址", "位置")
        if place or end in ("局端", "运营商侧", "运营商端")
    ),
    *(f"接入{place}" for place in ("局", "局点", "局站", "局所", "局向")),
    "汇聚局点",
    "对接节点",
    "对接局点",
    "互联节点",
    "互联局点",
    "局向",
    "局点",
    "局站",
    "电路局向",
    "局端局站",
)
EITHER_END = ("接入机房", "接入节点", "接入站点")
"""Labels that stand before the operator's exchange in some contracts, before the customer's room in others."""
BANDWIDTH = (
    "开通带宽",
    "开通速率",
    "开通容量",
    "接入容量",
    "容量",
    "接入带宽",
    "合同带宽",
    "总带宽",
    "专线带宽",
    "出口带宽",
    "租用带宽",
    "电路带宽",
    "线路带宽",
    "带宽",
    "签约带宽",
    "订购带宽",
    "业务带宽",
    "链路带宽",
    "签约速率",
    "订购速率",
    "业务速率",
    "链路速率",
    "接入速率",
    "专线速率",
    "电路速率",
    "带宽速率",
    "带宽规格",
    "速率规格",
    "端口速率",
    "峰值速率",
    "带宽大小",
    "上下行速率",
    "上/下行速率",
    "速率",
)
LINE_PRODUCTS = "互联网(?:数据)?专线|互联网接入|宽带接入|企业宽带|互联网宽带|以太网专线|IP上联|传输电路"
LINES = ("数量", "条数", "电路数量", "线路数量", "专线数量", "电路条数", "线路条数")
LINE_COUNT = re.compile(r"([0-9]{1,3}|[一二两三四五六七八九十]{1,3})[条路根]?")
CIRCUIT = ("电路类型", "业务类型", "业务种类", "专线种类", "专线类型", "接入类型", "线路类型", "产品类型", "电路种类")
IP_COUNT = (
    "公网IP地址数量",
    "IP地址数量",
    "公网IP数量",
    "IP数量",
    "IP地址个数",
    "IPv4地址数量",
    "IPv4地址",
    "公网IP地址",
    "IP地址",
    "公网地址数量",
    "公网地址",
    "公网地址数",
    "IP个数",
    "固定地址",
    "固定IP数量",
    "固定IP数",
    "固定IP地址数",
    "固定IP",
    "IP数",
    "IP地址数",
    "公网IP",
    "公网IP数",
    "公网IP个数",
    "静态IP数量",
    "IP",
)


def exchanges_at_either_end(paper: Paper) -> Iterator[Words]:
    """What stands beside a label of either end and is the operator's by its name."""
    yield from (words for words in _at_either_end(paper) if OPERATORS_BUILDING.search(words.fold))


def locations_at_either_end(paper: Paper) -> Iterator[Words]:
    """What stands beside a label of either end and is none of the operator's by its name."""
    yield from (words for words in _at_either_end(paper) if not OPERATORS_BUILDING.search(words.fold))


def _at_either_end(paper: Paper) -> Iterator[Words]:
    for sheet, hit, hits in paper.hits_of(EITHER_END):
        words = value_right_of(sheet, hit, hits, Reach(2))
        if words is not None:
            yield words


def addresses_in_rows(paper: Paper) -> Iterator[Words]:
    """The one number of pieces (128个) in the ruled row of a label for addresses: an order's line for them."""
    for sheet, hit, _ in paper.hits_of(IP_COUNT):
        index = sheet.cell_of.get(hit.words.glyphs[0])
        if index is not None:
            box = sheet.cells[index].box
            row = [cell for cell in sheet.cells if cell.box.x0 > box.x0 and box.top < cell.box.middle[1] < box.bottom]
            counts = [cell for cell in row if re.fullmatch(r"[0-9]{1,6}个", cell.fold)]
            if len(counts) == 1:
                yield Words.of(counts[0].ordered)


def addresses_counted(text: str) -> Parsed | None:
    """A number of IP addresses: 64个, 一个C段 is none, IPv4地址64个."""
    plain = re.sub(r"\s", "", text)
    found = re.search(
        r"([0-9]+|[一二两三四五六七八九十百]+)个(?!(?:[A-Z]类?)?[网地址]{0,2}段|[A-Z](?![A-Za-z]))", plain
    ) or re.fullmatch(r"([0-9]+)", plain)
    number = None if found is None else numerals.number_of(found.group(1))
    return None if number is None else Parsed(Amount(value=Decimal(number), unit="count"))


def end_of_line(text: str) -> Parsed | None:
    """An address at the customer's end, its sentence's rest cut off."""
    plain = re.split(r"[。；;，]|,(?=[^0-9])", text.strip(parsers.EDGES))[0]
    plain = re.sub(
        r"^(?:[甲乙丙]方|用户方?|客户方?)?(?:的|自有|所有)?(?:(?:位|坐落|设)(?:于|在))|^[甲乙丙]方(?:机房)?,?即|(?<=[室楼层房号座区园厦])的(?:设备|机房|终端|节点|接入点|场所)$",
        "",
        plain,
    )
    plain = re.sub(r"(?<=机房)的(?:设备|终端|节点)$", "", plain)
    if re.search(r"[:：]", plain):
        return None  # another label runs on in it
    return parsers.words(plain) if re.search(r"[省市区县路街道号楼园层室镇村院座厦]", plain) else None


def circuits(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """What labels and annexes say beyond the fields read so far: bandwidths under a unit, circuits one a row."""
    listed = listed_circuits(paper)
    if not listed and "bandwidth" not in fields:
        told = labelled_speed(paper) or ordered_speed(paper)
        return () if told is None else (told,)
    return tuple(field for field in listed if field.readings or field.name not in fields)


def labelled_speed(paper: Paper) -> Field | None:
    """The number beside a label that names its unit: 接入带宽（Mbps） 1000."""
    for sheet, hit, hits in paper.hits_of(BANDWIDTH):
        words = value_right_of(sheet, hit, hits)
        heading = "" if hit.line is None else hit.line.fold[hit.start : hit.value_start]
        parsed = None if words is None else speed_by(words.text, heading)
        if words is not None and parsed is not None:
            return make_field("bandwidth", words, parsed)
    return None


def ordered_speed(paper: Paper) -> Field | None:
    """The speed in the ruled row of a line, in a list of products without a column for it: 互联网专线 | 独享1000M | 2条."""
    amounts: list[tuple[Words, Amount]] = []
    for sheet in paper.sheets:
        for product in (cell for cell in sheet.cells if re.fullmatch(rf"(?:{LINE_PRODUCTS}).{{0,8}}", cell.fold)):
            row = [
                c for c in sheet.cells if product.box.top < c.box.middle[1] < product.box.bottom and c is not product
            ]
            texts = [Words.of(c.ordered) for c in row if c.glyphs]
            speeds = [(words, said) for words in texts if (said := speed(words.text)) is not None]
            counts = [found for c in row if (found := re.fullmatch(r"([0-9]{1,2})[条路]", c.fold))]
            lines = int(counts[0].group(1)) if len(counts) == 1 else 1
            if len(speeds) != 1 or len(counts) > 1:
                return None
            words, told = speeds[0][0], speeds[0][1].value
            if isinstance(told, Amount):
                amounts.append((words, Amount(value=told.value * lines, unit="Mbit/s")))
    return total_of(amounts) if amounts else None


def listed_circuits(paper: Paper) -> tuple[Field, ...]:
    """Bandwidth and ends of an annex that lists circuits one a row: the bandwidths add up."""
    columns = (
        Column("bandwidth", BANDWIDTH),
        Column("location", LOCATION),
        Column("circuit", ("电路编号", "电路名称", "线路名称", *CIRCUIT)),
        Column("exchange", EXCHANGE),
        Column("ip_count", IP_COUNT),
        Column("lines", LINES),
    )
    rows: list[Mapping[str, Words]] = []
    amounts: list[tuple[Words, Amount]] = []
    for grid in read_tables(paper.sheets, columns, least=2, key="bandwidth"):
        heading = grid.headings["bandwidth"].text if "bandwidth" in grid.headings else ""
        for row in grid.rows:
            if not re.search(r"[0-9一-龥]", row["bandwidth"].fold):
                continue  # a line of addresses or fees: its bandwidth is a dash
            rows.append(row)
            parsed, lines = speed_by(row["bandwidth"].text, heading), lines_of(row, heading)
            if parsed is not None and lines is not None and isinstance(parsed.value, Amount):
                amounts.append((row["bandwidth"], Amount(value=parsed.value.value * lines, unit="Mbit/s")))
    if not amounts or len(amounts) < len(rows):
        return ()
    ends = (
        column_field("location", rows, end_of_line),
        column_field("exchange", rows, sentence),
        column_field("ip_count", rows, addresses_counted) if len(rows) == 1 else None,
    )
    return (total_of(amounts), *(each for each in ends if each is not None))


def lines_of(row: Mapping[str, Words], heading: str) -> int | None:
    """How many lines of one speed a row stands for; None where it does not say it clearly.

    A column 总带宽 already counts them all.
    """
    if "lines" not in row or "总" in heading:
        return 1
    found = LINE_COUNT.fullmatch(row["lines"].fold)
    return None if found is None else numerals.number_of(found.group(1)) or None


def total_of(amounts: Sequence[tuple[Words, Amount]]) -> Field:
    """The bandwidths added up, each kept as a reading where there are several."""
    total = Amount(value=sum((value.value for _, value in amounts), start=Decimal(0)), unit="Mbit/s")
    readings = tuple(Reading(value=value, evidence=words.evidence()) for words, value in amounts)
    several = readings if len(amounts) > 1 else ()
    return Field(name="bandwidth", value=total, evidence=amounts[0][0].evidence(), readings=several)


def column_field(name: str, rows: Sequence[Mapping[str, Words]], parse: parsers.Parser) -> Field | None:
    """A field of a column's first value, with the others that differ as its readings; None where it is empty."""
    read = [(row[name], parsed) for row in rows if name in row and (parsed := parse(row[name].text)) is not None]
    if not read:
        return None
    first = make_field(name, *read[0])
    others = {outward(parsed.value): Reading(value=parsed.value, evidence=words.evidence()) for words, parsed in read}
    others.pop(first.text)
    return first.model_copy(update={"readings": tuple(others.values())})
