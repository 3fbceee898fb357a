"""What a person can do and expect, whatever the cause: today, in some weeks, and whom to see."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from painlink.explain.explanation import Explanation
from painlink.model.areas import Area, Exercise, Guidance
from painlink.model.entries import Mechanism
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
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
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import named, note, noted
from painlink.pages.sections.links import claim_in_full, pieces
from painlink.phrases import joined, sentence_case, uncapitalized

_MOST_CAUSES = 2  # everyday ones that a short page tells; the others it only names
_MOST_TODAY = 2  # things that ease each of two areas
_MOST_QUESTIONS = 3
_HARDLY = Certainty.VERY_LOW.rank  # what is hardly shown is named only where nothing else is
# Whom to see for what, from the nearest to the one who looks for causes.
_SEEN = (
    "pharmacist",
    "physiotherapist",
    "dentist",
    "optician",
    "podiatrist",
    "midwife",
    "sexual health clinic",
    "doctor",
)


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


def what_happens(areas: Sequence[Area], citations: Citations) -> Text:
    """Return what usually happens with pain in each of *areas*, as far as it is known."""
    return _run_on([(area, guidance.usually) for area, guidance in _guided(areas)], citations)


def mostly_from(areas: Sequence[Area], citations: Citations) -> Text:
    """Return what pain in each of *areas* mostly comes from, as far as it is known."""
    return _run_on([(area, guidance.mostly) for area, guidance in _guided(areas)], citations)


def _run_on(said: Iterable[tuple[Area, str]], citations: Citations) -> Text:
    """Return what is *said* of each area as one text, each with where it is from."""
    told: list[Span] = []
    for area, sentence in said:
        told += (*plain(" " if told else ""), *citations.text(sentence), *noted(area))
    return tuple(told)


def eases_today(
    knowledge: Knowledge, areas: Sequence[Area], citations: Citations, *, full: bool
) -> list[Text]:
    """Return what can be done in the next hours for each of *areas*, and about pain medicine."""
    items: list[Text] = []
    for area, guidance in _guided(areas):
        eases = guidance.eases if full else guidance.eases[:_MOST_TODAY]
        named = strong(f"Today, for the {area.name}: ")
        items.append((*named, *citations.text(" ".join(eases)), *noted(area)))
    if items:
        items.append(citations.text(knowledge.wording.pain_medicine))
    return items


def exercises_by_name(areas: Sequence[Area]) -> Text:
    """Return the names of the exercises of the one area asked about, and where they are told."""
    if len(areas) > 1:
        return ()  # there is no room for those of two
    names = [one.name for _, guidance in _guided(areas) for one in guidance.exercises]
    if not names:
        return ()
    told = f"{'; '.join(map(uncapitalized, names))}: "
    full = command(f"painlink explain {areas[0].id} --full")
    return (*strong("Exercises, step by step: "), *plain(told), *full, *noted(*areas))


def whom_to_see(areas: Sequence[Area]) -> Text:
    """Return whom one sees for what with pain in *areas*, each of them once."""
    what: dict[str, list[str]] = {}
    for _, guidance in _guided(areas):
        for one in guidance.whom:
            what.setdefault(one.who, []).append(one.what)
    known = [who for who in _SEEN if who in what] + [who for who in what if who not in _SEEN]
    told = "; ".join(f"{who} for {_told_once(dict.fromkeys(what[who]))}" for who in known)
    whose = noted(*(area for area, _ in _guided(areas)))
    return (*strong("Whom to see: "), *plain(f"{told}."), *whose) if told else ()


def _told_once(whats: Iterable[str]) -> str:
    """Return *whats* as one phrase: "hip pain and ear pain that lasts"."""
    by_kind: dict[str, list[str]] = {}
    for what in whats:
        pain, that, kind = what.partition(" that ")
        by_kind.setdefault(f"{that}{kind}", []).append(pain)
    return joined([f"{joined(pains, 'or')}{kind}" for kind, pains in by_kind.items()], "or")


def to_ask(knowledge: Knowledge, explanation: Explanation) -> Text:
    """Return a few questions to take to a visit."""
    pair = explanation.pair
    asked = pair.questions if pair else knowledge.wording.questions
    told = " ".join((*islice(asked, _MOST_QUESTIONS), knowledge.wording.wait))
    return (*strong("Ask: "), *plain(told), *(noted(pair) if pair else ()))


def to_read(knowledge: Knowledge, areas: Sequence[Area]) -> Text:
    """Return the names of a page for patients on each of *areas*."""
    pages = dict.fromkeys(id_ for _, guidance in _guided(areas) for id_ in guidance.pages[:1])
    return _pages(knowledge, pages)


def _pages(knowledge: Knowledge, ids: Iterable[str]) -> Text:
    told: list[Span] = []
    for id_ in ids:
        source = knowledge.sources[id_]
        of = source.container or source.authors
        told += plain("; " if told else "")
        told.append(Span(f'"{source.title}"', address=source.address))
        told += plain(f"{f', {of}' if of else ''}{note(source)}")
    return (*strong("Pages for patients: "), *told, *plain(".")) if told else ()


def guidance_whole(knowledge: Knowledge, area: Area, citations: Citations) -> Iterator[Block]:
    """Yield all that a person with pain in *area* can do and expect, and what that rests on."""
    if area.guidance is None:
        return
    told = area.guidance
    yield Heading(2, "What a person can do and expect")
    yield Paragraph(citations.text(f"{told.mostly} {told.usually}"))
    items = eases_today(knowledge, [area], citations, full=True)
    yield Bullets((*items, whom_to_see([area])))
    yield from in_full(knowledge, [area], citations)
    yield Paragraph(strong("What the sources show"))
    yield pieces(told.evidence, citations)


def in_full(knowledge: Knowledge, areas: Sequence[Area], citations: Citations) -> Iterator[Block]:
    """Yield exercises, daily life, visits, scans and pages to read for each of *areas*."""
    for area, guidance in _guided(areas):
        about = (
            "exercises, daily life and visits" if guidance.exercises else "daily life and visits"
        )
        yield Heading(3, f"{sentence_case(area.pain)}: {about}")
        yield from (_exercise(area, one, citations) for one in guidance.exercises)
        told = (
            ("In daily life: ", guidance.in_daily_life),
            ("What a visit is like: ", guidance.visit),
            ("When a scan or test helps: ", guidance.scan),
        )
        items = [(*strong(name), *citations.text(said)) for name, said in told if said]
        items += filter(None, [_pages(knowledge, guidance.pages)])
        yield Bullets(tuple((*item, *noted(area)) for item in items))


def _exercise(area: Area, one: Exercise, citations: Citations) -> Item:
    said = Paragraph(citations.text(f"{one.how} {one.times} {one.stop_if}"))
    return Item((*strong(one.name), *noted(area)), (said,))


def _guided(areas: Sequence[Area]) -> Iterator[tuple[Area, Guidance]]:
    for area in areas:
        if area.guidance:
            yield area, area.guidance
