"""What is claimed about each area, and of what a person can do."""

from collections.abc import Iterable, Iterator, Sequence

from painlink.explain.answering import care_first
from painlink.explain.claims.records import AROUND, Claim, cited_in, pieces_of, said_by_rule
from painlink.explain.explanation import Explanation
from painlink.model.areas import Area, Guidance, guided
from painlink.model.entries import Approach
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part


def options_claimed(knowledge: Knowledge, explanation: Explanation) -> Iterator[Claim]:
    """Yield what comes first, what eases today, what may help, whom to see and what to ask."""
    words, areas = knowledge.wording, explanation.areas
    if first := care_first(knowledge, areas, explanation.links):
        before = (first, words.until_then)
        yield Claim(Part.OPTIONS, AROUND, "care_first", "", before, sources=cited_in(before))
        yield said_by_rule(knowledge, Part.OPTIONS, "held_back")
    for area, guidance in guided(areas):
        yield _of_area(area, guidance, Part.OPTIONS, "eases", guidance.eases)
        if guidance.in_daily_life:
            yield _of_area(area, guidance, Part.OPTIONS, "in_daily_life", (guidance.in_daily_life,))
    yield said_by_rule(knowledge, Part.OPTIONS, "pain_medicine")
    for approach in explanation.approaches:
        yield from _approach(approach)
    for area, guidance in guided(areas[:1] if len(areas) == 1 else ()):
        told = (f"{one.name}. {one.how} {one.times} {one.stop_if}" for one in guidance.exercises)
        if says := tuple(told):
            yield _of_area(area, guidance, Part.OPTIONS, "exercises", says)
    seen = [f"{one.who} for {one.what}." for _, told in guided(areas) for one in told.whom]
    if seen:
        yield Claim(Part.OPTIONS, _all_of(areas), "whom", "", tuple(dict.fromkeys(seen)))
    if pair := explanation.pair:
        asked = (*pair.questions, words.wait)
        yield Claim(Part.OPTIONS, pair.id, "questions", "", asked, origin=pair.origin)
    else:
        yield Claim(Part.OPTIONS, AROUND, "questions", "", (*words.questions, words.wait))


def areas_claimed(areas: Sequence[Area]) -> Iterator[Claim]:
    """Yield what pain in each of *areas* mostly comes from, what usually happens, what to read."""
    for area, guidance in guided(areas):
        yield _of_area(area, guidance, Part.AREAS, "mostly", (guidance.mostly,))
        yield _of_area(area, guidance, Part.AREAS, "usually", (guidance.usually,))
    read = (one for _, told in guided(areas) for one in (*told.pages[:1], told.group) if one)
    pages = tuple(dict.fromkeys(read))
    if pages:
        yield Claim(Part.AREAS, _all_of(areas), "pages", "", (), sources=pages)


def _approach(approach: Approach) -> Iterator[Claim]:
    """Yield how one begins with *approach* and what can go wrong, then each of its benefits."""
    ticked = approach.ticks.label if approach.ticks else None
    told = (approach.begin, ticked, approach.summary, approach.how, approach.steps)
    risks = (approach.risk, approach.caution, approach.example)
    says = tuple(dict.fromkeys(filter(None, (*told, *risks))))
    whole = Claim(Part.OPTIONS, approach.id, "risk", approach.name, says, origin=approach.origin)
    yield whole._replace(sources=cited_in(says))
    for benefit in approach.benefits:
        shares, sketch = benefit.shares, benefit.sketch
        drawn = (shares and shares.in_words, sketch and sketch.shows)
        brief = (benefit.answer, benefit.begin, benefit.in_brief, *drawn)
        yield whole._replace(
            key="benefit",
            says=tuple(filter(None, (*brief, benefit.mind, benefit.also))),
            certainty=benefit.certainty,
            evidence=benefit.evidence,
        )


def _of_area(area: Area, guidance: Guidance, part: Part, key: str, says: tuple[str, ...]) -> Claim:
    evidence = pieces_of(cited_in(says), guidance.evidence)
    return Claim(part, area.id, key, area.pain, says, evidence=evidence, origin=area.origin)


def _all_of(areas: Iterable[Area]) -> str:
    return " ".join(sorted(area.id for area in areas))
