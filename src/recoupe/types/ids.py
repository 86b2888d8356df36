"""Content-hash identifiers: the same content gives the same id on every machine."""

from __future__ import annotations

import hashlib

ID_DIGITS = 12


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and 12 hexadecimal digits of the SHA-256 of the parts, kept apart by an unprintable mark."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8')).hexdigest()[:ID_DIGITS]}"
