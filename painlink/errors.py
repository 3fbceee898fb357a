"""Every error painlink raises on purpose.

::

    PainlinkError
    ├── NoPlaceFound         1   a text that names no place that hurts
    ├── UnknownEntry         1   an id or name that names nothing
    ├── AmbiguousArea        1   a word that could be two areas
    ├── NothingFound         1   words that nothing holds
    ├── TooManyAreas         2   more areas than one page can tell about
    ├── ExclusiveOptions     2   two options that cannot go together
    ├── OptionNeedsAnother   2   an option that means nothing without another
    ├── UnknownEnding        2   the name of a file that does not say in which form to write
    ├── NoSuchPath           2   no file or folder to read knowledge from
    ├── UnknownCommand       2   no such command
    ├── UnknownKind          2   no such kind of knowledge file
    ├── FilterDoesNotApply   2   a filter of a listing that has nothing to filter
    ├── InvalidKnowledge     3   knowledge files that are missing or break a rule
    └── CannotWrite          4   the answer could not be written
        └── FileExists       4   the file to write to is there already

The number is the exit code. Each error carries the facts and builds its own message: what
happened, then what to do.
"""

from enum import IntEnum
from typing import NamedTuple

from painlink.phrases import counted, joined, printable, shortened, visible

_PRINTED = "cannot write a PDF. Write .html, open it in a browser and print it to PDF."
_OPENED = "cannot write for a word processor. Write .html: word processors open it."
_OF_OTHERS = {".pdf": _PRINTED, **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), _OPENED)}
_MOST_LISTED = 20  # more would push the first ones off the screen


class ExitCode(IntEnum):
    """What the exit status of the command means; Ctrl-C gives 130."""

    DONE = 0
    NOT_FOUND = 1
    USAGE = 2
    INVALID_KNOWLEDGE = 3
    CANNOT_WRITE = 4


class PainlinkError(Exception):
    """An error with a message for the reader and an exit code for the shell."""

    exit_code = ExitCode.NOT_FOUND

    def followed_by(self, line: str) -> "PainlinkError":
        """Return the error with one more line behind its message."""
        self.args = (f"{self}\n{line}",)
        return self


class NoPlaceFound(PainlinkError):
    """Raised when a text names no place that hurts; it may only speak of one that is *left_out*."""

    def __init__(
        self, text: str, *, left_out: str | None = None, mechanism: str | None = None
    ) -> None:
        self.text = text
        self.left_out = left_out
        self.mechanism = mechanism
        if left_out is not None:
            more = f"If it hurts there, type: painlink explain {left_out}."
        elif mechanism is not None:
            more = f"Read of that: painlink show {mechanism}. For two pains, name their places."
        else:
            more = "Name the places, for example: painlink explain back headache."
        super().__init__(f"no place that hurts in {_shown(text)}. {more} See: painlink list areas")


class UnknownEntry(PainlinkError):
    """Raised when an id or name belongs to nothing in the knowledge."""

    def __init__(self, word: str, suggestions: tuple[str, ...] = ()) -> None:
        self.word = word
        self.suggestions = suggestions
        super().__init__(
            f"nothing called {_shown(word)}.{_did_you_mean(suggestions)} See: painlink list"
        )


class AmbiguousArea(PainlinkError):
    """Raised when a word could mean several areas, so that painlink asks back."""

    def __init__(self, word: str, areas: tuple[str, ...]) -> None:
        self.word = word
        self.areas = areas
        super().__init__(f"{_shown(word)} could be {joined(areas, 'or')}. Which one hurts?")


class TooManyAreas(PainlinkError):
    """Raised when more areas are named than one page can tell about."""

    exit_code = ExitCode.USAGE

    def __init__(self, named: int, most: int) -> None:
        self.named = named
        self.most = most
        super().__init__(
            f"you named {named} areas; here at most {most} can stand. "
            "If it hurts in many places, try: painlink explain widespread"
        )


