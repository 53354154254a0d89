"""How large letters and distances are, and what is made smaller so that a page is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import job, person

from kiosk.render import fit
from kiosk.render import job as rendering
from kiosk.render.spacing import LEAST_MARGIN, LEAST_SIZE, Proportions, Spacing, eased, spacing, tighter
from kiosk.render.types import Density, Rendering, TextSize
from kiosk.resume.model import Basics, Resume, Work

proportions = st.builds(
    Proportions,
    size=st.floats(10.5, 14),
    leading=st.floats(1.2, 1.4),
    step=st.floats(2, 4),
    margin=st.floats(36, 72),
)


@given(proportions, st.sampled_from(TextSize), st.sampled_from(Density))
def test_every_step_down_is_tighter_and_none_is_too_small_to_read(
    made_for: Proportions, size: TextSize, density: Density
) -> None:
    steps = [spacing(made_for, size, density), *tighter(made_for, size, density)]
    for before, after in pairwise(steps):
        assert after.size <= before.size
        assert after.line <= before.line
        assert after.step <= before.step
        assert after.top <= before.top
        assert after.side <= before.side
    assert all(it.size >= LEAST_SIZE and min(it.top, it.side) >= LEAST_MARGIN for it in steps)
    assert all(it.line >= it.size * 1.05 for it in steps)


@given(proportions, st.sampled_from(TextSize))
def test_a_full_page_eases_step_by_step_from_natural_to_tight(made_for: Proportions, size: TextSize) -> None:
    steps = eased(made_for, size)
    natural, tight = spacing(made_for, size, Density.NORMAL), spacing(made_for, size, Density.FULL)
    assert replace(steps[0], density=Density.NORMAL) == natural
    assert steps[-1] == tight
    for before, after in pairwise(steps):
        assert all(
            getattr(after, key) <= getattr(before, key) for key in ("size", "line", "step", "top", "side")
        )


def test_distances_shrink_before_letters_do() -> None:
    steps = tighter(Proportions(), TextSize.LARGEST, Density.NORMAL)
    sizes = [it.size for it in steps]
    assert sizes[0] == sizes[1] == sizes[2]
    assert sizes[-1] == LEAST_SIZE
    assert steps[-1].step == steps[2].step


def test_a_look_may_keep_its_letters_larger() -> None:
    steps = tighter(Proportions(size=14, least=13), TextSize.REGULAR, Density.SHORT)
    assert min(it.size for it in steps) == 13


@given(st.integers(1, 40), st.data())
def test_the_page_with_the_least_change_is_found_in_few_tries(length: int, data: st.DataObject) -> None:
    ladder: Sequence[Spacing] = [Spacing(Density.FULL, size, 12, 3, 54, 54) for size in range(length, 0, -1)]
    enough = data.draw(st.integers(0, length))
    tried: list[float] = []

    def make(spaced: Spacing) -> float:
        tried.append(spaced.size)
        return spaced.size

    found = fit.tightest_needed(100.0, ladder, make, lambda size: 1 if size <= enough else 2)
    assert found == max(enough, 1)
    assert len(tried) <= 1 + length.bit_length()


def lines(count: int) -> Resume:
    work = Work(position="Clerk", name="Shop", highlights=tuple(f"Line number {n}" for n in range(count)))
    return Resume(basics=Basics(name="Ana Vale"), work=(work,))


def rendered(resume: Resume, *, fit: bool, size: TextSize = TextSize.REGULAR) -> Rendering:
    return rendering.render(job(resume, fit=fit, size=size))


@pytest.mark.slow
def test_a_page_that_spills_a_little_is_made_one_page() -> None:
    resume = lines(40)
    assert rendered(resume, fit=False, size=TextSize.LARGEST).facts.pages == 2
    fitted = rendered(resume, fit=True, size=TextSize.LARGEST)
    assert fitted.facts.pages == 1
    assert fitted.facts.spills == ()
    assert fitted.notices == ()
    assert "Line number 39" in fitted.facts.text


def test_large_letters_get_smaller_when_nothing_else_helps() -> None:
    resume = lines(48)
    assert rendered(resume, fit=False, size=TextSize.LARGEST).facts.pages == 2
    assert rendered(resume, fit=True, size=TextSize.LARGEST).facts.pages == 1


def test_what_spills_is_named_and_never_dropped() -> None:
    done = rendered(lines(90), fit=True)
    assert done.facts.pages == 2
    assert done.facts.spills[-1] == "Line number 89"
    assert done.facts.text.count("Line number") == 90
    [said] = done.notices
    assert said.code == fit.CODE
    assert said.message.startswith(f"{len(done.facts.spills)} lines do not fit on one page")
    assert done.facts.spills[0] in said.message


def test_a_page_that_fits_stays_as_it_is() -> None:
    resume = person()
    assert rendered(resume, fit=True).documents == rendered(resume, fit=False).documents


@pytest.mark.parametrize("density", Density)
def test_the_regular_size_is_what_the_look_is_made_for(density: Density) -> None:
    sizes = [spacing(Proportions(), size, density).size for size in TextSize]
    assert sizes == sorted(set(sizes))
    assert spacing(Proportions(), TextSize.REGULAR, Density.NORMAL).size == Proportions().size
