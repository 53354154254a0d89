"""What lpstat(1) prints, understood. Nothing here starts a program.

The words are those of CUPS 2.2 to 2.4 in the C locale (systemv/lpstat.c). What is not understood is passed
over: a printer with an odd name or an unknown reason must not keep a page from being printed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kiosk.printing.types import JobNow, JobState, Printer, Trouble

_PRINTER = re.compile(r"printer (\S+) (?:is|now|disabled) ")
_STOPPED = re.compile(r"printer \S+ disabled ")
_ACCEPTS = re.compile(r"(\S+) (not )?accepting requests since")
_DEFAULT = re.compile(r"system default destination: ([^\s/]+)")
_DETAIL = re.compile(r"\t(Description|Location|Alerts): ?(.*)")
_JOB = re.compile(r"(\S+-\d+)\s")

_REASONS = (
    (Trouble.PAUSED, ("paused", "moving-to-paused", "shutdown")),
    (Trouble.PAPER, ("media-empty", "media-needed", "input-tray-missing")),
    (Trouble.JAM, ("media-jam",)),
    (Trouble.OPEN, ("door-open", "cover-open", "interlock-open")),
    (Trouble.INK, ("toner-empty", "marker-supply-empty", "developer-empty", "marker-waste-full")),
    (Trouble.TRAY_FULL, ("output-area-full", "output-tray-missing")),
    (Trouble.OFFLINE, ("offline", "timed-out")),
    (Trouble.OTHER, ("other", "stopped-partly", "stopping", "fuser-over-temp", "spool-area-full")),
)
"""The keywords of `printer-state-reasons` (RFC 8011, 5.4.12) that mean that nothing comes out.

`connecting-to-device` is not among them: every network printer says it for a moment.
"""

_SEVERITY = re.compile(r"-(error|warning|report)$")


def printers(said: str) -> tuple[Printer, ...]:
    """Return the printers that `lpstat -l -d -a -p` told of, in its order."""
    found: dict[str, Printer] = {}
    now = ""
    for line in said.splitlines():
        if match := _PRINTER.match(line):
            now = match[1]
            trouble = Trouble.PAUSED if _STOPPED.match(line) else None
            found[now] = replace(found.get(now, Printer(name=now)), trouble=trouble)
        elif now and (match := _DETAIL.match(line)):
            found[now] = _detailed(found[now], match[1], match[2].strip())
        elif match := _ACCEPTS.match(line):
            found[match[1]] = replace(found.get(match[1], Printer(name=match[1])), accepts=not match[2])
    default = _DEFAULT.search(said)
    if default and default[1] in found:
        found[default[1]] = replace(found[default[1]], is_default=True)
    return tuple(found.values())


def trouble_of(reasons: str) -> Trouble | None:
    """Return what `printer-state-reasons` mean to who waits for a page, None when nothing is wrong."""
    words = reasons.replace(",", " ").split()
    # A warning is no reason to worry anybody: low toner still prints. A stopped printer says so by itself.
    serious = {_SEVERITY.sub("", word) for word in words if not word.endswith(("-warning", "-report"))}
    return next((kind for kind, keywords in _REASONS if serious & set(keywords)), None)


def job(said: str, wanted: str, printer: Printer | None) -> JobNow:
    """Return how far job `wanted` is by `lpstat -l -W not-completed -o`; what is not listed there is gone."""
    lines = iter(said.splitlines())
    if not any((match := _JOB.match(line)) and match[1] == wanted for line in lines):
        return JobNow(JobState.GONE)
    alerts = ""
    for line in lines:
        if not line.startswith("\t"):
            break
        if match := _DETAIL.match(line):
            alerts = match[2]
    state = _state(alerts.replace(",", " ").split())
    # Who waits for the staff anyway need not hear of the printer, whose words may be left from another job.
    trouble = None if printer is None or state is JobState.HELD else printer.trouble
    return JobNow(state, trouble)


def _state(alerts: list[str]) -> JobState:
    if any(alert.startswith("job-hold") or alert == "job-held-for-review" for alert in alerts):
        return JobState.HELD
    return JobState.PRINTING if "job-printing" in alerts else JobState.WAITING


def _detailed(printer: Printer, what: str, value: str) -> Printer:
    if what == "Description":
        return replace(printer, label=value)
    if what == "Location":
        return replace(printer, place=value)
    return replace(printer, trouble=trouble_of(value) or printer.trouble)
