"""Screens that lie over the whole window: one thing to say, one or two things to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import WIDEST

if TYPE_CHECKING:
    from kiosk.flow.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of a cover. The first choice is where the focus starts."""

    words: str
    icon: str
    kind: ButtonKind
    then: Callable[[], None]


class Cover(QWidget):
    """A heading, some sentences, and what can be done. Escape does `leave`, which loses nothing."""

    def __init__(
        self, heading: str, sentences: Sequence[str], choices: Sequence[Choice], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self._leave = leave
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join(sentences))
        self.buttons = [Button(choice.words, choice.icon, choice.kind) for choice in choices]

        words = QWidget()
        words.setObjectName("content")
        layouts.limit_width(words, WIDEST)
        column = layouts.column(words, spacing=16, margins=(24, 48, 24, 48))
        column.addStretch(1)
        column.addWidget(Text(heading, TextRole.HEADING))
        for sentence in sentences:
            column.addWidget(Text(sentence))
        column.addSpacing(16)
        for button, choice in zip(self.buttons, choices, strict=True):
            button.clicked.connect(choice.then)
            column.addWidget(button)
        column.addStretch(2)

        middle = QWidget()
        middle.setObjectName("middle")
        centred = layouts.row(middle, spacing=0)
        centred.addStretch(1)
        centred.addWidget(words, 1000)
        centred.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(middle)
        layouts.column(self, spacing=0).addWidget(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget | None:
        """Return the first thing that can be pressed."""
        return self.buttons[0] if self.buttons else None


def finish_cover(
    *,
    session: Session,
    kept: bool,
    go_back: Callable[[], None],
    save: Callable[[], None],
    finish: Callable[[], None],
) -> Cover:
    """Ask whether to finish and erase; what is not on a drive can be saved first, where there is one.

    `kept` says that all answers are on the drive, if only in the file to open here again.
    """
    erase = Choice(words=_("Finish and erase"), icon="finish", kind=ButtonKind.ERASE_FILLED, then=finish)
    back = Choice(words=_("Go back"), icon="back", kind=ButtonKind.PLAIN, then=go_back)
    promise = _("We erase everything you typed from this computer. Nobody can bring it back.")
    if session.unsaved and session.without_drive:
        taken = _("Take what you printed or have on your phone. The rest goes.")
        return Cover(_("Finish and erase?"), (taken, promise), (back, erase), go_back)
    if session.unsaved:
        first = Choice(words=_("Save now"), icon="save", kind=ButtonKind.PRIMARY, then=save)
        quiet = Choice(words=erase.words, icon=erase.icon, kind=ButtonKind.ERASE, then=finish)
        missing = _("Some of your answers are not on your drive yet.")
        if kept:
            missing = _("Your answers are on your drive, but your PDF and Word file are not there yet.")
        sentences = (missing, promise)
        return Cover(_("Finish without saving?"), sentences, (first, back, quiet), go_back)
    return Cover(_("Finish and erase?"), (promise,), (back, erase), go_back)


def bug_cover(go_back: Callable[[], None], save: Callable[[], None]) -> Cover:
    """Say that something in the program went wrong, in words that help."""
    choices = (
        Choice(words=_("Go on"), icon="next", kind=ButtonKind.PRIMARY, then=go_back),
        Choice(words=_("Save now"), icon="save", kind=ButtonKind.PLAIN, then=save),
    )
    sentences = (
        _("Something in this program did not work. Your answers are still here."),
        _("You can go on. To be safe, save to your drive soon. If this comes back, ask the staff for help."),
    )
    return Cover(_("That did not work"), sentences, choices, go_back)


def fonts_cover(missing: Sequence[str], leave: Callable[[], None]) -> Cover:
    """Say that this computer lacks what a page is drawn with."""
    names = ", ".join(missing)
    sentences = (
        _("This computer does not have the letters that your page needs. Please ask the staff for help."),
        _("For staff: install these fonts: {names}.").format(names=names),
    )
    choice = Choice(words=_("Close"), icon="close", kind=ButtonKind.PRIMARY, then=leave)
    return Cover(_("This computer is not ready"), sentences, (choice,), leave)


def keys_cover(leave: Callable[[], None]) -> Cover:
    """Say that the keys on the screen come when there is something to type in."""
    sentence = _("There is nothing to type in on this screen. The keys come with the next box to type in.")
    choice = Choice(words=_("Go on"), icon="next", kind=ButtonKind.PRIMARY, then=leave)
    return Cover(_("The keys will come"), (sentence,), (choice,), leave)
