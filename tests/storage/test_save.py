"""The safe writer on folders: what it leaves there, what it never touches, and what it says."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import DriveReadOnly, NotADrive, NotVerified, TooSlow
from kiosk.storage.drive import Drive
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import ENDINGS, file_names, same_name
from kiosk.storage.save import FileToSave, LeftOut, Receipt, SaveCancelled, SaveState, Verification, save
from storage.saving import NAME, save_into, tree


def test_the_receipt_says_what_is_on_the_drive(tmp_path: Path, files: list[FileToSave]) -> None:
    receipt = save_into(tmp_path, files)
    assert receipt.folder == tmp_path / NAME
    assert receipt.number == 1
    assert [it.ending for it in receipt.files] == ["pdf", "docx", "txt", "json"]
    assert [it.path.name for it in receipt.files] == list(file_names(NAME))
    for saved, given_file in zip(receipt.files, files, strict=True):
        assert saved.path.is_absolute()
        assert saved.path.read_bytes() == given_file.content
        assert saved.size == len(given_file.content)
        assert saved.sha256 == hashlib.sha256(given_file.content).hexdigest()
    assert receipt.verification.sentence.endswith(".")
    assert len(tree(tmp_path)) == 4


def test_an_empty_file_and_no_file_at_all_are_saved_too(tmp_path: Path) -> None:
    receipt = save_into(tmp_path, [FileToSave("txt", b"")])
    assert receipt.files[0].path.read_bytes() == b""
    assert save_into(tmp_path, []).files == ()


def test_a_file_larger_than_every_buffer(tmp_path: Path) -> None:
    content = os.urandom(3 * 1024 * 1024 + 1)
    assert save_into(tmp_path, [FileToSave("pdf", content)]).files[0].path.read_bytes() == content


def test_states_come_in_order(tmp_path: Path, files: list[FileToSave]) -> None:
    seen: list[SaveState] = []
    source = FolderDrives(tmp_path)
    save(source, source.drives()[0], NAME, files, on_state=seen.append)
    assert seen == list(SaveState)


def test_versions_stand_side_by_side(tmp_path: Path, files: list[FileToSave]) -> None:
    first = save_into(tmp_path, files)
    second = save_into(tmp_path, [FileToSave(it.ending, b"new") for it in files])
    assert (first.number, second.number) == (1, 2)
    assert [it.path.name for it in second.files] == list(file_names(NAME, 2))
    assert [it.path.read_bytes() for it in first.files] == [it.content for it in files]


def test_one_number_serves_all_files_and_belongs_to_one_save(tmp_path: Path, files: list[FileToSave]) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / f"{NAME}.txt").write_text("mine")
    assert save_into(tmp_path, files).number == 2
    pdf, docx = files[:2]
    assert [save_into(tmp_path, [pdf]).number, save_into(tmp_path, [docx]).number] == [3, 4]


existing_names = st.sets(
    st.one_of(
        st.builds(
            lambda n, i, case: case(file_names(NAME, n)[i]),
            st.integers(1, 4),
            st.integers(0, 3),
            st.sampled_from([str, str.upper, str.lower, str.title]),
        ),
        st.text(st.characters(categories=["L", "N"], codec="utf-8"), min_size=1, max_size=20),
    ),
    max_size=12,
)


@given(existing_names)
def test_whatever_is_there_stays_as_it_is(existing: set[str]) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as top:  # in memory: a hundred saves are quick
        folder = Path(top) / NAME
        folder.mkdir()
        for number, name in enumerate(existing):
            (folder / name).write_text(str(number))
        before = tree(Path(top))
        receipt = save_into(Path(top), [FileToSave("pdf", b"p"), FileToSave("json", b"j")])
        after = tree(Path(top))
        new = {f"{NAME}/{it.path.name}" for it in receipt.files}
        assert before == {name: content for name, content in after.items() if name not in new}
        assert not {same_name(it) for it in new} & {same_name(it) for it in before}


def test_a_folder_whose_name_differs_by_case_is_the_same_folder(
    tmp_path: Path, files: list[FileToSave]
) -> None:
    (tmp_path / NAME.upper()).mkdir()
    assert save_into(tmp_path, files).folder == tmp_path / NAME.upper()


def test_a_link_in_the_folder_s_place_is_not_followed(tmp_path: Path, files: list[FileToSave]) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    top = tmp_path / "top"
    top.mkdir()
    (top / NAME).symlink_to(victim)
    receipt = save_into(top, files)
    assert list(victim.iterdir()) == []
    assert receipt.folder == top / f"{NAME} (2)"
    assert (top / NAME).readlink() == victim


def test_a_file_in_the_folder_s_place_is_left_alone(tmp_path: Path, files: list[FileToSave]) -> None:
    (tmp_path / NAME).write_text("mine")
    assert save_into(tmp_path, files).folder == tmp_path / f"{NAME} (2)"
    assert (tmp_path / NAME).read_text() == "mine"


@pytest.mark.parametrize("target", ["../victim", "nowhere"])
def test_a_link_in_a_file_s_place_is_not_followed(
    tmp_path: Path, files: list[FileToSave], target: str
) -> None:
    (tmp_path / "victim").write_text("v")
    (tmp_path / NAME).mkdir()
    link = tmp_path / NAME / f"{NAME}.pdf"
    link.symlink_to(target)
    assert save_into(tmp_path, files).number == 2
    assert (tmp_path / "victim").read_text() == "v"
    assert str(link.readlink()) == target


def test_the_folder_that_the_person_names_may_be_a_link(tmp_path: Path, files: list[FileToSave]) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    save_into(tmp_path / "link", files)
    assert (tmp_path / "real" / NAME / f"{NAME}.pdf").is_file()


@pytest.mark.parametrize("steps", range(1, 8))
def test_cancelling_leaves_nothing(tmp_path: Path, files: list[FileToSave], steps: int) -> None:
    asked = iter([False] * (steps - 1))
    source = FolderDrives(tmp_path)
    try:
        save(source, source.drives()[0], NAME, files, cancelled=lambda: next(asked, True))
    except SaveCancelled:
        assert list(tmp_path.iterdir()) == []
    else:
        assert len(tree(tmp_path)) == 4
        assert steps > len(files)


def test_a_missing_folder_a_file_and_a_read_only_folder(tmp_path: Path, files: list[FileToSave]) -> None:
    file = tmp_path / "file"
    file.write_text("")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for place, problem in ((tmp_path / "no", NotADrive), (file, NotADrive), (closed, DriveReadOnly)):
        with pytest.raises(problem) as said:
            save_into(place, files)
        assert str(place) in said.value.message
        assert said.value.remedy
        assert said.value.exit_status == 3
    assert list(closed.iterdir()) == []


def test_names_taken_between_looking_and_renaming_mean_another_number(
    tmp_path: Path, files: list[FileToSave], monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = tmp_path / NAME / f"{NAME}.txt"
    listdir = os.listdir

    def list_then_plant(folder: int) -> list[str]:
        entries = listdir(folder)
        if planted.parent.is_dir() and any(it.endswith(".tmp") for it in entries) and not planted.exists():
            planted.write_text("other program")
        return entries

    monkeypatch.setattr(os, "listdir", list_then_plant)
    assert save_into(tmp_path, files).number == 2
    assert planted.read_text() == "other program"
    assert len(tree(tmp_path)) == 5


def test_saves_at_the_same_time_get_numbers_of_their_own(tmp_path: Path, files: list[FileToSave]) -> None:
    receipts: list[Receipt] = []
    threads = [threading.Thread(target=lambda: receipts.append(save_into(tmp_path, files))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(it.number for it in receipts) == [1, 2, 3, 4]
    assert len(tree(tmp_path)) == 16


class Spoiling(FolderDrives):
    """A drive that gives back something else after it was taken out and put in."""

    def __init__(self, folder: Path, spoil: Callable[[Path], object]) -> None:
        super().__init__(folder)
        self._spoil = spoil

    def remount(self, drive: Drive, /) -> Drive | None:
        assert drive.mount is not None
        self._spoil(drive.mount / NAME / f"{NAME}.docx")
        return drive


def flip(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize(
    "spoil", [flip, Path.unlink, lambda file: os.truncate(file, 100), lambda file: file.write_bytes(b"")]
)
def test_what_reads_back_differently_is_told_and_not_left(
    tmp_path: Path, files: list[FileToSave], spoil: Callable[[Path], object]
) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "letter.txt").write_text("mine")
    source = Spoiling(tmp_path, spoil)
    with pytest.raises(NotVerified, match=f"{NAME}.docx"):
        save(source, source.drives()[0], NAME, files)
    assert tree(tmp_path) == {f"{NAME}/letter.txt": b"mine"}


def test_read_back_after_mounting_again_counts_as_the_medium(tmp_path: Path, files: list[FileToSave]) -> None:
    source = Spoiling(tmp_path, lambda _file: None)
    assert save(source, source.drives()[0], NAME, files).verification is Verification.MEDIUM


class Unmounted(FolderDrives):
    """A drive that somebody unmounted: its mount point is an ordinary folder of the computer."""

    def mount(self, drive: Drive, /) -> Drive:
        return replace(super().mount(drive), device="/dev/sdz1", label="STICK", is_folder=False)


def test_nothing_is_written_into_an_empty_mount_point(tmp_path: Path, files: list[FileToSave]) -> None:
    source = Unmounted(tmp_path)
    with pytest.raises(NotADrive, match="STICK"):
        save(source, source.drives()[0], NAME, files)
    assert list(tmp_path.iterdir()) == []


class TestAFormatThatCouldNotBeMade:
    WORD = LeftOut("docx", TooSlow("The Word file took too long.", "Try again."))

    def test_the_others_are_saved_and_it_is_named(self, tmp_path: Path, files: list[FileToSave]) -> None:
        source = FolderDrives(tmp_path)
        made = [it for it in files if it.ending != "docx"]
        receipt = save(source, source.drives()[0], NAME, made, left_out=[self.WORD])
        assert [it.ending for it in receipt.files] == ["pdf", "txt", "json"]
        assert receipt.left_out == (self.WORD,)
        assert receipt.lacks == "The Word file could not be made. Everything else is saved."
        assert save_into(tmp_path, files).lacks == ""

    def test_its_number_stays_free_for_it_alone(self, tmp_path: Path, files: list[FileToSave]) -> None:
        source = FolderDrives(tmp_path)
        save(source, source.drives()[0], NAME, files[:1], left_out=[self.WORD])
        assert save_into(tmp_path, files).number == 2

    def test_when_none_could_be_made_nothing_is_written(self, tmp_path: Path) -> None:
        source = FolderDrives(tmp_path)
        with pytest.raises(TooSlow):
            save(source, source.drives()[0], NAME, [], left_out=[self.WORD])
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_each_format_has_a_sentence(self, ending: str) -> None:
        assert "could not be made" in LeftOut(ending, self.WORD.problem).sentence
