"""The calm, short warning that opens a page, and what comes before anything is tried."""

import re
from collections.abc import Iterable, Iterator, Sequence

from painlink.explain.answering import care_first
from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import red_flags, region_of, signs_in_themselves
from painlink.explain.signs import Escalating, Leading
from painlink.model.areas import Area
from painlink.model.entries import Link, RedFlag
from painlink.model.grades import Urgency
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Notice, Paragraph, Text, command, plain, strong
from painlink.pages.parts.framing import arguments
from painlink.pages.parts.origin import note, noted
from painlink.phrases import joined, sentence_case, uncapitalized

CALL = "Call your local emergency number or go to an emergency room. Do not drive."
TITLE = "Get help now if you have any of these"
_ALSO_NOW = "Or: "
_OWN_NOW = "Get help now for these too:"
_INJURY = "Injury: "
_MEDICINES = "Medicines: "
_WHATEVER = "Any pain: "
TODAY = "See or call a doctor today"
SOON = "See a doctor within days or weeks"
_WHEN = {Urgency.EMERGENCY: "get help now", Urgency.URGENT: "today"}
_MORE_SIGNS = "There are more signs. If you feel very unwell or worried, get help all the same."
_IN_BRACKETS = re.compile(r" \([^)]*\)")
_PAIR = 2
_FEW = 4


def notice(knowledge: Knowledge, areas: tuple[Area, ...], *, on_paper: bool = False) -> Notice:
    """Return the signs that lead a page about *areas*: for now, for today, for days or weeks.

    On paper no command leads to the other signs, so it says that there are more.
    """
    room = ON_PAPER if on_paper else None
    signs = leading(knowledge, [area.id for area in areas], room)
    own = tuple(flag for flag in signs.now if flag.origin)
    painlinks = [flag for flag in signs.now if not flag.origin]
    blocks: list[Block] = [*signs_together(knowledge, areas), _whole(painlinks or own)]
    regions, others = _by_region(knowledge, signs.also)
    named = [(*strong(f"{name}: "), *plain(shorts(one))) for name, one in regions.items()]
    if others and not regions:
        named.append((*strong(_ALSO_NOW), *plain(shorts(others))))
    named += _standing(knowledge, signs, others if regions else [])
    blocks.append(Bullets(tuple(named)))
    blocks.append(Paragraph(strong(CALL)))
    later = [(*strong(TODAY), *plain(f" for: {_names(signs.today)}."))] if signs.today else []
    if signs.soon:
        sooner = f" for: {_names(signs.soon)}. {knowledge.wording.sooner}"
        later.append((*strong(SOON), *plain(sooner)))
    if later:
        blocks.append(Bullets(tuple(later)))
    if own and painlinks:  # behind the call: no file pushes that away
        blocks += [Paragraph(strong(_OWN_NOW)), _whole(own)]
    blocks.append(Paragraph(_the_rest(knowledge, areas, on_paper=on_paper)))
    return Notice(Urgency.EMERGENCY, f"{TITLE}{_calm(knowledge, areas)}", tuple(blocks))


def in_a_line(knowledge: Knowledge, areas: tuple[Area, ...]) -> str:
    """Return the signs that lead a page about *areas*, in few words, where no page is shown."""
    signs = leading(knowledge, [area.id for area in areas])
    told = f"{TITLE}: {shorts((*signs.now, *signs.also[:_FEW]))} {CALL}"
    return f"{told} See: painlink redflags {arguments(areas)}"


def before_trying(knowledge: Knowledge, areas: tuple[Area, ...], links: Sequence[Link] = ()) -> str:
    """Return what comes before anything is tried, or nothing if nothing does."""
    first = care_first(knowledge, areas, links)
    if together := signs_in_themselves(knowledge, areas):
        told = f"Do not wait or try anything first. {CALL}{note(*together[:1])}"
        # What a reader's own file says takes the place of nothing.
        return f"{told} {first}".rstrip() if all(one.origin for one in together) else told
    return first


