"""The page of `painlink list`: everything of one kind, an item a line."""

from collections.abc import Iterable
from dataclasses import dataclass

from painlink.checking import CITATION
from painlink.explain import cited, links_among, mentions
from painlink.grades import Certainty
from painlink.knowledge import Knowledge
from painlink.model import Approach, Area, Mechanism, Pair, RedFlag, Source
from painlink.pages.blocks import Block, Page, Paragraph, Row, Rows, plain
from painlink.pages.citing import reference
from painlink.pages.common import framed, joined, next_command, sentence_case
from painlink.pages.kinds import Kind

Item = Mechanism | Area | Pair | Approach | RedFlag | Source


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything of one kind, or what of it concerns one area."""

    kind: Kind
    area: Area | None
    items: tuple[Item, ...]


_TITLES = {
    Kind.MECHANISMS: "Mechanisms: how pain in two places may be linked",
    Kind.AREAS: "Areas of the body",
    Kind.PAIRS: "Pairs of areas with an answer",
    Kind.APPROACHES: "What may help",
    Kind.RED_FLAGS: "Warning signs",
    Kind.SOURCES: "Sources",
}
_MOST_ALIASES = 4


def page(knowledge: Knowledge, kind: Kind, area: Area | None = None) -> Page:
    """Return the list of all things of *kind*; with *area* only those that concern it."""
    items = tuple(_items(knowledge, kind, area))
    title = _TITLES[kind] + (f": {area.name}" if area else "")
    rows = Rows(tuple(_row(knowledge, item, area) for item in items))
    blocks: list[Block] = [rows] if items else [Paragraph(plain(_NOTHING))]
    blocks.append(next_command(_next(items)))
    return framed(knowledge, title, tuple(blocks), Listing(kind, area, items))


_NOTHING = "painlink has nothing of this kind for this area yet."


def _items(knowledge: Knowledge, kind: Kind, area: Area | None) -> Iterable[Item]:
    everything: dict[Kind, Iterable[Item]] = {
        Kind.MECHANISMS: knowledge.mechanisms.values(),
        Kind.AREAS: knowledge.areas.values(),
        Kind.PAIRS: knowledge.pairs.values(),
        Kind.APPROACHES: knowledge.approaches.values(),
        Kind.RED_FLAGS: knowledge.red_flags.values(),
        Kind.SOURCES: knowledge.sources.values(),
    }
    if area is None:
        return everything[kind]
    concerned = _concerned(knowledge, area)
    return [item for item in everything[kind] if item.id in concerned]


def _concerned(knowledge: Knowledge, area: Area) -> set[str]:
    """Return the ids of everything that has to do with *area*."""
    links = list(links_among(knowledge, [area.id]))
    pointing = [record for id_ in knowledge.scope(area.id) for record in mentions(knowledge, id_)]
    ids = {link.mechanism for link in links} | {
        end for link in links for end in (link.from_, link.to)
    }
    return ids | {record.id for record in pointing} | set(cited([*links, *pointing])) - {area.id}


def _row(knowledge: Knowledge, item: Item, area: Area | None) -> Row:
    match item:
        case Mechanism():
            return Row(item.id, item.plain, _bare(item.summary), _best(knowledge, item, area))
        case Area():
            others = f"Also: {joined(item.aliases[:_MOST_ALIASES])}." if item.aliases else ""
            return Row(item.id, sentence_case(item.name), others, _part_of(knowledge, item))
        case Pair():
            pains = [knowledge.areas[id_].pain for id_ in item.areas]
            answer = _bare(item.together.answer)
            return Row(item.id, sentence_case(joined(pains)), answer, item.together.certainty.label)
        case Approach():
            best = min((b.certainty for b in item.benefits), key=lambda level: level.rank)
            return Row(item.id, item.name, _bare(item.summary), f"{best.label} at best")
        case RedFlag():
            return Row(item.id, sentence_case(item.name), _bare(item.sign), item.urgency.value)
        case Source():
            return Row(item.id, item.id, reference(item))


def _best(knowledge: Knowledge, mechanism: Mechanism, area: Area | None) -> str:
    links = mechanism.links
    if area:
        links = tuple(
            one for one in links_among(knowledge, [area.id]) if one.mechanism == mechanism.id
        )
    levels: list[Certainty] = [link.certainty for link in links]
    if not levels:
        return "no link yet"
    return f"{min(levels, key=lambda level: level.rank).label} at best"


def _part_of(knowledge: Knowledge, area: Area) -> str:
    return f"part of the {knowledge.areas[area.part_of].name}" if area.part_of else ""


def _bare(text: str) -> str:
    return CITATION.sub("", text)


def _next(items: tuple[Item, ...]) -> str:
    match items:
        case ():
            return "painlink list areas"
        case (Area(id=area), *_):
            return f"painlink explain {area}"
        case (Pair(areas=areas), *_):
            return f"painlink explain {' '.join(areas)}"
    return f"painlink show {items[0].id}"
