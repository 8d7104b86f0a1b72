"""A layout file: what an insurance form prints, where its values stand, how its rows are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ValidationInfo, field_validator, model_validator
from pydantic import Field as Setting
from rapidfuzz import process

from pipeline.model.record import Record

Sort = Literal["words", "name", "company", "number", "code", "day", "month", "last_month", "count", "token"]
KINDS = ("养老", "医疗", "失业", "工伤", "生育")
"""The five insurances by their short names."""
FIELDS = (
    "name",
    "number",
    "payer",
    "payer_code",
    "printed_on",
    "verify_code",
    "verify_until",
    "page_count",
    "period",
    "claimed_through",
)
"""What the program takes from a form's head and foot."""
COLUMNS = (
    *("name", "number", "payer", "unit", "unit_share", "month", "year", "span", "from", "to", "kind", "kinds"),
    *("state", "base", "note", "region", "count", *KINDS),
)
"""What the program takes from a form's tables."""
MONTH_COLUMNS = ("month", "span", "from", "year")
"""The columns that say which month a row is of."""
STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")
VALUE = "value"
"""The group of a pattern that is the value."""


def _said(words: str) -> str:
    if not words.strip():
        raise ValueError("不能是空的")
    return words


Printed = Annotated[str, AfterValidator(_said)]
"""Words that a form prints."""


def _one_of(name: str, names: Iterable[str], what: str) -> str:
    """The name, where it is one of these."""
    valid = tuple(names)
    if name in valid:
        return name
    near = process.extractOne(name, valid, score_cutoff=60)
    hint = f"，是否想写“{near[0]}”？" if near else f"；可用的有：{'、'.join(valid)}"
    raise ValueError(f"没有{what}“{name}”{hint}")


class Anchor(Record):
    """Words that tell the form; `weight` is their share in its score."""

    words: Printed
    weight: float = Setting(default=1.0, gt=0)


class FieldSpec(Record):
    """A value of the head or foot: beside one of the `labels`, below one, or the group `value` of a `pattern`.

    Patterns see folded text: half width, no white space.
    """

    name: str
    sort: Sort = "words"
    labels: tuple[Printed, ...] = ()
    below: tuple[Printed, ...] = ()
    pattern: str | None = None

    @field_validator("name")
    @classmethod
    def is_known(cls, name: str) -> str:
        """A field that the program takes."""
        return _one_of(name, FIELDS, "字段")

    @field_validator("pattern")
    @classmethod
    def compiles(cls, pattern: str | None) -> str | None:
        """A pattern with the group `value`."""
        try:
            groups = {} if pattern is None else re.compile(pattern).groupindex
        except re.error:
            raise ValueError("正则表达式写错了：请检查括号和反斜杠") from None
        if pattern is not None and VALUE not in groups:
            raise ValueError("正则表达式里要有 (?P<value>…) 括出所要的值")
        return pattern

    @model_validator(mode="after")
    def has_a_place(self) -> Self:
        """At least one way to find it."""
        if not self.labels and not self.below and self.pattern is None:
            raise ValueError(f"{self.name} 没有说到哪里找：需要 labels、below 或 pattern 之一")
        return self


class ColumnSpec(Record):
    """A column by the names its heading may have; `under` is the group heading above."""

    name: str
    headings: tuple[Printed, ...] = Setting(min_length=1)
    under: str = ""

    @field_validator("name")
    @classmethod
    def is_known(cls, name: str) -> str:
        """A column that the program takes."""
        return _one_of(name, COLUMNS, "列")


class TableSpec(Record):
    """A table, recognised by at least `least` of its headings; `key` is filled in every row."""

    columns: tuple[ColumnSpec, ...] = Setting(min_length=1)
    key: str
    least: int = Setting(default=2, ge=1)

    @field_validator("key")
    @classmethod
    def is_a_column(cls, key: str, info: ValidationInfo) -> str:
        """The key is one of the columns."""
        columns = info.data.get("columns")
        return (
            key if columns is None else _one_of(key, (each.name for each in columns), "这一列（key 须在 columns 中）")
        )

    @field_validator("least")
    @classmethod
    def can_be_met(cls, least: int, info: ValidationInfo) -> int:
        """No more headings are asked for than there are columns."""
        columns = info.data.get("columns")
        if columns is not None and least > len(columns):
            raise ValueError(f"要求认出 {least} 个列名，但只声明了 {len(columns)} 列")
        return least

    @property
    def names(self) -> frozenset[str]:
        """Its columns."""
        return frozenset(each.name for each in self.columns)


