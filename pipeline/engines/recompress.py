"""One picture of a PDF made smaller: fewer dots, JPEG; its colours and its place stay."""

from __future__ import annotations

import io
import warnings

import pikepdf
from pikepdf import Name, PdfImage, Stream
from PIL import Image, UnidentifiedImageError

FEW_BYTES = 24_000  # a smaller stream is not worth a loss
WORTH = 0.9  # of the old size: a picture that shrinks less stays as it is
BITS = 8  # of a colour component; other depths are rare and never large photographs
MOST_DOTS = 60_000_000  # of a picture that is decoded: 180 MB in colour
PHOTOGRAPHIC = frozenset({"L", "RGB", "CMYK", "P"})
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


def is_shrinkable(stream: Stream) -> bool:
    """Whether a picture is large, has tones, and says how its dots are to be read in the usual way."""
    if Name.Width not in stream or Name.Height not in stream or stream.get(Name.ImageMask):
        return False
    bits = stream.get(Name.BitsPerComponent, 8)
    dots = int(stream.Width) * int(stream.Height)
    usual = bits == BITS and Name.Decode not in stream and Name.Mask not in stream
    return usual and 0 < dots <= MOST_DOTS and len(stream.read_raw_bytes()) > FEW_BYTES


def shrink(stream: Stream, width: int, quality: int) -> bool:
    """Store the picture as JPEG of at most `width` dots across (0…95 `quality`); False where nothing was gained."""
    before = len(stream.read_raw_bytes())
    picture = _decoded(stream)
    if picture is None:
        return False
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, optimize=True, subsampling="4:4:4")
    if written.tell() > before * WORTH:
        return False
    stream.write(written.getvalue(), filter=Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width, picture.height, 8
    stream.ColorSpace = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
    return True


def _decoded(stream: Stream) -> Image.Image | None:
    """The picture in grey or colour, None where it cannot be decoded faithfully."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = PdfImage(stream).as_pil_image()
            if picture.mode not in PHOTOGRAPHIC:
                return None
            return picture if picture.mode == "L" else picture.convert("RGB")
    except UNDECODABLE:
        return None
