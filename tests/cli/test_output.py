"""`-o FILE`: written whole or not at all, and nothing of the reader's is lost."""

import json
import os
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from painlink.cli import output
from painlink.errors import CannotWrite, FileExists
from tests.terminal import PAINLINK, environment

ASK = ["explain", "back", "headache"]


def test_it_writes_the_answer_to_the_file_and_nothing_to_stdout(
    painlink: Callable[..., Result], tmp_path: Path
):
    file = tmp_path / "page.txt"

    result = painlink(*ASK, "-o", str(file))

    assert file.read_text(encoding="utf-8") == painlink(*ASK).stdout
    assert result.stdout == ""
    assert result.stderr.startswith(f"painlink: wrote {file}\n")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "--html"),
        ("a.HTM", "--html"),
        ("a.md", "--markdown"),
        ("a.json", "--json"),
        ("a.txt", "--plain"),
        ("a", "--plain"),
    ],
)
def test_the_ending_of_the_file_chooses_the_form(
    painlink: Callable[..., Result], tmp_path: Path, name: str, form: str
):
    painlink(*ASK, "-o", str(tmp_path / name))

    assert (tmp_path / name).read_text(encoding="utf-8") == painlink(*ASK, form).stdout


def test_a_form_that_is_asked_for_beats_the_ending(painlink: Callable[..., Result], tmp_path: Path):
    file = tmp_path / "page.html"

    painlink(*ASK, "--json", "-o", str(file))

    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "painlink/1"


def test_a_handout_is_html_where_the_file_is(painlink: Callable[..., Result], tmp_path: Path):
    file = tmp_path / "handout.html"

    painlink("handout", "back", "headache", "-o", str(file))

    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_ending_that_names_no_form_is_not_guessed(
    painlink: Callable[..., Result], tmp_path: Path
):
    refused = painlink(*ASK, "-o", str(tmp_path / "page.xyz"))
    named = painlink(*ASK, "--html", "-o", str(tmp_path / "page.abc"))

    assert (refused.exit_code, named.exit_code) == (2, 0)
    assert refused.stderr.startswith("painlink: cannot tell the form from '.xyz'. Use .txt, ")
    assert refused.stderr.endswith(
        ", or say which form you want, such as --html. See: painlink explain --help\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["page.abc"]


@pytest.mark.parametrize(
    ("name", "does_it"),
    [
        ("page.pdf", "open it in a browser and print it to PDF."),
        ("page.PDF", "open it in a browser and print it to PDF."),
        ("page.docx", "word processors open it."),
        ("page.odt", "word processors open it."),
    ],
)
def test_a_form_of_another_program_gets_the_way_to_it(
    painlink: Callable[..., Result], tmp_path: Path, name: str, does_it: str
):
    result = painlink(*ASK, "-o", str(tmp_path / name))

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Write .html{', ' if 'browser' in does_it else ': '}{does_it}" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "name", "next_step"),
    [
        (ASK, "page.html", "open it in a browser to read it or to print it."),
        (["handout", "neck"], "a sheet.html", "print it, on A4 or Letter, on both sides."),
        (["handout", "neck"], "sheet.md", "read it in any editor"),
        (ASK, "page.md", "read it in any editor"),
        (ASK, "page.txt", "read it in any editor"),
        (ASK, "page.json", "what its keys mean: painlink schema output"),
    ],
)
def test_it_says_where_the_file_is_and_what_to_do_with_it(
    painlink: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: list[str],
    name: str,
    next_step: str,
):
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")

    result = painlink(*asked, "-o", f"../inner/./{name}")

    where, what_next = result.stderr.splitlines()
    assert where == f"painlink: wrote {tmp_path / 'inner' / name}"
    assert what_next.startswith("painlink: ")
    assert next_step in what_next


def test_where_files_cannot_be_linked_it_still_writes_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    file = tmp_path / "page.txt"

    output.write_file("new", str(file), force=False)
    with pytest.raises(FileExists):
        output.write_file("newer", str(file), force=False)

    assert file.read_text() == "new"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("columns", ["", "40", "none"])
def test_a_file_is_as_wide_as_a_pipe(
    painlink: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
):
    monkeypatch.setenv("COLUMNS", columns)

    painlink(*ASK, "-o", str(tmp_path / "page.txt"))

    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == painlink(*ASK).stdout


