"""How one link and one chain are told, in brief or in full, and what a claim rests on."""

from collections.abc import Iterable, Iterator

from painlink.explain.chains import Chain
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Direction, Evidence, LookUp, Reason, Stance
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import (
    Block,
    Bullets,
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

_STANCES = {Stance.FOR: "For", Stance.AGAINST: "Against", Stance.MIXED: "Mixed"}


def link_in_brief(knowledge: Knowledge, link: Link, citations: Citations) -> Text:
    """Return *link* as its name and one or two sentences.

    A story that does not hold is told as what holds instead.
    """
    name = _link_name(knowledge, link, mechanism=False)
    if link.in_truth and link.certainty is Certainty.UNSUPPORTED:
        return (*citations.text(link.in_truth), *noted(link))
    level = quiet(f" ({link.certainty.words})")
    return (*name, *level, *plain(". "), *citations.text(link.summary))


def links_in_a_line(knowledge: Knowledge, links: Iterable[Link], citations: Citations) -> Text:
    """Return *links* by their names, each with the first source that speaks of it.

    Beside those that are rare but serious, which stand apart, is how sure each is.
    """
    told: list[Span] = []
    for link in links:
        cited = citations.of(CITATION.findall(link.summary)[:1])
        small = link._replace(name=uncapitalized(link.name))
        named = _link_name(knowledge, small, mechanism=False)
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
        *titled("Fits better if", link.fits_better, citations),
        *titled("Fits less if", link.fits_less, citations),
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
    yield from what_sources_show(evidence, citations)
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


def titled(title: str, texts: tuple[str, ...], citations: Citations) -> list[Block]:
    """Return *texts* under *title*, or nothing where there are none."""
    if not texts:
        return []
    return [Paragraph(strong(title)), Bullets(tuple(citations.text(text) for text in texts))]


def _why(certainty: Certainty, reasons: tuple[Reason, ...], citations: Citations) -> list[Block]:
    """Return why a claim has its grade, the decisive reason first."""
    if not reasons:
        return []
    items = tuple(reason_told(reason, citations) for reason in reasons)
    return [Paragraph(strong(f"Why {certainty.label.lower()}")), Bullets(items)]


def reason_told(reason: Reason, citations: Citations) -> Text:
    """Return why something has its grade, with what that rests on."""
    return citations.after(CITATION.sub("", reason.says), reason.rests_on)


def what_sources_show(
    evidence: tuple[Evidence, ...], citations: Citations, whose: str = ""
) -> list[Block]:
    """Return what each source shows, and whether it speaks for the claim or against it."""
    return [Paragraph(strong(f"What the sources show{whose}")), pieces(evidence, citations)]


def what_was_searched(looked_up: tuple[LookUp, ...], whose: str = "") -> list[Block]:
    """Return what was searched before it was said that no study is known."""
    if not looked_up:
        return []
    searched = (f"{one.searched} ({one.on})." for one in looked_up)
    return [Paragraph(strong(f"What we searched for{whose}")), Bullets(tuple(map(plain, searched)))]


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
    """Return a chain of two links: its path, how sure it is, and how sure each step."""
    text = [
        *strong(chain_path(knowledge, found)),
        *quiet(f" (a chain: {found.certainty.words})"),
        *noted(*found.links, *(knowledge.areas[id_] for id_ in found.areas)),
        *plain(": "),
    ]
    for before, link in zip(("", ", then "), found.links, strict=True):
        text += plain(f"{before}{link.certainty.words}")
        text += citations.of(CITATION.findall(link.summary)[:1])
    return (*text, *plain("."))


def chain_path(knowledge: Knowledge, found: Chain) -> str:
    """Return the areas of a chain in their order: "Back to neck to head"."""
    return sentence_case(" to ".join(knowledge.areas[area].name for area in found.areas))
