"""The PDF as it is on the drive: read from there, and pictured by the worker."""

from __future__ import annotations

from kiosk.render.types import PageImage
from kiosk.storage.drive import Drive, DriveSource
from kiosk.storage.reading import read_file
from kiosk.storage.save import SavedFile
from kiosk.worker import Worker

PICTURES = "kiosk.render.raster:pictures"
SECONDS = 30.0


def pages_on(
    worker: Worker, source: DriveSource, drive: Drive, file: SavedFile, width: int
) -> tuple[PageImage, ...]:
    """Return a picture of each page of a PDF of ours, `width` pixels wide; raises DriveError, RenderError."""
    content = read_file(source, drive, file.path, file.size)
    pictures: tuple[PageImage, ...] = worker.submit(PICTURES, content, width, timeout=SECONDS).result()
    return pictures
