"""What the files on the drive are called: NAME of the contract, made from the person's name.

The result is legal on FAT32, exFAT, NTFS and every Unix file system and is taken by web forms that refuse
all but plain letters: only `A-Z a-z 0-9`, hyphens between words, and single spaces. No dot is left, so no
program mistakes a part of it for an ending, and because the last word is "Resume" it can be neither a
device name of Windows (CON, NUL, COM1) nor end in a dot or space.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ENDINGS: Final = ("pdf", "docx", "txt", "json")
"""The endings of the files of one save."""

NO_NAME_YET: Final = "My Resume"
"""NAME until the person has given a name."""

LONGEST_PERSON: Final = 60
"""Characters of the person's part. The whole path then stays under the 260 that Windows programs take:
the folder, the longest file name in it (NAME, 32 characters, a number, an ending) and the drive's letter."""

BACKUP: Final = ".bak"
"""What is added to the name of an editable file for the earlier copy that autosave keeps."""

_EDITABLE: Final = " - open me in the resume kiosk"
_LAST_WORD: Final = "Resume"
_OURS: Final = re.compile(r"\bResume( \(\d+\))?$", re.IGNORECASE)
_SILENT: Final = re.compile(r"[.`'\u2018\u2019\u02bb\u02bc\u00b4]")
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9-]+")
_HYPHENS: Final = re.compile(r"-{2,}")


def resume_name(person_name: str) -> str:
    """Return NAME for this person: `Ana Núñez` gives `Ana Nunez Resume`; `My Resume` without a usable name.

    A name that ends in "Resume" already is left so; the result of this function gives itself.
    """
    words = _plain_words(person_name)
    if words and words[-1].casefold() == _LAST_WORD.casefold():
        words.pop()
    person = _shortened(words)
    return f"{person} {_LAST_WORD}" if person else NO_NAME_YET


def file_name(name: str, ending: str, number: int = 1) -> str:
    """Return the file name of one format in the save with this free number; number 1 is not written.

    The JSON file says what it is for, because a person meets it among the others and cannot read it.
    """
    stem = name + _EDITABLE if ending == "json" else name
    return f"{stem}{_numbered(number)}.{ending}"


def file_names(name: str, number: int = 1) -> tuple[str, ...]:
    """Return the names of all four files, in the order of ENDINGS."""
    return tuple(file_name(name, ending, number) for ending in ENDINGS)


def backup_name(editable: str) -> str:
    """Return what the earlier copy of this editable file is called."""
    return editable + BACKUP


def is_editable(file: str) -> bool:
    """Whether a file of this name is one of our editable files, whatever its number."""
    return _EDITABLE in file and file.endswith(".json")


def bare_name(file: str) -> str:
    """Return what a file is called without its ending and without what tells a person to open it here."""
    stem = file.removesuffix(BACKUP)
    head, dot, _ending = stem.rpartition(".")
    return (head if dot else stem).replace(_EDITABLE, "")


def is_called_like_ours(file: str) -> bool:
    """Whether a file is called as one of a save is: `... Resume.pdf`, `... Resume (2).docx`."""
    return _OURS.search(bare_name(file)) is not None


def folder_name(name: str, number: int = 1) -> str:
    """Return the name of the folder; a number only where something that is no folder has the name."""
    return f"{name}{_numbered(number)}"


def needs_confirmation(person_name: str) -> bool:
    """Whether the name was not (all) written in Latin letters, so that the person should see NAME first."""
    letters = [char for char in person_name if unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo")]
    if not letters:
        return bool(person_name.strip())
    return not all(_is_latin(char) for char in letters)


def same_name(name: str) -> str:
    """Return what two names share when FAT, NTFS or macOS would take them for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _is_latin(char: str) -> bool:
    """The Unicode names of Latin letters say so; the two ordinal signs of Spanish are the exception."""
    return "LATIN" in unicodedata.name(char, "") or char in "ªº"


def _plain_words(text: str) -> list[str]:
    """Transliterate letters and digits to ASCII; everything else separates words or vanishes."""
    from anyascii import anyascii  # its tables are read when a name is there to be spelled

    spelled = anyascii("".join(map(_letter_or_space, unicodedata.normalize("NFC", text))))
    words = _NOT_PLAIN.sub(" ", _SILENT.sub("", spelled)).split()
    return [word for word in (_HYPHENS.sub("-", word).strip("-") for word in words) if word]


def _letter_or_space(char: str) -> str:
    """Keep what names are spelled with. Pictures go before anyascii would spell them out (`:grinning:`)."""
    category = unicodedata.category(char)
    if category[0] in "LMN" or category == "Pd" or _SILENT.match(char):
        return char
    return "" if category == "Cf" else " "


def _shortened(words: list[str]) -> str:
    """Keep whole words while they fit; a first word that is too long is cut."""
    kept = words[0][:LONGEST_PERSON].rstrip("-") if words else ""
    for word in words[1:]:
        if len(kept) + 1 + len(word) > LONGEST_PERSON:
            break
        kept = f"{kept} {word}"
    return kept


def _numbered(number: int) -> str:
    return f" ({number})" if number > 1 else ""
