"""form.xlsx: every field of the portal in its order, ready to be copied, and never a formula."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.errors import ProfileError
from pipeline.model.case import Case
from pipeline.profile.form import Form
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.settings import resolve
from pipeline.reports.filling import write_form
from pipeline.reports.form import Entry, Section, sections, told_by
from pipeline.reports.form_sheet import MOST_CHARACTERS, Sheet, form_xlsx
from pipeline.rules.registry import known_rules
from pipeline.rules.trust import least_of
from tests.rules.plain import templates
from tests.unit.drafts.test_official import template
from tests.unit.reports.outcomes import DAY, PROFILE
from tests.unit.reports.told import COMPANY, HEAD, LEAD, LICENCE, applicant
from tools.docs.full_case import full_client, full_documents

GOLDEN = Path(__file__).parent / "golden" / "form.txt"
FORM: Form = PROFILE.form
DANGEROUS = ("=1+1", "+861380000", "-1", "@sum(A1)", "=cmd|'/c calc'!A0", "\t=1")


def listed(case: Case) -> tuple[Section, ...]:
    return sections(case, PROFILE, FORM, least_of(resolve(PROFILE, case.as_of, case.client)))


def entry(case: Case, section: str, title: str) -> Entry:
    found = next(each for each in listed(case) if each.title == section)
    return next(each for each in found.entries if each.title == title)


def written(case: Case, folder: Path) -> bytes:
    write_form(case, PROFILE, resolve(PROFILE, case.as_of, case.client), folder / "templates", folder)
    return (folder / "form.xlsx").read_bytes()


def rows(workbook: bytes) -> list[tuple[str, ...]]:
    page = load_workbook(io.BytesIO(workbook)).active
    return [tuple("" if cell is None else str(cell) for cell in row) for row in page.iter_rows(values_only=True)]


def test_the_list_of_an_applicant_is_the_golden_one(tmp_path: Path) -> None:
    text = "\n".join(" | ".join(row).rstrip(" |") for row in rows(written(applicant(), tmp_path))) + "\n"
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_case_gives_the_same_bytes_and_names_nobody(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    first, second = (written(applicant(), folder) for folder in folders)
    assert first == second
    properties = load_workbook(io.BytesIO(first)).properties
    assert (properties.creator, properties.lastModifiedBy) == (None, None)
    assert properties.modified.date() == DAY


@pytest.mark.parametrize("value", DANGEROUS)
def test_no_value_becomes_a_formula(value: str, tmp_path: Path) -> None:
    case = applicant(business_licence={**LICENCE, "scope": value}, client={"service_phone": value})
    page = load_workbook(io.BytesIO(written(case, tmp_path))).active
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type == "s" and cell.number_format == "@" for cell in cells)
    assert sum(cell.value == value.strip() or cell.value == value for cell in cells) == 2


def test_a_value_longer_than_a_cell_says_that_it_is_cut() -> None:
    long = Section("长", (Entry("栏目", "长" * 40_000, "", "type", "", None, "", unverified=False),))
    cell = load_workbook(io.BytesIO(form_xlsx(Sheet(COMPANY, ("", ""), (long,)), DAY))).active["C6"].value
    assert len(cell) == MOST_CHARACTERS
    assert cell.endswith("……（过长，其余见材料）")


def test_the_sheet_is_set_up_for_screen_and_print(tmp_path: Path) -> None:
    page = load_workbook(io.BytesIO(written(applicant(), tmp_path))).active
    assert (page.freeze_panes, page.print_title_rows) == ("A5", "$4:$4")
    assert (page.page_setup.paperSize, page.page_setup.orientation) == ("9", "landscape") or (
        page.page_setup.paperSize,
        page.page_setup.orientation,
    ) == (9, "landscape")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (
        1,
        0,
        True,
    )
    assert all(cell.alignment.wrap_text for row in page.iter_rows(min_row=6, max_row=8) for cell in row)


def test_capital_is_typed_in_ten_thousands_and_named_by_its_paper() -> None:
    found = entry(applicant(), "申请单位", "注册资本")
    assert (found.value, found.unit, found.state, told_by(found)) == (
        "1000",
        "万元",
        "type",
        "营业执照（papers/01_business_licence.pdf）",
    )


def test_capital_in_dollars_is_asked_about_and_not_converted() -> None:
    found = entry(applicant(business_licence={**LICENCE, "capital": "500万美元"}), "申请单位", "注册资本")
    assert (found.value, found.state) == ("", "ask")
    assert "5000000 USD" in found.said


def test_what_two_papers_tell_differently_must_be_looked_at() -> None:
    case = applicant(business_licence={**LICENCE, "capital": "2000万元"})
    found = entry(case, "申请单位", "注册资本")
    assert (found.value, found.state) == ("2000", "look")
    assert "公司章程所载“10,000,000 元”不一致" in found.said


def test_what_was_not_read_clearly_must_be_looked_at() -> None:
    case = applicant(business_licence={**LICENCE, "unsure": ["code"]})
    found = entry(case, "申请单位", "统一社会信用代码")
    assert (found.value, found.state, found.said) == (LICENCE["code"], "look", "识读不清，请对照原件")


def test_what_a_person_put_right_needs_no_second_look() -> None:
    case = applicant(business_licence={**LICENCE, "corrected": {"code": "张样"}})
    assert entry(case, "申请单位", "统一社会信用代码").state == "type"


@pytest.mark.parametrize(
    ("section", "title", "said"),
    [
        ("申请单位", "公司网址", "（答在 client.yaml 的 answers：website）"),
        ("联系人", "固定电话", "（答在 client.yaml 的 answers：office_phone）"),
        ("申请单位", "邮政编码", "请写在 client.yaml 的 contact 下"),
        ("主要管理和技术人员 1", "电话", "请写在 client.yaml 的 people 下"),
        ("主要管理和技术人员 1", "学历", "材料中没有读到"),
    ],
)
def test_what_nobody_states_is_asked_where_it_can_be_answered(section: str, title: str, said: str) -> None:
    found = entry(applicant(), section, title)
    assert (found.value, found.state) == ("", "ask")
    assert said in found.said


def test_a_list_answer_is_typed_line_by_line_with_the_units_of_its_columns() -> None:
    assert entry(applicant(), "申请的业务", "资金安排").value == "股东出资，160万元"


def test_contributions_take_their_method_from_the_row_of_the_same_holder() -> None:
    case = applicant()
    assert [entry(case, f"股东 {place}", "出资方式").value for place in (1, 2)] == ["货币", "实物"]
    assert [entry(case, f"股东 {place}", "上层股东").state for place in (1, 2)] == ["type", "ask"]


def test_only_staff_is_listed_and_the_security_lead_apart() -> None:
    case = applicant()
    names = [each.entries[0].value for each in listed(case) if each.title.startswith("主要管理")]
    assert names == [HEAD, LEAD]
    assert entry(case, "信息安全负责人", "姓名").value == LEAD


def test_a_part_without_members_says_what_is_lacking() -> None:
    case = applicant(client={"people": []}, access_agreement=None)
    lacking = {each.title: each.lacking for each in listed(case) if each.lacking}
    assert lacking["信息安全负责人"] == "没有人担任信息安全负责人，请写在 client.yaml 的 people 下"
    assert lacking["接入资源"] == "材料中没有接入协议"


def test_every_fact_that_the_form_names_can_be_stated() -> None:
    from pipeline import facts
    from tools.docs.facts import AUTHORITY

    client = full_client(tuple(each.id for each in PROFILE.questions))
    documents = full_documents()
    people, premises, ledger = facts.weigh(documents, client, AUTHORITY)
    case = Case(client=client, as_of=DAY, documents=documents, people=people, premises=premises, ledger=ledger)
    entries = [each for section in listed(case) for each in section.entries]
    stated = {each.title for each in entries if each.state in ("type", "look") or "不能换算" in each.said}
    assert {each.title for each in entries if each.state == "ask"} - stated == {
        "国籍或注册地",  # asked of everybody
        "职称或资格",  # that paper names a second person of the name, who is no staff
    }


def test_a_doubtful_value_is_never_written_into_what_is_signed(tmp_path: Path) -> None:
    template(tmp_path / "templates", "{{ company }}承诺守法。")
    written(applicant(business_licence={**LICENCE, "unsure": ["name"]}), tmp_path)
    paragraphs = Document(tmp_path / "official" / "11_承诺书_待签章.docx").paragraphs
    assert [each.text for each in paragraphs] == ["＿＿＿＿＿＿承诺守法。"]


def test_a_profile_may_lack_the_portals_form(tmp_path: Path) -> None:
    write_form(
        applicant(),
        PROFILE.model_copy(update={"form": None}),
        resolve(PROFILE, DAY, applicant().client),
        tmp_path,
        tmp_path,
    )
    assert list(tmp_path.iterdir()) == []


def test_the_files_that_a_profile_may_lack_are_no_faults(tmp_path: Path) -> None:
    shutil.copytree(templates(), tmp_path / "isp")
    for name in ("form_fields.yaml", "differences.yaml", "visit.yaml", "duties.yaml"):
        (tmp_path / "isp" / name).unlink()
    profile = load(tmp_path / "isp", Known(rules=known_rules()))
    assert (profile.form, profile.differences, profile.visit, profile.duties) == (None, (), None, ())


def test_a_wrong_word_in_the_form_is_told_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(templates(), tmp_path / "isp")
    path = tmp_path / "isp" / "form_fields.yaml"
    text = path.read_text(encoding="utf-8").replace("answers.website", "answers.webiste")
    path.write_text(text.replace("id: company_code", "id: company_name"), encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load(tmp_path / "isp", Known(rules=known_rules()))
    assert caught.value.faults == (
        "isp/form_fields.yaml company_name：出现了 2 次",
        "isp/form_fields.yaml：没有问题 webiste，questions.yaml 里没有",
    )
