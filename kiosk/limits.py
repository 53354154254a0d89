"""What a process may take, and what ends it: the one place that knows how this platform limits a process.

Linux: resource limits, prctl(2) and unshare(2). Another platform gets functions of the same names here.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

MIB = 1 << 20

# <linux/prctl.h> and <linux/sched.h>
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use.

    `memory` is private memory in bytes (RLIMIT_DATA): fonts and libraries mapped from disk are not counted,
    which is right, since they are shared and the kernel can drop them; with them a worker stays below 500 MB.
    `file_size` is the longest file it may write in bytes, `open_files` how many it may hold, `nice` how far
    it steps back behind the screen.
    """

    memory: int = 430 * MIB
    file_size: int = 0
    open_files: int = 64
    nice: int = 5


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Confinement:
    """What holds for the process that was asked."""

    network_cut: bool
    memory: int


def confine(limits: Limits, parent: int) -> None:
    """Limit this process for good, before it loads anything; it ends when the thread that started it ends.

    Has to be called while the process has one thread. Where the kernel does not let us cut the network,
    the rest still holds; `confinement()` tells.
    """
    _cut_network()
    for kind, most in (
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
    ):
        allowed = resource.getrlimit(kind)[1]  # who started us may have set less, and that cannot be raised
        limit = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (limit, limit))
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    keep_private()
    end_with_parent(parent)
    os.nice(limits.nice)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what runs inside when it takes longer, at the line where it then is.

    For the main thread alone, and for Python code: a call into a library ends first.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def keep_private() -> None:
    """Let no core file of this process be written and no other process of this user read its memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(_PR_SET_DUMPABLE, 0)


def end_with_parent(parent: int) -> None:
    """Let the kernel kill this process when its parent, process `parent`, ends in any way.

    Comes after anything that changes credentials (unshare of the user namespace does): that clears it.
    """
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)


def adopt_orphans() -> None:
    """Make this process the parent of whatever its children leave behind, so that it can end that too."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def confinement() -> Confinement:
    """Say what holds for this process (a job for the worker; `doctor` asks)."""
    interfaces = Path("/proc/self/net/dev").read_text("utf-8").splitlines()[2:]
    names = {line.split(":")[0].strip() for line in interfaces}
    return Confinement(names <= {"lo"}, resource.getrlimit(resource.RLIMIT_DATA)[0])


def _cut_network() -> None:
    """Move into a network of our own with nothing in it; without user namespaces only root may do that."""
    if _LIBC.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        _LIBC.unshare(_CLONE_NEWNET)


def _prctl(option: int, value: int) -> None:
    if _LIBC.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")


_LIBC = ctypes.CDLL(None, use_errno=True)
