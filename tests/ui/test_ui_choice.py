"""One of a few tiles, and one box to tick: single clicks, arrow keys, Space and Enter, and Undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.fields import Choice, Field, FieldKind, read
from kiosk.resume.model import Resume
from kiosk.ui.fields import FieldEditor
from kiosk.ui.tiles import Tile
from ui.desk import Desk, desk_with

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PLACE = "meta.kiosk.asked"
KINDS = Field(
    attr=PLACE,
    label="Who did you work for?",
    kind=FieldKind.CHOICE,
    choices=(Choice("", "A company"), Choice("family", "A family"), Choice("self", "Myself")),
)
UNSAID = Field(attr=PLACE, label="Which?", kind=FieldKind.CHOICE, choices=KINDS.choices[1:])
LISTED = Field(attr=PLACE, label="Just list it", kind=FieldKind.BOX)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with desk_with(qtbot) as made:
        yield made


def tiles(editor: FieldEditor) -> list[Tile]:
    return editor.findChildren(Tile)


def down(editor: FieldEditor) -> list[str]:
    return [tile.text() for tile in tiles(editor) if tile.isChecked()]


def kept(desk: Desk) -> object:
    return read(desk.session.resume, PLACE)


def test_a_click_chooses_and_undo_takes_it_back(desk: Desk) -> None:
    editor = desk.put(KINDS)
    assert down(editor) == ["A company"]
    QTest.mouseClick(tiles(editor)[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(tiles(editor)[2], Qt.MouseButton.LeftButton)
    assert (kept(desk), down(editor)) == ("self", ["Myself"])
    desk.session.undo()
    assert (kept(desk), down(editor)) == ("family", ["A family"])
    desk.session.undo()
    assert (desk.session.resume, down(editor)) == (Resume(), ["A company"])
    desk.session.redo()
    assert down(editor) == ["A family"]


def test_the_chosen_one_stays_when_it_is_pressed_again(desk: Desk) -> None:
    editor = desk.put(KINDS)
    tiles(editor)[1].click()
    tiles(editor)[1].click()
    assert (kept(desk), down(editor)) == ("family", ["A family"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_arrow_keys_move_and_space_or_enter_choose(desk: Desk, key: Qt.Key) -> None:
    editor = desk.put(KINDS)
    QTest.keyClick(editor.first(), Qt.Key.Key_Right)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Tile)
    assert focus.text() == "A family"
    assert kept(desk) == ""  # moving chooses nothing
    QTest.keyClick(focus, key)
    assert (kept(desk), down(editor)) == ("family", ["A family"])


def test_nothing_is_chosen_where_nothing_is_usual(desk: Desk) -> None:
    editor = desk.put(UNSAID)
    assert down(editor) == []
    tiles(editor)[0].click()
    assert down(editor) == ["A family"]
    desk.session.undo()
    assert down(editor) == []


def test_what_another_program_wrote_there_stays_until_one_chooses(qtbot: QtBot) -> None:
    with desk_with(qtbot, Resume(meta={"kiosk": {"asked": "a ship"}})) as desk:
        editor = desk.put(KINDS)
        assert (kept(desk), down(editor)) == ("a ship", [])


def test_a_box_is_ticked_and_unticked(desk: Desk) -> None:
    editor = desk.put(LISTED)
    QTest.keyClick(editor.first(), Qt.Key.Key_Space)
    assert (kept(desk), down(editor)) == (True, ["Just list it"])
    QTest.mouseClick(editor.first(), Qt.MouseButton.LeftButton)
    assert (desk.session.resume, down(editor)) == (Resume(), [])
    desk.session.undo()
    assert down(editor) == ["Just list it"]


def test_a_screen_reader_hears_radio_buttons_and_a_box(desk: Desk) -> None:
    for field, role in ((KINDS, QAccessible.Role.RadioButton), (LISTED, QAccessible.Role.CheckBox)):
        editor = desk.put(field)
        tiles(editor)[-1].click()
        heard = [QAccessible.queryAccessibleInterface(tile) for tile in tiles(editor)]
        assert {one.role() for one in heard} == {role}
        assert [one.text(QAccessible.Text.Name) for one in heard] == [t.text() for t in tiles(editor)]
        assert [bool(one.state().checked) for one in heard] == [t.isChecked() for t in tiles(editor)]
        desk.session.undo()


def test_every_tile_is_large_enough(desk: Desk) -> None:
    for tile in (*tiles(desk.put(KINDS)), *tiles(desk.put(LISTED))):
        assert min(tile.sizeHint().width(), tile.sizeHint().height()) >= 44
