"""How the short answer about a pair is told: in brief with its figures drawn, or in full."""

import re
from collections.abc import Callable

from painlink.model.entries import Answer, Pair
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import sentences
from painlink.pages.blocks import Block, Bullets, Heading, Paragraph, Text, plain, quiet, strong
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.shares import as_bars, not_drawn
from painlink.pages.sections.links import reason_told, titled, what_sources_show, what_was_searched

_PRESSING = re.compile(r"\bemergency\b|\bget help\b|\bheart first\b")
_LITTLE_SURE = (Certainty.LOW, Certainty.VERY_LOW)


def short_answer(
    knowledge: Knowledge,
    pair: Pair,
    citations: Citations,
    *,
    full: bool,
    whose: str,
    more: Callable[[], Text] | None = None,
) -> list[Block]:
    """Return the short answer about *pair*; in *full* also how sure it is and what is unknown.

    Where an answer is little sure, what decides that is told beside it. *whose* is said of each
    piece, where not all of the page is about *pair*. What *more* gives stands behind them.
    """
    words = knowledge.wording
    shares = None if full else pair.shares
    beside = pair.together._replace(answer=not_drawn(pair.together.answer, shares))
    together = _surely(beside, words.how_sure_together, full=full)
    cause = _surely(pair.cause, words.how_sure_cause, full=full, always=True)
    answers = (
        ("Do they go together? ", together),
        ("Does one cause the other? ", f"{cause} {words.not_causing}"),
        ("Not tested: ", pair.untested if full else sentences(pair.untested)[0]),
    )
    mark = quiet(whose) if whose else ()
    # The citations are numbered in the order in which these are made.
    items = ((*strong(asked), *citations.text(said), *mark) for asked, said in answers)
    blocks: list[Block] = [Heading(2, "The short answer")]
    if shares:
        first = next(items)
        counted, bars = as_bars(shares, citations)
        blocks += [Bullets(((*first, *counted),)), bars]
    rest = tuple(items)
    blocks.append(Bullets((*rest, *filter(None, [more() if more else ()]))))
    if not full:
        return blocks
    blocks += [Paragraph(strong("How sure that is"))]
    for told, graded in (("go together", pair.together), ("cause each other", pair.cause)):
        sure = Paragraph((*plain(f"That they {told}: {graded.certainty.label.lower()}."), *mark))
        reasons = tuple(reason_told(reason, citations) for reason in graded.why_grade)
        blocks += [sure, *([Bullets(reasons)] if reasons else [])]
    return [
        *blocks,
        *titled(f"What nobody knows yet{whose}", pair.unknown, citations),
        *what_sources_show(pair.evidence, citations, whose),
        *what_was_searched(pair.looked_up, whose),
    ]


def _surely(graded: Answer, how_sure: str, *, full: bool, always: bool = False) -> str:
    """Return an answer; where it is little sure, with the one reason that decides that.

    If *always*, how sure it is is told where it is surer too.

    Where it tells of an emergency it has none: that would play down what cannot wait.
    """
    little = graded.certainty in _LITTLE_SURE
    if full or _PRESSING.search(graded.answer) or not (graded.why_grade and (little or always)):
        return graded.answer
    sure = how_sure.replace("{level}", graded.certainty.words)
    why = f" {graded.why_grade[0].says}" if little else ""
    return f"{graded.answer} {sure}{why}"
