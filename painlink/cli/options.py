"""The options that every command with a page has: in which form, where to, whose knowledge."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from painlink.cli.answer import FORMS, MakePage, answer
from painlink.errors import ExclusiveOptions

_SHARED: dict[str, Any] = {
    **{form: Annotated[bool, typer.Option(f"--{form}", help=told)] for form, told in FORMS.items()},
    "no_pager": Annotated[
        bool, typer.Option("--no-pager", help="Open no pager where it is taller than the screen.")
    ],
    "output": Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE; its ending chooses the form: .html, .md, .json, .txt, .bib, .ris.",
        ),
    ],
    "force": Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")],
    "data": Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Lay entries of your own over those of painlink: a YAML file or a folder of them. "
            "Else those of PAINLINK_DATA.",
        ),
    ],
}
_DEFAULTS = {"output": None, "data": None}  # all others are switches


def answers_with_a_page(command: Callable[..., MakePage]) -> Callable[..., None]:
    """Return *command* with the options of every page; it returns what makes that page.

    Typer reads the options of a command off its signature, so that is what is extended.
    """

    @wraps(command)
    def run(
        *,
        no_pager: bool,
        output: str | None,
        force: bool,
        data: list[str] | None,
        **arguments: Any,  # noqa: ANN401, whatever the command takes
    ) -> None:
        forms = [form for form in FORMS if arguments.pop(form)]
        if len(forms) > 1:
            raise ExclusiveOptions(f"--{forms[0]}", f"--{forms[1]}")
        make = command(**arguments)
        answer(make, *forms, own=data, file=output, force=force, pager=not no_pager)

    own = signature(command)
    shared = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=_DEFAULTS.get(name, False),
            annotation=annotation,
        )
        for name, annotation in _SHARED.items()
    ]
    extended = own.replace(parameters=[*own.parameters.values(), *shared], return_annotation=None)
    run.__signature__ = extended  # type: ignore[attr-defined] # what `inspect.signature` looks for
    run.__annotations__ = {one.name: one.annotation for one in extended.parameters.values()}
    return run
