"""What the person who starts the reading room decides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 10_000_000
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """`places` are dossiers and folders of dossiers; `token` is asked of every request when it is set.

    `fetch` allows accounts to be added by address, `fetch_private` also those of this network's own machines; `by` is
    the name decisions are signed with until a reader gives another; `max_bytes` is the size above which an upload is
    refused.
    """

    places: tuple[Path, ...]
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    fetch: bool = False
    fetch_private: bool = False
    by: str = ""
    ui: str = "en"
    max_bytes: int = MAX_BYTES

    @property
    def hosts(self) -> frozenset[str]:
        """What a request's Host header may say: a page elsewhere cannot make its own name lead here."""
        names = {*LOOPBACK, self.host} - {"::1", "0.0.0.0", "::"}  # noqa: S104  # named to be left out
        names |= {f"[{name}]" for name in ("::1", self.host) if ":" in name}
        return frozenset(names | {f"{name}:{self.port}" for name in names})
