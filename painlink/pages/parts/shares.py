"""How shares of 100 people are drawn beside the words that tell of them."""

import re

from painlink.model.figures import Shares
from painlink.model.words.texts import CITATION, sentences
from painlink.pages.blocks import Bar, Bars, Text, plain
from painlink.pages.parts.citing import Citations

_NUMBER = re.compile(r"\d")


def as_bars(shares: Shares, citations: Citations) -> tuple[Text, Bars]:
    """Return what is counted, as the end of the words above, and *shares* as bars.

    A source that they have in common stands behind the words, others each behind its group.
    """
    common = citations.of(shares.sources) if len(shares.sources) == 1 else ()
    bars = tuple(
        Bar(
            (*plain(one.group), *(() if common else citations.of([one.source]))),
            one.of_100,
            one.in_words,
        )
        for one in shares.groups
    )
    return (*plain(f" {shares.what}"), *common, *plain(":")), Bars(shares.what, bars)


def not_drawn(text: str, shares: Shares | None) -> str:
    """Return *text* without the sentences whose figures are drawn as *shares*."""
    sources = shares.sources if shares else frozenset()
    return " ".join(
        one
        for one in sentences(text)
        if sources.isdisjoint(CITATION.findall(one)) or not _NUMBER.search(CITATION.sub("", one))
    )
