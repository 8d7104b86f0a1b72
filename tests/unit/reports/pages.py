"""The page of an outcome, rendered and parsed."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from pipeline.model.evidence import Evidence
from pipeline.model.outcome import Outcome
from pipeline.reports.page import render_report
from pipeline.reports.view import View, view_of
from pipeline.rules.folding import fold
from tests.unit.reports.outcomes import PROFILE, settings_of

DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def view(told: Outcome) -> View:
    return view_of(told, PROFILE, settings_of(told), fold(told.results, PROFILE))


def picture_of(place: Evidence) -> str | None:
    return DOT if place.page is not None else None


def source(told: Outcome) -> str:
    return render_report(view(told), picture_of)


def page(told: Outcome) -> HtmlElement:
    return html.document_fromstring(source(told))


def words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def section(told: Outcome, name: str) -> HtmlElement:
    return page(told).get_element_by_id(name)
