"""A module that is left unread is there as soon as it is used, and as it always is."""

import subprocess
import sys

from tests.conftest import ROOT

UNREAD = """
from painlink.late import leave_unread
leave_unread("colorsys")
import colorsys
print(sys.modules["colorsys"] is colorsys, "hls_to_rgb" in vars(colorsys))
from colorsys import rgb_to_hls
import colorsys as again
print(rgb_to_hls(1, 1, 1), again.rgb_to_hls is colorsys.rgb_to_hls is rgb_to_hls)
print(type(again).__name__, again.__file__ == colorsys.__file__)
"""
ALREADY_THERE = """
import colorsys
from painlink.late import leave_unread
leave_unread("colorsys")
print(sys.modules["colorsys"] is colorsys)
"""
MISSING = """
from painlink.late import leave_unread
leave_unread("colorsys")
import colorsys
print(hasattr(colorsys, "no_such_name"), hasattr(colorsys, "hls_to_rgb"))
real = sys.modules["colorsys"]
print(hasattr(colorsys, "no_such_name"), sys.modules["colorsys"] is real)
"""
ANSWER = """
import os
from painlink.__main__ import main
os._exit = lambda code: print(code, "Popen" in vars(sys.modules["subprocess"]))
main()
"""


def printed(code: str, *arguments: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout.splitlines()


def test_it_is_read_when_it_is_used():
    assert printed(UNREAD) == ["True False", "(0.0, 1.0, 0.0) True", "module True"]


def test_what_is_there_already_stays():
    assert printed(ALREADY_THERE) == ["True"]


def test_what_it_does_not_have_it_does_not_have():
    assert printed(MISSING) == ["False True", "False True"]


def test_an_answer_does_without_what_starts_other_programs():
    assert printed(ANSWER, "--version")[1:] == ["0 False"]
