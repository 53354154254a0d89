"""What can go wrong, each with what a person can do about it. Anything that is not here is a bug.

KioskError
├── InputError            2   the words of the command, or what they name
│   ├── SettingsError
│   ├── ContentError          a file of the words that we offer
│   └── ResumeFileError       a file that is not a resume we can read
├── DriveError            3   the drive or folder
│   ├── NotADrive             missing, or not a folder
│   ├── DriveReadOnly
│   ├── DriveFull
│   ├── DriveGone             pulled out, or broken
│   ├── DriveBusy             another program holds it
│   └── NotVerified           what was read back is not what was written
├── PrintError            3   the printer
│   ├── NoPrinter             there is none, or no longer
│   ├── PrinterClosed         takes no jobs
│   └── PrinterSilent         the print service does not answer
└── RenderError           4
    ├── TemplateError         names the template and the line
    ├── TooSlow               the worker passed its time limit and was ended
    └── WorkerDied            the worker ended, by its memory limit or a crash
"""

from __future__ import annotations

from typing import ClassVar


class KioskError(Exception):
    """A problem that a person can understand.

    `message` says in one plain sentence what happened and names the file, folder or template;
    `remedy` says what is safe and what to do. Both are already in the person's language.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    @property
    def code(self) -> str:
        """The class name: what logs may hold, because it says nothing about the patron."""
        return type(self).__name__

    def __str__(self) -> str:
        return " ".join(f"{self.message} {self.remedy}".split())


class InputError(KioskError):
    """What was asked for cannot be used; nothing was written."""

    exit_status = 2


class SettingsError(InputError):
    """The settings file has an unknown key or a wrong value."""


class ContentError(InputError):
    """A file of lines, titles or places has an unknown key or a wrong value; the message names both."""


class ResumeFileError(InputError):
    """The file is not a resume that we can read."""


class DriveError(KioskError):
    """The drive or folder did not take the files; nothing half-written is left under a final name."""

    exit_status = 3


class NotADrive(DriveError):
    """The place to save is missing or is not a folder."""


class DriveReadOnly(DriveError):
    """Nothing can be written there."""


class DriveFull(DriveError):
    """There is no room for the files."""


class DriveGone(DriveError):
    """The drive was pulled out or stopped answering."""


class DriveBusy(DriveError):
    """Another program still uses the drive."""


class NotVerified(DriveError):
    """What was read back is not what was written: the drive cannot be trusted."""


class PrintError(KioskError):
    """The pages were not taken to be printed."""

    exit_status = 3


class NoPrinter(PrintError):
    """There is nothing to print on."""


class PrinterClosed(PrintError):
    """The printer takes no jobs."""


class PrinterSilent(PrintError):
    """The print service does not answer, or not in time."""


class RenderError(KioskError):
    """The documents could not be made."""

    exit_status = 4


class TemplateError(RenderError):
    """A template is broken; the message names it and the line.

    `file`, `line` and `reason` say the same apart, where they are known.
    """

    file: str = ""
    line: int | None = None
    reason: str = ""


class TooSlow(RenderError):
    """The work passed its time limit and was ended."""


class WorkerDied(RenderError):
    """The worker process ended before it answered."""
