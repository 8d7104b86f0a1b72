"""From drafts to sealed scans and the package that may be uploaded; and every way in which a scan can be wrong."""

import json
import re
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.calls import dossier
from tests.specimens import clients, plans, sealing

pytestmark = pytest.mark.slow

DIGITAL = plans.Plan(form_surface="digital")
SCANNED = "4A"
"""The draft that comes back as a picture: one page is enough to have OCR read it; the others keep their text."""


def build(folder, client):
    called = dossier("build", client, "--inputs", folder / "inputs", "--quiet", "--build", folder / "build")
    return called, folder / "build" / client


def told(built):
    return json.loads((built / "findings.json").read_text(encoding="utf-8"))


def drafts_in(built):
    return {path.name[:2]: path for path in sorted((built / "drafts").glob("*.pdf"))}


def put(folder, content):
    for material, pdf in content.items():
        (folder / "papers" / f"{material}_盖章扫描件.pdf").write_bytes(pdf)


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """A client whose drafts are printed, the names in its unsealed package, and the drafts of another client."""
    folder = tmp_path_factory.mktemp("sealing")
    made = clients.make_client(folder / "inputs" / "client", 77, plan=DIGITAL)
    clients.make_client(folder / "inputs" / "stranger", 78, plan=DIGITAL)
    called, built = build(folder, "client")
    assert called.returncode == 0, called.stdout + called.stderr
    pending = {path.name for path in (built / "package").iterdir()}
    keep = folder / "printed"
    keep.mkdir()
    printed = {material: keep / path.name for material, path in drafts_in(built).items()}
    for material, path in drafts_in(built).items():
        printed[material].write_bytes(path.read_bytes())
    dossier("preview", "stranger", "--inputs", folder / "inputs", "--quiet", "--build", folder / "build")
    return folder, made, printed, pending


def sealed(made, printed):
    company = made.world.company.name
    files = {material: sealing.sealed_file(pdf, company) for material, pdf in printed.items()}
    return files | {SCANNED: sealing.sealed_scan(printed[SCANNED], company, seed=5)}


def test_sealed_scans_take_the_place_of_the_drafts(issued):
    folder, made, printed, pending = issued
    assert sum("_待盖章" in name for name in pending) == 5
    put(made.folder, sealed(made, printed))
    called, built = build(folder, "client")
    assert (called.returncode, called.stdout.strip().splitlines()[-1]) == (0, "client：可上传"), called.stdout
    assert (told(built)["verdict"], told(built)["sealing"]) == ("ready", "complete")
    assert {path.name for path in (built / "package").iterdir()} == {name.replace("_待盖章", "") for name in pending}
    cover = pypdfium2.PdfDocument(str(built / "dossier.pdf"))[0].get_textpage().get_text_range()
    assert "已盖章稿" in cover
    assert "不得上传" not in cover
    pages = json.loads((built / "manifest.json").read_text(encoding="utf-8"))["pages"]
    sources = [page["file"] for page in pages if page["role"] == "source"]
    assert not [file for file in sources if file.startswith("build:")]
    assert {material: sources.count(f"papers/{material}_盖章扫描件.pdf") for material in printed} == {
        material: len(pypdfium2.PdfDocument(str(path))) for material, path in printed.items()
    }


def test_a_lost_a_foreign_and_a_changed_page_block_at_their_place(issued):
    folder, made, printed, _ = issued
    company = made.world.company.name
    strange = drafts_in(folder / "build" / "stranger")
    amount = re.search(r"自然人 \S+ (\d+) ", _text(printed[SCANNED]))[1]
    other = str(int(amount) + 50)
    put(
        made.folder,
        sealed(made, printed)
        | {
            "07": sealing.sealed_file(printed["07"], company, leave_out=[5]),
            "08": sealing.with_page_of(sealing.sealed_file(printed["08"], company), 7, strange["08"], 7),
            SCANNED: sealing.sealed_scan(printed[SCANNED], company, 6, sealing.rewritten(amount, other, 10.5)),
        },
    )
    called, built = build(folder, "client")
    assert called.returncode == 1
    result = next(each for each in told(built)["results"] if each["rule"] == "PK-19")
    values = [each["values"] for each in result["findings"]]
    assert (result["outcome"], result["severity"]) == ("broken", "blocker")
    assert [(each["material"], each["page"]) for each in values] == [("07", "5"), ("08", "7"), (SCANNED, "1")]
    assert (values[2]["wanted"], values[2]["read"]) == (amount, other)
    assert result["findings"][2]["evidence"][0]["bbox"] is not None
    assert not (built / "dossier.pdf").exists()
    assert told(built)["sealing"] == "pending"


def _text(pdf: Path) -> str:
    return pypdfium2.PdfDocument(str(pdf))[0].get_textpage().get_text_range()
