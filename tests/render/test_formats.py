"""Every page says the same in every format: nothing is in one and missing in another."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from itertools import pairwise

import html5lib
import pytest
from typer.testing import Result

from painlink.model.words.texts import CITATION
from painlink.pages.blocks import Blanks, Block, Grid, Options, Page, References
from painlink.pages.parts.picture import Figure
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.forges import COMMONMARK, FORGE
from tests.shown import (
    ONE_WORKER_MAKES_THEM,
    Shown,
    asked_about,
    each_explanation,
    explained,
    handout_of,
    other_page,
    other_pages,
    other_text,
    page_of,
    text_of,
)
from tests.walks import walk

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]

COMMANDS = {
    "explain": ["explain", "back", "headache"],
    "explain full": ["explain", "back", "headache", "--full"],
    "handout": ["handout", "back", "headache"],
    "list": ["list", "sources"],
    "search": ["search", "trigger", "points"],
    "show": ["show", "central-sensitization"],
    "redflags": ["redflags", "back", "headache"],
    "about": ["about"],
    "review": ["review", "back", "headache"],
}
WIDER_THAN_ANY_WORD = 1000
every_command = walk(command=COMMANDS.values())


# A picture says nothing of its own, nor does what a browser shows in its tab.
SILENT = re.compile(r"<(style|title)\b[^<]*</\1>|<figure\b.*?</figure>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def plain_words(page: Page) -> Counter[str]:
    return words(text_of(page, "plain", width=WIDER_THAN_ANY_WORD))


def with_room(page: Page) -> Page:
    """Return *page* with all that a form with room tells: sources in full, and who wrote it."""
    blocks = tuple(
        block._replace(brief=False) if isinstance(block, References) and block.has_room else block
        for block in page.blocks
    )
    return page._replace(blocks=blocks, in_brief=())


def html_words(html: str) -> Counter[str]:
    """Return the words of *html*, which is valid: a test of its own holds that."""
    return words(unescape(TAG.sub(" ", SILENT.sub(" ", html))))


def markdown_words(page: Page) -> Counter[str]:
    """Return the words of *page* as Markdown, where footnotes need no title."""
    told = html_words(COMMONMARK.html(renderer("markdown")(page, 80)))
    return told + Counter("Sources" for block in page.blocks if isinstance(block, References))


@each_explanation
def test_an_explanation_says_the_same_in_text_markdown_and_html(shown: Shown):
    asked, full = shown
    page = page_of(asked, full=full)
    told = plain_words(with_room(page))

    assert html_words(renderer("html")(page, 80)) == told
    assert markdown_words(page) == told


@asked_about
def test_a_handout_says_the_same_in_text_markdown_and_html(asked: tuple[str, ...]):
    page = without_grid(handout_of(asked))
    tables = [block for block in page.blocks if isinstance(block, Options)]
    columns = [column for table in tables for column in table.columns]
    heads = words(" ".join(columns)).keys()  # told again in each row
    blanks = sum(isinstance(block, Blanks) for block in page.blocks)
    to_fill_in = Counter({"write": blanks, "here": blanks})

    told = [
        Counter({word: count for word, count in words.items() if word not in heads})
        for words in (
            plain_words(page) - to_fill_in,
            words(text_of(page, "terminal", width=WIDER_THAN_ANY_WORD)),
            html_words(renderer("html")(page, 80)),
            markdown_words(page) - to_fill_in,
        )
    ]

    assert told[0] == told[1] == told[2] == told[3]


def without_grid(page: Page) -> Page:
    return page._replace(blocks=tuple(b for b in page.blocks if not isinstance(b, Grid)))


def test_a_diary_is_a_table_to_fill_in_or_is_told_in_a_sentence():
    page = handout_of(("back", "head"))
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))

    markdown = renderer("markdown")(page, 80)
    plain = text_of(page, "plain", width=WIDER_THAN_ANY_WORD)

    table = [line for line in markdown.splitlines() if line.startswith("|")]
    assert len(table) == len(grid.rows) + 2
    assert FORGE.html("\n".join(table)).count("<td>") == len(grid.columns * len(grid.rows))
    assert "".join(span.text for span in grid.in_words) in plain
    for text in (markdown, plain):
        assert "__" not in text


@other_pages
def test_every_other_page_says_the_same_in_text_markdown_and_html(name: str):
    page = other_page(name)
    told = plain_words(with_room(page))
    blanks = sum(len(list(blanks_in(block))) for block in page.blocks)

    # Where a line to write on is drawn, nobody has to be told to write there.
    assert html_words(other_text(name, "html")) + Counter(["write", "here"] * blanks) == told
    assert markdown_words(page) == told


def blanks_in(block: Block) -> Iterator[Blanks]:
    """Yield every line to write on in *block*."""
    if isinstance(block, Blanks):
        yield block
    for one in getattr(block, "blocks", ()):
        yield from blanks_in(one)


@every_command
def test_forges_show_markdown_as_commonmark_does(
    painlink: Callable[..., Result], command: list[str]
):
    markdown = painlink(*command, "--markdown").stdout

    assert html_words(FORGE.html(markdown)) == html_words(COMMONMARK.html(markdown))


@every_command
@walk(form=["--plain", "--markdown", "--html"])
def test_every_page_names_its_authors_its_sponsors_and_its_dates(
    painlink: Callable[..., Result], command: list[str], form: str
):
    text = " ".join(painlink(*command, form).stdout.split())

    if text.endswith(KNOWLEDGE.about.disclaimer_in_brief):
        return  # a text that advises nothing; its other forms tell it
    assert KNOWLEDGE.about.byline in text
    assert f"Written {KNOWLEDGE.about.written}" in text
    assert f"{KNOWLEDGE.about.updated}. No clinician reviewed it." in text


@every_command
def test_every_json_document_names_its_authors_its_sponsors_and_its_dates(
    painlink: Callable[..., Result], command: list[str]
):
    provenance = json.loads(painlink(*command, "--json").stdout)["provenance"]

    assert list(provenance) == [
        "written_by",
        "reviewers",
        "reviewed",
        "funding",
        "written",
        "updated",
        "license",
    ]


@walk(command=["explain", "handout", "show", "redflags", "review"])
def test_json_that_cites_a_source_holds_that_source(painlink: Callable[..., Result], command: str):
    document = json.loads(painlink(*COMMANDS[command], "--json").stdout)

    cited = {source for key, value in document.items() for source in cited_in(value, key)}
    assert cited
    assert cited <= {source["id"] for source in document["sources"]}


def cited_in(value: object, key: str = "") -> Iterator[str]:
    """Yield the id of every source that a part of a JSON document cites."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from cited_in(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from cited_in(item, key)
    elif isinstance(value, str):
        yield from CITATION.findall(value)
        if key in ("source", "sources"):
            yield value


