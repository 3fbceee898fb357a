"""Modules that Python compiled and kept while the disk was full: one sentence names the file."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.terminal import PAINLINK, environment

ASK = ["explain", "back"]
COMPLETING = {
    "_PAINLINK_COMPLETE": "complete_bash",
    "COMP_WORDS": "painlink explain ne",
    "COMP_CWORD": "2",
}
MODULES = {  # from early to late
    "painlink/errors": {},
    "typer/core": {},
    "painlink/cli/commands/asking": {},
    "painlink/knowledge/loading": {},
    "painlink/pages/explanation": {},
    "painlink/render/plain": {},
    "painlink/cli/shells/tab": COMPLETING,
    "painlink/cli/completion": COMPLETING,
}


def run(kept: Path, **changed: str) -> "subprocess.CompletedProcess[bytes]":
    """Run painlink with Python's compiled modules in the folder *kept*."""
    return subprocess.run(
        [*PAINLINK, *([] if changed else ASK)],
        env=environment(PYTHONPYCACHEPREFIX=str(kept), **changed),
        capture_output=True,
        check=False,
    )


@cache
def usual(around: tuple[tuple[str, str], ...]) -> bytes:
    """Return the answer where nothing is damaged, of the modules that all tests share."""
    return subprocess.run(
        [*PAINLINK, *([] if around else ASK)],
        env=environment(**dict(around)),
        capture_output=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which Python keeps what it compiled: whoever damages it mends it."""
    folder = tmp_path_factory.mktemp("kept")
    run(folder)
    run(folder, **COMPLETING)
    return folder


@pytest.mark.parametrize(("module", "around"), MODULES.items(), ids=list(MODULES))
def test_a_compiled_module_without_its_end_is_named(
    module: str, around: dict[str, str], kept: Path
):
    folder, _, name = module.rpartition("/")
    (file,) = kept.glob(f"**/{folder}/{name}.*.pyc")
    told = []
    for most in (200, 20):
        file.write_bytes(file.read_bytes()[:most])
        told.append(run(kept, **around))
    file.unlink()
    mended = run(kept, **around)

    for one in told:
        assert (one.returncode, one.stdout) == (4, b"")
        assert one.stderr.decode() == (
            f"painlink: Python made a damaged file. Delete it and try again: {str(file)!r}\n"
        )
    assert mended.returncode == 0
    assert mended.stdout == usual(tuple(around.items()))
