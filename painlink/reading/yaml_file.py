"""A strict reader of knowledge files: every mistake is collected, none stops the reading."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import yaml

from painlink.errors import Problem
from painlink.model.words.texts import Path
from painlink.reading.limits import MOST_PROBLEMS, Allowance
from painlink.reading.records import blank, meant, record_of
from painlink.reading.yaml_nodes import parse
from painlink.reading.yaml_text import place_of

T = TypeVar("T")
# What was meant is looked for among so many words so alike.
_MOST_COMPARED, _LONGEST_MEANT, _NEAR = 1000, 60, 6
_LONGEST_PATH = 80


class TooManyProblems(Exception):
    """Raised when a file has more problems than anybody would read."""


class YamlFile:
    """One knowledge file: its plain content, and the problems found in it.

    *shown* is what pages call it; what it holds and what is told of it is taken off *allowance*.
    """

    def __init__(
        self, name: str, text: str, shown: str = "", allowance: Allowance | None = None
    ) -> None:
        self.name = name
        self.shown = shown
        self._allowance = allowance or Allowance()
        parsed = parse(text, self._allowance)
        self.content = parsed.value
        self._node = parsed.node
        self._keys: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = {}
        self._faults = parsed.faults
        self._found: list[Problem] = []

    @property
    def is_yaml(self) -> bool:
        """Whether the text could be parsed at all."""
        return not self._faults

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it; the writing may still be mended."""
        return self.is_yaml and all(one.is_warning for one in self._found)

    @property
    def is_full(self) -> bool:
        """Whether there are as many problems as anybody would read, in it or in all files."""
        return len(self._found) == MOST_PROBLEMS or not self._allowance.problems

    def add(self, path: Path, message: str, *, is_warning: bool = False) -> None:
        """Note one problem at *path*.

        Raises:
            TooManyProblems: when there are too many already.
        """
        if self.is_full:
            raise TooManyProblems
        self._allowance.problems -= 1
        line, column = self._place(path)
        self._found.append(Problem(self.name, line, column, _dotted(path), message, is_warning))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Return which of the *known* words may be meant by *word*, to end a message with."""
        self._allowance.hints -= 1
        if self._allowance.hints < 0 or len(word) > _LONGEST_MEANT:
            return ""
        near = [one for one in known if abs(len(one) - len(word)) <= _NEAR]
        return meant(word, near) if len(near) <= _MOST_COMPARED else ""

    def problems(self) -> Iterator[Problem]:
        """Yield every problem, from top to bottom, with line and column of the nearest node."""
        for fault in self._faults[:MOST_PROBLEMS]:
            yield Problem(self.name, fault.line, fault.column, "", fault.message)
        if not self.is_yaml:
            return
        yield from sorted(self._found, key=lambda one: (one.line, one.column))
        if self.is_full and self._found:
            told = f"{len(self._found):,} problems or more; mend these first"
            all_warnings = all(one.is_warning for one in self._found)
            yield Problem(self.name, 0, 0, "", told, all_warnings)

    def _place(self, path: Path) -> tuple[int, int]:
        """Return line and column of what stands at *path*, of a key where it has one."""
        inner = place = self._node
        for step in path:
            if isinstance(inner, yaml.MappingNode):
                if id(inner) not in self._keys:
                    pairs = inner.value
                    self._keys[id(inner)] = {key.value: (key, value) for key, value in pairs}
                place, inner = self._keys[id(inner)].get(str(step), (place, None))
            elif isinstance(inner, yaml.SequenceNode) and isinstance(step, int):
                place = inner = inner.value[step]
        return place_of(place.start_mark) if place else (1, 1)  # of an empty file

    def record(self, kind: type[T], value: object, path: Path) -> tuple[T, bool]:
        """Return *value* as a record of *kind*, and whether it is whole.

        What does not fit is noted and left blank, so that the rest can be looked at all the same.
        """
        blanks = 0

        def note(path: Path, message: str, /, *, blank: bool = True) -> None:
            nonlocal blanks
            blanks += blank
            self.add(path, message)

        try:
            return record_of(kind, value, path, note), not blanks
        except TooManyProblems:
            return blank(kind), False


class FileEntry(NamedTuple):
    """One entry of a knowledge file; parts of *record* are blank where it is not whole."""

    file: YamlFile
    path: Path
    id: str
    record: Any
    is_whole: bool

    def add(self, path: Path, message: str, *, is_warning: bool = False) -> None:
        """Note one problem at *path* within the entry."""
        self.file.add((*self.path, *path), message, is_warning=is_warning)


FileEntries = Mapping[str, tuple[FileEntry, ...]]


def _dotted(path: Path) -> str:
    dotted = ".".join(map(str, path))
    return dotted if len(dotted) <= _LONGEST_PATH else f"{dotted[:_LONGEST_PATH]}..."
