"""The rules that a whole knowledge base keeps: nothing in it is missing beside something else.

A break is told as a warning: what is there can be used all the same.
"""

from collections.abc import Iterator

from painlink.model.areas import Area
from painlink.model.entries import Pair, pair_id
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION, Path, prose, references
from painlink.reading.yaml_file import FileEntries, FileEntry

Gap = tuple[FileEntry, Path, str]


def uncited(entries: FileEntries, base: Knowledge | None = None) -> Iterator[Gap]:
    """Yield each source among *entries* that nothing among them cites, nor anything of *base*."""
    used = set(base.sources) if base else set()
    for group in entries.values():
        for entry in group:
            used |= {to for _, kind, to in references(entry.record) if kind == "sources"}
            for _, text, _ in prose(entry.record):
                used.update(CITATION.findall(text))
    for entry in entries["sources"]:
        if entry.id not in used:
            yield entry, (), "nothing cites this source"


def missing(entries: FileEntries, knowledge: Knowledge) -> Iterator[Gap]:
    """Yield what is missing beside *entries*, of which *knowledge* is made."""
    safe = [approach for approach in knowledge.approaches.values() if approach.keeps_safe]
    reached = {area for one in safe for benefit in one.benefits for area in benefit.areas}
    for entry in entries["areas"]:
        if not reached & knowledge.scope(entry.id):
            yield (
                entry,
                (),
                "no approach that keeps safe has a benefit for it: whom to see is untold",
            )
    for entry in (*entries["areas"], *entries["pairs"]):
        yield from _signs_of_others(entry, knowledge)
    for entry in entries["mechanisms"]:
        for index, link in enumerate(entry.record.links):
            if not knowledge.pair(link.from_, link.to):
                told = f"no pair answers for the two; add {pair_id(link.from_, link.to)!r}"
                yield entry, ("links", index, "to"), told


def _signs_of_others(entry: FileEntry, knowledge: Knowledge) -> Iterator[Gap]:
    """Yield which signs that lead the page of an area or a pair are no signs of it."""
    record: Area | Pair = entry.record
    ids = (record.id,) if isinstance(record, Area) else record.areas
    asked = {*ids, *(part for area in ids for part in knowledge.parts(area))}
    named = {flag for area in asked for flag in knowledge.areas[area].red_flags}
    for key in ("red_flags", "today"):
        for index, id_ in enumerate(getattr(record, key)):
            flag = knowledge.red_flags[id_]
            combined = flag.combination and all(asked & set(one) for one in flag.combination)
            if not (id_ in named or asked & set(flag.areas) or combined):
                yield entry, (key, index), f"{id_!r} is a sign of other areas"
