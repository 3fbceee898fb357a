"""Plain values into records of the model, strictly: what does not fit is noted and left blank."""

from collections.abc import Callable, Hashable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Protocol, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from painlink.model.entries import IN_NO_FILE
from painlink.model.fields import fields
from painlink.model.grades import Prose
from painlink.model.words.texts import Path
from painlink.phrases import shortened
from painlink.reading.core_schema import LONGEST_INTEGER, is_too_large, resolved

T = TypeVar("T")
# Characters of a text for readers, and of a name or whatever else is no text.
LONGEST_TEXT, LONGEST_NAME = 10_000, 400
LONGEST: dict[Hashable, int] = {Prose: LONGEST_TEXT, str: LONGEST_NAME}


class Note(Protocol):
    """Notes one problem; *blank* says that what stands at its place is left out of the record."""

    def __call__(self, path: Path, message: str, /, *, blank: bool = True) -> None:
        """Note *message* at *path*."""


def meant(word: str, known: Iterable[str]) -> str:
    """Return which of the *known* words may be meant by *word*, to end a message with."""
    near = get_close_matches(shortened(word), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def blank(kind: type[T]) -> T:
    """Return a record of *kind* in which nothing is told."""
    return record_of(kind, {}, (), _unheard)


def _unheard(_: Path, __: str, /, *, blank: bool = True) -> None:
    """Note nothing."""


def record_of(kind: type[T], value: object, path: Path, note: Note) -> T:
    """Return *value* as a record of *kind*; what does not fit is noted and left blank."""
    if not isinstance(value, dict):
        note(path, f"expected keys and values; found {_shown(value)}")
        return blank(kind)
    known = keys_of(kind)
    for key in value:
        if key not in known:
            hint = meant(key, known) or f"; known keys: {', '.join(known)}"
            note((*path, key), f"unknown key {_shown(key)}{hint}", blank=False)
    read: dict[str, object] = {}
    for key, (name, annotation, required) in known.items():
        if key in value:
            read[name] = _value(annotation, value[key], (*path, key), note)
        elif required:
            note(path, f"the key {key!r} is missing")
            read[name] = _value(annotation, None, path, _unheard)
    return kind(**read)


def keys_of(kind: type) -> dict[str, tuple[str, Hashable, bool]]:
    """Return for each YAML key of *kind*: the field's name, its type, whether it must be there."""
    if kind not in _keys_of:
        hints = get_type_hints(kind, include_extras=True)
        optional = getattr(kind, "_field_defaults", {})
        _keys_of[kind] = {
            name.rstrip("_"): (name, hints[name], name not in optional)
            for name in fields(kind)
            if name not in IN_NO_FILE
        }
    return _keys_of[kind]


_keys_of: dict[type, dict[str, tuple[str, Hashable, bool]]] = {}


def _value(annotation: Hashable, value: object, path: Path, note: Note) -> object:
    """Return *value* as *annotation* wants it; what does not fit is noted and left blank."""
    reader, wanted = _reader(annotation)
    return reader(wanted, value, path, note)


@cache
def _reader(annotation: Hashable) -> tuple[Callable[..., object], object]:
    """Return the function that reads what *annotation* wants, and what it reads for."""
    # Found once for each type: looking at annotations takes longer than reading what they want.
    if annotation in LONGEST:
        return _text, LONGEST[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):  # X | None; an Annotated X makes it the older form
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        return _optional, wanted
    if origin is tuple:
        return _tuple, arguments
    if fields(annotation):
        return record_of, annotation
    if issubclass(cast("type", annotation), StrEnum):
        return _member, annotation
    return _scalar, annotation


def _optional(wanted: Hashable, value: object, path: Path, note: Note) -> object:
    return None if value is None else _value(wanted, value, path, note)


def _tuple(arguments: tuple[Hashable, ...], value: object, path: Path, note: Note) -> object:
    if not isinstance(value, list):
        note(path, f"expected a list; found {_shown(value)}")
        return ()
    if arguments[-1] is not Ellipsis and len(value) != len(arguments):
        note(path, f"expected {len(arguments)} entries; found {len(value)}")
        return ()
    return tuple(
        _value(arguments[0], item, (*path, index), note) for index, item in enumerate(value)
    )


def _member(kind: type[StrEnum], value: object, path: Path, note: Note) -> object:
    if isinstance(value, str) and value in list(kind):
        return kind(value)
    note(path, f"expected one of {', '.join(kind)}; found {_shown(value)}")
    return next(iter(kind))


def _scalar(kind: type, value: object, path: Path, note: Note) -> object:
    if type(value) is not kind:
        note(path, f"expected {_WANTED[kind]}{_found(kind, value)}")
        return kind()
    return value


_WANTED = {str: "text", int: "a whole number", bool: "true or false"}


def _found(kind: type, value: object) -> str:
    """Return what was found where *kind* was wanted, and what to do where that is plain."""
    found = f"; found {_shown(value)}"
    if isinstance(value, str):
        if kind is int and is_too_large(value):
            return f" of at most {LONGEST_INTEGER} digits{found}"
        if type(resolved(value)) is kind:
            return f"; found the text {_shown(value)}: leave its quotes out"
    elif kind is str and value is not None and not isinstance(value, dict | list):
        return f"{found}; put it in quotes"
    return found


def _text(longest: int, value: object, path: Path, note: Note) -> object:
    text = _scalar(str, value, path, note)
    if not isinstance(value, str):
        return text
    if not value.strip():
        note(path, "expected text; found nothing")
    if len(value) > longest:
        told = f"{longest:,} characters; found {len(value):,}"
        note(path, f"expected a text of at most {told}")
    return value


def _shown(value: object) -> str:
    """Return *value* as a reader of YAML would name it."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    longest = 40
    return repr(text if len(text) <= longest else text[: longest - 3] + "...")
