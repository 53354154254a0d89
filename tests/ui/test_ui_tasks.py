"""Work off the GUI thread: answers come back on it, to those who are still there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.errors import DriveFull, KioskError
from kiosk.ui.tasks import Tasks


def unexpected(answer: object) -> None:
    """Stand where no answer may come."""
    pytest.fail(repr(answer))


class Listener(QObject):
    """Hears everything."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()

    def hear(self, what: object) -> None:
        """Keep what was said, and on which thread."""
        self.heard.append(what)
        self.threads.add(threading.get_ident())


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def tasks(qapp: object, bugs: list[BaseException]) -> Iterator[Tasks]:
    assert qapp
    made = Tasks(bugs.append)
    yield made
    assert made.close(10)


def test_work_runs_elsewhere_and_its_answer_comes_back_here(qtbot: QtBot, tasks: Tasks) -> None:
    listener = Listener()
    tasks.run(threading.get_ident, listener.hear, listener.hear)
    assert listener.heard == [], "never inside the call that asked"
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    assert listener.heard != [threading.get_ident()]
    assert listener.threads == {threading.get_ident()}


def test_work_is_done_one_after_another(qtbot: QtBot, tasks: Tasks) -> None:
    listener = Listener()
    for number in range(20):
        tasks.run(lambda n=number: n, listener.hear, listener.hear)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(listener.heard) == 20)
    assert listener.heard == list(range(20))


def test_a_problem_a_person_can_understand_goes_to_failed(qtbot: QtBot, tasks: Tasks) -> None:
    problems: list[KioskError] = []
    future: Future[int] = Future()
    tasks.deliver(future, unexpected, problems.append)
    future.set_exception(DriveFull("The drive is full."))
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert problems[0].code == "DriveFull"


def test_anything_else_is_a_bug(qtbot: QtBot, tasks: Tasks, bugs: list[BaseException]) -> None:
    def broken() -> object:
        raise ZeroDivisionError

    tasks.run(broken, unexpected, unexpected)
    qtbot.waitUntil(lambda: len(bugs) == 1)
    assert isinstance(bugs[0], ZeroDivisionError)


def test_who_asks_may_take_a_bug_itself(qtbot: QtBot, tasks: Tasks, bugs: list[BaseException]) -> None:
    own: list[BaseException] = []
    future: Future[int] = Future()
    future.set_exception(ZeroDivisionError())
    tasks.deliver(future, unexpected, unexpected, on_bug=own.append)
    qtbot.waitUntil(lambda: len(own) == 1)
    assert bugs == []


def test_who_is_gone_is_not_told(qtbot: QtBot, tasks: Tasks) -> None:
    gone, stays = Listener(), Listener()
    future: Future[str] = Future()
    tasks.deliver(future, gone.hear, gone.hear)
    tasks.deliver(future, lambda _answer: gone.heard.append("lambda"), gone.hear, owner=gone)
    tasks.deliver(future, stays.hear, stays.hear)
    heard = gone.heard
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed)
    qtbot.wait(1)
    future.set_result("late")
    qtbot.waitUntil(lambda: stays.heard == ["late"])
    assert heard == []


def test_a_cancelled_future_answers_nobody(qtbot: QtBot, tasks: Tasks, bugs: list[BaseException]) -> None:
    listener = Listener()
    future: Future[str] = Future()
    tasks.deliver(future, unexpected, unexpected)
    future.cancel()
    future.set_running_or_notify_cancel()
    tasks.run(lambda: "after", listener.hear, listener.hear)
    qtbot.waitUntil(lambda: listener.heard == ["after"])
    assert bugs == []


def test_closing_waits_for_what_runs_and_answers_nobody(qapp: object) -> None:
    assert qapp
    started, release, ended = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        started.set()
        release.wait(10)
        ended.set()

    listener = Listener()
    tasks = Tasks(listener.hear)
    tasks.run(slow, listener.hear, listener.hear)
    tasks.run(lambda: None, listener.hear, listener.hear)
    started.wait(10)
    assert not tasks.close(0.01), "it says when something still runs"
    release.set()
    assert tasks.close(10)
    assert ended.is_set()
    tasks.run(lambda: None, listener.hear, listener.hear)
    assert listener.heard == []
