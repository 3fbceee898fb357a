"""Which warning signs a page about some areas leads with, how soon each needs care.

The chosen ones come first, then one of each kind of danger, then the others in few words. Whatever
a reader lays over painlink's own knowledge, painlink's signs lead as they do without it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from painlink.explain.answering import care_first
from painlink.explain.choosing import chosen_for, filled
from painlink.explain.red_flags import (
    belongs_to,
    leads,
    red_flags,
    signs_in_themselves,
    with_parts,
)
from painlink.explain.signs import Escalating, Leading, escalating
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge

_PAIR = 2
_MOST_WORSE = 3  # signs that one for today can become
_FEW_AREAS = {Urgency.URGENT: 5, Urgency.SOON: 6}
# One sign of each of these stands on a page, in this order; of injury and medicine a line does.
_KINDS = (
    Danger.VESSEL,
    Danger.HEART_OR_LUNG,
    Danger.BRAIN_OR_NERVE,
    Danger.INFECTION,
    Danger.BELLY,
    Danger.PREGNANCY,
    Danger.EYE,
)


class Room(NamedTuple):
    """How many of painlink's signs a page leads with at most."""

    now: int
    also: int
    injury: int
    today: int
    soon: int


# Where one area is asked about there is room for nearly all of its signs.
_OF_ONE = Room(now=7, also=17, injury=6, today=16, soon=10)
_OF_TWO = Room(now=4, also=14, injury=3, today=8, soon=4)
_OF_MANY = Room(now=6, also=12, injury=3, today=6, soon=4)
ON_PAPER = Room(now=4, also=7, injury=1, today=4, soon=2)  # of a sheet with two sides


def leading(knowledge: Knowledge, areas: Sequence[str], room: Room | None = None) -> Leading:
    """Return the signs that a page about *areas* leads with, as far as there is *room*.

    What painlink leads with by itself stands first, whole and in its own order; behind it what a
    reader's own entries add to each list, and what they alone choose among painlink's signs.
    """
    signs = _leading(knowledge, areas, room)
    below = knowledge.alone(areas)
    if below is None:
        return signs
    first = _leading(below, areas, room)
    told = {flag.id for flag in (*first.now, *first.also, *first.injury)}
    chosen = (flag for flag in signs.now if not flag.origin and flag.id not in told)
    sooner = _seen_sooner(below, areas)
    return Leading(
        now=(*first.now, *(flag for flag in signs.now if flag.origin)),
        also=(*first.also, *chosen),
        injury=first.injury,
        today=_with_more(first.today, signs.today),
        soon=_with_more(first.soon, (one for one in signs.soon if one.flag.id not in sooner)),
    )


def _seen_sooner(knowledge: Knowledge, areas: Sequence[str]) -> set[str]:
    """Return the signs that can wait elsewhere, but not where both of two *areas* hurt.

    Only painlink itself says so: no pair of a reader's own takes a sign away.
    """
    painlinks = (pair for pair in knowledge.pairs_among(areas) if not pair.origin)
    return {id_ for pair in painlinks for id_ in pair.seen_sooner}


def _with_more(
    first: tuple[Escalating, ...], others: Iterable[Escalating]
) -> tuple[Escalating, ...]:
    """Return the signs that stand *first*, then those of the *others* that are not among them."""
    there = {one.flag.id for one in first}
    return (*first, *(one for one in others if one.flag.id not in there))


def _leading(knowledge: Knowledge, areas: Sequence[str], room: Room | None) -> Leading:
    """Return the same with a reader's own entries taken for painlink's."""
    room_is_whole = room is None
    of_all = _always_told(knowledge, areas) if room_is_whole else frozenset()
    room = room or {1: _OF_ONE, 2: _OF_TWO}.get(len(areas), _OF_MANY)
    belonging = [flag for flag in red_flags(knowledge, areas) if not flag.origin]
    pool = _by_nearness(knowledge, belonging, areas)
    chosen = chosen_for(knowledge, areas, "red_flags", Urgency.EMERGENCY)
    painlinks = [flag for flag in chosen if not flag.origin]
    first = (*painlinks, *_one_of_each_kind(painlinks, pool))
    own = [flag for flag in chosen if flag.origin]
    grown_up_first = sorted(islice(first, room.now), key=lambda flag: flag.of_children)
    now = (*grown_up_first, *own)
    hurt = [flag for flag in pool if _hurt(flag) and flag not in now]
    hurt_once = tuple(_once_each(hurt))
    injury = hurt_once[: room.injury]
    injury += tuple(flag for flag in hurt_once if flag.id in of_all and flag not in injury)
    urgent = [flag for flag in pool if flag.urgency is Urgency.URGENT]
    picked = chosen_for(knowledge, areas, "today", Urgency.URGENT)
    asked = [knowledge.areas[area] for area in areas]
    together = signs_in_themselves(knowledge, asked)
    if together:  # then nobody is told that the heart can wait until today
        urgent, picked = _of_no_heart(urgent), tuple(_of_no_heart(picked))
    picked = tuple(one for one in picked if not _of_others_children(knowledge, one, areas))
    today = filled(picked, urgent, room.today)
    today += tuple(flag for flag in urgent if flag.id in of_all and flag not in today)
    if all(flag.danger is not Danger.INFECTION for flag in today):
        infections = (flag for flag in urgent if flag.danger is Danger.INFECTION)
        today += tuple(islice(infections, room.today and 1))
    worse = {id_ for flag in today for id_ in flag.turns_into}
    rest = [flag for flag in pool if _is_now(flag) and flag not in (*now, *hurt)]
    rest.sort(key=lambda flag: (flag not in first, flag.id not in worse))
    also = (*rest[: room.also], *(flag for flag in rest[room.also :] if flag.id in of_all))
    soon = [flag for flag in pool if flag.urgency is Urgency.SOON]
    later = filled(chosen_for(knowledge, areas, "soon", Urgency.SOON), soon, room.soon)
    later += tuple(flag for flag in soon if flag.id in of_all and flag not in later)
    sooner = _seen_sooner(knowledge, areas)
    later = tuple(flag for flag in later if flag.id not in sooner)
    if room_is_whole:
        first_told = care_first(knowledge, asked, ()).casefold()
        later = tuple(flag for flag in later if not _is_told(first_told, flag))
    if any(not one.origin for one in together):
        # Who is to call now is told of nothing that waits, but for what a reader's own file says.
        today, later = (tuple(flag for flag in told if flag.origin) for told in (today, later))
    above = (*now, *also, *injury)
    return Leading(
        now=now,
        also=also,
        injury=injury,
        today=tuple(escalating(knowledge, today, belonging, above, most=_MOST_WORSE)),
        soon=tuple(escalating(knowledge, later, belonging, (*above, *today), most=1)),
    )


