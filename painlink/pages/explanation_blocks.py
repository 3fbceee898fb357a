"""What the page of an explanation says, block by block: for one area, for two, for more."""

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby

from painlink.explain.explanation import Explanation, hides_dangers
from painlink.explain.red_flags import is_emergency_of_all, signs_in_themselves
from painlink.explain.selection import links_between, links_to_others
from painlink.model.entries import Link
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.names.understanding import Understood
from painlink.pages import warnings
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    command,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts import sections
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.figure import figure
from painlink.pages.parts.framing import arguments, next_command, own_areas, taken_for
from painlink.pages.parts.origin import note, noted
from painlink.phrases import joined, sentence_case

_PAIR = 2
_MOST_NAMES = 3


def blocks(
    knowledge: Knowledge, explanation: Explanation, understood: Sequence[Understood], *, full: bool
) -> tuple[Block, ...]:
    """Return what the page of *explanation* says, in its order; everything if *full*."""
    citations = Citations(knowledge)
    areas = explanation.areas
    said: list[Block] = [
        *taken_for(understood),
        *own_areas(areas),
        warnings.notice(knowledge, areas),
    ]
    said += figure(knowledge, explanation)
    if len(areas) == 1:
        said += _neighbors(knowledge, explanation)
    elif len(areas) == _PAIR:
        said += _answer(knowledge, explanation, citations, full=full)
        said += _links(knowledge, explanation, citations, full=full)
    else:
        said += _ties(knowledge, citations)
        said += _pair_by_pair(knowledge, explanation)
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
    return tuple(said)


def _answer(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    dangers = [Paragraph(plain(_DANGERS))] if hides_dangers(knowledge, explanation) else []
    if explanation.pair:
        whose = note(explanation.pair)
        return [
            *sections.answer(explanation.pair, citations, full=full, whose=whose),
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
            blocks += [sections.link_in_full(knowledge, link, citations) for link in links]
        else:
            items += [sections.link_in_brief(knowledge, link, citations) for link in links]
        items += [sections.chain_in_brief(knowledge, chain, citations) for chain in chains]
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
        return [heading, *(sections.link_in_full(knowledge, link, citations) for link in links)]
    items = (sections.link_in_brief(knowledge, link, citations) for link in explanation.unsupported)
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
        return [*blocks, *(sections.approach_in_full(one, citations) for one in approaches)]
    items = (
        sections.approach_in_brief(knowledge, one, explanation.areas, citations)
        for one in approaches
    )
    return [*blocks, Bullets(tuple(items))]


def _neighbors(knowledge: Knowledge, explanation: Explanation) -> list[Block]:
    """Say for one area which others are known to be linked with it, most certain first."""
    (area,) = explanation.areas
    others = links_to_others(knowledge, explanation)
    if not others:
        return []
    items = (
        (
            *strong(sentence_case(knowledge.areas[other].name)),
            *noted(knowledge.areas[other]),
            *quiet(f" ({links[0].certainty.label.lower()} at best)"),
            *plain(f": {'; '.join(_few(_names(links)))}. "),
            *command(f"painlink explain {area.id} {other}"),
        )
        for other, links in others.items()
    )
    told = "Each line names another area, how it may be linked, and where to read on."
    heading = Heading(2, "What may be linked with it, best shown first")
    return [heading, Paragraph(plain(told)), Bullets(tuple(items))]


def _few(names: list[str]) -> list[str]:
    more = len(names) - _MOST_NAMES
    return names if more <= 1 else [*names[:_MOST_NAMES], f"and {more} more"]


def _names(links: Iterable[Link]) -> list[str]:
    """Return the names of *links*, each once, as they stand in a sentence."""
    names = (f"{link.name[:1].lower()}{link.name[1:]}{note(link)}" for link in links)
    return list(dict.fromkeys(names))


def _ties(knowledge: Knowledge, citations: Citations) -> list[Block]:
    """Say for three or more areas what may feed pain in many places at once."""
    items = tuple(
        (
            *strong(mechanism.plain),
            *quiet(f" ({mechanism.name.lower()})"),
            *plain(". "),
            *citations.text(mechanism.ties_many),
            *noted(mechanism),
        )
        for mechanism in knowledge.mechanisms.values()
        if mechanism.ties_many
    )
    return [Heading(2, "What may tie them all"), Bullets(items)] if items else []


def _pair_by_pair(knowledge: Knowledge, explanation: Explanation) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Pair by pair")]
    for one, other in combinations(explanation.areas, _PAIR):
        blocks.append(Heading(3, sentence_case(f"{one.pain} and {other.pain}")))
        links = links_between(knowledge, one, other)
        items = [
            (*strong(f"{level.label}: "), *plain(f"{'; '.join(_names(group))}."))
            for level, group in groupby(links, key=lambda link: link.certainty)
        ]
        if not links:
            items.append(plain("painlink has no link on record between these two."))
        items.append((*plain("Read on: "), *command(f"painlink explain {one.id} {other.id}")))
        blocks.append(Bullets(tuple(items)))
    return blocks


def _deeper(explanation: Explanation, *, full: bool) -> str:
    if not full:
        return f"painlink explain {arguments(explanation.areas)} --full"
    if explanation.links:
        return f"painlink show {explanation.links[0].mechanism}"
    return "painlink list areas"
