"""What is wrong with a screen, in the pixels that a person gets: each measure returns a list of findings.

Texts are measured as they are painted (painted.py), so that it does not matter who laid them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from ui import painted
from ui.painted import Piece

SMALLEST_TARGET = 44
"""Pixels that a thing to press or to type in must be high and wide."""

SLACK = 1.0
"""Pixels that letters may reach out of their room: the round of an o, the edge of a smoothed stroke."""

TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
NO_LETTER = re.compile(r"[\W_]+")
DOTS = "\u2026"
MARKS = re.compile(r"[\[\]]| ?~+")
"""What the pseudo-language adds to each text; a name that is made of two texts has it twice."""

OURS = "kiosk."


class Screen:
    """What is visible inside one widget now: looked at once, measured in many ways."""

    def __init__(self, root: QWidget) -> None:
        self.root = root
        self.seen = [widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisible()]
        self.controls = [
            one
            for one in self.seen
            if isinstance(one, (QAbstractButton, *TYPED_IN)) and not isinstance(one, QScrollBar)
        ]
        self.labels = [one for one in self.seen if isinstance(one, QLabel)]

    @cached_property
    def written(self) -> dict[QWidget, list[Piece]]:
        """What is written, by whose it is, with places in the pixels of each."""
        return {widget: painted.pieces(widget) for widget in self.seen if _writes(widget)}

    def place(self, widget: QWidget, room: QRectF | None = None) -> QRectF:
        """Return where in the window something of a widget is, or all of it."""
        corner = QPointF(widget.mapTo(self.root.window(), QPoint(0, 0)))
        return (QRectF(widget.rect()) if room is None else room).translated(corner)

    def words_of(self, control: QWidget) -> str:
        """Return what is written on a control, or beside it as its label."""
        if isinstance(control, QAbstractButton):
            return _whole(control)
        return next((label.text() for label in self.labels if label.buddy() is control), "")


def _writes(widget: QWidget) -> bool:
    """Whether this may be a widget that writes: by kind, or because it paints for itself."""
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text())
    if isinstance(widget, QLineEdit):
        return not widget.text()  # what is typed scrolls; what is asked in an empty box must be whole
    return type(widget).__module__.startswith(OURS) and "paintEvent" in vars(type(widget))


def clipped(screen: Screen) -> list[str]:
    """Return the texts that are not whole: cut by their widget, shortened with dots, or not there at all."""
    return [what for widget, pieces in screen.written.items() for what in _clips(widget, pieces)]


def _clips(widget: QWidget, pieces: list[Piece]) -> Iterator[str]:
    room = QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    whole = _whole(widget)
    for piece in pieces:
        if not room.contains(piece.ink):
            yield f"cut: {piece.text!r} of {_name(widget)!r} {_box(piece.ink)} in {_box(room)}"
        if piece.text.rstrip().endswith(DOTS) and DOTS not in whole:
            yield f"shortened: {piece.text!r} of {_name(widget)!r}"
    if isinstance(widget, QLabel | QAbstractButton):
        # Letters alone: in a mirrored screen the marks around Latin words are painted elsewhere.
        there = NO_LETTER.sub("", "".join(piece.text for piece in pieces))
        if lost := [word for word in whole.split() if NO_LETTER.sub("", word) not in there]:
            yield f"not there: {' '.join(lost)!r} of {_name(widget)!r}"


def _whole(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return text.replace("&&", "&")


def out_of_reach(screen: Screen) -> list[str]:
    """Return controls and texts that stick out of what holds them, where no scrolling leads."""
    return [
        f"out of reach: {_name(widget)!r} sticks out of {_kind(outer)}"
        for widget in dict.fromkeys((*screen.controls, *screen.written))
        for outer in _sticks_out_of(widget, screen.root)
    ]


def _sticks_out_of(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    """Walk outwards as far as `root`; what scrolls may be higher than what it is seen through."""
    inner = widget
    while inner is not root and (outer := inner.parentWidget()) is not None:
        place = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
        room, area = outer.rect().adjusted(-1, -1, 1, 1), outer.parentWidget()
        scrolls = isinstance(area, QScrollArea) and area.viewport() is outer
        if scrolls:
            place.moveTop(0)
            place.setHeight(1)
        if not room.contains(place):
            yield outer
        if scrolls or not room.contains(place):
            return
        inner = outer


def overlapping(screen: Screen) -> list[str]:
    """Return the pairs of texts, or of a text and a box, or of two buttons, that lie on each other."""
    written = ((widget, pieces) for widget, pieces in screen.written.items() if pieces)
    texts = [(widget, screen.place(widget, _around(pieces))) for widget, pieces in written]
    boxes = [(widget, screen.place(widget)) for widget in screen.controls]
    typed = [pair for pair in boxes if isinstance(pair[0], TYPED_IN)]
    pressed = [pair for pair in boxes if isinstance(pair[0], QAbstractButton)]
    pairs = [*combinations([*texts, *typed], 2), *combinations(pressed, 2)]
    return sorted({f"{_name(a)!r} and {_name(b)!r} overlap" for (a, p), (b, q) in pairs if _on(a, p, b, q)})


def _around(pieces: list[Piece]) -> QRectF:
    ink = QRectF()
    for piece in pieces:
        ink = ink.united(piece.ink)
    return ink


def _on(one: QWidget, its: QRectF, other: QWidget, others: QRectF) -> bool:
    shared = its.intersected(others)
    if one is other or min(shared.width(), shared.height()) <= SLACK:
        return False
    related = one.isAncestorOf(other) or other.isAncestorOf(one)
    return not related and _area(one) is _area(other)  # what is scrolled away lies under nothing


def _area(widget: QWidget) -> QWidget | None:
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, QAbstractScrollArea):
        outer = outer.parentWidget()
    return outer


def nameless(screen: Screen) -> list[str]:
    """Return controls without a name, or whose name is not what is written on or beside them."""
    return [what for control in screen.controls if (what := _misnamed(control, screen.words_of(control)))]


def _misnamed(control: QWidget, words: str) -> str:
    name, words = MARKS.sub("", control.accessibleName()), MARKS.sub("", words)
    if not name.strip():
        return f"no name: {_kind(control)} {words!r}"
    if not name.startswith(words):
        return f"written {words!r}, called {name!r}"
    if not words and not isinstance(control, QAbstractButton):
        return f"nothing is written beside {name!r}"
    return ""


def too_small(screen: Screen) -> list[str]:
    """Return controls that are hard to hit."""
    return [
        f"{_name(control)!r} is {control.width()} x {control.height()}"
        for control in screen.controls
        if min(control.width(), control.height()) < SMALLEST_TARGET
    ]


Measure = Callable[[Screen], list[str]]
MEASURES: tuple[Measure, ...] = (clipped, out_of_reach, overlapping, nameless, too_small)
"""What every screen is measured by, whatever its colours."""


def findings(root: QWidget) -> list[str]:
    """Return all that is wrong inside `root`."""
    screen = Screen(root)
    return [what for measure in MEASURES for what in measure(screen)]


def _name(widget: QWidget) -> str:
    return (widget.accessibleName() or _whole(widget) or _kind(widget))[:60]


def _kind(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()


def _box(rect: QRectF) -> str:
    return f"[{rect.left():.0f} {rect.top():.0f} {rect.right():.0f} {rect.bottom():.0f}]"
