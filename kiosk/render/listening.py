"""What WeasyPrint and fontTools say in their logs: collected, not printed, because it may quote the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_LISTENED_TO: Final = ("weasyprint", "fontTools")


class _Collector(logging.Handler):
    """Keeps what is said instead of printing it."""

    def __init__(self, heard: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one remark."""
        self._heard.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint and fontTools say meanwhile, and let none of it out."""
    heard: list[logging.LogRecord] = []
    collector = _Collector(heard)
    loggers = [logging.getLogger(name) for name in _LISTENED_TO]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield heard
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate
