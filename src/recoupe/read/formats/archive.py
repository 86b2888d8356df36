"""Zip archives: each member is an input of its own; other archives inside are opened to a small depth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from recoupe.errors import InputError
from recoupe.read.draft import Found, Source, issue
from recoupe.read.limits import ARTICLE_BYTES, MEMBER_BYTES, MEMBERS, member
from recoupe.read.registry import FORMATS


def read(source: Source) -> Iterable[Found]:
    """The members in the order of their names; one that cannot be unpacked is an issue and the rest goes on."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as err:
        raise InputError("damaged", "this archive cannot be opened.", "Make it again.") from err
    names = sorted({entry.filename for entry in archive.infolist() if not entry.is_dir()})
    if len(names) > MEMBERS:
        raise InputError("too-many", f"it holds {len(names)} files, more than {MEMBERS}.", "Unpack it to a folder.")
    for name in names:
        inside = source.member(name, b"")
        if _hidden(name) or inside.suffix not in FORMATS:
            continue
        limit = MEMBER_BYTES if holds_many(inside.suffix) else ARTICLE_BYTES
        try:
            data = member(archive, name, limit)
        except InputError as err:
            # What was unpacked in vain counts too, or many small bombs would take for ever.
            source.budget.take(limit if err.code == "too-large" else 0)
            yield issue(err, inside.path)
            continue
        source.budget.take(len(data))
        yield source.member(name, data)


def holds_many(suffix: str) -> bool:
    """Whether files of this suffix hold many articles, and so may be larger than one."""
    form = FORMATS.get(suffix)
    return form is not None and form.container


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith((".", "__MACOSX")) for part in parts if part not in {".", ".."})
