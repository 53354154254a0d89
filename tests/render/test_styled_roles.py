"""Which style an element gets in Word."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from kiosk.render import roles


def element(tag: str, class_: str = "") -> Element:
    return Element(tag, {"class": class_} if class_ else {})


@pytest.mark.parametrize(
    ("path", "marker", "role"),
    [
        ("h1", "", "Title"),
        ("h2.big", "", "Heading 1"),
        ("h4", "", "Heading 3"),
        ("p", "", "Body Text"),
        ("div.employer", "", "Employer"),
        ("p.job_title", "", "Job Title"),
        ("p.title", "", "Title Text"),
        ("p.heading-1", "", "Heading 1 Text"),
        ("ul li", "•", "List Bullet"),
        ("ul li.x", "•", "List Bullet"),
        ("ul li ul li", "•", "List Bullet 2"),
        ("ul li ol li", "3.", "List Number 2"),
        ("ul.skills li", "", "Skills"),
        ("ul.skills li.one", "", "One"),
        ("ul li", "", "List"),
    ],
)
def test_the_style_of_a_paragraph(path: str, marker: str, role: str) -> None:
    elements = [element(*part.split(".")) for part in path.split()]
    assert roles.of_paragraph(elements, marker) == role


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("•", True),
        ("–", True),
        ("1.", True),
        ("12)", True),
        ("a", False),
        ("1", False),
        ("", False),
        ("• ", False),
    ],
)
def test_what_a_marker_is(text: str, is_one: bool) -> None:
    assert roles.is_marker(text) is is_one
