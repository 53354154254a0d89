"""The words of the pages: those that code and templates use, and those of each language's catalogue.

Run as a program it names what each catalogue lacks, and what it has for nobody:
`.venv/bin/python tests/render/page_words.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import Catalog, mofile, pofile
from babel.messages.extract import extract_from_dir

from kiosk import paths

LANGUAGES = ("ar", "es", "fr", "ko", "pt", "ru", "tl", "vi", "zh")
"""Those of a page, besides English."""


def wanted() -> set[str]:
    """Return the texts that a page may need, in English."""
    found = _words(paths.ROOT / "kiosk" / "render", "*.py", "python", "N_")
    for folder in (paths.PAGE, paths.TEMPLATES):
        found |= _words(folder, "**/*.j2", "jinja2.ext:babel_extract", "_")
    return found


def read(language: str) -> Catalog:
    """Return a catalogue as it was written."""
    with (paths.ROOT / "assets" / "locale" / language / "LC_MESSAGES" / "resume.po").open("rb") as source:
        return pofile.read_po(source, language, abort_invalid=True)


def compile_all(folder: Path) -> None:
    """Write all catalogues into a folder, as the program reads them."""
    for language in LANGUAGES:
        place = folder / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        with (place / "resume.mo").open("wb") as target:
            mofile.write_mo(target, read(language))


def _words(folder: Path, pattern: str, method: str, keyword: str) -> set[str]:
    found = extract_from_dir(folder, [(pattern, method)], keywords={keyword: None})
    return {str(message) for _file, _line, message, _comments, _context in found}


def _tell() -> None:
    needed = wanted()
    for language in LANGUAGES:
        there = {str(message.id) for message in read(language) if message.id}
        for word in sorted(needed - there):
            sys.stdout.write(f"{language} lacks: {word}\n")
        for word in sorted(there - needed):
            sys.stdout.write(f"{language} has for nobody: {word}\n")


if __name__ == "__main__":
    _tell()
