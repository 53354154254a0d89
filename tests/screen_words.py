"""The words of the screens that a translator must be given: those marked in code, and those of our looks.

A look is a folder without code, so its name and its description cannot be marked with `N_`: they are taken
from its template.toml, and translated when they are shown (`kiosk/ui/pages/look.py`). Run as a program it
writes the catalogue to be filled in: `.venv/bin/python tests/screen_words.py > kiosk.pot`.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from babel.messages import Catalog, pofile
from babel.messages.extract import extract_from_dir

from kiosk import paths

OF_A_LOOK: Final = ("name", "description")
_KEYWORDS: Final = {"_": None, "N_": None, "ngettext": (1, 2)}

Message = tuple[int, str, str, list[str]]
"""Line, the mark around a text, the text, and notes for translators: what Babel wants of an extractor."""


def of_looks(file: IO[bytes], _keywords: object, _tags: object, **_options: Any) -> Iterator[Message]:
    """Yield what people see of a template.toml: a method of extraction for Babel."""
    text = file.read().decode()
    for key, value in tomllib.loads(text).items():
        if key in OF_A_LOOK:
            line = next(n for n, it in enumerate(text.splitlines(), 1) if re.match(rf"{key}\s*=", it))
            yield line, "N_", value, [f"The {key} of a look"]


def catalogue() -> Catalog:
    """Return all of them, with the places where they stand."""
    found = Catalog(project="resume-kiosk", charset="utf-8")
    methods: list[tuple[Path, str, Any]] = [
        (paths.ROOT / "kiosk", "**.py", "python"),
        (paths.TEMPLATES, "**/template.toml", of_looks),
    ]
    for folder, pattern, method in methods:
        for file, line, words, notes, context in extract_from_dir(
            folder, [(pattern, method)], keywords=_KEYWORDS
        ):
            place = f"{folder.name}/{file}"
            found.add(words, locations=[(place, line)], auto_comments=notes, context=context)
    return found


if __name__ == "__main__":
    pofile.write_po(sys.stdout.buffer, catalogue(), width=110, sort_by_file=True)
