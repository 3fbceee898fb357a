"""The command `painlink` and its parts."""

from functools import partial
from typing import Annotated

import typer

from painlink import __version__
from painlink.cli.answer import answer
from painlink.cli.commands import asking, authoring, browsing, publishing
from painlink.cli.group import Commands, OneCommand
from painlink.cli.options import answers_with_a_page
from painlink.cli.shells import setting_up

app = typer.Typer(
    cls=Commands,
    add_completion=False,  # Typer's own writes into the files of a shell, and may cut them short
    rich_markup_mode=None,  # Rich's help doubles the cost of help and of every usage error
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


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
    install_completion: Annotated[  # noqa: ARG001, see above
        bool,
        typer.Option(
            "--install-completion",
            callback=setting_up.tell_how,
            help="Tell how to set your shell up, so that TAB completes.",
        ),
    ] = False,
    show_completion: Annotated[  # noqa: ARG001, see above
        bool,
        typer.Option(
            "--show-completion",
            callback=setting_up.show_script,
            help="Show the script for your shell that completes.",
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


_command = partial(app.command, cls=OneCommand)
_command()(answers_with_a_page(asking.explain))
_command()(answers_with_a_page(asking.handout))
_command("list")(answers_with_a_page(browsing.list_))
_command()(answers_with_a_page(browsing.search))
_command()(answers_with_a_page(browsing.show))
_command()(answers_with_a_page(asking.redflags))
_command()(answers_with_a_page(browsing.about))
_command()(answers_with_a_page(asking.review))
_command()(publishing.site)
_command()(authoring.validate)
_command()(authoring.schema)
