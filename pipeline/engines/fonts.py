"""Chinese TrueType fonts, cut to the characters of one document.

The wheels bring Noto Serif SC (CFF outlines) and Noto Sans SC (variable TrueType). reportlab embeds TrueType only,
and CFF turns into Type 3 in the DOCX converter, so every document gets small TrueType fonts, built here.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Face = Literal["serif", "sans", "bold"]

FAMILY_NAMES: dict[Face, str] = {"serif": "Dossier Serif", "sans": "Dossier Sans", "bold": "Dossier Sans"}

UNITS_PER_EM = 1000
# Noto's own line metrics (1.16/−0.29 em) spread Word pages by a sixth; these are the ideographic em box.
ASCENT, DESCENT, LINE_GAP = 859, -141, 141
REGULAR_SELECTION, BOLD_SELECTION = 1 << 6, 1 << 5  # bits of OS/2 fsSelection
WEIGHTS: dict[Face, int] = {"serif": 400, "sans": 400, "bold": 700}
CURVE_ERROR = 0.6  # font units: cubic to quadratic, invisible at 1,200 dpi
ALWAYS = frozenset(chr(code) for code in range(0x20, 0x7F)) | frozenset("，。、；：？！“”‘’（）《》【】…—·　 ")
IGNORED = frozenset("\n\r\t\v\f\u200b\u200c\u200d\u2060\ufeff\u00ad")
LICENCE = "Noto fonts, SIL Open Font License 1.1"
SHORT_NAME = 12  # hexadecimal digits of a character set's hash; 48 bits are enough inside one process


def missing_characters(text: str) -> tuple[str, ...]:
    """Characters of `text` that no face can draw, each once, in order of appearance."""
    drawable = _characters("serif") | _characters("sans")
    return tuple(dict.fromkeys(c for c in text if ord(c) not in drawable and c not in IGNORED))


def reportlab_font(characters: str, bold: bool = False, *, serif: bool = False) -> str:
    """Register a TrueType font with these characters (and ASCII) with reportlab; its name."""
    face: Face = "bold" if bold else "serif" if serif else "sans"
    return _register(face, _alphabet(frozenset(characters)))


def true_type(face: Face, characters: Iterable[str], folder: Path | None = None) -> bytes:
    """A TrueType font of these characters and ASCII; kept in `folder` when one is given."""
    alphabet = _alphabet(frozenset(characters))
    if folder is None:
        return _built(face, alphabet)
    kept = folder / f"{face}-{_digest(alphabet)}.ttf"
    if not kept.is_file():
        _write_whole(kept, _built(face, alphabet))
    return kept.read_bytes()


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
        aside.write(content)
    Path(aside.name).replace(path)


@cache
def _alphabet(characters: frozenset[str]) -> str:
    wanted = ALWAYS.union(characters) - IGNORED
    drawable = _characters("serif") | _characters("sans")
    return "".join(sorted(c for c in wanted if ord(c) in drawable))


def _digest(alphabet: str) -> str:
    return hashlib.sha256(f"{CURVE_ERROR}|{ASCENT}|{alphabet}".encode()).hexdigest()[:SHORT_NAME]


@cache
def _register(face: Face, alphabet: str) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"Dossier-{face}-{_digest(alphabet)}"
    font = TTFont(name, io.BytesIO(_built(face, alphabet)))
    font.face.name = name.encode()  # of two fonts whose faces share a name reportlab silently keeps the first
    pdfmetrics.registerFont(font)
    return name


@cache
def _source_path(face: Face) -> Path:
    if face == "serif":
        from pylopdf_fonts_zh_cn import serif_path

        return serif_path()
    import justmytype_intl_cjk

    return Path(justmytype_intl_cjk.__file__).parent / "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"


@cache
def _characters(face: Face) -> frozenset[int]:
    return frozenset(_opened(_source_path(face)).getBestCmap())


@cache
def _built(face: Face, alphabet: str) -> bytes:
    """The font file; the same characters give the same bytes."""
    own = [c for c in alphabet if ord(c) in _characters(face)]
    borrowed = [c for c in alphabet if ord(c) not in _characters(face)]
    glyphs = _drawn(face, own)
    if borrowed:
        glyphs |= _drawn("sans" if face == "serif" else "serif", borrowed)
    return _assembled(face, glyphs)


def _drawn(face: Face, characters: list[str]) -> dict[str, tuple[Any, int]]:
    """Quadratic outline and advance width of each character."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    font = _opened(_source_path(face))
    glyph_set = font.getGlyphSet(location=None if face == "serif" else {"wght": WEIGHTS[face]})
    names = font.getBestCmap()
    drawn = {}
    for character in characters:
        glyph = glyph_set[names[ord(character)]]
        strokes, outline = DecomposingRecordingPen(glyph_set), TTGlyphPen(None)
        glyph.draw(strokes)
        # CFF outlines run the other way round than TrueType ones
        strokes.replay(Cu2QuPen(outline, CURVE_ERROR, reverse_direction=True) if face == "serif" else outline)
        drawn[character] = (outline.glyph(), round(glyph.width))
    return drawn


@cache
def _opened(path: Path) -> Any:
    """The source font, opened once: glyphs are read one by one, 20 times faster than cutting a subset first."""
    from fontTools.ttLib import TTFont

    return TTFont(io.BytesIO(path.read_bytes()), lazy=True)


def _assembled(face: Face, drawn: Mapping[str, tuple[Any, int]]) -> bytes:
    """The font file; a bold face says so, or the converter would embolden it once more and fall back to Type 3."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    bold = face == "bold"
    style = "Bold" if bold else "Regular"
    names = {character: f"u{ord(character):04X}" for character in drawn}
    builder = FontBuilder(UNITS_PER_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    builder.setupGlyf({".notdef": Glyph(), **{names[c]: glyph for c, (glyph, _) in drawn.items()}})
    bearings = builder.font["glyf"]
    widths = {".notdef": (UNITS_PER_EM, 0)}
    widths |= {names[c]: (width, getattr(bearings[names[c]], "xMin", 0)) for c, (_, width) in drawn.items()}
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT, lineGap=LINE_GAP)
    builder.setupNameTable(
        {
            "familyName": FAMILY_NAMES[face],
            "styleName": style,
            "psName": f"{FAMILY_NAMES[face]}-{style}".replace(" ", ""),
            "fullName": f"{FAMILY_NAMES[face]} {style}",
            "licenseDescription": LICENCE,
        },
        mac=False,
    )
    builder.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        sTypoLineGap=LINE_GAP,
        usWinAscent=ASCENT,
        usWinDescent=-DESCENT,
        usWeightClass=WEIGHTS[face],
        fsType=0,
        fsSelection=BOLD_SELECTION if bold else REGULAR_SELECTION,
    )
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].macStyle = int(bold)
    builder.font["head"].created = builder.font["head"].modified = 0  # same characters, same bytes
    builder.font.recalcTimestamp = False
    written = io.BytesIO()
    builder.save(written)
    return written.getvalue()
