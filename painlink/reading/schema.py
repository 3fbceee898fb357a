"""The form of the knowledge files as JSON Schema, for editors and for other programs.

It follows the annotations that `painlink.reading.records` reads by, and accepts what that accepts.
What holds beyond the form, such as which ids there are, only `painlink.rules` tells.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from painlink.errors import UnknownKind
from painlink.model.kinds import EXERCISES, HANDED, OWN, PRACTICE, SINGLES
from painlink.model.words.language import LANGUAGE, LANGUAGE_LISTS, LANGUAGE_SINGLES
from painlink.reading.records import LONGEST, keys_of

KINDS = (*OWN, *HANDED, *SINGLES, *LANGUAGE)
_RECORDS = {**SINGLES, **LANGUAGE_SINGLES, PRACTICE: HANDED[PRACTICE]}  # files that are one record
_LISTED = {**OWN, **LANGUAGE_LISTS, EXERCISES: HANDED[EXERCISES]}
Schema = dict[str, object]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[object, Schema] = {
    **{
        kind: {"type": "string", "pattern": r"\S", "maxLength": longest}
        for kind, longest in LONGEST.items()
    },
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}


def json_schema(kind: str | None = None) -> Schema:
    """Return the JSON Schema of the knowledge file *kind*, one of `KINDS`.

    With no *kind* it is that of a reader's own file, where lists stand under the names of kinds.

    Raises:
        UnknownKind: when there is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UnknownKind(kind, KINDS)
    classes: Schema = {}
    if kind is None:
        lists = {key: _list(key, classes) for key in (*OWN, EXERCISES)}
        practice = _value(HANDED[PRACTICE], classes)
        form = _keyed({**lists, PRACTICE: practice}, required=())
    elif kind in _RECORDS:
        form = _value(_RECORDS[kind], classes)
    else:
        form = _list(kind, classes)
    title = "entries of your own" if kind is None else kind.replace("_", " ")
    return {"$schema": _DIALECT, "title": f"painlink: {title}", **form, "$defs": classes}


def _list(kind: str, classes: Schema) -> Schema:
    entry = _value(_LISTED[kind], classes)
    if kind == "links":  # by itself a link has to name what it belongs to
        entry = {"allOf": [entry, {"required": ["mechanism"]}]}
    return {"type": "array", "items": entry}


def _value(annotation: object, classes: Schema) -> Schema:
    """Return the schema of what *annotation* wants; a class is described among *classes*."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):  # X | None; an Annotated X makes it the older form
        return {"anyOf": [_value(argument, classes) for argument in arguments]}
    if origin is tuple:
        entries: Schema = {"type": "array", "items": _value(arguments[0], classes)}
        if arguments[-1] is Ellipsis:
            return entries
        return entries | {"minItems": len(arguments), "maxItems": len(arguments)}
    if isinstance(annotation, type) and annotation not in _PLAIN:
        return _class(annotation, classes)
    return _PLAIN[annotation].copy()


def _class(kind: type, classes: Schema) -> Schema:
    name = kind.__name__
    if name not in classes:
        classes[name] = {}  # in its place, before what it holds
        told = (kind.__doc__ or "").partition("\n")[0]
        if issubclass(kind, StrEnum):
            classes[name] = {"description": told, "enum": [member.value for member in kind]}
        else:
            classes[name] = {"description": told, **_record(kind, classes)}
    return {"$ref": f"#/$defs/{name}"}


def _record(kind: type, classes: Schema) -> Schema:
    keys = keys_of(kind).items()
    return _keyed(
        {key: _value(annotation, classes) for key, (_, annotation, _) in keys},
        required=(key for key, (_, _, required) in keys if required),
    )


def _keyed(properties: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }
