"""Qualifications: diploma, the ministry's registration sheet, title, certificate, curriculum."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.specimens import codes2d, printed, seals, table
from tests.specimens.company import Qualification, Staff, World
from tests.specimens.flow import Flow, Manner
from tests.specimens.sheet import A4_LANDSCAPE, NOTICE, Page, Paper, Value, notice, wrap

LAYOUTS = ("diploma", "registration", "certificate", "curriculum")
ZIP_DAY = (2026, 11, 18, 0, 0, 0)
"""The time written into every part of a Word file, so that it is the same each time."""


def draw(member: Staff, qualification: Qualification, world: World) -> Paper:
    """One certificate in its usual form."""
    if qualification.sort == "简历":
        return _curriculum(member, world)
    if qualification.sort == "学历":
        return _registration(member, qualification) if qualification.verify_code else _diploma(member, qualification)
    return _certificate(member, qualification)


def _fields(member: Staff, qualification: Qualification) -> dict[str, Value]:
    found: dict[str, Value] = {
        "holder": member.person.name, "sort": qualification.sort, "title": qualification.title, "number": qualification.number,
        "major": qualification.major, "issuer": qualification.issuer, "issued_on": qualification.issued_on,
        "verify_code": qualification.verify_code, "verify_until": qualification.verify_until,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _diploma(member: Staff, qualification: Qualification) -> Paper:
    page = Page(*A4_LANDSCAPE)
    paper = Paper("qualification", "diploma", [page], title=qualification.title)
    page.frame(40, 36, page.width - 40, page.height - 40, 2.2, "#9c2f2f")
    page.frame(48, 44, page.width - 48, page.height - 48, 0.6, "#9c2f2f")
    page.text(page.width / 2, 110, "普通高等学校", 20, "song", "centre", spacing=4)
    page.text(page.width / 2, 152, "毕业证书", 32, "bold", "centre", spacing=14)
    page.frame(86, 190, 176, 310, 0.5, "#b9c7d0", "#e8edf0")
    page.text(131, 302, NOTICE, 8, "hei", "centre", "#7d8f9a")
    person, year = member.person, int(qualification.issued_on[:4])
    words = (
        f"学生{person.name}，性别{person.sex}，{printed.day(person.birth)}生，于{year - 4}年9月至{year}年7月在本校{qualification.major}专业四年制本科学习，"
        "修完教学计划规定的全部课程，成绩合格，准予毕业。"
    )
    page.lines(
        206,
        214,
        ["　　" + line if place == 0 else line for place, line in enumerate(wrap(words, 545, 15, first=30))],
        33,
        15,
    )
    page.text(86, 444, f"证书编号：{qualification.number}", 12, name="number")
    page.text(610, 400, f"校　　名：{qualification.issuer}", 13, anchor="centre", name="issuer")
    page.text(610, 428, "校　　长：虚拟人", 13, anchor="centre")
    page.text(610, 470, printed.day(qualification.issued_on), 13, anchor="centre", name="issued_on")
    page.stamp(650, 430, seals.office_seal(qualification.issuer), 104, shift=41)
    notice(page)
    paper.fields = _fields(member, qualification)
    return paper


def _registration(member: Staff, qualification: Qualification) -> Paper:
    page = Page()
    paper = Paper("qualification", "registration", [page], title="教育部学历证书电子注册备案表")
    page.text(page.width / 2, 80, "教育部学历证书电子注册备案表", 19, "bold", "centre")
    page.text(56, 108, f"更新日期：{printed.day(printed.shifted(qualification.verify_until, -180))}", 9.5)
    year = int(qualification.issued_on[:4])
    person = member.person
    rows = (
        ("姓名", person.name, "性别", person.sex), ("出生日期", printed.day(person.birth), "入学日期", f"{year - 4}年9月1日"),
        ("毕（结）业日期", printed.day(qualification.issued_on), "学历类别", "普通高等教育"), ("学历层次", "本科", "学制", "4年"),
        ("学校名称", qualification.issuer, "专业", qualification.major), ("学习形式", "普通全日制", "毕（结）业", "毕业"),
        ("证书编号", qualification.number, "校（院）长姓名", "虚拟人"),
    )  # fmt: skip
    y = 120.0
    for cells in rows:
        y = table.row(page, 56, y, cells, (92.0, 158.0, 92.0, 141.0), table.Style(size=10, least=32))
    page.text(56, y + 34, f"在线验证码：{qualification.verify_code}", 11, "hei", name="verify_code")
    page.picture(470, y + 14, 64, 64, codes2d.qr(91))
    notes = (
        f"注：1．本备案表在线验证有效期至{printed.day(qualification.verify_until)}，由持有人延长或者关闭。",
        "　　2．可凭在线验证码在学历验证页面核验（虚构数据，不可核验）。",
        "　　3．报告内容如有修改，请以最新在线验证的内容为准。",
    )
    for step, words in enumerate(notes):
        page.text(56, y + 60 + step * 16, words, 9)
    notice(page)
    paper.fields = {**_fields(member, qualification), "title": "教育部学历证书电子注册备案表"}
    return paper


def _certificate(member: Staff, qualification: Qualification) -> Paper:
    page = Page()
    paper = Paper("qualification", "certificate", [page], title=qualification.title)
    page.frame(60, 60, page.width - 60, 560, 2, "#2f5d8c")
    title = "专业技术职务任职资格证书" if qualification.sort == "职称" else "专业技术资格证书"
    page.text(page.width / 2, 130, title, 24, "bold", "centre")
    rows = [("姓　　名", member.person.name, "holder"), ("身份证号", member.person.number, None)]
    rows += [("专　　业", qualification.major, "major")] if qualification.major else []
    label = "资格名称" if qualification.sort == "职称" else "证书名称"
    rows += [(label, qualification.title.replace("专业技术职务任职资格证书", "") + ("工程师" if qualification.sort == "职称" else ""), "title"),
             ("证书编号", qualification.number, "number"), ("批准日期" if qualification.sort == "职称" else "发证日期", printed.day(qualification.issued_on), "issued_on"),
             ("评审单位" if qualification.sort == "职称" else "发证机构", qualification.issuer, "issuer")]  # fmt: skip
    y = 200.0
    for caption, value, name in rows:
        page.text(110, y, f"{caption}：", 14)
        page.text(200, y, value, 14, name=name)
        y += 44
    page.stamp(page.width - 170, 470, seals.office_seal(qualification.issuer), shift=42)
    notice(page)
    paper.fields = _fields(member, qualification)
    if qualification.sort == "职称":
        paper.fields["title"] = "中级工程师"
    return paper


def _schooling(member: Staff) -> Qualification:
    return next(each for each in member.qualifications if each.sort == "学历")


def _history(member: Staff, world: World) -> list[tuple[str, str, str]]:
    year = int(member.person.birth[:4]) + 22
    begin = member.insured_from.replace("-", ".")
    return [
        (f"{begin}-至今", world.company.name, member.title),
        (f"{year}.08-{begin}", "虚构网络工程有限公司", "工程师"),
    ]


def curriculum_docx(member: Staff, world: World) -> bytes:
    """个人简历 as a Word file, the same bytes each time."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "宋体", Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.add_heading("个人简历", level=1).alignment = 1
    person = member.person
    grid = document.add_table(rows=0, cols=4, style="Table Grid")
    for cells in (("姓名", person.name, "性别", person.sex), ("出生日期", printed.day(person.birth), "民族", person.ethnicity),
                  ("现任职务", member.title, "联系电话", person.mobile), ("毕业院校", _schooling(member).issuer, "专业", _schooling(member).major)):  # fmt: skip
        for cell, words in zip(grid.add_row().cells, cells, strict=True):
            cell.text = words
    for heading, lines in _sections(member, world):
        document.add_heading(heading, level=2)
        for line in lines:
            document.add_paragraph(line)
    document.add_paragraph(f"本人签字：{person.name}　　日期：{printed.day('2026-11-18')}")
    seal = io.BytesIO()
    seals.company_seal(world.company.name).save(seal, "PNG")
    document.add_picture(io.BytesIO(seal.getvalue()), Mm(40))
    document.add_paragraph(f"（{NOTICE}）")
    document.core_properties.author, document.core_properties.title = "", "个人简历"
    document.core_properties.created = document.core_properties.modified = datetime(*ZIP_DAY, tzinfo=UTC)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, ZIP_DAY), source.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _sections(member: Staff, world: World) -> list[tuple[str, list[str]]]:
    year = int(member.person.birth[:4])
    first = _schooling(member)
    return [
        ("教育经历", [f"{year + 18}.09-{year + 22}.07　{first.issuer}　{first.major}专业　本科"]),
        ("工作经历", [f"{period}　{employer}　{post}" for period, employer, post in _history(member, world)]),
        ("主要工作内容", [f"现负责公司{'、'.join(member.roles).replace('负责人', '')}工作，熟悉互联网接入网络的规划、建设和运行维护。",
                    "参与过园区网络改造、出口链路扩容和机房搬迁等项目的实施。"]),
    ]  # fmt: skip


