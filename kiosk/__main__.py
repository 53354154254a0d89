"""`python -m kiosk`: the screens, or one of the commands. Nothing is loaded that is not needed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Do what the words after `python -m kiosk` ask for and return the exit status."""
    if not argv or argv[0].partition("=")[0] == "--drive":
        from kiosk.supervisor import main as run
    else:
        from kiosk.cli import main as run
    return run(argv)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until somebody listens, Ctrl-C ends us without a traceback
    sys.exit(main(sys.argv[1:]))
