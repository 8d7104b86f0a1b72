"""The parties of a contract, found by their role words in header, body and signature page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.clues import Verdict, found, not_found
from pipeline.documents.paper import Paper
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.labels import ENGLISH, Hit, label_hits
from pipeline.layout.passages import search
from pipeline.layout.sheet import Sheet
from pipeline.layout.values import Reach, value_right_of

REMARK = rf"(?:{ENGLISH})?(?:\([^()]{{1,14}}\))?"
SIGNING = re.compile(
    r"^(?:\((?:[^()]{0,4}(?:方|人|章|字|签名|单位|全称))\)|\(?(?:公章|盖章|签章|签字|签名|印章|章)[)/、或及]?)+:?|^\((?=[^()]*(?:\(|$))"
)
"""Remarks between a role word and the name: (出租人), (盖章); a bracket that OCR opened and nobody closes."""
OPENING = r"本(?:合同|协议|契约)由|由|与|和|以及|及"
"""What leads to a name in a sentence that defines the parties: 本协议由某某（下称“甲方”）与某某（下称“乙方”）签订."""
SAME_EDGE = 4.0  # points: ruled cells that share an edge
LINE_LEAP = 1.6  # em: a name under its role word stands no lower than this
NAME_LEAP = 2.6  # em: a label of the name under its role word stands no lower than this
NAME_INDENT = 3.0  # em: it begins this near to where the role word begins: side by side stand two parties
NAME_LABELS = (
    "名称",
    "单位名称",
    "公司名称",
    "企业名称",
    "客户名称",
    "姓名或名称",
    "名称或姓名",
    "全称",
    "单位全称",
    "单位",
    "公司",
    "姓名",
    "姓名/名称",
    "名称/姓名",
    "姓名(名称)",
    "名称(姓名)",
    "姓名或单位名称",
)
OWN_LABELS = ("", "名称", "全称", "姓名", "单位名称")
"""What a role word and what it asks for make one label of: 甲方名称."""
STOPS = (
    "(以下",
    "(下称",
    "(盖章",
    "(公章",
    "(签",
    "统一社会信用代码",
    "法定代表人",
    "地址:",
    "住所:",
    "联系",
    "。",
    ";",
    "身份证",
    "证件号",
    "证件类型",
    "证件名称",
    "居民身份证",
    "营业执照",
    "注册号",
    "签订",
    "签约",
    "签署",
    "签字",
    "盖章",
    "日期",
    "合同编号",
    "邮政编码",
    "邮编",
    "电话",
    "传真",
    "纳税人",
)
"""What follows a name and is none of it."""
NOT_A_NAME = re.compile(
    r"^(?:应|有权|的|在|与|和|将|须|不|已|同意|保证|承诺|负责|自|为|及|或|每|可|向|按|对|法定代表|授权|代表|地址|开户)"
)
ROLE_WORD = re.compile(
    r"(?:[原新受次转承出]?(?:转租|承租|出租|租用|租赁|使用|用户|客户|服务|提供|接入|委托|受托|运营|产权|业主|供|需)|[甲乙丙丁])"
    r"(?:提供|接受)?(?:方|人|单位|商)"
)
"""What a party is, not who."""
GROUPS = ("信息", "资料", "情况", "基本信息", "基本情况", "单位信息")
"""What a group heading beside the rows on one party says behind its role word: 甲方信息."""
BRANCH = re.compile(r"(?:(?!公司)[^,。:;]){0,20}(?:分公司|分行|支行|中心|事业部)")
"""What goes on with a company's name to that of its branch."""
SEVERAL = re.compile(r"[、,]|\(.*")
"""Between the names of several people: signatures stand side by side without it."""
FURTHER = re.compile(r"(?<=公司|企业|中心|学校|大学|集团|单位),(?=[一-龥]{2,10}[:为是])")
"""Where more is told of a party in its own sentence: 某某公司，住所地：……."""
SHORTEST_NAME = 2
LEGAL_END = re.compile(r"(?:公司|企业|集团|合伙\)?|中心|厂|院|所|局|社|行|会|部|处|大学|学校)$")
LONGEST_NAME = 60  # characters: more is a sentence, not a party


