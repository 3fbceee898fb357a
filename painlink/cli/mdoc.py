"""The language of manual pages, mdoc: words, paragraphs and lists, so that nothing in them acts."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from painlink.model.words.texts import sentences

_WIDEST = 60  # columns of the source: linters object to more than 80, and escapes come on top
_LONGEST_MACRO = 3
_SHORTEST_BROKEN = 5
_WRITTEN = {
    ord("\\"): r"\e",
    ord('"'): r"\(dq",
    ord("-"): r"\-",  # else some readers show a hyphen that no shell takes
}


def one_word(text: str) -> str:
    """Return *text* as one word of a line that begins with a macro."""
    return rf"\&{escaped(text)}" if len(text) <= _LONGEST_MACRO else _whole(text)


def some_words(text: str) -> str:
    """Return *text* as words of a line that begins with a macro."""
    return " ".join(one_word(one) for one in text.split())


def escaped(text: str) -> str:
    """Return *text* so that each letter of it is shown as it is."""
    return text.translate(_WRITTEN)


def lines(text: str) -> Iterator[str]:
    """Yield *text* as lines of the source, each sentence from a line of its own."""
    for sentence in sentences(text):
        for line in wrap(sentence, _WIDEST, break_long_words=False, break_on_hyphens=False):
            written = " ".join(_whole(one) for one in line.split())
            yield rf"\&{written}" if line[0] in ".'" else written


def _whole(text: str) -> str:
    r"""Return a word that is never broken: "red-flags" is not what `painlink redflags` is."""
    return escaped(text) if len(text) < _SHORTEST_BROKEN else rf"\%{escaped(text)}"


def paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Yield *texts* as paragraphs, with a gap between two."""
    for number, text in enumerate(texts):
        if number:
            yield ".Pp"
        yield from lines(text)


def tagged(items: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Yield a list: of each of *items* the macros of what it is about, and lines about it."""
    yield ".Bl -tag -width 4n"
    for tag, about in items:
        yield f".It {tag}"
        yield from about
    yield ".El"
