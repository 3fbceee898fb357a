"""The commands: they parse what is typed, call the other rooms, and write the answer.

What a command needs is imported inside it: `--version`, `--help` and usage errors stay fast.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from painlink import __version__, completion, output
from painlink.errors import ExclusiveOptions, PainlinkError
from painlink.grades import Certainty
from painlink.pages.kinds import Kind

if TYPE_CHECKING:
    from painlink.knowledge import Knowledge
    from painlink.pages.blocks import Page


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
    from painlink.names import understand
    from painlink.pages import explanation

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas)
        known = explained(knowledge, [one.area for one in understood])
        return explanation.page(knowledge, known, understood, full=full)

    _answer(page, as_json=as_json, as_plain=as_plain)


@app.command("list")
def list_(
    kind: Annotated[
        Kind,
        typer.Argument(metavar="[KIND]", case_sensitive=False, help="One of: " + ", ".join(Kind)),
    ] = Kind.MECHANISMS,
    area: Annotated[
        str | None,
        typer.Option(
            "--area", help="Only what concerns this area.", autocompletion=completion.area
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
        typer.Option(help="Only what this mechanism joins.", autocompletion=completion.mechanism),
    ] = None,
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """List mechanisms, areas, pairs, approaches, red flags or sources.

    For example: painlink list mechanisms --area neck
    """
    from painlink.names import mechanism as mechanism_called
    from painlink.names import one_area
    from painlink.pages import listing
    from painlink.selecting import Selection

    def page(knowledge: "Knowledge") -> "Page":
        selection = Selection(
            area=one_area(knowledge, area) if area is not None else None,
            certainty=certainty,
            mechanism=mechanism_called(knowledge, mechanism) if mechanism is not None else None,
        )
        return listing.page(knowledge, kind, selection)

    _answer(page, as_json=as_json, as_plain=as_plain)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    as_json: AsJson = False,
    as_plain: AsPlain = False,
) -> None:
    """Search names and texts; each hit comes with the command that opens it.

    For example: painlink search trigger points
    """
    from painlink.pages import found
    from painlink.search import search as searched

    query = " ".join(words)
    _answer(
        lambda knowledge: found.page(knowledge, query, searched(knowledge, query)),
        as_json=as_json,
        as_plain=as_plain,
    )


@app.command()
def show(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id or a name: central-sensitization",
            autocompletion=completion.entry,
        ),
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
    from painlink.names import understand
    from painlink.pages import warnings

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas) if areas else ()
        return warnings.page(knowledge, tuple(one.area for one in understood), understood)

    _answer(page, as_json=as_json, as_plain=as_plain)


@app.command()
def about(as_json: AsJson = False, as_plain: AsPlain = False) -> None:
    """Say who wrote and reviewed this, how grades are given, and how privacy is kept."""
    from painlink.pages import about as about_page

    _answer(lambda known: about_page.page(known, __version__), as_json=as_json, as_plain=as_plain)


def _answer(
    make: "Callable[[Knowledge], Page]", *, as_json: bool = False, as_plain: bool = False
) -> None:
    """Write the page that *make* makes of the knowledge, in the form asked for."""
    if as_json and as_plain:
        raise ExclusiveOptions("--json", "--plain")
    from painlink.knowledge import load
    from painlink.render import renderer

    if as_json:
        format_ = "json"
    else:
        format_ = "terminal" if output.wants_style() and not as_plain else "plain"
    output.write(renderer(format_)(make(load()), output.width()))
