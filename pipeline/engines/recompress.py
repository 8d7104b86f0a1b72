"""One picture of a PDF made smaller: fewer dots, JPEG, or fax coding for black and white; colours and place stay."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PdfImage, Stream
from PIL import Image, UnidentifiedImageError

FEW_BYTES = 1_500  # a smaller stream is not worth a loss; scans cut in strips have many of little more
WORTH = 0.9  # of the old size: a picture that shrinks less stays as it is
WHOLE_BYTE, TWO_BYTES = 8, 16  # bits of a colour component
MOST_DOTS = 60_000_000  # of a picture that is decoded: 180 MB in colour
MOST_DOTS_JPEG = 170_000_000  # A4 in colour at 1,400 dpi: a JPEG can be read at half its size
COLOURLESS = 16  # levels between a dot's colours: less is what JPEG and scanners leave on grey
THUMBNAIL = 600  # dots across, of the copy in which colour is looked for: the smallest seal is still there
MODES = {1: "L", 3: "RGB", 4: "CMYK"}
COMPONENTS = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/Separation": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/DeviceCMYK": 4,
}
FAXED = frozenset({"/CCITTFaxDecode", "/JBIG2Decode"})
ONE_STRIP = 1 << 30  # bytes: a TIFF of one strip is the fax code that PDF wants
UNDECODABLE = (
    pikepdf.PdfError,
    pikepdf.UnsupportedImageTypeError,
    pikepdf.DependencyError,
    UnidentifiedImageError,
    Image.DecompressionBombError,
    NotImplementedError,
    ValueError,
    TypeError,
    KeyError,
    OSError,
)


class Decoded(NamedTuple):
    """A picture's dots, and the colour space that they are in: None for the one that it says itself."""

    picture: Image.Image
    space: Name | None = None


def is_shrinkable(stream: Stream) -> bool:
    """Whether a picture is of some size and says in a way that is understood how its dots are to be read."""
    if Name.Width not in stream or Name.Height not in stream:
        return False
    dots = int(stream.Width) * int(stream.Height)
    most = MOST_DOTS_JPEG if _filters(stream) == ["/DCTDecode"] else MOST_DOTS
    if not 0 < dots <= most or len(stream.read_raw_bytes()) <= FEW_BYTES:
        return False
    return is_black_and_white(stream) or not _is_matched_dot_by_dot(stream)


def _is_matched_dot_by_dot(stream: Stream) -> bool:
    """Whether other parts of the file count on its very dots: a colour that is left out, a mask it was mixed with."""
    mask = stream.get(Name.SMask)
    mixed = isinstance(mask, Stream) and Name.Matte in mask
    return isinstance(stream.get(Name.Mask), Array) or mixed or int(stream.get(Name.SMaskInData, 0)) != 0


def shrink(stream: Stream, width: int, quality: int) -> bool:
    """Store the picture with at most `width` dots across as JPEG (0…95 `quality`), black and white as fax, all dots kept.

    False where nothing was gained.
    """
    if is_black_and_white(stream):
        return _fax(stream)
    before = len(stream.read_raw_bytes())
    decoded = _decoded(stream, width)
    if decoded is None:
        return False
    picture, space = decoded
    if width < picture.width:
        height = max(1, round(int(stream.Height) * width / int(stream.Width)))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    more = {} if picture.mode == "CMYK" else {"subsampling": "4:4:4"}
    picture.save(written, "JPEG", quality=quality, optimize=True, **more)
    if written.tell() > before * WORTH:
        return False
    stream.write(written.getvalue(), filter=Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width, picture.height, WHOLE_BYTE
    if space is not None:
        stream.ColorSpace = space
    return True


def _filters(stream: Stream) -> list[str]:
    found: Object | None = stream.get(Name.Filter)
    return [str(each) for each in found] if isinstance(found, Array) else [] if found is None else [str(found)]


def is_black_and_white(stream: Stream) -> bool:
    """Whether a dot of the picture is one bit."""
    return bool(stream.get(Name.ImageMask)) or int(stream.get(Name.BitsPerComponent, WHOLE_BYTE)) == 1


def _fax(stream: Stream) -> bool:
    """Code black and white dots as fax group 4, which loses none; what is coded so already stays."""
    if FAXED & set(_filters(stream)) or _components(stream.get(Name.ColorSpace, Name.DeviceGray)) not in {1, None}:
        return False
    before, size = len(stream.read_raw_bytes()), (int(stream.Width), int(stream.Height))
    written = io.BytesIO()
    try:
        dots = Image.frombytes("1", size, stream.read_bytes())
        dots.save(written, "TIFF", compression="group4", strip_size=ONE_STRIP)
        code = _only_strip(written)
    except UNDECODABLE:
        return False
    if code is None or len(code) > before * WORTH:
        return False
    coding = Dictionary(K=-1, Columns=size[0], Rows=size[1], BlackIs1=True)
    stream.write(code, filter=Name.CCITTFaxDecode, decode_parms=coding)
    return True


def _only_strip(written: io.BytesIO) -> bytes | None:
    """The fax code inside a TIFF, None where it is in several pieces."""
    content = written.getvalue()
    with Image.open(written) as tiff:
        offsets, counts = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined]
    return content[offsets[0] : offsets[0] + counts[0]] if len(offsets) == 1 else None


