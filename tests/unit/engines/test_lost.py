"""Pages that should show something and do not: told as lost, never taken for blank."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.engines.opening import OpeningTask, open_file
from pipeline.engines.reading import ReadingSettings, read_pages
from tests.strangers.odd_pdfs import SIXTY_FOUR, contents_are, picture
from tests.strangers.raw import CONTENT, objects, stream, written


def lost(folder: Path, pdf: bytes) -> tuple[int, ...]:
    path = folder / "a.pdf"
    path.write_bytes(pdf)
    return open_file(OpeningTask(path=path, sha256="0" * 64, sort="pdf", store=folder)).lost


def cut_behind(pages: int) -> bytes:
    """A download that broke off within the content of its last page."""
    whole = written(objects(pages))
    return whole[: whole.index(b"%d 0 obj" % (3 + 2 * pages)) + 20]


@pytest.mark.parametrize(
    ("pdf", "expected"),
    [
        (written(objects(2)), ()),
        (written(objects(1, content=b"")), ()),
        (written(objects(1, content=b"q Q")), ()),
        (contents_are(b"null")(), ()),
        (contents_are(b"5 0 R", stream(b"no Flate at all", b"/Filter /FlateDecode"))(), (1,)),
        (contents_are(b"5 0 R", stream(b"/Gone Do"))(), (1,)),
        (contents_are(b"5 0 R", stream(CONTENT + b" /Gone Do"))(), ()),
        (cut_behind(3), (3,)),
    ],
    ids=["whole", "empty", "draws nothing", "no content", "not packed so", "no picture", "other print", "cut off"],
)
def test_a_page_whose_content_is_gone_is_lost_and_a_blank_one_is_not(
    tmp_path: Path, pdf: bytes, expected: tuple[int, ...]
) -> None:
    assert lost(tmp_path, pdf) == expected


@pytest.mark.parametrize(
    ("entries", "reads"),
    [(SIXTY_FOUR + b"/ColorSpace /DeviceGray ", True), (SIXTY_FOUR + b"/ColorSpace /Foo ", False)],
    ids=["a black picture", "a picture that cannot be unpacked"],
)
def test_a_page_with_a_picture_that_does_not_show_counts_as_unread(
    tmp_path: Path, entries: bytes, reads: bool
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(picture(entries))
    (page,) = read_pages(path, "a.pdf", "0" * 64, settings=ReadingSettings(ocr=False))
    assert (page.width > 0, "图像损坏" in page.why) == (reads, not reads)


def test_files_of_blank_pages_are_not_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(written(objects(1, content=b"")))
    assert open_file(OpeningTask(path=path, sha256="0" * 64, sort="pdf", store=tmp_path)).look == ""
