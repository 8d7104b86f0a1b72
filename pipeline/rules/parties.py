"""Who stands on a contract: one name or several, an operator, a look-alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from pipeline.model.document import Document, Field
from pipeline.profile.records import Operator, Operators
from pipeline.text.agreement import Agreement
from pipeline.text.names import company_key, compare_companies, parent_of_branch

JOINTS = re.compile(r"[、;；/]")
"""What separates the names of joint parties; a comma may belong to an English name."""


def parties(text: str) -> tuple[str, ...]:
    """The names of joint parties."""
    return tuple(each.strip() for each in JOINTS.split(text) if each.strip())


def among(name: str, text: str) -> Agreement:
    """Whether a company is one of the parties that a field names."""
    answers = [compare_companies(each, name) for each in parties(text)]
    for answer in (Agreement.SAME, Agreement.UNSURE):
        if answer in answers:
            return answer
    return Agreement.DIFFERENT


def either(left: str, right: str) -> Agreement:
    """Whether one of the parties on the left is one of those on the right."""
    answers = [among(each, right) for each in parties(left)]
    for answer in (Agreement.SAME, Agreement.UNSURE):
        if answer in answers:
            return answer
    return Agreement.DIFFERENT


def is_basic(name: str, operators: Operators, groups: tuple[str, ...]) -> bool:
    """Whether a company is a basic operator of one of the groups that count, or a branch of one."""
    counting = [each for each in (*operators.basic, *operators.others) if each.name in groups]
    return not is_lookalike(name, operators) and _matches(name, counting)


def standing_of(text: str, operators: Operators, groups: tuple[str, ...]) -> Literal["basic", "licensed", "other"]:
    """What the best of the parties is: a basic operator that counts, another licensed network operator, or neither."""
    names, licensed = parties(text), tuple(each.name for each in operators.others)
    if any(is_basic(each, operators, groups) for each in names):
        return "basic"
    return "licensed" if any(is_basic(each, operators, licensed) for each in names) else "other"


def is_lookalike(name: str, operators: Operators) -> bool:
    """Whether a company bears an operator's name without being one."""
    return _matches(name, operators.lookalikes)


def _matches(name: str, operators: Iterable[Operator]) -> bool:
    """Whether a whole name, or that of the company whose branch it is, fits one of the patterns."""
    key = parent_of_branch(name) or company_key(name)
    return any(re.fullmatch(pattern, key) for each in operators for pattern in each.companies)


def group_of(text: str, operators: Operators) -> str | None:
    """The operator's group that one of the parties belongs to, None where none does."""
    known = (*operators.basic, *operators.others)
    return next(
        (
            each.name
            for name in parties(text)
            for each in known
            if not is_lookalike(name, operators) and _matches(name, [each])
        ),
        None,
    )


def let_by_operator(lease: Document | None, operators: Operators, groups: tuple[str, ...]) -> bool:
    """Whether a basic operator lets the room."""
    lessor = None if lease is None else lease.field("lessor")
    return lessor is not None and any(is_basic(each, operators, groups) for each in parties(lessor.text))


def named(field: Field | None) -> str:
    """What a field says, empty where it was not read."""
    return "" if field is None else field.text
