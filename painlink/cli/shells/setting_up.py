"""How TAB is set up in a shell: told, never done, as the files of a shell are its user's."""

import typer

from painlink.cli import output
from painlink.phrases import joined, printable

_STEPS = {
    "bash": (
        "painlink --show-completion > ~/.painlink.bash",
        r"printf '\n%s\n' 'source ~/.painlink.bash' >> ~/.bashrc",
    ),
    "zsh": (
        "painlink --show-completion > ~/.painlink.zsh",
        r"printf '\n%s\n' 'autoload -Uz compinit; compinit' 'source ~/.painlink.zsh' >> ~/.zshrc",
    ),
    "fish": (
        "mkdir -p ~/.config/fish/completions",
        "painlink --show-completion > ~/.config/fish/completions/painlink.fish",
    ),
    "powershell": (
        "if (!(Test-Path $PROFILE)) { New-Item $PROFILE -ItemType File -Force }",
        "painlink --show-completion | Add-Content $PROFILE",
    ),
}
_STEPS["pwsh"] = _STEPS["powershell"]
SHELLS = tuple(_STEPS)


def tell_how(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001, Typer calls it by position
    """Tell how TAB is set up in the shell that painlink runs in; change nothing."""
    if not wanted or context.resilient_parsing:
        return
    shell = _shell()
    steps = "\n".join(f"    {step}" for step in _STEPS[shell])
    once = f"painlink changes no file of yours. To have TAB complete it in {shell}, type once:"
    once = output.fitted_to_the_screen(once)
    output.write(f"{once}\n\n{steps}\n\nThen open a new terminal.\n")
    raise typer.Exit


def show_script(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001, see above
    """Show the script that a shell reads so that TAB completes painlink."""
    if wanted and not context.resilient_parsing:
        output.write(f"{script(_shell())}\n")
        raise typer.Exit


def script(shell: str) -> str:
    """Return the script that *shell* reads so that TAB completes painlink."""
    from contextlib import redirect_stdout, suppress
    from io import StringIO

    from typer.completion import show_callback
    from typer.main import get_command

    alone = typer.Typer()
    alone.command()(lambda: None)
    command = get_command(alone)
    context = typer.Context(command, info_name="painlink")
    told = StringIO()
    with redirect_stdout(told), suppress(SystemExit):
        show_callback(context, command.params[-1], shell)
    return told.getvalue().strip()


def known_to_typer() -> None:
    """Let Typer know all its shells: it does so only where it adds options of its own."""
    from typer.completion import get_completion_inspect_parameters

    get_completion_inspect_parameters()


def _shell() -> str:
    """Return the name of the shell that painlink runs in.

    Raises:
        typer.BadParameter: when there is none, or painlink does not know it.
    """
    from shellingham import detect_shell

    try:
        shell: str = detect_shell()[0]
    except (OSError, RuntimeError):  # there is none, or no way to tell
        shell = ""
    if shell not in _STEPS:
        found = f"'{printable(shell)}' is no shell that it knows" if shell else "no shell was found"
        raise typer.BadParameter(f"{found}. Type it in {joined(SHELLS, 'or')}")
    return shell
