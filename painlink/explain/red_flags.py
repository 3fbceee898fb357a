"""Which warning signs belong to some areas, and which of them the areas share.

Whatever a reader lays over painlink's own knowledge, each sign that painlink shows without it is
shown with it too.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, permutations
from typing import NamedTuple, TypeVar

from painlink.model.areas import Area
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge

T = TypeVar("T")
_EVERYBODY = "widespread"
_MANY_AREAS = 10  # a sign of so many places is looked for under none of them
# Dangers that one illness brings to all the areas a sign names; the others come to any of them.
_FELT_WIDELY = frozenset(
    {
        Danger.VESSEL,
        Danger.HEART_OR_LUNG,
        Danger.BRAIN_OR_NERVE,
        Danger.BELLY,
        Danger.PREGNANCY,
    }
)


class Together(NamedTuple):
    """Two areas of which having both pains is a warning sign in itself; *origin* is who says so."""

    areas: tuple[str, str]
    origin: str | None = None


def red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return every warning sign of *areas*: combinations first, then by urgency."""
    asked = with_parts(knowledge, areas)
    known = [knowledge.areas[area] for area in asked if area in knowledge.areas]
    named = {id_ for area in known for id_ in area.red_flags}
    led = {flag.id for flag in knowledge.red_flags.values() if leads(flag, asked)}
    shown = [
        flag
        for flag in knowledge.red_flags.values()
        if flag.id in named or not asked.isdisjoint(flag.areas) or flag.id in led
    ]
    shown.sort(key=lambda flag: (bool(flag.origin), flag.id not in led, flag.urgency.rank))
    return tuple(shown)


def with_parts(knowledge: Knowledge, areas: Iterable[str]) -> set[str]:
    """Return *areas* with the parts of each: who says "back" may mean any of it.

    A part that a reader has made has no signs of its own that painlink knows: it has its whole's.
    """
    asked = set(areas)
    # All parts at once: a file may hold thousands of areas, and a page may be about all of them.
    found = asked | {part for part, whole in knowledge.register.wholes.items() if whole in asked}
    own = (knowledge.areas.get(area) for area in asked)
    return found | {area.part_of for area in own if area and area.origin and area.part_of}


def leads(flag: RedFlag, asked: AbstractSet[str]) -> bool:
    """Return whether *flag* is a sign of the combination of the areas *asked* about."""
    return bool(flag.combination) and all(not asked.isdisjoint(group) for group in flag.combination)


def belongs_to(flag: RedFlag, scopes: Iterable[AbstractSet[str]]) -> int:
    """Return to how many areas a sign belongs; *scopes* is each of them with its parts."""
    return sum(not scope.isdisjoint(flag.areas) for scope in scopes)


def region_of(knowledge: Knowledge, flag: RedFlag) -> str:
    """Return the region of the body that a sign speaks of: that of the first place it names.

    It is none ("") where the sign speaks of the whole body, or of many places.
    """
    named = flag.areas or tuple(area for group in flag.combination[:1] for area in group)
    if not named or len(named) >= _MANY_AREAS or _EVERYBODY in named:
        return ""
    first = knowledge.areas.get(named[0])
    return (first and first.region) or ""


def felt_together(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return painlink's own signs of a danger that can be felt in two of *areas* at once.

    That is an emergency or an urgent sign whose combination they are, or an emergency that names
    both and is of a kind that is felt in all the places it names. What a medicine does is not felt.
    """
    below = knowledge.beneath or knowledge
    scopes = [with_parts(below, [area]) for area in areas]
    return tuple(
        flag
        for flag in below.red_flags.values()
        if not flag.origin
        and flag.danger is not Danger.MEDICINE
        and any(_is_felt(flag, one, other) for one, other in combinations(scopes, 2))
    )


def of_pills(knowledge: Knowledge, areas: Sequence[str]) -> bool:
    """Return whether a medicine that is taken for one of two *areas* is a danger in the other."""
    below = knowledge.beneath or knowledge
    one, other = (with_parts(below, [area]) for area in areas)
    return any(
        flag.danger is Danger.MEDICINE and _across(flag.combination, one, other)
        for flag in below.red_flags.values()
        if not flag.origin
    )


def _is_felt(flag: RedFlag, one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    if flag.combination:
        return flag.urgency is not Urgency.SOON and _across(flag.combination, one, other)
    of_both = not one.isdisjoint(flag.areas) and not other.isdisjoint(flag.areas)
    return of_both and flag.urgency is Urgency.EMERGENCY and flag.danger in _FELT_WIDELY


def _across(
    groups: Sequence[Sequence[str]], one: AbstractSet[str], other: AbstractSet[str]
) -> bool:
    """Return whether *one* and *other* stand in two different ones of *groups*."""
    return any(
        not one.isdisjoint(first) and not other.isdisjoint(second)
        for first, second in permutations(groups, 2)
    )


def signs_in_themselves(knowledge: Knowledge, areas: Sequence[Area]) -> tuple[Together, ...]:
    """Return each two of *areas* of which having both pains is a warning sign in itself."""
    found: dict[tuple[str, str], Together] = {}
    for layer, asked in layers(knowledge, [area.id for area in areas]):
        scopes = {area: with_parts(layer, [area]) for area in asked}
        of_both = [flag for flag in layer.red_flags.values() if flag.both_is_a_sign]
        for one, other in combinations(asked, 2):
            pair = layer.pair(one, other)
            flags = (
                flag for flag in of_both if _across(flag.both_is_a_sign, scopes[one], scopes[other])
            )
            if flag := next(flags, None):
                found.setdefault((one, other), Together((one, other), flag.origin))
            elif pair and pair.both_is_a_sign:
                found.setdefault((one, other), Together((one, other), pair.origin))
    return tuple(found.values())


def red_flags_for_everybody(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the signs that matter whatever hurts and are not among those of *areas*."""
    already = {flag.id for flag in red_flags(knowledge, areas)}
    return tuple(flag for flag in red_flags(knowledge, [_EVERYBODY]) if flag.id not in already)


def layers(knowledge: Knowledge, areas: Sequence[str]) -> Iterator[tuple[Knowledge, Sequence[str]]]:
    """Yield painlink's knowledge without a reader's own entries, then with them.

    Each comes with those of *areas* that it knows.
    """
    if knowledge.beneath:
        yield knowledge.beneath, [area for area in areas if area in knowledge.beneath.areas]
    yield knowledge, areas


def in_turn(groups: Sequence[Sequence[T]]) -> Iterator[T]:
    """Yield the first of each of *groups*, then the second of each, and so on."""
    for index in range(max(map(len, groups), default=0)):
        yield from (group[index] for group in groups if index < len(group))
