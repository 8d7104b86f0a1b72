"""The pictures that engines hand to one another."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

Picture = NDArray[Any]
"""RGB (height, width, 3) or shades of grey (height, width), eight bits; OpenCV's own types tell nothing narrower."""
