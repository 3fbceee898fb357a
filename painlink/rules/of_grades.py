"""The rules for why a claim has its grade: a reason that its evidence contradicts is refused."""

from collections import Counter
from collections.abc import Iterator, Mapping

from painlink.model.entries import Link, Mechanism, Pair
from painlink.model.grades import Certainty, Counted, Domain, Evidence, Reason
from painlink.model.words.texts import Path

_MOST_REASONS = 3
_NEVER_RAISED = (Certainty.VERY_LOW, Certainty.UNSUPPORTED)
_POOLING = ("review", "guideline")  # as a kind of source ends that looks at many studies
_COUNTING_NOBODY = ("patient-page", "professional-page", "classification", "regulator")


def contradicted(record: object, kinds: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each reason of *record* that its evidence does not bear.

    *kinds* tells of each known source what kind of study or page it is.
    """
    match record:
        case Mechanism():
            if told := record.everyday:
                for path, message in _of_one(told.why_grade, told.certainty, told.evidence, kinds):
                    yield ("everyday", *path), message
            for index, link in enumerate(record.links):
                for path, message in contradicted(link, kinds):
                    yield ("links", index, *path), message
        case Link():
            yield from _of_one(record.why_grade, record.certainty, record.evidence, kinds)
        case Pair():
            for key, answer in (("together", record.together), ("cause", record.cause)):
                for path, message in _of_one(
                    answer.why_grade, answer.certainty, record.evidence, kinds
                ):
                    yield (key, *path), message


def _of_one(
    reasons: tuple[Reason, ...],
    certainty: Certainty,
    evidence: tuple[Evidence, ...],
    kinds: Mapping[str, str],
) -> Iterator[tuple[Path, str]]:
    for place, piece in enumerate(evidence):
        counts = piece.counted in (None, Counted.NEITHER)
        if not counts and (kind := kinds.get(piece.source)) in _COUNTING_NOBODY:
            told = f"{piece.source!r} is a {str(kind).replace('-', ' ')}: it counted nobody"
            yield ("evidence", place, "counted"), told
    if len(reasons) > _MOST_REASONS:
        told = f"the {_MOST_REASONS} reasons that decide are enough; found {len(reasons)}"
        yield ("why_grade",), told
    times = Counter(reason.domain for reason in reasons)
    pieces = {piece.source: piece for piece in evidence}
    for index, reason in enumerate(reasons):
        here = ("why_grade", index)
        if times[reason.domain] > 1:
            yield (*here, "domain"), f"{reason.domain.value!r} is told once"
        if not reason.rests_on:
            yield (*here, "rests_on"), "a reason rests on at least one piece of the evidence"
        for place, source in enumerate(reason.rests_on):
            if source not in pieces:
                told = f"{source!r} is not among the evidence for this claim"
                yield (*here, "rests_on", place), told
        rests_on = [pieces[source] for source in reason.rests_on if source in pieces]
        if told := _against(reason, certainty, rests_on, kinds):
            yield (*here, "domain"), told


def _against(
    reason: Reason, certainty: Certainty, rests_on: list[Evidence], kinds: Mapping[str, str]
) -> str:
    """Return what in the evidence speaks against *reason*, or nothing."""
    match reason.domain:
        case Domain.INDIRECTNESS:
            both = [piece.source for piece in rests_on if piece.counted is Counted.BOTH]
            if both:
                return f"{both[0]!r} counted both pains in the same people: that is direct"
        case Domain.INCONSISTENCY:
            pooled = any(kinds.get(one.source, "review").endswith(_POOLING) for one in rests_on)
            if rests_on and not pooled and len({piece.stance for piece in rests_on}) == 1:
                return "nothing disagrees: these are no reviews, and all speak the same way"
        case Domain.RAISED:
            if certainty in _NEVER_RAISED:
                return f"what is {certainty.words} has not been raised"
    return ""
