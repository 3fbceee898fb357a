"""Whatever fails around painlink: one clear sentence, or silence; no traceback and no hang."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT, as_shipped
from tests.started import LONGEST_WAIT, Stream, ask
from tests.terminal import PAINLINK, Running, environment, in_a_terminal, set_size

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def as_in_a_terminal() -> Iterator[None]:
    """Have the processes of a test take signals, even where whoever runs the tests ignores them."""
    ignored = [
        one for one in (signal.SIGINT, signal.SIGHUP) if signal.getsignal(one) == signal.SIG_IGN
    ]
    for one in ignored:
        signal.signal(one, signal.SIG_DFL)
    yield
    for one in ignored:
        signal.signal(one, signal.SIG_IGN)


ASK = ["explain", "back", "headache"]
UNKNOWN = ["explain", "xyzzy"]
AT_ONCE = 10  # seconds, on a machine that is busy with other tests
ANSWERS = {
    "version": ["--version"],
    "help": ["--help"],
    "help of a command": ["explain", "--help"],
    "start page": [],
    "answer": ASK,
    "long answer": ["list", "--json"],
}
ERRORS = {
    "usage": (["--bad"], 2),
    "missing word": (["explain"], 2),
    "unknown word": (UNKNOWN, 1),
}
LAST_WORDS = "Ask before you change a medicine."
CLOSED = "painlink: could not write to standard output: it is closed.\n"
FULL = "painlink: could not write to standard output: no space left on device.\n"

every_answer = pytest.mark.parametrize("arguments", list(ANSWERS.values()), ids=list(ANSWERS))
every_error = pytest.mark.parametrize(
    ("arguments", "exit_code"), list(ERRORS.values()), ids=list(ERRORS)
)
only_linux = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a device that is always full"
)

Ended = subprocess.CompletedProcess[bytes]


def run(
    *arguments: str | bytes, around: str = "", cwd: Path = ROOT, env: dict[str, str] | None = None
) -> Ended:
    """Start the command with nothing to read; *around* is what a shell adds to `"$@"`, the call."""
    bash = ["bash", "-c", f"set -o pipefail; {around}", "bash"] if around else []
    return subprocess.run(
        [*bash, *PAINLINK, *arguments],
        cwd=cwd,
        env=environment() if env is None else env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LONGEST_WAIT,
        check=False,
    )


def ended(*arguments: str | bytes, **streams: Stream) -> Ended:
    """Return how the command ends where its start is none of the question."""
    return ask(*arguments, folder=ROOT, environment=environment(), **streams)


@cache
def usual(*arguments: str) -> Ended:
    """Return how the command ends where nothing is amiss: the same each time."""
    return ended(*arguments)


# Streams: of a start of its own in a shell, and of every answer and error.

DEV_FULL = "/dev/full"
OF_A_SHELL: dict[str, dict[str, Stream]] = {
    ">&-": {"stdout": None},
    ">/dev/full": {"stdout": DEV_FULL},
    "<&-": {"stdin": None},
    "2>&-": {"stderr": None},
    "2>/dev/full": {"stderr": DEV_FULL},
    "<&- 2>&-": {"stdin": None, "stderr": None},
    ">&- 2>&-": {"stdout": None, "stderr": None},
    "<&- >&- 2>&-": {"stdin": None, "stdout": None, "stderr": None},
    ">/dev/full 2>/dev/full": {"stdout": DEV_FULL, "stderr": DEV_FULL},
}


@contextmanager
def nobody() -> Iterator[int]:
    """Give a pipe that nobody reads any more."""
    reader, written = os.pipe()
    os.close(reader)
    yield written
    os.close(written)


@only_linux
@pytest.mark.parametrize(
    ("arguments", "shell"),
    [
        *((ASK, shell) for shell in (*OF_A_SHELL, "| true", "| head -n 1")),
        *((UNKNOWN, shell) for shell in (">&-", "2>&-", "2>/dev/full", "2>&1 | true")),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_started_in_a_shell_it_meets_its_streams_as_below(arguments: list[str], shell: str):
    result = run(*arguments, around=f'"$@" {shell}')

    if shell in OF_A_SHELL:
        below = ended(*arguments, **OF_A_SHELL[shell])
    else:
        with nobody() as closed:
            err = closed if "2>&1" in shell else subprocess.PIPE
            below = ended(*arguments, stdout=closed, stderr=err)
        result.stdout = b""  # what the reader made of it
    assert (result.returncode, result.stdout, result.stderr) == (
        (below.returncode, below.stdout, below.stderr)
    )


@every_answer
def test_a_closed_stdout_is_one_sentence(arguments: list[str]):
    result = ended(*arguments, stdout=None)

    assert (result.returncode, result.stderr.decode()) == (4, CLOSED)


@only_linux
@every_answer
def test_a_full_stdout_is_one_sentence(arguments: list[str]):
    result = ended(*arguments, stdout=DEV_FULL)

    assert (result.returncode, result.stderr.decode()) == (4, FULL)


@only_linux
@every_answer
def test_without_a_stream_that_works_only_the_exit_code_speaks(arguments: list[str]):
    closed = ended(*arguments, **OF_A_SHELL["<&- >&- 2>&-"])
    full = ended(*arguments, **OF_A_SHELL[">/dev/full 2>/dev/full"])

    assert (closed.returncode, full.returncode) == (4, 4)


@every_answer
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]):
    with nobody() as closed:
        at_once = ended(*arguments, stdout=closed)
    with subprocess.Popen(
        ["head", "-n", "1"],  # noqa: S607
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as head:
        assert head.stdin is not None
        later = ended(*arguments, stdout=head.stdin.fileno())

    assert (at_once.returncode, at_once.stderr) == (later.returncode, later.stderr) == (0, b"")


@only_linux
@every_answer
def test_an_answer_needs_neither_stdin_nor_stderr(arguments: list[str]):
    closed = ended(*arguments, **OF_A_SHELL["<&- 2>&-"])
    full = ended(*arguments, **OF_A_SHELL["2>/dev/full"])

    assert usual(*arguments).returncode == closed.returncode == full.returncode == 0
    assert usual(*arguments).stdout == closed.stdout == full.stdout


@only_linux
@every_error
@pytest.mark.parametrize(
    "shell", ["2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full", "2>&1 | true"]
)
def test_an_error_that_nobody_hears_keeps_its_exit_code_and_off_stdout(
    arguments: list[str], exit_code: int, shell: str
):
    with nobody() as closed:
        nobodys: dict[str, Stream] = {"stdout": closed, "stderr": closed}
        result = ended(*arguments, **OF_A_SHELL.get(shell, nobodys))

    assert result.returncode == exit_code
    assert (result.stdout, result.stderr) == (b"", b"")


@only_linux
@every_error
@pytest.mark.parametrize("shell", [">&-", ">/dev/full", "<&-"])
def test_an_error_needs_no_stdout(arguments: list[str], exit_code: int, shell: str):
    result = ended(*arguments, **OF_A_SHELL[shell])

    assert result.returncode == exit_code
    assert result.stderr == usual(*arguments).stderr


@only_linux
@pytest.mark.parametrize("shell", [">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full", ">/dev/full"])
def test_a_file_needs_no_stream(tmp_path: Path, shell: str):
    file = tmp_path / "page.txt"

    result = run(*ASK, "-o", str(file), around=f'"$@" {shell}')

    assert result.returncode == 0
    assert file.read_bytes() == usual(*ASK).stdout


def test_without_a_terminal_of_its_own_it_answers():
    result = subprocess.run(
        [*PAINLINK, *ASK],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,  # /dev/tty is gone
        timeout=LONGEST_WAIT,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == usual(*ASK).stdout


# Environment

NO_UTF8 = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ENVIRONMENTS: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None},
    "a home that is missing": {"HOME": "/nonexistent"},
    "a home that is a file": {"HOME": "/dev/null"},
    "no LANG": {"LANG": None, **NO_UTF8},
    "LC_ALL=C": {"LC_ALL": "C", **NO_UTF8},
    "LC_ALL=POSIX": {"LC_ALL": "POSIX"},
    "LC_ALL=nonsense": {"LC_ALL": "nonsense", **NO_UTF8},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "ascii:strict": {"PYTHONIOENCODING": "ascii:strict"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "TERM=nonsense": {"TERM": "nonsense"},
    "unbuffered": {"PYTHONUNBUFFERED": "1"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "warnings are errors": {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"},
    "nothing": dict.fromkeys(environment()) | {"PYTHONPATH": str(as_shipped())},
}
every_environment = pytest.mark.parametrize(
    "changed", list(ENVIRONMENTS.values()), ids=list(ENVIRONMENTS)
)


# One start for both: it answers, and then it is asked for what there is not.
ANSWERS_AND_REFUSES = """
import os, sys
from painlink.__main__ import main
refused = sys.argv.pop()
try:
    main()
