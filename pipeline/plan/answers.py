"""The answers that a plan turns on, read from client.yaml's words; what cannot be read is told in one sentence each."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from pipeline.errors import InputError
from pipeline.model.client import Client
from pipeline.profile.profile import Profile
from pipeline.profile.records import Question
from pipeline.text.answers import entries
from pipeline.text.money import parse_money

LEAST_PLAUSIBLE_CAPITAL = 10_000
"""元: a smaller bare number was meant in 万元."""
MOST_PLAUSIBLE_STAFF = 100_000
BARE = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,2})?")
T = TypeVar("T")


class Answers(NamedTuple):
    """What client.yaml says of the client's situation; None or empty where it says nothing."""

    home_province: str | None
    room: str | None
    room_province: str | None
    self_built: str | None
    bandwidth: str | None
    scope: str | None
    capital: Decimal | None
    """元."""
    insured: int | None
    shareholders: tuple[str, ...]
    foreign: str | None
    licences: str | None


def answers_of(client: Client, profile: Profile) -> Answers:
    """The answers as values; InputError lists every one that cannot be read, before anything is written."""
    faults: list[str] = []

    def read(name: str, parse: Callable[[str, Question], T]) -> T | None:
        given = client.answer(name)
        question = next((each for each in profile.questions if each.id == name), None)
        if given is None or question is None:
            return None
        try:
            return parse(given, question)
        except ValueError as fault:
            faults.append(f"{client.folder_name}/client.yaml /answers/{name}：{fault}")
            return None

    answers = Answers(
        home_province=read("home_province", lambda given, _: province(given, profile)),
        room=read("machine_room", choice),
        room_province=read("room_province", lambda given, _: province(given, profile)),
        self_built=read("self_built_room", choice),
        bandwidth=read("bandwidth_agreement", choice),
        scope=read("scope_words", choice),
        capital=read("registered_capital", lambda given, _: capital(given)),
        insured=read("insured_staff", lambda given, _: headcount(given)),
        shareholders=read("shareholder_kinds", choices) or (),
        foreign=read("foreign_capital", choice),
        licences=client.answer("existing_licences"),
    )
    if faults:
        raise InputError(*faults)
    return answers


def province(given: str, profile: Profile) -> str:
    """The printed name of a province; ValueError in a sentence where it is none or could be several."""
    name = given.strip()
    found = [each.name for each in profile.provinces if name and each.name.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"“{name}”可能是{'、'.join(found)}，请写全称")
    raise ValueError(f"没有“{name}”这个省份，应写全称（如 北京市、江苏省、内蒙古自治区）")


def capital(given: str) -> Decimal:
    """Registered capital in 元; ValueError in a sentence where the words state no amount of money in CNY."""
    text = given.strip()
    digits = text.replace(",", "").replace("，", "")
    if BARE.fullmatch(digits):
        return _plausible(Decimal(digits), text)
    money = parse_money(text)
    if money is None:
        raise ValueError(f"“{text}”不是金额，请写数字（元）或如 1000万元")
    if money.currency != "CNY":
        raise ValueError(f"“{text}”不是人民币，请写折合的人民币金额")
    if money.amount <= 0:
        raise ValueError(f"“{text}”应大于零")
    return money.amount


def _plausible(amount: Decimal, text: str) -> Decimal:
    if amount <= 0:
        raise ValueError(f"“{text}”应大于零")
    if amount < LEAST_PLAUSIBLE_CAPITAL:
        raise ValueError(f"“{text}”像是以万元计，请写明单位，如 {text}万元")
    return amount


def headcount(given: str) -> int:
    """A number of people; ValueError in a sentence where it is none."""
    text = given.strip()
    found = re.fullmatch(r"([0-9]+)\s*[人名]?", text)
    if found is None or int(found[1]) > MOST_PLAUSIBLE_STAFF:
        raise ValueError(f"“{text}”不是人数，请写整数，如 3")
    return int(found[1])


def choice(given: str, question: Question) -> str:
    """One of the question's options; ValueError in a sentence where it is none of them."""
    text = given.strip()
    if text not in question.options:
        raise ValueError(f"“{text}”不在可选范围内，可选：{'、'.join(question.options)}")
    return text


def choices(given: str, question: Question) -> tuple[str, ...]:
    """Some of the question's options, each once; words on one line are separated by 、 or a comma."""
    words = [word for each in entries(given) for word in re.split(r"[、,，;；]", each) if word.strip()]
    return tuple(dict.fromkeys(choice(each, question) for each in words))
