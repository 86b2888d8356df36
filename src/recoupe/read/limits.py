"""Archives are never believed about their own size: a member is read up to a limit and refused beyond it."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass

from recoupe.errors import InputError

ARTICLE_BYTES = 10_000_000
MEMBER_BYTES = 50_000_000
PACKAGE_BYTES = 100_000_000
TOTAL_BYTES = 500_000_000
MEMBERS = 20_000
DEPTH = 3


@dataclass(slots=True)
class Budget:
    """What may still be unpacked out of one file, archives inside archives included."""

    size: int = TOTAL_BYTES
    members: int = MEMBERS

    def take(self, size: int) -> None:
        """Count one member of so many bytes; raises InputError when the file holds more than it may."""
        self.size -= size
        self.members -= 1
        if self.size < 0:
            message = f"unpacked it is larger than {TOTAL_BYTES} bytes."
            raise InputError("too-large", message, "Unpack it to a folder.")
        if self.members < 0:
            raise InputError("too-many", f"it holds more than {MEMBERS} files.", "Unpack it to a folder.")


def weigh(archive: zipfile.ZipFile) -> None:
    """Refuse an archive handed whole to a parser when it says that unpacked it is too large; zipfile unpacks no more
    than it says."""
    if sum(entry.file_size for entry in archive.infolist()) > PACKAGE_BYTES:
        raise InputError("too-large", f"unpacked it is larger than {PACKAGE_BYTES} bytes.", "Give the article alone.")


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
