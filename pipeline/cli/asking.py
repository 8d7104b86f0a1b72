"""`new` on a terminal: one question after another, a bad answer asked again with what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import click

from pipeline.cli.common import say
from pipeline.plan.asking import ACROSS, COVERAGE, YES_OR_NO, Asked, across_faults, asked, checked
from pipeline.profile.profile import Profile


def ask(given: Mapping[str, str], profile: Profile, today: date) -> dict[str, str]:
    """Every answer: those given, and those of the person at the terminal; an empty line leaves a question open."""
    answers = dict(given)
    click.echo(say("逐项回答，不知道的直接按回车。", "Answer one by one; press Enter to skip."))
    for question in asked(profile):
        if question.key in answers or _is_idle(question, answers):
            continue
        answers[question.key] = _answer(question, answers, profile, today)
    return answers


def _is_idle(question: Asked, answers: Mapping[str, str]) -> bool:
    """Whether an earlier answer leaves nothing to ask."""
    match question.key:
        case "room_province" | "self_built_room":
            return answers.get("machine_room") == "无"
        case "foreign_route":
            return answers.get("foreign_capital") != "有"
        case _:
            return question.key == ACROSS and COVERAGE in answers


def _answer(question: Asked, answers: Mapping[str, str], profile: Profile, today: date) -> str:
    several = "；可答几项，用“、”分开" if question.several else ""
    options = f"（{'/'.join(question.options)}{several}）" if question.options else ""
    while True:
        answer = str(click.prompt(f"{question.text}{options}", default="", show_default=False)).strip()
        if not answer:
            return ""
        try:
            value = checked(question.key, answer, profile, today)
        except ValueError as fault:
            click.echo(f"✗ {fault}", err=True)
            continue
        across = YES_OR_NO.get(answers.get(ACROSS, ""))
        misfits = tuple(across_faults(across, value)) if isinstance(value, tuple) else ()
        if not misfits:
            return answer
        click.echo(f"✗ {misfits[0]}", err=True)
