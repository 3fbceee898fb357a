"""Who has reviewed the content: all of it, or parts of what is said of two areas."""

from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """A part of what is said of two areas, in the order that matters for safety."""

    SIGNS = "signs"
    ANSWERS = "answers"
    OPTIONS = "options"
    LINKS = "links"
    CAUSES = "causes"
    AREAS = "areas"


class Reviewer(NamedTuple):
    """Somebody with the training to judge it who has reviewed the content."""

    name: str
    role: str
    date: str


class Reviewed(NamedTuple):
    """A part that somebody has reviewed; `text` is the mark of its words, as the sheet tells it."""

    part: Part
    text: str


class Review(NamedTuple):
    """What somebody with the training to judge it has reviewed of a pair, and in which month."""

    name: str
    role: str
    date: str
    what: tuple[Reviewed, ...]


class Standing(NamedTuple):
    """A review of a pair as it holds today: of what, and what of that has changed since.

    `left` is what there is of the pair besides. `origin` tells whose review it is where it is not
    painlink's.
    """

    name: str
    role: str
    date: str
    what: tuple[Part, ...]
    changed: tuple[Part, ...]
    left: tuple[Part, ...]
    origin: str | None = None
