from __future__ import annotations

import hashlib
import json

from pipeline.model.bundle import Renumbering
from pipeline.reports.manifest import manifest, versions
from tests.unit.reports import outcomes
from tests.unit.reports.outcomes import LICENCE, built, outcome, sha
from tests.unit.reports.schemas import faults


def test_the_file_has_the_published_shape_built_or_not(tmp_path):
    assert faults("manifest", manifest(outcome(), sha("profile"))) == []
    assert faults("manifest", manifest(built(tmp_path), sha("profile"))) == []


def test_it_tells_every_source_with_its_hash_pages_and_what_it_carried():
    sources = manifest(outcome(), sha("profile"))["sources"]
    assert [each["path"] for each in sources] == [path for path, _, _ in outcomes.FILES]
    assert sources[2] == {
        "path": "papers/commitment.pdf",
        "sha256": sha("papers/commitment.pdf"),
        "pages": 1,
        "state": "readable",
        "repair": "as is",
        "active_content": ["JavaScript", "附件"],
    }


def test_it_tells_the_drafts_by_name_and_hash_and_no_path_of_this_machine(tmp_path):
    told = manifest(built(tmp_path), sha("profile"))
    assert told["drafts"] == [
        {
            "material": "07",
            "title": "业务发展计划书",
            "code": "A1B2",
            "engine": "dxpdf 0.8.1",
            "edited": False,
            "pages": 16,
            "docx": {"name": "07_业务发展计划书.docx", "sha256": hashlib.sha256(b"docx").hexdigest()},
            "pdf": {"name": "07_业务发展计划书.pdf", "sha256": hashlib.sha256(b"pdf").hexdigest()},
        }
    ]
    assert str(tmp_path) not in json.dumps(told, ensure_ascii=False)


def test_it_tells_for_each_page_of_the_dossier_where_it_comes_from(tmp_path):
    told = manifest(built(tmp_path), sha("profile"))
    assert told["dossier"]["pages"] == len(told["pages"]) == 2
    assert told["pages"] == [
        {
            "volume": 1,
            "page": 1,
            "number": "1",
            "role": "cover",
            "material": None,
            "file": None,
            "source_page": None,
            "sha256": None,
            "content": None,
            "rewritten": [],
        },
        {
            "volume": 1,
            "page": 2,
            "number": "2",
            "role": "source",
            "material": "01",
            "file": LICENCE,
            "source_page": 1,
            "sha256": sha(LICENCE),
            "content": sha("content"),
            "rewritten": ["页面过小，放大版面"],
        },
    ]
    assert [(each["name"], each["first_page"], each["material"]) for each in told["package"]] == [
        ("01_公司营业执照副本_云桥.pdf", 2, "01"),
        ("07_业务发展计划书_云桥_待盖章.pdf", None, "07"),
    ]


def test_what_was_not_built_is_absent(tmp_path):
    told = manifest(outcome(), sha("profile"))
    assert (told["dossier"], told["drafts"], told["package"], told["pages"]) == (None, [], [], [])


def test_people_s_decisions_are_on_record():
    decisions = manifest(outcome(), sha("profile"))["decisions"]
    assert [each["by"] for each in decisions["corrections"]] == ["李四"]
    assert [each["saw"] for each in decisions["confirmed"]] == ["原件有签字"]
    assert [each["rule"] for each in decisions["waivers"]] == ["TL-01", "SI-04", "DR-01", "EQ-02"]


def test_it_names_the_program_its_code_and_the_libraries():
    assert {"dossier-pipeline", "code", "pikepdf", "pypdf", "rapidocr"} <= set(versions())


def test_passwords_stay_out():
    secret = outcomes.case(client=outcomes.client(passwords=("s3cret-2026",)))
    assert "s3cret-2026" not in json.dumps(manifest(outcome(case=secret), sha("profile")))


def test_it_names_every_volume_with_its_numbers_and_what_was_kept(tmp_path):
    listing = outcomes.ASSEMBLED.listing
    second = outcomes.ASSEMBLED.model_copy(
        update={
            "pdf": outcomes.PDF.model_copy(update={"name": "dossier-2.pdf"}),
            "listing": listing.model_copy(
                update={
                    "volume": 2,
                    "volumes": 2,
                    "placements": tuple(
                        each.model_copy(update={"number": number})
                        for each, number in zip(listing.placements, ("3", "3-1"), strict=True)
                    ),
                    "renumbering": Renumbering(inserted=("3-1",)),
                }
            ),
            "told": ("第 2 册超过单册上限",),
        }
    )
    first = second.model_copy(update={"listing": second.listing.model_copy(update={"volume": 1})})
    bound = outcomes.DOSSIER.model_copy(update={"files": (first, second), "proofs": outcomes.DOSSIER.proofs * 2})
    told = manifest(built(tmp_path).model_copy(update={"dossier": bound}), sha("profile"))
    assert faults("manifest", told) == []
    assert told["dossier"] is None
    volume = told["volumes"][1]
    assert (volume["name"], volume["volume"], volume["edition"]) == ("dossier-2.pdf", 2, "final")
    assert (volume["first_number"], volume["last_number"]) == ("3", "3-1")
    assert volume["told"] == ["第 2 册超过单册上限"]
    assert told["renumbering"] == {"inserted": ["3-1"], "replaced": [], "vacant": []}
    assert [(each["volume"], each["number"]) for each in told["pages"]][-2:] == [(2, "3"), (2, "3-1")]
