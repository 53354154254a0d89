"""What words of the military mean, and a press that writes the plain ones in their place."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.records import ServiceWord
from kiosk.flow import entries, servicewords
from kiosk.i18n import _
from kiosk.resume.model import Work
from kiosk.ui import layouts
from kiosk.ui.controls import Button, ButtonKind, Text
from kiosk.ui.pages.context import Context
from kiosk.ui.picks import drop

MOST = 2
"""How many are explained at a time."""


class ServiceWords(QWidget):
    """A sentence and a button for each word in some texts of a job. `written`: a plain one took its place."""

    written = Signal()

    def __init__(self, context: Context, attrs: Collection[str]) -> None:
        super().__init__()
        self._context = context
        self._attrs = attrs
        self._entry = 0
        self._shown: tuple[ServiceWord, ...] = ()
        self._parts: list[QWidget] = []
        self._column = layouts.column(self, spacing=8)

    def show_entry(self, entry: int) -> None:
        """Explain what is written in a job by its number; nothing to who did not serve."""
        self._entry = entry
        resume, job = self._context.session.resume, self._job()
        known = self._context.offers.service_words() if servicewords.are_likely(resume, job) else ()
        words = servicewords.found(job, self._attrs, known)[:MOST]
        if words != self._shown:
            self._show(words)
        self.setVisible(bool(words))

    def _job(self) -> Work:
        job: Work = entries.get(self._context.session.resume, "work", self._entry)
        return job

    def _show(self, words: tuple[ServiceWord, ...]) -> None:
        for part in self._parts:
            drop(part)
        new = [_about(word) for word in words if word not in self._shown]
        self._shown, self._parts = words, []
        for word in words:
            button = Button(_("Write “{words}” instead").format(words=word.plain), "check", ButtonKind.QUIET)
            button.clicked.connect(partial(self._write, word))
            text = Text(_about(word))
            self._column.addWidget(text)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self._parts += [text, button]
        if new:
            self._context.announce(" ".join(new))

    def _write(self, word: ServiceWord) -> None:
        """Write the plain word, as one step that can be undone."""
        session = self._context.session
        session.commit()
        job = servicewords.in_plain_words(self._job(), word)
        session.edit(entries.put(session.resume, "work", self._entry, job))
        session.commit()
        self.written.emit()


def _about(word: ServiceWord) -> str:
    """Say what a word is, and why another may be better."""
    meaning = _("Not everybody knows {code}: {meaning}.").format(code=word.code, meaning=word.stands_for)
    return f"{meaning} {word.note}".strip()
