"""The page of all warning signs of some areas, and how one of them is told."""

from itertools import groupby
from typing import NamedTuple

from painlink.explain.explanation import sources_of
from painlink.explain.leading import leading
from painlink.explain.red_flags import leads, red_flags, red_flags_for_everybody, with_parts
from painlink.model.areas import Area
from painlink.model.entries import RedFlag, Source
from painlink.model.grades import Urgency
from painlink.model.knowledge import Knowledge
from painlink.names.understanding.records import Understanding
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Notice,
    Page,
    Paragraph,
    Text,
    plain,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.origin import noted
from painlink.pages.sections.signs import CALL, TODAY, signs_together
from painlink.pages.sections.understood import taken_for
from painlink.phrases import joined


class WarningSigns(NamedTuple):
    """All warning signs of some areas, in the order of the page, and the sources they rest on."""

    areas: tuple[Area, ...]
    red_flags: tuple[RedFlag, ...]
    sources: tuple[Source, ...]
    understood: Understanding | None = None


_TIERS = {
    Urgency.EMERGENCY: ("Get help now", CALL),
    Urgency.URGENT: (
        TODAY,
        "If you cannot reach one, call an urgent-care line.",
    ),
    Urgency.SOON: ("Book a visit in the next days", "See a doctor even if the pain is mild."),
}


def page(
    knowledge: Knowledge, areas: tuple[Area, ...], understood: Understanding | None = None
) -> Page:
    """Return the page of all warning signs of *areas*, or of every area if none is named."""
    asked = areas or tuple(knowledge.areas.values())
    ids = [area.id for area in asked]
    citations = Citations(knowledge)
    flags = _those_that_lead_first(knowledge, ids) if areas else red_flags(knowledge, ids)
    own = tuple(flag for flag in flags if flag.origin)
    whole = with_parts(knowledge, ids)
    combined = tuple(flag for flag in flags if areas and not flag.origin and leads(flag, whole))
    led = {flag.id for flag in (*combined, *own)}
    single = tuple(flag for flag in flags if flag.id not in led)
    everybody = red_flags_for_everybody(knowledge, ids)
    together = tuple(signs_together(knowledge, areas))
    blocks: list[Block] = [
        *taken_for(knowledge, understood),
        *own_areas(areas),
        *together,
        Paragraph(plain(_HOW_TO_USE if together else f"{_CALM} {_HOW_TO_USE}")),
    ]
    if combined:
        blocks.append(Heading(2, f"When {joined([area.name for area in asked])} hurt together"))
        blocks.extend(_tiers(combined, citations))
    for title, group in (
        ("Signs of each area", single),
        ("Whatever hurts", everybody),
        ("Signs that are not painlink's own", own),
    ):
        if group:
            blocks.append(Heading(2, title if combined or everybody or own else "All signs"))
            blocks.extend(_tiers(group, citations))
    deeper = f"painlink explain {arguments(areas)}" if areas else "painlink list areas"
    blocks += [next_command(deeper), citations.references()]
    shown = (*combined, *single, *everybody, *own)
    pains = joined([area.pain for area in areas]) if areas else "every area"
    return framed(
        knowledge,
        title=f"Warning signs: {pains}",
        blocks=blocks,
        contents=lambda: WarningSigns(
            areas, shown, sources_of(knowledge, (*areas, *shown)), understood
        ),
        sources=citations.sources(),
    )


def _those_that_lead_first(knowledge: Knowledge, ids: list[str]) -> tuple[RedFlag, ...]:
    """Return every sign of the areas *ids*, by urgency, then as a page about them leads with."""
    every = dict.fromkeys((*leading(knowledge, ids).shown, *red_flags(knowledge, ids)))
    return tuple(sorted(every, key=lambda flag: flag.urgency.rank))


def one_sign(flag: RedFlag, citations: Citations) -> Notice:
    """Return one warning sign with how urgent it is and what to do."""
    title, what_to_do = _TIERS[flag.urgency]
    told = (Paragraph(sign(flag, citations)), Paragraph(plain(what_to_do)))
    return Notice(flag.urgency, title, told)


def sign(flag: RedFlag, citations: Citations) -> Text:
    """Return one warning sign with its reason and its sources."""
    return (*citations.after(f"{flag.sign} {flag.why}", flag.sources), *noted(flag))


_CALM = "Most people have none of these signs."
_HOW_TO_USE = (
    "One is enough to act on. If none fits but you feel "
    "very unwell or worried, get help all the same."
)


def _tiers(flags: tuple[RedFlag, ...], citations: Citations) -> list[Block]:
    blocks: list[Block] = []
    for urgency, group in groupby(
        sorted(flags, key=lambda flag: flag.urgency.rank), key=lambda flag: flag.urgency
    ):
        title, what_to_do = _TIERS[urgency]
        signs = Bullets(tuple(sign(flag, citations) for flag in group))
        blocks.append(Notice(urgency, title, (Paragraph(plain(what_to_do)), signs)))
    return blocks
