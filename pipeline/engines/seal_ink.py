"""The ink of seals: where red or blue stands in a picture, how strong it is, and how it fades to paper."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import regions

Ink = Literal["red", "blue"]

# Hue is 0…179 in OpenCV; saturation and value 0…255. Seal ink runs from pale pink to brick red.
INKS: dict[Ink, tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...]] = {
    "red": (((0, 43, 40), (12, 255, 255)), ((165, 43, 40), (179, 255, 255))),
    "blue": (((98, 60, 40), (135, 255, 255)),),
}
PRINT = 110  # value of HSV, 0…255, below which a pixel is black print
LEAST_TINT = 3  # of 255 between red and blue: what the palest ink of INKS has at least


def masks_of(picture: Picture, least: float) -> tuple[dict[Ink, Picture], Picture]:
    """A mask of each ink and one of black print, where coloured ink spans `least` pixels: a digital page has little."""
    height, width = picture.shape[:2]
    masks = {ink: np.zeros((height, width), np.uint8) for ink in INKS}
    dark = np.zeros((height, width), np.uint8)
    difference = cv2.absdiff(cv2.extractChannel(picture, 0), cv2.extractChannel(picture, 2))
    for place in regions(np.asarray(difference >= LEAST_TINT, dtype=np.uint8), 1, least):
        hsv = np.asarray(cv2.cvtColor(picture[place], cv2.COLOR_RGB2HSV), dtype=np.uint8)
        dark[place] = hsv[:, :, 2] < PRINT
        for ink, mask in masks.items():
            mask[place] = _inked(hsv, ink)
    return masks, dark


def _inked(hsv: Picture, ink: Ink) -> Picture:
    masks = [cv2.inRange(hsv, low, high) for low, high in INKS[ink]]
    return np.asarray(np.bitwise_or.reduce(masks), dtype=np.uint8)


def faded(crop: Picture, ink: Ink) -> Picture:
    """The channel of the seal's own colour, where its ink is nearly as bright as paper, and lifted to be so.

    Ink printed over black lets the black through: lifting by the same factor leaves it dark.
    """
    own, redness = own_channel(crop, ink)
    strong = redness > 0.5 * max(float(np.percentile(redness, 97)), 1.0)
    if not strong.any() or strong.all():
        return own.astype(np.uint8)
    paper = float(np.percentile(own[~strong], 80))
    lift = max(paper / max(float(np.percentile(own[strong], 60)), 1.0), 1.0) - 1.0
    share = np.clip(redness / max(float(np.median(redness[strong])), 1.0), 0.0, 1.0)
    return np.clip(own * (1.0 + lift * share), 0, paper).astype(np.uint8)


def own_channel(crop: Picture, ink: Ink) -> tuple[Picture, Picture]:
    """The channel in which the ink is bright, and by how much it exceeds the others, 0…255."""
    red, green, blue = (crop[:, :, channel].astype(np.int16) for channel in range(3))
    own, others = (red, np.maximum(green, blue)) if ink == "red" else (blue, np.maximum(red, green))
    return own, np.clip(own - others, 0, 255)
