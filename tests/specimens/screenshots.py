"""Long telephone screenshots: a chat, an article, a ruled or striped table, as one picture; where a cut would hurt."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.specimens import fonts

Sort = Literal["chat", "article", "ruled", "striped", "card"]
SORTS: tuple[Sort, ...] = ("chat", "article", "ruled", "striped", "card")
WORDS = "虚构数据社保缴费证明北京云桥网络有限公司承诺本次申请互联网接入服务业务材料真实有效请于期限内核对并盖章后发回"


@dataclass
class Screenshot:
    """A picture in the making; `whole` are rows (first, end) that no cut may part: lines, bubbles' lines, table rows."""

    width: int = 1080
    dark: bool = False
    random: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))
    whole: list[tuple[int, int]] = field(default_factory=list)
    parts: list[Image.Image] = field(default_factory=list)
    at: int = 0

    @property
    def ground(self) -> str:
        return "#111111" if self.dark else "#ededed"

    @property
    def ink(self) -> str:
        return "#d0d0d0" if self.dark else "#191919"

    def font(self) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(fonts.font_path("hei"), round(self.width / 27))

    def block(self, height: int, ground: str | None = None) -> ImageDraw.ImageDraw:
        """A strip of the full width below what is there."""
        image = Image.new("RGB", (self.width, height), ground or self.ground)
        self.parts.append(image)
        self.at += height
        return ImageDraw.Draw(image)

    def words(self, count: int) -> str:
        start = int(self.random.integers(len(WORDS)))
        return (WORDS * (count // len(WORDS) + 2))[start : start + count]

    def jpeg(self, quality: int = 75) -> bytes:
        buffer = io.BytesIO()
        self.image().save(buffer, "JPEG", quality=quality)
        return buffer.getvalue()

    def image(self) -> Image.Image:
        """All strips in one picture."""
        whole = Image.new("RGB", (self.width, self.at))
        top = 0
        for part in self.parts:
            whole.paste(part, (0, top))
            top += part.height
        return whole


def screenshot(sort: Sort, height: int, seed: int, width: int = 1080, dark: bool = False) -> Screenshot:
    """A screenshot of at least so many pixels of height."""
    shot = Screenshot(width, dark, np.random.default_rng(seed))
    drawn = {"chat": _bubble, "article": _paragraph, "ruled": _ruled_row, "striped": _striped_row, "card": _card_line}
    while shot.at < height:
        drawn[sort](shot)
    return shot


def _lines(shot: Screenshot, draw: ImageDraw.ImageDraw, left: int, top: int, across: int, lines: int) -> None:
    """Lines of text in the last strip, each kept whole."""
    font, start = shot.font(), shot.at - shot.parts[-1].height
    size = round(font.size)
    for number in range(lines):
        y = top + number * round(size * 1.5)
        draw.text((left, y), shot.words(across // size), font=font, fill=shot.ink)
        box = draw.textbbox((left, y), WORDS, font=font)
        shot.whole.append((start + int(box[1]), start + int(box[3])))


def _bubble(shot: Screenshot) -> None:
    size = round(shot.font().size)
    lines = int(shot.random.integers(1, 9))
    high = round(size * 1.5) * lines + size
    draw = shot.block(high + size)
    mine = bool(shot.random.integers(2))
    left = size * 3 if mine else size * 4
    ground = ("#2f7d32" if shot.dark else "#95ec69") if mine else ("#2c2c2c" if shot.dark else "#ffffff")
    draw.rounded_rectangle((left, 0, shot.width - size * 3, high), size // 4, fill=ground)
    draw.rectangle((10, 0, 10 + size * 2, size * 2), fill="#4477aa")
    _lines(shot, draw, left + size // 2, size // 2, shot.width - left - size * 5, lines)
    start = shot.at - shot.parts[-1].height
    shot.whole.append((start, start + size * 2))


def _paragraph(shot: Screenshot) -> None:
    size = round(shot.font().size)
    lines = int(shot.random.integers(2, 14))
    draw = shot.block(round(size * 1.5) * lines + size)
    _lines(shot, draw, size, 0, shot.width - 3 * size, lines)


def _row(shot: Screenshot, ground: str | None, columns: int) -> tuple[ImageDraw.ImageDraw, int]:
    size = round(shot.font().size)
    lines = int(shot.random.integers(1, 4))
    high = round(size * 1.5) * lines + size
    draw = shot.block(high, ground)
    wide = (shot.width - 2 * size) // columns
    for column in range(columns):
        own = lines if column == columns - 1 else 1
        _lines(shot, draw, size + column * wide + 8, size // 2, wide - size, own)
    start = shot.at - high
    shot.whole.append((start + 3, start + high - 3))
    return draw, high


def _ruled_row(shot: Screenshot) -> None:
    size = round(shot.font().size)
    draw, high = _row(shot, None, 4)
    wide = (shot.width - 2 * size) // 4
    for column in range(5):
        draw.line((size + column * wide, 0, size + column * wide, high), fill="#888888", width=2)
    draw.line((size, high - 2, size + 4 * wide, high - 2), fill="#888888", width=2)


def _striped_row(shot: Screenshot) -> None:
    odd = len(shot.parts) % 2
    _row(shot, ("#222222" if shot.dark else "#ffffff") if odd else ("#555555" if shot.dark else "#cfe2f3"), 3)


def _card_line(shot: Screenshot) -> None:
    size = round(shot.font().size)
    lines = int(shot.random.integers(1, 5))
    high = round(size * 1.5) * lines + size
    draw = shot.block(high)
    draw.line((size, 0, size, high), fill="#999999", width=2)
    draw.line((shot.width - size, 0, shot.width - size, high), fill="#999999", width=2)
    _lines(shot, draw, size * 2, size // 2, shot.width - 5 * size, lines)
