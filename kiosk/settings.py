"""The settings of this computer: `assets/settings.toml`, which explains every key, and the library's own file
over it.

They are read once and never written. A key that does not exist, or a value that means nothing, is a
SettingsError that says where and what was probably meant: a setting that is silently ignored is worse.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.errors import SettingsError
from kiosk.i18n import N_, _

PAPERS = ("letter", "a4")
MOST_MINUTES = 24 * 60

_LANGUAGE = re.compile(r"[a-z]{2,3}([_-][A-Za-z]{2,4})?")
_TOML_PLACE = re.compile(r"\(at (?:line (\d+)|end of document)")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a value may be, and how to say so."""

    holds: Callable[[Any], bool]
    hint: str


def _are_languages(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_language, value))


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


def _are_minutes(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_MINUTES


_FLAG = _Kind(lambda value: isinstance(value, bool), N_("Write true or false, without quotes."))
_MINUTES = _Kind(_are_minutes, N_("Write a whole number of minutes, 0 to 1440, without quotes."))
_TEXT = _Kind(lambda value: isinstance(value, str), N_("Write a text in quotes, empty for none."))

_KINDS = {
    "languages": _Kind(_are_languages, N_('Write the codes of the languages, like this: ["en", "es"]')),
    "paper": _Kind(lambda value: value in PAPERS, N_('Write "letter" or "a4".')),
    "content_folder": _TEXT,
    "session_minutes": _MINUTES,
    "idle_minutes": _MINUTES,
    "drive_folder": _TEXT,
    "printing": _FLAG,
    "price_per_page": _TEXT,
    "printer": _TEXT,
    "class_mode": _FLAG,
    "staff_pin_hash": _TEXT,
    "kiosk_mode": _FLAG,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """One attribute for each key of the file. 0 minutes and empty texts mean "not at all"."""

    languages: tuple[str, ...]
    paper: str
    content_folder: str
    session_minutes: int
    idle_minutes: int
    drive_folder: str
    printing: bool
    price_per_page: str
    printer: str
    class_mode: bool
    staff_pin_hash: str
    kiosk_mode: bool


def load(site: Path = paths.SITE_SETTINGS, defaults: Path = paths.DEFAULT_SETTINGS) -> Settings:
    """Return the settings of this computer; `site` may be missing. Raises SettingsError."""
    return Settings(**(_read(defaults) | (_read(site) if site.exists() else {})))


def _read(file: Path) -> dict[str, Any]:
    """Return the values of one file, checked and as Settings holds them."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        message = _("{file} is not plain text.").format(file=file)
        raise SettingsError(message, _("Save it as UTF-8.")) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsError(_("{file} cannot be read: {reason}.").format(file=file, reason=reason)) from error
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(file, text, error) from error
    for key, value in values.items():
        values[key] = _checked(file, text, key, value)
    return values


def _not_toml(file: Path, text: str, error: tomllib.TOMLDecodeError) -> SettingsError:
    place = _TOML_PLACE.search(str(error))
    line = place[1] if place and place[1] else text.rstrip().count("\n") + 1
    return SettingsError(
        _("{file}, line {line}: this is not a setting.").format(file=file, line=line),
        _('Write each setting on a line of its own, like this: paper = "a4"'),
    )


def _checked(file: Path, text: str, key: str, value: Any) -> Any:
    """Return the value as Settings holds it; raises SettingsError for a key or value that means nothing."""
    place = _("{file}, line {line}").format(file=file, line=_line_of(key, text))
    if key not in _KINDS:
        raise SettingsError(
            _("{place}: there is no setting {key}.").format(place=place, key=key),
            _("The nearest one is {near}.").format(near=_nearest(key)),
        )
    kind = _KINDS[key]
    if not kind.holds(value):
        message = _("{place}: the value of {key} means nothing to us.").format(place=place, key=key)
        raise SettingsError(message, _(kind.hint))
    return tuple(value) if isinstance(value, list) else value


def _line_of(key: str, text: str) -> int:
    """Return the line where a key (or the heading of its table) stands."""
    found = re.search(rf"^[ \t]*[\[\"']*{re.escape(key)}(?![\w-])", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _nearest(key: str) -> str:
    import difflib  # only ever needed once the settings are wrong

    return difflib.get_close_matches(key, _KINDS, n=1, cutoff=0.0)[0]
