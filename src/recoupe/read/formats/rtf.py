"""Rich text (.rtf), by striprtf; hidden fields are dropped and a paragraph stays a line."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Found, Source, clean, sha256, traced
from recoupe.read.press import exports
from recoupe.read.shown import rich


def read(source: Source) -> Iterable[Found]:
    """One account, or each article of a press database's export."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  # few inputs are rich text

    if not source.data.lstrip()[:5].startswith(b"{\\rtf"):
        raise InputError("damaged", "it is not rich text, whatever its name says.", "Save it again, or as .txt.")
    # RTF is ASCII by definition (specification 1.9.1): everything else is escaped, so no byte is lost here.
    markup = source.data.decode("latin-1")
    try:
        text = str(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as err:  # the file decides what breaks inside the converter
        raise InputError("damaged", "this rich text cannot be read.", "Save it again, or as .txt.") from err
    lines = text.replace("\x00", "").split("\n")
    articles = exports.from_lines(lines, source)
    if articles:
        yield from traced(articles, rich(markup))
        return
    yield from traced([Draft(text=clean(joined(lines)), sha256=sha256(source.data))], rich(markup))
