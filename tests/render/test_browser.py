"""The HTML in a real browser, headless Chromium: nothing is fetched, all can read it, it prints."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from typer.testing import Result

from painlink.explain.red_flags import signs_in_themselves
from painlink.pages import handout
from painlink.pages.blocks import Options
from painlink.pages.blocks import Page as Sheet
from painlink.pages.parts.room import sides
from painlink.reading.example import EXAMPLE
from painlink.render import renderer
from tests.chromium import (
    IN_A_BROWSER,
    SCHEMES,
    SMALLER_THAN_BOTH,
    count_sides,
    launched,
    look_at,
    open_in,
    sides_of,
    violations_of_each_kind,
)
from tests.conftest import KNOWLEDGE
from tests.pictures import png
from tests.shown import AREAS, PAIRS, explained, handout_of
from tests.walks import walk

pytestmark = [*IN_A_BROWSER, pytest.mark.xdist_group("browser")]  # one opens it for all

PAPERS: list[dict[str, Any]] = [{"format": "A4"}, {"format": "Letter"}]
QUESTIONS = {
    "explain": ["explain", "back", "headache"],
    "explain-full": ["explain", "back", "headache", "--full"],
    "handout": ["handout", "back", "headache"],
    "explain-one": ["explain", "neck"],
    "explain-three": ["explain", "back", "neck", "head"],
    "handout-large": ["handout", "back", "headache", "--large"],
    "handout-practice": ["handout", "back", "headache", "--data", "CLINIC"],
    "handout-six": ["handout", "head", "neck", "upper back", "lower back", "shoulder", "hand"],
    "list": ["list", "sources"],
    "redflags": ["redflags"],
    "show": ["show", "central-sensitization"],
    "review": ["review", "back", "headache"],
}
SCROLLED = "document.documentElement.scrollWidth"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"


class Seen(NamedTuple):
    """A page in a browser, what it has asked for, and what it has said of mistakes."""

    page: Page
    address: str
    asked: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def files(
    painlink: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Return the address of the HTML file of each question."""
    folder = tmp_path_factory.mktemp("pages")
    clinic = folder / "clinic.yaml"
    clinic.write_text(EXAMPLE.replace("# picture:", "picture:"), encoding="utf-8")
    (folder / "logo.png").write_bytes(png(120, 40))
    for name, question in QUESTIONS.items():
        words = [str(clinic) if word == "CLINIC" else word for word in question]
        painlink(*words, "-o", str(folder / f"{name}.html"))
    return {name: (folder / f"{name}.html").as_uri() for name in QUESTIONS}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Seen:
    """Return a window of which all is kept that it asks for and says."""
    seen = Seen(browser.new_page(), "", [], [])
    seen.page.on("request", lambda request: seen.asked.append(request.url))
    seen.page.on("console", lambda message: seen.said.append(message.text))
    return seen


@pytest.fixture(scope="module", params=QUESTIONS)
def seen(watched: Seen, files: dict[str, str], request: pytest.FixtureRequest) -> Seen:
    """Open the page of each question once, for all that is asked of it."""
    watched.asked.clear()
    watched.said.clear()
    open_in(watched.page, files[request.param])
    return watched._replace(address=files[request.param])


@pytest.fixture
def opened(window: Page, files: dict[str, str]) -> Callable[[str], Page]:
    """Open the page of a question in the one window."""
    return lambda question: open_in(window, files[question])


@pytest.mark.parametrize("width", [320, 640], ids=["320 px wide", "at 200% zoom"])
def test_a_page_never_scrolls_sideways(seen: Seen, width: int):
    look_at(seen.page, width)

    assert seen.page.evaluate(SCROLLED) <= width


def test_a_page_with_letters_of_twice_the_size_never_scrolls_sideways(seen: Seen):
    look_at(seen.page, 1280)

    large = f"document.documentElement.style.fontSize = '200%'; {SCROLLED}"
    assert seen.page.evaluate(large) <= 1280
    seen.page.evaluate("document.documentElement.style.fontSize = ''")


def test_a_page_prints_in_black_on_white_even_from_a_dark_screen(seen: Seen):
    look_at(seen.page, 1280, "dark", media="print")

    elements = "[...document.querySelectorAll('body *:not(svg *)')]"
    colors = seen.page.evaluate(f"[...new Set({elements}.map(one => getComputedStyle(one).color))]")

    assert colors == ["rgb(0, 0, 0)"]
    assert seen.page.evaluate(PAPER) == "rgb(255, 255, 255)"


def test_light_and_dark_are_two_looks(seen: Seen):
    papers = []
    for scheme in SCHEMES:
        look_at(seen.page, 1280, scheme)
        papers.append(seen.page.evaluate(PAPER))

    assert papers[0] != papers[1]


