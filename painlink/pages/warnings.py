"""Warning signs: the short notice that opens a page, and the whole list."""

from itertools import groupby
from typing import NamedTuple

from painlink.explain.explanation import sources_of
from painlink.explain.red_flags import (
    headline_red_flags,
    leads,
    red_flags,
    red_flags_for_everybody,
    same_day_red_flags,
    signs_in_themselves,
)
from painlink.model.entries import Area, RedFlag, Source
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
    command,
    plain,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import arguments, framed, next_command, own_areas
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.understood import taken_for
from painlink.phrases import joined


class WarningSigns(NamedTuple):
    """All warning signs of some areas, in the order of the page, and the sources they rest on."""

    areas: tuple[Area, ...]
    red_flags: tuple[RedFlag, ...]
    sources: tuple[Source, ...]
    understood: Understanding | None = None


CALL = "Call your local emergency number or go to an emergency department. Do not drive yourself."
_TIERS = {
    Urgency.EMERGENCY: ("Get help now", CALL),
    Urgency.URGENT: (
        "See or call a doctor today",
        "If you cannot reach one, call an urgent-care line.",
    ),
    Urgency.SOON: ("Book a visit in the next days", "See a doctor even if the pain is mild."),
}


def notice(knowledge: Knowledge, areas: tuple[Area, ...], *, on_paper: bool = False) -> Notice:
    """Return the calm, short warning that every page about *areas* opens with.

    On paper no command leads to the other signs, so it says that there are more.
    """
    ids = [area.id for area in areas]
    flags = headline_red_flags(knowledge, ids)
    signs, own = (
        Bullets(tuple((*plain(flag.sign), *noted(flag)) for flag in group))
        for group in ([f for f in flags if not f.origin], [f for f in flags if f.origin])
    )
    pair = knowledge.pair(*ids) if len(ids) == 2 else None  # noqa: PLR2004, a pair is two
    who = {1: f"Most people with {areas[0].pain}", 2: "Most people with both pains"}.get(
        len(areas), "Most people with these pains"
    )
    calm = f" {who} have none of these signs."
    blocks: list[Block] = [signs if signs.items else own]
    if together := signs_in_themselves(knowledge, areas):
        both = joined([knowledge.areas[id_].pain for id_ in together[0].areas])
        is_sign = f"Having {'both pains' if pair else both} is itself one of these signs."
        blocks.insert(0, Paragraph((*strong(is_sign), *noted(*together[:1]))))
        calm = ""
    today = [f"{flag.name}{note(flag)}" for flag in same_day_red_flags(knowledge, ids)]
    blocks.append(Paragraph((*strong(CALL), *plain(calm))))
    if today:
        blocks.append(
            Paragraph((*strong("See or call a doctor today"), *plain(f" for: {'; '.join(today)}.")))
        )
    if own.items and signs.items:  # behind the call: no file pushes that away
        blocks += [Paragraph(strong(_ALSO_NOW)), own]
    see_all = command(f"painlink redflags {arguments(areas)}")
    more = plain(_MORE_SIGNS) if on_paper else (*plain("Every warning sign: "), *see_all)
    blocks.append(Paragraph(more))
    return Notice(Urgency.EMERGENCY, "Get help now if you have any of these", tuple(blocks))


def before_trying(knowledge: Knowledge, areas: tuple[Area, ...]) -> str:
    """Return what comes before anything is tried, or nothing if nothing does."""
    if together := signs_in_themselves(knowledge, areas):
        return f"Do not wait or try anything first. {CALL}{note(*together[:1])}"
    careful = [area.pain for area in areas if area.care_first]
    if not careful:
        return ""
    return f"Have new {joined(careful, 'or')} looked at before you try anything else."


def page(
    knowledge: Knowledge, areas: tuple[Area, ...], understood: Understanding | None = None
) -> Page:
    """Return the page of all warning signs of *areas*, or of every area if none is named."""
    asked = areas or tuple(knowledge.areas.values())
    ids = [area.id for area in asked]
    citations = Citations(knowledge)
    flags = red_flags(knowledge, ids)
    own = tuple(flag for flag in flags if flag.origin)
    combined = tuple(
        flag for flag in flags if areas and not flag.origin and leads(knowledge, flag, ids)
    )
    led = {flag.id for flag in (*combined, *own)}
    single = tuple(flag for flag in flags if flag.id not in led)
    everybody = red_flags_for_everybody(knowledge, ids) if areas else ()
    blocks: list[Block] = [
        *taken_for(knowledge, understood),
        *own_areas(areas),
        Paragraph(plain(_HOW_TO_USE)),
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
        contents=lambda: WarningSigns(areas, shown, sources_of(knowledge, shown), understood),
    )


def one_sign(flag: RedFlag, citations: Citations) -> Notice:
    """Return one warning sign with how urgent it is and what to do."""
    title, what_to_do = _TIERS[flag.urgency]
    told = (Paragraph(sign(flag, citations)), Paragraph(plain(what_to_do)))
    return Notice(flag.urgency, title, told)


def sign(flag: RedFlag, citations: Citations) -> Text:
    """Return one warning sign with its reason and its sources."""
    return (*citations.after(f"{flag.sign} {flag.why}", flag.sources), *noted(flag))


_ALSO_NOW = "Get help now for these too:"
_MORE_SIGNS = "There are more signs. If you feel very unwell or worried, get help all the same."
_HOW_TO_USE = (
    "Most people have none of these signs. One is enough to act on. If none fits but you feel "
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
