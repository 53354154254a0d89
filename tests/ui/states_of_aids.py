"""What screens become by what helps everywhere: hidden from passers-by, read aloud, typed in by a finger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.flow.steps import STEPS
from kiosk.ui import veil
from kiosk.ui.aids import Aids
from kiosk.ui.keyboard.dock import is_box
from kiosk.ui.larger import Larger
from ui.walker import States, Walker

TYPED_IN = ("name", "contact", "summary", "wanted", "work.lines", "skills", "languages")
"""Screens with a box of each kind: one line, several lines, many lines, numbers, addresses."""


def hidden(by: Walker) -> States:
    """Every kind of screen that is covered whole, one that is not, and the page over the whole window."""
    kinds = {step.kind: step.id for step in STEPS if step.kind in veil.COVERED}
    for step in ("contact", *kinds.values()):
        by.at(step)
        by.key(Qt.Key.Key_F9)
        yield by.frame(f"{step}, hidden")
        by.key(Qt.Key.Key_F9)
    by.at("review")
    by.window.open_larger()
    by.key(Qt.Key.Key_F9)
    yield by.cover("larger, hidden", Larger)
    by.press("What a machine reads")
    yield by.cover("larger, words hidden", Larger)
    by.key(Qt.Key.Key_F9)
    yield by.cover("larger, words", Larger)
    by.window.uncover()


def read_aloud(by: Walker) -> States:
    """While it is read."""
    by.window.frame.header.open_tools()
    by.at("contact")
    by.press("Read aloud")
    by.press("Yes, I hear it")
    yield by.frame("contact, read aloud")
    by.at("review")
    by.press("Read my page")
    yield by.frame("review, read aloud")


def typed_by_finger(by: Walker) -> States:
    """The keys on the screen, and what is left of the question above them."""
    dock = by.window.findChildren(Aids)[0].dock
    for step in TYPED_IN:
        by.at(step, 0 if next(one for one in STEPS if one.id == step).of_entry else None)
        boxes = [one for one in by.page.findChildren(QWidget) if is_box(one)]
        for number, box in enumerate((boxes[0], boxes[-1])):
            dock.show_for(box)
            yield by.frame(f"{step}, keys, box {number}")
            assert QApplication.focusWidget() is box
            assert QRegion(box.rect()).subtracted(box.visibleRegion()).isEmpty(), f"{step}, box {number}"
    yield by.whole("languages, and all keys")  # each set of keys has a test of its own
    dock.send_away()


WALKS = (hidden, read_aloud, typed_by_finger)
