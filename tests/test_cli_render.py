"""`render`: what it saves and says, and every kind of file and folder that cannot be used."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands import COMMAND, OTHER, SAMPLE, Captured, everything_in, run, the_one_line
from kiosk import cli, cli_render, paths
from kiosk.errors import TooSlow, WorkerDied
from kiosk.render import attached

ONE_LINE_OF_RESUME = b'{"basics": {"name": "Ana Rivera"}}'


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Return what `render --json` said of a sample, saved in text and JSON, and where."""
    folder = tmp_path_factory.mktemp("saved")
    done = run("render", SAMPLE, "--to", folder, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return folder, json.loads(done.stdout)


class TestRender:
    def test_the_files_are_there_as_it_says(self, saved: tuple[Path, dict[str, Any]]) -> None:
        folder, said = saved
        assert set(said) == {"files", "warnings"}
        assert [file["format"] for file in said["files"]] == ["pdf", "docx", "txt", "json"]
        for file in said["files"]:
            assert set(file) == {"path", "format", "bytes", "sha256", "pages", "input"}
            path, content = Path(file["path"]), Path(file["path"]).read_bytes()
            assert path.is_absolute()
            assert path.parent == folder / "Jazlyn Okoro Resume"
            assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
            assert file["input"] == str(SAMPLE)
        assert everything_in(folder)[1:] == sorted(Path(file["path"]) for file in said["files"])

    def test_only_pages_are_counted_as_pages(self, saved: tuple[Path, dict[str, Any]]) -> None:
        pages = {file["format"]: file["pages"] for file in saved[1]["files"]}
        assert pages["txt"] is pages["json"] is None
        assert pages["pdf"] == pages["docx"] >= 1

    @pytest.mark.slow
    def test_warnings_have_a_code_a_sentence_and_a_place(self, tmp_path: Path, capsys: Captured) -> None:
        file = tmp_path / "a.json"
        file.write_text('{"basics": {"name": "Ana Rivera"}, "work": [{"name": "X", "startDate": "soon"}]}')
        assert cli.main(["render", str(file), "--to", str(tmp_path), "--formats", "json", "--json"]) == 0
        warnings = json.loads(capsys.readouterr().out)["warnings"]
        assert warnings
        assert all(set(warning) == {"code", "message", "where"} for warning in warnings)

    @pytest.mark.slow
    def test_the_order_that_is_asked_for(self, tmp_path: Path, capsys: Captured) -> None:
        words = ["render", str(SAMPLE), "--to", str(tmp_path), "--formats", "txt", "--order"]
        assert cli.main([*words, "first-job"]) == 0
        text = next(tmp_path.rglob("*.txt")).read_text()
        assert text.index("Education") < text.index("Experience") < text.index("Skills")
        assert cli.main([*words, "functional"]) == 2
        assert "by-date, skills-first, first-job" in capsys.readouterr().err

    @pytest.mark.slow
    def test_what_does_not_fit_is_said_and_kept(self, tmp_path: Path, capsys: Captured) -> None:
        file = tmp_path / "long.json"
        lines = [f"Line number {number}" for number in range(100)]
        file.write_text(json.dumps({"work": [{"position": "Clerk", "highlights": lines}]}))
        words = ["render", str(file), "--to", str(tmp_path), "--formats", "pdf,txt", "--fit", "--json"]
        assert cli.main(words) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["files"][0]["pages"] == 2
        assert [warning["code"] for warning in said["warnings"]] == ["more-than-one-page"]
        assert "Line number 99" in next(tmp_path.rglob("*.txt")).read_text()

    @pytest.mark.slow
    def test_several_files_get_free_numbers_and_are_told_in_words(
        self, tmp_path: Path, capsys: Captured
    ) -> None:
        words = ["render", str(SAMPLE), str(OTHER), str(SAMPLE), "--to", str(tmp_path), "--formats", "txt"]
        assert cli.main(words) == 0
        said = capsys.readouterr().out
        names = [path.name for path in everything_in(tmp_path) if path.is_file()]
        assert "Jazlyn Okoro Resume.txt" in names
        assert "Jazlyn Okoro Resume (2).txt" in names
        assert len(names) == 3
        assert all(name in said for name in names)


class TestRobotView:
    @pytest.mark.slow
    def test_comes_after_the_list_of_files(self, tmp_path: Path, capsys: Captured) -> None:
        words = ["render", str(SAMPLE), "--to", str(tmp_path), "--formats", "pdf", "--robot-view"]
        assert cli.main(words) == 0
        said = capsys.readouterr().out.splitlines()
        view = said.index(f"The PDF of {SAMPLE}, as a machine reads it:")
        assert "  Jazlyn Okoro Resume.pdf, 1 page" in said[:view]
        assert said[view + 1] == "  Jazlyn Okoro"
        assert all(line.startswith("  ") and line.strip() for line in said[view + 1 :])

    @pytest.mark.slow
    def test_is_the_text_of_each_pdf_in_json(self, tmp_path: Path, capsys: Captured) -> None:
        files = [str(SAMPLE), str(OTHER)]
        assert cli.main(["render", *files, "--to", str(tmp_path), "--robot-view", "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert set(said) == {"files", "warnings", "robot_view"}
        assert list(said["robot_view"]) == files
        for file in said["files"]:
            if file["format"] == "pdf":
                done = subprocess.run(
                    ["pdftotext", "-raw", file["path"], "-"], capture_output=True, check=True
                )
                assert done.stdout.decode().split() == said["robot_view"][file["input"]].split()


class TestAttach:
    @pytest.mark.slow
    def test_pdf_and_word_file_can_be_opened_again(self, tmp_path: Path) -> None:
        kinds = ["pdf", "docx"]
        words = ["render", str(SAMPLE), "--to", str(tmp_path), "--formats", ",".join(kinds)]
        assert cli.main(words) == 0
        assert cli.main([*words, "--attach"]) == 0
        name = "Jazlyn Okoro Resume"
        for kind in kinds:
            folder = tmp_path / name
            assert attached.loads((folder / f"{name}.{kind}").read_bytes()) is None
            loaded = attached.loads((folder / f"{name} (2).{kind}").read_bytes())
            assert loaded is not None
            assert loaded.resume.basics.name == "Jazlyn Okoro"


BAD_FILES: dict[str, Callable[[Path], object]] = {
    "truncated.json": lambda path: path.write_bytes(ONE_LINE_OF_RESUME[:-6]),
    "empty.json": lambda path: path.touch(),
    "words.json": lambda path: path.write_text("My name is Ana."),
    "noise.json": lambda path: path.write_bytes(bytes(range(256)) * 400),
    "comment.json": lambda path: path.write_bytes(b"// mine\n" + ONE_LINE_OF_RESUME),
    "comma.json": lambda path: path.write_bytes(ONE_LINE_OF_RESUME[:-1] + b",}"),
    "list.json": lambda path: path.write_text("[1, 2]"),
    "null.json": lambda path: path.write_text("null"),
    "nothing.json": lambda path: path.write_text("{}"),
    "other.json": lambda path: path.write_text('{"dependencies": {"left-pad": "1.0.0"}}'),
    "folder.json": lambda path: path.mkdir(),
    "pipe.json": lambda path: os.mkfifo(path),
    "loop.json": lambda path: path.symlink_to(path),
    "missing.json": lambda _path: None,
    "huge.json": lambda path: path.write_bytes(b'{"basics": {"name": "' + b"x" * 30_000_000 + b'"}}'),
    "deep.json": lambda path: path.write_text(
        '{"basics": {"name": "A"}, "x": ' + "[" * 100_000 + "]" * 100_000 + "}"
    ),
    "deep-keys.json": lambda path: path.write_text('{"basics": ' * 100_000 + "{}" + "}" * 100_000),
    "long.json": lambda path: path.write_text(
        json.dumps({"basics": {"name": "Ana", "summary": "a b " * 500_000}})
    ),
}


class TestFilesThatCannotBeUsed:
    @pytest.mark.parametrize("name", BAD_FILES)
    def test_are_named_with_a_remedy_and_nothing_is_written(
        self, name: str, tmp_path: Path, capsys: Captured
    ) -> None:
        BAD_FILES[name](tmp_path / name)
        folder = tmp_path / "drive"
        folder.mkdir()
        # The good file comes first: all are read before anything is written.
        assert cli.main(["render", str(SAMPLE), str(tmp_path / name), "--to", str(folder), "--json"]) == 2
        line = the_one_line(capsys)
        assert name in line
        assert line.count(". ") >= 1
        assert everything_in(folder) == []

    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        file = tmp_path / "secret.json"
        file.write_bytes(ONE_LINE_OF_RESUME)
        file.chmod(0)
        # Root may read everything, but not from within a user namespace that knows no root.
        prefix = ("unshare", "--user") if os.getuid() == 0 else ()
        done = run("render", file, "--to", tmp_path, prefix=prefix)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert "secret.json" in done.stderr

    def test_a_name_that_could_break_the_line_does_not(self, tmp_path: Path, capsys: Captured) -> None:
        file = tmp_path / "two\nlines\x1b[31m.json"
        assert cli.main(["render", str(file), "--to", str(tmp_path)]) == 2
        assert "\x1b" not in the_one_line(capsys)

    @pytest.mark.parametrize("end", [TooSlow, WorkerDied])
    def test_what_the_worker_could_not_take_is_the_files_fault(
        self,
        end: type[TooSlow | WorkerDied],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: Captured,
    ) -> None:
        job = {TooSlow: "tests.worker_jobs:hang_with", WorkerDied: "tests.worker_jobs:die_with"}[end]
        monkeypatch.setattr(cli_render, "READ", job)
        monkeypatch.setattr(cli_render, "READ_SECONDS", 0.5)
        assert cli.main(["render", str(SAMPLE), "--to", str(tmp_path)]) == 2
        assert SAMPLE.name in the_one_line(capsys)

    @pytest.mark.slow
    def test_sixty_levels_in_an_unknown_key_are_no_reason(self, tmp_path: Path, capsys: Captured) -> None:
        file = tmp_path / "a.json"
        file.write_text('{"basics": {"name": "Ana Rivera"}, "x": ' + "[" * 60 + "]" * 60 + "}")
        assert cli.main(["render", str(file), "--to", str(tmp_path), "--formats", "json"]) == 0
        assert "Ana Rivera Resume" in capsys.readouterr().out


class TestFoldersThatCannotBeUsed:
    @pytest.mark.parametrize("kind", ["missing", "file", "read-only"])
    def test_are_named_and_nothing_is_half_written(self, kind: str, tmp_path: Path, capsys: Captured) -> None:
        folder = tmp_path / "drive"
        if kind == "file":
            folder.touch()
        if kind == "read-only":
            folder.mkdir(mode=0o555)
        before = everything_in(tmp_path)
        assert cli.main(["render", str(SAMPLE), "--to", str(folder), "--json"]) == 3
        assert str(folder) in the_one_line(capsys)
        assert everything_in(tmp_path) == before

    def test_no_name_does_not_mean_the_folder_we_stand_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert cli.main(["render", str(SAMPLE), "--to", ""]) == 3
        assert '""' in the_one_line(capsys)
        assert everything_in(tmp_path) == []

    @pytest.mark.slow
    @pytest.mark.parametrize("word", [".", "drive"])
    def test_one_in_a_folder_that_was_removed(
        self, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        (tmp_path / "gone").mkdir()
        monkeypatch.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()
        assert cli.main(["render", str(SAMPLE), "--to", word, "--formats", "json"]) == 3
        assert word in the_one_line(capsys)

    @pytest.mark.slow
    def test_a_full_one_keeps_what_was_whole_and_lists_it(self, tmp_path: Path) -> None:
        big = tmp_path / "big.json"
        big.write_text(
            json.dumps({"basics": {"name": "Big One"}, "x": {str(n): "y" * 40_000 for n in range(20)}})
        )
        drive = tmp_path / "drive"
        drive.mkdir()
        render = f"{sys.executable} -m kiosk render {SAMPLE} {big} --to {drive} --formats json --json"
        script = f"mount -t tmpfs -o size=300k none {drive}; {render}; echo $? >&2; find {drive} -type f >&2"
        done = subprocess.run(
            [
                "unshare",
                *([] if os.getuid() == 0 else ["--user", "--map-root-user"]),
                "--mount",
                "sh",
                "-c",
                script,
            ],
            cwd=paths.ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        line, status, *files = done.stderr.splitlines()
        assert status == "3"
        assert str(drive) in line
        assert files == [file["path"] for file in json.loads(done.stdout)["files"]]
        assert len(files) == 1


class TestRendering:
    def test_without_fonts_it_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        nothing = tmp_path / "fonts.conf"
        nothing.write_text("<fontconfig></fontconfig>")
        monkeypatch.setenv("FONTCONFIG_FILE", str(nothing))
        assert cli.main(["render", str(SAMPLE), "--to", str(tmp_path)]) == 4
        assert "fonts" in the_one_line(capsys)

    @pytest.mark.parametrize("job", ["hang_with", "die_with"])
    def test_what_stops_it_names_the_file_and_the_template(
        self, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(cli_render, "RENDER", f"tests.worker_jobs:{job}")
        monkeypatch.setattr(cli_render, "RENDER_SECONDS", 0.5)
        assert cli.main(["render", str(SAMPLE), "--to", str(tmp_path)]) == 4
        assert f"{SAMPLE}, template classic:" in the_one_line(capsys)

    @pytest.mark.slow
    def test_a_broken_template_is_named(self, tmp_path: Path) -> None:
        """In a copy of the program, because the looks are a part of it."""
        copy = tmp_path / "program"
        for part in ("kiosk", "assets", "templates"):
            shutil.copytree(paths.ROOT / part, copy / part)
        page = copy / "templates" / "classic" / "resume.html.j2"
        page.write_text("\n\n{% if %}\n" + page.read_text("utf-8"), "utf-8")
        done = subprocess.run(
            [*COMMAND, "render", SAMPLE, "--to", tmp_path],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (4, "", 1)
        assert "classic" in done.stderr
        assert "3" in done.stderr

    def test_a_fault_of_ours_is_one_line_without_anybodys_data(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        monkeypatch.setattr(cli_render, "RENDER", "tests.worker_jobs:stumble")
        assert cli.main(["render", str(SAMPLE), "--to", str(tmp_path)]) == 1
        line = the_one_line(capsys)
        assert "ValueError" in line
        assert "Jazlyn" not in line


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_sample_renders_in_every_format(paper: str, tmp_path: Path, capsys: Captured) -> None:
    samples = [str(path) for path in sorted(paths.SAMPLES.glob("*.json"))]
    assert cli.main(["render", *samples, "--to", str(tmp_path), "--paper", paper, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    made = [(file["input"], file["format"]) for file in said["files"] if file["bytes"] > 300]
    assert made == [(sample, form) for sample in samples for form in ("pdf", "docx", "txt", "json")]
    assert said["warnings"] == []
