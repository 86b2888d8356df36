"""Bytes to text: UTF-8 first, then what the bytes themselves prove, then a guess that is said."""

from __future__ import annotations

import codecs

from recoupe.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
EXPECTED = frozenset("àâäæçéèêëîïôöœùûüÿñÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÑáíóúÁÍÓÚ«»‹›‘’“”„–—…•€£§°·²³ªº©®™½¼¾×\xa0\xad")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text exactly as its bytes say, and a sentence when the encoding was guessed.

    `declared` is the encoding the source states about itself, tried after UTF-8. Raises InputError `not-text`.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name), None
            except UnicodeDecodeError:
                break
    if b"\0" in data:
        raise InputError("not-text", "it is not text.", "Give the article as .txt, .html or .jsonl.")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _not_utf8(data: bytes, declared: str | None) -> tuple[str, str | None]:
    if declared:
        try:
            # The web's own rule: a page that says ISO 8859-1 is read as Windows-1252 (WHATWG Encoding, § 4.2).
            same = codecs.lookup(declared).name in {"iso8859-1", "ascii"}
            return data.decode("cp1252" if same else declared), None
        except (LookupError, UnicodeDecodeError):
            pass
    mixed = _mixed(data)
    if mixed is not None:
        return mixed
    try:
        text = data.decode("cp1252")
        if all(character < "\x80" or character in EXPECTED for character in text):
            return text, "its encoding is not stated; it was read as Windows-1252."
    except UnicodeDecodeError:
        pass
    return _guess(data)


def _mixed(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few stray bytes of Windows-1252, as pages pasted together have; None when it is not that."""
    strays: list[bytes] = []

    def stray(err: UnicodeError) -> tuple[str, int]:
        if not isinstance(err, UnicodeDecodeError):
            raise err
        byte = err.object[err.start : err.start + 1]
        strays.append(byte)
        return byte.decode("cp1252"), err.start + 1

    codecs.register_error("recoupe-stray", stray)
    try:
        text = data.decode("utf-8", "recoupe-stray")
    except UnicodeDecodeError:
        return None
    sound = sum(character > "\x7f" for character in text) - len(strays)
    if sound <= len(strays) or not all(byte.decode("cp1252") in EXPECTED for byte in strays):
        return None
    return text, f"{len(strays)} of its bytes are not UTF-8 and were read as Windows-1252."


def _guess(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only for the rare file that needs it

    best = from_bytes(data).best()
    if best is None:
        raise InputError("not-text", "it is not text in any encoding recoupe knows.", "Save it as UTF-8.")
    return str(best), f"its encoding is not stated; it was guessed to be {best.encoding}."
