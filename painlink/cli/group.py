"""The group of all commands, which turns every error into a sentence and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from painlink.cli import output
from painlink.errors import PainlinkError
from painlink.phrases import visible

_LONGEST_HALF = 200  # letters of a usage error


class Commands(TyperGroup):
    """The group of all commands; errors end in a sentence on stderr."""

    def make_context(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401, Typer's
        """Read what is typed before the command; `--help` and `--version` answer here."""
        with _errors_told():
            # Typer's own help is never narrower than 50 columns.
            return super().make_context(*arguments, terminal_width=output.width(), **settings)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401, Typer's signature
        """Run the command."""
        with _errors_told():
            return super().invoke(ctx)


@contextmanager
def _errors_told() -> Iterator[None]:
    """Tell an error on stderr and end with its exit code."""
    try:
        with output.writing():
            try:
                yield
            except typer.Exit:  # after help and version, which Typer writes, or drops, by itself
                output.refuse_closed()
                raise
            return
        raise typer.Exit  # whoever read the help has gone
    except PainlinkError as error:
        output.tell(f"painlink: {error}")  # its lines are parted by line ends
        raise typer.Exit(error.exit_code) from None
    except typer.TyperException as error:
        output.tell(_usage(error))
        raise typer.Exit(getattr(error, "exit_code", 1)) from None


def _usage(error: typer.TyperException) -> str:
    """Return Typer's words in one line, not endless, and where to read on."""
    message = visible(getattr(error, "format_message", error.__str__)())
    if len(message) > 2 * _LONGEST_HALF:  # what was typed stands in the middle
        message = f"{message[:_LONGEST_HALF]}...{message[-_LONGEST_HALF:]}"
    stop = "" if message.endswith((".", "?")) else "."
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "painlink"
    return f"painlink: {message[:1].lower()}{message[1:]}{stop} See: {command} --help"
