"""TAB is pressed in real shells, where each finds the completion of an installed wheel."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
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
SHELLS = {"bash": ["--rcfile", ".bashrc", "-i"], "zsh": ["-i"], "fish": ["-i"]}


@pytest.mark.parametrize(
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
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("redfl\tshou\t--forc\t-o pag\t", ["redflags", "shoulder", "--json"]),
        ("show menin\t--outp\tpag\t--fo\t", ["show", "meningitis-signs", "--json"]),
        (
            "show --data cli\tour-b\t--fo\t-o pag\t",
            ["show", "our-back-class", "--json", "--data", "clinic.yaml"],
        ),
    ],
    ids=["an area", "an id", "an own entry"],
)
def test_tab_completes_commands_names_options_and_paths(
    environment: Path, tmp_path: Path, shell: str, options: list[str], typed: str, meant: list[str]
):
    for name, settings in SETTINGS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(settings.format(prompt=PROMPT, share=environment / "share"))
    shutil.copy(ROOT / "examples" / "clinic.yaml", tmp_path)
    (tmp_path / "page.json").touch()

    exit_code, shown = in_a_terminal(
        *options,
        command=[shell],
        folder=tmp_path,
        rows=24,
        prompt=PROMPT,
        typed=f"painlink {typed}; exit\r",
        HOME=str(tmp_path),
        PATH=f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        PYTHONPATH=None,
        XDG_DATA_DIRS=f"{environment / 'share'}:/usr/local/share:/usr/share",
        ZDOTDIR=str(tmp_path),
    )

    answer = subprocess.run(
        [environment / "bin" / "painlink", *meant], cwd=tmp_path, capture_output=True, check=True
    )
    assert (tmp_path / "page.json").read_bytes() == answer.stdout, shown
    assert exit_code == 0
