"""One fault is one item: which rule leads what it leaves broken or undecided elsewhere."""

from __future__ import annotations

from typing import Any

from pipeline.profile.profile import Profile
from pipeline.profile.settings import resolve
from pipeline.rules import runner
from pipeline.rules.decisions import Decisions
from pipeline.rules.folding import fold
from pipeline.rules.trust import least_of, trusted
from tests.rules import plain

COMPANY = "云桥网络有限公司"
ROOM = "北京市海淀区虚构路8号1号楼3层301室"


def leads(told: dict[str, Any], profile: Profile) -> dict[str, set[str]]:
    """Each leading rule with those folded under it, over all paper rules."""
    case = plain.case(told, profile)
    settings = resolve(profile, case.as_of, case.client)
    bench = runner.Bench(profile, settings, Decisions(case.client, case.as_of, profile.not_waivable))
    results = runner.run("paper", (trusted(case, least_of(settings)),), bench)
    found: dict[str, set[str]] = {}
    for item in fold(results, profile):
        found.setdefault(item.result.rule, set()).update(result.rule for result, _ in item.folded)
    return found


def test_a_wrong_payer_is_one_item_led_by_the_rule_on_agencies(profile: Profile) -> None:
    months = [{"month": "2026-11", "state": "欠费"}]
    insurance = {"payer": "北京虚构汇才人力资源服务有限公司", "people": [{"name": "王样"}], "months": months}
    told = {"papers": [{"business_licence": {"name": COMPANY}}, {"social_insurance": insurance}]}
    found = leads(told, profile)
    assert {"ID-05", "SI-04"} <= found["SI-05"]
    assert {"SI-08", "SI-09", "SI-10"} & set(found) == set()


def test_an_expired_lease_is_one_item_led_by_the_filing_day(profile: Profile) -> None:
    lease = {
        "premises": "机房",
        "lessee": COMPANY,
        "address": ROOM,
        "term_from": "2024-01-01",
        "term_to": "2026-10-31",
    }
    told = {"decision": "2027-03-31", "papers": [{"business_licence": {"name": COMPANY}}, {"room_lease": lease}]}
    assert {"MR-05", "MR-06", "TL-05"} <= leads(told, profile)["MR-04"]


def test_an_access_end_elsewhere_is_one_item_led_by_the_agreement(profile: Profile) -> None:
    agreement = {"customer": COMPANY, "location": "北京市海淀区别处路1号"}
    lease = {"premises": "机房", "lessee": COMPANY, "address": ROOM}
    told = {
        "papers": [
            {"business_licence": {"name": COMPANY}},
            {"room_lease": lease},
            {"access_agreement": agreement},
        ]
    }
    assert "MR-11" in leads(told, profile)["AC-09"]


def test_a_foreign_lessee_and_a_foreign_customer_lead_the_rule_on_names(profile: Profile) -> None:
    told = {
        "papers": [
            {"business_licence": {"name": COMPANY}},
            {"room_lease": {"premises": "机房", "lessee": "虚构文化传媒有限公司"}},
            {"access_agreement": {"customer": "虚构云海网络有限公司"}},
        ]
    }
    found = leads(told, profile)
    assert "ID-05" in found["MR-02"]
    assert "ID-05" in found["AC-05"]


def test_a_look_alike_leads_the_rule_on_basic_operators(profile: Profile) -> None:
    told = {"papers": [{"access_agreement": {"operator": "北京虚构电信工程有限公司"}}]}
    assert "AC-02" in leads(told, profile)["AC-03"]


def test_a_hosting_contract_leads_the_bandwidth_that_it_does_not_state(profile: Profile) -> None:
    told = {"papers": [{"access_agreement": {"bandwidth": None, "text": "甲方租用标准机柜10个。"}}]}
    assert "AC-07" in leads(told, profile)["AC-06"]


def test_missing_materials_lead_every_rule_that_needs_them(profile: Profile) -> None:
    found = leads({"papers": [{"business_licence": {"name": COMPANY}}]}, profile)
    needy = {"SI-01", "SI-03", "SI-04", "MR-01", "MR-02", "MR-07", "AC-01", "AC-02", "AC-10", "AC-11"}
    assert needy <= found["PK-01"]
    assert needy & set(found) == set()
