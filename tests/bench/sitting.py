"""The wizard with a stopwatch in it: run by the real supervisor in place of `kiosk.app`, on a real X screen.

`main(["start", DRIVE])` presses *Start a new resume* and types one letter; `main(["edit", DRIVE, PAGES])`
types 50 letters into the phone number of a finished resume, then saves. Each prints a line of JSON.
Times are of the monotonic clock, which all processes share. What only the second one uses is imported there:
it would count as the wizard's own start.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Generator, Sequence
from datetime import date
from pathlib import Path

from kiosk import app

# After the wizard, as it is without a stopwatch: see there.
# isort: split
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

sys.path.insert(0, str(Path(__file__).parent))

Story = Generator[Callable[[], bool], None, list[float]]
"""What is done, with a condition to wait for at each `yield`, and the times that were measured."""

EDITS = 50
SAVES = 15
TICK_MS = 5


def main(argv: Sequence[str]) -> int:
    """Run one sitting with a stopwatch; the words are those of the module's docstring."""
    what, drive, *rest = argv
    show = app.Sitting.show

    def show_and_measure(sitting: app.Sitting) -> None:
        show(sitting)
        probe = {"start": FirstKey, "edit": Typing}[what](sitting, drive, *rest)
        QTimer.singleShot(0, probe, probe.begin)

    app.Sitting.show = show_and_measure  # type: ignore[method-assign,assignment]
    return int(app.main(["--drive", drive]))


class Probe(QObject):
    """What both stopwatches share: a story told as a generator that yields what it waits for."""

    def __init__(self, sitting: app.Sitting, *_words: str) -> None:
        super().__init__(sitting.window)
        self.sitting = sitting
        self.window = sitting.window
        self._poll = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._poll.timeout.connect(self._step)
        self._waits: Callable[[], bool] = lambda: True

    def begin(self) -> None:
        """Begin the story."""
        self._story = self.story()
        self._poll.start()

    def story(self) -> Story:
        """Tell what is done, with a condition to wait for at each `yield`."""
        raise NotImplementedError

    def _step(self) -> None:
        while self._waits():
            try:
                self._waits = next(self._story)
            except StopIteration:
                self._poll.stop()
                self.sitting.end(app.Exit.CLOSED)
                return

    def say(self, **figures: object) -> None:
        """Print what was measured."""
        print(json.dumps(figures), flush=True)


class FirstKey(Probe):
    """From the start of the process to the first letter in the first field."""

    def story(self) -> Story:
        """Press Enter on the first door, take the drive, and type as soon as a field has the focus."""
        yield lambda: self.window.isActiveWindow() and QApplication.focusWidget() is not None
        window = time.monotonic()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        yield lambda: self._is_called("Use this drive")
        taken = QApplication.focusWidget()
        assert taken is not None
        QTest.keyClick(taken, Qt.Key.Key_Return)
        yield lambda: self.sitting.wizard.current.step.id == "path" and self.window.page.isVisible()
        self.window.page.go_next()  # having worked before is ticked already
        yield lambda: isinstance(QApplication.focusWidget(), QLineEdit)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_A)
        assert field.text() == "a"
        self.say(window=window, usable=time.monotonic())
        return []

    @staticmethod
    def _is_called(name: str) -> bool:
        here = QApplication.focusWidget()
        return here is not None and here.accessibleName() == name


class Typing(Probe):
    """Edits until they are painted, the gaps of a timer meanwhile, saves, and the memory after all that."""

    def __init__(self, sitting: app.Sitting, drive: str, pages: str) -> None:
        super().__init__(sitting)
        self.pages = int(pages)
        self.drive = Path(drive)
        self.gaps: list[float] = []
        self._last = 0.0
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._fresh = self._painted = False
        self._painted_at = 0.0

    def story(self) -> Story:
        """Open a resume, wait until it is drawn, type, save."""
        from documents import resume_of

        self.sitting.session.open(resume_of(self.pages))
        self.sitting.wizard.go("contact")
        self._listen()
        yield lambda: self._painted
        yield self._pause(500)
        field = self._phone()
        idle = yield from self._idle()
        edits = yield from self._edits(field)
        busy, self.gaps = self.gaps, []
        memory = self._memory()
        saves = yield from self._saves()
        self.say(
            edits=edits,
            idle=idle,
            gaps=busy,
            memory=memory,
            saves=saves,
            pages=self.window.frame.preview.pages,
        )
        return edits

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the sheet being painted with a fresh picture."""
        if event.type() == QEvent.Type.Paint and self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self, self._mark)
        return super().eventFilter(watched, event)

    def _mark(self) -> None:
        self._painted, self._painted_at = True, time.monotonic()

    def _listen(self) -> None:
        from kiosk.ui.paper import Sheet

        def fresh() -> None:
            self._fresh = True

        self.window.frame.preview.painted.connect(fresh)
        self.window.frame.preview.findChildren(Sheet)[0].installEventFilter(self)

    def _phone(self) -> QLineEdit:
        resume = self.sitting.session.resume
        return next(
            field for field in self.window.page.findChildren(QLineEdit) if field.text() == resume.basics.phone
        )

    def _pause(self, milliseconds: float) -> Callable[[], bool]:
        until = time.monotonic() + milliseconds / 1000
        return lambda: time.monotonic() >= until

    def _tick(self) -> None:
        now = time.monotonic()
        if self._last:
            self.gaps.append((now - self._last) * 1000)
        self._last = now

    def _idle(self) -> Story:
        """Measure the timer while nothing is drawn: what the machine itself does to it."""
        self._ticks.start()
        yield self._pause(3000)
        idle, self.gaps = self.gaps, []
        return idle

    def _edits(self, field: QLineEdit) -> Story:
        random.seed(1)
        field.setCursorPosition(len(field.text()))
        times = []
        for n in range(EDITS):
            yield self._pause(random.uniform(20, 90))  # noqa: S311 - not in step with any timer
            self._painted = False
            pressed = time.monotonic()
            QTest.keyClick(field, Qt.Key.Key_Backspace if n % 2 else Qt.Key.Key_7)
            yield lambda: self._painted
            times.append((self._painted_at - pressed) * 1000)
        return times

    def _saves(self) -> Story:
        from kiosk.flow.export import Export, job_for
        from kiosk.storage.folder import FolderDrives

        drives = FolderDrives(self.drive)
        [drive] = drives.drives()
        session, worker = self.sitting.session, self.sitting._worker
        times = []
        for n in range(SAVES):
            job = job_for(session.resume, session.choices)
            began = time.monotonic()
            Export(worker, drives, lambda _state: None).run(job, drive, f"Bench {date.today():%Y} {n}")
            times.append((time.monotonic() - began) * 1000)
            yield self._pause(20)
        return times

    def _memory(self) -> dict[str, float]:
        """Proportional set size of this process and its children, MiB (proc_pid_smaps_rollup)."""
        import psutil

        children = psutil.Process().children(recursive=True)
        return {"gui": _pss(os.getpid()), "worker": sum(_pss(child.pid) for child in children)}


def _pss(process: int) -> float:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
