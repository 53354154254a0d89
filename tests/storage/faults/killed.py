"""One save or autosave as a program of its own that kills itself at one step.

    python killed.py FOLDER DOING CALL NUMBER

A step that is never met ends in status 0, and the test that asked for it does not pass.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kiosk.storage.folder import FolderDrives
from storage.faults.law import DOINGS, Patron
from storage.faults.tripwire import Tripwire, armed


def main(folder: str, doing: str, call: str, number: str) -> None:
    """Do it, and die on the way."""
    patron = Patron(FolderDrives(Path(folder)), Path(folder))
    if doing != "save":
        patron.autosaves("first")
    with armed(Tripwire(call, int(number), lambda: os.kill(os.getpid(), signal.SIGKILL))):
        DOINGS[doing](patron, "new")


if __name__ == "__main__":
    main(*sys.argv[1:])
