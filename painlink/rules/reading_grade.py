"""How hard a text is to read: its Flesch-Kincaid grade, the years of school in the US it takes.

It is measured only where textstat is installed, in the release that the rules were written with.
"""

import warnings
from collections.abc import Callable
from functools import cache
from statistics import fmean

_TEXTSTAT = "0.7.4"  # later releases fetch a corpus when they measure; painlink stays offline
# Of all different words together, as each is taken apart: three times what painlink's own have.
_MOST_LETTERS = 100_000


class ReadingGrade:
    """Measures the grades of some texts, until there are too many different words: *is_spent*."""

    def __init__(self) -> None:
        self.is_spent = False
        self._words: set[str] = set()
        self._letters = _MOST_LETTERS
        self._for_readers: list[float] = []

    @property
    def average(self) -> float:
        """The average grade of what was measured, but for what sources show."""
        return fmean(self._for_readers or (0,))

    def of(self, text: str, *, is_evidence: bool = False) -> float:
        """Return the grade of *text*, or 0 where it is not measured."""
        grader = _grader()
        if grader is None or self.is_spent:
            return 0
        new = set(text.split()) - self._words
        letters = sum(map(len, new))
        if letters > self._letters:
            self.is_spent = True
            return 0
        self._words |= new
        self._letters -= letters
        grade = grader(text)
        if not is_evidence:
            self._for_readers.append(grade)
        return grade


def is_measured() -> bool:
    """Return whether grades are measured: it takes textstat, in the release we know."""
    return _grader() is not None


@cache
def _grader() -> Callable[[str], float] | None:
    # Looked for only now: nothing but the writing needs it, and it takes long to load.
    from importlib.metadata import version

    try:
        if version("textstat") != _TEXTSTAT:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it imports: pkg_resources is deprecated
            from textstat import flesch_kincaid_grade
    except ImportError:
        return None
    grader: Callable[[str], float] = flesch_kincaid_grade
    return grader
