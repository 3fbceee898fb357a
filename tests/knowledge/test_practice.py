"""Whose sheet it is: a practice and its exercises in own files, checked, labelled, never graded."""

import json
import re
import shlex
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import Result

from painlink.explain.explanation import explain
from painlink.explain.red_flags import signs_in_themselves
from painlink.knowledge.from_files import read_own
from painlink.knowledge.loading import load
from painlink.model.knowledge import Knowledge
from painlink.pages import explanation, handout
from painlink.pages.blocks import Block, Heading, Notice, Page
from painlink.reading.example import EXAMPLE
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE, ROOT
from tests.pictures import png
from tests.shown import flowing, text_of
from tests.walks import walk

DOCS = (ROOT / "docs" / "practice.md").read_text(encoding="utf-8")
EXERCISE = {
    "name": "Toe curls",
    "how": "Curl your toes, 10 times.",
    "areas": ["foot", "low back pain"],
    "stop_if": "It stings.",
}
PRACTICE = {
    "name": "Zebra House",
    "contact": "Second door on the left",
    "note": "Come back.",
}
LABEL = "from Zebra House, not reviewed by painlink"


def written(folder: Path, **keys: object) -> Path:
    file = folder / "clinic.yaml"
    file.write_text(json.dumps(keys), encoding="utf-8")
    return file


def problems(folder: Path, **keys: object) -> list[str]:
    found = read_own(KNOWLEDGE, [written(folder, **keys)]).problems
    return [f"{one.path}: {one.message}" for one in found]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    file = written(tmp_path_factory.mktemp("own"), practice=PRACTICE, exercises=[EXERCISE])
    return load(own=[file])


def sheet_of(knowledge: Knowledge, *areas: str, large: bool = False) -> Page:
    known = explain(knowledge, [knowledge.areas[area] for area in areas])
    return handout.page(knowledge, known, large=large)


# What is read


def test_a_practice_and_its_exercises_are_read_with_areas_by_any_name(own: Knowledge):
    (exercise,) = own.handed.exercises

    assert own.handed.practice is not None
    assert own.handed.practice.name == "Zebra House"
    assert exercise.areas == ("foot", "lower-back")
    assert exercise.origin == LABEL


def test_painlinks_own_knowledge_has_no_practice():
    assert KNOWLEDGE.handed == (None, None, ())


def test_exercises_may_stand_in_a_file_of_that_name(tmp_path: Path):
    (tmp_path / "exercises.yaml").write_text(json.dumps([EXERCISE]), encoding="utf-8")

    (exercise,) = load(own=[tmp_path]).handed.exercises

    assert exercise.origin == f"from {tmp_path.name}/exercises.yaml, not reviewed by painlink"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"practice": {}}, "practice: the key 'name' is missing"),
        ({"practice": {"name": "  "}}, "practice.name: expected text; found nothing"),
        ({"practice": ["Ours"]}, "practice: expected keys and values; found a list"),
        ({"practice": {"name": "N", "phone": "1"}}, "practice.phone: unknown key 'phone'"),
        ({"practice": {"name": "x" * 81}}, "practice.name: at most 80 characters"),
        ({"practice": PRACTICE | {"note": "x" * 301}}, "practice.note: at most 300 characters"),
        ({"practice": {"name": "Painlink clinic"}}, "practice.name: a practice speaks in its own"),
        ({"exercises": EXERCISE}, "exercises: expected a list of entries, each of which begins"),
        ({"exercises": [EXERCISE | {"areas": []}]}, "exercises.0.areas: an exercise is for at"),
        (
            {"exercises": [EXERCISE | {"areas": ["foot", "wing"]}]},
            "exercises.0.areas.1: no area called 'wing'",
        ),
        (
            {"exercises": [EXERCISE | {"how": "x" * 501}]},
            "exercises.0.how: at most 500 characters, to fit a sheet; found 501",
        ),
        (
            {"exercises": [EXERCISE, EXERCISE | {"name": "toe CURLS"}]},
            "exercises.1.name: an exercise called 'toe CURLS' is already in",
        ),
        ({"exercises": [{"name": "Curl"}]}, "exercises.0: the key 'how' is missing"),
        ({"exercise": [EXERCISE]}, "exercise: unknown key 'exercise'; did you mean 'exercises'?"),
    ],
    ids=lambda value: "" if isinstance(value, str) else None,
)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, keys: dict[str, Any], told: str):
    assert any(one.startswith(told) for one in problems(tmp_path, **keys)), problems(
        tmp_path, **keys
    )


