"""A screen, a session's bus and a bus of accessibility of our own, with the real program on them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from access.screen_reader import ScreenReader, Thing
from kiosk import paths
from storage.real_drives import only_with

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/> <allow eavesdrop="true"/> <allow own="*"/>
  </policy>
</busconfig>
"""
"""Nothing can be started by being asked for: what runs is what we started, and we end it."""


@contextmanager
def started(*command: str | Path, env: dict[str, str], says: bool = False) -> Iterator[str]:
    """Run a program and end it; yields its first line where it `says` one."""
    with subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if says else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.terminate()


@contextmanager
def screen_reader(folder: Path, drive: Path) -> Iterator[tuple[ScreenReader, Thing]]:
    """Open the wizard on a screen of its own, and yield a screen reader and the program's window."""
    only_with(str(LAUNCHER), "dbus-daemon", "Xvfb", "openbox")
    config, run = folder / "session.conf", folder / "run"
    config.write_text(CONFIG.format(folder=folder))
    run.mkdir(mode=0o700)
    env = os.environ | {"XDG_RUNTIME_DIR": str(run), "GSETTINGS_BACKEND": "memory"}
    with ExitStack() as stack:
        number = stack.enter_context(
            started("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", env=env, says=True)
        )
        session = stack.enter_context(
            started(
                "dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1", env=env, says=True
            )
        )
        env |= {"DBUS_SESSION_BUS_ADDRESS": session}
        stack.enter_context(started(LAUNCHER, "--launch-immediately", env=env))
        env |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        stack.enter_context(started("openbox", "--sm-disable", env=env))
        reader = _connected(session)
        stack.callback(reader.close)
        program = [sys.executable, "-m", "kiosk.app", "--drive", str(drive)]
        stack.enter_context(started(*program, env=env | {"PYTHONPATH": str(paths.ROOT)}))
        yield reader, reader.wait_for(lambda: _window(reader), "the window")


def _connected(session: str) -> ScreenReader:
    """Connect when the launcher is ready: its bus comes a moment after it does."""
    from jeepney.wrappers import DBusErrorResponse

    from processes import comes_true

    made: list[ScreenReader] = []

    def there() -> bool:
        try:
            made.append(ScreenReader(session))
        except (DBusErrorResponse, OSError):
            return False
        return True

    assert comes_true(there), "the bus of accessibility did not come"
    return made[0]


def _window(reader: ScreenReader) -> Thing | None:
    """Return the wizard's window, once there is one."""
    return next(
        (
            child
            for program in reader.programs()
            for child in program.children
            if child.name == "Resume kiosk"
        ),
        None,
    )
