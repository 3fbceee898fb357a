"""The page of `painlink search`: the best hits, each with the command that opens it."""

import re
from typing import NamedTuple

from painlink.model.entries import Entry
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Page, Paragraph, command, plain, strong
from painlink.pages.entry import kind_of, opened_by, where
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.origin import noted
from painlink.phrases import printable

_MOST_SHOWN = 12
_AS_TYPED = re.compile(r"\w[\w -]{0,59}")  # what a shell takes as it stands


class Hit(NamedTuple):
    """One entry that was found, and the command that opens it."""

    id: str
    kind: str
    name: str
    command: str
    origin: str | None


class SearchResult(NamedTuple):
    """The best hits for some words, of one *kind* or of all; *more* counts those not shown."""

    words: str
    kind: Listed | None
    hits: tuple[Hit, ...]
    more: int


def page(
    knowledge: Knowledge,
    words: str,
    entries: tuple[Entry, ...],
    kind: Listed | None = None,
    *,
    whole: bool = False,
) -> Page:
    """Return the best of *entries*, or the *whole* of them, found for *words* among a *kind*."""
    hits = tuple(
        Hit(entry.id, kind_of(entry), where(knowledge, entry), opened_by(entry), entry.origin)
        for entry in (entries if whole else entries[:_MOST_SHOWN])
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
        narrow = "Add a word" if kind else "Add a word, or --kind mechanisms,"
        told = f"{more} more hold these words. {narrow} to narrow it down. To see them all: "
        blocks.append(Paragraph((*plain(told), *command(_again(words, kind)))))
    blocks.append(next_command(hits[0].command))
    among = f" ({kind.replace('-', ' ')})" if kind else ""
    title = f"Found for: {printable(words)}{among}"
    result = SearchResult(words, kind, hits, more)
    return framed(knowledge, title, blocks, lambda: result, advises=False)


def _again(words: str, kind: Listed | None) -> str:
    """Return the command that shows every hit; words that a shell would read are left out."""
    typed = words if _AS_TYPED.fullmatch(words) else "WORDS"
    return f"painlink search {typed}{f' --kind {kind}' if kind else ''} --all"
