"""What painlink reads of a stranger's file: the limits of its YAML, each told at its place."""

import os
import subprocess
import sys
import time
from functools import cache
from io import FileIO
from pathlib import Path
from random import Random

import pytest

from painlink.knowledge.from_files import read_own
from painlink.model.about import About
from painlink.reading.files import Unreadable, text_of
from painlink.reading.limits import DEEPEST, LARGEST, MOST_PROBLEMS, MOST_REPEATED
from painlink.reading.records import LONGEST_NAME, LONGEST_TEXT
from painlink.reading.yaml_file import YamlFile
from painlink.reading.yaml_nodes import parse
from tests.conftest import KNOWLEDGE, ROOT, as_shipped

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


def test_nodes_are_composed_no_deeper_than_the_limit():
    """They are composed within one another: too many, and the stack overflows."""
    assert only_fault("[" * 100) == (1, DEEPEST + 1, "nested more than 64 levels deep")


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


LATEST_YEAR = max(time.gmtime().tm_year, 2026) + 1


def problems(tmp_path: Path, text: str, name: str = "areas.yaml") -> list[str]:
    file = tmp_path / name
    file.write_text(text)
    return [str(one).removeprefix(f"{file}:") for one in read_own(KNOWLEDGE, [file]).problems]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("soon", "expected a whole number; found 'soon'"),
        ("2020.5", "expected a whole number; found '2020.5'"),
        ("true", "expected a whole number; found 'true'"),
        ('"2020"', "expected a whole number; found the text '2020': leave its quotes out"),
        ("!!str 2020", "expected a whole number; found the text '2020': leave its quotes out"),
        ("1" * 19, f"expected a whole number of at most 18 digits; found '{'1' * 19}'"),
        ("-" + "1" * 50, f"expected a whole number of at most 18 digits; found '-{'1' * 36}...'"),
        (f'"{"1" * 19}"', f"expected a whole number of at most 18 digits; found '{'1' * 19}'"),
        ("1" * 18, f"a year from 1000 to {LATEST_YEAR}; found {'1' * 18}"),
        ('""', "expected a whole number; found ''"),
    ],
)
def test_what_is_wrong_with_a_number_is_told(tmp_path: Path, written: str, told: str):
    source = f"- {{id: own, kind: cohort, title: A., year: {written}}}"

    assert problems(tmp_path, source, "sources.yaml") == [f"1:38: 0.year: {told}"]


def test_what_is_wrong_with_true_and_false_is_told(tmp_path: Path):
    source = "- {{id: own, kind: cohort, title: A., retracted: {}}}"

    told = [
        problems(tmp_path, source.format(written), "sources.yaml")
        for written in ("yes", '"true"', "1")
    ]

    assert told == [
        ["1:38: 0.retracted: expected true or false; found 'yes'"],
        ["1:38: 0.retracted: expected true or false; found the text 'true': leave its quotes out"],
        ["1:38: 0.retracted: expected true or false; found '1'"],
    ]


def test_a_text_is_at_most_ten_thousand_characters_and_a_name_four_hundred(tmp_path: Path):
    area = "- {{id: tail, name: tail, pain: pain, aliases: [{}], red_flags: [chest-heart]}}"

    assert problems(tmp_path, area.format("x" * LONGEST_NAME)) == []
    assert problems(tmp_path, area.format("x" * (LONGEST_NAME + 1))) == [
        "1:48: 0.aliases.0: expected a text of at most 400 characters; found 401"
    ]
    longest = KNOWLEDGE.about._replace(privacy="")  # any text for readers
    plain = longest._asdict()
    for length, is_read in ((LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)):
        content = {**plain, "privacy": "x" * length}
        content |= {key: list(value) for key, value in content.items() if isinstance(value, tuple)}
        assert YamlFile("about", "").record(About, content, ())[1] == is_read


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "- 1\n" * 50_000,
        "- {a: 1}\n" * 20_000,
        f"- {{{', '.join(f'a{n}: 1' for n in range(50_000))}}}",
    ],
    ids=["numbers", "unknown keys", "one entry of them"],
)
def test_a_flood_of_problems_ends(tmp_path: Path, text: str):
    found = problems(tmp_path, text)

    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].endswith("1,000 problems or more; mend these first")


@pytest.mark.slow
def test_a_flood_of_references_ends(tmp_path: Path):
    ids = ", ".join(f"nothing-{number}" for number in range(50_000))
    area = f"- {{id: tail, name: tail, pain: tail pain, aliases: [], red_flags: [{ids}]}}"

    assert len(problems(tmp_path, area)) == MOST_PROBLEMS + 1


