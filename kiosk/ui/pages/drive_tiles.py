"""The drives as tiles: the usable ones to choose from, the others with the reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from kiosk.flow.plugged import same
from kiosk.i18n import _
from kiosk.storage.drive import Drive
from kiosk.ui import layouts
from kiosk.ui.controls import Button, Text, TextRole
from kiosk.ui.drawing import Drawing
from kiosk.ui.notice import LookAtThis
from kiosk.ui.pages.parts import Sign
from kiosk.ui.picture_tile import PictureTile


def size_words(size: int) -> str:
    """Return a size as it is printed on drives: 1 GB is 1000 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def drive_words(drive: Drive) -> str:
    """Return what a drive is called and how much room it has."""
    if drive.free is None:
        return _("{drive}\n{size}").format(drive=drive.label, size=size_words(drive.size))
    return _("{drive}\n{free} free of {size}").format(
        drive=drive.label, free=size_words(drive.free), size=size_words(drive.size)
    )


def look_alike(some: Sequence[Drive], others: Sequence[Drive]) -> bool:
    """Whether two lists of drives are shown alike: how much room is left may differ."""
    return [replace(it, free=None, mount=None) for it in some] == [
        replace(it, free=None, mount=None) for it in others
    ]


class DriveTiles(QWidget):
    """One tile for each usable drive, the only one ticked already; the drawing where there is none.

    Above several it says the `question`, unless `asked`: then the heading of the page does.
    """

    is_told = True

    def __init__(self, drives: Sequence[Drive], before: Drive | None, *, asked: bool = False) -> None:
        super().__init__()
        self._asked = asked
        self.drives = tuple(drives)
        self._tiles: list[tuple[Button, Drive]] = []
        self._notice = LookAtThis()
        self._column = layouts.column(self, spacing=12)
        self._add_tiles()
        self._tick(None if before is None else same(before, [drive for _tile, drive in self._tiles]))

    @property
    def question(self) -> str:
        """What is asked when there are several drives."""
        return _("Which one is yours?")

    @property
    def several(self) -> bool:
        """Whether there are drives to choose from."""
        return len(self._tiles) > 1

    @property
    def any_usable(self) -> bool:
        """Whether there is a drive to save on."""
        return bool(self._tiles)

    @property
    def chosen(self) -> Drive | None:
        """The drive that is ticked."""
        return next((drive for tile, drive in self._tiles if tile.isChecked()), None)

    @property
    def to_choose(self) -> Button | None:
        """The first tile while there are several and none is ticked."""
        return self._tiles[0][0] if self._tiles and self.chosen is None else None

    def ask_to_choose(self) -> None:
        """Say that a drive must be chosen first."""
        self._notice.say(_("Press your drive first. Then go on."))
        self._tiles[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_tiles(self) -> None:
        usable = [drive for drive in self.drives if drive.usable]
        if len(usable) > 1 and not self._asked:
            self._column.addWidget(Text(self.question, TextRole.LABEL))
        self._column.addWidget(self._notice)  # above the tiles: the first of them has the focus then
        for drive in usable:
            tile = PictureTile(drive_words(drive), "drive", may_be_chosen=True)
            tile.clicked.connect(lambda _down, pressed=drive: self._tick(pressed))
            self._tiles.append((tile, drive))
            self._column.addWidget(tile)
        if not usable:
            self._column.addWidget(Drawing("plug"))
        for drive in self.drives:
            if not drive.usable:
                self._column.addWidget(Sign("warn", _why(drive), "warn"))

    def _tick(self, chosen: Drive | None) -> None:
        only = len(self._tiles) == 1
        for tile, drive in self._tiles:
            ticked = only or (chosen is not None and drive.device == chosen.device)
            tile.setChecked(ticked)
            tile.set_icon("check" if ticked else "drive")
        self._notice.say("")


def _why(drive: Drive) -> str:
    """Say why a drive cannot be used and what to do. The reason names it, where there is one."""
    if not drive.why:
        return _("{drive} cannot be used.").format(drive=drive.label)
    return f"{drive.why} {drive.remedy}".strip()
