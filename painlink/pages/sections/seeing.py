"""Whom one sees for what, what one can ask there, and what to read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from painlink.explain.explanation import Explanation
from painlink.model.areas import Area, guided
from painlink.model.entries import Approach, Source
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Span, Text, command, plain, strong
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.origin import note, noted
from painlink.phrases import joined, uncapitalized

_MOST_QUESTIONS = 3
_PHARMACIST = "pharmacist"


def whom_to_see(
    knowledge: Knowledge, areas: Sequence[Area], citations: Citations, *, offered: bool = False
) -> Text:
    """Return whom one sees for what with pain in *areas*, each of them once.

    Where options are *offered*, painkillers are told with them.
    """
    what: dict[str, list[tuple[str, str]]] = {}
    if any(area.guidance for area in areas) and not offered:
        what[_PHARMACIST] = [(knowledge.wording.a_pharmacist, "")]
    for area, guidance in guided(areas):
        for one in guidance.whom:
            what.setdefault(one.who, []).append((one.what, area.pain))
    order = knowledge.wording.seen  # from the nearest to the one who looks for causes
    known = sorted(what, key=lambda who: order.index(who) if who in order else len(order))
    told = "; ".join(f"{who} for {_told_once(what[who], len(areas))}" for who in known)
    whose = noted(*(area for area, _ in guided(areas)))
    return (*strong("Whom to see: "), *citations.text(f"{told}."), *whose) if told else ()


def _told_once(whats: Sequence[tuple[str, str]], asked: int) -> str:
    """Return *whats*, each with the pain it is about, as one phrase: "bad hip pain or headache".

    What is said of all the pains that were asked about names none of them.
    """
    by_kind: dict[str, list[str]] = {}
    for what, pain in whats:
        kind = what.removesuffix(pain)
        by_kind.setdefault(kind, []).append(what.removeprefix(kind))
    told = [
        f"{kind}{joined(pains, 'or') if len(pains) < asked or asked == 1 else 'pain'}"
        if any(pains)
        else kind
        for kind, pains in by_kind.items()
    ]
    return joined(told, "or")


def to_choose(
    knowledge: Knowledge,
    untold: Sequence[Approach],
    citations: Citations,
    *,
    offered: bool,
    held_back: bool,
) -> Text:
    """Return that the choice is the reader's, or which *untold* options one can ask about and why.

    *offered* tells whether the page tells some, *held_back* whether care comes before them.
    """
    words = knowledge.wording
    if offered:
        chosen = f"No sign fits? Choose with a {_PHARMACIST} or doctor: "
        return (*strong(chosen), *citations.text(words.choice))
    names = "".join(f"{uncapitalized(one.name)}; " for one in untold)
    said = (words.held_back if held_back else words.few).replace("{options}", names)
    return (*strong("Your choice: "), *plain(said))


def elsewhere(
    knowledge: Knowledge, areas: Sequence[Area], told: Sequence[Approach]
) -> Iterator[Text]:
    """Yield where options are told for each of *areas* that none of *told* reaches.

    That is so where new pain in another of them is looked at first: what is not known to suit that
    one is left out.
    """
    if not any(area.care_first for area in areas):
        return
    reached = {id_ for one in told for benefit in one.benefits for id_ in benefit.areas}
    for area in areas:
        if not (area.care_first or reached & knowledge.scope(area.id)):
            yield (
                *strong(f"Then, for {area.pain}: "),
                *command(f"painlink explain {area.id}"),
            )


def to_ask(knowledge: Knowledge, explanation: Explanation) -> Text:
    """Return a few questions to take to a visit."""
    pair = explanation.pair
    asked = pair.questions if pair else knowledge.wording.questions
    told = " ".join((*islice(asked, _MOST_QUESTIONS), knowledge.wording.wait))
    return (*strong("Ask: "), *plain(told), *(noted(pair) if pair else ()))


def to_read(knowledge: Knowledge, areas: Sequence[Area]) -> Text:
    """Return the names of a page for patients on each of *areas*, and who stands by them."""
    pages = dict.fromkeys(id_ for _, guidance in guided(areas) for id_ in guidance.pages[:1])
    return (*named_pages(knowledge, pages), *_groups(knowledge, areas))


def _groups(knowledge: Knowledge, areas: Sequence[Area]) -> Text:
    ids = dict.fromkeys(guidance.group for _, guidance in guided(areas) if guidance.group)
    groups = [knowledge.sources[id_] for id_ in ids]
    return _named(" Groups: ", ((one, one.authors or one.title, one.container) for one in groups))


def named_pages(knowledge: Knowledge, ids: Iterable[str]) -> Text:
    """Return the names of the pages for patients *ids*, each of which leads to its page."""
    pages = [knowledge.sources[id_] for id_ in ids]
    return _named(
        "To read: ", ((one, f'"{one.title}"', one.container or one.authors) for one in pages)
    )


def _named(label: str, sources: Iterable[tuple[Source, str, str | None]]) -> Text:
    """Return *sources* behind *label*, each by its name, which leads to it, and where it is."""
    told: list[Span] = []
    for source, name, where in sources:
        told += plain("; " if told else "")
        told.append(Span(name, address=source.address))
        told += plain(f"{f', {where}' if where else ''}{note(source)}")
    return (*strong(label), *told, *plain(".")) if told else ()
