"""The form of the knowledge files: what the entries of each are."""

from painlink.model.about import About, Handout, Wording
from painlink.model.areas import AmbiguousWord, Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.practice import Practice, PracticeExercise

# Files that list entries, and files that are one record.
LISTS: dict[str, type] = {
    "areas": Area,
    "ambiguous_words": AmbiguousWord,
    "mechanisms": Mechanism,
    "pairs": Pair,
    "red_flags": RedFlag,
    "approaches": Approach,
    "sources": Source,
}
SINGLES: dict[str, type] = {"handout": Handout, "wording": Wording, "about": About}
# Files of a reader's own: a link to a mechanism that is there already stands by itself.
OWN: dict[str, type] = {**LISTS, "links": Link}
# And what a practice puts on its sheets: one record, and one list.
PRACTICE, EXERCISES = "practice", "exercises"
HANDED: dict[str, type] = {PRACTICE: Practice, EXERCISES: PracticeExercise}
NAMED = ("areas", "mechanisms", "approaches")  # what has names beside its id


def one_of(kind: str) -> str:
    """Return what one entry of *kind* is called: "red flag", "approach"."""
    word = "approach" if kind == "approaches" else kind.removesuffix("s")
    return word.replace("_", " ")
