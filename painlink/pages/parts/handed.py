"""What a practice puts on its sheets and pages: who it is, and its own exercises, so labelled."""

from collections.abc import Iterable, Iterator

from painlink.model.knowledge import Knowledge
from painlink.model.practice import PracticeExercise
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Text,
    plain,
    quiet,
    strong,
)
from painlink.pages.parts.picture import Logo
from painlink.phrases import joined, sentence_case, uncapitalized


def letterhead(knowledge: Knowledge) -> Iterator[Block]:
    """Yield whose sheet it is: no more than a name and a picture stands in front of a sign."""
    practice, picture = knowledge.handed.practice, knowledge.handed.picture
    if practice and picture:
        yield Logo(practice.name, *picture)
    if practice:
        yield Paragraph(quiet(f"From {practice.name}."))


def how_to_reach(knowledge: Knowledge) -> Iterator[Block]:
    """Yield how the practice is reached and what it adds, as its own words."""
    practice = knowledge.handed.practice
    if practice and practice.own_words:
        named = f"{practice.name} (not reviewed by painlink): "
        yield Paragraph((*strong(named), *plain(practice.own_words)))


def step_by_step(exercises: Iterable[PracticeExercise]) -> Iterator[Block]:
    """Yield *exercises* whole, under whose they are."""
    listed = tuple(exercises)
    for origin in dict.fromkeys(one.origin for one in listed):
        own = [one for one in listed if one.origin == origin]
        yield Heading(3, "Exercises")
        yield Paragraph(quiet(f"{sentence_case(origin or '')}."))
        yield Bullets(tuple(map(_whole, own)))


def by_name(exercises: Iterable[PracticeExercise]) -> Text:
    """Return the names of *exercises* and whose they are, or nothing if there are none."""
    listed = tuple(exercises)
    if not listed:
        return ()
    names = joined([uncapitalized(one.name) for one in listed])
    origins = "; ".join(dict.fromkeys(one.origin or "" for one in listed))
    return (*strong("Exercises of your practice: "), *plain(names), *quiet(f" ({origins})."))


def _whole(one: PracticeExercise) -> Text:
    stop = uncapitalized(one.stop_if)
    return (*strong(f"{one.name}. "), *plain(f"{one.how} "), *strong("Stop if: "), *plain(stop))
