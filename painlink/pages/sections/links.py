"""How one link, one chain and one short answer are told, in brief or in full."""

import re
from collections.abc import Callable, Iterable, Iterator

from painlink.explain.chains import Chain
from painlink.model.entries import Answer, Link, Pair
from painlink.model.grades import Certainty, Direction, Evidence, LookUp, Reason, Stance
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION, sentences
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Span,
    Text,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import named, noted
from painlink.phrases import sentence_case, uncapitalized

_PRESSING = re.compile(r"\bemergency\b|\bget help\b|\bheart first\b")
_LITTLE_SURE = (Certainty.LOW, Certainty.VERY_LOW)
_STANCES = {Stance.FOR: "For", Stance.AGAINST: "Against", Stance.MIXED: "Mixed"}


def link_in_brief(knowledge: Knowledge, link: Link, citations: Citations) -> Text:
    """Return *link* as its name and one or two sentences.

    A story that does not hold is told as what holds instead.
    """
    name = _link_name(knowledge, link, mechanism=False)
    if link.in_truth and link.certainty is Certainty.UNSUPPORTED:
        return (*citations.text(link.in_truth), *noted(link))
    return (*name, *plain(". "), *citations.text(link.summary))


def links_in_a_line(knowledge: Knowledge, links: Iterable[Link], citations: Citations) -> Text:
    """Return *links* by their names, each with the first source that speaks of it.

    Beside those that are rare but serious, which stand apart, is how sure each is.
    """
    told: list[Span] = []
    for link in links:
        cited = citations.of(CITATION.findall(link.summary)[:1])
        name = uncapitalized(link.name) if told else link.name
        named = _link_name(knowledge, link._replace(name=name), mechanism=False)
        level = quiet(f" ({link.certainty.words})") if link.danger else ()
        told += (*plain(", " if told else ""), *named, *level, *cited)
    return (*told, *plain("."))


def link_in_full(
    knowledge: Knowledge, link: Link, citations: Citations, *, areas: bool = False
) -> Item:
    """Return everything about *link*; if *areas*, also which two it joins and how surely."""
    blocks: list[Block] = []
    if areas:
        blocks.append(Paragraph(quiet(f"{link.certainty.label}.")))
    blocks += [
        Paragraph(citations.text(f"{link.summary} {link.how}")),
        *_listed("Fits better if", link.fits_better, citations),
        *_listed("Fits less if", link.fits_less, citations),
        Paragraph(citations.text(link.does_not_mean)),
        *claim_in_full(link.certainty, link.why_grade, link.evidence, link.looked_up, citations),
    ]
    where = strong(f"{link_ends(knowledge, link)}: ") if areas else ()
    return Item((*where, *_link_name(knowledge, link)), tuple(blocks))


def claim_in_full(
    certainty: Certainty,
    reasons: tuple[Reason, ...],
    evidence: tuple[Evidence, ...],
    looked_up: tuple[LookUp, ...],
    citations: Citations,
) -> Iterator[Block]:
    """Yield why a claim has its *certainty*, what its sources show, and what was searched."""
    yield from _why(certainty, reasons, citations)
    yield from _evidence(evidence, citations)
    yield from what_was_searched(looked_up)


def _link_name(knowledge: Knowledge, link: Link, *, mechanism: bool = True) -> Text:
    of = knowledge.mechanisms[link.mechanism]
    told = [of.name.lower()] if mechanism else []
    if mechanism and of.origin and of.origin != link.origin:
        told.append(f"a name {of.origin}")  # the rest of the link is painlink's
    called = quiet(f" ({', '.join(told)})") if told else ()
    name = link.name
    if link.certainty is Certainty.UNSUPPORTED:
        name = f'The story "{name}"'  # alone it would read as a fact
    return (*strong(name), *called, *noted(link))


def link_ends(knowledge: Knowledge, link: Link) -> str:
    """Return which two areas *link* joins, and which way: "Neck to head"."""
    start, end = named(knowledge.areas[link.from_]), named(knowledge.areas[link.to])
    between = "and" if link.direction is Direction.TWO_WAY else "to"
    return sentence_case(f"{start} {between} {end}")


def _listed(title: str, texts: tuple[str, ...], citations: Citations) -> list[Block]:
    if not texts:
        return []
    return [Paragraph(strong(title)), Bullets(tuple(citations.text(text) for text in texts))]


def _why(certainty: Certainty, reasons: tuple[Reason, ...], citations: Citations) -> list[Block]:
    """Return why a claim has its grade, the decisive reason first."""
    if not reasons:
        return []
    items = tuple(_reason(reason, citations) for reason in reasons)
    return [Paragraph(strong(f"Why {certainty.label.lower()}")), Bullets(items)]


