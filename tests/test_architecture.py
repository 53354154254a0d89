"""The house rules that no linter knows. The import contracts themselves are in pyproject.toml."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
MODULES = sorted((ROOT / "kiosk").rglob("*.py"))

USUAL_LINES = 250
MOST_LINES = 400
LONGER_FOR_A_REASON = {
    "ui/window": "the one place where the frame, the pages, the covers and the keys meet",
}
"""Modules between the two limits, each with the reason why it is one thing."""

TESTED_WITH = {
    # Names and plain data, without behaviour of their own.
    "errors": "test_cli.py",
    "later": "test_app.py",
    "ui/offered": "ui/test_ui_suggestions_groups.py",
    "content/records": "content/test_content_store.py",
    "paths": "test_main.py",
    "render/blocks": "render/test_layout.py",
    "render/check/*": "render/check/test_check_rules_job.py",
    "render/types": "render/test_job.py",
    "resume/model": "resume/test_jsonresume.py",
    "storage/drive": "storage/test_sources.py",
    # Tables and small parts, tested through what is made of them.
    "flow/nudges": "flow/test_answers.py",
    "flow/following": "flow/test_flow_keeping.py",
    "flow/kept": "flow/test_flow_keeping.py",
    "flow/making": "flow/test_export.py",
    "flow/watchers": "flow/test_plugged.py",
    "flow/seeing": "ui/test_ui_drive.py",
    "flow/field": "flow/test_fields.py",
    "flow/step": "flow/test_wizard.py",
    "flow/steps": "flow/test_wizard.py",
    "flow/tables/*": "flow/test_wizard.py",
    "printing/types": "printing/test_cups.py",
    "i18n": "ui/test_ui_every_screen.py",
    "ui/banner": "ui/test_ui_no_drive.py",
    "ui/boxnote": "ui/test_ui_fields.py",
    "ui/bars": "ui/test_ui_window.py",
    "render/fontmap": "render/test_typefaces.py",
    "render/listening": "render/test_layout.py",
    "ui/code_picture": "ui/test_ui_codes.py",
    "ui/controls": "ui/test_ui_theme.py",
    "ui/covers": "ui/test_ui_window.py",
    "ui/dates": "ui/test_ui_fields.py",
    "ui/editors": "ui/test_ui_fields.py",
    "ui/finger": "ui/test_ui_touch.py",
    "ui/focus": "ui/test_ui_window.py",
    "ui/footer": "ui/test_ui_window.py",
    "ui/frame": "ui/test_ui_window.py",
    "ui/header": "ui/test_ui_window.py",
    "ui/icons": "ui/test_ui_theme.py",
    "ui/keyboard/*": "ui/test_ui_keyboard.py",
    "ui/larger": "ui/test_ui_preview.py",
    "ui/layouts": "ui/test_ui_every_screen.py",
    "ui/lockdown": "ui/test_ui_window.py",
    "ui/notice": "ui/test_ui_lines.py",
    "ui/pages/*": "ui/test_ui_pages.py",
    "ui/paper": "ui/test_ui_preview.py",
    "ui/pictures": "ui/test_ui_preview.py",
    "ui/picks": "ui/test_ui_ticks.py",
    "ui/seen": "ui/test_ui_drive.py",
    "ui/stack": "ui/test_ui_window.py",
    "ui/standing": "ui/test_ui_window.py",
    "ui/status": "ui/test_ui_window.py",
    "ui/stepper": "ui/test_ui_window.py",
    "ui/tiles": "ui/test_ui_look.py",
    "ui/wrapbox": "ui/test_ui_lines.py",
    "ui/wrapping": "ui/test_ui_every_screen.py",
}
"""Modules without a test file of their own name, and the one that tests them."""

ONLY_IN_THE_WORKER = ["weasyprint", "docx", "jinja2", "pikepdf", "pypdfium2"]
NOT_OURS = {".venv", ".tools", ".git", ".hypothesis", "out", "gallery", "__pycache__"}
PICTURES = re.compile(r"docs/pictures/[\w-]+\.png|tests/golden/.*\.png")
SAVED = re.compile(r"tests/fixtures/[\d.]+/[\w -]+\.(pdf|docx)")  # what a version saved, as it was
LARGEST_PICTURE = 300_000  # bytes
TOOLS = "tests/tools-requirements.lock"


def _files() -> list[Path]:
    """Every file that is in git; where there is no git to ask, every file that could be."""
    if shutil.which("git") and (ROOT / ".git").exists():
        # Whoever owns the folder: a copy of somebody else's is checked as well.
        ask = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
        said = subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        files = [ROOT / name for name in said.split("\0") if name]
    else:
        files = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
    return [path for path in files if path.is_file() and not _is_cache(path)]


def _is_cache(path: Path) -> bool:
    return any(part.endswith("_cache") for part in path.parts) or path.suffix == ".mo"


def _named(paths: Iterator[Path] | list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_import_contracts_hold() -> None:
    linted = _python(
        "import importlinter.cli as it; raise SystemExit(it.lint_imports(no_cache=True, no_logo=True))"
    )
    assert linted.returncode == 0, linted.stdout


def _python(code: str) -> subprocess.CompletedProcess[str]:
    """Run a line of code in a fresh interpreter."""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_only_addresses_are_taken_from_urllib() -> None:
    asked = {name for module in MODULES for name in _imports(module) if name.split(".")[0] == "urllib"}
    assert asked <= {"urllib.parse"}


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_modules_are_short() -> None:
    lines = {_name(path): len(path.read_text().splitlines()) for path in MODULES}
    long = {name: count for name, count in lines.items() if count > USUAL_LINES}
    assert set(long) == set(LONGER_FOR_A_REASON), long
    assert max(lines.values()) <= MOST_LINES


def test_every_module_has_its_tests() -> None:
    modules = {_name(path): path for path in MODULES if path.name != "__init__.py"}
    untested = [name for name, path in modules.items() if not _has_tests(path)]
    assert [name for name in untested if not any(fnmatch(name, part) for part in TESTED_WITH)] == []
    assert [part for part in TESTED_WITH if not any(fnmatch(name, part) for name in untested)] == []
    assert [test for test in TESTED_WITH.values() if not (TESTS / test).is_file()] == []


def _has_tests(module: Path) -> bool:
    """Say whether that folder of tests/ has a file with the module's name in its own (save: ui_save_page)."""
    folder = TESTS.joinpath(*module.relative_to(ROOT / "kiosk").parts[:-1][:1])
    tests = folder.rglob("test_*.py") if folder != TESTS else folder.glob("test_*.py")
    return any(f"_{module.stem.strip('_')}_" in f"{test.stem}_" for test in tests)


