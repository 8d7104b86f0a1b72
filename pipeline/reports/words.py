"""The words of the page, and how values, places, facts and papers are named on it."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Document, Part
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Witness
from pipeline.model.outcome import Outcome
from pipeline.model.page import Seal
from pipeline.model.values import Amount, Value, decimal_digits, outward
from pipeline.profile.profile import Labels
from pipeline.profile.settings import Force, printed_value

CHIPS = {"blocker": "必须补正", "warning": "建议", "info": "提示", "unknown": "待核对", "note": "说明"}
OUTCOMES = {"kept": "通过", "broken": "不符", "unknown": "无法判断", "waived": "已豁免", "not_applicable": "不适用"}
STATES = {
    "used": "已采用",
    "unused": "未采用",
    "superseded": "有更新版本",
    "unreadable": "无法读取",
    "unplaced": "未归类",
}
COLOURS = {"colour": "彩色", "grey": "灰度", "bilevel": "黑白"}
UNITS = {"CNY": " 元", "USD": " 美元", "HKD": " 港元", "EUR": " 欧元", "JPY": " 日元", "m2": " m²", "%": "%"}
VERDICTS = {"blocked": "不能提交", "confirm": "待人工核对", "ready": "可打印盖章"}
BUILT_HINTS = {
    "blocked": "补正后再次生成；现有草稿册 dossier.draft.pdf 供查看",
    "confirm": "没有已知硬伤；逐项核对并登记后再次生成",
    "ready": "打印标有“待盖章”的文件，盖章扫描后放回 papers/，再次生成即可上传",
}
CHECKED_HINTS = {
    "blocked": "补正后再次核对；本次只核对材料，没有生成文稿和成册",
    "confirm": "没有已知硬伤；逐项核对并登记；本次只核对材料，没有生成文稿和成册",
    "ready": "材料没有问题；本次只核对材料，生成文稿和成册后才能盖章",
}
CHECKED_READY = "材料核对通过"
SEALED = ("可上传", "材料核对通过，盖章件已核对")
FILING_REASONS = {
    "made": "当日才出具",
    "stale": "再晚即过了通常的有效期",
    "code": "再晚验证码失效",
    "runs_out": "再晚则审查期内届满",
    "month": "再晚则最近参保月份不够近",
}
"""Why a paper bounds filing on its day."""
INDEX = re.compile(r"\[(\d+)\]")
OWNERS = ("name", "company", "holder", "subject", "payer", "customer", "lessee", "owner", "project", "grantor")
"""Fields that say whose paper it is, the first that was read counts."""


def verdict_words(outcome: Outcome) -> tuple[str, str]:
    """The verdict in two words, and what to do next."""
    if outcome.dossier is None:
        words = CHECKED_READY if outcome.verdict == "ready" else VERDICTS[outcome.verdict]
        return words, CHECKED_HINTS[outcome.verdict]
    if outcome.verdict == "ready" and outcome.sealing == "complete":
        return SEALED
    return VERDICTS[outcome.verdict], BUILT_HINTS[outcome.verdict]


def applicant(outcome: Outcome) -> str:
    """The applicant's name, the short name where no licence was read."""
    name = outcome.case.fact("company.name")
    return name.text if name is not None else outcome.case.client.short_name


def where(place: Evidence) -> str:
    """A place in words: file and page, or the place that is no page."""
    file = place.file.removeprefix("build:")
    if place.page is None or place.where is not None:
        return f"{file} {place.where or ''}".strip()
    return f"{file} 第 {place.page} 页"


def where_in(paper: Document, place: Evidence) -> str:
    """A place on a paper whose file is already named: the page alone where it has no other file."""
    own = {part.file for part in paper.parts}
    return f"第 {place.page} 页" if own == {place.file} and place.page is not None else where(place)


def pages_of(part: Part) -> str:
    """A part in words: file, and its pages where it has any."""
    if part.first is None:
        return part.file
    last = f"–{part.last}" if part.last != part.first else ""
    return f"{part.file} 第 {part.first}{last} 页"


