"""What is wrong with a call, in a sentence: what happened, what to type, and whose help to read."""

import re
from collections.abc import Iterable
from typing import Any

import typer

from painlink.cli.messages.hints import of_option
from painlink.errors import ExitCode, PainlinkError
from painlink.phrases import joined, uncapitalized, visible

_LONGEST_HALF = 200  # letters of a usage error
_EXAMPLE = re.compile(r"^For example: (painlink .+)$", re.MULTILINE)
_MISSING = {
    "areas": "say where it hurts",
    "name": "say what to show, by its id or name",
    "words": "say what to look for",
}
_NAME_AREAS = ("areas", "name")
_POINTS_ON = ": painlink "


def sentence_of(error: PainlinkError, command: str) -> str:
    """Return what *error* says; wrong usage names the help of *command*, if nothing better."""
    told = f"painlink: {error}"
    if error.exit_code is not ExitCode.USAGE or _POINTS_ON in told.removeprefix("painlink"):
        return told
    return f"{told} {_see(command)}"


def sentence_of_typer(error: typer.TyperException, command: str) -> str:
    """Return Typer's words in one line, not endless, and where to read on: the help of *command*.

    Some errors know better than who calls whose they are.
    """
    context = getattr(error, "ctx", None)
    missing = getattr(error, "param", None) if hasattr(error, "param_type") else None
    if context and missing and missing.name in _MISSING:
        return _nothing_named(context, missing.name)
    message = visible(getattr(error, "format_message", error.__str__)())
    if hasattr(error, "possibilities"):
        # Typer offers any option that sounds alike; only a hint that fits is one.
        option = getattr(error, "option_name", "")
        hint = of_option(option, *_options(context)) if context else ""
        message = f"no such option: {visible(option)}. {hint}".rstrip()
    if len(message) > 2 * _LONGEST_HALF:  # what was typed stands in the middle
        message = f"{message[:_LONGEST_HALF]}...{message[-_LONGEST_HALF:]}"
    stop = "" if message.endswith((".", "?")) else "."
    path = context.command_path if context else command
    return f"painlink: {uncapitalized(message)}{stop} {_see(path)}"


def _see(command: str) -> str:
    return f"See: {command} --help"


def _options(context: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401, Typer does not tell its name
    """Return the options of the command that was called, and those of the commands below it."""
    below = getattr(context.command, "commands", {}).values()
    return _options_of([context.command]), _options_of(below)


def _options_of(commands: Iterable[Any]) -> list[str]:
    return [
        name
        for command in commands
        for one in command.params
        for name in one.opts
        if name.startswith("-")
    ]


def _nothing_named(context: Any, argument: str) -> str:  # noqa: ANN401, see above
    """Return what to type where nothing was named: an example, and the areas there are."""
    (example,) = _EXAMPLE.findall(context.command.help)
    told = f"painlink: {_MISSING[argument]}. For example: {example}. {_see(context.command_path)}"
    return "\n".join((told, *(_areas() if argument in _NAME_AREAS else ())))


def _areas() -> Iterable[str]:
    # Late: only who names nothing pays for it.
    from painlink.knowledge.loading import load

    try:
        yield f"The areas: {joined(list(load().areas))}."
    except PainlinkError:  # that is not what was asked
        return
