from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtWidgets import QLabel

from helpers import leaks


def test_nothing_new_is_no_leak() -> None:
    assert leaks.left_behind(leaks.look(), patience=0) == []


def test_a_thread_is_named() -> None:
    before, stop = leaks.look(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="drive-watcher")
    thread.start()
    assert leaks.left_behind(before, patience=0) == ["thread drive-watcher"]
    stop.set()
    thread.join()


def test_a_child_process_is_named_even_when_it_has_ended() -> None:
    before = leaks.look()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        (living,) = leaks.left_behind(before, patience=0)
        child.kill()
        (waiting,) = leaks.left_behind(before, patience=0)
    assert str(child.pid) in living
    assert str(child.pid) in waiting
    assert leaks.left_behind(before) == []


@pytest.mark.usefixtures("qapp")
def test_a_window_is_named_until_it_is_deleted() -> None:
    before = leaks.look()
    window = QLabel()
    window.setObjectName("receipt")
    assert leaks.left_behind(before, patience=0) == ["window QLabel receipt"]
    window.deleteLater()
    assert leaks.left_behind(before, patience=0) == []
