"""A question with its boxes, whatever they are: the page of every FORM step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow import answers, entries
from kiosk.flow.field import Field, Offer
from kiosk.flow.fields import Binding
from kiosk.flow.nudges import nudge
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text, TextRole
from kiosk.ui.editors import editor_for
from kiosk.ui.fields import FieldEditor
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages import changes
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.pages.parts import filled_button

if TYPE_CHECKING:
    from kiosk.ui.pages.service_words import ServiceWords
    from kiosk.ui.picks import Picks


class FormPage(Page):
    """Shows the fields of its step, those of the entry that the wizard is at where the step is about one."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._step = step
        self._said: set[str] = set()
        self._entry: int | None = None
        self._editors: list[FieldEditor] = []
        self._picks: list[Picks] = []
        self._questions: list[QWidget] = []
        self._service_words: ServiceWords | None = None
        self._about = Text(role=TextRole.LABEL)
        self._notice = LookAtThis()
        self._form = QWidget()
        self._fields = layouts.column(self._form, spacing=20)
        self._more = Button(_("Add street and ZIP code"), "add", ButtonKind.QUIET)
        self._more.clicked.connect(self._unfold)
        for widget in (self._about, self._notice, self._form):
            self.body.addWidget(widget)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_heading(_(step.title), _(step.help))
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Show the answers; other boxes when it is another entry."""
        entry = self.context.wizard.current.entry
        if entry != self._entry or not self._editors:
            self._entry = entry
            self._said.clear()
            self._build()
        for editor in self._editors:
            editor.show_session()
        for picks in self._picks:
            picks.show_session()
        self._show_asked()
        self._notice.say("")
        self._show_about()

    def leave(self) -> None:
        """Bring the answers into their final form."""
        for editor in self._editors:
            editor.settle()
        self.context.session.commit()

    def first_focus(self) -> QWidget:
        """Return the box that is wanted, or the first."""
        wanted = self.context.wizard.current.field
        picked = next((p.first() for p in self._picks if p.binding.asked and p.first()), None)
        if picked is not None:
            return picked
        asked = [editor for editor in self._editors if editor.binding.asked] or self._editors
        editor = next((e for e in asked if e.binding.field.attr == wanted), asked[0])
        return editor.first()

    def told(self) -> tuple[QWidget, ...]:
        """Tell which entry this is about."""
        return (self._about,)

    def next_label(self) -> str:
        """Say where Next leads when that is back."""
        return _("Done") if self.context.wizard.returning else _("Next")

    def go_next(self) -> None:
        """Go on, or say once what is worth knowing before."""
        for editor in self._editors:
            words = editor.advice() if editor.binding.asked else ""
            if words and words not in self._said:
                self._say(words, editor)
                return
        words = nudge(self._step, self.context.session.resume)
        if words and words not in self._said:
            self._say(words, self._editors[0])
            return
        self.leave()
        self.context.wizard.next()

    def _say(self, words: str, editor: FieldEditor) -> None:
        self._said.add(words)
        self._notice.say(words)
        self.context.announce(words)
        editor.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_widget(self._notice)

    def _build(self) -> None:
        while (line := self._fields.takeAt(0)) is not None:
            if (row := line.layout()) is not None:
                row.deleteLater()
        for widget in (*self._editors, *self._picks, *self._questions):
            widget.hide()
            widget.deleteLater()
        self._picks, self._questions = [], []
        self._editors = [self._editor(field) for field in self._step.fields]
        line = layouts.row(spacing=16)
        for index, editor in enumerate(self._editors):
            picks = self._picks_for(editor)
            if picks is not None and not picks.below:
                self._add_picks(picks, index)
            if not editor.binding.field.beside:
                self._add_question(index)
                line = layouts.row(spacing=16)
                self._fields.addLayout(line)
            line.addWidget(editor, 2 if not line.count() else 1)
            editor.entered.connect(lambda after=index + 1: self._enter(after))
            if picks is not None and picks.below:
                self._add_picks(picks, index)
        self._add_question(len(self._editors))
        self._fold()

    def _add_question(self, end: int) -> None:
        """Put below a line of fields, which ends before `end`, the question of its first."""
        begins = (editor.binding.field for editor in self._editors[:end][::-1])
        field = next((field for field in begins if not field.beside), None)
        if field is not None and field.ask:
            from kiosk.ui.ondemand import OnDemand  # the first screens have none

            self._questions.append(OnDemand(_(field.ask), _(field.answer)))
            self._fields.addWidget(self._questions[-1])

    def _editor(self, field: Field) -> FieldEditor:
        section = self._step.section if self._step.of_entry else ""
        follow = self._follow if field.attr == "end_date" else None
        return editor_for(Binding(self.context.session, field, section, self._entry or 0, follow))

    def _follow(self, before: Any, after: Any) -> Any:
        """Let lines that were picked follow the end of their job."""
        from kiosk.flow import tenses  # the first screens have no end

        return tenses.follow(self.context.offers, before, after)

    def _picks_for(self, editor: FieldEditor) -> Picks | None:
        if editor.binding.field.offer is Offer.NOTHING:
            return None
        from kiosk.ui.offered import picks_for

        return picks_for(editor.binding, self.context.offers)

    def _add_picks(self, picks: Picks, index: int) -> None:
        """Put what can be picked above or below its field."""
        self._picks.append(picks)
        self._fields.addWidget(picks)
        picks.taken.connect(lambda: self._go_on(index + 1))
        picks.wanted.connect(lambda: self._editors[index].go_on())
        picks.show()  # now, not in a moment: it may take the focus

    def _fold(self) -> None:
        folded = [editor for editor in self._editors if editor.binding.field.folded]
        is_open = any(editor.binding.value for editor in folded)
        for editor in folded:
            editor.setVisible(is_open)
        self._more.setVisible(bool(folded) and not is_open)

    def _unfold(self) -> None:
        folded = [editor for editor in self._editors if editor.binding.field.folded]
        for editor in folded:
            editor.show()
        self._more.hide()
        folded[0].first().setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self, after: int) -> None:
        """Enter goes to the next box; after the last it is Next."""
        if not self._focus_following(after):
            self.go_next()

    def _go_on(self, after: int) -> None:
        """Something was picked: go to the next box; after the last to the button that goes on."""
        if not self._focus_following(after) and (button := filled_button(self)) is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_following(self, after: int) -> bool:
        """Give the focus to the next box; False when there is none."""
        self.context.session.commit()
        following = next((editor for editor in self._editors[after:] if editor.isVisible()), None)
        if following is not None:
            following.first().setFocus(Qt.FocusReason.TabFocusReason)
        return following is not None

    def _session_changed(self) -> None:
        if self.isVisible():
            before = changes.seen(self.context.session, self._editors)
            for editor in self._editors:
                editor.session_changed()
            for picks in self._picks:
                picks.show_session()
            self._show_asked()
            changes.tell(self, before)

    def _show_asked(self) -> None:
        """Show the fields that are asked for by what the session has now."""
        for editor in self._editors:
            if not editor.binding.field.folded:
                editor.setVisible(editor.binding.asked)
        for picks in self._picks:
            picks.setVisible(picks.binding.asked)
        if self._step.section == "work" and self._entry is not None:
            self._show_service_words(self._entry)

    def _show_service_words(self, entry: int) -> None:
        """Explain words of the military in what is written here, to who may have served."""
        from kiosk.flow import servicewords  # few have

        resume = self.context.session.resume
        if self._service_words is None and servicewords.are_likely(
            resume, entries.get(resume, "work", entry)
        ):
            from kiosk.ui.pages.service_words import ServiceWords

            self._service_words = ServiceWords(self.context, [field.attr for field in self._step.fields])
            self._service_words.written.connect(lambda: self._editors[0].go_on())
            self.body.insertWidget(self.body.indexOf(self._form) + 1, self._service_words)
        if self._service_words is not None:
            self._service_words.show_entry(entry)

    def _show_about(self) -> None:
        """Say which entry this is about, except where that is being asked."""
        about = ""
        if self._step.of_entry and "{number}" not in self._step.short and self._entry is not None:
            about = answers.about(entries.get(self.context.session.resume, self._step.section, self._entry))
        self._about.setText(about)
        self._about.setVisible(bool(about))
