"""The rules that hold between the entries of all knowledge files.

`painlink.reading` sees one entry at a time; here they meet. Each rule adds its problems to the
file they stand in, at the path of the mistake. Entries that are laid over painlink's own are held
against these, and none of them may take the place of a warning sign.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from painlink.model.areas import Area
from painlink.model.entries import Approach, Mechanism, Pair
from painlink.model.grades import Urgency
from painlink.model.kinds import LISTS, NAMED, one_of
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import comparable
from painlink.model.words.texts import Path, references
from painlink.phrases import shortened
from painlink.reading.yaml_file import FileEntries, FileEntry, TooManyProblems
from painlink.rules.of_citations import (
    beside_evidence,
    citing_in_vain,
    dangling,
    impossible,
    unsourced,
)
from painlink.rules.of_grades import contradicted
from painlink.rules.of_one_entry import broken

_URGENCIES = (
    ("red_flags", Urgency.EMERGENCY),
    ("today", Urgency.URGENT),
    ("soon", Urgency.SOON),
)
_ID = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")
_LONGEST_ID = 100
_FOR_PATIENTS = "patient-page"  # the kind of source
_MOST_PARTS = 20  # of one area: what is known about two is looked for among the parts of both


def check(entries: FileEntries, base: Knowledge | None = None, *, complete: bool = True) -> None:
    """Note every break of a rule where it stands; *base* is what *entries* are laid over.

    If *entries* are not *complete*, what they point to may stand in what could not be read.
    """
    around = _Around(entries, base, complete=complete)
    for kind, group in entries.items():
        for entry in group:
            with suppress(TooManyProblems):
                around.check(kind, entry)


class _Around:
    """What an entry is held against: the ids and names of the base, and those seen before it."""

    def __init__(self, entries: FileEntries, base: Knowledge | None, *, complete: bool) -> None:
        self._complete = complete
        self._of_base = base.kinds if base else {}
        self._pairs = base.pairs if base else None
        self._links = {tie.id: tie.mechanism for tie in base.register.ties} if base else {}
        self._seen: dict[str, str] = {}  # id: file
        self._names: dict[str, dict[str, str]] = {kind: {} for kind in NAMED}
        self._asked_back: set[str] = set()  # words that could be several areas
        self._known = {
            kind: {*(getattr(base, kind) if base else ()), *(one.id for one in entries[kind])}
            for kind in LISTS
        }
        flags = [
            *(base.red_flags.values() if base else ()),
            *(one.record for one in entries["red_flags"] if one.is_whole),
        ]
        self._urgencies = {flag.id: flag.urgency for flag in flags}
        sources = [
            *(base.sources.values() if base else ()),
            *(one.record for one in entries["sources"]),
        ]
        self._kinds_of_sources = {source.id: source.kind for source in sources}
        areas = [*(base.areas.values() if base else ()), *(one.record for one in entries["areas"])]
        parts = {area.id: area.part_of for area in base.areas.values()} if base else {}
        self._parts = Counter(filter(None, parts.values()))
        self._wholes = {area.id for area in areas if not area.part_of and not parts.get(area.id)}
        for kind in (*NAMED, "ambiguous_words"):
            for record in getattr(base, kind).values() if base else ():
                list(self._check_names(kind, record))  # they are sound: only taken down

    def check(self, kind: str, entry: FileEntry) -> None:
        """Note every rule that *entry* breaks."""
        for path, message in self._problems(kind, entry):
            entry.add(path, message)

    def _problems(self, kind: str, entry: FileEntry) -> Iterator[tuple[Path, str]]:
        for path, part, id_, mechanism in _ids(kind, entry):
            yield from ((path, told) for told in self._check_id(part, id_, mechanism))
            self._seen.setdefault(id_, entry.file.name)
        yield from self._check_names(kind, entry.record)
        pointed = references(entry.record) if self._complete else ()
        for path, wanted, target in pointed:
            if target and target not in self._known[wanted]:
                hint = entry.file.nearest(target, self._known[wanted])
                yield path, f"no {one_of(wanted)} with the id {shortened(target)!r}{hint}"
        yield from unsourced(entry.record)
        yield from impossible(entry.record)
        yield from citing_in_vain(entry.record)
        if self._complete:
            yield from dangling(entry.record, self._known["sources"])
        yield from self._check_urgencies(entry.record)
        if not entry.is_whole:
            return  # the rest would speak of what is missing as well
        yield from broken(entry.record)
        yield from beside_evidence(entry.record)
        yield from contradicted(entry.record, self._kinds_of_sources)
        if kind == "links" and not entry.record.mechanism:
            yield (), "the key 'mechanism' is missing"
        if kind == "areas":
            yield from self._check_area(entry.record)
        if kind == "pairs" and self._pairs is not None:
            yield from self._check_seen_sooner(entry.record, self._pairs)

    def _check_id(self, kind: str, id_: str, mechanism: str) -> Iterator[str]:
        """Ids are kebab-case, and no two things share one: `show ID` must be clear."""
        if not _ID.fullmatch(id_) or len(id_) > _LONGEST_ID:
            yield f"an id is lower-case words joined by '-'; found {shortened(id_)!r}"
        taken = self._of_base.get(id_)
        if id_ in self._seen:
            yield f"the id {id_!r} is already used in {self._seen[id_]}"
        elif taken and taken != kind:
            yield f"the id {id_!r} is that of painlink's own {one_of(taken)}; choose another"
        elif taken == "red_flags":
            yield f"painlink's own warning sign {id_!r} stays as it is; give yours another id"
        elif taken == "links" and mechanism not in ("", self._links[id_]):
            yield f"painlink's own link {id_!r} belongs to {self._links[id_]!r}; choose another id"

    def _check_names(self, kind: str, record: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401, of any kind
        """No two areas, mechanisms or approaches are called by the same words.

        Nor is an area called by words that painlink asks back about.
        """
        if kind == "ambiguous_words":
            for index, word in enumerate(record.words):
                if owner := self._names["areas"].get(comparable(word)):
                    told = f"the name {shortened(word)!r} already belongs to {owner!r}"
                    yield ("words", index), told
                self._asked_back.add(comparable(word))
        if kind not in NAMED:
            return
        for path, name in _called(record):
            if not name:
                continue
            key = comparable(name)
            owner = self._names[kind].setdefault(key, record.id)
            if owner != record.id:
                yield (
                    path,
                    f"the name {shortened(name)!r} already belongs to {owner!r}; choose another",
                )
            elif kind == "areas" and key in self._asked_back:
                told = f"{shortened(name)!r} could be several areas; painlink asks which"
                yield path, told

    def _check_urgencies(self, record: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401, of any kind
        """A page names emergencies first, then what needs a doctor today, then what can wait."""
        for key, urgency in _URGENCIES:
            for index, id_ in enumerate(getattr(record, key, ())):
                found = self._urgencies.get(id_, urgency)
                if found is not urgency:
                    yield (key, index), f"here stand {urgency} signs; {id_!r} is {found}"
        for index, id_ in enumerate(getattr(record, "turns_into", ())):
            found = self._urgencies.get(id_)
            if found and record.urgency and found.rank >= record.urgency.rank:
                told = f"a sign turns into a more urgent one; {id_!r} is {found}"
                yield ("turns_into", index), told

    def _check_area(self, area: Area) -> Iterator[tuple[Path, str]]:
        if area.part_of is not None and area.part_of not in self._wholes:
            told = f"{area.part_of!r} is itself a part; an area is part of a whole one"
            yield ("part_of",), told
        elif area.part_of is not None:
            self._parts[area.part_of] += 1
            if self._parts[area.part_of] > _MOST_PARTS:
                yield ("part_of",), f"{area.part_of!r} has {_MOST_PARTS} parts already"
        yield from self._check_pages(area)
        if not area.red_flags:
            yield ("red_flags",), "every area needs red flags: at least one emergency sign"

    def _check_seen_sooner(
        self, pair: Pair, ours: Mapping[str, Pair]
    ) -> Iterator[tuple[Path, str]]:
        """It takes signs off what can wait: only painlink's own pairs do, and stay as they are."""
        known = ours[pair.id].seen_sooner if pair.id in ours else ()
        for index, id_ in enumerate(pair.seen_sooner):
            if id_ not in known:
                told = "only painlink says what is seen sooner; name signs for today under 'today'"
                yield ("seen_sooner", index), told

    def _check_pages(self, area: Area) -> Iterator[tuple[Path, str]]:
        """Whom a page names as standing by people is no study, and nor is what it sends them to."""
        for path, kind, id_ in references(area):
            found = self._kinds_of_sources.get(id_, _FOR_PATIENTS)
            if kind == "sources" and path[1] in ("pages", "group") and found != _FOR_PATIENTS:
                told = f"here stands a {_FOR_PATIENTS}; {id_!r} is of the kind"
                yield path, f"{told} {shortened(found)!r}"


def _ids(kind: str, entry: FileEntry) -> Iterator[tuple[Path, str, str, str]]:
    """Yield path, kind and id of everything in *entry* that has one; of a link its mechanism."""
    if entry.id and entry.path:
        yield ("id",), kind, entry.id, getattr(entry.record, "mechanism", "")
    if isinstance(entry.record, Mechanism):
        for index, link in enumerate(entry.record.links):
            if link.id:
                yield ("links", index, "id"), "links", link.id, entry.record.id


def _called(record: Area | Mechanism | Approach) -> Iterator[tuple[Path, str]]:
    """Yield path and words of everything that *record* is called."""
    yield ("id",), record.id
    yield ("name",), record.name
    if isinstance(record, Area):
        yield ("pain",), record.pain
    for index, alias in enumerate(record.aliases):
        yield ("aliases", index), alias
