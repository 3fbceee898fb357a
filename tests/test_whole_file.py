"""A file is written whole or not at all, whatever fails or ends the writer at whatever moment."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from painlink.errors import CannotWrite, FileExists
from painlink.whole_file import sweep, write_whole
from tests.striking import Strike, is_killed, struck

OLD, NEW = b"the older page", b"the new page " * 1000
LEFT = ".painlink-0123456789abcdef"  # what a writer that was killed left behind
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


def out_of_memory() -> None:
    raise MemoryError


def full() -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("replace", [False, True])
def test_killed_at_any_moment_it_leaves_the_older_file_or_the_new_one(
    tmp_path: Path, *, replace: bool
):
    file, left, seen, drafts = tmp_path / "page.html", tmp_path / LEFT, set(), 0

    for moment in count(1):
        left.touch()
        file.unlink(missing_ok=True)
        if replace:
            file.write_bytes(OLD)
        write = partial(write_whole, file, NEW, replace=replace)
        if not is_killed(write, at=moment, events=["c_call", "c_return"]):
            break
        seen.add(file.read_bytes() if file.exists() else None)
        drafts += any(path not in (file, left) for path in tmp_path.iterdir())
        write_whole(file, NEW, replace=True)  # whoever was killed hinders nobody
        assert list(tmp_path.iterdir()) == [file]

    assert moment > 40
    assert seen == {NEW, OLD if replace else None}
    assert drafts > 10


@pytest.mark.parametrize("strike", [out_of_memory, full])
@pytest.mark.parametrize("replace", [False, True])
def test_failing_at_any_moment_it_leaves_the_older_file_or_the_new_one_and_a_sentence(
    tmp_path: Path, strike: Strike, *, replace: bool
):
    file, seen = tmp_path / "page.html", set()

    for moment in count(1):
        file.unlink(missing_ok=True)
        if replace:
            file.write_bytes(OLD)
        with suppress(CannotWrite, MemoryError), struck(strike, moment) as counted:
            write_whole(file, NEW, replace=replace)
        seen.add(file.read_bytes() if file.exists() else None)
        if counted[0] < moment:
            break

    assert moment > 20
    assert seen == {NEW, OLD if replace else None}
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [file]


ROUNDS = 200


def test_many_that_replace_one_file_at_once_all_do(tmp_path: Path):
    file, texts = tmp_path / "page.html", [bytes([letter]) * 100 for letter in b"abcdefgh"]

    def replace_often(text: bytes) -> None:
        for _ in range(ROUNDS):
            write_whole(file, text, replace=True)

    with ThreadPoolExecutor(len(texts)) as together:
        list(together.map(replace_often, texts))

    assert file.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_comes_and_goes_beside_is_replaced(tmp_path: Path):
    file = tmp_path / "page.html"

    def come_and_go() -> None:
        for _ in range(ROUNDS):
            with suppress(FileExists):
                write_whole(file, OLD, replace=False)
            file.unlink(missing_ok=True)

    with ThreadPoolExecutor(1) as beside:
        others = beside.submit(come_and_go)
        while not others.done():
            write_whole(file, NEW, replace=True)

    others.result()
    write_whole(file, NEW, replace=True)
    assert list(tmp_path.iterdir()) == [file]


def test_a_disk_that_takes_a_part_at_a_time_gets_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, write = tmp_path / "page.html", os.write
    monkeypatch.setattr(os, "write", lambda number, some: write(number, some[:7]))

    write_whole(file, NEW, replace=False)

    assert file.read_bytes() == NEW


def test_a_disk_that_is_full_in_the_middle_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, write = tmp_path / "page.html", os.write
    file.write_bytes(OLD)
    for room in range(0, len(NEW), 997):
        left = [room]

        def take(number: int, some: bytes, left: list[int] = left) -> int:
            if not left[0]:
                full()
            taken = write(number, some[: min(left[0], 512)])
            left[0] -= taken
            return taken

        monkeypatch.setattr(os, "write", take)
        with pytest.raises(CannotWrite, match="no space left on device"):
            write_whole(file, NEW, replace=True)

        assert file.read_bytes() == OLD
        assert list(tmp_path.iterdir()) == [file]


def test_the_folder_is_on_the_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file, settled, wait = tmp_path / "page.html", [], os.fsync

    def note(number: int) -> None:
        settled.append(stat.S_ISDIR(os.fstat(number).st_mode) and file.exists())
        wait(number)

    monkeypatch.setattr(os, "fsync", note)
    write_whole(file, NEW, replace=False)

    assert settled == [False, True]


def test_one_of_many_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("it waits"))

    write_whole(tmp_path / "page.html", NEW, replace=False, is_one_of_many=True)

    assert (tmp_path / "page.html").read_bytes() == NEW


# What a writer that was killed left


def test_what_a_killed_writer_left_is_taken_away_and_nothing_else(tmp_path: Path):
    (tmp_path / LEFT).write_bytes(b"half a pa")
    others = [".painlink-notes", ".painlink-0123456789abcdeg", f"{LEFT}0", LEFT[1:], f"{LEFT}.txt"]
    for name in others:
        (tmp_path / name).touch()
    folder, link = (tmp_path / LEFT.replace("0", one) for one in "de")
    folder.mkdir()
    link.symlink_to(tmp_path / others[0])
    os.mkfifo(tmp_path / LEFT.replace("0", "f"))
    before = set(tmp_path.iterdir())

    write_whole(tmp_path / "page.html", NEW, replace=False)

    assert before - set(tmp_path.iterdir()) == {tmp_path / LEFT}


def test_a_draft_that_somebody_is_writing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file, wait = tmp_path / "page.html", os.fsync

    def meanwhile(_: int) -> None:
        monkeypatch.setattr(os, "fsync", wait)
        write_whole(tmp_path / "other.html", NEW, replace=False)
        sweep(tmp_path)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_whole(file, NEW, replace=False)

    assert {path.name for path in tmp_path.iterdir()} == {"page.html", "other.html"}


def test_a_draft_that_is_swept_before_it_is_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, make = tmp_path / "page.html", os.open

    def swept(path: Path, flags: int, mode: int = 0o777) -> int:
        number = make(path, flags, mode)
        if flags & os.O_EXCL:
            monkeypatch.setattr(os, "open", make)
            sweep(tmp_path)
        return number

    monkeypatch.setattr(os, "open", swept)
    write_whole(file, NEW, replace=False)

    assert list(tmp_path.iterdir()) == [file]


# Whose file it is


@only_root
def test_who_owned_the_older_file_owns_the_new_one(tmp_path: Path):
    file = tmp_path / "page.html"
    file.write_bytes(OLD)
    os.chown(file, 65534, 12345)
    file.chmod(0o640)

    write_whole(file, NEW, replace=True)

    known = file.stat()
    assert file.read_bytes() == NEW
    assert (known.st_uid, known.st_gid, stat.S_IMODE(known.st_mode)) == (65534, 12345, 0o640)


AS_NOBODY = """
import os, sys
from painlink.whole_file import write_whole
from painlink.errors import CannotWrite
os.setegid(65534)
os.seteuid(65534)
try:
    write_whole(sys.argv[1], b"new", replace=True)
