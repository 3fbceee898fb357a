"""YAML text into plain values, within limits that keep the file of a stranger harmless.

Values are built straight from the events of PyYAML's parser. That is twice as fast as
`yaml.load` (58 ms to 127 ms for the 1 MB that painlink ships with), and what breaks a limit is
never built. Only what the core schema of YAML 1.2 knows is resolved: `no` and `2026-11-22` are
text.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from painlink.phrases import shortened
from painlink.reading.events import Fault, Unusable, events, fault_at

if TYPE_CHECKING:
    import yaml

DEEPEST = 64  # levels of lists and keys, those that aliases repeat included
MOST_REPEATED = 10_000  # values that aliases may repeat: far more than anybody writes on purpose
MOST_VALUES = 500_000  # twelve times what painlink ships with; more take many seconds to read
_LONGEST_INTEGER = 18  # digits: longer ones are text, as Python refuses endless ones
_CORE = "tag:yaml.org,2002:"
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_BEGINS_NUMBER = frozenset("+-.0123456789")
_TAGGED = {
    _CORE + "int": int,
    _CORE + "float": float,
    _CORE + "bool": bool,
    _CORE + "null": type(None),
}


class Parsed(NamedTuple):
    """The plain value of a text, and everything that is wrong with it as YAML."""

    value: object
    faults: tuple[Fault, ...]


def parse(text: str) -> Parsed:
    """Return the plain value of YAML *text*: of no use where there are faults."""
    builder = _Builder()
    try:
        for event in events(text):
            builder.take(event)
    except Unusable as error:
        builder.faults.append(error.fault)
    return Parsed(next(iter(builder.top.values), None), tuple(builder.faults))


class _Open:
    """A list, or keys and values, that has begun and not ended."""

    __slots__ = ("anchor", "begun", "deepest", "key", "keyed", "values")

    def __init__(self, *, keyed: bool, anchor: str | None = None, begun: int = 0) -> None:
        self.keyed: dict[str, object] | None = {} if keyed else None
        self.values: list[object] = []
        self.key: str | None = None  # the key whose value comes next
        self.anchor = anchor
        self.begun = begun  # how many values there were before it
        self.deepest = 0  # levels below it

    @property
    def value(self) -> object:
        return self.values if self.keyed is None else self.keyed


class _Anchored(NamedTuple):
    value: object
    size: int
    deepest: int


class _Builder:
    """Builds the value of one text, event by event."""

    def __init__(self) -> None:
        import yaml

        self.top = self._inner = _Open(keyed=False)
        self.faults: list[Fault] = []
        self._outer: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}  # None while it has not ended
        self._count = self._repeated = 0
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        self._keyed_start = yaml.MappingStartEvent

    def take(self, event: "yaml.Event") -> None:
        if handler := self._take.get(type(event)):
            handler(event)

    def _put(self, value: object) -> None:
        inner = self._inner
        self._count += 1
        if self._count > MOST_VALUES:
            raise Unusable(Fault(0, 0, f"it holds more than {MOST_VALUES:,} values"))
        if inner.keyed is None or inner.key is None:
            inner.values.append(value)
        else:
            inner.keyed[inner.key] = value
            inner.key = None

    def _scalar(self, event: "yaml.ScalarEvent") -> None:
        inner = self._inner
        if inner.keyed is not None and inner.key is None:
            if event.value in inner.keyed:
                told = f"not valid YAML: the key {_shown(event.value)} is given twice"
                self.faults.append(fault_at(event.start_mark, told))
            if event.tag and event.tag not in ("!", _CORE + "str"):
                self._refuse_tag(event, event.tag)
            inner.key = event.value
            self._keep(event, event.value)
            return
        value: object = event.value
        if event.tag is None and event.implicit[0]:
            value = _resolved(event.value)
        elif event.tag and event.tag != "!":
            value = self._tagged(event, event.tag)
        self._put(value)
        self._keep(event, value)

    def _keep(self, event: "yaml.ScalarEvent", value: object) -> None:
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)

    def _tagged(self, event: "yaml.ScalarEvent", tag: str) -> object:
        """Return the value of a scalar whose kind is told by a *tag*, such as `!!int`."""
        if tag == _CORE + "str":
            return event.value
        value = _resolved(event.value)
        if type(value) is not _TAGGED.get(tag):
            self._refuse_tag(event, tag)
        return value

    def _refuse_tag(self, event: "yaml.NodeEvent", tag: str) -> None:
        told = f"the tag {_shown(tag.replace(_CORE, '!!'))} means nothing here; leave it out"
        self.faults.append(fault_at(event.start_mark, told))

    def _begin(self, event: "yaml.CollectionStartEvent") -> None:
        keyed = type(event) is self._keyed_start
        if event.tag and event.tag not in ("!", _CORE + ("map" if keyed else "seq")):
            self._refuse_tag(event, event.tag)
        self._refuse_key(event)
        if len(self._outer) == DEEPEST:
            raise Unusable(fault_at(event.start_mark, f"nested more than {DEEPEST} levels deep"))
        if event.anchor:
            self._anchors[event.anchor] = None
        begun = _Open(keyed=keyed, anchor=event.anchor, begun=self._count)
        self._put(begun.value)
        self._outer.append(self._inner)
        self._inner = begun

    def _end(self, _: "yaml.Event") -> None:
        ended, self._inner = self._inner, self._outer.pop()
        self._inner.deepest = max(self._inner.deepest, ended.deepest + 1)
        if ended.anchor:
            size = self._count - ended.begun
            self._anchors[ended.anchor] = _Anchored(ended.value, size, ended.deepest + 1)

    def _alias(self, event: "yaml.AliasEvent") -> None:
        self._refuse_key(event)
        anchor = str(event.anchor)
        name = _shown(anchor)
        if anchor not in self._anchors:
            raise Unusable(fault_at(event.start_mark, f"not valid YAML: nothing is called {name}"))
        repeated = self._anchors[anchor]
        if repeated is None:
            raise Unusable(fault_at(event.start_mark, f"{name} cannot stand inside itself"))
        self._count += repeated.size
        self._repeated += repeated.size
        if self._repeated > MOST_REPEATED:
            told = f"aliases repeat more than {MOST_REPEATED:,} values"
            raise Unusable(fault_at(event.start_mark, told))
        if len(self._outer) + repeated.deepest > DEEPEST:
            raise Unusable(fault_at(event.start_mark, f"nested more than {DEEPEST} levels deep"))
        self._inner.deepest = max(self._inner.deepest, repeated.deepest)
        self._put(repeated.value)

    def _refuse_key(self, event: "yaml.NodeEvent") -> None:
        """A key is a word: nothing else can stand where one belongs."""
        if self._inner.keyed is not None and self._inner.key is None:
            raise Unusable(fault_at(event.start_mark, "not valid YAML: a key is one word"))

    def _document(self, event: "yaml.DocumentStartEvent") -> None:
        if self.top.values:
            told = "a file holds one document; here a second begins"
            raise Unusable(fault_at(event.start_mark, told))


def _resolved(word: str) -> object:
    """Return what a plain *word* stands for in the core schema of YAML 1.2."""
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if word[0] not in _BEGINS_NUMBER:
        return word
    if _INTEGER.fullmatch(word):
        if len(word) > _LONGEST_INTEGER:
            return word
        return int(word, 0) if word[1:2] in ("o", "x") else int(word)
    if _FLOAT.fullmatch(word):
        with suppress(ValueError):
            return float(word.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return word


def _shown(word: str) -> str:
    return repr(shortened(word))
