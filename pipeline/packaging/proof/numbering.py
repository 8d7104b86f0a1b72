"""The numbers of a file that is more than one plain dossier: a volume, one with inserts, the printing edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pypdf.generic import ArrayObject

from pipeline.model.bundle import ContentsRow, Placement, PlacementList, Renumbering
from pipeline.packaging.proof.opened import OpenedDossier, dictionary

PRINTED = re.compile(r"[1-9]\d*(?:-\d+)*")
BLANK = "空白"
DASH = "–"


def is_plain(listing: PlacementList | None) -> bool:
    """Whether the numbers are those of the pages, 1…M."""
    return listing is None or not (listing.volumes or listing.duplex or listing.renumbering)


def labels(opened: OpenedDossier, listing: PlacementList) -> Iterator[str]:
    """Faults of the page labels, which must be what the pages print."""
    found = _labels(opened)
    for each in listing.placements:
        if found[each.page - 1] != each.printed:
            yield f"第 {each.page} 张页面标签为“{found[each.page - 1]}”，应为“{each.printed}”"


def _labels(opened: OpenedDossier) -> list[str]:
    """The label of every page, as viewers make them of the ranges (ISO 32000-2, 12.4.2)."""
    numbers = dictionary(opened.root.get("/PageLabels")).get("/Nums")
    listed = numbers.get_object() if numbers is not None else None
    if not isinstance(listed, ArrayObject) or len(listed) % 2 or not listed or int(listed[0]) != 0:
        return [""] * len(opened.pages)
    starts = [int(each) for each in listed[::2]]
    found = []
    for start, end, style in zip(starts, [*starts[1:], len(opened.pages)], listed[1::2], strict=True):
        told = dictionary(style)
        for place in range(end - start):
            count = str(int(told.get("/St", 1)) + place) if told.get("/S") == "/D" else ""
            found.append(f"{told.get('/P', '')}{count}")
    return found + [""] * (len(opened.pages) - len(found))


def running(listing: PlacementList) -> Iterator[str]:
    """Faults of the numbers themselves: one after the other from the volume's first, inserts only where numbers were kept."""
    numbers = [each.printed for each in listing.placements if each.role != "blank"]
    odd = [number for number in numbers if not PRINTED.fullmatch(number)]
    if odd:
        yield f"页码“{odd[0]}”不成其为页码"
        return
    keys = [_key(number) for number in numbers]
    yield from (
        f"第 {number} 页排在第 {before} 页之后"
        for before, number, one, two in zip(numbers, numbers[1:], keys, keys[1:], strict=False)
        if two <= one
    )
    if listing.renumbering is None:
        first = keys[0][0]
        if keys != [(first + place,) for place in range(len(keys))]:
            yield "页码不连续"
    if not listing.volumes and keys[0] != (1,):
        yield "页码不从 1 起"
    yield from _ends(listing, keys)
    yield from _blanks(listing)


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-"))


def _ends(listing: PlacementList, keys: list[tuple[int, ...]]) -> Iterator[str]:
    """Faults of where a volume begins and ends."""
    if listing.volumes and not 1 <= listing.volume <= listing.volumes:
        yield f"第 {listing.volume} 册，共 {listing.volumes} 册"
    if listing.volume > 1 and keys[0] == (1,):
        yield f"第 {listing.volume} 册页码从 1 起"
    if listing.renumbering is None and listing.volume == listing.volumes and keys[-1] != (listing.count,):
        yield f"末页为第 {keys[-1][0]} 页，共 {listing.count} 页"


def _blanks(listing: PlacementList) -> Iterator[str]:
    """Faults of the printing edition: the contents and every material begin on a right-hand page, blanks only for that."""
    before: Placement | None = None
    for each in listing.placements:
        if each.role == "blank":
            if not listing.duplex or each.page % 2 or each.printed != BLANK:
                yield f"第 {each.page} 张不应为空白页"
        elif listing.duplex and each.page % 2 == 0 and (before is None or _section(before) != _section(each)):
            yield f"第 {each.printed} 页应印在右页"
        before = each


def _section(placement: Placement) -> str:
    return placement.material or placement.role


def spans(listing: PlacementList) -> Iterator[str]:
    """Faults of how the contents print the pages of their rows, and of which volume a row is."""
    for row in listing.rows:
        if (row.first > 0) != (row.volume == listing.volume):
            yield f"目录“{row.title}”所在册不符"
        elif row.first and shown(row) != _pages(listing, row):
            yield f"目录“{row.title}”记作 {shown(row)}，实为 {_pages(listing, row)}"


def shown(row: ContentsRow) -> str:
    """How a row prints its pages."""
    return row.printed or (str(row.first) if row.first == row.last else f"{row.first}{DASH}{row.last}")


def _pages(listing: PlacementList, row: ContentsRow) -> str:
    first, last = (listing.placements[page - 1].printed for page in (row.first, row.last))
    to = DASH if first.isdecimal() and last.isdecimal() else "至"
    return first if row.first == row.last else f"{first}{to}{last}"


def kept(listing: PlacementList, earlier: Sequence[PlacementList]) -> Iterator[str]:
    """Faults against the dossier that was handed in: a number bears the same page as then, or the list says otherwise."""
    before = {each.printed: each for old in earlier for each in old.placements if each.role != "blank"}
    told = listing.renumbering or Renumbering()
    if listing.count != earlier[0].count:
        yield f"总页数应沿用 {earlier[0].count}，实为 {listing.count}"
    for each in listing.placements:
        if each.role == "blank":
            continue
        was = before.get(each.printed)
        if (was is None) != (each.printed in told.inserted):
            yield f"第 {each.printed} 页" + ("未列为插页" if was is None else "不是插页")
        elif was is not None and _draws(was) != _draws(each) and each.printed not in told.replaced:
            yield f"第 {each.printed} 页与已报送的不同，未列为换页"


def _draws(placement: Placement) -> tuple[str, str, str, str]:
    return placement.role, placement.material, placement.content, placement.images


def together(volumes: Sequence[PlacementList]) -> Iterator[str]:
    """Faults of volumes against each other: each once, numbers that run through, one contents in all of them."""
    if [each.volume for each in volumes] != list(range(1, len(volumes) + 1)):
        yield "各册序号不连续"
    contents = [[(row.level, row.number, row.title, row.volume, shown(row)) for row in each.rows] for each in volumes]
    yield from (f"第 {place} 册的目录与第 1 册不同" for place, rows in enumerate(contents, 1) if rows != contents[0])
    numbers = [_key(each.printed) for volume in volumes for each in volume.placements if each.role != "blank"]
    if numbers != sorted(set(numbers)):
        yield "各册页码有重复或倒退"
    if volumes[0].renumbering is None and numbers != [(place,) for place in range(1, volumes[0].count + 1)]:
        yield "各册页码不连续"
    if len({(each.volumes, each.count) for each in volumes}) > 1:
        yield "各册所记总册数、总页数不同"
    told = volumes[0].renumbering
    if told is not None and {each for volume in volumes for each in (volume.renumbering or Renumbering()).vacant} & {
        each.printed for volume in volumes for each in volume.placements
    }:
        yield "列为撤页的页码仍在册中"
