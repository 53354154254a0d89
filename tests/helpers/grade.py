"""The school grade that a text asks for, by the formula of Flesch and Kincaid, syllables counted our way."""

from __future__ import annotations

import re

_AS_READ = {
    "CNA": "see en ay",
    "GED": "gee ee dee",
    "ZIP": "zip",
    "TV": "tee vee",
    "ID": "eye dee",
    "IDs": "eye dees",
}
_COUNTED = {
    "area": 3, "being": 2, "business": 2, "clients": 2, "create": 2, "diapers": 2, "doing": 2, "every": 2,
    "everybody": 4, "going": 2, "idea": 3, "quiet": 2, "radio": 3, "recipes": 3, "science": 2, "social": 2,
    "somebody": 3, "something": 2, "sometimes": 2, "vacuum": 3, "vacuumed": 3, "vegetables": 4, "video": 3,
}  # fmt: skip


def grade(text: str, sentences: int = 1) -> float:
    """Return the grade of a text of that many sentences: 6 is what an eleven-year-old reads."""
    words = re.findall(r"[A-Za-z']+|\d+", text)
    if not words:
        return 0.0
    heard = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * heard / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables an English word has; numbers count as two."""
    if word.isdigit():
        return 2
    if word in _AS_READ:
        return sum(map(syllables, _AS_READ[word].split()))
    bare = word.lower().replace("'", "")
    if bare in _COUNTED:
        return _COUNTED[bare]
    return max(1, len(re.findall(r"[aeiouy]+", _without_silent(bare))))


def _without_silent(word: str) -> str:
    word = re.sub(r"(?<=[^aeiouytd])ed$", "", word)  # cooked, but: counted
    word = re.sub(r"(?<=[aeiouy])ed$", "d", word)  # tied, played
    word = (
        re.sub(r"(?<=[^aeiouyscxzh])es$", "s", word) if not word.endswith("les") else word
    )  # tapes, but: boxes
    word = re.sub(r"(?<=[^aeiouyl])e$", "", word) if len(word) > 2 else word  # make, but: table
    word = re.sub(r"(?<=[aeiouy]l)e(s?)$", r"\1", word)  # while, files
    word = re.sub(r"e(?=(ly|ful|less|ment|ness)$)", "", word)  # safely
    return re.sub(r"(?<=[^aeiouy])e(?=(line|room|work|times|where|body|wheel)s?$)", "", word)
