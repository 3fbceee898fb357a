"""The commands: they parse what is typed, call the other rooms, and write the answer.

Everything but Typer is imported inside the command that needs it: `--version`, `--help` and usage
errors then cost no reading of knowledge.
"""

import os
import sys
from collections.abc import Callable
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from painlink import __version__
from painlink.errors import CannotWrite, ExclusiveOptions, ExitCode, PainlinkError
from painlink.pages.kinds import Kind

if TYPE_CHECKING:
    from painlink.knowledge import Knowledge
    from painlink.pages.blocks import Page

_WIDEST = 80  # columns: longer lines are hard to read
_NARROWEST = 20


class _Commands(TyperGroup):
    """The group of all commands; turns painlink's own errors into a sentence and an exit code."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401, Typer's signature
        try:
            return super().invoke(ctx)
        except PainlinkError as error:
            typer.echo(f"painlink: {error}", err=True)
            raise typer.Exit(error.exit_code) from None


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,  # Rich's help doubles the cost of help and of every usage error
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

Areas = Annotated[
    list[str],
    typer.Argument(metavar="AREA...", help="Where it hurts, in your own words: back headache"),
]
SomeAreas = Annotated[
    list[str] | None,
    typer.Argument(metavar="[AREA...]", help="Where it hurts; none for all areas."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")]
AsPlain = Annotated[
    bool, typer.Option("--plain", help="Write plain text, for pipes and screen readers.")
]


def _print_version(wanted: bool) -> None:  # noqa: FBT001, Typer calls it by position
    if wanted:
        typer.echo(f"painlink {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001, its callback acts
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Explain how pain in one place may relate to pain in another.

    For example: painlink explain back headache

    painlink is for learning. It cannot tell what causes your pain.
    """
    if context.invoked_subcommand is None:
        from painlink.pages import start as start_page

        _answer(start_page.page)


@app.command()
def explain(
    areas: Areas,
    full: Annotated[bool, typer.Option("--full", help="Show everything, every source.")] = False,
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """Explain how pains may be linked: two areas, one, or more.

    For example: painlink explain back headache
    """
    from painlink.explain import explain as explained
    from painlink.pages import explanation

    def page(knowledge: "Knowledge") -> "Page":
        return explanation.page(
            knowledge, explained(knowledge, _understood(knowledge, areas)), full=full
        )

    _answer(page, as_json=as_json, as_plain=as_plain)


@app.command("list")
def list_(
    kind: Annotated[
        Kind, typer.Argument(metavar="[KIND]", help="One of: " + ", ".join(Kind))
    ] = Kind.MECHANISMS,
    area: Annotated[
        str | None, typer.Option("--area", help="Only what concerns this area.")
    ] = None,
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """List mechanisms, areas, pairs, approaches, red flags or sources.

    For example: painlink list mechanisms --area neck
    """
    from painlink.pages import listing

    def page(knowledge: "Knowledge") -> "Page":
        concerned = _understood(knowledge, [area])[0] if area is not None else None
        return listing.page(knowledge, kind, concerned)

    _answer(page, as_json=as_json, as_plain=as_plain)


@app.command()
def show(
    name: Annotated[
        list[str], typer.Argument(metavar="ID", help="An id or a name: central-sensitization")
    ],
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """Show one mechanism, area, approach, red flag or source, whole.

    For example: painlink show central-sensitization
    """
    from painlink.names import entry
    from painlink.pages import entry as entry_page

    _answer(
        lambda knowledge: entry_page.page(knowledge, entry(knowledge, " ".join(name))),
        as_json=as_json,
        as_plain=as_plain,
    )


@app.command()
def redflags(
    areas: SomeAreas = None,
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """Show every warning sign of these areas, the most urgent first.

    For example: painlink redflags back headache
    """
    from painlink.pages import warnings

    _answer(
        lambda knowledge: warnings.page(knowledge, tuple(_understood(knowledge, areas or []))),
        as_json=as_json,
        as_plain=as_plain,
    )


@app.command()
def about(as_json: AsJson = False, as_plain: AsPlain = False) -> None:
    """Say who wrote and reviewed this, how grades are given, and how privacy is kept."""
    from painlink.pages import about as about_page

    _answer(
        lambda knowledge: about_page.page(knowledge, __version__),
        as_json=as_json,
        as_plain=as_plain,
    )


def _understood(knowledge: "Knowledge", typed: list[str]) -> list[Any]:
    """Return the areas that *typed* names; say on stderr what an unusual word was taken for."""
    from painlink.names import understand

    understood = understand(knowledge, typed)
    for one in understood:
        if not one.is_obvious:
            typer.echo(f"painlink: '{one.typed}' is taken as the {one.area.name}.", err=True)
    return [one.area for one in understood]


def _answer(
    make: "Callable[[Knowledge], Page]", *, as_json: bool = False, as_plain: bool = False
) -> None:
    """Write the page that *make* makes of the knowledge, in the form asked for."""
    if as_json and as_plain:
        raise ExclusiveOptions("--json", "--plain")
    from painlink.knowledge import load
    from painlink.render import renderer

    format_ = "json" if as_json else "plain" if as_plain or not _wants_style() else "terminal"
    columns = get_terminal_size().columns
    width = min(max(columns, _NARROWEST), _WIDEST)
    _write(renderer(format_)(make(load()), width))


def _wants_style() -> bool:
    """Return whether to style: for a terminal, or where `FORCE_COLOR` asks for it."""
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def _write(text: str) -> None:
    """Write *text* to stdout; a reader that has gone away is no error."""
    if sys.stdout is None:
        raise CannotWrite("standard output", "it is closed")
    try:
        # A terminal that cannot show a letter gets a question mark, not a traceback.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more as it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(ExitCode.DONE) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CannotWrite("standard output", (error.strerror or str(error)).lower()) from None
