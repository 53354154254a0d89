"""One save into a folder, and what is there afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, Receipt, save

NAME = "Ana Rey Resume"


def save_into(folder: Path, files: Sequence[FileToSave], name: str = NAME) -> Receipt:
    source = FolderDrives(folder)
    return save(source, source.drives()[0], name, files)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with what is in it; links as what they name."""
    return {
        str(path.relative_to(folder)): str(path.readlink()).encode()
        if path.is_symlink()
        else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
