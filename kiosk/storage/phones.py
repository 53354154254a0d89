"""Phones and cameras on USB: people plug them in as drives, and nothing would be said of them otherwise.

UDisks2 does not list them, because they show no disk: they speak PTP or MTP. That is seen from what the
kernel says about USB (Documentation/ABI/testing/sysfs-bus-usb): an interface of the class "still image", or
one that calls itself MTP.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kiosk.i18n import _
from kiosk.storage import problems
from kiosk.storage.drive import Drive

USB_DEVICES: Final = Path("/sys/bus/usb/devices")
_STILL_IMAGE: Final = "06"


def phones(devices: Path = USB_DEVICES) -> tuple[Drive, ...]:
    """Return the phones and cameras that are plugged in, as drives that cannot be used."""
    try:
        interfaces = sorted(entry for entry in devices.iterdir() if ":" in entry.name)
    except OSError:
        return ()
    speaking = {entry.name.partition(":")[0] for entry in interfaces if _speaks_of_pictures(entry)}
    return tuple(_described(devices / name) for name in sorted(speaking))


def _speaks_of_pictures(interface: Path) -> bool:
    kind = _read(interface / "bInterfaceClass")
    return kind == _STILL_IMAGE or "MTP" in _read(interface / "interface").upper().split()


def _described(device: Path) -> Drive:
    made_by, product = _read(device / "manufacturer"), _read(device / "product")
    label = product or made_by or _("Your phone")
    problem = problems.phone(label)
    return Drive(
        device=str(device),
        label=label,
        size=0,
        free=None,
        mount=None,
        usable=False,
        why=problem.message,
        remedy=problem.remedy,
    )


def _read(attribute: Path) -> str:
    """A device may vanish between listing and reading; what it says of itself may be any bytes."""
    try:
        told = attribute.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in told).split())
