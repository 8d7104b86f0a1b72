"""What stands where on a page: lines, labels, values and tables, rebuilt from characters.

Pure: `Page` records in, `Words` out. One page is a `Sheet`; everything here works on one or several sheets:

- `Sheet.of(page)`: characters cleaned, levelled and grouped to lines;
- `labels.label_hits(sheet, labels)`: where label texts stand, letter-spaced, vertical or glued;
- `values.value_right_of`, `values.value_below`: what belongs to a label, wrapped lines and ruled cells included;
- `passages.passages(sheets)`: running text as paragraphs, searched with patterns whose groups know their place;
- `tables.read_tables(sheets, columns)`: rows by heading names, ruled or not, over several pages.
"""

from pipeline.layout.glyphs import Glyph, Place, Words, folded, folded_character
from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet

__all__ = ["Glyph", "Line", "Place", "Sheet", "Words", "folded", "folded_character"]
