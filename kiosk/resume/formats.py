"""What JSON Resume's `format` words let through. Other text goes under `meta.kiosk`."""

from __future__ import annotations

import re

_UNRESERVED = r"A-Za-z0-9\-._~"
_DELIMITERS = r"!$&'()*+,;="
_CHARACTER = rf"(?:[{_UNRESERVED}{_DELIMITERS}:@/]|%[0-9A-Fa-f]{{2}})"
_HOST = rf"(?:[{_UNRESERVED}{_DELIMITERS}]|%[0-9A-Fa-f]{{2}})"
_USER = rf"(?:[{_UNRESERVED}{_DELIMITERS}:]|%[0-9A-Fa-f]{{2}})"
_URI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.\-]*+:"
    rf"(?://(?:{_USER}*+@)?{_HOST}*+(?::[0-9]*+)?(?:/{_CHARACTER}*+)?|(?!//){_CHARACTER}*+)"
    rf"(?:\?(?:{_CHARACTER}|\?)*+)?(?:#(?:{_CHARACTER}|\?)*+)?"
)
_EMAIL = re.compile(r"[^\s@]++@[^\s@]++")


def is_uri(text: str) -> bool:
    """Whether `text` is a URI of RFC 3986 with its scheme: not `www.example.org`, no letters with accents.

    IPv6 addresses are left out: they are right, but in no resume.
    """
    return _URI.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Whether `text` looks like one address: something, an @, something, and no space."""
    return _EMAIL.fullmatch(text) is not None
