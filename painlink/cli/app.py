"""The commands: they parse what is typed and return what makes the page that answers it.

What a command needs is imported inside it: `--version`, `--help` and usage errors stay fast.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from painlink import __version__
from painlink.cli import authoring, completion
from painlink.cli.answer import Answer, Commands, MakePage, answer
from painlink.model.grades import Certainty
from painlink.pages.kinds import Kind

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge
    from painlink.pages.blocks import Page


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,  # Rich's help doubles the cost of help and of every usage error
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

Areas = Annotated[
    list[str],
    typer.Argument(
        metavar="AREA...",
        help="Where it hurts, in your own words: back headache",
        autocompletion=completion.area,
    ),
]
SomeAreas = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[AREA...]",
        help="Where it hurts; none for all areas.",
        autocompletion=completion.area,
    ),
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

        answer(start_page.page)


@app.command(cls=Answer)
def explain(
    areas: Areas,
    full: Annotated[bool, typer.Option("--full", help="Show everything, every source.")] = False,
) -> MakePage:
    """Explain how pains may be linked: two areas, one, or more.

    For example: painlink explain back headache
    """
    from functools import partial

    from painlink.pages import explanation

    return _explained(areas, partial(explanation.page, full=full))


@app.command(cls=Answer)
def handout(areas: Areas) -> MakePage:
    """Make a sheet to print, fill in by hand and bring to a visit: two sides.

    For example: painlink handout back headache -o handout.html
    """
    from painlink.pages import handout as sheet

    return _explained(areas, sheet.page)


@app.command("list", cls=Answer)
def list_(
    kind: Annotated[
        Kind,
        typer.Argument(metavar="[KIND]", case_sensitive=False, help="One of: " + ", ".join(Kind)),
    ] = Kind.MECHANISMS,
    area: Annotated[
        str | None,
        typer.Option(
            metavar="AREA",
            help="Only what concerns this area.",
            autocompletion=completion.area,
        ),
    ] = None,
    certainty: Annotated[
        Certainty | None,
        typer.Option(
            metavar="LEVEL",
            case_sensitive=False,
            help="Only what has a link of this level: " + ", ".join(Certainty),
        ),
    ] = None,
    mechanism: Annotated[
        str | None,
        typer.Option(
            metavar="MECHANISM",
            help="Only what this mechanism joins.",
            autocompletion=completion.mechanism,
        ),
    ] = None,
) -> MakePage:
    """List mechanisms, areas, pairs, approaches, red flags or sources.

    For example: painlink list mechanisms --area neck
    """
    from painlink.explain.selection import Selection
    from painlink.names.understanding import mechanism as mechanism_called
    from painlink.names.understanding import one_area
    from painlink.pages import listing

    def page(knowledge: "Knowledge") -> "Page":
        selection = Selection(
            area=one_area(knowledge, area) if area is not None else None,
            certainty=certainty,
            mechanism=mechanism_called(knowledge, mechanism) if mechanism is not None else None,
        )
        return listing.page(knowledge, kind, selection)

    return page


@app.command(cls=Answer)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
) -> MakePage:
    """Search names and texts; each hit comes with the command that opens it.

    For example: painlink search trigger points
    """
    from painlink.names.search import search as searched
    from painlink.pages import found

    query = " ".join(words)
    return lambda knowledge: found.page(knowledge, query, searched(knowledge, query))


@app.command(cls=Answer)
def show(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id or a name: central-sensitization",
            autocompletion=completion.entry,
        ),
    ],
) -> MakePage:
    """Show one mechanism, area, approach, red flag or source, whole.

    For example: painlink show central-sensitization
    """
    from painlink.names.understanding import entry
    from painlink.pages import entry as entry_page

    return lambda knowledge: entry_page.page(knowledge, entry(knowledge, " ".join(name)))


@app.command(cls=Answer)
def redflags(
    areas: SomeAreas = None,
) -> MakePage:
    """Show every warning sign of these areas, the most urgent first.

    For example: painlink redflags back headache
    """
    from painlink.names.understanding import understand
    from painlink.pages import warnings

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas) if areas else ()
        return warnings.page(knowledge, tuple(one.area for one in understood), understood)

    return page


@app.command(cls=Answer)
def about() -> MakePage:
    """Say who wrote and reviewed this, how grades are given, and how privacy is kept.

    For example: painlink about --plain
    """
    from painlink.pages import about as about_page

    return lambda knowledge: about_page.page(knowledge, __version__)


app.command()(authoring.validate)
app.command()(authoring.schema)


def prepare_only(name: str) -> None:
    """Have Typer prepare the command *name* alone, if there is one; for one call of the app.

    To prepare all of them takes 1.5 ms, as long as to explain two areas.
    """
    names = [one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands]
    if name in names:
        app.registered_commands = [app.registered_commands[names.index(name)]]


def _explained(areas: list[str], shown: "Callable[..., Page]") -> MakePage:
    """Return what explains the areas that the words *areas* name and has *shown* make a page."""
    from painlink.explain.explanation import outline
    from painlink.names.understanding import understand

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas)
        known = outline(knowledge, [one.area for one in understood])
        return shown(knowledge, known, understood)

    return page
