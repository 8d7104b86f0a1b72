"""Licences of a public data set with their truth, where it lies beside the repository."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline.documents import parsers
from pipeline.model.values import outward
from tests.accuracy.samples import Batch, Sample

FOLDER = Path(__file__).resolve().parents[3] / "shared/testdata/zh/licence_synth"
FIELDS = {
    "name": ("name", parsers.name),
    "location": ("address", parsers.address),
    "type": ("type", parsers.words),
    "legal_person": ("legal_representative", parsers.name),
    "social_credit_code": ("code", parsers.social_code),
    "registration_capital": ("capital", parsers.capital),
}
"""The data set's names of fields, ours, and how ours are written outwardly."""

VALUE_COLUMN = 9
"""A line holds a number, eight corners, the printed text, which may have commas, and the field's name."""


def truths(picture: Path) -> Iterator[tuple[str, str]]:
    """The fields of one picture, by our names and in their outward form."""
    for line in picture.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split(",")
        name, printed = cells[-1], ",".join(cells[VALUE_COLUMN:-1])
        if name in FIELDS:
            field, parse = FIELDS[name]
            parsed = parse(printed)
            yield field, outward(parsed.value) if parsed else printed


def batch(root: Path) -> Batch | None:
    """A client folder with the pictures, None where they are not there."""
    if not FOLDER.is_dir():
        return None
    folder = root / "public"
    shutil.rmtree(folder, ignore_errors=True)
    return Batch("public", folder, tuple(_sample(folder, picture) for picture in sorted(FOLDER.glob("*.jpg"))))


def _sample(folder: Path, picture: Path) -> Sample:
    file = f"papers/{picture.stem}/营业执照.jpg"
    (folder / file).parent.mkdir(parents=True)
    shutil.copyfile(picture, folder / file)
    fields = dict(truths(picture))
    truth = {"file": file, "pages": [1, 1], "kind": "business_licence", "fields": fields, "rows": {}}
    return Sample("business_licence_public", "公开样张", ((file, 1, 1),), truth)
