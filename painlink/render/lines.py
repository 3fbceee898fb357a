"""Running text broken into lines, as wide as a terminal shows them."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from painlink.pages.blocks import Role, Span, Text

INDENT = 2
TIED = "\N{NO-BREAK SPACE}"  # holds two words together on a line, and is shown as a space
_NARROWEST = 10
# Latin letters and punctuation: each takes one column. What else there is may take two or none.
_ONE_COLUMN_EACH = re.compile("[ -\u02ff\u2010-\u203f\N{REPLACEMENT CHARACTER}]*")
# To be copied in one piece: an address, a DOI, a command (its words are tied, see `_said`).
_WHOLE = re.compile(f"(?:https?://|doi:|painlink{TIED})[^ ]*")
_SIGNS_OF_A_WHOLE = ("://", "doi:", f"painlink{TIED}")  # looked for first: a third of the time
_WRAPPING: dict[str, Any] = {
    "break_on_hyphens": False,
    "expand_tabs": False,
    "replace_whitespace": False,
}


def words(text: Text) -> str:
    """Return what *text* says, without saying how."""
    return "".join(span.text for span in text)


def wrapped(text: str | Text, width: int | None, *, indent: int = 0, bullet: str = "") -> list[str]:
    """Return *text* in lines of at most *width* columns, behind a margin and a bullet.

    A wide letter takes two columns, and letters that are shown as one stay together. What is there
    to be copied is never broken: it stands alone on its line where it is longer than what is left.
    Without a *width* it is one line.
    """
    lead = " " * indent + bullet
    said = text if isinstance(text, str) else _said(text)
    return [
        f"{lead if number == 0 else ' ' * len(lead)}{line.replace(TIED, ' ')}"
        for number, line in enumerate(_broken(said, width, lead))
    ]


def flowed(
    text: Text, width: int | None, *, indent: int = 0, bullet: str = ""
) -> Iterator[tuple[str, Text]]:
    """Yield the lines of `wrapped`, each as its margin and the stretches of *text* on it."""
    lead = " " * indent + bullet
    said = _said(text)
    start = 0
    for number, line in enumerate(_broken(said, width, lead)):
        start = said.index(line, start)  # between two lines only spaces are left out
        yield lead if number == 0 else " " * len(lead), _cut(text, start, start + len(line))
        start += len(line)


def columns(text: str) -> int:
    """Return how many columns *text* takes on one line."""
    if _is_one_column_each(text):
        return len(text)
    import wcwidth  # late: see `_filled`

    return wcwidth.width(text, control_codes="ignore")


def _is_one_column_each(text: str) -> bool:
    return bool(_ONE_COLUMN_EACH.fullmatch(text))


def _said(text: Text) -> str:
    return "".join(
        [span.text.replace(" ", TIED) if span.role is Role.COMMAND else span.text for span in text]
    )


def _broken(text: str, width: int | None, lead: str) -> list[str]:
    """Return *text* in lines that fit behind *lead*."""
    text = text.strip(" ")
    if width is None:
        return [text] if text else []
    room = max(width, _NARROWEST, len(lead) + 1) - len(lead)
    if not any(sign in text for sign in _SIGNS_OF_A_WHOLE):
        return _filled(text, room)
    lines = [""]
    end = 0
    for match in _WHOLE.finditer(text):
        start = max(text.rfind(" ", end, match.start()) + 1, end)  # with a bracket before it
        lines = _continued(lines, text[end:start], room)
        end = match.end()
        whole = text[start:end]
        if columns(lines[-1] + whole) <= room:
            lines[-1] += whole
        else:
            lines += [whole, ""]
    lines = _continued(lines, text[end:], room)
    return [line.rstrip(" ") for line in lines if line.strip(" ")]


def _continued(lines: list[str], text: str, room: int) -> list[str]:
    """Return *lines* with *text* behind what stands on the last of them."""
    *done, last = lines
    added = _filled(f"{last}{text}".lstrip(" "), room) or [""]
    space = " " * (len(text) - len(text.rstrip(" ")))
    return [*done, *added[:-1], f"{added[-1]}{space}"]


def _filled(text: str, room: int) -> list[str]:
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
