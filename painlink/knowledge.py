"""Find the knowledge files, read them, check them together: one `Knowledge`, sound as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from painlink.checking import Entry, check
from painlink.errors import InvalidKnowledge, Problem
from painlink.frame import About, Handout
from painlink.model import (
    AmbiguousWord,
    Approach,
    Area,
    Link,
    Mechanism,
    Pair,
    RedFlag,
    Source,
    pair_id,
)
from painlink.reading import YamlFile

_LISTS = {
    "areas": Area,
    "ambiguous_words": AmbiguousWord,
    "mechanisms": Mechanism,
    "pairs": Pair,
    "red_flags": RedFlag,
    "approaches": Approach,
    "sources": Source,
}
_SINGLES = {"handout": Handout, "about": About}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything painlink knows, by id, in the order of the files. Every reference resolves."""

    areas: Mapping[str, Area]
    ambiguous_words: Mapping[str, AmbiguousWord]
    mechanisms: Mapping[str, Mechanism]
    pairs: Mapping[str, Pair]
    red_flags: Mapping[str, RedFlag]
    approaches: Mapping[str, Approach]
    sources: Mapping[str, Source]
    handout: Handout
    about: About

    @property
    def links(self) -> Iterator[Link]:
        """Yield every link, mechanism by mechanism."""
        for mechanism in self.mechanisms.values():
            yield from mechanism.links

    def parts(self, area: str) -> tuple[str, ...]:
        """Return the ids of the areas that are a part of *area*."""
        return tuple(other.id for other in self.areas.values() if other.part_of == area)

    def scope(self, area: str) -> frozenset[str]:
        """Return the ids under which facts about *area* stand: itself, its whole, its parts."""
        whole = self.areas[area].part_of
        return frozenset({area, *self.parts(area)} | ({whole} if whole else set()))

    def pair(self, one: str, other: str) -> Pair | None:
        """Return what is known about two areas, asked for in either order.

        A pair without an answer of its own takes that of the wider areas they are part of, else
        that of their parts where only one of these has an answer.
        """
        for near in (self._whole, self.parts):
            steps = (
                [(one, other)],
                [(one, second) for second in near(other)] + [(first, other) for first in near(one)],
                [(first, second) for first in near(one) for second in near(other)],
            )
            for step in steps:
                found = [self.pairs[id_] for pair in step if (id_ := pair_id(*pair)) in self.pairs]
                if len(found) == 1:
                    return found[0]
        return None

    def pairs_among(self, areas: Sequence[str]) -> tuple[Pair, ...]:
        """Return what is known about each two of *areas*, where something is."""
        found = (self.pair(one, other) for one, other in combinations(areas, 2))
        return tuple(pair for pair in found if pair)

    def _whole(self, area: str) -> tuple[str, ...]:
        whole = self.areas[area].part_of
        return (whole,) if whole else ()


def built_in() -> Path:
    """Return the folder of the knowledge painlink ships with."""
    package = Path(__file__).parent
    # A wheel carries the files inside the package; a checkout keeps them beside it. The packaged
    # ones first: next to an installed package, a folder named "data" could be anybody's.
    packaged = package / "data"
    return packaged if packaged.is_dir() else package.parent / "data"


def load(folder: Path | None = None) -> Knowledge:
    """Return the checked knowledge in *folder*, by default the one painlink ships with.

    Raises:
        InvalidKnowledge: when files are missing or break a rule; it lists every problem.
    """
    folder = folder or built_in()
    missing: list[Problem] = []
    files: dict[str, YamlFile] = {}
    for name in (*_LISTS, *_SINGLES):
        path = folder / f"{name}.yaml"
        try:
            files[name] = YamlFile(path.name, path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            missing.append(Problem(str(path), 0, 0, "", _why_unreadable(error)))
    entries = {
        kind: tuple(_entries(files[kind], record))
        for kind, record in _LISTS.items()
        if kind in files
    }
    for name, record in _SINGLES.items():
        if name in files and files[name].is_yaml:
            file = files[name]
            entries[name] = (Entry(file, (), name, file.record(record, file.content, ())),)
    if not missing and all(file.is_yaml for file in files.values()):
        check(entries)
    problems = (*missing, *(problem for file in files.values() for problem in file.problems()))
    if problems:
        raise InvalidKnowledge(problems)
    return _assembled(entries)


def _why_unreadable(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not a text in UTF-8"
    if isinstance(error, FileNotFoundError):
        return "this knowledge file is missing"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def _entries(file: YamlFile, kind: type) -> Iterator[Entry]:
    if not file.is_yaml:
        return
    if not isinstance(file.content, list):
        file.add((), "expected a list of entries")
        return
    for index, value in enumerate(file.content):
        record = file.record(kind, value, (index,))
        name = value.get("id") if isinstance(value, dict) else None
        yield Entry(file, (index,), name if isinstance(name, str) else "", record)


def _assembled(entries: Mapping[str, tuple[Entry, ...]]) -> Knowledge:
    records: dict[str, Any] = {
        kind: {entry.id: entry.record for entry in entries[kind]} for kind in _LISTS
    }
    records["mechanisms"] = {
        mechanism.id: replace(
            mechanism,
            links=tuple(replace(link, mechanism=mechanism.id) for link in mechanism.links),
        )
        for mechanism in records["mechanisms"].values()
    }
    records |= {name: entries[name][0].record for name in _SINGLES}
    return Knowledge(**records)
