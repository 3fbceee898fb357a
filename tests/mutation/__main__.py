"""Plant mistakes into the rooms that carry safety, and see which the tests find.

`python -m tests.mutation` tries 300 of some 7,600, of each room alike; `--count 0` tries all, and
`explain/leading` only those of a module. What survives is told with its line.
"""

import os
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from random import Random

from tests.conftest import ROOT
from tests.mutation.planting import Mutant, mutants
from tests.mutation.running import End, load_tests, pass_by_themselves, run

# The tests of each room, those that find most in the shortest time first.
TESTS = {
    "explain": (
        *("tests/explain", "tests/pages/test_signs.py", "tests/pages/test_whole_pages.py"),
        *("tests/pages/test_pages.py", "tests/pages/test_brief.py"),
        "tests/pages/test_urgency.py",
        *("tests/knowledge/test_own_signs.py", "tests/pages/test_lists.py"),
        *("tests/test_library.py", "tests/pages/test_reviewed.py", "tests/pages/test_short.py"),
        *("tests/render/test_warnings.py", "tests/pages/test_safety.py"),
        *("tests/pages/test_stories.py", "tests/pages/test_living.py", "tests/cli/test_cli.py"),
    ),
    "pages": (
        *("tests/pages/test_whole_pages.py", "tests/pages/test_signs.py"),
        *("tests/pages/test_brief.py", "tests/pages/test_summary.py"),
        *("tests/pages/test_room.py", "tests/pages/test_linked.py"),
        *("tests/pages/test_answers.py", "tests/pages/test_options.py"),
        *("tests/pages/test_seeing.py", "tests/pages/test_taken_for.py"),
        *("tests/pages/test_listing.py", "tests/pages/test_entry.py", "tests/pages/test_sheet.py"),
        "tests/pages/test_explained.py",
        *("tests/pages/test_pages.py", "tests/pages/test_understood.py"),
        *("tests/pages/test_page_facts.py", "tests/pages/test_lists.py"),
        *("tests/knowledge/test_practice.py", "tests/render/test_reference_formats.py"),
        *("tests/pages/test_urgency.py", "tests/pages/test_short.py", "tests/cli/test_cli.py"),
        *("tests/pages/test_reviewed.py", "tests/pages/test_living.py"),
        *("tests/pages/test_handout.py", "tests/pages/test_safety.py"),
        *("tests/pages/test_stories.py", "tests/pages/test_founding_page.py"),
        *("tests/pages/test_review.py", "tests/knowledge/test_own_knowledge.py"),
    ),
    "rules": (
        *("tests/rules", "tests/knowledge/test_practice.py", "tests/knowledge/test_knowledge.py"),
        *("tests/pages/test_reviewed.py", "tests/knowledge/test_validate.py"),
        "tests/knowledge/test_own_knowledge.py",
    ),
    "knowledge": (
        *("tests/knowledge/test_compiled.py", "tests/knowledge/test_files.py"),
        *("tests/knowledge/test_loading.py", "tests/knowledge/test_shipped.py"),
        *("tests/knowledge/test_vocabulary.py", "tests/knowledge/test_report.py"),
        *("tests/knowledge/test_own_signs.py", "tests/knowledge/test_practice.py"),
        *("tests/names/test_names.py", "tests/names/test_lay_speech.py"),
        *("tests/pages/test_pages.py", "tests/names/test_understanding.py"),
        *("tests/knowledge/test_knowledge.py", "tests/knowledge/test_own_knowledge.py"),
        *("tests/pages/test_reviewed.py", "tests/knowledge/test_validate.py"),
    ),
}


def modules(wanted: str) -> list[Path]:
    rooms = (ROOT / "painlink" / room for room in TESTS)
    found = sorted(path for room in rooms for path in room.rglob("*.py"))
    return [path for path in found if wanted in str(path.relative_to(ROOT).with_suffix(""))]


def chosen(files: list[Path], count: int, random: Random) -> list[tuple[Path, Mutant]]:
    """Return *count* mutants of *files*, of each room about as many; or all, where it is 0."""
    chosen: list[tuple[Path, Mutant]] = []
    rooms = sorted({room_of(file) for file in files})
    for room in rooms:
        inside = [file for file in files if room_of(file) == room]
        there = [(file, one) for file in inside for one in mutants(file.read_text("utf-8"))]
        most = -(-count // len(rooms)) if count else len(there)
        chosen += random.sample(there, min(most, len(there)))
    return sorted(chosen)


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[1]


def main() -> None:
    """Try mutants, tell of each that survives, then of how many were killed."""
    parser = ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("module", nargs="?", default="", help="such as explain/leading")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seconds", type=int, default=15, help="of the processor for a mutant")
    parser.add_argument("--seed", default="painlink")
    asked = parser.parse_args()
    files = modules(asked.module)
    if not files:
        sys.exit(f"There is no module {asked.module!r} in {', '.join(TESTS)}.")
    os.environ["PYTHONHASHSEED"] = "0"
    tests = sorted({test for file in files for test in tests_of(file)})
    load_tests(tests)
    if not pass_by_themselves(tests):
        sys.exit("The tests fail as they are: mend that first.")
    ends: Counter[tuple[str, End]] = Counter()
    for file, mutant in chosen(files, asked.count, Random(asked.seed)):
        end = run(file, mutant.number, tests_of(file), seconds=asked.seconds)
        ends[room_of(file), end] += 1
        if end is End.SURVIVED:
            say(f"{file.relative_to(ROOT)}:{mutant.line}: {mutant.told} ({mutant.number})")
    for room in dict.fromkeys(room for room, _ in ends):
        killed, survived = ends[room, End.KILLED] + ends[room, End.HANGS], ends[room, End.SURVIVED]
        tried = killed + survived
        say(f"{room}: {killed} of {tried} killed, {ends[room, End.NOT_TRIED]} not tried")


def tests_of(file: Path) -> list[str]:
    """Return the files with the tests of the room of *file*: those of a folder together.

    That which is called as *file* is comes first, unless it is slow, then the quickest.
    """
    paths = [ROOT / test for test in TESTS[room_of(file)]]
    paths.sort(key=lambda path: path.stem != f"test_{file.stem}" or is_slow(path))
    files = [sorted(path.glob("test_*.py")) or [path] for path in paths]
    return [" ".join(str(one.relative_to(ROOT)) for one in group) for group in files]


def is_slow(path: Path) -> bool:
    return "pytestmark = pytest.mark.slow" in path.read_text(encoding="utf-8")


def say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
