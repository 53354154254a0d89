"""How much a resume may hold. No honest one comes near; what is over is refused with the limit said aloud."""

from __future__ import annotations

from kiosk.errors import ResumeFileError
from kiosk.i18n import _

MAX_BYTES = 5_000_000
"""Of a file, as read and as written. A resume takes 5 to 20 KB; only a picture inside it needs more."""
MAX_DEPTH = 200
"""Lists and objects inside one another. JSON Resume needs 5."""
MAX_VALUES = 100_000
"""Values of any kind in the file, those of other programs too."""
MAX_CHARACTERS = 50_000
"""Of one text: 12 pages."""
MAX_TEXT = 400_000
"""Characters of all texts together: over 60 pages."""
MAX_ENTRIES = 600
"""Of all sections together."""
MAX_LINES = 10_000
"""Highlights, courses, keywords and the like of all entries together."""


def too_large(file: str) -> ResumeFileError:
    """Return what to raise for a file of more than MAX_BYTES."""
    return ResumeFileError(
        _("{file} holds more than {limit} MB, which is too much for a resume.").format(
            file=file, limit=MAX_BYTES // 1_000_000
        ),
        _("Choose the file that this program saved on your drive, or take large pictures out of it."),
    )


def too_deep(file: str) -> ResumeFileError:
    """Return what to raise for JSON of more than MAX_DEPTH levels."""
    return ResumeFileError(
        _("{file} is not a resume: it has more than {limit} lists inside one another.").format(
            file=file, limit=MAX_DEPTH
        ),
        _("Choose another file."),
    )


def too_many_values(file: str) -> ResumeFileError:
    """Return what to raise for JSON of more than MAX_VALUES values."""
    return ResumeFileError(
        _("{file} is not a resume: it holds more than {limit} values.").format(file=file, limit=MAX_VALUES),
        _("Choose another file."),
    )


def too_long(file: str, where: str) -> ResumeFileError:
    """Return what to raise for a text of more than MAX_CHARACTERS."""
    return ResumeFileError(
        _("{file} has a text of more than {limit} letters in one place ({where}).").format(
            file=file, limit=MAX_CHARACTERS, where=where
        ),
        _("Make that text shorter and open the file again."),
    )


def too_much_text(file: str) -> ResumeFileError:
    """Return what to raise for more than MAX_TEXT characters over all."""
    return ResumeFileError(
        _("{file} has more than {limit} letters, which is too much for a resume.").format(
            file=file, limit=MAX_TEXT
        ),
        _("Make it shorter and open the file again."),
    )


def too_many_entries(file: str) -> ResumeFileError:
    """Return what to raise for more than MAX_ENTRIES entries."""
    return ResumeFileError(
        _("{file} has more than {limit} entries, which is too many for a resume.").format(
            file=file, limit=MAX_ENTRIES
        ),
        _("Take some out and open the file again."),
    )


def too_many_lines(file: str) -> ResumeFileError:
    """Return what to raise for more than MAX_LINES lines in lists."""
    return ResumeFileError(
        _("{file} has more than {limit} lines in its lists, which is too many for a resume.").format(
            file=file, limit=MAX_LINES
        ),
        _("Take some out and open the file again."),
    )
