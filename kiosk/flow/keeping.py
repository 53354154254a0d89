"""The editable file on the person's drive, kept up to date unseen after every screen, on a thread of its own.

A drive that stalls or is full holds up nobody: the newest answers wait here, and are written as soon as they
can be. Nothing is written while nothing has changed. What may be replaced is decided by storage.autosave.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import logs
from kiosk.errors import DriveError
from kiosk.flow.kept import KeepState, Kept
from kiosk.flow.plugged import Bug, Newcomers, Plugged, same
from kiosk.flow.watchers import Watchers
from kiosk.resume.model import Resume
from kiosk.resume.texts import is_blank
from kiosk.storage import names

if TYPE_CHECKING:
    from kiosk.storage.autosave import Autosave
    from kiosk.storage.drive import Drive, DriveSource
    from kiosk.storage.safewrite import Mine
    from kiosk.storage.save import Receipt


class Keeping:
    """Keeps one sitting's answers on its drive. For any thread; only what says so makes one wait."""

    def __init__(self, source: DriveSource, plugged: Plugged, on_bug: Bug = logs.bug) -> None:
        self._source = source
        self._plugged = plugged
        self._on_bug = on_bug
        self._turn = threading.Lock()  # who has it may write on the drive
        self._news = threading.Condition()  # guards what follows
        self._drive: Drive | None = None
        self._resume: Resume | None = None
        self._opened: list[Callable[[], None]] = []
        self._asked = self._insist = self._closing = False
        self._began: float | None = None
        self._now = Kept()
        self._newcomers = Newcomers()
        self._tried: tuple[Drive, Resume] | None = None
        self._released = False
        self._spelled: dict[str, str] = {}
        self._watchers = Watchers()
        self._thread: threading.Thread | None = None

    @cached_property
    def _autosave(self) -> Autosave:
        from kiosk.storage.autosave import (
            Autosave,
        )  # with the first thing to write: the first screen is first

        return Autosave(self._source)

    @property
    def now(self) -> Kept:
        """How things stand."""
        return self._now

    @property
    def mine(self) -> Mine:
        """What a final save may replace."""
        return self._autosave.mine

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)
        self._thread.start()
        self._plugged.watch(self._drives_changed)

    def use(self, drive: Drive | None) -> None:
        """Keep the answers on this drive from now on; None for none."""
        with self._news:
            if drive is not None and self._drive is not None and same(drive, (self._drive,)):
                return
            self._drive = drive
            self._released = False
            self._ask(insist=True)

    def keep(self, resume: Resume) -> None:
        """These are the answers now. What waited to be written before is not written any more."""
        with self._news:
            changed = resume != self._resume
            self._resume = resume
            if changed or not self._released:  # what may be taken out is not written to for nothing
                self._ask(insist=True)

    def opened(self, drive: Drive, path: Path, resume: Resume, content: bytes) -> None:
        """This sitting goes on with a file: `content` was read from it and is `resume`."""

        def note() -> None:
            self._autosave.opened(drive, path, names.resume_name(resume.basics.name), content)
            if names.is_editable(path.name):
                self._say(Kept(KeepState.READY, drive, resume))

        with self._news:
            self._opened.append(note)
            self._drive, self._resume = drive, resume
            self._released = False
            self._ask(insist=True)

    def finished(self, drive: Drive, name: str, receipt: Receipt, resume: Resume) -> None:
        """A final save of `resume` is on `drive`, in files called `name`. Call it while standing aside."""
        self._autosave.finished(drive, name, receipt)
        with self._news:
            self._spelled[resume.basics.name] = name
            self._drive = drive
            self._released = False
        if "json" in {file.ending for file in receipt.files}:
            self._say(Kept(KeepState.SAVED, drive, resume, datetime.now()))

    def let_go(self, drive: Drive) -> None:
        """Unmount the drive and let it come to rest. It is used again only when there is something to write.

        Blocks; raises DriveError.
        """
        with self.standing_aside():
            self._keep()
            self._source.unmount(drive)
            self._source.eject(drive)
            self._released = True

    @contextmanager
    def standing_aside(self, give_up: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Write nothing meanwhile. Waits for what is being written; raises CancelledError to give up."""
        while not self._turn.acquire(timeout=0.05):
            if give_up():
                raise CancelledError
        try:
            yield
        finally:
            self._turn.release()

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed`, on some thread, whenever `now` is something else; returns what stops it."""
        return self._watchers.add(changed)

    def close(self, seconds: float) -> bool:
        """Write what waits, forget everything, and end; returns whether that was done in time.

        A write that has been under way for long already counts against `seconds`.
        """
        self._watchers.clear()
        with self._news:
            self._closing = True
            self._news.notify()
            spent = time.monotonic() - (self._began or time.monotonic())
        if self._thread is not None:
            self._thread.join(max(0.0, seconds - spent))
        with self._news:
            self._resume = self._drive = self._tried = None
            self._now = Kept()
            self._opened.clear()
            self._spelled.clear()
        return self._thread is None or not self._thread.is_alive()

    def _ask(self, *, insist: bool) -> None:
        self._asked = True
        self._insist = self._insist or insist
        self._news.notify()

    def _drives_changed(self) -> None:
        """A drive that comes while there is none to save on is the person's: they have just put it in."""
        with self._news:
            self._newcomers.see(self._plugged.drives or ())
            self._ask(insist=False)

    def _run(self) -> None:
        while self._wait():
            try:
                with self._turn:
                    self._keep()
            except Exception as bug:  # noqa: BLE001 - answers stay in the session and can be saved by hand
                self._on_bug(bug)
            self._began = None

    def _wait(self) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._asked or self._closing)
            return self._asked

    def _keep(self) -> None:
        """Do what is asked now. Whoever calls it has the turn."""
        with self._news:
            self._asked, insist, self._insist = False, self._insist, False
            opened, self._opened = self._opened, []
            self._began = time.monotonic()
        for note in opened:
            note()
        drive, resume = self._chosen(), self._resume
        if drive is None:
            self._say(Kept())
        elif resume is None or is_blank(resume):
            self._say(self._seen_as(drive, Kept(KeepState.READY, drive)))
        elif self._now.on(drive).resume == resume:
            # What was opened and not changed since was not saved by us.
            state = KeepState.SAVED if self._now.at else KeepState.READY
            self._say(self._seen_as(drive, Kept(state, drive, resume, self._now.at)))
        else:
            self._write(drive, resume, insist=insist)

    def _chosen(self) -> Drive | None:
        with self._news:
            worth = self._resume is not None and not is_blank(self._resume)
            if self._drive is None and worth:
                self._drive = self._newcomers.only
            return self._drive

    def _seen_as(self, drive: Drive, kept: Kept) -> Kept:
        """The same, unless the drive is out and nobody said that it may be taken."""
        if self._released or self._plugged.there(drive) is not None:
            return kept
        return Kept(KeepState.OUT, drive, kept.resume, kept.at)

    def _write(self, drive: Drive, resume: Resume, *, insist: bool) -> None:
        held, there = self._now.on(drive), self._plugged.there(drive)
        if there is None:
            self._released = False  # it was taken out as we said, and is waited for again
            self._say(Kept(KeepState.OUT, drive, held.resume, held.at))
            return
        if not insist and (self._released or self._tried == (there, resume)):
            return
        from kiosk.resume import jsonresume

        self._tried = (there, resume)
        name = self._spelled.get(resume.basics.name) or names.resume_name(resume.basics.name)
        try:
            self._autosave.save(there, name, jsonresume.dumps(resume))
        except DriveError as problem:
            out = not self._source.is_there(there)
            state = KeepState.OUT if out else KeepState.PROBLEM
            self._say(Kept(state, drive, held.resume, held.at, None if out else problem))
        else:
            self._released = False
            self._say(Kept(KeepState.SAVED, there, resume, datetime.now()))

    def _say(self, kept: Kept) -> None:
        if kept != self._now and not (self._closing and kept.state is KeepState.NO_DRIVE):
            self._now = kept
            self._watchers.tell()