except SystemExit as end:
    if end.code:
        os._exit(97)
sys.argv[1:] = [refused]
main()
"""


NO_COMMAND = "\N{LATIN SMALL LETTER E WITH ACUTE}"
OF_MANY_LETTERS = ["list", "sources"]  # few encodings have them all: people of many countries


@every_environment
def test_whatever_the_environment_says_it_answers_and_an_error_is_one_sentence(
    changed: dict[str, str | None],
):
    result = subprocess.run(
        [sys.executable, "-P", "-c", ANSWERS_AND_REFUSES, *OF_MANY_LETTERS, NO_COMMAND],
        cwd=ROOT,
        env=environment(**changed),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

    encoding = (changed.get("PYTHONIOENCODING") or "utf-8").removesuffix(":strict")
    told = result.stderr.decode(encoding, "strict").splitlines()
    assert result.returncode == 2
    assert len(result.stdout) > 1000
    assert len(told) == 1
    assert told[0].startswith("painlink: no command called '")


@pytest.mark.parametrize("name", ["LC_ALL=C", "ascii:strict", "latin-1", "TERM=nonsense"])
def test_whatever_the_environment_says_it_answers_in_style(name: str):
    result = run(*OF_MANY_LETTERS, env=environment(**ENVIRONMENTS[name], FORCE_COLOR="1"))

    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b[1m" in result.stdout


@pytest.mark.parametrize(
    "columns", ["", "0", "1", "20", "-5", "nonsense", "100000", "9" * 30, "\N{SUPERSCRIPT TWO}"]
)
@pytest.mark.parametrize("arguments", [ASK, ["--help"]], ids=" ".join)
def test_whatever_columns_says_lines_stay_readable(arguments: list[str], columns: str):
    result = ask(*arguments, folder=ROOT, environment=environment(COLUMNS=columns))

    lines = result.stdout.decode().splitlines()
    is_asked_for = columns.isascii() and columns.isdigit() and columns != "0"
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(lines) > 10
    assert max(map(len, lines)) <= 80 or (arguments == ASK and not is_asked_for)


SEEN = """
sources:
- {id: our-leaflet, kind: patient-page, title: Ours, container: here, year: 2026, seen: 2026-10}
"""
WITH_A_CLOCK = """
import sys, time
real, now = time.gmtime, int(sys.argv.pop(1))
time.time, time.gmtime = lambda: float(now), lambda at=None: real(now if at is None else at)
time.localtime = time.gmtime
from painlink.__main__ import main
own = sys.argv.pop()
try:
    main()
