"""The story of a file in lines for people: what was read, how surely, where; what was not found, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.cli.common import say
from pipeline.documents.stories import FieldStory, KindScore, MissingStory, PageStory, PaperStory
from pipeline.model.document import Document
from pipeline.profile.profile import Labels
from pipeline.reports.shown import Shown, Subject
from pipeline.reports.words import plain, share

READERS = {
    "text": ("文字层", "text layer"),
    "ocr": ("图像识别", "OCR"),
    "sheet": ("表格单元", "spreadsheet cell"),
    "seal": ("印章环文", "seal"),
    "person": ("人工更正", "corrected by a person"),
    "none": ("没有文字", "no text"),
}
MOST_ROWS = 12
"""Rows of a table that are printed without --verbose."""
FEW_ROWS = 2
"""Rows that are printed whole, whatever they share."""
LONGEST_LINE = 60  # characters of a line that is quoted
MANY = re.compile(r"(?P<first>(?:“[^”]*”){3})(?:“[^”]*”){2,}")


def lines(shown: Shown, *, verbose: bool) -> Iterator[str]:
    """Every line, as wide as it comes."""
    told = shown.explanation
    yield told.file
    for page in told.pages:
        yield from _page_lines(page, shown.labels)
    for document, paper in zip(told.documents, told.papers, strict=True):
        yield ""
        yield from _paper_lines(document, paper, shown, verbose=verbose)


def pictures(shown: Shown) -> Iterator[str]:
    """Where the pictures lie: lines that are copied whole, whatever the width."""
    if shown.page is not None:
        yield ""
        yield f"{say('图片：', 'pictures: ')}{shown.page.parent.as_posix()}/"
        yield f"{say('带图的网页：', 'page with pictures: ')}{shown.page.as_posix()}"


def _page_lines(page: PageStory, labels: Labels) -> Iterator[str]:
    why = f"{_comma()}{page.why}" if page.why else ""
    reader = say(*READERS[page.reader])
    yield say(
        f"第 {page.number} 页：{reader}，{page.characters} 字{why}",
        f"Page {page.number}: {reader}, {page.characters} characters{why}",
    )
    if page.known:
        kind = page.kinds[0]
        yield say(f"  认作：{_kind(kind, labels)}", f"  taken for: {_kind(kind, labels)}") + say(
            f"（{_reasons(kind)}）", f" ({_reasons(kind)})"
        )
        return
    if page.characters:
        yield say(
            "  单看这一页认不出是哪种材料；最接近的：", "  Not recognised by itself; the kinds that come nearest:"
        )
    for kind in page.kinds if page.characters else ():
        yield f"    {_kind(kind, labels)} {kind.score:.0%}"
        there = _short(reason.text for reason in kind.reasons if reason.score > 0)
        absent = _short(reason.text for reason in kind.reasons if reason.score <= 0)
        yield from (f"      {sign} {reasons}" for sign, reasons in (("+", there), ("-", absent)) if reasons)


def _kind(kind: KindScore, labels: Labels) -> str:
    return say(kind.title, labels.en(kind.kind))


def _reasons(kind: KindScore) -> str:
    return _short(reason.text for reason in kind.reasons) or say("没有依据", "no reason")


def _short(reasons: Iterable[str]) -> str:
    """Reasons in one line; of many words for one thing the first ones."""
    return "；".join(
        dict.fromkeys(MANY.sub(lambda found: found["first"] + say("等", " …"), each) for each in reasons)
    )


def _paper_lines(document: Document, paper: PaperStory, shown: Shown, *, verbose: bool) -> Iterator[str]:
    labels = shown.labels
    kind = say(labels.zh(document.kind), labels.en(document.kind))
    title = document.title if say.language == "zh" and document.title != kind else ""
    places = "、".join(_pages(part.file, part.first, part.last) for part in document.parts)
    slots = "、".join((document.material or say("未归入材料", "no material"), *document.also))
    yield say(f"【{kind}】{title}　{places} → {slots}", f"{kind}, {places} → {slots}")
    if document.kind == "other" and not document.fields:
        yield say("  没有认出种类，只保留文字备查。", "  No kind; its text alone is kept.")
    if document.why:
        yield f"  {say('不采用：', 'not used: ') if document.status == 'superseded' else ''}{document.why}"
    yield from (f"  {gap}" for gap in document.gaps)
    for field in paper.fields:
        yield from _field_lines(field, document.kind, shown)
    yield from _tables(document, paper, shown, verbose=verbose)
    for missing in paper.missing:
        yield from _missing_lines(missing, document.kind, shown)


def _pages(file: str, first: int | None, last: int | None) -> str:
    if first is None:
        return file
    pages = str(first) if first == last else f"{first}–{last}"
    return say(f"{file} 第 {pages} 页", f"{file} p. {pages}")


def _field_lines(field: FieldStory, group: str, shown: Shown) -> Iterator[str]:
    mark = "✓" if field.used else "?"
    value = "、".join(plain(field.value).splitlines())
    yield f"  {mark} {_name(group, field.name, shown.labels)}{_colon()}{value}"
    yield f"      {_place(field)}{_comma()}{_certainty(field)}"
    proofs = list(_proofs(field))
    if proofs:
        yield "      " + say("；", "; ").join(proofs)
    if field.differ:
        others = "”“".join(field.differ)
        yield say(
            f"      另一处读作“{others}”，请核对原件", f'      read elsewhere as "{others}"; look at the original'
        )
    yield from _warning(field)
    yield from _picture(field, shown)


def _warning(field: FieldStory) -> Iterator[str]:
    if not field.used:
        yield say(
            f"      ! 低于 {field.floor:g}，规则视为不明，请人工确认",
            f"      ! below {field.floor:g}: unknown to the rules, a person must confirm it",
        )


def _certainty(field: FieldStory) -> str:
    said = say(f"置信度 {share(field.confidence)}", f"confidence {share(field.confidence)}")
    weakest = field.weakest
    if weakest is None or weakest.confidence >= 1:
        return said
    return said + say(
        f"，最不清楚的字“{weakest.text}” {share(weakest.confidence)}",
        f', least certain character "{weakest.text}" {share(weakest.confidence)}',
    )


def _proofs(field: FieldStory) -> Iterator[str]:
    if field.check_digit is not None:
        yield say("校验位正确", "check digit right") if field.check_digit else say("校验位不对", "check digit wrong")
    if field.repaired_from is not None:
        yield say(
            f"校验位证明的更正，原读作 {field.repaired_from}", f"repaired by check digit from {field.repaired_from}"
        )
    if field.corrected_by is not None:
        yield say(f"由{field.corrected_by}更正", f"corrected by {field.corrected_by}")
    if field.agree > 1:
        yield say(f"{field.agree} 处读数一致", f"{field.agree} places agree")


def _place(field: FieldStory) -> str:
    source = say(*READERS[field.source])
    if field.ruled_cell and field.source in ("text", "ocr"):
        source += say("（表格框内）", " (ruled cell)")
    if field.page is None:
        return f"{field.where or field.file}{_comma()}{source}"
    where = f"{field.where}{_comma()}" if field.where else ""
    box = _box(field.bbox) if field.bbox is not None else ""
    return where + say(f"第 {field.page} 页{box}，{source}", f"page {field.page}{box}, {source}")


def _box(box: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = (f"{edge:.0f}" for edge in box)
    return say(f"（左 {left} 上 {top} 右 {right} 下 {bottom}）", f" ({left} {top} {right} {bottom})")


def _tables(document: Document, paper: PaperStory, shown: Shown, *, verbose: bool) -> Iterator[str]:
    for table in document.tables:
        yield f"  {_name('', table.name, shown.labels)}{_colon()}{len(table.rows)} {say('行', 'rows')}"
        cells = [cell for cell in paper.cells if cell.table == table.name]
        told = len(table.rows) if verbose else MOST_ROWS
        same = _same_everywhere(cells, len(table.rows))
        if same:
            shared = [cell for cell in cells if cell.row == 0 and cell.name in same]
            words = "｜".join(_cell(cell, table.name, shown.labels) for cell in shared)
            yield f"    {say('各行都是', 'in every row')}{_colon()}{words}"
        for number in range(min(told, len(table.rows))):
            row = [cell for cell in cells if cell.row == number and cell.name not in same]
            yield f"    {number + 1}. " + "｜".join(_cell(cell, table.name, shown.labels) for cell in row)
        if len(table.rows) > told:
            rest = len(table.rows) - told
            yield say(f"    另有 {rest} 行（加 --verbose 全部列出）", f"    {rest} more rows (--verbose lists all)")
        for cell in cells:
            if not cell.used:
                name = _name(table.name, cell.name, shown.labels)
                yield say(
                    f"  ? 第 {(cell.row or 0) + 1} 行{name}：{cell.value}",
                    f"  ? row {(cell.row or 0) + 1} {name}: {cell.value}",
                )
                yield f"      {_place(cell)}{_comma()}{_certainty(cell)}"
                yield from _warning(cell)
                yield from _picture(cell, shown)


def _same_everywhere(cells: list[FieldStory], rows: int) -> frozenset[str]:
    """The columns that say the same in each of several rows, read clearly in all."""
    if rows <= FEW_ROWS:
        return frozenset()
    by_name: dict[str, list[FieldStory]] = {}
    for cell in cells:
        by_name.setdefault(cell.name, []).append(cell)
    return frozenset(
        name
        for name, column in by_name.items()
        if len(column) == rows and len({cell.value for cell in column}) == 1 and all(cell.used for cell in column)
    )


def _cell(cell: FieldStory, table: str, labels: Labels) -> str:
    value = "、".join(plain(cell.value).splitlines())
    return f"{_name(table, cell.name, labels)} {value}" + ("" if cell.used else "?")


def _missing_lines(missing: MissingStory, group: str, shown: Shown) -> Iterator[str]:
    name = _name(group, missing.name, shown.labels)
    yield say(f"  ✗ {name}：没有读到", f"  ✗ {name}: not found")
    if missing.anchors:
        yield f"      {say('要找的：', 'looked for: ')}{'；'.join(missing.anchors)}"
    near = missing.nearest
    if near is None:
        yield "      " + say("全文没有相近的字", "no line is like it")
    else:
        quoted = near.text if len(near.text) <= LONGEST_LINE else near.text[:LONGEST_LINE] + "…"
        like = "" if not near.like else say(f"，相似度 {near.similarity:.0%}", f", similarity {near.similarity:.0%}")
        yield (
            say("      最接近的一行：", "      nearest line: ")
            + f"“{quoted}”"
            + say(f"（第 {near.page} 页{like}）", f" (page {near.page}{like})")
        )
        yield f"      {say('没有采用，因为：', 'not taken because: ')}{near.why}"
    yield from _picture(missing, shown)


def _picture(subject: Subject, shown: Shown) -> Iterator[str]:
    path = shown.picture_of(subject)
    if path is not None:
        yield f"      {say('图：', 'picture: ')}{path.name}"


def _name(group: str, name: str, labels: Labels) -> str:
    """What a field is called: by the kind's or table's own name for it where there is one."""
    known = labels.own_name(group, name)
    return say(labels.zh(known), labels.en(known))


def _colon() -> str:
    return say("：", ": ")


def _comma() -> str:
    return say("，", ", ")
