"""Agreements, leases, deeds and proofs in layouts that no parser was written for are read as their truth says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.gathering import read_documents
from pipeline.engines.batches import read_all
from pipeline.engines.children import Workshop
from pipeline.model.client import Client
from pipeline.model.intake import IntakeLimits
from pipeline.reports import outward
from pipeline.stages import ingest
from pipeline.store import Store
from tests.accuracy.reading import _requests
from tests.specimens import accuracy, surfaces
from tests.specimens.sheet import Paper
from tests.unseen import again, circuits, estates, proofs, tenancies, thirdly
from tests.unseen.drafts import Drawn

DRAWINGS: tuple[Callable[[], Drawn], ...] = (
    *circuits.FIRST, *tenancies.FIRST, *estates.FIRST, *proofs.FIRST, *again.SECOND, *thirdly.THIRD,
)  # fmt: skip
ADDED_UP = ("bandwidth", "area")
"""Sums of what is listed one a row: each row's figure is kept as a reading."""
UNREAD = {
    "tenancies.cabinets_of_operator": "a contract for cabinets is read as an access agreement, for the rule on hosting to judge it",
}
"""What cannot be read as its truth says, and why."""


def _name(draw: Callable[[], Drawn]) -> str:
    return f"{draw.__module__.rsplit('.', 1)[-1]}.{draw.__name__}"


def _marks(draw: Callable[[], Drawn]) -> tuple[pytest.MarkDecorator, ...]:
    reason = UNREAD.get(_name(draw))
    return () if reason is None else (pytest.mark.xfail(reason=reason, strict=True),)


PARAMETERS = [pytest.param(draw, id=_name(draw), marks=_marks(draw)) for draw in DRAWINGS]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[], Drawn]], list[dict[str, Any]]]:
    """Reads a drawing; the pages of all of them are read at once, each paper by itself."""
    folder = tmp_path_factory.mktemp("deals")
    for draw in DRAWINGS:
        _write(folder / "client" / "papers", draw)
    store, client = Store(folder / "store"), Client.model_validate(CLIENT)
    with Workshop(1) as shop:
        inventory = ingest.run(folder / "client", (), IntakeLimits(), store.derivatives, shop)
        wanted = [each for file in inventory.readable() for each in _requests(file, folder / "client", store)]
        pages = read_all(shop, wanted)

    def one(draw: Callable[[], Drawn]) -> list[dict[str, Any]]:
        own = [page for page in pages if Path(page.file).stem == _name(draw)]
        return [outward.document(each) for each in read_documents(own, inventory, client)]

    return one


CLIENT = {"folder_name": "client", "licence": "isp", "coverage": ("北京市",), "short_name": "虚构"}


@pytest.mark.parametrize("draw", PARAMETERS)
def test_a_deal_is_read_as_its_truth_says(
    draw: Callable[[], Drawn], read: Callable[[Callable[[], Drawn]], list[dict[str, Any]]]
) -> None:
    made = draw()
    found = [each for each in read(draw) if each["kind"] == made.kind]
    assert len(found) == 1
    fields = found[0]["fields"]
    wrong = {name: _said(fields.get(name)) for name, told in made.fields.items() if not _says(name, fields, told)}
    assert wrong == {}
    assert "auto_renewal" in made.fields or _said(fields.get("auto_renewal")) in ([], ["否"])


def _write(folder: Path, draw: Callable[[], Drawn]) -> None:
    made = draw()
    path = folder / f"{_name(draw)}{'.pdf' if isinstance(made, Paper) else '.docx'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(surfaces.digital([made]) if isinstance(made, Paper) else made.content)


def _plain(value: object) -> str:
    return "".join(str(accuracy._plain(value)).split()).rstrip("。")


def _said(field: dict[str, Any] | None) -> list[str]:
    """Every value that was read."""
    if field is None:
        return []
    first = field["value"] if isinstance(field["value"], list) else [field["value"]]
    return [_plain(each) for each in (*first, *field["readings"])]


def _says(name: str, fields: dict[str, Any], told: object) -> bool:
    """Whether a field says what was told: one of several wordings (a|b), or all of several readings (a list)."""
    said = _said(fields.get(name))
    if isinstance(told, list):
        return sorted(said) == sorted(map(_plain, told))
    wanted = {_plain(each) for each in str(told).split("|")}
    return said[:1] != [] and said[0] in wanted and (len(said) == 1 or name in ADDED_UP)
