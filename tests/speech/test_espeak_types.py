"""Reading aloud, with the real espeak-ng. No test makes a sound: it goes to a pipe, or there is no card."""

from __future__ import annotations

import array
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Queue

import pytest

from kiosk.paths import ROOT
from kiosk.speech import espeak, words
from kiosk.speech.espeak import Espeak
from kiosk.speech.types import End, Passage, Silent, Speech
from processes import SOON, comes_true, is_alive, state

PRIVATE = "Zanzibarquux"
LONG = Passage(f"My name is {PRIVATE}. " * 400)
RATE = 22050
"""Samples of a second, each two bytes: what espeak-ng makes."""


class Listener:
    """Takes what would be played, and how it ended."""

    def __init__(self) -> None:
        self._read, self.sink = os.pipe()
        self.sound = bytearray()
        self.ends: Queue[End] = Queue()
        self._thread = threading.Thread(target=self._listen)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        os.close(self.sink)
        if self._thread.ident is None:
            os.close(self._read)
        else:
            self._thread.join(SOON)

    def _listen(self) -> None:
        while part := os.read(self._read, 1 << 16):
            self.sound += part
        os.close(self._read)

    def end(self) -> End:
        return self.ends.get(timeout=SOON)


@contextmanager
def listening(*, at_once: bool = True) -> Iterator[tuple[Espeak, Listener]]:
    listener = Listener()
    if at_once:
        listener.start()
    speech = Espeak(sink=listener.sink)
    try:
        yield speech, listener
    finally:
        speech.close()
        listener.stop()


def seconds(sound: bytearray) -> float:
    return len(sound) / 2 / RATE


def children() -> list[int]:
    """Return the processes of espeak-ng that this process began."""
    said = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    ids = [int(one) for file in said for one in file.read_text("utf-8").split()]
    return [one for one in ids if is_alive(one)]


