"""A voice that a test listens to: it says nothing, and ends when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.speech.types import End, Passage


class FakeSpeech:
    """A Speech in the test's hands."""

    def __init__(self) -> None:
        self.said: list[tuple[Passage, ...]] = []
        self.there = True
        self.closed = False
        self.languages = {"en", "es"}
        self._ended: Callable[[End], None] | None = None

    @property
    def speaking(self) -> bool:
        """Whether something is being read."""
        return self._ended is not None

    @property
    def words(self) -> str:
        """What was read last, line by line."""
        return "\n".join(passage.text for passage in self.said[-1] if passage.text)

    def end(self, end: End = End.DONE) -> None:
        """Come to the end of what is read."""
        ended, self._ended = self._ended, None
        assert ended is not None, "nothing is being read"
        ended(end)

    def available(self) -> bool:
        """Return whether the test wants a voice."""
        return self.there

    def speaks(self, language: str) -> bool:
        """Return whether it has that language."""
        return language in self.languages

    def speak(self, passages: Sequence[Passage], ended: Callable[[End], None]) -> None:
        """Note what is to be read."""
        self.stop()
        self.said.append(tuple(passages))
        self._ended = ended

    def stop(self) -> None:
        """End at once."""
        if self._ended is not None:
            self.end(End.STOPPED)

    def close(self) -> None:
        """End for good."""
        self.stop()
        self.closed = True
