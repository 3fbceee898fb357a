"""The texts that readers read, and the citations that stand in them as `[source-id]`."""

import re
from collections.abc import Iterator
from typing import get_args, get_type_hints

from painlink.model import Evidence, Prose
from painlink.record import fields

CITATION = re.compile(r"\s?\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")

Path = tuple[str | int, ...]


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*; none of painlink's abbreviations ends in a full stop."""
    return _SENTENCE_END.split(text)


def prose(
    record: object, path: Path = (), evidence: frozenset[str] = frozenset()
) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield path, text and the sources it may cite (none: any) of every prose text in *record*."""
    own = frozenset(
        piece.source for piece in getattr(record, "evidence", ()) if isinstance(piece, Evidence)
    )
    for name, is_prose in _fields(type(record)):
        value = getattr(record, name)
        key = name.rstrip("_")
        many = isinstance(value, tuple) and not fields(value)
        for step, item in enumerate(value) if many else [(None, value)]:
            here = (*path, key) if step is None else (*path, key, step)
            if is_prose and isinstance(item, str):
                yield here, item, own or evidence
            elif fields(item):
                yield from prose(item, here, own or evidence)


def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    if kind not in _fields_of:
        hints = get_type_hints(kind, include_extras=True)
        _fields_of[kind] = tuple((name, _is_prose(hints[name])) for name in fields(kind))
    return _fields_of[kind]


_fields_of: dict[type, tuple[tuple[str, bool], ...]] = {}


def _is_prose(hint: object) -> bool:
    return hint == Prose or any(_is_prose(argument) for argument in get_args(hint))
