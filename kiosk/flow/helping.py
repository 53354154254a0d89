"""What *Help* says about each screen, beside what stands there anyway, and the keys that work everywhere."""

from __future__ import annotations

from kiosk.flow.step import PageKind, Step
from kiosk.i18n import N_

KINDS: dict[PageKind, tuple[str, ...]] = {
    PageKind.HOME: (
        N_("Press one of the large doors. The first one starts a new resume."),
        N_("A resume is one page that tells an employer who you are and what you can do."),
        N_("Most people need about 30 minutes. You can stop and go on another day."),
    ),
    PageKind.WARM_UP: (
        N_("This is only to try. Nothing you do here is kept, and nothing can break."),
        N_("Press Next to go on at any time, or Stop to go back to the first screen."),
    ),
    PageKind.DRIVE: (
        N_("A USB drive is a small stick that you plug into the computer. Your files go there."),
        N_("Push it in gently. When it does not fit, turn it over."),
        N_("You have none? The staff may lend you one. You can also go on without it and print."),
    ),
    PageKind.OPEN: (
        N_("Put in the drive that you used last time. Then press your resume in the list."),
        N_("Nothing on your drive is changed until you save."),
    ),
    PageKind.PATH: (
        N_("Tick everything that is true. It decides what we ask you next."),
        N_("You can come back and change it at any time."),
    ),
    PageKind.FORM: (
        N_("Click in a box and type. Then press Enter, or press Next."),
        N_("You do not know it, or do not want to say it? Leave it blank and press Skip this."),
        N_("The page beside the question shows what an employer will see."),
    ),
    PageKind.GAP: (
        N_("Press what you did in that time. One short line goes on your page, with its years."),
        N_("You never have to say why. Rather not say is a good answer: nothing is added then."),
    ),
    PageKind.ENTRIES: (
        N_("Press the button to add one. When it is done you come back here and can add more."),
        N_("You removed one by mistake? Press Undo."),
    ),
    PageKind.REVIEW: (
        N_("Read every line, slowly. Press Change beside what is not right. You come back here."),
        N_("It helps to hear it, or to have a friend read it."),
    ),
    PageKind.ORDER: (
        N_("Press a picture. Your words stay the same, only their order changes."),
        N_("You are not sure? Keep the one that is ticked."),
    ),
    PageKind.LOOK: (
        N_("Press a picture. Your words stay the same, only their look changes."),
        N_("Employers and job websites can read every one of them."),
    ),
    PageKind.SAVE: (
        N_("Press the dark button. We write your files on the drive and read them again to be sure."),
        N_("Leave the drive in until we say that you may take it."),
    ),
    PageKind.NO_DRIVE: (
        N_("Without a drive, nothing is kept here. Print your page, or take its words with your phone."),
        N_("The staff may lend you a drive."),
    ),
    PageKind.PRINT: (
        N_("Say how many you want and press the dark button. Then walk to the printer."),
        N_("One for you and one for each employer you visit is a good start."),
    ),
    PageKind.CODES: (
        N_(
            "Open the camera of your phone and hold it in front of a square. Your words come up on the phone."
        ),
        N_("Keep them there, or send them to yourself later."),
    ),
    PageKind.DONE: (
        N_("Take your drive with you. Then press Finish and erase."),
        N_("After that, nobody can see on this computer what you typed."),
    ),
}
"""Two or three sentences for each kind of page."""

STEPS: dict[str, tuple[str, ...]] = {
    "name": (
        N_("Write your name as people at work should say it. It goes at the top of your page."),
        N_("It does not have to be the name on your papers."),
    ),
    "contact": (
        N_("Write at least one way to reach you that you look at every day."),
        N_("You have no address, or do not want to give one? Your city and state are enough."),
        N_("You have no email? A phone number is fine. The staff can help you get an email address."),
    ),
    "wanted": (
        N_("Type a few letters and press the job that fits, or write your own words."),
        N_("You can want another job than you had before."),
    ),
    "work.lines": (
        N_("Tick only what you really did. An employer may ask you about each line."),
        N_("Three to five lines are enough. Numbers help: how many, how often, how fast."),
    ),
    "work.dates": (
        N_("The year is enough. You do not know it exactly? Write what you think is right."),
        N_("You still work there? Tick that, and leave the end blank."),
    ),
    "skills": (
        N_("Pick what you can do without help. Six to ten are enough."),
        N_("Think of tools, machines, computers, and of what people thank you for."),
    ),
    "summary": (
        N_("One or two short sentences that say who you are at work. Many pages do well without."),
        N_("It sits at the top of your page, under your name."),
    ),
}
"""What says more than the kind does, by the id of a step."""

KEYS: tuple[tuple[str, str], ...] = (
    (N_("Tab"), N_("Go to the next box or button. Shift and Tab go back.")),
    (N_("Enter or Space"), N_("Press the button that is yellow.")),
    (N_("Alt and arrow left"), N_("Go back one screen.")),
    (N_("Ctrl and Z"), N_("Undo. Ctrl and Y do it again.")),
    (N_("Ctrl and S"), N_("Save now.")),
    (N_("Ctrl and plus"), N_("Larger text. Ctrl and minus make it smaller.")),
    (N_("F1"), N_("Open this help.")),
    (N_("F8"), N_("Read aloud, or stop reading.")),
    (N_("F9 or Pause"), N_("Hide your page from other people, or show it again.")),
    (N_("Esc"), N_("Close what lies over the screen.")),
)
"""Keys, and what each does on every screen."""

BUTTONS: tuple[tuple[str, str, str], ...] = (
    ("lifebuoy", N_("Places that help"), N_("Phone numbers for food, a bed, work, and somebody to talk to.")),
    ("tools", N_("Tools"), N_("Read aloud, hide your page, and keys on the screen.")),
    ("text-larger", N_("Larger text"), N_("Makes every word on the screen larger.")),
    ("contrast", N_("High contrast"), N_("White words on black.")),
    ("undo", N_("Undo"), N_("Takes back what you did last, as often as you like.")),
    ("finish", N_("Finish and erase"), N_("When you are done: takes everything of yours off this computer.")),
)
"""What stands around every screen: its picture, its name, and what it does."""


def about(step: Step) -> tuple[str, ...]:
    """Return what to know about a screen, untranslated: its own help, and two or three sentences."""
    own = (step.help,) if step.help else ()
    return (*own, *STEPS.get(step.id, KINDS.get(step.kind, ())))
