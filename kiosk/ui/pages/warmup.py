"""*Try it for one minute*: mouse and keys, one thing at a time, with words that are nobody's.

Nothing here touches the resume, the drive or Undo, and nothing is counted. Next always leads on, done or not.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.flow.steps import Step
from kiosk.flow.warmup import EXERCISES, OVER, OVER_HELP
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign
from kiosk.ui.pages.warmup_parts import PRACTICES, Practice

HOME = "home"


class WarmUpPage(Page):
    """Shows one exercise after the other, and at the end a sentence."""

    def __init__(self, _step: Step, context: Context) -> None:
        super().__init__(context)
        self._number = 0
        self._practice: Practice | None = None
        self._place = layouts.column()
        self._which = Text(role=TextRole.SMALL)
        self._done = Sign("check", "", "done", TextRole.GOOD)
        policy = self._done.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what was just clicked does not move
        self._done.setSizePolicy(policy)
        self._no_mouse = Button(_("I use only the keyboard"), "keyboard", ButtonKind.QUIET)
        self._no_mouse.clicked.connect(self._pass_mouse)
        self._stop = Button(_("Stop and go back"), "close", ButtonKind.QUIET)
        self._stop.clicked.connect(self._leave)
        self.body.addLayout(self._place)
        self.body.addWidget(self._done)
        self.body.addWidget(self._which)
        ways = layouts.row(spacing=8)
        ways.addWidget(self._no_mouse)
        ways.addWidget(self._stop)
        ways.addStretch(1)
        self.body.addLayout(ways)

    @property
    def number(self) -> int:
        """Which exercise is shown, from 0; as many as there are when it is over."""
        return self._number

    def enter(self) -> None:
        """Begin at the beginning: nothing is remembered."""
        self._show(0)

    def first_focus(self) -> QWidget | None:
        """Return what the exercise is done with."""
        return self._practice.first() if self._practice else None

    def next_label(self) -> str:
        """Say where Next leads when it is over."""
        return _("Next") if self._number < len(EXERCISES) else _("Go to the first screen")

    def go_next(self) -> None:
        """Go on to the next exercise, whether this one was done or not."""
        if self._number < len(EXERCISES):
            self._turn(self._number + 1)
        else:
            self._leave()

    def go_back(self) -> None:
        """Go to the exercise before."""
        if self._number:
            self._turn(self._number - 1)
        else:
            self._leave()

    def _leave(self) -> None:
        self.context.wizard.go(HOME)

    def _pass_mouse(self) -> None:
        self._turn(next(n for n, exercise in enumerate(EXERCISES) if not exercise.with_mouse))

    def _turn(self, number: int) -> None:
        """Show another exercise, with the focus on it, and have it read out."""
        self._show(number)
        self.changed.emit()
        self.to_top()
        first = self.first_focus() or self.window().focusWidget()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.announce(self.spoken)

    def _show(self, number: int) -> None:
        self._number = number
        if self._practice is not None:
            self._practice.hide()
            self._practice.deleteLater()
            self._practice = None
        over = number >= len(EXERCISES)
        self._done.hide()
        for widget in (self._which, self._stop):
            widget.setVisible(not over)
        self._no_mouse.setVisible(not over and EXERCISES[number].with_mouse)
        if over:
            self.set_heading(_(OVER), _(OVER_HELP))
        else:
            self._show_exercise(number)

    def _show_exercise(self, number: int) -> None:
        exercise = EXERCISES[number]
        self.set_heading(_(exercise.title).format(word=_(exercise.wanted)), _(exercise.help))
        words = _("{number} of {total}. Go on with Next at any time.")
        self._which.setText(words.format(number=number + 1, total=len(EXERCISES)))
        self._done.words.setText(_(exercise.done))
        self._practice = PRACTICES[exercise.task](exercise)
        self._practice.done.connect(self._say_done)
        self._practice.go_on.connect(self.go_next)
        self._place.addWidget(self._practice)
        self._practice.show()  # now, not in a moment: it takes the focus

    def _say_done(self) -> None:
        if not self._done.isVisible():
            self._done.show()
            QTimer.singleShot(0, self._done, lambda: self.show_widget(self._done))  # once it has its place
            self.context.announce(self._done.words.text())
