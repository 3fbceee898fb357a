"""Everything painlink knows as pages that lead to each other: a folder to open, carry or host.

In comes knowledge; out go files, each as its place in the folder and what it holds. It knows all
pages and how they look in HTML, and neither the disk nor the terminal.
"""
