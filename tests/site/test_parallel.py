"""Work that is shared comes back in order, and whatever happens to a helper is told."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

CODE = """
import os, signal, sys, time
from painlink.errors import PainlinkError
from painlink.site.parallel import each_made

def square(number):
    time.sleep(0.01 * (number % 3))
    return number * number

def killed(number):
    if number == 70:
        os.kill(os.getpid(), signal.SIGKILL)
    return number

def refused(number):
    if number == 70:
        raise PainlinkError("no such page")
    return number

try:
    with each_made({make}, 100, workers=2) as made:
        print(*made)
except PainlinkError as error:
    print(error)
"""


def said(make: str) -> str:
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE.format(make=make)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert result.stderr == ""
    return result.stdout


def test_what_many_make_comes_in_order():
    assert said("square") == " ".join(str(number * number) for number in range(100)) + "\n"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        ("killed", "a part of painlink was ended from outside, perhaps for want of memory.\n"),
        ("refused", "no such page\n"),
    ],
)
def test_what_ends_one_of_them_is_told(make: str, told: str):
    assert said(make) == told
