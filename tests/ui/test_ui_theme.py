"""The theme: readable in every pair of colours that meet, whole in every text size."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.ui import icons, theme
from kiosk.ui.controls import Button, ButtonKind
from kiosk.ui.theme import CONTRAST, LIGHT, TEXT_SIZES, Colours, Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""What Qt's screen for tests says about every window."""

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(CONTRAST, id="contrast")]

TEXT_PAIRS = [
    ("ink", "ground"),
    ("ink", "desk"),
    ("ink", "surface"),
    ("ink", "hover"),
    ("ink", "chosen"),
    ("ink", "focus_field"),
    ("quiet_ink", "ground"),
    ("quiet_ink", "desk"),
    ("quiet_ink", "surface"),
    ("action", "ground"),
    ("action", "desk"),
    ("action", "surface"),
    ("action", "hover"),
    ("action", "chosen"),
    ("on_action", "action"),
    ("on_action", "action_hover"),
    ("done", "ground"),
    ("done", "surface"),
    ("erase", "ground"),
    ("erase", "hover"),
    ("on_erase", "erase"),
    ("on_erase", "erase_hover"),
    ("warn", "ground"),
    ("warn", "surface"),
    ("on_warn", "warn_ground"),
    ("on_focus", "focus"),
    ("dead_ink", "ground"),
    ("dead_ink", "desk"),
]
"""What is read, and what it is read on: 4.5 to 1 (WCAG 2.2, 1.4.3), what cannot be pressed included."""

SIZES = {"line", "focus_line", "field_ring", "field_pad_x", "field_pad_y"}
"""What the sheet takes from the theme besides colours."""

SHAPE_PAIRS = [
    ("field_line", "ground"),
    ("field_line", "surface"),
    ("action", "ground"),
    ("erase", "ground"),
    ("focus_ring", "ground"),
    ("focus_ring", "desk"),
    ("focus_field_ring", "focus_field"),
    ("focus_field_ring", "ground"),
]
"""What must be seen to be used: 3 to 1 (WCAG 2.2, 1.4.11)."""


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    paint = QColor(colour)
    parts = (paint.redF(), paint.greenF(), paint.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_words_can_be_read(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("front", "back"), SHAPE_PAIRS)
def test_shapes_can_be_seen(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 3


@pytest.mark.parametrize("colours", THEMES)
def test_focus_stands_out_from_the_filled_button(colours: Colours) -> None:
    ring = contrast(colours.focus_ring, colours.focus)
    fill = contrast(colours.focus, colours.ground)
    assert max(ring, fill) >= 3
    assert colours.focus not in {colours.action, colours.erase, colours.chosen}


@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_style_sheet_is_whole(high_contrast: bool, size: int) -> None:
    sheet = Look(high_contrast, size).style_sheet
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "$" not in rules
    assert not re.search(r"\b(text|space)\(", rules)
    assert rules.count("{") == rules.count("}")


def test_the_focus_rule_is_the_last() -> None:
    rules = (paths.ASSETS / "style" / "kiosk.qss").read_text("utf-8").strip()
    last = rules[rules.rindex("}", 0, -1) :]
    assert ":focus" in last


def test_every_colour_of_the_sheet_is_a_colour_of_the_theme() -> None:
    sheet = (paths.ASSETS / "style" / "kiosk.qss").read_text("utf-8")
    assert set(re.findall(r"\$(\w+)", sheet)) - SIZES <= set(asdict(LIGHT))


def test_text_grows_fully_and_space_half() -> None:
    look = Look(text_size=200)
    assert (look.text(18), look.space(12)) == (36, 18)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_a_bar_is_as_high_in_large_text_as_in_small(text_size: int) -> None:
    """Two distances inside a button and two around it, as bars.py and the style sheet have them."""
    usual, look = Look(), Look(text_size=text_size)
    assert look.slim(9) >= 2, "words do not touch the line around them"
    heights = [one.text(26) + 2 * one.slim(9) + 2 * one.slim(10) for one in (usual, look)]
    assert heights[1] == pytest.approx(heights[0], abs=4)


def test_larger_and_smaller_walk_all_sizes_and_stop_at_the_ends() -> None:
    look = Look(high_contrast=True)
    up = [look := look.larger() for _ in TEXT_SIZES]
    assert [one.text_size for one in up] == [*TEXT_SIZES[1:], TEXT_SIZES[-1]]
    down = [look := look.smaller() for _ in TEXT_SIZES]
    assert [one.text_size for one in down] == [*TEXT_SIZES[-2::-1], TEXT_SIZES[0]]
    assert all(one.high_contrast for one in (*up, *down))
    assert up[-1].normal() == Look(high_contrast=True)


def colour_of(pixmap: QPixmap) -> set[str]:
    """Return the colours of the pixels that are fully drawn."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("file", sorted(paths.ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked_for(file: Path) -> None:
    assert colour_of(icons.pixmap(file.stem, "#174A84", 48)) == {"#174A84"}


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_sharp_on_a_fine_screen_and_not_cropped() -> None:
    plain = icons.pixmap("drive", "#000000", 24, 1.0).toImage()
    fine = icons.pixmap("drive", "#000000", 24, 2.0).toImage()
    assert (fine.width(), fine.devicePixelRatio()) == (48, 2.0)
    shrunk = fine.copy().scaled(24, 24)
    covered = [
        sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        for image in (plain, shrunk)
    ]
    assert covered[1] == pytest.approx(covered[0], rel=0.35)


@pytest.mark.usefixtures("qapp")
def test_only_what_points_along_the_line_of_reading_turns_round() -> None:
    def same(name: str) -> bool:
        plain = icons.pixmap(name, "#000000", 24).toImage()
        return plain == icons.pixmap(name, "#000000", 24, mirror=True).toImage()

    assert not same("back")
    assert same("check")


@pytest.mark.usefixtures("qapp")
def test_an_icon_takes_the_colour_of_the_focus() -> None:
    look = Look()
    icon = icons.button_icon("save", look.colours.on_action, look, 1.0)
    modes = {mode: colour_of(icon.pixmap(24, mode)) for mode in (QIcon.Mode.Normal, QIcon.Mode.Active)}
    assert modes[QIcon.Mode.Normal] == {look.colours.on_action}
    assert modes[QIcon.Mode.Active] == {look.colours.on_focus}


def test_a_button_follows_the_look(qtbot: QtBot) -> None:
    theme.dress(Look())
    button = Button("R&D", "save", ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    before = button.iconSize()
    theme.dress(Look(high_contrast=True, text_size=200))
    assert button.iconSize().height() == 2 * before.height()
    assert colour_of(button.icon().pixmap(48, QIcon.Mode.Normal)) == {CONTRAST.on_action}
    assert button.accessibleName() == "R&D"
    assert button.text() == "R&&D", "no letter may become a shortcut"
    theme.dress(Look())
