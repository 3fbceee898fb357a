"""Modules that somebody else imports before they are needed: not read until they are used.

The late imports that painlink writes itself, for a library that has none.
"""

import sys
from types import ModuleType


class _Unread(ModuleType):
    """Stands for a module until somebody asks it for something."""

    _read: ModuleType | None = None

    def __getattr__(self, name: str) -> object:
        if self._read is None:
            from importlib import import_module

            del sys.modules[self.__name__]
            self._read = import_module(self.__name__)
            vars(self).update(vars(self._read))
        return getattr(self._read, name)


def leave_unread(name: str) -> None:
    """Have the next `import` of the module *name* not read it before it is used."""
    sys.modules.setdefault(name, _Unread(name))