class NothingFound(PainlinkError):
    """Raised when no entry holds any of the words searched for."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(f"nothing found for {_shown(words)}. See: painlink list areas")


class UnknownKind(PainlinkError):
    """Raised when there is no such kind of knowledge file."""

    exit_code = ExitCode.USAGE

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        self.word = word
        super().__init__(f"no kind of file called {_shown(word)}. There are {joined(known)}.")


class UnknownCommand(PainlinkError):
    """Raised when there is no such command; *instead* is what may be meant, where that is clear."""

    exit_code = ExitCode.USAGE

    def __init__(self, word: str, instead: str | None) -> None:
        self.word = word
        self.instead = instead
        more = f" Did you mean: {visible(instead)}?" if instead else ""
        super().__init__(f"no command called {_shown(word)}.{more} See: painlink --help")


class FilterDoesNotApply(PainlinkError):
    """Raised when a listing has nothing that a filter could be held against."""

    exit_code = ExitCode.USAGE

    def __init__(self, option: str, kind: str) -> None:
        super().__init__(f"{option} does not apply to {kind}. See: painlink list --help")


class ExclusiveOptions(PainlinkError):
    """Raised when two options are given of which only one can hold."""

    exit_code = ExitCode.USAGE

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} cannot be used together. Choose one of them.")


class OptionNeedsAnother(PainlinkError):
    """Raised when an option is given without the one that gives it a meaning."""

    exit_code = ExitCode.USAGE

    def __init__(self, option: str, other: str) -> None:
        super().__init__(f"{option} means nothing without {other}.")


class UnknownEnding(PainlinkError):
    """Raised when the ending of a file names no form that an answer can be written in."""

    exit_code = ExitCode.USAGE

    def __init__(self, ending: str, known: tuple[str, ...]) -> None:
        self.ending = ending
        unknown = f"cannot tell the form from '{ending}'. Use {joined(known, 'or')}, or say which"
        super().__init__(_OF_OTHERS.get(ending, f"{unknown} form you want, such as --html."))


class NoSuchPath(PainlinkError):
    """Raised when there is no file or folder where knowledge was to be read from."""

    exit_code = ExitCode.USAGE

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"there is no file or folder {_shown(path)} to read.")


class Problem(NamedTuple):
    """One mistake in a knowledge file; *line* and *column* count from 1, 0 if not known.

    A *warning* is a break of a rule for the writing: the file can still be used.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        """Return the problem as editors and compilers write one: file:line:column: what."""
        file = shortened(self.file)
        parts = (
            f"{file}:{self.line}:{self.column}" if self.line else file,
            self.path,
            "warning" if self.is_warning else "",
            self.message,
        )
        return visible(": ".join(filter(None, parts)))


class InvalidKnowledge(PainlinkError):
    """Raised when knowledge files are missing or break a rule; lists the problems at once."""

    exit_code = ExitCode.INVALID_KNOWLEDGE

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        lines = [f"  {problem}" for problem in problems[:_MOST_LISTED]]
        if len(problems) > _MOST_LISTED:
            lines.append("  To see them all: painlink validate PATH")
        told = f"the knowledge files have {counted(len(problems), 'problem')}:"
        super().__init__("\n".join((told, *lines)))


class CannotWrite(PainlinkError):
    """Raised when the answer could not be written, for example because the disk is full."""

    exit_code = ExitCode.CANNOT_WRITE

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"could not write to {target}: {reason}.")


class FileExists(CannotWrite):
    """Raised when the file to write to exists and nobody said that it may be replaced."""

    def __init__(self, target: str) -> None:
        super().__init__(target, "it exists already. To replace it, add --force")


def _shown(word: str) -> str:
    return f"'{printable(word)}'"


def _did_you_mean(suggestions: tuple[str, ...]) -> str:
    if not suggestions:
        return ""
    return f" Did you mean {joined([_shown(one) for one in suggestions], 'or')}?"
