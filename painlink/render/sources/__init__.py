"""The sources of a page for programs that keep references: one module a format.

In comes a page; out goes a record a source. It knows pages and what a source is, and nothing of
how a page looks.
"""
