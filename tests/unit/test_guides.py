"""The examples of the guides are what the program reads and prints."""

import re

from pipeline.cli import showing
from pipeline.cli.wrapping import wrapped
from pipeline.documents.explain import explain
from pipeline.documents.gathering import read_documents
from pipeline.documents.social_insurance.layout import parsed
from pipeline.language import Speaker
from pipeline.model.intake import Inventory
from pipeline.reports.shown import Shown
from pipeline.workplace import load_profile
from tests.cli.calls import ROOT, call
from tests.cli.invented_forms import unit_list
from tests.specimens import surfaces
from tests.unit.documents.papers import client, licence
from tests.unit.documents.test_explain import faint

GUIDES = ROOT / "docs" / "guides"


def blocks(name, sort):
    return re.findall(rf"```{sort}\n(.*?)```", (GUIDES / name).read_text(encoding="utf-8"), re.DOTALL)


def test_the_finished_form_of_the_guide_reads_what_the_guide_says(capsys, tmp_path):
    (text,) = blocks("new-insurance-form.md", "yaml")
    assert parsed("hailing.yaml", text)[1] == ()
    (tmp_path / "hailing.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "核定表.pdf").write_bytes(surfaces.digital([unit_list()]))
    called = call(capsys, "layout", tmp_path / "核定表.pdf", "--try", tmp_path / "hailing.yaml", "--quiet")
    assert called.out == blocks("new-insurance-form.md", "text")[0]


def test_the_lines_of_the_guide_to_show_are_those_that_show_prints(monkeypatch):
    monkeypatch.setattr(showing, "say", Speaker("zh"))
    pages = (faint(licence(term="面议"), "云", 0.41),)
    told = explain("papers/licence.pdf", pages, read_documents(pages, Inventory(), client()), lambda _: 0.5)
    shown = Shown(told, load_profile(ROOT / "templates", "isp").labels)
    printed = "\n".join(wrapped(showing.lines(shown, verbose=False), 80)) + "\n"
    for block in blocks("reading-show.md", "text"):
        assert block in printed


def test_every_guide_is_in_both_languages_and_linked_from_the_readme_of_its_own():
    for readme, language in (("README.zh-CN.md", ""), ("README.md", ".en")):
        text = (ROOT / readme).read_text(encoding="utf-8")
        for name in ("new-insurance-form", "reading-show"):
            assert (GUIDES / f"{name}{language}.md").is_file()
            assert f"docs/guides/{name}{language}.md" in text
