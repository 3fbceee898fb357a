"""Everything painlink knows as pages that lead to each other: a folder to open, carry or host.

In comes knowledge; out go files, and a folder that holds them whole. It knows all pages and how
they look in HTML, and nothing of what was typed.
"""
