"""Knowledge in the form that a wheel carries: checked, and nothing read but what an answer needs.

It is made of lines of JSON. The first one tells the ids of every kind, in their order, and what
is looked through whole; behind it stands each entry on a line of its own, its fields as a list.
An entry becomes a record when somebody asks for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from painlink.errors import InvalidKnowledge, Problem
from painlink.forms import OWN, SINGLES
from painlink.knowledge import Called, Knowledge, Register, Tie
from painlink.record import fields

T = TypeVar("T")
_DAMAGED = "this file is damaged; install painlink again"


def written(knowledge: Knowledge) -> str:
    """Return *knowledge* in the form that `read` takes."""
    entries = {kind: getattr(knowledge, kind) for kind in OWN}
    first = {
        "ids": {kind: list(group) for kind, group in entries.items()},
        "register": knowledge.register._asdict(),
        **{kind: getattr(knowledge, kind) for kind in SINGLES},
    }
    rest = (entry for group in entries.values() for entry in group.values())
    return "".join(f"{_dumped(one)}\n" for one in (first, *rest))


def _dumped(value: object) -> str:
    # A record is a tuple to JSON: its fields in their order.
    return json.dumps(value, separators=(",", ":"))


def read(file: Path) -> Knowledge:
    """Return the knowledge in *file*, which `written` made.

    Raises:
        InvalidKnowledge: when it cannot be read or is damaged, as far as that shows at once.
    """
    try:
        first, *lines = file.read_text(encoding="ascii").split("\n")
        told = json.loads(first)
        rest = iter(lines)
        groups: dict[str, Any] = {}
        for kind, ids in told["ids"].items():
            of_kind = dict(zip(ids, islice(rest, len(ids)), strict=True))
            groups[kind] = Entries(file, _built(OWN[kind]), of_kind)
        singles = {kind: _built(SINGLES[kind])(told[kind]) for kind in SINGLES}
        return Knowledge(**groups, **singles, register=_register(**told["register"]))
    except (OSError, ValueError, TypeError, LookupError):
        raise _damaged(file) from None


def _register(
    ties: list[Any],
    wholes: dict[str, str | None],
    names: dict[str, dict[str, Any]],
    asked_back: dict[str, str],
) -> Register:
    return Register(
        ties=tuple(map(_built(Tie), ties)),
        wholes=wholes,
        names={
            kind: {name: Called(*called) for name, called in group.items()}
            for kind, group in names.items()
        },
        asked_back=asked_back,
    )


class Entries(Mapping[str, T], Generic[T]):
    """The entries of one kind by id, in order; a line becomes a record when it is asked for."""

    def __init__(self, file: Path, build: Callable[[Any], T], lines: dict[str, str]) -> None:
        self._file = file
        self._build = build
        self._lines = lines
        self._records: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        """Return the record with this id.

        Raises:
            KeyError: when there is none.
            InvalidKnowledge: when its line is damaged.
        """
        if id_ not in self._records:
            line = self._lines[id_]
            try:
                self._records[id_] = self._build(json.loads(line))
            except (ValueError, TypeError):
                raise _damaged(self._file) from None
        return self._records[id_]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._lines)

    def __contains__(self, id_: object) -> bool:
        """Return whether there is an entry with this id; nothing is read for that."""
        return id_ in self._lines


def _damaged(file: Path) -> InvalidKnowledge:
    return InvalidKnowledge((Problem(str(file), 0, 0, "", _DAMAGED),))


@cache
def _built(annotation: Any) -> Callable[[Any], Any]:  # noqa: ANN401, as annotations are
    """Return the function that makes what *annotation* wants of what JSON holds for it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        build = _built(wanted)
        return lambda value: None if value is None else build(value)
    if origin is tuple:
        build = _built(arguments[0])
        return lambda value: tuple(map(build, value))
    if names := fields(annotation):
        parts = [_built(annotation.__annotations__[name]) for name in names]
        return lambda value: annotation(
            *(build(item) for build, item in zip(parts, value, strict=True))
        )
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    return _as_it_is


def _as_it_is(value: object) -> object:
    return value
