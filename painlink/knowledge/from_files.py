"""Knowledge files read and checked together: a whole folder of them, or a reader's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from painlink.errors import InvalidKnowledge, Problem
from painlink.knowledge.handed import handed
from painlink.knowledge.overlay import laid_over
from painlink.knowledge.register import assembled
from painlink.knowledge.shipped import built_in
from painlink.knowledge.vocabulary import vocabulary_of
from painlink.model.kinds import EXERCISES, HANDED, LISTS, OWN, PRACTICE, SINGLES
from painlink.model.knowledge import Knowledge
from painlink.model.words.language import LANGUAGE, LANGUAGE_LISTS, LANGUAGE_SINGLES
from painlink.phrases import few, joined, shortened
from painlink.reading.files import Unreadable, find_files, text_of
from painlink.reading.limits import Allowance
from painlink.reading.yaml_file import FileEntries, FileEntry, TooManyProblems, YamlFile
from painlink.rules.between_entries import check
from painlink.rules.of_language import check_language

_MOST_SKIPPED = 5
_LISTED = {**OWN, **LANGUAGE_LISTS, EXERCISES: HANDED[EXERCISES]}
_KNOWN = (*OWN, *HANDED)

_NO_FURTHER = "what comes after it is not looked at"


class Read(NamedTuple):
    """What came of reading some knowledge files; *knowledge* is None where they have problems.

    They are a whole knowledge base, or laid over one.
    """

    knowledge: Knowledge | None
    files: tuple[YamlFile, ...]
    unreadable: tuple[Problem, ...]
    entries: FileEntries
    notes: tuple[str, ...] = ()
    is_whole: bool = False

    def sound(self) -> Knowledge:
        """Return the knowledge.

        Raises:
            InvalidKnowledge: when the files have problems; it lists every one.
        """
        if self.knowledge is None:
            raise InvalidKnowledge(self.problems)
        return self.knowledge

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, from top to bottom."""
        return (*self.unreadable, *(one for file in self.files for one in file.problems()))


def read_whole(folder: Path, *, at: Path = Path()) -> Read:
    """Return what came of reading *folder*, which holds every knowledge file there is.

    Problems call its files by where they are seen from *at*.
    """
    files: dict[str, YamlFile] = {}
    missing: list[Problem] = []
    allowance = Allowance()
    # What is language may be that of painlink: to say how English names places, once is enough.
    language = folder if (folder / "language.yaml").exists() else built_in()
    for kind in (*LISTS, *SINGLES, *LANGUAGE):
        path = (language if kind in LANGUAGE else folder) / f"{kind}.yaml"
        read = _read(path, allowance, name=str(at / path.name))
        if isinstance(read, Problem):
            missing.append(read)
        else:
            files[kind] = read
    entries = {
        kind: tuple(_listed(file, kind, file.content, ()))
        for kind, file in files.items()
        if kind in LISTS or kind in LANGUAGE_LISTS
    }
    for kind, record in {**SINGLES, **LANGUAGE_SINGLES}.items():
        if kind in files:
            file = files[kind]
            entries[kind] = (FileEntry(file, (), kind, *file.record(record, file.content, ())),)
    if not missing and all(file.is_yaml for file in files.values()):
        check({kind: group for kind, group in entries.items() if kind not in LANGUAGE})
        if language == folder:
            check_language(entries)
    sound = not missing and all(file.is_sound for file in files.values())
    knowledge = _assembled(entries) if sound else None
    if language != folder:  # what is painlink's own is not looked at again
        files = {kind: file for kind, file in files.items() if kind not in LANGUAGE}
        entries = {kind: group for kind, group in entries.items() if kind not in LANGUAGE}
    return Read(knowledge, tuple(files.values()), tuple(missing), entries, is_whole=True)


