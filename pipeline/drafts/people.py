"""People as the drafts print them: by role, with duties and the way to reach them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.drafts.answers import EMPTY
from pipeline.drafts.marks import OpenMarks
from pipeline.model.draft import DraftContext

DUTIES = {
    "主要负责人": "对许可业务的合规经营、网络与信息安全负总责",
    "技术负责人": "网络规划、建设、运行维护和容量管理，组织技术评测",
    "信息安全负责人": "网络与信息安全制度落实、日志留存、违法信息处置、应急响应",
    "安全联络员": "接收和反馈主管部门的指令、通知，报送安全信息",
    "客服负责人": "业务受理、实名核验、投诉处理和用户回访",
    "经办人": "许可申请材料的准备、报送和联络",
}
"""Roles of client.yaml (a closed list) with the duties that the drafts plan for them."""

EMERGENCY_DUTIES = {
    "主要负责人": "总指挥，决定响应级别",
    "技术负责人": "组织技术处置与恢复",
    "信息安全负责人": "研判、报告、取证与协调",
    "安全联络员": "对外联络与信息报送",
    "客服负责人": "用户告知与投诉受理",
    "经办人": "后勤与资料保障",
}
SECURITY_ROLES = ("信息安全负责人", "技术负责人", "安全联络员", "客服负责人")
OTHER_DUTY = "网络运行维护和用户服务"


def people_variables(context: DraftContext, marks: OpenMarks) -> dict[str, object]:
    """For templates: everybody, the leads, and the tables of roles and contacts."""
    everyone = [_person(context, index, place, marks) for place, index in enumerate(staff(context), 1)]
    lead = _holder_of(everyone, "信息安全负责人")
    liaison = _holder_of(everyone, "安全联络员")
    head = context.fact("legal_representative.name") or marks.mark("legal_representative.name", "法定代表人姓名")
    return {
        "people": everyone or [_nobody(marks)],
        "people_count": str(len(everyone)) if everyone else marks.mark("people", "主要人员"),
        "security_lead": _lead(lead, marks),
        "liaison": {"name": liaison["name"] if liaison else ""},
        "security_roles": list(_security_roles(everyone, head, marks)),
        "emergency_people": [_emergency(person) for person in everyone or [_nobody(marks)]],
        "contacts": list(_contacts(everyone, marks)),
    }


def staff(context: DraftContext) -> tuple[int, ...]:
    """Who works here, by index in the facts: with a role, or insured. A holder whose card is in the papers is neither."""
    return tuple(
        index
        for index in range(context.count("people"))
        if any(context.fact(f"people[{index}].{name}") for name in ("roles", "insured_through"))
    )


def _person(context: DraftContext, index: int, place: int, marks: OpenMarks) -> dict[str, str]:
    def fact(name: str) -> str | None:
        return context.fact(f"people[{index}].{name}")

    roles = role_list(fact("roles") or "")
    name = fact("name") or marks.mark(f"people[{index}].name", f"第{place}名人员姓名")
    return {
        "index": str(place),
        "name": name,
        "number": fact("number") or EMPTY,
        "roles": "、".join(roles) or "网络运维",
        "duties": "；".join(DUTIES[role] for role in roles if role in DUTIES) or OTHER_DUTY,
        "education": fact("education") or EMPTY,
        "title": fact("title") or EMPTY,
        "insured_through": fact("insured_through") or EMPTY,
        "phone": fact("phone") or EMPTY,
        "email": fact("email") or EMPTY,
    }


def _nobody(marks: OpenMarks) -> dict[str, str]:
    """The only row of a table of people that nothing fills."""
    keys = ("number", "roles", "duties", "education", "title", "insured_through", "phone", "email")
    return {"index": "1", "name": marks.mark("people", "主要人员"), **dict.fromkeys(keys, EMPTY)}


def role_list(text: str) -> tuple[str, ...]:
    """The roles of a fact: a JSON list, or joined with 、."""
    listed = json.loads(text) if text.startswith("[") else text.split("、")
    return tuple(role for each in listed if (role := str(each).strip()))


def _holder_of(everyone: list[dict[str, str]], role: str) -> dict[str, str] | None:
    return next((person for person in everyone if role in person["roles"].split("、")), None)


def _lead(lead: dict[str, str] | None, marks: OpenMarks) -> dict[str, str]:
    """The security lead; name, telephone and mail are printed and may not be missing."""
    found = lead or {}
    return {
        key: found[key] if found.get(key, EMPTY) != EMPTY else marks.mark(f"people.{key}", label)
        for key, label in (
            ("name", "信息安全负责人姓名"),
            ("phone", "信息安全负责人24小时联系电话"),
            ("email", "信息安全负责人电子邮箱"),
        )
    }


def _security_roles(everyone: list[dict[str, str]], head: str, marks: OpenMarks) -> Iterator[dict[str, str]]:
    yield {"role": "组长（法定代表人）", "name": head, "duties": DUTIES["主要负责人"]}
    for role in SECURITY_ROLES:
        holder = _holder_of(everyone, role)
        required = role == "信息安全负责人"
        missing = marks.mark("people.name", "信息安全负责人姓名") if required else "取证后指定"
        yield {"role": role, "name": holder["name"] if holder else missing, "duties": DUTIES[role]}


def _emergency(person: dict[str, str]) -> dict[str, str]:
    duties = [EMERGENCY_DUTIES[role] for role in person["roles"].split("、") if role in EMERGENCY_DUTIES]
    return {**person, "duty": "；".join(duties) or "现场处置与值守"}


def _contacts(everyone: list[dict[str, str]], marks: OpenMarks) -> Iterator[dict[str, str]]:
    for role in SECURITY_ROLES:
        holder = _holder_of(everyone, role)
        if holder is not None:
            shown = _lead(holder, marks) if role == "信息安全负责人" else holder
            yield {"role": role, "name": holder["name"], "phone": shown["phone"], "email": shown["email"]}
