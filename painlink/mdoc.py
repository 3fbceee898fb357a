"""The language of manual pages, mdoc: words, paragraphs and lists, so that nothing in them acts."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from painlink.texts import sentences

_WIDEST = 72  # columns of the source: linters object to more than 80, and an indent comes on top
_LONGEST_MACRO = 3
_WRITTEN = {
    ord("\\"): r"\e",
    ord('"'): r"\(dq",
    ord("-"): r"\-",  # else some readers show a hyphen that no shell takes
}


def word(text: str) -> str:
    """Return *text* as one word of a line that begins with a macro."""
    written = text.translate(_WRITTEN)
    return rf"\&{written}" if len(text) <= _LONGEST_MACRO else written


def words(text: str) -> str:
    """Return *text* as words of a line that begins with a macro."""
    return " ".join(word(one) for one in text.split())


def lines(text: str) -> Iterator[str]:
    """Yield *text* as lines of the source, each sentence from a line of its own."""
    for sentence in sentences(text):
        for line in wrap(sentence.translate(_WRITTEN), _WIDEST, break_long_words=False):
            yield rf"\&{line}" if line[0] in ".'" else line


def paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Yield *texts* as paragraphs, with a gap between two."""
    for number, text in enumerate(texts):
        if number:
            yield ".Pp"
        yield from lines(text)


def tagged(items: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Yield a list: of each of *items* the macros of what it is about, and lines about it."""
    yield ".Bl -tag -width Ds"
    for tag, about in items:
        yield f".It {tag}"
        yield from about
    yield ".El"
