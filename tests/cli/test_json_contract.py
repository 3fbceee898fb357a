"""The JSON that programs read: its keys are part of the interface, so they are pinned here."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

from painlink.explain.explanation import completed, explain
from tests.conftest import KNOWLEDGE

EXPLANATION_KEYS = [
    "schema",
    "areas",
    "verdict",
    "pair",
    "links",
    "unsupported",
    "chains",
    "everyday",
    "leading",
    "red_flags",
    "approaches",
    "exercises",
    "sources",
    "understood",
    "provenance",
    "disclaimer",
]


@pytest.fixture(scope="module")
def document(painlink: Callable[..., Result]) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(painlink("explain", "back", "headache", "--json").stdout)
    return parsed


def test_an_explanation_has_these_keys_in_this_order(document: dict[str, Any]):
    assert list(document) == EXPLANATION_KEYS
    assert document["schema"] == "painlink/1"


def test_the_areas_are_those_understood(document: dict[str, Any]):
    assert [area["id"] for area in document["areas"]] == ["back", "head"]


@pytest.mark.parametrize("key", ["links", "unsupported"])
def test_a_link_carries_mechanism_ends_certainty_and_evidence(document: dict[str, Any], key: str):
    for link in document[key]:
        assert {"id", "mechanism", "from", "to", "direction", "certainty", "evidence"} <= set(link)
        for piece in link["evidence"]:
            assert set(piece) == {"source", "shows", "stance", "counted"}


@pytest.mark.parametrize(
    "key", ["areas", "links", "unsupported", "chains", "red_flags", "approaches", "sources"]
)
def test_every_item_has_its_id(document: dict[str, Any], key: str):
    assert document[key]
    assert all(item["id"] for item in document[key])


def test_the_pair_tells_going_together_from_causing(document: dict[str, Any]):
    pair = document["pair"]

    assert pair["id"] == "back--head"
    assert pair["verdict"] == document["verdict"]
    assert set(pair["together"]) == set(pair["cause"]) == {"answer", "certainty", "why_grade"}


def test_every_source_that_a_link_cites_is_among_the_sources(document: dict[str, Any]):
    listed = {source["id"] for source in document["sources"]}
    links = [*document["links"], *document["unsupported"]]

    assert {piece["source"] for link in links for piece in link["evidence"]} <= listed


def test_json_holds_what_the_page_holds(document: dict[str, Any]):
    areas = [KNOWLEDGE.areas["back"], KNOWLEDGE.areas["head"]]
    known = completed(KNOWLEDGE, explain(KNOWLEDGE, areas))

    assert [link["summary"] for link in document["links"]] == [link.summary for link in known.links]
    assert [flag["sign"] for flag in document["red_flags"]] == [f.sign for f in known.red_flags]


def test_the_signs_that_lead_the_page_are_ids_among_its_signs(document: dict[str, Any]):
    listed = {flag["id"] for flag in document["red_flags"]}

    assert list(document["leading"]) == ["now", "also", "injury", "today", "soon"]
    assert {id_ for ids in document["leading"].values() for id_ in ids} <= listed


def test_a_single_area_has_no_pair(painlink: Callable[..., Result]):
    assert json.loads(painlink("explain", "neck", "--json").stdout)["pair"] is None
