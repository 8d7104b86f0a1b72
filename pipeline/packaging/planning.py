"""From a judged case to the plan of its dossier: which pages of which PDF stand where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pipeline.model.bundle import (
    Binding,
    BundlePlan,
    CoverFacts,
    MaterialPlan,
    Naming,
    PlacedDocument,
    PlacedPart,
    PortalLimits,
    Sealing,
)
from pipeline.model.case import Case
from pipeline.model.document import Document, Part
from pipeline.model.draft import Draft
from pipeline.model.sealing import SealedScan
from pipeline.packaging.order import documents_in_order
from pipeline.profile.profile import Profile
from pipeline.profile.records import Annex, Material
from pipeline.profile.settings import Settings
from pipeline.store import sha256

OFFICE = re.compile(r"(?:局|厅|委员会|公司|中心|政府)$")
"""How a line ends that names who issues a paper, not what it is."""


class Folders:
    """Where the PDFs of a client's papers lie: the papers themselves, and what was made of them."""

    def __init__(self, client: Path, derivatives: Path) -> None:
        self.client = client
        self.derivatives = derivatives


class Written(NamedTuple):
    """What the program wrote, and the sealed scans that stand in its place."""

    drafts: tuple[Draft, ...]
    scans: tuple[SealedScan, ...] = ()

    @property
    def sealing(self) -> Sealing:
        """Complete once every draft has its sealed scan."""
        return "complete" if self.drafts and all(map(self.scan_of, self.drafts)) else "pending"

    def is_copy(self, document: Document) -> bool:
        """Whether a paper is the sealed copy of a draft: it stands in its place or, not accepted, nowhere."""
        return bool(document.lines) and any(draft.material == document.material for draft in self.drafts)

    def scan_of(self, draft: Draft) -> SealedScan | None:
        """The scan that stands in a draft's place, None where it is still to be sealed."""
        return next((each for each in self.scans if each.material == draft.material), None)


def plan_of(
    case: Case,
    written: Written,
    profile: Profile,
    settings: Settings,
    folders: Folders,
    *,
    final: bool,
) -> BundlePlan:
    """The plan of a client's dossier; a draft plan says for each material what is missing."""
    return BundlePlan(
        cover=_cover(case, profile, written.sealing),
        short_name=case.client.short_name,
        materials=tuple(_material(each, case, written, profile, folders) for each in profile.materials),
        limits=PortalLimits(
            max_file_mb=float(settings.number("portal.max_file_mb")), min_dpi=settings.whole("portal.min_dpi")
        ),
        naming=Naming(max_characters=settings.whole("portal.max_name_characters")),
        final=final,
        dividers=bool(settings["bundle.dividers"]),
        binding=Binding(
            max_pages=settings.whole("bundle.max_pages"),
            max_mb=float(settings.number("bundle.max_mb")),
            duplex=bool(settings["bundle.duplex"]),
        ),
    )


def to_write(profile: Profile, drafts: tuple[Draft, ...]) -> dict[str, tuple[str, ...]]:
    """The titles of what the program writes into each material and has not written yet."""
    written = {draft.material for draft in drafts}
    own = [(each.number, each.title) for each in profile.materials if each.generated and each.number not in written]
    annexes = [(each.parent, each.title) for each in profile.annexes if each.generated and each.number not in written]
    found: dict[str, tuple[str, ...]] = {}
    for number, title in (*own, *annexes):
        found[number] = (*found.get(number, ()), title)
    return found


def _cover(case: Case, profile: Profile, sealing: Sealing) -> CoverFacts:
    name, code = case.fact("company.name"), case.fact("company.code")
    return CoverFacts(
        licence=f"{profile.licence.name}（{profile.licence.code}）",
        applicant=name.text if name is not None else case.client.short_name,
        code=code.text if code is not None else "",
        authority=profile.authority(case.client),
        coverage="、".join(case.client.coverage),
        day=case.as_of,
        annexes=tuple(f"{each.number} {each.title}" for each in profile.annexes),
        sealing=sealing,
    )


def _material(material: Material, case: Case, written: Written, profile: Profile, folders: Folders) -> MaterialPlan:
    annexes = [each for each in profile.annexes if each.parent == material.number]
    slots = [material.number, *(each.number for each in annexes)]
    received = [*documents_in_order(case, material)]
    for annex in annexes:
        received.extend(documents_in_order(case, _as_material(annex)))
    papers = [_placed(each, case, folders) for each in received if not written.is_copy(each)]
    drafts = [each for slot in slots for each in written.drafts if each.material == slot]
    own = [_own(each, written.scan_of(each), case, folders) for each in drafts]
    documents = tuple((*own, *papers) if material.generated else (*papers, *own))
    return MaterialPlan(
        number=material.number,
        title=material.title,
        documents=tuple(each for each in documents if each.parts),
        missing=() if any(each.parts for each in documents) else (f"尚缺第 {material.number} 项“{material.title}”",),
        sealing_pending=any(written.scan_of(each) is None for each in drafts),
    )


def _as_material(annex: Annex) -> Material:
    return Material(number=annex.number, title=annex.title, kinds=annex.kinds, source=annex.title)


def _placed(document: Document, case: Case, folders: Folders) -> PlacedDocument:
    parts = tuple(_part(each, case, folders) for each in document.parts if each.first is not None)
    return PlacedDocument(
        title=_title(document),
        parts=parts,
        signed=document.marks.digital_signature,
        original=folders.client / document.parts[0].file if document.marks.digital_signature else None,
    )


def _title(document: Document) -> str:
    """The printed heading with whose paper it is; a card prints none, and an office's letter begins with its name."""
    subject = next((found for name in ("name", "holder", "subject") if (found := document.field(name))), None)
    named = document.heading and document.kind != "id_card" and not OFFICE.search(document.heading)
    heading = document.heading if named else document.title
    return f"{heading}（{subject.text}）" if subject is not None and subject.text not in heading else heading


def _part(part: Part, case: Case, folders: Folders) -> PlacedPart:
    source = case.inventory.file(part.file)
    derivative = source.derivative if source is not None else None
    path = folders.derivatives / derivative if derivative is not None else folders.client / part.file
    assert part.first is not None
    assert part.last is not None
    return PlacedPart(path=path.absolute(), file=part.file, sha256=part.sha256, first=part.first, last=part.last)


def _own(draft: Draft, scan: SealedScan | None, case: Case, folders: Folders) -> PlacedDocument:
    """A draft, or its sealed scan in its place."""
    if scan is None:
        return _draft(draft)
    return PlacedDocument(title=draft.title, parts=tuple(_part(each, case, folders) for each in scan.parts))


def _draft(draft: Draft) -> PlacedDocument:
    part = PlacedPart(
        path=draft.pdf.absolute(),
        file=f"build:drafts/{draft.pdf.name}",
        sha256=sha256(draft.pdf),
        first=1,
        last=draft.pages,
    )
    return PlacedDocument(title=draft.title, parts=(part,))
