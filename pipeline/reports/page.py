"""report.html: one page for the agency that works offline, prints well and runs no script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.model.document import Document, Table
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Witness
from pipeline.model.outcome import Outcome
from pipeline.model.values import outward
from pipeline.profile.profile import Labels
from pipeline.profile.settings import Force
from pipeline.reports.findings import counts
from pipeline.reports.view import Picture, View

HERE = Path(__file__).parent
CHIPS = {
    "blocker": "不符",
    "warning": "建议",
    "info": "提示",
    "unknown": "待核对",
    "note": "说明",
}
OUTCOMES = {"kept": "通过", "broken": "不符", "unknown": "无法判断", "waived": "已豁免", "not_applicable": "不适用"}
STATES = {
    "used": "已采用",
    "unused": "未采用",
    "superseded": "有更新版本",
    "unreadable": "无法读取",
    "unplaced": "未归类",
}
VERDICTS = {
    "blocked": ("不能提交", "有必须补正的问题，已生成草稿册供查看"),
    "confirm": ("待人工核对", "没有已知的硬伤，但有程序无法确定之处，请逐项确认"),
    "ready": ("可打印盖章", "材料核对通过；盖章扫描件放回 papers/ 后再次生成即可上传"),
}
READY_AND_SEALED = ("可上传", "材料核对通过，盖章件已核对")
AGREEMENT_MARKS = {"yes": "✓", "no": "✗", "unsure": "？"}
INDEX = re.compile(r"\[(\d+)\]")


def render_report(view: View, picture_of: Picture) -> str:
    """The page as HTML; `picture_of` gives the picture of a place as a data URI."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    labels = view.profile.labels
    shared: dict[str, Any] = {
        "picture_of": picture_of,
        "where": where,
        "outward": outward,
        "label": labels.zh,
        "columns": columns,
    }
    paper = environment.get_template("paper.html.j2")

    def paper_block(document: Document) -> Markup:
        # The paper's own template escapes its values; its result is markup of ours.
        return Markup(paper.render(paper=document, subject=subject_of(document), **shared))  # noqa: S704

    client = view.outcome.case.client
    words, hint = verdict_words(view.outcome)
    return environment.get_template("report.html.j2").render(
        view=view,
        client=client,
        applicant=applicant(view.outcome),
        authority=view.profile.authority(client),
        timeline=view.outcome.case.timeline,
        verdict_words=words,
        verdict_hint=hint,
        counts=counts(view.outcome.results),
        style=Markup((HERE / "report.css").read_text(encoding="utf-8")),  # noqa: S704 - our own style sheet
        chips=CHIPS,
        outcomes=OUTCOMES,
        states=STATES,
        marks=AGREEMENT_MARKS,
        agreement=agreement,
        fact_label=lambda name: fact_label(name, labels),
        authority_label=lambda name: authority_label(name, labels),
        witness_label=lambda witness: witness_label(witness, view),
        setting_value=setting_value,
        paper_block=paper_block,
        **shared,
    )


def applicant(outcome: Outcome) -> str:
    """The applicant's name, the short name where no licence was read."""
    name = outcome.case.fact("company.name")
    return name.text if name is not None else outcome.case.client.short_name


def verdict_words(outcome: Outcome) -> tuple[str, str]:
    """The verdict in two words, and what it means."""
    if outcome.verdict == "ready" and outcome.sealing == "complete":
        return READY_AND_SEALED
    return VERDICTS[outcome.verdict]


def where(place: Evidence) -> str:
    """A place in words: file and page, or the place that is no page."""
    if place.page is not None:
        return f"{place.file} 第 {place.page} 页"
    return f"{place.file} {place.where or ''}".strip()


def subject_of(document: Document) -> str:
    """Whose paper it is, as read."""
    names = ("name", "company", "holder", "subject", "payer", "customer", "lessee", "owner", "project")
    found = next((field for name in names if (field := document.field(name)) is not None), None)
    return found.text if found is not None else ""


def columns(table: Table) -> tuple[str, ...]:
    """The columns that at least one row fills, in the order of their first appearance."""
    return tuple(dict.fromkeys(cell.name for row in table.rows for cell in row.fields))


def agreement(witness: Witness) -> str:
    """`yes`, `no` or `unsure`."""
    return {True: "yes", False: "no", None: "unsure"}[witness.agrees]


def fact_label(name: str, labels: Labels) -> str:
    """A fact's name in Chinese: `people[0].name` is 人员 1 · 姓名."""
    group, _, field = name.rpartition(".")
    number = INDEX.search(group)
    words = labels.zh(INDEX.sub("", group)) + (f" {int(number[1]) + 1}" if number else "")
    return f"{words} · {labels.zh(field)}" if group else labels.zh(field)


def authority_label(name: str, labels: Labels) -> str:
    """The paper that decides a fact, in Chinese."""
    return labels.zh(name)


def witness_label(witness: Witness, view: View) -> str:
    """Which paper or entry the witness is, with its value where it does not agree."""
    documents = view.outcome.case.documents
    name = "client.yaml" if witness.document is None else documents[witness.document].title
    return name if witness.agrees else f"{name}：{outward(witness.value)}"


def setting_value(force: Force) -> str:
    """A setting's value in words."""
    match force.value:
        case bool():
            return "是" if force.value else "否"
        case tuple():
            return "、".join(force.value)
        case value:
            return f"{value} {force.setting.unit or ''}".strip()
