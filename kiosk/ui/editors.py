"""Which control shows which kind of field."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.flow.fields import Binding, FieldKind
from kiosk.ui.dates import DateEditor
from kiosk.ui.fields import FieldEditor, LineEditor
from kiosk.ui.lines import LinesEditor


def _choice(binding: Binding) -> FieldEditor:
    from kiosk.ui.choice import ChoiceEditor  # the first screens have none

    return ChoiceEditor(binding)


def _box(binding: Binding) -> FieldEditor:
    from kiosk.ui.choice import BoxEditor

    return BoxEditor(binding)


def _sentence(binding: Binding) -> FieldEditor:
    from kiosk.ui.sentence import SentenceEditor

    return SentenceEditor(binding)


def _days(binding: Binding) -> FieldEditor:
    from kiosk.ui.days import DaysEditor

    return DaysEditor(binding)


EDITORS: dict[FieldKind, Callable[[Binding], FieldEditor]] = {
    FieldKind.LINE: LineEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.LINES: LinesEditor,
    FieldKind.CHOICE: _choice,
    FieldKind.BOX: _box,
    FieldKind.SENTENCE: _sentence,
    FieldKind.DAYS: _days,
}


def editor_for(binding: Binding) -> FieldEditor:
    """Return the control for the kind of the field."""
    return EDITORS[binding.field.kind](binding)
