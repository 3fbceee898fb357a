"""The form of the JSON documents as JSON Schema, for programs that read them.

It follows the annotations of the records that `painlink.render.json_document` writes, so that it
holds of what this version writes: every key is there, and no other.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from painlink.model.fields import fields
from painlink.render.json_document import SCHEMA

Form = dict[str, object]  # of JSON, as JSON Schema writes it
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_VERSION: Form = {"const": SCHEMA}
_PLAIN: Mapping[object, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def form_of_output(
    answers: Mapping[str, Iterable[type]], ends: Mapping[str, type], *, without_ends: Iterable[str]
) -> Form:
    """Return the schema of all *answers*: of each command, the records that it may write.

    Each of them ends with the keys *ends*, but the commands *without_ends*. What a command writes
    is described under its name among the definitions.
    """
    kinds: Form = {}
    written = {
        command: _any_of(
            [
                _document(record, {} if command in without_ends else ends, kinds)
                for record in records
            ]
        )
        for command, records in answers.items()
    }
    return {
        "$schema": _DIALECT,
        "title": "painlink: what each command writes as JSON",
        **_any_of([_pointing(command) for command in written]),
        "$defs": {**written, **kinds},
    }


def _document(record: type, ends: Mapping[str, type], kinds: Form) -> Form:
    """Return the form of a whole document that tells *record*."""
    keys = {"schema": _VERSION, **_keys(record, kinds)}
    return _object(keys | {key: _form(kind, kinds) for key, kind in ends.items()})


def _form(annotation: object, kinds: Form) -> Form:
    """Return the form of what *annotation* stands for; a class is described among *kinds*."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        return _any_of([_form(argument, kinds) for argument in arguments])
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _form(arguments[0], kinds)}
    if origin is tuple:
        each = [_form(argument, kinds) for argument in arguments]
        return {"type": "array", "prefixItems": each, "minItems": len(each), "items": False}
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation]}
    if not isinstance(annotation, type):
        raise TypeError(f"no JSON is written of {annotation}")
    return _kind(annotation, kinds)


def _kind(kind: type, kinds: Form) -> Form:
    name = kind.__name__
    if name not in kinds:
        kinds[name] = {}  # in its place, before what it holds
        told: Form = {"description": (kind.__doc__ or "").partition("\n")[0]}
        if issubclass(kind, StrEnum):
            kinds[name] = {**told, "enum": [member.value for member in kind]}
        else:
            kinds[name] = {**told, **_object(_keys(kind, kinds))}
    return _pointing(name)


def _keys(record: type, kinds: Form) -> Form:
    if not fields(record):
        raise TypeError(f"no JSON is written of {record}")
    hints = get_type_hints(record)
    return {name.rstrip("_"): _form(hints[name], kinds) for name in fields(record)}


def _object(keys: Form) -> Form:
    return {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def _any_of(forms: list[Form]) -> Form:
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _pointing(name: str) -> Form:
    return {"$ref": f"#/$defs/{name}"}
