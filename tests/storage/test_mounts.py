"""Reading the kernel's table of mounts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.storage.mounts import kind_of, mounts

TABLE = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard
90 27 8:17 / /media/ana/MY\040STICK\011x rw,nosuid,nodev,noexec - vfat /dev/sdb1 rw,uid=1000
91 27 8:33 / /media/ana/OLD ro,nosuid - fuseblk /dev/sdc1 rw,user_id=0
92 27 8:49 / /media/ana/CD rw - iso9660 /dev/sr0 ro
93 27 254:0 /home/ana /srv/ana rw - ext4 /dev/vda rw
"""


def test_the_table_is_read(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    _proc, top, stick, old, disc, bound = mounts(table)
    assert (top.kind, top.source, top.point, top.root) == ("ext4", "/dev/vda", Path("/"), "/")
    assert stick.point == Path("/media/ana/MY STICK\tx")
    assert stick.device == os.makedev(8, 17)
    assert [it.read_only for it in (top, stick, old, disc)] == [False, False, True, True]
    assert bound.root == "/home/ana"


def test_no_table_is_no_mounts(tmp_path: Path) -> None:
    assert mounts(tmp_path / "missing") == ()


def test_the_kind_of_what_is_not_mounted_is_not_known() -> None:
    assert kind_of(-1) == ""


@pytest.mark.root
def test_the_kind_of_a_real_file_system(tmpfs: Callable[[str], Path]) -> None:
    assert kind_of(tmpfs("size=1m").stat().st_dev) == "tmpfs"
