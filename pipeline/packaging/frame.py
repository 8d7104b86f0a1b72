"""A page as a person sees it: rotation, crop box, origin and user unit turned into one upright frame."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.geometry import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Frame(NamedTuple):
    """The visible rectangle of a page in its own user space, its rotation (0, 90, 180, 270) and points per unit."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotate: int = 0
    unit: float = 1.0

    @property
    def width(self) -> float:
        """Width as seen, in points."""
        return self.unit * ((self.y1 - self.y0) if self.rotate in (90, 270) else (self.x1 - self.x0))

    @property
    def height(self) -> float:
        """Height as seen, in points."""
        return self.unit * ((self.x1 - self.x0) if self.rotate in (90, 270) else (self.y1 - self.y0))

    @property
    def to_seen(self) -> Matrix:
        """User space → points as seen, origin bottom left."""
        u = self.unit
        turned: dict[int, Matrix] = {
            0: (u, 0, 0, u, -u * self.x0, -u * self.y0),
            90: (0, -u, u, 0, -u * self.y0, u * self.x1),
            180: (-u, 0, 0, -u, u * self.x1, u * self.y1),
            270: (0, u, -u, 0, u * self.y1, -u * self.x0),
        }
        return turned[self.rotate]

    @property
    def to_user(self) -> Matrix:
        """Points as seen, origin bottom left → user space."""
        return inverse(self.to_seen)

    def box_of(self, rectangle: tuple[float, float, float, float]) -> Box:
        """A rectangle of user space as a box of the page as seen, origin top left."""
        a = apply(self.to_seen, rectangle[0], rectangle[1])
        b = apply(self.to_seen, rectangle[2], rectangle[3])
        return Box(min(a[0], b[0]), self.height - max(a[1], b[1]), max(a[0], b[0]), self.height - min(a[1], b[1]))

    def rectangle_of(self, box: Box) -> tuple[float, float, float, float]:
        """A box of the page as seen as a rectangle of user space, lower left and upper right corner."""
        a = apply(self.to_user, box.x0, self.height - box.bottom)
        b = apply(self.to_user, box.x1, self.height - box.top)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The image of a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes `matrix`, which must not be flat."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det


def operands(values: tuple[float, ...]) -> str:
    """Numbers as a content stream writes them: at most five decimals, never an exponent or a minus zero."""
    return " ".join(_operand(value) for value in values)


def _operand(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
