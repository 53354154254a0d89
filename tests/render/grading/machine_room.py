"""Programs that judge PDFs: qpdf from Debian, page-validation and outloud from .tools. Many files at once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[3]
TOOLS: Final = ROOT / ".tools" / "bin"
_JUDGE: Final = Path(__file__).with_name("judge.py")
_SECONDS: Final = 600


@dataclass(frozen=True, slots=True)
class Rules:
    """How many rules of a standard a file passes, and what those say that it does not."""

    passed: int
    total: int
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conformance:
    """What page-validation says: PDF/UA-1 for screen readers (ISO 14289-1), PDF/A-3a to keep (19005-3)."""

    ua1: Rules
    a3a: Rules


@dataclass(frozen=True, slots=True)
class Remarks:
    """What outloud says of a file. Of reading order are the rules ORD, of links LNK."""

    errors: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def order_and_links(self) -> tuple[str, ...]:
        """Those warnings that a person with a screen reader would trip over."""
        return tuple(text for text in self.warnings if text.startswith(("ORD-", "LNK-")))


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write PDFs into a folder, each by its name."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.pdf").write_bytes(content)


def conformance(folder: Path) -> dict[str, Conformance]:
    """Ask page-validation about every PDF of a folder."""
    said = json.loads(_run("python", "-I", str(_JUDGE), str(folder)))
    return {
        name.removesuffix(".pdf"): Conformance(_rules(verdict["ua1"]), _rules(verdict["3a"]))
        for name, verdict in said.items()
    }


def _rules(verdict: Mapping[str, Any]) -> Rules:
    return Rules(verdict["passed"], verdict["total"], tuple(verdict["failures"]))


def remarks(folder: Path) -> dict[str, Remarks]:
    """Ask outloud about every PDF of a folder."""
    files = map(str, sorted(folder.glob("*.pdf")))
    said = json.loads(_run("outloud", "--json", "-", "--fail-on", "never", *files))
    return {Path(result["path"]).stem: _remarks(result) for result in said["results"]}


def _remarks(result: Mapping[str, Any]) -> Remarks:
    """Sort what was found; a file that outloud could not read at all is an error too."""
    told: dict[str, list[str]] = {
        "error": [result["error"]] if result["error"] else [],
        "warning": [],
        "info": [],
    }
    for finding in result["findings"]:
        words = (finding["rule"], finding["message"], finding.get("evidence"))
        told[finding["severity"]].append(": ".join(filter(None, words)))
    return Remarks(tuple(told["error"]), tuple(told["warning"]))


def _run(program: str, *words: str) -> str:
    command = [str(TOOLS / program), *words]
    assert Path(command[0]).exists(), f"{command[0]} is missing; ./check all sets it up"
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    assert done.returncode == 0, done.stderr
    return done.stdout


def unsound(pdf: Path) -> str:
    """Ask qpdf whether a file is sound: return what it complains of, "" for nothing."""
    done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()
