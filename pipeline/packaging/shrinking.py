"""A material's file brought within the portal's limit: first without any loss, then picture by picture."""

from __future__ import annotations

import io
import math
from typing import NamedTuple

from pikepdf import ObjectStreamMode, Pdf, Stream

from pipeline.engines.recompress import is_black_and_white, is_shrinkable, shrink
from pipeline.model.bundle import MEGABYTE, PortalLimits
from pipeline.packaging.printsize import printed_dpi


class Step(NamedTuple):
    """How far pictures are reduced: JPEG quality (0…95) and dots an inch, as a multiple of the least allowed."""

    quality: int
    fineness: float


STEPS = (Step(88, 2.0), Step(82, 1.7), Step(78, 1.4), Step(72, 1.2), Step(66, 1.0))  # best first


class Shrunk(NamedTuple):
    """The bytes of a file, what was done to it (Chinese), whether it is within the limit, and whether pictures lost dots."""

    content: bytes
    done: tuple[str, ...]
    fits: bool
    lossy: bool = False


def most_bytes(limits: PortalLimits) -> int:
    """The limit in bytes."""
    return int(limits.max_file_mb * MEGABYTE)


def written(pdf: Pdf, *, tight: bool = False) -> bytes:
    """The file's bytes; `tight` packs streams again without loss."""
    target = io.BytesIO()
    pdf.save(
        target,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=tight,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return target.getvalue()


def within(whole: bytes, limits: PortalLimits) -> Shrunk:
    """The mildest reduction that fits, or the strongest that is allowed."""
    most = most_bytes(limits)
    if len(whole) <= most:
        return Shrunk(whole, (), True)
    best = Shrunk(_repacked(whole), ("无损压缩",), False)
    if len(best.content) <= most:
        return best._replace(fits=True)
    mild, strong = 0, len(STEPS) - 1
    while mild <= strong:
        middle = (mild + strong) // 2
        reduced = _reduced(whole, STEPS[middle], limits)
        if len(reduced.content) <= most:
            best, strong = reduced, middle - 1
        else:
            best = min(best, reduced, key=lambda each: len(each.content))
            mild = middle + 1
    return best._replace(fits=len(best.content) <= most)


def least_size(whole: bytes, limits: PortalLimits) -> int:
    """The size to which the strongest reduction that is allowed brings a file."""
    return min(len(whole), len(_reduced(whole, STEPS[-1], limits).content))


def least_reckoned(whole: bytes, limits: PortalLimits) -> int:
    """The same without the work: of each sort one picture, the largest, is reduced, the others are reckoned from it."""
    with Pdf.open(io.BytesIO(whole)) as pdf:
        found = [(picture, dpi) for picture, dpi in printed_dpi(pdf).values() if is_shrinkable(picture)]
        plain = [each for each in found if is_black_and_white(each[0])]
        toned = [each for each in found if not is_black_and_white(each[0])]
        return len(whole) - _reckoned_gain(plain, limits) - _reckoned_gain(toned, limits)


def _reckoned_gain(found: list[tuple[Stream, float]], limits: PortalLimits) -> int:
    """How many bytes pictures of one sort would lose."""
    if not found:
        return 0
    before = [len(picture.read_raw_bytes()) for picture, _ in found]
    dots = [_least_dots(picture, dpi, limits) for picture, dpi in found]
    largest = before.index(max(before))
    picture, dpi = found[largest]
    shrink(picture, _width(picture, dpi, STEPS[-1], limits), STEPS[-1].quality)
    each_dot = len(picture.read_raw_bytes()) / max(dots[largest], 1)
    return sum(size - min(size, round(count * each_dot)) for size, count in zip(before, dots, strict=True))


def _least_dots(picture: Stream, dpi: float, limits: PortalLimits) -> int:
    if is_black_and_white(picture):
        return int(picture.Width) * int(picture.Height)
    width = _width(picture, dpi, STEPS[-1], limits)
    return round(width * width * int(picture.Height) / int(picture.Width))


def _width(picture: Stream, dpi: float, step: Step, limits: PortalLimits) -> int:
    """How many dots across a picture keeps at a step."""
    finest = step.fineness * limits.min_dpi
    return int(picture.Width) if dpi <= finest else math.ceil(int(picture.Width) * finest / dpi)


def _repacked(whole: bytes) -> bytes:
    with Pdf.open(io.BytesIO(whole)) as pdf:
        return written(pdf, tight=True)


def _reduced(whole: bytes, step: Step, limits: PortalLimits) -> Shrunk:
    """Every large picture at one step, each from its original dots."""
    touched = 0
    with Pdf.open(io.BytesIO(whole)) as pdf:
        for picture, dpi in printed_dpi(pdf).values():
            if is_shrinkable(picture):
                touched += shrink(picture, _width(picture, dpi, step, limits), step.quality)
        content = written(pdf, tight=True)
    done = f"{touched} 幅图像重新压缩（JPEG {step.quality}，打印不低于 {limits.min_dpi} dpi）"
    return Shrunk(content, (done,) if touched else ("无损压缩",), False, lossy=touched > 0)
