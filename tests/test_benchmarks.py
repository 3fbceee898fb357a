"""The benchmarks run. What they measure they tell; only memory is the same every time."""

from pathlib import Path

import pytest

from painlink.gathering import read_own
from painlink.loading import load
from tests.benchmarks import growth
from tests.conftest import KNOWLEDGE

pytestmark = pytest.mark.slow


def test_two_thousand_own_mechanisms_are_sound_and_answer(tmp_path: Path):
    (file,) = growth.own_file(tmp_path, 2000, list(KNOWLEDGE.areas))

    assert read_own(KNOWLEDGE, [Path(file)]).problems == ()
    assert len(load(own=[Path(file)]).mechanisms) == len(KNOWLEDGE.mechanisms) + 2000


def test_memory_grows_no_faster_than_their_number():
    measured = growth.grown(rounds=1)
    peaks = {count: rounds[0][-1] for count, rounds in measured.items()}

    thousand, two_thousand = (peaks[count] - peaks[0] for count in (1000, 2000))

    assert two_thousand < 2.5 * thousand
    assert growth.table(measured).count("\n") == len(growth.COUNTS) + 1
