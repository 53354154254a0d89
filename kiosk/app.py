"""The wizard as a program: builds the parts of one patron's sitting, connects them, runs until it is over.

One process is one patron. The supervisor starts it and reads its exit status: 0 after *Finish and erase*, 10
when the window was closed, 2 when it could not start. What was typed is erased first in both cases.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from enum import IntEnum
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk import i18n, later, logs, settings
from kiosk.errors import KioskError
from kiosk.flow.choices import Choices
from kiosk.flow.following import follow
from kiosk.flow.keeping import Keeping
from kiosk.flow.plugged import Plugged
from kiosk.flow.session import Session
from kiosk.flow.wizard import Wizard
from kiosk.render import catalogue
from kiosk.render.types import Paper
from kiosk.settings import Settings
from kiosk.storage.drive import DriveSource
from kiosk.storage.folder import FolderDrives
from kiosk.storage.system import SystemDrives
from kiosk.worker import Worker

# Once PySide is there it searches the source of every module that is imported: those above are spared that.
# isort: split
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.ui import boxnote, lockdown, pages, theme
from kiosk.ui.pages.context import Context
from kiosk.ui.tasks import Tasks
from kiosk.ui.window import Window

if TYPE_CHECKING:
    from kiosk.printing.types import Printers

WARM_UP = "kiosk.render.job:warm_up"
PATIENCE_SECONDS = 10.0
"""How long the end waits for a file that is being written."""

LATER_MS = 1000
"""How long after the first screen the rest is made ready; nobody has read its question by then."""

LOOK_SECONDS = 1.0
"""How long the end waits for a look at the drives."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})


class Exit(IntEnum):
    """How the process ended."""

    FINISHED = 0
    UNUSABLE = 2
    CLOSED = 10


class Sitting:
    """One patron's sitting, from the first screen until everything is erased."""

    def __init__(
        self,
        app: QApplication,
        config: Settings,
        drives: DriveSource,
        worker: Worker,
        printers: Printers | None = None,
    ) -> None:
        self._app = app
        self._kiosk_mode = config.kiosk_mode
        self._ended = False
        self._tasks = Tasks(self.bug)
        self._worker = worker
        looks = [template.id for template in catalogue.templates()]
        usual = Choices(template=looks[0], paper=Paper(config.paper))
        self.session = Session(usual, looks=frozenset(looks))
        self.wizard = Wizard(self.session)
        self._offers = cache(partial(later.offers, config))
        self._speech = cache(later.speech)
        self._plugged = Plugged(drives, self._bug_elsewhere)
        self.keeping = Keeping(drives, self._plugged, self._bug_elsewhere)
        follow(self.session, self.wizard, self.keeping)
        self._nowhere = lockdown.Nowhere()
        context = Context(
            session=self.session,
            wizard=self.wizard,
            worker=self._worker,
            drives=drives,
            plugged=self._plugged,
            keeping=self.keeping,
            tasks=self._tasks,
            settings=config,
            make_printers=(lambda: printers) if printers else cache(partial(later.printers, config)),
            make_offers=self._offers,
            make_speech=self._speech,
        )
        self.window = Window(context, pages.build, may_close=not config.kiosk_mode)
        self.window.finished.connect(lambda: self.end(Exit.FINISHED))
        self.window.closed.connect(lambda: self.end(Exit.CLOSED))
        self.keeping.start()
        self._plugged.start()

    def show(self) -> None:
        """Show the first screen."""
        lockdown.show(self.window, kiosk_mode=self._kiosk_mode)
        QTimer.singleShot(LATER_MS, self.window, self._get_ready)

    def _get_ready(self) -> None:
        """Do what the first screen does not need: with it, it would make the first screen wait."""
        self.window.listen_to_touch()
        self._tasks.run(later.load_drawing, _nothing, self.bug, self.window)
        self._tasks.run(later.missing_fonts, self._tell_missing, self.bug, self.window)
        self._tasks.run(later.letters, boxnote.know, self.bug, self.window)
        self._tasks.run(lambda: self._offers().warm_up(), _nothing, self.bug, self.window)

    def _tell_missing(self, missing: tuple[str, ...]) -> None:
        """Say so at once where a page would come out in other letters, or in none."""
        if missing:
            from kiosk.ui import covers

            self.window.show_cover(covers.fonts_cover(missing, self.window.uncover))

    def bug(self, error: BaseException) -> None:
        """Tell the log where, without what; tell the person calmly, once the event loop runs again."""
        logs.bug(error)
        if not self._ended:
            QTimer.singleShot(0, self.window, self.window.show_bug)

    def _bug_elsewhere(self, error: BaseException) -> None:
        """Tell only the log: nothing that the person did stopped working."""
        logs.bug(error)

    def end(self, status: Exit) -> None:
        """Erase everything and leave with `status`."""
        if self._ended:
            return
        from kiosk.flow import privacy

        self._ended = True
        self.keeping.keep(self.session.resume)
        rows = privacy.erasures(
            self.session,
            self.keeping,
            self._worker,
            patience=PATIENCE_SECONDS,
            close_screens=self._close_screens,
            clear_clipboard=self._clear_clipboard,
            stop_reading=lambda: self._speech().close(),
        )
        hangs = "keeping" in privacy.erase(rows)
        if not (self._tasks.close(PATIENCE_SECONDS) and self._plugged.close(LOOK_SECONDS)) or hangs:
            # A thread that hangs on a broken drive would keep the process alive, and the patron's words.
            os._exit(status)
        self._nowhere.release()
        self._app.exit(status)

    def _close_screens(self) -> None:
        self.window.close_down()
        self.window.hide()
        self.window.deleteLater()

    def _clear_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
            clipboard.clear(mode)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sitting and return the exit status; prints one plain line when it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.app", description="The wizard, for one person.")
    parser.add_argument(
        "--drive", type=Path, metavar="DIR", help="a folder posing as the drive, for practice"
    )
    arguments = parser.parse_args(argv)
    logs.to(sys.stderr)
    try:
        config = settings.load()
        i18n.use(config.languages[0])
        drives = _drives(arguments.drive, config)
    except KioskError as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - the command's one plain line
        return Exit.UNUSABLE
    app = QApplication([])
    set_up(app, config.languages[0])
    # However this ends, the worker's process ends with it.
    with Worker(warm=WARM_UP) as worker:
        sitting = Sitting(app, config, drives, worker)
        _catch_bugs(sitting)
        sitting.show()
        return app.exec()


def _nothing(_done: None) -> None:
    """What was made ready needs nobody told."""


def _drives(folder: Path | None, config: Settings) -> DriveSource:
    """Return where the drives come from: the system, or a folder in their place."""
    if config.drive_folder:
        return FolderDrives(Path(config.drive_folder))
    if folder is not None and not config.kiosk_mode:
        return FolderDrives(folder)
    return SystemDrives()


def set_up(app: QApplication, language: str) -> None:
    """Give the application its style, its direction of reading and its look."""
    app.setApplicationName("resume-kiosk")
    app.setStyle("Fusion")  # platform styles ignore parts of a style sheet
    right_to_left = language.partition("_")[0] in RIGHT_TO_LEFT
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    theme.dress(theme.Look())


def _catch_bugs(sitting: Sitting) -> None:
    def in_gui(_kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        sitting.bug(error)

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            logs.bug(arguments.exc_value)

    sys.excepthook = in_gui
    threading.excepthook = in_thread


if __name__ == "__main__":
    sys.exit(main())
