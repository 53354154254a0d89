"""What is new on a form because of an answer elsewhere on it: a box, another name, other words in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kiosk.flow import fields
from kiosk.flow.field import FieldKind
from kiosk.flow.session import Session
from kiosk.i18n import _
from kiosk.ui import heard
from kiosk.ui.fields import FieldEditor


@dataclass(frozen=True, slots=True)
class Seen:
    """How a field was shown. `behind`: its answer was changed, and not by itself."""

    editor: FieldEditor
    shown: bool
    name: str
    behind: bool


def seen(session: Session, editors: Sequence[FieldEditor]) -> tuple[Seen, ...]:
    """Return how the fields are shown before they follow the session, if anybody hears what becomes of them.

    Undo and Redo tell that themselves.
    """
    if session.travel is not None or not heard.listening():
        return ()
    return tuple(Seen(one, one.isVisible(), _name(one), one.is_behind) for one in editors)


def _name(editor: FieldEditor) -> str:
    """Return what a field is called on the screen; only that of a line of text ever changes."""
    is_line = editor.binding.field.kind is FieldKind.LINE
    return editor.first().accessibleName() if is_line else editor.binding.words[0]


def tell(page: QWidget, before: Sequence[Seen]) -> None:
    """Have a screen reader say what is new in them. Lines that were ticked say so themselves."""
    told = (_new(one) for one in before if one.editor.binding.field.kind is not FieldKind.LINES)
    heard.say(page, " ".join(filter(None, told)))


def _new(was: Seen) -> str:
    binding = was.editor.binding
    name, about = binding.words
    if not was.editor.isVisible():
        return ""
    if not was.shown:
        return " ".join(filter(None, (_("New here: {what}.").format(what=name), about)))
    if was.behind or was.name != name:
        answer = ", ".join(fields.said(binding.field, binding.value)) or _("Left blank")
        return _("{what}: {answer}").format(what=name, answer=answer)
    return ""
