"""Reading aloud: asks for headphones first, once in a sitting, and stops with the button that began it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.i18n import _
from kiosk.speech.types import End, Passage, Speech
from kiosk.ui.controls import ButtonKind
from kiosk.ui.covers import Choice, Cover

Gather = Callable[[], Sequence[Passage]]
"""Returns what is to be read, as it is when reading begins."""


class Desk(Protocol):
    """What is asked of the window."""

    def cover(self, widget: QWidget, first: QWidget | None) -> None:
        """Lay `widget` over the frame, with the focus on `first`."""
        ...

    def uncover(self) -> None:
        """Show the frame again, with the focus where it was."""
        ...


class Aloud(QObject):
    """Reads one thing at a time. Nothing private is said before somebody answered that they hear it."""

    changed = Signal(bool)
    """Reading began (True) or ended."""

    _ended = Signal(int, object)

    def __init__(self, speech: Speech, language: str, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._speech = speech
        self._language = language
        self._desk = desk
        self._heard = False
        self._turn = 0
        self._reading = False
        self._wanted: Gather = tuple
        self._ended.connect(self._over, Qt.ConnectionType.QueuedConnection)  # it comes from another thread

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self._reading

    def read(self, gather: Gather) -> None:
        """Read, or stop when that is what is going on; ask about headphones before the first time."""
        if self._reading:
            self.stop()
        elif not self._speech.speaks(self._language):
            self._lay(self._no_voice())
        elif self._heard:
            self._say(gather())
        else:
            self._wanted = gather
            self._ask()

    def stop(self) -> None:
        """Be silent."""
        self._turn += 1
        self._speech.stop()
        self._show(reading=False)

    def _say(self, passages: Sequence[Passage]) -> None:
        self._turn += 1
        turn = self._turn
        self._speech.speak(passages, lambda end: self._tell(turn, end))
        self._show(reading=True)

    def _tell(self, turn: int, end: End) -> None:
        """Called on another thread."""
        if isValid(self):
            self._ended.emit(turn, end)

    def _over(self, turn: int, end: End) -> None:
        if turn != self._turn:
            return
        self._show(reading=False)
        if end is End.NO_SOUND:
            self._lay(self._no_sound())
        elif end is End.NO_VOICE:
            self._lay(self._no_voice())

    def _show(self, *, reading: bool) -> None:
        if reading != self._reading:
            self._reading = reading
            self.changed.emit(reading)

    def _lay(self, cover: Cover) -> None:
        self._desk.cover(cover, cover.first_focus())

    def _ask(self) -> None:
        """Say a few words that are nobody's, and ask who hears them."""
        words = _("Put on headphones. Do you hear this?")
        choices = (
            Choice(words=_("Yes, I hear it"), icon="check", kind=ButtonKind.PRIMARY, then=self._begin),
            Choice(words=_("Say it again"), icon="listen", kind=ButtonKind.PLAIN, then=self._test),
            Choice(
                words=_("No, I hear nothing"), icon="close", kind=ButtonKind.PLAIN, then=self._hears_nothing
            ),
        )
        sentences = (_("Then we read to you. Without headphones, other people hear your answers too."),)
        cover = Cover(words, sentences, choices, self._leave)
        self._desk.cover(cover, cover.buttons[1])  # Enter by mistake reads nothing to the room
        self._test()

    def _test(self) -> None:
        self._say((Passage(_("Put on headphones. Do you hear this?"), self._language),))

    def _begin(self) -> None:
        self._heard = True
        self._leave()
        self._say(self._wanted())

    def _leave(self) -> None:
        self.stop()
        self._desk.uncover()

    def _hears_nothing(self) -> None:
        self.stop()
        self._lay(self._no_sound())

    def _no_sound(self) -> Cover:
        self._heard = False  # other headphones, or none: ask again
        return Cover(
            _("There is no sound"),
            (
                _("Look if the headphones are plugged in all the way, and turn the sound up."),
                _("This computer may have no sound at all. Please ask the staff."),
            ),
            (
                Choice(words=_("Go back"), icon="back", kind=ButtonKind.PRIMARY, then=self._leave),
                Choice(words=_("Try again"), icon="listen", kind=ButtonKind.PLAIN, then=self._ask),
            ),
            self._leave,
        )

    def _no_voice(self) -> Cover:
        sentences = (_("This computer has no voice for this language. Please ask the staff to read to you."),)
        back = Choice(words=_("Go back"), icon="back", kind=ButtonKind.PRIMARY, then=self._leave)
        return Cover(_("We cannot read this aloud"), sentences, (back,), self._leave)
