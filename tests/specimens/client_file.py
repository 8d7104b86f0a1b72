"""client.yaml of an invented applicant, with the comments that a case handler would want."""

from __future__ import annotations

import json

from tests.specimens.answers import answers
from tests.specimens.company import World


def client_yaml(world: World) -> str:
    """The whole file as text."""
    return "\n".join([*_head(world), *_contact(world), *_people(world), *_answers(world), *_profile()]) + "\n"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _head(world: World) -> list[str]:
    return [
        f"# 演示客户：{world.company.name}。",
        "# 本文件夹内的公司、人员、证照、合同全部为虚构数据，行政区划代码并不存在。",
        "",
        "licence: isp                      # 许可类型：互联网接入服务业务（templates/isp）",
        f"coverage: [{', '.join(world.coverage)}]                # 业务覆盖范围：一个省份，由该省通信管理局审批",
        f"short_name: {world.short_name}                  # 文件名中使用的简称",
        "variant: without_site_access      # 不含网站接入",
        f"submit_on: {world.submit_on}             # 计划提交日；期限类检查以这一天为准",
        "foreign_route: domestic           # 内资路径",
        "",
    ]


def _contact(world: World) -> list[str]:
    officer = world.staff[-1]
    return [
        "contact:                          # 申请联系人",
        f"  name: {officer.person.name}",
        f"  mobile: {_quoted(officer.person.mobile)}",
        f"  email: {officer.email}",
        f"  postal_address: {world.company.address}",
        f"  postcode: {_quoted(world.postal_code)}",
        f"service_phone: {world.service_phone}       # 客服电话",
        "",
    ]


def _people(world: World) -> list[str]:
    lines = ["people:                           # 岗位：材料中没有写明的分工在这里指定"]
    head = world.company.legal_representative
    lines.append(f"  - {{name: {head.name}, roles: [主要负责人]}}")
    for member in world.staff:
        words = f"name: {member.person.name}, roles: [{', '.join(member.roles)}], title: {member.title}"
        lines.append(f"  - {{{words}, phone: {_quoted(member.person.mobile)}, email: {member.email}}}")
    return [*lines, ""]


def _answers(world: World) -> list[str]:
    lines = ["answers:                          # 材料中没有、由客户回答的问题（dossier questions 可列出全部）"]
    for name, value in (answers(world) | world.answers).items():
        if isinstance(value, list):
            lines += [f"  {name}:", *(f"    - {_quoted(str(entry))}" for entry in value)]
        else:
            lines.append(f"  {name}: {_quoted(value) if isinstance(value, str) else value}")
    return [*lines, ""]


def _profile() -> list[str]:
    return [
        "profile:                          # 仅对本客户生效的设置",
        "  demo: true                      # 演示数据：页面上的“虚构数据”字样不作为问题",
    ]