def curriculum_truth(member: Staff) -> Paper:
    """What the Word curriculum says; it has no drawn pages of ours."""
    paper = Paper("qualification", "curriculum", [Page()], title="个人简历")
    paper.fields = {
        "holder": member.person.name,
        "sort": "简历",
        "title": "个人简历",
        "major": _schooling(member).major,
    }
    return paper


def _curriculum(member: Staff, world: World) -> Paper:
    paper = Paper("qualification", "curriculum", [], title="个人简历")
    flow = Flow(paper, Manner(size=11, leading=21, footer=""))
    flow.title("个人简历", 22)
    person, first = member.person, _schooling(member)
    style = table.Style(size=10.5, least=27)
    for cells in (("姓名", person.name, "性别", person.sex), ("出生日期", printed.day(person.birth), "民族", person.ethnicity),
                  ("现任职务", member.title, "联系电话", person.mobile), ("毕业院校", first.issuer, "专业", first.major)):  # fmt: skip
        flow.y = table.row(flow.page, flow.manner.left, flow.y, cells, (80.0, 140.0, 80.0, 131.0), style)
    for heading, lines in _sections(member, world):
        flow.heading(heading)
        for line in lines:
            flow.paragraph(line, 0)
    flow.space(40)
    flow.paragraph(f"本人签字：{person.name}", 0)
    flow.paragraph(f"日期：{printed.day('2026-11-18')}", 0)
    paper.fields = {"holder": person.name, "sort": "简历", "title": "个人简历", "major": first.major}
    return flow.finish()
