"""The agency's copy of an official template: filled in its slots, every other word as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from pipeline.drafts.template import SHOWN, fill
from pipeline.errors import RenderError
from pipeline.profile.form import Official
from pipeline.profile.templates import template_text

SUFFIX = ".docx"
SLOT = re.compile(r"\{\{ ?([a-z_]+) ?\}\}")
ANY_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
BLANK = "＿＿＿＿＿＿"
"""What stands in a slot that nothing fills, to be written by hand."""
NO_TEMPLATE = (
    "templates/official/ 中没有文件名以 {material} 开头的 .docx：请从系统“资料下载”下载模板，加上填空位后放入"
)
OTHER_FORMAT = "templates/official/{name} 不是 .docx：请在 Word 中另存为 .docx 后放入"
SEVERAL = "templates/official/ 中有多个文件名以 {material} 开头的模板（{names}），请只留一个"


class Filled(NamedTuple):
    """The filled copy (None where it could not be filled) with its name, and what a person must know, in sentences."""

    name: str
    docx: bytes | None
    said: tuple[str, ...]


def fill_official(folder: Path, official: Official, values: Mapping[str, str], as_of: date) -> Filled:
    """Fill the template that lies in `folder`; `values` by slot, an absent one is left for the hand."""
    template, fault = _template(folder, official.material)
    if template is None:
        return Filled("", None, (fault,))
    try:
        before = template_text(template)
        faults = tuple(_faults(template.name, before, official))
        if faults:
            return Filled("", None, faults)
        used = {each.name: values.get(each.name) or BLANK for each in official.slots}
        docx = fill(template, used, {}, datetime.combine(as_of, time()))
    except (RenderError, zipfile.BadZipFile, OSError, UnicodeDecodeError):
        return Filled("", None, (f"{template.name} 不能作为 Word 模板打开，请在 Word 中另存为 .docx 后放入",))
    if not is_unchanged(before, text_of(docx), used):
        return Filled("", None, (f"{template.name}：填写后文字与模板不符，未写出；请手工填写，并把模板发给开发者",))
    return Filled(f"{template.stem}_待签章{SUFFIX}", docx, tuple(_remarks(template.name, before, official, values)))


def text_of(docx: bytes) -> str:
    """The words of a Word file as `template_text` gives them."""
    return template_text(io.BytesIO(docx))


def is_unchanged(before: str, after: str, values: Mapping[str, str]) -> bool:
    """Whether the filled text is the template's, word for word, with the values in its slots."""
    return SLOT.sub(lambda slot: values[slot[1]], before) == after


def _template(folder: Path, material: str) -> tuple[Path | None, str]:
    """The one template of a material, or why there is none."""
    found = sorted(folder.glob(f"{material}*")) if folder.is_dir() else []
    found = [each for each in found if each.is_file() and not each.name.startswith(("~$", "."))]
    words = [each for each in found if each.suffix.lower() == SUFFIX]
    if len(words) > 1:
        return None, SEVERAL.format(material=material, names="、".join(each.name for each in words))
    if not words:
        return None, OTHER_FORMAT.format(name=found[0].name) if found else NO_TEMPLATE.format(material=material)
    return words[0], ""


def _faults(name: str, text: str, official: Official) -> list[str]:
    """Tags that are no slot: the program fills named places and does nothing else to the text."""
    known = {each.name for each in official.slots}
    choices = "、".join(f"{{{{ {each.name} }}}}（{each.title}）" for each in official.slots)
    unknown = [each for each in dict.fromkeys(SLOT.findall(text)) if each not in known]
    faults = [f"{name}：没有填空位 {{{{ {each} }}}}；可用的有：{choices}" for each in unknown]
    faults += [
        f"{name}：“{line.strip()[:SHOWN]}”中有填空位以外的标记；可用的填空位：{choices}"
        for line in SLOT.sub("", text).splitlines()
        if ANY_TAG.search(line)
    ]
    if not faults and not SLOT.search(text):
        faults.append(f"{name}：没有任何填空位，未填写；请在要填写处写上：{choices}")
    return faults


def _remarks(name: str, text: str, official: Official, values: Mapping[str, str]) -> list[str]:
    used = set(SLOT.findall(text))
    lacking = [each.title for each in official.slots if each.required and each.name not in used]
    empty = [each.title for each in official.slots if each.name in used and not values.get(each.name)]
    said = [f"{name}：没有“{each}”的填空位，请手工填写" for each in lacking]
    return said + [f"{name}：“{each}”没有可填的内容或须先核对，已留空" for each in empty]
