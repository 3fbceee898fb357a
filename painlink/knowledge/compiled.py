"""Knowledge in the form that a wheel carries: checked, and nothing made but what an answer needs.

It is made of lines of JSON. The first one tells the ids of the entries, in order, and holds what is
looked through whole; behind it stands each entry on a line of its own, its fields as a list. An
entry becomes a record when somebody asks for it.
"""

import json
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin

from painlink.errors import InvalidKnowledge, Problem
from painlink.model.fields import fields
from painlink.model.kinds import OWN, SINGLES
from painlink.model.knowledge import Knowledge, Register, Tie
from painlink.model.words.vocabulary import Saying, Vocabulary

if TYPE_CHECKING:  # only a zipapp loads what it is from
    from importlib.resources.abc import Traversable

T = TypeVar("T")
Build = Callable[[Any], Any]
_DAMAGED = "this file is damaged; install painlink again"
_LINE_BY_LINE = ("names", "spellings")  # of the register: they are long


def compile_knowledge(knowledge: Knowledge) -> str:
    """Return *knowledge* in the form that `read_compiled` takes, all of it in ASCII."""
    register = knowledge.register
    groups: dict[str, Mapping[str, object]] = {kind: getattr(knowledge, kind) for kind in OWN}
    groups |= {key: getattr(register, key) for key in _LINE_BY_LINE}
    lexicon = dict(knowledge.lexicon)
    groups |= {"sayings": lexicon.pop("sayings"), "lexicon": lexicon}
    first = {
        "ids": {kind: list(group) for kind, group in groups.items()},
        "ties": register.ties,
        "wholes": register.wholes,
        "everyday": register.everyday,
        **{kind: getattr(knowledge, kind) for kind in SINGLES},
    }
    entries = (entry for group in groups.values() for entry in group.values())
    # A record is a tuple to JSON: its fields in their order.
    written = json.JSONEncoder(separators=(",", ":"), default=sorted).encode
    return "".join(f"{written(one)}\n" for one in (first, *entries))


def read_compiled(file: "Traversable") -> Knowledge:
    """Return the knowledge in *file*, which `compile_knowledge` made.

    Raises:
        InvalidKnowledge: when it cannot be read or is damaged, as far as that shows at once.
    """
    try:
        head, *lines = file.read_bytes().split(b"\n")
        first = json.loads(head)
        groups: dict[str, Any] = dict(_groups(file, first["ids"], lines))
        register = Register(
            ties=tuple(map(_builder(Tie), first["ties"])),
            wholes=dict(first["wholes"]),
            everyday={id_: tuple(areas) for id_, areas in first["everyday"].items()},
            **{key: groups.pop(key) for key in _LINE_BY_LINE},
        )
        singles = {kind: _builder(of_kind)(first[kind]) for kind, of_kind in SINGLES.items()}
        groups["lexicon"] = ChainMap({"sayings": groups.pop("sayings")}, groups["lexicon"])
        return Knowledge(**groups, **singles, register=register)
    except OSError as error:
        raise _unusable(file, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, TypeError, LookupError, AttributeError):
        raise _unusable(file, _DAMAGED) from None


def _groups(
    file: "Traversable", ids: Mapping[str, Sequence[str]], lines: Sequence[bytes]
) -> Iterator[tuple[str, "StoredEntries[Any]"]]:
    begin = 0
    for kind, group in ids.items():
        yield kind, StoredEntries(file, group, lines[begin : begin + len(group)], _of_kind(kind))
        begin += len(group)
    if lines[begin:] != [b""]:
        raise ValueError("a line too many, or too few")


def _of_kind(kind: str) -> Callable[[str], Build]:
    """Return what tells of each id of *kind* what makes its entry of what JSON holds."""
    if kind == "lexicon":
        return lambda field: _builder(Vocabulary.__annotations__[field])
    if kind == "sayings":
        return lambda _: _tuple(_builder(Saying))
    return lambda _: _builder(OWN[kind]) if kind in OWN else _as_it_is


class StoredEntries(Mapping[str, T], Generic[T]):
    """The entries of one kind by id, in order; a line becomes a record when it is asked for."""

    def __init__(
        self,
        file: "Traversable",
        ids: Sequence[str],
        lines: Sequence[bytes],
        build: Callable[[str], Callable[[Any], T]],
    ) -> None:
        self._file = file
        self._lines = dict(zip(ids, lines, strict=True))
        self._build = build
        self._made: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        """Return the entry with this id.

        Raises:
            KeyError: when there is none.
            InvalidKnowledge: when its line is damaged.
        """
        if id_ not in self._made:
            line = self._lines[id_]
            try:
                made = self._build(id_)(json.loads(line.decode("ascii")))
            except (ValueError, TypeError, LookupError):
                raise _unusable(self._file, _DAMAGED) from None
            if getattr(made, "id", id_) != id_:
                raise _unusable(self._file, _DAMAGED)
            self._made[id_] = made
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._lines)

    def __contains__(self, id_: object) -> bool:
        """Return whether there is an entry with this id; nothing is made for that."""
        return id_ in self._lines


def _unusable(file: "Traversable", why: str) -> InvalidKnowledge:
    return InvalidKnowledge((Problem(str(file), 0, 0, "", why),))


@cache
def _builder(annotation: Any) -> Build:  # noqa: ANN401, as annotations are
    """Return the function that makes what *annotation* wants of what JSON holds for it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(_builder(wanted))
    if origin is tuple:
        if Ellipsis in arguments:
            return _tuple(_builder(arguments[0]))
        return _fixed([_builder(argument) for argument in arguments])
    if origin is Mapping:
        return _mapping(_builder(arguments[1]))
    if origin is frozenset:
        return frozenset
    if fields(annotation):
        return _record(annotation)
    is_word = isinstance(annotation, type) and issubclass(annotation, StrEnum)
    return annotation if is_word else _as_it_is


def _as_it_is(value: object) -> object:
    return value


def _optional(build: Build) -> Build:
    if build is _as_it_is:
        return build
    return lambda value: None if value is None else build(value)


def _tuple(build: Build) -> Build:
    if build is _as_it_is:
        return tuple
    return lambda values: tuple([build(value) for value in values])


def _fixed(builds: Sequence[Build]) -> Build:
    return lambda values: tuple(build(one) for build, one in zip(builds, values, strict=True))


def _mapping(build: Build) -> Build:
    if build is _as_it_is:
        return build
    return lambda values: {key: build(value) for key, value in values.items()}


def _record(kind: Any) -> Build:  # noqa: ANN401, a class of records of any kind
    builders = [_builder(kind.__annotations__[name]) for name in fields(kind)]
    to_build = [(at, build) for at, build in enumerate(builders) if build is not _as_it_is]

    def made(values: list[Any]) -> object:
        for at, build in to_build:
            values[at] = build(values[at])
        return kind._make(values)

    return made
