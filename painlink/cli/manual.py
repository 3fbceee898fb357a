"""The manual page `painlink(1)`, made from the help that the commands themselves give.

A wheel carries it as `share/man/man1/painlink.1`: see `hatch_build.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from signal import SIGINT
from typing import NamedTuple

import typer
from typer.main import get_command, get_group

from painlink import __version__
from painlink.cli.app import app
from painlink.cli.mdoc import escaped, lines, one_word, paragraphs, some_words, tagged
from painlink.cli.output import SCREEN_READER
from painlink.errors import ExitCode
from painlink.knowledge.loading import VARIABLE, load
from painlink.model.about import About
from painlink.model.words.texts import sentences
from painlink.pages.sections.signs import CALL
from painlink.pages.start import FIRST
from painlink.phrases import joined, sentence_case

_ENVIRONMENT = {
    "COLUMNS": "The columns to write in, instead of those of the terminal; never more than 80. "
    "In a pipe or a file plain text is wrapped only if it is set.",
    "FORCE_COLOR": "If not empty, the page is styled in a pipe too.",
    "LESS": "The options of less; if not set, painlink sets FRX for its pager.",
    "LINES": "The rows of the screen, instead of those of the terminal.",
    "NO_COLOR": "If not empty, no color is used, whatever FORCE_COLOR says; bold stays.",
    "PAGER": "The pager, if PAINLINK_PAGER is not set.",
    VARIABLE: "The paths of your own files, parted by colons (semicolons on Windows). "
    "The option --data beats it.",
    "PAINLINK_PAGER": "The pager, with its options. Empty, or cat: no pager.",
    SCREEN_READER: "If not empty, every call writes for who listens to the screen: "
    "plain text without color, no columns in the help, and no pager.",
}
_PAGER = (
    "In a terminal, a page that is taller than it opens at its top in a pager: that of "
    "PAINLINK_PAGER, else that of PAGER, else less. No shell starts it. "
    "None opens in a pipe, on a dumb terminal, with an option for a form or a file, "
    "with --no-pager, or where PAINLINK_SCREEN_READER is set. "
    "Where none opens, or it does not work, the page is printed, "
    "and the last line says that its warning signs are at the top. "
    "LESSHISTFILE, if not set, is set to - for the pager, so that it stores nothing."
)
_FILES = (
    "painlink has no file of settings. It writes only where you say so: to the file of --output "
    "and to the folder of painlink site. What a painlink that was killed left beside it, "
    ".painlink- and 16 digits and letters, goes when the next one writes there."
)
_ENDS: Mapping[int, str] = {
    ExitCode.DONE: "Done.",
    ExitCode.NOT_FOUND: "No such area or entry.",
    ExitCode.USAGE: "Wrong usage.",
    ExitCode.INVALID_KNOWLEDGE: "The knowledge files are invalid.",
    ExitCode.CANNOT_WRITE: "The answer could not be written.",
    128 + SIGINT: "Interrupted.",  # as shells count it
}
_MORE = {
    "painlink about": "Who wrote this, and how grades are given.",
    "painlink list sources": "Where the facts come from.",
}
_OF = f"This page is of painlink {__version__}, with its content of"
_SIGNS = 'To see them all: painlink redflags. If one under "Get help now" fits:'
_AUTHORS = "The painlink contributors"


class Term(NamedTuple):
    """An argument or option as the help writes it, and what the help says of it."""

    written: str
    told: str

    @property
    def is_option(self) -> bool:
        """Whether it is an option."""
        return self.written.startswith("-")

    def macros(self, between: str = ",") -> str:
        """Return it in the macros of mdoc; *between* parts two names of one option."""
        if not self.is_option:
            return _argument(self.written)
        names = (name.split(" ", 1) for name in self.written.split(", "))
        return f" {between} ".join(
            " ".join((f"Fl {escaped(name[1:])}", *(_argument(one) for one in value)))
            for name, *value in names
        )


class Command(NamedTuple):
    """A command as its help tells of it; painlink itself has an empty name."""

    name: str
    help: str
    terms: tuple[Term, ...]

    def own(self, shared: Mapping[Term, object]) -> tuple[Term, ...]:
        """Return its arguments, and the options that it does not share with other commands."""
        return tuple(term for term in self.terms if term not in shared)


def manual() -> str:
    """Return the page as mdoc; the same of every build, as its date is that of the content."""
    return "\n".join(_page(_commands(), load().about)) + "\n"


def _commands() -> tuple[Command, ...]:
    root = get_command(app)
    start = typer.Context(root, **root.context_settings)
    inner = get_group(app).commands  # Typer's own type of *root* does not tell that it has some
    return (
        _command("", start),
        *(_command(name, typer.Context(one, parent=start)) for name, one in inner.items()),
    )


def _command(name: str, context: typer.Context) -> Command:
    records = (one.get_help_record(context) for one in context.command.get_params(context))
    return Command(
        name,
        context.command.help or "",
        tuple(Term(*record) for record in records if record),
    )


def _shared(commands: Sequence[Command]) -> dict[Term, tuple[Command, ...]]:
    """Return who has an option: of those of painlink itself, and of those of several commands."""
    options = dict.fromkeys(t for one in commands for t in one.terms if t.is_option)
    holders = {term: tuple(one for one in commands if term in one.terms) for term in options}
    return {term: who for term, who in holders.items() if len(who) > 1 or not who[0].name}


def _page(commands: tuple[Command, ...], about: About) -> Iterator[str]:
    shared = _shared(commands)
    told = commands[0].help
    aim = sentences(told)[0]
    unsaid = [one for one in sentences(about.disclaimer) if one not in told]
    yield f".Dd {date.fromisoformat(f'{about.updated}-01'):%B 1, %Y}"
    yield ".Dt PAINLINK 1"
    yield ".Os"  # linters want no name here: that of the system at hand is put in
    yield ".Sh NAME"
    yield ".Nm painlink"
    yield f".Nd {escaped(aim[0].lower() + aim[1:].rstrip('.'))}"
    yield ".Sh SYNOPSIS"
    for command in commands:
        yield from _synopsis(command, shared)
    yield ".Sh DESCRIPTION"
    yield from paragraphs((*told.split("\n\n"), f"{_OF} {about.updated}."))
    yield ".Sh WARNING SIGNS"
    yield from paragraphs((f"{_SIGNS} {CALL}", " ".join(unsaid)))
    yield ".Sh COMMANDS"
    yield from tagged(_described(one, shared) for one in commands[1:])
    yield ".Sh OPTIONS"
    for who in dict.fromkeys(shared.values()):
        yield f".Ss {some_words(_whose(who, commands))}"
        yield from _terms([term for term, holders in shared.items() if holders == who])
    yield ".Sh ENVIRONMENT"
    yield from tagged((f"Ev {name}", lines(told)) for name, told in _ENVIRONMENT.items())
    yield ".Pp"
    yield from lines(_PAGER)
    yield ".Sh FILES"
    yield from lines(_FILES)
    yield ".Sh EXIT STATUS"
    yield from tagged((one_word(f"{code:d}"), lines(told)) for code, told in _ENDS.items())
    yield ".Sh EXAMPLES"
    yield from tagged(
        (f"Ic {some_words(one)}", lines(f"{sentence_case(it)}.")) for one, it in FIRST
    )
    yield ".Sh SEE ALSO"
    yield from tagged((f"Ic {some_words(one)}", lines(it)) for one, it in _MORE.items())
    yield ".Sh AUTHORS"
    yield f".An {some_words(_AUTHORS)}"
    yield from paragraphs(
        (about.written_by.removeprefix(_AUTHORS).lstrip(), about.funding, about.license)
    )
    yield ".Sh SECURITY CONSIDERATIONS"
    yield from lines(about.privacy)


def _synopsis(command: Command, shared: Mapping[Term, object]) -> Iterator[str]:
    yield ".Nm"
    if command.name:
        yield f".Cm {one_word(command.name)}"
    own = command.own(shared)
    yield from (f".Op {term.macros('|')}" for term in own if term.is_option)
    yield ".Op Ar option ..."
    yield from (f".{term.macros()}" for term in own if not term.is_option)


def _described(command: Command, shared: Mapping[Term, object]) -> tuple[str, Iterator[str]]:
    """Return the macros of what *command* is called with, and lines about it."""
    own = command.own(shared)
    arguments = (term.macros() for term in own if not term.is_option)
    return " ".join((f"Cm {one_word(command.name)}", *arguments)), _told(command, own)


def _told(command: Command, own: Sequence[Term]) -> Iterator[str]:
    yield from paragraphs(command.help.split("\n\n"))
    if own:
        yield from _terms(own)


def _terms(terms: Sequence[Term]) -> Iterator[str]:
    return tagged((term.macros(), lines(term.told)) for term in terms)


def _whose(holders: Sequence[Command], commands: Sequence[Command]) -> str:
    if len(holders) == len(commands):
        return "Every command"
    return joined([one.name or "painlink itself" for one in holders])


def _argument(written: str) -> str:
    written = written.partition(" <")[0]  # from 0.29 on Typer adds the type it has in Python
    inner = written.removeprefix("[").removesuffix("]")
    return f"Ar {one_word(inner)}" if inner == written else f"Op Ar {one_word(inner)}"
