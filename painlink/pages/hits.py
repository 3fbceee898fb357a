"""The page of `painlink search`: the best hits, each with the command that opens it."""

from typing import NamedTuple

from painlink.model.entries import Entry
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Page, Paragraph, command, plain, strong
from painlink.pages.entry import kind_of, opened_by, where
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.origin import noted
from painlink.phrases import printable

_MOST_SHOWN = 12


class Hit(NamedTuple):
    """One entry that was found, and the command that opens it."""

    id: str
    kind: str
    name: str
    command: str
    origin: str | None


class SearchResult(NamedTuple):
    """The best hits for some words; *more* counts those not shown."""

    words: str
    hits: tuple[Hit, ...]
    more: int


def page(knowledge: Knowledge, words: str, entries: tuple[Entry, ...]) -> Page:
    """Return the best of *entries*, found for *words*."""
    hits = tuple(
        Hit(entry.id, kind_of(entry), where(knowledge, entry), opened_by(entry), entry.origin)
        for entry in entries[:_MOST_SHOWN]
    )
    more = len(entries) - len(hits)
    items = tuple(
        (
            *strong(hit.name),
            *plain(f" ({hit.kind.replace('-', ' ')})"),
            *noted(hit),
            *plain(": "),
            *command(hit.command),
        )
        for hit in hits
    )
    blocks: list[Block] = [Bullets(items)]
    if more:
        told = f"{more} more hold these words. Add a word to narrow it down."
        blocks.append(Paragraph(plain(told)))
    blocks.append(next_command(hits[0].command))
    title = f"Found for: {printable(words)}"
    return framed(knowledge, title, blocks, lambda: SearchResult(words, hits, more), advises=False)
