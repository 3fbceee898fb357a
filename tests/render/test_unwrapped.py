"""Plain text without a width: what a pipe gets, for `grep` and its like."""

import re

from painlink.model.grades import Listed
from painlink.model.words.texts import sentences
from painlink.pages import about, entry, hits, listing, start
from painlink.pages.blocks import Bullets, Paragraph, References
from painlink.render import renderer
from painlink.render.lines import words
from tests.conftest import KNOWLEDGE
from tests.shown import ONE_WORKER_MAKES_THEM, asked_about, flowing, handout_of, page_of
from tests.walks import walk

pytestmark = ONE_WORKER_MAKES_THEM

BOTH = ("back", "head")


@asked_about
def test_each_sentence_and_each_item_is_one_line(asked: tuple[str, ...]):
    page = page_of(asked)
    lines = [line.strip() for line in renderer("plain")(page, None).splitlines()]

    told = [
        sentence
        for block in page.blocks
        if isinstance(block, Paragraph)
        for sentence in sentences(words(block.text))
    ]
    items = [
        f"* {words(item)}"
        for block in page.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert [one for one in (*told, *items) if one.strip() not in lines] == []


@asked_about
def test_a_pipe_and_a_screen_get_the_same_words(asked: tuple[str, ...]):
    page = page_of(asked)

    assert flowing(renderer("plain")(page, None)) == flowing(renderer("plain")(page, 80))


def test_grep_gives_whole_sentences():
    lines = renderer("plain")(page_of(BOTH, full=True), None).splitlines()

    found = [line.strip() for line in lines if "moderate" in line.casefold()]
    assert found
    assert [one for one in found if not re.search(r"([.?!:)\]]|certainty)$", one)] == []
    assert [one for one in found if re.match(r"[a-z]", one)] == []


def test_a_citation_stays_with_its_sentence():
    lines = renderer("plain")(page_of(BOTH), None).splitlines()

    assert [line for line in lines if re.match(r"\s*\[[\d,]+\]\.?$", line)] == []


def test_a_source_is_one_line():
    page = page_of(BOTH, full=True)
    (block,) = (block for block in page.blocks if isinstance(block, References))
    lines = renderer("plain")(page, None).splitlines()

    assert [
        item.number
        for item in block.items
        if f"  [{item.number}] {words(item.in_full)}" not in lines
    ] == []


@walk(form=["plain", "terminal"], width=[None, 80])
def test_what_advises_nothing_ends_in_one_line(form: str, width: int | None):
    brief = KNOWLEDGE.about.disclaimer_in_brief
    source = KNOWLEDGE.sources["ashina-2018"]
    found = (source,)
    pages = (
        *(listing.page(KNOWLEDGE, kind) for kind in Listed),
        hits.page(KNOWLEDGE, "pain", found),
        entry.page(KNOWLEDGE, source),
    )

    for page in pages:
        text = renderer(form)(page, width).rstrip()
        assert text.endswith(f"\n\n{brief}")
        assert KNOWLEDGE.about.byline not in text


def test_what_advises_ends_in_all_its_lines():
    advising = (
        KNOWLEDGE.red_flags["sepsis-signs"],
        next(iter(KNOWLEDGE.approaches.values())),
        KNOWLEDGE.areas["back"],
    )
    pages = (
        page_of(BOTH),
        handout_of(BOTH),
        start.page(KNOWLEDGE),
        about.page(KNOWLEDGE, "1"),
        *(entry.page(KNOWLEDGE, thing) for thing in advising),
    )

    for page in pages:
        text = flowing(renderer("plain")(page, 80))
        assert text.endswith(KNOWLEDGE.about.disclaimer)
        assert KNOWLEDGE.about.byline in text


def test_forms_with_room_keep_all_lines_of_a_list():
    for form in ("html", "markdown"):
        text = flowing(renderer(form)(listing.page(KNOWLEDGE, Listed.AREAS), None))
        assert KNOWLEDGE.about.byline in text
        assert KNOWLEDGE.about.disclaimer in text