def read_own(base: Knowledge, paths: Iterable[Path]) -> Read:
    """Return what came of reading the files that *paths* name, laid over *base*.

    Raises:
        NoSuchPath: when there is nothing at one of *paths*.
    """
    found = find_files(paths)
    files: list[YamlFile] = []
    unreadable = list(found.problems)
    allowance = Allowance()
    for own in found.files:
        read = _read(own.path, allowance, name=str(own.path), shown=own.shown)
        if isinstance(read, Problem):
            unreadable.append(read)
        else:
            files.append(read)
        if allowance.told() and own is not found.files[-1]:
            unreadable.append(Problem(str(own.path), 0, 0, "", _NO_FURTHER))
            break
    groups: dict[str, list[FileEntry]] = {kind: [] for kind in _KNOWN}
    for file in files:
        with suppress(TooManyProblems):
            for kind, content, path in _lists(file):
                groups[kind] += _entries(file, kind, content, path)
        if not allowance.problems:
            unreadable.append(Problem(file.name, 0, 0, "", _NO_FURTHER))
            break
    entries = {kind: tuple(group) for kind, group in groups.items()}
    # What is not read may hold what others point to.
    complete = not unreadable and all(file.is_yaml and not file.is_full for file in files)
    own_entries = {kind: entries[kind] for kind in OWN}
    check(own_entries, base, complete=complete)
    given = handed(entries, base, complete=complete)
    sound = not unreadable and all(file.is_sound for file in files)
    notes = _skipped(found.skipped)
    knowledge = laid_over(base, own_entries, notes, given) if sound else None
    return Read(knowledge, tuple(files), tuple(unreadable), entries, notes)


def _read(path: Path, allowance: Allowance, *, name: str, shown: str = "") -> YamlFile | Problem:
    """Return the file at *path*, or why it cannot be read."""
    try:
        return YamlFile(name, text_of(path, allowance), shown, allowance)
    except Unreadable as error:
        # In a line that is known, the column is not.
        return Problem(str(path), error.line, min(error.line, 1), "", str(error))


def _skipped(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    told = joined(few(names, _MOST_SKIPPED))
    return (f"not read, as only .yaml and .yml files of the folder itself are: {told}",)


def _lists(file: YamlFile) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    """Yield kind, content and path of each list of entries in a file of a reader's own.

    A list is named by the name of its file, or stands under its name as a key; `practice` is a
    record, and no list.
    """
    kind = Path(file.name).stem.casefold().replace("-", "_")
    if kind in SINGLES:
        file.add((), _refused(file, kind))
    elif isinstance(file.content, dict):
        for key, content in file.content.items():
            if key in _KNOWN:
                yield key, content, (key,)
            else:
                file.add((key,), _refused(file, key))
    elif kind in OWN or kind == EXERCISES:
        yield kind, file.content, ()
    else:
        file.add((), _refused(file, kind))


def _refused(file: YamlFile, key: str) -> str:
    if key in SINGLES:
        return f"painlink's own {key}.yaml stays as it is; leave this out"
    known = ", ".join(_KNOWN)
    if file.content is None:
        return f"it is empty; expected keys that name lists of entries: {known}"
    if isinstance(file.content, dict):
        meant = file.nearest(key, _KNOWN) or f"; known keys: {known}"
        return f"unknown key {shortened(key)!r}{meant}"
    return f"expected keys that name lists of entries: {known}; or one list in a file of that name"


def _entries(
    file: YamlFile, kind: str, content: object, path: tuple[str, ...]
) -> Iterator[FileEntry]:
    """Yield the entries of one *kind* in a file of a reader's own."""
    if kind == PRACTICE:
        yield FileEntry(file, path, kind, *file.record(HANDED[kind], content, path))
    else:
        yield from _listed(file, kind, content, path)


def _listed(
    file: YamlFile, kind: str, content: object, path: tuple[str, ...]
) -> Iterator[FileEntry]:
    """Yield the entries of the list *content*, which stands at *path*.

    What is noted here of a file that is no YAML nobody is told: only why it is none.
    """
    if not isinstance(content, list):
        first = "name" if kind == EXERCISES else "id"
        file.add(path, f"expected a list of entries, each of which begins with '- {first}:'")
        return
    for index, value in enumerate(content):
        if file.is_full:
            return
        record: Any
        record, is_whole = file.record(_LISTED[kind], value, (*path, index))
        yield FileEntry(file, (*path, index), record.id, record, is_whole)


def _assembled(entries: Mapping[str, tuple[FileEntry, ...]]) -> Knowledge:
    groups: dict[str, dict[str, Any]] = {
        kind: {entry.id: entry.record for entry in entries[kind]} for kind in LISTS
    }
    groups["links"] = {
        link.id: link._replace(mechanism=mechanism.id)
        for mechanism in groups["mechanisms"].values()
        for link in mechanism.links
    }
    handout, wording, about = (entries[name][0].record for name in SINGLES)
    language = {kind: [entry.record for entry in entries[kind]] for kind in LANGUAGE}
    vocabulary = vocabulary_of(
        groups["areas"].values(),
        groups["ambiguous_words"].values(),
        groups["mechanisms"].values(),
        place_words=language["place_words"],
        sayings=language["sayings"],
        language=language["language"][0],
    )
    return assembled(groups, handout, wording, about, vocabulary)