def _name(module: Path) -> str:
    return module.relative_to(ROOT / "kiosk").with_suffix("").as_posix()


def test_the_wizard_starts_without_the_worker_s_libraries() -> None:
    loaded = _python("import sys, kiosk.app; print(*sys.modules)")
    assert loaded.returncode == 0, loaded.stderr
    assert {name.split(".")[0] for name in loaded.stdout.split()}.isdisjoint(ONLY_IN_THE_WORKER)


def test_no_binaries_in_the_repository() -> None:
    pictures = [path for path in _files() if PICTURES.fullmatch(path.relative_to(ROOT).as_posix())]
    saved = [path for path in _files() if SAVED.fullmatch(path.relative_to(ROOT).as_posix())]
    binaries = [it for it in _files() if it not in (*pictures, *saved) and b"\0" in it.read_bytes()]
    assert _named(binaries) == []
    assert [path.name for path in (*pictures, *saved) if path.stat().st_size > LARGEST_PICTURE] == []


def test_no_registry_is_named() -> None:
    # Written in two halves, so that this file does not name one either.
    registry = re.compile("|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "deb" + r"\.debian\.org"]))
    assert _named([path for path in _files() if registry.search(path.read_text(errors="replace"))]) == []


@pytest.mark.parametrize("lock", ["requirements.lock", "tests/requirements.lock", TOOLS])
def test_the_lock_is_what_pyproject_asks_for(lock: str) -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = list(about["project"]["dependencies"])
    if lock.startswith("tests/"):
        asked += about["project"]["optional-dependencies"]["check"]
    if lock == TOOLS:
        asked = about["dependency-groups"]["tools"]
    wanted = {
        f"{re.sub('[-_.]+', '-', name).lower()}=={pin}" for name, pin in (ask.split("==") for ask in asked)
    }
    assert wanted <= _pins(lock)


def test_both_locks_agree() -> None:
    assert _pins("requirements.lock") <= _pins("tests/requirements.lock")


def test_the_tools_stay_out_of_the_other_environments() -> None:
    """Their licences are not ours to carry: outloud brings PyMuPDF, which is AGPL."""
    apart = {"outloud", "page-validation", "pymupdf"}
    assert apart <= {pin.split("==")[0] for pin in _pins(TOOLS)}
    assert apart.isdisjoint(pin.split("==")[0] for pin in _pins("tests/requirements.lock"))


def _pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[\w.]+", (ROOT / lock).read_text(), re.MULTILINE))
