"""The page of `painlink handout`: two printed sides to fill in by hand and bring to a visit.

First comes what it is about and what can be tried, then what is worked through with a pen.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import cycle, islice
from typing import NamedTuple

from painlink.explain.explanation import Explanation, sources_of
from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import in_turn, signs_in_themselves
from painlink.explain.surest import surest
from painlink.model.about import Prompt
from painlink.model.areas import Area
from painlink.model.entries import Approach, RedFlag, Source
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Practice, PracticeExercise
from painlink.model.words.texts import sentences
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Notice,
    Options,
    Page,
    Paragraph,
    Text,
    plain,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import framed, own_areas
from painlink.pages.parts.handed import how_to_reach, letterhead, step_by_step
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.picture import Figure
from painlink.pages.parts.reviewers import reviews_of
from painlink.pages.parts.room import ToTry, ever_less, fits_on_two_sides
from painlink.pages.sections.approaches import TO_TRY, approach_to_try
from painlink.pages.sections.living import what_happens
from painlink.pages.sections.seeing import to_read
from painlink.pages.sections.signs import before_trying, notice
from painlink.pages.summary import short_answers
from painlink.phrases import joined, sentence_case

_DAYS = 28
_EXAMPLE = ("6", "2", "3", "4", "1", "5")  # pain from 0 to 10, one for each area
_MOST_QUESTIONS = 3
_MOST_CITED = 2  # sources of one claim; the page of painlink has all
_FEW_AREAS = 3  # of more there is no room to tell what usually happens to each
_BODY = Figure("Where it hurts", "A drawn body, front and back, to shade by hand.", (), ())


class HandoutContents(NamedTuple):
    """What a handout holds as data, and the names of what it left out; its blanks hold nothing."""

    practice: Practice | None
    areas: tuple[Area, ...]
    summary: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    today: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    exercises: tuple[PracticeExercise, ...]
    left_out: tuple[str, ...]
    medicine_days: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]


def page(knowledge: Knowledge, explanation: Explanation, *, large: bool = False) -> Page:
    """Return the handout for the areas of *explanation*, short enough for two printed sides.

    What has no room there is named. In *large* print nothing is left out, on as many sides as it
    takes. No word of whoever asked stands on it: it may be handed on.
    """
    areas = explanation.areas
    whole = ToTry(explanation.approaches, explanation.exercises)
    if signs_in_themselves(knowledge, areas):
        whole = ToTry()
    signs = notice(knowledge, areas, on_paper=True)  # once: it takes longer than all the rest
    sheet = partial(_sheet, knowledge, explanation, signs)
    fitting = () if large else filter(fits_on_two_sides, map(sheet, ever_less(whole)))
    return next(iter(fitting), None) or sheet(whole)._replace(is_large=large)


def _sheet(knowledge: Knowledge, explanation: Explanation, signs: Notice, to_try: ToTry) -> Page:
    """Return the handout that begins with *signs* and tells so much of what can be tried."""
    words = knowledge.handout
    citations = Citations(knowledge, most=_MOST_CITED)
    areas = explanation.areas
    care = before_trying(knowledge, areas, explanation.links)
    answers = [
        (*strong(asked), *citations.text(said))
        for asked, said in short_answers(knowledge, explanation)
    ]
    blocks = [*letterhead(knowledge), *own_areas(areas), signs]
    if signs_in_themselves(knowledge, areas):
        blocks += [Paragraph(strong(care)), Heading(2, "In short"), Bullets(tuple(answers))]
    else:
        then = knowledge.wording.then
        first_step = f"{sentences(words.first_step)[0]} {care} {then}" if care else words.first_step
        answers.append((*strong("What can I do? "), *citations.text(first_step)))
        blocks += [Paragraph(plain(words.aim)), Heading(2, "In short"), Bullets(tuple(answers))]
        blocks += _what_to_try(knowledge, explanation, to_try, citations)
        blocks += _to_fill_in(knowledge, explanation, citations)
        blocks += how_to_reach(knowledge)
    if more := to_read(knowledge, areas):
        blocks.append(Paragraph(more))
    if citations:
        blocks.append(citations.short_references())
    contents = partial(_contents, knowledge, explanation, to_try, citations)
    return framed(
        knowledge,
        _title(areas),
        blocks,
        contents,
        sources=citations.sources(),
        is_sheet=True,
        reviews=reviews_of(knowledge, areas, explanation.pair),
    )


def _contents(
    knowledge: Knowledge, explanation: Explanation, to_try: ToTry, citations: Citations
) -> HandoutContents:
    areas = explanation.areas
    signs = leading(knowledge, [area.id for area in areas], ON_PAPER)
    approaches = explanation.approaches
    beside = sources_of(knowledge, (*areas, *signs.now, *signs.for_today, *approaches))
    is_sign = bool(signs_in_themselves(knowledge, areas))
    return HandoutContents(
        practice=knowledge.handed.practice,
        areas=areas,
        summary=tuple(said for _, said in short_answers(knowledge, explanation)),
        red_flags=signs.now,
        today=signs.for_today,
        approaches=approaches,
        exercises=to_try.exercises,
        left_out=to_try.left_out,
        medicine_days=knowledge.handout.medicine_days,
        questions=() if is_sign else tuple(_questions(knowledge, explanation)),
        sources=tuple(dict.fromkeys((*citations.sources(), *beside))),
    )


def _to_fill_in(
    knowledge: Knowledge, explanation: Explanation, citations: Citations
) -> Iterator[Block]:
    """Yield the side that is worked through with a pen: notes, diary and questions."""
    words = knowledge.handout
    yield Heading(2, "What I have noticed")
    yield _BODY
    yield from (Blanks(strong(f"{one}:"), 1, short=True) for one in words.client)
    yield from _blanks(words.noticed)
    yield Heading(2, "My four weeks")
    yield Bullets(tuple(citations.text(step) for step in words.diary))
    yield _four_weeks(explanation.areas)
    yield Paragraph(citations.text(" ".join(words.medicine_days)))
    yield Heading(2, "Questions to ask")
    questions = _questions(knowledge, explanation)
    yield Bullets(tuple(citations.text(question) for question in questions))
    yield from _blanks((words.own_question,))


def _title(areas: tuple[Area, ...]) -> str:
    pains = sentence_case(joined([area.pain for area in areas]))
    linked = "what is linked with it" if len(areas) == 1 else "are they linked"
    return f"{pains}: {linked}, and what can I do?"


def _blanks(prompts: Iterable[Prompt]) -> Iterator[Block]:
    for prompt in prompts:
        if prompt.options:
            yield Choices(strong(prompt.ask), prompt.options)
        if prompt.lines:
            yield Blanks(strong(prompt.ask), prompt.lines)


def _four_weeks(areas: tuple[Area, ...]) -> Grid:
    """Return a blank row a day, after one that shows how to fill it in; last, room for a count."""
    columns = ("Day", *(sentence_case(area.name) for area in areas), "Medicine", "Sleep")
    example = ("Example", *islice(cycle(_EXAMPLE), len(areas)), "x", "fair")
    blank = ("",) * (len(areas) + 2)
    days = ((str(day), *blank) for day in range(1, _DAYS + 1))
    ticks = ("Ticks", *("-" for _ in areas), "", "-")
    return Grid(columns, (example, *days, ticks), _in_words(columns, example))


def _in_words(columns: tuple[str, ...], example: tuple[str, ...]) -> Text:
    """Return how to keep the same diary where no table can be filled in."""
    named = joined([column.lower() for column in columns[1:]])
    pairs = zip(columns[1:], example[1:], strict=True)
    shown = ", ".join(f"{column.lower()} {cell}" for column, cell in pairs)
    return plain(
        f"For each of the {_DAYS} days, write down one line: {named}. For example: {shown}."
    )


def _what_to_try(
    knowledge: Knowledge, explanation: Explanation, to_try: ToTry, citations: Citations
) -> Iterator[Block]:
    """Yield what can be tried: painlink's options, exercises of the practice, a plan."""
    areas = explanation.areas
    yield Heading(2, "What I can try")
    if to_try.approaches:
        yield Paragraph(plain(knowledge.handout.choice))
    few = areas if len(areas) <= _FEW_AREAS else ()
    if expected := what_happens(few, citations):
        yield Paragraph((*strong("What usually happens: "), *expected))
    elif explanation.pair and explanation.pair.outlook:
        outlook = citations.text(f" {explanation.pair.outlook}")
        whose = noted(explanation.pair)
        yield Paragraph((*strong("What usually happens:"), *outlook, *whose))
    if to_try.approaches:
        choices = (approach_to_try(knowledge, one, areas, citations) for one in to_try.approaches)
        yield Options(TO_TRY, tuple(choices))
    if to_try.left_out:
        names = "; ".join(to_try.left_out)
        yield Paragraph(plain(knowledge.handout.left_out.format(names=names)))
    yield from step_by_step(to_try.exercises)
    yield from _blanks(knowledge.handout.plan)


def _questions(knowledge: Knowledge, explanation: Explanation) -> Iterator[str]:
    """Yield what to ask: of each pair, of the best link, of medicines."""
    areas = explanation.areas
    pairs = knowledge.pairs_among([area.id for area in areas])
    asked = [[(question, pair) for question in pair.questions] for pair in pairs]
    chosen = list(islice(in_turn(asked), _MOST_QUESTIONS))
    if any(area.care_first for area in areas):
        yield knowledge.handout.care_first_question
    yield from (f"{question}{note(pair)}" for question, pair in chosen)
    link = surest(knowledge, areas, explanation.links)
    if link and link.certainty is not Certainty.VERY_LOW:
        yield f'Could "{link.name}" play a part for me?{note(link)}'
    if not any("days a month" in question for question, pair in chosen if not pair.origin):
        yield from knowledge.handout.questions
    yield knowledge.handout.support_question
