"""Opening what a person chose: it ends at once, whatever it is."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from kiosk.errors import ResumeFileError
from kiosk.resume import limits
from kiosk.resume.files import read, shown


def refusal(path: Path) -> str:
    with pytest.raises(ResumeFileError) as refused:
        read(path)
    assert refused.value.remedy
    assert "\n" not in str(refused.value)
    return refused.value.message


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    file = tmp_path / "resume.json"
    file.write_bytes(content)
    assert read(file) == content


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "resume.json").write_bytes(b"{}")
    (tmp_path / "link.json").symlink_to(tmp_path / "resume.json")
    assert read(tmp_path / "link.json") == b"{}"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "my folder").mkdir()
    assert refusal(tmp_path / "my folder") == "my folder is a folder, not a file."


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.json") == "There is no file named gone.json."
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "x.json") == "There is no file named x.json."


def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert refusal(tmp_path / "pipe.json") == "pipe.json is not a file that can be opened."


def test_a_device() -> None:
    assert refusal(Path("/dev/zero")) == "zero is not a file that can be opened."


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.json")
        assert refusal(Path("socket.json")) == "socket.json could not be opened."


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.json").symlink_to("loop.json")
    assert refusal(tmp_path / "loop.json") == "loop.json could not be opened."


def test_a_file_that_may_not_be_read() -> None:
    """Memory that is not there answers with an I/O problem, also for root."""
    assert refusal(Path("/proc/self/mem")) == "mem could not be opened."


@pytest.mark.parametrize("name", ["a\0b.json", "a" * 300 + ".json"])
def test_a_name_that_no_file_can_have(name: str) -> None:
    assert refusal(Path(name)).endswith("could not be opened.")


def test_a_file_of_30_mb(tmp_path: Path) -> None:
    with (tmp_path / "big.json").open("wb") as file:
        file.truncate(30_000_000)
    assert refusal(tmp_path / "big.json") == "big.json holds more than 5 MB, which is too much for a resume."


def test_a_file_of_just_the_limit(tmp_path: Path) -> None:
    (tmp_path / "full.json").write_bytes(b" " * limits.MAX_BYTES)
    assert len(read(tmp_path / "full.json")) == limits.MAX_BYTES


def test_a_name_is_shown_on_one_line() -> None:
    assert shown("my\nresume\x1b[0m\udc80.json") == "my resume[0m\N{REPLACEMENT CHARACTER}.json"
    assert shown("\udcff\udcfe.json") == "\N{REPLACEMENT CHARACTER}.json"
    assert shown("\x07") == "This file"
