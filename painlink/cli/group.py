"""The group of all commands, which turns every error into a sentence and an exit code."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from painlink.cli import output
from painlink.cli.messages.hints import instead_of
from painlink.cli.messages.usage import sentence_of, sentence_of_typer
from painlink.errors import PainlinkError, UnknownCommand

_ENDLESS = 100_000  # columns: nothing is wrapped
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")  # between an option and what it does


class OneCommand(TyperCommand):
    """A command whose help can be read aloud."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401, Typer's
        """Return the help; for who listens, without columns."""
        return _for_the_ear(super().get_help(ctx))


class Commands(TyperGroup):
    """The group of all commands; errors end in a sentence on stderr."""

    def make_context(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401, Typer's
        """Read what is typed before the command; `--help` and `--version` answer here."""
        with _errors_told():
            # Typer's own help is never narrower than 50 columns.
            columns = _ENDLESS if output.is_read_aloud() else output.width()
            return super().make_context(*arguments, terminal_width=columns, **settings)

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401, Typer's
        """Return the help; for who listens, without columns."""
        return _for_the_ear(super().get_help(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401, Typer's
        """Take `painlink help explain` for `painlink explain --help`, and options anywhere."""
        if args[:1] == ["help"]:
            args = [*(one for one in args if one != "help"), "--help"]
        return super().parse_args(ctx, self._in_order(args))

    def _in_order(self, args: Sequence[str]) -> list[str]:
        """Return *args* with the options of a command behind it that were typed before it."""
        own = {name for one in self.params for name in one.opts}
        each = [one for command in self.commands.values() for one in command.params]
        takes_a_value = {
            name: not getattr(one, "is_flag", True) for one in each for name in one.opts
        }
        kept: list[str] = []
        moved: list[str] = []
        rest = list(args)
        while rest and rest[0].startswith("-"):
            name, value_too, _ = rest[0].partition("=")
            if name in own:
                kept.append(rest.pop(0))
                continue
            if name not in takes_a_value:
                break
            count = 2 if takes_a_value[name] and not value_too else 1
            moved += rest[:count]
            del rest[:count]
        if not moved or not rest or rest[0].startswith("-"):
            return list(args)
        return [*kept, rest[0], *moved, *rest[1:]]

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
        with _errors_told(ctx):
            return super().invoke(ctx)


@contextmanager
def _errors_told(context: typer.Context | None = None) -> Iterator[None]:
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
        output.tell(sentence_of(error, _path(context)))
        raise typer.Exit(error.exit_code) from None
    except typer.TyperException as error:
        output.tell(sentence_of_typer(error, _path(context)))
        raise typer.Exit(getattr(error, "exit_code", 1)) from None
    except EOFError as error:
        # A compiled module without its end, which Typer takes for a Ctrl-D and `__main__` tells. No
        # error of ours: it may be that of `painlink.errors`.
        raise ValueError(str(error)) from error


def _path(context: typer.Context | None) -> str:
    """Return the command that was called, with painlink in front."""
    command = context.invoked_subcommand if context else None
    return f"painlink {command}" if command else "painlink"


def _for_the_ear(told: str) -> str:
    return _GAP.sub(": ", told) if output.is_read_aloud() else told
