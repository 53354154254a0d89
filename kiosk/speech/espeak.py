"""Reading aloud with espeak-ng (GPL-3) as a process of its own: the one door to it.

What is read goes through a pipe only: every user of a computer can see command lines. Nothing is written to
a disk. The process ends with the program, however that ends.

espeak-ng 1.51 ends with status 0 where no sound can be played, within a moment (seen on a computer without a
sound card): that it was far too quick is how this is known.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which
from threading import Lock

from kiosk.speech import words
from kiosk.speech.types import End, Passage

PROGRAM = "espeak-ng"
KEEPER = "setpriv"
"""Of util-linux, which every Debian has: has the kernel end the process together with the one that asked."""

WORDS_PER_MINUTE = 150
FASTEST = 80.0
"""Letters that no voice can speak in a second at that pace: it says about 14."""

CARDS = Path("/proc/asound/cards")
_KEPT = ("PATH", "HOME", "LANG", "XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_COOKIE")


def missing() -> tuple[str, ...]:
    """Return the programs that are needed and not installed."""
    return tuple(name for name in (PROGRAM, KEEPER) if which(name) is None)


def has_sound_card(cards: Path = CARDS) -> bool:
    """Return whether the kernel knows of anything that plays sound (Linux: proc(5), asound)."""
    try:
        return any(line.lstrip()[:1].isdigit() for line in cards.read_text("utf-8").splitlines())
    except OSError:
        return False


class Espeak:
    """A Speech. With `sink`, a file descriptor, the sound goes there as a WAV file and is not played."""

    def __init__(self, sink: int | None = None) -> None:
        self._sink = sink
        self._lock = Lock()
        self._turn = 0
        self._process: subprocess.Popen[bytes] | None = None
        # One thread for the whole sitting: the kernel ends the process with the thread that began it.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kiosk-speech")

    def available(self) -> bool:
        """Return whether the programs are installed."""
        return not missing()

    def speaks(self, language: str) -> bool:
        """Return whether there is a voice for `language`."""
        return bool(words.voice(language))

    def speak(self, passages: Sequence[Passage], ended: Callable[[End], None]) -> None:
        """Stop what is being read, read `passages` and call `ended`, on the other thread."""
        self.stop()
        self._thread.submit(lambda turn: ended(self._read(turn, passages)), self._turn)

    def stop(self) -> None:
        """Be silent now."""
        with self._lock:
            self._turn += 1
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Be silent for good."""
        self.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _read(self, turn: int, passages: Sequence[Passage]) -> End:
        end = End.NO_VOICE
        for voice, text in words.by_voice(passages):
            end = self._say(turn, voice, text)
            if end is not End.DONE:
                break
        return end

    def _say(self, turn: int, voice: str, text: str) -> End:
        began = time.monotonic()
        try:
            process = self._start(voice)
        except OSError:
            return End.NO_VOICE
        with process:
            if self._take(turn, process):
                process.communicate(text.encode())
            else:
                process.kill()
        with self._lock:
            self._process = None
            stopped = turn != self._turn
        if stopped:
            return End.STOPPED
        if process.returncode:
            return End.NO_VOICE
        silent = self._sink is None and time.monotonic() - began < len(text) / FASTEST
        return End.NO_SOUND if silent else End.DONE

    def _take(self, turn: int, process: subprocess.Popen[bytes]) -> bool:
        """Let `stop` reach the process; returns whether it may go on."""
        with self._lock:
            self._process = process
            return turn == self._turn

    def _start(self, voice: str) -> subprocess.Popen[bytes]:
        command = [KEEPER, "--pdeathsig", "KILL", "--no-new-privs", "--", PROGRAM]
        command += ["--stdin", "-b", "1", "-s", str(WORDS_PER_MINUTE), "-v", voice]
        return subprocess.Popen(  # noqa: S603 - a list, never a shell; what a person typed is only in the pipe
            command if self._sink is None else [*command, "--stdout"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL if self._sink is None else self._sink,
            stderr=subprocess.DEVNULL,  # what the sound system complains of
            env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"LC_ALL": "C.UTF-8"},
            cwd="/",
        )
