"""How any text is understood: which places it names, and which words for places it leaves out.

In come a vocabulary and a text; out goes what was found, where, and what was left out and why. Of
all that painlink has, it knows the vocabulary alone; it knows no page and no command.
"""
