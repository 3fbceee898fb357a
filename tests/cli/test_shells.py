"""TAB is pressed in real shells, where each finds the completion of an installed wheel."""

import os
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.started import ask
from tests.terminal import environment as bare
from tests.terminal import in_a_terminal

# One worker for both: what they need is built and installed once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("installed")]

PROMPT = "ready> "
SETTINGS = {
    ".bashrc": "PS1='{prompt}'; source '{share}/bash-completion/completions/painlink'",
    ".zshrc": """
        PS1='{prompt}'
        fpath=('{share}/zsh/site-functions' $fpath)
        autoload -Uz compinit
        compinit -u -D
    """,
    ".config/fish/config.fish": "function fish_prompt; echo -n '{prompt}'; end",
    ".local/share/fish/generated_completions/none.fish": "",  # else fish makes them, of all pages
}
OWN = ["--data", "clinic.yaml"]
SHELLS = {"bash": ["--rcfile", ".bashrc", "-i"], "zsh": ["-i"], "fish": ["-i"]}


every_shell = pytest.mark.parametrize(
    ("shell", "options"),
    [
        pytest.param(
            shell,
            options,
            id=shell,
            marks=pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not installed"),
        )
        for shell, options in SHELLS.items()
    ],
)


# All in one line, so that a shell is started once. Each command writes a file of its own.
COMMANDS = {
    "redfl\tshou\t--forc\t-o an-ar\t": ["redflags", "shoulder"],
    "show menin\t--outp\tan-id\t--fo\t": ["show", "meningitis-signs"],
    "handout sho\t --data=cli\t--force -o a-path.json": ["handout", "shoulder", *OWN],
    "list pairs --area=sho\t--mechanism=pos\t--certainty=ver\t--force -o values.json": [
        *("list", "pairs", "--area=shoulder", "--mechanism=posture", "--certainty=very-low")
    ],
    "show --data cli\tour-b\t--fo\t-o an-ow\t": ["show", "our-back-class", *OWN],
}
WRITTEN = ["an-area.json", "an-id.json", "a-path.json", "values.json", "an-own-entry.json"]


@every_shell
def test_tab_completes_commands_names_options_and_paths(
    environment: Path, tmp_path: Path, shell: str, options: list[str]
):
    for name, settings in SETTINGS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(settings.format(prompt=PROMPT, share=environment / "share"))
    shutil.copy(ROOT / "examples" / "clinic.yaml", tmp_path)
    for name in WRITTEN:
        (tmp_path / name).touch()

    exit_code, shown = typed_into(
        [shell, *options],
        "".join(f"painlink {line}; " for line in COMMANDS) + "exit\r",
        environment,
        tmp_path,
        share=str(environment / "share"),
    )

    written = [(tmp_path / name).read_bytes() for name in WRITTEN]
    assert written == [answer(*meant) for meant in COMMANDS.values()], shown
    assert exit_code == 0


@cache
def answer(*meant: str) -> bytes:
    return ask(*meant, "--json", folder=ROOT / "examples", environment=bare()).stdout


AS_IT_WAS = {
    ".bashrc": "alias latin='echo \xe9'\r\nPS1='{prompt}'",
    ".zshrc": "PS1='{prompt}'",
    ".config/fish/config.fish": SETTINGS[".config/fish/config.fish"],
    ".local/share/fish/generated_completions/none.fish": "",
}


@every_shell
def test_what_is_told_sets_a_shell_up_and_every_line_that_was_there_stays(
    environment: Path, tmp_path: Path, shell: str, options: list[str]
):
    home = tmp_path / "the reader's"
    before = {
        name: text.format(prompt=PROMPT).encode("latin-1") for name, text in AS_IT_WAS.items()
    }
    for name, settings in before.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(settings)

    _, told = typed_into(
        [shell, *options], "painlink --install-completion; exit\r", environment, home
    )
    assert {name: (home / name).read_bytes() for name in before} == before
    steps = "; ".join(re.findall(r"^    (\S.*?)\r?$", told, re.MULTILINE))
    # A shell with a program before it in the line: painlink asks which one is around it.
    typed_into([shell, *options], f"{steps}; exit\r", environment, home)
    exit_code, shown = typed_into(
        [shell, *options], "painlink redfl\tshou\t-o page.json; exit\r", environment, home
    )

    assert steps.count("painlink --show-completion") == 1
    assert exit_code == 0, shown
    assert (home / "page.json").stat().st_size > 1000, shown
    assert all((home / name).read_bytes().startswith(text) for name, text in before.items())


def typed_into(
    shell: list[str], typed: str, environment: Path, home: Path, share: str = ""
) -> tuple[int, str]:
    """Return how a *shell* ends, and what it shows, once this is typed."""
    return in_a_terminal(
        *shell[1:],
        command=shell[:1],
        folder=home,
        columns=1000,
        rows=24,
        prompt=PROMPT,
        typed=typed,
        HOME=str(home),
        PATH=f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        PYTHONPATH=None,
        ZDOTDIR=str(home),
        XDG_DATA_DIRS=f"{share}:/usr/local/share:/usr/share",
    )
