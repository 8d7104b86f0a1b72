"""The parts of a dossier: each PDF opened once, each of its pages reduced to what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from pipeline.engines.margins import SeenPages, UndrawableError
from pipeline.errors import DossierError
from pipeline.model.bundle import PlacedPart, Removal
from pipeline.packaging import bookmarks, digests, looks, privacy, scan, torn, wording
from pipeline.packaging.balance import Balance, balance
from pipeline.packaging.boxes import inherited, settle
from pipeline.packaging.destinations import Destinations
from pipeline.packaging.frame import Frame
from pipeline.packaging.scan import Scan
from pipeline.packaging.values import draw_values

DRAWN_KEYS = frozenset(
    {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group"}
)
RESOURCE_KEYS = frozenset(
    {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/ProcSet", "/Properties"}
)
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
    mended: str = ""
    """Why the content could not stay as it was."""
    scan: Scan | None = None


class Source:
    """One open PDF."""

    def __init__(self, part: PlacedPart) -> None:
        try:
            self.pdf: Pdf = pikepdf.open(part.path)
            self.pages = len(self.pdf.pages)
        except (pikepdf.PdfError, pikepdf.PasswordError, OSError) as error:
            raise UnplaceableError(part, "无法打开") from error
        self._part = part
        self.destinations = Destinations(self.pdf)
        self._pictures = digests.PictureDigests()
        self._ready: dict[int, SourcePage] = {}

    def page(self, part: PlacedPart, number: int) -> SourcePage:
        """Page `number` (1-based), made ready the first time."""
        if number > self.pages:
            raise UnplaceableError(part, f"只有 {self.pages} 页，没有第 {number} 页")
        if number not in self._ready:
            try:
                self._ready[number] = self._made_ready(self.pdf.pages[number - 1], number)
            except UndrawableError as error:
                raise UnplaceableError(part, "无法显示") from error
        return self._ready[number]

    def bookmarks(self) -> tuple[bookmarks.Bookmark, ...]:
        """Its own bookmarks."""
        return bookmarks.of_source(self.pdf, self.destinations)

    def photographed_bytes(self) -> int:
        """The size of the photographs that stand for damaged pages: they are parts of the dossier, too."""
        return sum(
            len(ready.scan.picture.read_raw_bytes())
            for ready in self._ready.values()
            if ready.scan is not None and ready.mended == wording.WHY_PHOTOGRAPHED
        )

    def removed(self) -> Iterator[Removal]:
        """What stays behind: the file's active content, and what the pages placed so far lost."""
        own = self._part.file.startswith("build:")  # our drafts name the applicant
        told = [privacy.AUTHOR_GONE] if privacy.names_authors(self.pdf) and not own else []
        told += [privacy.REMARKS_GONE] if self._pictures.told else []
        for what in dict.fromkeys((*_active_content(self.pdf.Root), *told)):
            yield Removal(file=self._part.file, page=None, what=what)
        for number, ready in sorted(self._ready.items()):
            for what in ready.look.gone:
                yield Removal(file=self._part.file, page=number, what=what)

    def _made_ready(self, page: Page, number: int) -> SourcePage:
        drawn = page.obj
        frame = settle(drawn)
        drawn.Resources = _resources(inherited(drawn, Name.Resources))
        streams, contents = _contents(drawn)
        frame, mended = self._mended(drawn, number, frame, contents)
        if mended:
            streams, contents = _contents(drawn)
        whole = b"\n".join(content for content in contents if content is not None)
        images = self._pictures.of_resources(drawn.Resources)
        look = looks.NOTHING
        if Name.Annots in drawn:
            redrawn = draw_values(self.pdf, drawn)
            flat = looks.flattened(self.pdf, drawn, drawn.Resources, self.destinations.page_of)
            look = flat._replace(redrawn=redrawn)
        strip(drawn)
        return SourcePage(
            page,
            frame,
            digests.of_content(streams, contents),
            images,
            balance(whole),
            look,
            mended,
            None if look.operators else scan.of_page(whole, drawn.Resources),
        )

    def _mended(self, page: Dictionary, number: int, frame: Frame, contents: list[bytes | None]) -> tuple[Frame, str]:
        """Make a page whose content is broken safe to be followed by a stamp; its frame, and why."""
        known = [content for content in contents if content is not None]
        if len(known) < len(contents):
            with SeenPages(self._part.path) as seen:
                return torn.photograph(self.pdf, page, seen, number, frame), wording.WHY_PHOTOGRAPHED
        if torn.is_torn(b"\n".join(known)):
            torn.enclose(self.pdf, page, known)
            return frame, wording.WHY_ENCLOSED
        return frame, ""


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


def _resources(found: Object | None) -> Dictionary:
    """The resources of a page, or a new dictionary where they are none or are really something else."""
    if not isinstance(found, Dictionary):
        return Dictionary()
    if found.keys() <= RESOURCE_KEYS:
        return found
    return Dictionary({key: found[key] for key in sorted(found.keys() & RESOURCE_KEYS)})


def _contents(page: Dictionary) -> tuple[list[Stream], list[bytes | None]]:
    """The content streams of a page, listed in it plainly, and what each says."""
    streams = digests.content_streams(page)
    page.Contents = Array(streams)
    return streams, [digests.settled(stream) for stream in streams]


def strip(page: Dictionary) -> None:
    """Leave of a page only what is drawn: no annotations, actions, threads, thumbnails or private parts."""
    for key in sorted(page.keys() - DRAWN_KEYS):
        del page[key]


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
