"""A mistake in a module that is loaded already: the code of its functions is exchanged.

Whoever has taken a function from the module, has the mistake too.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from re import Pattern
from types import FunctionType, ModuleType


def graft(module: ModuleType, tree: ast.Module) -> bool:
    """Exchange the functions and the constants of *module* for those of *tree*.

    Return whether that changed anything: what a class holds beside functions stays as it is.
    """
    made = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(tree, str(module.__file__), "exec"), made)  # noqa: S102, our own code
    new = dict(functions(made, module.__name__))
    changed = False
    for name, function in functions(vars(module), module.__name__):
        changed |= function.__code__ != new[name].__code__
        function.__code__ = new[name].__code__
        changed |= function.__kwdefaults__ != new[name].__kwdefaults__
        function.__kwdefaults__ = new[name].__kwdefaults__
        changed |= function.__defaults__ != new[name].__defaults__
        function.__defaults__ = new[name].__defaults__
    for name, value in made.items():
        if is_constant(value) and name in vars(module) and value != vars(module)[name]:
            exchange(name, vars(module)[name], value)
            setattr(module, name, value)
            changed = True
    return changed


def functions(
    names: Mapping[str, object], of: str, above: str = ""
) -> Iterator[tuple[str, FunctionType]]:
    """Yield the functions and methods that the module *of* itself defines, by name."""
    for name, value in names.items():
        if isinstance(value, type) and value.__module__ == of:
            yield from functions(vars(value), of, f"{above}{name}.")
        bare = value.fget if isinstance(value, property) else getattr(value, "__wrapped__", value)
        bare = getattr(bare, "__func__", bare)
        if isinstance(bare, FunctionType) and bare.__module__ == of and not is_generated(bare):
            yield f"{above}{name}", bare


def is_generated(function: FunctionType) -> bool:
    return function.__code__.co_filename.startswith("<")


def is_constant(value: object) -> bool:
    return isinstance(value, str | int | float | tuple | frozenset | dict | list | set | Pattern)


def exchange(name: str, old: object, new: object) -> None:
    """Put *new* wherever a module has taken *old* under its *name*."""
    for module in list(sys.modules.values()):
        if vars(module).get(name) is old:
            setattr(module, name, new)
