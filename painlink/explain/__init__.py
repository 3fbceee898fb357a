"""What painlink knows about some areas.

In come areas; out go their links, chains, warning signs, approaches and sources, in the order to
show them. It knows the whole of knowledge.
"""
