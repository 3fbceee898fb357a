"""The commands for those who write knowledge files: they check one, and tell editors its form."""

from typing import Annotated

import typer

from painlink.cli import completion, output
from painlink.cli.answer import say
from painlink.errors import ExclusiveOptions, ExitCode


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Files or folders; else those of PAINLINK_DATA, else painlink's own knowledge.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Count a broken rule for the writing as a problem.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, for editors.")] = False,
) -> None:
    """Check knowledge files, your own or painlink's: every problem, with its line.

    For example: painlink validate my-clinic.yaml
    """
    from painlink.knowledge.loading import own_paths
    from painlink.knowledge.report import report_on
    from painlink.render.json_document import document_of, encoded

    report = report_on(own_paths(paths))
    for note in report.notes:
        say(note)
    output.write(encoded(document_of(report)) if as_json else report.told(strict=strict))
    if not report.is_good(strict=strict):
        raise typer.Exit(ExitCode.INVALID_KNOWLEDGE)


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help="What the file lists, such as mechanisms; none for a file that lists several.",
            autocompletion=completion.complete_kind,
        ),
    ] = None,
    example: Annotated[
        bool,
        typer.Option("--example", help="Print a file to begin from: your practice and exercises."),
    ] = False,
) -> None:
    """Print the JSON Schema of a knowledge file, for editors.

    For example: painlink schema mechanisms

    Or a file of your own to begin from: painlink schema --example > clinic.yaml
    """
    if example:
        from painlink.reading.example import EXAMPLE

        if kind is not None:
            raise ExclusiveOptions("--example", "KIND")
        output.write(EXAMPLE)
        return
    from json import dumps

    from painlink.reading.schema import json_schema

    output.write(dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n")
