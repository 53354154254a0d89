"""What is worth saying once before the person goes on. Never a refusal: the second Next always goes on."""

from __future__ import annotations

from kiosk.flow.steps import Step
from kiosk.i18n import _
from kiosk.resume.model import Resume


def nudge(step: Step, resume: Resume) -> str:
    """Return one or two plain sentences about the answers of a screen, "" when there is nothing to say."""
    basics = resume.basics
    if step.id == "name" and not basics.name.strip():
        return _("An employer looks for your name first. Please write it, or press Next to add it later.")
    if step.id == "contact" and not (basics.phone.strip() or basics.email.strip()):
        return _("An employer needs a way to call or write to you. A phone number or an email is enough.")
    return ""
