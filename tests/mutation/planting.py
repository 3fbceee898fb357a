"""Small mistakes, one at a time, planted into the code of a module."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
ORDERING = ("sorted", "reversed")
HIDDEN = ("annotation", "returns", "format_spec", "pattern", "bases", "decorator_list")


class Mutant(NamedTuple):
    """One mistake: which of its module, in which line, and what was done there."""

    number: int
    line: int
    told: str


class _Planter(ast.NodeTransformer):
    """Meets every place where a mistake can stand, and plants that with the number *wanted*."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.met: list[Mutant] = []
        self._line = 0

    def visit(self, node: ast.AST) -> ast.AST:
        self._line = getattr(node, "lineno", self._line)  # a filter has none of its own
        for told, change in changes(node) if not is_for_types(node) else ():
            self.met.append(Mutant(len(self.met), self._line, told))
            if self.met[-1].number == self.wanted:
                return change
        for name, value in ast.iter_fields(node):
            if name in HIDDEN or is_for_types(node):
                continue
            if isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
            elif isinstance(value, list):
                start = int(name == "body" and has_docstring(node))
                value[start:] = [
                    self.visit(one) if isinstance(one, ast.AST) else one for one in value[start:]
                ]
        return node


def mutants(source: str) -> list[Mutant]:
    """Return every mistake that can be planted into *source*."""
    planter = _Planter()
    planter.visit(ast.parse(source))
    return planter.met


def planted(source: str, number: int) -> ast.Module:
    """Return *source* with one mistake in it."""
    tree = _Planter(number).visit(ast.parse(source))
    assert isinstance(tree, ast.Module)
    return ast.fix_missing_locations(tree)


def has_docstring(node: ast.AST) -> bool:
    documented = ast.Module | ast.ClassDef | ast.FunctionDef
    return isinstance(node, documented) and ast.get_docstring(node) is not None


def is_for_types(node: ast.AST) -> bool:
    is_guarded = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    is_import = isinstance(node, ast.Import | ast.ImportFrom)
    return is_guarded or is_import


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield each mistake that can be made of *node* itself: what it is, and the node with it."""
    for told, new in made_of(node):
        yield told, ast.copy_location(new, node)


def made_of(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(left, [operator], [right]):
            for other in COMPARED[type(operator)]:
                told = f"{type(operator).__name__} to {other.__name__}"
                yield told, ast.Compare(left, [other()], [right])
        case ast.BoolOp(operator, values):
            joined = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield "and for or", ast.BoolOp(joined, values)
            for at in range(len(values)):
                kept = without(values, at)
                yield f"part {at} left out", kept[0] if len(kept) == 1 else with_(node, values=kept)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield "sign or not left out", operand
        case ast.If() | ast.IfExp() | ast.While():
            yield "never", with_(node, test=ast.Constant(value=False))
            yield "always", with_(node, test=ast.Constant(value=True))
        case ast.comprehension(ifs=[*ifs]) if ifs:
            for at in range(len(ifs)):
                yield f"filter {at} left out", with_(node, ifs=without(ifs, at))
        case ast.BinOp(op=operator) if type(operator) in COUNTED:
            yield "another sum", with_(node, op=COUNTED[type(operator)]())
        case ast.Constant(value):
            yield from of_a_constant(value)
        case ast.Return(value) if value is not None and not is_nothing(value):
            yield "nothing returned", ast.Return(ast.Constant(None))
        case ast.Tuple(elts, ast.Load()) | ast.List(elts, ast.Load()) | ast.Set(elts):
            yield from of_items(node, elts)
        case ast.Call(ast.Name(name), [items, *_]) if name in ORDERING:
            yield f"not {name}", ast.Call(ast.Name("list", ast.Load()), [items], [])
        case ast.Subscript(value, ast.Slice(), ast.Load()):
            yield "not cut", value
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield "left out", nothing_instead(node)


def of_a_constant(value: object) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(value, bool):
        yield f"{value} turned round", ast.Constant(not value)
    elif isinstance(value, int):
        yield f"{value} and one", ast.Constant(value + 1)
    elif isinstance(value, str) and value.strip():
        yield f"{value[:20]!r} changed", ast.Constant(f"XX{value}")


def of_items(node: ast.AST, items: list[ast.expr]) -> Iterator[tuple[str, ast.AST]]:
    for at in range(len(items)) if len(items) > 1 else ():
        yield f"item {at} left out", with_(node, elts=without(items, at))
    if len(items) > 1 and not isinstance(node, ast.Set):  # a set has no order
        yield "items swapped", with_(node, elts=[items[1], items[0], *items[2:]])


def nothing_instead(node: ast.AST) -> ast.AST:
    """Return what does nothing; a generator stays one."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        return ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    return ast.Pass()


def is_nothing(value: ast.expr) -> bool:
    """Return whether *value* is no more than None: whoever asks takes "no" and None alike."""
    return isinstance(value, ast.Constant) and (value.value is None or value.value is False)


def without(items: list[ast.expr], at: int) -> list[ast.expr]:
    return [*items[:at], *items[at + 1 :]]


def with_(node: ast.AST, **changed: object) -> ast.AST:
    copy = deepcopy(node)
    for name, value in changed.items():
        setattr(copy, name, value)
    return copy
