"""Every page there is, made once: each area, each two areas, some threes, and all else."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial, wraps
from inspect import signature
from itertools import combinations
from typing import Any, ParamSpec, TypeVar

import pytest

from painlink.explain.explanation import Explanation, explain
from painlink.explain.leading import leading
from painlink.explain.pointers import pointers
from painlink.explain.selection import Selection
from painlink.explain.signs import Leading
from painlink.model.entries import Entry
from painlink.model.grades import Listed
from painlink.pages import about, explanation, handout, listing, review, start, warnings
from painlink.pages import entry as entry_page
from painlink.pages.blocks import Page
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.walks import walk

ONE_WORKER_MAKES_THEM = pytest.mark.xdist_group("pages")

WIDTHS = [40, 80]  # as narrow as can be read, and as wide as any command writes
TEXTS = ["terminal", "plain"]
AREAS = list(KNOWLEDGE.areas)
PAIRS = list(combinations(AREAS, 2))
ASKED = [
    *[(area,) for area in AREAS],
    *PAIRS,
    ("back", "neck", "head"),
    ("widespread", "hip", "shoulder", "head"),
    tuple(AREAS),
]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\")

ALONE = re.compile(r" *(?:(?:https?://|doi:)[^ ]+|painlink [a-z-]+(?: [a-z.-]+)*)")

# In full a page of two areas that no pair joins says what the pages of each alone say.
IN_FULL = [asked for asked in ASKED if len(asked) != 2 or KNOWLEDGE.pair(*asked)]
asked_about = walk(asked=ASKED)
Given = ParamSpec("Given")
Made = TypeVar("Made")
Shown = tuple[tuple[str, ...], bool]  # asked about, and whether in full
each_explanation = walk(
    shown=[*((asked, False) for asked in ASKED), *((asked, True) for asked in IN_FULL)]
)


def once(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return what makes each thing once: what is left to a default is the same as said."""
    made: dict[object, Made] = {}
    told = signature(make)

    @wraps(make)
    def made_once(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        bound = told.bind(*args, **kwargs)
        bound.apply_defaults()
        key = tuple(bound.arguments.values())
        if key not in made:
            made[key] = make(*args, **kwargs)
        return made[key]

    return made_once


@once
def explained(asked: tuple[str, ...]) -> Explanation:
    return explain(KNOWLEDGE, [KNOWLEDGE.areas[area] for area in asked])


@once
def leading_of(asked: tuple[str, ...]) -> Leading:
    return leading(KNOWLEDGE, asked)


@once
def page_of(asked: tuple[str, ...], *, full: bool = False) -> Page:
    return explanation.page(KNOWLEDGE, explained(asked), full=full)


@once
def handout_of(asked: tuple[str, ...]) -> Page:
    return handout.page(KNOWLEDGE, explained(asked))


@once
def document_of(asked: tuple[str, ...]) -> dict[str, Any]:
    """Return what the JSON of an explanation says."""
    document: dict[str, Any] = json.loads(renderer("json")(page_of(asked), 80))
    return document


def text_of(page: Page, form: str = "plain", width: int = 80) -> str:
    """Return *page* as text, without styles."""
    return ESCAPE.sub("", renderer(form)(page, width))


@once
def explanation_text(
    asked: tuple[str, ...], *, full: bool = False, form: str = "plain", width: int = 80
) -> str:
    return text_of(page_of(asked, full=full), form, width)


def widths_of(form: str, *, full: bool) -> list[int]:
    """Return the widths that an explanation is shown in.

    The longest ones are styled only where most lines break: it takes longer than all the others
    together, and `test_lines.py` holds that styled lines are those of plain text.
    """
    return WIDTHS[:1] if full and form == "terminal" else WIDTHS


@once
def handout_text(asked: tuple[str, ...], width: int = 80) -> str:
    return text_of(handout_of(asked), width=width)


def too_long(text: str, width: int) -> list[str]:
    """Return the lines of *text* that are too wide, but for what stands alone to be copied."""
    wide = (line for line in text.splitlines() if len(line) > width)
    return [line for line in wide if not ALONE.fullmatch(line)]


@cache
def flowing(text: str) -> str:
    """Return *text* as one line, so that sentences can be looked for across line ends."""
    return " ".join(text.split())


@cache
def unwrapped(text: str) -> str:
    """Return the letters of *text*: a line may end inside a long word in one form only."""
    return re.sub(r"\s", "", text)


GROUPS: tuple[Mapping[str, Entry], ...] = (
    KNOWLEDGE.mechanisms,
    KNOWLEDGE.areas,
    KNOWLEDGE.pairs,
    KNOWLEDGE.approaches,
    KNOWLEDGE.red_flags,
    KNOWLEDGE.sources,
    KNOWLEDGE.links,
)
POINTING = pointers(KNOWLEDGE)  # asked one by one, each entry looks through all the knowledge
BACK_AND_HEAD = (KNOWLEDGE.areas["back"], KNOWLEDGE.areas["head"])
OTHER_PAGES: dict[str, Callable[[], Page]] = {
    "start": partial(start.page, KNOWLEDGE),
    "about": partial(about.page, KNOWLEDGE, "1.2.3"),
    "review back head": lambda: review.page(KNOWLEDGE, explained(("back", "head"))),
    "review head": lambda: review.page(KNOWLEDGE, explained(("head",))),
    "redflags": partial(warnings.page, KNOWLEDGE, ()),
    "redflags back head": partial(warnings.page, KNOWLEDGE, BACK_AND_HEAD),
    **{
        f"list {kind} {area}": partial(
            listing.page, KNOWLEDGE, kind, Selection(KNOWLEDGE.areas.get(area))
        )
        for kind in Listed
        for area in ("", *([] if kind is Listed.EVERYTHING else AREAS))
    },
    **{
        f"show {entry.id}": partial(entry_page.page, KNOWLEDGE, entry, POINTING.get(entry.id, ()))
        for group in GROUPS
        for entry in group.values()
    },
}
other_pages = walk(name=OTHER_PAGES)


@once
def other_page(name: str) -> Page:
    return OTHER_PAGES[name]()


@once
def other_text(name: str, form: str, width: int = 80) -> str:
    return text_of(other_page(name), form, width)
