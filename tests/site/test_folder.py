"""The folder of a site: only what painlink wrote changes, and all of it or nothing."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from painlink.errors import CannotWrite
from painlink.site.building import File
from painlink.site.folder import LIST, publish
from tests.striking import is_killed

FIRST = (
    File("style.css", b"first style"),
    File("explain/back.html", b"first back"),
    File("show/gone.html", b"soon gone"),
    File("index.html", b"first front"),
)
SECOND = (
    File("style.css", b"first style"),
    File("explain/back.html", b"second back"),
    File("and/back.html", b"new here"),
    File("index.html", b"second front"),
)


def held(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in held(folder).items() if name != LIST}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a site in it."""
    folder = tmp_path / "site"
    publish(FIRST, folder, force=False)
    return folder


def test_a_new_folder_gets_all_files_and_a_list_of_them(folder: Path):
    assert pages(folder) == {one.name: one.content for one in FIRST}
    listed = (folder / LIST).read_text(encoding="utf-8").splitlines()
    assert sorted(listed[1:]) == sorted(one.name for one in FIRST)


def test_what_changed_is_replaced_and_what_is_stale_goes(folder: Path):
    assert publish(SECOND, folder, force=False) == (4, 3)

    assert pages(folder) == {one.name: one.content for one in SECOND}
    assert not (folder / "show").exists()


def test_what_did_not_change_is_not_even_touched(folder: Path):
    before = {path: path.stat() for path in folder.rglob("*")}

    assert publish(FIRST, folder, force=False) == (4, 0)

    after = {path: path.stat() for path in folder.rglob("*")}
    assert {path: (one.st_ino, one.st_mtime_ns) for path, one in before.items()} == {
        path: (one.st_ino, one.st_mtime_ns) for path, one in after.items()
    }


def test_files_of_others_stay(folder: Path):
    (folder / ".git").mkdir()
    others = {".git/config": b"theirs", "CNAME": b"pain.example", "show/mine.html": b"mine"}
    for name, content in others.items():
        (folder / name).write_bytes(content)

    publish(SECOND, folder, force=False)

    assert {name: (folder / name).read_bytes() for name in others} == others


def test_a_folder_with_a_repository_and_a_domain_is_no_one_elses_site(tmp_path: Path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "page.html").write_bytes(b"theirs")
    (tmp_path / "CNAME").write_bytes(b"pain.example")

    publish(FIRST, tmp_path, force=False)

    assert (tmp_path / "index.html").read_bytes() == b"first front"


@pytest.mark.parametrize("name", ["index.html", "home.htm", "blog/first.HTML", "style.css"])
def test_pages_of_others_are_refused_and_stay(tmp_path: Path, name: str):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"theirs")

    with pytest.raises(CannotWrite, match=rf"{name}, which painlink did not write.*--force"):
        publish(FIRST, tmp_path, force=False)

    assert held(tmp_path) == {name: b"theirs"}


def test_force_writes_beside_the_pages_of_others(tmp_path: Path):
    for name in ("index.html", "home.htm"):
        (tmp_path / name).write_bytes(b"theirs")

    publish(FIRST, tmp_path, force=True)

    assert pages(tmp_path) == {"home.htm": b"theirs", **{one.name: one.content for one in FIRST}}


def test_a_page_that_others_put_into_the_site_is_not_replaced(folder: Path):
    (folder / "and").mkdir()
    (folder / "and/back.html").write_bytes(b"mine")
    before = held(folder)

    with pytest.raises(CannotWrite, match=r"and/back\.html"):
        publish(SECOND, folder, force=False)

    assert held(folder) == before


