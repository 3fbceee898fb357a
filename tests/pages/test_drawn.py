"""What a page draws: shares of 100 people side by side, and boxes to tick."""

import re
from html import escape
from itertools import product

import pytest

from painlink.model.areas import guided
from painlink.model.entries import Pair
from painlink.model.words.texts import CITATION, sentences
from painlink.pages.blocks import Bars, Bullets, Choices, Drawing
from painlink.render import FORMATS
from painlink.render.running import UNDER
from tests.conftest import KNOWLEDGE
from tests.shown import ONE_WORKER_MAKES_THEM, PAIRS, explanation_text, flowing, page_of, text_of
from tests.walks import walk

pytestmark = ONE_WORKER_MAKES_THEM

DRAWN = [pair for pair in KNOWLEDGE.pairs.values() if pair.shares]
READ_BY_PEOPLE = [form for form in FORMATS if form != "json"]
NUMBER = re.compile(r"\d+")
OF_BOXES = {
    CITATION.sub("", one.ticks.label): one for one in KNOWLEDGE.approaches.values() if one.ticks
}


def shares_of(pair: Pair):
    assert pair.shares
    return pair.shares


def in_words(pair: Pair) -> list[str]:
    return [
        f"{one.of_100} to {one.up_to}" if one.up_to else f"{one.of_100}"
        for one in shares_of(pair).groups
    ]


def label_of(block: Choices) -> str:
    """Return what the boxes of *block* are for, without its sources."""
    return re.sub(r" \[\d+\]", "", "".join(span.text for span in block.label))


def as_long(block: Bars, length: int) -> list[str]:
    """Return the bars of *block* where each is drawn *length* letters long."""
    filled = [round(bar.of_100 * length / 100) for bar in block.items]
    return ["#" * full + "." * (length - full) for full in filled if length]


@pytest.mark.parametrize(
    ("width", "lengths"), [(80, [20]), (60, [20, 10]), (40, [10, 0]), (26, [0])]
)
@walk(pair=DRAWN)
def test_a_bar_is_as_long_as_its_number_of_100(pair: Pair, width: int, lengths: list[int]):
    """It is drawn as long as there is room, and left out where there is none."""
    page = page_of(pair.areas)
    lines = text_of(page, "terminal", width).splitlines()

    bars = [found.group() for line in lines if (found := re.search(r"[#.]{10,}", line))]
    drawn = [block for block in page.blocks if isinstance(block, Bars)]
    wanted = [
        [bar for block, length in zip(drawn, chosen, strict=True) for bar in as_long(block, length)]
        for chosen in product(lengths, repeat=len(drawn))
    ]

    assert [bar.of_100 for bar in drawn[0].items] == [one.of_100 for one in shares_of(pair).groups]
    assert bars in wanted
    assert all(len(line) <= width for line in lines if re.search(r"[#.]{10,}", line))


@walk(pair=DRAWN)
def test_each_number_stands_beside_its_group_in_every_form(pair: Pair):
    for form in READ_BY_PEOPLE:
        text = text_of(page_of(pair.areas), form, 200)
        told = [
            re.search(rf"{re.escape(share.group)}\b.*?(?<![\d;]){number}\b", text, re.DOTALL)
            for share, number in zip(shares_of(pair).groups, in_words(pair), strict=True)
        ]
        assert all(told), form


@walk(pair=DRAWN)
def test_nothing_is_lost_with_the_sentences_that_are_drawn(pair: Pair):
    """The page keeps its first word on the question, and each other figure."""
    first, *others = sentences(pair.together.answer)
    page = flowing(explanation_text(pair.areas))
    drawn = {*NUMBER.findall(" ".join([shares_of(pair).what, *in_words(pair)])), "100"}

    assert re.sub(r"\s?\[[a-z].*?\]", "", first).rstrip(".") in re.sub(r"\s?\[[\d,]+\]", "", page)
    for sentence in others:
        told = re.sub(r"\s?\[[\d,]+\]", "", page)
        bare = CITATION.sub("", sentence)
        assert bare in told or set(NUMBER.findall(bare)) <= drawn, sentence


@walk(asked=PAIRS)
def test_boxes_stand_under_the_options_that_they_are_for(asked: tuple[str, str]):
    blocks = page_of(asked).blocks
    above: Bullets | None = None

    for block in blocks:
        above = block if isinstance(block, Bullets) else above
        if isinstance(block, Choices):
            assert above
            assert OF_BOXES[label_of(block)].name == above.items[-1][0].text


@walk(asked=PAIRS)
def test_each_option_that_one_keeps_up_has_its_boxes(asked: tuple[str, str]):
    blocks = page_of(asked).blocks
    ticked = {label_of(block) for block in blocks if isinstance(block, Choices)}
    items = [item[0].text for block in blocks if isinstance(block, Bullets) for item in block.items]

    assert ticked == {label for label, one in OF_BOXES.items() if one.name in items}


SKETCHES = [
    benefit.sketch
    for one in KNOWLEDGE.approaches.values()
    for benefit in one.benefits
    if benefit.sketch
]


def test_a_drawn_move_is_shown_where_signs_can_be_seen_and_nowhere_read_aloud():
    page = page_of(("back", "head"))
    (drawn,) = [block for block in page.blocks if isinstance(block, Drawing)]

    assert drawn.lines in [sketch.lines for sketch in SKETCHES]
    for form in READ_BY_PEOPLE:
        text = text_of(page, form, 80)
        seen = form in {"terminal", "html"}
        lines = map(escape, drawn.lines) if form == "html" else drawn.lines
        assert all((line in text) is seen for line in lines), form
        assert ("".join(span.text for span in drawn.caption) in text) is seen, form
    assert '<pre aria-hidden="true">' in text_of(page, "html", 80)


@pytest.mark.parametrize("width", [80, 57, 53, 40, 10])
def test_a_drawn_move_is_whole_or_not_there(width: int):
    text = text_of(page_of(("back", "head")), "terminal", width)

    for sketch in SKETCHES:
        *lines, last = sketch.lines
        whole = [" " * UNDER + line for line in (*lines, f"{last}   {sketch.shows}")]
        assert all((line in text) is (max(map(len, whole)) <= width) for line in whole)


def test_boxes_and_bars_are_on_pages_at_all():
    blocks = [block for asked in PAIRS for block in page_of(asked).blocks]

    assert sum(isinstance(block, Bars) for block in blocks) >= len(DRAWN) >= 11
    assert sum(isinstance(block, Choices) for block in blocks) > len(PAIRS) / 2


@walk(asked=PAIRS)
def test_a_page_with_things_to_do_names_who_stands_by_people_with_such_pain(asked: tuple[str, str]):
    page = flowing(explanation_text(asked))
    groups = [told.group for _, told in guided([KNOWLEDGE.areas[area] for area in asked])]

    assert len(groups) == len(asked)
    for group in groups:
        assert group
        assert (KNOWLEDGE.sources[group].authors or "") in page.partition("Groups: ")[2] or (
            "Groups: " not in page
        )
