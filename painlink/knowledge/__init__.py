"""Where knowledge comes from.

In come the files painlink ships with and those of a reader; out goes one checked whole, or
everything that is wrong with it. It knows the rules, reading and the model.
"""
