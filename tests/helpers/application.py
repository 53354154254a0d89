"""The one QApplication that all tests share: one test may end it, and the next needs it to run again."""

from __future__ import annotations

import sys
from typing import Any


def revive() -> None:
    """Let event loops run again after `QCoreApplication.exit()` was called while none was running.

    Qt remembers such a call until the application's next `exec()`. Until then every other loop returns at
    once, so that waiting for anything waits in vain.
    """
    core: Any = sys.modules.get("PySide6.QtCore")
    app = core.QCoreApplication.instance() if core else None
    if app is None:
        return
    loop = core.QEventLoop()
    core.QTimer.singleShot(0, loop.quit)
    if loop.exec() == -1:
        core.QTimer.singleShot(0, app.quit)
        app.exec()
