"""The list of steps at the left, and the one line it becomes where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.flow.wizard import GroupView, StepState
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole, restyle

_ICONS = {
    StepState.DONE: ("check", "done"),
    StepState.CURRENT: ("here", "action"),
    StepState.TO_COME: ("to-come", "quiet_ink"),
}


def _spoken(state: StepState, number: int, total: int) -> str:
    """Say in words what the icon of a step shows."""
    texts = {
        StepState.DONE: _("Step {number} of {total}. Done."),
        StepState.CURRENT: _("Step {number} of {total}. You are here."),
        StepState.TO_COME: _("Step {number} of {total}. Still to come."),
    }
    return texts[state].format(number=number, total=total)


class Stepper(QFrame):
    """Every step with how far it is; pressing one goes there."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName(_("Steps"))
        outer = layouts.column(self, spacing=4, margins=(12, 16, 8, 16))
        self._column = layouts.column(spacing=4)
        outer.addLayout(self._column)
        outer.addStretch(1)
        outer.addWidget(Text(_("Nothing you type is kept on this computer."), TextRole.SMALL))
        self._buttons: list[Button] = []
        self._steps: Sequence[GroupView] = ()

    def show_steps(self, steps: Sequence[GroupView]) -> None:
        """Show how far each step is."""
        self._steps = steps
        while len(self._buttons) < len(steps):
            self._add(len(self._buttons))
        for button in self._buttons[len(steps) :]:
            button.hide()
        for index, (button, view) in enumerate(zip(self._buttons, steps, strict=False)):
            button.show()
            state = view.state.name.lower()
            button.say(_(view.title))
            button.setAccessibleDescription(_spoken(view.state, index + 1, len(steps)))
            button.set_icon(*_ICONS[view.state])
            if button.property("state") != state:
                button.setProperty("state", state)
                restyle(button)

    def _add(self, index: int) -> None:
        button = Button(kind=ButtonKind.STEP, parent=self)
        button.clicked.connect(lambda: self.chosen.emit(self._steps[index].first.id))
        self._column.addWidget(button)
        self._buttons.append(button)


class StepLine(Bar):
    """The same in one line, with the way to the page where the page itself has no room."""

    see_page = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step-line")
        layouts.set_distances(self.row, 8, (16, 0, 16, 4))
        self._where = Text(role=TextRole.LABEL, wrap=False)
        self._see = Button(_("See my page"), "page", ButtonKind.QUIET)
        self.row.addWidget(self._where)
        self.row.addStretch(1)
        self.row.addWidget(self._see)
        self._see.clicked.connect(self.see_page)
        self.squeeze_by(self._squeeze_see)

    def show_steps(self, steps: Sequence[GroupView]) -> None:
        """Say where we are."""
        numbered = list(enumerate(steps, 1))
        number, view = next((one for one in numbered if one[1].state is StepState.CURRENT), numbered[-1])
        words = _("Step {number} of {total}: {title}")
        self._where.setText(words.format(number=number, total=len(steps), title=_(view.title)))
        self.fit()

    def show_button(self, visible: bool) -> None:
        """Show *See my page* where there is no page beside the questions."""
        self._see.setVisible(visible)
        self.fit()

    def _squeeze_see(self, tight: bool) -> None:
        self._see.say("" if tight else _("See my page"), _("See my page"))
