"""The site of the tiny knowledge, and that of all, each made once."""

import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from painlink.model.knowledge import Knowledge
from painlink.site.building import site_of
from tests.site.reading import Pages
from tests.terminal import PAINLINK, environment

TYPED = ("site", "my-site")  # the example in its help, which a hint names too


class Run(NamedTuple):
    """What became of `painlink site FOLDER`."""

    folder: Path
    process: "subprocess.CompletedProcess[str]"


@pytest.fixture(scope="session")
def tiny_site(tiny: Knowledge) -> Pages:
    return Pages({file.name: file.content for file in site_of(tiny).files()})


@pytest.fixture(scope="session")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Write the site of everything, as one types it."""
    folder = tmp_path_factory.mktemp("everything")
    process = subprocess.run(
        [*PAINLINK, *TYPED],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(folder / TYPED[-1], process)


@pytest.fixture(scope="session")
def whole_site(whole_run: Run) -> Pages:
    folder = whole_run.folder
    files = (path for path in folder.rglob("*") if path.is_file())
    return Pages({str(path.relative_to(folder)): path.read_bytes() for path in files})
