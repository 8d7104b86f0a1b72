"""Drafts and a finished package from plain words, for the rules that run after them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.model.bundle import (
    Assembled,
    BoundDossier,
    BuiltPdf,
    BundlePlan,
    Check,
    ContentsRow,
    CoverFacts,
    MaterialPlan,
    PackageFile,
    PlacedDocument,
    PlacedPart,
    Placement,
    PlacementList,
    PortalLimits,
    ProofReport,
    Removal,
)
from pipeline.model.document import Part
from pipeline.model.draft import Draft, OpenPoint, Section, Stated
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.outcome import Built, Drafted, Legibility, Sighting
from pipeline.model.sealing import Difference, PageMatch, SealedScan
from pipeline.profile.profile import Profile

BOX = Box(72, 90, 210, 104)
HASH = "0" * 64
MEGABYTE = 1_000_000
FRONT_PAGES = 2
"""Cover and contents."""


def drafted(
    told: list[dict[str, Any]],
    sightings: list[dict[str, Any]] | None,
    scans: list[dict[str, Any]] | None = None,
) -> Drafted:
    """`drafts`: material, text (or page_texts), open_points, stated, sections; `sightings`: material, page, text.

    `scans`: see `scan`.
    """
    seen = None if sightings is None else tuple(Sighting(**each) for each in sightings)
    return Drafted(
        drafts=tuple(draft(each) for each in told), sightings=seen, scans=tuple(scan(each) for each in scans or ())
    )


def scan(told: dict[str, Any]) -> SealedScan:
    """A sealed scan: material, `surplus` (pages that are none of the draft's), and `pages` in the draft's order.

    A page that is right is told as `{}`; `missing`, `likeness` and `clearness` (0…1), `older` (the code it bears), `characters`,
    and `differences`: wanted, read, confidence, sort, under_seal.
    """
    material = str(told["material"])
    file = f"papers/{material}_盖章.pdf"
    pages = tuple(scanned_page(number, each, file) for number, each in enumerate(told["pages"], 1))
    return SealedScan(
        material=material,
        title=told.get("title", "业务发展计划书"),
        code=f"{material}-1A2B3C4D",
        documents=(0,),
        parts=(Part(file=file, sha256=HASH, first=1, last=len(pages)),),
        pages=pages,
        surplus=tuple(Evidence(file=file, sha256=HASH, page=number) for number in told.get("surplus", ())),
    )


def scanned_page(number: int, told: dict[str, Any], file: str) -> PageMatch:
    """One page of a draft, of 500 characters where it says no other number, beside its scanned page."""
    characters = int(told.get("characters", 500))
    if told.get("missing"):
        return PageMatch(page=number, characters=characters)
    place = Evidence(file=file, sha256=HASH, page=number)
    return PageMatch(
        page=number,
        place=place,
        likeness=float(told.get("likeness", 1)),
        clearness=float(told.get("clearness", 0.99)),
        characters=characters,
        code=told.get("older", ""),
        older="older" in told,
        differences=tuple(
            Difference(
                **{
                    "sort": "figure" if re.search("[0-9]", f"{each['wanted']}{each['read']}") else "words",
                    "confidence": 0.99,
                    "under_seal": False,
                    "evidence": place.model_copy(update={"bbox": BOX}),
                    **each,
                }
            )
            for each in told.get("differences", ())
        ),
    )


def draft(told: dict[str, Any]) -> Draft:
    """One draft as written."""
    texts = tuple(told.get("page_texts") or [told.get("text", "")])
    return Draft(
        material=str(told["material"]),
        title=told.get("title", ""),
        docx=Path("build/drafts/draft.docx"),
        pdf=Path("build/drafts/draft.pdf"),
        code=told.get("code", "D-000000"),
        engine="case",
        edited=bool(told.get("edited", False)),
        pages=len(texts),
        page_texts=texts,
        open_points=tuple(
            OpenPoint(
                **(
                    {"where": "第1章", "text": f"【待补：{each}】", "question": each}
                    if isinstance(each, str)
                    else each
                )
            )
            for each in told.get("open_points", ())
        ),
        sections=tuple(Section(**{"page": 1, "characters": 500, **each}) for each in told.get("sections", ())),
        stated=tuple(
            Stated(**{"page": 1, "text": str(each["value"]), **each, "value": str(each["value"])})
            for each in told.get("stated", ())
        ),
    )


def built(told: dict[str, Any], profile: Profile) -> Built:
    """A package that is right unless told otherwise, one page a material.

    `order`: the materials as merged; `contents`: first pages printed in the contents where they differ; `files`:
    {name, mb, material, fits}; `failed`: names of the proof's checks that failed; `removed`: {file, page, what} taken out of sources; `limit_mb`;
    `legibility`: {name, page, before, after} of files whose pictures were reduced.
    """
    plan = [each.number for each in profile.materials]
    order = [str(each) for each in told.get("order", plan)]
    first = {number: FRONT_PAGES + 1 + place for place, number in enumerate(order)}
    printed = {**first, **{str(key): page for key, page in (told.get("contents") or {}).items()}}
    pages = FRONT_PAGES + len(order)
    listing = PlacementList(
        title="申请材料",
        final=True,
        pages=pages,
        parts_bytes=MEGABYTE,
        rows=tuple(
            ContentsRow(
                level=0,
                number=number,
                title=profile.title_of(number),
                first=printed[number],
                last=printed[number],
                page=2,
                box=BOX,
            )
            for number in order
        ),
        placements=(
            Placement(page=1, role="cover"),
            Placement(page=2, role="contents"),
            *(
                Placement(
                    page=first[number],
                    role="source",
                    material=number,
                    document=0,
                    file=f"papers/{number}.pdf",
                    source_page=1,
                )
                for number in order
            ),
        ),
    )
    return Built(
        plan=bundle_plan(plan, profile, float(told.get("limit_mb", 5))),
        dossier=BoundDossier(
            files=(
                Assembled(
                    pdf=pdf("dossier.pdf", MEGABYTE, pages),
                    listing=listing,
                    removed=tuple(Removal(**each) for each in told.get("removed", ())),
                ),
            ),
            proofs=(proof(pages, tuple(told.get("failed", ()))),),
        ),
        files=tuple(package_file(each) for each in told.get("files") or default_files(plan, profile)),
        legibility=tuple(Legibility(**{"page": 1, **each}) for each in told.get("legibility", ())),
    )


def bundle_plan(numbers: list[str], profile: Profile, limit_mb: float) -> BundlePlan:
    """The plan in upload order."""
    return BundlePlan(
        cover=CoverFacts(
            licence=profile.licence.name,
            applicant="云桥网络有限公司",
            code="91119999MA01A2B323",
            authority="北京市通信管理局",
            coverage="北京市",
            day=date(2026, 12, 15),
        ),
        short_name="云桥",
        materials=tuple(
            MaterialPlan(
                number=number,
                title=profile.title_of(number),
                documents=(
                    PlacedDocument(
                        title=profile.title_of(number),
                        parts=(
                            PlacedPart(
                                path=Path(f"{number}.pdf"), file=f"papers/{number}.pdf", sha256=HASH, first=1, last=1
                            ),
                        ),
                    ),
                ),
            )
            for number in numbers
        ),
        limits=PortalLimits(max_file_mb=limit_mb, min_dpi=150),
        final=True,
    )


def default_files(numbers: list[str], profile: Profile) -> list[dict[str, Any]]:
    """One well-named file a material."""
    return [
        {"name": f"{number}_{profile.title_of(number)}_云桥.pdf", "mb": 1, "material": number} for number in numbers
    ]


def package_file(told: dict[str, Any]) -> PackageFile:
    """One upload file."""
    size = int(float(told.get("mb", 1)) * MEGABYTE)
    return PackageFile(
        pdf=pdf(told["name"], size, 1),
        material=str(told.get("material", "01")),
        documents=(0,),
        forecast=size,
        fits=bool(told.get("fits", True)),
    )


def pdf(name: str, size: int, pages: int) -> BuiltPdf:
    """A written file."""
    return BuiltPdf(name=name, sha256=HASH, size=size, pages=pages)


def proof(pages: int, failed: tuple[str, ...]) -> ProofReport:
    """A proof in which these checks failed."""
    checks = tuple(Check(name=name, title=name, ok=False, detail="不符") for name in failed)
    return ProofReport(ok=not failed, basis="plan", pages=pages, sha256=HASH, checks=checks)
