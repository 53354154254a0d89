"""How the width is shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.arrangement import NARROWEST_PAGE, Arrangement, arrange


@pytest.mark.parametrize(
    ("width", "scale", "expected"),
    [
        (1366, 1.0, Arrangement(232, 352)),
        (1366, 1.5, Arrangement(0, 352)),
        (1366, 2.0, Arrangement(0, 0)),
        (1920, 1.0, Arrangement(232, 600)),
        (1920, 2.0, Arrangement(0, 600)),
    ],
)
def test_the_promised_screens(width: int, scale: float, expected: Arrangement) -> None:
    assert arrange(width, scale) == expected


@given(st.integers(800, 4000), st.floats(1.0, 2.0))
def test_the_page_comes_first(width: int, scale: float) -> None:
    parts = arrange(width, scale)
    beside = parts.stepper + parts.preview
    assert beside == 0 or width - beside >= NARROWEST_PAGE * scale
    assert parts.preview or not parts.stepper, "the list of steps goes first"
