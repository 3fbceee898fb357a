"""Which link is told first: a danger never stands before what is no danger, unless it must."""

from collections.abc import Iterable, Sequence

from painlink.explain.red_flags import signs_in_themselves
from painlink.model.areas import Area
from painlink.model.entries import Link
from painlink.model.knowledge import Knowledge


def no_dangers(links: Sequence[Link]) -> Sequence[Link]:
    """Return those of *links* that are no rare danger, or all where there are no such."""
    return [link for link in links if not link.danger] or links


def dangers_last(links: Iterable[Link]) -> list[Link]:
    """Return *links* in their order, but those that are a rare danger behind the others."""
    return sorted(links, key=lambda link: bool(link.danger))


def surest(knowledge: Knowledge, areas: Sequence[Area], links: Sequence[Link]) -> Link | None:
    """Return the first of *links*, most certain first, that a summary of *areas* may lead with.

    It is a danger only where having the pains is a sign of one.
    """
    if not signs_in_themselves(knowledge, areas):
        links = [link for link in links if not link.danger]
    return next(iter(links), None)
