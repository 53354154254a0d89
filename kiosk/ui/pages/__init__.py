"""The screens of the wizard. A page's module is loaded when its page is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kiosk.flow.steps import PageKind, Step

if TYPE_CHECKING:
    from kiosk.ui.pages.base import Page
    from kiosk.ui.pages.context import Context

_PAGES = {
    PageKind.HOME: ("home", "HomePage"),
    PageKind.WARM_UP: ("warmup", "WarmUpPage"),
    PageKind.DRIVE: ("drive", "DrivePage"),
    PageKind.OPEN: ("open", "OpenPage"),
    PageKind.PATH: ("path", "PathPage"),
    PageKind.FORM: ("form", "FormPage"),
    PageKind.ENTRIES: ("entries", "EntriesPage"),
    PageKind.GAP: ("gap", "GapPage"),
    PageKind.REVIEW: ("review", "ReviewPage"),
    PageKind.ORDER: ("look", "OrderPage"),
    PageKind.LOOK: ("look", "LookPage"),
    PageKind.SAVE: ("save", "SavePage"),
    PageKind.NO_DRIVE: ("no_drive", "NoDrivePage"),
    PageKind.PRINT: ("printing", "PrintPage"),
    PageKind.CODES: ("codes", "CodesPage"),
    PageKind.DONE: ("done", "DonePage"),
}


def build(step: Step, context: Context) -> Page:
    """Return a new page for a step."""
    module, name = _PAGES[step.kind]
    page: Page = getattr(import_module(f"{__name__}.{module}"), name)(step, context)
    return page
