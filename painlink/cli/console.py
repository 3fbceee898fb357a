"""A console of Windows from before it knew the codes of terminals: Rich speaks to it in its way."""

from painlink.cli import output


def write_styled(text: str) -> None:
    """Write *text* with its codes; to a console that would show them as letters, what they mean.

    Raises:
        CannotWrite: when stdout is closed or full.
    """
    if not output.is_windows() or not output.is_a_terminal():
        output.write(text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    if console.legacy_windows:
        with output.writing():
            console.print(Text.from_ansi(text.rstrip("\n")), soft_wrap=True)
    else:
        output.write(text)