def test_a_sheet_is_of_one_practice(tmp_path: Path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(json.dumps({"practice": PRACTICE}), encoding="utf-8")

    (problem,) = read_own(KNOWLEDGE, [tmp_path]).problems

    assert (Path(problem.file).name, problem.path) == ("b.yaml", "practice")
    assert problem.message.startswith("a sheet is of one practice, and ")


def test_an_exercise_may_be_for_an_own_area(tmp_path: Path):
    area = {
        "id": "fin",
        "name": "fin",
        "pain": "fin pain",
        "aliases": [],
        "red_flags": ["limb-cold"],
    }
    area["red_flags"] = [next(iter(KNOWLEDGE.areas["foot"].red_flags))]
    exercise = EXERCISE | {"areas": ["Fin Pain"]}

    knowledge = load(own=[written(tmp_path, areas=[area], exercises=[exercise])])

    assert knowledge.handed.exercises[0].areas == ("fin",)


# Where it is shown


def told_before_the_signs(blocks: tuple[Block, ...]) -> list[Block]:
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Notice))
    return list(blocks[:at])


def test_only_the_name_stands_in_front_of_the_signs(own: Knowledge):
    page = sheet_of(own, "foot", "knee")
    text = flowing(text_of(page))
    before, _, after = text.partition("Get help now")

    assert "From Zebra House." in before
    assert len(told_before_the_signs(page.blocks)) == 1
    assert "Toe curls" not in before
    assert "Second door" not in before
    assert (
        "From Zebra House, not reviewed by painlink. * Toe curls. Curl your toes, 10 times. "
        "Stop if: it stings."
    ) in after
    assert "Zebra House (not reviewed by painlink): Second door on the left. Come back." in after


@walk(form=FORMATS)
def test_every_format_of_a_sheet_shows_whose_it_is(own: Knowledge, form: str):
    text = " ".join(renderer(form)(sheet_of(own, "foot"), 80).split())

    assert "Zebra House" in text
    assert "Toe curls" in text
    assert "ot reviewed by painlink" in text


FITTING = [("lower-back",), ("back",), ("foot", "head"), ("back", "neck", "jaw")]


@walk(asked=FITTING)
def test_an_exercise_stands_on_the_sheet_and_the_page_of_its_areas(
    own: Knowledge, asked: tuple[str, ...]
):
    known = explain(own, [own.areas[area] for area in asked])

    assert "Toe curls" in text_of(handout.page(own, known))
    assert f"toe curls ({LABEL})" in flowing(text_of(explanation.page(own, known)))
    assert "Stop if: it stings." in flowing(text_of(explanation.page(own, known, full=True)))


def test_an_exercise_stands_on_no_page_of_other_areas(own: Knowledge):
    known = explain(own, [own.areas["jaw"], own.areas["ear"]])
    pages = (handout.page(own, known), explanation.page(own, known, full=True))

    assert [page.title for page in pages if "curls" in text_of(page).lower()] == []


def test_where_both_pains_are_a_sign_there_is_no_exercise(tmp_path: Path):
    everywhere = EXERCISE | {"areas": list(KNOWLEDGE.areas)}
    own = load(own=[written(tmp_path, practice=PRACTICE, exercises=[everywhere])])
    signs = [two for two in combinations(own.areas.values(), 2) if signs_in_themselves(own, two)]
    known = [explain(own, two) for two in signs]
    pages = [handout.page(own, one) for one in known]
    pages += [explanation.page(own, one, full=True) for one in known]

    assert signs
    assert [page.title for page in pages if "curls" in text_of(page).lower()] == []
    assert [one.exercises for one in known if one.exercises] == []


