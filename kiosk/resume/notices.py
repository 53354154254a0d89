"""What the person should know about a file or a page: never a reason to stop."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know about a file. `code` is for programs, `message` one plain sentence.

    `where` is the place in the file (`work[1].startDate`), or "" where it is about the whole.
    """

    code: str
    message: str
    where: str = ""
