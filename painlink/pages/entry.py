"""The page of `painlink show`: one entry of any kind, whole, with everything that points to it."""

from collections.abc import Sequence
from typing import NamedTuple

from painlink.explain.explanation import sources_of
from painlink.explain.pointers import mentions
from painlink.model.areas import Area
from painlink.model.entries import Approach, Entry, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.knowledge import Knowledge
from painlink.pages import warnings
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    Span,
    Text,
    command,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.origin import named, note, noted
from painlink.pages.parts.reviewers import reviews_of
from painlink.pages.parts.sources import reference
from painlink.pages.sections.answers import short_answer
from painlink.pages.sections.approaches import approach_in_full
from painlink.pages.sections.everyday import everyday_whole
from painlink.pages.sections.links import link_in_full
from painlink.pages.sections.living import guidance_whole
from painlink.pages.sections.signs import notice
from painlink.phrases import few, joined, sentence_case


class Shown(NamedTuple):
    """One entry, what kind of thing it is, what points to it, and the sources it rests on."""

    kind: str
    entry: Entry
    cited_by: tuple[str, ...]
    sources: tuple[Source, ...]


def page(knowledge: Knowledge, thing: Entry, pointed: Sequence[Entry] | None = None) -> Page:
    """Return everything known about *thing*; *pointed* is what points to it, if that is known."""
    citations = Citations(knowledge)
    title = thing.name if isinstance(thing, Link) else where(knowledge, thing)
    blocks: list[Block] = []
    if thing.origin:
        blocks.append(Paragraph(quiet(f"{sentence_case(thing.origin)}.")))
    blocks += _told(knowledge, thing, citations)
    if pointed is None:
        pointed = mentions(knowledge, thing.id)
    pointing = [record for record in pointed if record.id != thing.id]
    if not isinstance(thing, Mechanism):  # its links stand there in full
        blocks += _pointing(knowledge, thing, pointing)
    blocks.append(next_command(_next(thing)))
    if citations:
        blocks.append(citations.references())

    def shown() -> Shown:
        cited_by = tuple(record.id for record in pointing)
        return Shown(kind_of(thing), thing, cited_by, sources_of(knowledge, [thing]))

    pair = thing if isinstance(thing, Pair) else None
    areas = [knowledge.areas[id_] for id_ in pair.areas] if pair else []
    return framed(
        knowledge,
        title,
        blocks,
        shown,
        sources=(thing,) if isinstance(thing, Source) else citations.sources(),
        advises=_advises(thing),
        reviews=reviews_of(knowledge, areas, pair),
    )


def _advises(thing: Entry) -> bool:
    """Return whether somebody might act on what is said of *thing*."""
    match thing:
        case Source():
            return False
        case Link():
            return thing.danger is not None
        case Mechanism():
            return thing.everyday is not None or any(link.danger for link in thing.links)
    return True


_MOST_NAMES = 12
_KINDS = {
    Mechanism: "mechanism",
    Area: "area",
    Link: "link",
    Pair: "pair",
    Approach: "approach",
    RedFlag: "red-flag",
    Source: "source",
}


def kind_of(thing: Entry) -> str:
    """Return what kind of thing an entry is: "mechanism", "red-flag"."""
    return _KINDS[type(thing)]


def opened_by(thing: Entry) -> str:
    """Return the command that opens an entry."""
    match thing:
        case Area():
            return f"painlink explain {thing.id}"
        case Pair():
            return f"painlink explain {' '.join(thing.areas)}"
    return f"painlink show {thing.id}"


def _told(knowledge: Knowledge, thing: Entry, citations: Citations) -> list[Block]:
    match thing:
        case Mechanism():
            return _mechanism(knowledge, thing, citations)
        case Area():
            return _area(knowledge, thing, citations)
        case Link():
            told = link_in_full(knowledge, thing, citations, areas=True)
            return [Paragraph(told.name), *told.blocks]
        case Pair():
            return short_answer(knowledge, thing, citations, full=True, whose="")
        case Approach():
            return list(approach_in_full(thing, citations).blocks)
        case RedFlag():
            return _red_flag(knowledge, thing, citations)
        case Source():
            return [Bullets(_source(thing))]


