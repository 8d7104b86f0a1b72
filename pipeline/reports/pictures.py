"""Pictures of all places that the report shows, made in limited children, kept per page."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline.engines.children import Workshop
from pipeline.engines.crops import CropTask, crop
from pipeline.engines.outcomes import Done
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory
from pipeline.store import Store, fingerprint, sha256

OWN_OUTPUT = "build:"
"""What evidence on the program's own outputs begins with."""

Place = tuple[str, int | None, Box | None]
"""File, page, and the box on it; a place without a box is the whole page."""
Page = tuple[str, int]


class Album(NamedTuple):
    """Where pages to be drawn are found: the client's folder, the run's own outputs, derivatives in the store.

    `turned` tells by how many degrees clockwise a page must be turned to be upright; the others stand as they are.
    """

    inventory: Inventory
    client: Path
    fresh: Path
    store: Store
    turned: Mapping[Page, int] = MappingProxyType({})

    def path(self, name: str) -> Path | None:
        """The PDF that stands for a file, None where there is nothing to draw."""
        if name.startswith(OWN_OUTPUT):
            own = self.fresh / name.removeprefix(OWN_OUTPUT)
            return own if own.is_file() else None
        file = self.inventory.file(name)
        if file is None or file.state != "readable":
            return None
        return self.store.derivatives / file.derivative if file.derivative is not None else self.client / file.path

    def content(self, name: str) -> object:
        """What tells the file's content from another's."""
        file = self.inventory.file(name)
        if file is not None:
            return file.sha256, file.derivative
        path = self.path(name)
        return None if path is None else sha256(path)


def pictures_of(places: Iterable[Evidence], album: Album, shop: Workshop) -> Mapping[Place, str]:
    """The picture of each place as a data URI; a place whose file cannot be drawn has none."""
    pages = _by_page(places)
    code = fingerprint("engines")
    keys = {
        page: [album.content(page[0]), page[1], album.turned.get(page, 0), boxes, code]
        for page, boxes in pages.items()
    }
    kept = {page: album.store.find("pictures", key, tuple[str, ...]) for page, key in keys.items()}
    drawn = _drawn([page for page, found in kept.items() if found is None], pages, album, shop)
    for page, pictures in drawn.items():
        album.store.keep("pictures", keys[page], tuple[str, ...], pictures)
    return {
        (file, number, box): picture
        for (file, number), boxes in pages.items()
        for box, picture in zip(boxes, kept[file, number] or drawn.get((file, number), ()), strict=False)
    }


def _by_page(places: Iterable[Evidence]) -> dict[Page, tuple[Box | None, ...]]:
    pages: dict[Page, list[Box | None]] = {}
    for place in places:
        if place.page is not None:
            pages.setdefault((place.file, place.page), []).append(place.bbox)
    return {page: tuple(dict.fromkeys(boxes)) for page, boxes in pages.items()}


def _drawn(
    missing: list[Page], pages: Mapping[Page, tuple[Box | None, ...]], album: Album, shop: Workshop
) -> dict[Page, tuple[str, ...]]:
    tasks = {
        page: CropTask(path=path, page=page[1], boxes=pages[page], turned=album.turned.get(page, 0))
        for page in missing
        if (path := album.path(page[0])) is not None
    }
    outcomes = shop.map(crop, tasks.values())
    return {
        page: tuple(_data_uri(each) for each in outcome.value)
        for page, outcome in zip(tasks, outcomes, strict=True)
        if isinstance(outcome, Done)
    }


def _data_uri(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")
