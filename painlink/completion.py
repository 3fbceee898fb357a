"""What a shell may complete: ids without help texts, which would make Typer load Rich."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from painlink.errors import PainlinkError

if TYPE_CHECKING:
    from painlink.knowledge import Knowledge


class Typed(Protocol):
    """What has been typed so far: Typer's context."""

    params: Mapping[str, Any]


def area(ctx: Typed, incomplete: str) -> list[str]:
    """Return the areas whose id begins with *incomplete*."""
    knowledge = _knowledge(ctx)
    return _beginning(knowledge.areas, incomplete) if knowledge else []


def mechanism(ctx: Typed, incomplete: str) -> list[str]:
    """Return the mechanisms whose id begins with *incomplete*."""
    knowledge = _knowledge(ctx)
    return _beginning(knowledge.mechanisms, incomplete) if knowledge else []


def entry(ctx: Typed, incomplete: str) -> list[str]:
    """Return the mechanisms, areas and approaches whose id begins with *incomplete*."""
    knowledge = _knowledge(ctx)
    if knowledge is None:
        return []
    ids = (*knowledge.mechanisms, *knowledge.areas, *knowledge.approaches)
    return _beginning(ids, incomplete)


def _knowledge(typed: Typed) -> "Knowledge | None":
    """Return the knowledge, with the own files named so far where they are sound.

    It is None where painlink's own is broken: a shell is no place for a traceback.
    """
    from painlink.loading import load, own_paths

    with suppress(PainlinkError):
        return load(own=own_paths(typed.params.get("data")))
    with suppress(PainlinkError):
        return load()
    return None


def _beginning(ids: Iterable[str], incomplete: str) -> list[str]:
    return [id_ for id_ in ids if id_.startswith(incomplete)]
