"""What printing costs, from the price of a page as the library wrote it."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"\d+(?:[.,]\d{1,2})?")
_ANY_NUMBER = re.compile(r"\d[\d.,]*")


def total(price: str, pages: int) -> str:
    """Return what `pages` cost, written as `price` is: "15 cents" for two is "30 cents", "$0.15" is "$0.30".

    "" when there is nothing to say: no price, or none that can be multiplied ("ask at the desk").
    """
    number = _the_number(price)
    if number is None:
        return ""
    places = len(re.split("[.,]", number)[1]) if re.search("[.,]", number) else 0
    amount = Decimal(number.replace(",", ".")) * pages
    written = f"{amount:.{places}f}".replace(".", "," if "," in number else ".")
    return price.strip().replace(number, written, 1)


def is_free(price: str) -> bool:
    """Whether the library says that a page costs nothing: "0", "$0.00"."""
    number = _the_number(price)
    return number is not None and Decimal(number.replace(",", ".")) == 0


def _the_number(price: str) -> str | None:
    """Return the one number in a price, None when there is none or several."""
    numbers = _ANY_NUMBER.findall(price)
    if len(numbers) != 1:
        return None
    number = numbers[0].rstrip(".,")  # at the end of a sentence
    return number if _NUMBER.fullmatch(number) else None
