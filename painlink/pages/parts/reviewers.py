"""Who has reviewed what a page says: all of painlink, or parts of this pair alone."""

from collections.abc import Iterable, Sequence

from painlink.model.areas import Area
from painlink.model.entries import Pair
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Reviewer, Standing
from painlink.phrases import joined

_NOBODY = "No clinician reviewed it."


def reviews_of(
    knowledge: Knowledge, areas: Sequence[Area], pair: Pair | None
) -> tuple[Standing, ...]:
    """Return who has reviewed *pair*, where it is about *areas* themselves."""
    if pair is None or not pair.reviewed:
        return ()
    # Late: only where somebody has reviewed it is it held against its text.
    from painlink.explain.claims.standing import standing

    return standing(knowledge, areas, pair)


def who_reviewed(reviewers: Iterable[Reviewer], reviews: Sequence[Standing]) -> str:
    """Return in a few sentences who has reviewed a page, and what of it.

    A review that is from a file of a reader's own is told as what that file says.
    """
    everything = "; ".join(f"{one.name}, {one.role}, {one.date}" for one in reviewers)
    own = [one for one in reviews if one.origin]
    painlinks = [one for one in reviews if not one.origin]
    said = [f"Reviewed by {everything}." if everything else "", _told_of(painlinks)]
    if not everything and not any(set(one.what) - set(one.changed) for one in painlinks):
        said.append("As it stands, not reviewed by a clinician." if painlinks else _NOBODY)
    said += [f"A file of your own says: {review_told(one)} ({one.origin})." for one in own]
    return " ".join(filter(None, said))


def review_told(one: Standing) -> str:
    """Return who reviewed what, and what of that has changed since."""
    since = f" (changed since: {_listed(one.changed)})" if one.changed else ""
    return f"Reviewed by {one.name}, {one.role}, {one.date}: {_listed(one.what)}{since}"


def _told_of(reviews: Sequence[Standing]) -> str:
    """Return each of *reviews* in a sentence, and what of the pair none of them is of."""
    left = [part for part in Part if reviews and all(part in one.left for one in reviews)]
    rest = [f"Not yet reviewed: {_listed(left)}."] if left else []
    return " ".join((*(f"{review_told(one)}." for one in reviews), *rest))


def _listed(parts: Iterable[Part]) -> str:
    return joined([str(part) for part in parts])
