"""How one claim is told to whoever reviews it: its words, its grade, and what each source shows."""

from collections.abc import Iterator

from painlink.explain.claims.records import Claim
from painlink.explain.explanation import Explanation
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Urgency
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import (
    Blanks,
    Block,
    Choices,
    Item,
    Paragraph,
    Text,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import noted
from painlink.pages.sections.links import (
    chain_in_brief,
    claim_in_full,
    link_ends,
    link_in_full,
    what_was_searched,
)
from painlink.pages.sections.seeing import to_read, whom_to_see
from painlink.pages.sections.signs import SOON, TODAY
from painlink.phrases import sentence_case, uncapitalized

VERDICTS = ("right", "too strong", "too weak", "wrong", "unsafe")
_NAMES = {
    "both_is_a_sign": "Both pains at once",
    "injury": "After an injury",
    "medicines": "Medicines",
    "very_ill": "Whatever hurts",
    "sooner": "What can wait for days",
    "verdict": "The answer in short",
    "together": "Do they go together?",
    "cause": "Does one cause the other?",
    "untested": "What nobody knows yet",
    "outlook": "What usually happens",
    "care_first": "What comes first",
    "held_back": "Where no option is told yet",
    "not_causing": "Going together and causing",
    "eases": "Today, for {name}",
    "pain_medicine": "Pain medicine",
    "risk": "{name}: how it is done, and what can go wrong",
    "benefit": "{name}: does it help?",
    "whom": "Whom to see",
    "exercises": "Exercises for {name}",
    "questions": "What to ask",
    "danger": "{name} (rare, but serious)",
    "story": 'The story "{name}"',
    "order": "The order of the links",
    "chain": "A chain of two links",
    "mostly": "What {name} mostly comes from",
    "no_link": "Where no link is known",
    "pages": "Pages for patients",
    "call": "What to do about such a sign",
    "page": "The page also says",
    "usually": "What usually happens with {name}",
}
_URGENCIES = {
    Urgency.EMERGENCY: "get help now",
    Urgency.URGENT: uncapitalized(TODAY),
    Urgency.SOON: uncapitalized(SOON),
}


def claim_told(
    knowledge: Knowledge, explanation: Explanation, claim: Claim, citations: Citations
) -> Item:
    """Return *claim* with how sure it is, why, and what each of its sources shows."""
    how = _how(claim)
    return Item(
        (*_name(knowledge, claim), *quiet(f" ({how})" if how else ""), *noted(claim)),
        tuple(_told(knowledge, explanation, claim, citations)),
    )


def to_judge(told: Item, number: int) -> Item:
    """Return a claim that is *told* under its *number*, with boxes and a line for a note."""
    return Item(
        (*strong(f"{number}. "), *told.name),
        (
            *told.blocks,
            Choices(strong(f"Claim {number} is:"), VERDICTS),
            Blanks(strong("Note:"), 1),
        ),
    )


def _name(knowledge: Knowledge, claim: Claim) -> Text:
    name = _NAMES.get(claim.key, "{name}").replace("{name}", claim.name)
    link = knowledge.links.get(claim.entry)
    ends = link_ends(knowledge, link) if link and not claim.evidence else ""
    return strong(f"{ends}: {name}" if ends else sentence_case(name))


def _how(claim: Claim) -> str:
    """Return how sure *claim* is, or how urgent the sign that it is."""
    if claim.urgency:
        return _URGENCIES[claim.urgency]
    if claim.key == "benefit" and claim.certainty is Certainty.UNSUPPORTED:
        return "not supported: no help shown"
    return claim.certainty.label.lower() if claim.certainty else ""


def _told(
    knowledge: Knowledge, explanation: Explanation, claim: Claim, citations: Citations
) -> Iterator[Block]:
    chain = next((one for one in explanation.chains if one.id == claim.entry), None)
    link = knowledge.links.get(claim.entry)
    if claim.urgency:
        *whole, short = claim.says
        yield Paragraph((*plain(" ".join(whole)), *citations.of(claim.sources)))
        if short.rstrip(".").casefold() != claim.name.casefold():
            yield Paragraph(plain(f"In a few words: {short}"))
    elif chain and claim.key == "chain":
        yield Paragraph(chain_in_brief(knowledge, chain, citations))
        yield Paragraph((*citations.text(" ".join(claim.says)), *noted(*chain.links)))
    elif link and claim.evidence:
        yield from _link(knowledge, link, citations)
    elif claim.key == "whom":
        yield Paragraph(whom_to_see(knowledge, explanation.areas, citations))
    elif claim.key == "pages":
        yield Paragraph((*to_read(knowledge, explanation.areas), *citations.of(claim.sources)))
    else:
        yield Paragraph(citations.text(" ".join(claim.says)))
        yield from _basis(claim, citations)


def _link(knowledge: Knowledge, link: Link, citations: Citations) -> Iterator[Block]:
    if link.certainty is Certainty.UNSUPPORTED and link.in_truth:
        yield Paragraph(citations.text(link.in_truth))
    yield from link_in_full(knowledge, link, citations).blocks


def _basis(claim: Claim, citations: Citations) -> Iterator[Block]:
    """Yield why *claim* has its grade and what its sources show, as far as there is either."""
    if claim.evidence:
        level = claim.certainty or Certainty.UNSUPPORTED  # told only where there are reasons
        yield from claim_in_full(level, claim.why_grade, claim.evidence, claim.looked_up, citations)
        return
    yield from what_was_searched(claim.looked_up)
    if not claim.sources:
        yield Paragraph(_NO_SOURCE)


_NO_SOURCE: Text = quiet("No source is named for this.")
