"""A layout that is being written, tried on a paper: is the page told by it, what does it read, what is still lacking."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.documents.declaration import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.social_insurance.declaration import (
    KIND,
    REQUIRED,
    Anchored,
    better_layout,
    declaration,
    rivals,
)
from pipeline.documents.social_insurance.drafting import known_layout
from pipeline.model.document import Field, Row
from pipeline.model.record import Record
from pipeline.profile.insurance_form import Layout
from pipeline.profile.profile import Labels

NEEDED_OF_A_MONTH = ("month", "state", "kinds", "payer")
"""Cells without which the rules cannot count a month."""
MOST_PEOPLE = 5


class Lacking(Record):
    """A column that some of the rows lack."""

    name: str
    rows: int


class Trial(Record):
    """What a layout reads from a paper; `known` is the layout that would have read it before, empty where none.

    `yields_to` is the program's layout that finds more of its anchors on the paper, and would go on reading it.
    """

    layout: str
    told: bool
    reasons: tuple[str, ...]
    known: str
    yields_to: str
    fields: tuple[Field, ...]
    missing: tuple[tuple[str, str], ...]
    people: tuple[Row, ...]
    months: tuple[Row, ...]
    lacking: tuple[Lacking, ...]

    @property
    def works(self) -> bool:
        """Whether the page is told by the layout and each month has all that the rules ask for."""
        complete = not any(name in REQUIRED for name, _ in self.missing)
        return (
            self.told
            and not self.yields_to
            and complete
            and bool(self.people)
            and bool(self.months)
            and not self.lacking
        )

    def plain(self) -> dict[str, Any]:
        """Plain values, for `--json`."""
        return self.model_dump(mode="json") | {"works": self.works}

    def lines(self, labels: Labels) -> Iterator[str]:
        """What a person compares with the paper, and what is still to be done."""
        yield f"{'认得出' if self.told else '认不出'}这种表：" + "；".join(self.reasons)
        if self.yields_to:
            yield (
                f"  ✗ 程序自带的版式“{self.yields_to}”在这张表上找到的认表词更多，放入配置后仍由它读取。"
                f"请补上只有这种表才有的认表词；确要取代它，请以“{self.yields_to}”为版式名。"
            )
        elif self.known and self.known != self.layout:
            yield f"  注意：这张表原由版式“{self.known}”读取；放入配置后改由“{self.layout}”读取。"
        yield "读到的内容，请与原件逐项比对："
        yield from (f"  ✓ {_title(each.name, labels)}：{each.text}" for each in self.fields if each.name != "layout")
        yield from (f"  {_mark(name)} {_title(name, labels)}：没有读到（{reason}）" for name, reason in self.missing)
        yield f"  人数：{len(self.people)}"
        yield from ("    " + "，".join(field.text for field in each.fields) for each in self.people[:MOST_PEOPLE])
        if len(self.people) > MOST_PEOPLE:
            yield f"    …… 另有 {len(self.people) - MOST_PEOPLE} 人"
        yield f"  明细：{len(self.months)} 行"
        yield from (f"    第一行：{_row(each, labels)}" for each in self.months[:1])
        yield from (f"    最后一行：{_row(each, labels)}" for each in self.months[1:][-1:])
        for lack in self.lacking:
            yield f"  ✗ {lack.rows} 行没有读到{_title(lack.name, labels)}（{HINTS[lack.name]}）"
        yield "可以使用。" if self.works else "还不能使用：请按上面打 ✗ 的各项修改版式文件，再试一遍。"


def _title(name: str, labels: Labels) -> str:
    return labels.zh(labels.own_name(KIND, name))


def _mark(name: str) -> str:
    """A field without which a paper is incomplete, or one that not every form prints."""
    return "✗" if name in REQUIRED else "–"


def _row(row: Row, labels: Labels) -> str:
    return "｜".join(f"{_title(field.name, labels)} {_value(field)}" for field in row.fields)


def _value(field: Field) -> str:
    return "、".join(json.loads(field.text)) if field.name == "kinds" else field.text


HINTS = {
    "month": "看 months 的 columns",
    "state": "表上有状态一列就写进 columns；没有就在 months 下写 state",
    "kinds": "看 months 的 kinds_from 和 kinds",
    "payer": "看 months 的 payer 和 fields 中的 payer",
}
"""Where in the file a lacking column is put right."""


def trial(paper: Paper, layout: Layout, own: tuple[Layout, ...] = ()) -> Trial:
    """What a layout reads from a paper; `own` are the profile's layouts so far."""
    read = read_paper(declaration(layout), paper)
    rows = {table.name: table.rows for table in read.tables}
    verdict = max((Anchored(layout).judge(sheet) for sheet in paper.sheets), key=lambda each: each.score)
    better = [found for sheet in paper.sheets if (found := better_layout(layout, rivals(own), sheet)) is not None]
    absent = ((name, sum(row.field(name) is None for row in rows["months"])) for name in NEEDED_OF_A_MONTH)
    return Trial(
        layout=layout.layout,
        told=verdict.score > 0,
        reasons=tuple(reason.text for reason in verdict.reasons),
        known=known_layout(paper, own),
        yields_to=better[0].layout if better and verdict.score > 0 else "",
        fields=read.fields,
        missing=tuple((each.name, each.reason) for each in read.missing),
        people=rows["people"],
        months=rows["months"],
        lacking=tuple(Lacking(name=name, rows=number) for name, number in absent if number),
    )