@pytest.mark.slow
def test_a_flood_of_problems_in_many_files_ends(tmp_path: Path):
    for number in range(30):
        (tmp_path / f"{number:02}.yaml").write_text("areas:\n" + "- 1\n" * 600)

    found = read_own(KNOWLEDGE, [tmp_path]).problems

    assert 10_000 < len(found) < 10_030
    assert "what comes after it is not looked at" in [one.message for one in found]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- [" + "1," * (LARGEST // 2 - 100) + "]", "it holds more than 100,000 values"),
        ("- 1\n" * (LARGEST // 4), "it holds more than 100,000 values"),
        (f"- &a '{'x' * 9_960}'\n" + "- *a\n" * 9_989, "it holds more than 2,000,000 letters"),
        (f"- {'x' * (LARGEST - 10)}", "it holds more than 2,000,000 letters"),
    ],
    ids=["one list", "a list of lines", "one text again and again", "one text"],
)
def test_a_file_of_too_much_is_refused_at_once(tmp_path: Path, text: str, told: str):
    began = time.process_time()

    found = problems(tmp_path, text)

    assert [one.strip() for one in found] == [told]
    assert time.process_time() - began < 3


@pytest.mark.slow
def test_many_files_may_hold_no_more_than_one(tmp_path: Path):
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text("areas:\n" + "- 1\n" * 40_000)

    told = [
        str(one).removeprefix(f"{tmp_path}/") for one in read_own(KNOWLEDGE, [tmp_path]).problems
    ]

    assert "c.yaml: with the files before it it holds more than 100,000 values" in told


def test_files_are_at_most_4_mib_together_and_the_rest_is_not_looked_at(tmp_path: Path):
    (tmp_path / "0.yaml").write_bytes(b"#" * LARGEST)
    for number in range(1, 60):
        os.link(tmp_path / "0.yaml", tmp_path / f"{number}.yaml")

    told = [one.message for one in read_own(KNOWLEDGE, [tmp_path]).problems]

    assert [one for one in told if "it is empty" not in one] == [
        "with the files before it it holds more than 4 MiB",
        "what comes after it is not looked at",
    ]


def test_at_most_a_hundred_files_are_read_together(tmp_path: Path):
    for number in range(101):
        (tmp_path / f"{number:03}.yaml").write_text("areas: []")

    read = read_own(KNOWLEDGE, [tmp_path])
    (problem,) = read.problems

    assert len(read.files) == 100
    assert str(problem) == (
        f"{tmp_path}/100.yaml: it is one too many: no more than 100 files are read together"
    )


def test_a_folder_of_thousands_of_files_is_not_looked_through(tmp_path: Path):
    for number in range(1001):
        (tmp_path / f"{number}.txt").touch()

    (problem,) = read_own(KNOWLEDGE, [tmp_path]).problems

    assert str(problem) == (
        f"{tmp_path}: it holds more than 1,000 files; name those that are to be read"
    )


def test_a_flood_of_directives_is_refused_at_once():
    text = "".join(f"%TAG !a{number}! b\n" for number in range(100_000)) + "--- a"

    assert only_fault(text) == (0, 0, "more than 100 lines begin with '%'")


# Letters that nobody sees

UNSEEN = [0xAD, 0x200B, 0x200C, 0x2060, 0x180E, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE0020, 0xE007F]
UNSEEN += [0x034F, 0x115F, 0x2064, 0x206A, 0x3164, 0xFE00, 0xFFA0, 0xE0100, 0x13430]
UNSEEN += [0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069]  # they turn the writing


@pytest.mark.parametrize("code", UNSEEN, ids=hex)
def test_a_letter_that_nobody_sees_is_refused_at_its_place(code: int):
    told = f"the character U+{code:04X} cannot stand here: nobody sees it"

    assert only_fault(f"a: 1\r\nb: x{chr(code)}y") == (2, 5, told)
    assert only_fault(f"a: 1\nb: x # {chr(code)}") == (2, 8, told)
    assert only_fault(f'- "x\\U{code:08X}"') == (1, 3, told)
    assert only_fault(f'? "x\\U{code:08X}"\n: 1') == (1, 3, told)


STEERING = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFEFF]


@pytest.mark.parametrize("beside", ["x", "é"])
def test_no_escape_makes_a_letter_that_steers_a_terminal(beside: str):
    told = "the character U+{:04X} cannot stand here: nobody sees it"

    for code in STEERING:
        faults = [only_fault(f'a: 1\nb:\n  - "{beside}\\U{code:08X}"')]
        faults.append(only_fault(f'"{beside}\\U{code:08X}": 1'))
        assert [fault[:2] for fault in faults] == [(3, 5), (1, 1)]
        assert {fault[2] for fault in faults} == {told.format(code)}


