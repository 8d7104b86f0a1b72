"""A small applicant in plain words, for what is written from facts; everything invented (虚构数据)."""

from __future__ import annotations

from typing import Any

from pipeline.model.case import Case
from tests.rules.plain import case
from tests.unit.reports.outcomes import PROFILE

COMPANY, HEAD, LEAD = "虚构云桥网络有限公司", "王样", "李样"
HOLDER = "虚构云帆投资有限公司"
NUMBERS = {HEAD: "119999199001010014", LEAD: "119999199202020026"}
ROOM, OFFICE = "北京市虚构区云桥路1号101室", "北京市虚构区云桥路2号202室"

LICENCE = {
    "name": COMPANY,
    "code": "91119999MA00000000",
    "type": "有限责任公司",
    "legal_representative": HEAD,
    "capital": "1000万元",
    "founded": "2020-01-02",
    "address": OFFICE,
    "scope": "=互联网接入服务；第一类增值电信业务",
}
ARTICLES = {
    "company": COMPANY,
    "capital": "1000万元",
    "legal_representative": HEAD,
    "shareholders": [
        {"name": HEAD, "amount": "700万元", "share": "70%", "method": "货币"},
        {"name": HOLDER, "amount": "300万元", "share": "30%", "method": "实物"},
    ],
}
CARDS = [{"id_card": {"sort": "居民身份证", "name": name, "number": number}} for name, number in NUMBERS.items()]
INSURANCE = {"payer": COMPANY, "people": [{"name": LEAD, "number": NUMBERS[LEAD]}]}
AGREEMENT = {
    "number": "XG-0001",
    "operator": "中国电信股份有限公司北京分公司",
    "customer": COMPANY,
    "bandwidth": "1000Mbps",
    "location": ROOM,
    "term_to": "2029-08-31",
}
ROOM_LEASE = {
    "premises": "机房",
    "lessor": "虚构智谷置业有限公司",
    "lessee": COMPANY,
    "address": ROOM,
    "area": "50",
    "term_to": "2031-05-31",
}
OFFICE_LEASE = {**ROOM_LEASE, "premises": "办公", "address": OFFICE, "area": "120", "term_to": "2028-05-31"}
FIRE = {
    "sort": "备案凭证",
    "number": "虚构消备〔2024〕第1号",
    "address": ROOM,
    "conclusion": "未被确定为抽查对象",
    "issuer": "虚构区住房和城乡建设委员会",
    "issued_on": "2024-03-01",
}
CLIENT: dict[str, Any] = {
    "contact": {"name": LEAD, "mobile": "13800000000", "email": "+li@example.com", "postal_address": OFFICE},
    "service_phone": "400-000-0000",
    "people": [
        {"name": HEAD, "roles": ["主要负责人"]},
        {"name": LEAD, "roles": ["信息安全负责人", "安全联络员"], "phone": "13800000000", "email": "li@example.com"},
    ],
    "answers": {
        "fax": "无",
        "products": '["企业专线 | 100M | 园区企业"]',
        "funding": '["股东出资 | 160"]',
        "duty_roster": "两班制，每班一人",
        "emergency_contacts": '["机房值班室 | 000-00000002"]',
        "mlps_level": "第二级",
    },
}


def applicant(client: dict[str, Any] | None = None, **papers: dict[str, Any]) -> Case:
    """The case; a named paper or key of client.yaml takes the place of the one above."""
    told: dict[str, Any] = {
        "business_licence": LICENCE,
        "articles": ARTICLES,
        "social_insurance": INSURANCE,
        "access_agreement": AGREEMENT,
        "room_lease": ROOM_LEASE,
        "fire_document": FIRE,
        **papers,
    }
    listed = [{kind: fields} for kind, fields in told.items() if fields is not None]
    return case(
        {"client": {**CLIENT, **(client or {})}, "papers": [*listed, {"room_lease": OFFICE_LEASE}, *CARDS]}, PROFILE
    )
