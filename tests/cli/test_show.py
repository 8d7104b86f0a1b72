"""`dossier show` as a case handler sees it, on invented papers (虚构数据)."""

import json
import stat

import pytest
from PIL import Image
from rich.cells import cell_len

from pipeline import language
from pipeline.cli.wrapping import wrapped
from tests.cli.calls import ROOT, call
from tests.specimens import surfaces
from tests.specimens.sheet import Page, Paper


def places(tmp_path):
    return ("--inputs", tmp_path / "inputs", "--build", tmp_path / "build", "--templates", ROOT / "templates")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    papers = folder / "inputs" / "云桥" / "papers"
    papers.mkdir(parents=True)
    (papers.parent / "client.yaml").write_text("licence: isp\ncoverage: [北京市]\n", encoding="utf-8")
    page = Page(595, 842)
    page.text(180, 80, "关于场地的情况说明", 20)
    page.text(60, 140, "出具日期：2026年11月20日", 12)
    page.text(60, 170, "兹将场地情况说明如上，仅供参考。", 12)
    (papers / "说明.pdf").write_bytes(surfaces.digital([Paper("other", "情况说明", [page])]))
    return folder


@pytest.fixture
def speaking(monkeypatch):
    def choose(name):
        for module in ("common", "showing", "inspect"):
            monkeypatch.setattr(f"pipeline.cli.{module}.say", language.Speaker(name))

    return choose


def shown(capsys, client, *options):
    called = call(capsys, "show", "云桥", "说明.pdf", *places(client), "--quiet", *options)
    assert (called.code, called.err) == (0, "")
    return called.out


@pytest.mark.parametrize("columns", [80, 120])
def test_kinds_fields_and_reasons_are_told_in_chinese_within_the_terminals_width(
    capsys, client, speaking, monkeypatch, columns
):
    speaking("zh")
    monkeypatch.setenv("COLUMNS", str(columns))
    out = shown(capsys, client)
    assert max(cell_len(line) for line in out.splitlines()) <= columns
    text = "".join(line.strip() for line in out.splitlines())
    assert "✓ 日期：2026-11-20" in text
    assert "第 1 页（左 " in text
    assert "文字层，置信度 1.00" in text
    assert "✗ 查询对象：没有读到" in text
    assert "要找的：标签“单位名称”" in text
    assert "最接近的一行：" in text
    assert "没有采用，因为：" in text
    for name in ("subject", "date", "other", "text layer", "confidence"):
        assert name not in text


def test_the_story_is_told_in_english_where_english_is_wanted(capsys, client, speaking):
    speaking("en")
    out = shown(capsys, client)
    assert "✓ date: 2026-11-20" in out
    assert "✗ subject: not found" in out
    assert "looked for: " in out


def test_json_keeps_english_keys_and_names(capsys, client):
    told = json.loads(shown(capsys, client, "--json"))
    assert sorted(told) == ["documents", "file", "pages", "papers", "pictures"]
    field = next(each for each in told["papers"][0]["fields"] if each["name"] == "date")
    assert (field["value"], field["page"], field["source"], field["used"]) == ("2026-11-20", 1, "text", True)
    missing = next(each for each in told["papers"][0]["missing"] if each["name"] == "subject")
    assert {"text", "page", "similarity", "why"} <= set(missing["nearest"])


def test_pictures_are_the_owners_alone_and_gone_with_the_clients_results(capsys, client, speaking):
    speaking("zh")
    out = shown(capsys, client, "--pictures")
    folder = client / "build" / "云桥" / "show" / "说明_pdf"
    drawn = sorted(folder.glob("*.png"))
    assert drawn
    assert all(f"图：{each.name}" in out for each in drawn)
    assert (folder / "index.html").as_posix() in out
    for path in (folder, *folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    with Image.open(drawn[0]) as picture:
        assert (210, 30, 30) in {pixel for _, pixel in picture.convert("RGB").getcolors(1 << 20)}
    purged = call(capsys, "purge", "云桥", *places(client))
    assert purged.code == 0
    assert not folder.exists()


def test_what_runs_on_is_indented_and_no_line_begins_with_a_stop():
    line = "    要找的：" + "标签“日期”“出具日期”；" * 9 + "结束，" * 20
    cut = list(wrapped([line], 61))
    assert max(map(cell_len, cut)) <= 61
    assert "".join(each.strip() for each in cut) == line.strip()
    assert not any(each.strip()[0] in "，；”。" for each in cut)
