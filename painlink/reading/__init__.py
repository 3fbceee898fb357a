"""From files to records.

In comes the path of a YAML file, anybody's; out go its entries as records of the model, and every
mistake with its line. It knows the model.
"""
