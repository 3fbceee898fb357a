"""What the project says about itself is said alike wherever it stands."""

import re
import tomllib
from typing import Any

import pytest
import yaml

from painlink import __version__
from tests.conftest import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]
CITATION: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title", PROJECT["name"]),
        ("abstract", PROJECT["description"]),
        ("version", __version__),
        ("license", PROJECT["license"]),
        ("authors", PROJECT["authors"]),
        ("keywords", PROJECT["keywords"]),
    ],
    ids=lambda value: value if isinstance(value, str) and value.islower() else "",
)
def test_the_citation_says_what_the_project_says(key: str, expected: object):
    assert CITATION[key] == expected


def test_the_citation_has_what_its_format_asks_for():
    assert CITATION["cff-version"] == "1.2.0"
    assert {"authors", "cff-version", "message", "title"} <= set(CITATION)
    assert CITATION["type"] == "software"


def test_the_citation_claims_no_identifier_that_nobody_has_given():
    assert set(CITATION) & {"doi", "identifiers", "date-released", "repository", "url"} == set()


def test_the_sdist_and_the_wheel_name_the_same_files_of_data():
    targets = PYPROJECT["tool"]["hatch"]["build"]["targets"]
    moved: dict[str, str] = targets["wheel"]["force-include"]

    assert [one[1:] for one in targets["sdist"]["include"] if one.startswith("/data/")] == [*moved]
    assert moved == {name: f"painlink/{name}" for name in moved}


def test_no_place_is_named_that_is_not_there():
    assert "urls" not in PROJECT


def test_no_address_is_made_up_to_report_a_problem_to():
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

    assert re.findall(r"\S+@\S+|\w+://\S+|\bwww\.", security) == []
    assert "that you got painlink from" in security


def test_the_oldest_python_named_is_the_oldest_that_will_do():
    named = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))

    assert PROJECT["requires-python"] == f">={named[0]}"
    assert "Typing :: Typed" in PROJECT["classifiers"]
