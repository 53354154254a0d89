"""Words for people, in their language. The screen and the resume each have a language of their own.

`_` marks and translates in the language of the screen; `N_` marks a text in a table that is translated when
it is shown. Catalogues are `assets/locale/<language>/LC_MESSAGES/kiosk.mo` (screens) and `resume.mo` (pages).
"""

from __future__ import annotations

import gettext
from functools import cache

from kiosk import paths

_screen: gettext.NullTranslations = gettext.NullTranslations()


def N_(message: str) -> str:  # noqa: N802 - the field's name for it
    """Mark a text for translation without translating it yet."""
    return message


def _(message: str) -> str:
    """Translate a text of the screen."""
    return _screen.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a text of the screen that counts something."""
    return _screen.ngettext(singular, plural, n)


def use(language: str | gettext.NullTranslations) -> None:
    """Choose the language of the screen by its code (`es`); a catalogue may be given for tests."""
    global _screen  # noqa: PLW0603 - gettext's own way: one language per process, and a process is one patron
    _screen = catalogue("kiosk", language) if isinstance(language, str) else language


@cache
def catalogue(domain: str, language: str) -> gettext.NullTranslations:
    """Return the translations of `domain` in `language`, English where there are none."""
    return gettext.translation(domain, paths.LOCALE, [language], fallback=True)


def languages(domain: str) -> tuple[str, ...]:
    """Return the codes of the languages there are for `domain`, English first."""
    return (
        "en",
        *sorted(file.parent.parent.name for file in paths.LOCALE.glob(f"*/LC_MESSAGES/{domain}.mo")),
    )
