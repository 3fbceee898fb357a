"""The drawn body of a page: the areas asked about, and the links between them as lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from painlink.explain.explanation import Explanation
from painlink.explain.selection import links_between, links_to_others
from painlink.model.areas import Area
from painlink.model.entries import Link
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.pages.parts.origin import named, note
from painlink.pages.parts.picture import Figure, Spot, Stroke
from painlink.pages.sections.links import chain_path
from painlink.phrases import joined

Route = tuple[str, ...]
_PAIR = 2
_MOST_LINES = 8  # more of them cannot be told apart
_SEEN = "A drawn body, front and back."


def figure(knowledge: Knowledge, explanation: Explanation) -> tuple[Figure, ...]:
    """Return the picture of *explanation*, or none where an area asked about is not drawn."""
    strokes = tuple(
        stroke for stroke in _strokes(knowledge, explanation) if _is_drawn(knowledge, stroke)
    )
    ids = dict.fromkeys(id_ for stroke in strokes for route in stroke.routes for id_ in route)
    return marked(explanation.areas, [knowledge.areas[id_] for id_ in ids], strokes)


def marked(
    areas: Sequence[Area], reached: Sequence[Area] = (), strokes: tuple[Stroke, ...] = ()
) -> tuple[Figure, ...]:
    """Return the picture of *areas* with *strokes* to those *reached*; none if one is not drawn."""
    if not all(area.places for area in areas):
        return ()
    names = joined([named(area) for area in areas])
    lines = (f"{stroke.certainty.label}: {stroke.label}." for stroke in strokes)
    others = (area for area in reached if area not in areas)
    return (
        Figure(
            title=f"Where it hurts: {names}",
            description=" ".join((f"{_SEEN} Marked: {names}.", *lines)),
            spots=(
                *(Spot(area.id, area.places, asked=True) for area in areas),
                *(Spot(area.id, area.places, asked=False) for area in others),
            ),
            strokes=strokes,
        ),
    )


def _is_drawn(knowledge: Knowledge, stroke: Stroke) -> bool:
    return all(knowledge.areas[id_].places for route in stroke.routes for id_ in route)


def _strokes(knowledge: Knowledge, explanation: Explanation) -> Iterator[Stroke]:
    """Yield the lines of each level of certainty, surest first, and what they stand for.

    Of many lines only the surest are drawn; the page tells the others.
    """
    areas = explanation.areas
    if len(areas) == _PAIR:
        yield from _between_two(knowledge, explanation)
        return
    alone = len(areas) == 1
    routes = _to_others(knowledge, explanation) if alone else _each_two(knowledge, areas)
    drawn = 0
    for level in Certainty:
        reached = {route: link for route, link in routes.items() if link.certainty is level}
        if reached and (not drawn or drawn + len(reached) <= _MOST_LINES):
            drawn += len(reached)
            names = (_ends(knowledge, route, link, alone) for route, link in reached.items())
            yield Stroke(tuple(reached), level, "; ".join(names))


def _ends(knowledge: Knowledge, route: Route, link: Link, alone: bool) -> str:  # noqa: FBT001
    """Return what a line leads to, or between, and whose the best link behind it is."""
    areas = [knowledge.areas[id_] for id_ in route]
    told = areas[1].name if alone else joined([area.pain for area in areas])
    return f"{told}{note(link, *areas[int(alone) :])}"


def _between_two(knowledge: Knowledge, explanation: Explanation) -> Iterator[Stroke]:
    one, other = (area.id for area in explanation.areas)
    for level in Certainty:
        links = [link for link in explanation.links if link.certainty is level]
        names = [f"{link.name}{note(link)}" for link in links]
        if names:
            yield Stroke(((one, other),), level, "; ".join(dict.fromkeys(names)))
    for chain in explanation.chains:
        areas = (knowledge.areas[id_] for id_ in chain.areas)
        label = f"{chain_path(knowledge, chain)} (a chain){note(*chain.links, *areas)}"
        yield Stroke((chain.areas,), chain.certainty, label)


def _to_others(knowledge: Knowledge, explanation: Explanation) -> dict[Route, Link]:
    (area,) = explanation.areas
    others = links_to_others(knowledge, explanation)
    return {(area.id, other): links[0] for other, links in others.items()}


def _each_two(knowledge: Knowledge, areas: Iterable[Area]) -> dict[Route, Link]:
    return {
        (one.id, other.id): links[0]
        for one, other in combinations(areas, _PAIR)
        if (links := links_between(knowledge, one, other))
    }
