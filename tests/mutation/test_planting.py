"""Mistakes are planted one at a time, and whoever has taken a function has the mistake too."""

import ast
import sys
from types import ModuleType

import pytest

from tests.mutation.grafting import graft
from tests.mutation.planting import mutants, planted

SOURCE = '''
"""A docstring."""
MOST = 2
def signs(flags: "list[str]") -> "list[str]":
    """Another."""
    kept = [flag for flag in flags if flag and flag != "none"]
    if not kept:
        return ["first", "last"]
    return sorted(kept)[:MOST]
'''


def test_every_mistake_is_another_one_and_none_is_of_words_that_nobody_runs():
    found = mutants(SOURCE)
    made = [ast.unparse(planted(SOURCE, one.number)) for one in found]

    assert len({ast.unparse(ast.parse(SOURCE)), *made}) == len(made) + 1
    assert all('"""A docstring."""' in one and "'list[str]'" in one for one in made)
    assert {one.line for one in found} == {3, 6, 7, 8, 9}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("2 and one", "MOST = 3"),
        ("filter 0 left out", "kept = [flag for flag in flags]"),
        ("and for or", "if flag or flag != 'none'"),
        ("part 0 left out", "if flag != 'none'"),
        ("NotEq to Eq", "flag == 'none'"),
        ("sign or not left out", "if kept:"),
        ("never", "if False:"),
        ("items swapped", "return ['last', 'first']"),
        ("item 0 left out", "return ['last']"),
        ("nothing returned", "return None"),
        ("not sorted", "return list(kept)[:MOST]"),
        ("not cut", "return sorted(kept)\n"),
    ],
)
def test_a_mistake_is_of_this_kind(told: str, line: str):
    wanted = [one.number for one in mutants(SOURCE) if one.told == told]

    assert any(line in f"{ast.unparse(planted(SOURCE, number))}\n" for number in wanted)


def test_a_graft_reaches_whoever_took_the_function_or_the_constant(
    monkeypatch: pytest.MonkeyPatch,
):
    module, taker = ModuleType("grafted"), ModuleType("taker")
    module.__file__ = "grafted.py"
    exec(compile(SOURCE, "grafted.py", "exec"), vars(module))  # noqa: S102
    vars(taker).update(signs=module.signs, MOST=module.MOST)
    monkeypatch.setitem(sys.modules, "taker", taker)

    changed = graft(module, ast.parse(SOURCE.replace("2", "1")))

    assert changed
    assert taker.signs(["b", "a", "none"]) == ["a"]
    assert taker.MOST == 1
    assert not graft(module, ast.parse(SOURCE.replace("2", "1")))
