"""Every screen, in every way of seeing it: nothing cut, nothing over another, all named, all large enough."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.theme import Look
from ui import colours, screens
from ui.screens import DIAGONAL, VIEWS, View

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_screen_is_whole_in_both_themes(qtbot: QtBot, view: View) -> None:
    bad: dict[tuple[str, Look], list[str]] = {}
    with screens.seen(qtbot, view) as made:
        for look in (Look(False, view.text_size), Look(True, view.text_size)):
            made.window.change_look(look)
            for name, root in screens.steps(made):
                bad[name, look] = screens.wrong(root) + screens.crowded(made)
            for walk in (screens.over(made), screens.aids(made)):
                bad |= {(name, look): screens.wrong(root) for name, root in walk}
    assert {place: found for place, found in bad.items() if found} == {}


@pytest.mark.parametrize("view", DIAGONAL, ids=str)
def test_each_screen_is_whole_in_one_view(qtbot: QtBot, view: View) -> None:
    start, pace = DIAGONAL.index(view), len(DIAGONAL)
    with screens.seen(qtbot, view) as made:
        walk = screens.steps(made, start=start, pace=pace)
        bad = {name: screens.wrong(root) + screens.crowded(made) for name, root in walk}
    assert {name: found for name, found in bad.items() if found} == {}


@pytest.mark.slow
@pytest.mark.parametrize("view", DIAGONAL, ids=str)
def test_what_helps_everywhere_is_whole(qtbot: QtBot, view: View) -> None:
    with screens.seen(qtbot, view) as made:
        walk = screens.aids(made)
        bad = {name: found for name, root in walk if (found := screens.wrong(root))}
    assert bad == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "view", [View(), View(200, True), View(100, True, filled=False), View(200, filled=False)], ids=str
)
def test_every_text_and_the_focus_can_be_seen(qtbot: QtBot, view: View) -> None:
    """Colours know neither language nor direction. The frame around the pages is looked at once."""
    with screens.seen(qtbot, view) as made:
        made.at("name")
        bad = {"frame": colours.unseen_focus(made.window.frame)}
        for walk, around in (
            (screens.steps(made), False),
            (screens.over(made), True),
            (screens.aids(made), True),
        ):
            for name, root in walk:
                bad[name] = colours.pale(root) + colours.unseen_focus(root if around else made.page)
    assert {name: found for name, found in bad.items() if found} == {}


@pytest.mark.parametrize("high_contrast", [False, True])
def test_the_words_and_the_focus_of_some_screens_can_be_seen(qtbot: QtBot, high_contrast: bool) -> None:
    with screens.seen(qtbot, View(100, high_contrast)) as made:
        for step, entry in (("home", None), ("work.dates", 0), ("look", None)):
            made.at(step, entry)
            screens.settle()
            root = made.window.frame
            assert colours.pale(root) + colours.unseen_focus(root) == [], step


def test_every_cover_is_swept(qtbot: QtBot) -> None:
    with screens.seen(qtbot, View()) as made:
        swept = {name.partition(",")[0] for name, _cover in screens.every_cover(made)}
    assert swept == set(screens.cover_makers())
    assert len(swept) >= 3
