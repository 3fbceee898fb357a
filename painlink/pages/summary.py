"""What is known about some areas in short: three questions, each with its answer."""

import re
from collections.abc import Iterator

from painlink.explain.explanation import Explanation, hides_dangers
from painlink.explain.red_flags import felt_together
from painlink.explain.selection import links_to_others
from painlink.explain.surest import surest
from painlink.model.entries import Link
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION, sentences
from painlink.pages.parts.origin import named, note
from painlink.phrases import joined

_PAIR = 2
_FEWEST_WORDS = 6  # a shorter answer says too little by itself
_TOGETHER, _CAUSE = "Do they go together? ", "Does one cause the other? "
_BEST, _MATTERS = "Which link is best shown? ", "What matters most? "
_NO_COUNT = "We have no figures for all of these together."
_NO_PROOF = "A link does not prove that one pain causes the other."
_NOTHING_SHOWN = "Nothing is well shown: what has been looked at is very uncertain."
_DANGERS = "Some dangers can be felt in these places, so look at the warning signs above first."
_REAL = "Your pain is still real in every place, and may need care."


def short_answers(knowledge: Knowledge, explanation: Explanation) -> Iterator[tuple[str, str]]:
    """Yield three questions, each with a short answer and its citations."""
    pair, links = explanation.pair, explanation.links
    if len(explanation.areas) == 1:
        others = len(links_to_others(knowledge, explanation))
        yield "What else may be linked? ", f"We know of links with {others or 'no'} other places."
        yield "Does a link prove a cause? ", f"No. {_NO_PROOF}"
    elif pair:
        yield _TOGETHER, f"{_start(pair.together.answer)}{note(pair)}"
        not_causing = knowledge.wording.not_causing
        yield _CAUSE, f"{_start(pair.cause.answer)}{note(pair)} {not_causing}"
    elif links:
        yield _TOGETHER, _NO_COUNT
        yield _CAUSE, _NO_PROOF
    else:
        names = joined([f"the {area.name}" for area in explanation.areas])
        yield "Are they linked? ", f"We know of no everyday link between {names}."
        yield _CAUSE, sentences(knowledge.about.no_link)[-1]
    if hides_dangers(knowledge, explanation):
        yield _MATTERS, _DANGERS
    best = surest(knowledge, explanation.areas, links)
    if best and best.certainty is not Certainty.VERY_LOW:
        yield _BEST, _told(knowledge, best, len(explanation.areas))
    elif best:
        yield _BEST, _NOTHING_SHOWN
    elif pair:
        yield "What is not known? ", f"{_start(pair.untested)}{note(pair)}"
    else:
        danger = bool(felt_together(knowledge, [area.id for area in explanation.areas]))
        yield _MATTERS, _DANGERS if danger else _REAL


def _start(answer: str) -> str:
    """Return the first sentence of *answer*, with the second where the first is hardly one."""
    first, *rest = sentences(answer)
    return (
        " ".join((first, *rest[:1]))
        if len(first.split()) < _FEWEST_WORDS
        else _without_figures(first)
    )


def _without_figures(sentence: str) -> str:
    """Return *sentence* without the figures behind its colon, with their sources: "claim [1]."."""
    claim, _, figures = sentence.partition(": ")
    if not re.search(r"\d", CITATION.sub("", figures)):
        return sentence
    return f"{claim} {''.join(f'[{source}]' for source in CITATION.findall(figures))}."


def _told(knowledge: Knowledge, link: Link, asked: int) -> str:
    ends = joined([named(knowledge.areas[id_]) for id_ in (link.from_, link.to)])
    where = "" if asked == _PAIR else f" ({ends})"
    return f"{link.name}{where}. {link.summary}{note(link)}"
