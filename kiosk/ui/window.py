"""The one window of the wizard: shows the page where the person is, or lays something else over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kiosk.flow.steps import PageKind, Step
from kiosk.i18n import _
from kiosk.ui import controls, focus, heard, layouts, lockdown, theme
from kiosk.ui.aids import Aids
from kiosk.ui.frame import Frame
from kiosk.ui.pages.base import Page
from kiosk.ui.pages.context import Context
from kiosk.ui.stack import Stack
from kiosk.ui.standing import Standing
from kiosk.ui.theme import Look

if TYPE_CHECKING:
    from kiosk.flow.export import SavedFile
    from kiosk.ui.covers import Cover

SAVEABLE = frozenset(PageKind[it] for it in ("PATH", "FORM", "ENTRIES", "GAP", "REVIEW", "ORDER", "LOOK"))
"""The pages with answers that *Save now* saves."""

AFTER_PRESS_MS = 50
"""How often it is looked whether the mouse was let go of."""

BuildPage = Callable[[Step, Context], Page]


class Window(QMainWindow):  # a screen reader knows nothing else of Qt's as a window
    """Connects the frame with the wizard and the session. `finished` means: erase everything and end."""

    finished = Signal()
    closed = Signal()
    page_shown = Signal()

    def __init__(self, context: Context, build: BuildPage, *, may_close: bool = True) -> None:
        super().__init__()
        self.setWindowTitle(_("Resume kiosk"))
        self._context = replace(
            context,
            finish=self.ask_to_finish,
            open_larger=self.open_larger,
            open_saved=self.open_saved,
            announce=self.announce,
            read_page=lambda: self._aids.read_page(),
        )
        self._build = build
        self._may_close = may_close
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._after_press = QTimer(self, singleShot=True, interval=AFTER_PRESS_MS)
        self._after_press.timeout.connect(self._see_focus)
        self._scrolled = 0
        self.setCentralWidget(middle := QWidget())
        layouts.free_size(self)
        self.frame = Frame(self._context, middle)
        self._standing = Standing(self._context, self.frame, self)
        self._stack = Stack(middle, self.frame)
        self._aids = Aids(self._context, self.frame, self, self)
        self._connect()
        self._add_shortcuts()
        self.frame.header.show_look(theme.in_use())
        self._show_session()
        self.show_page()
        lockdown.lock(self)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def show_page(self) -> None:
        """Show the page of where the wizard is now."""
        page = self._page_of(self._context.wizard.current.step)
        page.enter()
        self.frame.pages.setCurrentWidget(page)
        self.frame.show_steps(self._context.wizard.steps)
        self._page_changed()
        page.to_top()
        self._focus_page()
        QTimer.singleShot(0, self, self._see_focus)  # once everything on the page has its place
        self._aids.page_shown()
        self.announce(page.spoken)
        self.page_shown.emit()

    def open_larger(self) -> None:
        """Show the page over the whole window."""
        from kiosk.ui.larger import Larger

        view = Larger(self._context)
        view.closed.connect(self.uncover)
        self.cover(view, view.first_focus())
        view.open()

    def open_saved(self, file: SavedFile) -> None:
        """Show a PDF that is on the drive over the whole window."""
        from kiosk.ui.seen import Seen

        view = Seen(self._context, file)
        view.closed.connect(self.uncover)
        self.cover(view, view.first_focus())

    def ask_to_finish(self) -> None:
        """Ask whether to erase and end. What was typed last is on the drive by the time it is answered."""
        from kiosk.ui import covers

        self.page.leave()
        self._context.keeping.keep(self._context.session.resume)
        cover = covers.finish_cover(
            session=self._context.session,
            kept=self._context.keeping.now.resume == self._context.session.resume,
            go_back=self.uncover,
            save=self._uncover_and_save,
            finish=self.finished.emit,
        )
        self.show_cover(cover)

    def show_bug(self) -> None:
        """Say calmly that something did not work; the session is kept."""
        from kiosk.ui import covers

        self.show_cover(covers.bug_cover(self.uncover, self._uncover_and_save))

    def show_cover(self, cover: Cover) -> None:
        """Say something that must be answered before the wizard goes on."""
        self.cover(cover, cover.first_focus())

    def cover(self, widget: QWidget, first: QWidget | None) -> None:
        """Lay `widget` over the frame, with the focus on `first`, and have it read out."""
        lockdown.lock(widget)
        self._aids.stop_reading()
        if self._stack.cover is None:
            self._scrolled = self.page.scrolled
        self._stack.lay(widget, first)
        self.announce(f"{widget.accessibleName()} {widget.accessibleDescription()}".strip())

    def uncover(self) -> None:
        """Show the frame again, with the focus where it was, scrolled as it was."""
        if self._stack.uncover():
            self.page.scroll_to(self._scrolled)
        else:
            self._focus_page()

    def listen_to_touch(self) -> None:
        """From now on a finger in a box brings the keys on the screen."""
        self._aids.listen_to_touch()

    def announce(self, words: str) -> None:
        """Have a screen reader say `words` when it has said what it is saying."""
        heard.say(self, words)

    def change_look(self, look: Look) -> None:
        """Change text size or contrast, keeping the focus in view."""
        if look.high_contrast != theme.in_use().high_contrast:
            self.announce(_("High contrast") if look.high_contrast else _("Normal colors"))
        else:
            self.announce(_("Text size: {percent} %").format(percent=look.text_size))
        theme.dress(look)
        layouts.rescale(self)
        self.frame.header.show_look(look)
        self.frame.rearrange()
        self._see_focus()

    def close_down(self) -> None:
        """Let go of the session and draw no more: the end is near."""
        for stop in self._unwatch:
            stop()
        self._aids.close()
        self._stack.drop()
        self.frame.preview.close_down()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002 - Qt's names
        """Move the focus in the order of the regions; Tab and Shift+Tab anywhere end up here."""
        cover = self._stack.cover
        return focus.move(self.frame.regions if cover is None else (cover,), forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing erases and ends, too; in kiosk mode there is no closing."""
        event.ignore()
        if self._may_close:
            self.closed.emit()

    def _page_of(self, step: Step) -> Page:
        self._shown = step.id
        if step.id not in self._pages:
            page = self._build(step, self._context)
            page.changed.connect(self._page_changed)
            self._pages[step.id] = page
            self.frame.pages.addWidget(page)
        return self._pages[step.id]

    def _connect(self) -> None:
        wizard, session = self._context.wizard, self._context.session
        stop_wizard, stop_session = wizard.watch(self.show_page), session.watch(self._show_session)
        self._unwatch = (stop_wizard, stop_session, self._standing.close)
        header, footer = self.frame.header, self.frame.footer
        header.smaller.connect(lambda: self.change_look(theme.in_use().smaller()))
        header.larger.connect(lambda: self.change_look(theme.in_use().larger()))
        header.contrast.connect(self._toggle_contrast)
        header.finish.connect(self.ask_to_finish)
        footer.next.connect(lambda: self.page.go_next())
        footer.back.connect(lambda: self._move(self.page.go_back))
        footer.skip.connect(lambda: self._move(wizard.skip))
        footer.save.connect(self._save)
        footer.undo.connect(session.undo)
        self.frame.stepper.chosen.connect(lambda step_id: self._move(lambda: wizard.go(step_id)))
        self.frame.step_line.see_page.connect(self.open_larger)
        self.frame.preview.larger.connect(self.open_larger)
        theme.application().focusChanged.connect(self._focus_moved)

    def _add_shortcuts(self) -> None:
        session = self._context.session
        for keys, then in (
            (("Ctrl++", "Ctrl+="), lambda: self.change_look(theme.in_use().larger())),
            (("Ctrl+-",), lambda: self.change_look(theme.in_use().smaller())),
            (("Ctrl+0",), lambda: self.change_look(theme.in_use().normal())),
            (("Alt+Left",), lambda: self._in_frame(lambda: self._move(self.page.go_back))),
            (("Ctrl+Z",), lambda: self._where_seen(session.undo)),
            (("Ctrl+Y", "Ctrl+Shift+Z"), lambda: self._where_seen(session.redo)),
            (("Ctrl+S",), lambda: self._in_frame(self._save)),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, then)

    def _in_frame(self, action: Callable[[], None]) -> None:
        """Do what a key asks for, unless the frame it is about is covered."""
        if self._stack.cover is None:
            action()

    def _where_seen(self, action: Callable[[], None]) -> None:
        """Change the answers by a key only where they are seen; while files are made of them they stay."""
        if self._shows_answers():
            self._in_frame(action)

    def _shows_answers(self) -> bool:
        return self._context.wizard.current.step.kind in SAVEABLE

    def _toggle_contrast(self) -> None:
        look = theme.in_use()
        self.change_look(replace(look, high_contrast=not look.high_contrast))

    def _move(self, move: Callable[[], None]) -> None:
        """Go elsewhere in the wizard, with what is on the page put into the session first."""
        self.page.leave()
        move()

    def _save(self) -> None:
        """Go to the save step; Back and Next come back from there."""
        self.page.leave()
        wizard = self._context.wizard
        if wizard.current.step.id != "save":
            wizard.change("save")

    def _uncover_and_save(self) -> None:
        self.uncover()
        self._save()

    def _page_changed(self) -> None:
        """What is new on the page is locked, and what leads away from it may have another name."""
        page = self.page
        lockdown.lock(page)
        self.frame.footer.show_page(
            next_label=page.next_label(),
            skippable=page.skippable(),
            back=page.can_go_back(),
            save=self._shows_answers(),
        )
        self.frame.header.show_finish(self._context.wizard.current.step.kind is not PageKind.DONE)
        self._show_undo()

    def _show_session(self) -> None:
        self._show_undo()
        self._standing.show()
        self._standing.tell_change()

    def _show_undo(self) -> None:
        """Offer *Undo* where the answers are seen."""
        self.frame.footer.show_undo(self._context.session.can_undo and self._shows_answers())

    def _focus_page(self) -> None:
        page = self.page
        first = page.first_focus() or next(iter(focus.stops(page)), None) or self.frame.footer.next_button
        first.setFocus(controls.way_in())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # What is pressed must not move away under the mouse: it would be let go of somewhere else.
            self._after_press.start()
        elif now is not None and self.page.isAncestorOf(now):
            self.page.show_widget(now)

    def _see_focus(self) -> None:
        self._focus_moved(None, QApplication.focusWidget())
