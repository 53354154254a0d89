"""The keys as they are drawn, a strip at the bottom of the window. Says what was pressed; knows no box.

No key takes the focus, so the box that is typed in keeps it, and Tab never comes here. The strip is not
turned round where the screen reads from right to left: real keyboards are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.i18n import _
from kiosk.ui import theme
from kiosk.ui.keyboard import shift as shifting
from kiosk.ui.keyboard.key import ICONS, Key
from kiosk.ui.keyboard.plan import NAMES, Action, Cap, Plan
from kiosk.ui.keyboard.shift import Shift
from kiosk.ui.theme import Look

KEY_LEAST, KEY_GROWS = 48, 8
"""How high a key is: some pixels always, and some that grow with the text."""

WIDEST_KEY = 96
GAP, EDGE = 6, 8
"""Between two keys, and around all of them. All in pixels, at any size of text: the page needs the room."""


def key_height(look: Look) -> int:
    """Return how high a key is, in pixels."""
    return KEY_LEAST + look.text(KEY_GROWS)


def height(look: Look, rows: int) -> int:
    """Return how high the strip is, in pixels."""
    return rows * (key_height(look) + GAP) - GAP + 2 * EDGE


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a key is, in letter keys from the left and in rows from the top."""

    key: Key
    left: float
    row: int


class Plate(QWidget):
    """The keys of one plan."""

    pressed = Signal(Key)

    def __init__(self, parent: QWidget, plan: Plan, faces: dict[str, tuple[str, str]]) -> None:
        super().__init__(parent)
        self._plan = plan
        self._places = list(self._make(faces))
        self.setAccessibleName(plan.name)

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys, row by row."""
        return tuple(place.key for place in self._places)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._plan.caps)

    def show_shift(self, shift: Shift) -> None:
        """Show on every letter what it types now, and on Shift what it stands for."""
        for key in self.keys:
            if key.cap.text:
                key.name(shifting.face(shift, key.cap.text))
            elif key.cap.action is Action.SHIFT:
                key.setChecked(shift is not Shift.OFF)
                if shift is Shift.CAPS:
                    key.name(_("Capitals"), icon="caps")
                else:
                    key.name(_(NAMES[Action.SHIFT]), icon=ICONS[Action.SHIFT])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give every key its place."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Share the room between the keys; on a very wide screen they stay in the middle."""
        unit = min((self.width() - 2 * EDGE + GAP) / self._plan.width, WIDEST_KEY)
        start = (self.width() - unit * self._plan.width + GAP) / 2
        high = key_height(theme.in_use())
        for place in self._places:
            top = EDGE + place.row * (high + GAP)
            rect = QRectF(start + place.left * unit, top, place.key.cap.width * unit - GAP, high)
            place.key.setGeometry(rect.toRect())

    def _make(self, faces: dict[str, tuple[str, str]]) -> Iterator[_Place]:
        for row, caps in enumerate(self._plan.caps):
            left = 0.0
            for cap in caps:
                if cap.action is not Action.GAP:
                    yield _Place(self._key(cap, faces), left, row)
                left += cap.width

    def _key(self, cap: Cap, faces: dict[str, tuple[str, str]]) -> Key:
        key = Key(self, cap)
        key.setCheckable(cap.action is Action.SHIFT)
        if cap.keys:
            name, face = faces[cap.keys]
            key.name(name, face)
        else:
            key.name(cap.text or _(NAMES[cap.action]) if cap.action else cap.text)
        key.clicked.connect(lambda: self.pressed.emit(key))
        return key


class Board(QFrame):
    """All sets of keys, of which one is seen, with Shift. `wrote` and `acted` say what was pressed."""

    wrote = Signal(str)
    acted = Signal(Action)
    brought = Signal(str)

    def __init__(self, parent: QWidget, plans: dict[str, Plan]) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(_("Keys on the screen"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._plans = plans
        self._plates: dict[str, Plate] = {}
        self._shift = Shift.OFF
        self._shown = ""

    @property
    def shown(self) -> str:
        """The name of the set of keys that is seen."""
        return self._shown

    @property
    def plate(self) -> Plate:
        """The keys that are seen."""
        return self._plates[self._shown]

    @property
    def shift(self) -> Shift:
        """What Shift stands for now."""
        return self._shift

    @property
    def needed(self) -> int:
        """How high the strip is to be, in pixels."""
        return height(theme.in_use(), self.plate.rows)

    def bring(self, name: str) -> None:
        """Show another set of keys, with small letters."""
        if name not in self._plates:
            faces = {one: (f"{plan.face} {_(plan.name)}", plan.face) for one, plan in self._plans.items()}
            self._plates[name] = Plate(self, self._plans[name], faces)
            self._plates[name].pressed.connect(self._press)
        self._shown = name
        self._set_shift(Shift.OFF)
        for one, plate in self._plates.items():
            plate.setVisible(one == name)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the keys the new width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.plate.setGeometry(self.rect())
        self.plate.place()

    def _set_shift(self, shift: Shift) -> None:
        self._shift = shift
        self.plate.show_shift(shift)

    def _press(self, key: Key) -> None:
        cap = key.cap
        if cap.text:
            text = shifting.face(self._shift, cap.text)
            left = shifting.after(self._shift, cap.text)
            if left is not self._shift:
                self._set_shift(left)
            self.wrote.emit(text)
        elif cap.action is Action.SHIFT:
            self._set_shift(shifting.pressed(self._shift))
        elif cap.action is not None:
            self.acted.emit(cap.action)
        else:
            self.bring(cap.keys)
            self.brought.emit(cap.keys)
