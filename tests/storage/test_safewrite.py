"""Writing a set of files: small pieces of it that need no broken drive. The rest is in the files beside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.storage.folder import FolderDrives
from kiosk.storage.safewrite import FileToSave, WrittenSet, write_set

NAME = "Ana Rey Resume"


def write(top: Path, files: list[FileToSave], steps: list[str]) -> WrittenSet:
    (drive,) = FolderDrives(top).drives()
    return write_set(
        drive,
        NAME,
        files,
        writing=lambda: steps.append("writing"),
        syncing=lambda: steps.append("syncing"),
        go_on=lambda: steps.append("go on"),
    )


def test_short_writes_are_continued(
    tmp_path: Path, files: list[FileToSave], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, bytes(data[:1000])))
    written = write(tmp_path, files, [])
    for it, file in zip(written.files, files, strict=True):
        assert (tmp_path / written.folder / it.name).read_bytes() == file.content


def test_no_name_is_given_before_everything_is_synced(
    tmp_path: Path, files: list[FileToSave], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync = os.fsync

    def watched(descriptor: int) -> None:
        sync(descriptor)
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115 - a link of the kernel's
        steps.append(path.suffix or path.name)

    monkeypatch.setattr(os, "fsync", watched)
    write(tmp_path, files, steps)
    assert steps == [
        "writing",
        *["go on"] * 4,
        "syncing",
        *["go on", ".tmp"] * 4,
        "go on",
        NAME,
        tmp_path.name,
    ]


def test_what_was_planted_in_place_of_ours_is_not_removed(tmp_path: Path, files: list[FileToSave]) -> None:
    """Another program replaces one of our files while we write: it is not ours to remove."""
    (drive,) = FolderDrives(tmp_path).drives()
    planted: list[Path] = []

    def syncing() -> None:
        ours = next((tmp_path / NAME).iterdir())
        ours.unlink()
        ours.write_text("other program")
        planted.append(ours)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_set(drive, NAME, files, writing=lambda: None, syncing=syncing, go_on=lambda: None)
    assert list((tmp_path / NAME).iterdir()) == planted
    assert planted[0].read_text() == "other program"


def test_new_files_and_folders_have_the_usual_permissions(tmp_path: Path, files: list[FileToSave]) -> None:
    before = os.umask(0o022)
    try:
        written = write(tmp_path, files, [])
    finally:
        os.umask(before)
    folder = tmp_path / written.folder
    assert folder.stat().st_mode & 0o777 == 0o755
    assert {(folder / it.name).stat().st_mode & 0o777 for it in written.files} == {0o644}


def test_no_descriptor_stays_open(tmp_path: Path, files: list[FileToSave]) -> None:
    before = set(Path("/proc/self/fd").iterdir())
    write(tmp_path, files, [])
    assert set(Path("/proc/self/fd").iterdir()) == before
