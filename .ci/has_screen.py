"""Exit with status 0 if a window could be opened: the display server that the environment names answers."""

import ctypes
import os
import socket
import sys
from pathlib import Path


def wayland_answers() -> bool:
    """Say whether the compositor of $WAYLAND_DISPLAY takes a connection."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError:
            return False
    return True


def x_answers() -> bool:
    """Say whether the X server of $DISPLAY is there and lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


if __name__ == "__main__":
    sys.exit(0 if wayland_answers() or x_answers() else 1)