except SystemExit as end:
    print(end.code)
sys.argv[1:] = ["validate", own]
main()
"""


@pytest.mark.parametrize("now", [0, 2**31, 253402300799, -62135596800])
def test_whatever_the_clock_says_it_is_the_same_answer(tmp_path: Path, now: int):
    own = tmp_path / "own.yaml"
    own.write_text(SEEN)

    result = subprocess.run(
        [sys.executable, "-P", "-c", WITH_A_CLOCK, str(now), *ASK, own],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(usual(*ASK).stdout + b"0\n")


def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path):
    gone = 'mkdir gone; cd gone; rmdir ../gone; "$@"'

    answer = run(*ASK, around=gone, cwd=tmp_path)
    written = run(*ASK, "-o", "page.html", around=gone, cwd=tmp_path)
    own = run(*ASK, "--data", ".", around=gone, cwd=tmp_path)

    assert (answer.returncode, answer.stderr) == (0, b"")
    assert written.returncode == 4
    assert written.stderr == (
        b"painlink: could not write to page.html: no such file or directory.\n"
    )
    assert (own.returncode, own.stderr) == (
        1,
        b"painlink: could not use .: no such file or directory.\n",
    )


# Terminals


@pytest.mark.parametrize("columns", [0, 1, 20, 500, 65535])
def test_a_terminal_of_any_size_gets_the_whole_page(columns: int):
    exit_code, text = in_a_terminal(*ASK, columns=columns)

    assert exit_code == 0
    assert LAST_WORDS in " ".join(text.split())


@pytest.mark.parametrize("term", ["dumb", "nonsense", "", None])
def test_a_terminal_of_any_kind_gets_the_whole_page(term: str | None):
    exit_code, text = in_a_terminal(*ASK, TERM=term)

    assert exit_code == 0
    assert LAST_WORDS in " ".join(text.split())


def test_a_terminal_that_changes_its_size_gets_the_whole_page():
    sizes = iter([20, 200, 1, 80, 0, 40] * 10_000)

    def resize(process: Running, terminal: int) -> None:
        set_size(terminal, next(sizes))
        process.send_signal(signal.SIGWINCH)

    exit_code, text = in_a_terminal(*ASK, TERM="dumb", meanwhile=resize)

    assert exit_code == 0
    assert LAST_WORDS in " ".join(text.split())


# Ways to start Python

PYTHON = sys.executable
STARTS: dict[str, list[str]] = {
    "-P": [PYTHON, "-P", "-m", "painlink"],
    "-m": [PYTHON, "-m", "painlink"],
    "-m of the module": [PYTHON, "-m", "painlink.__main__"],
    "-O": [PYTHON, "-O", "-m", "painlink"],
    "-OO": [PYTHON, "-OO", "-m", "painlink"],
    "-B": [PYTHON, "-B", "-m", "painlink"],
    "-bb": [PYTHON, "-bb", "-m", "painlink"],
    "-s": [PYTHON, "-s", "-m", "painlink"],
    "-u": [PYTHON, "-u", "-m", "painlink"],
    "-X dev": [PYTHON, "-X", "dev", "-W", "error", "-m", "painlink"],
    "-X utf8=0": [PYTHON, "-X", "utf8=0", "-m", "painlink"],
    "-X frozen_modules=off": [PYTHON, "-X", "frozen_modules=off", "-m", "painlink"],
    "-X int_max_str_digits": [PYTHON, "-X", "int_max_str_digits=640", "-m", "painlink"],
    "a folder": [PYTHON, str(as_shipped() / "painlink")],
    "a file": [PYTHON, str(as_shipped() / "painlink" / "__main__.py")],
    "a function": [PYTHON, "-c", "from painlink.__main__ import main; main()"],
    "runpy": [PYTHON, "-c", "import runpy; runpy.run_module('painlink', run_name='__main__')"],
    "few files open": ["bash", "-c", 'ulimit -n 8; exec "$@"', "bash", *PAINLINK],
    "a small stack": ["bash", "-c", 'ulimit -s 512; exec "$@"', "bash", *PAINLINK],
    "a closed mask": ["bash", "-c", 'umask 777; exec "$@"', "bash", *PAINLINK],
}
# What Python itself imports before it looks for painlink is not ours to guard.
ANYBODYS = "difflib html json rapidfuzz rich shutil signal textwrap typer unicodedata wcwidth yaml"


@pytest.fixture(scope="module")
def anybodys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which somebody laid modules and data named like those of painlink."""
    folder = tmp_path_factory.mktemp("anybodys")
    for name in ANYBODYS.split():
        (folder / f"{name}.py").write_text("raise SystemExit('this is somebody else's')")
    (folder / "data").mkdir()
    (folder / "data" / "about.yaml").write_text("byline: This is somebody else's.")
    return folder


