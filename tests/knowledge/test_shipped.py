"""Where painlink finds its own files: in a checkout, installed from a wheel, and in a zipapp."""

from pathlib import Path

import pytest

from painlink.errors import NoSuchPath
from painlink.knowledge import shipped
from tests.conftest import DATA, ROOT


def test_a_checkout_keeps_its_files_beside_the_code():
    assert shipped.built_in() == DATA
    assert shipped.shipped_file("areas.yaml") == DATA / "areas.yaml"


def test_an_installed_package_reads_its_own_files_not_what_is_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "data").mkdir()
    own = tmp_path / "painlink" / "data"
    own.mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", own.parent)

    assert shipped.built_in() == own
    assert shipped.shipped_file("areas.yaml") == own / "areas.yaml"


def test_a_zipapp_has_its_files_in_no_folder_but_inside_the_package(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(shipped, "_PACKAGE", Path("painlink.pyz/painlink"))

    assert shipped.shipped_file("areas.yaml") == ROOT / "painlink" / "data" / "areas.yaml"
    with pytest.raises(NoSuchPath, match=r"'painlink\.pyz/painlink/data'"):
        shipped.built_in()
