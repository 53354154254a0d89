"""What a screen reader can do: walk the tree of a running program, read, press, type, and listen.

AT-SPI is D-Bus on a bus of its own, whose address the session's bus knows. Interfaces: the XML files of
at-spi2-core; the numbers of roles and states are those of its atspi-constants.h.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

PATIENCE = 30.0
"""Seconds that a busy machine may take for what takes a moment."""

_ANSWER = 10.0
_ATSPI = "org.a11y.atspi"
_ROOT = f"/{_ATSPI.replace('.', '/')}/accessible/root"
_REGISTRY = f"{_ATSPI}.Registry"
EVENTS = ("object:state-changed:focused", "object:announcement")

T = TypeVar("T")


class State(IntEnum):
    """What a thing is at the moment."""

    CHECKED = 4
    EDITABLE = 7
    ENABLED = 8
    EXPANDED = 10
    FOCUSABLE = 11
    FOCUSED = 12
    SENSITIVE = 24
    SHOWING = 25
    VISIBLE = 30
    CHECKABLE = 41


CONTROLS = frozenset(
    {"push button", "button", "check box", "radio button", "toggle button", "text", "entry", "combo box"}
)
"""Roles of what is pressed or typed in."""


@dataclass(frozen=True)
class Heard:
    """One event: its kind, whose it is, and the words of an announcement."""

    kind: str
    source: tuple[str, str]
    words: str


class Thing:
    """One object of the tree, as the program tells it now."""

    def __init__(self, reader: ScreenReader, owner: str, path: str) -> None:
        self._reader = reader
        self.place = (owner, path)

    def __repr__(self) -> str:
        return f"{self.role} {self.name!r}"

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What else is said about it."""
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        """What it is, in a word or two."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def states(self) -> frozenset[State]:
        """Those of its states that we know."""
        low, high = self._call("Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(state for state in State if bits >> state & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        """The last words of what it can do."""
        return frozenset(name.rpartition(".")[2] for name in self._call("Accessible", "GetInterfaces")[0])

    @property
    def children(self) -> list[Thing]:
        """What is in it."""
        return [Thing(self._reader, *place) for place in self._call("Accessible", "GetChildren")[0]]

    def walk(self) -> Iterator[Thing]:
        """Yield it and all that is shown in it."""
        if State.SHOWING in self.states or self.role == "application":
            yield self
            for child in self.children:
                yield from child.walk()

    @property
    def actions(self) -> list[str]:
        """What can be done with it, by names that are the same in every language."""
        return [str(self._call("Action", "GetName", "i", number)[0]) for number in range(self._actions())]

    def do(self, action: str) -> None:
        """Do one of its actions."""
        assert self._call("Action", "DoAction", "i", self.actions.index(action)) == (True,), (self, action)

    def press(self) -> None:
        """Press it."""
        self.do("Press")

    def toggle(self) -> None:
        """Tick it, or take the tick away."""
        self.do("Toggle" if "Toggle" in self.actions else "Press")

    def write(self, text: str) -> None:
        """Put a text into it."""
        assert self._call("EditableText", "SetTextContents", "s", text) == (True,)

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    def _actions(self) -> int:
        return int(self._property("Action", "NActions"))

    def _call(self, face: str, method: str, signature: str = "", *body: Any) -> tuple[Any, ...]:
        address = DBusAddress(self.place[1], self.place[0], f"{_ATSPI}.{face}")
        return self._reader.ask(new_method_call(address, method, signature or None, body))

    def _property(self, face: str, name: str) -> Any:
        address = DBusAddress(self.place[1], self.place[0], f"{_ATSPI}.{face}")
        return self._reader.ask(Properties(address).get(name))[0][1]


class ScreenReader:
    """A connection to the bus of accessibility."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as line:
            address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = line.send_and_get_reply(new_method_call(address, "GetAddress"), timeout=_ANSWER)
            (bus,) = unwrap_msg(reply)
        self._line: DBusConnection = open_dbus_connection(bus)
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        for event in EVENTS:
            self.ask(new_method_call(registry, "RegisterEvent", "sas", (event, [])))
        self.heard: list[Heard] = []
        self.ask(message_bus.AddMatch(MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object")))

    def close(self) -> None:
        """Listen no more."""
        self._line.close()

    def ask(self, message: Any) -> tuple[Any, ...]:
        """Send a call and return the answer. What is heard meanwhile is kept."""
        serial = next(self._line.outgoing_serial)
        self._line.send(message, serial=serial)
        deadline = time.monotonic() + _ANSWER
        while True:
            got = self._line.receive(timeout=max(0.0, deadline - time.monotonic()))
            if got.header.fields.get(HeaderFields.reply_serial) == serial:
                return tuple(unwrap_msg(got))
            self._keep(got)

    def listen(self) -> None:
        """Take in what has been said."""
        while True:
            try:
                self._keep(self._line.receive(timeout=0.02))
            except TimeoutError:
                return

    def _keep(self, message: Any) -> None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        source = (fields[HeaderFields.sender], fields[HeaderFields.path])
        kind, *details = message.body if message.body else ("",)
        words = next((value[1] for value in details if isinstance(value, tuple) and value[0] == "s"), "")
        on = details[0] if details else 0
        if fields[HeaderFields.member] == "Announcement":
            self.heard.append(Heard("announcement", source, words))
        elif kind == "focused" and on:
            self.heard.append(Heard("focus", source, ""))

    def programs(self) -> list[Thing]:
        """Return the programs that can be read now."""
        return Thing(self, _REGISTRY, _ROOT).children

    def wait_for(self, find: Callable[[], T | None], what: str) -> T:
        """Look again and again until something is found; things may go while they are looked at."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = find()
            except DBusErrorResponse:
                found = None
            if found:
                return found
            self.listen()
        raise AssertionError(f"{what}: did not come within {PATIENCE:.0f} s")
