"""What screens become by what drives do: several, none of use, pulled out, full, slow, let go of."""

from __future__ import annotations

import inspect
import json
from dataclasses import replace

from fake_drives import stick
from kiosk.errors import DriveError
from kiosk.flow.export import ExportState
from kiosk.flow.kept import KeepState, Kept
from kiosk.render.types import Notice
from kiosk.resume import jsonresume
from kiosk.resume.model import Basics
from kiosk.storage import names, problems
from kiosk.storage.drive import Drive
from kiosk.storage.if_found import IF_FOUND
from kiosk.ui import covers, seen, status
from kiosk.ui.pages.receipt import NoteView, ReceiptView
from kiosk.ui.pages.save import SavePage
from kiosk.ui.pages.saving import ChoiceView, LookingView, ProblemView, SavingView, StoppingView
from kiosk.ui.pages.views import NextStep
from kiosk.ui.tasks import Lane
from ui.walker import States, Walker

LETTERS = "The page cannot show these letters: \u1230 \u1208 \u121d. They will be left out."
LABEL = "Verbatim 32 GB"
"""What many drives are called."""


def every_problem() -> list[DriveError]:
    """Return each problem of `kiosk.storage.problems` with a drive, the longest to say first."""
    makers = {
        one: list(inspect.signature(one).parameters)
        for _name, one in inspect.getmembers(problems, inspect.isfunction)
    }
    made = [
        one(*(LABEL, "Ann Lee Resume.pdf")[: len(its)]) for one, its in makers.items() if its[:1] == ["place"]
    ]
    return sorted((one for one in made if isinstance(one, DriveError)), key=lambda one: -len(str(one)))


def useless() -> tuple[Drive, ...]:
    """Return a drive for each reason not to use it."""
    return tuple(
        Drive(
            f"/dev/x{at}", LABEL, 32_000_000_000, None, None, usable=False, why=it.message, remedy=it.remedy
        )
        for at, it in enumerate(every_problem())
    )


def first_asked(by: Walker) -> States:
    """The first question: which drive."""
    by.at("drive")
    by.sees_plugged(*useless()[:1])
    yield by.frame("drive, one that cannot be used")
    by.sees_plugged(replace(by.stick, free=None), stick(by.folder, LABEL))
    yield by.frame("drive, two")
    by.go_on()
    yield by.frame("drive, which one is asked")
    by.sees_plugged(by.stick)
    yield by.frame("drive, one")


def told_on_every_screen(by: Walker) -> States:
    """The line above the question, and the words in the header, as they come with the state of the drive."""
    by.at("contact")
    session, show = by.made.session, by.window.frame.show_status
    troubles = [Kept(KeepState.PROBLEM, problem=problem) for problem in every_problem()[:3]]
    for kept in (Kept(KeepState.OUT), *troubles):
        words, good = status.kept_status(kept, session.resume) or ("", False)
        show(words, good=good, warning=status.drive_warning(session, kept))
        yield by.frame(f"contact, {kept.problem.code if kept.problem else 'drive out'}")
    for unsaved in (True, False):
        words, good = status.status(unsaved, "12:58")
        show(words, good=good, warning="")
        yield by.frame(f"contact, {'changed' if unsaved else 'saved'}")
    session.go_without_drive()
    yield by.frame("contact, no drive")


def saving(by: Walker) -> States:
    """Saving: looking, choosing, writing, stopping, and what keeps it from being done."""
    page = by.at("save")
    assert isinstance(page, SavePage)
    by.sees_plugged(*useless())
    yield by.frame("save, all that cannot be used")
    by.sees_plugged(by.stick, stick(by.folder, LABEL))
    yield by.frame("save, two")
    by.go_on()
    yield by.frame("save, which one is asked")
    by.sees_plugged(by.stick)
    by.drives.goes_on.clear()
    by.go_on()
    for state in (ExportState.WRITING, ExportState.CHECKING):
        assert isinstance(page.view, SavingView)
        page.view.show_state(state)
        yield by.frame(f"save, {state.name}")
    by.press("Stop")
    by.wait(lambda: isinstance(page.view, StoppingView))
    yield by.frame("save, stopping")
    by.drives.goes_on.set()
    by.wait(lambda: isinstance(page.view, ChoiceView))
    for problem in every_problem()[:3]:
        by.drives.problem = problem
        by.go_on()
        by.wait(lambda: isinstance(page.view, ProblemView))
        yield by.frame(f"save, {problem.code}")
        by.drives.problem = None
        by.go_on()
        by.wait(lambda: isinstance(page.view, ChoiceView))
    session = by.made.session
    session.edit(replace(session.resume, basics=Basics(name="\u674e\u5c0f\u9f8d")))
    page.show_view(LookingView(), page.heading, "", NextStep())
    yield by.frame("save, looking")
    by.at("review")
    by.at("save")
    by.wait(lambda: isinstance(page.view, ChoiceView))
    yield by.frame("save, the name for the files")


