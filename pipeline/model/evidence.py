from __future__ import annotations

from pipeline.model.geometry import Box
from pipeline.model.record import Record


class Evidence(Record):
    """Where a value stands: file and page with a box, or (`where`) a place that is no page.

    `file` is relative to the client's folder (`papers/…`, `client.yaml`) or `build:…` for own outputs; `page` is
    1-based; `bbox` in points, top left, page as seen; `confidence` 0…1 is the least of its characters.
    """

    file: str
    sha256: str = ""
    page: int | None = None
    bbox: Box | None = None
    where: str | None = None
    text: str = ""
    confidence: float = 1.0
    engine: str = ""
