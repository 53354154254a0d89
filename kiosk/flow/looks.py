"""The tables behind *Pick a look*: what can be chosen, and what it is called on the screen.

Names and descriptions are marked for translation and translated when shown; those of the looks themselves
stand in each look's template.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kiosk import i18n
from kiosk.i18n import N_
from kiosk.render.types import Order, TextSize


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """One order of the page: its name, and for whom it is good."""

    order: Order
    name: str
    about: str


ORDERS: Final = (
    OrderChoice(Order.BY_DATE, N_("Newest job first"), N_("Most employers like this best.")),
    OrderChoice(
        Order.SKILLS_FIRST,
        N_("Skills first"),
        N_("Good after a break, or for a new kind of work. Your jobs follow."),
    ),
    OrderChoice(
        Order.FIRST_JOB, N_("School first"), N_("Good for a first job. All you did for others counts.")
    ),
)

SIZES: Final = {
    TextSize.REGULAR: N_("Regular"),
    TextSize.LARGE: N_("Large"),
    TextSize.LARGEST: N_("Very large"),
}

COLOURS: Final = {
    "black": N_("Black"),
    "navy": N_("Dark blue"),
    "teal": N_("Blue-green"),
    "green": N_("Dark green"),
    "wine": N_("Wine red"),
    "brown": N_("Brown"),
    "plum": N_("Plum"),
}

LANGUAGES: Final = {
    "en": "English",
    "es": "Español",
    "zh": "中文",
    "tl": "Tagalog",
    "vi": "Tiếng Việt",
    "ar": "العربية",
    "fr": "Français",
    "ko": "한국어",
    "ru": "Русский",
    "pt": "Português",
}
"""What speakers of a language call it: the same on every screen."""


def page_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the headings of a page can be in, as in LANGUAGES."""
    here = i18n.languages("resume")
    return tuple(code for code in LANGUAGES if code in here)
