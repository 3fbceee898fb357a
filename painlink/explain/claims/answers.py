"""What is claimed first: the warning signs that lead a page, and the short answer."""

from collections.abc import Iterator

from painlink.explain.claims.records import AROUND, Claim, cited_in, pieces_of, said_by_rule
from painlink.explain.explanation import Explanation
from painlink.explain.leading import leading
from painlink.explain.red_flags import signs_in_themselves
from painlink.model.entries import Answer, Pair
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part

_PAIR = 2
_ON_EVERY_PAGE = ("injury", "medicines", "very_ill", "sooner")


def signs_claimed(knowledge: Knowledge, explanation: Explanation) -> Iterator[Claim]:
    """Yield the signs that lead the page, the most urgent first, then those of every page."""
    for together in signs_in_themselves(knowledge, explanation.areas)[:1]:
        both = said_by_rule(knowledge, Part.SIGNS, "both_is_a_sign")
        yield both._replace(origin=together.origin)
    signs = leading(knowledge, [area.id for area in explanation.areas])
    worse = (flag for one in (*signs.today, *signs.soon) for flag in one.worse)
    shown = (*signs.now, *signs.also, *signs.injury, *worse, *signs.for_today, *signs.for_soon)
    for flag in sorted(dict.fromkeys(shown), key=lambda flag: flag.urgency.rank):
        yield Claim(
            part=Part.SIGNS,
            entry=flag.id,
            key="sign",
            name=flag.name,
            says=(flag.sign, flag.why, flag.short),
            sources=flag.sources,
            urgency=flag.urgency,
            origin=flag.origin,
        )
    yield from (said_by_rule(knowledge, Part.SIGNS, key) for key in _ON_EVERY_PAGE)


def answers_claimed(knowledge: Knowledge, explanation: Explanation) -> Iterator[Claim]:
    """Yield the verdict, then each answer about the pair with the evidence that it names."""
    pair = explanation.pair
    if pair is None:
        yield Claim(Part.ANSWERS, AROUND, "verdict", "", (explanation.verdict,))
        if explanation.links:
            yield said_by_rule(knowledge, Part.ANSWERS, "not_causing")
        if len(explanation.areas) == _PAIR and not explanation.links:
            none = (knowledge.about.no_link,)
            yield Claim(Part.ANSWERS, AROUND, "no_link", "", none, sources=cited_in(none))
        return
    words = knowledge.wording
    drawn = [pair.shares.in_words] if pair.shares else []
    told = (
        _graded(pair, "together", pair.together, words.how_sure_together, *drawn),
        _graded(pair, "cause", pair.cause, words.how_sure_cause, words.not_causing),
        _told(pair, "untested", (pair.untested, *pair.unknown))._replace(looked_up=pair.looked_up),
        *([_told(pair, "outlook", (pair.outlook,))] if pair.outlook else []),
    )
    shown = {piece for claim in told for piece in claim.evidence}
    others = tuple(piece for piece in pair.evidence if piece not in shown)
    yield _told(pair, "verdict", (explanation.verdict,))._replace(evidence=others)
    yield from told


def _graded(pair: Pair, key: str, graded: Answer, how_sure: str, *more: str) -> Claim:
    reasons = graded.why_grade
    sure = how_sure.replace("{level}", graded.certainty.words)
    named = (*cited_in([graded.answer]), *(one for reason in reasons for one in reason.rests_on))
    return _told(pair, key, (graded.answer, sure, *more))._replace(
        certainty=graded.certainty,
        why_grade=reasons,
        evidence=pieces_of(named, pair.evidence),
    )


def _told(pair: Pair, key: str, says: tuple[str, ...]) -> Claim:
    evidence = pieces_of(cited_in(says), pair.evidence)
    return Claim(Part.ANSWERS, pair.id, key, "", says, evidence=evidence, origin=pair.origin)
