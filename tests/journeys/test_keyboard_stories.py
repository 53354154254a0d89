"""Each way through the wizard by keyboard alone, from Home to files on the drive, with the eye on the focus.

`Keyboard` asserts at every stop that it is seen, and that Tab goes the way one reads.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from journeys.everybody import sample, walk
from journeys.hands import Keyboard
from kiosk.flow.paths import Path as Way
from kiosk.resume.model import Resume

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


def short(name: str) -> Resume:
    """Return a sample patron who has less to tell: one of each, and two lines about it."""
    whole = sample(name)
    return replace(
        whole,
        work=tuple(replace(job, highlights=job.highlights[:2]) for job in whole.work[:1]),
        volunteer=tuple(replace(one, highlights=one.highlights[:2]) for one in whole.volunteer[:1]),
        education=whole.education[:1],
        certificates=whole.certificates[:1],
        skills=whole.skills[:2],
        languages=whole.languages[:2],
    )


@pytest.mark.parametrize(
    ("name", "ways", "picks"),
    [
        pytest.param("first-job", {Way.FIRST_JOB}, False, id="first job"),
        pytest.param("home-cleaner", {Way.WORKED}, True, id="worked before"),
        pytest.param("caregiver-return", {Way.WORKED, Way.AWAY}, False, id="a while"),
        pytest.param("refugee-pharmacist", {Way.WORKED, Way.ABROAD}, True, id="another country"),
        pytest.param("veteran-warehouse", {Way.WORKED, Way.MILITARY}, True, id="military"),
        pytest.param("first-job", {Way.FIRST_JOB, Way.STUDENT}, True, id="student"),
    ],
)
def test_by_keyboard_alone(qapp: QApplication, name: str, ways: set[Way], picks: bool) -> None:
    made = walk(qapp, short(name), frozenset(ways), picks=picks, kind=Keyboard)
    assert made.lost == []
    assert made.effort.clicks == made.effort.turns == 0
