"""What a screen reader gets of an HTML page, and where its links lead, in a real browser.

The trees come from the tiny knowledge, so that editing the real text does not churn them.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

from painlink.explain.explanation import explain
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages import entry, explanation, handout, listing, warnings
from painlink.render import renderer
from tests.chromium import IN_A_BROWSER, launched
from tests.walks import walk

pytestmark = [*IN_A_BROWSER, pytest.mark.xdist_group("browser")]  # one opens it for all
TREES = ["explain", "handout", "redflags", "show", "list"]
QUESTIONS = {
    "explain": ["explain", "back", "headache"],
    "explain full": ["explain", "neck", "--full"],
    "handout": ["handout", "back", "headache"],
    "show": ["show", "central-sensitization"],
    "list": ["list", "sources"],
}


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with launched() as browser:
        yield browser.new_page()


@pytest.fixture(scope="module")
def pages(tiny: Knowledge) -> dict[str, str]:
    both = (tiny.areas["toe"], tiny.areas["ankle"])
    made = {
        "explain": explanation.page(tiny, explain(tiny, both)),
        "handout": handout.page(tiny, explain(tiny, both)),
        "redflags": warnings.page(tiny, both),
        "show": entry.page(tiny, tiny.sources["string-2001"]),
        "list": listing.page(tiny, Listed.MECHANISMS),
    }
    return {name: renderer("html")(page, None) for name, page in made.items()}


@pytest.mark.parametrize("name", TREES)
def test_a_page_reads_well_aloud(
    window: Page, pages: dict[str, str], snapshot: SnapshotAssertion, name: str
):
    window.set_content(pages[name])

    assert window.locator("body").aria_snapshot() == snapshot


@walk(name=["explain", "handout"])
def test_the_picture_is_announced_once(window: Page, pages: dict[str, str], name: str):
    window.set_content(pages[name])

    tree = window.context.new_cdp_session(window).send("Accessibility.getFullAXTree")

    heard = [one for one in tree["nodes"] if not one["ignored"]]
    names = [one.get("name", {}).get("value", "") for one in heard]
    assert [one["role"]["value"] for one in heard].count("image") == 1
    assert sum("Where it hurts" in one or "Marked:" in one for one in names) == 1
    assert [one for one in names if one in ("Front", "Back") or "__" in one] == []


@pytest.fixture(scope="module")
def files(
    painlink: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("linked")
    for name, question in QUESTIONS.items():
        painlink(*question, "-o", str(folder / f"{name}.html"))
    return {name: (folder / f"{name}.html").as_uri() for name in QUESTIONS}


@walk(name=QUESTIONS)
def test_every_link_leads_to_a_place_on_the_page_or_to_a_whole_address(
    window: Page, files: dict[str, str], name: str
):
    window.goto(files[name])
    links = window.eval_on_selector_all(
        "a", "all => all.map(a => [a.getAttribute('href'), a.href, a.rel, a.innerText.trim()])"
    )
    lost = window.eval_on_selector_all(
        "a[href^='#']", "all => all.filter(a => !document.querySelector(a.getAttribute('href')))"
    )

    assert lost == []
    assert len(links) > 10
    for written, resolved, relation, said in links:
        assert said
        if written.startswith("#"):
            continue
        address = urlsplit(written)
        assert address.scheme in ("https", "http")
        assert "." in address.netloc
        assert resolved in (written, f"{written}/")
        assert relation == "noreferrer"


@walk(name=["explain", "explain full", "handout", "show"])
def test_a_citation_leads_to_its_source_and_the_source_leads_back(
    window: Page, files: dict[str, str], name: str
):
    window.goto(files[name])
    first = window.locator("a[id^='cited-']").first
    number = first.inner_text()
    first.focus()
    window.keyboard.press("Enter")
    there = window.evaluate("document.querySelector(':target').id")
    window.locator(":target a").first.focus()
    window.keyboard.press("Enter")

    assert there == f"source-{number}"
    assert window.evaluate("document.querySelector(':target').id") == f"cited-{number}"
    cited = window.locator("a[id^='cited-']").count()
    assert cited == window.locator("[id^='source-']").count()
