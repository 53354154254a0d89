"""When Python looks for garbage. That it does between the worker's jobs is in `test_worker.py`."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kiosk import garbage


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_a_thousand_new_objects_are_no_reason_to_look() -> None:
    garbage.look_seldom()
    looked = []
    gc.callbacks.append(lambda _phase, _facts: looked.append(True))
    try:
        held = [[number] for number in range(1000)]
    finally:
        gc.callbacks.pop()
    assert len(held) == 1000
    assert not looked


def test_what_is_here_is_never_looked_at_again() -> None:
    kept = [object()]
    garbage.keep_what_is_here()
    new = [object()]
    garbage.clear_away()
    looked_at = {id(thing) for thing in gc.get_objects()}
    assert id(kept) not in looked_at
    assert id(new) in looked_at