@pytest.mark.parametrize("start", list(STARTS.values()), ids=list(STARTS))
def test_however_python_is_started_and_wherever_it_is_the_same_answer(
    start: list[str], anybodys: Path
):
    if start[-1].endswith("()") or "runpy" in start[-1]:  # there the folder is Python's own wish
        anybodys = as_shipped()

    result = subprocess.run(
        [*start, *ASK], cwd=anybodys, env=environment(), capture_output=True, check=False
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == usual(*ASK).stdout
    assert not list(anybodys.rglob("*.pyc")) or anybodys == as_shipped()


def test_a_module_that_is_missing_is_one_sentence():
    result = subprocess.run(
        [sys.executable, "-S", "-P", "-m", "painlink", *ASK],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stdout) == (4, b"")
    assert result.stderr == (
        b"painlink: Python finds no 'typer'. Install painlink again, with pip.\n"
    )


# Arguments

HOSTILE = (
    "\x1b[31ma\x1b]0;b\x07\x1bPc\x1b\\ \x9b31m\x90 \x08\x7f\r\n\u202ed\u2066e\u200f\u061c "
    "[bold red]f[/] \ud800g "
    "h\u00adi\u200bj\u2060k\u180el\u3164m\u2800n\ufff9o\U000e0041p\ufe0fq\u200dr"
).encode("utf-8", "surrogatepass")
STEERING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\u00ad\u200b\u200d\u2060\u180e\u3164\u2800\ufff9\U000e0041\ufe0f]|\r(?!\n)"
)
NO_CODES = "dumb"  # what steers is none of painlink's own styles
PLACES: dict[str, tuple[list[str], bytes]] = {
    "command": ([], b""),
    "option": ([], b"--bad"),
    "short option": ([], b"-"),
    "option of a command": (["explain"], b"--bad"),
    "value of a switch": (["explain", "back"], b"--full="),
    "area": (["explain"], b""),
    "kind": (["list"], b""),
    "certainty": (["list", "--certainty"], b""),
    "filter by area": (["list", "--area"], b""),
    "filter by mechanism": (["list", "--mechanism"], b""),
    "name": (["show"], b""),
    "areas of warning signs": (["redflags"], b""),
    "too many words": (["about"], b""),
    "ending of a file": (["explain", "back", "-o"], b"a."),
    "folder of a file": (["explain", "back", "-o"], b"missing/"),
    "own knowledge": (["explain", "back", "--data"], b"missing/"),
    "file to validate": (["validate"], b"missing/"),
    "schema": (["schema"], b""),
}
every_place = pytest.mark.parametrize(
    ("before", "beginning"), list(PLACES.values()), ids=list(PLACES)
)


