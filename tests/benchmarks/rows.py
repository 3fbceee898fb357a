"""What is measured: the rows of the table, and the command that each of them comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FIRST = "python -I -c pass"


@dataclass(frozen=True, slots=True)
class Goal:
    """At most *most* times what the row *of* takes; without one, at most *most* of its own unit."""

    most: float
    of: str | None = FIRST


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    goal: Goal | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Command:
    """What runs once a round, and the rows it gives.

    Its row is the time from its start to its end; or it *reports*, as the last line of its output,
    a number for each row, in JSON. It has to end with *exit_code* and to say *says*: a command that
    fails at once would look fast. What takes seconds runs in the first *most_rounds* only.
    """

    rows: tuple[Row, ...]
    words: tuple[str, ...]
    says: str
    exit_code: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)
    reports: bool = False
    in_terminal: bool = False
    most_rounds: int | None = None


# Goals, as ratios to the first row.
_AT_ONCE, _TEXT, _MARKUP, _STYLED = Goal(5.9), Goal(7.8), Goal(7.8), Goal(9.8)
_MOST_MEMORY = Goal(45, of=None)  # MiB

_HELLO = """
import typer
app = typer.Typer()

@app.command()
def hello(name: str = "world") -> None:
    {says}(f"Hello {{name}}")

app()
"""
_HELLO_PLAIN = _HELLO.format(says="typer.echo")
_HELLO_RICH = "from rich.console import Console\n" + _HELLO.format(says="Console().print")

# Not getrusage: its peak begins with that of the process that started this one.
_PEAK = r"""
import atexit, re
from pathlib import Path
from painlink.__main__ import main

def tell():
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    print(f"[{int(peak[1]) / 1024}]")

atexit.register(tell)
main()
"""

EXPLAIN = ("explain", "back", "headache")
TITLE = "Back pain and headache: are they linked?"
# Of 25 words.
SENTENCE = (
    "My back has been hurting for about two weeks and since Monday I also have a bad headache, so "
    "could one come from the other?"
)
_NOT_A_DIAGNOSIS = "painlink is for learning"


def floor(bin_: Path) -> tuple[Command, ...]:
    """Return what nothing written with Python and Typer can be faster than."""
    python = (str(bin_ / "python"), "-I", "-c")
    return (
        Command((Row(FIRST),), (*python, "pass"), says=""),
        Command((Row("hello world, Typer"),), (*python, _HELLO_PLAIN), says="Hello world"),
        Command((Row("hello world, Typer and Rich"),), (*python, _HELLO_RICH), says="Hello world"),
    )


def painlink(bin_: Path) -> tuple[Command, ...]:
    """Return the commands of the painlink in *bin_*."""

    def row(
        name: str, *words: str, says: str, goal: Goal | None = None, exit_code: int = 0
    ) -> Command:
        return Command(
            (Row(f"painlink {name}", goal),), (str(bin_ / "painlink"), *words), says, exit_code
        )

    styled = Row("painlink explain, in a terminal", _STYLED)
    return (
        row("--version", "--version", says="painlink ", goal=_AT_ONCE),
        row("--help", "--help", says="Usage: painlink", goal=_AT_ONCE),
        row("explain --nope", "explain", "--nope", says="nope", goal=_AT_ONCE, exit_code=2),
        Command(
            (styled,),
            (str(bin_ / "painlink"), *EXPLAIN),
            TITLE,
            in_terminal=True,  # so tall that no pager opens
            environment={"LINES": "9999"},
        ),
        row("explain, piped", *EXPLAIN, says=TITLE, goal=_TEXT),
        row("explain --json", *EXPLAIN, "--json", says='"disclaimer":', goal=_TEXT),
        row("explain --markdown", *EXPLAIN, "--markdown", says=f"# {TITLE}", goal=_MARKUP),
        row("explain --html", *EXPLAIN, "--html", says="</html>", goal=_MARKUP),
        row("list, piped", "list", says=_NOT_A_DIAGNOSIS, goal=_TEXT),
        row("redflags, piped", "redflags", says=_NOT_A_DIAGNOSIS, goal=_TEXT),
        row("explain, a sentence", "explain", SENTENCE, says=TITLE),
        row("explain sholder", "explain", "sholder", says="read as shoulder"),
        Command(
            (Row("painlink completes an area in bash"),),
            (str(bin_ / "painlink"),),
            says="back",
            environment={
                "_PAINLINK_COMPLETE": "complete_bash",
                "COMP_WORDS": "painlink explain ba",
                "COMP_CWORD": "2",
            },
        ),
        peak("painlink explain: peak memory", bin_, *EXPLAIN, goal=_MOST_MEMORY),
    )


def peak(name: str, bin_: Path, *words: str, goal: Goal | None = None) -> Command:
    """Return what measures the peak of memory of painlink with *words*, a page about two areas."""
    return Command(
        (Row(name, goal, unit="MiB"),),
        (str(bin_ / "python"), "-c", _PEAK, *words),
        says=TITLE,
        reports=True,
    )
