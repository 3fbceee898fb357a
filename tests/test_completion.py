"""What a shell completes: areas, mechanisms and ids, without help texts."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from painlink import completion
from tests.conftest import ROOT

BROKEN = """
from types import SimpleNamespace
from painlink import completion
print(completion.area(SimpleNamespace(params={}), "n"))
"""
NOTHING_TYPED = SimpleNamespace(params={"data": None})


def test_areas_are_completed():
    assert completion.area(NOTHING_TYPED, "ne") == ["neck"]


def test_mechanisms_are_completed():
    assert completion.mechanism(NOTHING_TYPED, "post") == ["posture"]


def test_entries_of_several_kinds_are_completed():
    assert {"head", "hands-on-care"} <= set(completion.entry(NOTHING_TYPED, "h"))


def test_own_entries_are_completed(tmp_path: Path):
    file = tmp_path / "areas.yaml"
    file.write_text("- {id: fin, name: fin, pain: x, aliases: [], red_flags: [chest-heart]}")
    typed = SimpleNamespace(params={"data": (str(file),)})

    assert completion.area(typed, "fi") == ["fin"]
    file.write_text("- broken")
    assert completion.area(typed, "fi") == []
    assert completion.area(typed, "ne") == ["neck"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("painlink explain shou", "shoulder"),
        ("painlink redflags shou", "shoulder"),
        ("painlink list --area shou", "shoulder"),
        ("painlink list --mechanism gua", "guarding"),
        ("painlink show gua", "guarding"),
    ],
)
def test_bash_gets_its_completions(typed: str, completed: str):
    result = subprocess.run(
        [sys.executable, "-m", "painlink"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={
            "_PAINLINK_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        },
        check=False,
    )

    assert result.stdout.split() == [completed]


@pytest.mark.slow
def test_broken_knowledge_completes_nothing_and_says_nothing(tmp_path: Path):
    shutil.copytree(ROOT / "painlink", tmp_path / "painlink")
    (tmp_path / "data").mkdir()

    result = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (result.stdout, result.stderr) == ("[]\n", "")
