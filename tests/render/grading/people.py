"""Who is graded: the sample patrons, and a dozen invented people whom no template was ever tried on.

The dozen comes from numbers alone, so that every run sees the same ones. Names, places and mail are
invented: 555-01xx phones and example.org. Each has something that a page may stumble over.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from kiosk import paths
from kiosk.resume import jsonresume
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Json,
    Language,
    Location,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Volunteer,
    Work,
)

DOZEN: Final = 12
_NAMES: Final = (
    "Żaneta Wójcik-Brzęk", "José Ángel Núñez Peña", "Nguyễn Thị Hoàng Yến", "Siobhán O’Dea", "Ty Ray",
    "Bartholomew Featherstonehaugh-Okonkwo III", "Çağla Öztürk", "Ana Sofia da Conceição", "Łukasz Gęś",
    "Mary Ann Little Bear", "Håkon Ærø", "D’Andre St. Clair, Jr.",
)  # fmt: skip
_LABELS: Final = ("Line cook", "Warehouse & shipping lead", "Certified nursing assistant (CNA)", "Roofer", "")
_TITLES: Final = (
    "Cashier", "Shift lead, night crew", "Forklift operator / picker", "Home health aide", "Server",
    "Assistant store manager", "Painter's helper", "Machine operator II", "Data entry clerk", "Crew member",
)  # fmt: skip
_EMPLOYERS: Final = (
    "Blue Heron Grocery", "R&D Castings, Inc.", "Mesa Verde Care Home", "Self-employed", "Café Olé",
    "Northern Plains Cooperative Elevator and Supply Company of Eastern Montana", "Hill & Sons (roofing)",
)  # fmt: skip
_TOWNS: Final = (
    ("Tucson", "AZ"),
    ("St. Paul", "MN"),
    ("Winston-Salem", "NC"),
    ("Coeur d'Alene", "ID"),
    ("Miami", ""),
)
_LINES: Final = (
    "Stocked shelves",
    "Served about 120 guests a shift and kept the line moving",
    "Counted the drawer at closing; never off by more than $2 in 14 months",
    "Trained 6 new people on the register, the slicer and the safety rules, and checked their first week",
    "Raised on-time orders from 81% to 97%",
    "Loaded and unloaded trucks (up to 50 lb.) in all weather, by hand and with a sit-down forklift",
    "Spoke Spanish and English with families every day, and wrote notes for the next shift and the office",
    "Kept “first in, first out” in 3 walk-in coolers",
    "Helped residents bathe, dress & eat; logged meals, medicines and moods; called the nurse in time",
    "Cleaned up",
)
_SKILLS: Final = (
    "Food safety", "MIG welding", "Excel", "Cash handling", "First aid/CPR", "Forklift", "Patience",
    "QuickBooks", "Point-of-sale systems", "Reading blueprints", "Typing 55 wpm",
)  # fmt: skip
_LONG_MAIL: Final = "bartholomew.alexander.featherstonehaugh-okonkwo.the.third@mail.department.example.org"
_LONG_PAGE: Final = (
    "https://www.example.org/people/portfolio/2026/spring/collections/hand-made-furniture?sort=new&page=12"
)


def everybody() -> dict[str, Resume]:
    """Return all who are graded, by a short name."""
    return samples() | {f"unseen-{number:02}": unseen(number) for number in range(DOZEN)}


def samples() -> dict[str, Resume]:
    """Return the sample patrons."""
    return {file.stem: jsonresume.load(file).resume for file in sorted(paths.SAMPLES.glob("*.json"))}


def unseen(number: int) -> Resume:
    """Return one of the dozen."""
    return _Maker(number).resume()


class _Maker:
    """Makes one person; `number` decides everything."""

    def __init__(self, number: int) -> None:
        self._n = number
        self._dice = random.Random(number)  # noqa: S311 - no secret

    def resume(self) -> Resume:
        full = Resume(
            basics=self._basics(),
            work=tuple(self._work()),
            volunteer=tuple(self._volunteer()),
            education=tuple(self._education()),
            certificates=tuple(self._certificates()),
            skills=tuple(self._skills()),
            languages=(Language(language="Spanish", fluency="Native"), Language(language="English")),
            interests=(Interest(name="Fishing"), Interest(name="Choir", keywords=("alto", "solo"))),
            references=(Reference(name="Dana Whitcomb, shift lead", reference="520-555-0144"),),
            projects=tuple(self._projects()),
            awards=(Award(title="Employee of the month", date=PartialDate(2024, 3), awarder="Blue Heron"),),
            publications=(
                Publication(name="Bread at home", publisher="Town paper", release_date=PartialDate(2023)),
            ),
        )
        return self._without_some(
            replace(full, meta={"kiosk": {"when": self._hours(), "path": self._path()}})
        )

    def _path(self) -> list[Json]:
        return ["abroad"] if self._n % 2 else []

    def _hours(self) -> dict[str, Json]:
        """Say when they can work; it is for the page of a first job alone."""
        times = [
            f"{day}-{part}"
            for day in ("mon", "tue", "fri", "sat")
            for part in ("morning", "afternoon", "night")
        ]
        chosen: list[Json] = [*sorted(self._dice.sample(times, self._n)), *times[:6]]
        return {
            "days": chosen,
            "start": "two weeks after you call",
            "ride": True,
            "license": self._n % 2 == 0,
        }

    def _without_some(self, full: Resume) -> Resume:
        """Leave out parts: most people have no more than a few."""
        if self._n % 4 == 0:
            return full
        optional = ["volunteer", "certificates", "languages", "interests", "references", "projects", "awards"]
        left_out = self._dice.sample([*optional, "publications"], 3 + self._n % 4)
        if self._n % 6 == 1:
            left_out.append("work")
        empty: dict[str, Any] = dict.fromkeys(left_out, ())
        return replace(full, **empty)

    def _basics(self) -> Basics:
        city, region = self._dice.choice(_TOWNS)
        name = _NAMES[self._n % len(_NAMES)]
        long = self._n % 3 == 2
        return Basics(
            name=name,
            label=self._dice.choice(_LABELS),
            email="" if self._n == 4 else _LONG_MAIL if long else f"person{self._n}@example.org",
            phone=f"({200 + self._n}) 555-01{10 + self._n}",
            url=_LONG_PAGE if long else "",
            summary=" ".join(self._dice.sample(_LINES, self._n % 4)),
            location=Location(
                address="1180 W. Old Mill Rd., Apt. 4-B" if self._n % 5 == 0 else "",
                city=city,
                region=region,
                postal_code="59401" if self._n % 2 else "",
            ),
            profiles=(Profile(network="LinkedIn", username="", url=f"https://example.org/in/p-{self._n}"),)
            * (self._n % 2),
        )

    def _work(self) -> Iterator[Work]:
        """Give one to eleven jobs, newest first; some in a row at one employer."""
        year, employer, place = 2026, "", ""
        for index in range(1 + self._n % 12):
            if not (index % 3 and self._n % 3 == 0):
                employer = self._dice.choice([name for name in _EMPLOYERS if name != employer])
                place = ", ".join(filter(None, self._dice.choice(_TOWNS)))
            start = year - self._dice.randint(1, 3)
            month = self._dice.choice((None, 2, 9))
            yield Work(
                name=employer,
                location=place if self._n % 7 else "",
                position=self._dice.choice(_TITLES),
                description="A family business" if self._dice.random() < 0.2 else "",
                start_date=PartialDate(start, month),
                end_date=None if index == 0 else PartialDate(year, month),
                summary="Seasonal work." if self._dice.random() < 0.2 else "",
                highlights=tuple(self._dice.sample(_LINES, self._dice.randint(0, 5))),
            )
            year = start

    def _volunteer(self) -> Iterator[Volunteer]:
        yield Volunteer(organization="Food bank", position="Driver", highlights=_LINES[:2])
        yield Volunteer(
            organization="Little league", start_date=PartialDate(2019), end_date=PartialDate(2020, 6)
        )

    def _education(self) -> Iterator[Education]:
        if self._n % 3:
            yield Education(
                institution="Prairie Technical College",
                study_type="Certificate",
                area="Welding, level 1",
                end_date=PartialDate(2027, 5),
                score="3.4",
                courses=("Blueprints", "Metals, advanced"),
            )
        if self._n % 2:
            abroad = {"country": "Côte d’Ivoire", "equal": "High school diploma"}
            yield Education(institution="Lycée Moderne", study_type="Baccalauréat", extra={"kiosk": abroad})
        yield Education(institution="Rio Seco High School", study_type="GED", end_date=PartialDate(2012))

    def _certificates(self) -> Iterator[Certificate]:
        yield Certificate(
            name="Food handler card",
            issuer="Pima County",
            date=PartialDate(2025, 6, 1),
            extra={"kiosk": {"until": "2028-06"}},
        )
        yield Certificate(name="CPR", url="https://example.org/cards/cpr")

    def _skills(self) -> Iterator[Skill]:
        chosen = self._dice.sample(_SKILLS, 3 + self._n % 6)
        yield from (Skill(name=name) for name in chosen)
        if self._n % 5 == 2:  # some say all that they ever did
            yield from (
                Skill(name=f"{name}: {more}") for name in _SKILLS for more in ("basics", "teaching it")
            )
        if self._n % 2:
            yield Skill(name="Tools", level="good", keywords=("saws", "levels", "drills, cordless"))

    def _projects(self) -> Iterator[Project]:
        yield Project(
            name="Tiny house",
            description="Built with my uncle.",
            highlights=_LINES[:1],
            keywords=("framing", "paint"),
            start_date=PartialDate(2022),
            url="https://example.org/tiny-house",
            roles=("helper",),
        )
