"""NAME and the file names: laws for any person's name, and names of real people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.storage.names import (
    ENDINGS,
    NO_NAME_YET,
    file_name,
    file_names,
    folder_name,
    needs_confirmation,
    resume_name,
    same_name,
)

WINDOWS_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}

any_name = st.one_of(
    st.text(),
    st.text(st.characters(categories=["L", "M", "P", "S", "Z", "Cc", "Cf", "Cs"])),
    st.text(alphabet="aA .-_~'’/\\:*?\"<>|\x00\x1f\n()&", max_size=300),
    st.sampled_from(sorted(WINDOWS_DEVICES)),
    st.text(alphabet="ﷺﷻ㍿", min_size=1, max_size=40),
)


@given(any_name, st.integers(1, 9999))
def test_every_name_is_legal_everywhere(person: str, number: int) -> None:
    name = resume_name(person)
    for entry in (folder_name(name, number), *file_names(name, number)):
        assert entry.isascii()
        assert entry.isprintable()
        assert not set(entry) & set('<>:"/\\|?*')
        assert entry == entry.strip(" .")
        assert entry[0] not in "-~"
        assert "  " not in entry
        assert entry.split(".")[0].strip().upper() not in WINDOWS_DEVICES
    assert re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?: [A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*", name)
    assert name.endswith("Resume")


@given(any_name)
def test_the_whole_path_stays_short_enough_for_windows(person: str) -> None:
    name = resume_name(person)
    longest = max(file_names(name, 9999), key=len)
    assert len(f"E:\\{folder_name(name, 99)}\\{longest}") < 260
    assert len(longest) <= 255


@given(any_name)
def test_a_name_made_once_is_not_changed_again(person: str) -> None:
    name = resume_name(person)
    assert resume_name(name) == name


@given(any_name, st.integers(1, 50), st.integers(1, 50))
def test_different_numbers_are_different_files_on_every_file_system(
    person: str, one: int, other: int
) -> None:
    name = resume_name(person)
    first, second = ({same_name(it) for it in file_names(name, number)} for number in (one, other))
    assert len(first) == len(ENDINGS)
    assert (first == second) if one == other else not first & second


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("First Last", "First Last Resume"),
        ("  first   last ", "first last Resume"),
        ("José Núñez", "Jose Nunez Resume"),
        ("Jose\u0301 Nun\u0303ez", "Jose Nunez Resume"),
        ("Đặng Thị Hương", "Dang Thi Huong Resume"),
        ("Groß-Łukasz Ørsted", "Gross-Lukasz Orsted Resume"),
        ("Siobhán O’Brien", "Siobhan OBrien Resume"),
        ("Mary–Jane Watson", "Mary-Jane Watson Resume"),
        ("J.R.R. Smith, Jr.", "JRR Smith Jr Resume"),
        ("Robert (Bob) Smith", "Robert Bob Smith Resume"),
        ("Иван Петров", "Ivan Petrov Resume"),
        ("山田太郎", "ShanTianTaiLang Resume"),
        ("CON", "CON Resume"),
        ("nul.", "nul Resume"),
        ("-rf ~ /", "rf Resume"),
        ("../../etc/passwd", "etc passwd Resume"),
        ("Ana\tLuz\nRey\x00", "Ana Luz Rey Resume"),
        ("\u202eevil\u202c", "evil Resume"),
        ("Jane Doe Resume", "Jane Doe Resume"),
        ("x" * 300, "x" * 60 + " Resume"),
        ("word " * 40, "word " * 12 + "Resume"),
    ],
)
def test_names_of_people(person: str, name: str) -> None:
    assert resume_name(person) == name


@pytest.mark.parametrize(
    "person", ["", "   ", "...", "- - -", "😀🎉", "\u200b\u200d", "/\\:", "\x00", "Resume"]
)
def test_without_a_name_that_can_be_spelled_it_is_my_resume(person: str) -> None:
    assert resume_name(person) == NO_NAME_YET


def test_the_four_files_are_named_as_promised() -> None:
    assert file_names("First Last Resume") == (
        "First Last Resume.pdf",
        "First Last Resume.docx",
        "First Last Resume.txt",
        "First Last Resume - open me in the resume kiosk.json",
    )
    assert file_name("First Last Resume", "pdf", 2) == "First Last Resume (2).pdf"
    assert (
        file_name("First Last Resume", "json", 2)
        == "First Last Resume - open me in the resume kiosk (2).json"
    )


@pytest.mark.parametrize(
    "person",
    ["", "First Last", "José Núñez", "Đặng Thị", "Ngũgĩ wa Thiong’o", "ʻOkina Kalā", "Mª José", "ＡＢ"],
)
def test_latin_names_are_not_asked_about(person: str) -> None:
    assert not needs_confirmation(person)


@pytest.mark.parametrize("person", ["Иван Петров", "山田 Taro", "محمد", "Νίκος", "สมชาย", "😀", "50", "---"])
def test_names_in_other_letters_are_shown_first(person: str) -> None:
    assert needs_confirmation(person)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Résumé.PDF", "re\u0301sume\u0301.pdf"), ("STRASSE", "straße"), ("\u212aim Resume", "kim resume")],
)
def test_names_that_other_systems_take_for_one(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)
