"""The way to an answer in two steps: where does it hurt, and where else?"""

from collections.abc import Mapping

from painlink.model.areas import Area
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Page, Paragraph, command, plain, strong
from painlink.pages.parts.framing import framed, own_areas
from painlink.pages.parts.origin import named
from painlink.pages.parts.picture import Figure, Spot
from painlink.pages.sections.signs import CALL
from painlink.phrases import sentence_case
from painlink.site.addresses import A_TO_Z, FRONT, Goal, answered, pains_of, second_file

_ONLY = "Only here"
NAMES = "the A to Z"  # stands for the page that has all names


def front(knowledge: Knowledge) -> Page:
    """Return the page that asks for the first place."""
    blocks: list[Block] = [
        Paragraph(plain("Choose a place. Next you can choose a second one, or only this one.")),
        Paragraph(
            (
                *strong(f"{knowledge.wording.very_ill} {CALL}"),
                *plain(" To see every sign: "),
                *command("painlink redflags"),
                *plain("."),
            )
        ),
        _body(knowledge, FRONT.name),
        _not_found("the place"),
    ]
    return framed(knowledge, FRONT.name, blocks, lambda: knowledge.about)


def first_choices(knowledge: Knowledge) -> dict[str, Goal]:
    """Return where each place leads that is chosen first."""
    areas = knowledge.areas.values()
    names = {area.id: Goal(second_file(area.id), _title(area)) for area in areas}
    return {**names, NAMES: A_TO_Z}


def second(knowledge: Knowledge, area: Area) -> Page:
    """Return the page that asks for the place beside *area*, or for none."""
    told = f'Choose the other place. If there is none, choose "{_ONLY}".'
    blocks: list[Block] = [
        *own_areas([area]),
        Paragraph(plain(told)),
        _body(knowledge, "Where else?", area),
        _not_found("the other place"),
    ]
    title = f"{pains_of([area])}: where else does it hurt?"
    return framed(knowledge, title, blocks, lambda: area)


def second_choices(knowledge: Knowledge, area: Area) -> dict[str, Goal]:
    """Return where each place leads that is chosen beside *area*."""
    others: Mapping[str, Goal] = {
        other.id: answered("explain", (area, other))._replace(name=_title(other))
        for other in knowledge.areas.values()
        if other.id != area.id
    }
    alone = answered("explain", [area])._replace(name=_ONLY)
    return {**others, area.id: alone, NAMES: A_TO_Z}


def _title(area: Area) -> str:
    return sentence_case(named(area))


def _body(knowledge: Knowledge, title: str, chosen: Area | None = None) -> Figure:
    """Return the body with every area on it, listed by name, the one *chosen* first."""
    areas = sorted(
        knowledge.areas.values(), key=lambda area: (area != chosen, area.name.casefold())
    )
    spots = tuple(Spot(area.id, area.places, asked=area == chosen) for area in areas)
    return Figure(title, "A drawn body, front and back.", spots, strokes=(), to_choose=True)


def _not_found(what: str) -> Paragraph:
    told = f"You do not find {what}? Look it up by any name in "
    return Paragraph((*plain(told), *command(NAMES), *plain(".")))
