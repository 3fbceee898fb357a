"""What everything is called, and which names come close to what somebody typed."""

from collections.abc import Iterable, Mapping

from painlink.knowledge import Knowledge
from painlink.model import Approach, Area, Link, Mechanism, Pair, RedFlag, Source
from painlink.words import comparable

Entry = Area | Mechanism | Link | Pair | RedFlag | Approach | Source

_CLOSE = 0.7  # of difflib's ratio: lets one slip in a short word pass, and no other word
_SHORTEST_PREFIX = 3
_MOST_SUGGESTIONS = 3
_MOST_COMPARED = 20_000  # names: ten times what painlink has; more would take seconds


def called(thing: Area | Mechanism | Approach) -> tuple[str, ...]:
    """Return everything that *thing* is called, its name first; its id is not among them."""
    match thing:
        case Area():
            return (thing.name, thing.pain, *thing.aliases)
        case Mechanism():
            return (thing.name, thing.plain, thing.term, *thing.aliases)
        case Approach():
            return (thing.name, thing.term, *thing.aliases)


def groups(knowledge: Knowledge) -> tuple[Mapping[str, Entry], ...]:
    """Return everything that has an id of its own, a group for each kind."""
    return (
        knowledge.mechanisms,
        knowledge.areas,
        knowledge.links,
        knowledge.pairs,
        knowledge.approaches,
        knowledge.red_flags,
        knowledge.sources,
    )


def names_of(named: Iterable[tuple[str, Iterable[str]]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return whose name each comparable name is, and how it is written where that differs.

    *named* are ids, each with its names; who claims a name first has it.
    """
    owners: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for id_, spelled in named:
        for spelling in spelled:
            name = comparable(spelling)
            if name and name not in owners:
                owners[name] = id_
                if name != spelling:
                    spellings[name] = spelling
    return owners, spellings


def suggestions(
    owners: Mapping[str, str], spellings: Mapping[str, str], typed: str
) -> tuple[str, ...]:
    """Return up to three near names of different things: those it begins, then the close ones."""
    # Late: only a word that names nothing needs it.
    from difflib import get_close_matches

    key = comparable(typed)
    begun = [name for name in owners if len(key) >= _SHORTEST_PREFIX and name.startswith(key)]
    compared = owners if len(owners) <= _MOST_COMPARED else ()
    near = [*begun, *get_close_matches(key, compared, n=2 * _MOST_SUGGESTIONS, cutoff=_CLOSE)]
    nearest: dict[str, str] = {}
    for name in near:
        nearest.setdefault(owners[name], spellings.get(name, name))
    return tuple(nearest.values())[:_MOST_SUGGESTIONS]