def _once_each(flags: Iterable[RedFlag]) -> Iterator[RedFlag]:
    """Yield *flags* without those that read the same in few words as one before."""
    told: dict[str, RedFlag] = {}
    for flag in flags:
        told.setdefault(flag.short, flag)
    yield from told.values()


def _of_others_children(knowledge: Knowledge, flag: RedFlag, areas: Sequence[str]) -> bool:
    """Return whether *flag* is a sign of children that does not belong to all of *areas*."""
    scopes = (with_parts(knowledge, [area]) for area in areas)
    return flag.of_children and belongs_to(flag, scopes) < len(areas)


def _of_no_heart(flags: Iterable[RedFlag]) -> list[RedFlag]:
    return [flag for flag in flags if flag.origin or flag.danger is not Danger.HEART_OR_LUNG]


def _always_told(knowledge: Knowledge, areas: Sequence[str]) -> frozenset[str]:
    """Return the signs of each of two or more areas for which there is always room.

    They are the emergencies, and of the others those of the skin, which may go with one of another
    kind of infection, and those that belong to few areas beside these. Of two areas they are also
    what each of them leads with, and the first that it names for today.
    """
    if len(areas) == 1:
        return frozenset()
    scopes = [with_parts(knowledge, [area]) for area in areas]
    two = [knowledge.areas[area] for area in areas] if len(areas) == _PAIR else []
    return frozenset(id_ for area in two for id_ in (*area.red_flags, *area.today[:1])).union(
        flag.id
        for flag in red_flags(knowledge, areas)
        if belongs_to(flag, scopes) == len(areas)
        and (
            _is_now(flag)
            or flag.danger is Danger.SKIN
            or len(flag.areas) <= _FEW_AREAS[flag.urgency]
        )
    )


def _is_told(told: str, flag: RedFlag) -> bool:
    """Return whether what is *told* before anything is tried already names *flag*."""
    return flag.name.casefold().removeprefix("a ") in told


def _is_now(flag: RedFlag) -> bool:
    return flag.urgency is Urgency.EMERGENCY


def _hurt(flag: RedFlag) -> bool:
    return _is_now(flag) and flag.danger is Danger.INJURY


def _of_medicine(flag: RedFlag) -> bool:
    return _is_now(flag) and flag.danger is Danger.MEDICINE


def _by_nearness(
    knowledge: Knowledge, flags: Iterable[RedFlag], areas: Sequence[str]
) -> list[RedFlag]:
    """Return *flags* of grown-ups: of the combination first, then those of most of the areas.

    Among these the most specific come first. Emergencies of medicines have a line of their own.
    """
    asked = with_parts(knowledge, areas)
    scopes = [with_parts(knowledge, [area]) for area in areas]
    kept = (flag for flag in flags if not flag.of_children and not _of_medicine(flag))
    return sorted(
        kept,
        key=lambda flag: (
            not leads(flag, asked),
            -belongs_to(flag, scopes),
            len(flag.areas) or 1,
        ),
    )


def _one_of_each_kind(chosen: Sequence[RedFlag], pool: Iterable[RedFlag]) -> Iterator[RedFlag]:
    """Yield the nearest emergency of each kind of danger that is not among those *chosen*."""
    there = {flag.danger for flag in chosen}
    nearest: dict[Danger, RedFlag] = {}
    for flag in pool:
        if _is_now(flag) and flag.danger not in there:
            nearest.setdefault(flag.danger, flag)
    yield from (nearest[kind] for kind in _KINDS if kind in nearest)
