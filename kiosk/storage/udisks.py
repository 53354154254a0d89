"""Drives on Linux through UDisks2: the one door to D-Bus.

Every question opens a connection of its own (a millisecond) so that threads share nothing, and has a time
limit. Listening for drives that come and go happens on a thread and a connection of its own. A signal only
means "look again": what it carries is not read. Nothing is ever unmounted by force or lazily, because that
hides that the drive was not written out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from kiosk.errors import DriveError, DriveGone
from kiosk.i18n import _
from kiosk.storage import problems
from kiosk.storage.drive import Drive
from kiosk.storage.listener import Listener
from kiosk.storage.space import Space, space
from kiosk.storage.udisks_tree import PREFIX, Block, Found, Objects, blocks, found, is_removable, refusal

_SERVICE: Final = "org.freedesktop.UDisks2"
_ROOT: Final = "/org/freedesktop/UDisks2"
_OBJECTS: Final = "org.freedesktop.DBus.ObjectManager"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_SILENTLY: Final = {"auth.no_user_interaction": ("b", True)}
_MOUNT_OPTIONS: Final = {**_SILENTLY, "options": ("s", "nosuid,nodev,noexec")}

_CONNECT: Final = 3.0
"""Seconds until the bus must have answered at all."""
_ASK: Final = 10.0
"""Seconds for a question; UDisks2 may have to be started first."""
_MOUNT: Final = 30.0
_UNMOUNT: Final = 120.0
"""Seconds: a slow stick may have megabytes of somebody else's to write out."""
SETTLE: Final = 3.0
"""Seconds: while UDisks2 looks at a drive anew, after plugging in or letting go, it forgets for a moment that
there are files on it."""
_A_LITTLE: Final = 0.05
_LOOKING_ANEW: Final = frozenset({"UnknownMethod", "UnknownInterface"})


class _NoBus(Exception):  # noqa: N818 - never leaves this module
    """There is no system bus, no UDisks2 on it, or it does not answer in time."""


def available() -> tuple[bool, str]:
    """Whether UDisks2 answers, and one plain sentence about it for `doctor`."""
    try:
        _objects()
    except (_NoBus, DBusErrorResponse):
        return False, _(
            "The drive service (UDisks2) does not answer, so drives are not opened by themselves."
        )
    return True, _("The drive service (UDisks2) answers.")


