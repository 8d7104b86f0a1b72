import os
import stat

import pytest

from pipeline.model.geometry import Box
from pipeline.model.page import Page
from pipeline.store import Store, digest, fingerprint, write_private

PAGE = Page(
    file="papers/a.pdf", sha256="0" * 64, number=1, width=595, height=842, text="公", boxes=(Box(1, 2, 3, 4),)
)


def test_an_answer_is_made_once(tmp_path):
    made = []
    store = Store(tmp_path)
    for _ in range(2):
        found = store.remember("pages", ["a"], tuple[Page, ...], lambda: made.append(1) or (PAGE,))
        assert found == (PAGE,)
    assert len(made) == 1
    assert (store.hits, store.work) == ({"pages": 1}, {"pages": 1})


def test_other_inputs_are_another_answer(tmp_path):
    store = Store(tmp_path)
    store.keep("pages", ["a"], Page, PAGE)
    assert store.find("pages", ["b"], Page) is None


def test_without_cache_everything_is_made_anew(tmp_path):
    Store(tmp_path).keep("pages", ["a"], Page, PAGE)
    assert Store(tmp_path, enabled=False).find("pages", ["a"], Page) is None


def test_a_kept_answer_of_another_shape_is_no_answer(tmp_path):
    store = Store(tmp_path)
    store.keep("pages", ["a"], Page, PAGE)
    assert store.find("pages", ["a"], tuple[Box, ...]) is None


def test_purging_leaves_nothing(tmp_path):
    store = Store(tmp_path / "acme")
    store.keep("pages", ["a"], Page, PAGE)
    assert len(store.purge()) == 1
    assert not (tmp_path / "acme").exists()


def test_a_digest_tells_records_and_their_order_apart():
    assert digest([PAGE, 1]) == digest([PAGE.model_copy(), 1]) != digest([1, PAGE])


def test_a_digest_refuses_what_has_no_canonical_form():
    with pytest.raises(TypeError):
        digest({1, 2})


def test_the_fingerprint_of_an_area_is_not_that_of_the_whole():
    assert fingerprint("engines") != fingerprint() == fingerprint()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_kept_files_are_readable_by_their_owner_only(tmp_path):
    write_private(tmp_path / "a" / "b.json", b"{}")
    assert stat.S_IMODE((tmp_path / "a" / "b.json").stat().st_mode) == 0o600
