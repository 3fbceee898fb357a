"""From what somebody typed to the areas to answer about."""

from collections.abc import Sequence
from itertools import chain, combinations

from painlink.errors import AmbiguousArea, NoPlaceFound, TooManyAreas
from painlink.model.areas import Area
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import comparable
from painlink.names.understanding.records import Found, TextSpan, Understanding

MOST_AREAS = 6  # more pages than pairs would answer nobody


def understood(knowledge: Knowledge, typed: str | Sequence[str]) -> Understanding:
    """Return what was made of *typed*, a text or the arguments of a command.

    Names of a reader's own add to what painlink understands by itself, and take nothing of it away.
    """
    if plain := _plainly(knowledge, typed):
        return plain
    # Late: what reads whole sentences costs a tenth of an answer about two plain words.
    from painlink.names.understanding.understand import understand

    whole = understand(knowledge.vocabulary, typed)
    if knowledge.beneath is None:
        return whole
    alone = understand(knowledge.beneath.vocabulary, typed)
    if not alone.found:
        return whole
    taken = list(chain.from_iterable(one.spans for one in alone.found))
    more = [one for one in whole.found if one.area not in alone.areas and _is_free(one, taken)]
    order = list(knowledge.areas)
    found = sorted((*alone.found, *more), key=lambda one: order.index(one.area))
    return alone._replace(found=tuple(found), mentioned=whole.mentioned)


def _plainly(knowledge: Knowledge, typed: str | Sequence[str]) -> Understanding | None:
    """Return what *typed* names where each word of it is by itself the plain name of an area."""
    text = typed if isinstance(typed, str) else " ".join(typed)
    spans: dict[str, list[TextSpan]] = {}
    words = text.split(" ")
    end = 0
    for word in words:
        area = knowledge.lexicon["own"].get(word)
        if area is None:
            return None
        spans.setdefault(area, []).append(TextSpan(word, end, end + len(word)))
        end += len(word) + 1
    wholes = knowledge.register.wholes
    runs = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2))
    if any(wholes[area] in spans for area in spans) or (
        len(words) > MOST_AREAS or any(run in knowledge.lexicon["mechanisms"] for run in runs)
    ):
        return None  # there is more to say of them
    found = (Found(id_, tuple(spans[id_]), is_obvious=True) for id_ in wholes if id_ in spans)
    return Understanding(text, tuple(found), (), (), (), ())


def _is_free(found: Found, taken: Sequence[TextSpan]) -> bool:
    """Return whether none of the words that name an area name another one already."""
    return not any(
        own.start < other.end and other.start < own.end for own in found.spans for other in taken
    )


def areas_of(knowledge: Knowledge, meant: Understanding) -> tuple[Area, ...]:
    """Return the areas that were understood, in the order of the knowledge.

    Raises:
        AmbiguousArea: when all that was named could be several areas.
        NoPlaceFound: when no place was named.
        TooManyAreas: when more than six were.
    """
    if not meant.found and meant.asked:
        could_be = (knowledge.areas[id_] for id_ in meant.asked[0].areas)
        told = tuple(f"the {one.name} ({one.id})" for one in could_be)
        raise AmbiguousArea(meant.asked[0].span.words, told)
    if not meant.found:
        left = next((id_ for one in meant.left_out for id_ in one.areas), None)
        whole = knowledge.register.names["mechanisms"].get(comparable(meant.text))
        mechanism = next((one.mechanism for one in meant.mentioned), whole)
        raise NoPlaceFound(meant.text, left_out=left, mechanism=mechanism)
    if len(meant.found) > MOST_AREAS:
        raise TooManyAreas(len(meant.found), MOST_AREAS)
    return tuple(knowledge.areas[id_] for id_ in meant.areas)


def named_in(knowledge: Knowledge, meant: Understanding) -> tuple[Area, ...]:
    """Return every area that a text speaks of, up to six: found, asked back about, or left out."""
    asked = (id_ for one in meant.asked for id_ in one.areas)
    left_out = (id_ for one in meant.left_out for id_ in one.areas)
    ids = (*meant.areas, *asked, *left_out)
    return tuple(knowledge.areas[id_] for id_ in list(dict.fromkeys(ids))[:MOST_AREAS])


def one_area(knowledge: Knowledge, typed: str) -> Area:
    """Return the one area that *typed* names.

    Raises:
        NoPlaceFound: when it names none.
        AmbiguousArea: when it could name several.
        TooManyAreas: when it names several.
    """
    found = areas_of(knowledge, understood(knowledge, typed))
    if len(found) > 1:
        raise TooManyAreas(len(found), 1)
    return found[0]
