"""Passages as espeak-ng takes them: which voice reads them, and what its signs would do to the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kiosk.speech.types import Passage

VOICES = {
    "en": "en-us",
    "es": "es-419",
    "zh": "cmn",
    "vi": "vi",
    "ar": "ar",
    "fr": "fr-fr",
    "ko": "ko",
    "ru": "ru",
    "pt": "pt-br",
    "ht": "ht",
}
"""The voice for each language, as `espeak-ng --voices` of 1.51 lists them; none for Tagalog, Somali."""

_ENDS = tuple(".!?:;…。！？؟")


def voice(language: str) -> str:
    """Return the voice for a language by its code (`pt`, `pt_BR`), "" when there is none."""
    return VOICES.get(re.split("[-_]", language.lower())[0], "")


def by_voice(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Yield voices with what each reads, in order; what no voice can read is left out."""
    wanted = [(voice(passage.language), plain(passage.text)) for passage in passages]
    readable = [(name, text) for name, text in wanted if name and text]
    for name, group in groupby(readable, key=lambda one: one[0]):
        yield name, "\n".join(text for _name, text in group)


def plain(text: str) -> str:
    """Return the text as lines that each end like a sentence, so that the voice pauses there.

    Two square brackets would begin phonemes, a zero byte the end of all.
    """
    text = text.replace("\0", " ").replace("[[", "[ [")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line if line.endswith(_ENDS) else f"{line}." for line in lines if line)
