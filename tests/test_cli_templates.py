"""The command `templates` as a script sees it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from commands import COMMAND, SAMPLE, Captured, run
from kiosk import cli, paths, settings
from kiosk.render import checking


@pytest.fixture
def look(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.STARTER, tmp_path / "our-look"))


@pytest.mark.slow
def test_what_stops_a_look_is_printed_line_by_line(look: Path, capsys: Captured) -> None:
    with (look / "style.css").open("a") as style:
        style.write("\nh2 { float: left }\n")
    (look / "template.toml").write_text("name = 3\n")
    assert cli.main(["templates", "check", str(look)]) == 4
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert str(look) in said.err
    told = said.out.splitlines()
    assert f"{sum('Better:' not in it for it in told)} things" in said.err
    assert "resume.html.j2: Better: No page was made yet. Put the rest right first, then check again." in told
    line = (look / "style.css").read_text().splitlines().index("h2 { float: left }") + 1
    assert any(
        it.startswith(f"style.css, line {line}: “float: left” sets words") for it in said.out.splitlines()
    )


def test_as_json(look: Path, capsys: Captured) -> None:
    (look / "style.css").write_text("h2 { float: left }")
    (look / "resume.html.j2").unlink()
    assert cli.main(["templates", "check", "--json", str(look)]) == 4
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert answer["template"] == str(look)
    assert [(it["rule"], it["kind"], it["file"], it["line"]) for it in answer["findings"]] == [
        ("file-missing", "must", "resume.html.j2", None),
        ("not-made", "better", "resume.html.j2", None),
        ("reading-order", "must", "style.css", 1),
    ]
    assert set(answer["findings"][0]) == {"rule", "kind", "file", "line", "message", "remedy"}
    assert len(said.err.splitlines()) == 1


@pytest.mark.slow
def test_a_good_look_is_praised(look: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "samples", lambda: (SAMPLE.stem,))
    (look / "style.css").write_text(".contact { font-size: 9.5pt }")
    assert cli.main(["templates", "check", str(look)]) == 0
    said = capsys.readouterr()
    first, last = said.out.splitlines()
    assert first.startswith("style.css, line 1: Better: The letters of .contact are 9.5 pt.")
    assert last.startswith(f"{look} is a good look.")
    assert said.err == ""
    assert cli.main(["templates", "check", str(look), "--json"]) == 0
    assert [it["kind"] for it in json.loads(capsys.readouterr().out)["findings"]] == ["better"]


@pytest.mark.slow
def test_a_name_that_would_break_the_line_does_not(look: Path, capsys: Captured) -> None:
    (look / "style.css").unlink()
    (look / "a\n\x1b[31mb.css").symlink_to("/etc/passwd")
    assert cli.main(["templates", "check", str(look)]) == 4
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    assert "\x1b" not in said.out + said.err


def test_a_look_that_is_left_out_is_told(
    look: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    look.rename(tmp_path / "templates" / "our-look")
    (tmp_path / "templates" / "broken").mkdir()
    site = tmp_path / "settings.toml"
    site.write_text(f'content_folder = "{tmp_path}"')
    now = settings.load(site)
    monkeypatch.setattr(settings, "load", lambda: now)
    assert cli.main(["templates"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "our-look: Our library (pdf, docx, txt, json)" in said
    assert said[-1].startswith("Left out: The template")
    assert "broken" in said[-1]
    assert cli.main(["templates", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[-1]["id"] == "our-look"


@pytest.mark.root
@pytest.mark.slow
def test_the_worker_finds_the_library_s_looks_by_itself(look: Path, tmp_path: Path) -> None:
    """Settings of another computer, in a mount namespace of our own: the whole command, worker and all."""
    (tmp_path / "templates").mkdir()
    look.rename(tmp_path / "templates" / "our-look")
    mine = tmp_path / "settings.toml"
    before = paths.DEFAULT_SETTINGS.read_text("utf-8")
    mine.write_text(before.replace('content_folder = ""', f'content_folder = "{tmp_path}"'))
    (tmp_path / "out").mkdir()
    words = ["render", str(SAMPLE), "--to", str(tmp_path / "out"), "--template", "our-look", "--json"]
    mount = 'mount --bind "$0" "$1" && shift && exec "$@"'
    command = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        mount,
        str(mine),
        str(paths.DEFAULT_SETTINGS),
        *COMMAND,
        *words,
    ]
    done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["files"]) == 4
    assert run("render", SAMPLE, "--to", tmp_path / "out", "--template", "our-look").returncode == 2
