"""form.xlsx and, where the agency keeps the portal's own template of the commitment, a copy filled in its slots."""

from __future__ import annotations

from pathlib import Path

from pipeline.drafts.official import Filled, fill_official
from pipeline.drafts.variables import chinese_day
from pipeline.model.case import Case
from pipeline.profile.form import Official
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.reports.form import Entry, Section, sections
from pipeline.reports.form_sheet import Sheet, form_xlsx
from pipeline.reports.typed import Source, Told
from pipeline.rules.trust import Least, least_of

FORM, OFFICIAL = "form.xlsx", "official"
WRITTEN = "已按模板填写填空位，其余文字未动：official/{name}；打印后由法定代表人签字、写明日期、加盖公章"


def write_form(case: Case, profile: Profile, settings: Settings, official: Path, fresh: Path) -> None:
    """Both files into the fresh folder; nothing where the profile does not know the portal's form."""
    if profile.form is None:
        return
    least = least_of(settings)
    listed = sections(case, profile, profile.form, least)
    if profile.form.commitment is not None:
        listed = (*listed, _commitment(case, profile, profile.form.commitment, least, official, fresh))
    name = case.fact("company.name")
    sheet = Sheet(
        applicant=name.text if name is not None else case.client.short_name,
        heading=_heading(case, profile),
        sections=listed,
        notes=(("办理入口", "；".join(settings.words("portal.urls"))),),
    )
    (fresh / FORM).write_bytes(form_xlsx(sheet, case.as_of))


def _heading(case: Case, profile: Profile) -> tuple[str, str]:
    licence, client = profile.licence, case.client
    asked = f"{profile.licence_name(client)}　{licence.name}（{licence.code}）"
    return (
        f"{asked}　受理机关：{profile.authority(client)}　核对日：{chinese_day(case.as_of.isoformat())}",
        "栏目名称和先后未经核实，带“（待核）”的以系统页面为准；黄色请填写，橙色请先对照原件。内部资料，含个人信息，请勿外传。",
    )


def _commitment(
    case: Case, profile: Profile, official: Official, least: Least, templates: Path, fresh: Path
) -> Section:
    """The values of the template's slots, and what became of the template."""
    source = Source(case, profile, least)
    told = {slot.name: source.find(slot.facts) for slot in official.slots}
    values = {name: each.value for name, each in told.items() if each is not None and not each.doubt}
    filled = fill_official(templates, official, values, case.as_of)
    if filled.docx is not None:
        (fresh / OFFICIAL).mkdir()
        (fresh / OFFICIAL / filled.name).write_bytes(filled.docx)
    title = f"{profile.title_of(official.material)}（材料{official.material}，系统模板）"
    entries = tuple(_slot(slot.title, told[slot.name]) for slot in official.slots)
    return Section(title, entries, "；".join(_said(filled)))


def _said(filled: Filled) -> tuple[str, ...]:
    return (*((WRITTEN.format(name=filled.name),) if filled.docx is not None else ()), *filled.said)


def _slot(title: str, told: Told | None) -> Entry:
    if told is None:
        return Entry(title, "", "", "ask", "", None, "材料中没有读到，请对照原件填写", unverified=False)
    return Entry(
        title, told.value, "", "look" if told.doubt else "type", told.paper, told.place, told.doubt, unverified=False
    )