def test_the_first_of_them_is_told():
    assert only_fault('a: "\\u202e\\e"')[2].startswith("the character U+202E ")
    assert only_fault('a: "\\e\\u202e"')[2].startswith("the character U+001B ")


@pytest.mark.parametrize("escape", ["\\t", "\\n", "\\r", "\\L", "\\P", "\\_"])
def test_an_escaped_space_or_line_end_may_stand(escape: str):
    assert parse(f'"a{escape}b"').faults == ()


def test_every_letter_that_nobody_sees_is_told():
    places = [(one.line, one.column) for one in parse("a: \u200bb\u200b\nb: \u2060").faults]

    assert places == [(1, 4), (1, 6), (2, 4)]


@pytest.mark.parametrize(
    "emoji",
    [
        "\U0001f469\u200d\u2695\ufe0f",  # a woman and a staff: a doctor
        "\U0001f468\U0001f3fd\u200d\U0001f9b0",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f642\u200d\u2194\ufe0f",
        "1\ufe0f\u20e3",
    ],
)
def test_what_holds_an_emoji_together_may_stand_in_it(emoji: str):
    assert parse(f"- {emoji}").value == [emoji]


@pytest.mark.parametrize(
    "text",
    ["a\u200db", "\u200d", "\U0001f469\u200db", "b\u200d\U0001f469", "a\ufe0f", "\ufe0f\ufe0f"],
)
def test_and_nowhere_else(text: str):
    (fault, *_) = parse(f"- {text}").faults

    assert fault.message.endswith("cannot stand here: nobody sees it")


# The heaviest files that keep every limit


HEAVIEST = (
    *("one text again and again", "texts of new words", "aliases"),
    *("long names", "areas", "links"),
)
MOST_TO_COMPLETE = ("aliases", "areas")  # of all files, TAB reads what an answer reads


@cache
def heaviest() -> dict[str, str]:
    """Return files that are as heavy as the limits let them be, each in another way."""
    link = (
        "- {{id: k{n}, mechanism: posture, from: back, to: head, direction: two-way, "
        "certainty: low, name: x, summary: 'It may [ashina-2015].', how: It., "
        "fits_better: [{texts}], fits_less: [It.], does_not_mean: It., "
        "evidence: [{{source: ashina-2015, shows: It., stance: for}}]}}\n"
    )
    area = "- {{id: a{n}, name: n{n}, pain: p{n}, aliases: [{names}], red_flags: [chest-heart]}}\n"
    text = ("It may be so. " * 711).strip()
    choose = Random(1)
    new = ["".join(choose.choices("abcdefghij", k=7)) for _ in range(160_000)]
    words = [" ".join(new[at : at + 1200]) + "." for at in range(0, 160_000, 1200)]
    names = [f"{at} word left pains {'a_a-' * 90}x" for at in range(3600)]
    return {
        "one text again and again": "links:\n"
        + link.format(n=0, texts=f"&t {text!r}" + ", *t" * 148),
        "texts of new words": "links:\n" + link.format(n=0, texts=", ".join(map(repr, words))),
        "aliases": "areas:\n" + area.format(n=0, names=", ".join(f"z{at}" for at in range(59_900))),
        "long names": "areas:\n" + area.format(n=0, names=", ".join(map(repr, names))),
        "areas": "areas:\n" + "".join(area.format(n=at, names="") for at in range(8_500)),
        "links": "links:\n" + "".join(link.format(n=at, texts="It.") for at in range(2_700)),
    }


MEASURED = """
import resource, subprocess, sys
code = subprocess.call([sys.executable, "-m", "painlink", *sys.argv[1:]], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


def cost(*arguments: str, **environment: str) -> tuple[int, float, int]:
    """Return exit code, seconds of the processor and MiB of a command."""
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURED, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=as_shipped(),
        env={**os.environ, "PYTHONPATH": str(as_shipped()), **environment},
        check=True,
    )
    exit_code, seconds, memory = result.stdout.split()
    return int(exit_code), float(seconds), int(memory)


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVIEST)
def test_the_heaviest_file_answers_within_3_seconds_and_250_mb(tmp_path: Path, name: str):
    file = tmp_path / "mine.yaml"
    file.write_text(heaviest()[name])

    costs = [
        cost("validate", str(file)),
        cost("explain", "back", "headache", "--data", str(file)),
    ]
    if name in MOST_TO_COMPLETE:
        costs.append(
            cost(
                _PAINLINK_COMPLETE="complete_bash",
                COMP_WORDS=f"painlink show --data {file} a",
                COMP_CWORD="4",
            )
        )

    assert [one for one in costs if one[0] or one[1] > 3 or one[2] > 250] == []
