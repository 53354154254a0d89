"""One save as a program of its own, so that it can be broken or killed at any system call.

    python one_save.py FOLDER

Prints the number of the save, or the code of the problem.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.errors import DriveError
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, save

NAME = "Ana Rey Resume"
FILES = tuple(FileToSave(ending, ending.encode() * 9_001) for ending in ("pdf", "docx", "txt", "json"))


def main(folder: Path) -> str:
    """Save and say what came of it."""
    source = FolderDrives(folder)
    try:
        return str(save(source, source.drives()[0], NAME, FILES).number)
    except DriveError as problem:
        return problem.code


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])))
