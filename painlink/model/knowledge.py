"""Everything painlink knows: the entries of all files, and how they belong together."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from painlink.model.about import About, Handout, Wording
from painlink.model.areas import AmbiguousWord, Area
from painlink.model.entries import Approach, Entry, Link, Mechanism, Pair, RedFlag, Source, pair_id
from painlink.model.grades import Certainty, Direction
from painlink.model.kinds import OWN
from painlink.model.practice import Handed
from painlink.model.words.vocabulary import Vocabulary


class Tie(NamedTuple):
    """A link without its texts: enough to tell whether somebody asked for it."""

    id: str
    from_: str
    to: str
    direction: Direction
    certainty: Certainty
    mechanism: str
    origin: str | None = None


class Register(NamedTuple):
    """What is looked through whole to find the few entries that an answer needs.

    `wholes` tells of each area which one it is a part of, `everyday` of each mechanism that makes
    several areas ache in everyday life which these are. `names` tell whose name it is, of each
    name of the areas, mechanisms and approaches as `naming.comparable` makes it, by kind;
    `spellings` how it is written.
    """

    ties: tuple[Tie, ...]
    wholes: Mapping[str, str | None]
    everyday: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Mapping[str, str]]
    spellings: Mapping[str, Mapping[str, str]]


class Knowledge(NamedTuple):
    """Everything painlink knows, by id, in the order of the files. Every reference resolves.

    `mechanisms` come without their links, which stand in `links`, mechanism by mechanism.
    Where a reader has laid own entries over it, *beneath* is what painlink says without them, and
    *notes* tell what of theirs was not read, and what takes the place of something. *handed* is
    what their practice puts on its sheets.
    """

    areas: Mapping[str, Area]
    ambiguous_words: Mapping[str, AmbiguousWord]
    mechanisms: Mapping[str, Mechanism]
    links: Mapping[str, Link]
    pairs: Mapping[str, Pair]
    red_flags: Mapping[str, RedFlag]
    approaches: Mapping[str, Approach]
    sources: Mapping[str, Source]
    handout: Handout
    wording: Wording
    about: About
    lexicon: Mapping[str, Any]
    register: Register
    beneath: "Knowledge | None" = None
    notes: tuple[str, ...] = ()
    handed: Handed = Handed()

    @property
    def vocabulary(self) -> Vocabulary:
        """What texts are understood with: the fields that `lexicon` holds until one is needed."""
        return Vocabulary(**self.lexicon)

    def mechanism(self, id_: str) -> Mechanism:
        """Return a mechanism with its links."""
        own = (tie.id for tie in self.register.ties if tie.mechanism == id_)
        return self.mechanisms[id_]._replace(links=tuple(self.links[link] for link in own))

    @property
    def groups(self) -> tuple[Mapping[str, Entry], ...]:
        """Everything that has an id of its own, a group for each kind."""
        return (
            self.mechanisms,
            self.areas,
            self.links,
            self.pairs,
            self.approaches,
            self.red_flags,
            self.sources,
        )

    @property
    def kinds(self) -> dict[str, str]:
        """Return of every id the kind of entry it belongs to: the name of its file."""
        return {id_: kind for kind in OWN for id_ in getattr(self, kind)}

    def alone(self, areas: Iterable[str]) -> "Knowledge | None":
        """Return what painlink says without a reader's own entries, where it knows all *areas*.

        That is None where nothing is laid over it.
        """
        below = self.beneath
        return below if below and below.areas.keys() >= set(areas) else None

    def parts(self, area: str) -> tuple[str, ...]:
        """Return the ids of the areas that are a part of *area*."""
        return tuple(other for other, whole in self.register.wholes.items() if whole == area)

    def scope(self, area: str) -> frozenset[str]:
        """Return the ids under which facts about *area* stand: itself, its whole, its parts."""
        whole = self.register.wholes[area]
        return frozenset({area, *self.parts(area)} | ({whole} if whole else set()))

    def pair(self, one: str, other: str) -> Pair | None:
        """Return what is known about two areas, asked for in either order.

        A pair without an answer of its own takes that of the wider areas they are part of, else
        that of their parts where only one of these has an answer. No pair that a reader lays over
        painlink's takes away the answer that painlink finds without it.
        """
        if exact := self.pairs.get(pair_id(one, other)):
            return exact
        if (below := self.alone((one, other))) and (found := below.pair(one, other)):
            return self.pairs[found.id]
        for near in (self._whole, self.parts):
            steps = (
                [(one, other)],
                [(one, second) for second in near(other)] + [(first, other) for first in near(one)],
                [(first, second) for first in near(one) for second in near(other)],
            )
            for step in steps:
                near_by = [
                    self.pairs[id_] for pair in step if (id_ := pair_id(*pair)) in self.pairs
                ]
                if len(near_by) == 1:
                    return near_by[0]
        return None

    def pairs_among(self, areas: Sequence[str]) -> tuple[Pair, ...]:
        """Return what is known about each two of *areas*, where something is."""
        found = (self.pair(one, other) for one, other in combinations(areas, 2))
        return tuple(pair for pair in found if pair)

    def _whole(self, area: str) -> tuple[str, ...]:
        whole = self.register.wholes[area]
        return (whole,) if whole else ()
