"""One input to its accounts: the reader of its suffix, then the readers of what is inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Found, Source, issue
from recoupe.read.limits import DEPTH
from recoupe.read.registry import FORMATS, PLAIN, formats
from recoupe.types import Issue


def accounts(source: Source, skip: frozenset[str] = frozenset()) -> Iterator[Draft | Issue | str]:
    """The accounts and issues of a source, members of archives included.

    A string is the path of the member about to be read, so that whoever watches knows which one a parser died of;
    paths in `skip` are left out.
    """
    if source.path in skip:
        return
    yield source.path
    try:
        for found in _read(source):
            yield from _opened(found, source, skip)
    except InputError as err:
        yield issue(err, source.path)
    except MemoryError:
        raise
    except Exception as err:  # a file decides what breaks inside a parser, and costs only itself
        broken = InputError("damaged", f"its parser failed ({type(err).__name__}).", "Save the article as .txt.")
        yield issue(broken, source.path)


def _read(source: Source) -> Iterator[Found]:
    form = FORMATS.get(source.suffix) if source.suffix or source.depth else PLAIN
    if form is None:
        raise InputError(
            "format-not-supported", f"recoupe does not read {source.suffix} files.", f"It reads {formats()}."
        )
    yield from form.reader()(source)


def _opened(found: Found, source: Source, skip: frozenset[str]) -> Iterator[Draft | Issue | str]:
    if isinstance(found, Draft):
        yield replace(found, path=found.path or source.path) if source.depth else found
    elif isinstance(found, Issue):
        yield found
    elif found.depth > DEPTH:
        deep = InputError("too-deep", f"it lies more than {DEPTH} archives deep.", "Unpack the archives.")
        yield issue(deep, found.path)
    elif found.suffix in FORMATS:
        yield from accounts(found, skip)
