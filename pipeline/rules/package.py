"""The package: every slot filled, in order, numbered right, within the portal's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.bundle import MEGABYTE
from pipeline.model.case import Case
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, Note, Unknown, values
from pipeline.model.intake import UNOPENED
from pipeline.model.outcome import Built
from pipeline.profile.records import Material
from pipeline.rules.papers import title_of
from pipeline.rules.registry import rule

FILE_NAME = re.compile(r"\d{2}[A-Z]?(-\d+)?_[^_]+_.+\.pdf")
NUMBERING = frozenset({"numbers", "contents", "links", "bookmarks", "labels", "running", "spans", "kept", "together"})
"""Checks of the proof that together say whether printed numbers, contents, links and outline agree."""


@rule("PK-01")
def every_slot_is_filled(case: Case, *, materials: tuple[Material, ...]) -> Iterator[Judgement]:
    """Every required material has a paper; 07 and 08 are filled by the drafts."""
    for material in materials:
        if material.required and not material.generated and not case.in_material(material.number):
            absence = Evidence(file="papers", where=material.number)
            yield Breach(values=values(number=material.number, title=material.title), evidence=(absence,))


@rule("PK-02", phase="output")
def package_is_in_upload_order(
    case: Case,  # noqa: ARG001 - every output rule reads both
    built: Built,
    *,
    materials: tuple[Material, ...],
) -> Iterator[Judgement]:
    """The materials stand in the dossier in upload order, each once."""
    wanted = [each.number for each in materials]
    placed = list(dict.fromkeys(each.material for each in built.dossier.placements if each.material))
    if placed != [number for number in wanted if number in placed]:
        yield Breach(values=values(order="、".join(placed)), evidence=(Evidence(file="build:dossier.pdf"),))


@rule("PK-03", phase="output")
def numbers_agree_with_the_contents(case: Case, built: Built) -> Iterator[Judgement]:  # noqa: ARG001 - as above
    """Printed page numbers are continuous, and contents, links and outline lead to them."""
    for check in built.dossier.faults:
        if check.name in NUMBERING:
            yield Breach(values=values(check=check.title, detail=check.detail), evidence=(_dossier(),))


def _dossier() -> Evidence:
    return Evidence(file="build:dossier.pdf")


@rule("PK-11")
def every_file_opens(case: Case) -> Iterator[Judgement]:
    """No file is encrypted, damaged, empty or of a form that cannot be read, and every page of it was read."""
    for file in case.inventory.files:
        if file.state in UNOPENED:
            place = Evidence(file=file.path, sha256=file.sha256)
            yield Breach(values=values(file=file.path, state=file.state, why=file.why), evidence=(place,))
        for lost in file.unread:
            place = Evidence(file=file.path, sha256=file.sha256, page=lost.page)
            yield Breach(values=values(file=file.path, page=lost.page, why=lost.why), evidence=(place,), part="page")


@rule("PK-12", phase="output")
def upload_files_fit(case: Case, built: Built, *, portal_max_file_mb: Decimal) -> Iterator[Judgement]:  # noqa: ARG001 - as above
    """Each upload file is within the portal's size limit."""
    for file in built.files:
        if not file.fits and not file.original:
            megabytes = f"{file.pdf.size / MEGABYTE:.1f}"
            named = values(number=file.material, size=megabytes, limit=portal_max_file_mb)
            yield Breach(values=named, evidence=(Evidence(file=f"build:package/{file.pdf.name}"),))


@rule("PK-13", phase="output")
def small_print_is_still_legible(
    case: Case,  # noqa: ARG001 - as above
    built: Built,
    *,
    portal_max_confidence_drop: Decimal,
) -> Iterator[Judgement]:
    """Where pictures were reduced to fit the portal, the smallest print is read as surely as before."""
    for page in built.legibility:
        place = (Evidence(file=f"build:package/{page.name}", page=page.page),)
        if page.before is None or page.after is None:
            yield Unknown(reason="not_measured", values=values(name=page.name, page=page.page), evidence=place)
        elif page.before - page.after >= portal_max_confidence_drop:
            before, after = f"{page.before:.0f}", f"{page.after:.0f}"
            yield Breach(values=values(name=page.name, page=page.page, before=before, after=after), evidence=place)


@rule("PK-17", phase="output")
def upload_files_are_named_well(case: Case, built: Built, *, portal_max_name_characters: int) -> Iterator[Judgement]:  # noqa: ARG001 - as above
    """Upload files are called NN_title_short-name.pdf, without illegal characters, and not too long."""
    for file in built.files:
        name = file.pdf.name
        if (
            not FILE_NAME.fullmatch(name)
            or len(name) > portal_max_name_characters
            or set(name) & set(built.plan.naming.illegal)
        ):
            yield Breach(values=values(name=name), evidence=(Evidence(file=f"build:package/{name}"),))


@rule("PK-15", phase="output")
def outputs_are_inert(case: Case, built: Built) -> Iterator[Judgement]:  # noqa: ARG001 - as above
    """The outputs hold no script, embedded file or external link; what was taken out of the sources is told."""
    for check in built.dossier.faults:
        if check.name == "active_content":
            yield Breach(values=values(what=check.detail), evidence=(_dossier(),))
    removed = dict.fromkeys((each.file, each.what) for each in built.dossier.removed)
    for file, what in removed:
        yield Note(reason="removed", values=values(file=file, what=what), evidence=(Evidence(file=file),))


@rule("PK-16")
def every_page_has_a_place(case: Case) -> Iterator[Judgement]:
    """Every paper is placed in a material; what is not is listed with the reason."""
    for paper in case.documents:
        if paper.status == "current" and paper.material is None:
            yield Breach(values=values(paper=title_of(paper), file=paper.parts[0].file), evidence=(paper.place(),))
