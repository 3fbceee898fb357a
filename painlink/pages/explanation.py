"""The page that answers `painlink explain`."""

from collections.abc import Iterable
from functools import partial

from painlink.explain.explanation import Explanation, completed
from painlink.explain.red_flags import felt_together, signs_in_themselves
from painlink.model.areas import Area
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    Text,
    command,
    emphasized,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.figure import figure
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.handed import by_name, step_by_step
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.reviewers import reviews_of
from painlink.pages.sections import others
from painlink.pages.sections.answers import short_answer
from painlink.pages.sections.approaches import (
    approach_in_brief,
    approach_in_full,
    is_tried,
    most_worth_telling,
    what_to_mind,
)
from painlink.pages.sections.everyday import everyday_causes, everyday_in_a_line
from painlink.pages.sections.living import (
    eases_today,
    exercises_by_name,
    in_daily_life,
    in_full,
    mostly_from,
    what_happens,
)
from painlink.pages.sections.routes import Routes
from painlink.pages.sections.seeing import elsewhere, to_ask, to_choose, to_read, whom_to_see
from painlink.pages.sections.signs import before_trying, notice
from painlink.pages.sections.understood import taken_for
from painlink.phrases import joined, sentence_case

_PAIR = 2
_MOST_CITED = 1  # sources of one claim; the full page has all
_MOST_OPTIONS = 3  # told; the full page has the others


def page(
    knowledge: Knowledge,
    explanation: Explanation,
    *,
    full: bool = False,
) -> Page:
    """Return the page of *explanation*: about two screens, or everything if *full*.

    What unusual words were taken for is said first.
    """
    citations = Citations(knowledge, most=None if full else _MOST_CITED)
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
        mostly = mostly_from(areas, citations)
        said += [Paragraph(mostly)] if mostly else []
        said += others.neighbors(knowledge, explanation)
    elif len(areas) == _PAIR:
        said += _answer(knowledge, explanation, citations, full=full)
        said += everyday_causes(knowledge, explanation, citations, full=full)
        said += routes.by_certainty(explanation)
    else:
        said += others.ties(knowledge, citations)
        if everyday := everyday_in_a_line(knowledge, explanation, citations):
            said.append(Paragraph(everyday))
        said += others.pair_by_pair(knowledge, explanation)
    said += routes.not_supported(explanation.unsupported)
    said += _what_you_can_do(knowledge, explanation, citations, full=full)
    if full and explanation.pair:
        whose = noted(explanation.pair)
        questions = tuple((*plain(one), *whose) for one in explanation.pair.questions)
        said += [Heading(2, "Questions to ask"), Bullets(questions)]
    if full or not isinstance(said[-1], Bullets):  # else its last lines are these
        sheet = f"painlink handout {arguments(areas)}"
        said.append(next_command(_deeper(explanation, full=full), sheet))
    if citations:
        said.append(citations.references(brief=not full))
    contents = partial(completed, knowledge, explanation)
    reviews = reviews_of(knowledge, areas, explanation.pair)
    cited = citations.sources()
    return framed(knowledge, title(areas), said, contents, sources=cited, reviews=reviews)


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
    named = partial(everyday_in_a_line, knowledge, explanation, citations)
    more = named if explanation.links and not full else None
    if explanation.pair:
        whose = note(explanation.pair)
        return short_answer(
            knowledge, explanation.pair, citations, full=full, whose=whose, more=more
        )
    names = joined([f"the {area.name}" for area in explanation.areas])
    dangers = _dangers(knowledge, explanation.areas)
    if explanation.links:
        said = f"{_NOBODY_COUNTED} {names}. {_BUT_LINKS} {words.not_causing}"
    elif dangers:
        known = "such dangers and everyday things" if explanation.everyday else "such dangers"
        said = f"Apart from {known}, we know of no link between {names}."
    else:
        said = f"We know of no direct link between {names}."
    if not explanation.links:
        said = f"{said} {knowledge.about.no_link}"
    said = f"{dangers} {said}" if dangers else said
    told = [citations.text(said)]
    if mostly := mostly_from(explanation.areas, citations):
        told.append(mostly)
    if not explanation.links:
        told.append(citations.text(knowledge.about.not_shown))
    if more and (everyday := more()):
        told.append(everyday)
    return [Heading(2, "The short answer"), Bullets(tuple(told))]


