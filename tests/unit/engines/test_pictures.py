from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from pipeline.engines import codes, grids, picture, ring_text, seals, strokes
from pipeline.model.geometry import Box
from tests.specimens import seals as specimens
from tests.specimens import surfaces
from tests.unit.engines import drawing

RED, BLUE = (205, 30, 35), (35, 50, 190)
COMPANY = "北京虚构云桥智联科技有限公司"


def stamped(ink: tuple[int, int, int] = RED, radius: int = 95) -> Image.Image:
    page = drawing.sheet(*["第一条本合同甲乙双方自愿协商一致签订如下条款" for _ in range(8)], width=1100, height=900)
    drawing.seal(page, (520, 400), radius, COMPANY, ink)
    return page


@pytest.mark.parametrize(("ink", "name"), [(RED, "red"), (BLUE, "blue")])
def test_a_seal_over_print_is_found_where_it_is(ink: tuple[int, int, int], name: str) -> None:
    found = seals.find(drawing.array(stamped(ink)))
    assert [ring.ink for ring in found] == [name]
    assert found[0].box == pytest.approx(Box(425, 305, 615, 495), abs=8)


def test_an_oval_seal_is_found_too() -> None:
    page = drawing.sheet(width=1100, height=900)
    oval = specimens.oval_seal(COMPANY, "91110000XXXXXXXX0X").resize((240, 180))
    page.paste(oval, (300, 300), oval)
    assert [ring.shape for ring in seals.find(drawing.array(page))] == ["oval"]


def test_a_seal_inside_a_red_frame_is_found() -> None:
    page = stamped()
    ImageDraw.Draw(page).rectangle((20, 20, 1080, 880), outline=RED, width=8)
    assert len(seals.find(drawing.array(page))) == 1


def test_a_thin_rim_crossed_by_black_print_is_found() -> None:
    page = drawing.sheet("营业执照", "名称北京虚构云桥智联科技有限公司", "统一社会信用代码", "法定代表人")
    drawing.seal(page, (420, 190), 105, COMPANY, RED)
    assert len(seals.find(drawing.array(page))) == 1


def test_two_seals_side_by_side_are_two() -> None:
    page = stamped()
    drawing.seal(page, (735, 400), 95, COMPANY, RED)
    assert len(seals.find(drawing.array(page))) == 2


@pytest.mark.parametrize("shape", ["disc", "square", "line of red words", "arc"])
def test_other_red_things_are_no_seals(shape: str) -> None:
    page = drawing.sheet(width=1100, height=900)
    draw = ImageDraw.Draw(page)
    match shape:
        case "disc":
            draw.ellipse((300, 300, 480, 480), fill=RED)
        case "square":
            draw.rectangle((300, 300, 480, 480), outline=RED, width=6)
        case "arc":
            draw.arc((300, 300, 480, 480), 0, 180, fill=RED, width=6)
        case _:
            draw.text((100, 200), "北京虚构云桥智联科技有限公司", font=drawing.font(60), fill=RED)
    assert seals.find(drawing.array(page)) == ()


@pytest.mark.slow
def test_the_words_around_the_rim_are_read() -> None:
    page = drawing.array(stamped(radius=120))
    assert ring_text.read(page, seals.find(page)[0]).ring == COMPANY


def test_a_seal_fades_and_the_print_under_it_stays() -> None:
    page = stamped()
    clean = seals.without(drawing.array(page), seals.find(drawing.array(page)))
    unstamped = drawing.array(
        drawing.sheet(*["第一条本合同甲乙双方自愿协商一致签订如下条款"] * 8, width=1100, height=900)
    )
    within = (slice(305, 495), slice(425, 615))
    dark_before = unstamped[within].max(axis=2) < 90
    assert np.mean(clean[within].max(axis=2)[dark_before] < 120) > 0.95
    assert np.mean(clean[within].min(axis=2)[~dark_before] > 150) > 0.9


def qr(content: str, module: int) -> Image.Image:
    import zxingcpp

    barcode = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode)
    drawn = np.asarray(barcode.to_image(scale=module, add_quiet_zones=True))
    return Image.fromarray(drawn).convert("RGB")


