"""Flags, JSON keys and exit codes are an interface: none of them changes by accident.

`interface.yaml` holds them all and is edited by hand.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from typer.core import TyperArgument, TyperGroup
from typer.testing import Result

from painlink import errors
from painlink.__main__ import INTERRUPTED
from painlink.cli.app import app
from painlink.model.grades import Certainty, Listed

PROMISED = yaml.safe_load((Path(__file__).parent / "interface.yaml").read_text(encoding="utf-8"))
FIRST = (
    "scripts of other people rest on this. What goes or changes is deprecated first, for a release "
    "at least, and whatever changes or comes has an entry in CHANGELOG.md. "
    "Then edit tests/cli/interface.yaml."
)
CONVENTIONS = set(range(1, 25))
NOT_YET = {23}  # the man page


def test_each_convention_is_kept_by_a_test_that_begins_with_its_number():
    files = Path(__file__).parent.rglob("test_*.py")
    tests = "".join(path.read_text(encoding="utf-8") for path in files)

    kept = {int(number) for number in re.findall(r"^def test_(\d\d)_", tests, re.MULTILINE)}

    assert kept <= CONVENTIONS
    assert CONVENTIONS - kept <= NOT_YET


def group() -> TyperGroup:
    commands = typer.main.get_command(app)
    assert isinstance(commands, TyperGroup)
    return commands


def typed(parameter: Any) -> str:
    """Return *parameter* as one types it: all its spellings, and what comes after them."""
    if isinstance(parameter, TyperArgument):
        needed = "" if parameter.required else " (optional)"
        return f"{parameter.metavar or parameter.name}{needed}"
    value = "" if parameter.is_flag else f" {parameter.metavar or 'TEXT'}"
    again = " (again and again)" if parameter.multiple else ""
    return f"{', '.join(sorted(parameter.opts, key=len))}{value}{again}"


def signature(command: Any) -> list[str]:
    return [typed(parameter) for parameter in command.params]


def family(error: type[errors.PainlinkError]) -> Iterator[type[errors.PainlinkError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from family(kind)


def keys(value: object, path: str = "") -> Iterator[str]:
    """Yield the keys of every object in a JSON document and where it stands; `[]` is any item."""
    if isinstance(value, dict):
        yield f"{path or 'document'}: {' '.join(value)}"
        for key, inner in value.items():
            yield from keys(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, f"{path}[]")


def test_24_the_commands_stay():
    assert list(group().commands) == list(PROMISED["commands"]), FIRST


def test_24_the_options_before_a_command_stay():
    assert signature(group()) == PROMISED["before a command"], FIRST


@pytest.mark.parametrize("name", list(PROMISED["commands"]))
def test_24_the_arguments_and_options_of_a_command_stay(name: str):
    assert signature(group().commands[name]) == PROMISED["commands"][name], FIRST


def test_24_what_may_be_listed_and_how_it_is_graded_stays():
    assert {"KIND": list(Listed), "LEVEL": list(Certainty)} == PROMISED["values"], FIRST


def test_24_the_exit_codes_stay():
    codes = {code.name: code.value for code in errors.ExitCode} | {"INTERRUPTED": INTERRUPTED}

    assert codes == PROMISED["exit codes"], FIRST


def test_24_the_exit_code_of_each_error_stays():
    codes = {kind.__name__: int(kind.exit_code) for kind in family(errors.PainlinkError)}

    assert codes == PROMISED["exit code of each error"], FIRST


@pytest.mark.slow
@pytest.mark.parametrize("question", list(PROMISED["JSON keys"]))
def test_24_the_keys_of_each_json_document_stay(painlink: Callable[..., Result], question: str):
    document = json.loads(painlink(*question.split(), "--json").stdout)

    assert list(dict.fromkeys(keys(document))) == PROMISED["JSON keys"][question], FIRST
