"""What a new client is asked: each question under its short name, each answer checked in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rapidfuzz import process

from pipeline.errors import UsageError
from pipeline.model.client import NATIONWIDE, crosses_provinces
from pipeline.plan.answers import capital, choice, choices, headcount, province
from pipeline.profile.profile import Profile
from pipeline.profile.records import Question
from pipeline.text.days import parse_day

NEAR_ENOUGH = 50
"""Similarity in percent from which a name is offered for a wrong one."""
PROVINCES, COVERAGE, ACROSS = frozenset({"home_province", "room_province"}), "coverage", "across"
VARIANTS = {"不含": "without_site_access", "含": "with_site_access"}
ROUTES = {"内资": "domestic", "合资": "fdi_50", "试点": "pilot_2024", "内地与港澳": "cepa"}
YES_OR_NO = {"是": "是", "否": "否", "跨省": "是", "不跨省": "否"}
WORDS = {ACROSS: YES_OR_NO, "variant": VARIANTS, "foreign_route": ROUTES}
"""Questions whose answer is one of a few words, each with the word that client.yaml takes."""
SEPARATORS = re.compile(r"[、,，;；\s]+")


class Asked(NamedTuple):
    """One question of `new`: the key in client.yaml, its short Chinese name, its words, and the answers offered."""

    key: str
    alias: str
    text: str
    options: tuple[str, ...] = ()
    several: bool = False
    """Whether more than one of the options may be named."""


class Given(NamedTuple):
    """What was answered, checked: ready to be written into client.yaml."""

    coverage: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """Keys of client.yaml itself, as YAML words."""
    answers: tuple[tuple[str, object], ...] = ()
    """Answers to the profile's questions by id, as plain values."""


HEAD = (
    Asked(ACROSS, "是否跨省", "业务是否跨省？", ("是", "否")),
    Asked(COVERAGE, "省份", "业务覆盖哪些省份？一个省写全称；跨省写两个以上，用“、”分开，或写“全国”"),
    Asked("variant", "网站接入", "业务含不含网站接入？", tuple(VARIANTS)),
)
TAIL = (
    Asked("foreign_route", "外资路径", "外资走哪条路径？没有外资写内资", tuple(ROUTES)),
    Asked("submit_on", "计划提交日", "计划哪一天提交？写作 2026-12-15，未定可不答"),
    Asked("short_name", "简称", "文件名里用的公司简称？"),
)


def asked(profile: Profile) -> tuple[Asked, ...]:
    """Every question in the order in which a person is asked."""
    own = (
        Asked(each.id, each.alias, each.text, each.options, each.kind == "list")
        for each in profile.questions
        if each.alias is not None
    )
    return (*HEAD, *own, *TAIL)


def named(name: str, questions: Iterable[Asked]) -> Asked:
    """The question with this key or short name; UsageError with the nearest where there is none."""
    every = tuple(questions)
    found = next((each for each in every if name in {each.key, each.alias}), None)
    if found is not None:
        return found
    near = process.extractOne(
        name, [word for each in every for word in (each.alias, each.key)], score_cutoff=NEAR_ENOUGH
    )
    hint = f"，是否想写“{near[0]}”？" if near else f"；可用的有：{'、'.join(each.alias for each in every)}"
    raise UsageError(f"--set 没有“{name}”这一项{hint}")


def parsed(pairs: Iterable[str], profile: Profile) -> dict[str, str]:
    """`key=value` words as key → answer; UsageError lists every one that is not so."""
    faults: list[str] = []
    given: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            faults.append(f"--set {pair}：应写作 名称=回答，如 省份=北京市")
            continue
        try:
            key = named(name.strip(), asked(profile)).key
        except UsageError as fault:
            faults.extend(fault.faults)
            continue
        if key in given:
            faults.append(f"--set {name}：写了两次")
        given[key] = value.strip()
    if faults:
        raise UsageError(*faults)
    return given


def checked(key: str, answer: str, profile: Profile, today: date) -> object:
    """One answer as the value that client.yaml takes; ValueError in one sentence where it cannot be."""
    if key in WORDS:
        return _word(answer, WORDS[key])
    match key:
        case "coverage":
            return provinces(answer, profile)
        case "submit_on":
            return _filing_day(answer, today)
        case "short_name":
            return answer
        case _:
            return _answer(next(each for each in profile.questions if each.id == key), answer, profile)


def settle(given: Mapping[str, str], profile: Profile, today: date) -> Given:
    """All answers checked and fitted to each other; UsageError lists every fault, one sentence each."""
    faults: list[str] = []
    values: dict[str, object] = {}
    aliases = {each.key: each.alias for each in asked(profile)}
    for key, answer in given.items():
        if answer:
            try:
                values[key] = checked(key, answer, profile, today)
            except ValueError as fault:
                faults.append(f"{aliases[key]}：{fault}")
    coverage = values.pop(COVERAGE, ())
    assert isinstance(coverage, tuple)
    faults.extend(across_faults(values.pop(ACROSS, None), coverage))
    if faults:
        raise UsageError(*faults)
    own = {each.key for each in (*HEAD, *TAIL)}
    return Given(
        coverage=coverage,
        keys=tuple((key, str(value)) for key, value in values.items() if key in own),
        answers=tuple((key, value) for key, value in values.items() if key not in own),
    )


def provinces(answer: str, profile: Profile) -> tuple[str, ...]:
    """Printed names, each once, or 全国 alone; ValueError names the first that is no province."""
    words = [each for each in SEPARATORS.split(answer) if each]
    if NATIONWIDE in words:
        if len(words) > 1:
            raise ValueError("“全国”已含各省，不要再写省份")
        return (NATIONWIDE,)
    return tuple(dict.fromkeys(province(each, profile) for each in words))


def across_faults(across: object, coverage: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the provinces named beside the answer whether the business crosses provinces."""
    if across is None or not coverage:
        return
    several = crosses_provinces(coverage)
    if across == "是" and not several:
        yield f"是否跨省：答了“是”，省份却只有{coverage[0]}，请写两个以上省份或“全国”"
    if across == "否" and several:
        yield f"是否跨省：答了“否”，省份却写了{'、'.join(coverage)}"


def _word(answer: str, words: Mapping[str, str]) -> str:
    if answer in words:
        return words[answer]
    if answer in words.values():
        return answer
    raise ValueError(f"“{answer}”不在可选范围内，可选：{'、'.join(words)}")


def _filing_day(answer: str, today: date) -> str:
    day = parse_day(answer)
    if day is None:
        raise ValueError(f"“{answer}”不是日期，应写作 2026-12-15")
    if day < today:
        raise ValueError(f"{day.isoformat()} 已经过去（今天是 {today.isoformat()}）")
    return day.isoformat()


def _answer(question: Question, answer: str, profile: Profile) -> object:
    if question.id in PROVINCES:
        return province(answer, profile)
    match question.kind:
        case "money":
            return int(capital(answer))
        case "integer":
            return headcount(answer)
        case "choice":
            return choice(answer, question)
        case "list":
            return list(choices(answer, question))
        case _:
            return answer
