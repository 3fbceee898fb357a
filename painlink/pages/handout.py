"""The page of `painlink handout`: two printed sides to fill in by hand and bring to a visit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, cycle, islice

from painlink.explain import Explanation
from painlink.knowledge import Knowledge
from painlink.model import Approach, Area, Prompt, RedFlag, Source
from painlink.names import Understood
from painlink.pages import sections, warnings
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Page,
    Paragraph,
    plain,
    strong,
)
from painlink.pages.citing import Citations
from painlink.pages.common import framed, taken_for
from painlink.pages.figure import marked
from painlink.pages.summary import in_three_sentences
from painlink.phrases import joined, sentence_case
from painlink.red_flags import headline_red_flags, in_turn, same_day_red_flags

_PAIR = 2
_DAYS = 28
_EXAMPLE = ("6", "2", "3", "4", "1", "5")  # pain from 0 to 10, one for each area
_MOST_QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class HandoutRecord:
    """What a handout holds as data; its blanks hold nothing."""

    areas: tuple[Area, ...]
    summary: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    today: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    medicine_days: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]


def page(
    knowledge: Knowledge, explanation: Explanation, understood: Sequence[Understood] = ()
) -> Page:
    """Return the handout for the areas of *explanation*, short enough for two printed sides."""
    words = knowledge.handout
    citations = Citations(knowledge)
    areas = explanation.areas
    summary = tuple(in_three_sentences(knowledge, explanation))
    questions = tuple(_questions(knowledge, explanation))
    blocks: list[Block] = [
        *taken_for(understood),
        Paragraph(plain(words.aim)),
        warnings.notice(knowledge, areas),
        Heading(2, "In short"),
        Bullets(tuple((*strong(asked), *citations.text(said)) for asked, said in summary)),
        Heading(2, "What I have noticed"),
        *marked(areas),
        *(block for prompt in words.noticed for block in _blank(prompt)),
        Heading(2, "My four weeks"),
        Bullets(tuple(citations.text(step) for step in words.diary)),
        _four_weeks(areas),
        Paragraph(citations.text(" ".join(words.medicine_days))),
        Heading(2, "What I can try"),
        *_what_to_try(knowledge, explanation, citations),
        *(block for prompt in words.plan for block in _blank(prompt)),
        Heading(2, "Questions to ask"),
        Bullets(tuple(citations.text(question) for question in questions)),
        *_blank(words.own_question),
    ]
    blocks.append(citations.short_references())
    record = HandoutRecord(
        areas=areas,
        summary=tuple(said for _, said in summary),
        red_flags=headline_red_flags(knowledge, [area.id for area in areas]),
        today=same_day_red_flags(knowledge, [area.id for area in areas]),
        approaches=explanation.approaches,
        medicine_days=words.medicine_days,
        questions=questions,
        sources=citations.sources(),
    )
    return framed(knowledge, _title(areas), tuple(blocks), record, is_sheet=True)


def _title(areas: tuple[Area, ...]) -> str:
    pains = sentence_case(joined([area.pain for area in areas]))
    linked = "what is linked with it" if len(areas) == 1 else "are they linked"
    return f"{pains}: {linked}, and what can I do?"


def _blank(prompt: Prompt) -> Iterator[Block]:
    if prompt.options:
        yield Choices(strong(prompt.ask), prompt.options)
    if prompt.lines:
        yield Blanks(strong(prompt.ask), prompt.lines)


def _four_weeks(areas: tuple[Area, ...]) -> Grid:
    """Return a blank row a day, after one that shows how to fill it in."""
    columns = ("Day", *(sentence_case(area.name) for area in areas), "Medicine", "Sleep")
    example = ("Example", *islice(cycle(_EXAMPLE), len(areas)), "x", "fair")
    blank = ("",) * (len(areas) + 2)
    return Grid(columns, (example, *((str(day), *blank) for day in range(1, _DAYS + 1))))


def _what_to_try(
    knowledge: Knowledge, explanation: Explanation, citations: Citations
) -> Iterator[Block]:
    if first := warnings.before_trying(explanation):
        yield Paragraph(strong(first))
    if explanation.pair and explanation.pair.both_is_a_sign:
        return
    yield Paragraph(plain(knowledge.handout.choice))
    if explanation.pair and explanation.pair.outlook:
        outlook = citations.text(f" {explanation.pair.outlook}")
        yield Paragraph((*strong("If you do nothing:"), *outlook))
    choices = (
        sections.approach_to_try(one, explanation.areas, citations)
        for one in explanation.approaches
    )
    yield Bullets(tuple(choices), to_tick=True)


def _questions(knowledge: Knowledge, explanation: Explanation) -> Iterator[str]:
    """Yield what to ask: of each pair, of the best link, of what nobody knows, of medicines."""
    pairs = [
        pair
        for one, other in combinations([area.id for area in explanation.areas], _PAIR)
        if (pair := knowledge.pair(one, other))
    ]
    own = list(islice(in_turn([pair.questions for pair in pairs]), _MOST_QUESTIONS))
    yield from own
    for link in explanation.links[:1]:
        yield f"Could this play a part for me: {link.name[:1].lower()}{link.name[1:]}?"
    for unknown in islice(in_turn([pair.unknown for pair in pairs]), 1):
        yield f"{unknown} What do you think?"
    if not any("medicine" in question for question in own):
        yield from knowledge.handout.questions
