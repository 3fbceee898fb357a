"""What painlink reads of a stranger's file: the limits of its YAML, each told at its place."""

import os
import subprocess
import sys
import time
from io import FileIO
from pathlib import Path

import pytest

from painlink.knowledge.from_files import read_own
from painlink.model.about import About
from painlink.reading.files import Unreadable, text_of
from painlink.reading.limits import DEEPEST, LARGEST, MOST_PROBLEMS, MOST_REPEATED
from painlink.reading.records import LONGEST_NAME, LONGEST_TEXT
from painlink.reading.yaml_file import YamlFile
from painlink.reading.yaml_nodes import parse
from tests.conftest import KNOWLEDGE, ROOT

SEVEN_LAUGHS = "\n".join(
    ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    + [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]"
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    ]
)


def only_fault(text: str) -> tuple[int, int, str]:
    (fault,) = parse(text).faults
    return fault.line, fault.column, fault.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: on", {"a": "on"}),
        ("a: 2026-11-22", {"a": "2026-11-22"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 010", {"a": 10}),
        ("a: 0x1F", {"a": 31}),
        ("a: 0o17", {"a": 15}),
        ("a: true", {"a": True}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ("a: 1.5e3", {"a": 1500.0}),
        ("a: '1'", {"a": "1"}),
        ("a: !!str 1", {"a": "1"}),
        ("a: !!int 1", {"a": 1}),
        ("a: =", {"a": "="}),
        ("<<: {a: 1}", {"<<": {"a": 1}}),
        ("1: a", {"1": "a"}),
        ("- &x [1]\n- *x", [[1], [1]]),
        (f"a: {'9' * 5000}", {"a": "9" * 5000}),
    ],
)
def test_yaml_is_read_by_its_core_schema(text: str, value: object):
    parsed = parse(text)

    assert parsed.value == value
    assert type(parsed.value) is type(value)
    assert parsed.faults == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2", (2, 1, "not valid YAML: the key 'a' is given twice")),
        ("a: *b", (1, 4, "not valid YAML: nothing is called 'b'")),
        ("&a [*a]", (1, 5, "'a' cannot stand inside itself")),
        ("a: 1\n--- b", (2, 1, "a file holds one document; here a second begins")),
        ("a: !!binary YQ==", (1, 4, "the tag '!!binary' means nothing here; leave it out")),
        ("!!set {a}", (1, 1, "the tag '!!set' means nothing here; leave it out")),
        ("a: !own b", (1, 4, "the tag '!own' means nothing here; leave it out")),
        ("!!int a: 1", (1, 1, "the tag '!!int' means nothing here; leave it out")),
        ("[a]: b", (1, 1, "not valid YAML: a key is one word")),
        ("é: 1\nb: \x07", (2, 4, "not valid YAML: the character U+0007 cannot stand here")),
        ('a: "\\ud800"', (1, 7, "not valid YAML: found invalid Unicode character escape code")),
    ],
)
def test_what_lies_beyond_is_refused_at_its_place(text: str, fault: tuple[int, int, str]):
    assert only_fault(text) == fault


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("- how: Note: the jaw", 1, "a text that holds ': ' stands in quotes"),
        ("- id: a\n\tname: b", 2, "indent with spaces, not with tabs"),
        ("- id: a\n  name: @b", 2, "a text that begins so stands in quotes"),
        ("- id: a\n  x: [b\n  y: c]\n- d", 4, "a bracket is not closed"),
        ("- id: a\n  name: 'b", 2, "a quote is not closed, which begins in line 2"),
        ("- id: a\n   name: b", 2, "or the line stands too far in"),
        ("- id: a\n name: b", 2, "it stands further in or out than the lines around it"),
        ("- id: 'It doesn't'", 1, "or a quote ends too early"),
        ("- id:a\n  name: b", 2, "a text that holds ': ' stands in quotes"),
        ("- x:\n  * Both ache", 2, "a list begins with '- '"),
        ("- id: a\n\u00a0 name: b", 2, "line 2 begins with no-break spaces: type plain ones"),
    ],
)
def test_where_the_parser_stumbles_it_is_told_what_people_most_often_did(
    text: str, line: int, hint: str
):
    (fault,) = parse(text).faults

    assert abs(fault.line - line) <= 1
    assert hint in fault.message


