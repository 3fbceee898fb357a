"""The page of `painlink explain --short`: the answer and its signs on one small screen."""

from collections.abc import Sequence
from functools import partial

from painlink.explain.explanation import Explanation, completed
from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags
from painlink.explain.surest import no_dangers
from painlink.model.entries import RedFlag
from painlink.model.grades import Urgency
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import Block, Notice, Page, Paragraph, command, plain, strong
from painlink.pages.explanation import title
from painlink.pages.parts.framing import arguments, framed, own_areas
from painlink.pages.parts.origin import note, noted
from painlink.pages.parts.reviewers import reviews_of, who_reviewed
from painlink.pages.sections.signs import CALL, TITLE, TODAY, shorts
from painlink.pages.sections.understood import taken_for
from painlink.phrases import sentence_case, uncapitalized

_MOST_CHOSEN, _MOST_NOW = 5, 7
_MOST_TODAY = 3
_MOST_LINKS = 3


def page(knowledge: Knowledge, explanation: Explanation) -> Page:
    """Return the answer of *explanation*, its signs and its best links, in 22 lines."""
    areas = explanation.areas
    now, today = _signs(knowledge, [area.id for area in areas])
    signs: list[Block] = [Paragraph((*plain(f"{sentence_case(shorts(now))} "), *strong(CALL)))]
    if today:
        signs.append(Paragraph((*strong(TODAY), *plain(f" for: {shorts(today)}"))))
    whose = noted(explanation.pair) if explanation.pair else ()
    said: list[Block] = [
        *taken_for(knowledge, explanation.understood),
        *own_areas(areas),
        Paragraph((*strong(CITATION.sub("", explanation.verdict)), *whose)),
        Notice(Urgency.EMERGENCY, TITLE, tuple(signs)),
        Paragraph(
            (
                *plain(_best(explanation)),
                *strong("Read on: "),
                *command(f"painlink explain {arguments(areas)}"),
            )
        ),
    ]
    contents = partial(completed, knowledge, explanation)
    reviews = reviews_of(knowledge, areas, explanation.pair)
    framed_page = framed(knowledge, title(areas), said, contents, reviews=reviews)
    imprint = plain(who_reviewed((), reviews)) if reviews else ()
    return framed_page._replace(
        imprint=imprint, disclaimer=plain(knowledge.about.disclaimer_in_brief), is_text=True
    )


def _signs(
    knowledge: Knowledge, ids: Sequence[str]
) -> tuple[tuple[RedFlag, ...], tuple[RedFlag, ...]]:
    """Return the emergencies and the signs for today: none of these without what it turns into.

    A reader's own come behind those that painlink tells by itself, where there is room.
    """
    below = knowledge.alone(ids)
    if below is None:
        return _chosen(knowledge, ids)
    now, today = _chosen(below, ids)
    signs = leading(knowledge, ids)
    own_now = (flag for flag in signs.now if flag.origin)
    own_today = (flag for flag in signs.for_today if flag.origin)
    return (*now, *own_now)[:_MOST_NOW], (*today, *own_today)[:_MOST_TODAY]


def _chosen(
    knowledge: Knowledge, ids: Sequence[str]
) -> tuple[tuple[RedFlag, ...], tuple[RedFlag, ...]]:
    """Return the same with a reader's own entries taken for painlink's."""
    signs = leading(knowledge, ids)
    emergencies = {
        flag.id: flag for flag in red_flags(knowledge, ids) if flag.urgency is Urgency.EMERGENCY
    }
    now = dict.fromkeys(signs.now[:_MOST_CHOSEN])
    today: list[RedFlag] = []
    for one in signs.today:
        worse = [emergencies[id_] for id_ in one.flag.turns_into if id_ in emergencies]
        with_worse = now | dict.fromkeys(worse)
        if len(today) < _MOST_TODAY and len(with_worse) <= _MOST_NOW:
            now = with_worse
            today.append(one.flag)
    more = (flag for flag in (*signs.now, *signs.also) if flag not in now)
    return (*now, *list(more)[: _MOST_NOW - len(now)]), tuple(today)


def _best(explanation: Explanation) -> str:
    """Return the names of the links that are best shown, each with how sure it is.

    Dangers are told by the signs; only where there is nothing else they stand here too.
    """
    links = dict.fromkeys(
        (f"{uncapitalized(link.name)}{note(link)}", link.certainty.words)
        for link in no_dangers(explanation.links)
    )
    if not links:
        return ""
    told = "; ".join(f"{name} ({level})" for name, level in list(links)[:_MOST_LINKS])
    return f"Best shown links, and how sure: {told}. "
