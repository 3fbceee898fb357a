"""How what is said beside an answer fits a terminal: broken between words, never within one."""

import re
from collections.abc import Iterator

# Kept whole, to be copied: a command behind a colon; else each word, as a path or an address.
_PIECE = re.compile(r"(?:(?<=: )painlink(?: [\w./~=-]*[\w/~=-])+\S*|\S+)\s*")


def in_lines(text: str, columns: int) -> str:
    """Return *text* in lines of so many *columns*; what is longer by itself has a line alone."""
    return "\n".join(line for long in text.split("\n") for line in _lines(long, columns))


def _lines(line: str, room: int) -> Iterator[str]:
    # Late: only who sits at a terminal is told anything in lines.
    from painlink.render.lines import columns

    rest = line.lstrip(" ")
    margin = line[: len(line) - len(rest)]
    here = margin
    for piece in _PIECE.findall(rest):
        if here != margin and columns(f"{here}{piece}".rstrip()) > room:
            yield here.rstrip()
            here = margin
        here += piece
    yield here.rstrip()
