"""templates/<licence>/ loaded and checked whole before a client's file is opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from pipeline.errors import ProfileError
from pipeline.model.record import Record
from pipeline.profile.checks import faults_of
from pipeline.profile.duties import Duties
from pipeline.profile.form import Form
from pipeline.profile.insurance_form import Layout
from pipeline.profile.known import Known
from pipeline.profile.plan_records import Advice, Decision, PlanData, PortalSlot, Task, WantedPaper
from pipeline.profile.profile import Labels, Profile
from pipeline.profile.reading import ProfileFiles
from pipeline.profile.records import (
    Annex,
    Difference,
    DraftEntry,
    Licence,
    Material,
    Operators,
    Province,
    Question,
    RuleEntry,
    RuleReason,
    Setting,
)
from pipeline.profile.visit import Visit


class _Head(Record):
    """profile.yaml."""

    licence: Licence
    drafts: tuple[DraftEntry, ...] = ()
    not_waivable: tuple[str, ...] = ()


class _Materials(Record):
    """materials.yaml."""

    materials: tuple[Material, ...]
    annexes: tuple[Annex, ...] = ()


class _Questions(Record):
    """questions.yaml."""

    questions: tuple[Question, ...]


HEAD = TypeAdapter(_Head)
MATERIALS = TypeAdapter(_Materials)
QUESTIONS = TypeAdapter(_Questions)
SETTINGS = TypeAdapter(tuple[Setting, ...])
PROVINCES = TypeAdapter(tuple[Province, ...])
OPERATORS = TypeAdapter(Operators)
LABELS = TypeAdapter(Labels)
REASONS = TypeAdapter(tuple[RuleReason, ...])
FORM = TypeAdapter(Form)
DIFFERENCES = TypeAdapter(tuple[Difference, ...])
VISIT = TypeAdapter(Visit)
DUTIES = TypeAdapter(Duties)
FORM_FILE, DIFFERENCES_FILE, VISIT_FILE = "form_fields.yaml", "differences.yaml", "visit.yaml"
DUTIES_FILE = "duties.yaml"
"""Files that a profile may lack: what to type into the portal, where guide and law differ, the inspection, the duties."""
LAYOUT = TypeAdapter(Layout)
DECISIONS = TypeAdapter(tuple[Decision, ...])
TASKS = TypeAdapter(tuple[Task, ...])
PAPERS = TypeAdapter(tuple[WantedPaper, ...])
SLOTS = TypeAdapter(tuple[PortalSlot, ...])
ADVICE = TypeAdapter(tuple[Advice, ...])
PLAN = "plan"
"""The sub-folder of a profile with what a tailored plan is made of."""
LAYOUTS = "social_insurance"
"""The sub-folder of a profile with the agency's own insurance forms."""
OPEN_MARK = re.compile(r"#\s*待核")
"""What a drafted form has wherever a person must decide."""
RULES = TypeAdapter(tuple[RuleEntry, ...])


def load(folder: Path, known: Known) -> Profile:
    """The profile of a licence; ProfileError lists every fault with its file and place."""
    if not folder.is_dir():
        raise ProfileError(f"没有许可证配置 {folder.name}：{folder.parent.name}/ 下没有这个文件夹")
    files = ProfileFiles(folder)
    profile = _read(files, known)
    if profile is not None:
        files.faults.extend(faults_of(profile, known, folder))
    if profile is None or files.faults:
        raise ProfileError(*files.faults)
    return profile


