"""From an id or a name to the one entry it belongs to."""

import re
from contextlib import suppress

from painlink.errors import PainlinkError, UnknownEntry
from painlink.model.entries import Entry, Mechanism, Source
from painlink.model.kinds import NAMED
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import comparable, names_of
from painlink.names.suggesting import suggestions
from painlink.phrases import few, joined, printable

_MOST_NAMED = 6


def find_entry(knowledge: Knowledge, typed: str) -> Entry:
    """Return the one thing that *typed* names: by its id, else by a name or alias.

    A source also answers to its DOI, its PMID and its address.

    Raises:
        UnknownEntry: when nothing is called that.
        PainlinkError: when several sources are parts of the work that *typed* is the DOI of.
    """
    if knowledge.beneath:
        with suppress(UnknownEntry):
            return _by_id(knowledge, find_entry(knowledge.beneath, typed).id)
    key = typed.strip().casefold()
    if any(key in group for group in knowledge.groups):
        return _by_id(knowledge, key)
    register = knowledge.register
    for kind in NAMED:
        if found := register.names[kind].get(comparable(typed)):
            return _by_id(knowledge, found)
    if sources := _sources_at(knowledge, key):
        if len(sources) == 1:
            return sources[0]
        ids = joined(few([source.id for source in sources], _MOST_NAMED))
        raise PainlinkError(f"several sources are parts of '{printable(typed)}'. Show one: {ids}")
    owners, spellings = names_of((id_, (id_,)) for group in knowledge.groups for id_ in group)
    for kind in NAMED:
        owners = {**register.names[kind], **owners}
        spellings = {**register.spellings[kind], **spellings}
    raise UnknownEntry(typed, suggestions(owners, spellings, typed))


_WEB = r"(?:https?://)?(?:www\.)?"
_DOI = re.compile(rf"(?:{_WEB}(?:dx\.)?doi\.org/|doi[:\s]*)?(10\.\d{{4,9}}/\S+)")
_PUBMED = rf"{_WEB}(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
_PMID = re.compile(rf"(?:{_PUBMED}|pmid[:\s]*)(\d+)/?")


def _sources_at(knowledge: Knowledge, key: str) -> list[Source]:
    """Return the sources with the DOI, the PMID or the address *key*: parts of a book share one."""
    if found := _DOI.fullmatch(key):
        # Late: hardly anybody types one.
        from urllib.parse import unquote

        dois = {found[1], unquote(found[1])}
        return [one for one in knowledge.sources.values() if (one.doi or "").casefold() in dois]
    if found := _PMID.fullmatch(key):
        return [one for one in knowledge.sources.values() if one.pmid == found[1]]
    if key.startswith(("https://", "http://")):
        wanted = _bare(key)
        return [one for one in knowledge.sources.values() if one.url and _bare(one.url) == wanted]
    return []


def _bare(address: str) -> str:
    return re.sub(_WEB, "", address.casefold(), count=1).rstrip("/")


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
    key = typed.strip().casefold()
    if key in knowledge.mechanisms:
        return knowledge.mechanisms[key]
    if found := register.names["mechanisms"].get(comparable(typed)):
        return knowledge.mechanisms[found]
    near = suggestions(register.names["mechanisms"], register.spellings["mechanisms"], typed)
    raise UnknownEntry(typed, near)