def _decoded(stream: Stream, width: int) -> Decoded | None:
    """The picture with its own values, None where it cannot be decoded faithfully."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            found = _own_dots(stream, width) or _as_colours(stream)
    except UNDECODABLE:
        return None
    if found is None:
        return None
    space = found.space or stream.get(Name.ColorSpace)
    if found.picture.mode == "RGB" and space == Name.DeviceRGB and _is_colourless(found.picture):
        return Decoded(found.picture.convert("L"), Name.DeviceGray)
    return found


def _own_dots(stream: Stream, width: int) -> Decoded | None:
    """The values as they are stored, in the colour space that the picture keeps; None where they are no plain levels."""
    space = stream.get(Name.ColorSpace)
    components = _components(space) if space is not None else None
    filters = _filters(stream)
    if components not in MODES:
        return None
    mode = MODES[components]
    if filters == ["/DCTDecode"]:
        picture = Image.open(io.BytesIO(stream.read_raw_bytes()))
        picture.draft(mode, (width, 1))
        picture.load()
        return Decoded(picture) if picture.mode == mode else None
    bits = int(stream.get(Name.BitsPerComponent, WHOLE_BYTE))
    if "/JPXDecode" in filters or "/DCTDecode" in filters or bits not in {WHOLE_BYTE, TWO_BYTES}:
        return None
    levels = np.frombuffer(stream.read_bytes(), np.uint8)[:: bits // WHOLE_BYTE]
    size = (int(stream.Width), int(stream.Height))
    levels = levels[: size[0] * size[1] * components]
    if mode == "CMYK":
        levels = 255 - levels  # the library turns inks into their opposite when it writes them
    return Decoded(Image.frombytes(mode, size, levels.tobytes()))


def _as_colours(stream: Stream) -> Decoded | None:
    """The picture in grey or colour, where its values stand for colours in another way: palettes, few levels, JPEG 2000."""
    if Name.Decode in stream:
        return None
    if _filters(stream) == ["/JPXDecode"]:
        picture: Image.Image = Image.open(io.BytesIO(stream.read_raw_bytes()))
        picture.load()
    else:
        picture = PdfImage(stream).as_pil_image()
    if picture.mode == "L":
        return Decoded(picture, Name.DeviceGray)
    if picture.mode not in {"RGB", "P"}:
        return None
    return Decoded(picture.convert("RGB"), Name.DeviceRGB)


def _components(space: Object) -> int | None:
    """How many levels a dot has in a colour space, None for one that this module does not know."""
    if isinstance(space, Name):
        return COMPONENTS.get(str(space))
    if not isinstance(space, Array) or not len(space):
        return None
    if space[0] == Name.ICCBased and isinstance(space[1], Stream):
        return int(space[1].get(Name.N, 0)) or None
    return COMPONENTS.get(str(space[0]))


def _is_colourless(picture: Image.Image) -> bool:
    """Whether nothing in a picture has a colour, not even a pale seal."""
    small = picture.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL))
    levels = np.asarray(small, np.int16)
    return bool((levels.max(axis=2) - levels.min(axis=2)).max() < COLOURLESS)
