"""What people type.

In come words in any order; out go the areas and entries they mean, or what comes near. It knows
the whole of knowledge, and not where that comes from.
"""
