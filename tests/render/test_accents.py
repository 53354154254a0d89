"""The colours a page may have."""

from __future__ import annotations

import pytest

from kiosk.render.accents import ACCENTS


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", ACCENTS.values(), ids=ACCENTS)
def test_every_colour_is_dark_enough_for_poor_eyes_and_grey_printers(color: str) -> None:
    assert 1.05 / (luminance(color) + 0.05) >= 7
