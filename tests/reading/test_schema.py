"""The schema of the knowledge files: what it accepts is what the reader finds no problem in."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from painlink.knowledge.from_files import read_own
from painlink.model.kinds import EXERCISES, HANDED, OWN, PRACTICE, SINGLES
from painlink.model.knowledge import Knowledge
from painlink.model.words.language import LANGUAGE, LANGUAGE_LISTS
from painlink.reading.example import EXAMPLE
from painlink.reading.records import LONGEST_TEXT
from painlink.reading.schema import KINDS, json_schema
from painlink.reading.yaml_file import YamlFile
from painlink.reading.yaml_nodes import parse
from tests.conftest import DATA, TINY

RECORDS = {**OWN, **SINGLES, **LANGUAGE, **HANDED}
LISTED = {**OWN, **LANGUAGE_LISTS, EXERCISES: HANDED[EXERCISES]}
SHIPPED = sorted(DATA.glob("*.yaml"))
FILES = [*SHIPPED, *sorted(TINY.glob("*.yaml"))]
every_kind = pytest.mark.parametrize("kind", KINDS)
every_schema = pytest.mark.parametrize("kind", [None, *KINDS], ids=lambda kind: kind or "own")


def content(path: Path) -> Any:
    return parse(path.read_text(encoding="utf-8")).value


def merged(values: list[Any]) -> Any:
    """Return one of *values*, but with every key that any of them has; of lists the beginning."""
    if isinstance(values[0], dict):
        keys = dict.fromkeys(key for value in values for key in value)
        return {key: merged([value[key] for value in values if key in value]) for key in keys}
    if isinstance(values[0], list):
        items = [item for value in values for item in value]
        count = max(1, min(map(len, values)))
        return [merged(items[start:]) for start in range(count)] if items else []
    return values[0]


def examples() -> dict[str, Any]:
    """Return an entry of each kind as a plain value, with every key that any entry has."""
    entries: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for path in FILES:
        value = content(path)
        entries[path.stem] += value if path.stem in LISTED else [value]
    entries["links"] = [
        {**link, "mechanism": one["id"]}
        for one in entries["mechanisms"]
        for link in one.get("links", ())
    ]
    own: Any = parse(EXAMPLE).value
    entries[PRACTICE], entries[EXERCISES] = [own[PRACTICE] | {"picture": "a.png"}], own[EXERCISES]
    entries["about"][0]["reviewers"] = [{"name": "A", "role": "nurse", "date": "2001-01"}]
    return {kind: merged(group) for kind, group in entries.items()}


EXAMPLES = examples()
VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in (None, *KINDS)}


def is_accepted(kind: str, entry: object) -> bool:
    return VALIDATORS[kind].is_valid([entry] if kind in LISTED else entry)


def is_read(kind: str, entry: Any) -> bool:
    file = YamlFile(kind, "")
    file.record(RECORDS[kind], entry, ())
    # Only beyond the record is it known whether a link stands by itself.
    return file.is_sound and (kind != "links" or "mechanism" in entry)


def places(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each list, or keys and values, in *holder* with each index or key of it."""
    for step in list(holder) if isinstance(holder, dict) else range(len(holder)):
        yield holder, step
        if isinstance(holder[step], dict | list):
            yield from places(holder[step])


def names(value: Any) -> Iterator[str]:
    """Yield every key and every closed word in the schema *value*."""
    for holder, step in places(value):
        yield from holder[step] if step in ("properties", "enum") else ()


NAMES = sorted({name for kind in KINDS for name in names(json_schema(kind))})
# A number such as 2001.0 is a whole one for JSON Schema, and none for the reader.
BROKEN_NUMBERS = st.floats().filter(lambda number: not number.is_integer())
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    BROKEN_NUMBERS,
    st.sampled_from(
        ["", " ", "\n\t\N{EM SPACE}", "Head", "x" * LONGEST_TEXT, "x" * 400, "x" * 401]
    ),
    st.sampled_from(["x" * (LONGEST_TEXT + 1), " " * LONGEST_TEXT + "x"]),
    st.sampled_from(NAMES),
    st.text(max_size=3),
)
VALUES = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3),
    st.dictionaries(st.sampled_from(NAMES), SCALARS, max_size=2),
)