@dataclass(frozen=True)
class Party:
    """The name behind a role word: `甲方（出租方）：X`, `出租方 X`, `X（以下简称“甲方”）`, `甲方（盖章）：X`.

    Serves as a clue (the role is printed) and as a finder (every place, header first; all readings are kept).
    """

    roles: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The role words."""
        return "当事人“" + "”“".join(self.roles) + "”"

    @property
    def labels(self) -> tuple[str, ...]:
        """The role words end other values."""
        return tuple(f"{role}{named}" for named in OWN_LABELS for role in self.roles)

    def judge(self, sheet: Sheet) -> Verdict:
        """Whether a role word stands on the page as a label or in a definition."""
        for role in self.roles:
            fold = folded(role)
            if label_hits(sheet, [role]) or any(f"{mark}{fold}" in sheet.fold for mark in '"“称'):
                return found(self.anchor)
        return not_found(self.anchor)

    def find(self, paper: Paper) -> Iterator[Words]:
        """The names, in reading order: after the role word, and before its definition."""
        seen: set[tuple[int, str]] = set()
        names = [name for words in [*self._after(paper), *self._defined(paper)] if (name := _trimmed(words))]
        for name in names:
            cut_off = any(other.fold != name.fold and other.fold.startswith(name.fold) for other in names)
            run_on = any(other.fold != name.fold and _runs_on(name.fold, other.fold) for other in names)
            if (name.page, name.fold) not in seen and not run_on and not (cut_off and not is_complete(name.fold)):
                seen.add((name.page, name.fold))
                yield name

    def _after(self, paper: Paper) -> Iterator[Words]:
        for sheet, hit, hits in paper.hits_of(self.labels):
            remarked = hit.line is not None and hit.line.fold[hit.end : hit.end + 1] == "("
            if hit.sort != "touching" or remarked:
                words = one_name(*(value_right_of(sheet, hit, hits, Reach(lines, gap=2.0)) for lines in (1, 3)))
                named = value_of_name_label(sheet, hit, hits, words)
                if named is not None:
                    yield named
                elif words is not None and _trimmed(words) is not None:
                    yield completed(sheet, hit, words)
                elif (beneath := name_beneath(sheet, hit)) is not None:
                    yield beneath
        yield from self._grouped(paper)
        yield from self._in_columns(paper)
        either = "|".join(re.escape(folded(role)) for role in self.roles)
        columns = {glyph for line in paper.lines if len(line.segments) > 1 for glyph in line.glyphs}
        pattern = rf"(?:(?<![受次被给与向予为由对])(?:{either}){REMARK}|^[^:,;。()]{{2,6}}\((?:{either})\)):(?P<value>[^:;。]{{2,60}})"
        for match in search(paper.passages, pattern):
            words = match.words("value")
            if words is not None and not columns.intersection(words.glyphs):
                yield words

    def _grouped(self, paper: Paper) -> Iterator[Words]:
        """The name behind a label for it in the ruled rows beside a group heading (甲方信息)."""
        headings = {f"{folded(role)}{group}" for role in self.roles for group in GROUPS}
        for sheet in paper.sheets:
            for cell in sheet.cells:
                if cell.fold in headings:
                    for label in label_hits(sheet, NAME_LABELS):
                        box = label.words.box
                        if box.x0 > cell.box.x1 - 1 and cell.box.top < box.middle[1] < cell.box.bottom:
                            words = value_right_of(sheet, label, [label], Reach(2, gap=2.0))
                            if words is not None:
                                yield words

    def _in_columns(self, paper: Paper) -> Iterator[Words]:
        """The name in a party's own column, in the ruled row that asks for names: 单位名称 | 甲方的 | 乙方的."""
        roles = "|".join(re.escape(folded(role)) for role in self.roles)
        for sheet in paper.sheets:
            heads = [cell for cell in sheet.cells if re.fullmatch(rf"(?:{roles}){REMARK}", cell.fold)]
            rows = [cell for cell in sheet.cells if cell.fold.rstrip(":") in NAME_LABELS]
            for head, row in ((head, row) for head in heads for row in rows if row.box.x1 < head.box.x0 + 1):
                for cell in sheet.cells:
                    own = abs(cell.box.x0 - head.box.x0) < SAME_EDGE and abs(cell.box.x1 - head.box.x1) < SAME_EDGE
                    if (
                        own
                        and cell.glyphs
                        and abs(cell.box.top - row.box.top) < SAME_EDGE < cell.box.top - head.box.top
                    ):
                        yield Words.of(cell.ordered)

    def _defined(self, paper: Paper) -> Iterator[Words]:
        either = "|".join(re.escape(folded(role)) for role in self.roles)
        name = r"(?:(?!--)[^:,;。()—–]){2,40}(?:\((?!下|以下|简|称)[^()“\"方]{1,8}\)[^:,;。()—–]{2,40})?"
        pattern = rf"(?:^|[:,;。]|[-—–]{{2}}|\))(?:{OPENING})?(?P<value>{name})\((?:(?:以下|下文|下)?(?:简)?称[“\"]?|[“\"])(?:{either})"
        bare = rf"(?:^|[:,;。]|\))(?:{OPENING})?(?P<value>{name}(?<=公司|中心|集团|学院|大学))\((?:{either})\)"
        for match in (*search(paper.passages, pattern), *search(paper.passages, bare)):
            words = match.words("value")
            if words is not None:
                yield words


