"""Which letters the glyphs of a page stand for: what machines copy out of a PDF, letter for letter.

WeasyPrint notes the letters of a glyph where it first draws it. That is right where each letter is one glyph,
and wrong elsewhere: in Hindi or Thai one syllable is several glyphs, and later syllables get the letters of
the first one; from right to left brackets are drawn mirrored, and two letters in one glyph come out the wrong
way round, because PDFium and Poppler turn such lines around letter by letter. So the glyphs of such texts are
looked at before they are drawn, through WeasyPrint's own bindings (version 70.0), and where glyphs alone
cannot tell, the text is to be written beside them (ActualText: ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.ffi import ffi, pango

_BEYOND: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u1700-\u1cff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u302a-\u302f"
    "\u3099\u309a\ua800-\uaadf\uabc0-\uabff\ufb1d-\ufdff\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufefc"
    "\U00010800-\U00011fff\U000e0100-\U000e01ef]"
)
"""Alphabets that are written from right to left, or in which letters and glyphs do not go one by one; and
signs that stand on other letters."""

_PAIRS: Final = "()[]{}<>«»‹›"
_MIRRORED: Final = str.maketrans(_PAIRS, "".join(map("".join, zip(_PAIRS[1::2], _PAIRS[::2], strict=True))))
_TAKEN_APART: Final = {0x0E33: "\u0e4d\u0e32", 0x0EB3: "\u0ecd\u0eb2"}
"""Thai and Lao AM is drawn as two glyphs, and equal to two letters (Unicode: compatibility decomposition)."""
_NOTHING: Final = "\u200b"
"""For a glyph that adds no letter: every glyph has to stand for something (ISO 19005-3, 6.2.11.7)."""


@dataclass(frozen=True, slots=True, repr=False)
class _Cluster:
    """Letters that became glyphs together: letters in the order of reading, glyphs from left to right."""

    letters: dict[int, str]
    """Those of the font's glyphs that are known so far."""
    glyphs: tuple[int, ...]
    text: str
    right_to_left: bool

    @property
    def told(self) -> str:
        return "".join(self.letters.get(glyph, "") for glyph in self.glyphs)


def note(page_box: Any, stream: Any) -> dict[Any, str]:
    """Tell the fonts of a page that is about to be painted which letters their glyphs are.

    Return what the text boxes say whose glyphs are other letters, in another order, or above one another.
    Never those with words from right to left: readers would turn around what is written beside them, too.
    """
    boxes = [it for it in page_box.descendants() if isinstance(it, TextBox) and _BEYOND.search(it.text)]
    found = {box: list(_clusters(box, stream)) for box in boxes}
    for cluster in sorted((it for them in found.values() for it in them), key=lambda it: len(it.glyphs)):
        _learn(cluster)
    turned = {box for box in boxes if any(it.right_to_left for it in found[box])}
    tangled = {box for box in boxes if any(it.told != it.text or _has_marks(it.text) for it in found[box])}
    return {box: box.text for box in boxes if box in tangled - turned}


def _has_marks(text: str) -> bool:
    """Say whether there are signs that stand above, below or around other letters."""
    return any(unicodedata.category(letter).startswith("M") for letter in text)


def _learn(cluster: _Cluster) -> None:
    """Give each glyph that stands for nothing yet the letters that the others leave."""
    if len(cluster.glyphs) == 1:
        cluster.letters.setdefault(cluster.glyphs[0], _seen(cluster))
        return
    left = cluster.text.translate(_TAKEN_APART)
    for glyph in cluster.glyphs:
        left = left.replace(cluster.letters.get(glyph) or _NOTHING, "", 1)
    unknown = [glyph for glyph in dict.fromkeys(cluster.glyphs) if glyph not in cluster.letters]
    for glyph in reversed(unknown) if cluster.right_to_left else unknown:
        letters = left if glyph == unknown[-1] and not cluster.right_to_left else left[:1]
        cluster.letters[glyph] = letters or _NOTHING
        left = left.removeprefix(letters)


def _seen(cluster: _Cluster) -> str:
    """Return the letters of a cluster from left to right, as they are seen."""
    return cluster.text[::-1].translate(_MIRRORED) if cluster.right_to_left else cluster.text


def _clusters(box: Any, stream: Any) -> Iterator[_Cluster]:
    layout = box.pango_layout
    layout.reactivate(box.style)
    text = layout.text.encode()
    line, _index = layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        yield from _of_run(run.data, text, stream)
        run = run.next
    layout.deactivate()


def _of_run(run: Any, text: bytes, stream: Any) -> Iterator[_Cluster]:
    item, count = run.item, run.glyphs.num_glyphs
    font, _size = stream.add_font(item.analysis.font)
    right_to_left = bool(item.analysis.level % 2)
    starts = [run.glyphs.log_clusters[n] for n in range(count)]
    ends = dict(zip(ordered := sorted(set(starts)), [*ordered[1:], item.length], strict=True))
    for start, end in ends.items():
        glyphs = tuple(run.glyphs.glyphs[n].glyph for n in range(count) if starts[n] == start)
        if all(glyph < pango.PANGO_GLYPH_EMPTY for glyph in glyphs):
            letters = text[item.offset + start : item.offset + end].decode()
            yield _Cluster(font.to_unicode, glyphs, letters, right_to_left)
