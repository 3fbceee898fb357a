"""What only a wheel carries is made while the wheel is built, and nowhere in the checkout."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where each shell looks for the completion of a command by itself.
COMPLETIONS = {
    "bash": "bash-completion/completions/painlink",
    "zsh": "zsh/site-functions/_painlink",
    "fish": "fish/vendor_completions.d/painlink.fish",
}
# To zsh its file is a function, read at the first TAB: it defines Typer's and is then to run it.
ZSH_AT_ONCE = '[ "$funcstack[1]" = _painlink ] && _painlink_completion "$@"\n'


class MadeForTheWheel(BuildHookInterface[BuilderConfig]):
    """Makes what only a wheel carries, of the painlink that is built and not of another one."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for what painlink needs to run: the manual page is the help that it gives."""
        # pip tells it late or not at all: it builds, and looks for all that is needed, first.
        if sys.version_info < (3, 11):  # noqa: UP036
            here = sys.version.split()[0]
            sys.exit(f"painlink needs Python 3.11 or newer; this is Python {here}")
        return self.metadata.core.dependencies

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it in a folder that goes once the wheel is there; a wheel for `-e` needs none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True
        self.made = TemporaryDirectory()
        folder = Path(self.made.name)
        build_data["shared_data"][_man_page(folder)] = "share/man/man1/painlink.1"
        for shell, place in COMPLETIONS.items():
            build_data["shared_data"][_completion(folder, shell)] = f"share/{place}"
        file = _knowledge(folder)
        build_data["force_include"][str(file)] = f"painlink/data/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        del build_data, artifact_path
        if version != "editable":
            self.made.cleanup()


def _man_page(folder: Path) -> str:
    from painlink.cli.manual import manual

    return _written(folder / "painlink.1", manual())


def _completion(folder: Path, shell: str) -> str:
    """Write the script that a *shell* reads."""
    from painlink.cli.shells.setting_up import script

    more = ZSH_AT_ONCE if shell == "zsh" else ""
    return _written(folder / f"painlink.{shell}", f"{script(shell)}\n{more}")


def _knowledge(folder: Path) -> Path:
    """Compile the knowledge; what breaks a rule ends the build with every problem."""
    from painlink.knowledge.compiled import compile_knowledge
    from painlink.knowledge.loading import COMPILED, load

    return Path(_written(folder / COMPILED, compile_knowledge(load())))


def _written(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8", newline="\n")
    return str(file)