def is_complete(fold: str) -> bool:
    """Whether a name ends as names of bodies end, a branch's bracket included."""
    return LEGAL_END.search(fold) is not None


def one_name(line: Words | None, wrapped: Words | None) -> Words | None:
    """The name on its line where it is whole and what stands below does not go on with it (分公司)."""
    if line is None or wrapped is None or not is_complete(line.fold):
        return wrapped
    rest = wrapped.fold[len(line.fold) :]
    return wrapped if BRANCH.fullmatch(rest) else line


def _runs_on(name: str, other: str) -> bool:
    """Whether a name is another one run together: signatures side by side, or a whole name and the next sentence."""
    if SEVERAL.sub("", other) == name:
        return True
    return is_complete(other) and name.startswith(other) and not BRANCH.fullmatch(name[len(other) :])


def completed(sheet: Sheet, hit: Hit, words: Words) -> Words:
    """A name that was cut at the end of its line, with the rest that stands under its role word."""
    if is_complete(words.fold):
        return words
    below = next((line for line in sheet.lines if line.at.top > words.at.bottom - 0.3 * line.em), None)
    last = max(glyph.at.bottom for glyph in words.glyphs)
    if below is None or below.at.top - last > 1.2 * below.em:
        return words
    for piece in below.segments:
        if abs(piece.at.x0 - hit.words.at.x0) < 1.5 * below.em and re.fullmatch(r"[^:;。]{1,30}", piece.fold):
            whole = Words.of([*words.glyphs, *piece.glyphs])
            return whole if is_complete(whole.fold) else words
    return words


def value_of_name_label(sheet: Sheet, hit: Hit, hits: Sequence[Hit], beside: Words | None) -> Words | None:
    """The name behind a label of its own (名称, 单位名称) that stands beside a role word or on the line under it."""
    for label in label_hits(sheet, NAME_LABELS):
        near = beside is not None and label.words.glyphs[0] in beside.glyphs[:2]
        under = (
            beside is None
            and label.line is not None
            and label.sort == "colon"
            and abs(label.words.at.x0 - hit.words.at.x0) < NAME_INDENT * label.line.em
            and 0 < label.words.at.top - hit.words.at.top < NAME_LEAP * label.line.em
        )
        if near or under:
            return value_right_of(sheet, label, [*hits, label], Reach(2, gap=2.0))
    return None


def name_beneath(sheet: Sheet, hit: Hit) -> Words | None:
    """The whole name on the line under a role word with nothing beside it, as on signature pages; None for others."""
    below = next((line for line in sheet.lines if line.at.top > hit.words.at.bottom - 0.3 * line.em), None)
    if below is None or below.at.top - hit.words.at.bottom > LINE_LEAP * below.em:
        return None
    pieces = (piece for piece in below.segments if abs(piece.at.x0 - hit.words.at.x0) < 1.5 * below.em)
    return next((piece for piece in pieces if is_complete(piece.fold) and ":" not in piece.fold), None)


def _trimmed(words: Words) -> Words | None:
    """The name alone: remarks such as (盖章) before it and labels after it taken off; None for a sentence."""
    fold = words.fold
    start = 0
    if opening := SIGNING.match(fold):
        start = opening.end()
    while start < len(fold) and fold[start] in ':;,"“_ ':
        start += 1
    rest = fold[start:]
    end = len(rest)
    for stop in STOPS:
        at = rest.find(stop)
        if at >= 0:
            end = min(end, at)
    rest = FURTHER.split(rest[:end], maxsplit=1)[0].rstrip(",.、_-")
    if len(rest) < SHORTEST_NAME or len(rest) > LONGEST_NAME or NOT_A_NAME.match(rest) or ROLE_WORD.fullmatch(rest):
        return None
    return Words.of(words.glyphs[start : start + len(rest)])


def party(*roles: str) -> Party:
    """A contract party by its role words, as clue and as finder."""
    return Party(roles)
