"""*Look it over*: every answer with a button that leads to its screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.flow import answers
from kiosk.flow.answers import Answer, AnswerGroup
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import filled_button

Place = tuple[str, int | None, str]


class AnswerRow(QWidget):
    """One answer, with its question above it and *Change* beside it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.change = Button(_("Change"), "change", ButtonKind.QUIET)
        what = ", ".join(dict.fromkeys(filter(None, (answer.label, answer.about))))
        self.change.setAccessibleName(_("Change: {what}").format(what=what))
        self.change.setAccessibleDescription(" ".join(answer.lines) or _("Left blank"))
        row = layouts.row(self, spacing=16)
        words = layouts.column(spacing=2)
        words.addWidget(Text(answer.label, TextRole.SMALL))
        for line in answer.lines:
            words.addWidget(Text(line))
        if not answer.lines:
            words.addWidget(Text(_("Left blank"), TextRole.SMALL))
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)


class ReviewPage(Page):
    """All answers, in the order of the screens."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._rows: dict[Place, AnswerRow] = {}
        self._changed: Place | None = None
        self._groups: list[QFrame] = []
        self.set_heading(_(step.title), _(step.help))
        self._read = Button(_("Read my page"), "listen")
        self._read.clicked.connect(context.read_page)
        self.body.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeading)
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Show the answers as they are."""
        self._read.setVisible(self.context.speech.available())
        self._show()

    def show_reading(self, reading: bool) -> None:
        """Let the button that began it stop it."""
        self._read.set_icon("stop" if reading else "listen")
        self._read.say(_("Stop reading") if reading else _("Read my page"))

    def first_focus(self) -> QWidget | None:
        """Return the answer that was changed last, so that one goes on from there; Next before that."""
        row = self._rows.get(self._changed) if self._changed else None
        return row.change if row else filled_button(self)

    def _session_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        for group in self._groups:
            self.body.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._rows.clear()
        self._groups = [self._group(group) for group in answers.look_over(self.context.session.resume)]
        for group in self._groups:
            self.body.addWidget(group)

    def _group(self, group: AnswerGroup) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = layouts.column(frame, spacing=12, margins=(16, 12, 8, 12))
        column.addWidget(Text(group.title, TextRole.SUBHEADING))
        for answer in group.answers:
            if group.listing and (
                not answer.step.of_entry or (answer.entry and "{number}" in answer.step.short)
            ):
                column.addSpacing(12)
            row = AnswerRow(answer)
            place = (answer.step.id, answer.entry, answer.field)
            self._rows.setdefault(place, row)
            row.change.clicked.connect(lambda _down, to=place: self._change(to))
            column.addWidget(row)
        if group.listing is not None:
            column.addWidget(self._add_button(group, group.listing), 0, Qt.AlignmentFlag.AlignLeading)
        return frame

    def _add_button(self, group: AnswerGroup, listing: Step) -> Button:
        button = Button(_(listing.add_more if group.answers else listing.add), "add", ButtonKind.QUIET)
        button.clicked.connect(lambda: self._change((listing.id, None, "")))
        return button

    def _change(self, place: Place) -> None:
        self._changed = place
        self.context.wizard.change(*place)
