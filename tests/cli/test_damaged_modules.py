"""Modules that Python compiled and kept while the disk was full: one sentence names the file."""

import subprocess
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


@pytest.mark.parametrize(("module", "around"), MODULES.items(), ids=list(MODULES))
@pytest.mark.parametrize("most", [20, 200])
def test_a_compiled_module_without_its_end_is_named(
    module: str, around: dict[str, str], most: int, tmp_path: Path
):
    whole = run(tmp_path, **around)
    folder, _, name = module.rpartition("/")
    (file,) = tmp_path.glob(f"**/{folder}/{name}.*.pyc")
    file.write_bytes(file.read_bytes()[:most])

    told = run(tmp_path, **around)
    file.unlink()
    mended = run(tmp_path, **around)

    assert (told.returncode, told.stdout) == (4, b"")
    assert told.stderr.decode() == (
        f"painlink: Python made a damaged file. Delete it and try again: {str(file)!r}\n"
    )
    assert (mended.returncode, mended.stdout) == (whole.returncode, whole.stdout)
