"""What can be read aloud, and the Protocol through which the program speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol


class End(Enum):
    """How reading ended."""

    DONE = auto()
    STOPPED = auto()  # it was asked to
    NO_SOUND = auto()  # nothing of this computer plays sound
    NO_VOICE = auto()  # there is no voice for any of the languages


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in one language (a code as `es`). They may be the person's own: a repr does not show them."""

    text: str = field(repr=False)
    language: str = "en"


class Speech(Protocol):
    """Reads aloud, one thing at a time, on a thread of its own. Call it from one thread."""

    def available(self) -> bool:
        """Return whether this computer can read aloud at all; quick."""
        ...

    def speaks(self, language: str) -> bool:
        """Return whether there is a voice for `language`."""
        ...

    def speak(self, passages: Sequence[Passage], ended: Callable[[End], None]) -> None:
        """Stop what is being read, read `passages` and call `ended`, on the other thread."""
        ...

    def stop(self) -> None:
        """Be silent now; `ended` is still called."""
        ...

    def close(self) -> None:
        """Be silent for good and let go of what was read."""
        ...


class Silent:
    """The Speech of a computer that has no voice."""

    def available(self) -> bool:
        """It cannot read aloud."""
        return False

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the Protocol's
        """It speaks no language."""
        return False

    def speak(self, passages: Sequence[Passage], ended: Callable[[End], None]) -> None:  # noqa: ARG002
        """Say nothing, and tell so."""
        ended(End.NO_VOICE)

    def stop(self) -> None:
        """There is nothing to stop."""

    def close(self) -> None:
        """There is nothing to let go of."""
