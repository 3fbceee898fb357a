"""What an entry points to: the ids of others that stand in it, each with its place and kind."""

from collections.abc import Iterator
from itertools import chain

from painlink.model.entries import (
    AmbiguousWord,
    Approach,
    Area,
    Link,
    Mechanism,
    Pair,
    RedFlag,
)
from painlink.model.grades import Evidence
from painlink.model.texts import Path


def references(record: object) -> Iterator[tuple[Path, str, str]]:
    """Yield path, kind and id of everything that *record* points to."""
    match record:
        case Area():
            yield from _each("red_flags", "red_flags", record.red_flags)
            yield from _each("today", "red_flags", record.today)
            yield from _each("soon", "red_flags", record.soon)
            if record.part_of:
                yield ("part_of",), "areas", record.part_of
        case AmbiguousWord():
            yield from _each("areas", "areas", record.areas)
        case Mechanism():
            for index, link in enumerate(record.links):
                for path, kind, target in references(link):
                    yield ("links", index, *path), kind, target
        case Link():
            if record.mechanism:
                yield ("mechanism",), "mechanisms", record.mechanism
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
            for key in ("combination", "both_is_a_sign"):
                for index, group in enumerate(getattr(record, key)):
                    for path, kind, target in _each(key, "areas", group):
                        yield (path[0], index, path[1]), kind, target
            yield from _each("turns_into", "red_flags", record.turns_into)
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
