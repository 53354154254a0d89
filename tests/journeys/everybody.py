"""How long each sample patron needs: `./check journeys` walks the real wizard with each and prints a table.

Every patron goes from Home to verified files on a drive (a folder), once typing everything and once ticking
what is offered. The file is then compared with what was put in.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402

from journeys.comparing import lost, not_asked  # noqa: E402
from journeys.hands import Keyboard, Mouse  # noqa: E402
from journeys.meter import WORDS_A_MINUTE, Effort, Meter  # noqa: E402
from journeys.patron import Patron, Told, as_asked  # noqa: E402
from kiosk import app as program  # noqa: E402
from kiosk import paths, settings  # noqa: E402
from kiosk.flow.paths import Path as Way  # noqa: E402
from kiosk.resume import jsonresume  # noqa: E402
from kiosk.resume.model import Resume  # noqa: E402
from kiosk.storage.folder import FolderDrives  # noqa: E402
from kiosk.worker import Worker  # noqa: E402

TYPED_MINUTES, PICKED_MINUTES = 45.0, 25.0
"""The most that a resume with two jobs may take."""

TWO_JOBS = "home-cleaner"
WAYS = {
    "caregiver-return": frozenset({Way.WORKED, Way.AWAY}),
    "first-job": frozenset({Way.FIRST_JOB, Way.STUDENT}),
    "home-cleaner": frozenset({Way.WORKED, Way.ABROAD}),
    "plant-worker": frozenset({Way.WORKED, Way.AWAY}),
    "refugee-pharmacist": frozenset({Way.WORKED, Way.ABROAD}),
    "retail-manager-two-pages": frozenset({Way.WORKED}),
    "returning-after-prison": frozenset({Way.WORKED, Way.AWAY}),
    "veteran-warehouse": frozenset({Way.WORKED, Way.MILITARY}),
}
"""What each sample patron says about their way."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk to the end: what it cost, what was put in, and what is missing in the file."""

    spent: dict[str, Effort]
    told: Told
    lost: list[str]

    @property
    def effort(self) -> Effort:
        """What it cost from the first screen to the last."""
        return sum(self.spent.values(), Effort())


def sample(name: str) -> Resume:
    """Return a sample patron, in the words that the wizard asks for."""
    return as_asked(jsonresume.load(paths.SAMPLES / f"{name}.json").resume)


def two_jobs() -> Resume:
    """Return the patron with the two newest jobs of three."""
    cleaner = sample(TWO_JOBS)
    return replace(cleaner, work=cleaner.work[:2])


def walk(
    app: QApplication,
    want: Resume,
    ways: frozenset[Way],
    *,
    picks: bool,
    kind: type[Mouse | Keyboard] = Mouse,
) -> Walk:
    """Sit one person down at the real window and walk to the end."""
    with tempfile.TemporaryDirectory() as folder:
        drive = Path(folder) / "STICK"
        drive.mkdir()
        worker = Worker(warm=program.WARM_UP)  # the sitting ends it
        sitting = program.Sitting(app, settings.load(), FolderDrives(drive), worker)
        meter = Meter(sitting.window)
        try:
            sitting.window.resize(1366, 768)
            sitting.window.show()
            sitting.window.activateWindow()
            hands = kind(sitting.window, meter)
            hands.until(sitting.window.isActiveWindow, "the window")
            patron = Patron(sitting.window, sitting.session, hands, want, ways, picks=picks)
            patron.walk()
            (file,) = drive.rglob("*open me in the resume kiosk.json")
            return Walk(meter.spent, patron.told, lost(file, patron.told))
        finally:
            meter.close()
            sitting.end(program.Exit.FINISHED)


def line(name: str, how: str, made: Walk, bar: float | None = None) -> str:
    """Return one line of the table."""
    cost = made.effort
    verdict = "" if bar is None else f"  {bar:g} {'kept' if cost.minutes <= bar else 'OVER'}"
    return (
        f"{name:<26}{how:<8}{cost.screens:>8}{cost.keys:>7}{cost.clicks:>8}{cost.turns:>7}{cost.mental:>8}"
        f"{cost.words:>7}{made.told.typed:>7}{made.told.picked:>7}{cost.minutes:>9.1f}{verdict}"
    )


def where(made: Walk, most: int = 8) -> str:
    """Return the screens that took most, with their minutes and how many of these are reading."""
    dearest = sorted(made.spent.items(), key=lambda item: -item[1].minutes)[:most]
    return ", ".join(
        f"{step} {cost.minutes:.1f} (reading {cost.words / WORDS_A_MINUTE:.1f})" for step, cost in dearest
    )


def main() -> int:
    """Walk with everybody; 1 when something was lost or a bar is missed."""
    names = sys.argv[1:] or [path.stem for path in sorted(paths.SAMPLES.glob("*.json"))]
    print(
        f"{'patron':<26}{'':<8}{'screens':>8}{'keys':>7}{'clicks':>8}{'turns':>7}{'mental':>8}{'words':>7}"
        f"{'typed':>7}{'picked':>7}{'minutes':>9}  bar"
    )
    app = QApplication([])
    program.set_up(app, "en")
    bad, unasked = [], {}
    for how, picks, bar in (("typed", False, TYPED_MINUTES), ("picked", True, PICKED_MINUTES)):
        made = walk(app, two_jobs(), WAYS[TWO_JOBS], picks=picks)
        print(line("two jobs", how, made, bar), f"  where: {where(made)}", sep="\n", flush=True)
        bad += made.lost + ([f"two jobs {how}: OVER"] if made.effort.minutes > bar else [])
    for name in names:
        for how, picks in (("typed", False), ("picked", True)):
            made = walk(app, sample(name), WAYS[name], picks=picks)
            print(line(name, how, made), flush=True)
            bad += [f"{name}, {how}: {text}" for text in made.lost]
            if not picks:
                unasked[name] = not_asked(paths.SAMPLES / f"{name}.json", made.told)
    print("\nNo screen asks for:")
    for name, keys in unasked.items():
        print(f"  {name}: {', '.join(keys)}")
    print("\nIn the file is everything that was put in." if not bad else "\n".join(("", "Not so:", *bad)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