@pytest.mark.parametrize(
    "line",
    ["../kept.html", "/etc/kept.html", "a/../../kept.html", "a/b/kept.html", "..\\kept.html", ""],
)
def test_a_list_can_name_nothing_outside_the_folder(folder: Path, line: str):
    kept = [folder.parent / "kept.html", folder / "a/b/kept.html", folder / "..\\kept.html"]
    (folder / "a/b").mkdir(parents=True)
    for path in kept:
        path.write_bytes(b"kept")
    with (folder / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    publish(SECOND, folder, force=False)

    assert [path.read_bytes() for path in kept] == [b"kept"] * 3


def test_a_list_that_is_no_text_names_nothing(folder: Path):
    (folder / LIST).write_bytes(b"\xff\x00\n" + bytes(range(256)))

    with pytest.raises(CannotWrite, match="--force"):
        publish(SECOND, folder, force=False)


@pytest.mark.parametrize("force", [False, True])
def test_a_link_leads_nothing_out_of_the_folder(folder: Path, tmp_path: Path, *, force: bool):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "gone.html").write_bytes(b"theirs")
    (folder / "and").symlink_to(elsewhere)
    (folder / "show/gone.html").unlink()
    (folder / "show").rmdir()
    (folder / "show").symlink_to(elsewhere)

    with pytest.raises(CannotWrite, match="it is a link to another folder"):
        publish(SECOND, folder, force=force)
    (folder / "and").unlink()
    publish(SECOND, folder, force=force)

    assert held(elsewhere) == {"gone.html": b"theirs"}


def test_a_page_that_became_a_link_is_replaced_and_what_it_led_to_stays(
    folder: Path, tmp_path: Path
):
    (tmp_path / "theirs").write_bytes(b"first front")
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(tmp_path / "theirs")

    publish(FIRST, folder, force=False)

    assert not (folder / "index.html").is_symlink()
    assert (tmp_path / "theirs").read_bytes() == b"first front"


@pytest.mark.parametrize("place", ["file", "file/site", "{}".format("long" * 100), "zero\0byte"])
def test_what_can_be_no_folder_is_told(tmp_path: Path, place: str):
    (tmp_path / "file").write_bytes(b"theirs")

    with pytest.raises(CannotWrite, match=r"^could not write to .*: \w.*\.$"):
        publish(FIRST, tmp_path / place, force=True)

    assert held(tmp_path) == {"file": b"theirs"}


def test_a_folder_with_the_name_of_a_page_is_told(folder: Path):
    (folder / "and/back.html").mkdir(parents=True)

    with pytest.raises(CannotWrite, match="there is a folder of that name"):
        publish(SECOND, folder, force=True)


class Stop(Exception):
    """What ends the making of pages in the middle."""


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), Stop(), KeyboardInterrupt()]
)
@pytest.mark.parametrize("after", range(5))
def test_whatever_ends_it_in_the_middle_the_older_site_stays_as_it_was(
    folder: Path, error: BaseException, after: int
):
    before = held(folder)

    def files() -> Iterator[File]:
        yield from SECOND[:after]
        raise error

    with pytest.raises((CannotWrite, Stop, KeyboardInterrupt)):
        publish(files(), folder, force=False)

    assert held(folder) == before
    publish(SECOND, folder, force=False)
    assert pages(folder) == {one.name: one.content for one in SECOND}


def test_where_it_fails_no_folder_is_left_that_it_made(tmp_path: Path):
    def files() -> Iterator[File]:
        yield FIRST[0]
        raise Stop

    with pytest.raises(Stop):
        publish(files(), tmp_path / "new/site", force=False)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_killed_at_any_moment_the_front_page_leads_to_whole_pages_and_a_second_run_completes_it(
    tmp_path: Path,
):
    older, newer = ({one.name: one.content for one in files} for files in (FIRST, SECOND))
    fronts = set()

    for moment in count(1):
        folder = tmp_path / str(moment)
        publish(FIRST, folder, force=False)
        if not is_killed(partial(publish, SECOND, folder, force=False), at=moment):
            break
        left = {name: one for name, one in pages(folder).items() if not name.startswith(".")}
        fronts.add(left["index.html"])
        assert [n for n, one in left.items() if one not in (older.get(n), newer.get(n))] == []
        leads_to = older if left["index.html"] == older["index.html"] else newer
        assert leads_to.keys() - left.keys() == set()
        publish(SECOND, folder, force=False)
        assert pages(folder) == newer

    assert moment > 40
    assert fronts == {older["index.html"], newer["index.html"]}
