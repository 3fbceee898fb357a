"""The page that answers `painlink explain`."""

from functools import partial

from painlink.explain.explanation import Explanation, completed
from painlink.explain.red_flags import felt_together, signs_in_themselves
from painlink.model.entries import Area
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Page, Paragraph, emphasized, plain, quiet
from painlink.pages.parts import others
from painlink.pages.parts.approaches import (
    approach_in_brief,
    approach_in_full,
    approaches_in_a_line,
    is_tried,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.figure import figure
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.links import short_answer
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.routes import Routes
from painlink.pages.parts.signs import before_trying, notice
from painlink.pages.parts.understood import taken_for
from painlink.phrases import joined, sentence_case

_PAIR = 2
_ENOUGH = 6  # options that are tested; what is hardly tested is then left to the full page


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
    routes = Routes(knowledge, citations, full=full)
    said: list[Block] = [
        *taken_for(knowledge, explanation.understood),
        *own_areas(areas),
        _verdict(knowledge, explanation, citations),
        notice(knowledge, areas),
    ]
    said += figure(knowledge, explanation)
    if len(areas) == 1:
        said += others.neighbors(knowledge, explanation)
    elif len(areas) == _PAIR:
        said += _answer(knowledge, explanation, citations, full=full)
        said += routes.by_certainty(explanation)
    else:
        said += others.ties(knowledge, citations)
        said += others.pair_by_pair(knowledge, explanation)
    said += routes.not_supported(explanation.unsupported)
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
    return framed(knowledge, title(areas), said, contents)


def title(areas: tuple[Area, ...]) -> str:
    """Return the question that a page about *areas* answers."""
    pains = sentence_case(joined([area.pain for area in areas]))
    asked = "what else may be linked with it?" if len(areas) == 1 else "are they linked?"
    return f"{pains}: {asked}"


def _verdict(knowledge: Knowledge, explanation: Explanation, citations: Citations) -> Paragraph:
    """Return the answer in one or two sentences, whose it is, and for whom it is written."""
    pair = explanation.pair
    told = emphasized(citations.text(explanation.verdict))
    whose = noted(pair) if pair else ()
    return Paragraph((*told, *whose, *quiet(f" {knowledge.wording.for_whom}")))


def _answer(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    words = knowledge.wording
    if explanation.pair:
        whose = note(explanation.pair)
        return short_answer(knowledge, explanation.pair, citations, full=full, whose=whose)
    names = joined([f"the {area.name}" for area in explanation.areas])
    dangers = _dangers(knowledge, explanation.areas)
    if explanation.links:
        said = f"{_NOBODY_COUNTED} {names}. {_BUT_LINKS} {words.not_causing}"
    elif dangers:
        said = f"Apart from such dangers, we know of no everyday link between {names}."
    else:
        said = f"We know of no direct link between {names}."
    if not explanation.links:
        said = f"{said} {knowledge.about.no_link}"
    said = f"{dangers} {said}" if dangers else said
    return [Heading(2, "The short answer"), Paragraph(citations.text(said))]


def _dangers(knowledge: Knowledge, areas: tuple[Area, ...]) -> str:
    """Return that both pains are a sign, or that a danger can be felt in both, where it is so."""
    if signs_in_themselves(knowledge, areas):
        return knowledge.wording.both_is_a_sign
    if felt_together(knowledge, [area.id for area in areas]):
        return knowledge.wording.look_above_first
    return ""


_NOBODY_COUNTED = "No study we know of counted how often these two go together:"
_BUT_LINKS = "What is known of how one can be linked with the other stands below."


def _what_you_can_do(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    first = before_trying(knowledge, explanation.areas, explanation.links)
    told = emphasized(citations.text(first))
    is_sign = bool(signs_in_themselves(knowledge, explanation.areas))
    if not is_sign and explanation.pair and explanation.pair.outlook:
        outlook = citations.text(explanation.pair.outlook)
        told = (*told, *plain(" " if told else ""), *outlook, *noted(explanation.pair))
    approaches = () if is_sign else explanation.approaches
    if not approaches and not told:
        return []  # for an area of a reader's own there may be none
    blocks: list[Block] = [Heading(2, "What you can do, and how sure we are that it helps")]
    blocks += [Paragraph(told)] if told else []
    if not approaches:
        return blocks
    if full:
        return [*blocks, *(approach_in_full(one, citations) for one in approaches)]
    areas = explanation.areas
    tried = [one for one in approaches if is_tried(knowledge, one, areas)]
    items = [approach_in_brief(knowledge, one, areas, citations) for one in tried]
    hardly = [one for one in approaches if one not in tried]
    if hardly and len(tried) < _ENOUGH:
        items.append(approaches_in_a_line(hardly))
    return [*blocks, Bullets(tuple(items))]


def _deeper(explanation: Explanation, *, full: bool) -> str:
    if not full:
        return f"painlink explain {arguments(explanation.areas)} --full"
    if explanation.links:
        return f"painlink show {explanation.links[0].mechanism}"
    return "painlink list areas"
