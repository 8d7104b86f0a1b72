"""A licensed client in plain words; everything invented (虚构数据)."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipeline.duties.licence import Licence, licence_of
from pipeline.duties.occurrences import Reckoning
from pipeline.duties.reckoning import Due, reckon
from pipeline.model.client import Client
from pipeline.profile.settings import resolve
from pipeline.text.workdays import combine
from pipeline.text.yearfile import year_of
from tests.unit.reports.outcomes import PROFILE

TODAY = date(2027, 3, 2)
CALENDAR = combine(year_of(content) for _, content in PROFILE.calendar)
FACTS = {
    "company.name": "虚构云桥网络有限公司",
    "rooms[0].address": "虚构市虚构路1号101室",
    "rooms[0].term_to": "2031-05-31",
    "rooms[0].auto_renewal": "否",
    "rooms[1].address": "虚构市虚构路9号9层",
    "rooms[1].term_to": "长期",
    "office.address": "虚构市虚构路2号",
    "office.term_to": "2033-12-31",
    "access[0].operator": "中国电信股份有限公司北京分公司",
    "access[0].term_to": "2029-08-31",
    "access[0].auto_renewal": "是",
}
ANSWERS = {
    "licence_issued_on": "2027-03-01",
    "licence_number": "京B1-20270001",
    "business_opened_on": "2027-09-01",
    "network_connected_on": "2027年8月15日",
    "mlps_level": "第二级",
}


def client(answers: dict[str, str] | None = None, **told: Any) -> Client:
    least = {"folder_name": "acme", "licence": "isp", "coverage": ("北京市",), "short_name": "云桥"}
    return Client(**{**least, **told, "answers": tuple((ANSWERS if answers is None else answers).items())})


def licence(answers: dict[str, str] | None = None, **told: Any) -> Licence:
    applicant = client(answers, **told)
    found = licence_of(applicant, resolve(PROFILE, TODAY, applicant))
    assert found is not None
    return found


def dues(answers: dict[str, str] | None = None, facts: dict[str, str] | None = None, **told: Any) -> tuple[Due, ...]:
    applicant = client(answers, **told)
    settings = resolve(PROFILE, TODAY, applicant)
    found = licence(answers, **told)
    return reckon(Reckoning(found, applicant, FACTS if facts is None else facts, PROFILE, settings, CALENDAR))


def day(found: tuple[Due, ...], key: str) -> date | None:
    return next(each.day for each in found if each.key == key)