@pytest.fixture(scope="module", params=list(COMMANDS))
def html(request: pytest.FixtureRequest, painlink: Callable[..., Result]) -> str:
    return painlink(*COMMANDS[request.param], "--html").stdout


@cache
def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    """Return name and attributes of every element of a valid page, in order."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html)
    return [(str(one.tag).rpartition("}")[2], dict(one.attrib)) for one in tree.iter()]


def test_html_is_valid_and_names_its_language(html: str):
    names = dict(elements(html))

    assert html.startswith("<!DOCTYPE html>\n")
    assert names["html"]["lang"] == "en"


def test_html_loads_nothing_and_runs_nothing(html: str):
    found = elements(html)
    addresses = [
        value
        for name, attributes in found
        for key, value in attributes.items()
        # what leads out of the page loads nothing until somebody follows it
        if (name, attributes.get("rel")) != ("a", "noreferrer")
        if key in ("href", "src", "srcset", "action", "data", "poster", "xlink:href")
    ]

    assert {name for name, _ in found} & {"script", "link", "img", "iframe", "object"} == set()
    assert [one for one in addresses if not one.startswith("#")] == []
    assert not re.search(r"@import|url\(|\bon\w+=|javascript:", html)
    assert "default-src 'none'" in html


def test_html_has_one_main_title_and_skips_no_level(html: str):
    levels = [int(name[1]) for name, _ in elements(html) if re.fullmatch("h[1-6]", name)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_html_has_landmarks_and_its_links_lead_somewhere(html: str):
    found = elements(html)
    names = [name for name, _ in found]
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    links = [attributes["href"] for name, attributes in found if name == "a"]
    targets = {link[1:] for link in links if link.startswith("#")}

    assert names.count("main") == names.count("footer") == 1
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


@asked_about
def test_the_picture_marks_the_areas_asked_about_and_says_nothing_new(asked: tuple[str, ...]):
    page = page_of(asked)
    (figure,) = (block for block in page.blocks if isinstance(block, Figure))

    labels = [stroke.label.removesuffix(" (a chain)") for stroke in figure.strokes]
    parts = [part for label in labels for part in label.split("; ")]
    flat = text_of(page, "plain", width=WIDER_THAN_ANY_WORD).casefold()

    assert [spot.id for spot in figure.spots if spot.asked] == list(asked)
    assert [part for part in parts if part.casefold() not in flat] == []


@asked_about
def test_the_picture_draws_a_line_for_every_level_of_certainty(asked: tuple[str, ...]):
    known = explained(asked)
    (figure,) = (block for block in page_of(asked).blocks if isinstance(block, Figure))

    drawn = {stroke.certainty for stroke in figure.strokes}

    found = {link.certainty for link in known.links} | {chain.certainty for chain in known.chains}
    assert drawn <= found
    assert bool(drawn) == bool(known.links or known.chains)
    for stroke in figure.strokes:
        assert f"{stroke.certainty.label}: {stroke.label}." in figure.description
