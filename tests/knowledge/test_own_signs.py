"""No file of a reader's own takes a warning sign away."""

import json
from pathlib import Path

import pytest

from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.pages import explanation
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS


@pytest.fixture
def silencing(tmp_path: Path) -> Path:
    """Return a file with an own area under the id of each of painlink's, with one sign."""
    file = tmp_path / "areas.yaml"
    file.write_text(
        "\n".join(
            f"- {{id: {id_}, name: own {id_}, pain: own {id_} pain, aliases: [],"
            " red_flags: [sepsis-signs], today: []}"
            for id_ in AREAS
        )
    )
    return file


def test_an_own_area_under_the_id_of_painlinks_takes_no_sign_away(silencing: Path):
    laid = load(own=[silencing])

    lost = []
    for id_, before in KNOWLEDGE.areas.items():
        after = laid.areas[id_]
        page = explanation.page(laid, explain(laid, [after]))
        told = {flag["id"] for flag in json.loads(renderer("json")(page, 80))["red_flags"]}
        for signs, kept in (
            (before.red_flags, after.red_flags),
            (before.today, after.today),
        ):
            lost += [(id_, sign) for sign in signs if sign not in kept or sign not in told]
            lost += [(id_, "order")] * (kept[: len(signs)] != signs)

    assert [id_ for id_, area in laid.areas.items() if not area.origin] == []
    assert lost == []
