"""What must hold of knowledge.

In come entries that were read; out goes each broken rule, noted where it stands. It knows reading
and the model.
"""
