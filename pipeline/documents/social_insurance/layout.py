"""The schema of a layout file: what a form prints, where its values stand, how its rows are counted."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import Field as Setting
from pydantic import ValidationError, model_validator

from pipeline.errors import ProfileError
from pipeline.model.record import Record
from pipeline.yamltext import parse_yaml

Sort = Literal["words", "name", "company", "number", "code", "day", "month", "last_month", "count", "token"]
KINDS = ("养老", "医疗", "失业", "工伤", "生育")
"""The five insurances by their short names."""


class Anchor(Record):
    """Words that tell the form; `weight` is their share in its score."""

    words: str
    weight: float = Setting(default=1.0, gt=0)


class FieldSpec(Record):
    """A value of the head or foot: beside one of the `labels`, below one, or the group `value` of a `pattern`.

    Patterns see folded text: half width, no white space.
    """

    name: str
    sort: Sort = "words"
    labels: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    pattern: str | None = None

    @model_validator(mode="after")
    def has_a_place(self) -> Self:
        """At least one way to find it."""
        if not self.labels and not self.below and self.pattern is None:
            raise ValueError(f"{self.name}: 需要 labels、below 或 pattern 之一")
        return self


class ColumnSpec(Record):
    """A column by the names its heading may have; `under` is the group heading above."""

    name: str
    headings: tuple[str, ...]
    under: str = ""


class TableSpec(Record):
    """A table, recognised by at least `least` of its headings; `key` is filled in every row."""

    columns: tuple[ColumnSpec, ...]
    key: str
    least: int = 2


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


class Layout(Record):
    """One form. `share` of the anchors' weight makes a page one of this form."""

    layout: str
    title: str
    province: str | None = None
    confidence: float = Setting(default=1.0, gt=0, le=1)
    """The most that a value read by this layout is worth; less than 1 for forms that are only guessed at."""
    anchors: tuple[Anchor, ...]
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

    @model_validator(mode="after")
    def joins_are_there(self) -> Self:
        """Tables that rows are joined with exist, columns that they need too."""
        wanted = {"employers": self.employers, "basic": self.basic}
        for join in (self.months.payer, self.months.kinds_from):
            if join in wanted and wanted[join] is None:
                raise ValueError(f"{self.layout}: 明细取自 {join}，但没有声明这张表")
        columns = {column.name for column in self.months.table.columns}
        absent = [name for name in self.months.counted if name not in columns]
        if absent:
            raise ValueError(f"{self.layout}: 没有这些列：{'、'.join(absent)}")
        return self


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout file of the package, checked; all faults at once as a ProfileError."""
    found: list[Layout] = []
    faults: list[str] = []
    for entry in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".yaml"):
            layout, faulty = parsed(entry.name, entry.read_text(encoding="utf-8"))
            faults += faulty
            found += [layout] if layout is not None else []
    if faults:
        raise ProfileError(*faults)
    return tuple(found)


def parsed(name: str, text: str) -> tuple[Layout | None, tuple[str, ...]]:
    """A layout file as a record, or what is wrong with it, one sentence a fault."""
    file = parse_yaml(text)
    if file.faults:
        return None, tuple(f"{name} 第 {each.line} 行：{each.sentence}" for each in file.faults)
    try:
        return Layout.model_validate(file.content), ()
    except ValidationError as error:
        places = ("/".join(map(str, each["loc"])) or "文件" for each in error.errors())
        said = (each["msg"] for each in error.errors())
        return None, tuple(f"{name} /{place}：{words}" for place, words in zip(places, said, strict=True))
