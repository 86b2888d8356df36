"""Sketches of wording (MinHash, Broder 1997), by which near-duplicates are found without comparing every pair."""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np
import numpy.typing as npt
import regex

Hashes = npt.NDArray[np.uint64]

SIZE = 64
SHINGLE = 5
_WORD = regex.compile(r"\w+")


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Odd factors and terms of SIZE hash functions modulo 2**64, drawn from SHA-256 so that they never change."""
    drawn = b"".join(hashlib.sha256(f"recoupe sketch {n}".encode()).digest() for n in range(SIZE))
    numbers = np.frombuffer(drawn, dtype="<u8").reshape(SIZE, 4)
    return numbers[:, 0] | np.uint64(1), numbers[:, 1].copy()


def sketch(text: str) -> bytes:
    """SIZE little-endian 32-bit values; the share two texts have in common estimates that of their runs of words."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = [" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))]
    digests = [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "little") for run in runs]
    factors, terms = _permutations()
    hashed = np.asarray(digests, dtype=np.uint64)[:, None] * factors[None, :] + terms[None, :]
    least: Hashes = hashed.min(axis=0) >> np.uint64(32)
    return bytes(least.astype("<u4").tobytes())


def values(signature: bytes) -> npt.NDArray[np.uint32]:
    """The sketch's values."""
    return np.frombuffer(signature, dtype="<u4")


def resemblance(left: bytes, right: bytes) -> float:
    """The estimated share of runs of words in common, 0 to 1."""
    return float(np.mean(values(left) == values(right)))
