from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers import application


def test_an_application_that_was_ended_runs_again(qapp: QApplication, qtbot: QtBot) -> None:
    qapp.exit()
    application.revive()
    rung: list[bool] = []
    QTimer.singleShot(1, lambda: rung.append(True))
    qtbot.waitUntil(lambda: rung == [True], timeout=2000)


def test_one_that_runs_is_left_alone(qapp: QApplication) -> None:
    rung: list[bool] = []
    qapp.aboutToQuit.connect(lambda: rung.append(True))
    application.revive()
    assert rung == []
