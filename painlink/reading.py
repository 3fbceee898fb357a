"""A strict reader: YAML text into plain values, plain values into the records of the model.

Every mistake is collected, none stops the reading. A mistake is found as a path of keys and
indexes; only then is the same text composed again to give the path its line and column, so that
sound files never pay for positions.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from painlink.errors import Problem
from painlink.texts import Path

if TYPE_CHECKING:
    import yaml

T = TypeVar("T")
# What PyYAML lets through for impossible dates, numbers and tags, and for endless nesting.
_BEYOND_YAML = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)
_LONGEST_SHOWN = 200
Note = Callable[[Path, str], None]


class YamlFile:
    """One knowledge file: its text, its plain content, and the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.content: object = None
        self._found: list[tuple[Path, str]] = []
        self._placed: list[Problem] = []
        self._parse()

    def _parse(self) -> None:
        # Late: `painlink --version` and usage errors need no YAML.
        import yaml

        try:
            self.content = yaml.load(self.text, Loader=_strict_loader())  # noqa: S506, a safe one
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            message = f"not valid YAML: {error.problem or error.context}"
            self._placed.append(Problem(self.name, line, column, "", message))
        except (yaml.YAMLError, *_BEYOND_YAML) as error:
            message = f"not valid YAML: {' '.join(str(error).split())[:_LONGEST_SHOWN]}"
            self._placed.append(Problem(self.name, 0, 0, "", message))

    @property
    def is_yaml(self) -> bool:
        """Whether the text could be parsed at all."""
        return not self._placed

    def add(self, path: Path, message: str) -> None:
        """Note one problem at *path*."""
        self._found.append((path, message))

    def problems(self) -> Iterator[Problem]:
        """Yield every problem with the line and column of the nearest node that exists."""
        yield from self._placed
        if self._placed or not self._found:
            return
        import yaml

        # The same parser as before: PyYAML's own is stricter than the one in C.
        root = yaml.compose(self.text, Loader=_strict_loader())
        for path, message in self._found:
            line, column = _position(root, path)
            yield Problem(self.name, line, column, _dotted(path), message)

    def record(self, kind: type[T], value: object, path: Path) -> T | None:
        """Return *value* as a record of *kind*, or None with every reason noted."""
        before = len(self._found)
        record = _record(kind, value, path, self.add)
        return record if len(self._found) == before else None


def _record(kind: type[T], value: object, path: Path, note: Note) -> T | None:
    if not isinstance(value, dict):
        note(path, f"expected keys and values; found {_shown(value)}")
        return None
    known = _fields(kind)
    for key in value:
        if key not in known:
            near = get_close_matches(str(key), known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known keys: {', '.join(known)}"
            note((*path, str(key)), f"unknown key {_shown(key)}{hint}")
    read: dict[str, object] = {}
    for key, (name, annotation, required) in known.items():
        if key in value:
            read[name] = _value(annotation, value[key], (*path, key), note)
        elif required:
            note(path, f"the key {key!r} is missing")
            read[name] = None
    return kind(**read)


def _fields(kind: type) -> dict[str, tuple[str, Hashable, bool]]:
    """Return for each YAML key of *kind*: the field's name, its type, whether it must be there."""
    if kind not in _fields_of:
        hints = get_type_hints(kind)
        _fields_of[kind] = {
            field.name.rstrip("_"): (field.name, hints[field.name], field.default is MISSING)
            for field in fields(kind)
        }
    return _fields_of[kind]


_fields_of: dict[type, dict[str, tuple[str, Hashable, bool]]] = {}


def _value(annotation: Hashable, value: object, path: Path, note: Note) -> object:
    """Return *value* as *annotation* wants it; what does not fit is noted and comes back as is."""
    reader, wanted = _reader(annotation)
    return reader(wanted, value, path, note)


@cache
def _reader(annotation: Hashable) -> tuple[Callable[..., object], object]:
    """Return the function that reads what *annotation* wants, and what it reads for."""
    # Found once for each type: looking at annotations takes longer than reading what they want.
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):  # X | None; an Annotated X makes it the older form
        (wanted,) = (argument for argument in arguments if argument is not NoneType)
        return _optional, wanted
    if origin is tuple:
        return _tuple, arguments
    if is_dataclass(annotation):
        return _record, annotation
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
    return None


def _scalar(kind: type, value: object, path: Path, note: Note) -> object:
    if type(value) is not kind:
        wanted = {str: "text", int: "a whole number", bool: "true or false"}[kind]
        scalar = not isinstance(value, dict | list) and value is not None
        quoting = "; put it in quotes" if kind is str and scalar else ""
        note(path, f"expected {wanted}; found {_shown(value)}{quoting}")
    elif isinstance(value, str) and not value.strip():
        note(path, "expected text; found nothing")
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


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _position(root: "yaml.Node | None", path: Path) -> tuple[int, int]:
    """Return line and column, from 1, of the node at *path* or of its nearest parent."""
    import yaml

    node, mark = root, root.start_mark if root else None
    for step in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    found, mark = value, key.start_mark
        elif isinstance(node, yaml.SequenceNode) and step in range(len(node.value)):
            found = node.value[int(step)]
            mark = found.start_mark
        if found is None:
            break
        node = found
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


@cache
def _strict_loader() -> "type[yaml.SafeLoader]":
    """Return PyYAML's safe loader, in C where built, that also refuses a key given twice."""
    import yaml

    # The C loader is 13 times as fast; the Python one gives the same answers.
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class StrictLoader(base):  # type: ignore[misc, valid-type]  # chosen at run time
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> object:  # noqa: FBT001, PyYAML's signature
            seen: set[object] = set()
            for key, _ in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise yaml.constructor.ConstructorError(
                        problem="a key is one word", problem_mark=key.start_mark
                    )
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        problem=f"the key {key.value!r} is given twice",
                        problem_mark=key.start_mark,
                    )
                seen.add(key.value)
            return super().construct_mapping(node, deep=deep)

    return cast("type[yaml.SafeLoader]", StrictLoader)
