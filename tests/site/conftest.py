"""The site of the tiny knowledge, and that of all, each made once."""

from pathlib import Path

import pytest

from painlink.model.knowledge import Knowledge
from painlink.site.building import site_of
from painlink.site.folder import publish
from tests.conftest import KNOWLEDGE
from tests.site.reading import Pages


@pytest.fixture(scope="session")
def tiny_site(tiny: Knowledge) -> Pages:
    return Pages({file.name: file.content for file in site_of(tiny).files()})


@pytest.fixture(scope="session")
def whole_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of everything."""
    folder = tmp_path_factory.mktemp("site") / "all"
    publish(site_of(KNOWLEDGE).files(), folder, force=False)
    return folder


@pytest.fixture(scope="session")
def whole_site(whole_folder: Path) -> Pages:
    files = (path for path in whole_folder.rglob("*") if path.is_file())
    return Pages({str(path.relative_to(whole_folder)): path.read_bytes() for path in files})
