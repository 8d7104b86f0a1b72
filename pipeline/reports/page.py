"""report.html: one page for the agency that works offline, prints well and runs no script."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.model.bundle import Naming, PackageFile
from pipeline.model.document import Document, Table
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Witness
from pipeline.model.findings import counts
from pipeline.model.outcome import Outcome
from pipeline.profile.records import SINCE_EVER
from pipeline.reports import forecasts, words
from pipeline.reports.view import View, places_of, table_places
from pipeline.rules.trust import is_sure

HERE = Path(__file__).parent / "html"
POLICY = "default-src 'none'; img-src data:; font-src data:; style-src {style}; base-uri 'none'; form-action 'none'"
AGREEMENT = {True: "yes", False: "no", None: "unsure"}
MOST_ROWS = 60
"""Rows of one table on the page; facts.json has all."""
MOST_AGENDA = 10
"""Items in the list at the top, which is to be read in ten seconds."""

Picture = Callable[[Evidence], str | None]
"""The picture of a place as a data URI, None where there is none."""
Typeface = Callable[[str], str]
"""The style rule that embeds a font for the text of a page."""


def render_report(view: View, picture_of: Picture, typeface: Typeface = lambda _: "") -> str:
    """The page as HTML: written once to know its characters, and once with the font that has them."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (HERE / "report.css").read_text(encoding="utf-8")
    environment.globals.update(vocabulary(view), view=view, picture_of=picture_of)  # macros see nothing else
    template = environment.get_template("report.html.j2")
    style = typeface(template.render(policy="", style=style)) + style
    return template.render(
        policy=POLICY.format(style=f"'{hash_of(style)}'"),
        style=Markup(style),  # noqa: S704 - our own style sheet, and the policy holds its hash
    )


def hash_of(style: str) -> str:
    """The style sheet's hash as a content security policy names it: no other style is applied."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")


def vocabulary(view: View) -> dict[str, Any]:
    """Names and words that the templates use."""
    labels, outcome = view.profile.labels, view.outcome
    verdict, hint = words.verdict_words(outcome)
    return {
        "applicant": words.applicant(outcome),
        "authority": view.profile.authority(outcome.case.client),
        "client": outcome.case.client,
        "case": outcome.case,
        "verdict": verdict,
        "verdict_hint": hint,
        "counts": counts(outcome.results),
        "to_seal": to_seal(outcome),
        "chips": words.CHIPS,
        "forecast_words": lambda each: forecasts.said(each)[0],
        "outcomes": words.OUTCOMES,
        "states": words.STATES,
        "filing_reasons": words.FILING_REASONS,
        "where": words.where,
        "where_in": words.where_in,
        "pages_of": words.pages_of,
        "shown": words.shown,
        "owner_of": words.owner_of,
        "marks_of": words.marks_of,
        "megabytes": words.megabytes,
        "since_ever": SINCE_EVER,
        "setting_value": words.setting_value,
        "places_of": places_of,
        "table_places": table_places,
        "columns": columns,
        "agreement": agreement,
        "times": times,
        "recognised": lambda fate: times(f"{each.material or ''} {labels.zh(each.kind)}" for each in fate.papers),
        "most_rows": MOST_ROWS,
        "most_agenda": MOST_AGENDA,
        "kind_label": labels.zh,
        "field_label": lambda group, name: words.field_label(group, name, labels),
        "fact_label": lambda name: words.fact_label(name, outcome.case, labels),
        "fact_field": lambda name: words.fact_field(name, labels),
        "by_group": lambda facts: groupby(facts, lambda fact: words.fact_group(fact.name, outcome.case, labels)),
        "question_label": lambda name: question_label(name, view),
        "witness_label": lambda witness: words.witness_label(witness, outcome.case, labels),
        "is_sure": lambda field: is_sure(field, view.least),
        "unsure": lambda document: unsure(document, view),
        "is_clear": lambda fact: is_clear(fact, view),
    }


def to_seal(outcome: Outcome) -> tuple[PackageFile, ...]:
    """The upload files that still want the applicant's seal, which their names say."""
    mark = Naming().pending_mark
    return tuple(each for each in outcome.package if each.pdf.name.endswith(f"{mark}.pdf"))


def columns(table: Table) -> tuple[str, ...]:
    """The columns that at least one row fills, in the order of their first appearance."""
    return tuple(dict.fromkeys(cell.name for row in table.rows for cell in row.fields))


def times(names: Iterable[str]) -> list[str]:
    """Each name once, with how often it came where that was more than once."""
    counted = Counter(names)
    return [name if number == 1 else f"{name} ×{number}" for name, number in counted.items()]


def agreement(witness: Witness) -> str:
    """`yes`, `no` or `unsure`."""
    return AGREEMENT[witness.agrees]


def question_label(name: str, view: View) -> str:
    """The question that an answer answers, its key where nothing asks."""
    return next((each.text for each in view.profile.questions if each.id == name), name)


def unsure(document: Document, view: View) -> int:
    """How many readings of a paper are too unclear to judge by."""
    return sum(not is_sure(field, view.least) for field in document.every_field)


def is_clear(fact: Fact, view: View) -> bool:
    """Whether a fact rests on readings that may be judged by."""
    return all(view.least.holds(place) for place in fact.evidence)
