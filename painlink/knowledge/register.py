"""The entries of all kinds made into one `Knowledge`, with the register that finds them."""

from collections.abc import Mapping
from typing import Any

from painlink.model.about import About, Handout, Wording
from painlink.model.entries import Link, Mechanism
from painlink.model.fields import fields
from painlink.model.kinds import NAMED
from painlink.model.knowledge import Knowledge, Register, Tie
from painlink.model.words.naming import called, names_of
from painlink.model.words.vocabulary import Vocabulary


def assembled(
    entries: Mapping[str, Mapping[str, Any]],
    handout: Handout,
    wording: Wording,
    about: About,
    vocabulary: Vocabulary,
    *,
    beneath: Knowledge | None = None,
    notes: tuple[str, ...] = (),
) -> Knowledge:
    """Return the knowledge that consists of *entries*: of each kind, `links` too, by id."""
    mechanisms: Mapping[str, Mechanism] = entries["mechanisms"]
    bare = {id_: one._replace(links=()) for id_, one in mechanisms.items()}
    links = _in_order(mechanisms, entries["links"])
    groups: dict[str, Any] = {**entries, "mechanisms": bare, "links": links}
    return Knowledge(
        **groups,
        handout=handout,
        wording=wording,
        about=about,
        lexicon=vocabulary._asdict(),
        register=_register(groups),
        beneath=beneath,
        notes=notes,
    )


def _in_order(mechanisms: Mapping[str, Mechanism], links: Mapping[str, Link]) -> dict[str, Link]:
    """Return *links* mechanism by mechanism."""
    order = {id_: place for place, id_ in enumerate(mechanisms)}
    return {one.id: one for one in sorted(links.values(), key=lambda one: order[one.mechanism])}


def _register(entries: Mapping[str, Mapping[str, Any]]) -> Register:
    names = {
        kind: names_of((one.id, (*called(one), one.id)) for one in entries[kind].values())
        for kind in NAMED
    }
    return Register(
        ties=tuple(
            Tie(*(getattr(link, name) for name in fields(Tie)))
            for link in entries["links"].values()
        ),
        wholes={area.id: area.part_of for area in entries["areas"].values()},
        everyday={
            one.id: one.everyday.areas for one in entries["mechanisms"].values() if one.everyday
        },
        names={kind: owners for kind, (owners, _) in names.items()},
        spellings={kind: spellings for kind, (_, spellings) in names.items()},
    )
