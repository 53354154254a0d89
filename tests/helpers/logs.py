"""Log records that nobody expected: a warning logged by a test that passes is a fault that nobody sees."""

from __future__ import annotations

import logging


class LogWatch(logging.Handler):
    """Keeps every record of WARNING or more; a test takes those that it expects, the rest fail it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.records.append(record)

    def take(self, part: str) -> list[str]:
        """Remove the records whose message has `part` in it and return their messages; there must be one."""
        taken = [record for record in self.records if part in record.getMessage()]
        assert taken, f"nobody logged {part!r}"
        self.records = [record for record in self.records if record not in taken]
        return [record.getMessage() for record in taken]

    def drain(self) -> list[str]:
        """Forget all records, and say what they were."""
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records]
        self.records = []
        return lines
