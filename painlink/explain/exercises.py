"""Which exercises of a reader's own practice belong to some areas."""

from collections.abc import Sequence

from painlink.explain.red_flags import signs_in_themselves
from painlink.model.areas import Area
from painlink.model.knowledge import Knowledge
from painlink.model.practice import PracticeExercise


def exercises_for(knowledge: Knowledge, areas: Sequence[Area]) -> tuple[PracticeExercise, ...]:
    """Return the exercises of the practice for any of *areas*, of their wholes and their parts.

    Where having the pains is a sign in itself, nothing is tried: then there are none.
    """
    asked = frozenset[str]().union(*(knowledge.scope(area.id) for area in areas))
    fitting = tuple(one for one in knowledge.handed.exercises if asked & set(one.areas))
    return fitting if fitting and not signs_in_themselves(knowledge, areas) else ()
