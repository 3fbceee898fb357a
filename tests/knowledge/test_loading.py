"""Where knowledge comes from: what ships with painlink, a folder, and the paths of a reader."""

import json
import os
from pathlib import Path

import pytest

from painlink.errors import NoSuchPath
from painlink.knowledge import compiled, loading
from painlink.knowledge.loading import load, own_paths
from tests.conftest import KNOWLEDGE, TINY

WORDS = [{"id": "w", "words": ["paw"], "areas": ["toe", "sole"]}]


def test_paths_that_are_named_go_before_those_of_the_variable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PAINLINK_DATA", os.pathsep.join(("a.yaml", "", "b")))

    assert own_paths(["c", "d/e"]) == (Path("c"), Path("d/e"))
    assert own_paths([]) == own_paths(None) == (Path("a.yaml"), Path("b"))
    monkeypatch.delenv("PAINLINK_DATA")
    assert own_paths(None) == ()


def test_a_path_that_is_empty_is_none():
    with pytest.raises(NoSuchPath):
        own_paths(["a", ""])


def test_a_home_folder_that_the_shell_left_out_is_told_unless_there_is_such_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(NoSuchPath, match=r"~/a.yaml.*\nThe shell left the ~ as it is\."):
        own_paths(["b", "~/a.yaml"])
    assert own_paths(["a/~"]) == (Path("a/~"),)
    (tmp_path / "~").mkdir()
    assert own_paths(["~"]) == (Path("~"),)


def test_own_files_are_laid_over_the_folder_that_is_named(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_text(json.dumps({"ambiguous_words": WORDS}))

    laid = load(TINY, [file])

    assert load(TINY).beneath is None
    assert laid.beneath == load(TINY)
    assert "w" in laid.ambiguous_words


def test_the_shipped_knowledge_is_read_once_and_compiled_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "knowledge.jsonl"
    file.write_text(compiled.compile_knowledge(load(TINY)), encoding="ascii")
    monkeypatch.setattr(loading, "shipped_file", tmp_path.joinpath)
    monkeypatch.setattr(loading, "built_in", lambda: TINY)
    forget = loading._shipped.cache_clear  # noqa: SLF001, as in a process of its own
    forget()
    try:
        found = load()
        assert load() is found
        assert isinstance(found.areas, compiled.StoredEntries)
        assert [*found.areas] == [*load(TINY).areas]
        file.unlink()
        forget()
        assert load().areas == load(TINY).areas
    finally:
        forget()
    assert KNOWLEDGE.areas.keys() != found.areas.keys()
