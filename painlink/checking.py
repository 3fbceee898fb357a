"""The rules that hold between the entries of all knowledge files.

`painlink.reading` sees one entry at a time; here they meet. Each rule adds its problems to the
file they stand in, at the path of the mistake.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import Any

from painlink.model import (
    AmbiguousWord,
    Approach,
    Area,
    Evidence,
    Link,
    Mechanism,
    Pair,
    RedFlag,
    pair_id,
)
from painlink.reading import YamlFile
from painlink.texts import CITATION, Path, prose, sentences
from painlink.words import comparable

_ID = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a knowledge file; *record* is None when it could not be read."""

    file: YamlFile
    path: Path
    id: str
    record: Any


Entries = Mapping[str, tuple[Entry, ...]]


def check(entries: Entries) -> None:
    """Note every break of a rule in the file where it stands."""
    known = {kind: {entry.id for entry in group} for kind, group in entries.items()}
    _check_ids(entries)
    _check_aliases(entries)
    for kind, group in entries.items():
        for entry in group:
            if entry.record is None:
                continue
            for path, wanted, target in references(entry.record):
                _check_reference(entry, path, known[wanted], wanted, target)
            for path, message in chain(_rules(entry.record), _citations(entry.record, known)):
                entry.file.add((*entry.path, *path), message)
            if kind == "areas":
                _check_area(entry, entries)


def _check_ids(entries: Entries) -> None:
    """Ids are kebab-case, and no two things in all files share one: `show ID` must be clear."""
    seen: dict[str, str] = {}
    for kind, group in entries.items():
        for entry in group:
            for path, id_ in _ids(entry):
                if not _ID.fullmatch(id_):
                    entry.file.add(path, f"an id is lower-case words joined by '-'; found {id_!r}")
                if id_ in seen:
                    entry.file.add(path, f"the id {id_!r} is already used in {seen[id_]}")
                seen.setdefault(id_, f"{kind}.yaml")


def _ids(entry: Entry) -> Iterator[tuple[Path, str]]:
    if entry.id and entry.path:
        yield (*entry.path, "id"), entry.id
    if isinstance(entry.record, Mechanism):
        for index, link in enumerate(entry.record.links):
            yield (*entry.path, "links", index, "id"), link.id


def _check_aliases(entries: Entries) -> None:
    """No two areas, mechanisms or approaches of one kind are called by the same words."""
    for kind in ("areas", "mechanisms", "approaches"):
        seen: dict[str, str] = {}
        for entry in entries[kind]:
            if entry.record is None:
                continue
            for path, name in _called(entry.record):
                owner = seen.setdefault(comparable(name), entry.id)
                if owner != entry.id:
                    entry.file.add(
                        (*entry.path, *path), f"the name {name!r} already belongs to {owner!r}"
                    )
        if kind == "areas":
            _check_ambiguous(entries, seen)


def _check_ambiguous(entries: Entries, taken: Mapping[str, str]) -> None:
    """No word that painlink asks back about is at the same time the name of one area."""
    for entry in entries["ambiguous_words"]:
        for index, word in enumerate(entry.record.words if entry.record else ()):
            if owner := taken.get(comparable(word)):
                path = (*entry.path, "words", index)
                entry.file.add(path, f"the name {word!r} already belongs to {owner!r}")


def _called(record: Area | Mechanism | Approach) -> Iterator[tuple[Path, str]]:
    """Yield path and words of everything that *record* is called."""
    yield ("id",), record.id
    yield ("name",), record.name
    if isinstance(record, Area):
        yield ("pain",), record.pain
    for index, alias in enumerate(record.aliases):
        yield ("aliases", index), alias


