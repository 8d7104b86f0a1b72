"""What the file's structure must say: labels, bookmarks, links, metadata, nothing active, fonts, size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from pipeline.model.bundle import ContentsRow, PlacementList
from pipeline.packaging.proof.opened import OpenedDossier, dictionary, streams

CATALOG_KEYS = frozenset(
    {
        "/Type",
        "/Version",
        "/Extensions",
        "/Pages",
        "/PageLabels",
        "/Outlines",
        "/Metadata",
        "/Lang",
        "/ViewerPreferences",
        "/OCProperties",
    }
)
PAGE_KEYS = frozenset(
    {
        "/Type",
        "/Parent",
        "/MediaBox",
        "/CropBox",
        "/Rotate",
        "/UserUnit",
        "/Contents",
        "/Resources",
        "/Group",
        "/Annots",
    }
)
LINK_KEYS = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/F", "/Dest"})
BOOKMARK_KEYS = frozenset({"/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest"})
LANGUAGE = "zh-CN"
GROWTH, ALLOWANCE = 1.05, 500_000  # spec §8: a dossier is at most 1.05 × its parts and 500 kB
NEAR = 1.0  # points between a row and its link
DEEPEST = 12
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class Line(NamedTuple):
    """A bookmark: depth, title, the page (1-based) that it opens, None where it opens none, and its odd keys."""

    depth: int
    title: str
    page: int | None
    odd: tuple[str, ...]


def labels(opened: OpenedDossier) -> Iterator[str]:
    """Faults of the page labels, which must be plain 1…M."""
    numbers = dictionary(opened.root.get("/PageLabels")).get("/Nums")
    listed = numbers.get_object() if numbers is not None else None
    if not isinstance(listed, ArrayObject) or len(listed) != 1 + 1 or int(listed[0]) != 0:
        yield "页面标签不是一段连续编号"
        return
    style = dictionary(listed[1])
    if style.get("/S") != "/D" or style.get("/P") or int(style.get("/St", 1)) != 1:
        yield "页面标签不是从 1 起的阿拉伯数字"


def lines(opened: OpenedDossier) -> Iterator[Line]:
    """Every bookmark in reading order, each once."""
    seen: set[int] = set()
    waiting = [(0, _reference(dictionary(opened.root.get("/Outlines")), "/First"))]
    while waiting:
        depth, reference = waiting.pop()
        if reference is None or reference.idnum in seen:
            continue
        seen.add(reference.idnum)
        item = dictionary(reference)
        odd = tuple(sorted(item.keys() - BOOKMARK_KEYS))
        yield Line(depth, str(item.get("/Title", "")), opened.target(item.get("/Dest")), odd)
        waiting.append((depth, _reference(item, "/Next")))
        if depth < DEEPEST:
            waiting.append((depth + 1, _reference(item, "/First")))


def _reference(item: DictionaryObject, key: str) -> IndirectObject | None:
    found = item.raw_get(key) if key in item else None
    return found if isinstance(found, IndirectObject) else None


def bookmarks(opened: OpenedDossier, listing: PlacementList) -> Iterator[str]:
    """Faults of the bookmarks: the contents' rows in order, and below each only pages of its own."""
    found = list(lines(opened))
    yield from (f"书签“{line.title}”没有目标页" for line in found if line.page is None)
    rows = [row for row in listing.rows if row.first and row.level >= 0]
    wanted = [(_plain(row.number + row.title), row.first) for row in rows]
    at, own = 0, None
    for line in found:
        if at < len(wanted) and (_plain(line.title), line.page) == wanted[at]:
            own, at = rows[at], at + 1
        elif own is not None and (line.page is None or not own.first <= line.page <= own.last):
            yield f"书签“{line.title}”指向第 {line.page} 页，不在其材料内"
    yield from (f"书签缺“{row.title}”（第 {row.first} 页）" for row in rows[at:])


def _plain(title: str) -> str:
    return "".join(title.split())


def links(opened: OpenedDossier, listing: PlacementList) -> Iterator[str]:
    """Faults of the contents' links: one over every row, to the page that the row prints."""
    for page in sorted({row.page for row in listing.rows}):
        rows = [row for row in listing.rows if row.page == page and row.first]
        found = list(_links(opened, page))
        if len(found) != len(rows):
            yield f"目录第 {page} 页有 {len(found)} 个链接，应为 {len(rows)} 个"
        for row in rows:
            yield from _link_of(row, found)


def _link_of(row: ContentsRow, found: list[tuple[tuple[float, ...], int | None]]) -> Iterator[str]:
    over = [target for place, target in found if _same_place(place, row)]
    if not over:
        yield f"目录“{row.title}”没有链接"
    elif over[0] != row.first:
        yield f"目录“{row.title}”印第 {row.first} 页，链接指向第 {over[0]} 页"