def test_every_key_that_is_given_twice_is_told():
    assert [fault.line for fault in parse("a: 1\na: 2\nb: {c: 1, c: 2}").faults] == [2, 3]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_nesting_ends_at_64_levels(opening: str, closing: str):
    fits = opening * DEEPEST + "x" + closing * DEEPEST
    too_deep = opening * (DEEPEST + 1) + "x" + closing * (DEEPEST + 1)

    assert parse(fits).faults == ()
    assert only_fault(too_deep) == (
        1,
        DEEPEST * len(opening) + 1,
        "nested more than 64 levels deep",
    )


def test_levels_that_aliases_repeat_count_as_well():
    half = "[" * 40 + "]" * 40

    assert parse(f"- &a {half}\n- *a").faults == ()
    assert only_fault(f"- &a {half}\n- {'[' * 30}*a{']' * 30}")[2].startswith("nested more")


def test_aliases_repeat_up_to_ten_thousand_values():
    ten = "- &a [1, 2, 3, 4, 5, 6, 7, 8, 9]"  # ten values: the list as well

    fits = "\n".join([ten, *["- *a"] * (MOST_REPEATED // 10)])

    assert parse(fits).faults == ()
    assert only_fault(f"{fits}\n- *a")[2] == "aliases repeat more than 10,000 values"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "&a [", "- - ", "!!seq [", '["'])
def test_endless_nesting_is_refused_at_once(opening: str):
    text = opening * (LARGEST // len(opening) // 8)
    began = time.perf_counter()

    parsed = parse(text)

    assert parsed.faults
    assert time.perf_counter() - began < 1


LIMITED = """
import re, sys, time
from pathlib import Path
from painlink.reading.yaml_nodes import parse
text = sys.stdin.read()
began = time.perf_counter()
faults = parse(text).faults
print(time.perf_counter() - began, faults[0].message)
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(int(peak[1]) // 1024)
"""


def test_a_billion_laughs_are_refused_within_a_second_and_200_mib():
    result = subprocess.run(
        [sys.executable, "-c", LIMITED],
        input=SEVEN_LAUGHS,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    told, memory = result.stdout.splitlines()
    seconds, message = told.split(" ", 1)

    assert message == "aliases repeat more than 10,000 values"
    assert float(seconds) < 1
    assert int(memory) < 200


# Files


def why(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        text_of(path)
    return str(caught.value)


def test_a_byte_order_mark_is_allowed(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\r\n")

    assert text_of(file) == "a: é\r\n"


def test_what_is_not_utf8_is_told_with_its_line(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\nb: \xff")

    (problem,) = read_own(KNOWLEDGE, [file]).problems

    assert str(problem) == f"{file}:2:1: not a text in UTF-8; save it as UTF-8"


def test_a_file_of_2_mib_is_read_and_a_larger_one_is_not(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"#" * LARGEST)
    fits = text_of(file)
    file.write_bytes(b"#" * (LARGEST + 1))

    assert len(fits) == LARGEST
    assert why(file) == "it is larger than 2 MiB"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path):
    fifo = tmp_path / "a.yaml"
    os.mkfifo(fifo)

    assert why(fifo) == "it is not an ordinary file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_a_device_is_refused(device: str):
    assert why(Path(device)) == "it is not an ordinary file"


def test_a_link_loop_is_told(tmp_path: Path):
    loop = tmp_path / "a.yaml"
    loop.symlink_to(loop)

    assert why(loop) == "cannot be read: too many levels of symbolic links"
    for named in (loop, tmp_path):
        (problem,) = read_own(KNOWLEDGE, [named]).problems
        assert str(problem) == f"{loop}: cannot be read: too many levels of symbolic links"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path):
    (tmp_path / "a.yaml").symlink_to("nowhere")

    (problem,) = read_own(KNOWLEDGE, [tmp_path]).problems

    assert problem.message == "this knowledge file is missing"


def test_a_name_that_no_file_can_have_is_told():
    (problem,) = read_own(KNOWLEDGE, [Path("a" * 5000)]).problems

    assert problem.message == "cannot be read: file name too long"


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "a.yaml"
    file.write_text("a: 1")

    class Changing(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            content = super().read(size)
            file.write_text("a: 12")
            return content or b""

    monkeypatch.setattr(os, "fdopen", Changing)

    assert why(file) == "it changed while it was read; try again"


UNREADABLE = """
import os, sys
from pathlib import Path
from painlink.reading.files import find_files, text_of, Unreadable
os.setuid(65534)
folder = Path(sys.argv[1])
print(find_files([folder / "closed"]).problems[0].message)
try:
    text_of(folder / "closed.yaml")
except Unreadable as error:
    print(error)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not read")
def test_what_nobody_may_look_into_is_told(tmp_path: Path):
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "closed.yaml").touch(mode=0)
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(0o755)

    result = subprocess.run(
        [sys.executable, "-c", UNREADABLE, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )

    assert result.stdout.splitlines() == ["cannot be read: permission denied"] * 2


# What stands in a file


def problems(tmp_path: Path, text: str, name: str = "areas.yaml") -> list[str]:
    file = tmp_path / name
    file.write_text(text)
    return [str(one).removeprefix(f"{file}:") for one in read_own(KNOWLEDGE, [file]).problems]


def test_a_text_is_at_most_ten_thousand_characters_and_a_name_four_hundred(tmp_path: Path):
    area = "- {{id: tail, name: {}, pain: tail pain, aliases: [], red_flags: [chest-heart]}}"

    assert problems(tmp_path, area.format("x" * LONGEST_NAME)) == []
    assert problems(tmp_path, area.format("x" * (LONGEST_NAME + 1))) == [
        "1:14: 0.name: expected a text of at most 400 characters; found 401"
    ]
    longest = KNOWLEDGE.about._replace(privacy="")  # any text for readers
    plain = longest._asdict()
    for length, is_read in ((LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)):
        content = {**plain, "privacy": "x" * length}
        content |= {key: list(value) for key, value in content.items() if isinstance(value, tuple)}
        assert YamlFile("about", "").record(About, content, ())[1] == is_read


@pytest.mark.parametrize(
    "text",
    [
        "- 1\n" * 50_000,
        "- {a: 1}\n" * 30_000,
        f"- {{{', '.join(f'a{n}: 1' for n in range(50_000))}}}",
    ],
    ids=["numbers", "unknown keys", "one entry of them"],
)
def test_a_flood_of_problems_ends(tmp_path: Path, text: str):
    found = problems(tmp_path, text)

    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].endswith("1,000 problems or more; mend these first")


def test_a_flood_of_references_ends(tmp_path: Path):
    ids = ", ".join(f"nothing-{number}" for number in range(50_000))
    area = f"- {{id: tail, name: tail, pain: tail pain, aliases: [], red_flags: [{ids}]}}"

    assert len(problems(tmp_path, area)) == MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    "repeated", ["- [" + "1," * (LARGEST // 2 - 100) + "]", "- 1\n" * (LARGEST // 4)]
)
def test_a_file_of_millions_of_values_is_refused_in_seconds(tmp_path: Path, repeated: str):
    began = time.perf_counter()

    (told,) = problems(tmp_path, repeated)

    assert told.strip() == "it holds more than 100,000 values"
    assert time.perf_counter() - began < 10
