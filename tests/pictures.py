"""Pictures to try: a PNG made dot by dot, and a small JPEG, each with what should not go along."""

import zlib
from base64 import b64decode
from struct import pack

SECRET = b"a secret of whoever made it"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_JPEG = """
/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////
////////////////////////////////wAALCAAQABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEA
AAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/ALgP/9k=
"""


def chunk(name: bytes, part: bytes) -> bytes:
    """Return one part of a PNG, with its length in front and its check behind."""
    return pack(">I", len(part)) + name + part + pack(">I", zlib.crc32(name + part))


def png(width: int = 20, height: int = 20, *, interlaced: bool = False, rows: bytes = b"") -> bytes:
    """Return a gray PNG with a text, a time and a picture of the body in it that nobody sees."""
    sizes = [(width, height)]
    if interlaced:
        steps = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4)]
        steps += [(1, 0, 2, 2), (0, 1, 1, 2)]
        sizes = [(-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in steps]
    dots = rows or b"".join((b"\0" + b"\x80" * across) * down for across, down in sizes)
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced)
    parts = [
        chunk(b"IHDR", header),
        chunk(b"tEXt", b"Author\0" + SECRET),
        chunk(b"eXIf", SECRET),
        chunk(b"IDAT", zlib.compress(dots)),
        chunk(b"iTXt", SECRET),
        chunk(b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(parts) + SECRET


def jpeg() -> bytes:
    """Return a gray JPEG, 16 by 16, with notes of a camera and a comment in it."""
    whole = b64decode(_JPEG)
    notes = b"".join(
        b"\xff" + mark + pack(">H", len(SECRET) + 2 + len(head)) + head + SECRET
        for mark, head in ((b"\xe1", b"Exif\0\0"), (b"\xfe", b""), (b"\xee", b"Adobe"))
    )
    return whole[:2] + notes + whole[2:] + SECRET
