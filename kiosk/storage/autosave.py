"""The editable file on the patron's drive, kept up to date after every screen, unseen.

What it may replace is one file: the editable one that this sitting made or opened, as long as nobody else
changed it (editable.py says how it is known). Everything else stands: a file of another sitting, a link or a
folder of that name, what another program wrote there. Then the next free number is taken.

One backup (`.bak`) stands beside it, so that at every moment a whole file is on the drive under a name that
stays. Nothing here is read back: it is *Saved*, never *Checked*.

When the person gives their name, or another one, autosave goes on in the folder of the new name. What
autosave alone made under the old name is removed once the new file is safe, and the old folder if it is empty
then. What the person opened, and what a final save made, always stays.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import replace as replaced
from pathlib import Path

from kiosk.errors import DriveError
from kiosk.storage import editable, names, problems
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.editable import NOTHING, Own, digest, free_number, keep_backup, replace, replaceable
from kiosk.storage.place import TOP, Place, open_place, open_root, open_spot
from kiosk.storage.safewrite import Mine, check_room, write_out
from kiosk.storage.save import Receipt, SaveCancelled
from kiosk.storage.syscalls import sync_folder
from kiosk.storage.temporary import create


@dataclass(frozen=True, slots=True, repr=False)
class _Spot:
    """Where the file is: in `folder` of the drive's top. `name` is NAME at that time."""

    name: str
    folder: str
    file: str


def _never() -> bool:
    """Nobody can stop it."""
    return False


class Autosave:
    """The editable file of one sitting, on whatever drive is there. May be used from any thread."""

    def __init__(self, source: DriveSource) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._own: Own = NOTHING
        self._opened: Own = NOTHING
        self._spot: _Spot | None = None
        self._staying: set[tuple[str, str]] = set()
        """Folder and file of what was opened or saved for good, on whatever drive: never removed."""

    @property
    def mine(self) -> Mine:
        """What a final save may replace: for save()."""
        return Mine(self._own, self._opened)

    def opened(self, drive: Drive, path: Path, name: str, content: bytes) -> None:
        """Say that this sitting goes on with a file: what was read from it, and the person's NAME in it.

        Only an editable file of ours, at the drive's top or one folder down, is written to from now on. Any
        other file that was opened is left as it is, and the first autosave makes a new one.
        """
        top = drive.mount
        where = path.relative_to(top).parts if top is not None and top in path.parents else ()
        if names.is_editable(path.name) and len(where) in (1, 2):
            folder = where[0] if len(where) == 2 else TOP
            with self._lock:
                self._own |= {digest(content)}
                self._opened |= {digest(content)}
                self._staying.add((folder, path.name))
                self._spot = _Spot(name, folder, path.name)

    def save(self, drive: Drive, name: str, content: bytes, cancelled: Callable[[], bool] = _never) -> Path:
        """Put `content` on the drive as the editable file of this sitting; returns where it is now.

        `name` comes from names.resume_name. Blocks until it is written out. Raises DriveError, and
        SaveCancelled when `cancelled` said so before the file got its name; then the file holds what it held.
        """

        def go_on() -> None:
            if cancelled():
                raise SaveCancelled

        with self._lock:
            drive = self._source.mount(drive)
            with problems.in_plain_words(drive.place), open_root(drive) as root:
                # Known as ours before it is there: a drive that breaks off may hold it all the same.
                self._own |= {digest(content)}
                spot = self._again(root, drive, name, content, go_on)
                spot = spot or self._anew(root, drive, name, content, go_on)
                self._move_to(root, drive, spot)
            return (drive.mount or Path(drive.device)) / spot.folder / spot.file

    def finished(self, drive: Drive, name: str, receipt: Receipt) -> None:
        """Go on with the editable file of a final save to this drive, which stays from now on."""
        drive = replaced(drive, mount=receipt.folder.parent)
        with self._lock:
            for saved in receipt.files:
                if saved.ending == "json":
                    self._own |= {saved.sha256}
                    spot = _Spot(name, receipt.folder.name, saved.path.name)
                    self._staying.add((spot.folder, spot.file))
                    with suppress(OSError, DriveError), open_root(drive) as root:
                        self._move_to(root, drive, spot)
                    self._spot = spot

    def _again(
        self, root: int, drive: Drive, name: str, content: bytes, go_on: Callable[[], None]
    ) -> _Spot | None:
        """Replace the file of before; None when it is not there, not ours any more, or of another name."""
        spot = self._spot
        if spot is None or spot.name != name:
            return None
        with open_spot(root, spot.folder, drive, go_on) as place:
            if place is None or not self._put(place, drive, spot.file, content, go_on):
                return None
        return spot

    def _anew(self, root: int, drive: Drive, name: str, content: bytes, go_on: Callable[[], None]) -> _Spot:
        """Take the first free number in the folder of the name."""
        with open_place(root, name, drive, go_on) as place:
            while True:
                number = free_number(place.folder, name, self._own)
                file = names.file_name(name, "json", number)
                if self._put(place, drive, file, content, go_on):
                    return _Spot(name, place.name, file)

    def _put(self, place: Place, drive: Drive, file: str, content: bytes, go_on: Callable[[], None]) -> bool:
        """Write the file in the place of ours or of nothing; False when there is something else."""
        before = replaceable(place.folder, file, self._own)
        if before is None and editable.is_taken(place.folder, file):
            return False
        if before != content:
            check_room(place.folder, drive, [len(content), len(before or b"")])
            try:
                self._write(place.folder, file, content, before, go_on)
            except FileExistsError:
                return False
        write_out(place, drive)
        return True

    def _write(
        self, folder: int, file: str, content: bytes, before: bytes | None, go_on: Callable[[], None]
    ) -> None:
        temporary = create(folder)
        try:
            temporary.write(content, go_on)
            temporary.sync()
            temporary.close()
            go_on()
            if before is None:
                temporary.rename(folder, file)
            else:
                keep_backup(folder, file, before, self._opened, go_on)
                replace(folder, temporary.name, file, before)
        except BaseException:
            temporary.remove(folder)
            raise

    def _move_to(self, root: int, drive: Drive, spot: _Spot) -> None:
        """Go on at this spot; what autosave alone made elsewhere goes now, as far as the drive obeys."""
        left, self._spot = self._spot, spot
        if left is None or (left.folder, left.file) in {(spot.folder, spot.file), *self._staying}:
            return
        with suppress(OSError, DriveError):
            with open_spot(root, left.folder, drive, lambda: None) as place:
                if place is not None:
                    editable.remove(place.folder, left.file, self._own)
                    sync_folder(place.folder)
            if left.folder not in (TOP, spot.folder):
                os.rmdir(left.folder, dir_fd=root)
                sync_folder(root)
