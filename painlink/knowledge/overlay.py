"""FileEntries of a reader's own, laid over what painlink says: added, or in the place of its own.

Nothing is ever taken away. What takes the place of an area or a pair keeps its warning signs, an
area also what it is called, its place in the body, its region and the words it is found by, a
mechanism its links.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from painlink.knowledge.register import assembled
from painlink.knowledge.vocabulary import extended
from painlink.model.areas import Area
from painlink.model.entries import Link, Pair
from painlink.model.kinds import LISTS
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed
from painlink.phrases import few, joined, printable
from painlink.reading.yaml_file import FileEntries, FileEntry

_MOST_NAMED = 5
_NO_NAME = re.compile(r"[^\w./ -]")


def laid_over(
    base: Knowledge, entries: FileEntries, notes: Iterable[str], handed: Handed
) -> Knowledge:
    """Return *base* with the checked *entries* over it, each of which tells where it is from.

    *handed* is what a practice puts on its sheets.
    """
    groups: dict[str, dict[str, Any]] = {
        kind: {**getattr(base, kind), **_own(base, kind, entries[kind])} for kind in LISTS
    }
    for area in groups["areas"].values():
        whole = groups["areas"].get(area.part_of)
        if area.origin and whole and whole.care_first:
            groups["areas"][area.id] = area._replace(care_first=True)
    groups["links"] = _links(base, entries)
    told = (*notes, *_replacing(base, entries))
    more = extended(base.vocabulary, groups["areas"].values(), groups["mechanisms"].values())
    around = (base.handout, base.wording, base.about)
    return assembled(groups, *around, more, beneath=base, notes=told)._replace(handed=handed)


def _own(base: Knowledge, kind: str, entries: Iterable[FileEntry]) -> dict[str, Any]:
    of_base: Mapping[str, Any] = getattr(base, kind)
    return {
        entry.id: _keeping(entry.record, of_base.get(entry.id))._replace(
            origin=origin_of(entry, replaces=entry.id in of_base),
        )
        for entry in entries
    }


def origin_of(entry: FileEntry, *, replaces: bool = False) -> str:
    """Return from which file *entry* is, as pages tell it; it may take the place of painlink's."""
    instead = ", in place of painlink's own" if replaces else ""
    # No name of a file can say more than where an entry is from.
    file = _NO_NAME.sub("_", printable(entry.file.shown))
    return f"from {file}, not reviewed by painlink{instead}"


def _keeping(own: Any, replaced: Any) -> Any:  # noqa: ANN401, records of any kind
    """Return *own* with everything of what it takes the place of that nobody may lose."""
    match own, replaced:
        case Area(), Area():
            names = (own.name, own.pain, *own.aliases, *replaced.aliases)
            return own._replace(
                name=replaced.name,
                pain=replaced.pain,
                aliases=tuple(dict.fromkeys(names)),
                red_flags=_both(replaced.red_flags, own.red_flags),
                today=_both(replaced.today, own.today),
                soon=_both(replaced.soon, own.soon),
                part_of=replaced.part_of,
                care_first=own.care_first or replaced.care_first,
                see_first=replaced.see_first or own.see_first,
                region=replaced.region,  # it stands among the signs
                places=own.places or replaced.places,
            )
        case Pair(), Pair():
            return own._replace(
                red_flags=_both(replaced.red_flags, own.red_flags),
                today=_both(replaced.today, own.today),
                see_first=replaced.see_first or own.see_first,
                seen_sooner=replaced.seen_sooner,
                both_is_a_sign=own.both_is_a_sign or replaced.both_is_a_sign,
            )
    return own


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _links(base: Knowledge, entries: FileEntries) -> dict[str, Link]:
    """Return the links that were there, and the own ones over them."""
    links = dict(base.links)
    for entry, link in _own_links(entries):
        origin = origin_of(entry, replaces=link.id in base.links)
        links[link.id] = link._replace(origin=origin)
    return links


def _own_links(entries: FileEntries) -> Iterator[tuple[FileEntry, Link]]:
    for entry in entries["mechanisms"]:
        for link in entry.record.links:
            yield entry, link._replace(mechanism=entry.id)
    for entry in entries["links"]:
        yield entry, entry.record


def _replacing(base: Knowledge, entries: FileEntries) -> Iterator[str]:
    """Yield for each file what of it takes the place of something."""
    before = base.kinds
    own = [(entry, entry.id) for group in entries.values() for entry in group]
    own += [(entry, link.id) for entry, link in _own_links(entries) if entry.id != link.id]
    replaced: dict[str, list[str]] = {}
    for entry, id_ in own:
        if id_ in before:
            replaced.setdefault(entry.file.name, []).append(id_)
    for file, ids in replaced.items():
        yield f"{file} takes the place of painlink's own {joined(few(ids, _MOST_NAMED))}"
