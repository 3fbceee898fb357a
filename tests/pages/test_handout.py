"""The sheet to bring to a visit: what is on it, in which order, and that it asks nothing."""

import json
import re
from collections.abc import Callable
from itertools import combinations

import pytest
from typer.testing import Result

from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import signs_in_themselves
from painlink.model.grades import Certainty
from painlink.pages import handout
from painlink.pages.blocks import (
    Blanks,
    Bullets,
    Choices,
    Grid,
    Heading,
    Notice,
    Options,
    Page,
)
from painlink.pages.parts.picture import Figure
from painlink.pages.parts.room import fits_on_two_sides
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE
from tests.shown import (
    AREAS,
    ASKED,
    ONE_WORKER_MAKES_THEM,
    WIDTHS,
    asked_about,
    explained,
    flowing,
    handout_of,
    handout_text,
    text_of,
    too_long,
)
from tests.walks import walk

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]


@pytest.fixture(scope="module")
def page() -> Page:
    return handout_of(("back", "head"))


@pytest.fixture(scope="module")
def text(page: Page) -> str:
    return flowing(text_of(page))


def is_emergency(asked: tuple[str, ...]) -> bool:
    return bool(signs_in_themselves(KNOWLEDGE, [KNOWLEDGE.areas[area] for area in asked]))


def test_its_parts_come_in_this_order(page: Page):
    parts = [block.title for block in page.blocks if isinstance(block, Notice)]
    parts += [block.text for block in page.blocks if isinstance(block, Heading)]

    assert parts == [
        "Get help now if you have any of these (most people with both pains have none)",
        "In short",
        "What I can try",
        "What I have noticed",
        "My four weeks",
        "Questions to ask",
    ]


def test_the_summary_answers_three_questions_and_says_what_to_do(page: Page):
    summary = next(block for block in page.blocks if isinstance(block, Bullets))

    assert [item[0].text for item in summary.items] == [
        "Do they go together? ",
        "Does one cause the other? ",
        "Which link is best shown? ",
        "What can I do? ",
    ]


def test_it_asks_where_since_when_what_helps_and_what_worries(page: Page):
    asked = [b.label[0].text for b in page.blocks if isinstance(b, Blanks | Choices)]

    for words in ("Where", "Since when", "worse", "better", "worries", "My plan.", "flare"):
        assert any(words in question for question in asked), words


def test_four_weeks_have_a_column_for_each_area_and_one_filled_in_row(page: Page):
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    example, *days, ticks = grid.rows

    assert grid.columns == ("Day", "Back", "Head", "Medicine", "Sleep")
    assert example == ("Example", "6", "2", "x", "fair")
    assert [row[0] for row in days] == [str(day) for day in range(1, 29)]
    assert {cell for row in days for cell in row[1:]} == {""}
    assert ticks == ("Ticks", "-", "-", "", "-")


def test_both_day_limits_are_worked_out_and_no_medicine_is_changed_alone(text: str):
    assert "That is 3 ticks, not 5: days count, not pills" in text
    assert "The limits are 10 days a month" in text
    assert "and 15 for plain ones alone" in text
    assert "Ask before you change a medicine" in text


def test_every_approach_has_its_steps_its_certainty_and_what_to_mind():
    known = explained(("back", "head"))
    text = flowing(text_of(handout.page(KNOWLEDGE, known, large=True)))

    assert len(known.approaches) == 11
    for approach in known.approaches:
        entry = text.partition(f"[ ] {approach.name}. ")[2].partition("[ ] ")[0]
        assert "Does it help?" in entry
        assert "Mind:" in entry
        assert "(moderate)" in entry or "low)" in entry


@asked_about
def test_warning_signs_come_first_and_the_disclaimer_last(asked: tuple[str, ...]):
    page = handout_of(asked)
    text = flowing(handout_text(asked))
    signs = [flag.sign for flag in leading(KNOWLEDGE, asked, ON_PAPER).now]

    assert isinstance(page.blocks[0], Notice)
    assert [sign for sign in signs if sign not in text] == []
    assert text.endswith(KNOWLEDGE.about.disclaimer)


@asked_about
def test_no_line_of_it_is_too_long(asked: tuple[str, ...]):
    assert [one for width in WIDTHS for one in too_long(handout_text(asked, width), width)] == []


@asked_about
def test_it_asks_about_medicine_days_and_leaves_room_for_a_question(asked: tuple[str, ...]):
    text = flowing(handout_text(asked))

    assert is_emergency(asked) or "days a month" in text.partition("Questions to ask")[2]
    assert is_emergency(asked) or "What else do I want to ask?" in text


