"""Paths of attributes lead on into our own keys, and leave no trace when an answer is taken back."""

from __future__ import annotations

import pytest

from kiosk.flow import keys
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume, Work


@pytest.mark.parametrize("attr", ["extra.kiosk.employer", "extra.kiosk.deep.er", "extra.kiosk"])
@pytest.mark.parametrize("extra", [{}, {"other": 1}, {"kiosk": {"more": "x"}, "other": 1}])
def test_a_key_of_ours_is_written_and_goes_again_without_a_trace(attr: str, extra: dict[str, object]) -> None:
    job = Work(position="Cook", extra=extra)
    before = keys.read(job, attr)
    changed = keys.written(job, attr, "family")
    assert keys.read(changed, attr) == "family"
    assert changed.extra.get("other") == extra.get("other")
    assert keys.written(changed, attr, before) == job
    assert keys.read(keys.written(changed, attr, ""), attr) == ""


def test_a_key_of_ours_that_another_program_made_something_else_is_nothing_said() -> None:
    job = Work(extra={"kiosk": "theirs"})
    assert keys.read(job, "extra.kiosk.employer") == ""
    assert keys.written(job, "extra.kiosk.employer", "self").extra == {"kiosk": {"employer": "self"}}


def test_a_key_of_ours_is_in_the_file_and_comes_back() -> None:
    resume = Resume(work=(keys.written(Work(position="Cook"), "extra.kiosk.employer", "family"),))
    resume = keys.written(resume, "meta.kiosk.wanted", "Baker")
    assert jsonresume.loads(jsonresume.dumps(resume)).resume == resume
