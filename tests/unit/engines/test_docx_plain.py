"""A client's Word file is read as Word shows it: changes accepted, ticks seen, field results kept, nothing twice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.engines.docx_pdf import IncompleteConversionError, convert
from pipeline.engines.reading import ReadingSettings, read_pages
from tests.unit.engines import drawing

WORD_2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
BOX = (
    "<w:sdt {spaces}><w:sdtPr><w14:checkbox><w14:checked w14:val='{state}'/></w14:checkbox></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
)
FORM_BOX = (
    "<w:r {spaces}><w:fldChar w:fldCharType='begin'>"
    "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
)
TEXT_BOX = (
    "<w:r {spaces} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='2000000' cy='500000'/>"
    "<wp:docPr id='1' name='t'/><a:graphic>"
    "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
    "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='2000000' cy='500000'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>虚构文本框</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/>"
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>虚构文本框</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


def docx(document: object) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def paragraph(*pieces: str) -> bytes:
    """A Word file of one paragraph: words, and pieces of XML."""
    document = Document()
    made = document.add_paragraph()
    for piece in pieces:
        if piece.startswith("<"):
            made._p.append(parse_xml(piece.replace("{spaces}", f"{nsdecls('w')} {WORD_2010}")))
        else:
            made.add_run(piece)
    return docx(document)


def shown(content: bytes, kept: Path) -> str:
    return "".join("".join(convert(content, kept).texts).split())


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (("甲", "<w:del {spaces} w:id='1'><w:r><w:delText>旧</w:delText></w:r></w:del>", "乙"), "甲乙"),
        (("甲", "<w:ins {spaces} w:id='1'><w:r><w:t>新</w:t></w:r></w:ins>", "乙"), "甲新乙"),
        (("甲", "<w:moveFrom {spaces} w:id='1'><w:r><w:t>走</w:t></w:r></w:moveFrom>"), "甲"),
        (("甲", BOX.replace("{state}", "1").replace("{shown}", "☒"), "男"), "甲√男"),
        (("甲", BOX.replace("{state}", "0").replace("{shown}", "☐"), "女"), "甲□女"),
        (("☑男☐女",), "√男□女"),
        (("<w:sdt {spaces}><w:sdtPr/><w:sdtContent><w:r><w:t>云桥</w:t></w:r></w:sdtContent></w:sdt>",), "云桥"),
        (("<w:r {spaces}><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "男"), "√男"),
        (("<w:r {spaces}><w:rPr><w:rFonts w:ascii='Wingdings 2'/></w:rPr><w:t>R</w:t></w:r>", "男"), "√男"),
        (("<w:fldSimple {spaces} w:instr='DATE'><w:r><w:t>2020年3月1日</w:t></w:r></w:fldSimple>",), "2020年3月1日"),
        (("甲", TEXT_BOX), "甲虚构文本框"),
        (
            (
                "<w:r {spaces}><w:fldChar w:fldCharType='begin'/></w:r>",
                "<w:r {spaces}><w:instrText>TIME yyyy</w:instrText></w:r>",
                "<w:r {spaces}><w:fldChar w:fldCharType='separate'/></w:r>",
                "<w:r {spaces}><w:t>2020</w:t></w:r>",
                "<w:r {spaces}><w:fldChar w:fldCharType='end'/></w:r>",
            ),
            "2020",
        ),
        (
            (
                FORM_BOX,
                "<w:r {spaces}><w:instrText>FORMCHECKBOX</w:instrText></w:r>",
                "<w:r {spaces}><w:fldChar w:fldCharType='end'/></w:r>",
                "男",
            ),
            "√男",
        ),
    ],
)
def test_a_paragraph_reads_as_word_shows_it(pieces: tuple[str, ...], words: str, kept: Path) -> None:
    assert shown(paragraph(*pieces), kept) == words


def test_a_deleted_row_and_a_comment_are_not_read(kept: Path) -> None:
    document = Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "留下", "删去"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='9' w:author='甲'/>"))
    document.add_comment(document.add_paragraph("正文").runs, text="批注", author="甲")
    assert shown(docx(document), kept) == "留下正文"


@pytest.mark.parametrize(
    "piece", ["<w:r {spaces}><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>", "☒"], ids=["arrow", "crossed box"]
)
def test_a_symbol_whose_meaning_is_not_known_makes_the_conversion_incomplete(piece: str, kept: Path) -> None:
    with pytest.raises(IncompleteConversionError):
        convert(paragraph("甲", piece), kept)


def test_a_word_file_that_holds_only_a_photograph_is_a_page_to_be_read_by_ocr(kept: Path, tmp_path: Path) -> None:
    picture = io.BytesIO()
    drawing.sheet("营业执照", "名称北京虚构云桥").save(picture, "PNG")
    document = Document()
    document.add_picture(picture)
    path = tmp_path / "a.pdf"
    path.write_bytes(convert(docx(document), kept).pdf)
    (page,) = read_pages(path, "papers/a.docx", "0" * 64, None, ReadingSettings(ocr=False))
    assert (page.reader, page.text) == ("none", "")


def test_cells_of_a_borderless_table_stand_beside_one_another(kept: Path, tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("股东", "比例"), ("张虚构", "50%")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    path = tmp_path / "a.pdf"
    path.write_bytes(convert(docx(document), kept).pdf)
    (page,) = read_pages(path, "papers/a.docx", "0" * 64, None, ReadingSettings(ocr=False))
    place = {word: page.boxes[page.text.index(word)] for word in ("股东", "比例", "张虚构", "50%")}
    assert place["股东"].x0 == place["张虚构"].x0
    assert place["比例"].x0 == place["50%"].x0
    assert abs(place["张虚构"].middle[1] - place["50%"].middle[1]) < 2
