"""The words round a seal's rim, unrolled to a line and recognised."""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np

from pipeline.engines.pixels import Picture
from pipeline.engines.rings import Ring
from pipeline.engines.seal_ink import own_channel

BAND = (0.60, 0.90)  # of the radius: where the ring text stands, inside the rim
UNROLLED = 2  # pixels of the strip for each pixel of circumference
FOOT = 42  # degrees to either side of an oval's foot, where its purpose stands
OUTER = 0.55  # of the band: where the ring text stands alone
GAP = 60  # degrees: the widest empty arc, where the ring text ends and begins
INKED, SPECKS = 160, 0.08  # grey value of ink in the strip; share of a column that grain may darken
LEAST_RADIUS = 40  # px: smaller ring text cannot be read
LINE = (0.34, 0.68)  # of the radius below the middle: where the purpose of a seal stands
LINE_HALF = 0.62  # of the radius: half the length of that line
WORDED = 0.45  # of the line's length that is inked: the points of a star are less
LEAST_TEXT = 4  # characters
LEAST_CONFIDENCE = 0.5


class Words(NamedTuple):
    """What a seal says: the words round its rim with their mean confidence 0…1, and those under its middle."""

    ring: str | None = None
    confidence: float = 0.0
    purpose: str | None = None


class Ink(NamedTuple):
    """How much ink of a seal's colour stands in each pixel around it, 0…255, black print none; the left and top edge."""

    strength: Picture
    left: int
    top: int


def read(picture: Picture, ring: Ring) -> Words:
    """The words of a round or oval seal, None where they cannot be read; a square one has no rim to read."""
    if min(ring.wide, ring.high) < LEAST_RADIUS or ring.shape == "square":
        return Words()
    ink = _ink(picture, ring)
    strip, bottom = _unrolled(ink, ring)
    around = _recognised(strip)
    below = _line_below(ink, ring, bottom)
    within = None if below is None else _recognised(below)
    text, confidence = around if around is not None else (None, 0.0)
    return Words(text, confidence, None if within is None else within[0])


def _recognised(crop: Picture) -> tuple[str, float] | None:
    from pipeline.engines import recogniser

    line = recogniser.recognise_crops([np.repeat(crop[:, :, np.newaxis], 3, axis=2)])[0]
    text = "".join(line.characters).strip("*·.-_★☆")
    return (text, round(line.score, 3)) if len(text) >= LEAST_TEXT and line.score >= LEAST_CONFIDENCE else None


def _unrolled(ink: Ink, ring: Ring) -> tuple[Picture, float]:
    """The ring text as a straight line, black on white, from behind the widest empty arc; that arc's middle, radians."""
    radius = (ring.wide + ring.high) / 2
    length, height = round(2 * math.pi * radius * 0.8 * UNROLLED), round((BAND[1] - BAND[0]) * radius * UNROLLED)
    angles = np.linspace(0, 2 * math.pi, length, endpoint=False)[np.newaxis, :]
    reach = np.linspace(BAND[1], BAND[0], height)[:, np.newaxis]
    tilt = math.radians(ring.tilt)
    u, v = ring.wide * reach * np.cos(angles - tilt), ring.high * reach * np.sin(angles - tilt)
    x = (ring.x - ink.left + u * math.cos(tilt) - v * math.sin(tilt)).astype(np.float32)
    y = (ring.y - ink.top + u * math.sin(tilt) + v * math.cos(tilt)).astype(np.float32)
    strip = np.asarray(255 - cv2.remap(ink.strength, x, y, cv2.INTER_LINEAR, borderValue=0), dtype=np.uint8)
    outer = strip[: round(OUTER * height)]  # words below the middle reach into the inner half
    if ring.shape == "oval":
        return _above(strip, _foot_of_oval(ring, _middle_of_gap(outer)))
    begins = _begins(outer)
    inked = np.flatnonzero((np.roll(outer, -begins, axis=1) < INKED).mean(axis=0) > SPECKS)
    if not len(inked):
        return strip, math.pi / 2
    # The empty arc at the end would be recognised for nothing.
    text = np.roll(strip, -begins, axis=1)[:, : inked[-1] + height]
    return np.ascontiguousarray(text), _middle_of_gap(outer)


def _middle_of_gap(strip: Picture) -> float:
    """The direction, in radians of the strip, of the middle of the arc without words: a seal's foot."""
    begins, length = _begins(strip), strip.shape[1]
    inked = np.flatnonzero((np.roll(strip, -begins, axis=1) < INKED).mean(axis=0) > SPECKS)
    if not len(inked):
        return math.pi / 2
    return float(2 * math.pi * (begins + (inked[0] + inked[-1] + length) / 2) / length)


def _foot_of_oval(ring: Ring, near: float) -> float:
    """The end of the short axis nearest to a direction, in radians: the purpose of an oval seal fills its foot."""
    short = math.radians(ring.tilt) + (0.0 if ring.wide < ring.high else math.pi / 2)
    return max((short, short + math.pi), key=lambda angle: math.cos(angle - near))


def _above(strip: Picture, foot: float) -> tuple[Picture, float]:
    """The strip from one side of the foot round to the other."""
    length = strip.shape[1]
    text = np.roll(strip, -round(length * (foot / (2 * math.pi))), axis=1)
    foot_columns = round(length * FOOT / 360)
    return np.ascontiguousarray(text[:, foot_columns : length - foot_columns]), foot


def _line_below(ink: Ink, ring: Ring, bottom: float) -> Picture | None:
    """The line under a seal's middle, black on white, `bottom` (radians) pointing down; None where it is nearly empty."""
    turn = bottom - math.pi / 2
    across, down = _reach(ring, turn), _reach(ring, bottom)
    u = across * np.linspace(-LINE_HALF, LINE_HALF, round(2 * LINE_HALF * across * UNROLLED))[np.newaxis, :]
    v = down * np.linspace(*LINE, round((LINE[1] - LINE[0]) * down * UNROLLED))[:, np.newaxis]
    x = (ring.x - ink.left + u * math.cos(turn) - v * math.sin(turn)).astype(np.float32)
    y = (ring.y - ink.top + u * math.sin(turn) + v * math.cos(turn)).astype(np.float32)
    crop = np.asarray(255 - cv2.remap(ink.strength, x, y, cv2.INTER_LINEAR, borderValue=0), dtype=np.uint8)
    return crop if float(np.mean((crop < INKED).any(axis=0))) >= WORDED else None


def _reach(ring: Ring, angle: float) -> float:
    """Pixels from the middle to the rim in a direction (radians)."""
    along = angle - math.radians(ring.tilt)
    return 1 / math.hypot(math.cos(along) / ring.wide, math.sin(along) / ring.high)


def _ink(picture: Picture, ring: Ring) -> Ink:
    box = ring.box
    left, top = max(round(box.x0), 0), max(round(box.top), 0)
    _, strength = own_channel(picture[top : round(box.bottom), left : round(box.x1)], ring.ink)
    strongest = max(float(np.percentile(strength, 97)), 1.0)
    return Ink(np.clip(strength * (255.0 / strongest), 0, 255).astype(np.uint8), left, top)


def _begins(strip: Picture) -> int:
    """The column behind the emptiest arc."""
    ink = (255 - strip.astype(np.int32)).sum(axis=0)
    span = max(1, len(ink) * GAP // 360)
    sums = np.convolve(np.concatenate([ink, ink[:span]]), np.ones(span), "valid")[: len(ink)]
    return int((np.argmin(sums) + span) % len(ink))
