"""Text that is UTF-8 read as Windows-1252 (« dÃ©clarÃ© »), given back when nothing is lost by it."""

from __future__ import annotations

PROOF = 3
Offsets = tuple[tuple[int, int], ...]


def repaired(text: str) -> tuple[str, Offsets] | None:
    """The text as it was written, and (offset in it, offset in what was read) after each letter repaired; else None.

    Every character must be one that the wrong reading gives, and all of them together sound UTF-8 with some characters
    outside ASCII: then reading it wrongly again gives the same characters, so the repair can be undone. A text only
    some words of which are garbled is left as it is; those words are faults of the account.
    """
    if text.isascii():
        return None
    data = bytearray()
    for character in text:
        byte = _byte(character)
        if byte is None:
            return None
        data.append(byte)
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if sum(character > "\x7f" for character in right) < PROOF or "\0" in right:
        return None
    pairs: list[tuple[int, int]] = []
    read = 0
    for place, character in enumerate(right, 1):
        size = len(character.encode("utf-8"))
        read += size
        if size > 1 and place < len(right):
            pairs.append((place, read))
    return right, tuple(pairs)


def _byte(character: str) -> int | None:
    """The byte that a reader of Windows-1252 shows as this; the five it does not define are shown as controls."""
    try:
        return character.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(character) if "\x80" <= character <= "\x9f" else None
