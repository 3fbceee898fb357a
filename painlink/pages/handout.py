"""The page of `painlink handout`: two printed sides to fill in by hand and bring to a visit."""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from typing import NamedTuple

from painlink.explain.explanation import Explanation, sources_of
from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import in_turn, signs_in_themselves
from painlink.model.about import Prompt
from painlink.model.areas import Area
from painlink.model.entries import Approach, RedFlag, Source
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import sentences
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Options,
    Page,
    Paragraph,
    Text,
    plain,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.figure import marked
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.origin import note, noted
from painlink.pages.sections.approaches import TO_TRY, approach_to_try
from painlink.pages.sections.living import to_read, what_happens
from painlink.pages.sections.signs import before_trying, notice
from painlink.pages.summary import best_link, short_answers
from painlink.phrases import joined, sentence_case

_DAYS = 28
_EXAMPLE = ("6", "2", "3", "4", "1", "5")  # pain from 0 to 10, one for each area
_MOST_QUESTIONS = 3
_FEW_AREAS = 3  # of more there is no room to tell what usually happens to each


class HandoutContents(NamedTuple):
    """What a handout holds as data; its blanks hold nothing."""

    areas: tuple[Area, ...]
    summary: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    today: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    medicine_days: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]


def page(knowledge: Knowledge, explanation: Explanation) -> Page:
    """Return the handout for the areas of *explanation*, short enough for two printed sides.

    No word of whoever asked stands on it: it may be handed on.
    """
    words = knowledge.handout
    citations = Citations(knowledge)
    areas = explanation.areas
    ids = [area.id for area in areas]
    summary = tuple(short_answers(knowledge, explanation))
    questions: tuple[str, ...] = ()
    answers = [(*strong(asked), *citations.text(said)) for asked, said in summary]
    blocks: list[Block] = [
        *own_areas(areas),
        notice(knowledge, areas, on_paper=True),
    ]
    if signs_in_themselves(knowledge, areas):
        first = Paragraph(strong(before_trying(knowledge, areas, explanation.links)))
        blocks += [first, Heading(2, "In short"), Bullets(tuple(answers))]
    else:
        care = before_trying(knowledge, areas, explanation.links)
        then = knowledge.wording.then
        first_step = f"{sentences(words.first_step)[0]} {care} {then}" if care else words.first_step
        answers.append((*strong("What can I do? "), *citations.text(first_step)))
        questions = tuple(_questions(knowledge, explanation))
        blocks += [Paragraph(plain(words.aim)), Heading(2, "In short"), Bullets(tuple(answers))]
        blocks += _to_fill_in(knowledge, explanation, questions, citations)
    if more := to_read(knowledge, areas):
        blocks.append(Paragraph(more))
    blocks.append(next_command(f"painlink explain {arguments(areas)} --full"))
    if citations:
        blocks.append(citations.short_references())
    signs = leading(knowledge, ids, ON_PAPER)

    def contents() -> HandoutContents:
        beside = sources_of(
            knowledge, (*areas, *signs.now, *signs.for_today, *explanation.approaches)
        )  # here only
        return HandoutContents(
            areas=areas,
            summary=tuple(said for _, said in summary),
            red_flags=signs.now,
            today=signs.for_today,
            approaches=explanation.approaches,
            medicine_days=words.medicine_days,
            questions=questions,
            sources=tuple(dict.fromkeys((*citations.sources(), *beside))),
        )

    cited = citations.sources()
    return framed(knowledge, _title(areas), blocks, contents, sources=cited, is_sheet=True)


def _to_fill_in(
    knowledge: Knowledge,
    explanation: Explanation,
    questions: tuple[str, ...],
    citations: Citations,
) -> Iterator[Block]:
    """Yield what is worked through with a pen: notes, diary, choices, plans and questions."""
    words = knowledge.handout
    yield Heading(2, "What I have noticed")
    yield from marked(explanation.areas)
    yield from _blanks(words.noticed)
    yield Heading(2, "My four weeks")
    yield Bullets(tuple(citations.text(step) for step in words.diary))
    yield _four_weeks(explanation.areas)
    yield Paragraph(citations.text(" ".join(words.medicine_days)))
    yield Heading(2, "What I can try")
    yield from _what_to_try(knowledge, explanation, citations)
    yield from _blanks(words.plan)
    yield Heading(2, "Questions to ask")
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
    knowledge: Knowledge, explanation: Explanation, citations: Citations
) -> Iterator[Block]:
    if explanation.approaches:
        yield Paragraph(plain(knowledge.handout.choice))
    few = explanation.areas if len(explanation.areas) <= _FEW_AREAS else ()
    if expected := what_happens(few, citations):
        yield Paragraph((*strong("What usually happens: "), *expected))
    elif explanation.pair and explanation.pair.outlook:
        outlook = citations.text(f" {explanation.pair.outlook}")
        whose = noted(explanation.pair)
        yield Paragraph((*strong("What usually happens:"), *outlook, *whose))
    choices = (
        approach_to_try(knowledge, one, explanation.areas, citations)
        for one in explanation.approaches
    )
    if explanation.approaches:
        yield Options(TO_TRY, tuple(choices))


def _questions(knowledge: Knowledge, explanation: Explanation) -> Iterator[str]:
    """Yield what to ask: of each pair, of the best link, of medicines."""
    areas = explanation.areas
    pairs = knowledge.pairs_among([area.id for area in areas])
    asked = [[(question, pair) for question in pair.questions] for pair in pairs]
    chosen = list(islice(in_turn(asked), _MOST_QUESTIONS))
    if any(area.care_first for area in areas):
        yield knowledge.handout.care_first_question
    yield from (f"{question}{note(pair)}" for question, pair in chosen)
    link = best_link(knowledge, explanation)
    if link and link.certainty is not Certainty.VERY_LOW:
        yield f'Could "{link.name}" play a part for me?{note(link)}'
    if not any("days a month" in question for question, pair in chosen if not pair.origin):
        yield from knowledge.handout.questions
    yield knowledge.handout.support_question
