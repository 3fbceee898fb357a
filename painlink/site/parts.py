"""A page that would be too large to load on a slow line, in several parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Notice,
    Page,
    Paragraph,
    References,
    Role,
    Rows,
    Span,
    command,
    plain,
)
from painlink.site.addresses import Goal

LARGEST = 150_000  # bytes of a page
_ROOM = 0.8  # of them for what is parted: each part has a frame, and sources of its own
_AT_ONCE = 20  # items of a list that stay together


def partings(page: Page, size: int) -> Iterator[list[Page]]:
    """Yield *page*, which takes *size* bytes, in parts: each time in more, as far as that goes.

    Each part begins with the warning signs that the whole begins with, and has the sources it
    cites.
    """
    lead, rest = _lead(page.blocks)
    pieces = list(_pieces(rest))
    fewest = min(int(size / (LARGEST * _ROOM)) + 1, len(pieces))
    for number in range(fewest, len(pieces) + 1):
        yield list(_parted(page, lead, pieces, number))


def part_goals(goal: Goal, number: int) -> tuple[Goal, ...]:
    """Return the *number* of parts of the page *goal*; the first has its name."""
    stem = goal.file.removesuffix(".html")
    files = (goal.file, *(f"{stem}.{part}.html" for part in range(2, number + 1)))
    return tuple(Goal(file, _part(part)) for part, file in enumerate(files, start=1))


def _part(number: int) -> str:
    return f"part {number}"


def _lead(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return what *blocks* begin with up to its warning signs, and the rest."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            break
        if isinstance(block, Notice):
            return blocks[: place + 1], blocks[place + 1 :]
    return (), blocks


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield *blocks* without their sources, and long lists in pieces."""
    for block in blocks:
        match block:
            case Rows(items):
                yield from (Rows(items[at : at + _AT_ONCE]) for at in _starts(items))
            case Bullets(items):
                yield from (Bullets(items[at : at + _AT_ONCE]) for at in _starts(items))
            case Notice(_, _, inner):
                yield from (block._replace(blocks=(one,)) for one in _pieces(inner))
            case References():
                pass
            case _:
                yield block


def _starts(items: Sequence[object]) -> range:
    return range(0, len(items), _AT_ONCE)


def _parted(
    page: Page, lead: Sequence[Block], pieces: Sequence[Block], number: int
) -> Iterator[Page]:
    """Yield the parts of *page*, each with about as many letters."""
    ends = list(_ends([_letters(piece) for piece in pieces], number))
    choices = [command(_part(part)) for part in range(1, len(ends) + 1)]
    ways = [plain("This page has several parts: "), *_between(choices), plain(".")]
    way = Paragraph(tuple(chain.from_iterable(ways)))
    begin = 0
    for part, end in enumerate(ends, start=1):
        over = [one for one in pieces[:begin] if isinstance(one, Heading)][-1:]
        goes_on = over if over and not isinstance(pieces[begin], Heading) else []
        blocks = (*lead, *goes_on, *pieces[begin:end], way)
        cited = _cited(blocks)
        sources = (_only(one, cited) for one in page.blocks if isinstance(one, References))
        title = f"{page.title} ({_part(part)} of {len(ends)})"
        yield page._replace(title=title, blocks=(*blocks, *sources))
        begin = end


def _ends(letters: Sequence[int], number: int) -> Iterator[int]:
    """Yield where each of *number* parts ends; none is empty."""
    share = sum(letters) / number
    so_far, part, begin = 0, 1, 0
    for place, count in enumerate(letters):
        left = len(letters) - place
        if place > begin and (so_far >= share * part or left <= number - part) and part < number:
            yield place
            begin, part = place, part + 1
        so_far += count
    yield len(letters)


def _between(choices: Sequence[tuple[Span, ...]]) -> Iterator[tuple[Span, ...]]:
    for place, choice in enumerate(choices):
        yield (*plain(", " if place else ""), *choice)


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_spans, value))


def _letters(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    return sum(map(_letters, value)) if isinstance(value, tuple) else 1


def _cited(blocks: tuple[Block, ...]) -> frozenset[int]:
    texts = (span.text for span in _spans(blocks) if span.role is Role.CITATION)
    return frozenset(int(number) for text in texts for number in re.findall(r"\d+", text))


def _only(references: References, cited: frozenset[int]) -> References:
    return references._replace(
        items=tuple(item for item in references.items if item.number in cited)
    )
