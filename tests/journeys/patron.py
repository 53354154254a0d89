"""One person who answers every screen of the real wizard, until verified files are on the drive.

Nothing here knows which screens there are: it looks at what kinds of screens and fields the tables name, and
at the controls that stand there. A kind that it does not know stops it loudly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journeys.hands import Keyboard, Mouse, text_of
from journeys.nearest import nearest, number_in
from kiosk.flow import entries, fields, paths
from kiosk.flow.paths import Path as Way
from kiosk.flow.session import Session
from kiosk.flow.steps import Step
from kiosk.flow.wizard import Position
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Language, Resume, Skill
from kiosk.ui.controls import Button
from kiosk.ui.dates import DateEditor, MonthPicker
from kiosk.ui.fields import FieldEditor, TextBox
from kiosk.ui.groups import LanguagePicks, NamePicks
from kiosk.ui.lines import LinesEditor
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.entries import EntriesPage
from kiosk.ui.pages.form import FormPage
from kiosk.ui.picks import LinePicks, Picks
from kiosk.ui.schooling import SchoolingPicks
from kiosk.ui.summary import SummaryPicks
from kiosk.ui.ticks import TickRow
from kiosk.ui.tiles import Tile, TileGrid
from kiosk.ui.window import Window

NEAR_LINE, NEAR_NAME = 0.34, 0.75
"""How much of the shorter text two lines share when one stands for the other, and two names."""

MOST_SCREENS = 400
FIRST_LANGUAGE = {"Native": "First language"}
"""How other programs call what the bank has another word for."""

Where = tuple[str, int, str]
"""A section ("" for none), the number of the entry, the attribute."""


class Unknown(AssertionError):
    """The wizard asks something that no walk knows how to answer: give `patron.py` a way."""


@dataclass
class Told:
    """What the person put in, by its place; and how many lines and names were ticked instead of typed."""

    answers: dict[Where, Any] = field(default_factory=dict)
    picked: int = 0
    typed: int = 0


def as_asked(sample: Resume) -> Resume:
    """Return a sample in the words that the wizard asks for: each skill is a line of its own."""
    skills = tuple(
        Skill(name=word) for group in sample.skills for word in (group.keywords or (group.name,)) if word
    )
    languages = tuple(
        replace(item, fluency=FIRST_LANGUAGE.get(item.fluency, item.fluency)) for item in sample.languages
    )
    return replace(sample, skills=skills, languages=languages)


class Patron:
    """Somebody with hands, and what they want on their page. With `picks` they tick what is offered."""

    def __init__(
        self, window: Window, session: Session, hands: Mouse | Keyboard, want: Resume, ways: frozenset[Way],
        *, picks: bool,
    ) -> None:  # fmt: skip
        self.told = Told()
        self._window = window
        self._session = session
        self._hands = hands
        self._want = want
        self._ways = ways
        self._picks = picks
        self._done: set[Position] = set()
        self._kinds = {
            "HOME": self._home, "DRIVE": self._wait_and_go, "PATH": self._path, "FORM": self._form,
            "ENTRIES": self._entries, "REVIEW": self._go, "ORDER": self._go, "LOOK": self._go,
            "GAP": self._go, "SAVE": self._save,
        }  # fmt: skip
        self._answers: dict[str, Callable[[FieldEditor, Any], None]] = {
            "LINE": self._line, "DATE": self._date, "LINES": self._lines,
            "CHOICE": self._choice, "BOX": self._box, "SENTENCE": self._line, "DAYS": self._days,
        }  # fmt: skip

    @property
    def page(self) -> Page:
        """What is shown."""
        return self._window.page

    @property
    def here(self) -> Position:
        """Where the wizard is."""
        return self._window._context.wizard.current

    def walk(self) -> None:
        """Go from Home to files on the drive."""
        for _screen in range(MOST_SCREENS):
            self._hands.meter.read()
            kind = self.here.step.kind.name
            if kind not in self._kinds:
                raise Unknown(f"no walk knows a screen of the kind {kind} ({self.here.step.id})")
            self._kinds[kind](self.here.step)
            if self._session.receipt is not None:
                return
        raise AssertionError(f"the walk goes round and round at {self.here.step.id}")

    # ------------------------------------------------------------------------------------------ screens

    def _home(self, _step: Step) -> None:
        self._hands.press(self._button("Start a new resume"))

    def _wait_and_go(self, step: Step) -> None:
        self._hands.until(lambda: self.page.next_label() or self.here.step is not step, "the drive")
        self._hands.meter.read()
        self._go(step)

    def _path(self, step: Step) -> None:
        for name in (way for way in Way if way in self._ways ^ paths.of(self._session.resume)):
            if (name in self._ways) is not (name in paths.of(self._session.resume)):
                self._hands.press(self._button(paths.NAMES[name]))
        assert paths.of(self._session.resume) == self._ways
        self._go(step)

    def _entries(self, step: Step) -> None:
        have = entries.count(self._session.resume, step.section)
        if have < entries.count(self._want, step.section):
            page = self.page
            assert isinstance(page, EntriesPage)
            prompt = self._prompt(page, entries.get(self._want, step.section, have))
            if prompt is not None:
                self.told.picked += 1
                self._hands.press(prompt)
            elif have:
                self._hands.press(page._add)
            else:
                self._go(step)
        else:
            self._leave(step)

    def _prompt(self, page: EntriesPage, entry: Any) -> Tile | None:
        """Return the tile that begins this entry, where there is one."""
        if page._prompts is None or not self._picks:
            return None
        titles = [activity.title for activity in page._prompts._activities]
        at = next(
            (n for n, title in enumerate(titles) if title.casefold() == entry.position.casefold()), None
        )
        return None if at is None else page._prompts.tiles[at]

    def _leave(self, step: Step) -> None:
        """With nothing to say a screen is skipped, where it can be."""
        if self._window.frame.footer._skip.isVisible():
            self._hands.press(self._window.frame.footer._skip)
        else:
            self._go(step)

    def _form(self, step: Step) -> None:
        page = self.page
        assert isinstance(page, FormPage)
        at = self.here
        number = 0
        while number < len(page._editors):
            editor = page._editors[number]
            self._unfold(page, editor)
            if editor.isVisible() and at not in self._done:
                self._answer(step, editor)
            number += 1
        if at in self._done and step.skippable and not page._notice.isVisible():
            raise AssertionError(f"Next does not lead on from {step.id}")
        self._done.add(at)
        self._go(step)

    def _unfold(self, page: FormPage, editor: FieldEditor) -> None:
        if not editor.isVisible() and page._more.isVisible() and self._value(editor):
            self._hands.press(page._more)

    def _save(self, step: Step) -> None:
        self._go(step)
        self._hands.until(lambda: self._session.receipt is not None, "the files on the drive")
        self._hands.meter.read()

    def _go(self, _step: Step) -> None:
        self._hands.press(self._window.frame.footer.next_button)

    # ------------------------------------------------------------------------------------------- fields

    def _value(self, editor: FieldEditor) -> Any:
        binding = editor.binding
        if not binding.section:
            return fields.read(self._want, binding.field.attr)
        return fields.read(entries.get(self._want, binding.section, binding.entry), binding.field.attr)

    def _answer(self, step: Step, editor: FieldEditor) -> None:
        kind = editor.binding.field.kind.name
        if kind not in self._answers:
            raise Unknown(
                f"no walk knows a field of the kind {kind} ({step.id}: {editor.binding.field.attr})"
            )
        value = self._value(editor)
        self._answers[kind](editor, value)
        binding = editor.binding
        place = (binding.section, binding.entry if binding.section else 0, binding.field.attr)
        self.told.answers.setdefault(place, value)

    def _put(self, editor: FieldEditor, value: Any) -> None:
        """Remember what was put in where that is not the very value that was wanted."""
        binding = editor.binding
        place = (binding.section, binding.entry if binding.section else 0, binding.field.attr)
        self.told.answers[place] = value

    def _picks_of(self, editor: FieldEditor) -> Picks | None:
        page = self.page
        assert isinstance(page, FormPage)
        if not self._picks:
            return None
        wanted = editor.binding.field.attr
        return next((picks for picks in page._picks if picks.binding.field.attr == wanted), None)

    def _line(self, editor: FieldEditor, value: str) -> None:
        box = editor.first()
        if not value or text_of(box) == value:
            return
        picks = self._picks_of(editor)
        if text_of(box):
            self._empty(box)
        if isinstance(picks, SummaryPicks) and picks.first() is not None:
            self._take(editor, picks._take)
            return
        if isinstance(picks, SchoolingPicks):
            tiles = [tile for tile in picks.findChildren(Tile) if tile.isVisible()]
            at = nearest(value, [tile.accessibleName() for tile in tiles], NEAR_NAME)
            if at is not None:
                self._take(editor, tiles[at])
                return
        if picks is None:
            self._hands.go_to(box)
            self._hands.write(value)
            self.told.typed += 1
            return
        self._write_until_offered(box, value, picks)

    def _take(self, editor: FieldEditor, button: Button) -> None:
        """Take what is offered in the place of one's own words."""
        self._hands.press(button)
        self.told.picked += 1
        self._put(editor, editor.binding.value)

    def _write_until_offered(self, box: QWidget, value: str, picks: Picks) -> None:
        """Type until the very words are on a tile below, and press that."""
        if (tile := _tile_of(picks, value)) is None:
            self._hands.go_to(box)
        for letter in value:
            if tile is not None:
                self.told.picked += 1
                self._hands.press(tile)
                assert text_of(box).casefold() == value.casefold()
                return
            self._hands.write(letter)
            tile = _tile_of(picks, value)
        self.told.typed += 1

    def _empty(self, box: QWidget) -> None:
        self._hands.go_to(box)
        self._hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._hands.key(Qt.Key.Key_Backspace)

    def _date(self, editor: FieldEditor, value: PartialDate | None) -> None:
        assert isinstance(editor, DateEditor)
        still = editor._still
        begun = value is not None or editor.binding.sibling("start_date") is not None
        if still is not None and begun and still.isChecked() is (value is not None):
            self._hands.press(still)
        if value is None:
            return
        self._hands.go_to(editor.findChildren(TextBox)[0])
        self._hands.write(str(value.year))
        if value.month:
            self._hands.press(editor.findChildren(MonthPicker)[0].tiles[value.month - 1])

    def _choice(self, editor: FieldEditor, value: str) -> None:
        choices: tuple[Any, ...] = editor.binding.field.choices  # type: ignore[attr-defined, unused-ignore]
        values = [choice.value for choice in choices]
        grid = editor.findChildren(TileGrid)[0]
        if value in values and grid.chosen != values.index(value):
            self._hands.press(grid.tiles[values.index(value)])

    def _box(self, editor: FieldEditor, value: object) -> None:
        tile = editor.findChildren(Tile)[0]
        if tile.isChecked() is not (value is True):
            self._hands.press(tile)

    def _days(self, editor: FieldEditor, value: object) -> None:
        if value:
            raise Unknown(f"no walk knows how to fill in {editor.binding.field.attr}")

    # -------------------------------------------------------------------------------------------- lines

    def _lines(self, editor: FieldEditor, value: tuple[Any, ...]) -> None:
        assert isinstance(editor, LinesEditor)
        wanted = [fields.line_text(item) for item in value]
        picks = self._picks_of(editor)
        if isinstance(picks, LinePicks):
            rest = self._tick_lines(picks, wanted)
        elif isinstance(picks, NamePicks):
            rest = self._tick_names(picks, wanted)
        elif picks is None:
            rest = wanted
        else:
            raise Unknown(f"no walk knows how to pick with {type(picks).__name__}")
        for text in rest:
            self._hands.go_to(editor._rows[-1].box)
            self._hands.write(text)
            self.told.typed += 1
        self._hands.meter.read()
        if value and isinstance(value[0], Language):
            self._levels(value)
        self._put(editor, tuple(fields.line_text(item) for item in editor.binding.value))
        assert len(editor.binding.value) == len(value), "a line more or less than was put in"

    def _tick_lines(self, picks: LinePicks, wanted: list[str]) -> list[str]:
        """Tick the line of the bank that says about the same; returns what has none."""
        if picks._jobs is not None and picks._list is None and wanted:
            self._hands.press(picks._jobs.tiles[0])
            self._hands.meter.read()
        rows = list(picks._list.rows) if picks._list is not None else []
        rest = []
        for text in wanted:
            free = [n for n, row in enumerate(rows) if not row.tile.isChecked()]
            at = nearest(text, [rows[n].tile.text() for n in free], NEAR_LINE)
            if at is None:
                rest.append(text)
                continue
            row = rows[free[at]]
            if not row.isVisible():
                self._hands.press(picks._more)
                self._hands.meter.read()
            self._hands.press(row.tile)
            self.told.picked += 1
            self._fill(row, text)
        return rest

    def _fill(self, row: TickRow, text: str) -> None:
        """Say how many, when the person's own line does."""
        number = number_in(text)
        for blank in row.blanks.values():
            if number and blank.box.isVisible() and "how many" in blank.box.accessibleName().lower():
                self._hands.go_to(blank.box)
                self._hands.write(number)
                return

    def _tick_names(self, picks: NamePicks, wanted: list[str]) -> list[str]:
        rest = []
        for text in wanted:
            free = [
                tile
                for grid in picks._grids
                for tile in grid.tiles
                if not tile.isChecked() and tile.isVisible()
            ]
            at = nearest(text, [tile.accessibleName() for tile in free], NEAR_NAME)
            if at is None:
                rest.append(text)
            else:
                self._hands.press(free[at])
                self.told.picked += 1
        return rest

    def _levels(self, wanted: tuple[Language, ...]) -> None:
        """Say how well each language is spoken, where the bank knows that level."""
        page = self.page
        assert isinstance(page, FormPage)
        picks = next(one for one in page._picks if isinstance(one, LanguagePicks))
        printed = [level.printed for level in picks.offers.levels()]
        for number, item in enumerate(picks.binding.value):
            fluency = next((one.fluency for one in wanted if one.language == item.language), "")
            if fluency in printed:
                grids = [widget for widget in picks._levels if isinstance(widget, TileGrid)]
                self._hands.press(grids[number].tiles[printed.index(fluency)])
                self.told.answers["", number, "languages.fluency"] = fluency

    def _button(self, words: str) -> Button:
        return next(
            one for one in self.page.findChildren(Button) if one.accessibleName() == words and one.isVisible()
        )


def _tile_of(picks: Picks, words: str) -> Tile | None:
    tiles = (tile for tile in picks.findChildren(Tile) if tile.isVisible())
    return next((tile for tile in tiles if tile.accessibleName().casefold() == words.casefold()), None)
