"""What the form says of how to reach the applicant, and whether it was made after the papers behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, values
from pipeline.rules.application_form import form
from pipeline.rules.papers import Dated, client_place, dated, no_paper, title_of, unread
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze

TELEPHONE = re.compile(
    r"(?:\+?86-?)?(?:1[0-9]{10}|(?:\(?0[0-9]{2,3}\)?-?)?[0-9]{7,8}(?:(?:-|转)[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4})"
)
JOINTS = re.compile(r"[、,;/]")
EDITS = (
    ("business_licence", "01", "issued_on"),
    ("articles", "03", "signed_on"),
    ("change_notice", "01", "date"),
    ("access_agreement", "09", "signed_on"),
    ("room_lease", "10", "signed_on"),
)
"""Papers whose facts the form repeats, with the day on which they were made."""


@rule("AF-06")
def applicant_can_be_reached(case: Case) -> Iterator[Judgement]:
    """The telephone in the form is built as one, and client.yaml names a service telephone."""
    paper = form(case)
    if paper is None:
        yield no_paper("application_form")
        return
    phone = paper.field("phone")
    if phone is None:
        yield unread(paper, "phone")
    elif not all(TELEPHONE.fullmatch(each) for each in JOINTS.split(squeeze(phone.text)) if each):
        yield Breach(values=values(phone=phone.text), evidence=(phone.evidence,))
    if not case.client.service_phone:
        yield Breach(evidence=(client_place("/service_phone"),), part="service")


@rule("AF-08")
def form_is_newer_than_its_facts(case: Case) -> Iterator[Judgement]:
    """The form was generated no earlier than the papers whose facts it repeats."""
    paper = form(case)
    if paper is None:
        yield no_paper("application_form")
        return
    generated = dated(paper, "generated_on")
    if generated is None:
        yield unread(paper, "generated_on")
        return
    for source, made in _sources(case):
        if made.day > generated.day:
            named = values(generated=generated.day, paper=title_of(source), made=made.day)
            yield Breach(values=named, evidence=(generated.field.evidence, made.field.evidence))


def _sources(case: Case) -> Iterator[tuple[Document, Dated]]:
    """The papers that the form repeats, with the day on which each was made."""
    for kind, material, name in EDITS:
        for paper in case.in_material(material):
            if paper.kind == kind and (made := dated(paper, name)) is not None:
                yield paper, made
