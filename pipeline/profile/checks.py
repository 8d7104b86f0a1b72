"""What a schema cannot say: every name that the profile uses is known, once, and of the right sort."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from pipeline.profile.form import Form
from pipeline.profile.known import Known
from pipeline.profile.plan_checks import plan_faults
from pipeline.profile.profile import TABLES, Profile
from pipeline.profile.records import RuleEntry
from pipeline.profile.settings import parameter_name, value_fault
from pipeline.profile.templates import template_faults
from pipeline.text.yearfile import year_faults

RULE_ID = re.compile(r"[A-Z]{2}-[0-9]{2}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def faults_of(profile: Profile, known: Known, folder: Path) -> Iterator[str]:
    """Every fault, as `file path：sentence`."""
    yield from _twice(profile)
    yield from _rules(profile, known)
    yield from _settings(profile)
    yield from _materials(profile, known)
    yield from _patterns(profile)
    yield from _differences(profile)
    yield from _form(profile)
    yield from _visit(profile, known)
    yield from _duties(profile)
    yield from plan_faults(profile, known)
    yield from _templates(profile, known, folder)


def _calendar(profile: Profile) -> Iterator[str]:
    for year, content in profile.calendar:
        yield from (f"{profile.folder}/calendar/{year}.yaml：{fault}" for fault in year_faults(content))


def _twice(profile: Profile) -> Iterator[str]:
    named: dict[str, Iterable[str]] = {
        "rules": (each.rule for each in profile.rules),
        "reasons.yaml": (each.reason for each in profile.reasons),
        "thresholds.yaml": (each.id for each in profile.settings),
        "materials.yaml": [
            *(each.number for each in profile.materials),
            *(each.number for each in profile.annexes),
        ],
        "questions.yaml": (each.id for each in profile.questions),
        "duties.yaml": (each.id for each in profile.duties),
        "differences.yaml": (each.id for each in profile.differences),
        "provinces.yaml": (each.name for each in profile.provinces),
    }
    for file, names in named.items():
        for name, times in Counter(names).items():
            if times > 1:
                yield f"{profile.folder}/{file} {name}：出现了 {times} 次"


def _rules(profile: Profile, known: Known) -> Iterator[str]:
    parameters = {parameter_name(each.id) for each in profile.settings} | set(TABLES)
    slots = profile.slots
    for entry in profile.rules:
        place = f"{profile.folder}/rules {entry.rule}"
        rule = known.rule(entry.rule)
        if rule is None:
            yield f"{place}：程序里没有这条规则"
            continue
        yield from (
            f"{place}：需要设置 {name}，thresholds.yaml 里没有" for name in rule.parameters if name not in parameters
        )
        yield from (f"{place} /materials：没有材料 {slot}" for slot in entry.materials if slot not in slots)
        yield from (f"{place} /under：不是规则编号：{each}" for each in entry.under if not RULE_ID.fullmatch(each))
        yield from _wording(place, entry)
    yield from (
        f"{profile.folder}/profile.yaml /not_waivable：不是规则编号：{each}"
        for each in profile.not_waivable
        if not RULE_ID.fullmatch(each)
    )


def _wording(place: str, entry: RuleEntry) -> Iterator[str]:
    chinese = {"statement": entry.statement, "message": entry.message, "remedy": entry.remedy}
    yield from (f"{place} /{name}：应为中文" for name, text in chinese.items() if not CHINESE.search(text))
    templates = [entry.message, entry.message_en, entry.remedy]
    templates += [text for part in entry.parts for text in (part.message, part.message_en, part.remedy) if text]
    templates += [text for each in entry.reasons for text in (each.message, each.message_en, each.remedy) if text]
    yield from (f"{place}：花括号不成对：{text}" for text in templates if not _formats(text))
    for name, times in Counter(part.part for part in entry.parts).items():
        if times > 1:
            yield f"{place} /parts：{name} 出现了 {times} 次"


def _formats(template: str) -> bool:
    try:
        return all(name != "" for _, name, _, _ in Formatter().parse(template))
    except ValueError:
        return False


def _settings(profile: Profile) -> Iterator[str]:
    for setting in profile.settings:
        for dated in setting.values:
            place = f"{profile.folder}/thresholds.yaml {setting.id} /{dated.since.isoformat()}"
            yield from _fault(value_fault(setting, dated.value, place))
        days = [dated.since for dated in setting.values]
        if days != sorted(set(days)):
            yield f"{profile.folder}/thresholds.yaml {setting.id}：values 应按日期先后排列，不得重复"
    for province in profile.provinces:
        for overlay in province.overlay:
            place = f"{profile.folder}/provinces.yaml {province.name} /{overlay.id}"
            known = profile.setting(overlay.id)
            yield from _fault(f"{place}：没有这个设置" if known is None else value_fault(known, overlay.value, place))


def _fault(sentence: str | None) -> Iterator[str]:
    if sentence is not None:
        yield sentence


def _materials(profile: Profile, known: Known) -> Iterator[str]:
    place = f"{profile.folder}/materials.yaml"
    for material in profile.materials:
        for kind in (*material.kinds, *material.order):
            if known.kinds is not None and kind not in known.kinds:
                yield f"{place} {material.number}：没有文件种类 {kind}"
    numbers = {each.number for each in profile.materials}
    for annex in profile.annexes:
        if annex.parent not in numbers:
            yield f"{place} {annex.number} /parent：没有材料 {annex.parent}"
        for kind in annex.kinds:
            if known.kinds is not None and kind not in known.kinds:
                yield f"{place} {annex.number}：没有文件种类 {kind}"


def _patterns(profile: Profile) -> Iterator[str]:
    groups = profile.operators
    for operator in (*groups.basic, *groups.lookalikes, *groups.others):
        for pattern in operator.companies:
            try:
                re.compile(pattern)
            except re.error:
                yield f"{profile.folder}/operators.yaml {operator.name}：模式写错了：{pattern}"


def _differences(profile: Profile) -> Iterator[str]:
    """Both ways: a difference names its own settings, and a setting names a difference that is told."""
    place = f"{profile.folder}/differences.yaml"
    told = {each.id for each in profile.differences}
    for difference in profile.differences:
        for name in difference.shows:
            setting = profile.setting(name)
            if setting is None or setting.difference != difference.id:
                yield f"{place} {difference.id} /shows：{name} 不是编号 {difference.id} 的设置"
    for setting in profile.settings:
        if told and setting.difference is not None and setting.difference not in told:
            yield f"{profile.folder}/thresholds.yaml {setting.id} /difference：没有差异 {setting.difference}"
        if setting.printed and len(setting.printed) != len(setting.choices):
            yield f"{profile.folder}/thresholds.yaml {setting.id} /printed：应与 choices 一一对应"


def _form(profile: Profile) -> Iterator[str]:
    if profile.form is None:
        return
    place = f"{profile.folder}/form_fields.yaml"
    for name, times in Counter(each.id for each in profile.form.every_field()).items():
        if times > 1:
            yield f"{place} {name}：出现了 {times} 次"
    asked = {each.id for each in profile.questions}
    yield from (
        f"{place}：没有问题 {name}，questions.yaml 里没有" for name in profile.form.answers() if name not in asked
    )
    official = profile.form.commitment
    if official is not None and official.material not in profile.slots:
        yield f"{place} /commitment：没有材料 {official.material}"


def _visit(profile: Profile, known: Known) -> Iterator[str]:
    if profile.visit is None:
        return
    place = f"{profile.folder}/visit.yaml"
    for item in profile.visit.items:
        for kind in item.kinds:
            if known.kinds is not None and kind not in known.kinds:
                yield f"{place} {item.title}：没有文件种类 {kind}"
        if item.material is not None and item.material not in profile.slots:
            yield f"{place} {item.title}：没有材料 {item.material}"
    asked = {each.id for each in profile.questions}
    for name in Form(parts=profile.visit.points).answers():
        if name not in asked:
            yield f"{place}：没有问题 {name}，questions.yaml 里没有"


def _duties(profile: Profile) -> Iterator[str]:
    settings, asked = {each.id for each in profile.settings}, {each.id for each in profile.questions}
    for duty in profile.duties:
        place = f"{profile.folder}/duties.yaml {duty.id}"
        yield from (f"{place}：没有设置 {name}" for name in dict.fromkeys(duty.settings) if name not in settings)
        if duty.when is not None and duty.when.question not in asked:
            yield f"{place} /when：没有问题 {duty.when.question}，questions.yaml 里没有"


def _templates(profile: Profile, known: Known, folder: Path) -> Iterator[str]:
    slots = profile.slots
    for draft in profile.drafts:
        if draft.material not in slots:
            yield f"{profile.folder}/profile.yaml /drafts：没有材料 {draft.material}"
        path = folder / draft.template
        if not path.is_file():
            yield f"{profile.folder}/profile.yaml /drafts：模板文件不存在：{draft.template}"
        elif known.variables is not None:
            yield from (
                f"{profile.folder}/{draft.template}：{each}" for each in template_faults(path, known.variables)
            )
