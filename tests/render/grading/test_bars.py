"""Every look reaches every bar with every person, those included that nobody has seen before."""

from __future__ import annotations

from itertools import product

import pytest

from kiosk.render import catalogue

from .bars import FIGURES, LOOKS_FOR_WEB_FORMS, Figure, missed
from .conftest import Graded

LOOKS = {template.id: template for template in catalogue.templates()}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("look", "figure"),
    list(product(LOOKS, FIGURES)),
    ids=lambda each: each if isinstance(each, str) else each.name,
)
def test_every_look_reaches_every_bar(graded: Graded, look: str, figure: Figure) -> None:
    if figure.holds_for(LOOKS[look]):
        assert missed(figure, graded(look).grades) == []


def test_enough_looks_are_read_right_by_every_machine() -> None:
    first, *_others = LOOKS.values()
    assert first.best_for_web_forms
    assert sum(look.best_for_web_forms for look in LOOKS.values()) >= LOOKS_FOR_WEB_FORMS
