"""From an id or a name to the one entry it belongs to."""

import re
from contextlib import suppress

from painlink.errors import UnknownEntry
from painlink.model.entries import Entry, Mechanism
from painlink.model.kinds import NAMED
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import comparable, names_of
from painlink.names.suggesting import suggestions
from painlink.phrases import seen


def find_entry(knowledge: Knowledge, typed: str) -> Entry:
    """Return the one thing that *typed* names: by its id, else by a name or alias.

    Raises:
        UnknownEntry: when nothing is called that.
    """
    if knowledge.beneath:
        with suppress(UnknownEntry):
            return _by_id(knowledge, find_entry(knowledge.beneath, typed).id)
    key = _as_id(typed)
    if any(key in group for group in knowledge.groups):
        return _by_id(knowledge, key)
    register = knowledge.register
    for kind in NAMED:
        if found := register.names[kind].get(comparable(typed)):
            return _by_id(knowledge, found)
    owners, spellings = names_of((id_, (id_,)) for group in knowledge.groups for id_ in group)
    for kind in NAMED:
        owners = {**register.names[kind], **owners}
        spellings = {**register.spellings[kind], **spellings}
    raise UnknownEntry(typed, suggestions(owners, spellings, typed))


def _as_id(typed: str) -> str:
    """Return *typed* as ids are written, whatever a word processor made of its hyphens."""
    return re.sub("[\u2010-\u2015\u2212]", "-", seen(typed)).strip().casefold()


def _by_id(knowledge: Knowledge, id_: str) -> Entry:
    if id_ in knowledge.mechanisms:
        return knowledge.mechanism(id_)
    return next(group[id_] for group in knowledge.groups if id_ in group)


def find_mechanism(knowledge: Knowledge, typed: str) -> Mechanism:
    """Return the mechanism that *typed* names.

    Raises:
        UnknownEntry: when no mechanism is called that.
    """
    register = knowledge.register
    key = _as_id(typed)
    if key in knowledge.mechanisms:
        return knowledge.mechanisms[key]
    if found := register.names["mechanisms"].get(comparable(typed)):
        return knowledge.mechanisms[found]
    near = suggestions(register.names["mechanisms"], register.spellings["mechanisms"], typed)
    raise UnknownEntry(typed, near)
