"""The outline of a seal in a picture, and how much of it is inked."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.seal_ink import Ink
from pipeline.model.geometry import Box

Shape = Literal["round", "oval", "square"]

RIM = (0.86, 1.08)  # of the radius: where the rim's ink is looked for
DIRECTIONS = 72  # of 5 degrees


@dataclass(frozen=True)
class Ring:
    """A seal in pixels of the picture: centre, half axes (half sides of a square one), tilt in degrees.

    `cut`: the picture's edge leaves out a part of it.
    """

    x: float
    y: float
    wide: float
    high: float
    tilt: float
    ink: Ink
    shape: Shape = "round"
    cut: bool = False

    @property
    def box(self) -> Box:
        """The rectangle around it in pixels."""
        angle = math.radians(self.tilt)
        cosine, sine = abs(math.cos(angle)), abs(math.sin(angle))
        if self.shape == "square":
            half_x, half_y = self.wide * cosine + self.high * sine, self.wide * sine + self.high * cosine
        else:
            half_x, half_y = (
                math.hypot(self.wide * cosine, self.high * sine),
                math.hypot(self.wide * sine, self.high * cosine),
            )
        return Box(self.x - half_x, self.y - half_y, self.x + half_x, self.y + half_y)

    def scaled(self, scale: float) -> Ring:
        """The same seal in a picture with `scale` times as many pixels on a side."""
        return replace(self, x=self.x * scale, y=self.y * scale, wide=self.wide * scale, high=self.high * scale)

    def ink_of(self, mask: Picture) -> tuple[NDArray[Any], NDArray[Any]]:
        """Ink of the mask in and near the seal, in half axes from its centre along the seal's own axes."""
        left, top, right, bottom = (round(edge) for edge in self.box.grown(2 + GROWN * self.wide))
        rows, columns = np.nonzero(mask[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)])
        angle = math.radians(self.tilt)
        dx, dy = columns + max(left, 0) - self.x, rows + max(top, 0) - self.y
        u = (dx * math.cos(angle) + dy * math.sin(angle)) / self.wide
        v = (-dx * math.sin(angle) + dy * math.cos(angle)) / self.high
        return u, v


GROWN = 0.2  # of the radius: how far around a seal its ink is looked at


def directions(u: NDArray[Any], v: NDArray[Any], within: tuple[float, float]) -> NDArray[np.int64]:
    """The directions, 0…71, in which ink stands between two radii."""
    radius = np.hypot(u, v)
    at = (radius >= within[0]) & (radius <= within[1])
    return np.unique((np.degrees(np.arctan2(v, u))[at] // (360 / DIRECTIONS)).astype(np.int64))


def covered(ring: Ring, mask: Picture) -> tuple[float, float]:
    """In how many directions the rim is inked, and how much of the ellipse is: shares 0…1."""
    u, v = ring.ink_of(mask)
    fill = float(np.sum(np.hypot(u, v) <= 1)) / (math.pi * ring.wide * ring.high)
    return len(directions(u, v, RIM)) / DIRECTIONS, fill
