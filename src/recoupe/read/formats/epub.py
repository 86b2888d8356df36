"""Electronic books (.epub): each chapter of the spine is a page of its own."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from recoupe.errors import InputError
from recoupe.read.draft import Found, Source, issue
from recoupe.read.limits import member
from recoupe.read.xml import parse

CONTAINER = "META-INF/container.xml"
LOCKS = "META-INF/encryption.xml"
DC = "{http://purl.org/dc/elements/1.1/}"


def read(source: Source) -> Iterable[Found]:
    """The chapters in reading order, with the book's title as outlet and its date."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            root = _attribute(parse(member(archive, CONTAINER)), "rootfile", "full-path")
            package = parse(member(archive, root))
            outlet, day = package.findtext(f".//{DC}title"), package.findtext(f".//{DC}date")
            # Fonts alone may be encrypted; then the chapters are read.
            locked = _locked(archive)
            for name in _spine(package, posixpath.dirname(root)):
                if name in locked:
                    kept = InputError("encrypted", f"its chapter {name} is protected.", "Give it without protection.")
                    yield issue(kept, source.path)
                    continue
                try:
                    yield source.member(name, member(archive, name), outlet=outlet, published=(day or "")[:10])
                except (InputError, KeyError) as err:
                    missing = InputError("damaged", f"its chapter {name} cannot be read.", "Convert the book again.")
                    yield issue(err if isinstance(err, InputError) else missing, source.path)
    except (zipfile.BadZipFile, KeyError) as err:
        raise InputError("damaged", "this book cannot be opened.", "Convert it again, or save it as .txt.") from err


def _locked(archive: zipfile.ZipFile) -> frozenset[str]:
    """The members that the book says are encrypted."""
    if LOCKS not in archive.namelist():
        return frozenset()
    nodes = parse(member(archive, LOCKS)).iter()
    return frozenset(posixpath.normpath(unquote(node.get("URI"))) for node in nodes if node.get("URI"))


def _attribute(tree: Any, tag: str, name: str) -> str:
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag.rsplit("}", 1)[-1] == tag and node.get(name):
            return str(node.get(name))
    raise KeyError(tag)


def _spine(package: Any, folder: str) -> Iterator[str]:
    pages: dict[str, str] = {}
    for node in package.iter():
        tag = node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""
        if tag == "item" and "html" in (node.get("media-type") or "") and "nav" not in (node.get("properties") or ""):
            pages[node.get("id", "")] = posixpath.normpath(posixpath.join(folder, node.get("href", "")))
        elif tag == "itemref" and node.get("idref") in pages:
            yield pages[node.get("idref")]
