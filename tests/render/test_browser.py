"""The HTML in a real browser, headless Chromium: nothing is fetched, all can read it, it prints."""

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pypdf import PdfReader
from typer.testing import Result

from painlink.render import renderer
from tests.shown import AREAS, PAIRS, handout_of
from tests.walks import walk

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install `chromium`"),
]

PAPERS: list[dict[str, Any]] = [{"format": "A4"}, {"format": "Letter"}]
# As narrow as A4 and as short as Letter: what fits there fits on both.
SMALLER_THAN_BOTH: dict[str, Any] = {"width": "210mm", "height": "279.4mm"}
QUESTIONS = {
    "explain": ["explain", "back", "headache"],
    "explain-full": ["explain", "back", "headache", "--full"],
    "handout": ["handout", "back", "headache"],
    "explain-one": ["explain", "neck"],
    "explain-three": ["explain", "back", "neck", "head"],
    "handout-six": ["handout", "head", "neck", "upper back", "lower back", "shoulder", "hand"],
    "list": ["list", "sources"],
    "redflags": ["redflags"],
    "show": ["show", "central-sensitization"],
    "review": ["review", "back", "headache"],
}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
every_question = walk(question=QUESTIONS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(
    painlink: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Return the address of the HTML file of each question."""
    folder = tmp_path_factory.mktemp("pages")
    for name, question in QUESTIONS.items():
        painlink(*question, "-o", str(folder / f"{name}.html"))
    return {name: (folder / f"{name}.html").as_uri() for name in QUESTIONS}


@pytest.fixture
def opened(browser: Browser, files: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """Open the page of a question in a window of its own, which ends the one before it."""
    contexts: list[BrowserContext] = []

    def close() -> None:
        while contexts:
            contexts.pop().close()

    def open_(question: str, width: int = 1280, **settings: Any) -> Page:
        close()
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(files[question])
        return page

    yield open_
    close()


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
@walk(scheme=["light", "dark"])
@walk(width=[320, 1280])
def test_axe_finds_nothing_to_mend(
    opened: Callable[..., Page], question: str, scheme: str, width: int
):
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


def fits(printer: Page, paper: dict[str, Any]) -> bool:
    return len(PdfReader(BytesIO(printer.pdf(**paper))).pages) <= 2


# Found by the length of their text among all 2,300 threes; and as many areas as may be named.
LONGEST = [
    ("back", "hip", "head"),
    ("lower-back", "knee", "head"),
    ("upper-back", "lower-back", "lower-leg"),
    ("widespread", "lower-back", "head"),
    ("upper-back", "lower-back", "wrist-hand", "shoulder"),
    ("upper-back", "lower-back", "lower-leg", "foot", "head"),
    ("back", "upper-back", "buttock", "hip", "wrist-hand", "head"),
    ("upper-back", "hip", "lower-leg", "shoulder", "jaw", "ear"),
    ("widespread", "upper-back", "lower-back", "shoulder", "wrist-hand", "head"),
]


@walk(asked=[*((area,) for area in AREAS), *PAIRS, *LONGEST])
def test_a_handout_prints_on_two_sides(printer: Page, asked: tuple[str, ...]):
    printer.set_content(renderer("html")(handout_of(asked), 80))

    if not fits(printer, SMALLER_THAN_BOTH):
        assert [paper for paper in PAPERS if not fits(printer, paper)] == []
