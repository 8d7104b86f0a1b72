"""Where one paper ends and another begins: divider sheets, titles of their own, and the same page once more."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet

UPPER = 0.35  # of the page height: the title of a paper stands above this
TALLER = 1.25  # times the usual size of the page: the type of a paper's own title
LONGEST = 30  # characters of a title
DIVIDER_LENGTH = 40  # characters: a sheet with more says more than what follows it
ALIKE = 0.97  # of the characters of two copies of a page; OCR misreads a few
SAME_FIGURES = 0.9  # of the figures of two copies of a page; two months of one form share fewer

PARTED = re.compile(
    r"^(?:第[0-9一二三四五六七八九十]{1,3}(?:部分|项|卷|册)|材料[0-9一二三四五六七八九十]{1,3}|(?:0[1-9]|1[0-2]|1B|10A)[-_.、:]?[一-龥])"
)
COMPANY = re.compile(r"公司(?!章程|营业执照|印章)|合伙企业|[甲乙丙]方")
NEVER_OURS = (
    r"委托书|发票|发票\([^)]{2,8}\)|回单|收据|纪要|会议记录|目录|拓扑图|申请材料|申报材料|接收清单|材料清单|介绍信|快递单"
    r"|银行流水|对账单|报价单"
)
STRANGERS = re.compile(rf"(?:{NEVER_OURS}|决议|决定|申请书|情况说明|的说明|劳动合同|封面)$")
FOREIGN_TO_ALL = re.compile(rf"(?:{NEVER_OURS})$|^关于.*(?:申请书?|请示)$")
CONTENTS = re.compile(r"第.{1,3}[章条]")
GOES_ON = re.compile(
    r"附[件表录页图记则]|续[页表]|宗地图|平面图|分户图|示意图|签[署字章]页|盖章页|条款|须知|第.{1,3}[章节条编]"
    r"|注意事项|说明$|登记事项|变更记录|年检|延续注册|继续教育|证书内页|以下无正文"
)
ANNEX = re.compile(r"^附[件表录](?:[0-9一二三四五六七八九十]{1,3}|$|[^,。;、]*[表单]$)")
LIST_OF_ORDERS = re.compile(
    r"^(?:业务|产品|专线|电路|线路|带宽|订购|资费|服务|开通)+(?:登记表|登记单|明细表?|清单|订单|受理单|订购单|开通单|验收单|资费表|一览表|确认单)$"
)
"""What a framework agreement has behind it, with a title of its own."""
FIRST_CLAUSE = re.compile(r"^第[一1]条")


def is_divider(sheet: Sheet) -> bool:
    """Whether a sheet only names the part that follows: 第三部分 公司章程."""
    lines = [line for line in sheet.lines if re.search(r"[一-龥]", line.fold) and line.em >= sheet.em * 0.8]
    text = "".join(line.fold for line in lines)
    return bool(lines) and len(text) <= DIVIDER_LENGTH and bool(PARTED.match(text)) and not COMPANY.search(text)


def stranger_on(sheet: Sheet) -> str:
    """The title of a paper that is none of ours, or seldom, such as 情况说明; empty where the page bears none."""
    title = next((line.fold for line in _upper(sheet) if STRANGERS.search(line.fold)), "")
    return "" if _lists_clauses(title, sheet) else title


def foreign_title(sheet: Sheet) -> str:
    """The page's largest title where it is one of a paper that is never ours, such as 授权委托书; else empty."""
    title = max(_upper(sheet), key=lambda line: line.em, default=None)
    if title is None or not FOREIGN_TO_ALL.search(title.fold) or _lists_clauses(title.fold, sheet):
        return ""
    return title.fold


def _lists_clauses(title: str, sheet: Sheet) -> bool:
    """Whether a table of contents is a contract's or the articles' own, not that of the whole application."""
    return title.endswith("目录") and len(CONTENTS.findall(sheet.fold)) > 1


def own_title(sheet: Sheet) -> str:
    """A title in larger type in the upper part of a page that does not say that it goes on with something."""
    for line in _upper(sheet):
        if line.em > TALLER * sheet.em and len(re.findall(r"[一-龥]", line.fold)) > 2:  # noqa: PLR2004 - 目录 is a stranger's
            return "" if GOES_ON.search(line.fold) else line.fold
    return ""


def is_annex(sheet: Sheet) -> bool:
    """Whether a page is headed as an annex of what it lies behind: 附件一　业务订单, 业务登记表."""
    return any(ANNEX.search(line.fold) or LIST_OF_ORDERS.search(line.fold) for line in _upper(sheet))


def counts_from_one(sheet: Sheet) -> bool:
    """Whether a line of the page begins with the first clause of a contract or of articles."""
    return any(FIRST_CLAUSE.match(line.fold) for line in sheet.lines)


def is_copy_of(first: Sheet, other: Sheet) -> bool:
    """Whether two pages say the same, a few misread characters aside: a second copy, or a page taken twice."""
    if not first.fold or abs(len(first.fold) - len(other.fold)) > (1 - ALIKE) * 2 * len(first.fold):
        return False
    one, two = (Counter(re.findall(r"[0-9]+", sheet.fold)) for sheet in (first, other))
    if (one & two).total() < SAME_FIGURES * max(one.total(), two.total()):
        return False
    return first.fold == other.fold or SequenceMatcher(None, first.fold, other.fold, autojunk=False).ratio() >= ALIKE


def _upper(sheet: Sheet) -> list[Line]:
    """The short lines without stops in the upper part of a page, larger than its text or first on it."""
    return [
        line
        for number, line in enumerate(sheet.lines)
        if line.at.top < UPPER * sheet.page.height
        and len(line.fold) <= LONGEST
        and not re.search(r"[,。;:、]", line.fold)
        and (line.em > TALLER * sheet.em or number < 2)  # noqa: PLR2004 - a page's first lines
    ]
