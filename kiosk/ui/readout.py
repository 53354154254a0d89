"""What is read aloud: our words in the language of the screen, the person's in the language of their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from kiosk.flow import answers
from kiosk.i18n import _
from kiosk.resume.model import Resume
from kiosk.speech.types import Passage
from kiosk.ui.pages.base import Page


@dataclass(frozen=True, slots=True)
class Languages:
    """The codes of both languages."""

    screen: str
    resume: str

    def ours(self, text: str) -> Passage:
        """Return words that we wrote."""
        return Passage(text, self.screen)

    def theirs(self, text: str) -> Passage:
        """Return words that the person wrote."""
        return Passage(text, self.resume)


def of_screen(page: Page, focused: QWidget | None, languages: Languages) -> tuple[Passage, ...]:
    """Return the question, its help, and what has the focus on the page with what is written there."""
    asked = (languages.ours(page.heading), languages.ours(page.help))
    here = tuple(_of(focused, languages)) if focused is not None and page.isAncestorOf(focused) else ()
    return (*asked, *here)


def of_page(resume: Resume, languages: Languages) -> tuple[Passage, ...]:
    """Return all answers in the order of the screens."""
    return tuple(_answers(resume, languages))


def _of(focused: QWidget, languages: Languages) -> Iterator[Passage]:
    if isinstance(focused, (QLineEdit, QPlainTextEdit)):
        yield languages.ours(focused.accessibleName())
        yield languages.ours(focused.accessibleDescription())
        text = focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()
        yield languages.theirs(text) if text.strip() else languages.ours(_("Nothing is written here yet."))
    elif isinstance(focused, QAbstractButton):
        yield languages.ours(focused.accessibleName())
        yield languages.ours(focused.accessibleDescription())
        if focused.isCheckable():
            yield languages.ours(_("Ticked.") if focused.isChecked() else _("Not ticked."))


def _answers(resume: Resume, languages: Languages) -> Iterator[Passage]:
    for group in answers.look_over(resume):
        written = [answer for answer in group.answers if answer.lines]
        if written:
            yield languages.ours(group.title)
        for answer in written:
            yield languages.ours(answer.label)
            yield from map(languages.theirs, answer.lines)
