"""Plain JSON values: encodings, depth, doubled keys, numbers, and the limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.strategies import json_values
from kiosk.errors import ResumeFileError
from kiosk.resume import jsontext, limits


@given(json_values(leaves=20))
def test_ordinary_json_is_read_as_everybody_reads_it(value: Any) -> None:
    assert jsontext.plain(jsontext.parse(json.dumps(value), "f")) == value


@given(json_values(leaves=20))
def test_what_any_file_can_hold_is_not_copied(value: Any) -> None:
    assert jsontext.plain(value) is value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_every_encoding_of_json_is_known_without_being_told(encoding: str) -> None:
    text, guessed = jsontext.decode('{"a": "ñ李👩"}'.encode(encoding))
    assert (text.lstrip("\ufeff"), guessed) == ('{"a": "ñ李👩"}', False)


def test_old_windows_letters_are_guessed() -> None:
    assert jsontext.decode('{"a": "Muñiz – “x”"}'.encode("cp1252")) == ('{"a": "Muñiz – “x”"}', True)
    assert jsontext.decode(b'{"a": "\x81\xff"}') == ('{"a": "ÿ"}', True)


def test_half_of_a_letter_in_utf_16_is_a_file_cut_off() -> None:
    with pytest.raises(UnicodeDecodeError):
        jsontext.decode('{"a": 1}'.encode("utf-16")[:-1])


def test_doubled_keys_are_all_kept() -> None:
    assert jsontext.parse('{"a": 1, "a": 2, "b": 0, "a": 3}', "f") == {"a": 3, "a (2)": 1, "b": 0, "a (3)": 2}
    assert jsontext.parse('{"a": 1, "a": 1}', "f") == {"a": 1}
    assert jsontext.parse('{"a (2)": 0, "a": 1, "a": 2}', "f") == {"a (2)": 0, "a": 2, "a (3)": 1}


def test_numbers_keep_what_was_typed_and_are_numbers_again_where_nobody_reads_them() -> None:
    parsed = jsontext.parse('{"score": 3.80, "small": 1e2}', "f")
    assert parsed == {"score": "3.80", "small": "1e2"}
    assert jsontext.plain(parsed) == {"score": 3.8, "small": 100.0}


def test_numbers_that_json_has_no_place_for() -> None:
    assert jsontext.parse('[NaN, Infinity, -Infinity, "NaN"]', "f") == [None, None, None, "NaN"]
    assert jsontext.plain(jsontext.parse("[1e999, -1E999]", "f")) == ["1e999", "-1E999"]
    assert jsontext.parse("9" * 5000, "f") == "9" * 5000
    assert jsontext.parse("9" * 300, "f") == int("9" * 300)
    assert jsontext.plain([float("nan"), (1,)]) == [None, [1]]


def test_lone_halves_of_letters_go_and_their_keys_stay_apart() -> None:
    assert jsontext.plain({"a\ud800": "b\udfff", "a": {"\ud800": 1}}) == {"a": "b", "a (2)": {"": 1}}


def test_many_keys_of_one_name_take_no_longer_than_others() -> None:
    keys = {f"{'a'}{chr(0xD800 + low)}{chr(0xD800 + high)}": 0 for low in range(200) for high in range(200)}
    assert len(jsontext.plain(keys)) == 40_000


@given(json_values(leaves=20))
def test_depth_is_counted(value: Any) -> None:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    deepest = max((jsontext.depth(child) for child in children), default=0)
    assert jsontext.depth(value) == (deepest + 1 if isinstance(value, dict | list) else 0)


@pytest.mark.parametrize("open_close", ["[]", '{"a":\n}'], ids=["lists", "objects"])
def test_the_limit_of_depth_is_exact(open_close: str) -> None:
    opening, closing = open_close[:-1], open_close[-1]

    def nested(levels: int) -> str:
        return opening * levels + "0" + closing * levels

    assert jsontext.depth(jsontext.parse(nested(limits.MAX_DEPTH), "f")) == limits.MAX_DEPTH
    with pytest.raises(ResumeFileError, match="more than 200 lists inside one another"):
        jsontext.parse(nested(limits.MAX_DEPTH + 1), "f")


@given(st.sampled_from(["[", "{", '\\"[', "\\\\", "\\u005b", "]"]), st.integers(190, 400))
def test_brackets_in_a_text_are_not_depth(piece: str, times: int) -> None:
    text = json.dumps([piece * times] * 3)
    assert jsontext.parse(text, "f") == [piece * times] * 3


def test_commas_in_a_text_are_not_values() -> None:
    assert jsontext.parse(json.dumps(["," * limits.MAX_VALUES]), "f") == ["," * limits.MAX_VALUES]


def test_control_characters_may_stand_in_a_text() -> None:
    assert jsontext.parse('"a\nb\tc\x00"', "f") == "a\nb\tc\x00"


@pytest.mark.parametrize(
    ("refusal", "number"),
    [
        (limits.too_large("f.json"), "5 MB"),
        (limits.too_deep("f.json"), "200"),
        (limits.too_many_values("f.json"), "100000"),
        (limits.too_long("f.json", "basics.summary"), "50000"),
        (limits.too_much_text("f.json"), "400000"),
        (limits.too_many_entries("f.json"), "600"),
        (limits.too_many_lines("f.json"), "10000"),
    ],
)
def test_every_limit_is_said_aloud(refusal: ResumeFileError, number: str) -> None:
    assert refusal.message.startswith("f.json ")
    assert number in refusal.message
    assert refusal.remedy
