"""Where things lead: sources as links in a terminal and in Markdown, and the address of each."""

import re

import pytest
from rich.text import Text as StyledText

from painlink.model.addresses import address_of
from painlink.pages import entry
from painlink.pages.blocks import Page, References
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.forges import COMMONMARK
from tests.shown import ESCAPE, ONE_WORKER_MAKES_THEM, handout_of, page_of
from tests.walks import walk

pytestmark = ONE_WORKER_MAKES_THEM

WELL_FORMED = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?")
LINK = re.compile(r"\x1b\]8;([^;]*);([^\x1b]*)\x1b\\")
PAGES = {
    "explain": page_of(("back", "head")),
    "in full": page_of(("neck",), full=True),
    "handout": handout_of(("back", "head")),
    "show": entry.page(KNOWLEDGE, KNOWLEDGE.sources["ichd3-moh"]),
}
each_page = walk(name=PAGES)


def addresses(page: Page) -> set[str]:
    """Return where the sources listed on *page* lead."""
    ids = [
        item.id for block in page.blocks if isinstance(block, References) for item in block.items
    ]
    return {KNOWLEDGE.sources[id_].address for id_ in ids} - {""}


@walk(source=KNOWLEDGE.sources.values())
def test_every_address_is_whole_and_needs_no_quoting(source):
    if source.doi or source.pmid or source.url:
        assert WELL_FORMED.fullmatch(source.address)
    else:
        assert source.address == ""


@pytest.mark.parametrize(
    ("doi", "pmid", "url", "address"),
    [
        ("10.1/a", "123", "https://a.org", "https://doi.org/10.1/a"),
        (None, "123", "https://a.org", "https://pubmed.ncbi.nlm.nih.gov/123/"),
        (None, None, "https://a.org/b?c=d#e", "https://a.org/b?c=d#e"),
        ("10.1/a<b>#c d", None, None, "https://doi.org/10.1/a%3Cb%3E%23c%20d"),
        (None, None, "https://a.org/ä\"'<>", "https://a.org/%C3%A4%22'%3C%3E"),
        (None, None, "javascript:alert(1)", ""),
        (None, None, None, ""),
    ],
)
def test_the_most_lasting_address_is_taken(doi, pmid, url, address):
    assert address_of(doi, pmid, url) == address


@each_page
def test_a_terminal_has_a_link_for_every_source(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv("TERM", "xterm-256color")

    text = renderer("terminal")(PAGES[name], 80)

    linked = [address for _, address in LINK.findall(text)]
    assert addresses(PAGES[name]) <= set(linked)
    assert linked[::2].count("") == 0
    assert set(linked[1::2]) == {""}  # each ends where it ends
    assert {number for number, _ in LINK.findall(text)} == {""}
    assert renderer("terminal")(PAGES[name], 80) == text


@pytest.mark.parametrize("term", ["dumb", "linux", ""])
def test_a_terminal_without_links_gets_none(monkeypatch: pytest.MonkeyPatch, term: str):
    monkeypatch.setenv("TERM", term)

    assert "\x1b]" not in renderer("terminal")(PAGES["explain"], 80)


def test_no_color_keeps_the_links(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b]8;;https://" in renderer("terminal")(PAGES["explain"], 80)


@each_page
def test_links_change_no_letter_and_no_line(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv("TERM", "xterm")
    linked = renderer("terminal")(PAGES[name], 60)
    monkeypatch.setenv("TERM", "linux")

    assert ESCAPE.sub("", linked) == ESCAPE.sub("", renderer("terminal")(PAGES[name], 60))
    assert "\x1b" not in StyledText.from_ansi(ESCAPE.sub("", linked)).plain


@each_page
def test_markdown_has_a_link_for_every_source(name: str):
    page = PAGES[name]
    html = COMMONMARK.html(renderer("markdown")(page, None))

    led = {address.replace("&amp;", "&") for address in re.findall(r'<a href="([^"]*)"', html)}
    assert {address.replace("'", "&#x27;") for address in addresses(page)} - led == set()


@walk(name=["explain", "in full", "handout"])
def test_every_citation_in_markdown_has_its_footnote(name: str):
    markdown = renderer("markdown")(PAGES[name], None)

    notes = re.findall(r"^\[\^(\d+)\]: \S", markdown, re.MULTILINE)
    cited = re.findall(r"(?<!\n)\[\^(\d+)\]", markdown)

    assert len(notes) == len(set(notes))
    assert set(cited) == set(notes) != set()
