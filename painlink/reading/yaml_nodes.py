"""YAML text into plain values, within limits that keep the file of a stranger harmless.

PyYAML composes the text into nodes, which know their places, and counts them as it does; a walk
makes values of them. What breaks a limit is never made.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml import Node, ScalarNode, SequenceNode

from painlink.phrases import shortened
from painlink.reading.core_schema import CORE, is_of, resolved
from painlink.reading.limits import (
    DEEPEST,
    MOST_PROBLEMS,
    MOST_REPEATED,
    MOST_VALUES,
    Allowance,
)
from painlink.reading.yaml_text import (
    Fault,
    Unusable,
    fault_at,
    fault_of,
    refusal,
    refused_characters,
)

if TYPE_CHECKING:
    from yaml import BaseLoader
else:  # the one in C is 13 times as fast; the one in Python composes the same nodes
    BaseLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What stands for a tag where there is none; no tag holds a space.
_PLAIN, _QUOTED, _MANY = "no tag, plain", "no tag, quoted", "no tag, many"
_TEXTS = frozenset({_QUOTED, CORE + "str"})
_IS_TEXT = re.compile(r"(?:&\S+\s+)?!\s")  # the tag `!` says that a plain word is one
_MOST_DIRECTIVES = 100  # the parser holds each against all before it
_TOO_DEEP = f"nested more than {DEEPEST} levels deep"


class Parsed(NamedTuple):
    """The plain value of a text, everything that is wrong with it as YAML, and its nodes."""

    value: object
    faults: tuple[Fault, ...]
    node: Node | None = None


def parse(text: str, allowance: Allowance | None = None) -> Parsed:
    """Return the plain value of YAML *text*: of no use where there are faults.

    What it holds is taken off *allowance*.
    """
    if faults := tuple(islice(refused_characters(text), MOST_PROBLEMS)):
        return Parsed(None, faults)
    if text.count("\n%") + text.count("\r%") > _MOST_DIRECTIVES:
        return Parsed(None, (Fault(0, 0, f"more than {_MOST_DIRECTIVES} lines begin with '%'"),))
    try:
        node = yaml.compose(text, Loader=_Composer)
    except Unusable as error:
        return Parsed(None, (error.fault,))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return Parsed(None, (fault_of(text, error),))
    if node is None:
        return Parsed(None, ())
    walk = _Walk(text, allowance or Allowance())
    try:
        return Parsed(walk.whole(node), tuple(walk.faults), node)
    except Unusable as error:
        return Parsed(None, (*walk.faults, error.fault))


class _Composer(BaseLoader):
    """Composes the nodes of a text, as long as it keeps the limits."""

    level = nodes = 0

    def descend_resolver(self, parent: Node | None, _: object) -> None:
        """Count one more node, and how deep it stands: they are composed within one another."""
        self.level += 1
        self.nodes += 1
        if self.level > DEEPEST + 1 and parent:
            raise Unusable(fault_at(parent.start_mark, _TOO_DEEP))
        if self.nodes > 2 * MOST_VALUES:  # each may have a key
            raise Unusable(Fault(0, 0, f"it holds more than {MOST_VALUES:,} values"))

    def ascend_resolver(self) -> None:
        """Note that a node has ended."""
        self.level -= 1

    def resolve(self, kind: type, _: object, implicit: Any) -> str:  # noqa: ANN401, PyYAML's
        """Return what stands for a tag where there is none."""
        if kind is not ScalarNode:
            return _MANY
        return _PLAIN if implicit[0] else _QUOTED


class _Walk:
    """Makes plain values of the nodes of one text, and notes what is wrong with them."""

    def __init__(self, text: str, allowance: Allowance) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._allowance = allowance
        self._has_aliases = "&" in text and "*" in text
        self._seen: set[int] = set()
        self._open: set[int] = set()
        self._aliases = self._repeated = 0  # so far
        self._repeats = False

    def whole(self, node: Node) -> object:
        """Return what *node* stands for, in which all others lie."""
        value = self.value(node, 0)
        self._count(node, 1)
        return value

    def value(self, node: Node, level: int) -> object:
        """Return what *node* stands for, at this *level* of lists and keys."""
        if self._has_aliases and not self._repeats and self._is_alias(node):
            return self._again(node, level)
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if level == DEEPEST:
            raise self._unusable(node, _TOO_DEEP)
        self._count(node, len(node.value))
        self._open.add(id(node))
        is_list = isinstance(node, SequenceNode)
        if node.tag not in (_MANY, CORE + ("seq" if is_list else "map")):
            self._refuse_tag(node)
        value = (self._list if is_list else self._keyed)(node.value, level + 1)
        self._open.discard(id(node))
        return value

    def _scalar(self, node: ScalarNode) -> object:
        text: str = node.value
        self._allowance.letters -= len(text)
        if told := refusal(text):
            self._note(node, told)
        if node.tag in _TEXTS:
            return text
        value = resolved(text)
        if node.tag == _PLAIN:
            if isinstance(value, str) or _IS_TEXT.match(self._text, node.start_mark.index):
                return text
        elif not is_of(value, node.tag):
            self._refuse_tag(node)
        return value

    def _list(self, nodes: list[Node], level: int) -> list[object]:
        return [self.value(node, level) for node in nodes]

    def _keyed(self, nodes: list[tuple[Node, Node]], level: int) -> dict[str, object]:
        content: dict[str, object] = {}
        for key_node, node in nodes:
            key = self._key(key_node)
            if key in content:
                self._note(key_node, f"not valid YAML: the key {_shown(key)} is given twice")
            content[key] = self.value(node, level)
        return content

    def _key(self, node: Node) -> str:
        """Return a key, which is a word."""
        if self._has_aliases and not self._repeats:
            self._is_alias(node)
        if not isinstance(node, ScalarNode):
            raise self._unusable(node, "not valid YAML: a key is one word")
        key: str = node.value
        if told := refusal(key):
            self._note(node, told)
        if node.tag != _PLAIN and node.tag not in _TEXTS:
            self._refuse_tag(node)
        return key

    def _count(self, node: Node, values: int) -> None:
        """Take *values* off what may still be read."""
        allowance = self._allowance
        allowance.values -= values
        if allowance.values < 0 or allowance.letters < 0:
            raise Unusable(Fault(0, 0, allowance.told()))
        if self._repeats:
            self._repeated += values
            if self._repeated > MOST_REPEATED:
                raise self._unusable(node, f"aliases repeat more than {MOST_REPEATED:,} values")

    def _is_alias(self, node: Node) -> bool:
        """Return whether *node* was there before: an alias is the node that it names."""
        if id(node) in self._seen:
            self._aliases += 1
            return True
        self._seen.add(id(node))
        return False

    def _again(self, node: Node, level: int) -> object:
        """Return what an alias of *node* stands for."""
        self._repeats = True
        if id(node) in self._open:
            name = _shown(str(self._alias().anchor))
            raise self._unusable(node, f"{name} cannot stand inside itself")
        self._count(node, 1)
        value = self.value(node, level)
        self._repeats = False
        return value

    def _alias(self) -> yaml.AliasEvent:
        """Return the alias that is looked at: no node tells its place."""
        events = yaml.parse(self._text, Loader=BaseLoader)
        aliases = (event for event in events if isinstance(event, yaml.AliasEvent))
        return next(islice(aliases, self._aliases - 1, None))

    def _unusable(self, node: Node, told: str) -> Unusable:
        return Unusable(fault_at((self._alias() if self._repeats else node).start_mark, told))

    def _refuse_tag(self, node: Node) -> None:
        told = _shown(node.tag.replace(CORE, "!!"))
        self._note(node, f"the tag {told} means nothing here; leave it out")

    def _note(self, node: Node, told: str) -> None:
        if not self._repeats:  # else it was noted before
            self.faults.append(fault_at(node.start_mark, told))


def _shown(word: str) -> str:
    return repr(shortened(word))