def test_an_exercise_is_never_graded(own: Knowledge):
    document = json.loads(renderer("json")(sheet_of(own, "foot"), 80))

    assert document["practice"]["name"] == "Zebra House"
    assert [list(one) for one in document["exercises"]] == [
        ["name", "how", "areas", "stop_if", "origin"]
    ]


def test_a_sheet_has_room_for_four_exercises_and_names_the_others(tmp_path: Path):
    many = [EXERCISE | {"name": f"Curl {number}"} for number in range(1, 7)]
    own = load(own=[written(tmp_path, exercises=many)])
    text, large = (flowing(text_of(sheet_of(own, "foot", large=one))) for one in (False, True))

    assert len(re.findall(r"\* Curl \d\.", text)) == 4
    assert "Left out for want of room: Curl 5; Curl 6." in text
    assert len(re.findall(r"\* Curl \d\.", large)) == 6
    assert "Left out" not in large


# A file to begin from


def test_the_example_validates_strictly_and_is_what_the_docs_show(
    painlink: Callable[..., Result], tmp_path: Path
):
    printed = painlink("schema", "--example").stdout
    file = tmp_path / "clinic.yaml"
    file.write_text(printed, encoding="utf-8")

    result = painlink("validate", str(file), "--strict")

    assert printed == EXAMPLE
    assert f"```yaml\n{EXAMPLE}```\n" in DOCS
    assert (result.exit_code, result.stdout) == (0, "1 file: no problem.\n")
    assert {*yaml.safe_load(printed)} == {"practice", "exercises"}


def test_every_key_of_a_practice_stands_in_the_example():
    assert all(f"{key}:" in EXAMPLE for key in ("name", "contact", "note", "picture"))


def test_the_example_is_of_no_kind(painlink: Callable[..., Result]):
    result = painlink("schema", "areas", "--example")

    assert result.exit_code == 2
    assert "--example and KIND cannot be used together" in result.stderr


def test_every_command_of_the_docs_runs(
    painlink: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clinic.yaml").write_text(EXAMPLE, encoding="utf-8")
    commands = re.findall(r"^\$ painlink (.*?)(?: > \S+)?$", DOCS, re.MULTILINE)

    results = [painlink(*shlex.split(command)) for command in commands]

    assert len(commands) == 4
    assert {result.exit_code for result in results} == {0}
    assert {file.name for file in tmp_path.iterdir()} == {
        *("clinic.yaml", "handout.html", "large.html")
    }


def test_a_heading_over_exercises_says_whose_they_are_where_no_practice_is_named(tmp_path: Path):
    own = load(own=[written(tmp_path, exercises=[EXERCISE])])
    page = sheet_of(own, "foot")
    at = page.blocks.index(Heading(3, "Exercises"))

    assert "From clinic.yaml, not reviewed by painlink." in str(page.blocks[at + 1])


# Its picture


def test_a_picture_goes_into_the_page_and_nothing_is_loaded(tmp_path: Path):
    (tmp_path / "logo.png").write_bytes(png())
    own = load(own=[written(tmp_path, practice=PRACTICE | {"picture": "logo.png"})])
    with_it, without = (
        renderer("html")(sheet_of(knowledge, "foot"), 80) for knowledge in (own, KNOWLEDGE)
    )
    (image,) = re.findall(r"<img [^>]*>", with_it)

    assert 'alt="Zebra House"' in image
    assert 'src="data:image/png;base64,' in image
    assert "style-src 'unsafe-inline'; img-src data:\">" in with_it
    assert "img-src" not in without
    assert "<img" not in renderer("html")(
        explanation.page(own, explain(own, [own.areas["foot"]])), 80
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "practice.picture: this file is missing"),
        (b"GIF89a", "practice.picture: it is neither a PNG nor a JPEG, whatever it is called"),
        (png()[:60], "practice.picture: it is damaged: save it anew as PNG or JPEG"),
    ],
    ids=["missing", "a GIF", "cut off"],
)
def test_what_is_no_picture_is_told_where_it_is_named(
    tmp_path: Path, content: bytes | None, told: str
):
    if content:
        (tmp_path / "logo.png").write_bytes(content)

    assert problems(tmp_path, practice=PRACTICE | {"picture": "logo.png"}) == [told]
