"""What was made of the words that somebody typed, where they are not plainly names of areas."""

from collections.abc import Iterable

from painlink.model.knowledge import Knowledge
from painlink.names.understanding.records import Found, LeftOut, Understanding
from painlink.pages.blocks import Block, Paragraph, Span, command, plain, quiet
from painlink.pages.parts.origin import named, note
from painlink.phrases import few, joined, printable, sentence_case, uncapitalized

_MOST_NAMED = 5
_ONLY_PLACES = "painlink reads only which places hurt. If a sign below fits you, act on it."
_NOT_TO_ITS_END = "Only its beginning was read: the text is long."


def taken_for(knowledge: Knowledge, meant: Understanding | None) -> list[Block]:
    """Return what was understood and left out, so that nobody is answered beside the point.

    It is nothing where the words are plainly the areas' own names. The name of a mechanism gets one
    command that opens it.
    """
    if meant is None:
        return []
    blocks: list[Block] = []
    told = [] if is_plain(meant) else list(_told(knowledge, meant))
    if apart := _apart(knowledge, meant):
        told += plain(f"{' ' if told else ''}{apart}")
    if told:
        blocks.append(Paragraph(tuple(told)))
    if meant.mentioned:
        blocks.append(Paragraph(tuple(_mentioned(knowledge, meant))))
    return blocks


def _apart(knowledge: Knowledge, meant: Understanding) -> str:
    """Return what the words of a place may mean besides, where that is something else."""
    return " ".join(
        one.says
        for one in knowledge.wording.apart
        for found in meant.found
        if found.area == one.area and _names_one(found, one.words)
    )


def _names_one(found: Found, words: Iterable[str]) -> bool:
    said = " ".join(span.words for span in found.spans).casefold()
    return any(word in said for word in words)


def is_plain(meant: Understanding) -> bool:
    """Return whether nobody needs telling what was understood."""
    return (
        all(one.is_obvious for one in meant.found)
        and meant.is_whole
        and not (meant.read_as or meant.asked or _left_out(meant))
    )


def in_short(knowledge: Knowledge, meant: Understanding) -> str:
    """Return what was understood and left out, without a word of the reader's own."""
    found = joined([f"the {knowledge.areas[id_].name}" for id_ in meant.areas])
    left = joined([f"the {knowledge.areas[id_].name}" for id_ in _left_out(meant)])
    return f"understood: {found}" + (f"; left out: {left}" if left else "")


def _told(knowledge: Knowledge, meant: Understanding) -> Iterable[Span]:
    found = [f"the {named(knowledge.areas[one.area])} ({_words(one)})" for one in meant.found]
    yield from quiet(f"Understood: {joined(found)}.")
    for slip in meant.read_as:
        yield from quiet(f" '{printable(slip.span.words)}' read as {slip.read}.")
    for asked in meant.asked:
        could_be = joined([f"the {knowledge.areas[id_].name}" for id_ in asked.areas], "or")
        yield from quiet(f" '{printable(asked.span.words)}' could be {could_be}: not taken.")
    if left := _left_out(meant):
        told = [f"the {knowledge.areas[id_].name} ('{_shown(one)}')" for id_, one in left.items()]
        yield from quiet(f" Left out: {joined(few(told, _MOST_NAMED))}.")
    if not meant.is_whole:
        yield from quiet(f" {_NOT_TO_ITS_END}")
    yield from quiet(f" {_ONLY_PLACES}")
    if left:
        first = next(iter(left))
        yield from quiet(f" {sentence_case(knowledge.areas[first].name)} too? ")
        yield from command(f"painlink explain {' '.join((*meant.areas, first))}")


def _left_out(meant: Understanding) -> dict[str, LeftOut]:
    """Return the areas that were named and left out, each with the words that first did."""
    left: dict[str, LeftOut] = {}
    for one in meant.left_out:
        if not set(one.areas) & set(meant.areas) and len(one.areas) == 1:
            left.setdefault(one.areas[0], one)
    return left


def _words(found: Found) -> str:
    words = dict.fromkeys(f"'{printable(span.words)}'" for span in found.spans)
    return ", ".join(few(list(words), 2))


def _shown(left: LeftOut) -> str:
    return printable(left.said)


def _mentioned(knowledge: Knowledge, meant: Understanding) -> Iterable[Span]:
    named = [one.mechanism for one in meant.mentioned[:2]]
    mechanisms = [knowledge.mechanisms[id_] for id_ in named]
    names = [f"{uncapitalized(one.plain)}{note(one)}" for one in mechanisms]
    for place, id_ in enumerate(named):
        yield from plain(" or " if place else f"You also named {joined(names)}. Read: ")
        yield from command(f"painlink show {id_}")
