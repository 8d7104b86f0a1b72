"""One invented applicant (虚构数据) with every fact, and every question of the profile answered by its own example."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model.draft import DraftContext
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.profile import Profile

TEMPLATES = Path(__file__).parents[3] / "templates" / "isp"
AS_OF = date(2026, 12, 15)

FACTS: Mapping[str, str] = {
    "company.name": "云桥（北京）网络有限公司",
    "company.code": "91999900MA00000000",
    "company.type": "有限责任公司(自然人投资或控股)",
    "company.capital": "10000000",
    "company.address": "北京市虚构区云桥路9号院3号楼2层201室",
    "company.founded": "2019-05-20",
    "company.scope": "第一类增值电信业务；互联网接入服务；技术服务（依法须经批准的项目，经批准后方可开展经营活动）",
    "legal_representative.name": "王样",
    "shareholders[0].name": "王样",
    "shareholders[0].number": "999901198001010019",
    "shareholders[0].kind": "自然人",
    "shareholders[0].amount": "6000000",
    "shareholders[0].share": "60",
    "shareholders[1].name": "虚构投资有限公司",
    "shareholders[1].number": "91999900MA00000001",
    "shareholders[1].kind": "企业",
    "shareholders[1].amount": "4000000",
    "shareholders[1].share": "40",
    "people[0].name": "李样",
    "people[0].number": "999901198502020022",
    "people[0].roles": "技术负责人",
    "people[0].title": "网络工程师（中级）",
    "people[0].education": "本科",
    "people[0].insured_through": "2026-11",
    "people[0].phone": "13800000001",
    "people[1].name": "赵样",
    "people[1].number": "999901198703030033",
    "people[1].roles": "信息安全负责人、安全联络员",
    "people[1].title": "信息安全工程师",
    "people[1].education": "本科",
    "people[1].insured_through": "2026-11",
    "people[1].phone": "13800000002",
    "people[1].email": "anquan@example.com",
    "people[2].name": "钱样",
    "people[2].number": "999901199004040044",
    "people[2].roles": "客服负责人",
    "people[2].insured_through": "2026-11",
    "rooms[0].address": "北京市虚构区云桥路9号院3号楼1层机房",
    "rooms[0].area": "86.5",
    "rooms[0].lessor": "虚构物业管理有限公司",
    "rooms[0].lessee": "云桥（北京）网络有限公司",
    "rooms[0].term_to": "2029-06-30",
    "rooms[0].fire_number": "虚建消验字〔2021〕第999号",
    "office.address": "北京市虚构区云桥路9号院3号楼2层201室",
    "access[0].operator": "中国联合网络通信有限公司北京市分公司",
    "access[0].number": "XG-2026-0999",
    "access[0].bandwidth": "1000",
    "access[0].location": "北京市虚构区云桥路9号院3号楼1层机房",
    "access[0].exchange": "云桥局",
    "access[0].term_to": "2028-05-31",
    "access.bandwidth_total": "1000",
    "authority.name": "北京市通信管理局",
    "authority.province": "北京市",
    "authority.licence_name": "增值电信业务经营许可证",
    "service_phone": "400-999-0000",
    "contact.name": "孙样",
    "contact.mobile": "13800000003",
    "contact.email": "lianxi@example.com",
    "contact.postal_address": "北京市虚构区云桥路9号院3号楼2层201室",
    "contact.postcode": "999900",
}


@cache
def profile() -> Profile:
    """The ISP profile as committed, without its rules: drafts do not read them."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "isp"
        shutil.copytree(TEMPLATES, copy, ignore=shutil.ignore_patterns("rules"))
        return load(copy, Known())


def answered() -> dict[str, str]:
    """Every question answered with its example."""
    return {f"answers.{each.id}": outward(each.example) for each in profile().questions}


def outward(example: Any) -> str:
    """An example as the ledger hands it out: lists as JSON."""
    return json.dumps(list(example), ensure_ascii=False) if isinstance(example, tuple) else str(example)


def context(changed: Mapping[str, str | None] | None = None, **settings: Any) -> DraftContext:
    """The case with some facts changed, or taken out (None)."""
    facts = {**FACTS, **answered(), **(changed or {})}
    return DraftContext(
        **{
            "facts": {name: value for name, value in facts.items() if value is not None},
            "coverage": ("北京市",),
            "variant": "without_site_access",
            "as_of": AS_OF,
            "timeline": {"expected_decision": date(2027, 3, 18)},
            **settings,
        }
    )
