"""Which entries concern an area, a certainty or a mechanism, and which links join two areas."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from painlink.explain.explanation import Explanation, cited, links_among
from painlink.explain.pointers import pointers
from painlink.explain.surest import no_dangers
from painlink.model.areas import Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, pair_id
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge, Tie


class Selection(NamedTuple):
    """What a reader wants to see only; None means all."""

    area: Area | None = None
    certainty: Certainty | None = None
    mechanism: Mechanism | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()


def selected_ties(knowledge: Knowledge, selection: Selection) -> Iterator[Tie]:
    """Yield the ties of the links that *selection* asks for."""
    scope = knowledge.scope(selection.area.id) if selection.area else knowledge.areas.keys()
    for tie in knowledge.register.ties:
        if not scope & {tie.from_, tie.to} or selection.certainty not in (None, tie.certainty):
            continue
        if selection.mechanism is None or selection.mechanism.id == tie.mechanism:
            yield tie


def selected(knowledge: Knowledge, selection: Selection) -> frozenset[str]:
    """Return the ids of everything that *selection* asks for."""
    links = [knowledge.links[tie.id] for tie in selected_ties(knowledge, selection)]
    ids = {id_ for link in links for id_ in (link.id, link.mechanism)}
    ids |= {end for link in links for end in (link.from_, link.to)}
    ids |= {pair_id(link.from_, link.to) for link in links} & knowledge.pairs.keys()
    ids |= {approach.id for approach in _selected_approaches(knowledge, selection)}
    pointing = []
    if selection.area and selection == Selection(area=selection.area):
        scope = knowledge.scope(selection.area.id)
        pointing_to = pointers(knowledge)
        pointing = [
            record
            for id_ in scope
            for record in pointing_to.get(id_, ())
            if not isinstance(record, Pair) or scope & set(record.areas)
        ]
        ids |= {record.id for record in pointing}
    ids |= set(cited([*links, *pointing]))
    return frozenset(ids - {selection.area.id if selection.area else ""})


def _selected_approaches(knowledge: Knowledge, selection: Selection) -> Iterator[Approach]:
    scope = knowledge.scope(selection.area.id) if selection.area else knowledge.areas.keys()
    for approach in knowledge.approaches.values():
        levels = [
            benefit.certainty for benefit in approach.benefits if set(benefit.areas) & set(scope)
        ]
        if levels and (selection.certainty is None or selection.certainty in levels):
            yield approach


def links_between(knowledge: Knowledge, one: Area, other: Area) -> list[Link]:
    """Return the links between two areas that the evidence bears, most certain first."""
    links = links_among(knowledge, (one.id, other.id))
    return [link for link in links if link.certainty is not Certainty.UNSUPPORTED]


def links_to_others(knowledge: Knowledge, explanation: Explanation) -> dict[str, list[Link]]:
    """Return for the explanation of one area the links to each other one, most certain first.

    What counts for that are those that are no rare danger, where there are such.
    """
    (area,) = explanation.areas
    own = knowledge.scope(area.id)
    others: dict[str, list[Link]] = {}
    for link in explanation.links:
        others.setdefault(link.to if link.from_ in own else link.from_, []).append(link)
    return dict(sorted(others.items(), key=lambda other: _surest(other[1])))


def _surest(links: Sequence[Link]) -> tuple[bool, int]:
    only_dangers = all(link.danger for link in links)
    return only_dangers, min(link.certainty.rank for link in no_dangers(links))
