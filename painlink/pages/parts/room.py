"""How much of two printed sides a sheet takes, and what leaves it where that is too much.

It is an estimate, in millimetres, of what a browser makes of the sizes in `render/style.py`; a test
prints the longest sheets.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painlink.model.entries import Approach
from painlink.model.practice import PracticeExercise
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Notice,
    Options,
    Page,
    Paragraph,
    References,
    Text,
)
from painlink.pages.parts.picture import Figure, Logo
from painlink.phrases import uncapitalized

_MOST_EXERCISES = 4  # of a practice: more leave no room for anything else
_SIDE = 263  # of Letter, which is shorter than A4
# Letters of a line across the sheet, beside the drawn body, and of sources.
_ACROSS, _BESIDE, _OF_SOURCES = 125, 74, 154
_IN_COLUMNS = (36, 64, 42)  # of the three columns of options
_LINE, _SMALL_LINE, _SOURCE_LINE = 3.52, 3.15, 2.78
_HEADING, _GAP, _ROW, _GRID_ROW, _BLANK = 5.2, 0.3, 0.6, 4.12, 5.7
_MANY_COLUMNS, _UPRIGHT = 6, 16  # names of more columns stand upright
_LOGO = 5  # more than title and name take
_BOX, _BOX_LINE = 5, 4.3  # letters that a box to tick takes, and a line of them


class ToTry(NamedTuple):
    """What a sheet tells whole of what can be tried, and the names of what has no room on it."""

    approaches: tuple[Approach, ...] = ()
    exercises: tuple[PracticeExercise, ...] = ()
    left_out: tuple[str, ...] = ()


def ever_less(whole: ToTry) -> Iterator[ToTry]:
    """Yield what a sheet may tell of *whole*, most first: the least sure of painlink's leave first.

    What keeps somebody safe, and what is not painlink's, leaves never.
    """
    exercises = whole.exercises[:_MOST_EXERCISES]
    names = tuple(one.name for one in whole.exercises[_MOST_EXERCISES:])
    kept = list(whole.approaches)
    yield ToTry(tuple(kept), exercises, names)
    for one in reversed(whole.approaches):
        if not (one.keeps_safe or one.origin):
            kept.remove(one)
            names = (uncapitalized(one.name), *names)
            yield ToTry(tuple(kept), exercises, names)


def fits_on_two_sides(page: Page) -> bool:
    """Return whether *page* takes no more than two printed sides, of A4 and of Letter.

    The second begins with what is filled in by hand, under its drawn body.
    """
    return all(side <= _SIDE for side in sides(page))


def sides(page: Page) -> tuple[float, float]:
    """Return how much of each printed side *page* takes, in millimetres."""
    at = next((at for at, one in enumerate(page.blocks) if isinstance(one, Figure)), 1) - 1
    foot = _lines(page.imprint, _ACROSS) + _lines(page.disclaimer, _ACROSS - 10)
    first, second = page.blocks[:at], page.blocks[at:]
    logo = _LOGO if any(isinstance(one, Logo) for one in first) else 0
    return (
        _HEADING + logo + sum(map(_height, first)),
        sum(map(_height, second)) + foot * _LINE + 2,
    )


def _height(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph(text):
            return _lines(text, _ACROSS) * _LINE + _GAP
        case Bullets(items):
            return sum(_lines(item, _ACROSS) for item in items) * _LINE + _GAP * len(items)
        case Notice(_, _, blocks):
            return _HEADING + sum(_height(one) for one in blocks)
        case Options(_, rows):
            return _SMALL_LINE + sum(map(_row, rows)) + 2 * _ROW
        case Choices(label, options):
            told = sum(len(option) + _BOX for option in options)
            return -(-(_letters(label) + told) // _BESIDE) * _BOX_LINE
        case Blanks(_, lines, short):
            return lines * _BLANK / (2 if short else 1)
        case Grid(columns, rows):
            upright = _UPRIGHT if len(columns) > _MANY_COLUMNS else 0
            return (len(rows) // 2 + 1) * _GRID_ROW + 2 + upright
        case References(items):
            letters = sum(_letters(item.in_brief) + 6 for item in items)
            return _HEADING + -(-letters // _OF_SOURCES) * _SOURCE_LINE
    return 0


def _row(cells: Iterable[Text]) -> float:
    lines = (_lines(text, most) for text, most in zip(cells, _IN_COLUMNS, strict=True))
    return max(lines) * _SMALL_LINE + _ROW


def _letters(text: Text) -> int:
    return sum(len(span.text) for span in text)


def _lines(text: Text, most: int) -> int:
    """Return over how many lines of at most so many letters *text* runs."""
    lines, at = 1, 0
    for word in "".join(span.text for span in text).split():
        if at and at + 1 + len(word) > most:
            lines, at = lines + 1, 0
        at += len(word) + bool(at)
    return lines
