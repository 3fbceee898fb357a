"""The benchmark runs, and times nothing that fails. How fast painlink is, no test says."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from painlink.knowledge import compiled
from painlink.knowledge.from_files import read_own
from painlink.knowledge.loading import load
from painlink.model.kinds import OWN
from tests.benchmarks import __main__ as benchmark
from tests.benchmarks import growth, own, peers, publishing
from tests.benchmarks.rows import FIRST, Command, Goal, Row
from tests.benchmarks.running import Failed, Sample, measured, run
from tests.benchmarks.table import table
from tests.conftest import KNOWLEDGE, ROOT

PYTHON = (sys.executable, "-c")
BIN = Path(sys.executable).parent
ONE = Row("one")


def of_this_checkout(command: Command) -> Command:
    return replace(command, environment={"PYTHONPATH": str(ROOT)})


@pytest.mark.slow
@pytest.mark.xdist_group("installed")  # with those who build a wheel
def test_one_command_prints_a_line_for_each_row_that_is_asked_for(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    (wheel,) = built.glob("*.whl")
    monkeypatch.setattr(benchmark, "_ROOT", wheel)  # pip would build one, which takes seconds
    monkeypatch.setenv("PIP_NO_COMPILE", "1")  # what is fast nobody asks here

    code = benchmark.main(["--rounds", "1", "--without-peers", "--only=--version"])

    printed = capsys.readouterr().out
    lines = [line.split(" | ") for line in printed.splitlines() if line.startswith("| ")]
    assert code == 0
    assert [cells[0] for cells in lines[2:]] == [f"| {FIRST}", "| painlink --version"]
    assert {len(cells) for cells in lines} == {6}
    assert "typer 0." in printed


@pytest.mark.parametrize(
    "command",
    [
        Command((ONE,), (*PYTHON, "print('said'); raise SystemExit(3)"), says="said"),
        Command((ONE,), (*PYTHON, "print('said')"), says="said", exit_code=2),
        Command((ONE,), (*PYTHON, "pass"), says="said"),
        Command((ONE,), (*PYTHON, "print('else')"), says="said"),
        Command((ONE,), (*PYTHON, "raise SystemExit('said')"), says="said", in_terminal=True),
        Command((ONE,), (*PYTHON, "print('said')"), says="said", reports=True),
        Command((ONE,), ("/there/is/no/such/program",), says=""),
    ],
    ids=[
        "it fails",
        "it does not fail",
        "it says nothing",
        "it says something else",
        "it fails in a terminal",
        "it reports nothing",
        "it is not there",
    ],
)
def test_what_does_not_do_its_work_is_not_timed(command: Command, tmp_path: Path):
    with pytest.raises(Failed, match=r"^one: "):
        measured([command], tmp_path, rounds=1)


def test_what_is_measured_finds_no_settings_of_whoever_measures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PAINLINK_DATA", "/nowhere")
    monkeypatch.setenv("NO_COLOR", "1")
    told = "import os; print(sorted(os.environ.keys() - {'LC_CTYPE'}))"

    run(Command((ONE,), (*PYTHON, told), "['HOME', 'LANG', 'PATH', 'TERM']\n"), tmp_path)


def test_a_terminal_row_runs_in_a_terminal(tmp_path: Path):
    asked = "import sys; print(sys.stdin.isatty(), sys.stdout.isatty())"

    run(Command((ONE,), (*PYTHON, asked), says="True True", in_terminal=True), tmp_path)


def test_what_takes_seconds_runs_in_the_first_rounds_only(tmp_path: Path):
    often, seldom = Row("often"), Row("seldom")
    quick = Command((often,), (*PYTHON, "pass"), says="")
    slow = Command((seldom,), (*PYTHON, "pass"), says="", most_rounds=1)

    samples = measured([quick, slow], tmp_path, rounds=3)

    assert {row: len(given) for row, given in samples.items()} == {often: 3, seldom: 1}


def test_the_table_tells_ratios_and_whether_goals_hold():
    def samples(*spent: float) -> list[Sample]:
        return [Sample(2 * one, one) for one in spent]

    printed = table(
        {
            Row(FIRST): samples(10, 20, 10),
            Row("fast", Goal(5.6)): samples(50, 100, 60),
            Row("slow", Goal(5.6)): samples(60, 120, 60),
            Row("grown", Goal(10, of="fast")): samples(450, 900, 600),
            Row("large", Goal(45, of=None), unit="MiB"): samples(20, 30, 40),
            Row("without", Goal(2, of="left out")): samples(10, 20, 10),
        }
    )

    assert printed.splitlines()[2:] == [
        "| python -I -c pass | 20.0 ms | 20.0 to 30.0 | 1.00 |  |  |",
        "| fast | 120.0 ms | 110.0 to 160.0 | 5.00 | 5.6 | yes |",
        "| slow | 120.0 ms | 120.0 to 180.0 | 6.00 | 5.6 | no |",
        "| grown | 1200.0 ms | 1050.0 to 1500.0 | 45.00 | 10 x fast | yes: 9.00 |",
        "| large | 60.0 MiB | 50.0 to 70.0 |  | 45 MiB | no |",
        "| without | 20.0 ms | 20.0 to 30.0 | 1.00 | 2 x left out | not measured |",
    ]


@pytest.mark.parametrize(
    ("peer", "why"),
    [
        (peers.Peer("a", "no-such-program", (), "", called="tool"), "tool: it is not installed"),
        (peers.Peer("b", "ls", (), "", called="tool"), "tool: it is not installed"),
        (peers.Peer("c", "ls", ("/",), "never", called="ls"), "ls: c: expected exit code 0"),
    ],
    ids=["there is none", "another tool of that name", "it does not work"],
)
def test_a_missing_peer_is_left_out_and_named(
    peer: peers.Peer, why: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(peers, "PEERS", (peer,))

    ((command, told),) = peers.present(tmp_path / "peers", tmp_path)

    assert command is None
    assert told.startswith(why)


@pytest.mark.slow
def test_knowledge_many_times_over_loads_as_it_was_written(tmp_path: Path):
    many = growth.multiplied(KNOWLEDGE, 3)
    growth.write(many, tmp_path / "many")

    read = compiled.read_compiled(tmp_path / "many")

    assert {kind: dict(getattr(read, kind)) for kind in OWN} == {
        kind: getattr(many, kind) for kind in OWN
    }
    assert len(many.kinds) == 3 * len(KNOWLEDGE.kinds)


@pytest.mark.slow
def test_twice_as_much_to_tell_of_the_same_areas_makes_a_site(tmp_path: Path):
    _, twice = publishing.commands(BIN, tmp_path, KNOWLEDGE)

    many = compiled.read_compiled(tmp_path / "site-2x")

    assert twice.most_rounds == 3
    assert list(many.areas) == list(KNOWLEDGE.areas)
    assert len(many.links) == 2 * len(KNOWLEDGE.links)
    assert len(many.red_flags) == 2 * len(KNOWLEDGE.red_flags)


@pytest.mark.slow
def test_fifteen_hundred_own_mechanisms_are_sound_and_answer(tmp_path: Path):
    file = own.own_file(tmp_path, 1500, list(KNOWLEDGE.areas))

    assert read_own(KNOWLEDGE, [file]).problems == ()
    assert len(load(own=[file]).mechanisms) == len(KNOWLEDGE.mechanisms) + 1500
