"""A new client: its folder, a commented client.yaml, and a numbered folder for each material."""

from __future__ import annotations

from pathlib import Path

from pipeline.client import FILE_NAME, PAPERS, plain_name
from pipeline.engines.sniff import FOLDER_NOTE
from pipeline.errors import InputError
from pipeline.profile.profile import Profile
from pipeline.profile.records import Material, Question

HEAD = """\
# {name} 的申请资料。材料本身放进 papers/（文件名随意，子文件夹随意）；这里只写材料上没有的内容。
# 只有前两项必填。改完后运行：make dossier CLIENT={name}

licence: {licence}          # 许可证种类
coverage: [{coverage}]      # 必填：一个省 → 该省通信管理局；两个以上或 [全国] → 工业和信息化部。例：[北京市]

# short_name: 云桥           # 用在文件名里的简称，默认用文件夹名
# variant: without_site_access   # 不含网站接入；含网站接入写 with_site_access
# submit_on: {today_hint}     # 计划提交日，材料时效按这一天核对；不写则按今天
# foreign_route: domestic    # 内资；涉及外资时见手册
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


def start(inputs: Path, name: str, profile: Profile, coverage: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Make the client's folder; what was written. An existing folder is never touched."""
    if not plain_name(name):
        raise InputError(f"客户名“{name}”不能用作文件夹名")
    unknown = [each for each in coverage if each != "全国" and profile.province(each) is None]
    if unknown:
        raise InputError(f"没有这个省份：{'、'.join(unknown)}（应写全称，如 北京市、江苏省、内蒙古自治区）")
    folder = inputs / name
    if folder.exists():
        raise InputError(f"{inputs.name}/{name} 已存在，未作任何改动")
    written = [folder / FILE_NAME]
    written += [_note(folder / PAPERS, each, profile) for each in profile.materials if not each.generated]
    written[0].write_text(client_yaml(name, profile, coverage), encoding="utf-8")
    return tuple(written)


def client_yaml(name: str, profile: Profile, coverage: tuple[str, ...]) -> str:
    """The commented client.yaml of a new client, every question of the profile in it."""
    head = HEAD.format(name=name, licence=profile.folder, coverage=", ".join(coverage), today_hint="2026-12-15")
    return (
        head
        + "\n# 计划书和保障措施需要的问题（去掉行首 # 并改成自己的回答）：\n# answers:\n"
        + "".join(_asked(question) for question in profile.questions)
    )


def _asked(question: Question) -> str:
    unit = f"（{question.unit}）" if question.unit else ""
    return f"#   # {question.text}{unit}\n#   {question.id}: {_example(question)}\n"


def _example(question: Question) -> str:
    if isinstance(question.example, tuple):
        return "".join(f'\n#     - "{each}"' for each in question.example)
    return str(question.example)


def _note(papers: Path, material: Material, profile: Profile) -> Path:
    path = papers / f"{material.number}_{material.title}" / FOLDER_NOTE
    path.parent.mkdir(parents=True)
    wanted = "、".join(profile.labels.zh(kind) for kind in material.kinds)
    path.write_text(f"{material.number} {material.title}：{wanted}\n依据：{material.source}\n", encoding="utf-8")
    return path
