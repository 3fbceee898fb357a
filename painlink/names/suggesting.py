"""Which names come close to what somebody typed."""

from collections.abc import Mapping

from painlink.model.words.naming import comparable

_CLOSE = 0.7  # of difflib's ratio: lets one slip in a short word pass, and no other word
_SHORTEST_PREFIX = 3
_MOST_SUGGESTIONS = 3
_MOST_COMPARED = 20_000  # names: ten times what painlink has; more would take seconds


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
