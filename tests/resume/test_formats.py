"""Which e-mail and web addresses the schema lets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.resume.formats import is_email, is_uri

URIS = [
    "https://example.org",
    "http://user@example.org:8080/a%20b/c?d=e&f#g",
    "https://www.linkedin.com/in/ana-ruiz/",
    "mailto:ana@example.org",
    "urn:isbn:0451450523",
    "file:///home/x",
    "http://example.org/a,b;c=(d)*!$'+~",
]
OTHERS = [
    *(
        "",
        "example.org",
        "www.example.org",
        "//example.org",
        "/a/b",
        "https://example.org/é",
        "http://exa mple.org",
    ),
    *(
        "http://example.org/%zz",
        "http://example.org:80a/",
        "http://a@b@c/",
        "1http://x",
        "http://x/#a#b",
        "http:// ",
    ),
    *("http://x/<b>", "http://x/{a}", "http://x/\\", "http://[::1]/", "https://example.org\n", ":x", "http"),
]


@pytest.mark.parametrize("text", URIS)
def test_a_web_address_with_its_scheme_passes(text: str) -> None:
    assert is_uri(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_uri_does_not(text: str) -> None:
    assert not is_uri(text)


@given(st.from_regex(r"[a-z]{1,5}://[a-z0-9.-]{1,9}(/[a-z0-9_~%-]{0,5}){0,3}", fullmatch=True))
def test_a_percent_sign_needs_two_hexadecimal_digits(text: str) -> None:
    ends = [part[:2] for part in text.split("%")[1:]]
    assert is_uri(text) == all(len(end) == 2 and set(end) <= set("0123456789abcdef") for end in ends)


@given(st.emails())
def test_every_address_passes_that_a_mail_program_takes(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize(
    "text", ["", "ana", "@", "ana@", "@example.org", "ana @example.org", "a@b@c", "a@b\n"]
)
def test_what_is_no_address_does_not(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize(
    "text", ["a@" * 50_000, "http://" + "a%2" * 50_000, "a:" * 50_000, "http://a@" + "@" * 50_000]
)
def test_long_nonsense_ends(text: str) -> None:
    assert not is_email(text)
    assert is_uri(text) == text.startswith("a:")
