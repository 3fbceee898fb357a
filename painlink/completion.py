"""What a shell may complete: ids without help texts, which would make Typer load Rich."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from painlink.errors import InvalidKnowledge

if TYPE_CHECKING:
    from painlink.knowledge import Knowledge


def area(incomplete: str) -> list[str]:
    """Return the areas whose id begins with *incomplete*."""
    knowledge = _knowledge()
    return _beginning(knowledge.areas, incomplete) if knowledge else []


def mechanism(incomplete: str) -> list[str]:
    """Return the mechanisms whose id begins with *incomplete*."""
    knowledge = _knowledge()
    return _beginning(knowledge.mechanisms, incomplete) if knowledge else []


def entry(incomplete: str) -> list[str]:
    """Return the mechanisms, areas and approaches whose id begins with *incomplete*."""
    knowledge = _knowledge()
    if knowledge is None:
        return []
    ids = (*knowledge.mechanisms, *knowledge.areas, *knowledge.approaches)
    return _beginning(ids, incomplete)


def _knowledge() -> "Knowledge | None":
    """Return the knowledge, or None where it is broken: a shell is no place for a traceback."""
    from painlink.loading import load

    try:
        return load()
    except InvalidKnowledge:
        return None


def _beginning(ids: Iterable[str], incomplete: str) -> list[str]:
    return [id_ for id_ in ids if id_.startswith(incomplete)]
