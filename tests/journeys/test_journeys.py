"""The model that prices a walk, and the walk of a patron with two jobs: everything is saved, in time."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from journeys import everybody
from journeys.everybody import PICKED_MINUTES, TYPED_MINUTES, WAYS, sample, two_jobs, walk
from journeys.meter import Effort
from journeys.nearest import nearest, number_in
from journeys.patron import Patron, Unknown
from kiosk.flow.step import PageKind
from kiosk.paths import SAMPLES

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_minutes_are_those_of_the_model() -> None:
    assert Effort(keys=40).minutes == 1.0
    assert Effort(clicks=24).minutes == Effort(turns=24).minutes == 1.0
    assert Effort(words=120).minutes == 1.0
    assert Effort(mental=400).minutes == pytest.approx(9.0)
    assert Effort(waited=60.0).minutes == 1.0


def test_the_nearest_line_is_the_one_that_shares_its_words() -> None:
    offered = ("Scrub showers and tubs", "Wash, dry and fold clothes", "Iron shirts")
    assert nearest("Washed and folded the clothes of six people", offered, 0.3) == 1
    assert nearest("iron shirts", offered, 0.3) == 2
    assert nearest("Drove a truck", offered, 0.3) is None
    assert nearest("Drove a truck", (), 0.3) is None


@pytest.mark.parametrize(
    ("text", "number"), [("Cleaned 14 to 16 rooms", "14"), ("For six people", "6"), ("", "")]
)
def test_a_number_is_found_in_digits_and_in_words(text: str, number: str) -> None:
    assert number_in(text) == number


def test_every_sample_says_what_is_true_of_their_way() -> None:
    assert set(WAYS) == {path.stem for path in SAMPLES.glob("*.json")}


class NewKind(Enum):
    """What a table may say one day."""

    MAP = auto()


def test_what_no_walk_knows_stops_it() -> None:
    step = SimpleNamespace(kind=NewKind.MAP, id="where")
    wizard = SimpleNamespace(current=SimpleNamespace(step=step))
    window = SimpleNamespace(_context=SimpleNamespace(wizard=wizard))
    hands = SimpleNamespace(meter=SimpleNamespace(read=lambda: None))
    patron = Patron(window, None, hands, None, frozenset(), picks=False)  # type: ignore[arg-type]
    with pytest.raises(Unknown, match=r"MAP \(where\)"):
        patron.walk()
    editor = SimpleNamespace(
        binding=SimpleNamespace(section="", field=SimpleNamespace(kind=NewKind.MAP, attr="basics"))
    )
    patron._want = sample("first-job")
    with pytest.raises(Unknown, match=r"MAP \(where: basics\)"):
        patron._answer(step, editor)  # type: ignore[arg-type]


def test_every_kind_of_screen_and_field_is_known_or_is_off_the_way() -> None:
    aside = {"WARM_UP", "OPEN", "NO_DRIVE", "PRINT", "CODES", "DONE"}
    patron = Patron(None, None, None, None, frozenset(), picks=False)  # type: ignore[arg-type]
    assert {kind.name for kind in PageKind} - aside <= set(patron._kinds)


@pytest.mark.slow
@pytest.mark.parametrize(("picks", "bar"), [(False, TYPED_MINUTES), (True, PICKED_MINUTES)])
def test_two_jobs_are_on_the_drive_in_time(qapp: QApplication, picks: bool, bar: float) -> None:
    made = walk(qapp, two_jobs(), WAYS[everybody.TWO_JOBS], picks=picks)
    assert made.lost == []
    assert made.effort.minutes - made.effort.waited / 60 <= bar  # a busy machine is not the person's time


@pytest.mark.slow
def test_a_walk_puts_in_all_that_is_asked(qapp: QApplication) -> None:
    first_job = sample("first-job")
    short = replace(first_job, volunteer=first_job.volunteer[:1], skills=first_job.skills[:2])
    made = walk(qapp, short, WAYS["first-job"], picks=True)
    assert made.lost == []
    assert ("volunteer", 0, "highlights") in made.told.answers
    assert ("", 0, "skills") in made.told.answers
