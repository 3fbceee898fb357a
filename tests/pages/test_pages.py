"""Whole pages, read like prose in review: they come from a tiny knowledge that never changes."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from painlink.explain.explanation import explain
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.names.finding import find_entry
from painlink.pages import about, explanation, handout, listing, warnings
from painlink.pages import entry as entry_page
from painlink.pages.blocks import Page
from painlink.render import renderer


def told(page: Page, width: int = 80) -> str:
    return renderer("plain")(page, width)


def explained(knowledge: Knowledge, *ids: str, full: bool = False) -> str:
    areas = [knowledge.areas[id_] for id_ in ids]
    return told(explanation.page(knowledge, explain(knowledge, areas), full=full))


def test_two_areas(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert explained(tiny, "toe", "ankle") == snapshot


def test_two_areas_in_full(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert explained(tiny, "toe", "ankle", full=True) == snapshot


def test_two_areas_that_nothing_is_known_about(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert explained(tiny, "toe", "nose") == snapshot


def test_one_area(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert explained(tiny, "toe") == snapshot


def test_three_areas(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert explained(tiny, "toe", "sole", "ankle") == snapshot


def test_all_warning_signs_of_two_areas(tiny: Knowledge, snapshot: SnapshotAssertion):
    areas = (tiny.areas["toe"], tiny.areas["ankle"])

    assert told(warnings.page(tiny, areas)) == snapshot


@pytest.mark.parametrize("id_", ["tug", "arch", "bare-feet", "toe-and-ankle", "string-2001"])
def test_one_entry_whole(tiny: Knowledge, snapshot: SnapshotAssertion, id_: str):
    assert told(entry_page.page(tiny, find_entry(tiny, id_))) == snapshot


def test_a_listing(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert told(listing.page(tiny, Listed.MECHANISMS)) == snapshot


def test_about(tiny: Knowledge, snapshot: SnapshotAssertion):
    assert told(about.page(tiny, "1.2.3")) == snapshot


@pytest.mark.parametrize("format_", ["plain", "markdown", "html"])
def test_a_handout(tiny: Knowledge, snapshot: SnapshotAssertion, format_: str):
    areas = [tiny.areas["toe"], tiny.areas["ankle"]]

    assert (
        without_looks(renderer(format_)(handout.page(tiny, explain(tiny, areas)), 80)) == snapshot
    )


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_two_areas_to_keep(tiny: Knowledge, snapshot: SnapshotAssertion, format_: str):
    areas = [tiny.areas["toe"], tiny.areas["ankle"]]

    assert (
        without_looks(renderer(format_)(explanation.page(tiny, explain(tiny, areas)), 80))
        == snapshot
    )


def without_looks(page: str) -> str:
    """Return *page* without the styles of HTML and without the outline of the drawn body."""
    return re.sub(
        r"<style>.*?</style>\n|<path class=.(?:body|detail).*?/>\n", "", page, flags=re.DOTALL
    )


def test_a_styled_page(tiny: Knowledge, snapshot: SnapshotAssertion, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    areas = [tiny.areas["toe"], tiny.areas["ankle"]]

    page = explanation.page(tiny, explain(tiny, areas))

    assert renderer("terminal")(page, 60) == snapshot
