"""The list of jobs or schools: change, move, remove, put back, add."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kiosk.flow import answers, entries
from kiosk.flow.employers import another_role
from kiosk.flow.steps import STEPS, Step
from kiosk.i18n import _
from kiosk.resume.model import Work
from kiosk.ui import heard, layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.notice import PutBack
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import Sign
from kiosk.ui.pages.prompts import Prompts
from kiosk.ui.wrapping import WrappingGrid


class Action(Enum):
    """What can be done with an entry of the list."""

    CHANGE = auto()
    UP = auto()
    DOWN = auto()
    REMOVE = auto()
    ANOTHER = auto()


class Card(QFrame):
    """One entry with its buttons. Those that can do nothing here keep their place but are not shown."""

    def __init__(self, entry: Any, *, first: bool, last: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = layouts.column(self, spacing=4, margins=(4, 12, 4, 8))
        words = layouts.column(spacing=4, margins=(12, 0, 12, 0))
        headline = answers.headline(entry)
        words.addWidget(Text(headline, TextRole.SUBHEADING))
        detail = answers.detail(entry)
        if detail:
            words.addWidget(Text(detail, TextRole.SMALL))
        column.addLayout(words)
        self.buttons = {
            Action.CHANGE: Button(_("Change"), "change", ButtonKind.QUIET),
            Action.UP: Button(_("Move up"), "up", ButtonKind.QUIET),
            Action.DOWN: Button(_("Move down"), "down", ButtonKind.QUIET),
            Action.REMOVE: Button(_("Remove"), "remove", ButtonKind.QUIET),
        }
        line = QWidget()
        grid = WrappingGrid(line, 4)
        if first and last:  # nothing to change places with
            del self.buttons[Action.UP], self.buttons[Action.DOWN]
        for action, button in self.buttons.items():
            button.setAccessibleName(
                _("{action}: {what}").format(action=button.accessibleName(), what=headline)
            )
            button.setAccessibleDescription(detail)
            grid.addWidget(button)
            if (action is Action.UP and first) or (action is Action.DOWN and last):
                button.hide()
            grid.setAlignment(button, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(line)
        if isinstance(entry, Work) and entry.name:
            self._add_another(entry.name)
            column.addWidget(self.buttons[Action.ANOTHER], 0, Qt.AlignmentFlag.AlignLeading)

    def _add_another(self, employer: str) -> None:
        """Add the button that begins another job at the same employer."""
        button = Button(_("I had another job there"), "add", ButtonKind.QUIET)
        button.setAccessibleName(_("{action}: {what}").format(action=button.accessibleName(), what=employer))
        self.buttons[Action.ANOTHER] = button


def _counts(step: Step) -> QWidget:
    """Return what people leave out because they think that it does not count."""
    made = QWidget()
    column = layouts.column(made, spacing=12)
    column.addWidget(Text(_("All of this counts:"), TextRole.LABEL))
    for words in step.counts:
        column.addWidget(Sign("check", _(words), "done"))
    return made


class EntriesPage(Page):
    """The entries of one section."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._step = step
        self._cards: list[Card] = []
        self._tried = False  # who began one and wrote nothing has none: the blue button leads on then
        self._list = QWidget()
        self._column = layouts.column(self._list, spacing=12)
        self._put_back = PutBack()
        self._add = Button(_(step.add_more), "add")
        self._add.clicked.connect(context.wizard.add)
        self._counts = _counts(step)
        self._prompts = Prompts(context, step) if step.section == "volunteer" else None
        # What adds comes first: the list may be long, and nobody has to scroll to go on or see the question.
        for widget in filter(None, (self._counts, self._prompts, self._add, self._put_back, self._list)):
            self.body.addWidget(widget)
        self.set_heading(_(step.title), _(step.help))
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Show the entries as they are."""
        self._put_back.clear()
        self._show()

    def first_focus(self) -> QWidget | None:
        """Return what adds: a prompt, or the button where there is a list already."""
        if self._prompts is not None and self._prompts.tiles:
            return self._prompts.stop
        return self._add if self._cards else None

    def told(self) -> tuple[QWidget, ...]:
        """Tell what counts, while there is nothing."""
        return (self._counts,)

    def next_label(self) -> str:
        """Begin the first entry, or go on."""
        if self._begins():
            return _(self._step.add)
        return _("Done") if self.context.wizard.returning else _("Next")

    def skippable(self) -> bool:
        """Where Next leads on there is nothing to skip: Next says it all."""
        return self._begins()

    def go_next(self) -> None:
        """Begin the first entry, or go on."""
        if self._begins():
            self._tried = True
            self.context.wizard.add()
        else:
            self.context.wizard.skip()

    def _begins(self) -> bool:
        """Whether Next begins the first entry."""
        return not self._count() and not self._tried

    def card(self, index: int) -> Card:
        """Return the card of an entry."""
        return self._cards[index]

    def _count(self) -> int:
        return entries.count(self.context.session.resume, self._step.section)

    def _session_changed(self) -> None:
        if self.isVisible():
            at_put_back = self._put_back.isAncestorOf(QApplication.focusWidget() or self)
            self._put_back.clear()  # after this page's own changes it is offered again
            self._show()
            if at_put_back:
                (self._add if self._cards else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        items = entries.section_of(self.context.session.resume, self._step.section)
        self._cards = [
            Card(item, first=index == 0, last=index == len(items) - 1) for index, item in enumerate(items)
        ]
        for index, card in enumerate(self._cards):
            self._column.addWidget(card)
            card.show()  # now, not in a moment: one of its buttons may take the focus
            for action, button in card.buttons.items():
                button.clicked.connect(lambda _down, act=action, at=index: self._do(act, at))
        self._list.setVisible(bool(items))
        self._show_counts(not items and bool(self._step.counts))
        self._add.say(_(self._step.add_more if items else self._step.add))
        self._add.setVisible(not self._begins() and len(items) < entries.MOST_ENTRIES)
        self.changed.emit()

    def _show_counts(self, shown: bool) -> None:
        if shown and self._counts.isHidden() and self.isVisible():
            self.context.announce(heard.texts(self._counts))
        self._counts.setVisible(shown)

    def _do(self, action: Action, index: int) -> None:
        match action:
            case Action.CHANGE:
                self._change(index)
            case Action.UP:
                self._move(index, index - 1, action)
            case Action.DOWN:
                self._move(index, index + 1, action)
            case Action.REMOVE:
                self._remove(index)
            case Action.ANOTHER:
                self._add_role(index)

    def _add_role(self, index: int) -> None:
        """Begin another job at the same employer, right behind this one."""
        begun = another_role(self._entry(index))
        self._edit(entries.insert(self.context.session.resume, self._step.section, index + 1, begun))
        self._change(index + 1)

    def _change(self, index: int) -> None:
        first = next(s for s in STEPS if s.of_entry and s.section == self._step.section)
        self.context.wizard.go(first.id, index)

    def _move(self, index: int, to: int, action: Action) -> None:
        self._edit(entries.move(self.context.session.resume, self._step.section, index, to))
        moved = self._cards[to]
        button = moved.buttons[action]
        other = moved.buttons[Action.DOWN if action is Action.UP else Action.UP]
        (button if button.isVisibleTo(moved) else other).setFocus(Qt.FocusReason.TabFocusReason)
        headline = answers.headline(self._entry(to))
        self.context.announce(_("{what} is now number {number}.").format(what=headline, number=to + 1))

    def _remove(self, index: int) -> None:
        gone, begun = self._entry(index), self.context.session.begun(self._step.section, index)
        self._edit(entries.remove(self.context.session.resume, self._step.section, index))
        self._put_back.offer(answers.headline(gone), lambda: self._restore(index, gone, begun))
        self._put_back.focus()

    def _restore(self, index: int, gone: Any, begun: Mapping[str, Any]) -> None:
        resume = self.context.session.resume
        at = min(index, entries.count(resume, self._step.section))
        names = {f"{self._step.section}.{at}.{field}": draft for field, draft in begun.items()}
        self._edit(entries.insert(resume, self._step.section, at, gone), names)
        self._cards[at].buttons[Action.REMOVE].setFocus(Qt.FocusReason.TabFocusReason)

    def _entry(self, index: int) -> Any:
        return entries.get(self.context.session.resume, self._step.section, index)

    def _edit(self, resume: Any, begun: Mapping[str, Any] | None = None) -> None:
        session = self.context.session
        session.edit(resume, begun=begun)
        session.commit()
        self._show()
