"""What a page says of one area, or of three and more: what else may be linked, and with what."""

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby

from painlink.explain.explanation import Explanation
from painlink.explain.selection import links_between, links_to_others
from painlink.explain.surest import no_dangers
from painlink.model.entries import Link
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Paragraph, command, plain, quiet, strong
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import named, note, noted
from painlink.phrases import joined, sentence_case, uncapitalized

_PAIR = 2
_MOST_NAMES = 2


def neighbors(knowledge: Knowledge, explanation: Explanation) -> list[Block]:
    """Say for one area which others are known to be linked with it, most certain first."""
    (area,) = explanation.areas
    others = links_to_others(knowledge, explanation)
    if not others:
        return []
    hardly = [id_ for id_, links in others.items() if _is_hardly_shown(links)]
    items = [
        (
            *strong(sentence_case(knowledge.areas[other].name)),
            *noted(knowledge.areas[other]),
            *quiet(f" (best link: {_surest(links)})"),
            *plain(f": {_told(links)}."),
        )
        for other, links in others.items()
        if other not in hardly
    ]
    if hardly:
        names = joined([named(knowledge.areas[id_]) for id_ in hardly])
        items.append((*strong("Hardly shown: "), *plain(f"links with {names}.")))
    words = knowledge.wording
    lines = "Each line names a place, how sure its best link is, and links."
    read_on = command(f"painlink explain {area.id} {next(iter(others))}")
    return [
        Heading(2, "What may be linked with it"),
        Paragraph(plain(f"{lines} {words.order} {words.not_causing}")),
        Bullets(tuple(items)),
        Paragraph((*plain("To read on about one of them: "), *read_on)),
    ]


def _is_hardly_shown(links: Sequence[Link]) -> bool:
    """Return whether none of *links* is well shown, none a danger, and none a reader's own."""
    return all(
        link.certainty is Certainty.VERY_LOW and not link.danger and not link.origin
        for link in links
    )


def _surest(links: Sequence[Link]) -> str:
    """Return how sure the surest of *links* is, of those that are no rare danger if there are."""
    return no_dangers(links)[0].certainty.words


def _told(links: Sequence[Link]) -> str:
    """Return the names of a few of *links*, those that are rare but serious apart."""
    told = _few(_names(link for link in links if not link.danger))
    if serious := _names(link for link in links if link.danger):
        told.append(f"rare, but serious: {joined(serious)}")
    return "; ".join(told)


def _few(names: list[str]) -> list[str]:
    more = len(names) - _MOST_NAMES
    return names if more <= 1 else [*names[:_MOST_NAMES], f"and {more} more"]


def _names(links: Iterable[Link]) -> list[str]:
    """Return the names of *links*, each once, as they stand in a sentence."""
    names = (f"{uncapitalized(link.name)}{note(link)}" for link in links)
    return list(dict.fromkeys(names))


def ties(knowledge: Knowledge, citations: Citations) -> list[Block]:
    """Say for three or more areas what may feed pain in many places at once."""
    items = tuple(
        (
            *strong(mechanism.plain),
            *quiet(f" ({mechanism.name.lower()})"),
            *plain(". "),
            *citations.text(mechanism.ties_many),
            *noted(mechanism),
        )
        for mechanism in knowledge.mechanisms.values()
        if mechanism.ties_many
    )
    return [Heading(2, "What may tie them all"), Bullets(items)] if items else []


def pair_by_pair(knowledge: Knowledge, explanation: Explanation) -> list[Block]:
    """Say for three or more areas how each two of them may be linked, and where to read on."""
    told = Paragraph(plain(knowledge.wording.not_causing))
    blocks: list[Block] = [Heading(2, "Pair by pair"), told]
    for one, other in combinations(explanation.areas, _PAIR):
        blocks.append(Heading(3, sentence_case(f"{one.pain} and {other.pain}")))
        links = links_between(knowledge, one, other)
        everyday = [link for link in links if not link.danger]
        items = [
            (*strong(f"{level.label}: "), *plain(f"{'; '.join(_names(group))}."))
            for level, group in groupby(everyday, key=lambda link: link.certainty)
        ]
        if serious := _names(link for link in links if link.danger):
            items.append((*strong("Rare, but serious: "), *plain(f"{'; '.join(serious)}.")))
        if not links:
            items.append(plain("painlink has no link on record between these two."))
        items.append((*plain("Read on: "), *command(f"painlink explain {one.id} {other.id}")))
        blocks.append(Bullets(tuple(items)))
    return blocks
