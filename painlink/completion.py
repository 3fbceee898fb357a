"""What a shell may complete: ids without help texts, which would make Typer load Rich."""

from collections.abc import Iterable


def area(incomplete: str) -> list[str]:
    """Return the areas whose id begins with *incomplete*."""
    from painlink.knowledge import load

    return _beginning(load().areas, incomplete)


def mechanism(incomplete: str) -> list[str]:
    """Return the mechanisms whose id begins with *incomplete*."""
    from painlink.knowledge import load

    return _beginning(load().mechanisms, incomplete)


def entry(incomplete: str) -> list[str]:
    """Return the mechanisms, areas and approaches whose id begins with *incomplete*."""
    from painlink.knowledge import load

    knowledge = load()
    ids = (*knowledge.mechanisms, *knowledge.areas, *knowledge.approaches)
    return _beginning(ids, incomplete)


def _beginning(ids: Iterable[str], incomplete: str) -> list[str]:
    return [id_ for id_ in ids if id_.startswith(incomplete)]