def _read(files: ProfileFiles, known: Known) -> Profile | None:
    folder = files.folder
    head = files.records(folder / "profile.yaml", HEAD)
    materials = files.records(folder / "materials.yaml", MATERIALS)
    settings = files.records(folder / "thresholds.yaml", SETTINGS)
    provinces = files.records(folder / "provinces.yaml", PROVINCES)
    operators = files.records(folder / "operators.yaml", OPERATORS)
    questions = files.records(folder / "questions.yaml", QUESTIONS)
    labels = files.records(folder / "labels.yaml", LABELS, _labels)
    reasons = files.records(folder / "reasons.yaml", REASONS)
    form = files.optional(folder / FORM_FILE, FORM)
    duties = files.optional(folder / DUTIES_FILE, DUTIES)
    visit = files.optional(folder / VISIT_FILE, VISIT)
    differences = files.optional(folder / DIFFERENCES_FILE, DIFFERENCES)
    topics = [files.records(path, RULES) for path in sorted((folder / "rules").glob("*.yaml"))]
    layouts = tuple(_layout(files, path) for path in sorted((folder / LAYOUTS).glob("*.yaml")))
    law, calendar = _texts(files, "law"), _texts(files, "calendar")
    plan = _plan(files)
    if head is None or materials is None or settings is None or provinces is None or operators is None:
        return None
    if questions is None or labels is None or reasons is None or plan is None or files.faults:
        return None
    return Profile(
        folder=folder.name,
        sha256=files.digest.hexdigest(),
        licence=head.licence,
        materials=materials.materials,
        annexes=materials.annexes,
        drafts=head.drafts,
        rules=_in_order(tuple(rule for topic in topics for rule in topic or ()), known),
        reasons=reasons,
        not_waivable=head.not_waivable,
        settings=settings,
        provinces=provinces,
        operators=operators,
        questions=questions.questions,
        labels=labels,
        plan=plan,
        layouts=tuple(each for each in layouts if each is not None),
        law=law,
        calendar=calendar,
        differences=differences or (),
        form=form,
        visit=visit,
        duties=duties.duties if duties else (),
    )


def _plan(files: ProfileFiles) -> PlanData | None:
    """What a tailored plan is made of, None (and faults) where a file does not fit; nothing where there is no folder."""
    folder = files.folder / PLAN
    if not folder.is_dir():
        return PlanData()
    decisions = files.records(folder / "decisions.yaml", DECISIONS)
    tasks = files.records(folder / "tasks.yaml", TASKS)
    papers = files.records(folder / "papers.yaml", PAPERS)
    slots = files.records(folder / "slots.yaml", SLOTS)
    advice = files.records(folder / "advice.yaml", ADVICE)
    if decisions is None or tasks is None or papers is None or slots is None or advice is None:
        return None
    return PlanData(decisions=decisions, tasks=tasks, papers=papers, slots=slots, advice=advice)


def _layout(files: ProfileFiles, path: Path) -> Layout | None:
    """One insurance form of the agency's own: named as its file, with nothing left to decide."""
    layout = files.records(path, LAYOUT)
    open_lines = [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if OPEN_MARK.search(line)
    ]
    if open_lines:
        lines = "、".join(map(str, open_lines))
        files.fault(
            files.name(path), "", f"还有 {len(open_lines)} 处“待核”没有决定（第 {lines} 行）：核对后删去该记号"
        )
    if layout is not None and layout.layout != path.stem:
        files.fault(files.name(path), "/layout", f"“{layout.layout}”与文件名“{path.stem}”不同，应当一致")
    return layout


def _in_order(rules: tuple[RuleEntry, ...], known: Known) -> tuple[RuleEntry, ...]:
    """Rules by topic as the program lists them, then by number."""
    topics = {topic: place for place, topic in enumerate(dict.fromkeys(each.id[:2] for each in known.rules))}
    return tuple(sorted(rules, key=lambda each: (topics.get(each.rule[:2], len(topics)), each.rule)))


def _texts(files: ProfileFiles, name: str) -> tuple[tuple[str, Any], ...]:
    """Every YAML file of a sub-folder by its stem; who uses them gives them their shape."""
    paths = sorted((files.folder / name).glob("*.yaml"))
    return tuple((path.stem, files.plain(path)) for path in paths)


def _labels(content: Any) -> Any:
    """`name: {zh, en}` as records that carry their name."""
    if not isinstance(content, dict):
        return content
    return {
        group: [{"name": name, **words} if isinstance(words, dict) else words for name, words in (each or {}).items()]
        if isinstance(each, dict)
        else each
        for group, each in content.items()
    }
