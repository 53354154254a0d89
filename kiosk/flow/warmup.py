"""The warm-up with mouse and keys: a table of things to try. Nothing is counted or kept.

They are what people at library desks are seen to stumble over: one click or two, a list that goes on below, a
capital letter, a space, taking a letter back, the way to the next box.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kiosk.flow.answers import MONTHS
from kiosk.i18n import N_, _


class Task(Enum):
    """What is to be done, and so what is on the screen."""

    PRESS = auto()
    TICK = auto()
    FIND = auto()
    TYPE = auto()
    NEXT_BOX = auto()


WITH_MOUSE = frozenset({Task.PRESS, Task.TICK, Task.FIND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One thing to try. Its texts are marked for translation; `{word}` in the title stands for `wanted`.

    `things` can be clicked; `wanted` is the one to find there, or what is to be in the box, `given` what is
    in it already; with `exact` capital letters count. `done` is said when it was done.
    """

    task: Task
    title: str
    help: str
    done: str
    things: tuple[str, ...] = ()
    wanted: str = ""
    given: str = ""
    exact: bool = True

    @property
    def with_mouse(self) -> bool:
        """Whether this is about the mouse."""
        return self.task in WITH_MOUSE

    def is_met_by(self, text: str) -> bool:
        """Whether `text` is what was to be typed; a space too many at an end does not matter."""
        wanted, typed = _(self.wanted), text.strip()
        return typed == wanted or (not self.exact and typed.casefold() == wanted.casefold())


OVER = N_("You are ready")
OVER_HELP = N_("You can click, type, and mend what you typed. That is all you need here.")
"""What is said when everything was tried, or passed by."""

EXERCISES = (
    Exercise(
        task=Task.PRESS,
        title=N_("Click the button"),
        help=N_(
            "Move the mouse on the table: the arrow moves with it. When the arrow is on the button, "
            "press the left side of the mouse once and let go."
        ),
        things=(N_("Click here"),),
        done=N_("That was a click. One click is always enough here."),
    ),
    Exercise(
        task=Task.TICK,
        title=N_("What do you like to drink?"),
        help=N_("Click a tile to put a tick on it. Click it again to take the tick away."),
        things=(N_("Coffee"), N_("Tea"), N_("Juice"), N_("Water")),
        done=N_("You will give many answers this way: with one click."),
    ),
    Exercise(
        task=Task.FIND,
        title=N_("Find {word} and click it"),
        help=N_(
            "The list goes on below. Turn the wheel of the mouse, or click low on the bar beside the list."
        ),
        things=MONTHS,
        wanted=MONTHS[-1],
        done=N_("You found it. Long screens move in the same way."),
    ),
    Exercise(
        task=Task.TYPE,
        title=N_("Type this word: {word}"),
        help=N_("Press one key after the other, and let go of each. There is no hurry."),
        wanted=N_("bread"),
        exact=False,
        done=N_("That is the word."),
    ),
    Exercise(
        task=Task.TYPE,
        title=N_("Type this name: {word}"),
        help=N_("For a capital letter, hold the Shift key down, press the letter, and let go of both."),
        wanted=N_("Ann"),
        done=N_("A capital letter and small ones. Names begin like this."),
    ),
    Exercise(
        task=Task.TYPE,
        title=N_("Type these two words: {word}"),
        help=N_("The long key at the bottom makes the space between two words."),
        wanted=N_("good day"),
        exact=False,
        done=N_("Two words, with a space between them."),
    ),
    Exercise(
        task=Task.TYPE,
        title=N_("Make it say: {word}"),
        help=N_(
            "The last letter should be another. The Backspace key takes away the letter before the line that "
            "blinks. Press it once, then type the right letter."
        ),
        wanted=N_("work"),
        given=N_("worj"),
        exact=False,
        done=N_("Mended. You can change what you typed as often as you like."),
    ),
    Exercise(
        task=Task.NEXT_BOX,
        title=N_("Go to the next box"),
        help=N_("Press the Tab key once: the thick line moves to the next box. There, press the Enter key."),
        things=(N_("First box"), N_("Second box")),
        done=N_("Tab goes to the next thing. Enter says: I am done here, go on."),
    ),
)
