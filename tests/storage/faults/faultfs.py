"""A file system in user space that does wrong what it is told to: `python faultfs.py MEDIUM POINT ORDERS`.

MEDIUM is a folder that holds what really is on the medium; POINT is where it is mounted; ORDERS is a file
with the faults as JSON, read anew at every call. As on FAT, files cannot be linked or change hands, and
renaming knows no flags. Faults that were met are written to ORDERS.met, one line each.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("FUSE_LIBRARY_NAME", "fuse3")
import mfusepy


@dataclass(frozen=True)
class Fault:
    """The `at`-th call of `call`, and as many after it as `times` says, has this `effect`.

    Effects: the name of an errno; `short` takes half of what is written; `drop` keeps nothing and says yes;
    `flip` changes a bit; `stall` waits `seconds`; `dead` lets every later call of anything end in EIO.
    """

    call: str
    effect: str
    at: int = 1
    times: int = 10**6
    seconds: float = 0.0

    def is_met(self, count: int) -> bool:
        return self.at <= count < self.at + self.times


def order(orders: Path, *faults: Fault) -> None:
    """Let the file system have these faults from now on, counting anew."""
    met(orders).unlink(missing_ok=True)
    text = json.dumps({"stamp": time.monotonic_ns(), "faults": [asdict(fault) for fault in faults]})
    before = orders.with_suffix(".new")
    before.write_text(text)
    before.rename(orders)


def met(orders: Path) -> Path:
    """Where the faults that were met are written."""
    return orders.with_suffix(".met")


class FaultFS(mfusepy.Operations):  # type: ignore[misc]
    """Passes everything through to the medium, but for the faults."""

    use_ns = True

    def __init__(self, medium: Path, orders: Path) -> None:
        self.medium = medium
        self.orders = orders
        self.stamp = 0
        self.counted: Counter[str] = Counter()
        self.dead = False

    def meet(self, call: str) -> str:
        """Return the effect for this call, empty for none; raises what is an errno."""
        told = json.loads(self.orders.read_text())
        if told["stamp"] != self.stamp:
            self.stamp, self.dead = told["stamp"], False
            self.counted.clear()
        self.counted[call] += 1
        if self.dead:
            raise mfusepy.FuseOSError(errno.EIO)
        for fault in (Fault(**it) for it in told["faults"]):
            if fault.call == call and fault.is_met(self.counted[call]):
                with met(self.orders).open("a") as log:
                    log.write(f"{call}\n")
                return self.have(fault)
        return ""

    def have(self, fault: Fault) -> str:
        if fault.effect == "stall":
            time.sleep(fault.seconds)
            return ""
        if fault.effect == "dead":
            self.dead = True
            raise mfusepy.FuseOSError(errno.EIO)
        if fault.effect in errno.errorcode.values():
            raise mfusepy.FuseOSError(getattr(errno, fault.effect))
        return fault.effect

    def at(self, path: str) -> Path:
        return self.medium / path.lstrip("/")

    def getattr(self, path: str, _fh: int | None = None) -> dict[str, Any]:
        self.meet("getattr")
        found = self.at(path).lstat()
        same = ("st_mode", "st_uid", "st_gid", "st_nlink", "st_size", "st_ino")
        times = {f"st_{it}time": getattr(found, f"st_{it}time_ns") for it in "amc"}
        return {name: getattr(found, name) for name in same} | times

    def readdir(self, path: str, _fh: int) -> list[str]:
        self.meet("readdir")
        return [".", "..", *os.listdir(self.at(path))]  # noqa: PTH208 - names are what is asked for

    def mkdir(self, path: str, mode: int) -> int:
        self.meet("mkdir")
        self.at(path).mkdir(mode)
        return 0

    def rmdir(self, path: str) -> int:
        self.meet("rmdir")
        self.at(path).rmdir()
        return 0

    def unlink(self, path: str) -> int:
        self.meet("unlink")
        self.at(path).unlink()
        return 0

    def rename(self, old: str, new: str) -> int:
        self.meet("rename")
        self.at(old).rename(self.at(new))
        return 0

    def create(self, path: str, mode: int, _info: Any = None) -> int:
        self.meet("create")
        return os.open(self.at(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def open(self, path: str, flags: int) -> int:
        self.meet("open")
        return os.open(self.at(path), flags & (os.O_ACCMODE | os.O_TRUNC | os.O_APPEND))

    def read(self, _path: str, size: int, offset: int, handle: int) -> bytes:
        effect = self.meet("read")
        data = os.pread(handle, size, offset)
        return flipped(data) if effect == "flip" else data

    def write(self, _path: str, data: bytes, offset: int, handle: int) -> int:
        effect = self.meet("write")
        if effect == "drop":
            os.ftruncate(handle, offset + len(data))
            return len(data)
        if effect == "short":
            data = data[: len(data) // 2 or 1]
        return os.pwrite(handle, flipped(data) if effect == "flip" else data, offset)

    def truncate(self, path: str, length: int, _fh: int | None = None) -> int:
        self.meet("truncate")
        os.truncate(self.at(path), length)
        return 0

    def flush(self, _path: str, _fh: int) -> int:
        self.meet("flush")
        return 0

    def fsync(self, _path: str, _only_data: int, _fh: int) -> int:
        self.meet("fsync")
        return 0

    def fsyncdir(self, _path: str, _only_data: int, _fh: int) -> int:
        self.meet("fsyncdir")
        return 0

    def release(self, _path: str, handle: int) -> int:
        os.close(handle)
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        self.meet("statfs")
        found = os.statvfs(self.at(path))
        names = ("bavail", "bfree", "blocks", "bsize", "favail", "ffree", "files", "frsize", "namemax")
        return {f"f_{it}": getattr(found, f"f_{it}") for it in names}


def flipped(data: bytes) -> bytes:
    """One bit is another one."""
    return bytes([data[0] ^ 1]) + data[1:] if data else data


class _Mount(mfusepy.FUSE):  # type: ignore[misc]
    """As FAT drivers in user space: RENAME_NOREPLACE and RENAME_EXCHANGE are not known."""

    def rename_fuse_3(self, old: bytes, new: bytes, flags: int) -> int:
        return -errno.EINVAL if flags else int(super().rename_fuse_3(old, new, flags))


def main(medium: str, point: str, orders: str) -> None:
    """Mount until it is unmounted."""
    files = FaultFS(Path(medium), Path(orders))
    # Nothing is remembered by the kernel: what is read is what this program says.
    _Mount(files, point, foreground=True, nothreads=True, direct_io=True, attr_timeout=0, entry_timeout=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
