"""The command: what the user typed, and where the answer goes.

In come arguments; out go a page in the form asked for, an exit code, and whatever has to be said
beside it. It knows every room, and nobody knows it.
"""
