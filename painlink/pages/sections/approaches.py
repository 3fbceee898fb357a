"""How one approach is told: in a line, on a sheet to fill in, or whole."""

from collections.abc import Iterator, Sequence

from painlink.model.areas import Area
from painlink.model.entries import Approach, Benefit
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import sentences
from painlink.pages.blocks import (
    Block,
    Bullets,
    Choices,
    Drawing,
    Item,
    Paragraph,
    Text,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import noted
from painlink.pages.parts.shares import as_bars, not_drawn
from painlink.pages.sections.links import pieces

_PAIR = 2


def approach_in_brief(
    knowledge: Knowledge, approach: Approach, areas: tuple[Area, ...], citations: Citations
) -> Iterator[Block]:
    """Yield *approach* in short, with how sure it is that it helps each of *areas*.

    For each of them stands how one begins and what that does, or does not do; then why it may help
    and what may come of it; below what of that is drawn, and the boxes to tick of who keeps it up.
    Who is seen to find a cause has no grade: what is graded is the care that may follow.
    """
    best = list(_best_benefits(knowledge, approach, areas))
    found = list(dict.fromkeys(one for one, _ in best))
    sure = "" if approach.finds_causes else _how_sure(best, areas)
    shown = [one for one in found if one.certainty.rank < Certainty.VERY_LOW.rank] or found
    shares = next((one.shares for one in shown if one.shares), None)
    done = [
        said
        for one in shown  # how one begins for a pain that it hardly helps would be borrowed
        for said in (one.begin or approach.begin, not_drawn(one.in_brief or one.also or "", shares))
    ]
    told = (*dict.fromkeys(done), approach.summary, *(one.mind for one in found))
    text = (
        *strong(f"{approach.name}"),
        *quiet(f" ({sure})" if sure else ""),
        *plain(". "),
        *citations.text(" ".join(filter(None, told))),
    )
    counted, bars = as_bars(shares, citations) if shares else ((), None)
    yield Bullets(((*text, *noted(approach), *counted),))
    if bars:
        yield bars
    for sketch in (one.sketch for one in shown if one.sketch):
        yield Drawing(sketch.lines, citations.text(sketch.shows))
    if approach.ticks:
        label = (*citations.text(approach.ticks.label), *noted(approach))
        yield Choices(label, approach.ticks.boxes, within=True)


def is_tried(knowledge: Knowledge, approach: Approach, areas: tuple[Area, ...]) -> bool:
    """Return whether *approach* is more than hardly tested for one of *areas*, or an own one.

    It is told only with what it does there: a bare name helps nobody to choose.
    """
    if approach.origin:
        return True
    found = [benefit for benefit, _ in _best_benefits(knowledge, approach, areas)]
    surest = min((benefit.certainty for benefit in found), key=lambda level: level.rank)
    told = any(benefit.in_brief for benefit in found)
    return told and surest.rank < Certainty.VERY_LOW.rank


def most_worth_telling(
    knowledge: Knowledge, tried: Sequence[Approach], areas: tuple[Area, ...], *, most: int
) -> list[Approach]:
    """Return at most *most* of those that are *tried*, in their order: for most areas first.

    What keeps somebody safe is always among them, and what is a reader's own comes on top.
    """

    def reached(one: Approach) -> int:
        found = _best_benefits(knowledge, one, areas)
        return sum(benefit.certainty.rank < Certainty.VERY_LOW.rank for benefit, _ in found)

    painlinks = [one for one in tried if not one.origin]
    first = sorted(painlinks, key=lambda one: (not one.keeps_safe, -reached(one)))[:most]
    return [one for one in tried if one.origin or one in first]


def what_to_mind(
    knowledge: Knowledge,
    approaches: Sequence[Approach],
    areas: tuple[Area, ...],
    citations: Citations,
) -> Text:
    """Return what to mind of *approaches* that have no room: their bare names would help nobody."""
    best = (found for one in approaches for found in _best_benefits(knowledge, one, areas))
    told = filter(None, (one.mind for one in dict.fromkeys(benefit for benefit, _ in best)))
    return citations.text(" ".join(told))


TO_TRY = ("What to do", "Does it help?", "Mind:")


def approach_to_try(
    knowledge: Knowledge, approach: Approach, areas: tuple[Area, ...], citations: Citations
) -> tuple[Text, Text, Text]:
    """Return what stands under `TO_TRY`: how to begin, what it may do for each area, its risk."""
    effects = " ".join(_effects(knowledge, approach, areas))
    return (
        (*strong(f"{approach.name}."), *citations.text(f" {approach.steps}"), *noted(approach)),
        citations.text(effects),
        citations.text(approach.caution),
    )


def _effects(knowledge: Knowledge, approach: Approach, areas: tuple[Area, ...]) -> Iterator[str]:
    """Yield what *approach* may do for each of *areas*, and how sure that is.

    For three or more only the surest effect is told whole, and of the others what to look out for.
    """
    found = list(_best_benefits(knowledge, approach, areas))
    best, _ = min(found, key=lambda one: one[0].certainty.rank)
    shortened = len(areas) > _PAIR
    first = [best] if shortened else []
    for benefit in dict.fromkeys((*first, *(benefit for benefit, _ in found))):
        claim, *rest = sentences(" ".join(filter(None, (benefit.answer, benefit.also))))
        if benefit is best or not shortened:
            yield f"{claim.removesuffix('.')} ({_helps(benefit.certainty)})."
        yield from rest
    others = [f"{a.name}: {_helps(b.certainty)}" for b, a in found if b is not best]
    if shortened and others:
        yield f"How sure elsewhere: {'; '.join(others)}."


def _best_benefits(
    knowledge: Knowledge, approach: Approach, areas: tuple[Area, ...]
) -> Iterator[tuple[Benefit, Area]]:
    """Yield for each of *areas* the surest effect of *approach*; of equals the most exact one.

    What is said of an area comes before what is said of the whole that it is part of. Where there
    is none for an area as a whole, those for its parts.
    """
    for area in areas:
        of_it = [benefit for benefit in approach.benefits if area.id in benefit.areas]
        if fitting := of_it or [one for one in approach.benefits if area.part_of in one.areas]:
            yield min(fitting, key=lambda one: (one.certainty.rank, len(one.areas))), area
            continue
        for part in (knowledge.areas[id_] for id_ in knowledge.parts(area.id)):
            of_part = [benefit for benefit in approach.benefits if part.id in benefit.areas]
            if of_part:
                yield min(of_part, key=lambda one: one.certainty.rank), part


def _how_sure(best: Sequence[tuple[Benefit, Area]], areas: tuple[Area, ...]) -> str:
    levels = [_helps(benefit.certainty) for benefit, _ in best]
    if [area for _, area in best] == list(areas) and len(set(levels)) == 1:
        return f"{levels[0]} for {_all_of(len(areas))}" if len(areas) > 1 else levels[0]
    return "; ".join(f"{area.name}: {level}" for (_, area), level in zip(best, levels, strict=True))


def _all_of(number: int) -> str:
    return "both" if number == _PAIR else "all"


def _helps(level: Certainty) -> str:
    return "no help shown" if level is Certainty.UNSUPPORTED else level.words


def approach_in_full(approach: Approach, citations: Citations) -> Item:
    """Return everything about *approach*: how, for what and how surely, and at what risk."""
    told = (approach.begin, approach.summary, approach.how, approach.example)
    said = " ".join(filter(None, told))
    blocks: list[Block] = [Paragraph(citations.text(said))]
    for benefit in approach.benefits:
        level = quiet(f" ({benefit.certainty.label.lower()})")
        begin = citations.text(f"{benefit.begin} ") if benefit.begin else ()
        also = citations.text(f" {benefit.also}") if benefit.also else ()
        blocks.append(Paragraph((*begin, *citations.text(benefit.answer), *level, *also)))
        blocks.append(pieces(benefit.evidence, citations))
    blocks.append(Paragraph((*strong("Risk: "), *citations.text(approach.risk))))
    return Item((*strong(approach.name), *noted(approach)), tuple(blocks))
