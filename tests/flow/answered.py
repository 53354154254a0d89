"""Resumes as the wizard makes them, for the laws of the flow."""

from __future__ import annotations

from hypothesis import strategies as st

from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Education, Location, Resume, Skill, Volunteer, Work

words = st.sampled_from(["", "Cook", "José Núñez", "李小龍", "R&D <b>", "a"])
dates = st.none() | st.builds(PartialDate, st.integers(1950, 2030), st.none() | st.integers(1, 12))
lines = st.lists(words.filter(bool), max_size=3).map(tuple)
works = st.builds(
    Work, position=words, name=words, location=words, start_date=dates, end_date=dates, highlights=lines
)
schools = st.builds(Education, institution=words, study_type=words, area=words, end_date=dates)
others = st.builds(
    Volunteer, position=words, organization=words, start_date=dates, end_date=dates, highlights=lines
)
skills = st.builds(Skill, name=words.filter(bool), keywords=lines)
locations = st.builds(Location, city=words, region=words)
people = st.builds(Basics, name=words, phone=words, email=words, location=locations)


def answered() -> st.SearchStrategy[Resume]:
    """Give resumes with up to three entries in each section, some of them blank."""
    return st.builds(
        Resume,
        basics=people,
        work=st.lists(works, max_size=3).map(tuple),
        volunteer=st.lists(others, max_size=2).map(tuple),
        education=st.lists(schools, max_size=3).map(tuple),
        skills=st.lists(skills, max_size=3).map(tuple),
    )
