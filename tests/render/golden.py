"""What the golden files hold; after a wanted change, `.venv/bin/python tests/render/golden.py` remakes them.

One patron in the default look as HTML and as text, and in every look as a small grey picture of the first
page. Look at each changed picture before it is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from invented import job
from PIL import Image

from kiosk import paths
from kiosk.render import catalogue, html
from kiosk.render import job as rendering
from kiosk.render.order import by_date
from kiosk.render.tidy import tidy
from kiosk.render.types import Paper
from kiosk.resume import jsonresume
from kiosk.resume.model import Resume

GOLDEN = Path(__file__).parent.parent / "golden"
WORDS = "home-cleaner"
"""The patron of the HTML and the text."""
PICTURE = "veteran-warehouse"
"""The patron of the pictures: with two jobs at one employer and a profile's address."""
WIDTH = 510
"""Pixels: 60 to the inch."""


def sample(name: str) -> Resume:
    return jsonresume.load(paths.SAMPLES / f"{name}.json").resume


def filled(look: str, resume: Resume, paper: Paper = Paper.LETTER) -> str:
    """The page's HTML, for the distances that it gets."""
    resume, template = by_date(tidy(resume)), catalogue.find(look)
    wanted = job(resume, look, paper=paper)
    spaced, _laid_out = rendering._spaced(resume, wanted, template)
    return html.fill(template, wanted, spaced.density)


def words_as_html() -> str:
    """The page's HTML, without its empty lines."""
    lines = filled("classic", sample(WORDS)).splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip())


def words_as_text() -> bytes:
    return rendering.render(job(sample(WORDS))).documents[2].content


def picture(look: str) -> Image.Image:
    """The first page, small and grey."""
    first = rendering.render(job(sample(PICTURE), look, picture_width=WIDTH)).pictures[0]
    size = (first.width, first.height)
    return Image.frombytes("RGB", size, first.pixels, "raw", "BGRX").convert("L")


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """How far two pictures are apart, in 255ths of black: on the average, and where it is worst.

    Compared are squares of six pixels, about half a line: letters that are drawn a little differently are
    the same, a line that moved is not.
    """
    if one.size != other.size:
        return 255.0, 255.0
    small = [_squares(each) for each in (one, other)]
    apart = sorted(abs(here - there) for here, there in zip(*small, strict=True))
    return sum(apart) / len(apart), float(apart[-len(apart) // 100])


def _squares(image: Image.Image) -> bytes:
    return image.resize((image.width // 6, image.height // 6), Image.Resampling.BOX).tobytes()


def remake() -> None:
    (GOLDEN / f"{WORDS}.classic.html").write_text(words_as_html(), "utf-8")
    (GOLDEN / f"{WORDS}.classic.txt").write_bytes(words_as_text())
    for look in catalogue.templates():
        grey = picture(look.id).quantize(16)
        grey.save(GOLDEN / f"{look.id}.png", optimize=True)


if __name__ == "__main__":
    remake()