@pytest.mark.parametrize(("module", "blur"), [(5, 0.0), (3, 0.8), (6, 2.0)])
def test_a_qr_code_is_read_where_it_stands(module: int, blur: float) -> None:
    page = drawing.sheet("营业执照", width=900, height=600)
    code = qr("虚构数据 0001", module)
    page.paste(code, (600, 300))
    found = codes.find(drawing.array(page.filter(ImageFilter.GaussianBlur(blur))))
    assert [each.content for each in found] == ["虚构数据 0001"]
    assert Box(600, 300, 600 + code.width, 300 + code.height).contains(*found[0].bbox.middle)


def test_a_qr_code_under_a_seal_is_read() -> None:
    page = drawing.sheet(width=900, height=700)
    page.paste(qr("虚构数据 0002", 6), (500, 300))
    drawing.seal(page, (560, 380), 80, COMPANY, RED)
    assert [each.content for each in codes.find(drawing.array(page))] == ["虚构数据 0002"]


def test_a_qr_code_that_cannot_be_read_is_still_seen() -> None:
    page = drawing.sheet(width=900, height=600)
    code = qr("虚构数据 0003 " * 4, 6)
    ImageDraw.Draw(code).rectangle((70, 70, code.width - 75, code.height - 75), fill="white")
    page.paste(code, (400, 150))
    found = codes.find(drawing.array(page))
    assert [each.content for each in found] == [None]


def test_a_code_among_known_print_is_looked_for_where_no_print_stands() -> None:
    page = drawing.sheet(*["第一条本合同甲乙双方自愿协商一致签订如下条款"] * 6, width=1100, height=900)
    page.paste(qr("虚构数据 0004", 4), (700, 480))
    lines = [Box(55, 45 + row * 61.2, 1100, 95 + row * 61.2) for row in range(6)]
    found = codes.find_apart(drawing.array(page), lines, 24)
    assert [each.content for each in found] == ["虚构数据 0004"]
    assert found[0].bbox == pytest.approx(codes.find(drawing.array(page))[0].bbox, abs=3)


def test_print_over_a_code_hides_it_from_no_one() -> None:
    page = drawing.sheet(width=900, height=700)
    page.paste(qr("虚构数据 0005", 6), (500, 300))
    found = codes.find_apart(drawing.array(page), [Box(480, 360, 760, 376)], 24)
    assert [each.content for each in found] == ["虚构数据 0005"]


def test_print_without_a_code_has_none() -> None:
    assert codes.find(drawing.array(stamped())) == ()


def ruled(angle: float = 0.0, edges: tuple[int, ...] = (100, 300, 600, 900), row: int = 100) -> np.ndarray:
    page = Image.new("L", (1000, 700), 255)
    draw = ImageDraw.Draw(page)
    for x in edges:
        draw.line((x, 100, x, 100 + 3 * row), fill=0, width=2)
    for y in range(100, 101 + 3 * row, row):
        draw.line((100, y, 900, y), fill=0, width=2)
    return np.asarray(page.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC))


@pytest.mark.parametrize("angle", [0.0, 0.6, -0.6])
def test_the_cells_of_a_ruled_table_are_found_even_when_it_leans(angle: float) -> None:
    across, down = grids.lines(ruled(angle), 130)
    assert len(grids.cells(across, down, 130)) == 9


@pytest.mark.parametrize("angle", [3.0, -3.0])
def test_low_wide_cells_of_a_page_askew_are_found(angle: float) -> None:
    across, down = grids.lines(ruled(angle, (100, 300, 900), 46), 130)
    assert len(grids.cells(across, down, 130)) == 6


def test_hairlines_that_blur_has_paled_still_enclose_cells() -> None:
    pale = 255 - (255 - ruled(0.4).astype(np.float32)) * 0.4
    noise = np.random.default_rng(3).normal(0, 3, pale.shape)
    blurred = cv2.GaussianBlur(pale.astype(np.float32), (0, 0), 1.2) + noise
    across, down = grids.lines(blurred.clip(0, 255).astype(np.uint8), 130)
    assert len(grids.cells(across, down, 130)) == 9


def test_the_grain_of_a_sensor_makes_no_lines() -> None:
    noise = np.random.default_rng(4).normal(235, 5, (1500, 1060)).clip(0, 255).astype(np.uint8)
    assert [int(mask.max()) for mask in grids.lines(noise, 130)] == [0, 0]


def test_cells_stand_on_their_lines_in_points() -> None:
    across, down = grids.lines(ruled(), 130)
    first = grids.cells(across, down, 130)[0]
    scale = 72 / 130
    assert first == pytest.approx(Box(100 * scale, 100 * scale, 300 * scale, 200 * scale), abs=1.5)


