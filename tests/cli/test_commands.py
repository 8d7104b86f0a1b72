import json
import os
import shutil
import subprocess
import sys

import jsonschema
import pytest

from pipeline.cli import COMMANDS
from tests.cli.calls import ROOT, call


def client_folder(tmp_path, text="licence: isp\ncoverage: [北京市]\nsubmit_on: 2026-12-15\n", name="云桥"):
    folder = tmp_path / "inputs" / name
    (folder / "papers").mkdir(parents=True)
    (folder / "client.yaml").write_text(text, encoding="utf-8")
    return folder


def common(tmp_path):
    return [
        "--inputs",
        tmp_path / "inputs",
        "--build",
        tmp_path / "build",
        "--templates",
        ROOT / "templates",
        "--quiet",
    ]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("locale", "words"), [("zh_CN.UTF-8", "界面语言"), ("en_GB.UTF-8", "language of the interface")]
)
def test_every_command_has_help_in_the_locales_language(command, locale, words):
    called = subprocess.run(
        [sys.executable, "-m", "pipeline", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
    )
    assert words in called.stdout.decode()


def test_the_manual_names_every_command():
    for readme in ("README.md", "README.zh-CN.md"):
        text = (ROOT / readme).read_text(encoding="utf-8")
        assert [command for command in COMMANDS if command not in text] == []


def test_an_unknown_client_is_exit_4_with_the_way_out(capsys, tmp_path):
    (tmp_path / "inputs").mkdir()
    called = call(capsys, "build", "nobody", *common(tmp_path))
    assert called.code == 4
    assert "make new CLIENT=nobody" in called.err


def test_a_client_outside_the_inputs_folder_is_exit_4(capsys, tmp_path):
    (tmp_path / "inputs").mkdir()
    assert call(capsys, "build", "../x", *common(tmp_path)).code == 4


def test_all_faults_of_client_yaml_are_told_at_once_as_exit_4(capsys, tmp_path):
    client_folder(tmp_path, "licence: isp\ncoverage: 北京市\nshortname: x\nsubmit_on: soon\n")
    called = call(capsys, "check", "云桥", *common(tmp_path))
    assert called.code == 4
    assert len(called.err.strip().splitlines()) == 3


def test_an_unknown_province_is_exit_4(capsys, tmp_path):
    client_folder(tmp_path, "licence: isp\ncoverage: [北平市]\n")
    called = call(capsys, "check", "云桥", *common(tmp_path))
    assert called.code == 4
    assert "“北平市”" in called.err


def test_all_faults_of_a_profile_are_told_at_once_as_exit_3(capsys, tmp_path):
    client_folder(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    thresholds = tmp_path / "templates" / "isp" / "thresholds.yaml"
    thresholds.write_text(thresholds.read_text(encoding="utf-8") + "\n- id: stray\n  titel: x\n", encoding="utf-8")
    materials = tmp_path / "templates" / "isp" / "materials.yaml"
    materials.write_text(
        materials.read_text(encoding="utf-8").replace("kinds: [articles]", "kinds: [article]"), encoding="utf-8"
    )
    arguments = [tmp_path / "templates" if each == ROOT / "templates" else each for each in common(tmp_path)]
    called = call(capsys, "check", "云桥", *arguments)
    assert called.code == 3
    assert "titel" in called.err


@pytest.mark.parametrize(
    "arguments", [("build",), ("build", "a", "b"), ("build", "a", "--as-of", "soon"), ("nothing",)]
)
def test_a_wrong_call_is_exit_2(capsys, arguments):
    assert call(capsys, *arguments).code == 2


def test_a_rule_is_explained_with_its_thresholds_and_source(capsys):
    called = call(capsys, "explain", "id-12", "--templates", ROOT / "templates")
    assert called.code == 0
    for words in ("ID-12", "依据", "怎么办"):
        assert words in called.out


def test_an_unknown_rule_is_exit_2_with_its_neighbours(capsys):
    called = call(capsys, "explain", "ID-99", "--templates", ROOT / "templates")
    assert called.code == 2
    assert "ID-12" in called.err


def test_a_new_client_gets_folders_and_a_client_yaml_that_loads_once_the_coverage_is_filled_in(capsys, tmp_path):
    (tmp_path / "inputs").mkdir()
    called = call(capsys, "new", "新客户", "--coverage", "江苏省", *common(tmp_path))
    assert called.code == 0
    folder = tmp_path / "inputs" / "新客户"
    assert sorted(path.name[:2] for path in (folder / "papers").iterdir()) == [
        "01",
        "02",
        "03",
        "04",
        "05",
        "06",
        "09",
        "10",
        "11",
        "12",
    ]
    checked = call(capsys, "check", "新客户", "--json", *common(tmp_path))
    assert "PK-11" not in [line["rule"] for line in json.loads(checked.out)["lines"]]
    questions = call(capsys, "questions", "新客户", "--json", *common(tmp_path))
    assert questions.code == 0
    assert "expected_users_year1" in [each["id"] for each in json.loads(questions.out)]


def test_an_existing_client_is_never_touched(capsys, tmp_path):
    folder = client_folder(tmp_path)
    before = (folder / "client.yaml").read_text(encoding="utf-8")
    called = call(capsys, "new", "云桥", *common(tmp_path))
    assert called.code == 4
    assert (folder / "client.yaml").read_text(encoding="utf-8") == before


def test_the_commented_client_yaml_still_loads_when_every_comment_is_taken_away(capsys, tmp_path):
    (tmp_path / "inputs").mkdir()
    call(capsys, "new", "新客户", "--coverage", "江苏省", *common(tmp_path))
    path = tmp_path / "inputs" / "新客户" / "client.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    answers = lines.index("# answers:")
    opened = [
        line.removeprefix("# ") if line.startswith("# ") else line.removeprefix("#") for line in lines[answers:]
    ]
    path.write_text("\n".join([*lines[:answers], *opened]), encoding="utf-8")
    questions = call(capsys, "questions", "新客户", "--json", *common(tmp_path))
    assert (questions.code, json.loads(questions.out)) == (0, [])


def test_what_is_no_dossier_is_not_proven(capsys, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"no pdf")
    assert call(capsys, "verify", tmp_path / "x.pdf").code == 1


def test_the_doctor_finds_everything_that_is_needed(capsys):
    called = call(capsys, "doctor", "--json", "--templates", ROOT / "templates")
    missing = [each["title_en"] for each in json.loads(called.out) if each["needed"] and not each["present"]]
    assert (called.code, missing) == (0, [])


class TestAClientWithoutPapers:
    """Every stage runs although nothing was sent yet."""

    def test_it_is_blocked_with_a_report_a_draft_dossier_and_no_final(self, capsys, tmp_path):
        client_folder(tmp_path)
        called = call(capsys, "build", "云桥", *common(tmp_path))
        built = tmp_path / "build" / "云桥"
        assert called.code == 1
        assert "不能提交" in called.out.splitlines()[-1]
        told = {"report.html", "findings.json", "facts.json", "manifest.json", "form.xlsx"}
        assert {*told, "dossier.draft.pdf", "drafts"} == {path.name for path in built.iterdir()}
        for name in ("findings", "facts", "manifest"):
            schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
            jsonschema.validate(json.loads((built / f"{name}.json").read_text(encoding="utf-8")), schema)
        findings = json.loads((built / "findings.json").read_text(encoding="utf-8"))
        missing = [each for result in findings["results"] if result["rule"] == "PK-01" for each in result["findings"]]
        assert len(missing) == 10

    def test_a_second_run_does_nothing_and_says_so(self, capsys, tmp_path):
        client_folder(tmp_path)
        first = call(capsys, "build", "云桥", *common(tmp_path), "--lang", "zh")
        second = call(capsys, "build", "云桥", *common(tmp_path), "--json")
        assert (first.code, second.code) == (1, 1)
        assert json.loads(second.out)["work"] == []

    def test_two_runs_write_the_same_bytes(self, capsys, tmp_path):
        client_folder(tmp_path)
        files = []
        for _ in range(2):
            call(capsys, "build", "云桥", *common(tmp_path), "--no-cache")
            built = tmp_path / "build" / "云桥"
            files.append({path.name: path.read_bytes() for path in built.rglob("*") if path.is_file()})
        assert [name for name in files[0] if files[0][name] != files[1][name]] == []

    def test_purging_leaves_nothing_derived(self, capsys, tmp_path):
        client_folder(tmp_path)
        call(capsys, "check", "云桥", *common(tmp_path))
        called = call(capsys, "purge", "云桥", *common(tmp_path))
        assert called.code == 0
        assert [path for path in (tmp_path / "build").rglob("*") if path.is_file()] == []
        assert (tmp_path / "inputs" / "云桥" / "client.yaml").exists()


def test_the_impact_of_a_change_names_the_client_and_the_rule_that_turns(capsys, tmp_path):
    client_folder(tmp_path)
    changed = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", changed)
    path = changed / "isp" / "thresholds.yaml"
    text = path.read_text(encoding="utf-8")
    least = "- id: staff.min_count\n  title: 专业人员最少人数\n"
    assert least in text
    before, _, after = text.partition(least)
    path.write_text(before + least + after.replace("value: 3,", "value: 0,", 1), encoding="utf-8")
    called = call(capsys, "impact", "--profile", ROOT / "templates", changed, *common(tmp_path))
    assert (called.code, called.err) == (0, "")
    assert called.out.splitlines() == [
        "云桥：blocked → blocked",
        "  SI-01 broken → kept：At least the required number of people have a valid identity card and social insurance.",
        "Of 1 clients 1 change, 0 in their verdict (paper rules only).",
    ]
