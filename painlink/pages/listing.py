"""The page of `painlink list`: everything of one kind, or all there is, an item a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from painlink.errors import FilterDoesNotApply
from painlink.explain.selection import Selection, selected, selected_ties
from painlink.model.areas import AmbiguousWord, Area
from painlink.model.entries import Approach, Entry, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.grades import Certainty, Listed
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import Block, Heading, Page, Paragraph, Row, Rows, plain
from painlink.pages.entry import opened_by, where
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.origin import named, note
from painlink.pages.parts.sources import reference
from painlink.phrases import joined, sentence_case


class Listing(NamedTuple):
    """Everything of one kind, or what of it was asked for: of one area, level or mechanism."""

    kind: Listed
    area: Area | None
    certainty: Certainty | None
    mechanism: str | None
    items: tuple[Entry, ...]


class Everything(NamedTuple):
    """All the entries that painlink knows, of every kind; the links stand in their mechanisms."""

    kind: Listed
    areas: tuple[Area, ...]
    ambiguous_words: tuple[AmbiguousWord, ...]
    mechanisms: tuple[Mechanism, ...]
    pairs: tuple[Pair, ...]
    red_flags: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    sources: tuple[Source, ...]


KINDS: Mapping[Listed, type[Entry]] = {
    Listed.MECHANISMS: Mechanism,
    Listed.AREAS: Area,
    Listed.PAIRS: Pair,
    Listed.LINKS: Link,
    Listed.APPROACHES: Approach,
    Listed.RED_FLAGS: RedFlag,
    Listed.SOURCES: Source,
}
_TITLES = {
    Listed.MECHANISMS: "Mechanisms: how pain in two places may be linked",
    Listed.AREAS: "Areas of the body",
    Listed.PAIRS: "Pairs of areas with an answer",
    Listed.LINKS: "Links: how two areas may be joined by a mechanism",
    Listed.APPROACHES: "What may help",
    Listed.RED_FLAGS: "Warning signs",
    Listed.SOURCES: "Sources",
    Listed.EVERYTHING: "Everything that painlink knows",
}
_MOST_ALIASES = 4


def page(knowledge: Knowledge, kind: Listed, selection: Selection | None = None) -> Page:
    """Return the list of all things of *kind*, or those that *selection* asks for.

    Raises:
        FilterDoesNotApply: when things of this kind have nothing to filter by.
    """
    selection = selection or Selection()
    for option, kinds in _NOT_FILTERED_BY.items():
        if getattr(selection, option) and kind in kinds:
            raise FilterDoesNotApply(f"--{option}", kind)
    if kind is Listed.EVERYTHING:
        return _everything(knowledge)
    items = tuple(_items(knowledge, kind, selection))
    title = ": ".join((_TITLES[kind], *_narrowed(selection)))
    rows = Rows(tuple(_row(knowledge, item, selection) for item in items))
    blocks: list[Block] = [rows] if items else [Paragraph(plain(_NOTHING))]
    blocks.append(next_command(opened_by(items[0]) if items else "painlink list areas"))

    def listed() -> Listing:
        whole = (knowledge.mechanism(i.id) if isinstance(i, Mechanism) else i for i in items)
        mechanism = selection.mechanism.id if selection.mechanism else None
        return Listing(kind, selection.area, selection.certainty, mechanism, tuple(whole))

    cited = tuple(item for item in items if isinstance(item, Source))
    return framed(knowledge, title, blocks, listed, sources=cited, advises=False)


_NOTHING = "painlink has nothing like this yet."
_NOT_FILTERED_BY = {
    "area": (Listed.EVERYTHING,),
    "certainty": (Listed.RED_FLAGS, Listed.EVERYTHING),
    "mechanism": (Listed.RED_FLAGS, Listed.APPROACHES, Listed.EVERYTHING),
}


def _everything(knowledge: Knowledge) -> Page:
    blocks: list[Block] = []
    whole = Selection()
    for kind in KINDS:
        rows = (_row(knowledge, item, whole) for item in _items(knowledge, kind, whole))
        blocks += [Heading(2, _TITLES[kind]), Rows(tuple(rows))]
    blocks.append(next_command("painlink list everything --json"))

    def listed() -> Everything:
        return Everything(
            Listed.EVERYTHING,
            tuple(knowledge.areas.values()),
            tuple(knowledge.ambiguous_words.values()),
            tuple(map(knowledge.mechanism, knowledge.mechanisms)),
            tuple(knowledge.pairs.values()),
            tuple(knowledge.red_flags.values()),
            tuple(knowledge.approaches.values()),
            tuple(knowledge.sources.values()),
        )

    return framed(knowledge, _TITLES[Listed.EVERYTHING], blocks, listed, advises=False)


def _narrowed(selection: Selection) -> Iterator[str]:
    if selection.area:
        yield named(selection.area)
    if selection.certainty:
        yield selection.certainty.label.lower()
    if selection.mechanism:
        yield f"{selection.mechanism.name.lower()}{note(selection.mechanism)}"


def _items(knowledge: Knowledge, kind: Listed, selection: Selection) -> Iterable[Entry]:
    group: Mapping[str, Entry] = getattr(knowledge, kind.replace("-", "_"))
    if selection.is_everything:
        return group.values()
    wanted = selected(knowledge, selection)
    return [item for item in group.values() if item.id in wanted]


def _row(knowledge: Knowledge, item: Entry, selection: Selection) -> Row:
    row = _told(knowledge, item, selection)
    if not item.origin:
        return row
    return row._replace(note="; ".join(filter(None, (row.note, item.origin))))


def _told(knowledge: Knowledge, item: Entry, selection: Selection) -> Row:
    match item:
        case Mechanism():
            return Row(
                item.id, item.plain, plain(_bare(item.summary)), _best(knowledge, item, selection)
            )
        case Area():
            others = f"Also: {joined(item.aliases[:_MOST_ALIASES])}." if item.aliases else ""
            return Row(
                item.id,
                sentence_case(item.name),
                plain(others) if others else (),
                _part_of(knowledge, item),
            )
        case Pair():
            answer = _bare(item.together.answer)
            return Row(
                item.id, where(knowledge, item), plain(answer), item.together.certainty.label
            )
        case Link():
            ends = joined([named(knowledge.areas[id_]) for id_ in (item.from_, item.to)])
            name = f"{sentence_case(ends)}: {item.name}"
            return Row(item.id, name, plain(_bare(item.summary)), item.certainty.label)
        case Approach():
            best = min((b.certainty for b in item.benefits), key=lambda level: level.rank)
            return Row(item.id, item.name, plain(_bare(item.summary)), f"{best.label} at best")
        case RedFlag():
            return Row(
                item.id, sentence_case(item.name), plain(_bare(item.sign)), item.urgency.value
            )
        case Source():
            return Row(item.id, item.id, reference(item))


def _best(knowledge: Knowledge, mechanism: Mechanism, selection: Selection) -> str:
    ties = selected_ties(knowledge, selection._replace(mechanism=mechanism))
    best = min(ties, key=lambda tie: (tie.certainty.rank, tie.origin or ""), default=None)
    if best is None and mechanism.everyday:
        return f"everyday cause, {mechanism.everyday.certainty.label.lower()}"
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