def _check_reference(entry: Entry, path: Path, known: set[str], kind: str, target: str) -> None:
    if target not in known:
        near = get_close_matches(target, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        word = kind.removesuffix("s").replace("_", " ")
        entry.file.add((*entry.path, *path), f"no {word} with the id {target!r}{hint}")


def references(record: object) -> Iterator[tuple[Path, str, str]]:
    """Yield path, kind and id of everything that *record* points to."""
    match record:
        case Area():
            yield from _each("red_flags", "red_flags", record.red_flags)
            yield from _each("today", "red_flags", record.today)
            if record.part_of:
                yield ("part_of",), "areas", record.part_of
        case AmbiguousWord():
            yield from _each("areas", "areas", record.areas)
        case Mechanism():
            for index, link in enumerate(record.links):
                for path, kind, target in references(link):
                    yield ("links", index, *path), kind, target
        case Link():
            yield ("from",), "areas", record.from_
            yield ("to",), "areas", record.to
            yield from _evidence_references(record.evidence)
        case Pair():
            yield from _each("areas", "areas", record.areas)
            yield from _each("red_flags", "red_flags", record.red_flags)
            yield from _each("today", "red_flags", record.today)
            yield from _each("through", "areas", record.through)
            yield from _evidence_references(record.evidence)
        case RedFlag():
            yield from _each("areas", "areas", record.areas)
            for index, group in enumerate(record.combination):
                for path, kind, target in _each("combination", "areas", group):
                    yield (path[0], index, path[1]), kind, target
            yield from _each("sources", "sources", record.sources)
        case Approach():
            for index, benefit in enumerate(record.benefits):
                for path, kind, target in chain(
                    _each("areas", "areas", benefit.areas), _evidence_references(benefit.evidence)
                ):
                    yield ("benefits", index, *path), kind, target


def _each(key: str, kind: str, ids: tuple[str, ...]) -> Iterator[tuple[Path, str, str]]:
    for index, id_ in enumerate(ids):
        yield (key, index), kind, id_


def _evidence_references(evidence: tuple[Evidence, ...]) -> Iterator[tuple[Path, str, str]]:
    for index, piece in enumerate(evidence):
        yield ("evidence", index, "source"), "sources", piece.source


def _rules(record: object) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each rule that *record* breaks by itself."""
    match record:
        case Mechanism():
            for index, link in enumerate(record.links):
                if not link.evidence:
                    yield (
                        ("links", index, "evidence"),
                        "a link needs at least one piece of evidence",
                    )
                if link.from_ == link.to:
                    yield ("links", index, "to"), "a link joins two different areas"
        case Pair():
            if len(set(record.areas)) == 1:
                yield ("areas",), "a pair joins two different areas"
            if record.id != (wanted := pair_id(*record.areas)):
                yield ("id",), f"the id of this pair is {wanted!r}"
            if not record.evidence:
                yield ("evidence",), "a pair needs at least one piece of evidence"
            if not record.red_flags:
                yield ("red_flags",), "a pair needs at least one red flag"
        case AmbiguousWord():
            if len(record.areas) < 2:  # noqa: PLR2004, or it is not ambiguous
                yield ("areas",), "an ambiguous word could mean at least two areas"
        case RedFlag():
            if not record.sources:
                yield ("sources",), "a red flag needs at least one source"
            if not all(record.combination):
                yield ("combination",), "each group of a combination needs at least one area"
            if not record.areas and not record.combination:
                yield ("areas",), "a red flag belongs to some area or combination of areas"
        case Approach():
            if not record.benefits:
                yield ("benefits",), "an approach needs at least one benefit"
            for index, benefit in enumerate(record.benefits):
                if not benefit.evidence:
                    path = ("benefits", index, "evidence")
                    yield path, "a benefit needs at least one piece of evidence"


def _check_area(entry: Entry, entries: Entries) -> None:
    area = entry.record
    shown = any(
        flag.record is not None and area.id in flag.record.areas for flag in entries["red_flags"]
    )
    wholes = {one.id for one in entries["areas"] if one.record and one.record.part_of is None}
    if area.part_of is not None and area.part_of not in wholes:
        message = f"{area.part_of!r} is itself a part; an area is part of a whole one"
        entry.file.add((*entry.path, "part_of"), message)
    if not area.red_flags or not (shown or area.part_of is None):
        entry.file.add((*entry.path, "red_flags"), "every area needs red flags")


def _citations(record: object, known: Mapping[str, set[str]]) -> Iterator[tuple[Path, str]]:
    """Check every text of *record*: citations resolve, and every number belongs to one."""
    for path, text, evidence in prose(record):
        cited = CITATION.findall(text)
        for source in cited:
            if source not in known["sources"]:
                yield path, f"no source with the id {source!r}"
            elif evidence and source not in evidence:
                yield path, f"the text cites {source!r}, which is not among its evidence"
        if isinstance(record, RedFlag) or path[-1] == "shows":
            continue  # their sources stand beside the text
        for sentence in sentences(text):
            if re.search(r"\d", CITATION.sub("", sentence)) and not CITATION.search(sentence):
                yield path, f"this number needs a source in its sentence: {sentence!r}"
