"""The licence as client.yaml tells it, and the facts of the client's last result."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.model.client import Client
from pipeline.profile.settings import Settings
from pipeline.text.days import add_months, parse_day

ISSUED_ON, NUMBER, VALID_TO = "licence_issued_on", "licence_number", "licence_valid_to"
OPENED_ON, CONNECTED_ON = "business_opened_on", "network_connected_on"
DAYS = (ISSUED_ON, VALID_TO, OPENED_ON, CONNECTED_ON)
"""Questions of the profile (templates/<licence>/questions.yaml) that are answered with a day."""
MONTHS_A_YEAR = 12
FACTS = "facts.json"


class Licence(NamedTuple):
    """When it was issued and ends; `end_is_stated` where the licence itself says when, not the period of validity."""

    issued_on: date
    valid_to: date
    end_is_stated: bool
    number: str | None = None
    opened_on: date | None = None
    connected_on: date | None = None


def licence_of(client: Client, settings: Settings) -> Licence | None:
    """The licence, None where no day of issue is answered; InputError lists every answer that cannot be."""
    days, faults = _days(client)
    if faults:
        raise InputError(*faults)
    issued_on = days.get(ISSUED_ON)
    if issued_on is None:
        return None
    stated = days.get(VALID_TO)
    ends = stated or add_months(issued_on, MONTHS_A_YEAR * settings.whole("post.validity_years"))
    licence = Licence(
        issued_on=issued_on,
        valid_to=ends,
        end_is_stated=stated is not None,
        number=(client.answer(NUMBER) or "").strip() or None,
        opened_on=days.get(OPENED_ON),
        connected_on=days.get(CONNECTED_ON),
    )
    _check(licence, client)
    return licence


def _days(client: Client) -> tuple[dict[str, date], list[str]]:
    days, faults = {}, []
    for name in DAYS:
        given = client.answer(name)
        if given is None or not given.strip():
            continue
        day = parse_day(given)
        if day is None:
            faults.append(f"{_place(client, name)}：“{given}”不是日期，请写作 2027-03-01")
        else:
            days[name] = day
    return days, faults


def _check(licence: Licence, client: Client) -> None:
    faults = []
    if licence.valid_to <= licence.issued_on:
        faults.append(f"{_place(client, VALID_TO)}：有效期届满日 {licence.valid_to} 不晚于发证日 {licence.issued_on}")
    if licence.opened_on is not None and licence.opened_on < licence.issued_on:
        faults.append(
            f"{_place(client, OPENED_ON)}：业务开通日 {licence.opened_on} 早于发证日 {licence.issued_on}，未取证不得开通"
        )
    if faults:
        raise InputError(*faults)


def _place(client: Client, name: str) -> str:
    return f"{client.folder_name}/client.yaml /answers/{name}"


def facts_of(result: Path) -> dict[str, str]:
    """The facts of a client's last result by name; empty where there is none."""
    path = result / FACTS
    if not path.is_file():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    return {name: str(fact["value"]) for name, fact in told["facts"].items()}
