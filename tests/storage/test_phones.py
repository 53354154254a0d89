"""Phones and cameras, from a USB tree written down by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.errors import DriveError
from kiosk.storage import phones as module
from kiosk.storage import system
from kiosk.storage.folder import FolderDrives
from kiosk.storage.phones import phones
from kiosk.storage.system import SystemDrives


def device(top: Path, name: str, product: bytes, *interfaces: tuple[str, str]) -> None:
    """A device with its interfaces: the class in hex, and what it calls itself."""
    (top / name).mkdir(parents=True)
    (top / name / "product").write_bytes(product)
    for number, (kind, says) in enumerate(interfaces):
        interface = top / f"{name}:1.{number}"
        interface.mkdir()
        (interface / "bInterfaceClass").write_text(f"{kind}\n")
        if says:
            (interface / "interface").write_text(f"{says}\n")


@pytest.mark.parametrize(
    ("interfaces", "seen"),
    [
        ([("06", "")], True),
        ([("ff", "MTP")], True),
        ([("ff", "MTP Device"), ("08", "")], True),
        ([("08", "")], False),
        ([("ff", "ADB Interface"), ("03", "")], False),
        ([], False),
    ],
    ids=["camera", "phone", "phone that has a disk too", "stick", "keyboard", "nothing"],
)
def test_who_is_a_phone(tmp_path: Path, interfaces: list[tuple[str, str]], seen: bool) -> None:
    device(tmp_path, "1-2", b"Pixel 7\n", *interfaces)
    device(tmp_path, "usb1", b"xHCI Host Controller\n", ("09", ""))
    told = phones(tmp_path)
    assert bool(told) is seen
    for drive in told:
        assert drive.why == "Pixel 7 is a phone or a camera. Files cannot be saved on it here."
        assert drive.remedy == "Use a USB drive. No drive? Ask the staff."
        assert not drive.usable


@pytest.mark.parametrize(
    ("product", "label"), [(b"", "Your phone"), (b"  \n", "Your phone"), (b"A\x07B\xff", "A B\ufffd")]
)
def test_what_it_is_called(tmp_path: Path, product: bytes, label: str) -> None:
    device(tmp_path, "1-2.4", product, ("06", ""))
    (phone,) = phones(tmp_path)
    assert phone.label == label


def test_without_usb_there_are_none(tmp_path: Path) -> None:
    assert phones(tmp_path / "nothing") == ()


def test_they_stand_among_the_drives_and_cannot_be_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb, folder = tmp_path / "usb", tmp_path / "drive"
    folder.mkdir()
    device(usb, "1-2", b"Pixel 7", ("06", ""))
    monkeypatch.setattr(system, "phones", lambda: module.phones(usb))
    drives = SystemDrives()
    drives.__dict__["source"] = FolderDrives(folder)
    stick, phone = drives.drives()
    assert (stick.usable, phone.usable) == (True, False)
    with pytest.raises(DriveError, match="Pixel 7 is a phone"):
        drives.mount(phone)
    assert drives.mount(stick).device == stick.device
