"""The project's own assessment of its handout: complete, true to the sheet, and good enough."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from typer.testing import Result

from tests.conftest import ROOT
from tests.shown import flowing

ASSESSMENT: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "pages" / "self_assessment.yaml").read_text(encoding="utf-8")
)
ITEMS = {
    "pemat_understandability": [*range(1, 13), *range(15, 20)],
    "pemat_actionability": [*range(20, 27)],
    "discern": [*range(1, 17)],
    "jama": ["authorship", "attribution", "disclosure", "currency"],
}
LINES = {
    f"{instrument} {item['item']}": item["line"]
    for instrument in ITEMS
    for item in ASSESSMENT[instrument]
    if "line" in item
}


@pytest.fixture(scope="module")
def sheet(painlink: Callable[..., Result]) -> str:
    return flowing(painlink(*ASSESSMENT["material"].split()[1:]).stdout)


def scores(instrument: str) -> list[int]:
    return [item["score"] for item in ASSESSMENT[instrument]]


@pytest.mark.parametrize("instrument", list(ITEMS))
def test_every_item_is_rated_and_every_rating_has_its_reason(instrument: str):
    rated = ASSESSMENT[instrument]

    assert [item["item"] for item in rated] == ITEMS[instrument]
    assert [item["item"] for item in rated if not (item.get("line") or item.get("why"))] == []


@pytest.mark.parametrize("line", list(LINES.values()), ids=list(LINES))
def test_the_line_that_earns_a_point_stands_on_the_sheet(sheet: str, line: str):
    assert line in sheet


@pytest.mark.parametrize(
    ("instrument", "target"), [("pemat_understandability", 90), ("pemat_actionability", 85)]
)
def test_pemat_reaches_its_target(instrument: str, target: int):
    rated = scores(instrument)

    assert set(rated) <= {0, 1}
    assert 100 * sum(rated) / len(rated) >= target


def test_discern_reaches_its_target():
    assert set(scores("discern")) <= {1, 2, 3, 4, 5}
    assert sum(scores("discern")) >= 63


def test_all_four_jama_benchmarks_are_met():
    assert scores("jama") == [1, 1, 1, 1]
