"""What statements of several accounts are to each other, and which of them share an origin."""

from recoupe.compare.compare import compare

__all__ = ["compare"]
