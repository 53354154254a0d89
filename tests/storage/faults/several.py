"""One of several programs that save on the same drive at the same time: `python several.py FOLDER TAG`.

Prints what it was told is on the drive now: file below FOLDER, and which content that is (law.content).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.storage.autosave import Autosave
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import save
from storage.faults.law import NAME, content, files


def main(folder: str, tag: str) -> None:
    """Autosave and save in turns."""
    top = Path(folder)
    source = FolderDrives(top)
    autosave = Autosave(source)
    told: dict[str, str] = {}
    for turn in range(3):
        (drive,) = source.drives()
        what = f"{tag}{turn}"
        path = autosave.save(drive, NAME, content(f"auto {what}", "json"))
        receipt = save(source, drive, NAME, files(what), mine=autosave.mine)
        autosave.finished(drive, NAME, receipt)
        told.pop(str(path.relative_to(top)), None)
        told |= {str(it.path.relative_to(top)): what for it in receipt.files}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
