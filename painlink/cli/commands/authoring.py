"""The commands for those who write knowledge files: they check one, and tell editors its form."""

from collections.abc import Mapping
from typing import Annotated

import typer

from painlink.cli import completion, output
from painlink.cli.answer import say
from painlink.cli.options import NoColor
from painlink.errors import ExclusiveOptions, ExitCode, UnknownKind

_OUTPUT = "output"


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
    no_color: NoColor = False,  # noqa: ARG001, there is none to begin with
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
    if as_json:
        output.write(encoded(document_of(report)), utf8=True)
    else:
        output.write(output.fitted_to_the_screen(report.told(strict=strict)))
    if not report.is_good(strict=strict):
        raise typer.Exit(ExitCode.INVALID_KNOWLEDGE)


def _complete_kind(incomplete: str) -> list[str]:
    return [*completion.complete_kind(incomplete), *completion.complete_word([_OUTPUT], incomplete)]


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help="What the file lists, such as mechanisms; none for a file that lists several; "
            "output for what --json writes.",
            autocompletion=_complete_kind,
        ),
    ] = None,
    example: Annotated[
        bool,
        typer.Option("--example", help="Print a file to begin from: your practice and exercises."),
    ] = False,
    no_color: NoColor = False,  # noqa: ARG001, there is none to begin with
) -> None:
    """Print the JSON Schema of a knowledge file, for editors, or of what --json writes.

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

    output.write(dumps(_schema_of(kind), ensure_ascii=False, indent=2) + "\n", utf8=True)


def _schema_of(kind: str | None) -> Mapping[str, object]:
    from painlink.reading.schema import KINDS, json_schema

    if kind == _OUTPUT:
        from painlink.cli.contract import contract

        return contract()
    named = kind and kind.replace("-", "_")
    if kind and named not in KINDS:
        raise UnknownKind(kind, (*KINDS, _OUTPUT))
    return json_schema(named)
