"""Every explanation in every format and width: complete, safe, and within its columns.

The knowledge is finite, so nothing is sampled: each area, each two areas, and some threes.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import combinations

import pytest

from painlink.called import Entry as Thing
from painlink.explain import Explanation, completed, explain
from painlink.pages import about, explanation, handout, listing, start, warnings
from painlink.pages import entry as entry_page
from painlink.pages.blocks import Page, Rows
from painlink.pages.kinds import Kind
from painlink.red_flags import headline_red_flags, same_day_red_flags
from painlink.render import FORMATS, renderer
from painlink.selecting import Selection
from tests.conftest import KNOWLEDGE

pytestmark = pytest.mark.slow

WIDTHS = [40, 80, 120]
TEXTS = ["terminal", "plain"]
AREAS = list(KNOWLEDGE.areas)
ASKED = [
    *[(area,) for area in AREAS],
    *combinations(AREAS, 2),
    ("back", "neck", "head"),
    ("widespread", "hip", "shoulder", "head"),
    tuple(AREAS),
]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

asked_about = pytest.mark.parametrize("asked", ASKED, ids="-".join)
in_full_or_brief = pytest.mark.parametrize("full", [False, True], ids=["brief", "full"])


@cache
def explained(asked: tuple[str, ...]) -> Explanation:
    return explain(KNOWLEDGE, [KNOWLEDGE.areas[area] for area in asked])


@cache
def page_of(asked: tuple[str, ...], *, full: bool = False) -> Page:
    return explanation.page(KNOWLEDGE, explained(asked), full=full)


@cache
def handout_of(asked: tuple[str, ...]) -> Page:
    return handout.page(KNOWLEDGE, explained(asked))


def text_of(page: Page, format_: str = "plain", width: int = 80) -> str:
    """Return *page* as text, without styles."""
    return ESCAPE.sub("", renderer(format_)(page, width))


@cache
def explanation_text(asked: tuple[str, ...], full: bool, format_: str, width: int) -> str:
    return text_of(page_of(asked, full=full), format_, width)


def flowing(text: str) -> str:
    """Return *text* as one line, so that sentences can be looked for across line ends."""
    return " ".join(text.split())


@pytest.mark.parametrize("format_", TEXTS)
@in_full_or_brief
@asked_about
def test_no_line_of_an_explanation_is_too_long(asked: tuple[str, ...], full: bool, format_: str):
    texts = {width: explanation_text(asked, full, format_, width) for width in WIDTHS}

    assert [w for w, text in texts.items() if max(map(len, text.splitlines())) > w] == []


@pytest.mark.parametrize("format_", TEXTS)
@in_full_or_brief
@asked_about
def test_every_explanation_shows_its_warning_signs_and_ends_with_the_disclaimer(
    asked: tuple[str, ...], full: bool, format_: str
):
    texts = [flowing(explanation_text(asked, full, format_, width)) for width in WIDTHS]
    signs = [flag.sign for flag in headline_red_flags(KNOWLEDGE, asked)]
    names = [flag.name for flag in same_day_red_flags(KNOWLEDGE, asked)]

    assert [sign for sign in (*signs, *names) for text in texts if sign not in text] == []
    assert all(text.endswith(KNOWLEDGE.about.disclaimer) for text in texts)


@in_full_or_brief
@asked_about
def test_warning_signs_come_before_anything_else(asked: tuple[str, ...], full: bool):
    page = page_of(asked, full=full)

    text = flowing(text_of(page))

    opening = re.escape(f"{page.title} Get help now if you have any of these ")
    assert re.match(rf"{opening}(Having .* is itself one of these signs\. )?\* ", text)


def test_the_short_page_says_where_to_see_every_warning_sign():
    silent = [
        asked
        for asked in ASKED
        if f"Every warning sign: painlink redflags {' '.join(asked)}"
        not in flowing(text_of(page_of(asked)))
    ]

    assert silent == []


@in_full_or_brief
@asked_about
def test_every_citation_has_its_source_and_every_source_its_citation(
    asked: tuple[str, ...], full: bool
):
    text = flowing(text_of(page_of(asked, full=full)))
    body, _, sources = text.partition(" Sources [1] ")

    cited = {int(n) for run in re.findall(r"\[([\d,]+)\]", body) for n in run.split(",")}
    listed = {int(n) for n in re.findall(r"\[(\d+)\] ", f"[1] {sources}")} if sources else set()

    assert cited == listed == set(range(1, len(listed) + 1))


@in_full_or_brief
@asked_about
def test_the_terminal_and_plain_text_say_the_same(asked: tuple[str, ...], full: bool):
    terminal, plain = (
        [_unwrapped(explanation_text(asked, full, format_, width)) for width in WIDTHS]
        for format_ in TEXTS
    )

    assert terminal == plain


def _unwrapped(text: str) -> str:
    """Return the letters of *text*: a line may end inside a long word in one form only."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("asked", list(combinations(AREAS, 2)), ids="-".join)
