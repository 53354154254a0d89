"""Small pages for tests: a few lines of HTML and CSS, laid out in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from kiosk.render.blocks import Block, StyledText
from kiosk.render.layout import LaidOut, lay_out
from kiosk.render.types import Paper

BASE = """
@page { margin: 50pt }
html { font: 10pt/12pt Carlito, "Noto Sans Arabic", "Noto Sans CJK SC"; color: #222 }
body, h1, h2, h3, p, ul, ol, li { margin: 0; padding: 0 }
ul, ol { list-style: none }
li { padding-left: 12pt; text-indent: -12pt }
ul li::before { content: "•\\a0"; margin-right: 4.86pt }
"""


def page(
    body: str,
    folder: Path,
    css: str = "",
    *,
    paper: Paper = Paper.LETTER,
    html: str = 'lang="en"',
    head: str = "",
) -> LaidOut:
    """Lay out a page whose style sheet is the plain one and `css`."""
    sheet = folder / "style.css"
    sheet.write_text(BASE + css)
    about = f"<title>Ana Vale – Resume</title>{head}"
    text = f"<!DOCTYPE html><html {html}><head>{about}</head><body>{body}</body></html>"
    return lay_out(text, folder=folder, stylesheets=(sheet,), paper=paper)


def styled(body: str, folder: Path, css: str = "", *, html: str = 'lang="en"', head: str = "") -> StyledText:
    """Return the paragraphs of a page."""
    return page(body, folder, css, html=html, head=head).styled()


def blocks(body: str, folder: Path, css: str = "", *, html: str = 'lang="en"') -> tuple[Block, ...]:
    """Return the paragraphs of a page, alone."""
    return styled(body, folder, css, html=html).blocks
