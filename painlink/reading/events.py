"""The events of PyYAML's parser, and what makes a text no YAML that painlink reads."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import yaml

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
_LINE_END = re.compile(r"\r\n|\r|\n")
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")
_PASTED_SPACE = re.compile(r"^ *\N{NO-BREAK SPACE}", re.MULTILINE)


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


def fault_at(mark: Mark | None, message: str) -> Fault:
    """Return a fault with *message* at *mark*."""
    return Fault(mark.line + 1, mark.column + 1, message) if mark else Fault(0, 0, message)


def events(text: str) -> "Iterator[yaml.Event]":
    """Yield the events of YAML *text*, from the parser in C where it is built.

    Raises:
        Unusable: at the first place where it is no YAML.
    """
    # Late: `painlink --version` and usage errors need no YAML.
    import yaml

    # The parser in C is 13 times as fast; the one in Python gives the same events.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if odd := _ODD_LINE_END.search(text):
        # YAML 1.1 ends a line there, YAML 1.2 and editors do not: lines would be told wrong.
        raise Unusable(_at(text, odd.start(), f"the character U+{ord(odd.group()):04X}"))
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        told = f"not valid YAML: {error.problem or error.context}{_hint(text, error)}"
        raise Unusable(fault_at(error.problem_mark or error.context_mark, told)) from None
    except yaml.reader.ReaderError as error:
        # The two parsers count its position in different units; the first such character is it.
        code = error.character if isinstance(error.character, int) else ord(error.character)
        raise Unusable(_at(text, text.find(chr(code)), f"the character U+{code:04X}")) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reason = " ".join(str(error).split())[:_LONGEST_SHOWN]
        raise Unusable(Fault(0, 0, f"not valid YAML: {reason}")) from None


def _at(text: str, index: int, what: str) -> Fault:
    return Fault(*_place(text, index), f"not valid YAML: {what} cannot stand here")


def _place(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at *index*."""
    lines = _LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def _hint(text: str, error: "yaml.MarkedYAMLError") -> str:
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
