"""Draw every screen, in every size and theme that we promise, into a folder: `python tests/gallery.py DIR`.

The windows are real ones on the screen that DISPLAY names (offscreen without one), and the pages of the
preview come from the real worker. Somebody should look at them: no test knows what is ugly.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from kiosk import app as program  # noqa: E402
from kiosk import paths, settings  # noqa: E402
from kiosk.flow import paths as way  # noqa: E402
from kiosk.flow.steps import STEPS, PageKind  # noqa: E402
from kiosk.flow.warmup import EXERCISES  # noqa: E402
from kiosk.printing.types import Trouble  # noqa: E402
from kiosk.resume import jsonresume  # noqa: E402
from kiosk.resume.model import Resume  # noqa: E402
from kiosk.storage.folder import FolderDrives  # noqa: E402
from kiosk.ui import theme  # noqa: E402
from kiosk.ui.aids import Aids  # noqa: E402
from kiosk.ui.controls import Button  # noqa: E402
from kiosk.ui.fields import TextBox  # noqa: E402
from kiosk.ui.pages.warmup_parts import Practice  # noqa: E402
from kiosk.worker import Worker  # noqa: E402
from ui.fake_printers import FakePrinters  # noqa: E402

SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)


@dataclass(frozen=True)
class Scene:
    """One way of seeing the whole wizard."""

    name: str
    size: QSize
    text_size: int = 100
    high_contrast: bool = False
    mirrored: bool = False


SCENES = (
    Scene("small", SMALL),
    Scene("large", LARGE),
    Scene("small-150", SMALL, 150),
    Scene("small-200", SMALL, 200),
    Scene("large-200", LARGE, 200),
    Scene("contrast", SMALL, high_contrast=True),
    Scene("mirrored", SMALL, mirrored=True),
)


def sample(name: str) -> Resume:
    """Return one of the sample patrons."""
    return jsonresume.load(paths.SAMPLES / f"{name}.json").resume


class Gallery:
    """One sitting that is walked through for every scene."""

    def __init__(self, app: QApplication, folder: Path, drive: Path, worker: Worker) -> None:
        self._app = app
        self._folder = folder
        self._drive = drive
        self._printers = FakePrinters()
        config = replace(settings.load(), price_per_page="10 cents")
        self._sitting = program.Sitting(app, config, FolderDrives(drive), worker, self._printers)
        self._window = self._sitting.window
        self._window.show()

    def draw(self, scene: Scene) -> Iterator[Path]:
        """Draw all screens of one scene."""
        direction = Qt.LayoutDirection.RightToLeft if scene.mirrored else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)
        self._window.resize(scene.size)
        self._window.change_look(theme.Look(scene.high_contrast, scene.text_size))
        wizard = self._sitting.wizard
        for number, step in enumerate(STEPS):
            wizard.go(step.id, 0 if step.of_entry else None)
            if step.kind is PageKind.CODES:
                self._settle(2000)  # they take a moment to make
            yield self._take(f"{scene.name}-{number:02}-{step.id}")
        yield from self._gap(scene)
        yield from self._employers(scene)
        yield from self._warm_up(scene)
        yield from self._touch(scene)
        yield from self._wanted(scene)
        yield from self._print(scene)
        yield from self._save(scene)
        yield from self._help(scene)
        wizard.go("work")
        self._window.open_larger()
        yield self._take(f"{scene.name}-larger")
        self._window.ask_to_finish()
        yield self._take(f"{scene.name}-finish")
        self._window.show_bug()
        yield self._take(f"{scene.name}-bug")
        self._window.uncover()

    def _warm_up(self, scene: Scene) -> Iterator[Path]:
        """Try everything once."""
        self._sitting.wizard.go("warm-up")
        for number, _exercise in enumerate(EXERCISES, 1):
            for practice in self._window.page.findChildren(Practice):
                practice.done.emit()
            yield self._take(f"{scene.name}-warm-up-{number}")
            self._window.page.go_next()
        yield self._take(f"{scene.name}-warm-up-over")

    def _touch(self, scene: Scene) -> Iterator[Path]:
        """Have the keys on the screen under each kind of box, and with capital letters."""
        dock = self._window.findChildren(Aids)[0].dock
        for step in ("name", "contact"):
            self._sitting.wizard.go(step)
            self._settle(100)
            for box in self._window.page.findChildren(TextBox)[:2]:
                dock.show_for(box)
                yield self._take(f"{scene.name}-keys-{step}-{dock.board.shown}")
        dock.board.bring("spanish")
        next(key for key in dock.board.plate.keys if key.words == "Shift").click()
        yield self._take(f"{scene.name}-keys-spanish-shift")
        dock.send_away()

    def _wanted(self, scene: Scene) -> Iterator[Path]:
        """Look at the kinds of work, and at the titles of one; then an empty page that is not saved."""
        wizard, session = self._sitting.wizard, self._sitting.session
        wizard.go("wanted")
        self._press("All kinds of work")
        yield self._take(f"{scene.name}-wanted-kinds")
        self._press("Warehouse")
        yield self._take(f"{scene.name}-wanted-titles")
        session.undo()
        before = session.resume
        session.edit(Resume())
        wizard.go("save")
        yield self._take(f"{scene.name}-save-nothing")
        session.edit(before)

    def _save(self, scene: Scene) -> Iterator[Path]:
        """Pull the drive and put it in again, save, look at what is on it, and let it go."""
        wizard, top = self._sitting.wizard, self._drive
        aside = top.with_name(f"{top.name}-aside")
        self._sitting.session.use_drive(FolderDrives(top).drives()[0])
        wizard.go("contact")
        self._settle()
        top.rename(aside)
        self._settle(1500)
        yield self._take(f"{scene.name}-drive-out")
        wizard.go("drive")
        yield self._take(f"{scene.name}-drive-none")
        aside.rename(top)
        wizard.go("save")
        self._settle(1500)
        if self._sitting.session.unsaved:
            self._window.page.go_next()
            self._settle(3000)
        yield self._take(f"{scene.name}-receipt")
        self._press("Write a note on the drive")
        yield self._take(f"{scene.name}-note")
        self._window.page.go_back()
        self._press("Open it to see")
        self._settle(1500)
        yield self._take(f"{scene.name}-seen")
        self._window.uncover()
        wizard.go("open")
        self._settle(2000)
        yield self._take(f"{scene.name}-open-found")
        wizard.go("done")
        self._settle(1000)
        yield self._take(f"{scene.name}-done-saved")

    def _gap(self, scene: Scene) -> Iterator[Path]:
        """Ask about time that is not shown, add a line, and take it off again."""
        session, before = self._sitting.session, self._sitting.session.resume
        session.edit(replace(sample("refugee-pharmacist"), volunteer=()))
        self._sitting.wizard.go("gap")
        yield self._take(f"{scene.name}-gap-asked")
        self._press("Caring for family")
        yield self._take(f"{scene.name}-gap-line")
        self._press("Rather not say")
        yield self._take(f"{scene.name}-gap-put-back")
        self._sitting.wizard.go("home")
        session.edit(before)

    def _employers(self, scene: Scene) -> Iterator[Path]:
        """Ask about a job for an agency in another country, and about an old one."""
        session, before = self._sitting.session, self._sitting.session.resume
        first, *_others, last = before.work
        jobs = way.toggled(replace(before, work=(first, replace(last, highlights=()))), way.Path.ABROAD)
        session.edit(jobs)
        self._sitting.wizard.go("work.who", 0)
        self._press("An agency, for a company")
        yield self._take(f"{scene.name}-employer-agency")
        self._sitting.wizard.go("work.lines", 1)
        yield self._take(f"{scene.name}-old-job")
        self._sitting.wizard.go("home")
        session.edit(before)

    def _help(self, scene: Scene) -> Iterator[Path]:
        """Open what helps on every screen, one after the other."""
        wizard, window = self._sitting.wizard, self._window
        wizard.go("contact")
        for name, words in (("help", "Help"), ("places", "Places that help")):
            self._tool(words)
            yield self._take(f"{scene.name}-{name}")
            window.uncover()
        self._tool("Tools")
        yield self._take(f"{scene.name}-tools")
        self._tool("Hide my page")
        yield self._take(f"{scene.name}-hidden")
        wizard.go("review")
        yield self._take(f"{scene.name}-hidden-review")
        self._tool("Show my page")
        if any(one.accessibleName() == "Read aloud" for one in window.findChildren(Button)):
            self._tool("Read aloud")
            yield self._take(f"{scene.name}-headphones-or-no-sound")
            window.uncover()
        self._tool("Tools")

    def _tool(self, name: str) -> None:
        """Press a button around the page by its name, which may not be written on it."""
        buttons = self._window.frame.findChildren(Button)
        next(one for one in buttons if one.accessibleName() == name and one.isVisible()).click()

    def _press(self, words: str) -> None:
        """Press a button of the page by its words."""
        self._settle(300)
        buttons = self._window.page.findChildren(Button)
        next(one for one in buttons if one.text() == words and one.isVisible()).click()

    def _print(self, scene: Scene) -> Iterator[Path]:
        """Print, with the printer out of paper first."""
        self._sitting.wizard.go("print")
        self._settle()
        self._printers.trouble = Trouble.PAPER
        self._window.page.go_next()
        yield self._take(f"{scene.name}-print-no-paper")
        self._printers.trouble = None
        self._printers.finish()
        self._settle(1500)
        yield self._take(f"{scene.name}-print-done")

    def fill(self, resume: Resume) -> None:
        """Type a whole resume."""
        self._sitting.session.edit(resume)

    def close(self) -> None:
        """Erase and end, as a person would."""
        self._sitting.end(program.Exit.FINISHED)

    def _take(self, name: str) -> Path:
        self._window.activateWindow()
        self._settle()
        path = self._folder / f"{name}.png"
        self._window.grab().save(str(path))
        return path

    def _settle(self, milliseconds: int = 700) -> None:
        """Let the page be drawn and everything be painted."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def main() -> int:
    """Draw the gallery and list its pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scene", action="append", choices=[scene.name for scene in SCENES])
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    program.set_up(app, "en")
    with tempfile.TemporaryDirectory() as folder, Worker(warm=program.WARM_UP) as worker:
        drive = Path(folder) / "STICK"
        drive.mkdir()
        gallery = Gallery(app, arguments.folder, drive, worker)
        gallery.fill(sample("plant-worker"))
        for scene in SCENES:
            if not arguments.scene or scene.name in arguments.scene:
                for path in gallery.draw(scene):
                    print(path)  # noqa: T201
        gallery.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