def test_a_page_asks_nobody_for_anything_however_it_is_looked_at(seen: Seen):
    assert seen.asked == [seen.address]
    assert seen.said == []


def test_axe_finds_nothing_to_mend(seen: Seen):  # last: it leaves less of the page
    # A scheme changes colors alone, a width none.
    assert violations_of_each_kind(seen.page, [(320, "light"), (1280, "dark")]) == []


def is_emergency(asked: tuple[str, ...]) -> bool:
    return bool(signs_in_themselves(KNOWLEDGE, [KNOWLEDGE.areas[area] for area in asked]))


def printed(window: Page, page: Sheet, paper: dict[str, Any]) -> bytes:
    """Return *page* as a PDF, printed on *paper*."""
    window.set_content(renderer("html")(page, 80))
    return window.pdf(**paper)


THREES = [three for three in combinations(AREAS, 3) if sum(map(AREAS.index, three)) % 11 == 0]
FEW = [one for one in (*((area,) for area in AREAS), *PAIRS, *THREES) if not is_emergency(one)]
TEN_PAIRS = [pair for pair in PAIRS if not is_emergency(pair)][:: len(PAIRS) // 10]
MANY = [
    ("upper-back", "lower-back", "wrist-hand", "shoulder"),
    ("upper-back", "lower-back", "lower-leg", "foot", "head"),
    ("head", "neck", "upper-back", "lower-back", "shoulder", "wrist-hand"),
]


@cache
def longest() -> list[tuple[str, ...]]:
    """Return those of up to three areas whose sides are the fullest, each of both by itself."""
    fullest = [
        sorted(FEW, key=lambda asked: -sides(handout_of(asked))[side])[:8] for side in (0, 1)
    ]
    return list(dict.fromkeys(asked for side in fullest for asked in side))


def test_a_handout_prints_on_two_sides(window: Page):
    asked = [*longest(), *TEN_PAIRS, ("back", "head"), *MANY]
    counted = {
        one: count_sides(printed(window, handout_of(one), SMALLER_THAN_BOTH)) for one in asked
    }

    assert {one: count for one, count in counted.items() if count != 2} == {}


@walk(paper=PAPERS, large=[False, True])
@walk(asked=[("back", "head"), ("neck", "head"), ("hip", "knee", "neck")])
def test_no_row_stands_alone_on_a_side(
    window: Page, asked: tuple[str, ...], paper: dict[str, Any], large: bool
):
    page = handout.page(KNOWLEDGE, explained(asked), large=large)
    (options,) = (block for block in page.blocks if isinstance(block, Options))
    names = [row[0][0].text for row in options.rows]
    told = sides_of(printed(window, page, paper))

    rows = [sum(name in side for name in names) for side in told]
    assert sum(rows) == len(names)
    assert 1 not in rows


POINT = 4 / 3  # dots of a browser
SIZES = """
() => [...document.querySelectorAll('body *:not(svg *, svg)')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => [one.closest('.references, table')?.className ?? '', one.localName,
    parseFloat(getComputedStyle(one).fontSize)])
"""
SMALLEST = {"references": 7.5, "options": 8.5}


@walk(question=["handout", "handout-six", "handout-practice"])
def test_a_sheet_is_printed_in_letters_that_can_be_read(
    opened: Callable[[str], Page], question: str
):
    page = opened(question)
    page.emulate_media(media="print")
    found = page.evaluate(SIZES)

    def wanted(around: str, name: str) -> float:
        return SMALLEST.get(around, 8.5 if name in ("th", "td") else 9.5)

    assert len(found) > 50
    assert [
        (around, name, size)
        for around, name, size in found
        if size / POINT < wanted(around, name) - 0.01
    ] == []


def test_large_print_has_14_points_everywhere(opened: Callable[[str], Page]):
    page = opened("handout-large")
    page.emulate_media(media="print")

    assert [one for one in page.evaluate(SIZES) if one[2] / POINT < 13.99] == []


def test_a_body_is_large_enough_to_shade(opened: Callable[[str], Page]):
    page = opened("handout")
    page.emulate_media(media="print")

    size = page.evaluate("document.querySelector('figure svg').getBoundingClientRect().toJSON()")
    assert size["height"] > 50 * 96 / 25.4  # of the body, in millimetres
    assert page.locator("figure ellipse").count() == 0


def test_the_picture_of_a_practice_is_drawn(opened: Callable[[str], Page]):
    page = opened("handout-practice")
    picture = page.locator("img")

    assert picture.get_attribute("alt") == "The name of your practice"
    assert picture.evaluate("one => [one.complete, one.naturalWidth]") == [True, 120]
