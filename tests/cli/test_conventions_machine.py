"""The conventions about the machine around painlink: completion, files, settings, traces, speed."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.conftest import ROOT
from tests.started import ask
from tests.terminal import (
    PAINLINK,
    as_asked,
    environment,
    loaded,
    loaded_by_typer_alone,
)

pytestmark = pytest.mark.slow

Run = Callable[..., Result]
RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]

OWN = "areas:\n  - {id: fin, name: fin, pain: fin pain, aliases: [], red_flags: [chest-heart]}\n"


# Python starts once, with nothing of painlink, and forks for each time that a shell asks.
COMPLETES_EACH = """
import json, os, sys
for asked in json.loads(sys.argv.pop()):
    sys.stdout.flush()
    if os.fork():
        os.wait()
        continue
    os.environ.update(asked)
    from painlink.__main__ import main
    try:
        main()
    finally:
        print("loaded:", *(name for name, module in sys.modules.items() if module))
"""
COMPLETED = {
    "painlink expl": "explain",
    "painlink explain shou": "shoulder",
    "painlink list --mechanism gua": "guarding",
    "painlink show hands": "hands-on-care",
    "painlink show men": "meningitis-signs",
    "painlink list --are": "--area",
}


def test_15_shells_complete_names_and_ids_without_rich():
    asked = [(shell, typed) for shell in ("bash", "zsh", "fish") for typed in COMPLETED]

    result = subprocess.run(
        [PAINLINK[0], "-P", "-c", COMPLETES_EACH, json.dumps([as_asked(*one) for one in asked])],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    told = re.findall(r"((?:.*\n)*?)loaded: (.*)\n", result.stdout)
    assert len(told) == len(asked)
    for (_, typed), (answer, modules) in zip(asked, told, strict=True):
        assert COMPLETED[typed] in answer
        assert "painlink.cli.app" in modules.split()
        assert not {one.partition(".")[0] for one in modules.split()} & {"rich"}


@pytest.mark.parametrize("command", [[], ["explain"], ["search"], ["validate"], ["explain", "-"]])
def test_16_it_never_waits_for_input(command: list[str]):
    source, into = os.pipe()  # nothing is ever written to it, nor is it closed before the end

    result = ask(*command, folder=ROOT, environment=environment(), stdin=source)

    os.close(source)
    os.close(into)
    assert result.returncode in (0, 1, 2)


def test_16_it_writes_only_where_it_is_told_to(tmp_path: Path):
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    asked = [*PAINLINK, "explain", "back", "headache"]
    own = environment(HOME=str(home), TMPDIR=str(home), PYTHONDONTWRITEBYTECODE="1")

    subprocess.run(asked, cwd=work, env=own, capture_output=True, check=True)
    told = subprocess.run(
        [*asked, "-o", "page.md"], cwd=work, env=own, capture_output=True, check=True
    )

    assert told.stdout == b""
    assert sorted(tmp_path.rglob("*")) == [home, work, work / "page.md"]


def test_17_output_refuses_to_overwrite_unless_forced(painlink: Run, tmp_path: Path):
    file = tmp_path / "page.txt"
    file.write_text("mine")

    refused = painlink("about", "-o", str(file))
    kept = file.read_text()
    forced = painlink("about", "--output", str(file), "--force")

    assert (refused.exit_code, forced.exit_code) == (4, 0)
    assert "it exists already. To replace it, add --force." in refused.stderr
    assert kept == "mine"
    assert file.read_text(encoding="utf-8") == painlink("about").stdout


def test_17_a_dash_is_stdout(painlink: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert painlink("about", "-o", "-").stdout == painlink("about").stdout
    assert list(tmp_path.iterdir()) == []


def test_18_a_flag_beats_the_variable(painlink_process: RunProcess, tmp_path: Path):
    flag, variable = tmp_path / "flag.yaml", tmp_path / "variable.yaml"
    flag.write_text(OWN)
    variable.write_text(OWN.replace("fin", "zebu"))

    by_variable = painlink_process("explain", "zebu", PAINLINK_DATA=str(variable))
    by_flag = painlink_process("explain", "fin", "--data", str(flag), PAINLINK_DATA=str(variable))
    beaten = painlink_process("explain", "zebu", "--data", str(flag), PAINLINK_DATA=str(variable))

    assert (by_variable.returncode, by_flag.returncode, beaten.returncode) == (0, 0, 1)


def test_19_asking_leaves_no_trace_and_opens_no_socket(tmp_path: Path):
    # Every command in every form, with the hook proven first, is in test_private.py.
    watch = (
        "import sys; sys.addaudithook(lambda event, _: event.startswith('socket.') and exit(97))"
    )
    run = f"{watch}\nfrom painlink.__main__ import main\nmain()"

    result = subprocess.run(
        [PAINLINK[0], "-B", "-c", run, "explain", "back", "headache"],
        cwd=tmp_path,
        env=environment(HOME=str(tmp_path), TMPDIR=str(tmp_path)),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []


HEAVY = {
    "rich",
    "yaml",
    "json",
    "html",
    "importlib.metadata",
    "pydantic",
    "painlink.knowledge.loading",
}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["list", "-h"], ["--bad"]])
def test_20_what_needs_no_knowledge_loads_nothing_heavy(
    painlink_process: RunProcess, arguments: list[str]
):
    modules = loaded(painlink_process(*arguments, PYTHONPROFILEIMPORTTIME="1").stderr)

    assert "painlink.cli.app" in modules
    assert (modules & HEAVY) - loaded_by_typer_alone() == set()
