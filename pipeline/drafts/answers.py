"""Answers of client.yaml as templates print them: texts, numbers and rows; what is missing carries a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pipeline.drafts.marks import OpenMarks
from pipeline.model.draft import DraftContext
from pipeline.profile.records import Question
from pipeline.text.answers import COLUMN, entries

GAP = re.compile(r"(?<=[\u3000-\u9fff]) +(?=\S)|(?<=\S) +(?=[\u3000-\u9fff])")
EMPTY = "—"
Printed = str | tuple["Row", ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its number from 1 and its cells."""

    index: int
    cells: tuple[str, ...]


def asked(questions: tuple[Question, ...], context: DraftContext) -> tuple[Question, ...]:
    """The questions that concern this case."""
    return tuple(
        each for each in questions if each.when is None or (each.when == "cross_province" and context.cross_province)
    )


def unanswered(questions: tuple[Question, ...], context: DraftContext) -> Iterator[tuple[Question, str]]:
    """Questions without a usable answer, with what is wrong (empty where nothing was said at all)."""
    for question in asked(questions, context):
        given = context.fact(f"answers.{question.id}")
        fault = "" if given is None else answer_fault(question, given)
        if given is None or fault:
            yield question, fault


def printed_answers(questions: tuple[Question, ...], context: DraftContext, marks: OpenMarks) -> dict[str, Printed]:
    """Every asked question's answer by id, in the form that templates print."""
    return {question.id: _printed(question, context, marks) for question in asked(questions, context)}


def _printed(question: Question, context: DraftContext, marks: OpenMarks) -> Printed:
    given = context.fact(f"answers.{question.id}")
    fault = "" if given is None else answer_fault(question, given)
    if given is None or fault:
        mark = marks.mark(question.id, f"{question.text.rstrip('。').split('？')[0]}{'——' + fault if fault else ''}")
        blanks = (EMPTY,) * (len(question.columns) - 1)
        return (Row(1, (mark, *blanks)),) if question.columns else mark
    if question.columns:
        return rows(question, given)
    if question.kind == "list":
        return "、".join(map(tightened, entries(given)))
    return tightened(given).rstrip("。；;")


def answer_fault(question: Question, given: str) -> str:
    """Why an answer cannot be printed, empty where it can."""
    if not given.strip() or (question.kind == "list" and not entries(given)):
        return "答案为空"
    if question.kind in {"integer", "decimal", "money"} and number(given) is None:
        return "须为数字"
    if question.kind == "integer" and not re.fullmatch(r"\d+", given.strip()):
        return "须为整数"
    chosen = entries(given) if question.kind == "list" else (given.strip(),)
    if question.options and not set(chosen) <= set(question.options):
        return f"须为{'或'.join(question.options)}"
    if question.columns:
        return _row_fault(question, given)
    return ""


def _row_fault(question: Question, given: str) -> str:
    for index, cells in enumerate(map(COLUMN.split, entries(given)), 1):
        if len(cells) != len(question.columns):
            return f"第{index}行须有{len(question.columns)}列，以竖线分隔"
        for column, cell in zip(question.columns, cells, strict=True):
            if ("万元" in column or "第几个月" in column) and number(cell) is None:
                return f"第{index}行的“{column}”须为数字"
    return ""


def rows(question: Question, given: str) -> tuple[Row, ...]:
    """The rows of a list answer with columns."""
    return tuple(
        Row(index, tuple(tightened(cell) for cell in COLUMN.split(entry)[: len(question.columns)]))
        for index, entry in enumerate(entries(given), 1)
    )


def tightened(text: str) -> str:
    """Text without spaces between Chinese and Latin words: a justified line would blow them up."""
    return GAP.sub("", text.strip())


def number(text: str) -> Decimal | None:
    """A number as people write it, thousands separators allowed; None where it is none."""
    try:
        value = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() and value >= 0 else None
