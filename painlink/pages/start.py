"""The page of `painlink` by itself: what it is, and what to type first."""

from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Bullets, Heading, Page, Paragraph, command, plain
from painlink.pages.parts.framing import framed
from painlink.phrases import sentence_case

FIRST = (
    ("painlink explain back headache", "how two pains may be linked"),
    ("painlink explain neck", "what else may connect to one pain"),
    ("painlink redflags back headache", "all warning signs"),
    ("painlink handout back headache -o handout.html", "a sheet to print and bring to a visit"),
    ("painlink list", "the ways pains may be linked; also: areas, pairs, approaches, red-flags"),
    ("painlink show poor-sleep", "one of these ways, in full"),
    ("painlink search trigger points", "whatever holds these words"),
    ("painlink about", "who wrote this, and how sure it is"),
    ("painlink --help", "every command and option"),
)


def page(knowledge: Knowledge) -> Page:
    """Return the short page that meets a new reader."""
    commands = Bullets(
        tuple((*plain(f"{sentence_case(what)}: "), *command(line)) for line, what in FIRST)
    )
    return framed(
        knowledge,
        "painlink: how pain in one place may relate to pain in another",
        (
            Paragraph(plain("Name the places that hurt. Plain words will do, in any order.")),
            Heading(2, "Try"),
            commands,
        ),
        lambda: knowledge.about,
    )
