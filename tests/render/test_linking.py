"""Addresses in free text are links, and nothing else changes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.render.linking import link


def linked(body: str) -> str:
    root = fromstring(f"<html><body>{body}</body></html>")  # noqa: S314 - a text of this test
    link(root)
    return tostring(root[0], encoding="unicode").removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to ana@example.org.", "ana@example.org"),
        ("(ana.b+c@mail.example.org)", "ana.b+c@mail.example.org"),
        ("See https://example.org/a-b/?c=1, please", "https://example.org/a-b/?c=1"),
        ("josé@example.org", "josé@example.org"),
    ],
)
def test_an_address_becomes_a_link(text: str, address: str) -> None:
    href = address if "://" in address else f"mailto:{address}"
    before, after = text.split(address)
    assert linked(f"<p>{text}</p>") == f'<p>{before}<a href="{href}">{address}</a>{after}</p>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Sold 3 @ $5, at 5@home</p>",
        "<p>Twitter: @ana, a@b, and/or c://d</p>",
        '<p><a href="mailto:ana@example.org">ana@example.org</a> again</p>',
        "<style>@page { size: a4 }</style>",
    ],
)
def test_what_is_no_address_or_a_link_already_stays(body: str) -> None:
    assert linked(body) == body


def test_several_in_one_text_and_between_elements() -> None:
    body = "<p>a@b.org <b>x</b> c@d.org and e@f.org end</p>"
    assert linked(body) == (
        '<p><a href="mailto:a@b.org">a@b.org</a> <b>x</b> <a href="mailto:c@d.org">c@d.org</a> and '
        '<a href="mailto:e@f.org">e@f.org</a> end</p>'
    )


@given(st.lists(st.sampled_from(["Ana", " ", "a@b.org", "@", ".", "https://x.org/y", "é", "\n"])))
def test_the_words_stay_as_they_are(parts: list[str]) -> None:
    root = Element("html")
    body = Element("body")
    paragraph = Element("p")
    paragraph.text = "".join(parts)
    body.append(paragraph)
    root.append(body)
    link(root)
    assert "".join(paragraph.itertext()) == "".join(parts)
