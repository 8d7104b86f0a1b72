from __future__ import annotations

import errno
import os

import pytest

from pipeline.engines.children import Workshop
from pipeline.engines.outcomes import Crashed


def fail(number: int) -> None:
    raise OSError(number, os.strerror(number))


def test_a_full_disk_stops_the_run_and_is_not_taken_for_a_damaged_paper() -> None:
    with pytest.raises(OSError, match="space") as caught, Workshop(1) as shop:
        shop.run(fail, errno.ENOSPC)
    assert caught.value.errno == errno.ENOSPC


def test_a_paper_that_may_not_be_read_costs_that_paper_only() -> None:
    with Workshop(1) as shop:
        outcome = shop.run(fail, errno.EACCES)
    assert isinstance(outcome, Crashed)
    assert outcome.cause == "PermissionError"
