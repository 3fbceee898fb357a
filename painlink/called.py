"""What everything is called, and which names come close to what somebody typed."""

from collections.abc import Iterable, Mapping

from painlink.knowledge import Called, Knowledge
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


def names_of(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Called]:
    """Return for every comparable name the name as written and the id of what it belongs to."""
    names: dict[str, Called] = {}
    for id_, spellings in named:
        for spelling in spellings:
            names.setdefault(comparable(spelling), Called(spelling, id_))
    names.pop("", None)
    return names


def suggestions(names: Mapping[str, Called], typed: str) -> tuple[str, ...]:
    """Return up to three near names of different things: those it begins, then the close ones."""
    from difflib import get_close_matches

    key = comparable(typed)
    begun = [name for name in names if len(key) >= _SHORTEST_PREFIX and name.startswith(key)]
    compared = names if len(names) <= _MOST_COMPARED else ()
    near = [*begun, *get_close_matches(key, compared, n=2 * _MOST_SUGGESTIONS, cutoff=_CLOSE)]
    nearest: dict[str, str] = {}
    for name in near:
        spelling, id_ = names[name]
        nearest.setdefault(id_, spelling)
    return tuple(nearest.values())[:_MOST_SUGGESTIONS]
