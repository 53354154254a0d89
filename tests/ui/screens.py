"""All screens of the wizard, one after the other, in every way in which they may be seen."""

from __future__ import annotations

import gettext
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n, paths
from kiosk.flow.steps import STEPS
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume
from kiosk.storage.drive import DriveSource
from kiosk.ui import covers, theme
from kiosk.ui.controls import Text
from kiosk.ui.covers import Cover
from kiosk.ui.helpsheet import HelpSheet
from kiosk.ui.larger import Larger
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages.parts import Sign
from kiosk.ui.places import Places
from kiosk.ui.theme import Look
from ui import measures
from ui.fake_speech import FakeSpeech
from ui.sitting_room import Room, room

FULL = "refugee-pharmacist"
"""The sample with most in it: other countries, long names, gaps."""


LEAST, LEAST_UNDER_BANNER = 0.6, 0.57
"""The share of the window's height that the question keeps. In a longer language that we have no drive is
said in two lines of the largest text."""


class Pseudo(gettext.NullTranslations):
    """Every text a third longer, as other languages are. What is not marked was not translated."""

    def gettext(self, message: str) -> str:
        more = "~" * (len(message) // 3)
        words = " ".join(more[at : at + 6] for at in range(0, len(more), 6))
        return f"[{message}{words}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@dataclass(frozen=True)
class View:
    """One way of seeing the wizard."""

    text_size: int = 100
    high_contrast: bool = False
    mirrored: bool = False
    longer: bool = False
    filled: bool = True

    def __str__(self) -> str:
        words = {
            "contrast": self.high_contrast,
            "mirrored": self.mirrored,
            "longer": self.longer,
            "empty": not self.filled,
        }
        return "-".join([str(self.text_size), *(word for word, true in words.items() if true)])

    @property
    def resume(self) -> Resume | None:
        """The answers there are."""
        return jsonresume.load(paths.SAMPLES / f"{FULL}.json").resume if self.filled else None


VIEWS = tuple(
    View(text_size=size, mirrored=mirrored, longer=longer, filled=filled)
    for size, mirrored, longer, filled in product(
        (100, 150, 200), (False, True), (False, True), (True, False)
    )
)
"""Each to be seen in the light theme first, and then in high contrast."""

DIAGONAL = (
    View(100),
    View(200, longer=True),
    View(150, high_contrast=True, mirrored=True),
    View(200, high_contrast=True, filled=False),
    View(100, mirrored=True, longer=True, filled=False),
)
"""For everyday work: each thing that can be chosen is in some view; each screen is seen in one of them."""


@contextmanager
def seen(qtbot: QtBot, view: View, drives: DriveSource | None = None) -> Iterator[Room]:
    """Open a window that is seen in this way."""
    i18n.use(Pseudo() if view.longer else "en")
    app = theme.application()
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if view.mirrored else Qt.LayoutDirection.LeftToRight
    )
    try:
        with room(qtbot, view.resume, drives, view.text_size, FakeSpeech()) as made:
            if view.high_contrast:
                made.window.change_look(Look(high_contrast=True, text_size=view.text_size))
            yield made
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def steps(made: Room, *, start: int = 0, pace: int = 1) -> Iterator[tuple[str, QWidget]]:
    """Go to every step (or every `pace`th from `start` on) and yield its name and what is on the screen."""
    for step in STEPS[start::pace]:
        made.at(step.id, 0 if step.of_entry else None)
        settle()
        yield step.id, made.window.frame


def over(made: Room) -> Iterator[tuple[str, QWidget]]:
    """Lay over the window all that can lie over it, one after the other."""
    for name, cover in every_cover(made):
        made.window.show_cover(cover)
        settle()
        yield name, cover
        made.window.uncover()
    made.at("review")
    made.window.open_larger()
    settle()
    yield "larger", made.window.findChildren(Larger)[-1]
    made.window.uncover()


def aids(made: Room) -> Iterator[tuple[str, QWidget]]:
    """Open what helps on every screen: leaflets, the tools, the page hidden, what is asked before reading."""
    window, header = made.window, made.window.frame.header
    made.at("contact")
    for name, opens, kind in (("help", header.help, HelpSheet), ("places", header.places, Places)):
        opens.emit()
        settle()
        yield name, window.findChildren(kind)[-1]
        window.uncover()
    header.open_tools()
    for step in ("contact", "review"):
        made.at(step)
        settle()
        yield f"tools, {step}", window.frame
        _press(window, Qt.Key.Key_F9)
        yield f"hidden, {step}", window.frame
        _press(window, Qt.Key.Key_F9)
    header.close_tools()
    made.at("contact")
    _press(window, Qt.Key.Key_F8)
    asked = window.findChildren(Cover)[-1]
    yield "headphones", asked
    asked.buttons[-1].click()
    settle()
    yield "no sound", window.findChildren(Cover)[-1]
    window.uncover()


def _press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window, key)
    settle()


def _nothing() -> None:
    """Press what cannot be pressed here."""


def every_cover(made: Room) -> Iterator[tuple[str, Cover]]:
    """Make each cover of `kiosk.ui.covers`, one that asks for what is not named here is found by a test."""
    session = made.session
    for kept in (False, True):
        yield (
            f"finish_cover, kept {kept}",
            covers.finish_cover(session=session, kept=kept, go_back=_nothing, save=_nothing, finish=_nothing),
        )
    for name, make in cover_makers().items():
        if name != "finish_cover":
            yield name, make(*(_argument(one) for one in inspect.signature(make).parameters))


def cover_makers() -> dict[str, Callable[..., Cover]]:
    """Return every function that makes a cover."""
    return {name: make for name, make in vars(covers).items() if name.endswith("_cover")}


def _argument(name: str) -> object:
    """Return something for a cover's argument: words for staff, or what is done when something is pressed."""
    return ("Noto Sans", "Noto Sans Arabic") if name == "missing" else _nothing


def crowded(made: Room) -> list[str]:
    """Say so when what is around the question leaves it too little of a screen of 1366x768."""
    frame = made.window.frame
    share = frame.pages.height() / frame.height()
    least = LEAST_UNDER_BANNER if frame.banner.isVisible() else LEAST
    return [] if share >= least else [f"the question has {share:.0%} of the height"]


def unseen_warning(root: QWidget) -> list[str]:
    """Return the first warning on a screen when it is not seen whole before anything is scrolled."""
    warnings = [one for one in root.findChildren(QWidget) if one.isVisible() and _warns(one)]
    first = min(warnings, key=lambda one: one.mapTo(root, QPoint(0, 0)).y(), default=None)
    if first is None or QRegion(first.rect()).subtracted(first.visibleRegion()).isEmpty():
        return []
    return [f"a warning is out of sight: {next(text.text() for text in first.findChildren(Text))!r}"]


def _warns(widget: QWidget) -> bool:
    return isinstance(widget, LookAtThis) or (isinstance(widget, Sign) and widget.icon._colour == "warn")


def settle() -> None:
    """Let what is laid out a turn later have its place."""
    for _turn in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents()


def wrong(root: QWidget) -> list[str]:
    """Return all findings; what is not laid out yet gets two more turns."""
    for _turn in range(3):
        found = measures.findings(root)
        if not found:
            break
        settle()
    return found
