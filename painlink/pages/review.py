"""The page of `painlink review`: each claim about some areas, to be judged by hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, groupby
from typing import NamedTuple

from painlink.explain.claims.records import AROUND, Claim
from painlink.explain.claims.standing import is_about, text_marks
from painlink.explain.claims.whole import claims_of
from painlink.explain.explanation import Explanation, sources_of
from painlink.model.areas import Area
from painlink.model.entries import Source
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Reviewed
from painlink.pages import explanation as answer
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Heading,
    Item,
    Page,
    Paragraph,
    command,
    plain,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.reviewers import reviews_of
from painlink.pages.sections.claims import VERDICTS, claim_told, to_judge
from painlink.pages.sections.signs import CALL
from painlink.pages.sections.untold import texts_of, untold
from painlink.phrases import joined

_PARTS = {
    Part.SIGNS: "Warning signs",
    Part.ANSWERS: "The short answer",
    Part.OPTIONS: "What a person can do",
    Part.LINKS: "How they may be linked, and stories that do not hold",
    Part.CAUSES: "Everyday causes",
    Part.AREAS: "What is said of each place",
}
_MEANING = (
    "To review is to read each claim beside its grade and its sources, and to say what you make of "
    "it. You speak for what you have read, and for nothing else. Where it is wrong it is mended, "
    "and then the page says who has reviewed what, if you agree."
)
_HOW = (
    "There are {count} claims, and those that matter most for safety come first. Begin at the top, "
    "and stop where your time ends. Tick one box for each claim. Unsafe is what could harm a "
    "person, or keep them from care. Leave out what is not your field."
)
_WORDS_A_MINUTE = 200
_TIME = f"To read them takes, at {_WORDS_A_MINUTE} words a minute:"
_BACK = (
    "Give the sheet back to whoever gave it to you. In a letter or a mail it is enough to write "
    "the number of a claim, your word for it, and your note."
)
_OF_SIGNS = "Of a sign the sources are named. What each of them shows is not written down here."
_ENTERED = "For whoever enters the review: the parts that were read, and the marks of their text."
_NOT_ENTERED = "A review can be entered only where two places have an answer of their own."


class ReviewSheet(NamedTuple):
    """What a review sheet holds as data: the claims, numbered from 1, and the marks of their text.

    `verdicts` are the words to judge with. There are marks only where a review can be entered.
    """

    areas: tuple[Area, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[str, ...]
    marks: tuple[Reviewed, ...]
    sources: tuple[Source, ...]


def page(knowledge: Knowledge, explanation: Explanation) -> Page:
    """Return the sheet on which somebody judges each claim about the areas of *explanation*.

    No word of whoever asked stands on it: it may be handed on.
    """
    areas, pair = explanation.areas, explanation.pair
    citations = Citations(knowledge)
    claims, items = _told(knowledge, explanation, citations)
    can_be_entered = pair is not None and is_about(pair, areas) and not pair.origin
    marks = text_marks(knowledge, pair) if pair and can_be_entered else {}
    blocks = [
        *own_areas(areas),
        *_about_it(claims, items),
        *_parts(claims, items),
        *_to_enter(pair.id if pair else "", marks),
        next_command(f"painlink explain {arguments(areas)} --full"),
        *([citations.references()] if citations else []),
    ]

    def contents() -> ReviewSheet:
        cited = dict.fromkeys((*citations.sources(), *sources_of(knowledge, (*areas, *claims))))
        reviewed = tuple(Reviewed(part, mark) for part, mark in marks.items())
        return ReviewSheet(areas, claims, VERDICTS, reviewed, tuple(cited))

    title = f"Review sheet: {joined([area.pain for area in areas])}"
    reviews = reviews_of(knowledge, areas, pair)
    return framed(
        knowledge,
        title,
        blocks,
        contents,
        sources=citations.sources(),
        is_sheet=True,
        reviews=reviews,
    )


def _told(
    knowledge: Knowledge, explanation: Explanation, citations: Citations
) -> tuple[tuple[Claim, ...], tuple[Item, ...]]:
    """Return the claims as they come, and how each is told.

    Behind the signs stands what the page says besides, so that no sentence of it is left out.
    """
    tell = partial(claim_told, knowledge, explanation, citations=citations)
    claims = (Claim(Part.SIGNS, AROUND, "call", "", (CALL,)), *claims_of(knowledge, explanation))
    items = tuple(map(tell, claims))
    shown = answer.page(knowledge, explanation._replace(understood=None))
    besides = [Claim(Part.SIGNS, AROUND, "page", "", (one,)) for one in untold(shown, items)]
    signs = sum(claim.part is Part.SIGNS for claim in claims)
    return (
        (*claims[:signs], *besides, *claims[signs:]),
        (*items[:signs], *map(tell, besides), *items[signs:]),
    )


def _about_it(claims: Sequence[Claim], items: Sequence[Item]) -> Iterator[Block]:
    """Yield what reviewing means, what to do with the sheet, and who has filled it in."""
    yield Paragraph(plain(_MEANING))
    yield Paragraph(plain(_HOW.replace("{count}", str(len(claims)))))
    parts = groupby(zip(claims, items, strict=True), key=lambda one: one[0].part)
    times = [f"{part} {_minutes(item for _, item in group)}" for part, group in parts]
    yield Paragraph(plain(f"{_TIME} {joined(times)} minutes."))
    yield Paragraph(plain(_BACK))
    yield Blanks(strong("Your name:"), 1)
    yield Blanks(strong("Your role, and your training:"), 1)
    yield Blanks(strong("Date:"), 1)
    yield Choices(strong("I have read:"), tuple(dict.fromkeys(str(one.part) for one in claims)))
    yield Choices(strong("My name and my role may stand on the page:"), ("yes", "no"))


def _parts(claims: Sequence[Claim], items: Sequence[Item]) -> Iterator[Block]:
    numbered = zip(count(1), claims, items, strict=False)
    for part, group in groupby(numbered, key=lambda one: one[1].part):
        yield Heading(2, f"{_PARTS[part]} ({part})")
        if part is Part.SIGNS:
            yield Paragraph(plain(_OF_SIGNS))
        yield from (to_judge(item, number) for number, _, item in group)


def _minutes(blocks: Iterable[Block]) -> int:
    """Return how long *blocks* take to read; at least a minute."""
    words = sum(len(span.text.split()) for text in texts_of(tuple(blocks)) for span in text)
    return max(round(words / _WORDS_A_MINUTE), 1)


def _to_enter(id_: str, marks: Mapping[Part, str]) -> Iterator[Block]:
    """Yield the lines by which a review of the pair *id_* is entered."""
    yield Heading(2, "To enter it")
    if not marks:
        yield Paragraph(plain(_NOT_ENTERED))
        return
    yield Paragraph((*plain(f"{_ENTERED} They stand in data/pairs.yaml under "), *command(id_)))
    lines = (command(f"{{part: {part}, text: {mark}}}") for part, mark in marks.items())
    yield Bullets(tuple(lines))
