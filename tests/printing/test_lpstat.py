"""What lpstat prints is understood, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing import lpstat
from kiosk.printing.types import JobNow, JobState, Printer, Trouble

TWO = """\
system default destination: lab
front accepting requests since Thu Nov 26 21:40:52 2026
lab not accepting requests since Thu Nov 26 21:41:17 2026 -
\tClosed today
printer front now printing front-7.  enabled since Thu Nov 26 21:42:16 2026
\tForm mounted:
\tContent types: any
\tDescription: Front desk printer
\tAlerts: media-empty-error toner-low-warning
\tLocation: By the door
\tConnection: direct
printer lab disabled since Thu Nov 26 21:42:20 2026 -
\tOut for lunch
\tDescription: Lab
\tAlerts: paused
\tLocation:
"""
JOBS = """\
front-6                 ann             22528   Thu Nov 26 21:41:40 2026
\tAlerts: job-hold-until-specified
\tqueued for front
front-7                 ann             22528   Thu Nov 26 21:42:14 2026
\tStatus: Processing page 1...
\tAlerts: job-printing
\tqueued for front
front-70                ann             22528   Thu Nov 26 21:42:14 2026
\tAlerts: none
\tqueued for front
"""


def test_printers_with_all_that_is_told_of_them() -> None:
    assert lpstat.printers(TWO) == (
        Printer(name="front", label="Front desk printer", place="By the door", trouble=Trouble.PAPER),
        Printer(name="lab", label="Lab", is_default=True, accepts=False, trouble=Trouble.PAUSED),
    )


def test_no_printer_at_all() -> None:
    assert lpstat.printers("no system default destination\n") == ()


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        ("none", None),
        ("", None),
        ("toner-low-report", None),
        ("marker-supply-low-warning", None),
        ("media-empty-warning", None),
        ("connecting-to-device", None),
        ("media-jam-error", Trouble.JAM),
        ("cover-open", Trouble.OPEN),
        ("toner-empty-error,media-needed", Trouble.PAPER),
        ("offline-report", None),
        ("offline", Trouble.OFFLINE),
        ("output-area-full-error", Trouble.TRAY_FULL),
        ("paused media-empty", Trouble.PAUSED),
        ("other-error", Trouble.OTHER),
        ("com.example.strange-thing", None),
    ],
)
def test_reasons_mean_what_a_person_can_do(reasons: str, trouble: Trouble | None) -> None:
    assert lpstat.trouble_of(reasons) is trouble


@pytest.mark.parametrize(
    ("job", "now"),
    [
        ("front-6", JobNow(JobState.HELD)),
        ("front-7", JobNow(JobState.PRINTING, Trouble.PAPER)),
        ("front-70", JobNow(JobState.WAITING, Trouble.PAPER)),
        ("front-8", JobNow(JobState.GONE)),
    ],
)
def test_how_far_a_job_is(job: str, now: JobNow) -> None:
    front = Printer(name="front", trouble=Trouble.PAPER)
    assert lpstat.job(JOBS, job, front) == now


def test_every_trouble_can_be_told() -> None:
    assert {kind for kind, _keywords in lpstat._REASONS} == set(Trouble)


lines = st.lists(
    st.one_of(
        st.sampled_from(TWO.splitlines() + JOBS.splitlines()),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    )
).map("\n".join)


@given(lines)
def test_nothing_that_is_printed_stops_us(said: str) -> None:
    found = lpstat.printers(said)
    assert len({printer.name for printer in found}) == len(found)
    assert sum(printer.is_default for printer in found) <= 1
    assert lpstat.job(said, "front-7", None).state in JobState
