"""What a person can do and expect, whatever the cause: today, in some weeks, and in daily life."""

from collections.abc import Iterable, Iterator, Sequence

from painlink.model.areas import Area, Exercise, guided
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Span,
    Text,
    command,
    plain,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import noted
from painlink.pages.sections.links import pieces
from painlink.pages.sections.seeing import named_pages, whom_to_see
from painlink.phrases import sentence_case, uncapitalized

_MOST_TODAY = 2  # things that ease each of two areas
_MOST_CITED = 2  # of a sentence: one for what to do, one for why or what may come of it


def what_happens(areas: Sequence[Area], citations: Citations) -> Text:
    """Return what usually happens with pain in each of *areas*, as far as it is known."""
    return _run_on([(area, guidance.usually) for area, guidance in guided(areas)], citations)


def mostly_from(areas: Sequence[Area], citations: Citations) -> Text:
    """Return what pain in each of *areas* mostly comes from, as far as it is known."""
    return _run_on([(area, guidance.mostly) for area, guidance in guided(areas)], citations)


def _run_on(said: Iterable[tuple[Area, str]], citations: Citations) -> Text:
    """Return what is *said* of each area as one text, each with where it is from."""
    told: list[Span] = []
    for area, sentence in said:
        told += (
            *plain(" " if told else ""),
            *citations.text(sentence, most=_MOST_CITED),
            *noted(area),
        )
    return tuple(told)


def eases_today(
    knowledge: Knowledge, areas: Sequence[Area], citations: Citations, *, full: bool
) -> list[Text]:
    """Return what can be done in the next hours for each of *areas*, and about pain medicine."""
    items: list[Text] = []
    for area, guidance in guided(areas):
        eases = guidance.eases if full else guidance.eases[:_MOST_TODAY]
        named = strong(f"Today, for the {area.name}: ")
        items.append((*named, *citations.text(" ".join(eases), most=_MOST_CITED), *noted(area)))
    if items and full:
        items.append(citations.text(knowledge.wording.pain_medicine))
    return items


def in_daily_life(areas: Sequence[Area], citations: Citations) -> Text:
    """Return what to do about work, sleep and home with pain in each of *areas*."""
    said = [(area, text) for area, told in guided(areas) if (text := told.in_daily_life)]
    living = _run_on(said, citations)
    return (*strong("Daily life: "), *living) if living else ()


def exercises_by_name(areas: Sequence[Area]) -> Text:
    """Return the names of the exercises of the one area asked about, and where they are told."""
    if len(areas) > 1:
        return ()  # there is no room for those of two
    names = [one.name for _, guidance in guided(areas) for one in guidance.exercises]
    if not names:
        return ()
    told = f"{'; '.join(map(uncapitalized, names))}: "
    full = command(f"painlink explain {areas[0].id} --full")
    return (*strong("Exercises, step by step: "), *plain(told), *full, *noted(*areas))


def guidance_whole(knowledge: Knowledge, area: Area, citations: Citations) -> Iterator[Block]:
    """Yield all that a person with pain in *area* can do and expect, and what that rests on."""
    if area.guidance is None:
        return
    told = area.guidance
    yield Heading(2, "What a person can do and expect")
    yield Paragraph(citations.text(f"{told.mostly} {told.usually}"))
    items = eases_today(knowledge, [area], citations, full=True)
    yield Bullets((*items, whom_to_see(knowledge, [area], citations)))
    yield from in_full(knowledge, [area], citations)
    yield Paragraph(strong("What the sources show"))
    yield pieces(told.evidence, citations)


def in_full(knowledge: Knowledge, areas: Sequence[Area], citations: Citations) -> Iterator[Block]:
    """Yield exercises, daily life, visits, scans and pages to read for each of *areas*."""
    for area, guidance in guided(areas):
        about = (
            "exercises, daily life and visits" if guidance.exercises else "daily life and visits"
        )
        yield Heading(3, f"{sentence_case(area.pain)}: {about}")
        yield from (_exercise(area, one, citations) for one in guidance.exercises)
        told = (
            ("In daily life: ", guidance.in_daily_life),
            ("What a visit is like: ", guidance.visit),
            ("When a scan or test helps: ", guidance.scan),
            ("What else may be offered: ", guidance.offered),
        )
        items = [(*strong(name), *citations.text(said)) for name, said in told if said]
        items += filter(None, [named_pages(knowledge, guidance.pages)])
        yield Bullets(tuple((*item, *noted(area)) for item in items))


def _exercise(area: Area, one: Exercise, citations: Citations) -> Item:
    said = Paragraph(citations.text(f"{one.how} {one.times} {one.stop_if}"))
    return Item((*strong(one.name), *noted(area)), (said,))