def command_line(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


def test_real_speech_comes_out() -> None:
    with listening() as (speech, listener):
        assert speech.available()
        speech.speak([Passage("What is your name? Use the name you want at work.")], listener.ends.put)
        assert listener.end() is End.DONE
    assert listener.sound[:4] == b"RIFF"
    samples = array.array("h", bytes(listener.sound[44 : len(listener.sound) // 2 * 2]))
    assert 2 < seconds(listener.sound) < 8, "about ten words"
    assert max(samples) > 5000, "loud enough to be heard"
    assert sum(1 for one in samples if abs(one) > 500) > len(samples) // 10, "not just a click"


def test_a_longer_text_takes_longer_to_say_and_none_of_it_is_left_out() -> None:
    lengths = []
    for times in (10, 100):
        with listening() as (speech, listener):
            speech.speak([Passage("I cleaned the hall. " * times)], listener.ends.put)
            assert listener.end() is End.DONE
        lengths.append(seconds(listener.sound))
    assert 8 < lengths[1] / lengths[0] < 12


@pytest.mark.parametrize("language", sorted(words.VOICES))
def test_every_voice_of_the_table_is_there(language: str) -> None:
    with listening() as (speech, listener):
        assert speech.speaks(language)
        speech.speak([Passage("123", language)], listener.ends.put)
        assert listener.end() is End.DONE
    assert seconds(listener.sound) > 0.5


def test_two_languages_are_read_by_two_voices_in_order() -> None:
    with listening() as (speech, listener):
        passages = [Passage("What is your name?"), Passage("María", "es"), Passage("Abc", "tl")]
        speech.speak(passages, listener.ends.put)
        assert listener.end() is End.DONE
    assert listener.sound.count(b"RIFF") == 2


def test_a_language_without_a_voice_is_told() -> None:
    with listening() as (speech, listener):
        assert not speech.speaks("tl")
        speech.speak([Passage("Ano ang pangalan mo?", "tl")], listener.ends.put)
        assert listener.end() is End.NO_VOICE


def open_files(process: int) -> list[str]:
    """Return what a process has open at this moment."""
    found = []
    for one in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            found.append(str(one.readlink()))
    return found


def test_what_is_read_is_on_no_command_line_and_in_no_surroundings() -> None:
    with listening(at_once=False) as (speech, listener):  # nobody takes the sound: it goes on for ever
        speech.speak([LONG], listener.ends.put)
        assert comes_true(lambda: any(b"--stdout" in command_line(one) for one in children()))
        (process,) = children()
        assert comes_true(lambda: command_line(process).startswith(b"espeak-ng"))
        assert PRIVATE.encode() not in command_line(process)
        assert PRIVATE.encode() not in Path(f"/proc/{process}/environ").read_bytes()
        # As it starts it reads its voices; then it waits for ever with only pipes open.
        assert comes_true(lambda: all(one.startswith(("pipe:", "/dev/null")) for one in open_files(process)))
        assert PRIVATE not in repr(LONG)


def test_stop_is_at_once_and_says_so() -> None:
    with listening(at_once=False) as (speech, listener):
        speech.speak([LONG], listener.ends.put)
        assert comes_true(lambda: bool(children()))
        speech.stop()
        assert listener.end() is End.STOPPED
        assert children() == []


def test_the_newest_is_read_and_the_one_before_is_stopped() -> None:
    with listening(at_once=False) as (speech, listener):
        speech.speak([LONG], listener.ends.put)
        assert comes_true(lambda: bool(children()))
        listener.start()
        speech.speak([Passage("Next")], listener.ends.put)
        assert listener.end() is End.STOPPED
        assert listener.end() is End.DONE


def test_stopped_before_it_began_it_says_nothing() -> None:
    with listening() as (speech, listener):
        for _time in range(5):
            speech.speak([LONG], listener.ends.put)
            speech.stop()
        assert [listener.end() for _time in range(5)] == [End.STOPPED] * 5


def test_closing_ends_the_process() -> None:
    with listening(at_once=False) as (speech, listener):
        speech.speak([LONG], listener.ends.put)
        assert comes_true(lambda: bool(children()))
        speech.close()
        assert children() == []
        assert listener.end() is End.STOPPED


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_voice_ends_with_the_program_however_that_ends(how: signal.Signals) -> None:
    code = (
        "import os, sys, threading\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from kiosk.speech.espeak import Espeak\n"
        "from kiosk.speech.types import Passage\n"
        "sink = os.pipe()[1]\n"
        "Espeak(sink).speak([Passage('word ' * 9000)], print)\n"
        "print(flush=True)\n"
        "threading.Event().wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        tasks = Path(f"/proc/{program.pid}/task")

        def voices() -> list[int]:
            ids = [int(one) for file in tasks.glob("*/children") for one in file.read_text().split()]
            return [one for one in ids if command_line(one).startswith(b"espeak-ng")]

        assert comes_true(lambda: bool(voices()))
        (voice,) = voices()
        assert is_alive(voice)
        program.send_signal(how)
        program.wait(SOON)
    assert comes_true(lambda: not is_alive(voice)), state(voice)


def test_without_a_sound_card_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real program with the real sound system, which is told of a card that is not there."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    monkeypatch.setenv("HOME", "/nonexistent")
    if espeak.has_sound_card():
        monkeypatch.setattr(espeak, "PROGRAM", "true")  # as quick, and as silent
    ends: Queue[End] = Queue()
    speech = Espeak()
    try:
        speech.speak([Passage("Put on headphones. Do you hear this?")], ends.put)
        assert ends.get(timeout=SOON) is End.NO_SOUND
    finally:
        speech.close()


def test_a_program_that_is_not_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert espeak.missing() == ("espeak-ng", "setpriv")
    ends: Queue[End] = Queue()
    speech = Espeak()
    assert not speech.available()
    speech.speak([Passage("Hello")], ends.put)
    assert ends.get(timeout=SOON) is End.NO_VOICE
    speech.close()


def test_sound_cards_are_seen(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    assert not espeak.has_sound_card(cards)
    cards.write_text("--- no soundcards ---\n", encoding="utf-8")
    assert not espeak.has_sound_card(cards)
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n", encoding="utf-8")
    assert espeak.has_sound_card(cards)


def test_no_voice_at_all_keeps_the_protocol() -> None:
    silent: Speech = Silent()
    ends: list[End] = []
    silent.speak([Passage("Hello")], ends.append)
    silent.stop()
    silent.close()
    assert ends == [End.NO_VOICE]
    assert not silent.available()
    assert not silent.speaks("en")
