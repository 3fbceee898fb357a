"""The site in a real browser, headless Chromium: opened from the disk, seen, heard, printed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import (
    IN_A_BROWSER,
    SMALLER_THAN_BOTH,
    count_sides,
    launched,
    open_in,
    violations,
    violations_of_each_kind,
)
from tests.conftest import KNOWLEDGE
from tests.site.conftest import Run
from tests.site.reading import Pages
from tests.site.test_pages import ONE_OF_EACH_KIND
from tests.walks import walk

pytestmark = [*IN_A_BROWSER, pytest.mark.xdist_group("site")]  # it is made once
SMALLEST, MOST_TABS = 24, 200  # pixels of a thing to touch; keys before one gives up
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture
def opened(window: Page) -> Opened:
    """Open a file in the one window."""
    return lambda file, width=1280: open_in(window, file.as_uri(), width)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    """Return a window for axe, which has to be put into a page from outside."""
    return browser.new_page(bypass_csp=True)


@pytest.fixture(scope="module")
def tiny_folder(tiny_site: Pages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    for name, content in tiny_site.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_a_crawl_from_the_front_page_opens_every_page_and_asks_nobody_for_anything(
    browser: Browser, tiny_folder: Path
):
    page = browser.new_page()
    asked, said, seen = set(), [], set()
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    todo = [(tiny_folder / "index.html").as_uri()]
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        leads = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map("
            "one => new URL(one.getAttribute('href'), location).href)"
        )
        todo += [lead.partition("#")[0] for lead in leads if lead.startswith("file:")]
    page.close()

    assert seen == {path.as_uri() for path in tiny_folder.rglob("*.html")}
    assert asked == seen | {(tiny_folder / "style.css").as_uri()}
    assert said == []


@walk(
    name=[
        *("index.html", "a-to-z.html", "a-to-z/t.html", "signs.html", "about.html"),
        *("and/toe.html", "list/areas.html", "explain/toe.html", "explain/ankle_toe.html"),
        *("full/ankle_toe.html", "redflags/ankle_toe.html", "handout/ankle_toe.html"),
        *("show/tug.html", "show/toe-black.html", "show/bare-feet.html", "show/string-2001.html"),
    ]
)
def test_axe_finds_nothing_to_mend(tab: Page, tiny_folder: Path, name: str):
    tab.goto((tiny_folder / name).as_uri())

    # On either side of the one width at which the style changes: a scheme changes colors alone.
    assert violations(tab, [(390, "light"), (1280, "dark")]) == []


@walk(name=["index.html", "and/back.html", "explain/back_head.html", "handout/back_head.html"])
def test_axe_finds_nothing_to_mend_in_the_site_of_everything(tab: Page, whole_run: Run, name: str):
    tab.goto((whole_run.folder / name).as_uri())

    assert violations_of_each_kind(tab, [(390, "light"), (1280, "dark")]) == []


@walk(name=ONE_OF_EACH_KIND)
def test_no_page_scrolls_sideways(tab: Page, whole_run: Run, name: str):
    tab.set_viewport_size({"width": 320, "height": 900})
    tab.goto((whole_run.folder / name).as_uri())
    narrow = tab.evaluate("document.documentElement.scrollWidth")
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.evaluate("document.documentElement.style.fontSize = '200%'")

    assert narrow <= 320
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_one_stylesheet_is_there_and_follows_the_size_of_the_readers_text(
    opened: Opened, whole_run: Run
):
    page = opened(whole_run.folder / "explain/back_head.html")
    size = "parseFloat(getComputedStyle(document.querySelector('p')).fontSize)"
    before = page.evaluate(size)
    page.evaluate("document.documentElement.style.fontSize = '32px'")

    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert page.evaluate(size) > before


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until what has the focus is called *name*."""
    told = (
        "document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.textContent.trim()"
    )
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(told) == name:
            return
    pytest.fail(f"no way to {name!r}")


def test_by_keyboard_alone_one_comes_from_the_front_page_to_back_and_headache(
    opened: Opened, whole_run: Run
):
    page = opened(whole_run.folder / "index.html")

    for name in ("Back", "Head"):
        tab_to(page, name)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    assert page.locator("h1").inner_text() == "Back pain and headache: are they linked?"


def test_the_first_key_leads_past_the_links_of_the_site_to_the_page(opened: Opened, whole_run: Run):
    page = opened(whole_run.folder / "explain/back_head.html")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    inside = "document.querySelector('main').contains(document.activeElement)"
    assert page.evaluate(inside)


@walk(name=["index.html", "and/back.html", "explain/back_head.html"])
def test_what_a_thumb_chooses_is_large_enough(opened: Opened, whole_run: Run, name: str):
    page = opened(whole_run.folder / name, 390)

    small = page.evaluate(
        "[...document.querySelectorAll('nav a, .to-choose li a')]"
        ".map(one => [one.textContent, one.getBoundingClientRect()])"
        f".filter(([_, box]) => box.height < {SMALLEST} || box.width < {SMALLEST})"
        ".map(([text]) => text)"
    )

    assert small == []


def test_each_area_of_the_body_can_be_hit(opened: Opened, whole_run: Run):
    page = opened(whole_run.folder / "index.html", 390)

    hit = page.evaluate(
        """() => {
        const box = document.querySelector('.to-choose svg').getBoundingClientRect();
        const found = new Set();
        for (let x = box.left; x < box.right; x += 4)
          for (let y = box.top; y < box.bottom; y += 4) {
            scrollTo(0, 0);
            const link = document.elementFromPoint(x, y)?.closest('svg a');
            if (link) found.add(link.getAttribute('href'));
          }
        return [...found];
        }"""
    )

    assert sorted(hit) == sorted(f"and/{id_}.html" for id_ in KNOWLEDGE.areas)


@walk(name=["index.html", "explain/back_head.html", "handout/back_head.html"])
def test_on_paper_nothing_of_the_site_is_left_around_a_page(
    opened: Opened, whole_run: Run, name: str
):
    page = opened(whole_run.folder / name)
    page.emulate_media(media="print")

    shown = "[...document.querySelectorAll('nav, .skip')].filter(one => one.offsetParent !== null)"
    assert page.evaluate(f"{shown}.length") == 0


@walk(asked=["back", "back_head", "head_neck"])
def test_a_handout_prints_on_two_sides(opened: Opened, whole_run: Run, asked: str):
    page = opened(whole_run.folder / f"handout/{asked}.html")

    assert count_sides(page.pdf(**SMALLER_THAN_BOTH)) <= 2
