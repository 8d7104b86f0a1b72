"""The two demo clients from end to end: one ready, one blocked by exactly its eight faults."""

import json
import shutil

import jsonschema
import pytest

from tests.cli.calls import ROOT, dossier

pytestmark = pytest.mark.slow

BETA = {"SC-01", "EQ-01", "ID-05", "SI-04", "SI-05", "MR-04", "MR-06", "CM-02"}
BATCHED = "batched.json"
"""What the batch found of acme; a test that builds it alone writes its findings anew."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Both clients built side by side, once for all tests here."""
    build = tmp_path_factory.mktemp("demo") / "build"
    called = dossier("batch", "acme", "beta", "--quiet", "--build", build)
    assert called.returncode == 1, called.stderr
    shutil.copyfile(build / "acme" / "findings.json", build.parent / BATCHED)
    return build, called


def findings(build, client):
    return json.loads((build / client / "findings.json").read_text(encoding="utf-8"))


def test_acme_is_ready_to_print_and_seal(built):
    build, called = built
    told = findings(build, "acme")
    assert (told["verdict"], told["to_confirm"], told["sealing"]) == ("ready", 0, "pending")
    assert "可打印盖章" in called.stdout
    names = {path.name for path in (build / "acme").iterdir()}
    assert {"dossier.pdf", "proof.json", "package", "drafts", "report.html"} <= names
    assert "dossier.draft.pdf" not in names


def test_beta_is_blocked_by_exactly_its_eight(built):
    build, _ = built
    told = findings(build, "beta")
    broken = [
        each["rule"] for each in told["results"] if (each["outcome"], each["severity"]) == ("broken", "blocker")
    ]
    assert told["verdict"] == "blocked"
    assert sorted(broken) == sorted(BETA)
    names = {path.name for path in (build / "beta").iterdir()}
    assert "dossier.draft.pdf" in names
    assert not {"dossier.pdf", "proof.json", "package"} & names


@pytest.mark.parametrize("client", ["acme", "beta"])
@pytest.mark.parametrize("name", ["findings", "facts", "manifest"])
def test_every_output_has_the_published_shape(built, client, name):
    build, _ = built
    schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((build / client / f"{name}.json").read_text(encoding="utf-8")), schema)


def test_a_batch_searches_the_drafts_for_other_clients(built):
    build, _ = built
    told = json.loads((build.parent / BATCHED).read_text(encoding="utf-8"))
    outcome = {each["rule"]: each["outcome"] for each in told["results"]}
    assert outcome["DR-02"] == "kept"


def test_every_blocker_of_beta_shows_its_place(built):
    build, _ = built
    for result in findings(build, "beta")["results"]:
        for finding in result["findings"]:
            assert finding["message"]
            assert finding["remedy"] or finding["outcome"] == "note"
            assert finding["evidence"] or finding["outcome"] == "note", result["rule"]


def test_every_file_is_accounted_for(built):
    build, _ = built
    for client in ("acme", "beta"):
        papers = ROOT / "inputs" / client
        found = {path.relative_to(papers).as_posix() for path in (papers / "papers").rglob("*") if path.is_file()}
        assert {each["path"] for each in findings(build, client)["files"]} == found


def test_the_dossier_is_proven_from_the_file_alone(built):
    build, _ = built
    called = dossier("verify", build / "acme" / "dossier.pdf", "--quiet", "--build", build)
    assert called.returncode == 0, called.stdout
    assert "校验通过" in called.stdout


def test_every_dossier_page_has_its_source_in_the_manifest(built):
    build, _ = built
    told = json.loads((build / "acme" / "manifest.json").read_text(encoding="utf-8"))
    assert [page["page"] for page in told["pages"]] == list(range(1, told["dossier"]["pages"] + 1))
    assert all(page["file"] for page in told["pages"] if page["role"] == "source")


def test_a_second_build_reads_writes_and_merges_nothing(built):
    build, _ = built
    first = dossier("build", "acme", "--quiet", "--build", build)
    before = {path: path.stat().st_mtime_ns for path in (build / "acme").rglob("*")}
    second = dossier("build", "acme", "--json", "--quiet", "--build", build)
    assert (first.returncode, second.returncode) == (0, 0)
    assert json.loads(second.stdout)["work"] == []
    assert {path: path.stat().st_mtime_ns for path in (build / "acme").rglob("*")} == before


def test_no_output_knows_this_machine_or_its_user(built):
    build, _ = built
    secret = [str(ROOT).encode(), str(build).encode()]
    for client in ("acme", "beta"):
        for path in (build / client).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                assert not any(each in content for each in secret), path.name