def _mechanism(knowledge: Knowledge, mechanism: Mechanism, citations: Citations) -> list[Block]:
    blocks: list[Block] = [
        Paragraph((*strong(mechanism.plain), *quiet(f" ({mechanism.term})"))),
        Paragraph(citations.text(f"{mechanism.summary} {mechanism.how}")),
        Paragraph(citations.text(mechanism.does_not_mean)),
    ]
    blocks += everyday_whole(knowledge, mechanism, citations)
    if mechanism.links:
        blocks.append(Heading(2, "Where it may link two areas"))
    links = sorted(mechanism.links, key=lambda link: link.certainty.rank)
    blocks += [link_in_full(knowledge, link, citations, areas=True) for link in links]
    return blocks


def _area(knowledge: Knowledge, area: Area, citations: Citations) -> list[Block]:
    parts = [named(knowledge.areas[id_]) for id_ in knowledge.parts(area.id)]
    codes = [code for code in (area.uberon, area.hpo) if code]
    facts = (
        f"Its pain is called {area.pain}.",
        f"Also called: {joined(few(area.aliases, _MOST_NAMES))}." if area.aliases else "",
        f"It is part of the {named(knowledge.areas[area.part_of])}." if area.part_of else "",
        f"Its parts: {joined(parts)}." if parts else "",
        f"Codes in UBERON and HPO: {joined(codes)}." if codes else "",
    )
    listed = Bullets(tuple(plain(fact) for fact in facts if fact))
    guidance = guidance_whole(knowledge, area, citations)
    return [notice(knowledge, (area,)), *guidance, Heading(2, "Names"), listed]


def _red_flag(knowledge: Knowledge, flag: RedFlag, citations: Citations) -> list[Block]:
    blocks: list[Block] = [warnings.one_sign(flag, citations)]
    names = [named(knowledge.areas[id_]) for id_ in flag.areas]
    if names:
        blocks.append(Paragraph(plain(f"It is shown for: {joined(names)}.")))
    if flag.combination:
        groups = [
            joined([named(knowledge.areas[id_]) for id_ in group], "or")
            for group in flag.combination
        ]
        blocks.append(
            Paragraph(plain(f"It leads when these hurt together: {joined(groups, 'with')}."))
        )
    return blocks


def _source(source: Source) -> tuple[Text, ...]:
    """Return what is known of *source*, and where else its text stands."""
    if source.url is None or source.doi is None:
        return (reference(source),)
    other = (*plain("Also at: "), Span(source.url, address=source.url))
    return reference(source), other


def _pointing(knowledge: Knowledge, thing: Entry, pointing: Sequence[Entry]) -> list[Block]:
    if not pointing:
        return []
    title = "What cites it" if isinstance(thing, Source) else "Where it is used"
    items = tuple(_pointer(knowledge, thing, record) for record in pointing)
    return [Heading(2, title), Bullets(items)]


def _pointer(knowledge: Knowledge, thing: Entry, record: Entry) -> Text:
    place = where(knowledge, record)
    shows = [
        f" {piece.shows}" for piece in getattr(record, "evidence", ()) if piece.source == thing.id
    ]
    told = plain(f"{place}.{''.join(shows)}")
    return (*told, *noted(record), *plain(" "), *command(f"painlink show {record.id}"))


def where(knowledge: Knowledge, record: Entry) -> str:
    """Return what an entry is about, in words: "Back and head: bad nights (low certainty)"."""
    match record:
        case Link():
            areas = [knowledge.areas[id_] for id_ in (record.from_, record.to)]
            ends = joined([area.name if record.origin else named(area) for area in areas])
            return f"{sentence_case(ends)}: {record.name} ({record.certainty.label.lower()})"
        case Pair():
            areas = [knowledge.areas[id_] for id_ in record.areas]
            told = [area.pain if record.origin else f"{area.pain}{note(area)}" for area in areas]
            return sentence_case(joined(told))
        case RedFlag():
            return f"Warning sign: {record.name}"
        case Source():
            return record.title
    return sentence_case(record.name)


def _next(thing: Entry) -> str:
    match thing:
        case Area() | Pair():
            return opened_by(thing)
        case Link():
            return f"painlink explain {thing.from_} {thing.to}"
        case Mechanism():
            return "painlink list areas"
        case RedFlag() if thing.areas:
            return f"painlink redflags {thing.areas[0]}"
    return "painlink list"
