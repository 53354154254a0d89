"""What is done to a drive, and the law that holds whatever happens meanwhile.

No wrong receipt, no half file under a final name, no older file harmed, temporary files gone or cleared by
the next save.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import DriveError
from kiosk.storage.autosave import Autosave
from kiosk.storage.drive import DriveSource
from kiosk.storage.names import backup_name, file_name
from kiosk.storage.place import TEMPORARY
from kiosk.storage.save import FileToSave, SaveState, save
from storage.saving import tree

NAME = "Ana Rey Resume"
EDITABLE_2 = f"{NAME}/{file_name(NAME, 'json', 2)}"
"""What autosave makes beside the older files."""
OTHER = "Photos/cat.jpg"

Tree = dict[str, bytes]


def content(what: str, ending: str) -> bytes:
    """A few blocks that differ by save and file, and fill no block."""
    size = {"pdf": 61_001, "docx": 30_007, "txt": 1_999, "json": 9_097}[ending]
    seed = f"{what} {ending} ".encode()
    return (seed * (size // len(seed) + 1))[:size]


def files(what: str) -> list[FileToSave]:
    return [FileToSave(ending, content(what, ending)) for ending in ("pdf", "docx", "txt", "json")]


@dataclass
class Patron:
    """A sitting at a drive that holds older things; `steps` hears of each state of a save."""

    source: DriveSource
    top: Path
    steps: Callable[[SaveState], None] = lambda _state: None
    autosave: Autosave = field(init=False)
    receipts: int = 0

    def __post_init__(self) -> None:
        self.autosave = Autosave(self.source)

    def bring_older_things(self) -> None:
        """A picture, and the files of an earlier save by another sitting."""
        (self.top / OTHER).parent.mkdir()
        (self.top / OTHER).write_bytes(b"cat" * 5000)
        save(self.source, self.source.drives()[0], NAME, files("older"))

    def saves(self, what: str = "new") -> None:
        (drive,) = self.source.drives()
        save(self.source, drive, NAME, files(what), on_state=self.steps, mine=self.autosave.mine)
        self.receipts += 1

    def autosaves(self, what: str = "new") -> None:
        (drive,) = self.source.drives()
        self.autosave.save(drive, NAME, content(what, "json"))
        self.receipts += 1


Doing = Callable[[Patron, str], None]
DOINGS: dict[str, Doing] = {
    "save": Patron.saves,
    "autosave": Patron.autosaves,
    "save after autosave": Patron.saves,
}


def prepared(doing: str, patron: Patron) -> Tree:
    """Bring the drive into the state in which the fault meets it; returns what is on it then."""
    patron.bring_older_things()
    if doing != "save":
        patron.autosaves("first")
    patron.receipts = 0
    return tree(patron.top)


def attempted(doing: str, patron: Patron, *, expect: bool | None = False) -> DriveError | None:
    """Do it; what came of it must be a receipt or one plain sentence, as expected (None: either)."""
    problem: DriveError | None = None
    try:
        DOINGS[doing](patron, "new")
    except DriveError as error:
        problem = error
    if problem is not None:
        assert str(patron.top) in problem.message
        assert problem.remedy
    if expect is not None:
        assert (problem is None) is expect, f"unexpected: {problem}"
    return problem


def wanted(doing: str) -> Tree:
    """The files that the receipt speaks of, under the names they get beside the older ones."""
    endings = ("json",) if doing == "autosave" else ("pdf", "docx", "txt", "json")
    return {f"{NAME}/{file_name(NAME, it, 2)}": content("new", it) for it in endings}


def judge(doing: str, before: Tree, now: Tree, *, receipt: bool, obeys: bool = False) -> None:
    """Hold what is on the drive now against the law; `obeys`: the drive could still be cleaned up."""
    final = {name: it for name, it in now.items() if not TEMPORARY.fullmatch(Path(name).name)}
    new = wanted(doing)
    replaced = {EDITABLE_2} & before.keys()
    backup = {backup_name(it): before[it] for it in replaced}
    for name, older in before.items():
        allowed = {older, new[name]} if name in replaced else {older}
        assert final.get(name) in allowed, f"an older file was harmed: {name}"
    for name in final.keys() - before.keys():
        assert final[name] in (new.get(name), backup.get(name)), f"half a file under a final name: {name}"
    if receipt:
        assert new.items() <= final.items(), "a receipt for what is not there"
    if obeys:
        assert final == now, "a temporary file is left though the drive obeys"
    if obeys and not receipt and doing != "autosave":
        left = {name: it for name, it in final.items() if name not in backup}
        assert left == before, "something is left of a save that did not succeed"


def next_one_is_well(doing: str, patron: Patron, before: Tree) -> None:
    """The next one succeeds and clears what was left."""
    patron.steps = lambda _state: None
    DOINGS[doing](patron, "next")
    now = tree(patron.top)
    assert not [name for name in now if TEMPORARY.fullmatch(Path(name).name)]
    assert content("next", "json") in now.values()
    untouched = {name for name in before if name not in wanted(doing)}
    assert {name: now.get(name) for name in untouched} == {name: before[name] for name in untouched}
