from __future__ import annotations

import os
import time
from collections.abc import Iterator

import psutil
import pytest

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Crashed, Done, OutOfMemory, Refused, TimedOut
from tests.faults import hurtful

QUICK = ChildLimits(max_seconds=0.6, max_memory_mb=400)
PATIENT = ChildLimits(max_seconds=20, max_memory_mb=400)
PARSER = ChildLimits(max_seconds=20, max_memory_mb=400, address_space=True)


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with Workshop(2, PATIENT) as opened:
        yield opened


def test_answers_come_in_the_order_of_the_items(shop: Workshop) -> None:
    assert shop.map(hurtful.double, range(20)) == tuple(Done(2 * n) for n in range(20))


def test_a_child_that_hangs_costs_its_own_item_only(shop: Workshop) -> None:
    assert shop.map(hurtful.hang_or_double, range(4), QUICK) == (Done(0), TimedOut(0.6), Done(4), Done(6))


def test_a_child_that_hangs_in_native_code_is_ended_too(shop: Workshop) -> None:
    assert shop.run(hurtful.hang_in_native_code, None, QUICK) == TimedOut(0.6)


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_child_that_crashes_is_told_by_its_signal(shop: Workshop) -> None:
    assert shop.run(hurtful.crash, None) == Crashed("SIGSEGV")


def test_a_child_that_leaves_is_told_by_its_exit_code(shop: Workshop) -> None:
    assert shop.run(hurtful.leave, None) == Crashed("exit code 3")


def test_a_child_that_eats_memory_is_ended_by_what_it_holds(shop: Workshop) -> None:
    assert shop.run(hurtful.eat_memory, None) == OutOfMemory(400)


@pytest.mark.skipif(os.name == "nt", reason="no address space limit")
def test_one_huge_allocation_of_a_parser_fails_at_once(shop: Workshop) -> None:
    assert shop.run(hurtful.eat_memory_at_once, None, PARSER) == OutOfMemory(400)


def test_the_pool_works_on_after_every_kind_of_death(shop: Workshop) -> None:
    for harm in (hurtful.leave, hurtful.hang, hurtful.leave):
        shop.run(harm, None, QUICK)
    assert shop.map(hurtful.double, (1, 2)) == (Done(2), Done(4))


def test_an_engine_that_refuses_a_file_says_why(shop: Workshop) -> None:
    assert shop.run(hurtful.refuse, None) == Refused("encrypted")


def test_what_a_library_says_never_leaves_the_child(shop: Workshop) -> None:
    outcome = shop.run(hurtful.raise_with_a_secret, None)
    assert isinstance(outcome, Crashed)
    assert outcome.cause == "ValueError"
    assert "110101" not in repr(outcome)
    assert "raise_with_a_secret" in outcome.where


def test_a_child_cannot_reach_the_network(shop: Workshop) -> None:
    outcome = shop.run(hurtful.reach_the_network, None)
    assert isinstance(outcome, Done)
    assert outcome.value == "NetworkRefusedError"


def test_children_are_kept_from_item_to_item(shop: Workshop) -> None:
    pids = {outcome.value for outcome in shop.map(hurtful.process_id, range(12)) if isinstance(outcome, Done)}
    assert len(pids) <= 2


def test_the_limits_of_this_system_are_told(shop: Workshop) -> None:
    told = {limit.name: limit for limit in shop.limits_in_force()}
    assert set(told) == {"time", "memory", "address space", "network"}
    assert all(limit.in_force or limit.note for limit in told.values())


def test_progress_is_told_in_order(shop: Workshop) -> None:
    seen: list[int] = []
    shop.map(hurtful.double, range(5), told=lambda index, _: seen.append(index))
    assert seen == [0, 1, 2, 3, 4]


def test_no_child_is_left_when_the_workshop_closes() -> None:
    with Workshop(1, PATIENT) as shop:
        outcome = shop.run(hurtful.process_id, None)
        assert isinstance(outcome, Done)
        assert psutil.pid_exists(outcome.value)
    assert not psutil.pid_exists(outcome.value)


def test_an_interrupt_ends_running_children_at_once() -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Workshop(2, PATIENT) as shop:
        shop.map(hurtful.hang_or_double, (0, 1), told=interrupted)
    assert time.monotonic() - started < PATIENT.max_seconds / 2
