"""Autosave: what it replaces, what it never touches, and where it goes on."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import DriveFull
from kiosk.storage import editable, place, syscalls
from kiosk.storage.autosave import Autosave
from kiosk.storage.folder import FolderDrives
from kiosk.storage.names import backup_name, file_name
from kiosk.storage.save import FileToSave, Receipt, SaveCancelled, save
from storage.saving import NAME, tree

FILE = file_name(NAME, "json")
SECOND = file_name(NAME, "json", 2)
UNNAMED = "My Resume"


class Sitting:
    """One sitting at a drive that is a folder."""

    def __init__(self, top: Path) -> None:
        self.source = FolderDrives(top)
        self.autosave = Autosave(self.source)
        self.top = top

    def autosaves(self, content: bytes, name: str = NAME) -> Path:
        return self.autosave.save(self.source.drives()[0], name, content)

    def opens(self, path: Path, name: str = NAME) -> None:
        (drive,) = self.source.drives()
        self.autosave.opened(drive, path, name, path.read_bytes())

    def saves(self, content: bytes, endings: tuple[str, ...] = ("pdf", "json"), name: str = NAME) -> Receipt:
        (drive,) = self.source.drives()
        files = [FileToSave(it, content if it == "json" else it.encode()) for it in endings]
        receipt = save(self.source, drive, name, files, mine=self.autosave.mine)
        self.autosave.finished(drive, name, receipt)
        return receipt


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def held(folder: Path) -> dict[str, bytes]:
    """Everything below the folder by its bare name."""
    return {Path(name).name: content for name, content in tree(folder).items()}


def test_the_first_one_makes_the_file(sitting: Sitting) -> None:
    path = sitting.autosaves(b"one")
    assert path == sitting.top / NAME / FILE
    assert held(sitting.top) == {FILE: b"one"}


def test_the_next_ones_replace_it_and_keep_one_backup(sitting: Sitting) -> None:
    for content in (b"one", b"two", b"three"):
        assert sitting.autosaves(content).name == FILE
    assert held(sitting.top) == {FILE: b"three", backup_name(FILE): b"two"}


def test_nothing_new_writes_nothing(sitting: Sitting) -> None:
    path = sitting.autosaves(b"one")
    before = path.stat()
    sitting.autosaves(b"one")
    assert path.stat() == before
    assert held(sitting.top) == {FILE: b"one"}


def test_a_file_of_another_sitting_stays(sitting: Sitting) -> None:
    Sitting(sitting.top).autosaves(b"another's")
    for content in (b"one", b"two"):
        assert sitting.autosaves(content).name == SECOND
    assert held(sitting.top) == {FILE: b"another's", SECOND: b"two", backup_name(SECOND): b"one"}


@pytest.mark.parametrize("file", [FILE, backup_name(FILE)])
@pytest.mark.parametrize(
    "plant",
    [
        Path.mkdir,
        lambda path: path.symlink_to("nowhere"),
        lambda path: path.symlink_to("../victim"),
        os.mkfifo,
    ],
    ids=["folder", "dangling link", "link", "pipe"],
)
def test_what_is_no_file_stays(sitting: Sitting, file: str, plant: Callable[[Path], object]) -> None:
    (sitting.top / "victim").write_bytes(b"v")
    (sitting.top / NAME).mkdir()
    planted = sitting.top / NAME / file
    plant(planted)
    before = planted.lstat()
    for content in (b"one", b"two"):
        assert sitting.autosaves(content).name == SECOND
    assert planted.lstat() == before
    assert (sitting.top / "victim").read_bytes() == b"v"


def test_a_lonely_backup_may_be_all_that_is_left_of_somebody_s_work(sitting: Sitting) -> None:
    (sitting.top / NAME).mkdir()
    (sitting.top / NAME / backup_name(FILE)).write_bytes(b"last year's")
    assert sitting.autosaves(b"one").name == SECOND
    assert sitting.saves(b"two").number == 2


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(b"theirs"), Path.unlink, Path.mkdir])
def test_what_another_program_did_meanwhile_stays(sitting: Sitting, change: Callable[[Path], object]) -> None:
    path = sitting.autosaves(b"one")
    if change is Path.mkdir:
        path.unlink()
    change(path)
    before = tree(sitting.top)
    again = sitting.autosaves(b"two")
    assert again == (path if change is Path.unlink else path.with_name(SECOND))
    assert again.read_bytes() == b"two"
    assert before.items() <= tree(sitting.top).items()


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_change_at_the_last_moment_is_seen_too(
    sitting: Sitting, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sitting.autosaves(b"one")
    keep = editable.keep_backup

    def keep_and_change(*arguments: object) -> None:
        keep(*arguments)  # type: ignore[arg-type]
        path.write_bytes(b"theirs")

    monkeypatch.setattr("kiosk.storage.autosave.keep_backup", keep_and_change)
    if not can_exchange:
        monkeypatch.setattr(editable, "exchange", lambda *_: False)
    assert sitting.autosaves(b"two").name == SECOND
    assert path.read_bytes() == b"theirs"
    assert held(sitting.top)[SECOND] == b"two"


def test_a_change_between_looking_and_exchanging_is_put_back(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sitting.autosaves(b"one")
    swap = syscalls.exchange

    def change_and_swap(folder: int, one: str, other: str) -> bool:
        if path.read_bytes() == b"one":
            path.write_bytes(b"theirs")
        return swap(folder, one, other)

    monkeypatch.setattr(editable, "exchange", change_and_swap)
    assert sitting.autosaves(b"two").name == SECOND
    assert path.read_bytes() == b"theirs"
    assert not [it for it in held(sitting.top) if it.endswith(".tmp")]


class TestOpened:
    def test_it_is_replaced_where_it_is_and_stays_in_the_backup(self, sitting: Sitting) -> None:
        path = Sitting(sitting.top).autosaves(b"last year's")
        sitting.opens(path)
        for content in (b"one", b"two", b"three"):
            assert sitting.autosaves(content) == path
        assert held(sitting.top) == {FILE: b"three", backup_name(FILE): b"last year's"}

    @pytest.mark.parametrize("folder", [".", "Old things"])
    def test_wherever_the_person_put_it(self, sitting: Sitting, folder: str) -> None:
        path = sitting.top / folder / file_name("Somebody Resume", "json", 3)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"last year's")
        sitting.opens(path)
        assert sitting.autosaves(b"one") == path
        assert path.read_bytes() == b"one"

    @pytest.mark.parametrize("file", ["resume.json", f"{FILE}.bak", f"{NAME}.pdf"])
    def test_a_file_that_is_not_of_our_kind_is_left_alone(self, sitting: Sitting, file: str) -> None:
        path = sitting.top / file
        path.write_bytes(b"theirs")
        sitting.opens(path)
        assert sitting.autosaves(b"one") == sitting.top / NAME / FILE
        assert path.read_bytes() == b"theirs"

    def test_under_a_new_name_it_stays_as_it_is(self, sitting: Sitting) -> None:
        path = Sitting(sitting.top).autosaves(b"last year's")
        sitting.opens(path)
        new = sitting.autosaves(b"one", "Ana Diaz Resume")
        assert new.parent.name == "Ana Diaz Resume"
        assert path.read_bytes() == b"last year's"


class TestAnotherName:
    def test_it_goes_on_there_and_nothing_is_left_behind(self, sitting: Sitting) -> None:
        for content in (b"one", b"two"):
            sitting.autosaves(content, UNNAMED)
        sitting.autosaves(b"three")
        assert tree(sitting.top) == {f"{NAME}/{FILE}": b"three"}
        assert [it.name for it in sitting.top.iterdir()] == [NAME]

    def test_what_is_not_ours_stays_in_the_old_folder(self, sitting: Sitting) -> None:
        old = sitting.autosaves(b"one", UNNAMED)
        old.with_name("letter.txt").write_bytes(b"mine")
        Sitting(sitting.top).autosaves(b"another's", UNNAMED)
        sitting.autosaves(b"two")
        assert held(sitting.top / UNNAMED) == {
            "letter.txt": b"mine",
            file_name(UNNAMED, "json", 2): b"another's",
        }

    def test_what_was_saved_for_good_stays(self, sitting: Sitting) -> None:
        sitting.autosaves(b"one", UNNAMED)
        sitting.saves(b"two", name=UNNAMED)
        sitting.autosaves(b"three")
        assert held(sitting.top / UNNAMED).keys() >= {f"{UNNAMED}.pdf", file_name(UNNAMED, "json")}

    def test_the_old_file_goes_only_when_the_new_one_is_there(
        self, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old = sitting.autosaves(b"one", UNNAMED)
        (sitting.top / NAME).mkdir()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(DriveFull):
            sitting.autosaves(b"two")
        assert tree(sitting.top) == {f"{UNNAMED}/{old.name}": b"one"}


class TestWithFinalSaves:
    def test_the_first_final_save_has_no_number(self, sitting: Sitting) -> None:
        sitting.autosaves(b"one")
        receipt = sitting.saves(b"two")
        assert receipt.number == 1
        assert held(sitting.top) == {FILE: b"two", f"{NAME}.pdf": b"pdf", backup_name(FILE): b"one"}

    def test_autosave_goes_on_in_the_file_of_the_last_final_save(self, sitting: Sitting) -> None:
        sitting.saves(b"one")
        assert sitting.saves(b"two").number == 2
        assert sitting.autosaves(b"three").name == SECOND
        assert held(sitting.top)[FILE] == b"one"

    def test_what_was_opened_is_not_taken_for_free(self, sitting: Sitting) -> None:
        """Last year's PDF stands beside it: the new files get a number of their own."""
        last_year = Sitting(sitting.top)
        last_year.saves(b"last year's")
        sitting.opens(sitting.top / NAME / FILE)
        sitting.autosaves(b"one")
        assert sitting.saves(b"two").number == 2
        assert held(sitting.top)[backup_name(FILE)] == b"last year's"

    def test_without_the_editable_file_what_autosave_made_stays(self, sitting: Sitting) -> None:
        sitting.autosaves(b"one")
        assert sitting.saves(b"", ("pdf",)).number == 1
        assert held(sitting.top) == {FILE: b"one", f"{NAME}.pdf": b"pdf"}

    def test_another_sitting_s_file_is_never_replaced(self, sitting: Sitting) -> None:
        Sitting(sitting.top).autosaves(b"another's")
        assert sitting.saves(b"two").number == 2
        assert held(sitting.top)[FILE] == b"another's"

    def test_a_final_save_that_is_not_read_back_gives_back_what_was_there(self, sitting: Sitting) -> None:
        from storage.test_save import Spoiling  # a drive that gives back something else

        sitting.autosaves(b"one")
        sitting.source = Spoiling(sitting.top, lambda docx: docx.with_suffix(".pdf").write_bytes(b"other"))
        with pytest.raises(Exception, match="did not keep"):
            sitting.saves(b"two")
        assert held(sitting.top) == {FILE: b"one", backup_name(FILE): b"one"}


