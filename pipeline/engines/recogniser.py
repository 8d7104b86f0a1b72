"""Lines of print in a picture, found by rapidocr's detector and read by its recogniser.

The models come with the wheel; nothing is downloaded. Settings were measured: see the constants.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.engines.inked import Band, bands
from pipeline.engines.pixels import Picture
from pipeline.engines.quads import Quad

ENGINE = f"rapidocr {version('rapidocr')} PP-OCRv6"

LONGEST_SIDE = 1600  # px for the detector: A4 at 137 dpi; characters are recognised at full resolution
LEAST_SIDE = 32  # px: the detector works on multiples of it
SHORTEST_SIDE = 736  # px for the detector: smaller pictures are enlarged
SHORTEST_LINE = 64  # px at a height of 48: shorter lines are padded to it
DOUBTED = 0.45  # confidence beside ink that no character accounts for: rules ask for 0.5


@dataclass(frozen=True)
class Line:
    """One recognised crop: characters, their place along the line (0…1), confidence."""

    characters: tuple[str, ...]
    places: tuple[float, ...]
    confidences: tuple[float, ...]

    @property
    def score(self) -> float:
        """Mean confidence, 0 for nothing read."""
        return float(np.mean(self.confidences)) if self.confidences else 0.0

    def doubted(self, places: frozenset[int]) -> Line:
        """The line with less trust in the characters at these positions."""
        return replace(
            self,
            confidences=tuple(
                min(each, DOUBTED) if place in places else each for place, each in enumerate(self.confidences)
            ),
        )


@cache
def engine() -> Any:
    """The one engine of this process, loaded at first use; one thread, models from the wheel, nothing downloaded."""
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.text_score": 0.0,  # the default, 0.5, drops lines in silence
            "Global.max_side_len": 4000,  # the default, 2000, shrinks the page before anything is read
            "Global.use_cls": False,  # its line classifier fails on turned pages
            "Rec.rec_batch_num": 1,
            "Rec.rec_img_shape": [3, 48, SHORTEST_LINE],  # the default, 320, pads every short cell with nothing
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Cls.model_path": str(models / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def detect(bgr: Picture) -> list[Quad]:
    """Quadrilaterals around text, corners clockwise from the top left, in pixels, from top to bottom."""
    scale = _scale(bgr)
    return [quad for band in bands(bgr) for quad in _detected(bgr, band, scale)]


def _scale(picture: Picture) -> float:
    """By how much the detector is to see the picture smaller or larger."""
    high, wide = picture.shape[:2]
    longest, shortest = float(max(high, wide)), float(min(high, wide))
    return LONGEST_SIDE / longest if longest > LONGEST_SIDE else max(SHORTEST_SIDE / shortest, 1.0)


def _detected(bgr: Picture, band: Band, scale: float) -> list[Quad]:
    """What one band holds, in pixels of the whole picture."""
    detector = engine()._load_det_model()
    part = band.of(bgr)
    side, detector.limit_type = (max, "max") if scale < 1 else (min, "min")
    detector.limit_side_len = max(round(side(part.shape[:2]) * scale), LEAST_SIDE)
    found = detector(np.ascontiguousarray(part))
    if found.boxes is None:
        return []
    corner = np.array([band.left, band.top], dtype=np.float32)
    return [np.asarray(box, dtype=np.float32) + corner for box in found.boxes]


def recognise(bgr: Picture, quads: list[Quad]) -> list[Line]:
    """The characters in each quadrilateral, in the same order."""
    from rapidocr.utils.process_img import get_rotate_crop_image

    crops = [get_rotate_crop_image(bgr, quad.copy()) for quad in quads]
    return recognise_crops(crops)


def recognise_crops(crops: list[Picture]) -> list[Line]:
    """The characters of each picture of one line; empty pictures read as nothing."""
    from rapidocr.ch_ppocr_rec import TextRecInput

    usable = [index for index, crop in enumerate(crops) if min(crop.shape[:2]) > 1]
    lines = [Line((), (), ())] * len(crops)
    if usable:
        recogniser = engine()._load_rec_model()
        found = recogniser(TextRecInput(img=[crops[index] for index in usable], return_word_box=True))
        for index, text, words in zip(usable, found.txts, found.word_results, strict=True):
            lines[index] = _line(text, words)
    return lines


def _line(text: str, words: Any) -> Line:
    """From the recogniser's columns; it keeps a confidence for blanks too, but no column."""
    columns = [column for word in words.word_cols for column in word]
    solid = [
        (character, confidence)
        for character, confidence in zip(text, words.confs, strict=False)
        if not character.isspace()
    ]
    length = max(words.line_txt_len, 1e-6)
    return Line(
        tuple(character for character, _ in solid),
        tuple((column + 0.5) / length for column in columns[: len(solid)]),
        tuple(float(confidence) for _, confidence in solid),
    )
