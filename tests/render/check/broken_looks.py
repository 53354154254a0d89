"""Looks with one thing wrong, each with what has to be found: the rule, the file and the line.

A look is the plain one of ours with some of its files changed. `{% block summary %}` begins on line 2 of a
page, so that what is within stands on line 3; a style sheet's line is its first.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk import paths

ABOUT, PAGE, STYLE = "template.toml", "resume.html.j2", "style.css"


@dataclass(frozen=True)
class Broken:
    """What is changed, and what has to be said of it. `line` is None where no line is to blame."""

    name: str
    change: Callable[[Path], object]
    rule: str
    file: str
    line: int | None


def css(name: str, text: str, rule: str, line: int | None = 1) -> Broken:
    return Broken(name, lambda look: (look / STYLE).write_text(text), rule, STYLE, line)


def summary(name: str, text: str, rule: str, line: int | None = 3) -> Broken:
    """A block of the page with other words in it."""
    lines = '{% extends "kiosk/page.html.j2" %}\n{% block summary %}\n' + text + "\n{% endblock %}\n"
    return Broken(name, lambda look: (look / PAGE).write_text(lines), rule, PAGE, line)


def page(name: str, text: str, rule: str, line: int | None = None) -> Broken:
    """A page of one's own."""
    return Broken(name, lambda look: (look / PAGE).write_text(text), rule, PAGE, line)


def about(name: str, line: str, rule: str = "about", at: int | None = 5) -> Broken:
    text = f'name = "Ours"\ndescription = "Plain."\norder = 1\nformats = ["pdf"]\n{line}\n'
    return Broken(name, lambda look: (look / ABOUT).write_text(text), rule, ABOUT, at)


def file(name: str, of: str, change: Callable[[Path], object], rule: str) -> Broken:
    return Broken(name, lambda look: change(look / of), rule, of, None)


def copied(look: Path) -> Path:
    """Return a good look to break: a copy of our first."""
    return Path(shutil.copytree(paths.TEMPLATES / "classic", look))


def _instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        path.unlink(missing_ok=True)
        make(path)

    return change


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 30)


def _many(look: Path) -> None:
    for number in range(300):
        (look / f"{number}.txt").touch()


_HOUSES = "h1 { font-size: 99999999pt }"
_HTML = (
    '<!DOCTYPE html><html lang="{{ language }}"><head><title>{{ title }}</title></head><body>%s</body></html>'
)

FILES = (
    *(file(f"no {name}", name, Path.unlink, "file-missing") for name in (ABOUT, PAGE, STYLE)),
    *(file(f"{n} as a folder", n, _instead(Path.mkdir), "file-missing") for n in (PAGE, STYLE)),
    file("a link out", "notes.css", lambda at: at.symlink_to("/etc/passwd"), "link-outside"),
    file(
        "a style that is a link out", STYLE, _instead(lambda at: at.symlink_to("/etc/passwd")), "link-outside"
    ),
    file("a folder that is a link out", "parts", lambda at: at.symlink_to("/etc"), "link-outside"),
    file("a link to nothing", "gone.css", lambda at: at.symlink_to("nowhere"), "link-outside"),
    file("a link to itself", "loop.css", lambda at: at.symlink_to(at.name), "link-outside"),
    file("a link to a device", "zero.css", lambda at: at.symlink_to("/dev/zero"), "link-outside"),
    file("a pipe", "pipe.css", os.mkfifo, "not-a-file"),
    file("a page that is a pipe", PAGE, _instead(os.mkfifo), "not-a-file"),
    file("a style sheet of 10 MB", STYLE, lambda at: at.write_text("a{}" * 3_500_000), "too-large"),
    file("a page of 10 MB", PAGE, lambda at: at.write_text("x" * 10_000_000), "too-large"),
    file("a font of 1 GB", "huge.ttf", _huge, "too-large"),
    Broken(
        "a style that is no text", lambda it: (it / STYLE).write_bytes(b"a{}\n\xff\xfe"), "not-text", STYLE, 2
    ),
    Broken("a page with a zero", lambda it: (it / PAGE).write_bytes(b"a\n\nb\0"), "not-text", PAGE, 3),
    Broken("a hidden mark", lambda it: (it / ABOUT).write_text("\ufeffname = 1"), "not-text", ABOUT, 1),
    Broken(
        "too many files",
        _many,
        "too-large",
        "",
        None,
    ),
)

ABOUTS = (
    about("an unknown key", 'colour = "navy"'),
    about("no equals sign", "accent navy", "about-syntax"),
    about("an unknown colour", 'accent = "pink"'),
    about("a number as the font", "font = 3"),
    about("a font that ends its declaration", 'font = "x; } @import url(//example.org) "'),
    about("dates nowhere", 'dates = "left"'),
    about("a size of nothing", "page.size = 0"),
    about("a size that is a word", '[page]\nsize = "big"', at=6),
    about("an unknown size", "[page]\nfoo = 3", at=6),
    about("a font that is not here", 'font = "Carlitto"', "no-such-font"),
    about("brackets without end", "accent = " + "[" * 50_000, "too-deep", None),
)

