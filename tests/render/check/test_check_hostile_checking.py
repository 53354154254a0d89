"""Folders made to hang, crash or spy: the worker is ended in time, and what is known of the place is said."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_looks import FILES, HEAVY, Broken, copied

from kiosk import paths
from kiosk.render import checking
from kiosk.render.check.findings import Finding, Kind
from kiosk.worker import Worker

pytestmark = pytest.mark.slow

SECONDS = 30
MOST_MEMORY = 500_000  # KB


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(warm=checking.WARM_UP) as worker:
        worker.submit("kiosk.worker_child:nothing").result()
        yield worker


@pytest.fixture
def one_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first sample: others would find the same."""
    first = sorted(paths.SAMPLES.glob("*.json"))[:1]
    monkeypatch.setattr(checking, "samples", lambda: tuple(path.stem for path in first))


def checked(look: Path, worker: Worker) -> tuple[Finding, ...]:
    started = time.monotonic()
    found = checking.check(look, worker)
    assert time.monotonic() - started < SECONDS
    return found


@pytest.mark.parametrize("broken", FILES, ids=lambda it: it.name)
def test_a_file_that_is_no_plain_file_is_never_opened(broken: Broken, tmp_path: Path, worker: Worker) -> None:
    look = copied(tmp_path / "mine")
    broken.change(look)
    found = checked(look, worker)
    assert (broken.rule, broken.file, broken.line) in [(it.rule, it.file, it.line) for it in found]
    assert not checking.is_good(found)


def peak() -> int:
    """Return the most memory, in KiB, that any process took which this one started and saw end."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


@pytest.mark.slow
@pytest.mark.usefixtures("one_sample")
@pytest.mark.parametrize("broken", HEAVY, ids=lambda it: it.name)
def test_nothing_hangs_crashes_or_takes_all_memory(broken: Broken, tmp_path: Path) -> None:
    look = copied(tmp_path / "mine")
    broken.change(look)
    before = peak()
    with Worker(warm=checking.WARM_UP) as worker:
        worker.submit("kiosk.worker_child:nothing").result()
        found = checked(look, worker)
    assert (broken.rule, broken.file, broken.line) in [(it.rule, it.file, it.line) for it in found]
    assert peak() < MOST_MEMORY or peak() == before, "what ran here before may have taken more"


def test_the_words_of_a_file_outside_are_nowhere(tmp_path: Path, worker: Worker) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("h1 { color: hemlock }")
    look = copied(tmp_path / "mine")
    (look / "style.css").unlink()
    (look / "style.css").symlink_to(secret)
    (look / "resume.html.j2").write_text("{% include '../secret.css' %}<img src='../secret.css'>")
    assert "hemlock" not in repr(checked(look, worker))


def test_many_things_wrong_are_told_at_once_in_order(tmp_path: Path, worker: Worker) -> None:
    look = copied(tmp_path / "mine")
    style = "h2 { float: left }\np { colr: red }\nli { letter-spacing: 1px; float: left }\n"
    (look / "style.css").write_text(style)
    about = 'name = "x"\ndescription = "x"\norder = 1\nformats = ["pdf"]\ncolour = 1\n'
    (look / "template.toml").write_text(about)
    (look / "resume.html.j2").write_text("<script></script>\n<p>{{ nobody }}</p>")
    found = checked(look, worker)
    stopping = [(it.file, it.line, it.rule) for it in found if it.kind is Kind.MUST]
    assert stopping == [
        ("resume.html.j2", 1, "script"),
        ("resume.html.j2", 2, "unknown-name"),
        ("style.css", 1, "reading-order"),
        ("style.css", 3, "letter-spacing"),
        ("style.css", 3, "reading-order"),
        ("template.toml", 5, "about"),
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("one_sample")
def test_after_a_look_that_hung_the_next_one_is_checked(tmp_path: Path) -> None:
    look = copied(tmp_path / "mine")
    (look / "resume.html.j2").write_text("{{ 10 ** (10 ** 9) }}")
    with Worker(warm=checking.WARM_UP) as worker:
        assert [it.rule for it in checked(look, worker)] == ["too-heavy"]
        assert checking.is_good(checking.check(paths.TEMPLATES / "classic", worker))


@pytest.mark.slow
def test_the_starter_is_good_with_every_sample(worker: Worker) -> None:
    assert checking.check(paths.STARTER, worker) == ()


@pytest.mark.slow
@pytest.mark.usefixtures("one_sample")
@pytest.mark.parametrize("look", sorted(paths.TEMPLATES.iterdir()), ids=lambda it: it.name)
def test_our_looks_are_good(look: Path, worker: Worker) -> None:
    assert [it.sentence for it in checking.check(look, worker) if it.kind is Kind.MUST] == []