def test_force_without_a_file_is_a_usage_error(painlink: Callable[..., Result]):
    result = painlink(*ASK, "--force")

    assert result.exit_code == 2
    assert result.stderr == (
        "painlink: --force means nothing without --output FILE. See: painlink explain --help\n"
    )


@pytest.mark.parametrize(
    "target", ["", ".", "missing/page.html", "file/page.html", "loop", "a" * 300, "a\0b"]
)
def test_where_nothing_can_be_written_a_sentence_says_so(
    painlink: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: str,
):
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    Path("loop").symlink_to("loop")

    result = painlink(*ASK, "-o", target, "--force")

    assert result.exit_code == 4
    assert result.stderr.startswith("painlink: could not write to ")
    assert "Traceback" not in result.stderr
    assert {path.name for path in Path().iterdir()} == {"file", "loop"}


FOLDER = "it names a folder. Add the name of a file, such as page.html"
TILDE = "the shell left the ~ as it is. Write out your home folder, or ./~ for that name"
STREAM = "what painlink says goes there already. For standard output use: -o -"
TWO_NAMES = "it has more than one name (a hard link), and the others would keep the older text"
ENDING = "it is only an ending. Put a name before it: page"
NO_FILE = "it is not an ordinary file"
ODD_NAMES = {
    "": "give it one, such as page.html",
    " ": "give it one, such as page.html",
    "\N{NO-BREAK SPACE}\n": "give it one, such as page.html",
    ".": FOLDER,
    "..": FOLDER,
    "folder": FOLDER,
    "folder/": FOLDER,
    "folder/.": FOLDER,
    "to-folder": FOLDER,
    "new/": FOLDER,
    "new//": FOLDER,
    "page.html/": FOLDER,
    "page.html/.": FOLDER,
    "page.html/..": FOLDER,
    "/": FOLDER,
    "//": FOLDER,
    ".html": f"{ENDING}.html",
    "./.HTML": f"{ENDING}.html",
    "folder/.json": f"{ENDING}.json",
    "~": TILDE,
    "~/page.html": TILDE,
    "~/": TILDE,
    "~nobody/page.html": "no such file or directory",
    "missing/page.html": "no such file or directory",
    "page.txt/page.html": "not a directory",
    "to-missing/page.html": "no such file or directory",
    "loop": "too many levels of symbolic links",
    "loop/page.html": "too many levels of symbolic links",
    "fifo": NO_FILE,
    "to-fifo": NO_FILE,
    "/dev/null": NO_FILE,
    "/dev/fd/0": NO_FILE,
    "/proc/self/fd/0": NO_FILE,
    "two-names": TWO_NAMES,
    "a" * 256: "file name too long",
    "a/" * 3000: "*",
    "a\0b": "*",
    "\udcff/page.html": "no such file or directory",
}


@pytest.fixture
def odd_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("page.txt").write_text("mine")
    Path("two-names").write_text("mine")
    Path("other-name").hardlink_to("two-names")
    os.mkfifo("fifo")
    for name, leads_to in {
        "loop": "loop",
        "to-folder": "folder",
        "to-fifo": "fifo",
        "to-missing": "missing",
    }.items():
        Path(name).symlink_to(leads_to)
    return tmp_path


def left_in(folder: Path) -> dict[str, tuple[int, int, int]]:
    known = {str(path): path.lstat() for path in folder.rglob("*")}
    return {name: (one.st_ino, one.st_mode, one.st_mtime_ns) for name, one in known.items()}


def test_whatever_a_name_is_it_is_a_sentence_and_nothing_is_changed(
    painlink: Callable[..., Result], odd_folder: Path
):
    before = left_in(odd_folder)
    told = {}

    for name in ODD_NAMES:
        result = painlink("about", "--plain", "-o", name, "--force")
        (line,) = result.stderr.splitlines()
        told[name] = (result.exit_code, re.sub(r"^painlink: could not write to .*?: ", "", line))

    wrong = {
        name: told[name]
        for name, reason in ODD_NAMES.items()
        if told[name][0] != 4 or reason not in ("*", told[name][1].removesuffix("."))
    }
    assert wrong == {}
    assert left_in(odd_folder) == before


