"""The commands: each reads what was typed and returns what makes the page that answers it.

In come arguments; out go functions from knowledge to pages. It knows the rooms that understand,
explain and lay out; what a command needs of them is imported inside it, so that `--version`,
`--help` and usage errors stay fast.
"""
