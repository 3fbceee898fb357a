"""What a shell may complete: names and ids. Nothing of an entry is read but its id.

What none of this completes, such as the paths of files, shells complete by themselves.
"""

import os.path
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from painlink.errors import PainlinkError

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge


class Typed(Protocol):
    """What has been typed so far: Typer's context."""

    params: Mapping[str, Any]


def complete_area(ctx: Typed, incomplete: str) -> list[str]:
    """Return the areas whose id begins with *incomplete*."""
    knowledge = _knowledge(ctx)
    return _beginning(knowledge.areas, incomplete) if knowledge else []


def complete_mechanism(ctx: Typed, incomplete: str) -> list[str]:
    """Return the mechanisms whose id begins with *incomplete*."""
    knowledge = _knowledge(ctx)
    return _beginning(knowledge.mechanisms, incomplete) if knowledge else []


def complete_entry(ctx: Typed, incomplete: str) -> list[str]:
    """Return the mechanisms, areas and approaches whose id begins with *incomplete*.

    Once something is typed also the links, pairs, red flags and sources: nearly a thousand.
    """
    knowledge = _knowledge(ctx)
    if knowledge is None:
        return []
    few = (knowledge.mechanisms, knowledge.areas, knowledge.approaches)
    return [
        id_
        for group in (knowledge.groups if incomplete else few)
        for id_ in _beginning(group, incomplete)
    ]


def complete_kind(incomplete: str) -> list[str]:
    """Return the kinds of knowledge files whose name begins with *incomplete*."""
    from painlink.model.kinds import HANDED, OWN, SINGLES
    from painlink.model.words.language import LANGUAGE

    return _beginning((*OWN, *HANDED, *SINGLES, *LANGUAGE), incomplete)


def complete_word(words: Iterable[str], incomplete: str) -> list[str]:
    """Return which of a closed set of *words* begin with *incomplete*."""
    return _beginning(map(str, words), incomplete.casefold())


def _knowledge(typed: Typed) -> "Knowledge | None":
    """Return the knowledge, with the own files named so far where they are sound.

    It is None where painlink's own is broken: a shell is no place for a traceback.
    """
    from painlink.knowledge.loading import load, own_paths

    # The shell has not put the home folder in place of "~" yet.
    named = [os.path.expanduser(path) for path in typed.params.get("data") or ()]  # noqa: PTH111, it never fails
    with suppress(PainlinkError):
        return load(own=own_paths(named))
    with suppress(PainlinkError):
        return load()
    return None


def _beginning(ids: Iterable[str], incomplete: str) -> list[str]:
    return [id_ for id_ in ids if id_.startswith(incomplete)]
