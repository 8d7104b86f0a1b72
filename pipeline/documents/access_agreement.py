"""接入资源协议: who gives whom which bandwidth, where, until when.

The customer's end (用户端地址) and the operator's exchange (局向) are two things and are read apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents import agreements, contract_terms
from pipeline.documents.access_parties import (
    CUSTOMER,
    NAME_LABELS,
    OPERATOR,
    OPERATORS_NAME,
    addressee,
    customers,
    named_beside,
    operator_alone,
    operator_letter,
    operators,
    organisation,
)
from pipeline.documents.agreements import chosen, sentence
from pipeline.documents.circuits import (
    BANDWIDTH,
    CIRCUIT,
    EITHER_END,
    EXCHANGE,
    IP_COUNT,
    LOCATION,
    addresses_counted,
    addresses_in_rows,
    circuits,
    end_of_line,
    exchanges_at_either_end,
    locations_at_either_end,
)
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
    inline,
    matches,
    none_of,
    parsers,
    party,
    worth,
)
from pipeline.documents.line_ends import LABELS as ENDS
from pipeline.documents.line_ends import customers_end, operators_end
from pipeline.documents.speeds import in_clauses, speed
from pipeline.documents.titles import first_of, titled, titles
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search

CIRCUITS = r"互联网(?:数据)?专线|互联网(?:接入)?宽带|宽带接入|IP上联|IP城域网|传输电路|数字电路|裸光纤|裸纤|光纤接入|以太网专线|MPLS|SDH专线|PON|专线接入"

FORMS = (
    "合同",
    "协议",
    "登记单",
    "登记表",
    "受理表",
    "确认单",
    "确认书",
    "确认函",
    "开通单",
    "受理单",
    "订单",
    "订购单",
    "业务单",
    "服务单",
    "申请单",
)
"""What a contract or an order calls itself."""
BESIDES = (
    "保密",
    "廉洁",
    "廉政",
    "责任",
    "信息安全",
    "安全管理",
    "施工",
    "工程",
    "设备",
    "代理",
    "战略合作",
    "转让",
    "劳动",
    "机房租",
)
"""What operators sign besides: no access by itself."""
CUSTOMERS = "甲方|乙方|用户方?|客户方?|使用方|租用方|承租方|委托方"
PROVIDERS = "服务方|运营商|提供方|服务商|受托方|出租方"
CLAUSE = "[^。;,(]{6,50}"
FORBIDDEN = re.compile(r"不得|禁止|严禁|不能|不可|不应|未经")


def purposes(paper: Paper) -> Iterator[Words]:
    """What the access may be used for, and what not."""
    patterns = (
        r"(?P<value>(?:仅限?|只限|只能|仅能|专门?)?(?:用于|自用)[^。;,]{0,50}?(?:业务|经营|办公|上网|自用|服务|使用|接入))(?=[。;,]|$)",
        r"(?P<value>(?:可|可以|允许|有权|同意)[^。;,]{0,8}?(?:利用|使用|通过|以)[^。;,]{0,16}?(?:向[^。;,]{1,16})?(?:提供|经营|开展)[^。;,]{0,30}(?:业务|服务))",
        r"(?P<value>(?:不得|禁止|严禁|不能|不可)[^。;,]{0,24}(?:转售|转租|转让|经营性|用于经营|出租)[^。;,]{0,30})",
    )
    for number, pattern in enumerate(patterns):
        for match in search(paper.passages, pattern):
            words = match.words("value")
            clause = re.split(r"[。;,:]", match.passage.fold[: match.match.start()])[-1]
            is_refused = FORBIDDEN.search(clause + match.match.group() if number == 1 else clause)
            if words is not None and (number == len(patterns) - 1 or not is_refused):
                yield words


def customers_rooms(paper: Paper) -> Iterator[Words]:
    """The address of a room that a sentence says to be the customer's, or that is no party's: 机房（……）, 机房，即……."""
    theirs = operator_letter(paper)
    owner = r"(?:(?P<owner>[甲乙]方|用户方?|客户方?)(?:指定|自有|所有|租用)?的?)"
    address = r"(?P<value>[^。;,()]{4,40}(?:路|街|道|巷|大道|园|里|村|区)[^。;,()]{1,40})"
    for pattern in (
        rf"{owner}?(?:通信|数据|网络)?机房(?:\((?:地址|坐落|位于|即)?:?{address}\)|,?即{address.replace('value', 'value2')})",
        rf"{owner}(?:位于|设于|设在|坐落于)(?P<value>[^。;,()]{{4,60}}?)(?:的(?:通信|数据)?(?:机房|设备|数据中心)|[。;,]|$)",
    ):
        for match in search(paper.passages, pattern):
            words = match.words("value") or ("value2" in match.match.re.groupindex and match.words("value2")) or None
            if words is not None and (theirs is None or match.group("owner") != theirs):
                yield words


def operators_side(paper: Paper) -> Iterator[Words]:
    """Where the operator's equipment stands: 乙方侧设备位于……."""
    theirs = operator_letter(paper)
    pattern = (
        r"(?P<owner>[甲乙]方)(?:侧|端)(?:设备|机房|节点|接入点)?(?:位于|设于|设在|为|是|在)(?P<value>[^。;,()]{3,40})"
    )
    for match in search(paper.passages, pattern):
        words = match.words("value")
        if words is not None and match.group("owner") == theirs:
            yield words


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
                    "光纤",
                    "纤芯",
                    "端口租",
                    "链路",
                    "IP地址",
                    "通信业务",
                    "电信服务",
                    "网络服务",
                    "业务服务",
                    "政企",
                    "集团客户",
                ),
                titled(*FORMS),
                any_of(party("甲方"), party("乙方"), party(*CUSTOMER), party(*OPERATOR)),
            ),
            worth(
                0.6,
                all_of(
                    titled(*FORMS),
                    none_of(titled(*BESIDES)),
                    any_of(party("甲方", "乙方"), party(*CUSTOMER)),
                    matches(rf"[方商人](?:\([^()]{{1,10}}\))?:?{OPERATORS_NAME.pattern}", "基础运营商为一方"),
                    contains("业务", "专线", "带宽", "接入"),
                ),
            ),
            worth(
                0.75,
                all_of(
                    any_of(party("甲方", "乙方"), party(*CUSTOMER)),
                    any_of(contains("合同", "协议"), titled(*FORMS)),
                    contains("电信", "联通", "移动", "广电", "通信"),
                    contains("带宽", "专线", "电路", "Mbps", "宽带接入", "机柜", "托管"),
                ),
            ),
        ),
    ),
    fields=(
        field(
            "title",
            custom("合同标题", lambda paper: titles(paper, *FORMS)),
            parse=parsers.words,
        ),
        field("number", *agreements.NUMBER, parse=agreements.numbers, otherwise=agreements.NUMBER_BELOW),
        field(
            "operator",
            custom("电信运营商一方", operators, labels=party(*OPERATOR, "甲方", "乙方").labels),
            parse=organisation,
            otherwise=(custom("单独成行的基础运营商名称", operator_alone),),
            required=True,
        ),
        field(
            "customer",
            custom("客户一方", customers, labels=party(*CUSTOMER).labels),
            parse=organisation,
            otherwise=(
                custom("唯一的单位名称", named_beside, labels=NAME_LABELS),
                custom("抬头的公司", addressee),
            ),
            required=True,
        ),
        field(
            "bandwidth",
            beside(*BANDWIDTH, lines=2),
            in_clauses(),
            parse=speed,
            otherwise=(headed(*BANDWIDTH),),
            required=True,
        ),
        field(
            "circuit",
            beside(*CIRCUIT, lines=2),
            parse=chosen,
            otherwise=(
                first_of(
                    beside("接入方式", lines=2),
                    inline(rf"(?P<value>{CIRCUITS})", "电路类型的名称"),
                    beside("业务名称", "产品名称", lines=2),
                ),
            ),
        ),
        field(
            "ip_count",
            beside(*IP_COUNT, lines=2),
            inline(
                r"(?P<value>(?:[0-9]+|[一二两三四五六七八九十]+)个(?:公网|固定|静态|独立|IPv4|IPV4|的)*(?:IP|地址))",
                "表述“……个IP地址”",
            ),
            inline(
                r"(?:IP|IPv4|IPV4|公网)地址(?P<value>(?:[0-9]{1,6}|[一二两三四五六七八九十百]{1,6})个)(?!(?:[A-Z]类?)?[网地址]{0,2}段|[A-Z](?![A-Za-z]))",
                "表述“IP地址……个”",
            ),
            inline(
                r"(?:公网|固定|静态)(?:IP|IPv4|IPV4)(?:地址)?(?P<value>[0-9]{1,6}个)(?!(?:[A-Z]类?)?[网地址]{0,2}段)",
                "表述“公网IP……个”",
            ),
            inline(r"(?:网段|地址段|[A-Z]类?段|/[0-9]{2})\((?P<value>[0-9]{1,6}个)", "表述“C段（……个）”"),
            parse=addresses_counted,
            otherwise=(custom("IP地址一行中的“……个”", addresses_in_rows), headed(*IP_COUNT)),
        ),
        field(
            "location",
            beside(*LOCATION, lines=3),
            inline(
                r"(?:用户端|客户端|用户侧|接入|装机|安装|接入端)(?:设备)?(?:安装)?(?:地址|地点|位置)(?:不变,)?仍?(?:为|是|在|位于|:)+(?P<value>[^。;]{5,60})",
                "表述“接入地址为……”",
            ),
            parse=end_of_line,
            otherwise=(
                first_of(
                    custom("A端、Z端中客户一侧的地址", customers_end, labels=ENDS),
                    inline(
                        rf"(?:接入点|落地点|落地端|用户端|客户端|用户侧|客户侧|装机点)(?:设备)?(?:设于|设在|位于|在|为|是)(?P<value>{CLAUSE})",
                        "表述“接入点设在……”",
                    ),
                    inline(
                        rf"(?:接入|接|引接|敷设|布放|连接|开通)(?:到|至)(?:{CUSTOMERS})?(?:位于|设在|设于|坐落于|的)*(?P<value>{CLAUSE})",
                        "表述“接入至用户方位于……”",
                    ),
                    custom("标签“接入机房”旁客户的机房", locations_at_either_end, labels=EITHER_END),
                    headed(*LOCATION),
                    custom("表述“客户方的机房（……）”", customers_rooms),
                ),
            ),
            required=True,
        ),
        field(
            "exchange",
            beside(*EXCHANGE, lines=2),
            inline(
                r"(?:局向|局端|局方|对端局点|上联局点|上联局|运营商侧|运营商端)(?:机房|地址|位置|设备|局站)?(?:(?:为|是|:|设于|设在|位于|在)+)(?P<value>[^。;,]{2,40})",
                "表述“局端为……”",
            ),
            parse=sentence,
            otherwise=(
                custom("标签“接入机房”旁运营商的局站", exchanges_at_either_end, labels=EITHER_END),
                headed(*EXCHANGE),
                custom("表述“运营商侧设备位于……”", operators_side),
                inline(
                    rf"(?:自|从|由)(?:{CUSTOMERS}|{PROVIDERS})?(?P<value>[^。;,()]{{2,30}}?)\((?:局端|局向|局方|上联局点)\)",
                    "表述“自……（局端）”",
                ),
                custom("A端、Z端中运营商一侧的地址", operators_end),
            ),
        ),
        *contract_terms.FIELDS,
        field(
            "purpose",
            custom("“用于……”“不得转售”等约定", purposes),
            parse=sentence,
            otherwise=(inline(r"用途(?:为|是|:)+(?P<value>[^。;]{4,50})", "表述“用途：……”"),),
        ),
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
        "客户地址",
        "业务状态",
        "到期处理",
    ),
    subject=("customer", "operator", "number"),
    dated="signed_on",
    more_fields=lambda paper, fields: (
        *contract_terms.term_from_signing(paper, fields),
        *circuits(paper, fields),
    ),
)
