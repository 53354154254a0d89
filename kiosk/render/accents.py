"""The colours a page may have: one at a time, dark enough to print well in grey."""

from __future__ import annotations

from typing import Final

ACCENTS: Final = {
    "black": "#1a1a1a",
    "navy": "#1d4373",
    "teal": "#0f4f58",
    "green": "#1f5132",
    "wine": "#7a1f35",
    "brown": "#6b3a16",
    "plum": "#553068",
}
"""Id to colour; each has a contrast of 7:1 on white at least."""
