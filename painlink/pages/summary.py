"""What is known about some areas in three sentences, each the answer to a question."""

from collections.abc import Iterator

from painlink.explain import Explanation
from painlink.knowledge import Knowledge
from painlink.model import Link
from painlink.phrases import joined
from painlink.red_flags import is_emergency_of_all
from painlink.selecting import links_to_others
from painlink.texts import sentences

_TOGETHER, _CAUSE, _BEST = "Are they linked? ", "Does one cause the other? ", "What is best shown? "
_NOT_COUNTED = "No study we know of counted how often these pains go together."
_DANGERS = "But some dangers can be felt in both, so look at the warning signs above first."
_NO_PROOF = "A link does not prove that one pain causes the other."


def in_three_sentences(knowledge: Knowledge, explanation: Explanation) -> Iterator[tuple[str, str]]:
    """Yield three questions, each with its answer in one sentence with its citations."""
    pair, links = explanation.pair, explanation.links
    if len(explanation.areas) == 1:
        others = len(links_to_others(knowledge, explanation))
        yield _TOGETHER, f"We know of links with pain in {others or 'no'} other places."
    elif pair:
        yield _TOGETHER, sentences(pair.together.answer)[0]
    elif links:
        yield _TOGETHER, _NOT_COUNTED
    else:
        names = joined([f"the {area.name}" for area in explanation.areas])
        yield _TOGETHER, f"We know of no everyday link between {names}."
    yield _CAUSE, sentences(pair.cause.answer)[0] if pair else _NO_PROOF
    if links:
        yield _BEST, _best_shown(knowledge, links[0], len(explanation.areas))
    elif pair:
        yield "What is not known? ", sentences(pair.untested)[0]
    elif is_emergency_of_all(knowledge, explanation.areas):
        yield "What matters most? ", _DANGERS
    else:
        yield "What matters most? ", sentences(knowledge.about.no_link)[0]


def _best_shown(knowledge: Knowledge, link: Link, asked: int) -> str:
    """Return the surest way in which some areas may be linked, in one sentence."""
    ends = f"{knowledge.areas[link.from_].name} and {knowledge.areas[link.to].name}"
    where = "" if asked == 2 else f" ({ends})"  # noqa: PLR2004, of two it is clear
    told = sentences(link.summary)[0]
    return f"{link.name}{where}: {told[:1].lower()}{told[1:]}"
