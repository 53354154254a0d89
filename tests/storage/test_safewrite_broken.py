"""The safe writer when the system says no at any step, or the program is killed there.

strace makes the system calls of a real process fail or kill it at exactly one of them; nothing is simulated
inside the program. That final files are whole or absent must hold at every step.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.storage.names import file_names
from kiosk.storage.place import TEMPORARY
from storage import one_save

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WHOLE = dict(zip(file_names(one_save.NAME), (it.content for it in one_save.FILES), strict=True))
WRITE_OF_OURS = re.compile(r"~resume-kiosk-")


def run(folder: Path, *strace: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*strace, sys.executable, one_save.__file__, str(folder)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)


def broken(folder: Path, call: str, what: str, when: str) -> str:
    """Run a save in which these calls (`2`: the second, `1+`: all) do `what`, and say what came of it."""
    log = folder.parent / "strace.log"
    done = run(folder, "strace", "-f", "-o", str(log), "-e", f"inject={call}:{what}:when={when}")
    reached = "(INJECTED)" in log.read_text() or "killed by SIGKILL" in log.read_text()
    assert reached, "the call was never made"
    assert "Traceback" not in done.stderr
    return done.stdout


def found(folder: Path) -> dict[str, bytes]:
    return {it.name: it.read_bytes() for it in folder.rglob("*") if it.is_file()}


@pytest.fixture(scope="module")
def first_write(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The how-manieth write of the process is the first into a file of ours."""
    folder = tmp_path_factory.mktemp("first") / "drive"
    folder.mkdir()
    log = folder.parent / "strace.log"
    done = run(folder, "strace", "-f", "-y", "-o", str(log), "-e", "trace=write")
    assert done.stdout == "1"
    writes = [line for line in log.read_text().splitlines() if "write(" in line]
    return next(number for number, line in enumerate(writes, 1) if WRITE_OF_OURS.search(line))


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("call", "error", "when", "problem"),
    [
        ("fsync", "EIO", "1", "DriveGone"),
        ("fsync", "EIO", "2", "DriveGone"),
        ("fsync", "ENOSPC", "4", "DriveFull"),
        ("fsync", "EIO", "6", "DriveGone"),
        ("fsync", "EDQUOT", "3", "DriveFull"),
        ("syncfs", "EIO", "1", "DriveGone"),
        ("renameat2", "EIO", "1", "DriveGone"),
        ("renameat2", "EROFS", "3", "DriveReadOnly"),
        ("renameat2", "ENOSPC", "4", "DriveFull"),
        ("mkdir", "ENOSPC", "1", "DriveFull"),
        ("mkdir", "EACCES", "1", "DriveReadOnly"),
        ("flock", "EIO", "1", "DriveGone"),
        ("preadv", "EIO", "2", "DriveGone"),
    ],
)
def test_what_the_system_refuses_leaves_nothing(
    drive: Path, call: str, error: str, when: str, problem: str
) -> None:
    names = {"mkdir": "mkdir,mkdirat", "preadv": "preadv,preadv2"}
    assert broken(drive, names.get(call, call), f"error={error}", when) == problem
    assert list(drive.iterdir()) == []
    assert run(drive).stdout == "1"


@pytest.mark.parametrize("error", ["EIO", "ENOSPC", "EROFS", "ENOTCONN"])
@pytest.mark.parametrize("file", [0, 3])
def test_what_cannot_be_written_leaves_nothing(drive: Path, first_write: int, error: str, file: int) -> None:
    problems = {"ENOSPC": "DriveFull", "EROFS": "DriveReadOnly"}
    came = broken(drive, "write", f"error={error}", str(first_write + file))
    assert came == problems.get(error, "DriveGone")
    assert list(drive.iterdir()) == []


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("renameat2", "EINVAL"),
        ("renameat2", "ENOSYS"),
        ("flock", "EOPNOTSUPP"),
        ("preadv,preadv2", "EINVAL"),
    ],
)
def test_what_a_driver_cannot_do_is_done_without(drive: Path, call: str, error: str) -> None:
    (drive / one_save.NAME).mkdir()
    mine = drive / one_save.NAME / f"{one_save.NAME}.pdf"
    mine.write_bytes(b"mine")
    when = "1" if call.startswith("preadv") else "1+"  # only past the memory it cannot read
    assert broken(drive, call, f"error={error}", when) == "2"
    assert mine.read_bytes() == b"mine"
    assert len(found(drive)) == 5


@pytest.mark.parametrize(
    ("call", "when"),
    [
        ("mkdir,mkdirat", 1),
        ("flock", 1),
        *(("write", file) for file in range(4)),
        *(("fsync", number) for number in range(1, 7)),
        *(("renameat2", number) for number in range(1, 5)),
        ("syncfs", 1),
        ("preadv,preadv2", 1),
    ],
)
def test_killed_at_any_step_every_file_is_whole_or_has_a_temporary_name(
    drive: Path, first_write: int, call: str, when: int
) -> None:
    number = first_write + when if call == "write" else when
    assert broken(drive, call, "signal=SIGKILL", str(number)) == ""
    left = found(drive)
    temporary = {name for name in left if TEMPORARY.fullmatch(name)}
    assert {name: content for name, content in left.items() if name not in temporary}.items() <= WHOLE.items()
    assert run(drive).stdout in ("1", "2")
    assert not {name for name in found(drive) if TEMPORARY.fullmatch(name)}
    assert len(found(drive)) == 4 + len(left) - len(temporary)
