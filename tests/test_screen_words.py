"""What translators of the screens are given has the looks in it, and all that is marked."""

from __future__ import annotations

import gettext
import io

import pytest
from babel.messages import Catalog, mofile

import screen_words
from kiosk import i18n
from kiosk.i18n import _
from kiosk.render.catalogue import templates


@pytest.fixture(scope="module")
def given() -> Catalog:
    """What translators are given; a second to make."""
    return screen_words.catalogue()


def test_translators_are_given_the_words_of_every_look(given: Catalog) -> None:
    for look in templates():
        for words in (look.name, look.description):
            message = given.get(words)
            assert message is not None, words
            [(place, line)] = [it for it in message.locations if it[0].startswith("templates/")]
            assert place == f"templates/{look.id}/template.toml"
            about = (look.folder / "template.toml").read_text().splitlines()
            assert words in about[line - 1]


def test_they_are_given_what_is_marked_in_code(given: Catalog) -> None:
    assert given.get("For web forms") is not None
    assert any(isinstance(message.id, tuple) for message in given)  # what counts something
    assert len(given) > 300


def test_what_they_give_back_is_what_a_look_is_called(given: Catalog) -> None:
    for look in templates():
        message = given.get(look.name)
        assert message is not None
        message.string = f"<{look.name}>"
    file = io.BytesIO()
    mofile.write_mo(file, given)
    file.seek(0)
    i18n.use(gettext.GNUTranslations(file))
    assert [_(look.name) for look in templates()] == [f"<{look.name}>" for look in templates()]
