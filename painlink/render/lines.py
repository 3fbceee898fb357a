"""Running text broken into lines, as wide as a terminal shows them."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from painlink.pages.blocks import Span, Text

INDENT = 2
TIED = "\N{NO-BREAK SPACE}"  # holds two words together on a line, and is shown as a space
_NARROWEST = 10
# Latin letters and punctuation: each takes one column. What else there is may take two or none.
_ONE_COLUMN_EACH = re.compile("[ -\u02ff\u2010-\u203f\N{REPLACEMENT CHARACTER}]*")
_SENTENCE_END = re.compile(r"(?<=[.?!]) +(?=[^a-z])")
_WRAPPING: dict[str, Any] = {
    "break_on_hyphens": False,
    "expand_tabs": False,
    "replace_whitespace": False,
}


def words(text: Text) -> str:
    """Return what *text* says, without saying how."""
    return "".join(span.text for span in text)


def wrapped(text: str, width: int | None, *, indent: int = 0, bullet: str = "") -> list[str]:
    """Return *text* in lines of at most *width* columns, behind a margin and a bullet.

    With no width each sentence is a line.

    A wide letter takes two columns, and letters that are shown as one stay together.
    """
    lead = " " * indent + bullet
    return [
        f"{lead if number == 0 else ' ' * len(lead)}{line.replace(TIED, ' ')}"
        for number, line in enumerate(_broken(text, width, lead))
    ]


def flowed(
    text: Text, width: int, *, indent: int = 0, bullet: str = ""
) -> Iterator[tuple[str, Text]]:
    """Yield the lines of `wrapped`, each as its margin and the stretches of *text* on it."""
    lead = " " * indent + bullet
    said = words(text)
    start = 0
    for number, line in enumerate(_broken(said, width, lead)):
        start = said.index(line, start)  # between two lines only spaces are left out
        yield lead if number == 0 else " " * len(lead), _cut(text, start, start + len(line))
        start += len(line)


def columns(text: str) -> int:
    """Return how many columns *text* takes on one line."""
    if _is_one_column_each(text):
        return len(text)
    import wcwidth  # late: see `_broken`

    return wcwidth.width(text, control_codes="ignore")


def _is_one_column_each(text: str) -> bool:
    return bool(_ONE_COLUMN_EACH.fullmatch(text))


def _broken(text: str, width: int | None, lead: str) -> list[str]:
    """Return *text* in lines that fit behind *lead*."""
    if width is None:
        return _SENTENCE_END.split(text.strip(" "))
    room = max(width, _NARROWEST, len(lead) + 1) - len(lead)
    text = text.strip(" ")
    if _is_one_column_each(text):
        lines = textwrap.wrap(text, room, **_WRAPPING)
    else:
        # Late: only somebody's own entries have such letters.
        import wcwidth

        lines = wcwidth.wrap(text, max(room, 2), control_codes="ignore", **_WRAPPING)
    return [line.rstrip(" ") for line in lines]  # before a word that fills a line they leave one


def _cut(text: Text, start: int, end: int) -> Text:
    """Return the stretches of *text* between two places, as they are shown."""
    cut: list[Span] = []
    begin = 0
    for span in text:
        inner = span.text[max(start - begin, 0) : max(end - begin, 0)]
        if inner:
            cut.append(span._replace(text=inner.replace(TIED, " ")))
        begin += len(span.text)
    return tuple(cut)