def shown(value: Value) -> str:
    """A value as people read it: thousands apart, with its unit."""
    if isinstance(value, Amount) and value.unit != "count":
        return f"{Decimal(decimal_digits(value.value)):,}" + UNITS.get(value.unit, f" {value.unit}")
    return plain(outward(value))


def plain(text: str) -> str:
    """A list inside a string as its members, one a line."""
    return "\n".join(str(each) for each in json.loads(text)) if is_list(text) else text


def is_list(text: str) -> bool:
    """Whether the string holds a JSON list."""
    if not text.startswith("["):
        return False
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


def owner_of(paper: Document) -> str:
    """Whose paper it is, as read."""
    return next((field.text for name in OWNERS if (field := paper.field(name)) is not None), "")


def field_label(group: str, name: str, labels: Labels) -> str:
    """A field's or column's name in Chinese."""
    return labels.zh(labels.own_name(group, name))


def fact_label(name: str, case: Case, labels: Labels) -> str:
    """A fact's name in Chinese: `people[0].valid_to` is 人员 1（王样）· 有效期届满日."""
    group = fact_group(name, case, labels)
    if labels.zh(name) != name or not group:
        return labels.zh(name)
    return f"{group} · {fact_field(name, labels)}"


def fact_group(name: str, case: Case, labels: Labels) -> str:
    """Whose fact it is: `people[0].valid_to` belongs to 人员 1（王样）; empty for a fact of its own."""
    group = name.rpartition(".")[0]
    number = INDEX.search(group)
    title = labels.zh(f"{INDEX.sub('[i]', group)}.*") if group else ""
    if number is None:
        return title
    named = case.fact(f"{group}.name")
    return f"{title} {int(number[1]) + 1}" + (f"（{named.text}）" if named is not None else "")


def fact_field(name: str, labels: Labels) -> str:
    """What is stated, without whose it is."""
    group, _, field = name.rpartition(".")
    for known in (name, f"{INDEX.sub('[i]', group)}.{field}"):
        if labels.zh(known) != known:
            return labels.zh(known)
    return field_label(INDEX.sub("", group), field, labels)


def witness_label(witness: Witness, case: Case, labels: Labels) -> str:
    """Which paper or entry the witness is, with whose it is where that is not the applicant."""
    if witness.document is None:
        return "client.yaml"
    paper = case.documents[witness.document]
    owner, company = owner_of(paper), case.fact("company.name")
    is_own = not owner or (company is not None and company.text == owner) or owner == outward(witness.value)
    return labels.zh(paper.kind) + ("" if is_own else f"（{owner}）")


def marks_of(paper: Document) -> str:
    """What stands on the paper besides text, in a line."""
    marks = paper.marks
    seals = [_seal_words(each.seal) for each in marks.seals]
    said = (
        f"印章 {len(seals)} 枚（{'；'.join(dict.fromkeys(seals))}）" if seals else "未见印章",
        "有签字" if marks.signatures else "",
        "骑缝章" if marks.straddle_seal else "",
        "电子签名" if marks.digital_signature else "",
        f"水印“{marks.watermark}”" if marks.watermark else "",
        f"二维码 {len(marks.codes)} 个" if marks.codes else "",
        COLOURS.get(marks.colour, ""),
        f"{marks.dpi:.0f} dpi" if marks.dpi is not None else "",
    )
    return " · ".join(each for each in said if each)


def _seal_words(seal: Seal) -> str:
    """What a seal says, else what it looks like: `云桥网络有限公司 合同专用章`, `方章`."""
    said = " ".join(each for each in (seal.ring_text, seal.purpose) if each)
    return said or {"square": "方章", "oval": "椭圆章，环文未识别"}.get(seal.shape, "环文未识别")


def setting_value(force: Force) -> str:
    """A setting's value in words."""
    return printed_value(force.setting, force.value)


def megabytes(size: int) -> str:
    """A file's size: `1.2 MB`."""
    return f"{size / 1_000_000:.1f} MB"


def share(confidence: float) -> str:
    """A confidence with two digits, never rounded up to what it is not."""
    return f"{int(confidence * 100) / 100:.2f}"
