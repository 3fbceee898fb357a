"""What is reported of files: all that is wrong, what could not be looked at, and how much."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from painlink.errors import Problem
from painlink.knowledge import report
from painlink.knowledge.from_files import Read, read_own, read_whole
from painlink.knowledge.report import Report, report_on, reported
from painlink.model.knowledge import Knowledge
from painlink.rules.reading_grade import is_measured
from tests.conftest import TINY

WRONG = Problem("a.yaml", 1, 2, "areas", "wrong")
WARNED = WRONG._replace(is_warning=True)
SWIM = {
    "id": "swim",
    "name": "S",
    "plain": "A swim",
    "term": "t",
    "aliases": [],
    "relation": "shared",
    "summary": "So.",
    "how": "It helps.",
    "does_not_mean": "No.",
}
NOT_ALL = "there are too many different words: not every reading grade was measured"
NOT_MEASURED = "reading grades are measured only where painlink is installed as painlink[writing]"


@pytest.mark.parametrize(
    ("problems", "strict", "is_good"),
    [
        ((), False, True),
        ((), True, True),
        ((WARNED,), False, True),
        ((WARNED,), True, False),
        ((WRONG, WARNED), False, False),
        ((WRONG,), True, False),
    ],
)
def test_warnings_count_only_where_it_is_strict(problems, strict: bool, is_good: bool):
    assert Report((), problems, ()).is_good(strict=strict) is is_good


@pytest.mark.parametrize(
    ("problems", "strict", "told"),
    [
        ((), False, "2 files: no problem.\n"),
        ((WRONG,), False, f"{WRONG}\n2 files: 1 problem.\n"),
        ((WARNED, WARNED), False, f"{WARNED}\n{WARNED}\n2 files: no problem, 2 warnings.\n"),
        (
            (WRONG, WARNED),
            True,
            f"{WRONG}\n{WARNED}\n2 files: 1 problem, 1 warning (counted by --strict).\n",
        ),
    ],
)
def test_each_problem_has_a_line_and_the_last_one_counts(problems, strict: bool, told: str):
    assert Report(("a", "b"), problems, ()).told(strict=strict) == told


def test_a_whole_knowledge_is_looked_at_by_itself_and_all_else_together(tmp_path: Path):
    whole = shutil.copytree(TINY, tmp_path / "whole")
    (whole / "sources.yaml").unlink()
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    other.write_bytes(b"\xff")
    one.write_text(json.dumps({"areas": [{"id": "fin", "part_of": "elsewhere"}]}))

    found = report_on([one, whole, other])

    assert [Path(name).name for name in found.files][-2:] == ["one.yaml", "other.yaml"]
    assert len(found.files) == 12
    messages = [(Path(one.file).name, one.message) for one in found.problems if not one.is_warning]
    assert messages[0][0] == "sources.yaml"
    assert {name for name, _ in messages} == {"sources.yaml", "one.yaml", "other.yaml"}
    assert not any("elsewhere" in told for _, told in messages)


def test_what_stands_beside_the_answer_is_told_of_every_read(tiny: Knowledge, tmp_path: Path):
    (tmp_path / "notes.txt").touch()
    sound, broken = tmp_path / "sound.yaml", tmp_path / "broken.yaml"
    ankle = {"id": "ankle", "name": "x", "pain": "x pain", "aliases": [], "red_flags": []}
    sound.write_text(json.dumps({"areas": [{**ankle, "red_flags": ["toe-black"]}]}))
    broken.write_text(json.dumps({"areas": [ankle]}))

    reads = [read_own(tiny, [sound]), read_own(tiny, [broken, tmp_path / "notes.txt"])]
    found = reported(reads)

    assert [Path(name).name for name in found.files] == ["sound.yaml", "broken.yaml", "notes.txt"]
    assert found.notes[0] == f"{sound} takes the place of painlink's own ankle"


def test_what_is_missing_beside_entries_is_looked_for_only_in_a_whole_knowledge(
    tiny: Knowledge, tmp_path: Path
):
    own = tmp_path / "own.yaml"
    area = {"id": "fin", "name": "fin", "pain": "fin pain", "aliases": []}
    own.write_text(json.dumps({"areas": [{**area, "red_flags": ["toe-black"]}]}))

    of_own = reported([read_own(tiny, [own])]).problems
    of_whole = reported([read_whole(TINY, at=TINY)]).problems

    untold = "no approach that keeps safe has a benefit for it: whom to see is untold"
    assert of_own == ()
    assert [one.path for one in of_whole if one.message == untold] == ["0", "1", "2", "3", "4"]
    assert all(one.is_warning for one in of_whole)


def test_an_own_source_that_nothing_cites_is_told(tiny: Knowledge, tmp_path: Path):
    own = tmp_path / "own.yaml"
    source = {"id": "own-2004", "kind": "cohort", "title": "S", "container": "S"}
    own.write_text(json.dumps({"sources": [source]}))

    (problem,) = reported([read_own(tiny, [own])]).problems

    assert (problem.path, problem.is_warning) == ("sources.0", True)


def test_the_writing_of_what_is_not_whole_is_mended_first(tiny: Knowledge, tmp_path: Path):
    own = tmp_path / "own.yaml"
    swim = {**SWIM, "summary": "It helps!"}
    lame = {**swim, "id": "lame", "name": "L", "plain": "Lame", "term": "l", "relation": "x"}
    own.write_text(json.dumps({"mechanisms": [swim, lame]}))

    told = [(one.path, one.message) for one in reported([read_own(tiny, [own])]).problems]

    assert ("mechanisms.0.summary", "'!': nobody is shouted at") in told
    assert ("mechanisms.1.summary", "'!': nobody is shouted at") not in told


@pytest.mark.skipif(not is_measured(), reason="textstat is not installed")
def test_what_was_not_measured_in_any_of_the_files_is_told(tiny: Knowledge, tmp_path: Path):
    many = [
        {**SWIM, "id": f"s{at}", "name": f"S{at}", "plain": f"P{at}", "term": f"t{at}",
         "how": " ".join(f"w{at}word{word}" for word in range(700)) + "."}
        for at in range(20)
    ]  # fmt: skip
    spent, other = tmp_path / "spent.yaml", tmp_path / "other.yaml"
    spent.write_text(json.dumps({"mechanisms": many}))
    other.write_text(json.dumps({"mechanisms": [SWIM]}))

    spends, fits = read_own(tiny, [spent]), read_own(tiny, [other])

    assert reported([spends, fits]).notes == reported([fits, spends]).notes == (NOT_ALL,)
    assert reported([fits]).notes == ()


class Grade(NamedTuple):
    """A reading grade that somebody has measured."""

    average: float
    is_spent: bool = False


@pytest.mark.parametrize(
    ("average", "is_whole", "told"),
    [
        (6.0, True, []),
        (6.04, True, ["all files: warning: reading grade 6.0 on average; at most 6"]),
        (6.1, True, ["all files: warning: reading grade 6.1 on average; at most 6"]),
        (6.1, False, []),
    ],
)
def test_a_whole_knowledge_that_is_hard_to_read_is_told(
    average: float, is_whole: bool, told: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(report, "ReadingGrade", lambda: Grade(average))
    read = Read(None, (), (), {}, is_whole=is_whole)

    assert list(map(str, reported([read]).problems)) == told


@pytest.mark.parametrize(("measured", "notes"), [(True, ()), (False, (NOT_MEASURED,))], ids=str)
def test_where_no_reading_grade_is_measured_that_is_told(
    measured: bool, notes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(report, "is_measured", lambda: measured)

    assert reported([Read(None, (), (), {})]).notes == notes
