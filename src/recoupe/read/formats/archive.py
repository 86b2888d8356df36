"""Zip archives: each member is an input of its own; other archives inside are opened to a small depth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from recoupe.errors import InputError
from recoupe.read.draft import Found, Source, issue
from recoupe.read.limits import MEMBERS, TOTAL_BYTES, member


def read(source: Source) -> Iterable[Found]:
    """The members in the order of their names; one that cannot be unpacked is an issue and the rest goes on."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as err:
        raise InputError("damaged", "this archive cannot be opened.", "Make it again.") from err
    names = sorted({entry.filename for entry in archive.infolist() if not entry.is_dir()})
    if len(names) > MEMBERS:
        raise InputError("too-many", f"it holds {len(names)} files, more than {MEMBERS}.", "Unpack it to a folder.")
    total = 0
    for name in names:
        if _hidden(name):
            continue
        try:
            data = member(archive, name)
        except InputError as err:
            yield issue(err, source.member(name, b"").path)
            continue
        total += len(data)
        if total > TOTAL_BYTES:
            raise InputError("too-large", f"unpacked it is larger than {TOTAL_BYTES} bytes.", "Unpack it to a folder.")
        yield source.member(name, data)


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith((".", "__MACOSX")) for part in parts if part not in {".", ".."})
