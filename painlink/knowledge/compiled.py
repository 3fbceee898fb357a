"""Knowledge in the form that a wheel carries: checked, and nothing read but what an answer needs.

It is made of lines of JSON. The first one tells where the entry of each id begins, and holds what
is looked through whole; behind it stands each entry on a line of its own, its fields as a list.
An entry becomes a record when somebody asks for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from painlink.errors import InvalidKnowledge, Problem
from painlink.model.kinds import OWN, SINGLES
from painlink.model.knowledge import Knowledge, Register, Tie
from painlink.model.record import fields

T = TypeVar("T")
_READER = json.JSONDecoder()  # `json.loads` takes half as long again for a short line
Build = Callable[[Any], Any]
_DAMAGED = "this file is damaged; install painlink again"
_NAMES = ("names", "spellings")  # of the register: they are long


def written(knowledge: Knowledge) -> str:
    """Return *knowledge* in the form that `read` takes, all of it in ASCII."""
    groups: dict[str, Mapping[str, object]] = {kind: getattr(knowledge, kind) for kind in OWN}
    groups |= {key: getattr(knowledge.register, key) for key in _NAMES}
    begins: dict[str, dict[str, int]] = {kind: {} for kind in groups}
    lines: list[str] = []
    position = 0
    for kind, group in groups.items():
        for id_, entry in group.items():
            begins[kind][id_] = position
            lines.append(_dumped(entry))
            position += len(lines[-1])
    first = {
        "begins": begins,
        "register": knowledge.register._replace(**{key: {} for key in _NAMES})._asdict(),
        **{kind: getattr(knowledge, kind) for kind in SINGLES},
    }
    return "".join((_dumped(first), *lines))


def _dumped(value: object) -> str:
    # A record is a tuple to JSON: its fields in their order.
    return json.dumps(value, separators=(",", ":")) + "\n"


def read(file: Path) -> Knowledge:
    """Return the knowledge in *file*, which `written` made.

    Raises:
        InvalidKnowledge: when it cannot be read or is damaged, as far as that shows at once.
    """
    try:
        with file.open("rb") as opened:
            # Only the lines that are asked for are ever read, however many there are.
            content = mmap(opened.fileno(), 0, access=ACCESS_READ)
        first = json.loads(content[: _end(content, 0)])
        lines = _Lines(file, content)
        begins = first["begins"]
        groups: dict[str, Any] = {
            kind: Entries(lines, begins[kind], _builder(of_kind)) for kind, of_kind in OWN.items()
        }
        singles = {kind: _builder(of_kind)(first[kind]) for kind, of_kind in SINGLES.items()}
        register = Register(**first["register"])._replace(
            ties=tuple(map(_builder(Tie), first["register"]["ties"])),
            wholes=dict(first["register"]["wholes"]),
            **{key: Entries(lines, begins[key], _as_it_is) for key in _NAMES},
        )
        return Knowledge(**groups, **singles, register=register)
    except OSError as error:
        raise _unusable(file, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, TypeError, LookupError, AttributeError):
        raise _unusable(file, _DAMAGED) from None


class _Lines:
    """The lines behind the first one, by where they begin."""

    def __init__(self, file: Path, content: mmap) -> None:
        self._file = file
        self._content = content
        self._first = _end(content, 0) + 1

    def made(self, begin: int, build: Callable[[Any], T]) -> T:
        """Return what *build* makes of the line that begins at *begin*.

        Raises:
            InvalidKnowledge: when the line is damaged.
        """
        try:
            start = self._first + begin
            line = self._content[start : _end(self._content, start)].decode("ascii")
            return build(_READER.raw_decode(line)[0])
        except (ValueError, TypeError, LookupError):
            raise self.damaged() from None

    def damaged(self) -> InvalidKnowledge:
        """Return what to raise where a line is not what it should be."""
        return _unusable(self._file, _DAMAGED)


class Entries(Mapping[str, T], Generic[T]):
    """The entries of one kind by id, in order; a line becomes a record when it is asked for."""

    def __init__(self, lines: _Lines, begins: Mapping[str, int], build: Callable[[Any], T]) -> None:
        self._lines = lines
        self._begins = begins
        self._build = build
        self._made: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        """Return the entry with this id.

        Raises:
            KeyError: when there is none.
            InvalidKnowledge: when its line is damaged.
        """
        if id_ not in self._made:
            made = self._lines.made(self._begins[id_], self._build)
            if getattr(made, "id", id_) != id_:
                raise self._lines.damaged()
            self._made[id_] = made
        return self._made[id_]

    def __reduce__(self) -> tuple[type[dict[str, T]], tuple[dict[str, T]]]:
        """Return what a copy is made of: all entries, as no file can be copied along."""
        return dict, (dict(self),)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._begins)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._begins)

    def __contains__(self, id_: object) -> bool:
        """Return whether there is an entry with this id; nothing is read for that."""
        return id_ in self._begins


def _end(content: mmap, start: int) -> int:
    """Return where the line ends that begins at *start*."""
    end = content.find(b"\n", start)
    if end < 0:
        raise ValueError("a line without an end")
    return end


def _unusable(file: Path, why: str) -> InvalidKnowledge:
    return InvalidKnowledge((Problem(str(file), 0, 0, "", why),))


@cache
def _builder(annotation: Any) -> Build:  # noqa: ANN401, as annotations are
    """Return the function that makes what *annotation* wants of what JSON holds for it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(_builder(wanted))
    if origin is tuple:
        return _tuple(_builder(arguments[0]))
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


def _record(kind: Any) -> Build:  # noqa: ANN401, a class of records of any kind
    builders = [_builder(kind.__annotations__[name]) for name in fields(kind)]
    make = kind._make
    to_build = [(at, build) for at, build in enumerate(builders) if build is not _as_it_is]

    def made(values: list[Any]) -> object:
        for at, build in to_build:
            values[at] = build(values[at])
        return make(values)

    return made
