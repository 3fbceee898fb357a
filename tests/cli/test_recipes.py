"""Each line of `docs/recipes.md` does what it says, in a shell, with the tools it names."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from painlink.cli.answer import FORMS
from tests.conftest import ROOT
from tests.terminal import environment

pytestmark = pytest.mark.slow

RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", RECIPES, re.MULTILINE | re.DOTALL)
LINES = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
ELSEWHERE = [line for language, block in BLOCKS if language != "sh" for line in block.splitlines()]
# What is picked, as fzf is told instead of a person at a keyboard.
PICKED = {"links": "^back--head--poor-sleep", "areas": "^knee"}
LATER = {".bib": "bibtex", ".ris": "ris"}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with painlink, and with a browser that only notes what it is to open."""
    folder = tmp_path_factory.mktemp("programs")
    painlink = f'exec {shlex.quote(sys.executable)} -P -m painlink "$@"'
    for name, does in {"painlink": painlink, "xdg-open": 'echo "opened $1"; test -s "$1"'}.items():
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    return folder


Ran = tuple["subprocess.CompletedProcess[str]", list[Path]]


@pytest.fixture(scope="module")
def shell(programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ran]:
    """Run a line, once for all tests; return also the files that it leaves."""

    @cache
    def run(line: str) -> Ran:
        for tool in ("fzf", "jq"):
            if re.search(rf"\b{tool}\b", line) and not shutil.which(tool):
                pytest.skip(f"there is no {tool} here")
        kind = "links" if "list links" in line else "areas"
        folder = tmp_path_factory.mktemp("recipe")
        result = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],  # noqa: S607
            cwd=folder,
            env=environment(
                PATH=f"{programs}:{os.environ['PATH']}",
                FZF_DEFAULT_OPTS=f"--filter={PICKED[kind]}",
                LC_ALL="C.UTF-8",
            ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return result, list(folder.iterdir())

    return run


@pytest.mark.parametrize("line", LINES)
def test_a_recipe_runs(shell: Callable[[str], Ran], line: str):
    if any(ending in line and form not in FORMS for ending, form in LATER.items()):
        pytest.skip("this form is not there yet")

    result, files = shell(line)

    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout or files
    assert all(file.stat().st_size for file in files)


@pytest.mark.parametrize("line", [line for line in LINES if "fzf" in line])
def test_what_is_picked_is_what_is_shown(shell: Callable[[str], Ran], line: str):
    shown = shell(line)[0].stdout

    title = "Bad nights" if "list links" in line else "Knee pain: what else may be linked with it?"
    assert shown.startswith(f"{title}\n")


def test_json_goes_through_jq_as_it_is(shell: Callable[[str], Ran]):
    (links,) = [line for line in LINES if ".certainty)\\t" in line]

    told = shell(links)[0].stdout.splitlines()

    assert told[0] == "high\tA leak after a needle in the spine"
    document = json.loads(shell("painlink explain back headache --json")[0].stdout)
    assert [line.partition("\t")[2] for line in told] == [one["name"] for one in document["links"]]


@pytest.mark.parametrize("line", ELSEWHERE)
def test_what_is_for_other_systems_calls_painlink_as_it_is_called_here(
    shell: Callable[[str], Ran], line: str
):
    call = re.split(r"&&|;", line)[0]

    assert "PAINLINK_SCREEN_READER" in call or shell(call)[0].returncode == 0
    assert line.endswith(("open page.html", "start page.html", "PAINLINK_SCREEN_READER 1"))


@pytest.mark.parametrize("tool", ["fzf", "jq"])
def test_the_checks_bring_the_tools_of_the_recipes(tool: str):
    checks = ROOT / ".ci" / "run"
    if not checks.exists():
        pytest.skip("this is no checkout")

    assert re.search(rf"^for package in .*\b{tool}\b", checks.read_text("utf-8"), re.MULTILINE)
