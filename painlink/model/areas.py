"""The areas of the body, and what a person with pain in one can do and expect.

Field names are the keys of `data/areas.yaml`, in the same order, as with all entries.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painlink.model.grades import Evidence, Prose, View


class Place(NamedTuple):
    """Where an area lies on the drawn body: the middle and the size of an ellipse.

    The body is 100 units wide and 220 high, `x` from the left and `y` from the top, as one looks
    at it from the front or from the back.
    """

    view: View
    x: int
    y: int
    width: int
    height: int


class Professional(NamedTuple):
    """Who is seen, and `what` for: "a pharmacist" for "which pain medicine suits you"."""

    who: str
    what: str


class Exercise(NamedTuple):
    """A movement to try, step by step: `how`, how many `times`, and when to stop."""

    name: str
    how: Prose
    times: Prose
    stop_if: Prose


class Guidance(NamedTuple):
    """What a person with pain in one area can do and expect, whatever causes it.

    `mostly` tells what such pain mostly comes from, `usually` what happens with it, `eases` what
    can be done in the next hours. `visit` tells what is asked and checked, `scan` when one helps,
    `offered` what else care may be, such as a shot or an operation, what it does and its risk.
    `pages` are sources of a health service that patients read, `group` the page of a body that
    stands by people with such pain, or with any that lasts.
    """

    mostly: Prose
    usually: Prose
    eases: tuple[Prose, ...]
    whom: tuple[Professional, ...]
    pages: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    visit: Prose | None = None
    scan: Prose | None = None
    in_daily_life: Prose | None = None
    offered: Prose | None = None
    group: str | None = None
    exercises: tuple[Exercise, ...] = ()


class Area(NamedTuple):
    """A place that hurts.

    `name` reads in a sentence ("the lower back"), `pain` is what its pain is called ("low back
    pain"). `part_of` names the wider area it belongs to. `red_flags` are its headline emergency
    signs, in the order a short page shows them; `today` the signs it names as needing a doctor
    today, `soon` in the next days or weeks. `care_first` says that new pain here is looked at
    before anything is tried; `see_first` is what to have seen first where only some of it is.
    `region` is what part of the body a list of signs is split by: "Head and face".
    `places` are where it is drawn; the first is where a line to it ends. `guidance` is what a
    person can do and expect.
    """

    id: str
    name: str
    pain: str
    aliases: tuple[str, ...]
    red_flags: tuple[str, ...]
    today: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()
    part_of: str | None = None
    care_first: bool = False
    see_first: Prose | None = None
    region: str | None = None
    uberon: str | None = None
    hpo: str | None = None
    places: tuple[Place, ...] = ()
    guidance: Guidance | None = None
    origin: str | None = None


def guided(areas: Iterable[Area]) -> Iterator[tuple[Area, Guidance]]:
    """Yield those of *areas* for which there is guidance, each with it."""
    for area in areas:
        if area.guidance:
            yield area, area.guidance


class AmbiguousWord(NamedTuple):
    """Words that could mean several areas, so that painlink asks back instead of choosing."""

    id: str
    words: tuple[str, ...]
    areas: tuple[str, ...]
    origin: str | None = None
