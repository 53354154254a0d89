"""The stopwatch: `./check bench` prints one table. Benchmarks inform; none of this is a test.

Each figure stands beside its budget; documents also beside bare WeasyPrint of the same page in the same run,
which is itself measured twice (A/A) so that noise shows.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from documents import Figures, measure
from drives import own_times, seen_after

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
STARTS = 15
PAGES = (1, 2, 5, 10, 50)
SUPERVISED = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from kiosk.supervisor import supervise; sys.exit(supervise('tests.bench.sitting', sys.argv[2:]))"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `budget` is the most that is allowed, in the unit of the value, or None."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    note: str = ""

    def __str__(self) -> str:
        budget = f"{self.budget:g}" if self.budget is not None else ""
        kept = "" if self.budget is None else ("kept" if self.value <= self.budget else "OVER")
        value = f"{self.value:>9.{2 if self.unit == 'x' else 1}f}"
        return f"{self.name:<52}{value} {self.unit:<4}{budget:>8}  {kept:<5} {self.note}"


def main() -> None:
    """Measure everything and print the table as it grows."""
    print(f"{'figure':<52}{'measured':>9} {'':<4}{'budget':>8}")
    with screen() as display:
        show(starts(display))
        for pages, budget in ((1, 250.0), (2, 500.0)):
            show(edits(display, pages, budget))
    show(drives())
    show(documents())
    show(again())


def show(rows: Sequence[Row]) -> None:
    """Print rows at once: the whole takes minutes."""
    for row in rows:
        print(row, flush=True)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of the values do not pass (nearest rank)."""
    rank = math.ceil(len(values) * percent / 100)
    return sorted(values)[max(rank, 1) - 1]


@contextmanager
def screen() -> Iterator[str]:
    """Give a screen of 1366x768 with a window manager; yields its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        display = f":{answer.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        yield display
    finally:
        manager.terminate()
        manager.wait()
        server.terminate()
        server.wait()


def sitting(display: str, *words: str) -> tuple[float, dict[str, object]]:
    """Run one measured sitting under the supervisor; returns when its process began and what it said."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with tempfile.TemporaryDirectory() as drive:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", SUPERVISED, str(ROOT), words[0], drive, *words[1:]],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    if not done.stdout.strip():
        raise SystemExit(f"The sitting said nothing (status {done.returncode}).\n{done.stderr}")
    return began, json.loads(done.stdout.splitlines()[-1])


def starts(display: str) -> list[Row]:
    """From the start of the supervisor to a letter in the first field."""
    usable, window = [], []
    for _ in range(STARTS + 1):
        began, said = sitting(display, "start")
        usable.append((float(str(said["usable"])) - began) * 1000)
        window.append((float(str(said["window"])) - began) * 1000)
    del usable[0], window[0]  # it warmed the disk
    return [
        Row("process start to first usable window, median", statistics.median(usable), "ms", 700),
        Row("  95th percentile", percentile(usable, 95), "ms"),
        Row("  of it until the window has the keyboard, median", statistics.median(window), "ms"),
    ]


def edits(display: str, pages: int, budget: float) -> list[Row]:
    """A finished resume is changed, painted and saved."""
    _, said = sitting(display, "edit", str(pages))
    times, gaps, idle, saves = (list(map(float, said[key])) for key in ("edits", "gaps", "idle", "saves"))  # type: ignore[call-overload]
    memory: dict[str, float] = said["memory"]  # type: ignore[assignment]
    calm = f"idle: {percentile(idle, 99):.0f} / {max(idle):.0f}"
    name = f"{said['pages']}-page resume"
    return [
        Row(f"{name}: edit to painted, median", statistics.median(times), "ms"),
        Row(f"{name}: edit to painted, 95th percentile", percentile(times, 95), "ms", budget),
        Row(f"{name}: 5 ms timer's gap while rendering, 99th", percentile(gaps, 99), "ms", 16, calm),
        Row(f"{name}: longest gap", max(gaps), "ms", 50, calm),
        Row(f"{name}: save to receipt, 4 files, median", statistics.median(saves), "ms", 500),
        Row(
            f"{name}: memory after 50 edits (PSS)",
            memory["gui"] + memory["worker"],
            "MiB",
            220,
            f"window {memory['gui']:.0f}, worker {memory['worker']:.0f}",
        ),
    ]


def drives() -> list[Row]:
    """What a save costs beside the drive itself, and how soon a stick is seen."""
    own, seen = own_times(), seen_after()
    return [
        Row("save of 4 files: our own time, median", statistics.median(own), "ms"),
        Row("  95th percentile", percentile(own, 95), "ms", 300),
        Row("stick plugged or pulled: seen after, longest", max(seen), "s", 1),
    ]


def documents() -> list[Row]:
    """Time and memory for 1 to 50 pages beside bare WeasyPrint."""
    rows: list[Row] = []
    measured: dict[int, Figures] = {}
    for pages in PAGES:
        it = measured[pages] = measure(pages)
        note = f"{it.ratio:.2f} x bare ({it.bare:.0f} ms); A/A {it.same:.2f}; slowest {it.slowest:.0f}"
        rows.append(
            Row(
                f"{it.pages} pages: all four formats, median",
                it.all_formats,
                "ms",
                200 if pages == 1 else None,
                note,
            )
        )
        if it.preview:
            rows.append(Row(f"{it.pages} pages: as the preview asks, median", it.preview, "ms"))
        if pages == 1:
            rows += _ratios(it)
        rows.append(Row(f"{it.pages} pages: peak memory", it.peak, "MiB", 400 if pages == 50 else None))
    long, middle = measured[50], measured[5]
    growth = (long.all_formats / long.pages) / (middle.all_formats / middle.pages)
    rows.append(
        Row(f"{long.pages} pages: times bare WeasyPrint", long.ratio, "x", 2.5, f"A/A {long.same:.2f}")
    )
    rows.append(Row(f"{long.pages} pages: time per page, times that at {middle.pages}", growth, "x", 2.0))
    return rows


def _ratios(it: Figures) -> list[Row]:
    """One page beside bare WeasyPrint of the same page: ratios hold on every computer."""
    same, bare = f"A/A {it.same:.2f}", f"{it.pages} pages: times bare WeasyPrint"
    return [
        Row(f"{bare}, all four formats", it.ratio, "x", 2.5, same),
        Row("  Word and text of a page that is laid out", it.words_too, "x", 1.0, same),
        Row("  Word and text alone, the page laid out for them", it.words, "x", None, same),
    ]


def again() -> list[Row]:
    """What `./start` costs when there is nothing to set up."""
    times = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run([str(ROOT / "start"), "templates"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - began)
    return [Row("./start again, with the command `templates`, median", statistics.median(times), "s", 30)]


if __name__ == "__main__":
    main()
