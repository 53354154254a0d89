"""Words and buttons as every screen uses them: named for screen readers, never markup, drawn by the theme."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from kiosk.ui import icons, theme

ICON_GAP = 4
"""How much further from the words an icon stands than Qt would put it, in pixels at 100 % text."""


BY_MOUSE = "by-mouse"
"""The property of the application that says so."""


def way_in() -> Qt.FocusReason:
    """Return why the first control of the next screen has the focus: a click, or anything else."""
    by_mouse = theme.application().property(BY_MOUSE)
    return Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.OtherFocusReason


class TextRole(StrEnum):
    """What a text is on its screen; the style sheet says how each looks."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    SMALL = "small"
    LABEL = "label"
    GOOD = "good"
    WARNING = "warning"
    STATUS = "status"


class ButtonKind(StrEnum):
    """How much a button asks for. One `PRIMARY` on a screen."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    ERASE = "erase"
    ERASE_FILLED = "erase-filled"
    STEP = "step"
    TILE = "tile"
    KEY = "key"


_TONES = {
    ButtonKind.PRIMARY: "on_action",
    ButtonKind.ERASE: "erase",
    ButtonKind.ERASE_FILLED: "on_erase",
    ButtonKind.STEP: "quiet_ink",
}


class Text(QLabel):
    """Words on the screen. They wrap, and what the person typed is never read as markup or as a link."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        wrap: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setIndent(0)  # once it has a padding, Qt would add half a letter, more for a larger one
        if wrap:
            # Not Minimum: the page would then be as high as if every text were wrapped at half its width.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: TextRole) -> None:
        """Make this another kind of text."""
        self.setProperty("role", role.value)
        restyle(self)


class Button(QPushButton):
    """A button with words and perhaps an icon, which takes the colour of the words around it.

    `name` is what a screen reader says where there is no text to read. The ring of the focus is for who uses
    keys: who points with a mouse would take the one yellow tile for the one that is chosen.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._tone = ""
        self._drawn: tuple[object, ...] = ()
        self._kind = kind
        self._by_mouse = False
        self._by_us = False
        self.toggled.connect(self._toggled)
        self.setProperty("kind", kind.value)
        self.setAutoDefault(True)  # outside a dialog this is what makes Enter press the button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(text, name)

    @property
    def kind(self) -> ButtonKind:
        """How much the button asks for."""
        return self._kind

    def say(self, text: str, name: str = "") -> None:
        """Write `text` on the button; a screen reader says the same, or `name` where nothing is written."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text or name)
        self.setToolTip("" if text else name)
        if self.property("bare") is not (not text):
            self.setProperty("bare", not text)
            self._tint()
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                restyle(self)

    def set_icon(self, icon: str, tone: str = "") -> None:
        """Show another icon, or none.

        `tone` names the colour of the theme that it has where that is not the colour of the words.
        """
        if (icon, tone) != (self._icon_name, self._tone):
            self._icon_name, self._tone = icon, tone
            self._tint()

    def set_kind(self, kind: ButtonKind) -> None:
        """Make this another kind of button."""
        if kind is not self._kind:
            self._kind = kind
            self.setProperty("kind", kind.value)
            self._tint()
            restyle(self)

    @property
    def shows_focus(self) -> bool:
        """Whether the button has the focus and a ring that says so."""
        return self.hasFocus() and not self._by_mouse

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802 - Qt's name
        """Draw the ring only for who uses keys."""
        super().initStyleOption(option)
        if self._by_mouse:
            option.state &= ~QStyle.StateFlag.State_HasFocus

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """See who gives the focus."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """From the first key on, show where one is."""
        if self._by_mouse:
            self._by_mouse = False
            self.update()
        super().keyPressEvent(event)

    def setChecked(self, checked: bool) -> None:  # noqa: N802 - Qt's name
        """Show whether the button is down, without telling that it was pressed."""
        self._change(lambda: super(Button, self).setChecked(checked))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Go down, or up again: a key or the mouse pressed the button, which Qt tells of itself."""
        self._change(super().nextCheckState)

    def _change(self, change: Callable[[], None]) -> None:
        self._by_us = True
        try:
            change()
        finally:
            self._by_us = False

    def _toggled(self, down: bool) -> None:
        """Tell of a press by a screen reader or a voice, which Qt answers by the look alone."""
        if not self._by_us and (down or not self.autoExclusive()):
            self.clicked[bool].emit(down)  # type: ignore[index]  # the stubs know no overloads

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """While this is answered, the next screen can know that a mouse led to it."""
        theme.application().setProperty(BY_MOUSE, True)
        try:
            super().mouseReleaseEvent(event)
        finally:
            theme.application().setProperty(BY_MOUSE, False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icon again in the colours of a new look, or the other way round."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._tint()

    def _tint(self) -> None:
        look = theme.in_use()
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        drawn = (look, self._icon_name, self._tone, self._kind, bool(self.text()), mirror)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        gap = look.space(ICON_GAP) if self.text() else 0
        self.setIconSize(QSize(look.text(icons.GRID) + gap, look.text(icons.GRID)))
        colour = getattr(look.colours, self._tone or _TONES.get(self._kind, "action"))
        self.setIcon(
            icons.button_icon(self._icon_name, colour, look, self.devicePixelRatioF(), gap=gap, mirror=mirror)
        )


def aid(words: str, icon: str) -> Button:
    """Return a button that a click does not give the focus to: what is being typed in keeps it."""
    button = Button(words, icon, ButtonKind.QUIET)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at the properties of `widget`: Qt does not do this by itself."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
