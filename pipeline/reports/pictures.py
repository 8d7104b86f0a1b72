"""Pictures of all places that the report shows, made in limited children, kept per file."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.engines.children import Workshop
from pipeline.engines.crops import CropTask, crop
from pipeline.engines.outcomes import Done
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory
from pipeline.store import Store, fingerprint

Place = tuple[str, int, Box]
Pages = dict[tuple[str, int], tuple[Box, ...]]


def pictures_of(
    places: Iterable[Evidence], inventory: Inventory, client: Path, store: Store, shop: Workshop
) -> Mapping[Place, str]:
    """The picture of each place as a data URI; a place whose file cannot be drawn has none."""
    pages = _by_page(places)
    keys = {page: _key(page, boxes, inventory) for page, boxes in pages.items()}
    kept = {page: store.find("pictures", key, tuple[str, ...]) for page, key in keys.items()}
    missing = [page for page, found in kept.items() if found is None and _path(page[0], inventory, client, store)]
    drawn = _drawn(missing, pages, inventory, client, store, shop)
    for page, pictures in drawn.items():
        store.keep("pictures", keys[page], tuple[str, ...], pictures)
    return {
        (file, number, box): picture
        for (file, number), boxes in pages.items()
        for box, picture in zip(boxes, kept[file, number] or drawn.get((file, number), ()), strict=False)
    }


def _by_page(places: Iterable[Evidence]) -> Pages:
    pages: dict[tuple[str, int], list[Box]] = {}
    for place in places:
        if place.page is not None and place.bbox is not None:
            pages.setdefault((place.file, place.page), []).append(place.bbox)
    return {page: tuple(dict.fromkeys(boxes)) for page, boxes in pages.items()}


def _key(page: tuple[str, int], boxes: tuple[Box, ...], inventory: Inventory) -> list[object]:
    file = inventory.file(page[0])
    content = (file.sha256, file.derivative) if file is not None else None
    return [content, page[1], boxes, fingerprint("engines")]


def _path(name: str, inventory: Inventory, client: Path, store: Store) -> Path | None:
    file = inventory.file(name)
    if file is None or file.state != "readable":
        return None
    return store.derivatives / file.derivative if file.derivative is not None else client / file.path


def _drawn(
    missing: list[tuple[str, int]], pages: Pages, inventory: Inventory, client: Path, store: Store, shop: Workshop
) -> dict[tuple[str, int], tuple[str, ...]]:
    tasks = [
        CropTask(path=path, page=number, boxes=pages[name, number])
        for name, number in missing
        if (path := _path(name, inventory, client, store)) is not None
    ]
    outcomes = shop.map(crop, tasks)
    return {
        page: tuple(_data_uri(each) for each in outcome.value)
        for page, outcome in zip(missing, outcomes, strict=True)
        if isinstance(outcome, Done)
    }


def _data_uri(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")
