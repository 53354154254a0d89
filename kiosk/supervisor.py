"""One process per patron: start it, watch it, end all that is left of it, start the next.

The memory of a living process keeps copies of what was typed; only its end erases them. So every sitting is a
process of its own in a session of its own, and before the next begins nothing that it started is alive, nor
does anything outlive the supervisor. No Qt here: it has to start at once and to run for weeks. What it does
not need for the first start (the settings, for one) it imports later.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import NoReturn

from kiosk import console, logs
from kiosk.errors import InputError, KioskError, NotADrive
from kiosk.i18n import _

APP = "kiosk.app"
"""The module whose `main(argv)` is a sitting; its exit status is one of the three below."""
FINISHED = 0
UNUSABLE = 2
CLOSED = 10

BUG = 1
MOST_CRASHES = 5
CRASH_SECONDS = 60.0
"""More crashes than MOST_CRASHES in this time mean that the next one will crash as well."""
END_SECONDS = 1.5
"""How long what was killed may take to go; what hangs in a broken drive must not hold up the next patron."""

_STOP = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
_HEARD = _STOP | {signal.SIGCHLD}


class Ending(Enum):
    """Why a sitting is over."""

    FINISHED = "finished"
    CLOSED = "closed"
    UNUSABLE = "unusable"
    CRASHED = "crashed"
    STOPPED = "stopped"


class Trouble(Enum):
    """What the log should say."""

    STILL_ALIVE = "still-alive"


_ENDINGS = {FINISHED: Ending.FINISHED, UNUSABLE: Ending.UNUSABLE, CLOSED: Ending.CLOSED}
_LAST = {Ending.CLOSED: 0, Ending.STOPPED: 0, Ending.UNUSABLE: UNUSABLE}  # its process has said why


def main(argv: Sequence[str]) -> int:
    """Run the screens, one sitting after another, until staff close the window; returns the exit status."""
    try:
        words = _words(argv)
        _need_a_screen()
        _log_to_journal()
        return supervise(APP, words)
    except KioskError as problem:
        console.complain(str(problem))
        return problem.exit_status


def _is_not_locked() -> bool:
    """Whether this is a computer where somebody can start us again."""
    from kiosk import settings

    return not settings.load().kiosk_mode


def supervise(app: str, argv: Sequence[str], give_up: Callable[[], bool] = _is_not_locked) -> int:
    """Run sittings of the module `app` until one is closed or a signal stops us; returns the exit status.

    When they crash one after another, give up or, where nobody could start us again, go on slowly.
    """
    crashes: deque[float] = deque(maxlen=MOST_CRASHES)
    with _signals_wait_for_us():
        while True:
            ending = _sitting(app, argv)
            logs.event(ending)
            if ending in _LAST:
                return _LAST[ending]
            if ending is Ending.CRASHED:
                crashes.append(time.monotonic())
            if len(crashes) == MOST_CRASHES and crashes[-1] - crashes[0] < CRASH_SECONDS:
                console.complain(_("The screens stopped again and again. Run `python -m kiosk doctor`."))
                if give_up():
                    return BUG
                crashes.clear()
                if signal.sigtimedwait(_STOP, CRASH_SECONDS) is not None:
                    return 0


def _sit(parent: int, app: str, argv: Sequence[str]) -> NoReturn:
    """Be a sitting, in a new process: run `main(argv)` of the module `app`.

    Ends the process when that is done, whatever threads it may have left, and shows no traceback: the text of
    an exception may hold what the person typed.
    """
    status = BUG
    try:
        os.setsid()
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        from kiosk import garbage
        from kiosk.limits import end_with_parent, keep_private

        garbage.look_seldom()
        keep_private()
        end_with_parent(parent)
        status = importlib.import_module(app).main(argv)
    except BaseException as bug:  # SystemExit too: main returns its status
        logs.bug(bug)
    finally:
        os._exit(status)


def _log_to_journal() -> None:
    if "JOURNAL_STREAM" in os.environ:  # the service manager listens (systemd.exec(5)), not a person
        logs.to(sys.stderr)


def _sitting(app: str, argv: Sequence[str]) -> Ending:
    """Run one sitting; when this returns, nothing of it is alive.

    It begins as a copy of this process, which has read nothing of a patron and has one thread: a Python that
    runs already saves a tenth of the start.
    """
    parent = os.getpid()
    leader = os.fork()
    if leader == 0:
        _sit(parent, app, argv)
    try:
        from kiosk.limits import adopt_orphans

        adopt_orphans()
        return _ending(leader)
    finally:
        _end(leader)


def _ending(leader: int) -> Ending:
    """Wait until the sitting is over or a signal stops us; not reaped, its process keeps its id."""
    while signal.sigwait(_HEARD) == signal.SIGCHLD:
        over = os.waitid(os.P_PID, leader, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if over is not None:
            exited = over.si_code == os.CLD_EXITED
            return _ENDINGS.get(over.si_status, Ending.CRASHED) if exited else Ending.CRASHED
    return Ending.STOPPED


def _end(leader: int) -> None:
    """Kill the sitting with all that it started, also what left its group, and see that it is gone."""
    with suppress(OSError):
        os.killpg(leader, signal.SIGKILL)
    deadline = time.monotonic() + END_SECONDS
    while left := _children():
        for process in left:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        while _reaped():
            pass
        if time.monotonic() > deadline:
            logs.event(Trouble.STILL_ALIVE, processes=len(left))
            return
        signal.sigtimedwait({signal.SIGCHLD}, 0.05)


def _reaped() -> bool:
    """Take one ended child off the system's list; False when none has ended."""
    try:
        return os.waitpid(-1, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return False


def _children() -> list[int]:
    """Return our children; what their children leave behind becomes ours."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            process, stat = int(entry.name), (entry / "stat").read_text("utf-8", "replace")
            _state, parent = stat.rpartition(")")[2].split()[:2]  # proc_pid_stat(5)
            if int(parent) == os.getpid():
                found.append(process)
    return found


@contextmanager
def _signals_wait_for_us() -> Iterator[None]:
    """Let signals wait until we ask for them: nothing is interrupted, and none is missed."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _words(argv: Sequence[str]) -> list[str]:
    """Return what the sitting is to be told; raises KioskError for words that cannot be used."""
    match [part for word in argv[:1] for part in word.split("=", 1)] + list(argv[1:]):
        case []:
            return []
        case ["--drive", folder] if folder:
            if not _is_not_locked():
                raise InputError(
                    _("A folder cannot be the drive on a locked computer."), _("Leave out --drive.")
                )
            if not Path(folder).is_dir():
                raise NotADrive(
                    _("{folder} is not a folder.").format(folder=folder), _("Name a folder that is there.")
                )
            return ["--drive", str(Path(folder).absolute())]
    raise InputError(_("These words cannot be used."), _("See: python -m kiosk --help"))


def _need_a_screen() -> None:
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise InputError(
            _("There is no screen here to open the wizard on."),
            _("Start it from a desktop, or use: python -m kiosk render"),
        )
