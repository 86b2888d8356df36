"""The contract's rows as Parquet tables, one for each row type, with a schema that never depends on the rows."""

from __future__ import annotations

import io
import types
import typing
from collections.abc import Sequence
from functools import cache
from typing import Any

from recoupe.errors import SetupError
from recoupe.export.contract import ROWS, Row
from recoupe.types import Json

# What a corpus keeps beside the contract: enough to make a story's dossier, and what stories are grouped by.
EXTRA = {"document": ("url", "offsets", "stated")}
LAYOUTS: dict[str, tuple[tuple[str, str], ...]] = {
    "feature": (
        ("document", "str"), ("lang", "str"), ("outlet", "str"), ("title", "str"), ("day", "str"),
        ("names", "strs"), ("signature", "bytes"), ("terms", "terms"),
    ),
    "story": (
        ("id", "str"), ("title", "str"), ("first", "str"), ("last", "str"), ("articles", "int"), ("texts", "int"),
        ("outlets", "strs"), ("languages", "strs"), ("names", "strs"),
    ),
    "member": (("story", "str"), ("document", "str"), ("copy_of", "str"), ("similarity", "float"), ("run", "int")),
}  # fmt: skip
# Links and origins hold between accounts of one story, which its dossier is for.
TYPES = tuple(name for name in ROWS if name not in {"link", "origin", "judgement"})


def arrow() -> Any:
    """The module pyarrow; raises SetupError `needs-extra` when it is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
    except ImportError as err:
        remedy = "Install recoupe with its extra: pip install 'recoupe[corpus]'."
        raise SetupError("needs-extra", "a corpus is written as Parquet, which needs pyarrow.", remedy) from err
    return pa


@cache
def schema(name: str) -> Any:
    """The Arrow schema of a table."""
    pa = arrow()
    plain = {
        "str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bytes": pa.binary(),
        "strs": pa.list_(pa.string()),
        "terms": pa.list_(pa.struct([("term", pa.string()), ("weight", pa.float32())])),
    }  # fmt: skip
    if name in LAYOUTS:
        return pa.schema([(field, plain[kind]) for field, kind in LAYOUTS[name]])
    fields = [field for field in _fields(ROWS[name]) if field[0] != "type"]
    return pa.schema([*fields, *((field, pa.string()) for field in EXTRA.get(name, ()))])


def _fields(model: type[Row]) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(model)
    return [(info.alias or name, _type(hints[name])) for name, info in model.model_fields.items()]


def _type(hint: Any) -> Any:
    pa = arrow()
    origin, args = typing.get_origin(hint), [arg for arg in typing.get_args(hint) if arg is not type(None)]
    if origin in {typing.Union, types.UnionType}:
        return pa.float64() if float in args else _type(args[0])
    if origin is list:
        return pa.list_(_type(args[0]))
    if origin is typing.Literal:
        return pa.string()
    if isinstance(hint, type) and issubclass(hint, Row):
        return pa.struct(_fields(hint))
    return {str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64()}[hint]


def parquet(name: str, rows: Sequence[dict[str, Json] | dict[str, Any]]) -> bytes:
    """The rows as one Parquet file, the same bytes for the same rows."""
    pa = arrow()
    import pyarrow.parquet as pq  # noqa: PLC0415

    out = io.BytesIO()
    table = pa.Table.from_pylist(list(rows), schema=schema(name))
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
