"""Lines to tick: right with and without their blanks, in both tenses, and nothing but what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.lines import Box, Level, Line, Malformed, Tense, Words, blanks, fill, parts

PICKED = Line(
    past="Picked and packed orders[, about {number} a shift]",
    now="Pick and pack orders[, about {number} a shift]",
    level=Level.WORKED,
)

words = st.text(
    st.characters(exclude_characters="[]{}", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20
)
names = st.sampled_from(["number", "ages", "tools", "of which"])


class TestALine:
    def test_without_its_blank_it_reads_as_if_there_were_none(self) -> None:
        assert PICKED.text(Tense.PAST) == "Picked and packed orders"
        assert PICKED.text(Tense.NOW, {"number": "  "}) == "Pick and pack orders"

    def test_filled_it_says_what_was_filled_in(self) -> None:
        assert PICKED.text(Tense.NOW, {"number": " 90 "}) == "Pick and pack orders, about 90 a shift"

    def test_a_screen_gets_words_and_a_box_in_order(self) -> None:
        assert PICKED.parts(Tense.PAST) == (
            Words("Picked and packed orders"),
            Words(", about ", needs="number"),
            Box("number"),
            Words(" a shift", needs="number"),
        )
        assert PICKED.blanks == ("number",)

    def test_what_is_in_the_middle_leaves_no_double_space(self) -> None:
        line = "Led the crew[, {number} people,] during a shift"
        assert fill(line, {}) == "Led the crew during a shift"
        assert fill(line, {"number": "4"}) == "Led the crew, 4 people, during a shift"

    def test_what_is_filled_in_is_never_read_as_a_pattern(self) -> None:
        assert (
            fill("Used tools[, such as {tools}]", {"tools": "{number} [saws]"})
            == "Used tools, such as {number} [saws]"
        )

    @pytest.mark.parametrize(
        "wrong",
        [
            "Served {number} people",
            "Served people[ a day]",
            "Served people[, {number} to {most}]",
            "Served people[, about {number}",
            "Served people], about {number}",
            "Served people[[{number}]]",
            "Cleaned rooms[, {number} a day][ on {number} floors]",
        ],
    )
    def test_what_could_not_be_left_out_is_refused(self, wrong: str) -> None:
        with pytest.raises(Malformed):
            parts(wrong)

    def test_both_tenses_have_the_same_blanks(self) -> None:
        with pytest.raises(Malformed, match="different blanks"):
            Line(past="Cleaned rooms[, {number} a day]", now="Clean rooms")


class TestLaws:
    @given(words, words, words, names, words)
    def test_filling_is_the_parts_put_together(
        self, plain: str, before: str, after: str, name: str, value: str
    ) -> None:
        pattern = f"{plain}[{before}{{{name}}}{after}]"
        assert blanks(pattern) == (name,)
        assert fill(pattern, {}) == " ".join(plain.split())
        shown = value.strip()
        whole = f"{plain}{before}{shown}{after}" if shown else plain
        assert fill(pattern, {name: value}) == " ".join(whole.split())

    @given(st.text(st.sampled_from("ab []{}"), max_size=30))
    def test_any_text_is_a_pattern_or_refused(self, text: str) -> None:
        try:
            found = parts(text)
        except Malformed:
            return
        assert "".join(part.text if isinstance(part, Words) else f"{{{part.blank}}}" for part in found) == (
            text.replace("[", "").replace("]", "")
        )
