"""What stands in an entry: the texts that readers read, and the ids of others it points to.

A text cites a source as `[source-id]`.
"""

import re
from collections.abc import Hashable, Iterator
from functools import cache
from itertools import chain
from typing import get_args

from painlink.model.areas import AmbiguousWord, Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, RedFlag
from painlink.model.fields import fields
from painlink.model.figures import Shares
from painlink.model.grades import Evidence, Prose

CITATION = re.compile(r"\s?\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")
_SENTENCE_END = r"(?<=[.?!])\s+"

Path = tuple[str | int, ...]


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*; none of painlink's abbreviations ends in a full stop."""
    return re.split(_SENTENCE_END, text)


def prose(
    record: object, path: Path = (), evidence: frozenset[str] = frozenset()
) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield path, text and the sources it may cite (none: any) of every prose text in *record*."""
    return _texts(record, Prose, path, evidence)


def names_in(record: object) -> Iterator[tuple[Path, str]]:
    """Yield path and text of all else in *record* that is in words: names, phrases, ids."""
    return ((path, text) for path, text, _ in _texts(record, str, (), frozenset()))


def _texts(
    record: object, wanted: Hashable, path: Path, evidence: frozenset[str]
) -> Iterator[tuple[Path, str, frozenset[str]]]:
    if not isinstance(record, tuple) or not fields(record):
        return
    own = frozenset(
        piece.source for piece in getattr(record, "evidence", ()) if isinstance(piece, Evidence)
    )
    for place, key, is_wanted in _telling(type(record), wanted):
        value = record[place]
        many = isinstance(value, tuple) and not fields(value)
        for step, item in enumerate(value) if many else [(None, value)]:
            here = (*path, key) if step is None else (*path, key, step)
            if is_wanted and isinstance(item, str):
                yield here, item, own or evidence
            else:
                yield from _texts(item, wanted, here, own or evidence)


@cache
def _telling(kind: type, wanted: Hashable) -> tuple[tuple[int, str, bool], ...]:
    """Return place, key and whether it is *wanted* of each field of *kind* that may hold some."""
    hints = [kind.__annotations__[name] for name in fields(kind)]
    return tuple(
        (place, name.rstrip("_"), _holds(hint, wanted))
        for place, (name, hint) in enumerate(zip(fields(kind), hints, strict=True))
        if _holds(hint, wanted) or _holds_records(hint)
    )


def _holds(hint: object, wanted: object) -> bool:
    """Return whether the type *hint* is *wanted*, or made of it: a list of it, or it or None."""
    if hint == Prose:  # which is made of `str`, and is no name
        return wanted == Prose
    return hint == wanted or any(_holds(argument, wanted) for argument in get_args(hint))


def _holds_records(hint: object) -> bool:
    """Return whether the type *hint* is a class of records, or made of one."""
    return bool(fields(hint)) or any(map(_holds_records, get_args(hint)))


def references(record: object) -> Iterator[tuple[Path, str, str]]:
    """Yield path, kind and id of everything that *record* points to."""
    match record:
        case Area():
            yield from _each("red_flags", "red_flags", record.red_flags)
            yield from _each("today", "red_flags", record.today)
            yield from _each("soon", "red_flags", record.soon)
            if record.part_of:
                yield ("part_of",), "areas", record.part_of
            if guidance := record.guidance:
                told = chain(
                    _each("pages", "sources", guidance.pages),
                    [(("group",), "sources", guidance.group)] if guidance.group else (),
                    _evidence_references(guidance.evidence),
                )
                yield from ((("guidance", *path), kind, target) for path, kind, target in told)
        case AmbiguousWord():
            yield from _each("areas", "areas", record.areas)
        case Mechanism():
            if everyday := record.everyday:
                told = chain(
                    _each("areas", "areas", everyday.areas),
                    _evidence_references(everyday.evidence),
                )
                yield from ((("everyday", *path), kind, target) for path, kind, target in told)
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
            yield from _each("seen_sooner", "red_flags", record.seen_sooner)
            yield from _each("through", "areas", record.through)
            yield from _share_references(record.shares)
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
                    _each("areas", "areas", benefit.areas),
                    _share_references(benefit.shares),
                    _evidence_references(benefit.evidence),
                ):
                    yield ("benefits", index, *path), kind, target


def _each(key: str, kind: str, ids: tuple[str, ...]) -> Iterator[tuple[Path, str, str]]:
    for index, id_ in enumerate(ids):
        yield (key, index), kind, id_


def _share_references(shares: Shares | None) -> Iterator[tuple[Path, str, str]]:
    for index, share in enumerate(shares.groups if shares else ()):
        yield ("shares", "groups", index, "source"), "sources", share.source


def _evidence_references(evidence: tuple[Evidence, ...]) -> Iterator[tuple[Path, str, str]]:
    for index, piece in enumerate(evidence):
        yield ("evidence", index, "source"), "sources", piece.source
