"""What the system says about a drive, in the words of a person: OSError to DriveError, in one place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kiosk.errors import DriveBusy, DriveError, DriveFull, DriveGone, DriveReadOnly, NotADrive, NotVerified
from kiosk.i18n import _

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_GONE: Final = frozenset(
    {
        errno.EIO,
        errno.ENODEV,
        errno.ENXIO,
        errno.ENOTCONN,
        errno.ESTALE,
        errno.ENOENT,
        errno.EUCLEAN,
        errno.ETIMEDOUT,
        errno.ESHUTDOWN,
        errno.EBADMSG,
        errno.ECONNABORTED,
    }
)


@contextmanager
def in_plain_words(place: str) -> Iterator[None]:
    """Turn what the system says about this folder or drive into what a person can act on."""
    try:
        yield
    except OSError as error:
        raise drive_error(error, place) from error


def drive_error(error: OSError, place: str) -> DriveError:
    """Return the DriveError for what the system said."""
    if error.errno in _FULL:
        return full(place)
    if error.errno in _READ_ONLY:
        return read_only(place)
    if error.errno in _GONE:
        return gone(place)
    return DriveError(
        _("{place} did not take the files.").format(place=place),
        _("Take the drive out, put it in again, or use another one."),
    )


def missing(place: str) -> NotADrive:
    """There is nothing of this name."""
    return NotADrive(_("{place} does not exist.").format(place=place), _("Name a folder that is there."))


def not_a_folder(place: str) -> NotADrive:
    """It is a file or something else."""
    return NotADrive(_("{place} is not a folder.").format(place=place), _("Name a folder that is there."))


def not_there_now(place: str) -> NotADrive:
    """Files written there would land on the computer, because the drive is not mounted there any more."""
    return NotADrive(
        _("{place} is not a drive right now.").format(place=place), _("Put your drive in again.")
    )


def read_only(place: str) -> DriveReadOnly:
    """Nothing can be written there."""
    return DriveReadOnly(
        _("{place} can be read but not written.").format(place=place),
        _("If the drive has a small lock switch, slide it. If not, use another drive or folder."),
    )


def full(place: str) -> DriveFull:
    """There is not enough room."""
    return DriveFull(
        _("{place} has no room for your files.").format(place=place),
        _("Make some room there, or use another drive."),
    )


def gone(place: str) -> DriveGone:
    """It was pulled out, or it is broken."""
    return DriveGone(
        _("{place} stopped answering.").format(place=place),
        _("Your answers are still here. Put the drive in again, or use another one."),
    )


def busy(place: str) -> DriveBusy:
    """Another program still uses it."""
    return DriveBusy(
        _("Another program still uses {place}.").format(place=place),
        _("Wait a moment, close other windows, and try again."),
    )


def part_of_computer(place: str) -> DriveError:
    """A disk inside the computer: never offered, whatever is on it."""
    return DriveError(
        _("{place} is part of this computer.").format(place=place), _("Use a drive of your own.")
    )


def no_medium(place: str) -> DriveError:
    """A card reader or disc drive with nothing in it."""
    return DriveError(
        _("There is nothing in {place}.").format(place=place),
        _("Put your card in. If it is a USB drive, take it out and put it in again."),
    )


def locked(place: str) -> DriveError:
    """Encrypted, and not opened."""
    return DriveError(
        _("{place} is locked with a password.").format(place=place),
        _("Use a drive that is not locked."),
    )


def of_somebody_else(place: str) -> DriveError:
    """Mounted for another user of this computer, so that its files cannot be reached."""
    return DriveError(
        _("Somebody else is using {place} on this computer.").format(place=place),
        _("Take it out and put it in again. If that does not help, ask the staff."),
    )


def phone(place: str) -> DriveError:
    """A phone or camera: it does not show its memory as a drive."""
    return DriveError(
        _("{place} is a phone or a camera. Files cannot be saved on it here.").format(place=place),
        _("Use a USB drive. No drive? Ask the staff."),
    )


def not_formatted(place: str) -> DriveError:
    """Without a file system, or with one that cannot hold files."""
    return DriveError(
        _("{place} has not been set up to hold files yet.").format(place=place),
        _("Use another drive, or ask the staff."),
    )


def cannot_open(place: str) -> DriveError:
    """The system could not mount it."""
    return DriveError(
        _("This computer cannot open {place}.").format(place=place),
        _("Use another drive, or ask the staff."),
    )


def not_allowed(place: str) -> DriveError:
    """The system's rules forbid it to this account."""
    return DriveError(
        _("This computer is not set up to open {place} for you.").format(place=place), _("Ask the staff.")
    )


def cannot_let_go(place: str) -> DriveBusy:
    """Everything is written out, but it cannot be unmounted."""
    return DriveBusy(
        _("{place} is saved, but this computer cannot let go of it.").format(place=place),
        _("Wait until its light stops blinking, then take it out."),
    )


def not_verified(place: str, file: str) -> NotVerified:
    """The drive gave back something else than was written."""
    return NotVerified(
        _("{place} did not keep {file} as it was written.").format(place=place, file=file),
        _("Do not trust this drive. Use another one."),
    )
