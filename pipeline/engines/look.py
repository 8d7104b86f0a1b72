"""Everything a page's picture shows besides its characters, measured in one go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import cv2
import numpy as np

from pipeline.engines import codes, dividers, edge_slices, edges, grids, picture, ring_text, seals, strokes
from pipeline.engines.pixels import Picture
from pipeline.engines.rings import Ring
from pipeline.model.geometry import POINTS_PER_INCH, Box
from pipeline.model.page import Code, Look, Seal

FINE_DPI = 130.0  # for ruled lines and strokes: a hairline is still a pixel wide
BAR_FONT = 18.0  # points: higher characters may be the bars of a font for bar codes
LEAST_CODE = 0.2  # inches: 21 modules of a QR code at 0.25 mm
MOST_MEASURED = 80  # characters whose ink is compared with their ground
SEAL_MARGIN = 0.06  # of a seal's width: its ink may stand out by so much
CERTAIN = 0.6  # confidence below which a character may be a signature that OCR took for print
CERTAIN_LARGE = 0.95  # the same for characters much larger than their page's text


class Seen(NamedTuple):
    """A page's look, its ruled cells and its horizontal lines besides, in points of the upright page."""

    look: Look
    cells: tuple[Box, ...]
    rules: tuple[Box, ...]


class SealsSeen(NamedTuple):
    """Seals in pixels of a raster of `dpi`, and the same as records in points."""

    rings: tuple[Ring, ...]
    seals: tuple[Seal, ...]
    dpi: float


class Scan(NamedTuple):
    """What is known of a page that is a picture: pixels per inch of the file's own image, and the turn.

    `told` is whether those are the paper's, and not assumed.
    """

    dpi: float | None
    turned: int
    told: bool = True


class Raster(NamedTuple):
    """A drawn page, upright, and its pixels per inch."""

    picture: Picture
    dpi: float


def measure(raster: Raster, characters: Iterable[Box], seals_seen: SealsSeen, scan: Scan | None) -> Seen:
    """The look of an upright raster; `characters` in points; `scan` None for a page with a text layer."""
    characters = tuple(characters)
    found = _codes(raster, characters, scan)
    small = _shrunk(raster)
    rings = tuple(ring.scaled(small.dpi / seals_seen.dpi) for ring in seals_seen.rings)
    shown = picture.grey(small.picture)
    ruled = _on_white(shown, scan)
    shades = _on_white(picture.grey(seals.without(small.picture, rings)), scan) if rings else ruled
    across, down = _lines(ruled, shades, rings, small.dpi)
    glyphs = [box.scaled(small.dpi / POINTS_PER_INCH) for box in characters] if scan is None else ()
    down = np.bitwise_or(down, dividers.find(small.picture, ruled, across, glyphs, small.dpi))
    slices = edge_slices.find(small.picture, small.dpi, rings)
    covered = [*characters, *(code.bbox.grown(2) for code in found), *(each.bbox.grown(2) for each in slices)]
    pixels = (box.scaled(small.dpi / POINTS_PER_INCH) for box in covered)
    written = strokes.find(shades, np.bitwise_or(across, down), pixels, small.dpi)
    look = Look(
        ink=round(float(np.mean(shades < picture.DARK)), 4),
        digest=picture.digest(shown),
        seals=seals_seen.seals,
        slices=slices,
        codes=found,
        strokes=tuple(_in_points(box, small.dpi) for box in written),
        **({} if scan is None else _of_picture(raster, small, characters, scan)),
    )
    cells = grids.cells(across, down, small.dpi)
    return Seen(look, cells, grids.loose(across, down, small.dpi, cells))


def _lines(ruled: Picture, faded: Picture, rings: tuple[Ring, ...], dpi: float) -> tuple[Picture, Picture]:
    """Ruled lines of a picture with its seals; a stroke that lies within a seal and fades with it is the seal's own.

    A hairline under a seal fades with the seal's ink too, but runs on outside it.
    """
    across, down = grids.lines(ruled, dpi)
    if not rings:
        return across, down
    left = grids.lines(faded, dpi)
    return _without_strokes(across, left[0], rings), _without_strokes(down, left[1], rings)