def shorts(flags: Iterable[RedFlag]) -> str:
    """Return *flags* in few words, as one phrase; what two of them share is told once.

    Those of a file of the reader's own stand in a sentence of their own, which names it.
    """
    told: dict[str, str | None] = {}
    for flag in flags:
        told.setdefault(flag.short.removesuffix("."), flag.origin)
    whose: dict[str | None, list[str]] = {}
    for short, origin in told.items():
        whose.setdefault(origin, []).append(uncapitalized(short))
    said = [
        f"{f'{origin}: ' if origin else ''}{'; '.join(shorts)}." for origin, shorts in whose.items()
    ]
    return " ".join((*said[:1], *map(sentence_case, said[1:])))


def _whole(flags: Iterable[RedFlag]) -> Bullets:
    return Bullets(tuple((*plain(flag.sign), *noted(flag)) for flag in flags))


def signs_together(knowledge: Knowledge, areas: tuple[Area, ...]) -> Iterator[Block]:
    """Yield that having both pains is a sign in itself, where it is."""
    for together in signs_in_themselves(knowledge, areas)[:1]:
        pains = joined([knowledge.areas[id_].pain for id_ in together.areas])
        both = "both pains" if len(areas) == _PAIR else pains
        told = f"Having {both} is itself one of these signs."
        yield Paragraph((*strong(told), *noted(together)))


def _by_region(
    knowledge: Knowledge, flags: Sequence[RedFlag]
) -> tuple[dict[str, list[RedFlag]], list[RedFlag]]:
    """Return *flags* by the region of the body they speak of, and apart from these all others.

    Few are not split at all, and what stands alone in its region is among the others.
    """
    regions: dict[str, list[RedFlag]] = {}
    for flag in flags:
        regions.setdefault(region_of(knowledge, flag), []).append(flag)
    split = {name: found for name, found in regions.items() if name and len(found) > 1}
    if len(flags) <= _FEW:
        split = {}
    return split, [flag for flag in flags if region_of(knowledge, flag) not in split]


def _calm(knowledge: Knowledge, areas: tuple[Area, ...]) -> str:
    """Return, to stand behind a title, that most people have none of the signs.

    Where having the pains is one, there is nothing to calm anybody.
    """
    if signs_in_themselves(knowledge, areas):
        return ""
    who = {1: areas[0].pain, _PAIR: "both pains"}.get(len(areas), "these pains")
    return f" (most people with {who} have none)"


def _standing(knowledge: Knowledge, signs: Leading, others: Sequence[RedFlag]) -> Iterator[Text]:
    """Yield the lines that every page has: of injuries, of medicines, of being very ill.

    *others* are the signs that speak of no one region.
    """
    if signs.injury:
        yield (*strong(_INJURY), *plain(shorts(signs.injury)))
    else:
        yield plain(knowledge.wording.injury)
    yield (*strong(_MEDICINES), *plain(knowledge.wording.medicines))
    more = f" Or {shorts(others)}" if others else ""
    yield (*strong(_WHATEVER), *plain(f"{knowledge.wording.very_ill}{more}"))


def _names(signs: Iterable[Escalating]) -> str:
    return "; ".join(f"{_name(one)}{note(one.flag)}" for one in signs)


def _name(sign: Escalating) -> str:
    """Return what a sign is called, with what makes it more urgent, and how urgent."""
    told = []
    for urgency, when in _WHEN.items():
        if worse := [flag for flag in sign.worse if flag.urgency is urgency]:
            turned = shorts(worse).removesuffix(".").replace("; ", ", or ")
            told.append(f"{when}: {_IN_BRACKETS.sub('', turned)}")
    return f"{sign.flag.name} ({'; '.join(told)})" if told else sign.flag.name


def _the_rest(knowledge: Knowledge, areas: tuple[Area, ...], *, on_paper: bool) -> Text:
    if on_paper:
        return plain(_MORE_SIGNS)
    flags = red_flags(knowledge, [area.id for area in areas])
    children = ", children's too" if any(flag.of_children for flag in flags) else ""
    return (
        *plain(f"Every sign{children}, with sources: "),
        *command(f"painlink redflags {arguments(areas)}"),
    )