@every_place
def test_nothing_that_is_typed_steers_the_terminal(before: list[str], beginning: bytes):
    exit_code, text = in_a_terminal(*before, beginning + HOSTILE, TERM=NO_CODES)

    assert exit_code in (1, 2, 3, 4)
    assert STEERING.findall(text) == []
    assert any(line.startswith("painlink: ") for line in text.splitlines())


# One start for all of them: each ends before the next begins.
REFUSES_EACH = """
import sys
from painlink.__main__ import main
words = sys.argv[1:]
while words:
    end = words.index("and then")
    sys.argv[1:], words = words[:end], words[end + 1 :]
    try:
        main()
    except SystemExit as ended:
        print("ended:", ended.code, file=sys.stderr)
"""


def test_bytes_that_are_no_letters_are_one_sentence():
    asked: list[tuple[str | bytes, ...]] = [
        (*before, beginning + b"\xff\xfe\xc3", "and then") for before, beginning in PLACES.values()
    ]

    result = subprocess.run(
        [sys.executable, "-P", "-c", REFUSES_EACH, *(word for words in asked for word in words)],
        cwd=ROOT,
        env=environment(LC_ALL="C", **NO_UTF8),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

    ends = re.findall(r"^(.*)\nended: (.*)$", result.stderr.decode("ascii", "strict"), re.MULTILINE)
    assert (result.returncode, result.stdout) == (0, b"")
    assert len(ends) == len(PLACES)
    assert [last for last, _ in ends if not last.startswith("painlink: ")] == []
    assert {code for _, code in ends} <= {"1", "2", "3", "4"}


@pytest.mark.parametrize("before", [["search"], ["explain", "back"]], ids=" ".join)
def test_where_some_words_have_a_meaning_the_page_is_clean(before: list[str]):
    _, text = in_a_terminal(*before, b"pain " + HOSTILE + b"\xff", TERM=NO_CODES)

    assert STEERING.findall(text) == []
    assert "Traceback" not in text


def test_a_file_may_be_called_anything_a_disk_can_hold(tmp_path: Path):
    name = HOSTILE.replace(b"/", b"") + b"\xff.html"

    exit_code, text = in_a_terminal(*ASK, "-o", os.fsencode(tmp_path) + b"/" + name, TERM=NO_CODES)

    assert exit_code == 0
    assert STEERING.findall(text) == []
    assert [os.fsencode(path.name) for path in tmp_path.iterdir()] == [name]


LONG = {
    "word": "x" * 100_000,
    "spaces": f"back{' ' * 100_000}x",
    "words": "back " * 20_000,
    "unknown words": "z " * 50_000,
    "line ends": "\n" * 100_000,
    "commas": ", " * 50_000,
    "joining words": "and " * 25_000,
    "escapes": "\x1b[" * 50_000,
    "accents": "e\N{COMBINING ACUTE ACCENT}" * 40_000,
}


def ends_at_once(*arguments: str) -> None:
    """Refused in one sentence, or answered about the one place that it names."""
    began = time.monotonic()

    result = ended(*arguments)

    assert result.returncode in (0, 1, 2, 4)
    if result.returncode:
        assert any(line.startswith(b"painlink: ") for line in result.stderr.splitlines())
    else:
        assert b"Only its beginning was read" in b" ".join(result.stdout.split())
        assert len(result.stdout) < 60_000
    assert len(result.stderr) < 1500
    assert time.monotonic() - began < AT_ONCE


@pytest.mark.parametrize("long", list(LONG.values()), ids=list(LONG))
def test_a_very_long_question_ends_at_once_and_in_short(long: str):
    ends_at_once("explain", long)


@pytest.mark.parametrize(
    ("before", "argument"),
    [
        ([], "x" * 100_000),
        ([], "--" + "x" * 100_000),
        (["about"], "x" * 100_000),
        (["list"], "x" * 100_000),
        (["list", "--certainty"], "x" * 100_000),
        (["list", "--area"], f"back{' ' * 100_000}x"),
        (["show"], "x " * 50_000),
        (["redflags"], "neck " * 20_000),
        (["explain", "back", "-o"], "x" * 100_000),
        (["explain", "back", "-o"], "a." + "x" * 100_000),
        (["explain", "back", "-o"], "a/" * 50_000),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value[:4],
)
def test_a_very_long_value_ends_at_once_and_in_short(before: list[str], argument: str):
    ends_at_once(*before, argument)


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", *["back"] * 20_000],
        ["explain", *["my"] * 20_000],
        ["explain", *[""] * 20_000],
        ["show", *["z"] * 20_000],
        ["about", *["z"] * 20_000],
        ["list", *["--area=z"] * 20_000],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_thousands_of_arguments_end_at_once_and_in_short(arguments: list[str]):
    ends_at_once(*arguments)


@pytest.mark.parametrize("arguments", [[""], ["explain", ""], ["show", ""], ["list", ""]])
def test_an_empty_argument_is_refused(arguments: list[str]):
    result = ended(*arguments)

    assert result.returncode in (1, 2)
    assert result.stderr.splitlines()[-1].startswith(b"painlink: ")


# Files


def test_a_file_that_may_not_grow_stays_as_it_was(tmp_path: Path):
    older, new = tmp_path / "older.html", tmp_path / "new.html"
    older.write_text("mine")

    replaced = run(*ASK, "-o", str(older), "--force", around='ulimit -f 1; "$@"')
    created = run(*ASK, "-o", str(new), around='ulimit -f 1; "$@"')

    for result, file in ((replaced, older), (created, new)):
        assert result.returncode == 4
        assert result.stderr.decode() == f"painlink: could not write to {file}: file too large.\n"
    assert older.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [older]


@pytest.fixture
def locked() -> Iterator[Path]:
    """Return a folder that everybody may read and nobody but root may write to."""
    folder = Path(tempfile.mkdtemp())  # pytest's own are closed to other users
    (folder / "older.html").write_text("mine")
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


AS_NOBODY = """
import os, sys
from painlink.cli import output
from painlink.errors import CannotWrite
if os.geteuid() == 0:  # root may write anywhere
    os.seteuid(65534)
for file in sys.argv[1:]:
    try:
        output.write_file("text", file, force=True)
    except CannotWrite as error:
        print(error)
"""


def test_a_folder_that_may_not_be_written_to_is_one_sentence(locked: Path):
    older, new = locked / "older.html", locked / "new.html"

    result = subprocess.run(
        [sys.executable, "-P", "-c", AS_NOBODY, older, new],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.splitlines() == [
        f"could not write to {older}: permission denied.",
        f"could not write to {new}: permission denied.",
    ]
    assert older.read_text() == "mine"
    assert list(locked.iterdir()) == [older]


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="only Linux has /sys")
@pytest.mark.parametrize("file", ["/sys/page.html", "/proc/page.html", "/dev/null", "/"])
def test_where_even_root_cannot_write_a_sentence_says_so(file: str):
    result = ended(*ASK, "--html", "-o", file, "--force")

    assert (result.returncode, result.stdout) == (4, b"")
    assert result.stderr.startswith(f"painlink: could not write to {file}: ".encode())
    assert len(result.stderr.splitlines()) == 1


# Many at once

MANY = 4


def many(*arguments: str) -> list[Ended]:
    with ThreadPoolExecutor(MANY) as together:
        return list(together.map(lambda _: run(*arguments), range(MANY)))


def test_many_at_once_all_answer():
    results = many(*ASK)

    assert {(result.returncode, result.stderr) for result in results} == {(0, b"")}
    assert {result.stdout for result in results} == {usual(*ASK).stdout}


# All have found no such file before the first of them writes it.
SIDE_BY_SIDE = """
import os, sys, time
from painlink.__main__ import main
ready, all_of_them = sys.argv.pop(1), int(sys.argv.pop(1))
write = os.fsync

def wait(file):
    write(file)
    os.mkdir(os.path.join(ready, str(os.getpid())))
    while len(os.listdir(ready)) < all_of_them:
        time.sleep(0.05)

os.fsync = wait
main()
"""


def test_of_many_that_write_one_file_one_wins(tmp_path: Path):
    ready, written = tmp_path / "ready", tmp_path / "written"
    ready.mkdir()
    written.mkdir()
    file = written / "page.txt"
    command = [
        sys.executable,
        "-P",
        "-c",
        SIDE_BY_SIDE,
        str(ready),
        str(MANY),
        *ASK,
        "-o",
        str(file),
    ]

    processes = [
        subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE)
        for _ in range(MANY)
    ]
    told = [process.communicate(timeout=LONGEST_WAIT)[1] for process in processes]

    assert sorted(process.returncode for process in processes) == [0, *[4] * (MANY - 1)]
    assert sum(b"it exists already" in one for one in told) == MANY - 1
    assert file.read_bytes() == usual(*ASK).stdout
    assert list(written.iterdir()) == [file]


def test_many_that_replace_one_file_leave_it_whole(tmp_path: Path):
    file = tmp_path / "page.txt"

    results = many(*ASK, "-o", str(file), "--force")

    assert {result.returncode for result in results} == {0}
    assert file.read_bytes() == usual(*ASK).stdout
    assert list(tmp_path.iterdir()) == [file]


# Ctrl-C

MOMENTS = 12
STOPPED = {0, 130, -signal.SIGINT}  # 0: the answer was out already
# What comes before painlink's first line is Python's own: from there on nothing may be said.
# Loading `signal`, a moment before the handler stands, is Python's as well.
BEGUN = """
import os, signal, sys
from painlink.__main__ import main
os.write(int(sys.argv.pop(1)), b"!")
main()
"""
# Between that mark and the handler lie a few steps that no program can guard. While Python changes
# the handler it takes a signal for the older one, and may drop it.
ON_THE_DOORSTEP = re.compile(
    r"Traceback .*\n"
    r"(  File \"(<string>|[^\"]*(painlink/__main__|/signal)\.py)\".*\n(    .*\n)*)+"
    r"(KeyboardInterrupt|OSError: Signal 2 ignored due to race condition)\n"
)
INSIDE = re.compile(re.escape(str(ROOT / "painlink")) + r"/(?!__(main|init)__\.py)")


def interrupted(arguments: Sequence[str], delay: float) -> tuple[int, str]:
    """Return how the command ends when Ctrl-C comes *delay* seconds after its first line."""
    marked, mark = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", BEGUN, str(mark), *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=[mark],
    )
    os.close(mark)
    os.read(marked, 1)
    os.close(marked)
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=LONGEST_WAIT)
    told = stderr.decode()
    return process.returncode, "" if ON_THE_DOORSTEP.fullmatch(told) else told


