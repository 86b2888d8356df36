"""Values to JSON text and back, through the type hints of the nouns and of each kind's body."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter

from recoupe.errors import SetupError
from recoupe.kinds.registry import kind
from recoupe.types import Anchor, Attribution, Claim, Evidence, Published, Timex, Value

ATTRIBUTION: Any = Attribution | None
HOLDS_AT: Any = Timex | None
VALUE: Any = Value | None
CLAIMS: Any = tuple[Claim, ...]
NAMES: Any = tuple[str, ...]
ARGS: Any = tuple[tuple[str, str], ...]
ANCHOR: Any = Anchor | None
ANCHORS: Any = tuple[Anchor, ...]
OFFSETS: Any = tuple[tuple[int, int], ...]
DATES: Any = tuple[Evidence, ...]
JSON: Any = dict[str, Any]
REMEMBERED = 1 << 15


@cache
def _adapter(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint)


def dumps(value: object, hint: Any) -> str:
    """The value as JSON; decimals and dates become strings, so nothing is rounded."""
    return _adapter(hint).dump_json(value).decode("utf-8")


def loads(text: str, hint: Any) -> Any:
    """The value that `dumps` wrote; raises ValueError when the JSON is not of that type."""
    return _adapter(hint).validate_json(text)


@lru_cache(maxsize=REMEMBERED)
def again(text: str, hint: Any) -> Any:
    """`loads` for values that are the same in many rows and never changed; `again.cache_clear()` when all are read."""
    return loads(text, hint)


def body_type(name: str) -> type:
    """The body class of a kind; raises SetupError when this version has no such kind."""
    try:
        return kind(name).body
    except KeyError as err:
        message = f"the dossier holds statements of the kind « {name} », which this recoupe does not know."
        raise SetupError("unknown-kind", message, "Read it with the version that wrote it.") from err


def dump_published(value: Published | None) -> str | None:
    """A publication date as ISO 8601."""
    return value.isoformat() if value is not None else None


def load_published(text: str | None) -> Published | None:
    """The date, or the moment when the text has a time."""
    if text is None:
        return None
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
