"""How any text is understood: which places it names, and which words for places it leaves out.

In come a vocabulary and a text; out goes what was found, where, and what was left out and why. It
knows the vocabulary, and no more of knowledge.
"""
