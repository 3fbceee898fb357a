"""The everyday things that make several areas ache at once, before any mechanism is thought of."""

from collections.abc import Sequence
from itertools import groupby

from painlink.explain.explanation import Explanation
from painlink.model.entries import Mechanism
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Span,
    Text,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import named, noted
from painlink.pages.sections.links import claim_in_full
from painlink.phrases import joined, uncapitalized

_MOST_CAUSES = 2  # everyday ones that a short page tells; the others it only names
_HARDLY = Certainty.VERY_LOW.rank  # what is hardly shown is named only where nothing else is


def everyday_causes(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    """Return the everyday things that can make all the areas ache at once, surest first.

    It is nothing where links are told as well: then a short page only names them.
    """
    causes = explanation.everyday
    if not causes or (explanation.links and not full):
        return []
    told = causes if full else causes[:_MOST_CAUSES]
    items = [_cause(one, citations, full=full) for one in told]
    if others := causes[len(told) :]:
        items.append((*strong("Also: "), *_in_a_line(others, citations)))
    return [Heading(2, knowledge.wording.everyday), Bullets(tuple(items))]


def everyday_in_a_line(
    knowledge: Knowledge, explanation: Explanation, citations: Citations
) -> Text:
    """Return the names of the same, or nothing where there are none."""
    if not explanation.everyday:
        return ()
    told = _in_a_line(explanation.everyday, citations)
    return (*strong(f"{knowledge.wording.everyday}: "), *told)


def _cause(one: Mechanism, citations: Citations, *, full: bool) -> Text:
    if one.everyday is None:
        return ()
    said = one.everyday.summary
    if full:
        said = f"{said} {one.everyday.eases} {one.does_not_mean}"
    return (
        *strong(one.name),
        *quiet(f" (certainty: {one.everyday.certainty.words})"),
        *plain(". "),
        *citations.text(said),
        *noted(one),
    )


def _in_a_line(causes: Sequence[Mechanism], citations: Citations) -> Text:
    """Return the names of *causes*, and behind those of one level how sure it is."""
    told: list[Span] = []
    known = [(one, one.everyday) for one in causes if one.everyday]
    known = [(one, told) for one, told in known if told.certainty.rank < _HARDLY] or known
    for level, group in groupby(known, key=lambda cause: cause[1].certainty):
        for one, everyday in group:
            told += plain(f"{', ' if told else ''}{uncapitalized(one.name)}")
            told += citations.of(CITATION.findall(everyday.summary)[:1])
            told += noted(one)
        told += quiet(f" (certainty: {level.words})")
    return (*told, *plain("."))


def everyday_whole(knowledge: Knowledge, one: Mechanism, citations: Citations) -> list[Block]:
    """Return where *one* makes several areas ache in everyday life, and what that rests on."""
    if one.everyday is None:
        return []
    told = one.everyday
    areas = joined([named(knowledge.areas[id_]) for id_ in told.areas])
    return [
        Heading(2, "In everyday life"),
        Paragraph(plain(f"{told.certainty.label}: it can make these ache at once: {areas}.")),
        Paragraph(citations.text(f"{told.summary} {told.eases}")),
        *claim_in_full(told.certainty, told.why_grade, told.evidence, told.looked_up, citations),
    ]