def moments(arguments: Sequence[str]) -> list[float]:
    """Return delays from nothing to a little more than the command takes."""
    began = time.monotonic()
    run(*arguments)
    takes = time.monotonic() - began
    return [1.2 * takes * moment / MOMENTS for moment in range(MOMENTS)]


@pytest.mark.parametrize("arguments", [ASK, [*ASK, "--html"], ["--help"]], ids=" ".join)
def test_ctrl_c_is_silent_at_any_moment(arguments: list[str]):
    with ThreadPoolExecutor(4) as together:
        ends = set(together.map(lambda delay: interrupted(arguments, delay), moments(arguments)))

    assert {told for _, told in ends} == {""}
    assert {code for code, _ in ends} <= STOPPED
    assert {code for code, _ in ends} & {130, -signal.SIGINT}


def test_ctrl_c_leaves_the_whole_file_or_nothing(tmp_path: Path):
    whole = usual(*ASK, "--html").stdout

    def left_by(numbered: tuple[int, float]) -> tuple[int, str, list[Path]]:
        number, delay = numbered
        folder = tmp_path / str(number)
        folder.mkdir()
        code, told = interrupted([*ASK, "-o", str(folder / "page.html")], delay)
        return code, told.replace(str(folder), ""), list(folder.iterdir())

    with ThreadPoolExecutor(4) as together:
        ends = list(together.map(left_by, enumerate(moments([*ASK, "--html"]))))

    wrote = "painlink: wrote /page.html\n"
    way_on = "painlink: open it in a browser to read it or to print it.\n"
    assert {told for _, told, _ in ends} <= {"", wrote, wrote + way_on}
    assert {code for code, _, _ in ends} <= STOPPED
    assert {path.name for _, _, left in ends for path in left} <= {"page.html"}
    assert all(path.read_bytes() == whole for _, _, left in ends for path in left)


