"""*Some time is not shown*: what one did then as a tile, which adds one line to the page, or nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.flow import answers, gaps
from kiosk.flow.gaps import NOT_SAID, Gap
from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.resume.model import Resume, Work
from kiosk.ui import layouts
from kiosk.ui.choice import OneGrid, OneTile
from kiosk.ui.controls import Text, TextRole
from kiosk.ui.notice import PutBack
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context


class GapPage(Page):
    """One gap after the other. A tile is on the page at once; *Rather not say* takes the line off again."""

    def __init__(self, step: Step, context: Context) -> None:
        super().__init__(context)
        self._step = step
        self._gap: Gap | None = None
        # What adds nothing comes first: it is chosen and has the focus, so the question stays in sight.
        self._breaks = dict(sorted(context.offers.breaks().items(), key=lambda one: bool(one[1].title)))
        self._grid = OneGrid(_(step.title), uneven=True)
        for one in self._breaks.values():
            self._grid.add(OneTile(one.choice, _(step.title)))
        self._grid.picked.connect(self._pick)
        self._line, self._note = Text(role=TextRole.LABEL), Text()
        self._put_back = PutBack()
        said = QWidget()
        words = layouts.column(said, spacing=4)
        words.addWidget(self._line)
        words.addWidget(self._note)
        for widget in (self._grid, said, self._put_back):
            self.body.addWidget(widget)
        context.session.watch(self._session_changed)

    def enter(self) -> None:
        """Show the gap that is wanted, the first that is open, or the last."""
        resume, wanted = self.context.session.resume, self.context.wizard.current.field
        found = gaps.found(resume)
        asked = [gap for gap in found if gap.key == wanted] or [*gaps.still_open(resume), *found[-1:]]
        self._open(asked[0] if asked else None)

    def first_focus(self) -> QWidget | None:
        """Return the tile that is chosen."""
        return self._grid.stop if self._gap and self._breaks else None

    def told(self) -> tuple[QWidget, ...]:
        """Tell what is chosen so far."""
        return (self._line, self._note)

    def next_label(self) -> str:
        """Say where Next leads when that is back."""
        return _("Done") if self.context.wizard.returning else _("Next")

    def go_next(self) -> None:
        """Remember that this gap was asked about; go to the next one, or on."""
        if self._gap is not None and not gaps.answer(self.context.session.resume, self._gap):
            self._say(NOT_SAID)
        following = gaps.still_open(self.context.session.resume)
        if following and not self.context.wizard.returning:
            self._turn_to(following[0])
        else:
            self.context.wizard.next()

    def go_back(self) -> None:
        """Go to the gap before this one, or to the screen before."""
        found = gaps.found(self.context.session.resume)
        at = found.index(self._gap) if self._gap in found else 0
        if at > 0 and not self.context.wizard.returning:
            self._turn_to(found[at - 1])
        else:
            self.context.wizard.back()

    def _turn_to(self, gap: Gap) -> None:
        """Show another gap on the same screen."""
        self._open(gap)
        self.context.announce(self.spoken)
        self._grid.stop.setFocus()
        self.to_top()

    def _open(self, gap: Gap | None) -> None:
        self._gap = gap
        self._put_back.clear()
        self._grid.setVisible(gap is not None)
        if gap is None:
            self.set_heading(_("All your time is shown"), _("There is nothing to add here."))
        else:
            period = answers.period_words(gap.start, gap.end)
            heading = _("{title}: {period}").format(title=_(self._step.title), period=period)
            self.set_heading(heading, _(self._step.help))
        self._show()

    def _pick(self) -> None:
        if self._gap is None or self._grid.chosen is None:
            return
        before = self.context.session.resume
        index = gaps.entry_of(before, self._gap)
        self._say(list(self._breaks)[self._grid.chosen])
        if index is not None and gaps.entry_of(self.context.session.resume, self._gap) is None:
            self._put_back.offer(before.work[index].position, lambda: self._restore(before))
        self.context.announce(self._line.text() or self._note.text())

    def _say(self, choice: str) -> None:
        """Make a choice the answer, as one step that can be undone."""
        chosen = self._breaks.get(choice)
        if chosen is not None and self._gap is not None:
            self._edit(gaps.answered(self.context.session.resume, self._gap, choice, chosen))

    def _restore(self, before: Resume) -> None:
        self._edit(before)
        self._grid.stop.setFocus()

    def _edit(self, resume: Resume) -> None:
        self.context.session.commit()
        self.context.session.edit(resume)
        self.context.session.commit()
        self._show()

    def _session_changed(self) -> None:
        if self.isVisible():
            self._put_back.clear()
            self._show()

    def _show(self) -> None:
        """Show what is chosen, and what the page says by it."""
        resume, gap = self.context.session.resume, self._gap
        choice = (gaps.answer(resume, gap) or NOT_SAID) if gap else ""
        ids = list(self._breaks)
        self._grid.show_chosen(ids.index(choice) if choice in ids else None)
        index = gaps.entry_of(resume, gap) if gap else None
        line = _in_one_line(resume.work[index]) if index is not None else ""
        self._line.setText(_("Your page says: {line}").format(line=line) if line else "")
        self._line.setVisible(bool(line))
        self._note.setText(self._breaks[choice].note if choice in ids else "")


def _in_one_line(entry: Work) -> str:
    return ", ".join((answers.headline(entry), answers.period_words(entry.start_date, entry.end_date)))
