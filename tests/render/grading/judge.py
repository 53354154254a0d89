"""Runs in .tools, by its Python: page-validation over a folder of PDFs, as JSON on standard output.

{"name.pdf": {"ua1": {"passed": 104, "total": 104, "failures": ["RULE: what it says"]}, "3a": ...}}
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import page

PROFILES = ("ua1", "3a")


def verdict(pdf: Path, profile: str) -> dict[str, object]:
    """Return how many rules of a profile a file passes, and what those say that it does not."""
    report = page.validate_pdf(pdf, profile=profile)
    failures = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return {"passed": report.rules.passed, "total": report.rules.total, "failures": failures}


if __name__ == "__main__":
    found = sorted(Path(sys.argv[1]).glob("*.pdf"))
    print(json.dumps({pdf.name: {name: verdict(pdf, name) for name in PROFILES} for pdf in found}))  # noqa: T201
