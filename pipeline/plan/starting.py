"""A new client: its folder, a commented client.yaml with the answers given, and a numbered folder for each material."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipeline import client as clients
from pipeline.client import FILE_NAME, PAPERS, plain_name
from pipeline.engines.sniff import FOLDER_NOTE
from pipeline.errors import InputError
from pipeline.plan.asking import Given
from pipeline.plan.plan import tailored
from pipeline.profile.plan_records import When
from pipeline.profile.profile import Profile
from pipeline.profile.records import Material, Question
from pipeline.text.workdays import Calendar

HEAD = """\
# {name} 的申请资料。材料本身放进 papers/（文件名随意，子文件夹随意）；这里只写材料上没有的内容。
# 只有前两项必填。改完后运行：make dossier CLIENT={name}；只看材料清单和时间表：dossier plan {name}
# 系统账号和密码由客户自己保管，不写在这里。

licence: {licence}          # 许可证种类
coverage: [{coverage}]      # 必填：一个省 → 该省通信管理局；两个以上或 [全国] → 工业和信息化部。例：[北京市]

{short_name}           # 用在文件名里的简称，默认用文件夹名
{variant}   # 不含网站接入；含网站接入写 with_site_access
{submit_on}     # 计划提交日，材料时效按这一天核对；不写则按今天
{foreign_route}    # 内资；涉及外资时见手册
# contact: {{name: 联系人, mobile: "13800000000", email: name@example.com, postal_address: 地址, postcode: "100000"}}
# service_phone: 400-000-0000

# 人员分工（材料上没有）。角色：主要负责人 技术负责人 信息安全负责人 安全联络员 客服负责人 经办人
# people:
#   - {{name: 姓名, roles: [技术负责人]}}
#   - {{name: 姓名, roles: [信息安全负责人], phone: "13800000000", email: name@example.com}}

# 有密码的 PDF：
# passwords: ["2026"]

# 程序认错的材料、人工更正、确认与豁免：见 README“如何处理报告中的问题”。
"""
EXAMPLES = {
    "short_name": "云桥",
    "variant": "without_site_access",
    "submit_on": "2026-12-15",
    "foreign_route": "domestic",
}
"""What a line shows, commented out, where nothing was answered."""


def start(
    inputs: Path, name: str, profile: Profile, calendar: Calendar, given: Given, today: date
) -> tuple[Path, ...]:
    """Make the client's folder; what was written. An existing folder is never touched, a half-made one never left.

    Raises: InputError for a name that is no folder's, a folder that exists, or answers that make no plan.
    """
    refuse_taken(inputs, name)
    folder, fresh = inputs / name, inputs / f".{name}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        written = tuple(path.relative_to(fresh) for path in _written(fresh, name, profile, given))
        client = clients.load(fresh)
        if client.coverage and profile.plan.tasks:
            tailored(client, profile, calendar, today, client.submit_on)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return tuple(folder / path for path in written)


def refuse_taken(inputs: Path, name: str) -> None:
    """InputError for a name that is no folder's, or that a folder already has."""
    if not plain_name(name):
        raise InputError(f"客户名“{name}”不能用作文件夹名")
    if (inputs / name).exists():
        raise InputError(f"{inputs.name}/{name} 已存在，未作任何改动")


def _written(folder: Path, name: str, profile: Profile, given: Given) -> Iterator[Path]:
    folder.mkdir(parents=True)
    path = folder / FILE_NAME
    path.write_text(client_yaml(name, profile, given), encoding="utf-8")
    yield path
    for each in profile.materials:
        if not each.generated:
            yield _note(folder / PAPERS, each, profile)


def client_yaml(name: str, profile: Profile, given: Given) -> str:
    """The commented client.yaml of a new client: what was answered, and every question of the profile."""
    keys = dict(given.keys)
    answers = dict(given.answers)
    head = HEAD.format(
        name=name,
        licence=profile.folder,
        coverage=", ".join(given.coverage),
        **{key: f"{key}: {keys[key]}" if key in keys else f"# {key}: {EXAMPLES[key]}" for key in EXAMPLES},
    )
    opened = "answers:" if answers else "# answers:"
    return (
        head
        + f"\n# 计划书和保障措施需要的问题（去掉行首 # 并改成自己的回答）：\n{opened}\n"
        + "".join(_asked(question, answers.get(question.id)) for question in profile.questions)
    )


def _asked(question: Question, answer: object | None) -> str:
    unit = f"（{question.unit}）" if question.unit else ""
    words = f"#   # {question.text}{unit}\n"
    if answer is None:
        return f"{words}#   {question.id}: {_example(question)}\n"
    return f"{words}  {question.id}: {json.dumps(answer, ensure_ascii=False)}\n"


def _example(question: Question) -> str:
    if isinstance(question.example, tuple):
        return "".join(f'\n#     - "{each}"' for each in question.example)
    return str(question.example)


def _note(papers: Path, material: Material, profile: Profile) -> Path:
    """One line that says what belongs into a material's folder."""
    path = papers / f"{material.number}_{material.title}" / FOLDER_NOTE
    path.parent.mkdir(parents=True)
    path.write_text(f"{material.number} {material.title}：{_wanted(material, profile)}\n", encoding="utf-8")
    return path


def _wanted(material: Material, profile: Profile) -> str:
    slots = {material.number, *(each.number for each in profile.annexes if each.parent == material.number)}
    generated = {each.material for each in profile.drafts}
    papers = [each for each in profile.plan.papers if each.material in slots - generated]
    always = "、".join(each.title for each in papers if not each.optional and each.when == When())
    needed = "、".join(each.title for each in papers if each.optional or each.when != When())
    return "；".join(filter(None, (always, needed and f"按需：{needed}"))) or "、".join(
        profile.labels.zh(kind) for kind in material.kinds
    )
