"""Archives are never believed about their own size: a member is read up to a limit and refused beyond it."""

from __future__ import annotations

import zipfile
import zlib

from recoupe.errors import InputError

MEMBER_BYTES = 50_000_000
TOTAL_BYTES = 500_000_000
MEMBERS = 20_000
DEPTH = 3


def member(archive: zipfile.ZipFile, name: str, limit: int = MEMBER_BYTES) -> bytes:
    """The bytes of one member; raises InputError when it is encrypted, damaged or larger than `limit`, KeyError when
    there is none."""
    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise InputError("encrypted", "it is protected by a password.", "Give it without its password.")
    try:
        with archive.open(entry) as file:
            data = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as err:
        raise InputError("damaged", "it cannot be unpacked.", "Make the archive again.") from err
    if len(data) > limit:
        raise InputError("too-large", f"unpacked it is larger than {limit} bytes.", "Give the articles alone.")
    return data
