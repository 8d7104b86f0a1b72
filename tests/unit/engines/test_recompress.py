"""Every sort of picture made smaller looks as before, keeps its least resolution, or is left alone."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from pipeline.engines.recompress import is_shrinkable, shrink
from pipeline.packaging.printsize import printed_dpi

WIDE, HIGH = 1240, 1754  # A4 at 150 dpi
Make = Callable[[Pdf], Stream]


def paper(colour: bool = True) -> Image.Image:
    """A page with grain, lines of strokes and, in colour, a red seal."""
    random = np.random.default_rng(7)
    dots = random.normal(243, 4, (HIGH, WIDE, 3)).clip(0, 255).astype(np.uint8)
    for row in range(120, HIGH - 120, 40):
        dots[row : row + 6, 120 : WIDE - 160] = 40
    if not colour:
        return Image.fromarray(dots).convert("L")
    rows, columns = np.ogrid[:HIGH, :WIDE]
    ring = np.abs(np.hypot(rows - 1300, columns - 900) - 150) < 12
    dots[ring] = (200, 40, 40)
    return Image.fromarray(dots)


def picture(pdf: Pdf, content: bytes, space: object, size: tuple[int, int] = (WIDE, HIGH), **more: object) -> Stream:
    bits = more.pop("bits", 8)
    stream = pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1], BitsPerComponent=bits
    )
    if space is not None:
        stream.ColorSpace = space
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def packed(pdf: Pdf, content: bytes, space: object, **more: object) -> Stream:
    stream = picture(pdf, b"", space, **more)
    stream.write(zlib.compress(content), filter=Name.FlateDecode)
    return stream


def jpeg(image: Image.Image, quality: int = 97) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality)
    return written.getvalue()


def as_jpeg(pdf: Pdf, image: Image.Image, space: object, **more: object) -> Stream:
    stream = picture(pdf, b"", space, **more)
    stream.write(jpeg(image), filter=Name.DCTDecode)
    return stream


def colour_jpeg(pdf: Pdf) -> Stream:
    return as_jpeg(pdf, paper(), Name.DeviceRGB)


def grey_jpeg(pdf: Pdf) -> Stream:
    return as_jpeg(pdf, paper(colour=False), Name.DeviceGray)


def colour_flate(pdf: Pdf) -> Stream:
    return packed(pdf, paper().tobytes(), Name.DeviceRGB)


def colour_of_16_bits(pdf: Pdf) -> Stream:
    levels = np.asarray(paper(), np.uint16) * 257
    return packed(pdf, levels.byteswap().tobytes(), Name.DeviceRGB, bits=16)


def grey_of_16_bits(pdf: Pdf) -> Stream:
    levels = np.asarray(paper(colour=False), np.uint16) * 257
    return packed(pdf, levels.byteswap().tobytes(), Name.DeviceGray, bits=16)


def inks_flate(pdf: Pdf) -> Stream:
    return packed(pdf, paper().convert("CMYK").tobytes(), Name.DeviceCMYK)


def inks_jpeg(pdf: Pdf) -> Stream:
    return as_jpeg(pdf, paper().convert("CMYK"), Name.DeviceCMYK, Decode=Array([1, 0] * 4))


def inverted_grey(pdf: Pdf) -> Stream:
    return packed(pdf, bytes(255 - np.asarray(paper(colour=False))), Name.DeviceGray, Decode=Array([1, 0]))


def with_profile(pdf: Pdf) -> Stream:
    profile = pdf.make_stream(b"", N=3, Alternate=Name.DeviceRGB)
    return as_jpeg(pdf, paper(), Array([Name.ICCBased, profile]))


def palette(pdf: Pdf) -> Stream:
    few = paper().quantize(64, dither=Image.Dither.NONE)
    table = bytes(few.getpalette()[: 64 * 3])
    space = Array([Name.Indexed, Name.DeviceRGB, 63, pikepdf.String(table)])
    return packed(pdf, few.tobytes(), space)


def separation(pdf: Pdf) -> Stream:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    space = Array([Name.Separation, Name.Black, Name.DeviceGray, function])
    return packed(pdf, bytes(255 - np.asarray(paper(colour=False))), space)


def under_soft_mask(pdf: Pdf) -> Stream:
    mask = packed(pdf, bytes(np.full((50, 50), 255, np.uint8)), Name.DeviceGray, size=(50, 50))
    return as_jpeg(pdf, paper(), Name.DeviceRGB, SMask=mask)


def under_stencil(pdf: Pdf) -> Stream:
    mask = packed(pdf, bytes(8 * 64), None, size=(64, 64), bits=1, ImageMask=True)
    return as_jpeg(pdf, paper(), Name.DeviceRGB, Mask=mask)


def black_and_white(pdf: Pdf) -> Stream:
    plain = paper(colour=False).point(lambda level: 255 * (level > 128)).convert("1")
    return picture(pdf, plain.tobytes(), Name.DeviceGray, bits=1)


def stencil(pdf: Pdf) -> Stream:
    plain = paper(colour=False).point(lambda level: 255 * (level > 128)).convert("1")
    return picture(pdf, plain.tobytes(), None, bits=1, ImageMask=True)


def inverted_black_and_white(pdf: Pdf) -> Stream:
    plain = paper(colour=False).point(lambda level: 255 * (level <= 128)).convert("1")
    return picture(pdf, plain.tobytes(), Name.DeviceGray, bits=1, Decode=Array([1, 0]))


def page_of(pdf: Pdf, drawn: Stream) -> None:
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(XObject=Dictionary(Im=drawn))
    page.obj.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")


def looks(pdf: Pdf) -> np.ndarray:
    written = io.BytesIO()
    pdf.save(written)
    document = pypdfium2.PdfDocument(written.getvalue())
    try:
        return document[0].render(scale=0.5).to_numpy().astype(int)
    finally:
        document.close()


SHRINKABLE = (
    colour_jpeg,
    grey_jpeg,
    colour_flate,
    colour_of_16_bits,
    grey_of_16_bits,
    inks_flate,
    inks_jpeg,
    inverted_grey,
    with_profile,
    palette,
    separation,
    under_soft_mask,
    under_stencil,
    black_and_white,
    stencil,
    inverted_black_and_white,
)


@pytest.mark.parametrize("make", SHRINKABLE, ids=[each.__name__ for each in SHRINKABLE])
def test_a_picture_made_smaller_looks_as_before(make: Make) -> None:
    with Pdf.new() as pdf:
        drawn = make(pdf)
        page_of(pdf, drawn)
        before, size = looks(pdf), len(drawn.read_raw_bytes())
        assert is_shrinkable(drawn)
        assert shrink(drawn, WIDE * 3 // 4, 78)
        assert len(drawn.read_raw_bytes()) < size
        after = looks(pdf)
    assert np.abs(before - after).mean() < 4
    assert np.abs(before - after).max(axis=2).mean() < 6


@pytest.mark.parametrize("make", [black_and_white, stencil, inverted_black_and_white])
def test_black_and_white_loses_no_dot(make: Make) -> None:
    with Pdf.new() as pdf:
        drawn = make(pdf)
        page_of(pdf, drawn)
        before = looks(pdf)
        assert shrink(drawn, WIDE // 4, 40)
        assert (int(drawn.Width), int(drawn.Height)) == (WIDE, HIGH)
        assert (looks(pdf) == before).all()


def with_a_colour_left_out(pdf: Pdf) -> Stream:
    return packed(pdf, paper().tobytes(), Name.DeviceRGB, Mask=Array([240, 255] * 3))


def mixed_with_its_mask(pdf: Pdf) -> Stream:
    mask = packed(pdf, bytes(WIDE * HIGH), Name.DeviceGray, Matte=Array([0, 0, 0]))
    return as_jpeg(pdf, paper(), Name.DeviceRGB, SMask=mask)


def tiny(pdf: Pdf) -> Stream:
    return packed(pdf, bytes(300), Name.DeviceRGB, size=(10, 10))


@pytest.mark.parametrize("make", [with_a_colour_left_out, mixed_with_its_mask, tiny])
def test_what_would_not_look_the_same_or_gains_nothing_is_left_alone(make: Make) -> None:
    with Pdf.new() as pdf:
        assert not is_shrinkable(make(pdf))


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg(paper())[:4000]])
def test_a_picture_that_does_not_decode_is_left_as_it_is(content: bytes) -> None:
    with Pdf.new() as pdf:
        drawn = picture(pdf, b"", Name.DeviceRGB)
        drawn.write(content.ljust(4000, b"\0"), filter=Name.DCTDecode)
        before = drawn.read_raw_bytes()
        assert not shrink(drawn, 100, 66)
        assert drawn.read_raw_bytes() == before


def test_a_scan_in_colour_of_something_grey_becomes_grey_and_one_with_a_seal_stays_in_colour() -> None:
    with Pdf.new() as pdf:
        grey = as_jpeg(pdf, paper(colour=False).convert("RGB"), Name.DeviceRGB)
        sealed = colour_jpeg(pdf)
        assert shrink(grey, WIDE // 2, 66)
        assert shrink(sealed, WIDE // 2, 66)
        assert (grey.ColorSpace, sealed.ColorSpace) == (Name.DeviceGray, Name.DeviceRGB)


def test_a_huge_jpeg_is_read_at_a_part_of_its_size(tmp_path: Path) -> None:
    with Pdf.new() as pdf:
        large = Image.new("RGB", (9_000, 9_000), (250, 250, 250))
        drawn = as_jpeg(pdf, large, Name.DeviceRGB, size=large.size)
        assert is_shrinkable(drawn)
        assert shrink(drawn, 1_200, 66)
        assert (int(drawn.Width), int(drawn.Height)) == (1_200, 1_200)


def dpi_of(content: bytes, resources: Callable[[Pdf, Stream], Dictionary]) -> float:
    with Pdf.new() as pdf:
        drawn = packed(pdf, bytes(600 * 300), Name.DeviceGray, size=(600, 300))
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources, page.obj.Contents = resources(pdf, drawn), pdf.make_stream(content)
        return next(dpi for _, dpi in printed_dpi(pdf).values())


def plainly(pdf: Pdf, drawn: Stream) -> Dictionary:
    return Dictionary(XObject=Dictionary(Im=drawn))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"144 0 0 72 0 0 cm /Im Do", 300),
        (b"144 0 0 144 0 0 cm /Im Do", 150),
        (b"0 144 -144 0 300 300 cm /Im Do", 150),
        (b"q 72 0 0 36 0 0 cm /Im Do Q q 288 0 0 144 0 0 cm /Im Do Q", 150),
        (b"0 0 0 0 0 0 cm /Im Do", 0),
    ],
    ids=["square", "stretched", "turned", "twice", "nowhere"],
)
def test_the_coarser_direction_of_the_largest_place_counts(content: bytes, expected: float) -> None:
    assert dpi_of(content, plainly) == pytest.approx(expected, rel=1e-3)