STYLES = (
    css("a float", "\n\nh2 { float: left }", "reading-order", 3),
    css("a grid", "body { display: grid }", "reading-order"),
    css("a table by style", "p { display: table-cell }", "reading-order"),
    css("a row of others", "header { display: flex }", "reading-order"),
    css("a row turned round", ".row { flex-direction: row-reverse }", "reading-order"),
    css("another order", ".dates { order: -1 }", "reading-order"),
    css("columns", "body {\n  columns: 2 }", "reading-order", 2),
    css("a column width", "body { column-width: 9em }", "reading-order"),
    css("out of the flow", "h1 { position: absolute }", "reading-order"),
    css("fixed", "h1 { position: fixed; top: 0 }", "reading-order"),
    css("in the margin", "h1 { position: running(name) }", "reading-order"),
    css("letters apart", "h2 { letter-spacing: .1em }", "letter-spacing"),
    css("bullets outside", "ul { list-style: disc }", "bullets"),
    css("bullets by type", "ul { list-style-type: square }", "bullets"),
    css("turned", "h1 { transform: rotate(9deg) }", "reading-order"),
    css("words turned round", "h1 { unicode-bidi: bidi-override }", "reading-order"),
    css("not shown", ".contact { display: none }", "hidden-words"),
    css("hidden", "h2 { visibility: hidden }", "hidden-words"),
    css("seen through", "h2 { opacity: 0 }", "hidden-words"),
    css("within @media", "@media print {\n h2 { float: left } }", "reading-order", 2),
    css("a rule in a rule", "article {\n h3 { float: left } }", "reading-order", 2),
    css("a missing colon", "h2 {\n color red;\n}", "css-syntax", 2),
    css("a missing end", "h2 { color: red\nh3 { color: red }", "css-syntax"),
    css("an end too many", "h2 { color: #333 }\n}\nh3 { color: #333 }", "css-syntax", 2),
    css("a broken address", 'h2 { background: url(a b"c) }', "css-syntax"),
    css("an import", '@import "other.css";', "import"),
    css("an import by network", "@import url(http://example.org/x.css);", "import"),
    css("a picture by network", "h1 { background: url(http://example.org/x.png) }", "network"),
    css("a picture without scheme", "h1 { background: url(//example.org/x.png) }", "network"),
    css("a picture by ftp", "h1 { content: url('ftp://example.org/x.png') }", "network"),
    css("a file of the computer", "h1 { background: url(file:///etc/passwd) }", "outside"),
    css("a path upwards", "h1 { background: url(../../secret.png) }", "outside"),
    css("a path from the root", 'h1 { background: url("/etc/passwd") }', "outside"),
    css("a path in disguise", "h1 { background: url(%2e%2e/%2e%2e/secret.png) }", "outside"),
    css("a file that is not there", "h1 { background: url(none.png) }", "no-such-file"),
    css("a script", "h1 { background: url('javascript:alert(1)') }", "script"),
    css(
        "a font by network", "@font-face { font-family: x; src: url(https://example.org/x.woff) }", "network"
    ),
    css("a font of its own", "@font-face { font-family: x; src: url(style.css) }", "font-file"),
    css("a font that is not here", "h1 { font-family: Karlito, serif }", "no-such-font"),
    css("a font that is not here, in short", "h1 { font: bold 20pt/1.2 'No Such Font' }", "no-such-font"),
    css("blocks in blocks", "a {" * 3000, "too-deep"),
)

