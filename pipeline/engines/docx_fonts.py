"""A working copy of a DOCX in which every run uses one of our fonts, embedded in the file.

The converter takes one font a run and looks at `ascii` first, so all four slots get the same family; fonts embedded
in the file are used on every system, whatever is installed there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.engines.docx_package import WORD, all_characters, drawable_pattern, parse_part
from pipeline.engines.fonts import FAMILY_NAMES, Face, true_type

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FONT_KEY = "{6B1D7A52-3C94-4E0F-8A21-5D90C7E4F318}"  # any GUID: it only has to be the one in the font table
OBFUSCATED = 32  # leading bytes that ECMA-376 part 4, 2.8.1 XORs with the key
SANS = re.compile(
    r"黑体|雅黑|等线|DengXian|YaHei|SimHei|Hei|Sans|Arial|Calibri|Helvetica|Verdana|Tahoma|苹方|PingFang",
    re.IGNORECASE,
)
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
THEME_SLOTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
NUMERALS = "一二三四五六七八九十百千〇零壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸①②③④⑤⑥⑦⑧⑨⑩•"
# The upright faces serve italics too, slanted by the converter; a face that is missing would become Type 3.
STYLES = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
EMBEDDED: tuple[tuple[str, tuple[Face, ...]], ...] = (
    (FAMILY_NAMES["serif"], ("serif", "bold", "serif", "bold")),
    (FAMILY_NAMES["sans"], ("sans", "bold", "sans", "bold")),
)


def with_our_fonts(
    parts: Mapping[str, bytes], folder: Path | None, alphabet: frozenset[str] | None = None
) -> dict[str, bytes]:
    """The parts with our families in every run and the fonts inside; `folder` keeps the fonts built.

    `alphabet`: all characters of a set of documents, so that they share one build of the fonts.
    """
    copy = {name: _mapped(content) if _has_runs(name) else content for name, content in parts.items()}
    characters = all_characters(copy) | frozenset(NUMERALS) if alphabet is None else alphabet
    copy |= _font_parts(characters, folder)
    copy["[Content_Types].xml"] = _with_font_types(copy["[Content_Types].xml"])
    return _with_font_table_relation(copy)


def _has_runs(name: str) -> bool:
    return bool(re.fullmatch(r"word/(document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml", name))


def _mapped(content: bytes) -> bytes:
    root = parse_part(content)
    for fonts in root.iter(f"{{{WORD}}}rFonts"):
        _map_fonts(fonts)
    for defaults in root.iter(f"{{{WORD}}}rPrDefault"):
        _ensure_default(defaults)
    for pattern in root.iter(f"{{{WORD}}}lvlText"):
        pattern.set(f"{{{WORD}}}val", drawable_pattern(pattern.get(f"{{{WORD}}}val", "")))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _map_fonts(fonts: Any) -> None:
    asked = fonts.get(f"{{{WORD}}}eastAsia") or fonts.get(f"{{{WORD}}}ascii") or ""
    theme = fonts.get(f"{{{WORD}}}eastAsiaTheme") or fonts.get(f"{{{WORD}}}asciiTheme") or ""
    if not asked and not theme:
        return
    family = FAMILY_NAMES["sans" if SANS.search(asked) or theme.startswith("major") else "serif"]
    for slot in SLOTS:
        fonts.set(f"{{{WORD}}}{slot}", family)
    for slot in THEME_SLOTS:
        fonts.attrib.pop(f"{{{WORD}}}{slot}", None)


def _ensure_default(defaults: Any) -> None:
    properties = defaults.find(f"{{{WORD}}}rPr")
    if properties is None:
        properties = etree.SubElement(defaults, f"{{{WORD}}}rPr")
    fonts = properties.find(f"{{{WORD}}}rFonts")
    if fonts is None:
        fonts = etree.Element(f"{{{WORD}}}rFonts")
        properties.insert(0, fonts)
    if fonts.get(f"{{{WORD}}}ascii") not in FAMILY_NAMES.values():
        for slot in SLOTS:
            fonts.set(f"{{{WORD}}}{slot}", FAMILY_NAMES["serif"])


def _font_parts(characters: frozenset[str], folder: Path | None) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    table = etree.Element(f"{{{WORD}}}fonts", nsmap={"w": WORD, "r": OFFICE})
    relations = etree.Element(f"{{{PACKAGE}/relationships}}Relationships", nsmap={None: f"{PACKAGE}/relationships"})
    for family, faces in EMBEDDED:
        entry = etree.SubElement(table, f"{{{WORD}}}font", {f"{{{WORD}}}name": family})
        for slot, face in zip(STYLES, faces, strict=True):
            number = len(parts) + 1
            parts[f"word/fonts/dossier{number}.odttf"] = _obfuscated(true_type(face, characters, folder))
            etree.SubElement(
                entry, f"{{{WORD}}}{slot}", {f"{{{OFFICE}}}id": f"rId{number}", f"{{{WORD}}}fontKey": FONT_KEY}
            )
            _relate(relations, f"rId{number}", "font", f"fonts/dossier{number}.odttf")
    parts["word/fontTable.xml"] = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts["word/_rels/fontTable.xml.rels"] = etree.tostring(
        relations, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return parts


def _obfuscated(font: bytes) -> bytes:
    key = bytes.fromhex(FONT_KEY.strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ key[index % len(key)] for index, byte in enumerate(font[:OBFUSCATED])) + font[OBFUSCATED:]


def _relate(relations: Any, identity: str, kind: str, target: str) -> None:
    etree.SubElement(
        relations,
        f"{{{PACKAGE}/relationships}}Relationship",
        {"Id": identity, "Type": f"{OFFICE}/{kind}", "Target": target},
    )


def _with_font_types(content: bytes) -> bytes:
    root = parse_part(content)
    namespace = f"{PACKAGE}/content-types"
    known = {entry.get("Extension") for entry in root} | {entry.get("PartName") for entry in root}
    if "odttf" not in known:
        kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
        root.insert(0, etree.Element(f"{{{namespace}}}Default", {"Extension": "odttf", "ContentType": kind}))
    if "/word/fontTable.xml" not in known:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
        etree.SubElement(root, f"{{{namespace}}}Override", {"PartName": "/word/fontTable.xml", "ContentType": kind})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_font_table_relation(parts: dict[str, bytes]) -> dict[str, bytes]:
    name = "word/_rels/document.xml.rels"
    empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
    root = parse_part(parts.get(name, empty))
    if not any(entry.get("Type", "").endswith("/fontTable") for entry in root):
        _relate(root, "rIdDossierFonts", "fontTable", "fontTable.xml")
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts
