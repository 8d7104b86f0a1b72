"""接入资源协议: who gives whom which bandwidth, where, until when.

The customer's end (用户端地址) and the operator's exchange (局向) are two things and are read apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.documents import agreements, contract_terms
from pipeline.documents.access_parties import CUSTOMER, OPERATOR, customers, operators, organisation
from pipeline.documents.agreements import sentence
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    beside,
    contains,
    custom,
    field,
    inline,
    none_of,
    parsers,
    party,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.titles import titled, titles
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.tables import Column, read_tables
from pipeline.model.document import Field, Reading
from pipeline.model.values import Amount, outward
from pipeline.text import numerals
from pipeline.text.bandwidth import parse_bandwidth

LOCATION = (
    "用户端地址",
    "用户端接入地址",
    "接入地址",
    "客户端地址",
    "装机地址",
    "安装地址",
    "用户接入地址",
    "客户接入地址",
    "用户侧地址",
    "接入地点",
    "装机地点",
    "安装地点",
    "客户装机地址",
    "用户地址",
    "业务安装地址",
    "开通地址",
)
EXCHANGE = (
    "局向",
    "接入局向",
    "局端",
    "局端地址",
    "局端机房",
    "局端位置",
    "上联局点",
    "接入局点",
    "上联局向",
    "电路局向",
    "汇聚局点",
)
BANDWIDTH = (
    "接入带宽",
    "合同带宽",
    "总带宽",
    "专线带宽",
    "出口带宽",
    "租用带宽",
    "电路带宽",
    "线路带宽",
    "带宽",
    "接入速率",
    "专线速率",
    "电路速率",
    "带宽速率",
    "速率",
)
CIRCUIT = ("电路类型", "业务类型", "专线类型", "接入类型", "线路类型", "产品类型", "电路种类", "接入方式")
IP_COUNT = (
    "公网IP地址数量",
    "IP地址数量",
    "公网IP数量",
    "IP数量",
    "IP地址个数",
    "IPv4地址数量",
    "公网IP地址",
    "IP地址",
    "公网地址数量",
    "固定IP数量",
)
SPEED = (
    r"(?:[0-9]{1,3}[×xX*])?[0-9][0-9,.]*(?:[KkMmGgTt](?:[Bb][Pp][Ss]|[Bb]its?/[Ss]|b/s|bits?|b)?|千兆|兆|吉)(?:/[Ss]|比特每秒)?"
    r"(?:[×xX*][0-9]{1,3}(?:条|路)?)?(?![A-Za-z0-9])"
)
CIRCUITS = r"互联网(?:数据)?专线|互联网(?:接入)?宽带|宽带接入|IP上联|IP城域网|传输电路|数字电路|裸光纤|裸纤|光纤接入|以太网专线|MPLS|SDH专线|PON|专线接入"


def speed(text: str) -> Parsed | None:
    """A bandwidth in Mbit/s."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES + "。")
    found = parse_bandwidth(plain)
    if found is None:
        figures = {value for each in re.findall(SPEED, plain) if (value := parse_bandwidth(each)) is not None}
        found = figures.pop() if len(figures) == 1 else None
    return None if found is None or found <= 0 else Parsed(Amount(value=found, unit="Mbit/s"))


def addresses_counted(text: str) -> Parsed | None:
    """A number of IP addresses: 64个, 一个C段 is none, IPv4地址64个."""
    plain = re.sub(r"\s", "", text)
    found = re.search(r"([0-9]+|[一二两三四五六七八九十百]+)个", plain) or re.fullmatch(r"([0-9]+)", plain)
    number = None if found is None else numerals.number_of(found.group(1))
    return None if number is None else Parsed(Amount(value=Decimal(number), unit="count"))


