"""A picture that anybody may have made, with nothing left in it but what is seen.

Only the parts that draw it are copied, so that no place, name, camera or hidden text goes along
with a sheet. What is not whole is refused. What kind it is tells its content, not its name.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import unpack

from painlink.model.practice import Picture
from painlink.reading.files import Unreadable, bytes_of

LARGEST_PICTURE = 200_000  # bytes
_SMALLEST_SIDE, _LONGEST_SIDE = 16, 2000  # dots
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_DRAWS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_IHDR = 13  # bytes of it
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of each kind of color
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Of the seven passes of an interlaced picture: where each begins, and its steps.
_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2)),
    (0, 1, 1, 2),
)
_AT_ONCE = ((0, 0, 1, 1),)
_FRAMES = (0xC0, 0xC1, 0xC2)  # ways to code a JPEG that every browser draws
_TABLES = (*_FRAMES, 0xC4, 0xDB, 0xDD)
_SCAN, _END = 0xDA, 0xD9
_ADOBE, _ADOBES = 0xEE, 16  # the part of Adobe, and its bytes: it says how colors are to be read
_WITHIN_SCAN = (0x00, *range(0xD0, 0xD8))
_BROKEN = "it is damaged: save it anew as PNG or JPEG"


def read_picture(name: str, folder: Path) -> Picture:
    """Return the picture called *name* in *folder*.

    Raises:
        Unreadable: when it is none, lies elsewhere, or is too large.
    """
    home = os.path.realpath(folder)
    try:
        # Where it truly is: a link may lie in the folder and lead out of it.
        path = os.path.realpath(os.path.join(home, name))  # noqa: PTH118, it may be no path at all
    except ValueError:
        raise Unreadable("that is no name of a file") from None
    if os.path.isabs(name) or not path.startswith(os.path.join(home, "")):  # noqa: PTH117, PTH118
        raise Unreadable("a picture lies in the folder of its knowledge file, and is no link out")
    content = bytes_of(Path(path), LARGEST_PICTURE)
    if content.startswith(_PNG):
        kind, (parts, width, height) = "image/png", _png(content)
    elif content.startswith(_JPEG):
        kind, (parts, width, height) = "image/jpeg", _jpeg(content)
    else:
        raise Unreadable("it is neither a PNG nor a JPEG, whatever it is called")
    return Picture(kind, parts, width, height)


def _png(content: bytes) -> tuple[bytes, int, int]:
    """Return a PNG with only the parts that draw it, and its size."""
    kept = [_PNG]
    drawn: list[bytes] = []
    header = b""
    for name, part, whole in _chunks(content):
        if not header and (name != b"IHDR" or len(part) != _IHDR):
            raise Unreadable(_BROKEN)
        header = header or part
        drawn += [part] if name == b"IDAT" else []
        kept += [whole] if name in _DRAWS else []
    width, height, depth, color, *_, interlaced = unpack(">IIBBBBB", header)
    if depth not in _DEPTHS.get(color, ()):
        raise Unreadable(_BROKEN)
    _check_size(width, height)
    size = _dots(width, height, depth * _CHANNELS[color], _PASSES if interlaced else _AT_ONCE)
    try:  # of more dots than it has, nobody waits for the last
        if len(zlib.decompressobj().decompress(b"".join(drawn), size + 1)) != size:
            raise Unreadable(_BROKEN)
    except zlib.error:
        raise Unreadable(_BROKEN) from None
    return b"".join(kept), width, height


def _dots(width: int, height: int, bits: int, passes: Iterable[tuple[int, int, int, int]]) -> int:
    """Return how many bytes the dots of a PNG take, each of so many *bits*."""
    size = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        size += rows * (1 + -(-columns * bits // 8))
    return size


def _check_size(width: int, height: int) -> None:
    if not all(_SMALLEST_SIDE <= side <= _LONGEST_SIDE for side in (width, height)):
        told = f"{_SMALLEST_SIDE} to {_LONGEST_SIDE} dots; it has {width} by {height}"
        raise Unreadable(f"each side of a picture has {told}")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, content and all bytes of each part of a PNG, to its end; what follows is lost."""
    at, name = len(_PNG), b""
    while name != b"IEND":
        length = int.from_bytes(content[at : at + 4])
        whole = content[at : at + length + 12]
        name, part, check = whole[4:8], whole[8:-4], whole[-4:]
        if len(whole) != length + 12 or zlib.crc32(name + part).to_bytes(4) != check:
            raise Unreadable(_BROKEN)
        yield name, part, whole
        at += len(whole)


def _jpeg(content: bytes) -> tuple[bytes, int, int]:
    """Return a JPEG with only the parts that draw it, and its size."""
    kept = [content[:2]]
    width = height = scans = 0
    for mark, part in _segments(content):
        if mark in _FRAMES and len(part) > 10:  # noqa: PLR2004, as short as it can be
            height, width = unpack(">HH", part[5:9])
            _check_size(width, height)
        is_adobes = mark == _ADOBE and part[4:9] == b"Adobe" and len(part) == _ADOBES
        if mark in (*_TABLES, _SCAN, _END) or is_adobes:
            kept.append(part)
        scans += mark == _SCAN and bool(width)
    if not scans:
        raise Unreadable(_BROKEN)
    return b"".join(kept), width, height


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield mark and all bytes of each part of a JPEG, to its end; what follows is lost."""
    at, mark = 2, 0
    while mark != _END:
        while content[at + 1 : at + 2] == b"\xff":  # marks may be filled up
            at += 1
        mark = content[at + 1] if content[at : at + 1] == b"\xff" and at + 1 < len(content) else 0
        if mark < min(_FRAMES):
            raise Unreadable(_BROKEN)
        end = at + 2 if mark == _END else at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if mark == _SCAN:
            end = _end_of_scan(content, end)
        if mark != _END and (end < at + 4 or end > len(content)):
            raise Unreadable(_BROKEN)
        yield mark, content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next part begins behind the dots that begin *at* this place."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        if content[at + 1] not in _WITHIN_SCAN:
            return at
        at += 2
    raise Unreadable(_BROKEN)
