"""上传对照表: each portal slot with the file that goes there, its size and its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pipeline.model.bundle import MEGABYTE, Naming
from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.packaging.naming import file_name
from pipeline.profile.plan_records import PortalSlot
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings

HUNDREDTH = Decimal("0.01")
MANIFEST, PACKAGE = "manifest.json", "package"


class Packed(Record):
    """One file of a finished package: its material, size in bytes, pages, and whether the portal takes it."""

    name: str
    material: str
    size: int
    pages: int
    fits: bool


class Upload(Record):
    """A slot and one file for it; `file` is empty where the slot's paper lies inside another slot's file.

    Sizes in MB and pages are None until the package is built.
    """

    slot: PortalSlot
    file: str
    mb: Decimal | None = None
    pages: int | None = None
    fits: bool = True


def packed_in(folder: Path) -> tuple[Packed, ...]:
    """The package in a client's result folder as its manifest lists it; empty where none is finished."""
    manifest = folder / MANIFEST
    if not manifest.is_file() or not (folder / PACKAGE).is_dir():
        return ()
    return tuple(
        Packed(**{name: each[name] for name in Packed.model_fields})
        for each in json.loads(manifest.read_text(encoding="utf-8"))["package"]
        if not each["original"]
    )


def uploads_of(
    client: Client, profile: Profile, settings: Settings, package: tuple[Packed, ...]
) -> tuple[Upload, ...]:
    """One row for every file of a slot: those of the package, else the name that the package will give."""
    naming = Naming(max_characters=settings.whole("portal.max_name_characters"))
    return tuple(upload for slot in profile.plan.slots for upload in _of_slot(slot, client, profile, naming, package))


def _of_slot(
    slot: PortalSlot, client: Client, profile: Profile, naming: Naming, package: tuple[Packed, ...]
) -> Iterator[Upload]:
    files = [each for each in package if each.material == slot.material]
    for each in files:
        mb = (Decimal(each.size) / MEGABYTE).quantize(HUNDREDTH)
        yield Upload(slot=slot, file=each.name, mb=mb, pages=each.pages, fits=each.fits)
    if files:
        return
    material = profile.material(slot.material)
    name = "" if material is None else file_name(naming, material.number, material.title, client.short_name)
    yield Upload(slot=slot, file=name)
