"""What the output rules look at: the finished package as assembled, before it is published."""

from __future__ import annotations

from pipeline.model.bundle import Assembled, PackageFile, ProofReport
from pipeline.model.record import Record


class Built(Record):
    """The final dossier with its placement list, its upload files, and its proof."""

    assembled: Assembled
    package: tuple[PackageFile, ...]
    proof: ProofReport | None = None