def _same_place(place: tuple[float, ...], row: ContentsRow) -> bool:
    wanted = (row.box.x0, row.box.top, row.box.x1, row.box.bottom)
    return all(abs(a - b) <= NEAR for a, b in zip(place, wanted, strict=True))


def _links(opened: OpenedDossier, page: int) -> Iterator[tuple[tuple[float, ...], int | None]]:
    """Place (from the top left) and target of every link of an upright page."""
    drawn = opened.pages[page - 1]
    height = _edges(drawn, "/MediaBox")[3]
    for annotation in annotations_of(drawn):
        x0, y0, x1, y1 = _edges(annotation, "/Rect")
        yield (x0, height - y1, x1, height - y0), opened.target(annotation.get("/Dest"))


def _edges(owner: DictionaryObject, key: str) -> tuple[float, float, float, float]:
    """Four numbers of a rectangle; a ValueError where they are not four."""
    listed = owner[key].get_object()
    x0, y0, x1, y1 = (float(edge) for edge in (listed if isinstance(listed, ArrayObject) else ()))
    return x0, y0, x1, y1


def annotations_of(page: DictionaryObject) -> list[DictionaryObject]:
    """The annotations of a page."""
    listed = page.get("/Annots")
    found = listed.get_object() if listed is not None else []
    return [dictionary(each) for each in found]


def metadata(opened: OpenedDossier, listing: PlacementList | None) -> Iterator[str]:
    """Faults of title and language."""
    if opened.root.get("/Lang") != LANGUAGE:
        yield "文件语言不是 zh-CN"
    information = opened.reader.metadata
    title = information.title if information is not None else None
    if not title:
        yield "没有文件标题"
    elif listing is not None and title != listing.title:
        yield "文件标题与装订清单不符"


def active_content(opened: OpenedDossier) -> Iterator[str]:
    """Everything beside pages, plain links and plain bookmarks: nothing else is allowed to be there."""
    if "/Encrypt" in opened.reader.trailer:
        yield "文件已加密"
    yield from (f"文件目录含 {key}" for key in sorted(opened.root.keys() - CATALOG_KEYS))
    for number, page in enumerate(opened.pages, 1):
        if page.keys() <= PAGE_KEYS and "/Annots" not in page:
            continue
        yield from (f"第 {number} 页含 {key}" for key in sorted(page.keys() - PAGE_KEYS))
        for annotation in annotations_of(page):
            if annotation.get("/Subtype") != "/Link" or opened.target(annotation.get("/Dest")) is None:
                yield f"第 {number} 页有不是页内链接的批注"
            yield from (f"第 {number} 页链接含 {key}" for key in sorted(annotation.keys() - LINK_KEYS))
    yield from (f"书签“{line.title}”含 {key}" for line in lines(opened) for key in line.odd)


class Fonts(NamedTuple):
    """Fonts that are not embedded: the faults on our own sheets and in the stamps, and the names on source pages."""

    faults: tuple[str, ...]
    of_sources: tuple[str, ...]


def fonts(opened: OpenedDossier, own: frozenset[int]) -> Fonts:
    """Look at the fonts of every page; `own` are the pages that the program drew itself."""
    faults, foreign, known = [], set(), dict[int, str | None]()
    for number, page in enumerate(opened.pages, 1):
        listed = dictionary(dictionary(page.get("/Resources")).get("/Font"))
        for name in listed:
            absent = _not_embedded(listed.raw_get(name), known)
            if absent is not None and (number in own or name == "/DossierStamp"):
                faults.append(f"第 {number} 页字体 {absent} 未嵌入")
            elif absent is not None:
                foreign.add(absent)
        if "/DossierStamp" not in listed:
            faults.append(f"第 {number} 页没有页码字体")
    return Fonts(tuple(faults), tuple(sorted(foreign)))


def _not_embedded(reference: Any, known: dict[int, str | None]) -> str | None:
    """The name of a font without its file, None where it has one or needs none."""
    number = reference.idnum if isinstance(reference, IndirectObject) else -1
    if number not in known or number == -1:
        font = dictionary(reference)
        below = font.get("/DescendantFonts")
        bearer = dictionary(below.get_object()[0]) if below is not None else font
        descriptor = dictionary(bearer.get("/FontDescriptor"))
        whole = font.get("/Subtype") == "/Type3" or any(key in descriptor for key in FONT_FILES)
        known[number] = None if whole else str(font.get("/BaseFont", "?")).lstrip("/")
    return known[number]


def size(opened: OpenedDossier, listing: PlacementList) -> Iterator[str]:
    """Faults of the size against the parts."""
    most = GROWTH * listing.parts_bytes + ALLOWANCE
    if len(opened.content) > most:
        yield f"文件 {len(opened.content)} 字节，超过各部分之和的 1.05 倍加 500 kB（{most:.0f} 字节）"


def blank(opened: OpenedDossier) -> Iterator[int]:
    """Pages (1-based) without any content."""
    yield from (number for number, page in enumerate(opened.pages, 1) if not streams(page.get("/Contents")))
