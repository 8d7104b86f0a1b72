"""Licences of a public data set, read from their pictures: synthetic text on photographed blank forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.documents import parsers
from pipeline.documents.business_licence import BUSINESS_LICENCE
from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.layout import folded
from pipeline.model.geometry import Box
from pipeline.model.page import Look, Page
from pipeline.model.values import outward

FOLDER = Path(__file__).parents[3] / "shared/testdata/zh/licence_synth"
POINTS = 72 / 150
FIELDS = {
    "name": ("name", parsers.name),
    "location": ("address", parsers.address),
    "type": ("type", parsers.words),
    "legal_person": ("legal_representative", parsers.name),
    "social_credit_code": ("code", parsers.social_code),
    "registration_capital": ("capital", parsers.capital),
}
LEAST_RIGHT = 0.95
DOUBTFUL = 0.95  # a wrong reading must show at least one character below this confidence

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the public licences are not beside the repository"),
]


def page_of(picture: Path) -> Page:
    import cv2

    from pipeline.engines import ocr, recogniser

    read = ocr.read(cv2.imread(str(picture)))
    height, width = read.picture.shape[:2]
    return Page(
        file=f"papers/{picture.name}",
        sha256="0" * 64,
        number=1,
        width=width * POINTS,
        height=height * POINTS,
        reader="ocr",
        engine=recogniser.ENGINE,
        text="".join(glyph.character for glyph in read.glyphs),
        boxes=tuple(Box(*(edge * POINTS for edge in glyph.box)) for glyph in read.glyphs),
        confidence=tuple(glyph.confidence for glyph in read.glyphs),
        look=Look(picture=True),
    )


def truths(picture: Path) -> Iterator[tuple[str, str]]:
    for line in picture.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split(",")
        name, printed = cells[-1], ",".join(cells[9:-1])
        if name in FIELDS:
            field, parse = FIELDS[name]
            parsed = parse(printed)
            yield field, outward(parsed.value) if parsed else printed


def test_fields_of_photographed_licences_are_right_and_wrong_ones_are_doubtful():
    right, wrong = 0, []
    for picture in sorted(FOLDER.glob("*.jpg")):
        fields = {field.name: field for field in read_paper(BUSINESS_LICENCE, Paper.of([page_of(picture)])).fields}
        for name, expected in truths(picture):
            field = fields.get(name)
            if field is not None and folded(field.text) == folded(expected):
                right += 1
            else:
                wrong.append((picture.name, name, None if field is None else field.evidence.confidence))
    assert right / (right + len(wrong)) >= LEAST_RIGHT, wrong
    assert all(confidence is None or confidence < DOUBTFUL for _, _, confidence in wrong), wrong
