"""The dossier that was handed in: what is taken for it, and what is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from pipeline.engines.children import Workshop
from pipeline.errors import InputError
from pipeline.model.bundle import Binding
from pipeline.packaging.assembly import assemble
from pipeline.packaging.binding import bind
from pipeline.stages.merge import handed_in
from tests.unit.packaging.papers import usual_plan


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with Workshop(1) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client's folder with a dossier, its printing edition, three volumes, a draft, a paper and an altered dossier."""
    found = tmp_path_factory.mktemp("client")
    bundle = usual_plan(found)
    bind(bundle.model_copy(update={"binding": Binding(duplex=True)}), found)
    bind(bundle.model_copy(update={"binding": Binding(max_pages=12)}), found)
    draft = found / "draft"
    draft.mkdir()
    assemble(usual_plan(draft, final=False), found / "dossier.draft.pdf")
    with pikepdf.open(found / "dossier.pdf") as pdf:
        del pdf.pages[5]
        pdf.save(found / "altered.pdf", fix_metadata_version=False)
    return found


def test_nothing_is_asked_for_by_default(folder: Path, shop: Workshop) -> None:
    assert handed_in(folder, (), shop) == ()


def test_a_dossier_is_read_from_itself(folder: Path, shop: Workshop) -> None:
    (found,) = handed_in(folder, ("dossier.pdf",), shop)
    assert (found.count, found.volumes) == (24, 0)


def test_volumes_are_read_in_order(folder: Path, shop: Workshop) -> None:
    found = handed_in(folder, ("dossier-1.pdf", "dossier-2.pdf", "dossier-3.pdf"), shop)
    assert [each.volume for each in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("nowhere.pdf",), "没有文件“nowhere.pdf”"),
        (("../client.yaml",), "没有文件“../client.yaml”"),
        (("licence.pdf",), "不是本程序生成、校验通过的成册文件"),
        (("altered.pdf",), "不是本程序生成、校验通过的成册文件"),
        (("dossier.draft.pdf",), "不是本程序生成、校验通过的成册文件"),
        (("dossier.print.pdf",), "不是本程序生成、校验通过的成册文件"),
        (("dossier-1.pdf",), "须按册次列出全部 3 册"),
        (("dossier-2.pdf", "dossier-1.pdf", "dossier-3.pdf"), "须按册次列出全部 3 册"),
        (("dossier-1.pdf", "dossier-1.pdf", "dossier-3.pdf"), "须按册次列出全部 3 册"),
        (("dossier.pdf", "dossier.pdf"), "须按册次列出全部 1 册"),
    ],
)
def test_whatever_else_is_refused_in_a_sentence(
    folder: Path, shop: Workshop, names: tuple[str, ...], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        handed_in(folder, names, shop)
