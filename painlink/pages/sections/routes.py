"""How two areas may be linked, most certain first, and what is told of that but does not hold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from painlink.explain.chains import Chain
from painlink.explain.explanation import Explanation
from painlink.explain.red_flags import signs_in_themselves
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Text, strong
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.links import (
    chain_in_brief,
    link_in_brief,
    link_in_full,
    links_in_a_line,
)

_MOST_TOLD = 2  # links that a short page tells in a sentence; the others it only names
_MOST_STORIES = 3


class _Group(NamedTuple):
    """Links and chains that are told together: those of one level, or the dangers.

    A short page tells *most* of the links in a sentence, and names the others behind *title*;
    what is *pressing* stands behind it in any case.
    """

    title: str
    links: Sequence[Link]
    chains: Sequence[Chain] = ()
    most: int = _MOST_TOLD
    pressing: bool = False


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
        others = [link for link in explanation.links if not link.danger]
        serious = [link for link in explanation.links if link.danger]
        of_heart = any(link.danger is Danger.HEART_OR_LUNG for link in serious)
        title = _SERIOUS if together or of_heart else _RARE
        room = max(_MOST_TOLD - len(others), 0)
        groups = [*_of_levels(explanation, others), _Group(title, serious, (), room, pressing=True)]
        if together:
            groups.insert(0, groups.pop())
        blocks: list[Block] = []
        if self._full:
            blocks += (block for group in groups for block in self._in_full(group))
        elif items := tuple(item for group in groups for item in self._in_brief(group)):
            blocks.append(Bullets(items))
        if not blocks:
            return []
        told = _DANGERS_FIRST if together and serious else _LINKED
        return [Heading(2, told), *blocks]

    def not_supported(self, links: Sequence[Link]) -> list[Block]:
        """Return what is told of two areas and does not hold; a short page has the best known."""
        if not links:
            return []
        heading = Heading(2, "Not supported by the evidence")
        if self._full:
            return [
                heading,
                *(link_in_full(self._knowledge, link, self._citations) for link in links),
            ]
        shown = (
            link_in_brief(self._knowledge, link, self._citations) for link in links[:_MOST_STORIES]
        )
        return [heading, Bullets(tuple(shown))]

    def _in_full(self, group: _Group) -> Iterator[Block]:
        if group.links or group.chains:
            yield Heading(3, group.title)
        yield from (link_in_full(self._knowledge, link, self._citations) for link in group.links)
        if group.chains:
            yield Bullets(tuple(self._chains(group)))

    def _in_brief(self, group: _Group) -> Iterable[Text]:
        """Return an item for each link that is told, one for those only named, and each chain."""
        links, named = group.links[: group.most], group.links[group.most :]
        items = [link_in_brief(self._knowledge, link, self._citations) for link in links]
        if named:
            items.append(links_in_a_line(self._knowledge, named, self._citations))
        if items and (named or group.pressing):
            number = 0 if group.pressing else -1
            items[number] = (*strong(f"{group.title}: "), *items[number])
        items += self._chains(group)  # behind the links: the citations are numbered in their order
        return items

    def _chains(self, group: _Group) -> Iterator[Text]:
        return (chain_in_brief(self._knowledge, chain, self._citations) for chain in group.chains)


def _of_levels(explanation: Explanation, links: Sequence[Link]) -> Iterator[_Group]:
    """Yield what is known at each level, surest first, apart from the dangers.

    What is hardly shown is only named beside what is surer, and so is what would be too much.
    """
    before = 0
    for level in Certainty:
        here = [link for link in links if link.certainty is level]
        chains = [chain for chain in explanation.chains if chain.certainty is level]
        surer = len(here) < len(explanation.links)
        most = 0 if level is Certainty.VERY_LOW and surer else max(_MOST_TOLD - before, 0)
        yield _Group(f"{level.label} ({level.wording})", here, chains, most)
        before += len(here)


_LINKED = "How they may be linked (and how sure): best shown first, not likeliest first"
_DANGERS_FIRST = "How they may be linked (and how sure): dangers first, then best shown"
_SERIOUS = "Serious; if a sign above fits, act on it first"
_RARE = "Rare, but serious; if a sign above fits, act on it first"
