"""What is known about some areas: links, chains, red flags, approaches. Pure functions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from painlink.explain.answering import verdict
from painlink.explain.chains import Chain, chains_between
from painlink.explain.exercises import exercises_for
from painlink.explain.leading import leading
from painlink.explain.red_flags import felt_together, red_flags, signs_in_themselves
from painlink.explain.signs import LeadingIds, ids_of
from painlink.model.areas import Area, guided
from painlink.model.entries import Approach, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge, Tie
from painlink.model.practice import PracticeExercise
from painlink.model.words.texts import CITATION, prose
from painlink.names.understanding.records import Understanding


class Explanation(NamedTuple):
    """What painlink answers for one or more areas; every list in the order to show it.

    `understood` tells what was made of the text that was asked, where there was one.
    """

    areas: tuple[Area, ...]
    verdict: str
    pair: Pair | None
    links: tuple[Link, ...]
    unsupported: tuple[Link, ...]
    chains: tuple[Chain, ...]
    everyday: tuple[Mechanism, ...]
    leading: LeadingIds
    red_flags: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    exercises: tuple[PracticeExercise, ...]
    sources: tuple[Source, ...]
    understood: Understanding | None = None


def explain(knowledge: Knowledge, areas: Sequence[Area]) -> Explanation:
    """Return what is known about *areas*; for one area, about it and every other."""
    return completed(knowledge, outline(knowledge, areas))


def outline(knowledge: Knowledge, areas: Sequence[Area]) -> Explanation:
    """Return what a page needs of the explanation of *areas*: no list of signs and of sources.

    A page shows few of either and finds those by itself; to list all takes as long as the rest.
    """
    ids = tuple(area.id for area in areas)
    links = links_among(knowledge, ids)
    pair = knowledge.pair(*ids) if len(ids) == 2 else None  # noqa: PLR2004, a pair is two
    approaches = approaches_for(knowledge, ids)
    chains = tuple(
        found
        for one, other in combinations(ids, 2)
        for found in chains_between(knowledge, one, other)
    )
    supported = tuple(link for link in links if link.certainty is not Certainty.UNSUPPORTED)
    everyday = everyday_for(knowledge, ids, links)
    return Explanation(
        areas=tuple(areas),
        verdict=verdict(knowledge, areas, pair, supported, everyday),
        pair=pair,
        links=supported,
        unsupported=tuple(link for link in links if link.certainty is Certainty.UNSUPPORTED),
        chains=chains,
        everyday=everyday,
        leading=LeadingIds(),
        red_flags=(),
        approaches=approaches,
        exercises=exercises_for(knowledge, areas),
        sources=(),
    )


def completed(knowledge: Knowledge, explanation: Explanation) -> Explanation:
    """Return *explanation* with every warning sign of its areas, and all sources that it cites."""
    ids = [area.id for area in explanation.areas]
    signs = leading(knowledge, ids)
    flags = tuple(dict.fromkeys((*red_flags(knowledge, ids), *signs.shown)))
    shown: list[object] = [*explanation.areas, explanation.pair, *explanation.links]
    shown += [*explanation.unsupported, *flags, *explanation.approaches]
    shown += [link for found in explanation.chains for link in found.links]
    shown += explanation.everyday
    words = knowledge.wording
    shown += [words.a_pharmacist, words.choice] if any(guided(explanation.areas)) else []
    shown += _said_of_no_pair(knowledge, explanation)
    return explanation._replace(
        leading=ids_of(signs),
        red_flags=flags,
        sources=sources_of(knowledge, shown),
    )


def _said_of_no_pair(knowledge: Knowledge, explanation: Explanation) -> Iterator[str]:
    """Yield what a page says besides where nothing is known of two areas, or of three and more."""
    asked = len(explanation.areas)
    if asked > 2:  # noqa: PLR2004, more than a pair
        ties = (mechanism.ties_many for mechanism in knowledge.mechanisms.values())
        yield from filter(None, ties)
    elif asked > 1 and not explanation.pair and not explanation.links:
        yield knowledge.about.no_link
        yield knowledge.about.not_shown


def hides_dangers(knowledge: Knowledge, explanation: Explanation) -> bool:
    """Return whether a reader's own entries stand where painlink alone would point at dangers.

    It points at them where it knows nothing else of areas in all of which an emergency is felt.
    """
    ids = [area.id for area in explanation.areas]
    below = knowledge.alone(ids)
    if below is None:
        return False
    if not explanation.pair and not explanation.links:
        return False
    ties = ties_among(below, ids)
    if any(tie.certainty is not Certainty.UNSUPPORTED for tie in ties):
        return False
    pair = below.pair(*ids) if len(ids) == 2 else None  # noqa: PLR2004, a pair is two
    return not pair and bool(felt_together(below, ids))


def ties_among(knowledge: Knowledge, areas: Sequence[str]) -> Iterator[Tie]:
    """Yield the tie of each link that joins two of *areas*; of one area, it and any other."""
    scopes = [knowledge.scope(area) for area in areas]
    for tie in knowledge.register.ties:
        ends = {tie.from_, tie.to}
        if len(scopes) == 1:
            if ends & scopes[0] and not ends <= scopes[0]:
                yield tie
        elif any(
            (tie.from_ in one and tie.to in other) or (tie.from_ in other and tie.to in one)
            for one, other in combinations(scopes, 2)
        ):
            yield tie


def links_among(knowledge: Knowledge, areas: Sequence[str]) -> tuple[Link, ...]:
    """Return every link that joins two of *areas*, most certain first; of one area, see above.

    Within one level they stand in the order of the knowledge.
    """
    ties = sorted(ties_among(knowledge, areas), key=lambda tie: tie.certainty.rank)
    return tuple(knowledge.links[tie.id] for tie in ties)


def everyday_for(
    knowledge: Knowledge, areas: Sequence[str], links: Iterable[Link] = ()
) -> tuple[Mechanism, ...]:
    """Return the mechanisms that make all of *areas* ache at once in everyday life, surest first.

    Those of which *links* tell already are left out, and all where the pains are a sign.
    """
    if signs_in_themselves(knowledge, [knowledge.areas[area] for area in areas]):
        return ()
    told = {link.mechanism for link in links}
    scopes = [knowledge.scope(area) for area in areas]
    found = [
        knowledge.mechanisms[id_]
        for id_, reached in knowledge.register.everyday.items()
        if id_ not in told and _reaches(reached, scopes)
    ]
    levels = {one.id: one.everyday.certainty.rank for one in found if one.everyday}
    return tuple(sorted(found, key=lambda one: levels[one.id]))


def _reaches(areas: Sequence[str], scopes: Sequence[frozenset[str]]) -> bool:
    """Return whether one of *areas* is in each of *scopes*: of several, not always the same."""
    reached = [scope.intersection(areas) for scope in scopes]
    return all(reached) and (len(scopes) == 1 or len(frozenset().union(*reached)) > 1)


def approaches_for(knowledge: Knowledge, areas: Sequence[str]) -> tuple[Approach, ...]:
    """Return the approaches with a known effect on any of *areas*, surest first.

    Each comes with only those effects. Where new pain in an area wants care first, what is not
    known to suit that area is left out.
    """
    asked = {id_ for area in areas for id_ in knowledge.scope(area)}
    careful = {area for area in areas if knowledge.areas[area].care_first}
    fitting: list[tuple[bool, Approach]] = []
    for approach in knowledge.approaches.values():
        benefits = tuple(one for one in approach.benefits if asked & set(one.areas))
        reached = {area for benefit in benefits for area in benefit.areas}
        if benefits and (careful <= reached or approach.keeps_safe):
            suits = careful <= reached
            fitting.append((not suits, approach._replace(benefits=benefits)))
    fitting.sort(key=lambda one: (one[0], min(b.certainty.rank for b in one[1].benefits)))
    return tuple(approach for _, approach in fitting)


def cited(records: Iterable[object]) -> tuple[str, ...]:
    """Return the ids of the sources that *records* cite, in the order they first appear.

    A text by itself may be among them.
    """
    found: dict[str, None] = {}
    for record in records:
        if isinstance(record, str):
            found.update(dict.fromkeys(CITATION.findall(record)))
        found.update(dict.fromkeys(getattr(record, "sources", ())))
        if guidance := getattr(record, "guidance", None):
            found.update(dict.fromkeys(filter(None, (*guidance.pages, guidance.group))))
        before: frozenset[str] = frozenset()
        for _, text, evidence in prose(record):
            if "[" in text:
                found.update(dict.fromkeys(CITATION.findall(text)))
            if evidence is not before:  # many texts share it
                found.update(dict.fromkeys(sorted(evidence)))
                before = evidence
    return tuple(found)


def sources_of(knowledge: Knowledge, records: Iterable[object]) -> tuple[Source, ...]:
    """Return the sources that *records* cite, in the order they first appear."""
    return tuple(knowledge.sources[id_] for id_ in cited(records))