NAMES = [
    "./-",
    ".page",
    ".html.html",
    "-page.html",
    "--force",
    "./~",
    "~page",
    "page.",
    "..page",
    "...",
    " page.html",
    "page.html ",
    "a b\tc.txt",
    "a\nb.html",
    "a:b.txt",
    "C:page.md",
    "a\\b.txt",
    "*?.txt",
    "$HOME.txt",
    "%PATH%.txt",
    "'\"`.txt",
    "con.txt",
    "\udcff.html",
    "\N{LATIN SMALL LETTER E WITH ACUTE}.html",
    "e\N{COMBINING ACUTE ACCENT}.html",
    "\N{ZERO WIDTH SPACE}",
    "a" * 255,
    "link",
    "folder/../page.html",
    "to-folder/page.html",
]


def test_a_name_may_be_anything_that_a_disk_takes(
    painlink: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in NAMES:
        folder = tmp_path / f"{NAMES.index(name)}"
        (folder / "folder").mkdir(parents=True)
        (folder / "link").symlink_to("nothing-yet")
        (folder / "to-folder").symlink_to("folder")
        monkeypatch.chdir(folder)

        result = painlink("about", "--plain", f"--output={name}")

        assert (result.exit_code, result.stdout) == (0, ""), name
        assert result.stderr.startswith("painlink: wrote "), name
        assert Path(name).read_text().startswith("About painlink"), name
        assert not list(folder.rglob(".painlink-*")), name


def test_a_lone_hyphen_is_stdout(painlink: Callable[..., Result], tmp_path: Path):
    assert painlink("about", "-o", "-").stdout == painlink("about").stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "log.txt", "/dev/stderr"]
)
def test_what_a_shell_writes_already_is_not_replaced_under_its_hands(tmp_path: Path, name: str):
    log = tmp_path / "log.txt"
    log.write_text("mine\n")

    with log.open("a") as stream:
        result = subprocess.run(
            [*PAINLINK, "about", "--plain", "-o", name, "--force"],
            cwd=tmp_path,
            env=environment(),
            stdout=stream,
            stderr=subprocess.PIPE if name != "/dev/stderr" else stream,
            check=False,
        )

    told = f"painlink: could not write to {name}: {STREAM}.\n"
    assert result.returncode == 4
    assert (result.stderr or b"").decode() + log.read_text() in (
        f"{told}mine\n",
        f"mine\n{told}",
    )


def test_what_lies_in_proc_leads_to_no_file_whatever_it_leads_to(
    painlink: Callable[..., Result], tmp_path: Path
):
    file, link, further = (tmp_path / name for name in ("page.txt", "link", "further"))
    file.write_text("mine")
    link.symlink_to("/proc/self/fd")

    with file.open() as opened:  # so does /proc/self/exe, which is Python itself
        further.symlink_to(f"{link}/{opened.fileno()}")
        for name in (
            f"/proc/self/fd/{opened.fileno()}",
            str(further),
            f"/dev/fd/{opened.fileno()}",
        ):
            result = painlink("about", "--plain", "-o", name, "--force")

            assert (result.exit_code, NO_FILE in result.stderr) == (4, True)

    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_pipe_is_no_file(tmp_path: Path, name: str):
    result = subprocess.run(
        [*PAINLINK, "about", "--plain", "-o", name, "--force"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert (result.returncode, result.stdout) == (4, b"")
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_never_replaced(tmp_path: Path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)

    with pytest.raises(CannotWrite, match="not an ordinary file"):
        output.write_file("text", str(fifo), force=True)

    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_an_error_in_the_question_leaves_no_file(painlink: Callable[..., Result], tmp_path: Path):
    result = painlink("explain", "xyzzy", "-o", str(tmp_path / "page.txt"))

    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_older_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "page.txt"
    file.write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left on device"):
        output.write_file("new", str(file), force=True)

    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_link_points_to_is_replaced_and_keeps_its_permissions(tmp_path: Path):
    file, link = tmp_path / "page.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)

    output.write_file("new", str(link), force=True)

    assert link.is_symlink()
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_name_taken_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "page.txt"
    monkeypatch.setattr(os, "fsync", lambda _: file.write_text("somebody else's"))

    with pytest.raises(FileExists):
        output.write_file("new", str(file), force=False)

    assert file.read_text() == "somebody else's"
    assert list(tmp_path.iterdir()) == [file]
