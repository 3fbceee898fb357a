"""What a page tells in so many words: its title, and which way a link runs."""

import re
from collections.abc import Iterator
from html import unescape

from painlink.explain.explanation import explain
from painlink.model.grades import Certainty, Direction
from painlink.pages import entry, explanation, handout, warnings
from painlink.pages.blocks import Page
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE

MARKUP = re.compile(r"\x1b\[[0-9;]*m|<[^<>]*>|#")
READ_BY_PEOPLE = [format_ for format_ in FORMATS if format_ != "json"]


def pages() -> Iterator[Page]:
    areas = (KNOWLEDGE.areas["back"], KNOWLEDGE.areas["head"])
    for asked in (areas[:1], areas):
        yield explanation.page(KNOWLEDGE, explain(KNOWLEDGE, asked))
        yield handout.page(KNOWLEDGE, explain(KNOWLEDGE, asked))
        yield warnings.page(KNOWLEDGE, asked)
    yield entry.page(KNOWLEDGE, KNOWLEDGE.mechanism("posture"))


def test_every_format_for_people_opens_with_the_title():
    """Nothing stands before it but markup; what is in the head of HTML is not on the page."""
    untitled = []
    for page in pages():
        for format_ in READ_BY_PEOPLE:
            shown = unescape(renderer(format_)(page, 80)).rpartition("</head>")[2]
            before, title, _ = shown.partition(page.title)
            if not title or MARKUP.sub("", before).strip():
                untitled.append((format_, page.title))

    assert untitled == []


def test_the_page_of_a_mechanism_tells_of_each_link_which_way_it_runs():
    ways = {Direction.ONE_WAY: "to", Direction.TWO_WAY: "and"}
    silent = []
    for id_ in KNOWLEDGE.mechanisms:
        mechanism = KNOWLEDGE.mechanism(id_)
        told = renderer("plain")(entry.page(KNOWLEDGE, mechanism), 100_000).casefold()
        for link in mechanism.links:
            start, end = KNOWLEDGE.areas[link.from_].name, KNOWLEDGE.areas[link.to].name
            name = link.name
            if link.certainty is Certainty.UNSUPPORTED:
                name = f'The story "{name}"'
            way = f"{start} {ways[link.direction]} {end}: {name}".casefold()
            silent += [] if way in told else [(link.id, way)]

    assert {link.direction for link in KNOWLEDGE.links.values()} == set(Direction)
    assert silent == []
