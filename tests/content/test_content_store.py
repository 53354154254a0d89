"""The door to the content: read once and when asked, in the language there is, with the library's places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.lines import Tense
from kiosk.content.store import Content
from kiosk.errors import ContentError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Our content, to change."""
    shutil.copytree(paths.CONTENT, tmp_path / "content")
    return tmp_path / "content"


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


class TestReading:
    def test_what_a_person_would_do_with_it(self) -> None:
        content = Content()
        job = content.index.find("lunch lady")[0]
        assert (job.job, job.title) == ("crew", "Cafeteria worker")
        line = content.bank(job.job).lines[0]
        (blank,) = line.blanks
        filled = line.text(Tense.PAST, {blank: content.blanks[blank].example})
        assert filled == "Took orders at the counter or drive-through, about 20 an hour"
        assert content.cards[content.bank(job.job).cards[0]].name == "Food handler card"

    def test_a_file_is_read_when_it_is_asked_for_and_only_once(self, copy: Path) -> None:
        (copy / "en/places.toml").unlink()  # nobody asks for it
        content = Content(folder=copy)
        bank = content.bank("cook")
        shutil.rmtree(copy)
        assert content.bank("cook") is bank
        with pytest.raises(ContentError):
            content.bank("driver")

    def test_a_language_that_has_not_all_files_takes_the_rest_in_english(self, copy: Path) -> None:
        (copy / "es/jobs").mkdir(parents=True)
        (copy / "es/breaks.toml").write_text('[health]\nchoice = "Salud"\n', "utf-8")
        content = Content("es", folder=copy)
        assert content.breaks["health"].choice == "Salud"
        assert content.bank("cook") == Content(folder=copy).bank("cook")


class TestWhatDoesNotFitTogether:
    @pytest.mark.parametrize(
        ("file", "old", "new", "says"),
        [
            ("jobs/cook.toml", "{number}", "{nummer}", "nummer is not known. Known: .*nearest is number"),
            ("jobs/cook.toml", '"food-manager"', '"food-managr"', "at cards: .*nearest is food-manager"),
            (
                "titles.toml",
                'group = "care"',
                'group = "cares"',
                "at jobs, home-care, group: .*nearest is care",
            ),
            ("titles.toml", '= "Barista"', '= "Baristo"', "at jobs, crew, everyday: .*nearest is Barista"),
            ("activities.toml", "{ages}", "{age}", "at babysitting, 1: .*nearest is ages"),
        ],
    )
    def test_it_is_named_with_the_nearest_that_is_known(
        self, copy: Path, file: str, old: str, new: str, says: str
    ) -> None:
        replaced(copy / "en" / file, old, new)
        content = Content(folder=copy)
        with pytest.raises(ContentError, match=says) as problem:
            _ = content.activities if "activities" in file else content.bank("cook") and content.catalogue
        assert file in problem.value.message


class TestTheLibrarysJobs:
    def test_a_job_of_its_own_is_found_and_has_its_lines(self, tmp_path: Path) -> None:
        (tmp_path / "titles.toml").write_text(
            '[jobs.oyster]\nname = "Oyster shucker"\ngroup = "food"\ntitles = ["Oyster farm worker"]\n',
            "utf-8",
        )
        (tmp_path / "jobs").mkdir()
        (tmp_path / "jobs/oyster.toml").write_text(
            'settings = ["Oyster farm"]\nuses = ["Knife"]\ndoes = ["Opening oysters"]\n'
            '[[lines]]\npast = "Opened oysters[, about {number} an hour]"\n'
            'now = "Open oysters[, about {number} an hour]"\n',
            "utf-8",
        )
        content = Content(site=tmp_path)
        assert [found.job for found in content.index.find("oysters")] == ["oyster", "oyster"]
        assert content.bank("oyster").lines[0].text(Tense.PAST) == "Opened oysters"
        assert list(content.jobs) == [*Content().jobs, "oyster"]

    def test_its_own_lines_for_one_of_our_jobs_stand_in_place_of_ours(self, tmp_path: Path) -> None:
        (tmp_path / "jobs").mkdir()
        shutil.copy(paths.CONTENT / "en/jobs/driver.toml", tmp_path / "jobs/cook.toml")
        content = Content(site=tmp_path)
        assert content.bank("cook") == content.bank("driver")

    def test_a_slip_in_its_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "titles.toml").write_text('[jobs.x]\nname = "X"\ngroup = "fod"\ntitles = []\n', "utf-8")
        with pytest.raises(ContentError, match=r"titles\.toml, at jobs, x, group: .*nearest is food"):
            _ = Content(site=tmp_path).jobs


class TestTheLibrarysPlaces:
    def test_its_offices_stand_under_our_kinds_and_its_own_kinds_come_last(self, tmp_path: Path) -> None:
        (tmp_path / "places.toml").write_text(
            '[[legal.here]]\nname = "River County Legal Aid"\nphone = "(555) 555-0100"\n'
            "[taxes]\nhidden = true\n"
            '[job-club]\nname = "Job club"\nwhat = "We meet on Mondays."\nwho = "Everybody."\n',
            "utf-8",
        )
        places = Content(site=tmp_path).places
        ours = Content().places
        assert [office.name for office in places["legal"].here] == ["River County Legal Aid"]
        assert places["legal"].what == ours["legal"].what
        assert list(places) == [*(name for name in ours if name != "taxes"), "job-club"]

    def test_a_folder_without_places_changes_nothing(self, tmp_path: Path) -> None:
        assert Content(site=tmp_path).places == Content().places

    def test_a_slip_in_its_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "places.toml").write_text('[legal]\nhere = [{nme = "A"}]\n', "utf-8")
        with pytest.raises(ContentError, match=r"places\.toml, at legal, here, 1, nme: .*nearest is name"):
            _ = Content(site=tmp_path).places
