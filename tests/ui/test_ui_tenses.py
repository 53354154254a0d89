"""*I still work there* taken off or put on: the lines that were picked follow on the page, as one step."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.content.lines import Tense
from kiosk.flow.offers import Offers
from kiosk.resume.dates import PartialDate
from kiosk.resume.model import Resume, Work
from kiosk.ui.dates import TickTile
from ui.sitting_room import room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
OFFERS = Offers()
LINE = OFFERS.bank(OFFERS.job_of("Cashier", ())).lines[0]
OWN = "Sell flowers on Fridays"
NOW = Work(position="Cashier", start_date=PartialDate(2019), highlights=(OWN, LINE.text(Tense.NOW)))


def test_the_lines_follow_the_end_and_undo_takes_both_back(qtbot: QtBot) -> None:
    with room(qtbot, Resume(work=(NOW,))) as made:
        page = made.at("work.dates", 0)
        still = page.findChildren(TickTile)[0]
        assert still.isChecked()
        still.click()
        year = page.findChildren(QLineEdit)[1]
        QTest.keyClicks(year, "2024")
        [job] = made.session.resume.work
        assert (job.end_date, job.highlights) == (PartialDate(2024), (OWN, LINE.text(Tense.PAST)))
        made.session.undo()
        assert made.session.resume.work == (NOW,)
        made.session.redo()
        still.click()
        assert made.session.resume.work == (NOW,)
