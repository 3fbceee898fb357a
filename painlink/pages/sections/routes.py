"""How two areas may be linked, most certain first, and what is told of that but does not hold."""

from collections.abc import Iterable, Iterator, Sequence

from painlink.explain.explanation import Explanation
from painlink.explain.red_flags import signs_in_themselves
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Text
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.links import (
    chain_in_brief,
    link_in_brief,
    link_in_full,
    links_in_a_line,
)

_MOST_TOLD = 2  # links that a short page tells in a sentence; the others it only names
_MOST_STORIES = 3


class Routes:
    """Tells the links of one page, short or in full."""

    def __init__(self, knowledge: Knowledge, citations: Citations, *, full: bool) -> None:
        self._knowledge = knowledge
        self._citations = citations
        self._full = full

    def by_certainty(self, explanation: Explanation) -> list[Block]:
        """Return the links, surest first, and apart from them those that are a danger.

        These stand last, but first where having the pains is a sign in itself.
        """
        together = signs_in_themselves(self._knowledge, explanation.areas)
        serious = [link for link in explanation.links if link.danger]
        others = [link for link in explanation.links if not link.danger]
        most = max(_MOST_TOLD - len(others), 0)
        blocks = self._apart(serious, _SERIOUS, most=most) if together else []
        for level in Certainty:
            blocks += self._of_level(explanation, level, others, alone=not serious)
        if not together:
            of_heart = any(link.danger is Danger.HEART_OR_LUNG for link in serious)
            blocks += self._apart(serious, _SERIOUS if of_heart else _RARE, most=most)
        if not blocks:
            return []
        return [Heading(2, _DANGERS_FIRST if together and serious else _LINKED), *blocks]

    def _apart(self, links: Sequence[Link], title: str, *, most: int) -> list[Block]:
        return [Heading(3, title), *self._told(links, most=most)] if links else []

    def not_supported(self, links: Sequence[Link]) -> list[Block]:
        """Return what is told of two areas and does not hold; a short page has the best known."""
        if not links:
            return []
        shown = links if self._full else links[:_MOST_STORIES]
        told = self._told(shown, most=len(shown))
        return [Heading(2, "Not supported by the evidence"), *told]

    def _of_level(
        self, explanation: Explanation, level: Certainty, links: Sequence[Link], *, alone: bool
    ) -> Iterator[Block]:
        """Yield what is known at one level.

        What is hardly shown is only named beside what is surer, and so is what would be too much.
        """
        here = [link for link in links if link.certainty is level]
        chains = [chain for chain in explanation.chains if chain.certainty is level]
        if not here and not chains:
            return
        yield Heading(3, f"{level.label} ({level.wording})")
        surer = not alone or here != list(links)
        before = sum(link.certainty.rank < level.rank for link in links)
        most = 0 if level is Certainty.VERY_LOW and surer else max(_MOST_TOLD - before, 0)
        told = (chain_in_brief(self._knowledge, chain, self._citations) for chain in chains)
        yield from self._told(here, told, most=most)

    def _told(
        self, links: Iterable[Link], chains: Iterable[Text] = (), *, most: int = _MOST_TOLD
    ) -> Iterator[Block]:
        if self._full:
            yield from (link_in_full(self._knowledge, link, self._citations) for link in links)
            links = []
        links = list(links)
        items = [link_in_brief(self._knowledge, link, self._citations) for link in links[:most]]
        if only_named := links[most:]:
            items.append(links_in_a_line(self._knowledge, only_named, self._citations))
        items += chains  # behind the links: the citations are numbered in their order
        if items:
            yield Bullets(tuple(items))


_LINKED = "How they may be linked: best shown first, not likeliest first"
_DANGERS_FIRST = "How they may be linked: dangers first, then best shown"
_SERIOUS = "Serious (and how sure): if a sign above fits, act on it first"
_RARE = "Rare, but serious (and how sure): if a sign above fits, act on it first"
