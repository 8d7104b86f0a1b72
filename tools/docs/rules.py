"""docs/rules/: the rule book, a page a group in Chinese and in English, from what the program runs by."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from pipeline.profile.casebook import PlainCase
from pipeline.profile.explain import SEVERITIES, Explanation, explanation, in_force
from pipeline.profile.profile import Profile
from pipeline.rules.registry import GROUPS
from pipeline.workplace import known
from tools.docs.markdown import page, table

SOURCE = "pipeline/rules, templates/isp/rules, templates/isp/thresholds.yaml and tests/rules/cases"
AS_OF = date(2026, 12, 1)
"""Thresholds are told as in force on this day."""
TITLES = {
    "ID": ("申请主体", "the applicant"),
    "SC": ("经营范围", "business scope"),
    "LR": ("法定代表人", "legal representative"),
    "EQ": ("资本与股权", "capital and equity"),
    "FX": ("外资与协议控制", "foreign capital and control by contract"),
    "SI": ("人员与社保", "people and social insurance"),
    "QU": ("资质", "qualifications"),
    "MR": ("机房", "machine room"),
    "AC": ("接入资源", "access resources"),
    "DR": ("文稿", "drafts"),
    "CM": ("承诺书", "commitment"),
    "AF": ("申请表", "application form"),
    "PK": ("成册与图像", "package and pictures"),
    "TL": ("日期与时间表", "dates and timetable"),
    "VF": ("真伪与核验", "verification"),
    "OC": ("识读", "reading"),
}
SEVERITIES_EN = {"blocker": "blocks", "warning": "advice", "info": "remark"}


def rule_pages(profile: Profile) -> dict[str, str]:
    """Every page of the rule book by its path below docs/."""
    told = [each for entry in profile.rules if (each := explanation(profile, known(), entry.rule, AS_OF)) is not None]
    told.sort(key=lambda each: (GROUPS.index(_group(each)), each.rule.rule))
    pages = {"rules/README.md": _contents(told)}
    for group, rules in groupby(told, key=_group):
        book = tuple(rules)
        pages[f"rules/{group}.md"] = _chinese(group, book)
        pages[f"rules/{group}.en.md"] = _english(group, book)
    return pages


def _group(told: Explanation) -> str:
    return told.rule.rule.partition("-")[0]


def _contents(told: list[Explanation]) -> str:
    rows = [
        (
            f"[{each.rule.rule}]({_group(each)}.md#{each.rule.rule.lower()})",
            SEVERITIES[each.rule.severity],
            each.rule.statement,
            each.statement_en,
            each.rule.source,
        )
        for each in told
    ]
    words = f"共 {len(told)} 条规则。阈值为 {AS_OF} 的取值。/ {len(told)} rules; thresholds as in force on {AS_OF}."
    return page("规则书 Rule book", SOURCE, words, table(("编号", "程度", "要求", "statement", "依据"), rows))


def _chinese(group: str, told: tuple[Explanation, ...]) -> str:
    return page(f"{group} {TITLES[group][0]}", SOURCE, f"[English]({group}.en.md)", *(_rule(each) for each in told))


def _rule(told: Explanation) -> str:
    rule = told.rule
    lines = [
        f"- 程度：{SEVERITIES[rule.severity]}{'（待核）' if rule.status else ''}",
        f"- 依据：{rule.source}",
        *([f"- 为什么：{rule.why}"] if rule.why else []),
        f"- 涉及材料：{'、'.join(told.materials) or '整个申请'}",
        *(f"- 口径：{in_force(force)}" for force in told.forces),
        f"- 不符时：{rule.message}",
        *(
            f"  - {part.message}（{SEVERITIES[part.severity or rule.severity]}）"
            for part in rule.parts
            if part.message
        ),
        f"- 怎么办：{rule.remedy}",
    ]
    return "\n".join((f"## {rule.rule}", "", f"**{rule.statement}**", "", *lines, *_cases(told.cases, "举例")))


def _english(group: str, told: tuple[Explanation, ...]) -> str:
    return page(f"{group} {TITLES[group][1]}", SOURCE, f"[中文]({group}.md)", *(_rule_en(each) for each in told))


def _rule_en(told: Explanation) -> str:
    rule = told.rule
    lines = [
        f"- weight: {SEVERITIES_EN[rule.severity]}{' (to be verified)' if rule.status else ''}",
        f"- source: {rule.source}",
        f"- materials: {', '.join(rule.materials) or 'the whole application'}",
        *(f"- setting: `{force.setting.id}` = {_plain(force.value)}" for force in told.forces),
        f"- says: {rule.message_en}",
        *(f"  - {part.message_en} ({SEVERITIES_EN[part.severity or rule.severity]})" for part in rule.parts if part.message_en),
    ]  # fmt: skip
    return "\n".join((f"## {rule.rule}", "", f"**{told.statement_en}**", "", *lines))


def _plain(value: object) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)


def _cases(cases: tuple[PlainCase, ...], title: str) -> tuple[str, ...]:
    return ("", f"{title}：", "", *(f"- {each.words}" for each in cases)) if cases else ()
