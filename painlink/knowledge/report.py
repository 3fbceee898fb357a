"""Every problem of some knowledge files in one go, and where the writing breaks a rule."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from painlink.errors import Problem
from painlink.knowledge.from_files import Read, read_own, read_whole
from painlink.knowledge.loading import load
from painlink.knowledge.shipped import built_in
from painlink.phrases import counted
from painlink.reading.yaml_file import TooManyProblems
from painlink.rules.of_a_whole import Gap, missing, uncited
from painlink.rules.of_evidence import gaps
from painlink.rules.of_writing import breaks
from painlink.rules.reading_grade import ReadingGrade, is_measured

_ONLY_IN_A_WHOLE = "about.yaml"
_HIGHEST_AVERAGE = 6  # reading grade of a whole knowledge base
_NOT_ALL_MEASURED = "there are too many different words: not every reading grade was measured"
_NOT_MEASURED = "reading grades are measured only where painlink is installed as painlink[writing]"


class Report(NamedTuple):
    """What was looked at, everything that is wrong with it, and what is worth knowing besides."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]

    def is_good(self, *, strict: bool) -> bool:
        """Return whether nothing is wrong; if *strict*, with the writing either."""
        return all(problem.is_warning and not strict for problem in self.problems)

    def told(self, *, strict: bool) -> str:
        """Return one problem a line, as editors know it, and a count."""
        warnings = sum(problem.is_warning for problem in self.problems)
        found = counted(len(self.problems) - warnings, "problem")
        if warnings:
            found += f", {counted(warnings, 'warning')}{' (counted by --strict)' if strict else ''}"
        total = f"{counted(len(self.files), 'file')}: {found}.\n"
        return "\n".join((*map(str, self.problems), total))


def report_on(paths: Sequence[Path] = ()) -> Report:
    """Return everything that is wrong with the files at *paths*, by default with painlink's own.

    A folder that holds a whole knowledge base is looked at by itself; other files and folders as
    what is laid over painlink's own knowledge.

    Raises:
        NoSuchPath: when there is nothing at one of *paths*.
        InvalidKnowledge: when painlink's own knowledge, which others are held against, is broken.
    """
    whole = [path for path in paths if (path / _ONLY_IN_A_WHOLE).is_file()]
    own = [path for path in paths if path not in whole]
    reads = [read_whole(path, at=path) for path in whole]
    if own:
        reads.append(read_own(load(), own))
    return reported(reads or [read_whole(built_in())])


def reported(reads: Iterable[Read]) -> Report:
    """Return everything that is wrong with what came of *reads*, and with its writing."""
    files: list[str] = []
    problems: list[Problem] = []
    notes: list[str] = []
    is_spent = False
    for read in reads:
        grade = ReadingGrade()
        _note_warnings(read, grade)
        is_spent |= grade.is_spent
        files += [file.name for file in read.files]
        files += [problem.file for problem in read.unreadable]
        problems += read.problems
        if read.is_whole and grade.average > _HIGHEST_AVERAGE:
            told = f"reading grade {grade.average:.1f} on average; at most {_HIGHEST_AVERAGE}"
            problems.append(Problem("all files", 0, 0, "", told, is_warning=True))
        notes += read.knowledge.notes if read.knowledge else read.notes
    if not is_measured():
        notes.append(_NOT_MEASURED)
    elif is_spent:
        notes.append(_NOT_ALL_MEASURED)
    return Report(tuple(files), tuple(problems), tuple(notes))


def _note_warnings(read: Read, grade: ReadingGrade) -> None:
    """Note each rule that an entry may break and still be used."""
    for entry, path, message in chain(_of_writing(read, grade), _missing(read)):
        with suppress(TooManyProblems):
            entry.add(path, message, is_warning=True)


def _of_writing(read: Read, grade: ReadingGrade) -> Iterator[Gap]:
    """Yield each break of a rule for the writing; what is not whole is mended first."""
    for entry in chain.from_iterable(read.entries.values()):
        if entry.is_whole and not entry.file.is_full:
            yield from ((entry, *found) for found in breaks(entry.record, grade))


def _missing(read: Read) -> Iterator[Gap]:
    """Yield what is missing in the entries and beside them: looked for where all are sound."""
    if not read.knowledge:
        return
    for entry in chain.from_iterable(read.entries.values()):
        yield from ((entry, *found) for found in gaps(entry.record))
    yield from uncited(read.entries, read.knowledge.beneath)
    if read.is_whole:
        yield from missing(read.entries, read.knowledge)
