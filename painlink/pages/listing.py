"""The page of `painlink list`: everything of one kind, an item a line."""

from collections.abc import Iterable, Iterator

from painlink.errors import FilterDoesNotApply
from painlink.explain.selection import Selection, selected, selected_ties
from painlink.model.entries import Approach, Area, Mechanism, Pair, RedFlag, Source
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.record import Record
from painlink.model.texts import CITATION
from painlink.pages.blocks import Block, Page, Paragraph, Row, Rows, plain
from painlink.pages.entry import opened_by, where
from painlink.pages.kinds import Kind
from painlink.pages.parts.citing import reference
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.origin import named, note
from painlink.phrases import joined, sentence_case

Item = Mechanism | Area | Pair | Approach | RedFlag | Source


class Listing(Record):
    """Everything of one kind, or what of it was asked for: of one area, level or mechanism."""

    kind: Kind
    area: Area | None
    certainty: Certainty | None
    mechanism: str | None
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


def page(knowledge: Knowledge, kind: Kind, selection: Selection | None = None) -> Page:
    """Return the list of all things of *kind*, or those that *selection* asks for.

    Raises:
        FilterDoesNotApply: when things of this kind have nothing to filter by.
    """
    selection = selection or Selection()
    for option, wanted in (("certainty", selection.certainty), ("mechanism", selection.mechanism)):
        if wanted and kind in _NOT_FILTERED_BY[option]:
            raise FilterDoesNotApply(f"--{option}", kind)
    items = tuple(_items(knowledge, kind, selection))
    title = ": ".join((_TITLES[kind], *_narrowed(selection)))
    rows = Rows(tuple(_row(knowledge, item, selection) for item in items))
    blocks: list[Block] = [rows] if items else [Paragraph(plain(_NOTHING))]
    blocks.append(next_command(opened_by(items[0]) if items else "painlink list areas"))

    def listed() -> Listing:
        whole = (knowledge.mechanism(i.id) if isinstance(i, Mechanism) else i for i in items)
        mechanism = selection.mechanism.id if selection.mechanism else None
        return Listing(kind, selection.area, selection.certainty, mechanism, tuple(whole))

    return framed(knowledge, title, lambda: tuple(blocks), listed)


_NOTHING = "painlink has nothing like this yet."
_NOT_FILTERED_BY = {
    "certainty": (Kind.RED_FLAGS,),
    "mechanism": (Kind.RED_FLAGS, Kind.APPROACHES),
}


def _narrowed(selection: Selection) -> Iterator[str]:
    if selection.area:
        yield named(selection.area)
    if selection.certainty:
        yield selection.certainty.label.lower()
    if selection.mechanism:
        yield f"{selection.mechanism.name.lower()}{note(selection.mechanism)}"


def _items(knowledge: Knowledge, kind: Kind, selection: Selection) -> Iterable[Item]:
    everything: dict[Kind, Iterable[Item]] = {
        Kind.MECHANISMS: knowledge.mechanisms.values(),
        Kind.AREAS: knowledge.areas.values(),
        Kind.PAIRS: knowledge.pairs.values(),
        Kind.APPROACHES: knowledge.approaches.values(),
        Kind.RED_FLAGS: knowledge.red_flags.values(),
        Kind.SOURCES: knowledge.sources.values(),
    }
    if selection.is_everything:
        return everything[kind]
    wanted = selected(knowledge, selection)
    return [item for item in everything[kind] if item.id in wanted]


def _row(knowledge: Knowledge, item: Item, selection: Selection) -> Row:
    row = _told(knowledge, item, selection)
    if not item.origin:
        return row
    return row._replace(note="; ".join(filter(None, (row.note, item.origin))))


def _told(knowledge: Knowledge, item: Item, selection: Selection) -> Row:
    match item:
        case Mechanism():
            return Row(item.id, item.plain, _bare(item.summary), _best(knowledge, item, selection))
        case Area():
            others = f"Also: {joined(item.aliases[:_MOST_ALIASES])}." if item.aliases else ""
            return Row(item.id, sentence_case(item.name), others, _part_of(knowledge, item))
        case Pair():
            answer = _bare(item.together.answer)
            return Row(item.id, where(knowledge, item), answer, item.together.certainty.label)
        case Approach():
            best = min((b.certainty for b in item.benefits), key=lambda level: level.rank)
            return Row(item.id, item.name, _bare(item.summary), f"{best.label} at best")
        case RedFlag():
            return Row(item.id, sentence_case(item.name), _bare(item.sign), item.urgency.value)
        case Source():
            return Row(item.id, item.id, reference(item))


def _best(knowledge: Knowledge, mechanism: Mechanism, selection: Selection) -> str:
    ties = selected_ties(knowledge, selection._replace(mechanism=mechanism))
    best = min(ties, key=lambda tie: (tie.certainty.rank, tie.origin or ""), default=None)
    if best is None:
        return "no link yet"
    whose = "" if best.origin == mechanism.origin else note(best)
    return f"{best.certainty.label} at best{whose}"


def _part_of(knowledge: Knowledge, area: Area) -> str:
    if area.part_of is None:
        return ""
    return f"part of the {named(knowledge.areas[area.part_of])}"


def _bare(text: str) -> str:
    return CITATION.sub("", text)
