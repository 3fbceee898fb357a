"""Whether a review of a pair still holds: what was reviewed is held against what is said now."""

from collections.abc import Mapping, Sequence

from painlink.explain.claims.records import Claim
from painlink.explain.claims.whole import claims_of
from painlink.explain.explanation import outline
from painlink.model.areas import Area
from painlink.model.entries import Pair, pair_id
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Review, Standing

_PAIR = 2
_LETTERS = "bcdfghjklmnpqrst"  # one for each half of a byte: YAML takes none of it for a number
_BYTES = 4


def standing(knowledge: Knowledge, areas: Sequence[Area], pair: Pair) -> tuple[Standing, ...]:
    """Return the reviews of *pair*, which answers for *areas*, as they hold today.

    A review is of that pair alone: it is none of areas that the pair lends its answer to.
    """
    if not is_about(pair, areas):
        return ()
    marks = text_marks(knowledge, pair)
    return tuple(
        _held_against(marks, review)._replace(origin=pair.origin) for review in pair.reviewed
    )


def _held_against(marks: Mapping[Part, str], review: Review) -> Standing:
    what = tuple(one.part for one in review.what)
    return Standing(
        name=review.name,
        role=review.role,
        date=review.date,
        what=what,
        changed=tuple(one.part for one in review.what if marks.get(one.part) != one.text),
        left=tuple(part for part in marks if part not in what),
    )


def is_about(pair: Pair, areas: Sequence[Area]) -> bool:
    """Return whether *pair* is about *areas* themselves, not about what they are part of."""
    return len(areas) == _PAIR and pair.id == pair_id(*(area.id for area in areas))


def text_marks(knowledge: Knowledge, pair: Pair) -> Mapping[Part, str]:
    """Return a mark of the words of each part of what is claimed of *pair*.

    Other words have another mark. Of a pair of painlink's own they are the words without what a
    reader has laid over it.
    """
    if not pair.origin and knowledge.beneath:
        knowledge = knowledge.beneath
    claims = claims_of(knowledge, outline(knowledge, [knowledge.areas[id_] for id_ in pair.areas]))
    parts = {claim.part for claim in claims}
    return {
        part: _mark([claim for claim in claims if claim.part is part])
        for part in Part
        if part in parts
    }


def _mark(claims: list[Claim]) -> str:
    # Late: no page needs it where nobody has reviewed anything.
    from hashlib import blake2b

    told = repr(sorted(map(_words, claims)))
    digest = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return "".join(_LETTERS[byte >> 4] + _LETTERS[byte & 15] for byte in digest)


def _words(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Return all that a reviewer of *claim* judges: not in which order claims stand."""
    return (
        (claim.entry, claim.key, claim.name, str(claim.certainty), str(claim.urgency)),
        claim.says,
        tuple(reason.says for reason in claim.why_grade),
        tuple(f"{piece.source} {piece.stance} {piece.shows}" for piece in claim.evidence),
        claim.sources,
    )
