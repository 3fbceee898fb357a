"""How a command answers: the forms its page can take, where it goes, and what its errors say."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import typer
from typer._click.exceptions import ClickException  # Typer names no base of its usage errors
from typer.core import TyperCommand, TyperGroup, TyperOption

from painlink.cli import output
from painlink.errors import ExclusiveOptions, OptionNeedsAnother, PainlinkError, UnknownEnding
from painlink.phrases import visible

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge
    from painlink.pages.blocks import Page

_FORMS = {
    "plain": "Write plain text, for pipes and screen readers.",
    "markdown": "Write Markdown.",
    "html": "Write one HTML page, with a picture, to read or print.",
    "json": "Write JSON, for programs.",
}
_FORM_OF_ENDING = {
    "": "plain",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
}
_STDOUT = "-"
_LONGEST_HALF = 200  # letters of a usage error


class MakePage(Protocol):
    """What every command returns: a function that makes its page of the knowledge."""

    def __call__(self, knowledge: "Knowledge", /) -> "Page":
        """Return the page."""


class Commands(TyperGroup):
    """The group of all commands; turns every error into a sentence and an exit code."""

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
    except ClickException as error:
        output.tell(_usage(error))
        raise typer.Exit(error.exit_code) from None


def _usage(error: ClickException) -> str:
    """Return Typer's words in one line, not endless, and where to read on."""
    message = visible(error.format_message())
    if len(message) > 2 * _LONGEST_HALF:  # what was typed stands in the middle
        message = f"{message[:_LONGEST_HALF]}...{message[-_LONGEST_HALF:]}"
    stop = "" if message.endswith((".", "?")) else "."
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "painlink"
    return f"painlink: {message[:1].lower()}{message[1:]}{stop} See: {command} --help"


@cache  # all commands share them: to make them anew for each takes a millisecond
def _options() -> list[TyperOption]:
    """Return the options of every command that answers with a page."""
    return [
        *(
            TyperOption(param_decls=[f"--{form}"], is_flag=True, default=False, help=told)
            for form, told in _FORMS.items()
        ),
        TyperOption(
            param_decls=["--output", "-o"],
            type=str,
            metavar="FILE",
            help="Write to FILE; its ending chooses the form: .html, .md, .json, .txt.",
        ),
        TyperOption(
            param_decls=["--force"],
            is_flag=True,
            default=False,
            help="Replace FILE if it exists.",
        ),
        TyperOption(
            param_decls=["--data"],
            type=str,
            multiple=True,
            metavar="PATH",
            help="Lay entries of your own over those of painlink: a YAML file or a folder of them. "
            "Else those of PAINLINK_DATA.",
        ),
    ]


class Answer(TyperCommand):
    """A command that returns what makes its page; writes that page in the form asked for."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401, Typer's signature
        super().__init__(*arguments, **settings)
        self.params += _options()

    def invoke(self, ctx: Any) -> None:  # noqa: ANN401, Typer's signature
        """Run the command and write the page it makes."""
        forms = [form for form in _FORMS if ctx.params.pop(form)]
        file, force = ctx.params.pop("output"), ctx.params.pop("force")
        own = ctx.params.pop("data")
        if len(forms) > 1:
            raise ExclusiveOptions(f"--{forms[0]}", f"--{forms[1]}")
        if force and file in (None, _STDOUT):
            raise OptionNeedsAnother("--force", "--output FILE")
        answer(super().invoke(ctx), *forms, own=own, file=file, force=force)


def answer(
    make: MakePage,
    form: str | None = None,
    *,
    own: Sequence[str] = (),
    file: str | None = None,
    force: bool = False,
) -> None:
    """Write the page that *make* makes of the knowledge, as *form*, to *file* or to stdout.

    The files at *own*, or else those of `PAINLINK_DATA`, are laid over the knowledge.
    """
    from painlink.render import renderer

    if file is None or file == _STDOUT:
        styled = file is None and output.wants_style()
        render = renderer(form or ("terminal" if styled else "plain"))
        output.write(render(make(_knowledge(own)), output.width()))
    else:
        ending = Path(file).suffix.lower()
        form = form or _FORM_OF_ENDING.get(ending)
        if form is None:
            raise UnknownEnding(output.shown(ending), tuple(filter(None, _FORM_OF_ENDING)))
        render = renderer(form)
        output.write_file(render(make(_knowledge(own)), output.WIDEST), file, force=force)
        say(f"wrote {output.shown(file)}")


def _knowledge(own: Sequence[str]) -> "Knowledge":
    from painlink.knowledge.loading import load, own_paths

    knowledge = load(own=own_paths(own))
    for note in knowledge.notes:
        say(note)
    return knowledge


def say(note: str) -> None:
    """Tell the person at the keyboard something that is not part of the answer."""
    output.tell(f"painlink: {visible(note)}")