def _without_strokes(mask: Picture, left: Picture, rings: tuple[Ring, ...]) -> Picture:
    """A mask of lines without the pieces within a seal that nothing is left of where the seal was faded."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    kept = mask.copy()
    for label, (x, y, wide, high, _) in enumerate(stats[1:].tolist(), start=1):
        inside = any(_holds(ring.box.grown(SEAL_MARGIN * ring.wide), x, y, wide, high) for ring in rings)
        part = (slice(y, y + high), slice(x, x + wide))
        own = labels[part] == label
        if inside and not left[part][own].any():
            kept[part][own] = 0
    return kept


def _holds(box: Box, x: int, y: int, wide: int, high: int) -> bool:
    return box.x0 <= x and box.top <= y and x + wide <= box.x1 and y + high <= box.bottom


def _of_picture(raster: Raster, small: Raster, characters: tuple[Box, ...], scan: Scan) -> dict[str, Any]:
    """What is told of a page that is a picture, and of no other: its colour, its light, how sharp and how fine it is."""
    shades, shown = picture.grey(raster.picture), picture.grey(small.picture)
    printed = _print(shades, raster.dpi, characters)
    return {
        "picture": True,
        "colour": picture.colour(small.picture),
        "tinted": picture.is_tinted(small.picture),
        "dpi" if scan.told else "assumed_dpi": scan.dpi,
        "sharpness": picture.sharpness(shades, raster.dpi),
        "glare": picture.glare(shown),
        "brightness": picture.brightness(shown),
        "contrast": None if printed is None else printed.contrast,
        "softness": None if printed is None else printed.softness,
        "cut": edges.cut(shades),
        "faint": picture.faint(shown, small.dpi),
        "turned": scan.turned,
    }


def _codes(raster: Raster, characters: tuple[Box, ...], scan: Scan | None) -> tuple[Code, ...]:
    """The codes of a page; of a digital one, whose characters are known for sure, only where other ink stands."""
    if scan is not None:
        return tuple(_code_in_points(code, raster.dpi) for code in codes.find(raster.picture))
    scale = raster.dpi / POINTS_PER_INCH
    print_boxes = [box.scaled(scale) for box in characters if box.height < BAR_FONT]
    found = codes.find_apart(raster.picture, print_boxes, LEAST_CODE * raster.dpi)
    return tuple(_code_in_points(code, raster.dpi) for code in found)


def _print(shades: Picture, dpi: float, boxes: tuple[Box, ...]) -> picture.Print | None:
    """The print of some of the characters all over the page."""
    step = max(len(boxes) // MOST_MEASURED, 1)
    return picture.print_of(shades, [box.scaled(dpi / POINTS_PER_INCH) for box in boxes[::step]])


def _on_white(shades: Picture, scan: Scan | None) -> Picture:
    """Paper as white; that of a digital page is."""
    return shades if scan is None else picture.even_light(shades)


def _shrunk(raster: Raster) -> Raster:
    """The raster at the resolution at which lines and strokes are looked for."""
    if raster.dpi <= FINE_DPI:
        return raster
    scale = FINE_DPI / raster.dpi
    small = cv2.resize(raster.picture, (0, 0), fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return Raster(np.asarray(small, dtype=np.uint8), small.shape[1] / raster.picture.shape[1] * raster.dpi)


def seals_of(raster: Raster) -> SealsSeen:
    """The seals of a raster: in its pixels, and as records in points with their ring text."""
    return seals_at(raster, seals.find(raster.picture), raster.dpi)


def seals_at(raster: Raster, found: tuple[Ring, ...], dpi: float) -> SealsSeen:
    """Seals that were found at another resolution (`dpi`), read in this raster."""
    rings = tuple(ring.scaled(raster.dpi / dpi) for ring in found)
    return SealsSeen(rings, tuple(_seal(raster.picture, ring, raster.dpi) for ring in rings), raster.dpi)


def _seal(raster: Picture, ring: Ring, dpi: float) -> Seal:
    words = ring_text.read(raster, ring)
    return Seal(
        bbox=_in_points(ring.box, dpi),
        colour=ring.ink,
        shape=ring.shape,
        cut=ring.cut,
        ring_text=words.ring,
        confidence=words.confidence,
        purpose=words.purpose,
    )


def _code_in_points(code: Code, dpi: float) -> Code:
    return code.model_copy(update={"bbox": _in_points(code.bbox, dpi)})


def _in_points(box: Box, dpi: float) -> Box:
    return box.scaled(POINTS_PER_INCH / dpi).rounded()
