"""Every look reaches every bar with every person, those included that nobody has seen before."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.render import catalogue

from .bars import FIGURES, LOOKS_FOR_WEB_FORMS, Figure, files, known, missed, too_slow
from .conftest import Graded

LOOKS = {template.id: template for template in catalogue.templates()}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("look", "figure"),
    list(product(LOOKS, FIGURES)),
    ids=lambda each: each if isinstance(each, str) else each.name,
)
def test_every_look_reaches_every_bar(graded: Graded, look: str, figure: Figure) -> None:
    """But for those that are known to miss it; and who no longer does is to be taken out of that list."""
    if figure.holds_for(LOOKS[look]):
        faults = missed(figure, graded(look).grades)
        assert [fault for fault in faults if not files([fault]) & known(figure, look)] == []
        assert known(figure, look) <= files(faults)


@pytest.mark.parametrize("look", LOOKS)
def test_files_are_soon_made(graded: Graded, look: str) -> None:
    """Measured beside bare WeasyPrint, so that it holds on every computer."""
    assert too_slow(graded(look).speed) == []


def test_enough_looks_are_read_right_by_every_machine() -> None:
    first, *_others = LOOKS.values()
    assert first.best_for_web_forms
    assert sum(look.best_for_web_forms for look in LOOKS.values()) >= LOOKS_FOR_WEB_FORMS
