"""Invented people whose resumes fill a wanted number of pages."""

from __future__ import annotations

from dataclasses import replace

from kiosk import paths
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume, Work

LINES = (
    "Counted and packed about {n} boxes a day and kept the list of what went out",
    "Showed {n} new people how to work safely and checked their first week",
    "Cleaned the floor, the belts and the break room before the next shift came in",
    "Answered the phone, wrote down orders and called people back the same day",
)
JOBS_ON_A_PAGE = 8


def sample(name: str) -> Resume:
    """Read one of the sample patrons."""
    return jsonresume.loads((paths.SAMPLES / f"{name}.json").read_bytes(), name).resume


def with_jobs(count: int) -> Resume:
    """Return the home cleaner with `count` jobs of four lines each."""
    model = sample("home-cleaner")
    jobs = tuple(
        Work(
            name=f"Example Warehouse {n + 1}",
            position="Picker and packer",
            location="Tucson, AZ",
            start_date=model.work[1].start_date,
            end_date=model.work[1].end_date,
            highlights=tuple(line.format(n=n + 3) for line in LINES),
        )
        for n in range(count)
    )
    return replace(model, work=jobs, references=(), languages=(), education=model.education[:1])


def one_page() -> Resume:
    """Return a resume of one page: the home cleaner's own."""
    return sample("home-cleaner")
