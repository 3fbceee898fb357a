"""Other systems than this one, as far as they can be played here: Windows and its old consoles.

What is asked of the system is changed, never what painlink makes of it.
"""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rich.console
from typer.testing import Result

from painlink.cli import console, output, pager
from painlink.cli.answer import say
from painlink.errors import CannotWrite
from painlink.knowledge.loading import own_paths
from tests.terminal import environment, in_a_terminal

Run = Callable[..., Result]
STYLED = "\x1b[1;31mGet help now\x1b[0m if you can\n"


class Console(io.StringIO):
    """A stdout that somebody looks at."""

    def isatty(self) -> bool:
        return True


class Gone(io.StringIO):
    """A stdout whose reader has left, as Windows tells it."""

    def writelines(self, _: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    def fileno(self) -> int:
        raise io.UnsupportedOperation


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")


def looked_at(monkeypatch: pytest.MonkeyPatch) -> Console:
    """Return what stdout is from now on: pytest would put its own in place of a fixture's."""
    screen = Console()
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("knows_codes", [True, False])
def test_an_old_console_is_left_to_rich(monkeypatch: pytest.MonkeyPatch, knows_codes: bool):
    screen = looked_at(monkeypatch)
    monkeypatch.setattr(rich.console, "detect_legacy_windows", lambda: not knows_codes)
    asked: list[str] = []
    monkeypatch.setattr(
        rich.console.Console, "print", lambda _, text, **__: asked.append(text.plain)
    )

    console.write_styled(STYLED)

    assert screen.getvalue() == (STYLED if knows_codes else "")
    assert asked == ([] if knows_codes else ["Get help now if you can"])


@pytest.mark.usefixtures("windows")
def test_rich_is_told_the_styles_and_not_the_codes(monkeypatch: pytest.MonkeyPatch):
    screen = looked_at(monkeypatch)
    monkeypatch.setattr(rich.console, "detect_legacy_windows", lambda: True)
    monkeypatch.setenv("TERM", "dumb")  # here Rich has no console of Windows to speak to

    console.write_styled(STYLED)

    assert screen.getvalue() == "Get help now if you can\n"


def test_other_systems_get_the_codes(monkeypatch: pytest.MonkeyPatch):
    screen = looked_at(monkeypatch)

    console.write_styled(STYLED)

    assert screen.getvalue() == STYLED


def test_a_pipe_that_closed_is_no_error_in_windows(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
):
    monkeypatch.setattr(sys, "stdout", Gone())
    with pytest.raises(CannotWrite):
        output.write("text")

    request.getfixturevalue("windows")

    output.write("text")


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("less", ["less", "-R"]),
        (r"C:\Git\usr\bin\less.exe", [r"C:\Git\usr\bin\less.exe", "-R"]),
        (r'"C:\Program Files\less.exe" -S', [r"C:\Program Files\less.exe", "-S", "-R"]),
        (r"C:\Tools\bat.exe --plain", [r"C:\Tools\bat.exe", "--plain"]),
        ("cat", []),
        ("", []),
    ],
)
def test_a_pager_of_windows_is_found_by_its_path(
    monkeypatch: pytest.MonkeyPatch, wanted: str, words: list[str]
):
    monkeypatch.setenv("PAINLINK_PAGER", wanted)

    assert pager.pager_wanted() == words


def test_paths_are_parted_as_the_system_parts_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "pathsep", ";")
    monkeypatch.setenv("PAINLINK_DATA", r"C:\mine.yaml;D:\more")

    assert own_paths(None) == (Path(r"C:\mine.yaml"), Path(r"D:\more"))


def test_a_path_is_shown_as_it_is_typed(
    painlink: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)

    wrote = painlink("explain", "neck", "-o", r"C:\my pages\neck.html")
    missing = painlink("explain", "neck", "--data", r"C:\mine\new.yaml")

    assert wrote.stderr.startswith(f"painlink: wrote {tmp_path}/C:\\my pages\\neck.html\n")
    assert r"'C:\mine\new.yaml'" in missing.stderr


@pytest.mark.usefixtures("windows")
def test_without_what_only_posix_has_a_file_is_still_written_whole(
    painlink: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    import signal

    monkeypatch.delattr(signal, "pthread_sigmask")
    monkeypatch.delattr(signal, "SIGHUP")

    result = painlink("explain", "neck", "-o", str(tmp_path / "neck.html"))

    assert result.exit_code == 0
    assert (tmp_path / "neck.html").read_bytes().endswith(b"</html>\n")
    assert list(tmp_path.iterdir()) == [tmp_path / "neck.html"]


def test_words_are_taken_as_typed():
    """Typer puts files in place of `*` on Windows; here it tells what it was called with."""
    run = (
        "import typer; typer.Typer.__call__ = lambda _, **told: print(sorted(told.items()))\n"
        "from painlink.__main__ import main; main()"
    )

    result = subprocess.run(
        [sys.executable, "-P", "-c", run],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout == "[('prog_name', 'painlink'), ('windows_expand_args', False)]\n"


@pytest.mark.parametrize(
    ("platform", "opens"),
    [("win32", "start page.html"), ("darwin", "open page.html"), ("linux", "xdg-open page.html")],
)
def test_who_wants_a_page_opened_is_told_how(
    painlink: Run, monkeypatch: pytest.MonkeyPatch, platform: str, opens: str
):
    monkeypatch.setattr(sys, "platform", platform)

    result = painlink("explain", "neck", "--open")

    assert f"Write a page, then open it: -o page.html, and {opens}. See: " in result.stderr
    assert "--force" not in result.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_a_note_reaches_every_console(monkeypatch: pytest.MonkeyPatch, encoding: str):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, encoding=encoding))

    say("wrote C:\\Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}\\\N{SNOWMAN}.html")

    told = written.getvalue().decode(encoding)
    assert told.startswith("painlink: wrote C:\\Zo")
    assert told.endswith(".html\n")


@pytest.mark.slow
def test_the_size_of_the_window_may_be_unknown():
    exit_code, text = in_a_terminal("about", "--no-pager", columns=0, rows=0)

    assert exit_code == 0
    assert max(map(len, text.splitlines())) < 120
