"""The bottom of the frame: where to go from here. Always in the same places."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.ui.bars import Bar
from kiosk.ui.controls import Button, ButtonKind


class Footer(Bar):
    """Says what was pressed; decides nothing."""

    back = Signal()
    undo = Signal()
    save = Signal()
    skip = Signal()
    next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self._next = Button(_("Next"), kind=ButtonKind.PRIMARY)
        self._skip = Button(_("Skip this"), kind=ButtonKind.QUIET)
        self._save = Button(_("Save now"), "save", ButtonKind.QUIET)
        self._undo = Button(_("Undo"), "undo", ButtonKind.QUIET)
        self._back = Button(_("Back"), "back")
        for button in self.tab_order():
            button.setParent(self)
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(button in (self._undo, self._back))
            button.setSizePolicy(policy)
        self.row.addWidget(self._back)
        self.row.addWidget(self._undo)
        self.row.addStretch(1)
        for button in (self._save, self._skip, self._next):
            self.row.addWidget(button)
        self._back.clicked.connect(self.back)
        self._undo.clicked.connect(self.undo)
        self._save.clicked.connect(self.save)
        self._skip.clicked.connect(self.skip)
        self._next.clicked.connect(self.next)
        self.squeeze_by(self._squeeze_undo, self._squeeze_save, self._squeeze_back)

    def tab_order(self) -> tuple[QWidget, ...]:
        """The way on comes right after the question, the way back last."""
        return (self._next, self._skip, self._save, self._undo, self._back)

    @property
    def next_button(self) -> Button:
        """The one filled button of the screen."""
        return self._next

    def show_page(self, *, next_label: str, skippable: bool, back: bool, save: bool) -> None:
        """Show what leads away from this page. No `next_label` means that the page has its own way on."""
        self._next.say(next_label)
        self._next.setVisible(bool(next_label))
        self._skip.setVisible(skippable)
        self._back.setVisible(back)
        self._save.setVisible(save)
        self.setVisible(bool(next_label) or skippable or back or save)
        self.fit()

    def show_undo(self, possible: bool) -> None:
        """Show *Undo* while there is something to take back."""
        self._undo.setVisible(possible)

    def _squeeze_undo(self, tight: bool) -> None:
        self._undo.say("" if tight else _("Undo"), _("Undo"))

    def _squeeze_save(self, tight: bool) -> None:
        self._save.say("" if tight else _("Save now"), _("Save now"))

    def _squeeze_back(self, tight: bool) -> None:
        self._back.say("" if tight else _("Back"), _("Back"))
