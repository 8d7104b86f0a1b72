"""Every drawing with the surface that it is read from."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image

from tests.specimens import surfaces
from tests.specimens.sheet import Paper
from tests.unseen import cards, charters, forms, insurance, licences, second

SCAN_DPI, LARGE_DPI, SMALL_DPI = 200, 330, 125
"""A scanner's; a photograph of about 12 megapixels; one of about 1080 pixels across."""

JPEG_QUALITY = 50


class Exhibit(NamedTuple):
    """One paper, its surface (digital, scan, large or small for photographs) and how it lies, in degrees."""

    draw: Callable[[], Paper]
    surface: str = "digital"
    turn: int = 0

    @property
    def name(self) -> str:
        """The drawing's own name, in its module."""
        return f"{self.draw.__module__.rsplit('.', 1)[-1]}.{self.draw.__name__}"


FIRST = (
    Exhibit(licences.landscape_electronic), Exhibit(licences.old_number, "scan", 90), Exhibit(licences.partnership),
    Exhibit(licences.foreign_invested, "scan"), Exhibit(licences.sole_trader, "small"), Exhibit(licences.branch),
    Exhibit(licences.stock_company, "large"), Exhibit(licences.colons_photo, "small"),
    Exhibit(cards.front_alone, "small"), Exhibit(cards.back_alone, "scan", 180), Exhibit(cards.side_by_side, "scan"),
    Exhibit(cards.two_people, "scan"), Exhibit(cards.two_people_down), Exhibit(cards.watermarked, "large"),
    Exhibit(cards.residence_permit, "scan", 270),
    Exhibit(insurance.jiangsu_wrapped), Exhibit(insurance.zhejiang_unpaid, "scan"), Exhibit(insurance.sichuan_two_units),
    Exhibit(insurance.guangdong_intervals), Exhibit(insurance.beijing_two_pages), Exhibit(insurance.hubei_months_across),
    Exhibit(insurance.shandong_per_kind, "scan"), Exhibit(insurance.unit_list_masked), Exhibit(insurance.unit_list_unruled, "scan"),
    Exhibit(insurance.unit_list_one_month), Exhibit(insurance.fujian_codes, "large"), Exhibit(insurance.chongqing_employers, "small"),
    Exhibit(insurance.tax_bureau), Exhibit(insurance.shenzhen_codes), Exhibit(insurance.shanghai_pension, "scan", 90),
    Exhibit(charters.ruled_over_pages), Exhibit(charters.bare_in_yuan, "scan"), Exhibit(charters.prose_one_sentence),
    Exhibit(charters.joint_venture_dollars), Exhibit(charters.subscribed_and_paid, "scan"), Exhibit(charters.block_a_holder, "large"),
    Exhibit(charters.amendment_clauses, "scan", 180), Exhibit(charters.amendment_table), Exhibit(charters.sole_owner, "small"),
    Exhibit(forms.form_with_side_labels, "scan"), Exhibit(forms.form_in_lines), Exhibit(forms.form_two_pages),
    Exhibit(forms.letter_addressed), Exhibit(forms.promise_of_compliance, "small"), Exhibit(forms.promise_in_cells, "scan"),
)  # fmt: skip

SECOND = (
    Exhibit(second.licence_in_rows, "scan"), Exhibit(second.licence_of_one_owner, "large"), Exhibit(second.card_upside_by_side),
    Exhibit(second.cards_in_a_row, "large"), Exhibit(second.hunan_intervals), Exhibit(second.list_by_kind, "scan", 90),
    Exhibit(second.statement_unruled), Exhibit(second.jiangsu_over_pages), Exhibit(second.charter_by_instalments, "scan"),
    Exhibit(second.charter_mixed_table), Exhibit(second.amendment_side_by_side, "small"), Exhibit(second.form_with_blocks),
    Exhibit(second.commitment_plain, "scan", 180), Exhibit(second.hunan_intervals, "small"), Exhibit(second.form_with_blocks, "scan"),
)  # fmt: skip


def files(exhibit: Exhibit, seed: int) -> list[tuple[str, bytes]]:
    """The files that a client would hand in: a PDF, or one picture a page."""
    made, random = exhibit.draw(), np.random.default_rng(seed)
    if exhibit.surface == "digital":
        return [("文件.pdf", surfaces.digital([made]))]
    if exhibit.surface == "scan":
        sheets = [
            _turned(surfaces.scanned(each, random), exhibit.turn) for each in surfaces.rasters([made], SCAN_DPI)
        ]
        noisy = [surfaces.noisy(sheet, random, 4.0) for sheet in sheets]
        return [
            ("扫描.pdf", surfaces.image_pdf([surfaces.jpeg(each, JPEG_QUALITY, False) for each in noisy], SCAN_DPI))
        ]
    dpi = LARGE_DPI if exhibit.surface == "large" else SMALL_DPI
    if made.kind == "id_card":
        dpi = round(dpi * 1.2)
    pictures = [_photo(each, random, exhibit.turn) for each in surfaces.rasters([made], dpi)]
    return [(f"{number}.jpg", picture) for number, picture in enumerate(pictures, 1)]


def _turned(sheet: surfaces.Raster, degrees: int) -> surfaces.Raster:
    return np.ascontiguousarray(np.rot90(sheet, degrees // 90))


def _photo(sheet: surfaces.Raster, random: np.random.Generator, turn: int) -> bytes:
    laid = surfaces.shadowed(surfaces.laid_on_desk(sheet, random), random)
    picture = surfaces.noisy(_shadow(laid, random), random, 3.0)
    buffer = io.BytesIO()
    Image.fromarray(_turned(picture, turn)).save(buffer, "JPEG", quality=70)
    return buffer.getvalue()


def _shadow(picture: surfaces.Raster, random: np.random.Generator) -> surfaces.Raster:
    """A soft shadow of a hand over one corner."""
    height, width = picture.shape[:2]
    mask = np.zeros((height, width), np.float32)
    reach = float(random.uniform(0.35, 0.6))
    corner = np.array([[0, height], [round(width * reach), height], [0, round(height * (1 - reach))]], np.int32)
    cv2.fillPoly(mask, [corner], 1.0)
    soft = cv2.GaussianBlur(mask, (0, 0), width * 0.03)
    return surfaces.rounded(picture.astype(np.float32) * (1 - 0.35 * soft[..., None]))
