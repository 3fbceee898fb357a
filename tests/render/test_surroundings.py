"""An HTML page in a site: what stands around it, and where what it names leads."""

import re

import pytest

from painlink.model.grades import Listed
from painlink.pages import listing
from painlink.pages.blocks import Page
from painlink.render import document, renderer
from painlink.render.surroundings import Anchor, Surroundings
from tests.conftest import KNOWLEDGE
from tests.shown import page_of

COMMAND = "painlink redflags back head"


@pytest.fixture
def page() -> Page:
    return page_of(("back", "head"))


def test_a_page_by_itself_is_the_page_with_nothing_around_it(page: Page):
    assert document(page, Surroundings()) == renderer("html")(page, 80)


def test_a_command_leads_to_its_page_under_a_name_of_its_own(page: Page):
    anchors = {COMMAND: Anchor("signs.html?a&b", "All signs of <both>")}

    html = document(page, Surroundings(leads=anchors.get))

    assert '<a href="signs.html?a&amp;b">All signs of &lt;both&gt;</a>' in html
    assert COMMAND not in html


def test_a_command_without_a_name_keeps_its_words(page: Page):
    html = document(page, Surroundings(leads={COMMAND: Anchor("signs.html")}.get))

    assert f'<a href="signs.html"><code>{COMMAND}</code></a>' in html


def test_a_command_that_leads_nowhere_stays_a_command(page: Page):
    assert f"<code>{COMMAND}</code>" in document(page, Surroundings())


def test_a_row_leads_to_its_page():
    page = listing.page(KNOWLEDGE, Listed.AREAS)

    html = document(page, Surroundings(leads={"neck": Anchor("neck.html")}.get))

    assert '<dt><a href="neck.html"><code>neck</code></a>' in html


def test_a_picture_with_links_is_no_single_picture_and_names_each(page: Page):
    html = document(page, Surroundings(leads={"back": Anchor("back.html", "Your back")}.get))

    (figure,) = re.findall("<figure(?! class).*?</figure>", html, re.DOTALL)
    assert 'role="img"' not in figure
    assert '<a href="back.html" aria-label="Your back"><ellipse' in figure


def test_what_stands_around_a_page_stands_outside_of_its_main_part(page: Page):
    around = Surroundings(
        style='<link rel="stylesheet" href="style.css">',
        policy="default-src 'none'; style-src 'self'",
        head='<meta name="description" content="Both.">',
        before="<header>painlink</header>",
        after="<nav>All</nav>",
    )

    html = document(page, around)

    assert "<style>" not in html
    assert "content=\"default-src 'none'; style-src 'self'\"" in html
    assert f"{around.style}\n{around.head}\n</head>" in html
    assert "<body>\n<header>painlink</header>\n<main>" in html
    assert "</footer>\n<nav>All</nav>\n</body>" in html
