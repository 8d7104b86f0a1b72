from __future__ import annotations

import io
import os
import stat
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.engines.docx_gate import conversion_faults, lost_paragraphs
from pipeline.engines.docx_package import all_characters, body_paragraphs, read_parts, without_authors, write_parts
from pipeline.engines.docx_pdf import IncompleteConversionError, convert, outline, with_title
from pipeline.engines.outcomes import UnreadableError


def docx(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document, written = Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


def test_words_styles_and_lists_survive_with_fonts_inside(kept: Path) -> None:
    document, written = Document(), io.BytesIO()
    document.add_heading("一、甲方", 1)
    paragraph = document.add_paragraph("普通")
    for words, bold, italic in (("粗", True, False), ("斜", False, True), ("粗斜", True, True)):
        run = paragraph.add_run(words)
        run.bold, run.italic = bold, italic
    document.add_paragraph("列表项", style="List Bullet")
    document.save(written)
    made = convert(written.getvalue(), kept)
    assert made.engine == "dxpdf 0.8.1"
    assert "普通粗斜粗斜" in made.texts[0].replace("\r\n", "")
    assert [(each.level, each.title, each.page) for each in outline(made.pdf)] == [(1, "一、甲方", 1)]
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        fonts = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        assert {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in fonts if "/BaseFont" in font} == {
            "DossierSerif",
            "DossierSans",
        }


def test_the_same_docx_gives_the_same_pdf(kept: Path) -> None:
    assert convert(docx("云桥网络"), kept).pdf == convert(docx("云桥网络"), kept).pdf


def test_a_title_and_a_language_are_set_and_no_clock(kept: Path) -> None:
    with pikepdf.open(io.BytesIO(with_title(convert(docx("云桥"), kept).pdf, "计划书", "云桥公司"))) as pdf:
        assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"]), str(pdf.Root.Lang)) == (
            "计划书",
            "云桥公司",
            "zh-CN",
        )
        assert "/CreationDate" not in pdf.docinfo


def test_the_gate_names_a_paragraph_that_the_pdf_lost(kept: Path) -> None:
    pdf = convert(docx("第一段在。"), kept).pdf
    faults = conversion_faults(read_parts(docx("第一段在。", "第二段不见了。")), pdf)
    assert faults[0] == "缺少文字：第二段不见了。"


def test_the_gate_sees_a_row_that_vanished_beside_an_equal_one(kept: Path) -> None:
    pdf = convert(docx(rows=(("防火墙", "拟购"),)), kept).pdf
    faults = conversion_faults(read_parts(docx(rows=(("防火墙", "拟购"), ("防火墙", "拟购")))), pdf)
    assert [fault.partition("：")[0] for fault in faults] == ["文字数量不符"]
    assert set(faults[0].partition("：")[2]) == set("防火墙拟购")


def test_the_gate_refuses_type_3_and_fonts_that_are_not_inside(kept: Path) -> None:
    with pikepdf.open(io.BytesIO(convert(docx("云桥"), kept).pdf)) as pdf:
        bare = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name.SimSun)
        drawn = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3)
        pdf.Root.Extra = pikepdf.Array([pdf.make_indirect(bare), pdf.make_indirect(drawn)])
        written = io.BytesIO()
        pdf.save(written)
    faults = conversion_faults(read_parts(docx("云桥")), written.getvalue())
    assert set(faults) == {"出现 Type 3 字体", "字体未嵌入：/SimSun"}


def test_a_paragraph_may_go_on_after_a_page_break() -> None:
    pages = ("页眉 前面 本公司取得许可证后将严格遵守 页脚1", "页眉 各项规定并接受监督检查。 后面 页脚2")
    assert lost_paragraphs(("本公司取得许可证后将严格遵守各项规定并接受监督检查。",), pages) == ()
    assert lost_paragraphs(("本公司取得许可证后将严格遵守各项规定。",), pages) != ()


def test_a_character_that_no_font_has_makes_a_conversion_incomplete(kept: Path) -> None:
    with pytest.raises(IncompleteConversionError) as error:
        convert(docx("云桥🎉"), kept)
    assert error.value.fault == "incomplete"
    assert "字体中没有的字符：🎉" in error.value.missing


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", docx("云桥")[:-2000]])
def test_a_damaged_docx_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        convert(content)
    assert error.value.fault == "damaged"


def test_a_zip_that_is_no_word_file_is_unsupported() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("readme.txt", "x")
    with pytest.raises(UnreadableError) as error:
        read_parts(written.getvalue())
    assert error.value.fault == "unsupported"


def test_deleted_and_hidden_words_are_not_asked_of_the_pdf() -> None:
    document, written = Document(), io.BytesIO()
    paragraph = document.add_paragraph("留下")
    paragraph.add_run("隐藏").font.hidden = True
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "删除"
    run.append(words)
    deleted.append(run)
    paragraph._p.append(deleted)
    document.save(written)
    assert body_paragraphs(read_parts(written.getvalue())) == ("留下",)


def test_words_on_both_sides_of_a_tab_are_looked_for_apart() -> None:
    assert body_paragraphs(read_parts(docx("第一章\t4"))) == ("第一章", "4")


def test_bullets_of_symbol_fonts_become_bullets_of_ours() -> None:
    parts = read_parts(docx("云桥"))
    pattern = f'<w:numbering xmlns:w="{qn("w:p")[1:-2]}"><w:lvlText w:val="\uf0b7"/></w:numbering>'
    assert "•" in all_characters(parts | {"word/numbering.xml": pattern.encode()})


def test_writing_the_same_parts_twice_gives_the_same_bytes() -> None:
    parts = read_parts(docx("云桥"))
    assert write_parts(parts) == write_parts(dict(parts))
    assert read_parts(write_parts(parts)) == parts


def office(folder: Path, body: str) -> None:
    """A LibreOffice of our own making: it answers --version and writes what `body` makes of the output folder."""
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "if '--version' in sys.argv:\n    print('LibreOffice 99.1.0.1 abc')\n    sys.exit(0)\n"
        f"out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n{body}\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script with a shebang line")
def test_libreoffice_is_preferred_for_edited_files_when_its_pdf_is_whole(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(convert(docx("云桥网络"), kept).pdf)
    office(tmp_path, f"(out / 'document.pdf').write_bytes(pathlib.Path({str(good)!r}).read_bytes())")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert convert(docx("云桥网络"), kept, prefer_office=True).engine == "libreoffice 99.1.0.1"
    assert convert(docx("云桥网络", "又一段"), kept, prefer_office=True).engine == "dxpdf 0.8.1"
    assert convert(docx("云桥网络"), kept).engine == "dxpdf 0.8.1"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script with a shebang line")
@pytest.mark.parametrize("body", ["sys.exit(77)", "", "(out / 'document.pdf').write_bytes(b'no pdf')"])
def test_a_libreoffice_that_fails_is_passed_over(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    office(tmp_path, body)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert convert(docx("云桥网络"), kept, prefer_office=True).engine == "dxpdf 0.8.1"


def test_the_people_whom_a_file_names_are_left_out_and_every_other_part_stays() -> None:
    document, written = Document(), io.BytesIO()
    document.add_paragraph("正文")
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.title = "张三", "李四", "计划书"
    document.save(written)
    before, after = read_parts(written.getvalue()), read_parts(without_authors(written.getvalue()))
    assert {name for name in before if before[name] != after[name]} <= {"docProps/core.xml", "docProps/app.xml"}
    told = Document(io.BytesIO(write_parts(after))).core_properties
    assert (told.author, told.last_modified_by, told.title) == ("", "", "计划书")
