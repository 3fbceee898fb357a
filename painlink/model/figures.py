"""What a page draws beside its words: shares of 100 people, and boxes to tick."""

from typing import NamedTuple

from painlink.model.grades import Prose


class Share(NamedTuple):
    """How many of 100 people of one group have something: `of_100`, or from there to `up_to`."""

    group: str
    of_100: int
    source: str
    up_to: int | None = None

    @property
    def in_words(self) -> str:
        """The number: "66", "80 to 83"."""
        return f"{self.of_100}" if self.up_to is None else f"{self.of_100} to {self.up_to}"


class Shares(NamedTuple):
    """`what` is counted, and how many of 100 people have it, in groups to set side by side.

    The entry that they stand in tells the same in words.
    """

    what: str
    groups: tuple[Share, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that they rest on."""
        return frozenset(one.source for one in self.groups)

    @property
    def in_words(self) -> str:
        """What is counted and each number, with its source, as one sentence."""
        told = (f"{one.group} [{one.source}]: {one.in_words} of 100" for one in self.groups)
        return f"{self.what}: {'; '.join(told)}."


class Sketch(NamedTuple):
    """A move, drawn with signs line by line, and what it `shows` in words."""

    lines: tuple[str, ...]
    shows: Prose


class Ticks(NamedTuple):
    """A row of boxes to tick by hand: what for, and what stands at each."""

    label: Prose
    boxes: tuple[str, ...]
