"""The group of all commands, which turns every error into a sentence and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from painlink.cli import output
from painlink.cli.hints import instead_of, of_option
from painlink.errors import PainlinkError, UnknownCommand
from painlink.phrases import uncapitalized, visible

_LONGEST_HALF = 200  # letters of a usage error


class Commands(TyperGroup):
    """The group of all commands; errors end in a sentence on stderr."""

    def make_context(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401, Typer's
        """Read what is typed before the command; `--help` and `--version` answer here."""
        with _errors_told():
            # Typer's own help is never narrower than 50 columns.
            return super().make_context(*arguments, terminal_width=output.width(), **settings)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401, Typer's
        """Take `painlink help explain` for `painlink explain --help`."""
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401, Typer's
        """Return the command that is typed.

        Raises:
            UnknownCommand: when there is none, with what may be meant.
        """
        if args and self.get_command(ctx, args[0]) is None and args[0][:1] != "-":
            raise UnknownCommand(args[0], instead_of(args, self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

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
    context = getattr(error, "ctx", None)
    message = visible(getattr(error, "format_message", error.__str__)())
    if option := getattr(error, "option_name", None):
        # Typer offers any option that sounds alike; only a hint that fits is one.
        hint = of_option(option, of_painlink_itself=context is not None and not context.parent)
        message = f"no such option: {visible(option)}. {hint}".rstrip()
    if len(message) > 2 * _LONGEST_HALF:  # what was typed stands in the middle
        message = f"{message[:_LONGEST_HALF]}...{message[-_LONGEST_HALF:]}"
    stop = "" if message.endswith((".", "?")) else "."
    command = context.command_path if context else "painlink"
    return f"painlink: {uncapitalized(message)}{stop} See: {command} --help"
