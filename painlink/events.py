"""The events of PyYAML's parser, and what makes a text no YAML that painlink reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import yaml

_LONGEST_SHOWN = 200


class Mark(Protocol):
    """A place in a text, as PyYAML tells it: from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
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
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        told = f"not valid YAML: {error.problem or error.context}"
        raise Unusable(fault_at(error.problem_mark or error.context_mark, told)) from None
    except yaml.reader.ReaderError as error:
        # The two parsers count its position in different units; the first such character is it.
        code = error.character if isinstance(error.character, int) else ord(error.character)
        before = text.partition(chr(code))[0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        told = f"not valid YAML: the character U+{code:04X} cannot stand here"
        raise Unusable(Fault(line, column, told)) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reason = " ".join(str(error).split())[:_LONGEST_SHOWN]
        raise Unusable(Fault(0, 0, f"not valid YAML: {reason}")) from None