def _reason(reason: Reason, citations: Citations) -> Text:
    return citations.after(CITATION.sub("", reason.says), reason.rests_on)


def _evidence(evidence: tuple[Evidence, ...], citations: Citations, whose: str = "") -> list[Block]:
    """Return what each source shows, and whether it speaks for the claim or against it."""
    return [Paragraph(strong(f"What the sources show{whose}")), pieces(evidence, citations)]


def what_was_searched(looked_up: tuple[LookUp, ...]) -> list[Block]:
    """Return what was searched before it was said that no study is known."""
    if not looked_up:
        return []
    searched = (f"{one.searched} ({one.on})." for one in looked_up)
    return [Paragraph(strong("What we searched for")), Bullets(tuple(map(plain, searched)))]


def pieces(evidence: tuple[Evidence, ...], citations: Citations) -> Bullets:
    """Return what each piece of *evidence* shows, and whether it speaks for the claim."""
    items = (
        (
            *strong(f"{_STANCES[piece.stance]}: "),
            *citations.after(piece.shows, [piece.source]),
        )
        for piece in evidence
    )
    return Bullets(tuple(items))


def chain_in_brief(knowledge: Knowledge, found: Chain, citations: Citations) -> Text:
    """Return a chain of two links: its path, and how sure each step; the level stands above it."""
    text = [
        *strong(chain_path(knowledge, found)),
        *quiet(" (a chain)"),
        *noted(*found.links, *(knowledge.areas[id_] for id_ in found.areas)),
        *plain(", how sure: "),
    ]
    for before, link in zip(("", ", then "), found.links, strict=True):
        text += plain(f"{before}{link.certainty.words}")
        text += citations.of(CITATION.findall(link.summary)[:1])
    return (*text, *plain("."))


def chain_path(knowledge: Knowledge, found: Chain) -> str:
    """Return the areas of a chain in their order: "Back to neck to head"."""
    return sentence_case(" to ".join(knowledge.areas[area].name for area in found.areas))


def short_answer(
    knowledge: Knowledge,
    pair: Pair,
    citations: Citations,
    *,
    full: bool,
    whose: str,
    more: Callable[[], Text] | None = None,
) -> list[Block]:
    """Return the short answer about *pair*; in *full* also how sure it is and what is unknown.

    Where an answer is little sure, what decides that is told beside it. *whose* is said of each
    piece, where not all of the page is about *pair*. What *more* gives stands behind them.
    """
    words = knowledge.wording
    together = _surely(pair.together, words.how_sure_together, full=full)
    cause = _surely(pair.cause, words.how_sure_cause, full=full, always=True)
    answers = (
        ("Do they go together? ", together),
        ("Does one cause the other? ", f"{cause} {words.not_causing}"),
        ("Not tested: ", pair.untested if full else sentences(pair.untested)[0]),
    )
    mark = quiet(whose) if whose else ()
    items = tuple((*strong(asked), *citations.text(said), *mark) for asked, said in answers)
    if more and (last := more()):  # made last: citations are numbered in their order
        items += (last,)
    blocks: list[Block] = [Heading(2, "The short answer"), Bullets(items)]
    if not full:
        return blocks
    blocks += [Paragraph((*strong("How sure that is"), *mark))]
    for told, graded in (("go together", pair.together), ("cause each other", pair.cause)):
        sure = Paragraph(plain(f"That they {told}: {graded.certainty.label.lower()}."))
        reasons = tuple(_reason(reason, citations) for reason in graded.why_grade)
        blocks += [sure, *([Bullets(reasons)] if reasons else [])]
    return [
        *blocks,
        *_listed(f"What nobody knows yet{whose}", pair.unknown, citations),
        *_evidence(pair.evidence, citations, whose),
        *what_was_searched(pair.looked_up),
    ]


def _surely(graded: Answer, how_sure: str, *, full: bool, always: bool = False) -> str:
    """Return an answer; where it is little sure, with the one reason that decides that.

    If *always*, how sure it is is told where it is surer too.

    Where it tells of an emergency it has none: that would play down what cannot wait.
    """
    little = graded.certainty in _LITTLE_SURE
    if full or _PRESSING.search(graded.answer) or not (graded.why_grade and (little or always)):
        return graded.answer
    sure = how_sure.replace("{level}", graded.certainty.words)
    why = f" {graded.why_grade[0].says}" if little else ""
    return f"{graded.answer} {sure}{why}"
