"""Which sentences of a page are not told elsewhere: so that nothing it says is left out."""

import re
from collections.abc import Iterable, Iterator

from painlink.model.words.texts import sentences
from painlink.pages.blocks import Block, Choices, Heading, Page, References, Role, Span, Text
from painlink.pages.parts.picture import Figure

_WORD = re.compile(r"\w+")
_JOINT = "\0"  # where a label ends and what it is a label of begins
_PIECES = re.compile(rf"[.:;?(){_JOINT}]|, | and ")
_MORE = re.compile(r"\d+ more")
_LABEL = re.compile(r"[^.?]*: ?")
_SAID = (Role.PLAIN, Role.STRONG)


def untold(page: Page, told: Iterable[Block]) -> tuple[str, ...]:
    """Return each sentence of *page* of which a piece is nowhere in *told*.

    Names of what comes, commands and what leads up to them, citations, what is said in passing and
    what boxes are for are no claims.
    """
    known = f" {_words(' . '.join(map(_shown, texts_of(tuple(told)))))} "
    claiming = tuple(block for block in page.blocks if not isinstance(block, Choices))
    left = (
        sentence.replace(_JOINT, "").strip()
        for text in texts_of(claiming)
        for sentence in sentences(_said(_behind_commands(text)))
        if not all(f" {piece} " in known for piece in _pieces(sentence))
    )
    return tuple(dict.fromkeys(filter(None, left)))


def texts_of(blocks: object) -> Iterator[Text]:
    """Yield every text in *blocks*."""
    if isinstance(blocks, Figure | References | Heading) or not isinstance(blocks, tuple):
        return
    if blocks and all(isinstance(one, Span) for one in blocks):
        yield blocks
        return
    for one in blocks:
        yield from texts_of(one)


def _shown(text: Text) -> str:
    return "".join(span.text for span in text if span.role is not Role.CITATION)


def _behind_commands(text: Text) -> Text:
    """Return *text* from the sentence on that comes after its last command."""
    commands = [place for place, span in enumerate(text) if span.role is Role.COMMAND]
    if not commands:
        return text
    rest = text[commands[-1] + 1 :]
    if not rest:
        return ()
    _, *others = sentences(rest[0].text)
    return (rest[0]._replace(text=" ".join(others)), *rest[1:])


def _said(text: Text) -> str:
    """Return what *text* says, without the label that it begins with."""
    said = [span for span in text if span.role in _SAID]
    if said and said[0].role is Role.STRONG and _LABEL.fullmatch(said[0].text):
        said = said[1:]
    return "".join(f"{span.text}{_JOINT if _is_label(span) else ''}" for span in said)


def _is_label(span: Span) -> bool:
    return span.role is Role.STRONG and not span.text.endswith((".", "?"))


def _pieces(sentence: str) -> Iterator[str]:
    """Yield the words of each piece of *sentence*: of a list, those of each item."""
    pieces = (piece for piece in _PIECES.split(sentence) if not _MORE.fullmatch(piece))
    return filter(None, map(_words, pieces))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
