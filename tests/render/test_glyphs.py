"""Letters that no font has are found, named and left out; a box never stands for a letter."""

from __future__ import annotations

import pytest
from invented import job, person

from kiosk.render import catalogue, glyphs, html
from kiosk.render.layout import LaidOut, lay_out
from kiosk.resume.model import Basics, Resume, Work

PRIVATE = "\ue000"
PARTY = "\U0001f389"


def laid_out(resume: Resume) -> LaidOut:
    template = catalogue.find("classic")
    page = html.fill(template, job(resume))
    return lay_out(page, folder=template.folder, stylesheets=[template.stylesheet], paper=job(resume).paper)


@pytest.mark.parametrize(
    "text",
    [
        "José Ñandú Łukasz Škoda",
        "Олена Ελένη",
        "محمد عبد الله",
        "שרה כהן",
        "मीरा देवी",
        "สมชาย",
        "王小明 山田太郎 김철수",
        "አበበ በቀለ",
        "Anh Đặng Thị Hồng",
        "“quoted” – dash … • ½ € ™ → ✓ ★ №",
    ],
)
def test_every_common_alphabet_has_its_letters(text: str) -> None:
    assert laid_out(person(name=text)).missing == frozenset()


def test_a_letter_that_no_font_has_is_named_with_its_place() -> None:
    resume = Resume(
        basics=Basics(name="Ana"),
        work=(Work(position="Clerk", highlights=("Sold", f"Won {PRIVATE} twice {PRIVATE}")),),
    )
    missing = laid_out(resume).missing
    assert missing == {PRIVATE}
    [notice] = glyphs.notices(resume, missing)
    assert (notice.code, notice.where) == ("missing-letter", "work[0].highlights[1]")
    assert PRIVATE in notice.message
    assert "U+E000" in notice.message


def test_the_name_of_a_letter_is_its_unicode_name() -> None:
    [notice] = glyphs.notices(person(name=f"Ana {PARTY}"), {PARTY})
    assert f"{PARTY} (U+1F389 PARTY POPPER)" in notice.message
    assert notice.where == "basics.name"


def test_letters_are_named_in_the_order_of_the_page_and_once_each() -> None:
    resume = person(name=f"Ana {PARTY}", summary=f"{PARTY} {PRIVATE}")
    found = glyphs.notices(resume, {PRIVATE, PARTY, "x"})
    assert [notice.where for notice in found] == ["basics.name", "basics.summary", ""]


def test_without_them_the_page_has_all_its_letters() -> None:
    resume = person(name=f"Ana {PRIVATE}Vale", summary=f"Fast {PRIVATE}\u200d{PRIVATE}\ufe0f cook")
    clean = glyphs.without(resume, {PRIVATE})
    assert clean.basics.name == "Ana Vale"
    assert clean.basics.summary.split() == ["Fast", "cook"]
    assert laid_out(clean).missing == frozenset()


def test_joiners_that_belong_to_other_letters_stay() -> None:
    persian = "می\u200cخواهم و \u200d"
    assert glyphs.without(person(name=f"{persian} x"), {PRIVATE}).basics.name == f"{persian} x"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"a{PARTY}\u0301b", "ab"),
        (f"e\u0301{PARTY}", "e\u0301"),
        (f"a\u0301{PARTY}\ufe0f\u200d{PARTY}b", "a\u0301b"),
        (f"1\ufe0f{PARTY}", "1"),
        (f"{PARTY}\U0001f3fdx", "\U0001f3fdx"),
        ("क\u093f", "क\u093f"),
        (f"x{PRIVATE} {PARTY}y", "x y"),
    ],
)
def test_signs_go_with_the_letter_they_stood_on(text: str, left: str) -> None:
    assert glyphs.without(person(name=text), {PARTY, PRIVATE}).basics.name == left


def test_a_sign_alone_leaves_its_letter() -> None:
    assert glyphs.without(person(name="e\u20e3\u0301 x"), {"\u20e3"}).basics.name == "e\u0301 x"


def test_characters_without_a_meaning_are_left_out_even_where_a_font_has_one() -> None:
    resume = person(name="Ana \ue001\U000f0000", summary="plain")
    assert glyphs.absent(resume, frozenset("x")) == {"\ue001", "\U000f0000", "x"}
    assert glyphs.absent(person(), frozenset()) == frozenset()


def test_a_text_of_nothing_else_vanishes_with_its_entry() -> None:
    resume = Resume(work=(Work(position="Clerk"), Work(highlights=(PRIVATE, f"{PRIVATE}{PARTY}"))))
    assert glyphs.without(resume, {PRIVATE, PARTY}) == Resume(work=(Work(position="Clerk"),))


def test_signs_that_patterns_use_are_letters_too() -> None:
    assert glyphs.without(person(name="a]b^c-d\\e"), set("]^-\\")).basics.name == "abcde"
