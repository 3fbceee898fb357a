"""What painlink says beside its pages: on a terminal no line of it is wider than that."""

import io
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from painlink.__main__ import _DAMAGED, _MISSING, _TOO_LITTLE
from painlink.cli.app import app
from painlink.cli.messages import hints
from painlink.cli.messages.in_lines import in_lines
from painlink.render.lines import columns
from tests.conftest import ROOT
from tests.terminal import in_a_terminal
from tests.walks import walk

# To be copied, so it is never broken: a command, a single word such as a path, a step to type.
WHOLE = re.compile(r" *(?:painlink(?: [^ :]+)+|[^ ]+)| {4}(?:painlink --show|printf) .+")
BROKEN = "areas:\n- {id: fin, pain: 1, nmae: fin, red_flags: [chest-hart], aliases: []}\nmore: 1\n"
GOOD = "areas:\n- {id: neck, name: nape, pain: y, aliases: [], red_flags: [chest-heart]}\n"
SAID = {
    "a typo": ["explian", "back", "headache"],
    "no command": ["gibberish", "gobbledygook", "here"],
    "no place": ["explain", "my", "broken", "heart", "and", "my", "empty", "purse"],
    "a place left out": ["explain", "not", "my", "knee"],
    "a mechanism": ["explain", "central", "sensitization"],
    "nothing named": ["explain"],
    "nothing to show": ["show"],
    "many": [
        "explain",
        "back",
        "neck",
        "head",
        "knee",
        "foot",
        "jaw",
        "hip",
        "belly",
        "ear",
        "eye",
    ],
    "ambiguous": ["explain", "side"],
    "unknown": ["show", "centrall-sensitisationn"],
    "several": ["show", "back", "and", "neck"],
    "nothing found": ["search", "xylophonists"],
    "no kind": ["schema", "sorces"],
    "no list": ["list", "everythings", "else"],
    "no filter": ["list", "sources", "--certainty", "sure"],
    "not filtered": ["list", "red-flags", "--certainty", "high"],
    "two forms": ["explain", "neck", "--json", "--html"],
    "half an option": ["explain", "neck", "--force"],
    "no ending": ["explain", "neck", "-o", "page.xyz"],
    "a document": ["explain", "neck", "-o", "page.pdf"],
    "no file": ["explain", "neck", "--data", "nowhere/at/all/in/a/long/path/clinic.yaml"],
    "no home": ["explain", "neck", "--data", "~/mine.yaml"],
    "broken knowledge": ["explain", "neck", "--data", "broken.yaml"],
    "what is replaced": ["about", "--data", "folder", "--no-pager"],
    "a folder": ["explain", "neck", "-o", "folder"],
    "there already": ["explain", "neck", "-o", "there.html"],
    "written": ["handout", "neck", "-o", "sheet.html"],
    "a site": ["site", "folder", "--url", "example"],
    "no option": ["explain", "neck", "--colour", "--docx"],
    "what was understood": ["handout", "my", "nekc"],
    "what is wrong": ["validate", "broken.yaml"],
    "a shell": ["--install-completion"],
    "commands": ["--help"],
    "options": ["explain", "--help"],
    "the version": ["--version"],
    **{f"for {one}": [one] for one in hints._COMMANDS},  # noqa: SLF001, each of them
    **{f"for {one}": ["explain", "neck", f"{one}=x"] for one in hints._OPTIONS},  # noqa: SLF001
}
PAGES = ("about", "handout")  # of which only what is said beside them is looked at


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str], int], list[str]]:
    """Return what tells the lines that a terminal of some columns gets beside a page."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "clinic.yaml").write_text(GOOD)
    (tmp_path / "folder" / "notes.txt").touch()
    (tmp_path / "broken.yaml").write_text(BROKEN)
    (tmp_path / "there.html").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINES", "9999")
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))

    def said(typed: list[str], width: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        for file in tmp_path.glob("sheet.html"):
            file.unlink()
        out, err = Terminal(), Terminal()
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit):
            app(typed, prog_name="painlink")
        page = "" if typed[0] in PAGES else out.getvalue()
        return (err.getvalue() + page).splitlines()

    return said


@walk(said=SAID, width=[40, 80])
def test_no_sentence_is_wider_than_the_terminal(
    told: Callable[[list[str], int], list[str]], said: str, width: int
):
    lines = told(SAID[said], width)

    assert lines
    assert [line for line in lines if columns(line) > width and not WHOLE.fullmatch(line)] == []


def test_everything_that_is_said_passes_what_fits_it():
    """A progress bar is of Rich, which knows how wide a terminal is."""
    package = ROOT / "painlink"
    knowing = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if "sys.stderr" in path.read_text(encoding="utf-8")
    }

    assert knowing == {"cli/output.py", "cli/commands/publishing.py"}


def test_what_is_said_where_python_itself_fails_needs_no_more_than_forty_columns():
    said = [line for told in (_TOO_LITTLE, _MISSING, _DAMAGED) for line in told]

    assert [line for line in said if len(line) > 40] == []


@pytest.mark.slow
def test_a_terminal_tells_how_wide_it_is():
    _, told = in_a_terminal("explain", "xylophone", "and", "trombone", columns=40)

    assert told.splitlines() == [
        "painlink: no place that hurts in",
        "'xylophone and trombone'. Name the",
        "places, for example:",
        "painlink explain back headache. See:",
        "painlink list areas",
    ]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 2, ["one", "two", "three"]),
        ("  one two\n\nthree", 6, ["  one", "  two", "", "three"]),
        ("See: painlink list areas.", 20, ["See:", "painlink list areas."]),
        ("Or: painlink explain a b? See: c", 10, ["Or:", "painlink explain a b?", "See: c"]),
        ("wrote /a/long/path/page.html", 10, ["wrote", "/a/long/path/page.html"]),
        ("骨骨 骨骨", 8, ["骨骨", "骨骨"]),
        ("it  'a  b' c", 10, ["it  'a  b'", "c"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_between_words_and_never_within_what_is_copied(
    text: str, room: int, lines: list[str]
):
    assert in_lines(text, room).split("\n") == lines
