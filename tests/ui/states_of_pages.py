"""What screens become while they are answered: unfolded, with something removed, with what is offered."""

from __future__ import annotations

from dataclasses import replace

from kiosk.flow import paths as way
from kiosk.flow.steps import STEPS, PageKind
from kiosk.flow.warmup import EXERCISES
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Basics, Resume, Work
from kiosk.ui.fields import TextBox
from kiosk.ui.lines import LineRow
from kiosk.ui.pages.entries import EntriesPage
from kiosk.ui.pages.warmup import WarmUpPage
from kiosk.ui.pages.warmup_parts import Practice
from kiosk.ui.picks import LinePicks
from kiosk.ui.ticks import TickList
from kiosk.ui.tiles import TileGrid
from ui.walker import States, Walker


def unfolded(by: Walker) -> States:
    """Screens that show more when it is asked for, and lines that ask how many."""
    for step, entry in (("contact", None), ("look", None), ("work.lines", 0)):
        by.at(step, entry)
        for widget in (by.page, *by.page.findChildren(LinePicks)):
            if widget._more.isVisible():  # type: ignore[attr-defined]  # each of these has one
                widget._more.click()  # type: ignore[attr-defined]
        yield by.frame(f"{step}, unfolded")
    for row in by.page.findChildren(TickList)[0].rows:
        row.tile.click()
    yield by.frame("work.lines, all ticked")


def removed(by: Walker) -> States:
    """Every list from which something was just removed."""
    for step in (one for one in STEPS if one.kind is PageKind.ENTRIES):
        page = by.at(step.id)
        assert isinstance(page, EntriesPage)
        if page._list.isVisible():
            page._remove(0)
            yield by.frame(f"{step.id}, removed")
            by.made.session.undo()


def to_be_looked_at(by: Walker) -> States:
    """What is said once before one goes on, and beside a box: nothing written, dates that turn back."""
    session, filled = by.made.session, by.made.session.resume
    session.edit(replace(filled, basics=Basics()))
    for step in ("name", "contact"):
        by.at(step)
        by.go_on()
        yield by.frame(f"{step}, nothing written")
    job = replace(filled.work[0], start_date=PartialDate(2019, 5), end_date=PartialDate(2017))
    session.edit(replace(filled, work=(job,)))
    by.at("work.dates", 0)
    by.go_on()
    yield by.frame("work.dates, turned back")
    by.at("work.lines", 0)
    removes = [row.remove for row in by.page.findChildren(LineRow) if row.remove.isVisible()]
    removes[0].click()
    yield by.frame("work.lines, one removed")
    by.at("name")
    box = by.page.findChildren(TextBox)[0]
    box.setText("W" * box.maxLength())
    yield by.frame("name, full")


def time_not_shown(by: Walker) -> States:
    """The question about time that is not shown: asked, answered by a line, and taken off again."""
    session = by.made.session
    session.edit(replace(session.resume, volunteer=()))
    page = by.at("gap")
    yield by.frame("gap, asked")
    grid, breaks = page._grid, page._breaks  # type: ignore[attr-defined]
    titled = next(at for at, one in enumerate(breaks.values()) if one.title)
    grid.tiles[titled].click()
    yield by.frame("gap, a line")
    grid.tiles[0].click()
    yield by.frame("gap, to be put back")


def employers(by: Walker) -> States:
    """Who the work was for: an agency, in another country; an old job; words of the military."""
    session = by.made.session
    first, *_others, last = session.resume.work
    session.edit(
        way.toggled(replace(session.resume, work=(first, replace(last, highlights=()))), way.Path.ABROAD)
    )
    by.at("work.who", 0)
    by.press("An agency, for a company")
    yield by.frame("work.who, agency")
    by.at("work.lines", 1)
    yield by.frame("work.lines, old job")
    session.edit(way.toggled(Resume(work=(Work(position="92Y"),)), way.Path.MILITARY))
    by.at("work.place", 0)
    yield by.frame("work.place, words of the military")


def wanted(by: Walker) -> States:
    """The kinds of work, and the titles of one."""
    by.at("wanted")
    by.press("All kinds of work")
    yield by.frame("wanted, kinds")
    next(grid for grid in by.page.findChildren(TileGrid) if grid.isVisible()).tiles[0].click()
    yield by.frame("wanted, titles")


def borrowing(by: Walker) -> States:
    """What to say at the desk."""
    by.at("no-drive")
    by.press("Borrow a drive")
    yield by.frame("no-drive, borrow")


def warming_up(by: Walker) -> States:
    """Every exercise done, and the end."""
    page = by.at("warm-up")
    assert isinstance(page, WarmUpPage)
    for number in range(len(EXERCISES)):
        for practice in page.findChildren(Practice):
            practice.done.emit()
        yield by.frame(f"warm-up, {number} done")
        by.go_on()
    yield by.frame("warm-up, over")


WALKS = (unfolded, removed, to_be_looked_at, time_not_shown, employers, wanted, borrowing, warming_up)
