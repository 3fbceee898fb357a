"""What is said about some areas by rule: the verdict, and what comes before anything is tried."""

from collections.abc import Sequence

from painlink.explain.red_flags import felt_together, of_pills, signs_in_themselves
from painlink.explain.surest import dangers_last
from painlink.model.areas import Area
from painlink.model.entries import Link, Mechanism, Pair
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from painlink.phrases import joined, uncapitalized

_PAIR = 2
_MOST_PLACES = 3
_MOST_CAUSES = 2
_OF_MEDICINE = "medication-side-effects"  # such a link says nothing of where else it hurts
# What is felt in two places at once and cannot wait.
_PRESSING = frozenset({Danger.HEART_OR_LUNG, Danger.VESSEL})


def verdict(
    knowledge: Knowledge,
    areas: Sequence[Area],
    pair: Pair | None,
    links: Sequence[Link],
    everyday: Sequence[Mechanism],
) -> str:
    """Return in one to three sentences whether the pains in *areas* are connected."""
    words = knowledge.wording
    if len(areas) == 1:
        return _of_one(knowledge, areas[0], links)
    ids = [area.id for area in areas]
    danger = bool(felt_together(knowledge, ids))
    if len(areas) > _PAIR:
        if danger:
            return f"{words.danger_in_many} {words.verdict_many_apart}"
        return words.verdict_many
    if signs_in_themselves(knowledge, areas):
        if pair:
            return f"{words.both_is_a_sign} {pair.verdict}"
        return f"{words.both_is_a_sign} {_by_rule(knowledge, links, everyday, apart=True)}"
    if pair:
        is_own = pair.origin and not _has_own(knowledge, ids)
        return f"{words.danger_in_both} {pair.verdict}" if is_own and danger else pair.verdict
    pills = of_pills(knowledge, ids)
    by_rule = _by_rule(knowledge, links, everyday, apart=danger or pills)
    first = words.danger_in_both if danger else words.danger_of_pills if pills else ""
    return f"{first} {by_rule}".lstrip()


def _has_own(knowledge: Knowledge, ids: Sequence[str]) -> bool:
    """Return whether painlink itself has an answer for the pair *ids*."""
    below = knowledge.alone(ids)
    return bool(below and below.pair(*ids))


def _by_rule(
    knowledge: Knowledge, links: Sequence[Link], everyday: Sequence[Mechanism], *, apart: bool
) -> str:
    words = knowledge.wording
    if any(link.certainty is not Certainty.UNSUPPORTED for link in links):
        return words.verdict_links_apart if apart else words.verdict_links
    if everyday:
        told = words.verdict_everyday_apart if apart else words.verdict_everyday
        return told.replace("{causes}", joined(_names(everyday[:_MOST_CAUSES]), "or"))
    return words.verdict_none_apart if apart else words.verdict_none


def _names(mechanisms: Sequence[Mechanism]) -> list[str]:
    return [
        f"{uncapitalized(one.name)}{f' ({one.origin})' if one.origin else ''}" for one in mechanisms
    ]


def _of_one(knowledge: Knowledge, area: Area, links: Sequence[Link]) -> str:
    scope = knowledge.scope(area.id)
    others = dict.fromkeys(
        link.to if link.from_ in scope else link.from_
        for link in dangers_last(links)
        if link.mechanism != _OF_MEDICINE
    )
    reached = [knowledge.areas[id_] for id_ in others][:_MOST_PLACES]
    places = [f"the {one.name}{f' ({one.origin})' if one.origin else ''}" for one in reached]
    if not places:
        return knowledge.wording.verdict_alone
    return knowledge.wording.verdict_one.replace("{places}", joined(places))


def care_first(knowledge: Knowledge, areas: Sequence[Area], links: Sequence[Link]) -> str:
    """Return what is to be seen before anything is tried, by when, or nothing where nothing is.

    That follows from the areas themselves, from what is known of two of them, from the dangers
    among *links* and from the signs of the heart, the lungs and the vessels that are felt in two of
    the areas. What can wait until the next days is not told beside what is seen today, unless only
    a reader's own file wants that: it takes nothing away.
    """
    words = knowledge.wording
    ids = [area.id for area in areas]
    pairs = knowledge.pairs_among(ids)
    said = [f"{pair.see_first}{_whose(pair)}" for pair in pairs if pair.see_first]
    if careful := [area.pain for area in areas if area.care_first]:
        today = words.care_first.replace("{pain}", joined(careful, "or"))
        below = knowledge.alone(ids)
        if below is None or any(below.areas[id_].care_first for id_ in ids):
            return today
        # Only a reader's own file calls them so: what painlink tells by itself stands behind it.
        alone = care_first(below, [below.areas[id_] for id_ in ids], links)
        return f"{today} {alone}".rstrip()
    if not any(_says_what_is_first(knowledge, pair) for pair in pairs):
        if _holds_danger(knowledge, areas, links):
            two = len(areas) == _PAIR
            said.append(words.care_first_of_both if two else words.care_first_of_many)
        said += [area.see_first for area in areas if area.see_first]
    return " ".join(said)


def _whose(pair: Pair) -> str:
    return f" ({pair.origin})" if pair.origin else ""


def _says_what_is_first(knowledge: Knowledge, pair: Pair) -> bool:
    """Return whether painlink itself, and no reader's own file, says what of *pair* is first."""
    if not pair.origin:
        return bool(pair.see_first)
    below = knowledge.alone(pair.areas)
    known = below and below.pair(*pair.areas)
    return bool(known and known.see_first)


def _holds_danger(knowledge: Knowledge, areas: Sequence[Area], links: Sequence[Link]) -> bool:
    """Return whether something behind pain in *areas* may want care before anything is tried."""
    if len(areas) == 1:
        return False
    if any(link.danger and not link.origin for link in links):
        return True
    felt = felt_together(knowledge, [area.id for area in areas]) if len(areas) == _PAIR else ()
    return any(flag.danger in _PRESSING for flag in felt)
