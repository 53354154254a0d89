"""The job that the person wants: the line under the name (`basics.label`), or that they are not sure yet.

*Not sure* is kept under `meta.kiosk.wanted`, so that nobody reminds again; a job that is written wins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kiosk.resume import ours
from kiosk.resume.model import Resume

_KEY: Final = "wanted"
_NOT_SURE: Final = "not-sure"


def is_not_sure(resume: Resume) -> bool:
    """Return whether the person said that they are not sure, and has written no job since."""
    return not resume.basics.label.strip() and ours.value(resume, _KEY) == _NOT_SURE


def not_sure(resume: Resume) -> Resume:
    """Say that the person is not sure: no job stands under their name."""
    unnamed = replace(resume, basics=replace(resume.basics, label=""))
    return ours.kept(unnamed, _KEY, _NOT_SURE)


def sure(resume: Resume) -> Resume:
    """Take that back."""
    return ours.kept(resume, _KEY, "")
