"""Which control shows what can be picked for a field. Loaded with the first field that has some."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.flow.field import Offer
from kiosk.flow.fields import Binding
from kiosk.flow.offers import Offers
from kiosk.ui.cards_until import CardPicks
from kiosk.ui.groups import LanguagePicks, SkillPicks
from kiosk.ui.picks import LinePicks, Picks
from kiosk.ui.schooling import SchoolingPicks
from kiosk.ui.suggestions import PlacePicks, StarterPicks, SubjectPicks, TitlePicks
from kiosk.ui.summary import SummaryPicks
from kiosk.ui.wanted import WantedPicks

_PICKS: dict[Offer, Callable[[Binding, Offers], Picks]] = {
    Offer.LINES: LinePicks,
    Offer.TITLES: TitlePicks,
    Offer.STARTERS: StarterPicks,
    Offer.SKILLS: SkillPicks,
    Offer.CARDS: CardPicks,
    Offer.LANGUAGES: LanguagePicks,
    Offer.WANTED: WantedPicks,
    Offer.SUMMARY: SummaryPicks,
    Offer.SCHOOLING: SchoolingPicks,
    Offer.PLACES: PlacePicks,
    Offer.SUBJECTS: SubjectPicks,
}


def picks_for(binding: Binding, offers: Offers) -> Picks:
    """Return the control for what the field offers; there must be something."""
    return _PICKS[binding.field.offer](binding, offers)