except CannotWrite as error:
    print(error)
"""


@only_root
@pytest.mark.parametrize("owner", [(0, 0), (65534, 12345)], ids=["user", "group"])
def test_a_file_whose_owner_would_change_is_not_replaced(owner: tuple[int, int]):
    folder = Path("/tmp") / f"painlink-{os.urandom(8).hex()}"  # noqa: S108, pytest's own are closed
    folder.mkdir()
    folder.chmod(0o777)
    file = folder / "page.html"
    file.write_bytes(OLD)
    os.chown(file, *owner)
    file.chmod(0o666)

    told = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, file], capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert told == (
        f"could not write to {file}: its owner or its group is another one, and only they can "
        "replace it.\n"
    )
    assert [(path, path.read_bytes()) for path in folder.iterdir()] == [(file, OLD)]
    file.unlink()
    folder.rmdir()


def test_what_else_is_noted_of_a_file_is_kept(tmp_path: Path):
    file = tmp_path / "page.html"
    file.write_bytes(OLD)
    try:
        os.setxattr(file, "user.kept", b"yes")
    except OSError:
        pytest.skip("this file system keeps no notes")

    write_whole(file, NEW, replace=True)

    assert os.getxattr(file, "user.kept") == b"yes"


def test_a_file_with_two_names_is_not_replaced_under_one_of_them(tmp_path: Path):
    file, other = tmp_path / "page.html", tmp_path / "other.html"
    file.write_bytes(OLD)
    other.hardlink_to(file)

    with pytest.raises(CannotWrite, match="more than one name"):
        write_whole(file, NEW, replace=True)

    assert file.read_bytes() == other.read_bytes() == OLD


def test_a_new_file_is_as_open_as_the_shell_would_make_it(tmp_path: Path):
    for mask in (0o000, 0o022, 0o027, 0o077):
        before = os.umask(mask)
        try:
            write_whole(tmp_path / f"{mask}", NEW, replace=False)
        finally:
            os.umask(before)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {f"{mask}": 0o666 & ~mask for mask in (0o000, 0o022, 0o027, 0o077)}


def test_nobody_else_can_read_a_draft_of_a_private_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, seen = tmp_path / "page.html", []
    file.write_bytes(OLD)
    file.chmod(0o600)
    write = os.write

    def look(number: int, some: bytes) -> int:
        seen.append(stat.S_IMODE(os.fstat(number).st_mode))
        return write(number, some)

    monkeypatch.setattr(os, "write", look)
    write_whole(file, NEW, replace=True)

    assert set(seen) == {0o600}


# Names


def test_a_name_may_be_as_long_as_the_disk_takes(tmp_path: Path):
    for name in ("a" * 255, "\N{LATIN SMALL LETTER E WITH ACUTE}" * 127):
        write_whole(tmp_path / name, NEW, replace=False)
        write_whole(tmp_path / name, NEW, replace=True)

        assert (tmp_path / name).read_bytes() == NEW
    with pytest.raises(CannotWrite, match="file name too long"):
        write_whole(tmp_path / ("a" * 256), NEW, replace=False)


def test_a_link_to_nothing_leads_to_the_new_file(tmp_path: Path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "page.html")

    write_whole(link, NEW, replace=False)

    assert link.is_symlink()
    assert (tmp_path / "page.html").read_bytes() == NEW


def test_only_one_writer_takes_a_new_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file, wait = tmp_path / "page.html", os.fsync

    def first(_: int) -> None:
        monkeypatch.setattr(os, "fsync", wait)
        write_whole(file, OLD, replace=False)

    monkeypatch.setattr(os, "fsync", first)
    with pytest.raises(FileExists):
        write_whole(file, NEW, replace=False)

    assert file.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [file]
