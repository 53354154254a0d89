"""Somebody who presses and types whatever there is, at random, and looks after each step whether all is well.

A walk is told by its seed: the same seed takes the same steps. What went wrong is told with the last steps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import fields as parts_of
from dataclasses import is_dataclass
from functools import cache
from random import Random
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea

from kiosk.flow.step import PageKind
from kiosk.resume.model import Resume
from kiosk.ui.controls import Button
from kiosk.ui.wrapbox import WrapBox
from ui.sitting_room import Room

WORDS = (
    "Cook", "Cashier", "R&D {{ x }}", "<b>bold</b>", "2019", "20", "a\u0301", "Ana María", "Nguyễn Văn Ánh",
    "Анна", "李小龙", "محمد علي", "שלום", "हिन्दी", "ไทย", "👍", "  two  spaces ", "\u200f", "x" * 60, "'\"\\",
)  # fmt: skip
WANDERING = frozenset({"HOME", "DRIVE", "PATH", "FORM", "ENTRIES", "REVIEW", "ORDER", "LOOK"})
"""Where any button may be pressed. Elsewhere files are made or the sitting ends: from there one goes back."""

HARMLESS = ("pressed 'Add", "pressed 'Change", "pressed 'Move", "pressed 'Show more", "pressed 'Put it")

LAST = 12
CTRL = Qt.KeyboardModifier.ControlModifier


class Wanderer:
    """One walk through one window."""

    def __init__(self, room: Room, seed: int) -> None:
        self._room = room
        self._dice = Random(seed)  # noqa: S311 - a walk that can be taken again, not a secret
        self._seed = seed
        self._last: deque[str] = deque(maxlen=LAST)
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (24, self._type), (27, self._press), (15, self._next), (6, self._back), (6, self._skip),
            (9, self._undo), (6, self._redo), (6, self._step_list), (1, self._text_size),
            (1, self._contrast), (3, self._cover), (6, self._key), (3, self._erase), (4, self._push),
        )  # fmt: skip

        self._moves = (
            self._next, self._back, self._skip, self._step_list, self._text_size, self._contrast,
            self._cover, self._key, self._push,
        )  # fmt: skip

    def walk(self, steps: int) -> None:
        """Take some steps, and look after each."""
        for _step in range(steps):
            before, past = self._room.session.resume, len(self._room.session._past)
            had = self._texts()
            way = self._dice.choices([w for _n, w in self._ways], [n for n, _w in self._ways])[0]
            self._last.append(way.__name__.strip("_"))
            try:
                self._last[-1] = way()
                QApplication.processEvents()
                self._look()
                if way in self._moves or self._last[-1].startswith(HARMLESS):
                    lost = had - self._texts()
                    assert not lost, f"lost: {sorted(lost)}"
                if way not in (self._undo, self._redo):
                    self._there_and_back(before, past)
            except AssertionError as wrong:
                told = "\n  ".join(self._last)
                raise AssertionError(f"{wrong}\nseed {self._seed}, the last steps:\n  {told}") from wrong

    # -------------------------------------------------------------------------------------------- steps

    def _type(self) -> str:
        boxes = self._shown(QLineEdit) + self._shown(WrapBox)
        if not boxes or not self._wanders:
            return "no box"
        box, words = self._dice.choice(boxes), self._dice.choice(WORDS)
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        event = QInputMethodEvent()
        event.setCommitString(words)
        before = box.text()
        QApplication.sendEvent(box, event)
        if box.text() != before and box.text().strip():
            words = " ".join(box.text().split())  # of a blank they stand within a line
            assert any(words in text for text in self._texts()), (
                f"{box.text()!r} is in {box.accessibleName()!r} and nowhere else"
            )
        return f"typed {words!r} into {box.accessibleName()!r} of {self._here}"

    def _erase(self) -> str:
        boxes = self._shown(QLineEdit) + self._shown(WrapBox)
        if not boxes or not self._wanders:
            return "no box"
        box = self._dice.choice(boxes)
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hit(Qt.Key.Key_A, CTRL)
        self._hit(Qt.Key.Key_Backspace)
        return f"emptied {box.accessibleName()!r} of {self._here}"

    def _press(self) -> str:
        buttons = [one for one in self._shown(Button) if one.accessibleName() != "Open the one on my drive"]
        if not buttons or not self._wanders:
            return "no button"
        button = self._dice.choice(buttons)
        said = f"pressed {button.accessibleName()!r} of {self._here}"
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        return said

    def _footer(self, name: str) -> str:
        button: Button = getattr(self._room.window.frame.footer, name)
        said = f"{name} of {self._here}"
        if not button.isVisible() or not (self._wanders or name == "_back"):
            return f"no {name}"
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        return said

    def _next(self) -> str:
        return self._footer("_next")

    def _back(self) -> str:
        return self._footer("_back")

    def _skip(self) -> str:
        return self._footer(self._dice.choice(("_skip", "_skip", "_save")))

    def _undo(self) -> str:
        if self._dice.random() < 0.5:
            return self._footer("_undo")
        self._hit(Qt.Key.Key_Z, CTRL)
        return f"Ctrl+Z in {self._here}"

    def _redo(self) -> str:
        self._hit(Qt.Key.Key_Y, CTRL)
        return f"Ctrl+Y in {self._here}"

    def _step_list(self) -> str:
        stepper = self._room.window.frame.stepper
        buttons = [one for one in stepper.findChildren(Button) if one.isVisible() and one.isEnabled()]
        if not buttons:
            return "no list of steps"
        button = self._dice.choice(buttons)
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        return f"went to {button.accessibleName()!r}"

    def _text_size(self) -> str:
        key = self._dice.choice((Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0))
        self._hit(key, CTRL)
        return f"text size {key.name}"

    def _contrast(self) -> str:
        self._room.window._toggle_contrast()
        return "contrast"

    def _cover(self) -> str:
        window = self._room.window
        name = self._dice.choice(("open_larger", "ask_to_finish"))
        getattr(window, name)()
        QApplication.processEvents()
        self._look()
        self._hit(Qt.Key.Key_Escape)
        assert window._stack.cover is None, f"Escape does not leave {name}"
        return name

    def _key(self) -> str:
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)
        key = self._dice.choice(keys)
        self._hit(key)
        return f"{key.name} in {self._here}"

    def _push(self) -> str:
        """Push the page with a finger, from anywhere on it: what is under the finger is not pressed."""
        window, room = self._room.window, self._room
        area = room.page.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        if not area.verticalScrollBar().maximum() or not area.isVisible():
            return "nothing to push"
        port = area.viewport()
        inside = QPoint(self._dice.randrange(port.width()), self._dice.randrange(port.height()))
        start, way = port.mapTo(window, inside), self._dice.choice((-300, -120, -40, 40, 120, 300))
        before = (room.session.resume, room.wizard.current, QApplication.focusWidget())
        finger = QTest.touchEvent(window, screen(), False)
        finger.press(0, start, window)
        finger.commit()
        for step in range(1, 5):
            finger.move(0, start + QPoint(self._dice.randrange(-20, 21), way * step // 4), window)
            finger.commit()
        finger.release(0, start + QPoint(0, way), window)
        finger.commit()
        QApplication.processEvents()
        after = (room.session.resume, room.wizard.current, QApplication.focusWidget())
        assert after == before, f"a push from {inside} by {way} pressed something"
        return f"pushed {self._here} by {way}"

    # --------------------------------------------------------------------------------------------- laws

    def _look(self) -> None:
        room, focus = self._room, QApplication.focusWidget()
        window = room.window
        assert room.bugs == [], f"a bug: {room.bugs}"
        assert focus is not None, "the focus is nowhere"
        assert window.isAncestorOf(focus), f"the focus is outside, at {focus.accessibleName()!r}"
        assert focus.isVisible(), f"the focus is at {focus.accessibleName()!r}, not shown"
        if window._stack.cover is None:
            assert window.frame.pages.currentWidget() is room.page
            assert window._shown == room.wizard.current.step.id, "another page is shown than where we are"
            assert room.page._heading.isVisible()
            assert room.page.heading

    def _there_and_back(self, before: Resume, past: int) -> None:
        """What was done can be undone to the letter, and done again."""
        session = self._room.session
        done = len(session._past) - past
        after = session.resume
        if done <= 0 or after == before or not self._room.window._shows_answers():
            return
        drafts = dict(session._drafts)
        for _each in range(done):
            session.undo()
        assert session.resume == before, "undone is not as it was"
        for _each in range(done):
            session.redo()
        assert session.resume == after, "done again is not as it was"
        assert session._drafts == drafts, f"done again the drafts are {session._drafts}, not {drafts}"

    # ------------------------------------------------------------------------------------------- things

    def _texts(self) -> set[str]:
        """Return every text that the session holds, the drafts too."""
        session = self._room.session
        texts = texts_in(session.resume) + texts_in(session._drafts)
        return {words for text in texts if (words := " ".join(text.split()))}

    @property
    def _here(self) -> str:
        return str(self._room.wizard.current.step.id)

    @property
    def _wanders(self) -> bool:
        kind: PageKind = self._room.wizard.current.step.kind
        return kind.name in WANDERING

    def _shown(self, kind: type[Any]) -> list[Any]:
        return [w for w in self._room.page.findChildren(kind) if w.isVisible() and w.isEnabled()]

    def _hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._room.window.windowHandle(), key, modifier)


@cache
def screen() -> QPointingDevice:
    """Return a screen that can be touched."""
    device: QPointingDevice = QTest.createTouchDevice()
    return device


def texts_in(value: Any) -> list[str]:
    """Return every text of a resume or a draft."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, list | tuple | frozenset):
        return [text for inner in value for text in texts_in(inner)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for part in parts_of(value) for text in texts_in(getattr(value, part.name))]
    return []
