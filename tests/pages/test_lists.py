"""Lists and searches: what is asked for, all of it, and how to see the rest."""

import json
import re
import shlex
from collections.abc import Callable

from typer.testing import Result

from painlink.explain.selection import Selection
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Listed
from painlink.pages import hits, listing
from painlink.pages.listing import KINDS, Listing
from tests.conftest import KNOWLEDGE
from tests.walks import walk

Run = Callable[..., Result]


def listed_links(selection: Selection) -> list[str]:
    page = listing.page(KNOWLEDGE, Listed.LINKS, selection)
    told = page.contents()
    assert isinstance(told, Listing)
    return [item.id for item in told.items if isinstance(item, Link)]


def test_all_links_can_be_listed():
    assert listed_links(Selection()) == list(KNOWLEDGE.links)


@walk(id_=KNOWLEDGE.areas, certainty=[None, *Certainty])
def test_links_are_narrowed_by_area_and_certainty(id_, certainty):
    area, scope = KNOWLEDGE.areas[id_], KNOWLEDGE.scope(id_)
    expected = [
        link.id
        for link in KNOWLEDGE.links.values()
        if {link.from_, link.to} & scope and certainty in (None, link.certainty)
    ]

    assert sorted(listed_links(Selection(area, certainty))) == sorted(expected)


@walk(id_=KNOWLEDGE.mechanisms)
def test_links_are_narrowed_by_mechanism(id_):
    mechanism = KNOWLEDGE.mechanisms[id_]
    expected = [link.id for link in KNOWLEDGE.links.values() if link.mechanism == mechanism.id]

    assert listed_links(Selection(mechanism=mechanism)) == expected


def test_every_kind_of_entry_can_be_listed_and_searched():
    assert set(KINDS) | {Listed.EVERYTHING} == set(Listed)
    assert set(KINDS.values()) == {type(next(iter(group.values()))) for group in KNOWLEDGE.groups}


def test_a_search_says_how_to_see_the_rest_and_that_shows_it(painlink: Run):
    short = json.loads(painlink("search", "headache", "--json").stdout)
    text = " ".join(painlink("search", "headache").stdout.split())
    (call,) = re.findall(r"To see them all: painlink (\S+ \S+ --all)", text)

    whole = json.loads(painlink(*shlex.split(call), "--json").stdout)

    assert f"{short['more']:d} more hold these words." in text
    assert short["more"] > 100
    assert whole["more"] == 0
    assert len(whole["hits"]) == len(short["hits"]) + short["more"]
    assert whole["hits"][: len(short["hits"])] == short["hits"]


def test_a_search_is_narrowed_by_kind(painlink: Run):
    for kind, record in KINDS.items():
        found = json.loads(painlink("search", "pain", "--kind", kind, "--all", "--json").stdout)

        one = {hit["kind"] for hit in found["hits"]}
        assert one == {kind.value.removesuffix("s").replace("approache", "approach")}
        assert found["kind"] == kind
        assert record.__name__.casefold() == one.pop().replace("-", "")


def test_words_that_a_shell_would_read_are_not_told_to_be_typed_again():
    entries = tuple(KNOWLEDGE.sources.values())
    page = hits.page(KNOWLEDGE, "$(reboot) 'x", entries)

    commands = [span.text for block in page.blocks for span in getattr(block, "text", ())]
    assert "painlink search WORDS --all" in commands
