"""Shows on the frame how it stands with the answers on the drive, and says aloud what has to be known."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from kiosk.flow.following import agree
from kiosk.flow.session import Travel
from kiosk.i18n import _
from kiosk.ui import heard
from kiosk.ui.frame import Frame
from kiosk.ui.pages.context import Context
from kiosk.ui.status import SaveClock, drive_warning, kept_status, status


class Standing(QObject):
    """Hears of what is kept, from another thread, and writes it into the header and the banner."""

    _changed = Signal()

    def __init__(self, context: Context, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._frame = frame
        self._clock = SaveClock()
        self._before = context.session.resume
        self._changed.connect(self._kept_changed, Qt.ConnectionType.QueuedConnection)
        self.close = context.keeping.watch(self._tell)

    def tell_change(self) -> None:
        """Say aloud what Undo or Redo changed, wherever on the screens that is."""
        session = self._context.session
        before, self._before = self._before, session.resume
        if session.travel is not None and heard.listening():
            from kiosk.flow import differences

            done = _("Undone.") if session.travel is Travel.BACK else _("Done again.")
            self._context.announce(" ".join((done, *differences.told(before, session.resume))))

    def show(self) -> None:
        """Show how it stands now."""
        session, kept = self._context.session, self._context.keeping.now
        saved = status(session.unsaved, self._clock.time_of(session.receipt))
        words, good = kept_status(kept, session.resume) or saved
        self._frame.show_status(words, good=good, warning=drive_warning(session, kept))

    def _tell(self) -> None:
        """Called from another thread."""
        if isValid(self):
            self._changed.emit()

    def _kept_changed(self) -> None:
        """Say aloud what has to be known, and that it is well again. A usual save is not spoken of."""
        before = self._frame.banner.words
        agree(self._context.session, self._context.keeping)
        self.show()
        now = self._frame.banner.words
        if before != now:
            self._context.announce(now or self._frame.header.status)