def test_another_drive_gets_a_file_of_its_own_and_the_first_is_known_again(tmp_path: Path) -> None:
    tops = [tmp_path / it for it in "ab"]
    for top in tops:
        top.mkdir()
    sitting = Sitting(tops[0])
    sitting.autosaves(b"one")
    sitting.autosave._source = FolderDrives(tops[1])
    sitting.autosaves(b"two")
    sitting.autosave._source = FolderDrives(tops[0])
    sitting.autosaves(b"three")
    assert held(tops[1]) == {FILE: b"two"}
    assert held(tops[0]) == {FILE: b"three", backup_name(FILE): b"one"}


@pytest.mark.parametrize("steps", range(1, 5))
def test_cancelling_leaves_what_was_there(sitting: Sitting, steps: int) -> None:
    sitting.autosaves(b"one")
    asked = iter([False] * (steps - 1))
    (drive,) = sitting.source.drives()
    try:
        sitting.autosave.save(drive, NAME, b"two", lambda: next(asked, True))
    except SaveCancelled:
        now = held(sitting.top)
        assert now.pop(backup_name(FILE), b"one") == b"one"
        assert now == {FILE: b"one"}
    else:
        assert steps == 4
        assert held(sitting.top)[FILE] == b"two"


@pytest.mark.parametrize("opened", [True, False])
def test_leftovers_under_another_name_are_cleared(sitting: Sitting, opened: bool) -> None:
    if opened:
        sitting.opens(Sitting(sitting.top).autosaves(b"last year's"))
    left = [sitting.top / "~resume-kiosk-0123456789abcdef.tmp"]
    for folder in (UNNAMED, "Bo Lee Resume", "bo lee resume (2)", "Letters"):
        (sitting.top / folder).mkdir()
        left.append(sitting.top / folder / left[0].name)
    for it in left:
        it.write_bytes(b"half")
    sitting.autosaves(b"one")
    assert [it for it in left if it.exists()] == [sitting.top / "Letters" / left[0].name]


def test_what_was_saved_for_good_on_one_drive_stays_whatever_was_autosaved_on_another(tmp_path: Path) -> None:
    """Both have the same name, and only on the other drive it is autosave's alone."""
    red, blue = tmp_path / "red", tmp_path / "blue"
    red.mkdir()
    blue.mkdir()
    sitting = Sitting(red)
    sitting.saves(b"one")
    sitting.autosave._source = FolderDrives(blue)
    sitting.autosave.save(FolderDrives(blue).drives()[0], NAME, b"two")
    sitting.autosave._source = sitting.source
    sitting.saves(b"three")
    assert held(red)[FILE] == b"one"
    assert held(red)[SECOND] == b"three"


def test_what_is_left_elsewhere_never_spoils_a_save(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the old folder: the new file is safe, and that is what counts."""
    old = sitting.autosaves(b"one", UNNAMED)
    monkeypatch.setattr(place, "PATIENCE", 0.0)
    holder = os.open(old.parent, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        assert sitting.autosaves(b"two").read_bytes() == b"two"
    finally:
        os.close(holder)
    assert old.read_bytes() == b"one"
