"""What makes a text no YAML that painlink reads, told in plain words and with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

import yaml

from painlink.phrases import TURNING, shortened, unseen

_LONGEST_SHOWN = 200
# What people most often did where the parser stumbles, by a part of its words.
_HINTS = {
    "mapping values": "a text that holds ': ' stands in quotes, or the line stands too far in",
    "tab": "indent with spaces, not with tabs",
    "cannot start any token": "a text that begins so stands in quotes",
    "',' or": "a bracket is not closed, or a text with one needs quotes",
    "could not find expected ':'": "here or in the line before, ':' or a space after it is missing",
    "alphabetic or numeric": "a list begins with '- '; a text that begins so stands in quotes",
    "end of stream": "a quote is not closed",
    "expected": "it stands further in or out than the lines around it, or a quote ends too early",
    "not allowed": "it stands further in or out than the lines around it",
}
# What is told of a name that begins with & or *, and of a second document, by the parser's words.
_SAID = {
    "found undefined alias": "not valid YAML: nothing is called {}",
    "second occurrence": "not valid YAML: the name {} is given twice",
    "but found another document": "a file holds one document; here a second begins",
}
_NAME = re.compile(r"[&*]([^\s,\[\]{}]+)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PASTED_SPACE = re.compile(r"^ *\N{NO-BREAK SPACE}", re.MULTILINE)
# YAML 1.1 ends a line there, YAML 1.2 and editors do not: lines would be told wrong.
_ODD_LINE_ENDS = "\x85\u2028\u2029"
_ODD = re.compile(f"[{_ODD_LINE_ENDS}]")
_TURNS = re.compile(f"[{TURNING}]")
# What only an escape can make: YAML itself holds none of it.
_STEERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


class Mark(Protocol):
    """A place in a text, as PyYAML tells it: from 0."""

    line: int
    column: int


class Fault(NamedTuple):
    """What makes a text no YAML that painlink reads; lines count from 1, 0 is not known."""

    line: int
    column: int
    message: str


class Unusable(Exception):
    """Raised when reading on is of no use."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def place_of(mark: Mark | None) -> tuple[int, int]:
    """Return line and column of *mark*, from 1; 0 is not known."""
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def fault_at(mark: Mark | None, message: str) -> Fault:
    """Return a fault with *message* at *mark*."""
    return Fault(*place_of(mark), message)


def refused_characters(text: str) -> Iterator[Fault]:
    """Yield each place of *text* with a character that no file may hold."""
    if text.isascii() or not (_ODD.search(text) or any(_unseen(text))):
        return
    for number, line in enumerate(_LINE_END.split(text), 1):
        found = (*_ODD.finditer(line), *_unseen(line))
        for one in sorted(found, key=lambda one: one.start()):
            told = _cannot_stand(one.group())
            is_odd = one.group() in _ODD_LINE_ENDS
            told = f"not valid YAML: {told}" if is_odd else f"{told}: nobody sees it"
            yield Fault(number, one.start() + 1, told)


def refusal(value: str) -> str:
    """Return why *value*, which escapes may have made, cannot stand in a file, or nothing."""
    if value.isprintable() and value.isascii():
        return ""
    found = (*_STEERS.finditer(value), *_unseen(value))
    if not found:
        return ""
    return f"{_cannot_stand(min(found, key=lambda one: one.start()).group())}: nobody sees it"


def _unseen(text: str) -> Iterator[re.Match[str]]:
    """Yield each letter of *text* that nobody sees, or that turns what follows it."""
    yield from unseen(text)
    yield from _TURNS.finditer(text)


def _cannot_stand(character: str) -> str:
    return f"the character U+{ord(character):04X} cannot stand here"


def fault_of(text: str, error: Exception) -> Fault:
    """Return where and why PyYAML's *error* says that *text* is no YAML."""
    if isinstance(error, yaml.MarkedYAMLError):
        problem, mark = str(error.problem or error.context), error.problem_mark
        for beginning, told in _SAID.items():
            if mark and problem.startswith(beginning):
                name = _NAME.search(text, mark.index)
                return fault_at(mark, told.format(repr(shortened(name[1] if name else ""))))
        told = f"not valid YAML: {problem}{_hint(text, error)}"
        return fault_at(mark or error.context_mark, told)
    if isinstance(error, yaml.reader.ReaderError):
        # The two parsers count its position in different units; the first such character is it.
        letter = error.character
        letter = chr(letter) if isinstance(letter, int) else letter
        told = f"not valid YAML: {_cannot_stand(letter)}"
        return Fault(*_place(text, text.find(letter)), told)
    reason = " ".join(str(error).split())[:_LONGEST_SHOWN]
    return Fault(0, 0, f"not valid YAML: {reason}")


def _place(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at *index*."""
    lines = _LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def _hint(text: str, error: yaml.MarkedYAMLError) -> str:
    """Return in plain words what may have led to *error*, to end its message with."""
    if pasted := _PASTED_SPACE.search(text):
        line, _ = _place(text, pasted.start())
        return f"; line {line} begins with no-break spaces: type plain ones"
    problem = str(error.problem or error.context)
    at = error.problem_mark.index if error.problem_mark else -1
    if "cannot start any token" in problem and text[at : at + 1] == "\t":
        return f"; {_HINTS['tab']}"
    said = next((hint for part, hint in _HINTS.items() if part in problem), "")
    opened = error.context_mark.line + 1 if error.context_mark and "quote" in said else 0
    return f"; {said}{f', which begins in line {opened}' if opened else ''}" if said else ""
