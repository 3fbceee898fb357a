"""What points to an entry: as its source, its mechanism, or in any other way."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from painlink.explain.explanation import cited
from painlink.model.areas import Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, RedFlag
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import references

Pointing = Area | Mechanism | Link | Pair | RedFlag | Approach


def mentions(knowledge: Knowledge, id_: str) -> Sequence[Pointing]:
    """Return everything in the knowledge that points to *id_*, as a source or in any other way."""
    return pointers(knowledge).get(id_, ())


def pointers(knowledge: Knowledge) -> dict[str, list[Pointing]]:
    """Return what points to each id, as `mentions` tells of one.

    Who wants to know it of many has it at once: to ask one by one looks through all each time.
    """
    found: dict[str, list[Pointing]] = {}
    for record, ids in _pointing(knowledge):
        for id_ in ids:
            found.setdefault(id_, []).append(record)
    return found


def _pointing(knowledge: Knowledge) -> Iterator[tuple[Pointing, set[str]]]:
    """Yield each record with the ids that it points to."""
    # The evidence of these names every source that their texts cite.
    groups: tuple[Iterable[Area | Link | Pair | RedFlag], ...] = (
        knowledge.areas.values(),
        knowledge.links.values(),
        knowledge.pairs.values(),
        knowledge.red_flags.values(),
    )
    for record in chain.from_iterable(groups):
        ids = {target for _, _, target in references(record)}
        yield record, ids | ({record.mechanism} if isinstance(record, Link) else set())
    for mechanism in knowledge.mechanisms.values():
        yield mechanism, set(cited([mechanism]))
    for approach in knowledge.approaches.values():
        yield approach, {*cited([approach]), *(target for _, _, target in references(approach))}
