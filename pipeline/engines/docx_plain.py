"""A working copy of a DOCX as it reads today: changes accepted, field results as text, ticks and boxes as characters.

Word shows all of this by itself; converters print deletions, recalculate dates, or leave symbols out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pipeline.engines.docx_package import MARGIN_PARTS, STORY_PARTS, WORD, parse_part

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
# Fields that the converter must reckon itself: they tell where something stands in its own pages.
LIVE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "HYPERLINK"})
TICKED, OPEN = "√", "□"
PLAIN_BOXES = str.maketrans({"☐": OPEN, "◻": OPEN, "☑": TICKED, "✔": TICKED})
# Symbol fonts put pictures on the codes of letters, in files as F0xx or as the letter itself.
SYMBOLS = {
    "Wingdings": {0x6F: OPEN, 0x71: OPEN, 0xA8: OPEN, 0xFC: TICKED, 0xFE: TICKED, 0x6C: "●", 0x6E: "■", 0xA1: "○"},
    "Wingdings 2": {0x2A: OPEN, 0x30: OPEN, 0xA3: OPEN, 0x50: TICKED, 0x52: TICKED},
}
UNKNOWN_SYMBOL = "\ue000"  # no font has it, so that the conversion counts as incomplete
LOW_BYTE = 0xFF
PRIVATE_CODES = range(0xF020, 0xF100)


def plainly(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with their stories written plainly; a symbol that nobody here knows becomes one that no font has.

    Raises: UnreadableError when a part is not well-formed.
    """
    return {
        name: _plain(content) if STORY_PARTS.fullmatch(name) or MARGIN_PARTS.fullmatch(name) else content
        for name, content in parts.items()
    }


def _plain(content: bytes) -> bytes:
    root = parse_part(content)
    steps = (_drop_deletions, _accept_insertions, _tick_controls, _open_controls, _settle_fields, _spell_symbols)
    changed = [step(root) for step in steps]
    if not any(changed):
        return content
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _word(name: str) -> str:
    return f"{{{WORD}}}{name}"


def _value(node: Any, name: str = "val") -> str:
    return str(node.get(_word(name), ""))


def _remove(node: Any) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(node: Any) -> None:
    parent = node.getparent()
    place = parent.index(node)
    for child in list(node):
        parent.insert(place, child)
        place += 1
    parent.remove(node)


def _drop_deletions(root: Any) -> bool:
    """Deleted and moved-away words, and table rows that are deleted."""
    gone = [node for name in ("del", "moveFrom") for node in root.iter(_word(name))]
    for node in gone:
        owner = node.getparent()
        _remove(owner.getparent() if owner is not None and owner.tag == _word("trPr") else node)
    return bool(gone)


def _accept_insertions(root: Any) -> bool:
    wrappers = [node for name in ("ins", "moveTo") for node in root.iter(_word(name))]
    for node in wrappers:
        if len(node):
            _unwrap(node)
        else:
            _remove(node)
    return bool(wrappers)


def _tick_controls(root: Any) -> bool:
    """Check boxes of content controls and plain box characters, which few fonts have."""
    changed = False
    for box in root.iter(f"{{{WORD_2010}}}checkbox"):
        control = next((node for node in box.iterancestors(_word("sdt"))), None)
        texts = [] if control is None else list(control.iter(_word("t"), _word("sym")))
        checked = box.find(f"{{{WORD_2010}}}checked")
        ticked = checked is not None and checked.get(f"{{{WORD_2010}}}val") in ("1", "true")
        for number, text in enumerate(texts):
            text.tag, changed = _word("t"), True
            text.text = (TICKED if ticked else OPEN) if number == 0 else ""
    for text in root.iter(_word("t")):
        plain = (text.text or "").translate(PLAIN_BOXES)
        changed = changed or plain != (text.text or "")
        text.text = plain
    return changed


def _open_controls(root: Any) -> bool:
    """What stands in content controls, without the controls."""
    controls = list(root.iter(_word("sdt")))
    for control in controls:
        content = control.find(_word("sdtContent"))
        for child in list(control):
            if child is not content:
                control.remove(child)
        if content is not None:
            _unwrap(content)
        _unwrap(control)
    return bool(controls)


def _settle_fields(root: Any) -> bool:
    """The last result of a field as ordinary words: a date or a reference is not reckoned anew."""
    simple = [node for node in root.iter(_word("fldSimple")) if _command(_value(node, "instr")) not in LIVE_FIELDS]
    for node in simple:
        _unwrap(node)
    settled = bool(simple)
    for marks, command, form in _complex_fields(root):
        if command in LIVE_FIELDS:
            continue
        settled = True
        if form is not None:
            _show_form_box(marks[0], form)
        for mark in marks:
            _remove(mark)
    return settled


def _command(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


def _complex_fields(root: Any) -> Iterator[tuple[list[Any], str, Any]]:
    """Each field that runs over several nodes: its marks, its command, the check box of a form where it is one."""
    open_fields: list[list[Any]] = []
    for node in list(root.iter(_word("fldChar"), _word("instrText"))):
        kind = _value(node, "fldCharType")
        if kind == "begin":
            open_fields.append([node])
        elif open_fields:
            open_fields[-1].append(node)
        if kind == "end" and open_fields:
            marks = open_fields.pop()
            instruction = "".join(mark.text or "" for mark in marks if mark.tag == _word("instrText"))
            yield marks, _command(instruction), marks[0].find(f"{_word('ffData')}/{_word('checkBox')}")


def _show_form_box(begin: Any, form: Any) -> None:
    state = form.find(_word("checked"))
    state = form.find(_word("default")) if state is None else state
    ticked = state is not None and _value(state) not in ("0", "false")
    text = etree.SubElement(begin.getparent(), _word("t"))
    text.text = TICKED if ticked else OPEN


def _spell_symbols(root: Any) -> bool:
    """Symbols as characters that our fonts have."""
    symbols = list(root.iter(_word("sym")))
    for node in symbols:
        code = int(_value(node, "char") or "0", 16) & LOW_BYTE
        node.tag, node.text = _word("t"), SYMBOLS.get(_value(node, "font"), {}).get(code, UNKNOWN_SYMBOL)
        node.attrib.clear()
    runs = [run for run in root.iter(_word("r")) if _symbol_font(run) in SYMBOLS]
    for run in runs:
        table = SYMBOLS[_symbol_font(run)]
        for text in run.iter(_word("t")):
            text.text = "".join(_spelled(character, table) for character in text.text or "")
    return bool(symbols or runs)


def _symbol_font(run: Any) -> str:
    fonts = run.find(f"{_word('rPr')}/{_word('rFonts')}")
    return "" if fonts is None else _value(fonts, "ascii")


def _spelled(character: str, table: Mapping[int, str]) -> str:
    """A letter of a symbol font as the character that it shows; others are printed in another font."""
    code = ord(character)
    is_symbol = code in PRIVATE_CODES or (code <= LOW_BYTE and not character.isspace())
    return table.get(code & LOW_BYTE, UNKNOWN_SYMBOL) if is_symbol else character