@asked_about
def test_where_both_pains_are_a_sign_there_is_nothing_to_fill_in_first(asked: tuple[str, ...]):
    page = handout_of(asked)
    to_fill_in = [block for block in page.blocks if isinstance(block, Blanks | Choices | Grid)]

    assert bool(to_fill_in) is not is_emergency(asked)
    assert ("Do not wait or try anything first." in handout_text(asked)) is is_emergency(asked)


def test_links_that_are_all_very_uncertain_are_not_put_forward():
    uncertain = [
        asked
        for asked in ASKED
        if (links := explained(asked).links) and links[0].certainty is Certainty.VERY_LOW
    ]
    texts = {asked: flowing(handout_text(asked)) for asked in uncertain}

    put_forward = [
        asked
        for asked, text in texts.items()
        if "Which link is best shown? Nothing is well shown:" not in text
        or "play a part for me?" in text
    ]

    assert uncertain
    assert put_forward == []


def test_json_holds_what_the_sheet_holds(painlink: Callable[..., Result]):
    document = json.loads(painlink("handout", "back", "headache", "--json").stdout)

    assert list(document) == [
        "schema",
        "practice",
        "areas",
        "summary",
        "red_flags",
        "today",
        "approaches",
        "exercises",
        "left_out",
        "medicine_days",
        "questions",
        "sources",
        "provenance",
        "disclaimer",
    ]


@pytest.mark.parametrize("number", [1, 2, 6])
def test_any_number_of_areas_that_a_page_takes_makes_a_sheet(
    painlink: Callable[..., Result], number: int
):
    result = painlink("handout", *AREAS[-number:])

    assert result.exit_code == 0
    assert "My four weeks" in result.stdout


# Two sides, and what they do not hold

THREES = [three for three in combinations(AREAS, 3) if sum(map(AREAS.index, three)) % 23 == 0]
FEW = [one for one in (*ASKED, *THREES) if len(one) <= 3]
few_areas = walk(asked=FEW)


@few_areas
def test_a_sheet_of_up_to_three_areas_takes_two_sides(asked: tuple[str, ...]):
    assert fits_on_two_sides(handout_of(asked))


def tried(page: Page) -> list[str]:
    """Return the names of what can be tried, as the sheet tells it whole."""
    rows = [row for block in page.blocks if isinstance(block, Options) for row in block.rows]
    return [name[0].text.removesuffix(".") for name, *_ in rows]


@few_areas
def test_the_least_sure_leave_first_and_are_named(asked: tuple[str, ...]):
    page, known = handout_of(asked), explained(asked).approaches
    told = tried(page)
    left = [one for one in known if one.name not in told]
    staying = [one for one in known if not one.keeps_safe]

    if not is_emergency(asked):
        assert [one.name for one in known if one not in left] == told
        assert [one for one in staying if one.name in told] == staying[: len(staying) - len(left)]
        names = "; ".join(f"{one.name[:1].lower()}{one.name[1:]}" for one in left)
        shown = f"Left out for want of room: {names}. The full page of painlink"
        assert (shown in flowing(handout_text(asked))) is bool(left)


@few_areas
def test_what_keeps_safe_is_never_left_out(asked: tuple[str, ...]):
    safe = [one.name for one in explained(asked).approaches if one.keeps_safe]

    assert is_emergency(asked) or set(safe) <= set(tried(handout_of(asked)))


@few_areas
def test_large_print_leaves_nothing_out(asked: tuple[str, ...]):
    known = explained(asked)
    page = handout.page(KNOWLEDGE, known, large=True)

    assert page.is_large
    assert is_emergency(asked) or tried(page) == [one.name for one in known.approaches]
    assert "Left out" not in text_of(page)


COMMAND = re.compile(r"<code>|`|painlink (?:explain|show|handout|redflags|list)\b|--[a-z]")


@walk(form=[form for form in FORMATS if form != "json"])
@asked_about
def test_no_sheet_has_a_command_to_type(asked: tuple[str, ...], form: str):
    text = renderer(form)(handout_of(asked), 80)
    *_, shown = text.partition("</style>") if form == "html" else [text]

    assert COMMAND.findall(shown.replace("```", "")) == []


def test_a_body_is_drawn_to_be_shaded_and_nothing_is_marked_on_it(page: Page):
    (figure,) = (block for block in page.blocks if isinstance(block, Figure))

    assert (figure.spots, figure.strokes) == ((), ())
    assert "Marked" not in figure.description


def test_a_client_writes_a_name_and_a_date_on_it(page: Page):
    lines = [block.label[0].text for block in page.blocks if isinstance(block, Blanks)]

    assert lines[2:4] == ["Name:", "Date:"]
    assert "Name: (write here)" in flowing(text_of(page))


def test_more_to_read_is_told_by_its_title(text: str):
    assert 'To read: "Back pain", ' in text
