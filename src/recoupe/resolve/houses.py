"""Names of houses that stand for who works there, as an account writes them."""

from __future__ import annotations

from functools import cache

from recoupe.lang import entries


@cache
def seat_names(lang: str) -> dict[str, str]:
    """Every other name of a seat, with its usual one."""
    return {name: row["seat"] for row in entries(lang, "seats") for name in row["names"]}
