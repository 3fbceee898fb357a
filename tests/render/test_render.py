"""Every page in every format and width: complete, safe, and within its columns."""

import re

import pytest

from painlink.explain.explanation import completed
from painlink.model.grades import Listed
from painlink.pages import listing
from painlink.pages.blocks import Rows
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE
from tests.shown import (
    ONE_WORKER_MAKES_THEM,
    PAIRS,
    TEXTS,
    WIDTHS,
    Shown,
    asked_about,
    document_of,
    each_explanation,
    explained,
    explanation_text,
    flowing,
    leading_of,
    other_page,
    other_pages,
    other_text,
    page_of,
    text_of,
    too_long,
    unwrapped,
    widths_of,
)
from tests.walks import walk

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]


@walk(form=TEXTS)
@each_explanation
def test_no_line_of_an_explanation_is_too_long(shown: Shown, form: str):
    asked, full = shown
    texts = {
        width: explanation_text(asked, full=full, form=form, width=width)
        for width in widths_of(form, full=full)
    }

    assert [line for w, text in texts.items() for line in too_long(text, w)] == []


@walk(form=TEXTS)
@each_explanation
def test_every_explanation_shows_its_warning_signs_and_ends_with_the_disclaimer(
    shown: Shown, form: str
):
    asked, full = shown
    texts = [
        flowing(explanation_text(asked, full=full, form=form, width=width))
        for width in widths_of(form, full=full)
    ]
    signs = [flag.sign for flag in leading_of(asked).now]
    names = [flag.name for flag in leading_of(asked).for_today]

    assert [sign for sign in (*signs, *names) for text in texts if sign not in text] == []
    assert all(text.endswith(KNOWLEDGE.about.disclaimer) for text in texts)


@each_explanation
def test_warning_signs_come_right_behind_the_verdict(shown: Shown):
    asked, full = shown
    page = page_of(asked, full=full)

    text = flowing(explanation_text(asked, full=full))

    said = f"{explained(asked).verdict} {KNOWLEDGE.wording.for_whom}"
    opening = re.escape(f"{page.title} {said} Get help now if you have any of these ")
    calm = r"(\(most people with [a-z ]+ have none\) )?"
    assert re.match(rf"{opening}{calm}(Having .* is itself one of these signs\. )?\* ", text)


@asked_about
def test_the_short_page_says_where_to_see_every_warning_sign(asked: tuple[str, ...]):
    text = flowing(explanation_text(asked))

    ways = (
        "Every sign, with sources: ",
        "Every sign, children's too, with sources: ",
    )
    assert any(f"{way}painlink redflags {' '.join(asked)}" in text for way in ways)


@each_explanation
def test_every_citation_has_its_source_and_every_source_its_citation(shown: Shown):
    asked, full = shown
    text = flowing(explanation_text(asked, full=full))
    body, _, sources = re.sub(r" Sources(?: \([^)]*\):)? \[1\] ", "\0", text).partition("\0")

    cited = {int(n) for run in re.findall(r"\[([\d,]+)\]", body) for n in run.split(",")}
    listed = {int(n) for n in re.findall(r"\[(\d+)\] ", f"[1] {sources}")} if sources else set()

    assert cited == listed == set(range(1, len(listed) + 1))


# What only a terminal draws: bars beside their number, and moves.
SKETCHES = [
    re.escape(unwrapped("".join((*benefit.sketch.lines, benefit.sketch.shows))))
    for one in KNOWLEDGE.approaches.values()
    for benefit in one.benefits
    if benefit.sketch
]
DRAWN = re.compile("|".join([r"[#.]{10,}(?=\d)", *SKETCHES]))


@each_explanation
def test_the_terminal_and_plain_text_say_the_same(shown: Shown):
    asked, full = shown
    terminal, plain = (
        [
            unwrapped(explanation_text(asked, full=full, form=form, width=width))
            for width in widths_of("terminal", full=full)
        ]
        for form in TEXTS
    )

    assert [DRAWN.sub("", text) for text in terminal] == plain


@walk(asked=PAIRS)
def test_every_two_areas_get_a_straight_answer(asked: tuple[str, ...]):
    text = flowing(explanation_text(asked))

    answer = text.partition("The short answer ")[2]
    known = explained(asked)
    if known.pair:
        assert answer.startswith("* Do they go together? ")
        assert "* Does one cause the other? " in answer
        return
    words = KNOWLEDGE.wording
    dangers = f"({re.escape(words.both_is_a_sign)} |{re.escape(words.look_above_first)} )?"
    if known.links:
        said = "We have no count of how often these two go together"
    else:
        apart = "Apart from such dangers( and everyday things)?, we"
        said = f"(We|{apart}) know of no (direct )?link between the "
    assert re.match(rf"(\* )?{dangers}{said}", answer)


@asked_about
def test_plain_text_holds_no_escape_code(asked: tuple[str, ...]):
    assert "\x1b" not in renderer("plain")(page_of(asked), 80)


@asked_about
def test_json_holds_every_link_red_flag_and_source_of_the_explanation(asked: tuple[str, ...]):
    known = completed(KNOWLEDGE, explained(asked))

    document = document_of(asked)

    for key in ("areas", "links", "unsupported", "chains", "red_flags", "approaches", "sources"):
        assert [item["id"] for item in document[key]] == [item.id for item in getattr(known, key)]
    assert document["disclaimer"] == KNOWLEDGE.about.disclaimer


@other_pages
def test_every_other_page_renders_in_every_format_and_ends_with_the_disclaimer(name: str):
    page = other_page(name)
    for form in FORMATS:
        text = flowing(other_text(name, form))

        if form in TEXTS and page.in_brief:
            assert text.endswith(KNOWLEDGE.about.disclaimer_in_brief), form
        else:
            assert KNOWLEDGE.about.disclaimer in text, form


@other_pages
def test_no_line_of_another_page_is_too_long_in_a_terminal(name: str):
    for width in WIDTHS:
        text = other_text(name, "terminal", width)

        assert too_long(text, width) == []


@walk(kind=Listed)
def test_a_listing_keeps_one_item_on_one_line_in_plain_text(kind: Listed):
    page = listing.page(KNOWLEDGE, kind)
    rows = [row for block in page.blocks if isinstance(block, Rows) for row in block.items]

    lines = text_of(page).splitlines()

    assert rows
    for row in rows:
        assert len([line for line in lines if line.startswith((f"{row.id}:", f"{row.id} ("))]) == 1


@walk(width=[1, 5, 10, 20])
def test_a_very_narrow_terminal_still_gets_every_letter(width: int):
    page = page_of(("back", "head"))

    narrow = unwrapped(text_of(page, "plain", width)).replace("*", "")

    assert narrow == unwrapped(text_of(page, "plain", 120)).replace("*", "")
