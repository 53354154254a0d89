"""Talking to UDisks2: the one door to D-Bus.

Every question opens a connection of its own (a millisecond) so that threads share nothing, and has a time
limit. A signal only means "look again": what it carries is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from kiosk.storage.udisks_tree import PREFIX, Objects

SILENTLY: Final = {"auth.no_user_interaction": ("b", True)}
"""The option of every call: nobody is asked for a password."""

_SERVICE: Final = "org.freedesktop.UDisks2"
_ROOT: Final = "/org/freedesktop/UDisks2"
_OBJECTS: Final = "org.freedesktop.DBus.ObjectManager"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_CONNECT: Final = 3.0
"""Seconds until the bus must have answered at all."""
_ASK: Final = 10.0
"""Seconds for a question; UDisks2 may have to be started first."""


class NoBus(Exception):  # noqa: N818 - never leaves the modules of UDisks2
    """There is no system bus, no UDisks2 on it, or it does not answer in time."""


class Refused(Exception):  # noqa: N818 - never leaves the modules of UDisks2
    """UDisks2 said no. `said` is the last word of the error's name: `NotMounted`, `DeviceBusy`, ..."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def call(path: str, interface: str, method: str, options: dict[str, Any], timeout: float) -> tuple[Any, ...]:
    """Call a method that takes options and return what it gives; raises Refused and NoBus."""
    address = DBusAddress(path, bus_name=_SERVICE, interface=PREFIX + interface)
    with _connection() as connection:
        return _ask(connection, new_method_call(address, method, "a{sv}", (options,)), timeout)


def objects() -> Objects:
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


class UDisksSignals:
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
def signals() -> Iterator[UDisksSignals]:
    """Ask for the signals and give them; every way in which the bus can be lost is an OSError."""
    try:
        with _connection() as connection:
            for rule in _rules():
                _ask(connection, message_bus.AddMatch(rule), _ASK)
            yield UDisksSignals(connection)
    except (NoBus, Refused) as error:
        raise ConnectionError from error


@contextmanager
def _connection() -> Iterator[DBusConnection]:
    try:
        connection = open_dbus_connection("SYSTEM", auth_timeout=_CONNECT)
    except (OSError, RuntimeError, StopIteration, ValueError, AuthenticationError) as error:
        raise NoBus from error
    with closing(connection):
        yield connection


def _ask(connection: DBusConnection, message: Any, timeout: float) -> tuple[Any, ...]:
    try:
        answer: tuple[Any, ...] = unwrap_msg(connection.send_and_get_reply(message, timeout=timeout))
    except OSError as error:
        raise NoBus from error
    except DBusErrorResponse as error:
        raise Refused(str(error.name).rpartition(".")[2]) from error
    return answer


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