def test_every_two_areas_get_a_straight_answer(asked: tuple[str, ...]):
    text = flowing(text_of(page_of(asked)))

    answer = text.partition("The short answer ")[2]
    known = explained(asked)
    if known.pair:
        assert answer.startswith("* Do they go together? ")
        assert "* Does one cause the other? " in answer
    elif known.links:
        assert answer.startswith("No study we know of counted how often these two go together")
    else:
        assert re.match("We know of no (direct|everyday) link between the ", answer)


@asked_about
def test_plain_text_holds_no_escape_code(asked: tuple[str, ...]):
    assert "\x1b" not in renderer("plain")(page_of(asked), 80)


@asked_about
def test_json_holds_every_link_red_flag_and_source_of_the_explanation(asked: tuple[str, ...]):
    known = completed(KNOWLEDGE, explained(asked))

    document = json.loads(renderer("json")(page_of(asked), 80))

    for key in ("areas", "links", "unsupported", "chains", "red_flags", "approaches", "sources"):
        assert [item["id"] for item in document[key]] == [item.id for item in getattr(known, key)]
    assert document["disclaimer"] == KNOWLEDGE.about.disclaimer


GROUPS: tuple[Mapping[str, Thing], ...] = (
    KNOWLEDGE.mechanisms,
    KNOWLEDGE.areas,
    KNOWLEDGE.pairs,
    KNOWLEDGE.approaches,
    KNOWLEDGE.red_flags,
    KNOWLEDGE.sources,
    KNOWLEDGE.links,
)
BACK_AND_HEAD = (KNOWLEDGE.areas["back"], KNOWLEDGE.areas["head"])
OTHER_PAGES: dict[str, Callable[[], Page]] = {
    "start": partial(start.page, KNOWLEDGE),
    "about": partial(about.page, KNOWLEDGE, "1.2.3"),
    "redflags": partial(warnings.page, KNOWLEDGE, ()),
    "redflags back head": partial(warnings.page, KNOWLEDGE, BACK_AND_HEAD),
    **{
        f"list {kind} {area}": partial(
            listing.page, KNOWLEDGE, kind, Selection(KNOWLEDGE.areas.get(area))
        )
        for kind in Kind
        for area in ("", *AREAS)
    },
    **{
        f"show {thing.id}": partial(entry_page.page, KNOWLEDGE, thing)
        for group in GROUPS
        for thing in group.values()
    },
}
other_pages = pytest.mark.parametrize("name", list(OTHER_PAGES))


@cache
def other_page(name: str) -> Page:
    return OTHER_PAGES[name]()


@other_pages
def test_every_other_page_renders_in_every_format_and_ends_with_the_disclaimer(name: str):
    for format_ in FORMATS:
        text = renderer(format_)(other_page(name), 80)

        assert KNOWLEDGE.about.disclaimer in flowing(ESCAPE.sub("", text)), format_


@other_pages
def test_no_line_of_another_page_is_too_long_in_a_terminal(name: str):
    for width in WIDTHS:
        text = text_of(other_page(name), "terminal", width)

        assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("kind", list(Kind))
def test_a_listing_keeps_one_item_on_one_line_in_plain_text(kind: Kind):
    page = listing.page(KNOWLEDGE, kind)
    (rows,) = (block for block in page.blocks if isinstance(block, Rows))

    lines = text_of(page).splitlines()

    for row in rows.items:
        assert len([line for line in lines if line.startswith((f"{row.id}:", f"{row.id} ("))]) == 1


@pytest.mark.parametrize("width", [1, 5, 10, 20])
def test_a_very_narrow_terminal_still_gets_every_letter(width: int):
    page = page_of(("back", "head"))

    narrow = _unwrapped(text_of(page, "plain", width)).replace("*", "")

    assert narrow == _unwrapped(text_of(page, "plain", 120)).replace("*", "")
