"""The pack for an inspection: the client's own answers on one page, and what is absent is marked 待补."""

from __future__ import annotations

from typing import Any

import pypdfium2

from pipeline.model.case import Case
from pipeline.profile.settings import resolve
from pipeline.profile.visit import Visit
from pipeline.reports.visit import visit_pdf
from tests.unit.reports.outcomes import PROFILE
from tests.unit.reports.told import CLIENT, COMPANY, FIRE, HEAD, LEAD, ROOM, applicant

VISIT: Visit = PROFILE.visit


def pages(case: Case) -> list[str]:
    pdf = visit_pdf(case, PROFILE, resolve(PROFILE, case.as_of, case.client), VISIT)
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]


def test_there_are_four_leaves_in_order() -> None:
    titles = ("现场核查准备清单", "应答要点", "现场核查签到表", "机房照片清单")
    told = pages(applicant())
    assert [title in page for title, page in zip(titles, told, strict=True)] == [True] * 4
    assert all(COMPANY in page for page in told)


def test_the_answers_are_the_clients_own() -> None:
    answers = pages(applicant())[1]
    for value in (
        ROOM,
        FIRE["number"],
        "1000 Mbit/s",
        "XG-0001",
        "13800000000",
        "机房值班室，000-00000002",
        "第二级",
    ):
        assert value in answers
    assert "两班制，每班一人" in answers


def test_what_is_absent_is_marked_to_be_supplied_and_never_invented() -> None:
    answers = pages(applicant(client={"answers": {}, "people": []}, fire_document=None, access_agreement=None))[1]
    assert "【待补】消防文书编号" in answers
    assert "【待补】材料中没有接入协议" in answers
    assert "【待补】没有人担任信息安全负责人" in answers
    assert "【待补】等级保护" in answers


def test_a_doubtful_value_is_told_to_be_looked_at() -> None:
    answers = pages(applicant(fire_document={**FIRE, "unsure": ["number"]}))[1]
    assert f"{FIRE['number']}（请核对：识读不清，请对照原件）" in answers


def test_the_list_names_the_papers_that_are_there_and_marks_those_that_are_not() -> None:
    ready = pages(applicant(fire_document=None))[0]
    assert "01_business_licence.pdf；带原件" in ready
    assert "【待补】材料中没有消防文书" in ready
    assert "【待补】材料中没有产权证明" in ready


def test_everyone_with_a_role_signs_once_and_an_open_role_is_marked() -> None:
    signing = pages(applicant())[2]
    assert signing.count(HEAD) == 1
    assert signing.count(LEAD) == 1
    assert "信息安全负责人、安全联络员" in signing
    assert "技术负责人" in signing
    assert "【待补】" in signing


def test_two_rooms_have_two_lists_of_photographs() -> None:
    second: dict[str, Any] = {
        "room_lease": {"premises": "机房", "address": "北京市虚构区云桥路9号9层", "lessee": COMPANY}
    }
    from tests.rules.plain import case
    from tests.unit.reports.told import AGREEMENT, LICENCE, ROOM_LEASE

    told = case(
        {
            "client": CLIENT,
            "papers": [
                {"business_licence": LICENCE},
                {"room_lease": ROOM_LEASE},
                second,
                {"access_agreement": AGREEMENT},
            ],
        },
        PROFILE,
    )
    photographs = "".join(pages(told)[3:])
    assert "机房 1：" in photographs
    assert "机房 2：" in photographs
    assert photographs.count("灭火器材和烟感") == 2


def test_many_rooms_and_lines_still_answer_on_one_page() -> None:
    from tests.rules.plain import case
    from tests.unit.reports.told import AGREEMENT, LICENCE, ROOM_LEASE

    rooms = [{"room_lease": {**ROOM_LEASE, "address": f"北京市虚构区云桥路{number}号101室"}} for number in (1, 3, 5)]
    lines = [{"access_agreement": {**AGREEMENT, "number": f"XG-{number}"}} for number in (1, 2)]
    told = case({"client": CLIENT, "papers": [{"business_licence": LICENCE}, *rooms, *lines]}, PROFILE)
    assert sum("可能的问题" in page for page in pages(told)) == 1


def test_the_same_case_gives_the_same_bytes() -> None:
    case = applicant()
    settings = resolve(PROFILE, case.as_of, case.client)
    assert visit_pdf(case, PROFILE, settings, VISIT) == visit_pdf(case, PROFILE, settings, VISIT)
