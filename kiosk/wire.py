"""Values as bytes, for the pipe between the program and its worker.

The worker reads what strangers made, so what it answers is taken as data and no more: besides Python's own
plain values, only our dataclasses, enums and KioskErrors, dates and paths can be built from a message.
"""

from __future__ import annotations

import copyreg
import datetime
import enum
import importlib
import io
import pathlib
import pickle
from dataclasses import is_dataclass
from types import MappingProxyType
from typing import Any

from kiosk.errors import KioskError

HEADER = 8
"""Bytes before each message: its length, big-endian."""


def read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a mapping that nobody can change: how one is built again on the other side."""
    return MappingProxyType(mapping)


_OTHERS: dict[tuple[str, str], Any] = {
    ("builtins", "set"): set,
    ("builtins", "frozenset"): frozenset,
    ("builtins", "bytearray"): bytearray,
    ("datetime", "date"): datetime.date,
    ("pathlib", "PosixPath"): pathlib.Path,
    ("pathlib", "WindowsPath"): pathlib.Path,
    ("pathlib._local", "PosixPath"): pathlib.Path,  # its home in Python 3.13
    ("pathlib._local", "WindowsPath"): pathlib.Path,
    ("kiosk.wire", "read_only"): read_only,
}


def frame(value: object) -> bytes:
    """Return `value` as one message, header included. Raises whatever pickle raises for what is not data."""
    buffer = io.BytesIO(bytes(HEADER))
    buffer.seek(HEADER)
    pickler = _DataPickler(buffer, protocol=5)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduce_mapping}
    pickler.dump(value)
    with buffer.getbuffer() as view:
        view[:HEADER] = (buffer.tell() - HEADER).to_bytes(HEADER, "big")
    return buffer.getvalue()


def length(header: bytes | bytearray) -> int:
    """Return how many bytes follow this header."""
    return int.from_bytes(header, "big")


def value_of(message: bytes | bytearray) -> Any:
    """Return the value of a message without its header; raises pickle.UnpicklingError."""
    try:
        return _DataUnpickler(io.BytesIO(message)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # a broken message may raise nearly anything
        raise pickle.UnpicklingError("not a message") from error


class _DataPickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """Write enum members by value: before Python 3.11.4 (Debian 12) they would be a call of getattr."""
        return (type(value), (value.value,)) if isinstance(value, enum.Enum) else NotImplemented


class _DataUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS:
            return _OTHERS[module, name]
        if module.startswith("kiosk.") and "." not in name:
            found = getattr(importlib.import_module(module), name, None)
            if _is_data_class(found) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"a message may not name {module}.{name}")


def _is_data_class(found: object) -> bool:
    return isinstance(found, type) and (is_dataclass(found) or issubclass(found, (enum.Enum, KioskError)))


def _reduce_mapping(mapping: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return read_only, (dict(mapping),)