class People(Record):
    """Who is insured: one person by fields of the head, or every row of a table with `name` and `number` columns."""

    source: Literal["head", "rows"]


class StateWord(Record):
    """A sign or word of the form and the state that it stands for (● → 已缴费)."""

    sign: str
    state: str


class Months(Record):
    """The detail rows, each a month or a span of months (`2026-01至2026-10`), read as one row a month.

    The month stands in the column `month`, in `year` and `month`, in `span`, or in `from` and `to`; rows that print
    none take the head's field `period`. `state` is what a row without a column of states stands for. `kinds`: the
    insurances that every row covers; `counted` are columns, named after a kind, with the number of months paid in a
    span, or (`amounts`) with what was paid in the month; `title` takes them from the form's own heading. `states` says
    what signs in the column `state` stand for. `payer`: the column `payer` of the row, the employer whose span covers the month (`employers`), the one
    unit of the basic table (`basic`), or the head's payer.
    """

    table: TableSpec
    state: str = ""
    kinds: tuple[str, ...] = ()
    kinds_from: Literal["fixed", "column", "counted", "amounts", "basic", "title"] = "fixed"
    counted: tuple[str, ...] = ()
    states: tuple[StateWord, ...] = ()
    payer: Literal["row", "employers", "basic", "head"] = "head"

    @field_validator("kinds", "counted")
    @classmethod
    def are_insurances(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        """Each is one of the five insurances."""
        return tuple(_one_of(name, KINDS, "险种") for name in names)

    @model_validator(mode="after")
    def columns_are_there(self) -> Self:
        """Columns that the rows are read by exist."""
        columns = self.table.names
        absent = [name for name in self.counted if name not in columns]
        if absent:
            raise ValueError(f"counted 所列的险种没有相应的列：{'、'.join(absent)}")
        if self.kinds_from in ("counted", "amounts") and not self.counted:
            raise ValueError(f"kinds_from 为 {self.kinds_from} 时，须在 counted 列出险种")
        if self.kinds_from == "column" and "kinds" not in columns:
            raise ValueError("kinds_from 为 column 时，明细须有 kinds 一列")
        if self.payer == "row" and not columns & {"payer", "unit"}:
            raise ValueError("payer 为 row 时，明细须有 payer（单位名称）或 unit（单位编号）一列")
        return self


class Layout(Record):
    """One form. `share` of the anchors' weight makes a page one of this form."""

    layout: str
    title: str
    province: str | None = None
    confidence: float = Setting(default=1.0, gt=0, le=1)
    """The most that a value read by this layout is worth; less than 1 for forms that are only guessed at."""
    anchors: tuple[Anchor, ...] = Setting(min_length=1)
    share: float = Setting(default=0.6, gt=0, le=1)
    fields: tuple[FieldSpec, ...]
    stops: tuple[str, ...] = ()
    """Further labels of the form, at which values end."""
    excludes: tuple[str, ...] = ()
    """Words that no page of this form has."""
    people: People
    months: Months
    employers: TableSpec | None = None
    """Spans with the employer that paid in them: columns `from`, `to` (or `span`) and `payer`."""
    basic: TableSpec | None = None
    """The table of insurances: columns `kind`, `state`, `payer`."""

    @field_validator("layout")
    @classmethod
    def is_a_stem(cls, layout: str) -> str:
        """A name that can be a file's on every system."""
        if STEM.fullmatch(layout) is None:
            raise ValueError("只能用小写英文字母、数字、- 和 _，如 hainan")
        return layout

    @model_validator(mode="after")
    def joins_are_there(self) -> Self:
        """Tables that rows are joined with exist, and people and months can be told."""
        wanted = {"employers": self.employers, "basic": self.basic}
        for join in (self.months.payer, self.months.kinds_from):
            if join in wanted and wanted[join] is None:
                raise ValueError(f"明细取自 {join}，但没有声明 {join} 这张表")
        fields, columns = {each.name for each in self.fields}, self.months.table.names
        if self.people.source == "head" and not fields & {"name", "number"}:
            raise ValueError("people 为 head（一人一份）时，fields 须有 name（姓名）或 number（证件号码）")
        if self.people.source == "rows" and "name" not in columns:
            raise ValueError("people 为 rows（每行一人）时，明细须有 name（姓名）一列")
        if not columns & set(MONTH_COLUMNS) and "period" not in fields:
            raise ValueError("明细没有月份一列（month、span、from 或 year），表头也没有 period（所属期）")
        return self
