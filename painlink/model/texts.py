"""The texts that readers read, and the citations that stand in them as `[source-id]`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from painlink.model.fields import fields
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
    if not isinstance(record, tuple) or not fields(record):
        return
    own = frozenset(
        piece.source for piece in getattr(record, "evidence", ()) if isinstance(piece, Evidence)
    )
    for place, key, is_prose in _telling(type(record)):
        value = record[place]
        many = isinstance(value, tuple) and not fields(value)
        for step, item in enumerate(value) if many else [(None, value)]:
            here = (*path, key) if step is None else (*path, key, step)
            if is_prose and isinstance(item, str):
                yield here, item, own or evidence
            else:
                yield from prose(item, here, own or evidence)


@cache
def _telling(kind: type) -> tuple[tuple[int, str, bool], ...]:
    """Return place, key and whether it is prose of each field of *kind* that may hold some."""
    hints = [kind.__annotations__[name] for name in fields(kind)]
    return tuple(
        (place, name.rstrip("_"), _holds(hint, Prose))
        for place, (name, hint) in enumerate(zip(fields(kind), hints, strict=True))
        if _holds(hint, Prose) or _holds_records(hint)
    )


def _holds(hint: object, wanted: object) -> bool:
    """Return whether the type *hint* is *wanted*, or made of it: a list of it, or it or None."""
    return hint == wanted or any(_holds(argument, wanted) for argument in get_args(hint))


def _holds_records(hint: object) -> bool:
    """Return whether the type *hint* is a class of records, or made of one."""
    return bool(fields(hint)) or any(map(_holds_records, get_args(hint)))
