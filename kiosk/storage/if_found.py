"""IF_FOUND.txt: a note at the top of the drive that says whom to give it back to, if the person wants one."""

from __future__ import annotations

import os
from typing import Final

from kiosk.storage import names, problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.place import TOP, open_root, open_spot
from kiosk.storage.safewrite import check_room, write_out
from kiosk.storage.temporary import create

IF_FOUND: Final = "IF_FOUND.txt"


def write_if_found(source: DriveSource, drive: Drive, text: str) -> bool:
    """Write the note with the words of the caller; False when something of that name is there already.

    What is there is never replaced. Lines end as every Windows expects it. Raises DriveError; then nothing
    of the note is left.
    """
    content = ("\r\n".join(text.splitlines()) + "\r\n").encode()
    drive = source.mount(drive)
    with (
        problems.in_plain_words(drive.place),
        open_root(drive) as root,
        open_spot(root, TOP, drive, lambda: None) as top,
    ):
        if top is None:
            raise problems.not_there_now(drive.place)
        if _is_there(top.folder):
            return False
        check_room(top.folder, drive, [len(content)])
        note = create(top.folder)
        try:
            note.write(content, lambda: None)
            note.sync()
            note.close()
            note.rename(top.folder, IF_FOUND)
            write_out(top, drive)
        except FileExistsError:
            note.remove(top.folder)
            return False
        except BaseException:
            note.remove(top.folder)
            raise
    return True


def _is_there(folder: int) -> bool:
    """In upper or lower case: on most drives that is the same name."""
    return names.same_name(IF_FOUND) in {names.same_name(entry) for entry in os.listdir(folder)}
