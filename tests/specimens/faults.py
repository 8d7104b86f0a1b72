"""Faults that clients' papers have, each by a name, and the blocking rules that it breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tests.specimens import lapses, people, printed
from tests.specimens.company import World
from tests.specimens.worlds import extra_employee, without_keywords


@dataclass(frozen=True)
class Fault:
    """A change of the world; the rules then broken with severity blocker, and those broken with a lesser one."""

    name: str
    breaks: tuple[str, ...]
    apply: Callable[[World], None]
    warns: tuple[str, ...] = ()


def spoil(world: World, names: Sequence[str]) -> tuple[str, ...]:
    """Apply the named faults in order; the rules broken by any of them, each once."""
    broken: list[str] = []
    for name in names:
        fault = FAULTS[name]
        fault.apply(world)
        broken += fault.breaks
    return tuple(dict.fromkeys(broken))


def _scope_without_keywords(world: World) -> None:
    world.company.scope = without_keywords(world.company.scope)


def _scope_second_class_only(world: World) -> None:
    world.company.scope = "许可项目：第二类增值电信业务。" + without_keywords(world.company.scope)


def _capital_too_low(world: World) -> None:
    company = world.company
    for holder in company.holders:
        holder.amount = str(int(holder.amount) * 500000 // int(company.capital))
    company.capital = "500000"


def _payer_is_staffing_company(world: World) -> None:
    member = extra_employee(world)
    member.payer = f"{world.province.short}虚构汇才人力资源服务有限公司"
    member.payer_code = member.payer_code[:-1] + ("1" if member.payer_code[-1] == "0" else "0")
    world.staff.append(member)


def _insurance_late(world: World) -> None:
    for member in world.staff:
        member.insured_to = "2026-08"


def _insurance_unpaid(world: World) -> None:
    """Only the form of Zhejiang and the unit list print a state."""
    world.staff[0].last_state = "未到账"


def _room_lease_expired(world: World) -> None:
    assert world.room is not None
    world.room.term_from, world.room.term_to, world.room.signed_on = "2021-11-01", "2026-10-31", "2021-10-20"
    world.room.renewal = False


def _room_let_to_another(world: World) -> None:
    assert world.room is not None
    world.room.lessee = f"{world.province.short}虚构邻栖文化传媒有限公司"


def _owner_is_another(world: World) -> None:
    assert world.title is not None
    world.title.owner = f"{world.province.short}虚构云谷开发建设有限公司"


def _head_card_expired(world: World) -> None:
    head = world.company.legal_representative
    head.valid_from = "2006-09-12"
    years = people.card_years(date.fromisoformat(head.birth), head.valid_from)
    head.valid_to = printed.years_on(head.valid_from, years)


def _fire_document_missing(world: World) -> None:
    world.omitted.add("fire")


def _fire_document_failed(world: World) -> None:
    assert world.fire is not None
    world.fire.conclusion = "不合格"


def _access_at_another_address(world: World) -> None:
    world.access.location = f"{world.province.place}虚构区别处路999号1号楼1层101室"


def _hosting_only(world: World) -> None:
    world.chosen["access"] = "hosting"


def _operator_is_a_look_alike(world: World) -> None:
    world.access.operator = f"{world.province.short}虚构电信工程有限公司"


def _commitment_to_the_wrong_authority(world: World) -> None:
    world.addressee = "工业和信息化部"


def _commitment_missing(world: World) -> None:
    world.omitted.add("commitment")


def _contributions_do_not_add_up(world: World) -> None:
    first = world.company.holders[0]
    first.amount = str(int(first.amount) - 500000)


def _foreign_company(world: World) -> None:
    world.company.sort = "有限责任公司(港澳台投资、非独资)"


def _application_form_unsealed(world: World) -> None:
    world.omitted.add("form_sealed")


def _card_without_back(world: World) -> None:
    world.omitted.add("head_back")


def _articles_before_the_change(world: World) -> None:
    world.company.articles_on = printed.shifted(world.change_on, -400)


FAULTS = {
    fault.name: fault
    for fault in (
        Fault("scope_without_keywords", ("SC-01",), _scope_without_keywords),
        Fault("scope_second_class_only", ("SC-01", "SC-02"), _scope_second_class_only),
        Fault("capital_too_low", ("EQ-01",), _capital_too_low),
        Fault("payer_is_staffing_company", ("ID-05", "SI-04", "SI-05"), _payer_is_staffing_company),
        Fault("insurance_late", ("SI-08",), _insurance_late),
        Fault("insurance_unpaid", ("SI-08", "SI-10"), _insurance_unpaid, warns=("SI-09",)),
        Fault("room_lease_expired", ("MR-04", "MR-06"), _room_lease_expired, warns=("MR-05", "TL-05")),
        Fault("room_let_to_another", ("ID-05", "MR-02"), _room_let_to_another),
        Fault("owner_is_another", ("MR-03",), _owner_is_another),
        Fault("head_card_expired", ("LR-05", "EQ-09"), _head_card_expired, warns=("TL-05",)),
        Fault("fire_document_missing", ("MR-07",), _fire_document_missing),
        Fault("fire_document_failed", ("MR-10",), _fire_document_failed),
        Fault("access_at_another_address", ("AC-09", "MR-11"), _access_at_another_address),
        Fault("hosting_only", ("AC-06", "AC-07"), _hosting_only, warns=("AC-08",)),
        Fault("operator_is_a_look_alike", ("AC-02", "AC-03"), _operator_is_a_look_alike),
        Fault("commitment_to_the_wrong_authority", ("CM-02",), _commitment_to_the_wrong_authority),
        Fault("commitment_missing", ("PK-01",), _commitment_missing),
        Fault("contributions_do_not_add_up", ("EQ-05", "EQ-07"), _contributions_do_not_add_up),
        Fault("foreign_company", ("FX-01",), _foreign_company),
        Fault("application_form_unsealed", ("AF-02", "PK-04"), _application_form_unsealed),
        Fault("card_without_back", ("LR-04", "EQ-09"), _card_without_back),
        Fault("articles_before_the_change", ("EQ-20",), _articles_before_the_change),
        Fault(
            "term_ends_in_review",
            (),
            lapses.term_ends_in_review,
            warns=(
                "ID-13",
                "TL-05",
            ),
        ),
        Fault("articles_scope_differs", (), lapses.articles_scope_differs, warns=("SC-04",)),
        Fault("second_level_adds_up_to_90", ("EQ-14",), lapses.second_level_adds_up_to_90),
        Fault("insurance_is_backpay", (), lapses.insurance_is_backpay, warns=("SI-12",)),
        Fault(
            "insurance_print_is_old",
            (),
            lapses.insurance_print_is_old,
            warns=(
                "SI-13",
                "TL-02",
            ),
        ),
        Fault("one_person_leads_both", (), lapses.one_person_leads_both, warns=("SI-19", "QU-04")),
        Fault("unrelated_major", (), lapses.unrelated_major, warns=("QU-03",)),
        Fault("fire_police_in_2022", (), lapses.fire_police_in_2022, warns=("MR-09",)),
        Fault("fire_document_of_other_floors", (), lapses.fire_document_of_other_floors, warns=("MR-12", "MR-11")),
        Fault("room_is_residential", (), lapses.room_is_residential, warns=("MR-13",)),
        Fault("lease_sealed_by_one", (), lapses.lease_sealed_by_one, warns=("MR-18",)),
        Fault("lease_signed_late", (), lapses.lease_signed_late, warns=("MR-19",)),
        Fault("access_for_six_months", (), lapses.access_for_six_months, warns=("AC-12",)),
        Fault("access_for_own_use_only", ("AC-13",), lapses.access_for_own_use_only),
        Fault("access_without_number", (), lapses.access_without_number, warns=("AC-17",)),
        Fault("access_without_annex", ("AC-07",), lapses.access_without_annex, warns=("AC-18",)),
        Fault(
            "form_older_than_licence",
            (),
            lapses.form_older_than_licence,
            warns=(
                "AF-08",
                "TL-02",
            ),
        ),
        Fault("form_is_old", (), lapses.form_is_old, warns=("TL-02",)),
        Fault("records_edited", (), lapses.records_edited, warns=("VF-03",)),
        Fault("commitment_is_old", (), lapses.commitment_is_old, warns=("TL-02", "CM-01")),
        Fault("records_are_old", (), lapses.records_are_old, warns=("TL-02", "ID-17", "ID-18")),
    )
}
"""Every fault by its name."""
