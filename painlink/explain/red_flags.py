"""Which warning signs belong to some areas, and which of them a short page shows first.

Whatever a reader lays over painlink's own knowledge, each sign that painlink shows without it is
shown with it too, and first.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from painlink.model.entries import Area, Pair, RedFlag
from painlink.model.grades import Urgency
from painlink.model.knowledge import Knowledge

T = TypeVar("T")
_MOST_HEADLINES = 6
_EVERYBODY = "widespread"


def red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return every warning sign of *areas*: combinations first, then by urgency."""
    asked = _resolved(knowledge, areas)
    known = [knowledge.areas[area] for area in asked if area in knowledge.areas]
    named = {id_ for area in known for id_ in area.red_flags}
    shown = [
        flag
        for flag in knowledge.red_flags.values()
        if flag.id in named or asked & set(flag.areas) or _combined(flag, asked)
    ]
    return tuple(
        sorted(
            shown,
            key=lambda flag: (bool(flag.origin), not _combined(flag, asked), flag.urgency.rank),
        )
    )


def leads(knowledge: Knowledge, flag: RedFlag, areas: Sequence[str]) -> bool:
    """Return whether *flag* is a sign of the combination of *areas*."""
    return _combined(flag, _resolved(knowledge, areas))


def is_emergency_of_all(knowledge: Knowledge, areas: Sequence[Area]) -> bool:
    """Return whether some emergency can be felt in all of *areas* together."""
    asked = _resolved(knowledge, [area.id for area in areas])
    return any(
        flag.urgency is Urgency.EMERGENCY and not flag.origin and _combined(flag, asked)
        for flag in knowledge.red_flags.values()
    )


def signs_in_themselves(knowledge: Knowledge, areas: Sequence[Area]) -> tuple[Pair, ...]:
    """Return the pairs among *areas* of which having both pains is an emergency sign."""
    layers = _layers(knowledge, [area.id for area in areas])
    pairs: dict[str, Pair] = {}
    for layer, asked in layers:
        for pair in layer.pairs_among(asked):
            pairs.setdefault(pair.id, pair)
    return tuple(pair for pair in pairs.values() if pair.both_is_a_sign)


def red_flags_for_everybody(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the signs that matter whatever hurts and are not among those of *areas*."""
    already = {flag.id for flag in red_flags(knowledge, areas)}
    return tuple(flag for flag in red_flags(knowledge, [_EVERYBODY]) if flag.id not in already)


def headline_red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the four to six emergency signs that a short page about *areas* shows first.

    Those chosen for the pair; for more or fewer areas those of each pair in turn, then of the
    combination, then of each area in turn.
    """
    return _chosen(knowledge, areas, "red_flags", Urgency.EMERGENCY)


def same_day_red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the signs that a short page about *areas* names as needing a doctor today."""
    return _chosen(knowledge, areas, "today", Urgency.URGENT)


def _chosen(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> tuple[RedFlag, ...]:
    """Return painlink's choice, then a reader's own signs: those need no choice."""
    chosen: dict[str, RedFlag] = {}
    for layer, asked in _layers(knowledge, areas):
        for flag in _chosen_in(layer, asked, key, urgency)[:_MOST_HEADLINES]:
            if flag.origin or len(chosen) < _MOST_HEADLINES:
                chosen.setdefault(flag.id, flag)
    if knowledge.beneath:
        flags = red_flags(knowledge, areas)
        own = (flag for flag in flags if flag.origin and flag.urgency is urgency)
        chosen |= {flag.id: flag for flag in islice(own, _MOST_HEADLINES)}
    return tuple(chosen.values())


def _layers(
    knowledge: Knowledge, areas: Sequence[str]
) -> Iterator[tuple[Knowledge, Sequence[str]]]:
    """Yield painlink's knowledge without a reader's own entries, then with them.

    Each comes with those of *areas* that it knows.
    """
    if knowledge.beneath:
        yield knowledge.beneath, [area for area in areas if area in knowledge.beneath.areas]
    yield knowledge, areas


def _chosen_in(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> tuple[RedFlag, ...]:
    pairs = knowledge.pairs_among(areas)
    ids: Iterable[str] = in_turn([getattr(pair, key) for pair in pairs])
    if len(areas) != 2 or not pairs:  # noqa: PLR2004, a pair has its own choice
        combined = (
            flag.id for flag in red_flags(knowledge, areas) if leads(knowledge, flag, areas)
        )
        of_areas = in_turn([getattr(knowledge.areas[area], key) for area in areas])
        ids = chain(ids, combined, of_areas)
    flags = (knowledge.red_flags[id_] for id_ in dict.fromkeys(ids))
    return tuple(flag for flag in flags if flag.urgency is urgency)


def in_turn(groups: Sequence[Sequence[T]]) -> Iterator[T]:
    """Yield the first of each of *groups*, then the second of each, and so on."""
    for index in range(max(map(len, groups), default=0)):
        yield from (group[index] for group in groups if index < len(group))


def _resolved(knowledge: Knowledge, areas: Sequence[str]) -> set[str]:
    """Return *areas* with the parts of each: who says "back" may mean any of it.

    A part that a reader has made has no signs of its own that painlink knows: it has its whole's.
    """
    found = {*areas, *(part for area in areas for part in knowledge.parts(area))}
    own = (knowledge.areas.get(area) for area in areas)
    return found | {area.part_of for area in own if area and area.origin and area.part_of}


def _combined(flag: RedFlag, asked: set[str]) -> bool:
    return bool(flag.combination) and all(asked & set(group) for group in flag.combination)
