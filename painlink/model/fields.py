"""What a record of painlink is: a named tuple."""


def fields(record: object) -> tuple[str, ...]:
    """Return the names of the fields of *record*, or of a class of records.

    They are none where it is something else, an ordinary tuple among others.
    """
    kind = record if isinstance(record, type) else type(record)
    names: tuple[str, ...] = getattr(kind, "_fields", ()) if issubclass(kind, tuple) else ()
    return names
