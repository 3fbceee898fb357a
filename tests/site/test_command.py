"""`painlink site FOLDER`: what it says, what it refuses, and how it ends."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from painlink.site.folder import LIST
from tests.conftest import ROOT
from tests.site.conftest import TYPED, Run
from tests.site.reading import Pages
from tests.terminal import PAINLINK, Running, environment, in_a_terminal

CTRL_C = b"\x03"
of_the_whole_site = pytest.mark.xdist_group("site")  # it is made once


@pytest.mark.slow
@of_the_whole_site
def test_01_the_example_in_its_help_runs(painlink, whole_run: Run):
    shown = painlink("site", "--help").stdout

    assert f"  For example: painlink {' '.join(TYPED)}\n" in shown
    assert whole_run.process.returncode == 0


@pytest.mark.slow
@of_the_whole_site
def test_it_says_where_the_site_is_and_what_to_open(whole_run: Run, whole_site: Pages):
    files = len(whole_site.files) - 1  # the list of them is not among them

    assert whole_run.process.returncode == 0
    assert whole_run.process.stdout == ""
    assert whole_run.process.stderr == (
        f"painlink: {files:,} files in {whole_run.folder}, {files:,} new or changed. "
        f"Open this one in a browser: {whole_run.folder}/index.html\n"
    )


@pytest.mark.slow
@of_the_whole_site
def test_the_list_names_every_file(whole_run: Run, whole_site: Pages):
    listed = (whole_run.folder / LIST).read_text(encoding="utf-8").splitlines()[1:]

    assert sorted(listed) == sorted(whole_site.files.keys() - {LIST})


@pytest.mark.slow
@of_the_whole_site
def test_the_guide_names_all_that_lies_in_the_folder(whole_run: Run):
    guide = (ROOT / "docs/site.md").read_text(encoding="utf-8")

    wholes = {re.sub(r"\.\d+\.html$", ".html", path.name) for path in whole_run.folder.iterdir()}

    assert sorted(name for name in wholes if name not in guide) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Name a folder, such as my-site"),
        ("  ", "Name a folder, such as my-site"),
        ("-", "a site is many files"),
        ("~", "the shell left the ~"),
        ("~/site", "the shell left the ~"),
    ],
)
def test_what_names_no_folder_is_refused_at_once(
    painlink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, told: str
):
    monkeypatch.chdir(tmp_path)

    result = painlink("site", typed)

    assert result.exit_code == 4
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        *("clinic.example", "ftp://clinic.example/", "https://", "https:///pain", "/pain/"),
        *("https://clinic.example/?a=b", "https://clinic.example/#top", "https://[clinic/"),
        *('https://clinic.example/"><script>', "https://clinic.example/a b", "javascript:alert(1)"),
        *("https://you@clinic.example/", "https://clinic.example/\u202e", ""),
    ],
)
def test_what_is_no_address_is_wrong_usage(painlink, tmp_path: Path, url: str):
    result = painlink("site", str(tmp_path / "site"), "--url", url)

    assert result.exit_code == 2
    assert "is not the address of a folder on the web, such as https://" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_ends_in_a_sentence(painlink, tmp_path: Path):
    file = tmp_path / "notes.txt"
    file.write_text("mine", encoding="utf-8")

    result = painlink("site", str(file))

    assert result.exit_code == 4
    assert result.stderr == f"painlink: could not write to {file}: it is a file, not a folder.\n"
    assert file.read_text(encoding="utf-8") == "mine"


def test_pages_of_somebody_else_end_in_a_sentence(painlink, tmp_path: Path):
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")

    result = painlink("site", str(tmp_path))

    assert result.exit_code == 4
    assert result.stderr == (
        f"painlink: could not write to {tmp_path}: it holds index.html, which painlink did not "
        "write. To write there, add --force.\n"
    )


@pytest.fixture(autouse=True)
def _heeded() -> Iterator[None]:
    """Let what painlink is started with heed what ends it: whoever runs the tests may not."""
    before = {
        number: signal.signal(number, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)
        if signal.getsignal(number) is signal.SIG_IGN
    }
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.slow
def test_ctrl_c_in_a_terminal_ends_the_bar_and_leaves_nothing(tmp_path: Path):
    seen: list[int] = []

    def press(process: Running, leader: int) -> None:
        if not seen and (tmp_path / "site" / ".painlink-draft" / "explain").exists():
            seen.append(process.pid)
            os.write(leader, CTRL_C)

    code, shown = in_a_terminal("site", tmp_path / "site", meanwhile=press)

    assert seen
    assert code == -signal.SIGINT  # a shell makes 130 of it
    assert "Writing pages" in shown
    assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["kill", "hang up"])
def test_whoever_ends_it_gets_the_older_site_as_it_was(tmp_path: Path, number: int):
    (tmp_path / "CNAME").write_text("pain.example", encoding="utf-8")
    with subprocess.Popen(
        [*PAINLINK, "site", str(tmp_path)], env=environment(), stderr=subprocess.PIPE
    ) as process:
        ends = monotonic() + 60
        while not (tmp_path / ".painlink-draft").exists() and monotonic() < ends:
            sleep(0.01)
        process.send_signal(number)
        _, told = process.communicate()

    assert process.returncode == -number
    assert told == b""
    assert [path.name for path in tmp_path.iterdir()] == ["CNAME"]


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.argv[0] = "painlink"
from painlink.__main__ import main
main()
"""


@pytest.mark.slow
def test_a_disk_that_is_full_ends_in_a_sentence(tmp_path: Path):
    result = subprocess.run(
        [PAINLINK[0], "-P", "-c", FULL, "site", str(tmp_path / "site")],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 4
    assert result.stderr == f"painlink: could not write to {tmp_path / 'site'}: file too large.\n"
    assert list(tmp_path.iterdir()) == []
