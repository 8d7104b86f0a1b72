"""The equity tree and the organisation chart."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.drafts.figures.sheet import AMBER, BLUE, GREEN, PALE, Box, Faces, Sheet

WIDTH = 15.6  # centimetres: the text width of the templates
ROW, BOX_HEIGHT, GAP = 2.5, 1.35, 0.3  # centimetres
WIDEST_BOX = 4.2


class Node(NamedTuple):
    """A holder as drawn: its name, a second line (kind), the share it holds below, and its own holders."""

    name: str
    note: str
    share: str
    above: tuple[Node, ...] = ()

    @property
    def leaves(self) -> int:
        """How many columns the branch needs."""
        return sum(node.leaves for node in self.above) or 1

    @property
    def levels(self) -> int:
        """How many rows the branch needs."""
        return 1 + max((node.levels for node in self.above), default=0)


def equity_tree(faces: Faces, company: Node) -> bytes:
    """Holders above, the applicant at the foot, the share on every line."""
    height = company.levels * ROW - (ROW - BOX_HEIGHT) + 0.4
    sheet = Sheet(WIDTH, height, faces)
    _branch(sheet, company, 0.0, WIDTH, height - BOX_HEIGHT - 0.2)
    return sheet.png()


def _branch(sheet: Sheet, node: Node, left: float, width: float, y: float) -> tuple[float, float]:
    """Draw a node with everything above it; the middle of its upper edge."""
    box_width = min(WIDEST_BOX if node.note else WIDEST_BOX * 1.6, width - GAP)
    box = Box(left + (width - box_width) / 2, y, box_width, BOX_HEIGHT)
    across = left
    for holder in node.above:
        part = width * holder.leaves / node.leaves
        middle = y - (ROW - BOX_HEIGHT) / 2
        foot = _branch(sheet, holder, across, part, y - ROW)
        sheet.line([(foot[0], foot[1] + BOX_HEIGHT), (foot[0], middle), (box.top[0], middle), box.top])
        if holder.share:
            sheet.label((foot[0], middle - 0.28), f"{holder.share}%", size=8)
        across += part
    words = f"{node.name}\n{node.note}" if node.note else node.name
    sheet.box(box, words, fill=BLUE if not node.note else PALE, size=9.5, bold=not node.note)
    return box.top


class Post(NamedTuple):
    """A post of the organisation chart with the person meant for it, empty where nobody is named yet."""

    title: str
    person: str = ""


def organisation(faces: Faces, head: Post, lead: Post, posts: tuple[Post, ...]) -> bytes:
    """Three levels: head, lead, and the posts side by side."""
    sheet = Sheet(WIDTH, 5.7, faces)
    top, middle = Box(5.3, 0.1, 5.0, 1.2), Box(5.3, 2.0, 5.0, 1.2)
    sheet.line([top.bottom, middle.top])
    step = WIDTH / len(posts)
    for index, post in enumerate(posts):
        box = Box(step * index + 0.15, 4.2, step - 0.3, 1.4)
        sheet.line([middle.bottom, (middle.bottom[0], 3.7), (box.top[0], 3.7), box.top])
        sheet.box(box, _post_words(post), fill=(GREEN, AMBER)[index % 2], size=9)
    sheet.box(top, _post_words(head), fill=BLUE, size=9.5, bold=True)
    sheet.box(middle, _post_words(lead), fill=PALE, size=9.5)
    return sheet.png()


def _post_words(post: Post) -> str:
    return f"{post.title}\n{post.person}" if post.person else post.title
