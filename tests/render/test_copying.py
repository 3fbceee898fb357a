"""Addresses and commands can be copied: they are whole, and nothing is stuck to them.

A line may be too long for one reason only: an address or a command that stands alone on it.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

import pytest

from painlink.pages.blocks import Page, References, Role, Rows, Span
from painlink.render.lines import wrapped
from tests.shown import (
    AREAS,
    ONE_WORKER_MAKES_THEM,
    WIDTHS,
    Shown,
    each_explanation,
    explanation_text,
    handout_of,
    handout_text,
    other_page,
    other_pages,
    other_text,
    page_of,
)
from tests.walks import walk

pytestmark = ONE_WORKER_MAKES_THEM

COMMANDS = "explain|handout|redflags|list|search|show|about|validate|schema|site"
TYPED = re.compile(rf"\bpainlink (?:{COMMANDS})\b")
ADDRESS = re.compile(r"https?://\S+")
STUCK = re.compile(r"[^\s\w(\"']")


def texts_in(part: object) -> Iterator[tuple[Span, ...]]:
    """Yield each text of a page, and what it says outside of any text."""
    if isinstance(part, str):
        yield (Span(part),)
    elif isinstance(part, tuple) and part and all(isinstance(one, Span) for one in part):
        yield part
    elif isinstance(part, tuple):
        yield from chain.from_iterable(map(texts_in, part))


def to_copy(page: Page) -> set[str]:
    """Return every command and every address that a text of *page* shows."""
    told = (
        tuple(item.in_brief for item in block.items)
        if isinstance(block, References) and block.brief
        else block
        for block in page.blocks
    )
    spans = chain.from_iterable(chain.from_iterable(map(texts_in, told)))
    return {
        one.text
        for one in spans
        if one.role is Role.COMMAND or (one.address and one.text == one.address)
    }


def offenders(page: Page) -> list[str]:
    """Return what of *page* cannot be copied, each as what is wrong with it."""
    found = []
    for text in texts_in(page.blocks):
        for span, after in pairwise((*text, Span(""))):
            is_address = bool(span.address) and span.text == span.address
            if span.role is not Role.COMMAND and TYPED.search(span.text):
                found.append(f"a command in running text: {span.text}")
            if not is_address and span.role is not Role.COMMAND and ADDRESS.search(span.text):
                found.append(f"an address in running text: {span.text}")
            if (is_address or span.role is Role.COMMAND) and STUCK.match(after.text):
                found.append(f"stuck to {span.text}: {after.text}")
    return found


def broken(page: Page, texts: dict[int, str]) -> list[str]:
    """Return what is broken in the plain *texts* of *page* by their widths, or else is too wide.

    The terminal breaks its lines in the same places.
    """
    whole = to_copy(page)
    rows = tuple(
        row.id for block in page.blocks if isinstance(block, Rows) for row in block.items
    )  # a listing has one item a line
    found = []
    for width, text in texts.items():
        found += [f"{width}: {one}" for one in whole if one not in text]
        found += [
            f"{width}: {line}"
            for line in text.splitlines()
            if len(line) > width and not stands_alone(line, whole) and not line.startswith(rows)
        ]
    return found


def stands_alone(line: str, whole: set[str]) -> bool:
    return line.strip() in whole or line.strip().startswith("doi:")


@pytest.mark.slow
@each_explanation
def test_a_command_is_never_mere_text_and_nothing_is_stuck_to_it(shown: Shown):
    asked, full = shown

    assert offenders(page_of(asked, full=full)) == []


@pytest.mark.slow
@other_pages
def test_a_command_of_another_page_is_never_mere_text(name: str):
    assert offenders(other_page(name)) == []


@pytest.mark.slow
@each_explanation
def test_what_is_there_to_copy_stands_whole_on_a_line(shown: Shown):
    asked, full = shown

    texts = {width: explanation_text(asked, full=full, width=width) for width in WIDTHS}

    assert broken(page_of(asked, full=full), texts) == []


@pytest.mark.slow
@other_pages
def test_what_another_page_has_to_copy_stands_whole_on_a_line(name: str):
    texts = {width: other_text(name, "plain", width) for width in WIDTHS}

    assert broken(other_page(name), texts) == []


@walk(area=AREAS)
def test_a_sheet_can_be_copied_from(area: str):
    texts = {width: handout_text((area,), width) for width in WIDTHS}

    assert offenders(handout_of((area,))) == []
    assert broken(handout_of((area,)), texts) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("See https://a.org/b", ["See https://a.org/b"]),
        ("Read on here: https://a.org/b", ["Read on here:", "https://a.org/b"]),
        ("It is (https://a.org/bcdefghijk) all", ["It is", "(https://a.org/bcdefghijk)", "all"]),
        ("https://a.org/bcdefghijklmno more", ["https://a.org/bcdefghijklmno", "more"]),
        ("a https://a.org/b https://a.org/c", ["a https://a.org/b", "https://a.org/c"]),
    ],
)
def test_what_is_longer_than_what_is_left_stands_alone(text: str, lines: list[str]):
    assert wrapped(text, 20) == lines


def test_a_command_keeps_its_words_together():
    text = (Span("Go deeper: "), Span("painlink explain back head", Role.COMMAND), Span(" or not"))

    assert wrapped(text, 20) == ["Go deeper:", "painlink explain back head", "or not"]