def _dangers(knowledge: Knowledge, areas: tuple[Area, ...]) -> str:
    """Return that both pains are a sign, or that a danger can be felt in both, where it is so."""
    if signs_in_themselves(knowledge, areas):
        return knowledge.wording.both_is_a_sign
    if felt_together(knowledge, [area.id for area in areas]):
        return knowledge.wording.look_above_first
    return ""


_NOBODY_COUNTED = "We have no count of how often these two go together:"
_BUT_LINKS = "What is known of how one can be linked with the other stands below."


def _what_you_can_do(
    knowledge: Knowledge, explanation: Explanation, citations: Citations, *, full: bool
) -> list[Block]:
    areas = explanation.areas
    told = emphasized(citations.text(before_trying(knowledge, areas, explanation.links)))
    if signs_in_themselves(knowledge, areas):
        return [Heading(2, _TO_DO), Paragraph(told)]
    if told and any(area.guidance for area in areas):
        told = (*told, *emphasized(plain(f" {knowledge.wording.until_then}")))
    expected = _what_happens(explanation, citations, full=full)
    approaches = explanation.approaches
    today = eases_today(knowledge, areas, citations, full=full)
    if not (approaches or told or expected or today or explanation.exercises):
        return []  # for an area of a reader's own there may be none
    blocks: list[Block] = [Heading(2, _TO_DO)]
    first = [(*strong(_FIRST), *told)] if told else []
    first += [(*strong(_EXPECT), *expected)] if expected else []
    today = [*first, *today]
    if full:
        blocks += [Bullets(tuple(today))] if today else []
        blocks += [approach_in_full(one, citations) for one in approaches]
        blocks += in_full(knowledge, areas, citations)
        return [*blocks, *step_by_step(explanation.exercises)]
    approaches = tuple(one for one in approaches if one.origin or not one.finds_causes)
    tried = [one for one in approaches if is_tried(knowledge, one, areas)]
    chosen = most_worth_telling(knowledge, tried, areas, most=_MOST_OPTIONS)
    options = [
        block for one in chosen for block in approach_in_brief(knowledge, one, areas, citations)
    ]
    others = [one for one in approaches if one not in chosen]
    items = [what_to_mind(knowledge, others, areas, citations)]
    untold, offered = approaches[:_MOST_OPTIONS], bool(chosen)
    items.append(to_choose(knowledge, untold, citations, offered=offered, held_back=bool(told)))
    items += elsewhere(knowledge, areas, chosen)
    items.append(in_daily_life(areas, citations))
    items += [exercises_by_name(areas), by_name(explanation.exercises)]
    items.append(whom_to_see(knowledge, areas, citations, offered=offered))
    items += [to_ask(knowledge, explanation), to_read(knowledge, areas)]
    sheet = command(f"painlink handout {arguments(areas)}")
    deeper = command(_deeper(explanation, full=full))
    items.append((*strong(_SHEET), *sheet, *plain(" or "), *strong(_MORE), *deeper))
    rest = tuple(filter(None, items))
    return [*blocks, *_joined([Bullets(tuple(today)), *options, Bullets(rest)])]


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return *blocks* with neighboring lists as one, and none that is empty."""
    merged: list[Block] = []
    for block in blocks:
        before = merged[-1] if merged else None
        if isinstance(block, Bullets) and isinstance(before, Bullets):
            merged[-1] = Bullets((*before.items, *block.items))
        elif block != Bullets(()):
            merged.append(block)
    return merged


def _what_happens(explanation: Explanation, citations: Citations, *, full: bool) -> Text:
    """Return what usually happens to each of the areas, or what is known of that of the pair."""
    told = what_happens(explanation.areas, citations)
    if (pair := explanation.pair) and pair.outlook and (full or not told):
        outlook = (*citations.text(pair.outlook), *noted(pair))
        told = (*told, *plain(" " if told else ""), *outlook)
    return told


_FIRST, _EXPECT = "First: ", "Expect: "
_SHEET, _MORE = "Print: ", "more: "
_TO_DO = 'What you can do, and how sure it is to help ("Today": advice, not graded)'


def _deeper(explanation: Explanation, *, full: bool) -> str:
    if not full:
        return f"painlink explain {arguments(explanation.areas)} --full"
    if explanation.links:
        return f"painlink show {explanation.links[0].mechanism}"
    return "painlink list areas"
