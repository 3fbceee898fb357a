"""Ways from one area to another through a third, and how sure they are."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from painlink.model.entries import Link
from painlink.model.grades import Certainty, Direction, Relation
from painlink.model.knowledge import Knowledge, Tie


class Chain(NamedTuple):
    """Two links through a third area; never surer than the weaker, and rated down one level."""

    id: str
    areas: tuple[str, str, str]
    certainty: Certainty
    links: tuple[Link, Link]


def chains_between(knowledge: Knowledge, one: str, other: str) -> Iterator[Chain]:
    """Yield the chains between two areas that their pair says are worth showing.

    The first area acts on the middle one, which acts on the last or is felt in it. No direct route
    is surer than the weaker step: where a straight answer is better, a detour explains nothing.
    """
    pair = knowledge.pair(one, other)
    for start, end in ((one, other), (other, one)):
        starts, ends = knowledge.scope(start), knowledge.scope(end)
        direct = _best(_routes(knowledge, starts, ends))
        for middle in pair.through if pair else ():
            first = _best(_routes(knowledge, starts, {middle}, (Relation.ACTS_ON,)))
            second = _best(_routes(knowledge, {middle}, ends))
            if first is None or second is None:
                continue
            steps = (knowledge.links[first.id], knowledge.links[second.id])
            weaker = max(first.certainty, second.certainty, key=lambda level: level.rank)
            if direct is None or weaker.rank <= direct.certainty.rank:
                yield Chain(
                    id=f"{start}--{middle}--{end}",
                    areas=(start, middle, end),
                    certainty=weaker.rated_down(),
                    links=steps,
                )


def _routes(
    knowledge: Knowledge,
    starts: AbstractSet[str],
    ends: AbstractSet[str],
    relations: Sequence[Relation] = (Relation.ACTS_ON, Relation.FELT_IN),
) -> Iterator[Tie]:
    for tie in knowledge.register.ties:
        runs = tie.from_ in starts and tie.to in ends
        back = tie.to in starts and tie.from_ in ends
        fits = runs or (back and tie.direction is Direction.TWO_WAY)
        if fits and knowledge.mechanisms[tie.mechanism].relation in relations:
            yield tie


def _best(ties: Iterable[Tie]) -> Tie | None:
    return min(ties, key=lambda tie: tie.certainty.rank, default=None)
