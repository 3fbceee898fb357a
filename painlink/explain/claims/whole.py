"""All that is claimed on a page, what matters most for safety first."""

from collections.abc import Iterator

from painlink.explain.claims.answers import answers_claimed, signs_claimed
from painlink.explain.claims.options import areas_claimed, options_claimed
from painlink.explain.claims.records import Claim, cited_in, said_by_rule
from painlink.explain.explanation import Explanation
from painlink.model.entries import Link
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part

_PAIR = 2


def claims_of(knowledge: Knowledge, explanation: Explanation) -> tuple[Claim, ...]:
    """Return what a page about *explanation* claims.

    Where it is not about two areas, each link is told in short: all of it stands with the two areas
    that it joins.
    """
    return (
        *signs_claimed(knowledge, explanation),
        *answers_claimed(knowledge, explanation),
        *options_claimed(knowledge, explanation),
        *_links(knowledge, explanation),
        *_causes(knowledge, explanation),
        *areas_claimed(explanation.areas),
    )


def _links(knowledge: Knowledge, explanation: Explanation) -> Iterator[Claim]:
    if explanation.links:
        yield said_by_rule(knowledge, Part.LINKS, "order")
    in_full = len(explanation.areas) == _PAIR
    for link in (*explanation.links, *explanation.unsupported):
        yield _link(link) if in_full else _in_short(_link(link))
    for found in explanation.chains:
        says = tuple(one.summary for one in found.links)
        told = Claim(Part.LINKS, found.id, "chain", "", says, found.certainty)
        yield told._replace(sources=cited_in(says))


def _link(link: Link) -> Claim:
    is_story = link.certainty is Certainty.UNSUPPORTED
    first = (link.in_truth,) if is_story and link.in_truth else ()
    rest = (link.how, *link.fits_better, *link.fits_less, link.does_not_mean)
    return Claim(
        part=Part.LINKS,
        entry=link.id,
        key="story" if is_story else "danger" if link.danger else "link",
        name=link.name,
        says=(*first, link.summary, *rest),
        certainty=link.certainty,
        why_grade=link.why_grade,
        evidence=link.evidence,
        looked_up=link.looked_up,
        origin=link.origin,
    )


def _in_short(claim: Claim) -> Claim:
    says = claim.says[:1]
    short = claim._replace(says=says, why_grade=(), evidence=(), looked_up=())
    return short._replace(sources=cited_in(says))


def _causes(knowledge: Knowledge, explanation: Explanation) -> Iterator[Claim]:
    for one in explanation.everyday:
        if told := one.everyday:
            yield Claim(
                part=Part.CAUSES,
                entry=one.id,
                key="everyday",
                name=one.name,
                says=(told.summary, told.eases, one.does_not_mean),
                certainty=told.certainty,
                why_grade=told.why_grade,
                evidence=told.evidence,
                looked_up=told.looked_up,
                origin=one.origin,
            )
    for one in knowledge.mechanisms.values() if len(explanation.areas) > _PAIR else ():
        if one.ties_many:
            says, name = (one.ties_many,), f"{one.plain} ({one.name.lower()})"
            tied = Claim(Part.CAUSES, one.id, "ties_many", name, says, origin=one.origin)
            yield tied._replace(sources=cited_in(says))
