"""The command `render`: the wizard's own pipeline and safe writer, without the screen.

All files are read before anything is written. Reading and rendering happen in the worker, writing here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import console, fonts, i18n
from kiosk.errors import InputError, RenderError, ResumeFileError, TemplateError, TooSlow, WorkerDied
from kiosk.i18n import _, ngettext
from kiosk.render import catalogue
from kiosk.render.catalogue import Template
from kiosk.render.types import Document, Notice, Order, OutputFormat, Paper, Rendering, RenderJob
from kiosk.resume.files import read
from kiosk.resume.jsonresume import Loaded
from kiosk.resume.model import Resume
from kiosk.storage import names, problems
from kiosk.storage.folder import FolderDrives
from kiosk.storage.save import FileToSave, Receipt, save
from kiosk.worker import Worker

READ = "kiosk.resume.jsonresume:loads"
READ_SECONDS = 4.5
"""For one file, so that with the start of the worker a refusal takes less than 5 s."""
RENDER = "kiosk.render.job:render"
RENDER_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The words of the command, each as it was typed."""

    files: Sequence[str]
    folder: str
    template: str | None
    formats: str
    paper: str
    language: str
    order: str
    fit: bool
    json: bool
    attach: bool
    robot_view: bool


@dataclass(frozen=True, slots=True, repr=False)
class _Look:
    """How the pages are to look: what the words of the command mean."""

    template: Template
    formats: frozenset[OutputFormat]
    paper: Paper
    language: str
    order: Order
    fit: bool
    today: date
    attach: bool

    def job(self, resume: Resume) -> RenderJob:
        return RenderJob(
            resume=resume,
            template=self.template.id,
            today=self.today,
            paper=self.paper,
            language=self.language,
            order=self.order,
            fit=self.fit,
            formats=self.formats,
            attach=self.attach,
        )


@dataclass(frozen=True, slots=True, repr=False)
class _Report:
    """What has been done so far: for programs in the words of the contract, and for people."""

    files: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[dict[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    robot_view: dict[str, str] = field(default_factory=dict)

    def add(
        self, file: str, receipt: Receipt, documents: Sequence[Document], notices: Iterable[Notice]
    ) -> None:
        self.lines.append(_("{file} is saved in {folder}:").format(file=file, folder=receipt.folder))
        for saved, document in zip(receipt.files, documents, strict=True):
            self.files.append(
                {
                    "path": str(saved.path),
                    "format": document.format.value,
                    "bytes": saved.size,
                    "sha256": saved.sha256,
                    "pages": document.pages,
                    "input": file,
                }
            )
            self.lines.append(f"  {saved.path.name}{_pages(document)}")
        self.lines.append("  " + receipt.verification.sentence)
        for notice in notices:
            self.warnings.append({"code": notice.code, "message": notice.message, "where": notice.where})
            self.lines.append("  " + _("Please note: {message}").format(message=notice.message))

    def tell(self, *, json: bool) -> None:
        if json:
            said: dict[str, Any] = {"files": self.files, "warnings": self.warnings}
            console.say_json(said | ({"robot_view": self.robot_view} if self.robot_view else {}))
        else:
            console.say("\n".join([*self.lines, *self._robot_lines()]))

    def _robot_lines(self) -> Iterator[str]:
        for file, text in self.robot_view.items():
            yield _("The PDF of {file}, as a machine reads it:").format(file=file)
            yield from (f"  {line}" for line in text.splitlines())


def run(request: Request, today: date) -> None:
    """Render every file and print what was saved; raises KioskError.

    What was saved before a problem stays, whole, and is printed before the problem is raised.
    """
    look = _look(request, today)
    report = _Report()
    with Worker() as worker:
        resumes = [_read(worker, file) for file in request.files]
        _need_fonts()
        drives = _folder(request.folder)
        drive = drives.mount(drives.drives()[0])
        try:
            for file, loaded in zip(request.files, resumes, strict=True):
                rendering = _rendered(worker, file, look.job(loaded.resume))
                name = names.resume_name(loaded.resume.basics.name)
                content = [FileToSave(it.format.value, it.content) for it in rendering.documents]
                receipt = save(drives, drive, name, content)
                report.add(file, receipt, rendering.documents, (*loaded.notices, *rendering.notices))
                if request.robot_view:
                    report.robot_view[file] = rendering.facts.text
        finally:
            if report.files:
                report.tell(json=request.json)


def _read(worker: Worker, file: str) -> Loaded:
    """Return what is in a file. It comes from outside, so only the worker looks into it."""
    path = Path(file)
    job = worker.submit(READ, read(path), path.name, timeout=READ_SECONDS)
    try:
        loaded: Loaded = job.result()
    except (TooSlow, WorkerDied) as problem:
        raise ResumeFileError(
            _("{file} is too large or too tangled to read.").format(file=file),
            _("Choose another file, or start a new resume."),
        ) from problem
    return loaded


def _folder(word: str) -> FolderDrives:
    """Return the folder that a word names. An empty one does not mean the folder that we stand in."""
    if not word:
        raise problems.missing(console.quoted(word))
    return FolderDrives(Path(word))


def _need_fonts() -> None:
    """Without a single font the layout library does not raise, it crashes."""
    if not fonts.here():
        raise RenderError(
            _("There are no fonts on this computer, so no page can be made."),
            _("Run ./start, which installs them."),
        )


def _rendered(worker: Worker, file: str, job: RenderJob) -> Rendering:
    try:
        rendering: Rendering = worker.submit(RENDER, job, timeout=RENDER_SECONDS).result()
    except TemplateError:
        raise
    except RenderError as problem:
        place = _("{file}, template {template}").format(file=file, template=job.template)
        raise type(problem)(f"{place}: {problem.message}", problem.remedy) from problem
    return rendering


def _look(request: Request, today: date) -> _Look:
    """Return what the words mean; raises InputError that names the word and what there is instead."""
    template = catalogue.templates()[0] if request.template is None else catalogue.find(request.template)
    formats = frozenset(
        OutputFormat(_one_of(OutputFormat, word.strip())) for word in request.formats.split(",")
    )
    if missing := formats - template.formats:
        raise InputError(
            _("The template {template} makes no {format} file.").format(
                template=template.id, format=min(missing).upper()
            ),
            _("Choose one of these: {known}.").format(known=", ".join(sorted(template.formats))),
        )
    return _Look(
        template,
        formats,
        Paper(_one_of(Paper, request.paper)),
        _one_of(i18n.languages("resume"), request.language),
        Order(_one_of(Order, request.order)),
        request.fit,
        today,
        request.attach,
    )


def _one_of(known: Iterable[str], word: str) -> str:
    listed = [str(it) for it in known]
    if word in listed:
        return word
    raise InputError(
        _("There is no {word} here.").format(word=console.quoted(word)),
        _("Choose one of these: {known}.").format(known=", ".join(listed)),
    )


def _pages(document: Document) -> str:
    if document.pages is None:
        return ""
    return ", " + ngettext("{n} page", "{n} pages", document.pages).format(n=document.pages)
