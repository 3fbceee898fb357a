"""What `painlink schema output` says of the JSON holds of all that is written."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import typer
from jsonschema_rs import Draft202012Validator, meta
from typer.core import TyperGroup
from typer.testing import Result

from painlink.cli.app import app
from painlink.cli.contract import ANSWERS, contract
from painlink.model.grades import Listed
from painlink.names.search import find_entries
from painlink.pages import hits
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.shown import (
    ASKED,
    ONE_WORKER_MAKES_THEM,
    OTHER_PAGES,
    document_of,
    handout_of,
    other_text,
    page_of,
)
from tests.walks import MOST_NAMED, walk

pytestmark = ONE_WORKER_MAKES_THEM

Run = Callable[..., Result]

SCHEMA: dict[str, Any] = json.loads(json.dumps(contract()))


@cache
def validator(command: str) -> Draft202012Validator:
    """Return what tells whether a document is of the form that *command* promises."""
    promised = {"$ref": f"#/$defs/{command}", "$defs": SCHEMA["$defs"]}
    return Draft202012Validator(promised, mask="it")  # which can be a whole page


def wrong(command: str, title: str, document: object) -> str | None:
    for error in validator(command).iter_errors(document):
        return f"{title}: {error.instance_path}: {error.message[:200]}"
    return None


def documents() -> Iterator[tuple[str, str, object]]:
    """Yield the JSON of every page there is, with the command that answers with it and a title."""
    for asked in ASKED:
        yield "explain", page_of(asked).title, document_of(asked)
        page = handout_of(asked)
        yield "handout", page.title, json.loads(renderer("json")(page, 80))
    for name in OTHER_PAGES:
        if name != "start":
            yield name.partition(" ")[0], name, json.loads(other_text(name, "json"))
    for kind in (None, Listed.LINKS):
        found = hits.page(KNOWLEDGE, "sleep", find_entries(KNOWLEDGE, "sleep"), kind)
        yield "search", found.title, json.loads(renderer("json")(found, 80))


def test_it_is_a_sound_schema_of_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    meta.validate(SCHEMA)


def test_every_command_that_writes_json_is_in_it():
    commands = typer.main.get_command(app)
    assert isinstance(commands, TyperGroup)

    told = {
        name
        for name, one in commands.commands.items()
        if any("--json" in parameter.opts for parameter in one.params)
    }

    assert told == set(ANSWERS)


@pytest.mark.slow
def test_it_holds_of_every_command_area_pair_and_entry():
    offenders = [found for document in documents() if (found := wrong(*document))]

    assert offenders[:MOST_NAMED] == []


@walk(
    typed=[
        "explain my back hurts and no headache",
        "explain headache stress",
        "list links --area back --certainty low",
        "list --mechanism poor-sleep",
        "search sleep --kind mechanisms --all",
        "redflags sore sholder",
        "explain lower-back --data examples/clinic.yaml",
        "list everything --data examples/clinic.yaml",
        "show our-back-class --data examples/clinic.yaml",
        "validate examples/clinic.yaml",
        "validate README.md",
        "about",
    ]
)
def test_it_holds_of_what_is_typed(painlink: Run, typed: str):
    document = json.loads(painlink(*typed.split(), "--json").stdout)

    assert wrong(typed.split(maxsplit=1)[0], typed, document) is None


@pytest.mark.parametrize("change", ["a key too many", "a key too few", "another word"])
def test_it_does_not_hold_of_anything_else(painlink: Run, change: str):
    document = json.loads(painlink("explain", "back", "head", "--json").stdout)
    if change == "a key too many":
        document["links"][0]["score"] = 1
    elif change == "a key too few":
        del document["links"][0]["evidence"]
    else:
        document["links"][0]["certainty"] = "quite sure"

    assert not validator("explain").is_valid(document)
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def test_the_command_prints_it(painlink: Run):
    result = painlink("schema", "output")

    assert json.loads(result.stdout) == SCHEMA
    assert "output" in painlink("schema", "outptu").stderr


def test_everything_is_there_once(painlink: Run):
    document = json.loads(painlink("list", "everything", "--json").stdout)

    for kind in ("areas", "mechanisms", "pairs", "red_flags", "approaches", "sources"):
        assert [item["id"] for item in document[kind]] == list(getattr(KNOWLEDGE, kind))
    links = [link["id"] for one in document["mechanisms"] for link in one["links"]]
    assert sorted(links) == sorted(KNOWLEDGE.links)
