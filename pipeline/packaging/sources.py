"""The parts of a dossier: each PDF opened once, each of its pages reduced to what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from pipeline.errors import DossierError
from pipeline.model.bundle import PlacedPart, Removal
from pipeline.packaging import bookmarks, digests, looks, wording
from pipeline.packaging.balance import Balance, balance
from pipeline.packaging.destinations import Destinations
from pipeline.packaging.frame import Frame

DRAWN_KEYS = frozenset(
    {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group"}
)
LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers take for a page that has no box
DEEPEST_TREE = 64  # ancestors of a page that are asked for inherited values
ACTIVE_NAMES = {"/JavaScript": "action", "/EmbeddedFiles": "file"}


class UnplaceableError(DossierError):
    """A part cannot be placed: its PDF does not open, or has not the pages that the plan names."""

    def __init__(self, part: PlacedPart, why: str) -> None:
        super().__init__(f"{part.file}：{why}，无法装订；请重新导出为 PDF 后放入")
        self.part = part


class SourcePage(NamedTuple):
    """A page ready to be copied: what it draws, how it is seen, its digests, and the state it leaves behind."""

    page: Page
    frame: Frame
    content: str
    images: str
    balance: Balance
    look: looks.Flattened


class Source:
    """One open PDF."""

    def __init__(self, part: PlacedPart) -> None:
        try:
            self.pdf: Pdf = pikepdf.open(part.path)
            self.pages = len(self.pdf.pages)
        except (pikepdf.PdfError, OSError) as error:
            raise UnplaceableError(part, "无法打开") from error
        self.file = part.file
        self.destinations = Destinations(self.pdf)
        self._pictures = digests.PictureDigests()
        self._ready: dict[int, SourcePage] = {}

    def page(self, part: PlacedPart, number: int) -> SourcePage:
        """Page `number` (1-based), made ready the first time."""
        if number > self.pages:
            raise UnplaceableError(part, f"只有 {self.pages} 页，没有第 {number} 页")
        if number not in self._ready:
            self._ready[number] = self._made_ready(self.pdf.pages[number - 1])
        return self._ready[number]

    def bookmarks(self) -> tuple[bookmarks.Bookmark, ...]:
        """Its own bookmarks."""
        return bookmarks.of_source(self.pdf, self.destinations)

    def removed(self) -> Iterator[Removal]:
        """What stays behind: the file's active content, and what the pages placed so far lost."""
        for what in dict.fromkeys(_active_content(self.pdf.Root)):
            yield Removal(file=self.file, page=None, what=what)
        for number, ready in sorted(self._ready.items()):
            for what in ready.look.gone:
                yield Removal(file=self.file, page=number, what=what)

    def _made_ready(self, page: Page) -> SourcePage:
        drawn = page.obj
        frame = _settle_boxes(drawn)
        resources = _inherited(drawn, Name.Resources)
        drawn.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
        streams = digests.content_streams(drawn)
        drawn.Contents = Array(streams)
        contents = [digests.settled(stream) for stream in streams]
        images = self._pictures.of_resources(drawn.Resources)
        look = looks.NOTHING
        if Name.Annots in drawn:
            look = looks.flattened(self.pdf, drawn, drawn.Resources, self.destinations.page_of)
        strip(drawn)
        return SourcePage(
            page,
            frame,
            digests.of_content(streams, contents),
            images,
            balance(b"\n".join(content for content in contents if content is not None)),
            look,
        )


class Sources:
    """All sources of one dossier, by path; closes them at the end."""

    def __init__(self) -> None:
        self._open: dict[Path, Source] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for source in self._open.values():
            source.pdf.close()

    def __iter__(self) -> Iterator[Source]:
        return iter(self._open.values())

    def of(self, part: PlacedPart) -> Source:
        """The source of a part, opened the first time."""
        if part.path not in self._open:
            self._open[part.path] = Source(part)
        return self._open[part.path]


def strip(page: Dictionary) -> None:
    """Leave of a page only what is drawn: no annotations, actions, threads, thumbnails or private parts."""
    for key in sorted(page.keys() - DRAWN_KEYS):
        del page[key]


def _inherited(page: Dictionary, key: Name) -> Object | None:
    """A page's own value or the nearest ancestor's."""
    node: Object | None = page
    for _ in range(DEEPEST_TREE):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get(Name.Parent)
    return None


def _settle_boxes(page: Dictionary) -> Frame:
    """Write the page's boxes, rotation and unit plainly, and tell how it is seen."""
    frame = frame_of(page)
    media = _area(_inherited(page, Name.MediaBox)) or LETTER
    page.MediaBox, page.CropBox, page.Rotate = Array(list(media)), Array(list(frame[:4])), frame.rotate
    page.Type = Name.Page
    return frame


def frame_of(page: Dictionary) -> Frame:
    """How a page is seen."""
    media = _area(_inherited(page, Name.MediaBox)) or LETTER
    crop = _common(_area(_inherited(page, Name.CropBox)), media)
    return Frame(*crop, rotate=_quarter(_inherited(page, Name.Rotate)), unit=_positive(page.get(Name.UserUnit)))


def _area(value: Object | None) -> looks.Rectangle | None:
    found = looks.rectangle(value)
    return found if found is not None and found[2] - found[0] > 1 and found[3] - found[1] > 1 else None


def _common(crop: looks.Rectangle | None, media: looks.Rectangle) -> looks.Rectangle:
    if crop is None:
        return media
    common = max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])
    return common if common[2] - common[0] > 1 and common[3] - common[1] > 1 else media


def _quarter(value: Object | None) -> int:
    """A rotation as readers take it: whole quarter turns, anything else none."""
    return int(value) // 90 * 90 % 360 if isinstance(value, int) else 0


def _positive(value: object) -> float:
    try:
        unit = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 1.0
    return unit if unit > 0 else 1.0


def _active_content(root: Object) -> Iterator[str]:
    if Name.OpenAction in root and not isinstance(root.OpenAction, Array):
        yield wording.GONE["action"]
    if Name.AA in root:
        yield wording.GONE["action"]
    names = root.get(Name.Names)
    if isinstance(names, Dictionary):
        yield from (wording.GONE[what] for name, what in ACTIVE_NAMES.items() if name in names)
    form = root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form:
        yield wording.GONE["action"]
