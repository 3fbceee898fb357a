"""The sources of a page for programs that keep references: one module a format.

In comes a page; out goes a record a source. They hold no answer, only what one rests on.
"""
