"""QR codes that say that they are invented; none holds an address of any office."""

from __future__ import annotations

from functools import cache

import numpy as np
import zxingcpp
from PIL import Image

from tests.specimens.sheet import NOTICE


@cache
def qr(number: int) -> Image.Image:
    """A QR code whose whole text is 虚构数据 and a number."""
    drawn = zxingcpp.create_barcode(f"{NOTICE} {number:04d}", zxingcpp.BarcodeFormat.QRCode)
    picture = np.asarray(drawn.to_image(scale=4))
    return Image.fromarray(picture).convert("RGB")