def test_print_without_lines_has_no_cells() -> None:
    shades = picture.grey(drawing.array(drawing.sheet("第一条本合同", "甲乙双方")))
    assert grids.cells(*grids.lines(shades, 130), 130) == ()


def test_handwriting_is_found_where_no_character_accounts_for_it() -> None:
    page = drawing.sheet("甲方", width=900, height=600)
    draw = ImageDraw.Draw(page)
    curve = [(400 + 6 * t, 300 + 35 * np.sin(t / 3)) for t in range(30)]
    draw.line([(float(x), float(y)) for x, y in curve], fill=(30, 40, 120), width=4)
    shades = picture.grey(drawing.array(page))
    nothing = np.zeros_like(shades)
    found = strokes.find(shades, nothing, [Box(40, 40, 200, 110)], 130)
    assert len(found) == 1
    assert found[0] == pytest.approx(Box(400, 265, 575, 335), abs=12)


def test_print_is_no_handwriting() -> None:
    page = drawing.sheet("甲方", width=900, height=600)
    shades = picture.grey(drawing.array(page))
    assert strokes.find(shades, np.zeros_like(shades), [Box(40, 40, 200, 110)], 130) == ()


@pytest.mark.parametrize(
    ("made", "colour"), [("stamped", "colour"), ("grey", "grey"), ("bilevel", "bilevel"), ("warm light", "grey")]
)
def test_a_seal_makes_a_page_coloured_and_warm_light_does_not(made: str, colour: str) -> None:
    page = stamped() if made == "stamped" else drawing.sheet(*["第一条本合同甲乙双方"] * 6)
    if made == "grey":
        page = page.convert("L").filter(ImageFilter.GaussianBlur(2)).convert("RGB")
        page = Image.fromarray((np.asarray(page) * 0.8).astype(np.uint8))
    if made == "bilevel":
        page = page.convert("1").convert("RGB")
    if made == "warm light":
        page = Image.fromarray(
            (np.asarray(page.filter(ImageFilter.GaussianBlur(1))) * [0.95, 0.88, 0.72]).astype(np.uint8)
        )
    assert picture.colour(drawing.array(page)) == colour


def scan_of(words: Image.Image, quality: int, grey: bool) -> np.ndarray:
    scanned = surfaces.scanned(drawing.array(words), np.random.default_rng(quality))
    written = io.BytesIO()
    Image.fromarray(scanned).convert("L" if grey else "RGB").convert("RGB").save(written, "JPEG", quality=quality)
    return drawing.array(Image.open(written))


@pytest.mark.parametrize("quality", [40, 58, 90])
def test_black_print_scanned_in_colour_is_told_from_a_grey_scan(quality: int) -> None:
    words = drawing.sheet(*["第一条本合同甲乙双方自愿协商一致签订如下条款"] * 6, width=1100, height=900)
    assert picture.is_tinted(scan_of(words, quality, grey=False))
    assert not picture.is_tinted(scan_of(words, quality, grey=True))


def distance(first: str, second: str) -> int:
    return (int(first, 16) ^ int(second, 16)).bit_count()


def test_the_digest_finds_the_same_page_again_after_a_rescan_and_tells_others_apart() -> None:
    page, other = stamped(), drawing.sheet("营业执照", "名称", "类型", width=1100, height=900)
    written = io.BytesIO()
    page.resize((800, 655)).save(written, "JPEG", quality=60)
    again = Image.open(written)
    first, second, third = (picture.digest(picture.grey(drawing.array(each))) for each in (page, again, other))
    assert distance(first, second) <= 4
    assert distance(first, third) > 10


def test_a_blurred_page_is_less_sharp() -> None:
    page = stamped()
    sharp = picture.sharpness(picture.grey(drawing.array(page)), 150)
    soft = picture.sharpness(picture.grey(drawing.array(page.filter(ImageFilter.GaussianBlur(3)))), 150)
    assert soft < sharp / 5


def test_a_shadow_is_taken_off_the_paper() -> None:
    shades = picture.grey(drawing.array(drawing.sheet("第一条", "甲乙双方"))).astype(np.float64)
    shadow = np.linspace(1.0, 0.45, shades.shape[1])[np.newaxis, :]
    even = picture.even_light((shades * shadow).astype(np.uint8))
    assert np.percentile(even, 50) > 240
    assert cv2.minMaxLoc(even)[0] < 120
