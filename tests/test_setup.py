"""./start, ./check and what they share, with fake system commands so that nothing is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETUP = ROOT / ".ci" / "setup.sh"

FAKE_PYTHON = """
case "$*" in
    -V) echo Python 3.12.0 ;;
    "-I -m venv --clear "*) mkdir -p "$5/bin" "$5/lib/python3.12/site-packages"; cp "$0" "$5/bin/python" ;;
    "-I -m pip install "*) echo "pip $(basename "${@: -1}")" >>CALLS ;;
esac
"""


@dataclass
class Computer:
    """A Debian that keeps what was asked of it: fake commands that come before the real ones."""

    folder: Path
    root: Path = field(init=False)
    calls: Path = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.folder / "program"
        (self.root / ".ci").mkdir(parents=True)
        shutil.copy(SETUP, self.root / ".ci")
        self.calls = self.folder / "calls"
        self.calls.touch()
        self.command("apt-get", f'echo "apt-get $*" >>{self.calls}')
        self.user("root")
        self.installed()
        self.sudo(works=False)

    def command(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(0o755)

    def user(self, name: str) -> None:
        self.command("id", f"echo {0 if name == 'root' else 1000}")

    def installed(self, *packages: str) -> None:
        lines = "".join(rf"installed {name}\n" for name in packages)
        self.command("dpkg-query", f"printf '{lines}removed fonts-old\\n'; exit 1")

    def sudo(self, *, works: bool) -> None:
        self.command("sudo", f'[ "$1" != -n ] || exit {0 if works else 1}; echo sudo >>{self.calls}; "$@"')

    def add_packages(self, *lists: Path) -> subprocess.CompletedProcess[str]:
        """Do what ./start does first of all."""
        names = " ".join(map(str, lists))
        return self.run(f"add_packages $(missing_packages {names})")

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"source {self.root}/.ci/setup.sh; {script}"],
            env=os.environ | {"PATH": f"{self.folder}:{os.environ['PATH']}"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        return self.calls.read_text().splitlines()


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    folder = tmp_path / "bin"
    folder.mkdir()
    return Computer(folder)


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    path = tmp_path / "packages.txt"
    path.write_text("# What a page needs.\nfonts-good  # wide\n\nfonts-old\nlibpage1\n")
    return path


def test_nothing_is_asked_of_apt_when_nothing_is_missing(computer: Computer, packages: Path) -> None:
    computer.installed("libpage1", "fonts-old", "fonts-good")
    done = computer.add_packages(packages)
    assert (done.returncode, done.stderr, computer.asked()) == (0, "", [])


def test_root_adds_only_what_is_missing(computer: Computer, packages: Path) -> None:
    computer.installed("fonts-good")
    done = computer.add_packages(packages)
    assert done.returncode == 0
    assert "adding 2 that are missing: fonts-old libpage1" in done.stderr
    update, install = computer.asked()
    assert update == "apt-get update"
    assert install.startswith("apt-get install -y --no-install-recommends")
    assert install.endswith(" fonts-old libpage1")


def test_a_user_with_sudo_uses_it(computer: Computer, packages: Path) -> None:
    computer.user("patron")
    computer.sudo(works=True)
    assert computer.add_packages(packages).returncode == 0
    assert [line.split()[0] for line in computer.asked()] == ["sudo", "apt-get"] * 2


def test_a_user_without_sudo_is_told_what_to_run(computer: Computer, packages: Path) -> None:
    computer.user("patron")
    done = computer.add_packages(packages)
    assert done.returncode == 1
    assert (
        "\n  apt-get update\n  apt-get install --no-install-recommends fonts-good fonts-old libpage1"
        in done.stderr
    )
    assert computer.asked() == []


def test_what_apt_said_is_shown_when_it_could_not(computer: Computer, packages: Path) -> None:
    computer.command("apt-get", '[ "$1" != install ] || { echo "E: no such package"; exit 100; }')
    done = computer.add_packages(packages)
    assert done.returncode == 1
    assert "E: no such package" in done.stderr
    assert "apt-get install --no-install-recommends fonts-good fonts-old libpage1" in done.stderr


def test_lists_that_cannot_be_refreshed_are_used_as_they_are(computer: Computer, packages: Path) -> None:
    computer.command("apt-get", f'[ "$1" != update ] || exit 100; echo "$1" >>{computer.calls}')
    assert computer.add_packages(packages).returncode == 0
    assert computer.asked() == ["install"]


class TestTheEnvironment:
    @pytest.fixture
    def lock(self, computer: Computer) -> Path:
        path = computer.root / "requirements.lock"
        path.write_text("anyascii==0.3.3\n")
        computer.command("python-to-use", FAKE_PYTHON.replace("CALLS", str(computer.calls)))
        return path

    def make(self, computer: Computer, *locks: Path) -> str:
        """Make the environment, by its own Python if there is one already, and return what was said."""
        environment = computer.root / ".venv" / "bin" / "python"
        base = environment if environment.exists() else "python-to-use"
        done = computer.run(f"make_environment {base} {' '.join(map(str, locks))}")
        assert done.returncode == 0, done.stderr
        return done.stderr

    def test_it_is_made_once(self, computer: Computer, lock: Path) -> None:
        assert "making .venv with Python 3.12.0" in self.make(computer, lock)
        assert self.make(computer, lock) == ""
        assert computer.asked() == ["pip requirements.lock"]

    def test_another_lock_is_installed(self, computer: Computer, lock: Path) -> None:
        self.make(computer, lock)
        lock.write_text("anyascii==0.3.4\n")
        assert "making" not in self.make(computer, lock)
        assert len(computer.asked()) == 2

    def test_what_the_checks_need_serves_the_program_too(self, computer: Computer, lock: Path) -> None:
        checks = computer.root / "checks.lock"
        checks.write_text("anyascii==0.3.3\npytest==9.2.0\n")
        self.make(computer, lock)
        self.make(computer, lock, checks)
        self.make(computer, lock)
        assert computer.asked() == ["pip requirements.lock", "pip checks.lock"]

    def test_the_program_is_found_from_every_folder(self, computer: Computer, lock: Path) -> None:
        self.make(computer, lock)
        (pointer,) = computer.root.glob(".venv/lib/python3.12/site-packages/*.pth")
        assert pointer.read_text().strip() == str(computer.root)

    def test_the_systems_own_python_comes_first(self, computer: Computer) -> None:
        computer.command("systems-own", "exit 0")
        computer.command("python3", "exit 0")
        own = f"{computer.folder}/systems-own"
        asked = f"system_python={own}; usable_python; system_python=none; usable_python"
        assert computer.run(asked).stdout.split() == [own, "python3"]

    def test_pysides_own_python_is_laid_out_anew_for_another_lock(
        self, computer: Computer, lock: Path
    ) -> None:
        """What an older PySide laid out must not serve a newer one."""
        self.make(computer, lock)
        (site,) = computer.root.glob(".venv/lib/python3.12/site-packages")
        laid_out = site / "shiboken6" / "files.dir"
        laid_out.mkdir(parents=True)
        of_this_lock = laid_out / "of-this-lock"
        of_this_lock.touch()
        self.make(computer, lock)
        assert of_this_lock.exists()
        lock.write_text("anyascii==0.3.4\n")
        self.make(computer, lock)
        assert not of_this_lock.exists()


def test_pysides_own_python_lies_beside_it_compiled() -> None:
    """Else it comes out of a zip and is compiled at every start."""
    loader = sys.modules["shibokensupport.signature.loader"]
    assert loader.__spec__
    assert loader.__spec__.cached
    assert Path(loader.__spec__.cached).exists()


class TestTheTools:
    """The programs that grade documents have an environment of their own."""

    @pytest.fixture
    def lock(self, computer: Computer) -> Path:
        path = computer.root / "tests" / "tools-requirements.lock"
        path.parent.mkdir()
        path.write_text("outloud==0.2.1\n")
        self.python(computer, "3.12.0")
        return path

    def python(self, computer: Computer, version: str) -> None:
        """Give .venv a fake Python of that version."""
        fake = FAKE_PYTHON.replace("CALLS", str(computer.calls)).replace("3.12.0", version)
        (computer.root / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        computer.command("python-to-use", fake)
        shutil.copy(computer.folder / "python-to-use", computer.root / ".venv" / "bin" / "python")

    def make(self, computer: Computer) -> str:
        done = computer.run("make_tools")
        assert done.returncode == 0, done.stderr
        return done.stderr

    def test_they_are_made_once(self, computer: Computer, lock: Path) -> None:
        assert "making .tools with Python 3.12.0" in self.make(computer)
        assert self.make(computer) == ""
        assert computer.asked() == [f"pip {lock.name}"]
        assert (computer.root / ".tools" / "bin" / "python").exists()

    def test_another_lock_is_installed(self, computer: Computer, lock: Path) -> None:
        self.make(computer)
        lock.write_text("outloud==0.2.2\n")
        assert "making" not in self.make(computer)
        assert len(computer.asked()) == 2

    @pytest.mark.usefixtures("lock")
    def test_another_python_makes_them_anew(self, computer: Computer) -> None:
        self.make(computer)
        self.python(computer, "3.13.1")
        assert "making .tools with Python 3.13.1" in self.make(computer)


def test_catalogues_are_compiled_when_they_are_older(computer: Computer) -> None:
    po = computer.root / "assets" / "locale" / "es" / "LC_MESSAGES" / "kiosk.po"
    po.parent.mkdir(parents=True)
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Back"\nmsgstr "Volver"\n'
    )
    compile_them = f"python={sys.executable}; compile_catalogues"
    mo = po.with_suffix(".mo")
    assert computer.run(compile_them).returncode == 0
    assert b"Volver" in mo.read_bytes()
    mo.write_bytes(b"newer")
    assert computer.run(compile_them).returncode == 0
    assert mo.read_bytes() == b"newer"


@pytest.mark.parametrize("words", [["everything"], ["all", "long"]])
def test_check_says_which_words_it_knows(words: list[str]) -> None:
    done = subprocess.run([ROOT / "check", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(word in done.stderr for word in ("all", "long", "bench"))