def test_ctrl_c_while_python_itself_starts_shows_nothing_of_painlink():
    def end(delay: float) -> tuple[int, str]:
        process = subprocess.Popen(
            [*PAINLINK, "--version"],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=LONGEST_WAIT)
        return process.returncode, stderr.decode()

    with ThreadPoolExecutor(4) as together:
        ends = list(together.map(end, moments(["--version"])))

    assert {code for code, _ in ends} <= {*STOPPED, 1}  # 1: Python's own, before painlink runs
    assert [told for _, told in ends if INSIDE.search(told)] == []


def test_who_ignores_ctrl_c_gets_the_whole_answer():
    with subprocess.Popen(
        ["bash", "-c", 'trap "" INT; echo ready; exec "$@"', "bash", *PAINLINK, *ASK],  # noqa: S607
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,  # it holds the whole answer
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            time.sleep(0.01)

        assert (process.returncode, process.stderr.read()) == (0, b"")
        assert process.stdout.read() == usual(*ASK).stdout


STRUCK_WHERE_NOTHING_CAN_BE_CAUGHT = """
import os, signal, sys
from painlink.__main__ import main

class Struck:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

class Striking:
    def find_spec(self, name, *_):
        if name == "painlink.render":
            Struck()

sys.meta_path.insert(0, Striking())
main()
"""


def test_ctrl_c_is_silent_where_python_could_not_pass_it_on():
    result = subprocess.run(
        [sys.executable, "-P", "-c", STRUCK_WHERE_NOTHING_CAN_BE_CAUGHT, *ASK],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stdout, result.stderr) == (-signal.SIGINT, b"", b"")


STRUCK_WHILE_WRITING = """
import os, signal, sys
from painlink.cli import output
signal.signal(signal.SIGINT, signal.SIG_DFL)
write = os.fsync
os.fsync = lambda file: (write(file), os.kill(os.getpid(), getattr(signal, sys.argv[2])))
output.write_file("text", sys.argv[1], force=False)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_waits_until_the_file_is_whole(tmp_path: Path, name: str):
    file = tmp_path / "page.txt"

    result = subprocess.run(
        [sys.executable, "-P", "-c", STRUCK_WHILE_WRITING, file, name],
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stderr) == (-getattr(signal, name), b"")
    assert file.read_text() == "text"
    assert list(tmp_path.iterdir()) == [file]
