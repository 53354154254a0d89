"""What could not be understood in a file: kept under `meta.kiosk.unread`, and said to the person."""

from __future__ import annotations

from kiosk.i18n import N_, _, ngettext
from kiosk.resume import limits
from kiosk.resume.beyond import Path
from kiosk.resume.jsontext import plain
from kiosk.resume.model import Json
from kiosk.resume.notices import Notice

MOST_NOTICES = 30
"""More sentences than this nobody reads; the last one then says how many more there are."""

SECTION_NAMES = {
    "basics": N_("Name and contact"),
    "work": N_("Jobs"),
    "volunteer": N_("Volunteer work"),
    "education": N_("School and training"),
    "awards": N_("Awards"),
    "certificates": N_("Licenses and certificates"),
    "publications": N_("Publications"),
    "skills": N_("Skills"),
    "languages": N_("Languages"),
    "interests": N_("Interests"),
    "references": N_("References"),
    "projects": N_("Projects"),
}


def place(path: Path) -> str:
    """Return a path as programs write it: work[1].startDate."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


class Noticing:
    """Gathers what is kept aside and what to say about it while one file is read."""

    def __init__(self, file: str) -> None:
        self.unread: list[Json] = []
        self._file = file
        self._notices: list[Notice] = []
        self._unsaid = 0

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to say, in the order of the file."""
        if not self._unsaid:
            return tuple(self._notices)
        more = ngettext(
            "{file} has {count} more place like this.",
            "{file} has {count} more places like this.",
            self._unsaid,
        )
        return (*self._notices, Notice("more", more.format(file=self._file, count=self._unsaid)))

    def letters_guessed(self) -> None:
        """The file is in none of the encodings of JSON."""
        self._say(
            "letters-guessed",
            _("{file} was written in an old way. Please look at letters with accents.").format(
                file=self._file
            ),
        )

    def date_unread(self, path: Path, value: Json) -> None:
        """A text that is no date: kept, not printed."""
        text = _("In {file}, a date in {place} is not clear, so it is kept in the file but not printed.")
        self._keep("date-unread", text, path, value)

    def end_unread(self, path: Path) -> None:
        """An end that is no date: kept with its entry, not printed."""
        text = _("In {file}, an end date in {place} is not clear, so it is kept in the file but not printed.")
        self._say("date-unread", text.format(file=self._file, place=_in_words(path)), place(path))

    def date_in_part(self, path: Path, value: Json) -> None:
        """A date of which only a part is sure."""
        text = _("In {file}, only a part of a date in {place} is clear, and only that part is printed.")
        self._keep("date-in-part", text, path, value)

    def picture_kept(self, path: Path) -> None:
        """A picture of the person: no page of ours has room for one."""
        text = _("In {file}, there is a picture. It is kept in the file but not printed.")
        self._say("picture-kept", text.format(file=self._file), place(path))

    def guessed(self, path: Path, value: Json) -> None:
        """Several values where one text belongs: their words are used."""
        text = _("In {file}, something in {place} was written in another way. Please look at it.")
        self._keep("guessed", text, path, value)

    def unreadable(self, path: Path, value: Json) -> None:
        """A value that is nothing which belongs there."""
        text = _("In {file}, something in {place} is not clear, so it is kept in the file but not printed.")
        self._keep("unread", text, path, value)

    def keep(self, path: Path, value: Json) -> None:
        """Keep a value of no interest to a person."""
        if len(self.unread) >= limits.MAX_LINES:
            raise limits.too_many_lines(self._file)
        self.unread.append({"where": place(path), "value": plain(value)})

    def _keep(self, code: str, text: str, path: Path, value: Json) -> None:
        self.keep(path, value)
        self._say(code, text.format(file=self._file, place=_in_words(path)), place(path))

    def _say(self, code: str, message: str, where: str = "") -> None:
        if len(self._notices) < MOST_NOTICES:
            self._notices.append(Notice(code, message, where))
        else:
            self._unsaid += 1


def _in_words(path: Path) -> str:
    """Return where something is as a person counts: Jobs, number 2."""
    section = _(SECTION_NAMES.get(str(path[0]), str(path[0])))
    if len(path) > 1 and isinstance(path[1], int):
        return _("{section}, number {number}").format(section=section, number=path[1] + 1)
    return section