def end_of_line(text: str) -> Parsed | None:
    """An address at the customer's end, its sentence's rest cut off."""
    plain = re.split(r"[。；;，]|,(?=[^0-9])", text.strip(parsers.EDGES))[0]
    return parsers.words(plain) if re.search(r"[省市区县路街道号楼园层室镇村院座厦]", plain) else None


def purposes(paper: Paper) -> Iterator[Words]:
    """What the access may be used for, and what not."""
    patterns = (
        r"(?P<value>(?:仅限?|只限|只能|仅能|专门?)?(?:用于|自用)[^。;,]{0,50}?(?:业务|经营|办公|上网|自用|服务|使用|接入))(?=[。;,]|$)",
        r"(?P<value>(?:不得|禁止|严禁|不能|不可)[^。;,]{0,24}(?:转售|转租|转让|经营性|用于经营|出租)[^。;,]{0,30})",
    )
    for pattern in patterns:
        for match in search(paper.passages, pattern):
            words = match.words("value")
            if words is not None:
                yield words


def listed_circuits(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """Bandwidth and ends of an annex that lists several circuits one a row: the bandwidths add up."""
    del fields
    columns = (
        Column("bandwidth", BANDWIDTH),
        Column("location", LOCATION),
        Column("circuit", ("电路编号", "电路名称", "线路名称", *CIRCUIT)),
        Column("exchange", EXCHANGE),
    )
    rows = [row for grid in read_tables(paper.sheets, columns, least=2, key="bandwidth") for row in grid.rows]
    read = [(row["bandwidth"], parsed.value) for row in rows if (parsed := speed(row["bandwidth"].text)) is not None]
    amounts = [(words, value) for words, value in read if isinstance(value, Amount)]
    if len(amounts) < 2 or len(amounts) < len(rows):  # noqa: PLR2004 - one row is an ordinary label and value
        return ()
    total = sum((value.value for _, value in amounts), start=Decimal(0))
    first = amounts[0][0]
    readings = tuple(Reading(value=value, evidence=words.evidence()) for words, value in amounts)
    bandwidth = Field(
        name="bandwidth", value=Amount(value=total, unit="Mbit/s"), evidence=first.evidence(), readings=readings
    )
    ends = (column_field("location", rows, end_of_line), column_field("exchange", rows, sentence))
    return (bandwidth, *(each for each in ends if each is not None))


def column_field(name: str, rows: Sequence[Mapping[str, Words]], parse: parsers.Parser) -> Field | None:
    """A field of a column's first value, with the others that differ as its readings; None where it is empty."""
    read = [(row[name], parsed) for row in rows if name in row and (parsed := parse(row[name].text)) is not None]
    if not read:
        return None
    first = make_field(name, *read[0])
    others = {outward(parsed.value): Reading(value=parsed.value, evidence=words.evidence()) for words, parsed in read}
    others.pop(first.text)
    return first.model_copy(update={"readings": tuple(others.values())})


ACCESS_AGREEMENT = DocumentType(
    kind="access_agreement",
    title="接入资源协议",
    identify=all_of(
        none_of(
            titled(
                "章程", "承诺书", "申请表", "计划书", "保障措施", "房屋租赁", "机房租赁", "办公", "营业执照", "同意书"
            )
        ),
        any_of(
            all_of(
                titled(
                    "专线",
                    "接入",
                    "宽带",
                    "带宽",
                    "电路",
                    "托管",
                    "IDC",
                    "主机",
                    "机柜",
                    "互联网",
                    "通信服务",
                    "电信业务",
                    "数据业务",
                    "客户服务",
                ),
                titled("合同", "协议", "登记单", "受理单", "订单"),
                any_of(party("甲方"), party("乙方"), party(*CUSTOMER), party(*OPERATOR)),
            ),
            worth(
                0.75,
                all_of(
                    any_of(party("甲方", "乙方"), party(*CUSTOMER)),
                    contains("合同", "协议"),
                    contains("电信", "联通", "移动", "广电", "通信"),
                    contains("带宽", "专线", "电路", "Mbps", "宽带接入", "机柜", "托管"),
                ),
            ),
        ),
    ),
    fields=(
        field(
            "title",
            custom("合同标题", lambda paper: titles(paper, "合同", "协议", "登记单", "受理单", "订单")),
            parse=parsers.words,
        ),
        field("number", *agreements.NUMBER, parse=agreements.numbers),
        field(
            "operator",
            custom("电信运营商一方", operators, labels=(*OPERATOR, "甲方", "乙方")),
            parse=organisation,
            required=True,
        ),
        field("customer", custom("客户一方", customers, labels=CUSTOMER), parse=organisation, required=True),
        field(
            "bandwidth",
            beside(*BANDWIDTH, lines=2),
            inline(rf"(?:总带宽|带宽|速率)(?:合计|共计|共|为|是|不低于|:)*(?P<value>{SPEED})", "表述“带宽为……”"),
            inline(
                rf"(?P<value>{SPEED})(?:的)?(?:对称|独享|共享|上下行|互联网|的)*(?:专线|带宽|宽带|出口|接入|电路)",
                "表述“……M专线”",
            ),
            parse=speed,
            required=True,
        ),
        field(
            "circuit",
            beside(*CIRCUIT, lines=2),
            parse=sentence,
            otherwise=(inline(rf"(?P<value>{CIRCUITS})", "电路类型的名称"), beside("业务名称", "产品名称", lines=2)),
        ),
        field(
            "ip_count",
            beside(*IP_COUNT, lines=2),
            inline(
                r"(?P<value>(?:[0-9]+|[一二两三四五六七八九十]+)个(?:公网|固定|静态|独立|IPv4|IPV4|的)*(?:IP|地址))",
                "表述“……个IP地址”",
            ),
            inline(r"(?:IP|IPv4|IPV4|公网)地址(?P<value>[0-9]{1,6}个)", "表述“IP地址……个”"),
            parse=addresses_counted,
        ),
        field(
            "location",
            beside(*LOCATION, lines=3),
            inline(
                r"(?:用户端|客户端|用户侧|接入|装机|安装|接入端)(?:设备)?(?:安装)?(?:地址|地点|位置)(?:为|是|在|位于|:)+(?P<value>[^。;]{5,60})",
                "表述“接入地址为……”",
            ),
            parse=end_of_line,
            required=True,
        ),
        field(
            "exchange",
            beside(*EXCHANGE, lines=2),
            inline(r"局向(?:为|是|:)+(?P<value>[^。;,]{2,40})", "表述“局向为……”"),
            parse=sentence,
        ),
        field(
            "term_from",
            *contract_terms.TERM,
            contract_terms.START,
            parse=contract_terms.first_day,
            otherwise=(contract_terms.ANY_SPAN,),
        ),
        field(
            "term_to",
            *contract_terms.TERM,
            contract_terms.END,
            parse=contract_terms.last_day,
            otherwise=(contract_terms.ANY_SPAN,),
            required=True,
        ),
        field("auto_renewal", contract_terms.RENEWAL, parse=contract_terms.renewal),
        field("signed_on", *contract_terms.SIGNED_ON, parse=parsers.day, otherwise=contract_terms.SIGNED_BELOW),
        field("purpose", custom("“用于……”“不得转售”等约定", purposes), parse=sentence),
    ),
    labels=(
        "统一社会信用代码",
        "法定代表人",
        "负责人",
        "联系人",
        "联系电话",
        "地址",
        "开户银行",
        "账号",
        "月租费",
        "一次性费用",
        "接口类型",
        "备注",
        "客户经理",
        "签订地点",
        "一次性安装调测费",
        "客户网络响应电话",
    ),
    subject=("customer", "operator", "number"),
    dated="signed_on",
    more_fields=lambda paper, fields: (
        *contract_terms.term_from_signing(paper, fields),
        *listed_circuits(paper, fields),
    ),
)
