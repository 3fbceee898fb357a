"""Which signs painlink, or a reader, chose for some areas, before any rule adds to them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from painlink.explain.red_flags import in_turn, layers, leads, red_flags, with_parts
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge

_MOST_CHOSEN = {Urgency.EMERGENCY: 6, Urgency.URGENT: 8, Urgency.SOON: 8}


def chosen_for(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> tuple[RedFlag, ...]:
    """Return painlink's choice, then a reader's own signs: those need no choice."""
    most = _MOST_CHOSEN[urgency]
    picked: dict[str, RedFlag] = {}
    for layer, asked in layers(knowledge, areas):
        for flag in islice(_chosen_in(layer, asked, key, urgency), most):
            if flag.origin or len(picked) < most:
                picked.setdefault(flag.id, flag)
    flags = red_flags(knowledge, areas)
    own = (flag for flag in flags if flag.origin and flag.urgency is urgency)
    picked |= {flag.id: flag for flag in islice(own, most)}
    return tuple(picked.values())


def _chosen_in(
    knowledge: Knowledge, areas: Sequence[str], key: str, urgency: Urgency
) -> Iterator[RedFlag]:
    """Yield what the pair chose; for more or fewer areas what each pair did, then each area."""
    pairs = knowledge.pairs_among(areas)
    ids: Iterable[str] = in_turn([getattr(pair, key, ()) for pair in pairs])
    if len(areas) != 2 or not pairs or key == "soon":  # noqa: PLR2004, a pair has its own choice
        flags = red_flags(knowledge, areas)
        asked = with_parts(knowledge, areas)
        combined = (
            flag.id for flag in flags if leads(flag, asked) and flag.danger is not Danger.MEDICINE
        )
        of_areas = in_turn([getattr(knowledge.areas[area], key) for area in areas])
        ids = chain(ids, combined, of_areas)
    for flag in (knowledge.red_flags[id_] for id_ in dict.fromkeys(ids)):
        if flag.urgency is urgency:
            yield flag


def filled(chosen: Sequence[RedFlag], others: Iterable[RedFlag], most: int) -> tuple[RedFlag, ...]:
    """Return the *chosen* signs, then *others*: of painlink's as many as there is room for.

    A reader's own stand last, and take no room away.
    """
    painlinks = dict.fromkeys((*(flag for flag in chosen if not flag.origin), *others))
    return (*islice(painlinks, most), *(flag for flag in chosen if flag.origin))
