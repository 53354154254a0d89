"""What the system says, in the words of a person."""

from __future__ import annotations

import errno

import pytest

from kiosk.errors import DriveError, DriveFull, DriveGone, DriveReadOnly
from kiosk.storage import problems

NEVER_SAID = ("error", "invalid", "failed", "!", "errno")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, DriveFull),
        (errno.EDQUOT, DriveFull),
        (errno.EROFS, DriveReadOnly),
        (errno.EACCES, DriveReadOnly),
        (errno.EPERM, DriveReadOnly),
        (errno.EIO, DriveGone),
        (errno.ENODEV, DriveGone),
        (errno.ENOTCONN, DriveGone),
        (errno.ENOENT, DriveGone),
        (errno.EMFILE, DriveError),
    ],
)
def test_every_code_of_the_system_has_a_problem(code: int, problem: type[DriveError]) -> None:
    with pytest.raises(DriveError) as said, problems.in_plain_words("STICK"):
        raise OSError(code, "the kernel's words", "First Last Resume.pdf")
    assert type(said.value) is problem
    assert "First Last" not in str(said.value)
    assert "kernel" not in str(said.value)


@pytest.mark.parametrize(
    "problem",
    [
        problems.missing("STICK"),
        problems.not_a_folder("STICK"),
        problems.not_there_now("STICK"),
        problems.read_only("STICK"),
        problems.full("STICK"),
        problems.gone("STICK"),
        problems.busy("STICK"),
        problems.part_of_computer("STICK"),
        problems.no_medium("STICK"),
        problems.locked("STICK"),
        problems.of_somebody_else("STICK"),
        problems.phone("STICK"),
        problems.not_formatted("STICK"),
        problems.cannot_open("STICK"),
        problems.not_allowed("STICK"),
        problems.cannot_let_go("STICK"),
        problems.not_verified("STICK", "A Resume.pdf"),
        problems.drive_error(OSError(errno.EMFILE, ""), "STICK"),
    ],
    ids=lambda problem: problem.message,
)
def test_every_problem_names_the_drive_and_what_to_do(problem: DriveError) -> None:
    assert "STICK" in problem.message
    assert problem.message.endswith(".")
    assert problem.remedy.endswith(".")
    assert problem.exit_status == 3
    assert "\n" not in str(problem)
    assert not [word for word in NEVER_SAID if word in str(problem).lower()]


def test_other_mistakes_are_not_hidden() -> None:
    with pytest.raises(KeyError), problems.in_plain_words("STICK"):
        raise KeyError
