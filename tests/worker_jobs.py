"""Jobs for tests/test_worker.py; the worker imports them by name (`tests.worker_jobs:...`)."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import weakref
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.errors import ResumeFileError
from kiosk.limits import Confinement


def echo(value: Any) -> Any:
    return value


def process_id() -> int:
    return os.getpid()


_rings: list[weakref.ref[object]] = []


class Ring:
    """An object that holds itself: only a look for garbage lets go of it."""

    def __init__(self) -> None:
        self.itself = self
        _rings.append(weakref.ref(self))


def make_ring() -> None:
    Ring()


def rings_left() -> list[bool]:
    """Whether each ring that was made is still there."""
    return [ring() is not None for ring in _rings]


def loaded(module: str) -> bool:
    return module in sys.modules


def load(module: str = "json.tool") -> None:
    __import__(module)


def hang() -> None:
    signal.pause()


def stand_still() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def die() -> None:
    os._exit(3)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def refuse(name: str) -> None:
    raise ResumeFileError(f"{name} is empty.", "Choose another file.")


def stumble(secret: str) -> None:
    raise ValueError(secret)


def give_up() -> None:
    raise SystemExit(0)


def unsendable() -> object:
    return lambda: None


def forbidden_class() -> object:
    return subprocess.Popen[bytes].__new__(subprocess.Popen)


class _Call:
    def __reduce__(self) -> Any:
        return os.system, ("true",)


def forbidden_call() -> object:
    return _Call()


def take_memory(count: int) -> int:
    return len(bytearray(count))


def write(path: str) -> str:
    try:
        Path(path).write_bytes(b"x")
    except OSError as error:
        return type(error).__name__
    return "written"


def connect(port: int) -> str:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError as error:
        return type(error).__name__
    return "connected"


def core_limit() -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_CORE)


def environment() -> list[str]:
    return sorted(os.environ)


def descriptors() -> list[str]:
    """What the open descriptors are; the one that lists them is gone again when it is looked at."""
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found.append(str(link.readlink()))
    return found


def hang_with(*_args: object) -> None:
    hang()


def die_with(*_args: object) -> None:
    die()


def refuse_all() -> None:
    refuse("It")


def not_confined() -> Confinement:
    return Confinement(network_cut=False, memory=-1)


def give_up_with(_secret: str) -> None:
    give_up()


def unsendable_with(_secret: str) -> object:
    return unsendable()


def chatter() -> str:
    os.write(1, b"\0" * 1000)
    sys.stdout.write("chatter")
    sys.stdout.flush()
    sys.stderr.write("chatter")
    return "done"


def read_standard_input() -> str:
    return sys.stdin.read()


def take_memory_bit_by_bit() -> None:
    kept = []
    while True:
        kept.append(bytes(100_000))


def lift_limits() -> str:
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (ValueError, OSError) as error:
        return type(error).__name__
    return "lifted"


def niceness() -> int:
    return os.nice(0)


def dumpable() -> int:
    return int(ctypes.CDLL(None).prctl(3))  # PR_GET_DUMPABLE
