"""How the page is to look: kept in the resume itself, under `meta.kiosk.look`.

So it is saved with the answers, comes back when the file is opened, and is undone like everything else. What
another version or another library wrote there and nobody here knows counts as not chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from kiosk.flow import paths
from kiosk.flow.looks import LANGUAGES
from kiosk.render.accents import ACCENTS
from kiosk.render.types import Order, Paper, TextSize
from kiosk.resume.model import Resume

_OURS: Final = "kiosk"
_KEY: Final = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A template's id, the paper, the language of the page (not of the screen), and so on; see RenderJob."""

    template: str
    paper: Paper = Paper.LETTER
    language: str = "en"
    order: Order = Order.BY_DATE
    size: TextSize = TextSize.REGULAR
    accent: str = ""
    fit: bool = False
    attach: bool = False


def of(resume: Resume, usual: Choices, looks: AbstractSet[str]) -> Choices:
    """Return what was chosen for this resume; `usual` where nothing was, or nothing that is known here.

    `looks` are the ids of the templates there are.
    """
    kept = _ours(resume).get(_KEY)
    if not isinstance(kept, dict):
        return usual
    known = _readers(looks)
    found = {name: known[name](value) for name, value in kept.items() if name in known}
    return replace(usual, **{name: value for name, value in found.items() if value is not None})


def order_of(resume: Resume) -> Order:
    """Return what comes first on the page: what was chosen, or what is usual for the way so far."""
    kept = _ours(resume).get(_KEY)
    chosen = _member(Order, kept.get("order")) if isinstance(kept, dict) else None
    return chosen or paths.usual_order(resume, Order.BY_DATE)


def remembered(resume: Resume, choices: Choices) -> Resume:
    """Return the resume with these choices in it."""
    values = {name: getattr(choices, name) for name in Choices.__dataclass_fields__}
    kept = {name: value if isinstance(value, bool) else str(value) for name, value in values.items()}
    return replace(resume, meta={**resume.meta, _OURS: {**_ours(resume), _KEY: kept}})


def _ours(resume: Resume) -> Mapping[str, Any]:
    ours = resume.meta.get(_OURS)
    return ours if isinstance(ours, dict) else {}


def _readers(looks: AbstractSet[str]) -> Mapping[str, Callable[[Any], Any]]:
    return {
        "template": lambda value: value if isinstance(value, str) and value in looks else None,
        "paper": lambda value: _member(Paper, value),
        "language": lambda value: value if isinstance(value, str) and value in LANGUAGES else None,
        "order": lambda value: _member(Order, value),
        "size": lambda value: _member(TextSize, value),
        "accent": lambda value: value if isinstance(value, str) and value in {"", *ACCENTS} else None,
        "fit": lambda value: value if isinstance(value, bool) else None,
        "attach": lambda value: value if isinstance(value, bool) else None,
    }


def _member(kind: type[Any], value: Any) -> Any:
    return next((member for member in kind if member == value), None)
