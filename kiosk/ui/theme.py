"""What the screens look like: colours and sizes as data, made into one palette, one font and one style sheet.

All sizes are pixels at 100 % text. Text grows with the text size, space half as fast: a small screen has room
for very large text. The look in use hangs on the QApplication, where Qt keeps palette, font and sheet too.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kiosk import paths

FONT_FAMILY = "Noto Sans"
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""The text sizes to choose from, in percent."""

HEADING, SUBHEADING, BODY, SMALL = 28, 21, 18, 16


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Every colour is named for what it is for."""

    ground: str  # behind everything
    desk: str  # what the page lies on
    surface: str  # inside fields and tiles
    hover: str
    ink: str
    quiet_ink: str
    hairline: str
    field_line: str
    action: str  # what can be pressed
    action_hover: str
    on_action: str
    chosen: str  # inside a ticked tile
    done: str
    erase: str
    erase_hover: str
    on_erase: str
    warn_ground: str
    warn: str
    on_warn: str
    warn_line: str
    focus: str
    focus_field: str  # inside a field that is typed into
    focus_field_ring: str
    focus_ring: str
    on_focus: str
    dead_ink: str  # what cannot be used now
    dead_line: str
    ghost: str  # the lines of a page that is still to be written


LIGHT = Colours(
    ground="#F6F4F0",
    desk="#E5E1D9",
    surface="#FCFBF9",
    hover="#E4EAF2",
    ink="#22201D",
    quiet_ink="#57534C",
    hairline="#D8D3C9",
    field_line="#76706A",
    action="#174A84",
    action_hover="#0F3562",
    on_action="#FFFFFF",
    chosen="#E1EAF5",
    done="#17663A",
    erase="#A3171B",
    erase_hover="#7E0F13",
    on_erase="#FFFFFF",
    warn_ground="#FBEBC6",
    warn="#8A5200",
    on_warn="#3D2600",
    warn_line="#FBEBC6",
    focus="#FFDD00",
    focus_field="#FFF8CC",
    focus_field_ring="#0B0C0C",
    focus_ring="#0B0C0C",
    on_focus="#0B0C0C",
    dead_ink="#66615A",
    dead_line="#C4BEB3",
    ghost="#E9E6E0",
)

CONTRAST = Colours(
    ground="#000000",
    desk="#000000",
    surface="#000000",
    hover="#262626",
    ink="#FFFFFF",
    quiet_ink="#FFFFFF",
    hairline="#8C8C8C",
    field_line="#FFFFFF",
    action="#FFD60A",
    action_hover="#FFFFFF",
    on_action="#000000",
    chosen="#3A3200",
    done="#7CFC9A",
    erase="#FF9C9C",
    erase_hover="#FFFFFF",
    on_erase="#000000",
    warn_ground="#000000",
    warn="#FFD60A",
    on_warn="#FFFFFF",
    warn_line="#FFFFFF",
    focus="#00E5FF",
    focus_field="#000000",
    focus_field_ring="#00E5FF",
    focus_ring="#FFFFFF",
    on_focus="#000000",
    dead_ink="#A6A6A6",
    dead_line="#6E6E6E",
    ghost="#D9D9D9",
)


@dataclass(frozen=True)
class Look:
    """What the person chose: high contrast or not, and the text size in percent."""

    high_contrast: bool = False
    text_size: int = TEXT_SIZES[0]

    @property
    def colours(self) -> Colours:
        """The colours of this look."""
        return CONTRAST if self.high_contrast else LIGHT

    @property
    def scale(self) -> float:
        """How much larger than 100 % the text is."""
        return self.text_size / 100

    def text(self, size: float) -> int:
        """Return a size of text, or of something that holds text, in pixels of this look."""
        return round(size * self.scale)

    def space(self, size: float) -> int:
        """Return a distance in pixels of this look."""
        return round(size * (1 + (self.scale - 1) / 2))

    def slim(self, size: float) -> int:
        """Return a distance above or below words in a bar: it shrinks as they grow, so the bar does not."""
        return round(size * (1.7 - 0.7 * self.scale))

    def field_ring(self) -> int:
        """Return how thick the ring is around what is typed into.

        On black it must be twice the line: from white to cyan is no change that is seen.
        """
        return 6 if self.high_contrast else 3

    def line(self) -> int:
        """Return how thick the line around what can be pressed is."""
        return 3 if self.high_contrast else 2

    def larger(self) -> Look:
        """Return this look with the next larger text, if there is one."""
        return replace(self, text_size=next((s for s in TEXT_SIZES if s > self.text_size), TEXT_SIZES[-1]))

    def smaller(self) -> Look:
        """Return this look with the next smaller text, if there is one."""
        return replace(self, text_size=max([s for s in TEXT_SIZES if s < self.text_size] or TEXT_SIZES[:1]))

    def normal(self) -> Look:
        """Return this look with text at 100 %."""
        return replace(self, text_size=TEXT_SIZES[0])

    @cached_property
    def style_sheet(self) -> str:
        """The style sheet of this look, from `assets/style/kiosk.qss`."""
        colours = asdict(self.colours) | {
            "line": f"{self.line()}px",
            "focus_line": f"{self.line() + 1}px",
            "field_ring": f"{self.field_ring()}px",
        }
        # The ring takes its room from the padding, so that nothing moves.
        colours |= {
            f"field_pad_{name}": f"{self.space(pad) + self.line() - self.field_ring()}px"
            for name, pad in (("y", 8), ("x", 10))
        }
        sheet = (paths.ASSETS / "style" / "kiosk.qss").read_text("utf-8")
        sheet = re.sub(r"\$(\w+)", lambda m: colours[m[1]], sheet)
        return re.sub(
            r"\b(text|space|slim)\((-?\d+)\)", lambda m: f"{getattr(self, m[1])(int(m[2]))}px", sheet
        )

    def palette(self) -> QPalette:
        """Return the colours for what the style sheet does not reach."""
        c = self.colours
        role = QPalette.ColorRole
        palette = QPalette()
        for target, colour in {
            role.Window: c.ground,
            role.Base: c.surface,
            role.AlternateBase: c.ground,
            role.Button: c.surface,
            role.WindowText: c.ink,
            role.Text: c.ink,
            role.ButtonText: c.ink,
            role.PlaceholderText: c.quiet_ink,
            role.ToolTipBase: c.surface,
            role.ToolTipText: c.ink,
            role.Highlight: c.action,
            role.HighlightedText: c.on_action,
            role.Link: c.action,
            role.Accent: c.action,
        }.items():
            palette.setColor(target, QColor(colour))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(c.dead_ink))
        return palette

    def font(self) -> QFont:
        """Return the font of running text."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.text(BODY))
        return font


def dress(look: Look) -> None:
    """Give every window of the program this look."""
    app = application()
    app.setProperty("look", look)
    app.setPalette(look.palette())
    app.setFont(look.font())
    app.setStyleSheet(look.style_sheet)


def in_use() -> Look:
    """Return the look that the program has now."""
    look = application().property("look")
    return look if isinstance(look, Look) else Look()


def application() -> QApplication:
    """Return the running application."""
    return cast(QApplication, QApplication.instance())


def mirrored() -> bool:
    """Whether the screens read from right to left."""
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
