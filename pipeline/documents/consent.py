"""转租同意书, 使用同意书: the owner, or the lessor, lets somebody else use the room."""

from __future__ import annotations

import re

from pipeline.documents import agreements, signing_days
from pipeline.documents.declaration import (
    DocumentType,
    all_of,
    any_of,
    beside,
    contains,
    field,
    heading,
    inline,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.room_lease import ADDRESS
from pipeline.documents.titles import titled

GRANTOR = (
    "产权人",
    "产权单位",
    "出租人",
    "出租方",
    "同意人",
    "授权人",
    "委托人",
    "授权单位",
    "业主",
    "产权方",
    "所有权人",
    "证明单位",
    "出具单位",
    "出具人",
    "声明人",
    "证明人",
    "房屋所有权人",
    "房屋产权人",
    "产权所有人",
)
GRANTEE = ("被授权人", "受托人", "被授权单位", "转租方", "承租方", "承租人", "使用方", "使用单位")


def addressed(text: str) -> Parsed | None:
    """The company that a letter is addressed to; authorities and people are none."""
    plain = text.strip(parsers.EDGES)
    return parsers.name(plain) if re.search(r"公司|企业|中心|厂|院|所$", plain) else None


CONSENT = DocumentType(
    kind="consent",
    title="同意书",
    identify=all_of(
        none_of(titled("章程", "申请表", "承诺书", "租赁合同")),
        any_of(
            all_of(
                heading(
                    "同意书",
                    "同意函",
                    "同意转租",
                    "转租证明",
                    "使用证明",
                    "同意证明",
                    "使用同意",
                    "同意使用",
                    "转租同意",
                    "无偿使用证明",
                    "场地使用证明",
                    "授权使用",
                    "授权书",
                    "委托书",
                    "情况说明",
                    "使用声明",
                    "产权声明",
                    "同意声明",
                    "使用承诺",
                    "使用许可",
                    "使用确认",
                ),
                contains("转租", "使用", "出租"),
                contains("房屋", "机房", "场地", "物业", "坐落", "房产"),
                contains("同意", "授权", "无偿", "委托"),
            ),
            worth(
                0.7,
                all_of(
                    contains("同意"), contains("转租"), contains("产权人", "出租方", "所有权人"), contains("特此")
                ),
            ),
        ),
    ),
    most_pages=2,
    fields=(
        field(
            "grantor",
            beside(*GRANTOR, lines=2),
            inline(
                rf"(?<![被受])(?:{'|'.join(GRANTOR)})(?:\([^()]{{1,8}}\))?:(?P<value>[^:;,。]{{4,40}})",
                "署名处的产权人",
            ),
            parse=agreements.signer,
            otherwise=(
                inline(
                    r"^(?P<value>[^:;,。()]{2,30}(?:\([^()]{1,8}\))?[^:;,。()]{0,20}(?:公司|中心|管理处|委员会|合作社|学校|大学|学院|村|局))(?:\((?:公章|盖章|印章|签章|章)\))?$",
                    "署名的单位",
                ),
                inline(r"(?:^|[,。;])本人(?P<value>[一-龥·]{2,5})(?=[,(系是为])", "表述“本人……”"),
            ),
            required=True,
        ),
        field(
            "grantee",
            beside(*GRANTEE, lines=2),
            inline(r"^(?P<value>[^:;,。]{4,40}):$", "抬头的单位"),
            inline(
                r"(?:同意|授权|准许|允许)(?:承租方|承租人)?(?P<value>[^:;,。将把在]{2,30}?公司)(?:将|把|在|无偿|使用|对)",
                "表述“同意……将”",
            ),
            parse=addressed,
            otherwise=(
                inline(
                    r"(?:转租|提供|出租|借|交|交付)(?:给|予|与|由)(?P<value>[^:;,。]{2,30}?公司)", "表述“转租给……”"
                ),
            ),
        ),
        field(
            "address",
            inline(
                r"(?:系|[,)](?:是|为))(?P<value>[^。;,]{5,60}?)(?:的)?(?:房屋|房产)?(?:的)?(?:产权人|所有权人|业主)",
                "表述“系……的产权人”",
            ),
            inline(
                r"(?:公司|单位|司|本人|我方)(?:为|是|作为)(?P<value>[^。;,]{5,60}?)(?:的)?(?:房屋|房产)?(?:的)?(?:产权人|所有权人|业主|产权单位)",
                "表述“我司为……的产权人”",
            ),
            inline(
                r"(?:坐落|座落|(?<!单)位于|地址)(?:于|在|为|是|:)*(?P<value>[^。;,(]{5,60}?)(?:的)?(?:房屋|房产|物业|场地|机房|厂房|办公|建筑|,|。|;)",
                "表述“坐落于……的房屋”",
            ),
            beside(*ADDRESS, "地址", lines=2),
            parse=parsers.address,
        ),
        field(
            "signed_on",
            *signing_days.SIGNED_ON,
            beside("日期", lines=1),
            parse=parsers.day,
            otherwise=signing_days.SIGNED_BELOW,
        ),
    ),
    subject=("grantor", "address"),
    dated="signed_on",
)
