"""The picture of a practice: what it is by its content, from its folder, and nothing else in it."""

import os
from pathlib import Path

import pytest

from painlink.model.practice import Picture
from painlink.reading.files import Unreadable
from painlink.reading.picture import LARGEST_PICTURE, read_picture
from tests.pictures import SECRET, chunk, jpeg, png

BROKEN = "it is damaged: save it anew as PNG or JPEG"
PLACE = "a picture lies in the folder of its knowledge file, and is no link out"
NEITHER = "it is neither a PNG nor a JPEG, whatever it is called"


def read(folder: Path, content: bytes, name: str = "logo") -> Picture:
    (folder / name).write_bytes(content)
    return read_picture(name, folder)


def refusal(folder: Path, content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(folder, content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "kind", "size"),
    [
        (png(), "image/png", (20, 20)),
        (png(33, 17, interlaced=True), "image/png", (33, 17)),
        (png(16, 2000), "image/png", (16, 2000)),
        (jpeg(), "image/jpeg", (16, 16)),
    ],
    ids=["PNG", "interlaced PNG", "tall PNG", "JPEG"],
)
def test_a_picture_comes_without_what_is_not_seen(
    tmp_path: Path, content: bytes, kind: str, size: tuple[int, int]
):
    picture = read(tmp_path, content, "picture.txt")

    assert (picture.kind, (picture.width, picture.height)) == (kind, size)
    assert SECRET in content
    assert SECRET not in picture.content
    assert read(tmp_path, picture.content) == picture


@pytest.mark.parametrize("whole", [png(), jpeg()], ids=["PNG", "JPEG"])
def test_a_picture_that_was_cut_off_is_refused_wherever_it_ends(tmp_path: Path, whole: bytes):
    end = whole.rindex(SECRET)  # what comes behind the picture is no part of it
    told = {refusal(tmp_path, whole[:length]) for length in range(end)}

    assert told <= {BROKEN, NEITHER}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", NEITHER),
        (b"GIF89a" + bytes(100), NEITHER),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", NEITHER),
        (png()[:-40].replace(b"\x08\x00", b"\x09\x00", 1), BROKEN),
        (png(rows=b"\0" * 10), BROKEN),
        (png(rows=b"\0" * 10_000_000), BROKEN),
        (png()[:8] + chunk(b"IDAT", b"") + png()[8:], BROKEN),
        (png()[:8] + chunk(b"IHDR", b"short") + png()[8:], BROKEN),
        (png(2001, 20), "each side of a picture has 16 to 2000 dots; it has 2001 by 20"),
        (png(20, 15), "each side of a picture has 16 to 2000 dots; it has 20 by 15"),
        (png(2**31 - 1, 2**31 - 1, rows=b"\0"), "each side of a picture has 16 to 2000 dots"),
        (jpeg().replace(b"\xff\xc0", b"\xff\xc9"), BROKEN),
        (b"\xff\xd8\xff\xd9", BROKEN),
        (b"\xff\xd8" + b"\xff" * 1000, BROKEN),
        (png() + bytes(LARGEST_PICTURE), "it is larger than 200 kB"),
    ],
    ids=[
        *("empty", "a GIF", "an SVG", "a depth that there is not", "too few dots"),
        *("a bomb", "a wrong beginning", "a short header", "too wide", "too low", "endless"),
        *("a JPEG that browsers do not draw", "no dots", "only marks", "too large"),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused(tmp_path: Path, content: bytes, told: str):
    assert refusal(tmp_path, content).startswith(told)


def test_a_picture_elsewhere_is_refused(tmp_path: Path):
    home = tmp_path / "home"
    (home / "inner").mkdir(parents=True)
    (tmp_path / "logo.png").write_bytes(png())
    (home / "inner" / "logo.png").write_bytes(png())
    (home / "link.png").symlink_to(tmp_path / "logo.png")
    (home / "folder").symlink_to(tmp_path)
    (tmp_path / "home-too").mkdir()
    (tmp_path / "home-too" / "logo.png").write_bytes(png())
    elsewhere = ["../logo.png", "link.png", "folder/logo.png", str(home / "inner" / "logo.png")]
    elsewhere += ["../home-too/logo.png", ".", "/dev/zero", "~/logo.png"]
    told = []
    for name in elsewhere:
        with pytest.raises(Unreadable) as caught:
            read_picture(name, home)
        told.append(str(caught.value))

    assert told == [PLACE] * (len(elsewhere) - 1) + ["this file is missing"]
    assert read_picture("inner/logo.png", home).kind == "image/png"


@pytest.mark.parametrize("name", ["a\0b", "missing.png", "x" * 5000])
def test_a_name_of_no_file_is_told_in_a_sentence(tmp_path: Path, name: str):
    with pytest.raises(Unreadable, match=r"^(?:that is no name|this file is missing|cannot be)"):
        read_picture(name, tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Unreadable, match="not an ordinary file"):
        read_picture("pipe", tmp_path)