def saved(by: Walker) -> States:
    """What is on the drive: all, not all, with a note; seen again; and changed since."""
    by.plug(by.stick)
    by.made.worker.broken = "docx"
    by.made.worker.notices = (Notice("missing-letter", LETTERS),)
    by.at("contact")
    by.made.wizard.change("save")
    page = by.page
    assert isinstance(page, SavePage)
    by.wait(lambda: isinstance(page.view, ChoiceView))
    by.go_on()
    by.wait(lambda: isinstance(page.view, ReceiptView))
    yield by.frame("receipt, not all")
    for told in ("written", "there already"):
        by.press("Write a note on the drive")
        assert isinstance(page.view, NoteView)
        yield by.frame(f"receipt, note to be {told}")
        page.view._box.setText("555 0142")
        by.go_on()
        by.sees(IF_FOUND)
        yield by.frame(f"receipt, note {told}")
        page._show_receipt(page._exported)  # type: ignore[arg-type]  # there is one
    with by.busy(Lane.SAVING):
        by.press("Open it to see")
        yield by.cover("receipt, the PDF is read", seen.Seen)
    by.sees("Resume.pdf")
    yield by.cover("receipt, the PDF", seen.Seen)
    by.window.uncover()
    next(by.folder.rglob("*.pdf")).unlink()
    by.press("Open it to see")
    by.sees("stopped answering")
    yield by.cover("receipt, the PDF is gone", seen.Seen)
    by.window.uncover()
    by.at("contact")
    by.made.session.edit(replace(by.made.session.resume, work=()))
    yield by.frame("contact, half saved")
    by.window.ask_to_finish()
    yield by.cover("finish, half saved", covers.Cover)
    by.window.uncover()


def let_go(by: Walker) -> States:
    """The last screen, as the drive is let go of."""
    by.plug(by.stick)
    by.made.session.use_drive(by.stick)
    by.at("contact")
    by.wait(lambda: by.made.keeping.now.state is KeepState.SAVED)
    with by.busy(Lane.DRIVES):
        by.at("done")
        yield by.frame("done, letting go of the answers alone")
    by.at("save")
    by.go_on()
    by.wait(lambda: by.made.session.receipt is not None)
    yield by.frame("receipt")
    by.drives.problem = problems.busy(LABEL)
    by.go_on()
    by.sees(problems.busy(LABEL).message)
    yield by.frame("done, in use")
    by.drives.problem = None
    by.press("Try again")
    by.wait(lambda: bool(by.drives.unmounted))
    yield by.frame("done, may be taken")
    by.drives.plug()
    by.wait(lambda: not by.page._clock.isActive())  # type: ignore[attr-defined]
    yield by.frame("done, taken")


def opening(by: Walker) -> States:
    """Going on with a file: looking, what there is, one that is damaged, one not all understood."""
    for number, content in enumerate((b"{", jsonresume.dumps(by.made.session.resume)), 1):
        _file(by, names.file_name("Ann Lee Resume", "json", number), content)
    damaged = by.folder / names.file_name("Ann Lee Resume", "json", 1)
    _file(by, names.backup_name(damaged.name), b"{}")
    with by.busy(Lane.DRIVES):
        by.at("open")
        yield by.frame("open, looking")
    by.plug(by.stick)
    by.sees("Ann Lee Resume (2)")
    yield by.frame("open, found")
    by.sees("Ann Lee Resume")
    tiles = by.page._tiles  # type: ignore[attr-defined]
    next(tile for found, tile in tiles.items() if found.earlier is not None).click()
    by.wait(lambda: by.page._earlier.isVisible())  # type: ignore[attr-defined]
    yield by.frame("open, damaged")
    _file(
        by, damaged.name, json.dumps({"work": [{"name": "Corner Diner", "startDate": "long ago"}]}).encode()
    )
    by.at("review")
    by.at("open")
    by.sees("Ann Lee Resume (2)")
    next(tile for found, tile in by.page._tiles.items() if found.earlier is not None).click()  # type: ignore[attr-defined]
    by.wait(lambda: by.page._opened)  # type: ignore[attr-defined]
    yield by.frame("open, not all")


def _file(by: Walker, name: str, content: bytes) -> None:
    (by.folder / name).write_bytes(content)


WALKS = (first_asked, told_on_every_screen, saving, saved, let_go, opening)