PAGES = (
    summary("a block without end", "{% if resume.work %}", "template-syntax", 4),
    summary("no such word", "{% nonsense %}", "template-syntax"),
    summary("half a tag", "{{ resume.basics.name }", "template-syntax"),
    summary("an unknown name", "{{ resumee.basics.name }}", "unknown-name"),
    summary("an unknown key", "{{ resume.basics.nmae }}", "unknown-name"),
    summary("an unknown section", "{% for job in resume.jobs %}{% endfor %}", "unknown-name"),
    summary("an unknown key of a job", "{% for job in resume.work %}{{ job.boss }}{% endfor %}", "breaks"),
    summary("a class", "{{ ''.__class__ }}", "reaches-inside"),
    summary("a class by index", "{{ ''['__class__'] }}", "reaches-inside"),
    summary("a class by filter", "{{ ''|attr('__class__') }}", "reaches-inside"),
    summary("no escape", "{{ resume.basics.name | safe }}", "reaches-inside"),
    summary("no escapes", "{% autoescape false %}{{ title }}{% endautoescape %}", "reaches-inside"),
    summary("a file of the computer", "{% include '/etc/passwd' %}", "outside"),
    summary("a file upwards", "{% include '../secret' %}", "outside"),
    summary("a file upwards from ours", "{% include 'kiosk/../settings.toml' %}", "outside"),
    summary("an import of a file", "{% import '/etc/passwd' as x %}", "outside"),
    summary("a name at work", "{% include '/etc' ~ '/passwd' %}", "breaks"),
    summary("a script", "<script>alert(1)</script>", "script"),
    summary("a script in an attribute", '<p\n onclick="alert(1)">x</p>', "script", 4),
    summary("a script as a link", '<a href="javascript:alert(1)">x</a>', "script"),
    summary("a style sheet", '<link rel="stylesheet" href="style.css">', "outside"),
    summary("an attachment", '<link rel="attachment" href="file:///etc/passwd">', "outside"),
    summary("an attachment by link", '<a rel="attachment" href="template.toml">x</a>', "outside"),
    summary("a picture by network", '<img src="http://example.org/x.png">', "network"),
    summary("a picture without scheme", "<img src='//example.org/x.png'>", "network"),
    summary("a picture without quotes", "<img src=https://example.org/x.png>", "network"),
    summary("a picture of the computer", '<img src="file:///etc/passwd">', "outside"),
    summary("a picture upwards", '<img src="../x.png">', "outside"),
    summary("a picture of the patron's", '<img src="{{ resume.basics.image }}">', "outside"),
    summary("a drawing that leads out", '<svg><image xlink:href="file:///etc/passwd"/></svg>', "outside"),
    summary("a frame", '<iframe src="style.css"></iframe>', "outside"),
    summary("a thing", '<object data="style.css"></object>', "outside"),
    summary("another page", '<meta http-equiv="refresh" content="0; url=/">', "outside"),
    summary("a form", "<form><input></form>", "form"),
    summary("a table", "<table><tr><td>x</td></tr></table>", "reading-order"),
    summary("a style in the page", "<style>\np { float: left }</style>", "reading-order", 4),
    summary("a style in a tag", '<p style="position: absolute">x</p>', "reading-order"),
    page(
        "no language",
        (_HTML % "{% block x %}{% endblock %}").replace(' lang="{{ language }}"', ""),
        "language",
    ),
    page("no title", (_HTML % "<h1>x</h1>").replace("{{ title }}", ""), "title"),
    page("no heading", _HTML % "<p>x</p>", "headings"),
    page("a step left out", _HTML % "<h1>x</h1><h3>y</h3>", "headings"),
    page("two main headings", _HTML % "<h1>x</h1><h1>y</h1>", "headings"),
    page("lost words", _HTML % "<h1>{{ resume.basics.name }}</h1>", "lost-text"),
)

LOOKS_OF_PAGES = (
    css("tiny letters", ".contact { font-size: 7pt }", "small-letters"),
    css("tiny letters inherited", "\narticle { font-size: 8pt }", "small-letters", 2),
    css("pale letters", "h2 { color: #999 }", "pale"),
    css("letters that are not seen", "li { color: white }", "pale"),
    css("off at the left", "h2 { margin-left: -40pt }", "off-the-page"),
    css("off at the right", "p { white-space: nowrap }", "off-the-page"),
    css("off at the top", "h1 { margin-top: -90pt }", "off-the-page"),
    Broken(
        "not shown", lambda it: (it / STYLE).write_text(".contact { display: none }"), "lost-text", PAGE, None
    ),
)

HEAVY = (
    summary(
        "loops in loops",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "endless",
    ),
    summary("a long text", "{{ 'a' * 10 ** 9 }}", "breaks"),
    summary(
        "a long page", "{% for a in range(90000) %}<p>{{ 'word ' * 500 }}</p>{% endfor %}", "breaks", None
    ),
    summary("a large number", "{{ 10 ** (10 ** 9) }}", "too-heavy", None),
    summary("a macro in itself", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "breaks"),
    summary("a part in itself", "{% include 'resume.html.j2' %}", "within-itself"),
    summary("deep markup", "{% for a in range(90000) %}<div>{% endfor %}", "too-heavy", None),
    summary(
        "wide cells", "<table><tr><td colspan=99999999 rowspan=9999>x</td></tr></table>", "reading-order"
    ),
    page("deep brackets", "{{ " + "(" * 90_000 + ")" * 90_000 + " }}", "too-deep"),
    css("deep braces", "{" * 190_000, "too-deep"),
    css("deep brackets in a value", "a { b: " + "(" * 190_000, "too-deep"),
    Broken("letters like houses", lambda it: (it / STYLE).write_text(_HOUSES), "breaks", PAGE, None),
)
