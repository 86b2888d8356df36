"""XML from outside: no entities, no network, no huge trees."""

from __future__ import annotations

from typing import Any

from recoupe.errors import InputError


def plain_entities(data: bytes) -> None:
    """Raise InputError `damaged` when the XML defines entities, with which small files become large or read others."""
    if b"<!ENTITY" in data[:100_000].replace(b"\0", b""):
        raise InputError("damaged", "it defines entities of its own, which no article needs.", "Save it as .txt.")


def parse(data: bytes) -> Any:
    """The root element; raises InputError `damaged` on markup that cannot be read or that defines entities."""
    from lxml import etree  # noqa: PLC0415  # only a few formats need it

    plain_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        raise InputError("damaged", "its XML cannot be read.", "Save it again, or as .txt.") from err
