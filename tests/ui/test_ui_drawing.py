"""Drawings: every one can be drawn in both themes, grows with the text and turns round with the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.ui import theme
from kiosk.ui.drawing import Drawing
from kiosk.ui.theme import CONTRAST, LIGHT, Look

DRAWINGS = sorted(paths.DRAWINGS.glob("*.svg"))


def picture(drawing: Drawing) -> QImage:
    drawing.resize(drawing.sizeHint())
    return drawing.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def different(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ by more than the softening of edges."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    unlike = [
        place
        for place in places
        if abs(one.pixelColor(*place).lightness() - other.pixelColor(*place).lightness()) > 128
    ]
    return len(unlike) / len(places)


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_it_is_drawn_in_the_colours_of_the_theme(qtbot: QtBot, file: Path) -> None:
    theme.dress(Look())
    drawing = Drawing(file.stem)
    qtbot.addWidget(drawing)
    assert {LIGHT.ink, LIGHT.action, LIGHT.surface} <= colours(picture(drawing))
    theme.dress(Look(high_contrast=True))
    assert {CONTRAST.ink, CONTRAST.action} <= colours(picture(drawing))


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_nothing_of_it_is_cut_off_at_its_edges(qtbot: QtBot, file: Path) -> None:
    theme.dress(Look())
    drawing = Drawing(file.stem)
    qtbot.addWidget(drawing)
    image = picture(drawing)
    right, bottom = image.width() - 1, image.height() - 1
    edge = {image.pixelColor(x, y).name() for x in range(right + 1) for y in (0, bottom)}
    edge |= {image.pixelColor(x, y).name() for y in range(bottom + 1) for x in (0, right)}
    assert edge == {LIGHT.ground.lower()}


def test_it_grows_with_the_text_and_turns_round(qtbot: QtBot) -> None:
    theme.dress(Look())
    drawing = Drawing("plug")
    qtbot.addWidget(drawing)
    small, plain = drawing.sizeHint(), picture(drawing)
    drawing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert different(picture(drawing), plain.flipped(Qt.Orientation.Horizontal)) < 0.01
    assert different(picture(drawing), plain) > 0.1
    theme.dress(Look(text_size=200))
    assert drawing.sizeHint().width() == theme.in_use().space(small.width()) > small.width()