@st.composite
def changed(draw: st.DrawFn, kind: str) -> Any:
    """Return an entry of *kind* with a few changes: to its values, keys and counts."""
    whole = [deepcopy(EXAMPLES[kind])]
    for _ in range(draw(st.integers(1, 2))):
        holder, step = draw(st.sampled_from(list(places(whole))))
        match draw(st.sampled_from(["drop", "add", "replace", "replace"])), holder[step]:
            case "drop", _ if holder is not whole:
                del holder[step]
            case "add", dict(inner):
                inner[draw(st.sampled_from([*NAMES, "", "from_", "origin"]))] = draw(VALUES)
            case "add", list(inner):
                inner.append(deepcopy(draw(st.sampled_from(inner) if inner else VALUES)))
            case _:
                holder[step] = draw(VALUES)
    return whole[0]


@every_schema
def test_a_schema_is_itself_valid(kind: str | None):
    assert json_schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    meta.validate(json_schema(kind))


@every_schema
def test_a_schema_says_of_everything_it_names_what_it_is(kind: str | None):
    classes: Any = json_schema(kind)["$defs"]

    assert all(one["description"].endswith(".") for one in classes.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_knowledge_file_is_accepted(path: Path):
    assert not list(VALIDATORS[path.stem].iter_errors(content(path)))


@pytest.mark.slow
@every_kind
@settings(max_examples=60, derandomize=True, deadline=None)
@given(data=st.data())
def test_the_schema_agrees_with_the_reader(kind: str, data: st.DataObject):
    entry = data.draw(changed(kind))

    assert is_accepted(kind, entry) == is_read(kind, entry)


AREA, MECHANISM, SOURCE = (
    content(TINY / f"{kind}.yaml")[0] for kind in ("areas", "mechanisms", "sources")
)
LINK = MECHANISM["links"][0]
EXERCISE = {"name": "Curl", "how": "Curl it.", "areas": ["toe"], "stop_if": "It hurts."}
OWN_FILES = {
    "no list": ({}, True),
    "an empty list": ({"areas": []}, True),
    "two lists": ({"areas": [AREA], "sources": [SOURCE]}, True),
    "a link by itself": ({"links": [{**LINK, "mechanism": MECHANISM["id"]}]}, True),
    "a link of no mechanism": ({"links": [LINK]}, False),
    "a link in its mechanism": ({"mechanisms": [MECHANISM]}, True),
    "an entry of another kind": ({"areas": [SOURCE]}, False),
    "an entry that tells its origin": ({"areas": [{**AREA, "origin": None}]}, False),
    "an unknown key": ({"area": [AREA]}, False),
    "a practice": ({"practice": {"name": "Ours"}}, True),
    "a practice without a name": ({"practice": {"note": "Come back."}}, False),
    "a list of practices": ({"practice": [{"name": "Ours"}]}, False),
    "an exercise": ({"exercises": [EXERCISE]}, True),
    "an exercise that is graded": ({"exercises": [{**EXERCISE, "certainty": "high"}]}, False),
    "a file that stays as it is": ({"handout": EXAMPLES["handout"]}, False),
    "one entry in place of a list": ({"areas": AREA}, False),
    "nothing in place of a list": ({"areas": None}, False),
    "text": ("areas", False),
}


@pytest.mark.parametrize(("value", "is_good"), list(OWN_FILES.values()), ids=list(OWN_FILES))
def test_a_file_with_lists_under_keys_is_accepted_when_it_is_read(
    tiny: Knowledge, tmp_path: Path, value: object, is_good: bool
):
    file = tmp_path / "own.yaml"
    file.write_text(json.dumps(value), encoding="utf-8")

    assert (not read_own(tiny, [file]).problems) is is_good
    assert VALIDATORS[None].is_valid(value) is is_good


@every_schema
def test_the_schema_that_ships_is_that_of_the_records(kind: str | None):
    name = f"{kind or 'own'}.json"
    shipped = (DATA / "schema" / name).read_text(encoding="utf-8")
    command = " ".join(["painlink schema", *([kind] if kind else [])])

    assert shipped == json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n", (
        f"write it anew: {command} > data/schema/{name}"
    )


def test_no_schema_ships_that_is_of_no_kind():
    shipped = {path.name for path in (DATA / "schema").iterdir()}

    assert shipped == {f"{kind}.json" for kind in ("own", *KINDS)}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_knowledge_file_names_its_schema_to_editors(path: Path):
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")

    assert first == f"# yaml-language-server: $schema=schema/{path.stem}.json"
