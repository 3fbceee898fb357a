"""The page that answers `painlink explain`."""

from functools import partial

from painlink.explain.explanation import Explanation, completed, hides_dangers
from painlink.explain.red_flags import is_emergency_of_all, signs_in_themselves
from painlink.model.entries import Area
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.pages import warnings
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    plain,
)
from painlink.pages.parts import others
from painlink.pages.parts.approaches import approach_in_brief, approach_in_full
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.figure import figure
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.links import (
    chain_in_brief,
    link_in_brief,
    link_in_full,
    short_answer,
)
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.understood import taken_for
from painlink.phrases import joined, sentence_case

_PAIR = 2


def page(
    knowledge: Knowledge,
    explanation: Explanation,
    *,
    full: bool = False,
) -> Page:
    """Return the page of *explanation*: about two screens, or everything if *full*.

    What unusual words were taken for is said first.
    """
    citations = Citations(knowledge)
    areas = explanation.areas
    said: list[Block] = [
        *taken_for(knowledge, explanation.understood),
        *own_areas(areas),
        warnings.notice(knowledge, areas),
    ]
    said += figure(knowledge, explanation)
    if len(areas) == 1:
        said += others.neighbors(knowledge, explanation)
    elif len(areas) == _PAIR:
        said += _answer(knowledge, explanation, citations, full=full)
        said += _links(knowledge, explanation, citations, full=full)
    else:
        said += others.ties(knowledge, citations)
        said += others.pair_by_pair(knowledge, explanation)
    said += _not_supported(knowledge, explanation, citations, full=full)
    said += _what_you_can_do(knowledge, explanation, citations, full=full)
    if full and explanation.pair:
        whose = noted(explanation.pair)
        questions = tuple((*plain(one), *whose) for one in explanation.pair.questions)
        said += [Heading(2, "Questions to ask"), Bullets(questions)]
    handout = f"painlink handout {arguments(areas)}"
    said.append(next_command(_deeper(explanation, full=full), handout))
    if citations:
        said.append(citations.references(brief=not full))
    contents = partial(completed, knowledge, explanation)
    return framed(knowledge, _title(areas), said, contents)


def _title(areas: tuple[Area, ...]) -> str:
    pains = sentence_case(joined([area.pain for area in areas]))
    return f"{pains}: what else may connect to it" if len(areas) == 1 else pains


def _answer(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    dangers = [Paragraph(plain(_DANGERS))] if hides_dangers(knowledge, explanation) else []
    if explanation.pair:
        whose = note(explanation.pair)
        return [
            *short_answer(explanation.pair, citations, full=full, whose=whose),
            *dangers,
        ]
    names = joined([f"the {area.name}" for area in explanation.areas])
    if explanation.links:
        said = f"{_NOBODY_COUNTED} {names}. {_BUT_LINKS}"
    elif is_emergency_of_all(knowledge, explanation.areas):
        said = f"We know of no everyday link between {names}. {_DANGERS} {knowledge.about.no_link}"
    else:
        said = f"We know of no direct link between {names}. {_NO_SOURCE} {knowledge.about.no_link}"
    return [Heading(2, "The short answer"), Paragraph(citations.text(said)), *dangers]


_NO_SOURCE = "No source we found joins them."
_DANGERS = "But some dangers can be felt in both: look at the warning signs above first."
_NOBODY_COUNTED = "No study we know of counted how often these two go together:"
_BUT_LINKS = "What is known of how one can be linked with the other stands below."


def _links(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    blocks: list[Block] = []
    for level in Certainty:
        links = [link for link in explanation.links if link.certainty is level]
        chains = [chain for chain in explanation.chains if chain.certainty is level]
        if not links and not chains:
            continue
        blocks.append(Heading(3, f"{level.label} ({level.wording})"))
        items = []
        if full:
            blocks += [link_in_full(knowledge, link, citations) for link in links]
        else:
            items += [link_in_brief(knowledge, link, citations) for link in links]
        items += [chain_in_brief(knowledge, chain, citations) for chain in chains]
        if items:
            blocks.append(Bullets(tuple(items)))
    return [Heading(2, "How they may be linked, best shown first"), *blocks] if blocks else []


def _not_supported(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    if not explanation.unsupported:
        return []
    heading = Heading(2, "Not supported by the evidence")
    if full:
        links = explanation.unsupported
        return [heading, *(link_in_full(knowledge, link, citations) for link in links)]
    items = (link_in_brief(knowledge, link, citations) for link in explanation.unsupported)
    return [heading, Bullets(tuple(items))]


def _what_you_can_do(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    blocks: list[Block] = [Heading(2, "What you can do, and how sure we are that it helps")]
    if first := warnings.before_trying(knowledge, explanation.areas):
        blocks.append(Paragraph(plain(first)))
    if signs_in_themselves(knowledge, explanation.areas):
        return blocks
    if explanation.pair and explanation.pair.outlook:
        outlook = citations.text(explanation.pair.outlook)
        blocks.append(Paragraph((*outlook, *noted(explanation.pair))))
    approaches = explanation.approaches
    if not approaches and len(blocks) == 1:
        return []  # for an area of a reader's own there may be none
    if full:
        return [*blocks, *(approach_in_full(one, citations) for one in approaches)]
    items = (approach_in_brief(knowledge, one, explanation.areas, citations) for one in approaches)
    return [*blocks, Bullets(tuple(items))]


def _deeper(explanation: Explanation, *, full: bool) -> str:
    if not full:
        return f"painlink explain {arguments(explanation.areas)} --full"
    if explanation.links:
        return f"painlink show {explanation.links[0].mechanism}"
    return "painlink list areas"
