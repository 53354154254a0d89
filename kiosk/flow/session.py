"""The only owner of one patron's data: the resume now, what it was before, what is on the drive.

Nothing here touches a disk. Everything is used from one thread (the wizard's); a background task is given the
immutable `Resume` and never the session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from kiosk.flow import choices, paths
from kiosk.flow.choices import Choices
from kiosk.resume.model import Resume
from kiosk.resume.texts import is_blank

if TYPE_CHECKING:
    from kiosk.storage.drive import Drive
    from kiosk.storage.save import Receipt

MOST_SNAPSHOTS = 500
"""How many steps can be undone. 200 snapshots of ten jobs were measured at 166 KB: this stays under 1 MB."""

Watcher = Callable[[], None]


class Travel(Enum):
    """Where Undo and Redo go."""

    BACK = auto()
    FORTH = auto()


@dataclass(frozen=True, slots=True, repr=False)
class _Moment:
    """What Undo and Redo come back to: the answers, and what was begun and is no answer yet."""

    resume: Resume
    drafts: Mapping[str, Any]


class Session:
    """One person's sitting. Observers are told after every change and ask for what they need.

    `usual` is how a page looks before anything is chosen, `looks` the ids of the templates there are.
    """

    def __init__(
        self, usual: Choices, resume: Resume | None = None, looks: AbstractSet[str] = frozenset()
    ) -> None:
        self._resume = resume or Resume()
        self._usual = usual
        self._looks = looks | {usual.template}
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        self._open_step = ""
        self._drafts: dict[str, Any] = {}
        self._drafting = ""  # whose draft was touched last, and which drafts there were before that
        self._before: dict[str, Any] = {}
        self._saved: Resume | None = None
        self._receipt: Receipt | None = None
        self._drive: Drive | None = None
        self._without_drive = False
        self._watchers: list[Watcher] = []
        self._travel: Travel | None = None

    @property
    def resume(self) -> Resume:
        """The resume as it is now."""
        return self._resume

    @property
    def choices(self) -> Choices:
        """How the page is to look."""
        order = paths.usual_order(self._resume, self._usual.order)
        return choices.of(self._resume, replace(self._usual, order=order), self._looks)

    def edit(self, resume: Resume, *, step: str = "", begun: Mapping[str, Any] | None = None) -> None:
        """Make `resume` the current one. Edits in a row with the same `step` are undone as one.

        What was begun of an entry goes with it; `begun` are drafts that come back with one.
        """
        if resume == self._resume:
            return
        if not step or step != self._open_step:
            self._past.append(_Moment(self._resume, self._drafts_before(step)))
            del self._past[:-MOST_SNAPSHOTS]
        self._open_step = step
        self._future.clear()
        if self._drafts:
            from kiosk.flow import begun as drafts  # the first screens have none

            self._drafts = drafts.followed(self._drafts, self._resume, resume, typed=bool(step))
        self._drafts.update(begun or {})
        self._resume = resume
        self._tell()

    def commit(self) -> None:
        """End the step that is open: what is typed next can be undone on its own."""
        self._open_step = self._drafting = ""

    def open(self, resume: Resume) -> None:
        """Go on with a resume that was read from a drive; there is nothing to undo before it."""
        self._past.clear()
        self._future.clear()
        self._drafts.clear()
        self._before.clear()
        self._open_step = self._drafting = ""
        self._resume = self._saved = resume
        self._tell()

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back and nothing typed since."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self._go(Travel.BACK, self._past, self._future)

    def redo(self) -> None:
        """Do again what was taken back, if there is something."""
        self._go(Travel.FORTH, self._future, self._past)

    @property
    def travel(self) -> Travel | None:
        """Whether it is Undo or Redo that observers are being told of; None for anything else."""
        return self._travel

    def _go(self, way: Travel, source: list[_Moment], target: list[_Moment]) -> None:
        if source:
            target.append(_Moment(self._resume, dict(self._drafts)))
            moment = source.pop()
            self._resume, self._drafts = moment.resume, dict(moment.drafts)
            self.commit()
            self._travel = way
            try:
                self._tell()
            finally:
                self._travel = None

    def _drafts_before(self, step: str) -> dict[str, Any]:
        """Return the drafts as they were before the answer of `step` was begun."""
        return self._before if step and step == self._drafting else dict(self._drafts)

    def choose(self, **changes: Any) -> None:
        """Change how the page looks: any of the attributes of `Choices`. It can be undone."""
        chosen = replace(self.choices, **changes)
        if chosen != self.choices:
            self.edit(choices.remembered(self._resume, chosen))

    def draft(self, key: str) -> Any:
        """Return what was typed into a field but is no answer yet (half of a year), or None."""
        return self._drafts.get(key)

    def keep_draft(self, key: str, value: Any) -> None:
        """Keep what is no answer yet, so that coming back to the screen shows it; None forgets it."""
        if key != self._drafting:
            self._drafting, self._before = key, dict(self._drafts)
        if value is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = value

    def begun(self, section: str, number: int) -> dict[str, Any]:
        """Return what was begun of one entry, by the names of its fields."""
        start = f"{section}.{number}."
        return {key.removeprefix(start): kept for key, kept in self._drafts.items() if key.startswith(start)}

    @property
    def saved(self) -> Resume | None:
        """The resume that was last read back from a drive, or None."""
        return self._saved

    @property
    def receipt(self) -> Receipt | None:
        """What the last save of this sitting wrote, or None."""
        return self._receipt

    @property
    def drive(self) -> Drive | None:
        """The person's drive: the one they chose, or where the last save went. None while there is none."""
        return self._drive

    def use_drive(self, drive: Drive) -> None:
        """Say which drive is the person's: their answers are kept there from now on."""
        self._drive = drive
        self._without_drive = False
        self._tell()

    @property
    def without_drive(self) -> bool:
        """Whether the person said that they have no drive, and has saved on none since."""
        return self._without_drive

    def go_without_drive(self) -> None:
        """Say that there is no drive: nothing will be kept."""
        self._without_drive = True
        self._drive = None if self._receipt is None else self._drive
        self._tell()

    @property
    def unsaved(self) -> bool:
        """Whether there are answers that are on no drive."""
        return not is_blank(self._resume) if self._saved is None else self._resume != self._saved

    def mark_saved(self, receipt: Receipt, resume: Resume, drive: Drive) -> None:
        """Say that `resume`, which may no longer be the current one, was saved and read back."""
        self._receipt = receipt
        self._drive = drive
        self._saved = resume
        self._without_drive = False
        self._tell()

    def forget(self) -> None:
        """Let go of everything, for good. Observers are let go first: nobody is told."""
        self._watchers.clear()
        self._past.clear()
        self._future.clear()
        self._drafts.clear()
        self._before.clear()
        self._open_step = self._drafting = ""
        self._resume = Resume()
        self._saved = self._receipt = self._drive = None
        self._without_drive = False

    def watch(self, changed: Watcher) -> Callable[[], None]:
        """Call `changed` after every change; returns what stops it."""
        self._watchers.append(changed)

        def unwatch() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return unwatch

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
