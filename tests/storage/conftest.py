"""What the tests of storage share: one save's files, and small real file systems."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.storage.save import FileToSave
from storage import real_drives


@pytest.fixture
def files() -> list[FileToSave]:
    """Four files as one save has them, of sizes that fill no block."""
    sizes = {"pdf": 61_001, "docx": 30_007, "txt": 1_999, "json": 4_097}
    return [FileToSave(ending, os.urandom(size)) for ending, size in sizes.items()]


def only_as_root() -> None:
    """Only root may mount file systems; `./check all` runs as root."""
    if os.geteuid() != 0:
        pytest.skip("NOT TRIED: this mounts file systems, run ./check all as root")


@pytest.fixture(scope="session")
def udisks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Run a UDisks2 of our own."""
    only_as_root()
    with real_drives.udisks(tmp_path_factory.mktemp("udisks")):
        yield


@pytest.fixture
def tmpfs(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Make real file systems in memory, with mount options as given (`size=1m`)."""
    only_as_root()
    mounted: list[Path] = []

    def make(options: str) -> Path:
        point = tmp_path / f"tmpfs{len(mounted)}"
        point.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", point], check=True)
        mounted.append(point)
        return point

    yield make
    for point in mounted:
        if point.is_mount():
            subprocess.run(["umount", point], check=True)
