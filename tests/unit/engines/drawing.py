"""Small pages and pictures for the tests of the engines."""

from __future__ import annotations

import io
import math
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.fonts import reportlab_font, true_type

A4 = (595.0, 842.0)
LETTERS = "营业执照名称类型法定代表人住所北京虚构云桥智联科技有限公司统一社会信用代码注册资本壹佰万元整经营范围互联网接入服务第条本合同甲乙双方自愿协商一致签订如下条款日期年月"


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(true_type("sans", LETTERS)), size)


def pdf(
    *lines: tuple[float, float, str], size: float = 12, page: tuple[float, float] = A4, twice: bool = False
) -> bytes:
    """A page with words at (x, baseline from the top)."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=page, invariant=1)
    canvas.setFont(reportlab_font("".join(text for _, _, text in lines) or LETTERS), size)
    for x, y, text in lines:
        canvas.drawString(x, page[1] - y, text)
        if twice:
            canvas.drawString(x + 0.4, page[1] - y, text)
    canvas.save()
    return written.getvalue()


def sheet(*lines: str, width: int = 1000, height: int = 700, size: int = 36) -> Image.Image:
    """Words on paper-coloured ground, one under another."""
    picture = Image.new("RGB", (width, height), (246, 244, 238))
    draw = ImageDraw.Draw(picture)
    for number, text in enumerate(lines):
        draw.text((60, 50 + number * size * 1.7), text, font=font(size), fill=(25, 25, 25))
    return picture


def seal(picture: Image.Image, middle: tuple[int, int], radius: int, text: str, ink: tuple[int, int, int]) -> None:
    """A round seal with its text around the rim, pressed over what is there."""
    stamp = Image.new("RGBA", picture.size, (*ink, 0))
    draw = ImageDraw.Draw(stamp)
    x, y = middle
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(*ink, 215), width=max(3, radius // 28))
    size = round(radius * 0.24)
    for index, character in enumerate(text):
        angle = -140 + 280 * index / max(len(text) - 1, 1)
        glyph = Image.new("RGBA", (2 * size, 2 * size), (*ink, 0))
        ImageDraw.Draw(glyph).text((size, size), character, font=font(size), fill=(*ink, 215), anchor="mm")
        turned = glyph.rotate(-angle, resample=Image.Resampling.BICUBIC)
        reach = radius * 0.76
        place = (
            round(x + reach * math.sin(math.radians(angle)) - size),
            round(y - reach * math.cos(math.radians(angle)) - size),
        )
        stamp.alpha_composite(turned, (max(place[0], 0), max(place[1], 0)))
    white = Image.new("RGBA", picture.size, "white")
    picture.paste(
        ImageChops.multiply(picture, Image.alpha_composite(white, stamp).convert("RGB"))
    )  # ink lets black through


def array(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGB")).copy()