class UDisksDrives:
    """The DriveSource of a Linux computer. `offered` decides which block devices may be a person's drive."""

    def __init__(self, offered: Callable[[Block], bool] = is_removable) -> None:
        self._offered = offered

    def drives(self) -> tuple[Drive, ...]:
        """Return all disks and partitions; none while UDisks2 does not answer."""
        try:
            return tuple(it.drive for it in self._found())
        except (_NoBus, DBusErrorResponse):
            return ()

    def mount(self, drive: Drive, /) -> Drive:
        """Mount without asking for a password, with nothing on the drive able to run."""
        with _in_plain_words(drive):
            return _once_settled(lambda: self._mount(drive), drive)

    def remount(self, drive: Drive, /) -> Drive | None:
        """Unmount and mount; None while another program uses the drive or the system forbids it."""
        with _in_plain_words(drive):
            block = self._find(drive).block
            try:
                _call(block.path, "Filesystem", "Unmount", _SILENTLY, _UNMOUNT)
            except DBusErrorResponse:
                return None
            return _once_settled(lambda: self._mounted(self._find(drive).block), drive)

    def unmount(self, drive: Drive, /) -> None:
        """Write everything out and let go; a drive that is not mounted is fine."""
        with _in_plain_words(drive):
            block = self._find(drive).block
            try:
                _call(block.path, "Filesystem", "Unmount", _SILENTLY, _UNMOUNT)
            except DBusErrorResponse as error:
                if _said(error) != "NotMounted":
                    raise

    def eject(self, drive: Drive, /) -> None:
        """Stop the drive, or where it cannot be stopped switch it off; never by force.

        Stopping comes first, because a card reader that is switched off stays so until the computer is
        started anew, and because what is only stopped can still be seen to be there.
        """
        with suppress(DriveError, _NoBus, DBusErrorResponse):
            block = self._find(drive).block
            method = "Eject" if block.ejectable else "PowerOff" if block.can_power_off else ""
            if block.drive and block.removable and method:
                _call(block.drive, "Drive", method, _SILENTLY, _UNMOUNT)

    def is_there(self, drive: Drive, /) -> bool:
        """Whether UDisks2 still knows the thing itself, whatever has become of the files on it."""
        try:
            objects = _objects()
        except (_NoBus, DBusErrorResponse):
            return True
        if drive.hardware:
            return drive.hardware in objects
        return any(it.device == drive.device for it in blocks(objects))

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Listen on a thread of its own; what stops it waits until the thread has ended."""
        return Listener(_signals, self.drives, changed).stop

    def _found(self) -> list[Found]:
        return [found(block, _space(block), self._offered) for block in blocks(_objects())]

    def _find(self, drive: Drive) -> Found:
        for it in self._found():
            if it.drive.device == drive.device:
                return it
        raise problems.gone(drive.place)

    def _mount(self, drive: Drive) -> Drive:
        it = self._find(drive)
        if it.problem is not None:
            raise it.problem
        return it.drive if it.drive.mounted else self._mounted(it.block)

    def _mounted(self, block: Block) -> Drive:
        """Mount; the place is in the answer, because the property may come later."""
        try:
            (point,) = _call(block.path, "Filesystem", "Mount", _MOUNT_OPTIONS, _MOUNT)
        except DBusErrorResponse as error:
            if _said(error) != "AlreadyMounted" or block.mount is None:
                raise
            point = block.mount
        now = replace(block, mount=Path(point))
        it = found(now, _space(now), self._offered)
        if it.problem is not None:
            raise it.problem
        return it.drive


def _once_settled(ask: Callable[[], Drive], drive: Drive) -> Drive:
    """Ask again while UDisks2 looks at a drive anew that could be used a moment ago."""
    deadline = time.monotonic() + SETTLE
    while True:
        try:
            return ask()
        except DBusErrorResponse as error:
            if _said(error) not in _LOOKING_ANEW or time.monotonic() > deadline:
                raise
        except DriveGone:
            raise
        except DriveError:
            if not drive.usable or time.monotonic() > deadline:
                raise
        time.sleep(_A_LITTLE)


def _space(block: Block) -> Space | DriveError | None:
    """A drive that was just pulled out has a mount point that does not answer."""
    try:
        return None if block.mount is None else space(block.mount)
    except PermissionError:
        return problems.of_somebody_else(block.label)
    except OSError:
        return None


@contextmanager
def _connection() -> Iterator[DBusConnection]:
    try:
        connection = open_dbus_connection("SYSTEM", auth_timeout=_CONNECT)
    except (OSError, RuntimeError, StopIteration, ValueError, AuthenticationError) as error:
        raise _NoBus from error
    with closing(connection):
        yield connection


def _ask(connection: DBusConnection, message: Any, timeout: float) -> tuple[Any, ...]:
    """Send and wait for the answer; raises DBusErrorResponse when it says no."""
    try:
        answer: tuple[Any, ...] = unwrap_msg(connection.send_and_get_reply(message, timeout=timeout))
    except OSError as error:
        raise _NoBus from error
    return answer


def _call(path: str, interface: str, method: str, options: dict[str, Any], timeout: float) -> tuple[Any, ...]:
    address = DBusAddress(path, bus_name=_SERVICE, interface=PREFIX + interface)
    with _connection() as connection:
        return _ask(connection, new_method_call(address, method, "a{sv}", (options,)), timeout)


def _objects() -> Objects:
    """Everything that UDisks2 knows, without the signatures that D-Bus puts beside every value."""
    address = DBusAddress(_ROOT, bus_name=_SERVICE, interface=_OBJECTS)
    with _connection() as connection:
        (told,) = _ask(connection, new_method_call(address, "GetManagedObjects"), _ASK)
    return {
        path: {
            face: {name: value for name, (_signature, value) in properties.items()}
            for face, properties in faces.items()
        }
        for path, faces in told.items()
    }


def _said(error: DBusErrorResponse) -> str:
    """The last word of the error's name: `NotMounted`, `DeviceBusy`, ..."""
    return str(error.name).rpartition(".")[2]


@contextmanager
def _in_plain_words(drive: Drive) -> Iterator[None]:
    try:
        yield
    except _NoBus as error:
        raise problems.gone(drive.place) from error
    except DBusErrorResponse as error:
        raise refusal(_said(error), drive.place) from error


class _UDisksSignals:
    """Signals of UDisks2 on a connection of their own."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def fileno(self) -> int:
        """Return the connection's socket."""
        return int(self._connection.sock.fileno())

    def take(self) -> bool:
        """Take one signal that has arrived."""
        try:
            self._connection.receive(timeout=0)
        except TimeoutError:
            return False
        return True


@contextmanager
def _signals() -> Iterator[_UDisksSignals]:
    """Ask for the signals and give them; every way in which the bus can be lost is an OSError."""
    try:
        with _connection() as connection:
            for rule in _rules():
                _ask(connection, message_bus.AddMatch(rule), _ASK)
            yield _UDisksSignals(connection)
    except (_NoBus, DBusErrorResponse) as error:
        raise ConnectionError from error


def _rules() -> tuple[MatchRule, ...]:
    """Drives that come, go, or change; and UDisks2 itself coming and going."""
    return (
        MatchRule(type="signal", sender=_SERVICE, interface=_OBJECTS, path=_ROOT),
        MatchRule(type="signal", sender=_SERVICE, interface=_PROPERTIES, path_namespace=_ROOT),
        _owner_rule(),
    )


def _owner_rule() -> MatchRule:
    rule = MatchRule(
        type="signal",
        sender="org.freedesktop.DBus",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
    )
    rule.add_arg_condition(0, _SERVICE)
    return rule
