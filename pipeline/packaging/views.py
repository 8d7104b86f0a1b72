"""The margins of placed pages, seen where it is cheapest: in the one photograph, in the source, in the gathered file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from pikepdf import ObjectStreamMode, Pdf

from pipeline.engines import scans
from pipeline.engines.margins import Edge, SeenPages, Strip, UndrawableError
from pipeline.model.bundle import PlacedPart
from pipeline.packaging.frame import product
from pipeline.packaging.sources import SourcePage
from pipeline.packaging.spots import depth_of

MOST_OPEN = 16  # sources at once


class Views:
    """Opens what it needs once; the gathered file is written to `folder` only for pages that no source shows."""

    def __init__(self, gathered: Pdf, folder: Path) -> None:
        self._gathered = gathered
        self._folder = folder
        self._sources: dict[Path, SeenPages | None] = {}
        self._bare: SeenPages | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for seen in (*self._sources.values(), self._bare):
            if seen is not None:
                seen.__exit__(kind, error, trace)

    def strip(self, page: int, source: SourcePage, part: PlacedPart, number: int, edge: Edge) -> Strip | None:
        """A strip of dossier page `page`, which is page `number` of a part; None where it is too dark."""
        frame = source.frame
        size, depth = (frame.width, frame.height), depth_of(frame)
        if source.scan is not None:
            try:
                onto = product(source.scan.matrix, frame.to_seen)
                return scans.strip(source.scan.picture.read_raw_bytes(), onto, size, depth, edge)
            except ValueError:
                pass  # drawn below like any other page
        seen = None if source.look.operators or source.mended else self._source(part.path)
        if seen is not None:
            try:
                return seen.strip(number, size, depth, frame.unit, edge)
            except UndrawableError:
                pass  # pdfium counts or measures the source otherwise; the gathered file is plain
        return self._gathered_pages().strip(page, size, depth, frame.unit, edge)

    def _source(self, path: Path) -> SeenPages | None:
        if path not in self._sources:
            self._make_room()
            try:
                self._sources[path] = SeenPages(path)
            except UndrawableError:
                self._sources[path] = None
        return self._sources[path]

    def _make_room(self) -> None:
        """Close the source that was opened first where many are: a dossier of 5,000 pages has hundreds of papers."""
        if len(self._sources) >= MOST_OPEN:
            seen = self._sources.pop(next(iter(self._sources)))
            if seen is not None:
                seen.__exit__(None, None, None)

    def _gathered_pages(self) -> SeenPages:
        if self._bare is None:
            with tempfile.TemporaryDirectory(dir=self._folder) as aside:
                bare = Path(aside) / "bare.pdf"
                self._gathered.save(bare, compress_streams=False, object_stream_mode=ObjectStreamMode.disable)
                self._bare = SeenPages(bare)
        return self._bare
