"""What a run says at its end, also when its tests ran in other processes than the one that speaks."""

from __future__ import annotations

from typing import Any

import pytest

_SAID = pytest.StashKey[dict[str, str]]()
_SENT = "last_words"


def say(config: pytest.Config, title: str, text: str) -> None:
    """Have `text` printed under `title` when all tests are done."""
    config.stash.setdefault(_SAID, {})[title] = text


def send(config: pytest.Config) -> None:
    """Hand what was said to the process that speaks, where that is another one (pytest-xdist's)."""
    if hasattr(config, "workeroutput"):
        config.workeroutput[_SENT] = config.stash.get(_SAID, {})


def take(config: pytest.Config, sent: dict[str, Any]) -> None:
    """Take what another process said."""
    for title, text in sent.get(_SENT, {}).items():
        say(config, title, text)


def speak(reporter: pytest.TerminalReporter) -> None:
    """Print it all."""
    for title, text in reporter.config.stash.get(_SAID, {}).items():
        reporter.section(title)
        reporter.write_line(text)
