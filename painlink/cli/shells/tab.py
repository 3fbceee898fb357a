"""What a shell asks when TAB is pressed: looked through, passed on to Typer, and answered.

The scripts are Typer's; so are the variables in which they say what was typed.
"""

import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from typing import NoReturn

import typer

from painlink.cli import output
from painlink.cli.app import app
from painlink.cli.shells.setting_up import SHELLS, known_to_typer
from painlink.errors import ExitCode, PainlinkError
from painlink.phrases import joined, printable

_LINE, _WORDS, _AT = "_TYPER_COMPLETE_ARGS", "COMP_WORDS", "COMP_CWORD"
_WORD = "_TYPER_COMPLETE_WORD_TO_COMPLETE"  # of PowerShell
_NUMBER = re.compile(r"[0-9]{1,6}")
_OPTION = re.compile(r"--[a-z][a-z-]*")
_WITH_VALUE = re.compile(r"(--[a-z][a-z-]*=)(\S*)$")
_FIRST_OF_EACH = {"zsh": re.compile(r"""^((?:_arguments '\*: :\(\()?")""", re.MULTILINE)}
_EACH = re.compile(r"^()(?=.)", re.MULTILINE)
_FILES = {"zsh": ("_files", "compset -P '*='; _files")}


def complete(variable: str) -> NoReturn:
    """Answer the shell that asks in the *variable* of that name, and end."""
    asked = os.environ[variable]
    action, _, shell = asked.partition("_")
    if told := _half_set(action, shell):
        output.tell(f"painlink: {told.format(variable, printable(asked))}")
        sys.exit(ExitCode.USAGE)
    before = _parted(shell) if action == "complete" else ""
    exit_code, answer = _answer()
    with suppress(PainlinkError):  # a shell that has gone asks nothing more
        output.write(_with(before, answer, shell))
    sys.exit(exit_code)


def _half_set(action: str, shell: str) -> str:
    """Return what is wrong with what the shell says, or nothing."""
    if action not in ("complete", "source") or shell not in SHELLS:
        return f"{{}} is '{{}}'. It may be {joined([f'complete_{one}' for one in SHELLS], 'or')}."
    if action == "source":
        return ""
    if shell == "bash" and not _NUMBER.fullmatch(os.environ.get(_AT, "")):
        return f"{_AT} does not say which word TAB was pressed in."
    words = _WORDS if shell == "bash" else _LINE
    return "" if words in os.environ else f"{words} does not say what was typed."


def _answer() -> tuple[int, str]:
    """Return Typer's exit code and answer; of a line with a mistake in it, nothing."""
    known_to_typer()
    told = StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(StringIO()):
            app([], prog_name="painlink")
    except (typer.Exit, typer.TyperException, PainlinkError):
        return ExitCode.USAGE, ""
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0, told.getvalue()
    return 0, told.getvalue()


def _parted(shell: str) -> str:
    """Part each option from its value, which Typer knows only so.

    Return what then stands before each answer: shells put it in place of the whole word, bash in
    place of what follows the `=`.
    """
    if shell == "bash":
        return _parted_in_bash(os.environ[_WORDS].split("\n"), int(os.environ[_AT]))
    found = _WITH_VALUE.search(os.environ[_LINE])
    if not found:
        return ""
    option, value = found.groups()
    os.environ[_LINE] = f"{os.environ[_LINE][: found.start()]}{option[:-1]} {value}"
    os.environ[_WORD] = value
    return option


def _parted_in_bash(typed: Sequence[str], at: int) -> str:
    words: list[str] = []
    before, parted = "", 0
    for number, word in enumerate(typed):
        if number == at and (found := _WITH_VALUE.fullmatch(word)):  # `=` parts no words there
            before = found[1]
            words += [before[:-1], found[2]]
            parted += 1
        elif word == "=" and words and _OPTION.fullmatch(words[-1]):
            if number == at:
                words.append("")
            parted -= number < at
        else:
            words.append(word)
    os.environ[_WORDS], os.environ[_AT] = "\n".join(words), str(at + parted)
    return before


def _with(before: str, answer: str, shell: str) -> str:
    """Return *answer* with what stands *before* each word of it."""
    if not before:
        return answer
    alone, rest = _FILES.get(shell, ("", ""))
    if alone and answer.strip() == alone:
        return f"{rest}\n"
    return _FIRST_OF_EACH.get(shell, _EACH).sub(rf"\1{before}", answer)
