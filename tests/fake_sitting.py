"""A stand-in for the wizard's process in test_supervisor.py: keeps a diary and does as it is told.

The diary is a folder; sitting number N writes `N.main` and, one in a line, the processes that it started and
the ones of earlier sittings that still live.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.worker import Worker

PR_GET_DUMPABLE = 3
STUBBORN = (
    "import os, signal, sys\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "if os.fork(): os._exit(0)\n"
    "os.setsid()\n"
    "print(os.getpid(), flush=True)\n"
    "os.close(1)\n"
    "signal.pause()\n"
)


def main(argv: Sequence[str]) -> int:
    """`argv`: the diary, then what to do in the first sitting, in the second ...; after the last: close."""
    diary = Path(argv[0])
    number = len(list(diary.glob("*.json")))
    earlier = [
        process for page in diary.glob("*.json") for process in json.loads(page.read_text())["processes"]
    ]
    do = [*argv[1:], "close"][number]
    processes = [os.getpid()]
    worker = Worker() if "worker" in do else None
    if worker is not None:
        processes.append(worker.submit("tests.worker_jobs:process_id").result())
        worker.submit("tests.worker_jobs:hang")
    if "litter" in do:
        processes.append(_stubborn())
    page = {
        "processes": processes,
        "survivors": [process for process in earlier if Path(f"/proc/{process}").exists()],
        "session": os.getsid(0),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "dumpable": ctypes.CDLL(None).prctl(PR_GET_DUMPABLE),
    }
    new = diary / f"{number}.new"
    new.write_text(json.dumps(page))
    new.rename(diary / f"{number}.json")
    if "stay" in do:
        signal.pause()
    if "crash" in do:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "stumble" in do:
        raise ValueError("Ana Rivera")
    return {"finish": 0, "unusable": 2, "close": 10, "fail": 77}[do.partition("-")[0]]


def _stubborn() -> int:
    """Start a process that leaves our session, is nobody's child any more and does not obey SIGTERM."""
    started = subprocess.run([sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE, check=True, text=True)
    return int(started.stdout)
