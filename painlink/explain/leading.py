"""Which warning signs a page about some areas leads with, how soon each needs care.

The chosen ones come first, then one of each kind of danger, then the others in few words. Whatever
a reader lays over painlink's own knowledge, painlink's signs lead as they do without it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from painlink.explain.red_flags import in_turn, layers, leads, red_flags
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge

_MOST_CHOSEN = 6
_MOST_WHOLE = 7
_MOST_ALSO = 10
_MOST_TODAY = 9
_MOST_SOON = 4
_MOST_ESCALATIONS = 2
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
_EVERYBODY = "widespread"


class Escalating(NamedTuple):
    """A sign, and the more urgent ones it can become that the page has not told before."""

    flag: RedFlag
    worse: tuple[RedFlag, ...]


class Leading(NamedTuple):
    """The signs that lead a page: emergencies told whole, in few words, and after an injury.

    Then those that need a doctor today, and in the next days or weeks.
    """

    now: tuple[RedFlag, ...]
    also: tuple[RedFlag, ...]
    injury: tuple[RedFlag, ...]
    today: tuple[Escalating, ...]
    soon: tuple[RedFlag, ...]


class LeadingIds(NamedTuple):
    """The same as ids, for programs."""

    now: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    injury: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()


def leading(knowledge: Knowledge, areas: Sequence[str]) -> Leading:
    """Return the signs that a page about *areas* leads with."""
    belonging = [flag for flag in red_flags(knowledge, areas) if not flag.origin]
    pool = _by_nearness(knowledge, belonging, areas)
    if _EVERYBODY not in areas:
        pool = [flag for flag in pool if flag.danger is not Danger.MEDICINE or not _now(flag)]
    chosen = _chosen(knowledge, areas, "red_flags", Urgency.EMERGENCY)
    kinds = tuple(_one_of_each_kind(chosen, pool))
    now = (*chosen, *kinds[: max(0, _MOST_WHOLE - len(chosen))])
    today = _chosen(knowledge, areas, "today", Urgency.URGENT)
    today = _filled(today, pool, Urgency.URGENT, _MOST_TODAY)
    hurt = tuple(f for f in pool if _now(f) and f.danger is Danger.INJURY and f not in now)
    first = {flag.id for flag in kinds} | {id_ for flag in today for id_ in flag.turns_into}
    rest = [flag for flag in pool if _now(flag) and flag not in (*now, *hurt)]
    also = tuple(sorted(rest, key=lambda flag: flag.id not in first)[:_MOST_ALSO])
    soon = _chosen(knowledge, areas, "soon", Urgency.SOON)
    soon = _filled(soon, pool, Urgency.SOON, _MOST_SOON)
    told = (*now, *also, *hurt)
    return Leading(
        now=now,
        also=also,
        injury=hurt,
        today=tuple(_escalating(knowledge, today, belonging, told)),
        soon=soon,
    )


def ids_of(signs: Leading) -> LeadingIds:
    """Return the ids of *signs*."""
    return LeadingIds(
        now=tuple(flag.id for flag in signs.now),
        also=tuple(flag.id for flag in signs.also),
        injury=tuple(flag.id for flag in signs.injury),
        today=tuple(one.flag.id for one in signs.today),
        soon=tuple(flag.id for flag in signs.soon),
    )


def headline_red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the emergency signs that a page about *areas* tells whole."""
    return leading(knowledge, areas).now


def same_day_red_flags(knowledge: Knowledge, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Return the signs that a page about *areas* names as needing a doctor today."""
    return tuple(one.flag for one in leading(knowledge, areas).today)


def _now(flag: RedFlag) -> bool:
    return flag.urgency is Urgency.EMERGENCY


def _by_nearness(
    knowledge: Knowledge, flags: Iterable[RedFlag], areas: Sequence[str]
) -> list[RedFlag]:
    """Return *flags* of grown-ups: of the combination first, then the most specific ones."""
    grown = (flag for flag in flags if not flag.of_children)
    return sorted(
        grown, key=lambda flag: (not leads(knowledge, flag, areas), len(flag.areas) or 1)
    )


def _one_of_each_kind(chosen: Sequence[RedFlag], pool: Iterable[RedFlag]) -> Iterator[RedFlag]:
    """Yield the nearest emergency of each kind of danger that is not among those *chosen*."""
    there = {flag.danger for flag in chosen}
    nearest: dict[Danger, RedFlag] = {}
    for flag in pool:
        if _now(flag) and not flag.origin and flag.danger not in there:
            nearest.setdefault(flag.danger, flag)
    yield from (nearest[kind] for kind in _KINDS if kind in nearest)


def _filled(
    chosen: Sequence[RedFlag], pool: Iterable[RedFlag], urgency: Urgency, most: int
) -> tuple[RedFlag, ...]:
    """Return *chosen*, then of *pool* what is of this *urgency*: up to *most* of painlink's."""
    own = [flag for flag in chosen if flag.origin]
    painlinks = [flag for flag in chosen if not flag.origin]
    more = (flag for flag in pool if flag.urgency is urgency)
    filled = list(dict.fromkeys((*painlinks, *more)))[: max(most, len(painlinks))]
    return (*filled, *own)


def _escalating(
    knowledge: Knowledge,
    flags: Iterable[RedFlag],
    belonging: Iterable[RedFlag],
    told: Collection[RedFlag],
) -> Iterator[Escalating]:
    """Yield each of *flags* with what it can turn into on this page and nobody has read yet."""
    here = {flag.id for flag in belonging} - {flag.id for flag in told}
    for flag in flags:
        worse = (knowledge.red_flags[id_] for id_ in flag.turns_into if id_ in here)
        yield Escalating(flag, tuple(islice(worse, _MOST_ESCALATIONS)))


def _chosen(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> tuple[RedFlag, ...]:
    """Return painlink's choice, then a reader's own signs: those need no choice."""
    chosen: dict[str, RedFlag] = {}
    for layer, asked in layers(knowledge, areas):
        for flag in islice(_chosen_in(layer, asked, key, urgency), _MOST_CHOSEN):
            if flag.origin or len(chosen) < _MOST_CHOSEN:
                chosen.setdefault(flag.id, flag)
    if knowledge.beneath:
        flags = red_flags(knowledge, areas)
        own = (flag for flag in flags if flag.origin and flag.urgency is urgency)
        chosen |= {flag.id: flag for flag in islice(own, _MOST_CHOSEN)}
    return tuple(chosen.values())


def _chosen_in(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> Iterator[RedFlag]:
    """Yield what the pair chose; for more or fewer areas what each pair did, then each area."""
    pairs = knowledge.pairs_among(areas)
    ids: Iterable[str] = in_turn([getattr(pair, key, ()) for pair in pairs])
    if len(areas) != 2 or not pairs or key == "soon":  # noqa: PLR2004, a pair has its own choice
        flags = red_flags(knowledge, areas)
        combined = (flag.id for flag in flags if leads(knowledge, flag, areas))
        of_areas = in_turn([getattr(knowledge.areas[area], key) for area in areas])
        ids = chain(ids, combined, of_areas)
    for flag in (knowledge.red_flags[id_] for id_ in dict.fromkeys(ids)):
        if flag.urgency is urgency:
            yield flag
