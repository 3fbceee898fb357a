"""The HTML in a real browser, headless Chromium: nothing is fetched, all can read it, it prints."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from typer.testing import Result

from painlink.explain.red_flags import signs_in_themselves
from painlink.pages import handout
from painlink.pages.blocks import Options
from painlink.pages.blocks import Page as Sheet
from painlink.pages.parts.room import sides
from painlink.reading.example import EXAMPLE
from painlink.render import renderer
from tests.chromium import IN_A_BROWSER, WCAG, launched, one_window
from tests.conftest import KNOWLEDGE
from tests.pictures import png
from tests.shown import AREAS, PAIRS, explained, handout_of
from tests.walks import walk

pytestmark = IN_A_BROWSER

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
every_question = walk(question=QUESTIONS)


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


@pytest.fixture
def opened(browser: Browser, files: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """Open the page of a question in a window of its own, which ends the one before it."""
    with one_window(browser) as open_:

        def open_question(question: str, width: int = 1280, **settings: Any) -> Page:
            return open_(files[question], width, **settings)

        yield open_question


@every_question
def test_a_page_opens_without_asking_anybody_for_anything(
    browser: Browser, files: dict[str, str], question: str
):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(files[question], wait_until="networkidle")
    context.close()

    assert asked == [files[question]]
    assert said == []


@every_question
@walk(look=[("light", 320), ("dark", 1280)])  # a scheme changes colors alone, a width none
def test_axe_finds_nothing_to_mend(
    opened: Callable[..., Page], question: str, look: tuple[str, int]
):
    scheme, width = look
    page = opened(question, width, color_scheme=scheme)

    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]})

    violations = found.response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []
    assert "color-contrast" in {one["id"] for one in found.response["passes"]}


@every_question
@pytest.mark.parametrize(
    ("width", "zoom"), [(320, 1), (640, 2)], ids=["320 px wide", "at 200% zoom"]
)
def test_a_page_never_scrolls_sideways(
    opened: Callable[..., Page], question: str, width: int, zoom: int
):
    page = opened(question, width, device_scale_factor=zoom)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_question
def test_a_page_with_letters_of_twice_the_size_never_scrolls_sideways(
    opened: Callable[..., Page], question: str
):
    page = opened(question, 1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@every_question
def test_a_page_prints_in_black_on_white_even_from_a_dark_screen(
    opened: Callable[..., Page], question: str
):
    page = opened(question, color_scheme="dark")
    page.emulate_media(media="print")

    elements = "[...document.querySelectorAll('body *:not(svg *)')]"
    colors = page.evaluate(f"{elements}.map(one => getComputedStyle(one).color)")

    assert set(colors) == {"rgb(0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


@every_question
def test_light_and_dark_are_two_looks(opened: Callable[..., Page], question: str):
    papers = {
        opened(question, color_scheme=scheme).evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        for scheme in ("light", "dark")
    }

    assert len(papers) == 2


@pytest.fixture(scope="module")
def printer(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def is_emergency(asked: tuple[str, ...]) -> bool:
    return bool(signs_in_themselves(KNOWLEDGE, [KNOWLEDGE.areas[area] for area in asked]))


def printed(printer: Page, page: Sheet, paper: dict[str, Any]) -> list[str]:
    """Return the text of each side of *page*, printed on *paper*."""
    printer.set_content(renderer("html")(page, 80))
    pages = PdfReader(BytesIO(printer.pdf(**paper))).pages
    return [" ".join(side.extract_text().split()) for side in pages]


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
        sorted(FEW, key=lambda asked: -sides(handout_of(asked))[side])[:12] for side in (0, 1)
    ]
    return list(dict.fromkeys(asked for side in fullest for asked in side))


@walk(paper=PAPERS)
def test_a_handout_prints_on_two_sides(printer: Page, paper: dict[str, Any]):
    asked = [*longest(), *TEN_PAIRS, ("back", "head"), *MANY]
    counted = {one: len(printed(printer, handout_of(one), paper)) for one in asked}

    assert {one: count for one, count in counted.items() if count != 2} == {}


@walk(paper=PAPERS, large=[False, True])
@walk(asked=[("back", "head"), ("neck", "head"), ("hip", "knee", "neck")])
def test_no_row_stands_alone_on_a_side(
    printer: Page, asked: tuple[str, ...], paper: dict[str, Any], large: bool
):
    page = handout.page(KNOWLEDGE, explained(asked), large=large)
    (options,) = (block for block in page.blocks if isinstance(block, Options))
    names = [row[0][0].text for row in options.rows]
    told = printed(printer, page, paper)

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
def test_a_sheet_is_printed_in_letters_that_can_be_read(opened: Callable[..., Page], question: str):
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


def test_large_print_has_14_points_everywhere(opened: Callable[..., Page]):
    page = opened("handout-large")
    page.emulate_media(media="print")

    assert [one for one in page.evaluate(SIZES) if one[2] / POINT < 13.99] == []


def test_a_body_is_large_enough_to_shade(opened: Callable[..., Page]):
    page = opened("handout")
    page.emulate_media(media="print")

    size = page.evaluate("document.querySelector('figure svg').getBoundingClientRect().toJSON()")
    assert size["height"] > 50 * 96 / 25.4  # of the body, in millimetres
    assert page.locator("figure ellipse").count() == 0


def test_the_picture_of_a_practice_is_drawn(opened: Callable[..., Page]):
    page = opened("handout-practice")
    picture = page.locator("img")

    assert picture.get_attribute("alt") == "The name of your practice"
    assert picture.evaluate("one => [one.complete, one.naturalWidth]") == [True, 120]
