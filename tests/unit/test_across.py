"""Two clients of one agency, read one after the other: what must not be met twice is met, and nobody is named."""

from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline import batch
from pipeline.casework import read_case
from pipeline.engines.children import Workshop
from pipeline.index import Index, joined
from pipeline.kept import inputs_of
from pipeline.model.case import Case
from pipeline.model.findings import Result
from pipeline.stages import crosscheck
from pipeline.workplace import Workplace, open_work
from tests.specimens import filing, handing, worlds
from tests.specimens.client_file import client_yaml
from tests.specimens.company import World
from tests.specimens.plans import Plan

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
OF_ONE_APPLICANT = ("01_营业执照/营业执照", "05_")
ACROSS = ("VF-05", "VF-07", "DR-07")
OWN_WORDS = {
    "existing_business": "公司从事工业园区弱电施工，长期为机械加工企业布线、装监控并代管交换机。",
    "regional_need": "当地机械加工厂正在上云，车间里只有移动网络信号，图纸上传经常中断，厂方要求固定线路。",
    "duty_roster": "由三名工程师轮班，夜间由当班人员携带值班手机，接到报修后一小时内赶到厂区。",
}


class Agency(NamedTuple):
    """Four folders: `one`; `copy`, which shares with it; `own`, which does not; `again`, the company of `one`."""

    place: Workplace
    alone: Workplace
    worlds: dict[str, World]
    cases: dict[str, Case]
    results: dict[str, dict[str, Result]]


def handed_in(folder: Path, world: World) -> None:
    """The digital papers of a client that tell it and its staff: licence and insurance."""
    folder.mkdir(parents=True)
    (folder / "client.yaml").write_text(client_yaml(world), encoding="utf-8")
    made = handing.filings(world, Plan(insurance="person", bundled=False))
    chosen = [each for each in made if each.path.startswith(OF_ONE_APPLICANT) and each.surface == "digital"]
    assert len(chosen) > 2
    filing.write(folder, chosen, world.seed)


def an_agency() -> dict[str, World]:
    """`copy` puts an employee of `one` on its own payroll and answers in the words of `one`."""
    one, copy, own = (
        worlds.clean(seed, "浙江省", brand) for seed, brand in ((7101, "云桥"), (7202, "远帆"), (7303, "听潮"))
    )
    payer, code = copy.staff[0].payer, copy.staff[0].payer_code
    copy.staff[0] = replace(one.staff[0], payer=payer, payer_code=code)
    own.answers = OWN_WORDS
    return {"one": one, "copy": copy, "own": own, "again": one}


def index_of(place: Workplace, *names: str) -> Index:
    surveys = [batch.survey(place, name) for name in names]
    assert [each.stopped for each in surveys] == [None] * len(names)
    return joined(each.part for each in surveys)


def judged(place: Workplace, name: str) -> tuple[Case, dict[str, Result]]:
    work = open_work(place, name)
    with Workshop(1) as shop:
        case = read_case(work, shop)
    results = crosscheck.run(case, work.profile, work.settings)
    return case, {each.rule: each for each in results if each.rule in ACROSS}


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Agency:
    root = tmp_path_factory.mktemp("agency")
    place = Workplace(
        inputs=root / "inputs",
        build=root / "build",
        templates=ROOT / "templates",
        as_of=date(2026, 12, 15),
        today=date(2026, 12, 15),
        key=root / "home" / "index.key",
    )
    made = an_agency()
    for name, world in made.items():
        handed_in(place.inputs / name, world)
    scans = sorted((place.inputs / "one" / "papers").glob("05_*/*/社保.pdf"))
    shutil.copyfile(scans[1], place.inputs / "copy" / "papers" / "夹带.pdf")
    knowing = place.knowing(index_of(place, *made))
    found = {name: judged(knowing, name) for name in ("one", "copy", "own")}
    return Agency(
        knowing,
        place,
        made,
        {name: each[0] for name, each in found.items()},
        {n: each[1] for n, each in found.items()},
    )


def told(result: Result) -> str:
    return "".join(each.message + each.message_en + each.remedy for each in result.findings)


def test_an_employee_of_two_clients_is_met_at_both(agency: Agency) -> None:
    shared = agency.worlds["one"].staff[0].person.name
    for name in ("one", "copy"):
        result = agency.results[name]["VF-07"]
        assert result.outcome == "broken"
        assert shared in told(result)


def test_nobody_learns_who_the_other_client_is(agency: Agency) -> None:
    for name, other in (("one", "copy"), ("copy", "one")):
        strange = agency.worlds[other]
        words = "".join(told(each) for each in agency.results[name].values())
        assert words
        assert [
            each for each in (strange.company.name, strange.short_name, strange.company.code) if each in words
        ] == []


def test_a_client_with_its_own_people_papers_and_words_meets_nothing(agency: Agency) -> None:
    assert [each for each in agency.cases["own"].shared or () if each.sort != "answers"] == []
    assert {rule: each.outcome for rule, each in agency.results["own"].items() if rule != "DR-07"} == {
        "VF-05": "kept",
        "VF-07": "kept",
    }


def test_one_insurance_paper_in_two_folders_is_met_by_code_and_page(agency: Agency) -> None:
    assert {each.sort for each in agency.cases["copy"].shared or ()} >= {"code", "page"}
    assert agency.results["copy"]["VF-05"].outcome == "broken"


def test_answers_copied_from_another_client_are_told_with_their_places(agency: Agency) -> None:
    (finding,) = agency.results["copy"]["DR-07"].findings
    assert (finding.outcome, finding.severity) == ("broken", "warning")
    assert "/answers/existing_business" in {each.where for each in finding.evidence}
    places = {each.where for shared in agency.cases["own"].shared or () for each in shared.evidence}
    assert not {f"/answers/{name}" for name in OWN_WORDS} & places


def test_two_folders_of_one_company_are_one_client(agency: Agency) -> None:
    case, _ = judged(agency.alone.knowing(index_of(agency.alone, "one", "again")), "one")
    assert case.shared == ()


def test_a_client_alone_has_no_index_to_look_into(agency: Agency) -> None:
    case, results = judged(agency.alone, "own")
    assert case.shared is None
    assert {each.outcome for each in results.values()} == {"not_applicable"}


def test_the_index_holds_no_readable_word_and_its_key_is_private(agency: Agency) -> None:
    index, one = agency.place.index, agency.worlds["one"]
    assert index is not None
    stored, staff = index.model_dump_json(), one.staff[0].person
    assert {each.sort for each in index.entries} == {"name", "month", "code", "page"}
    assert index.wordings
    assert not [word for word in (staff.number, staff.name, one.company.name, one.company.code) if word in stored]
    assert stat.S_IMODE(agency.place.key.stat().st_mode) == 0o600
    assert agency.place.build not in agency.place.key.parents


def test_the_index_is_an_input_of_the_run(agency: Agency) -> None:
    alone, knowing = (inputs_of("build", open_work(each, "one")) for each in (agency.alone, agency.place))
    assert alone != knowing


def test_another_key_gives_another_index(agency: Agency, tmp_path: Path) -> None:
    other = index_of(replace(agency.alone, key=tmp_path / "other.key"), "own")
    index = agency.place.index
    assert index is not None
    assert other.entries
    assert not {each.digest for each in index.entries} & {each.digest for each in other.entries}
