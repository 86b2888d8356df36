"""Inputs to documents: what is given beats the manifest, and the manifest beats what the source states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from recoupe.errors import InputError, SetupError
from recoupe.lang import LANGUAGES
from recoupe.read import byline, chosen_date, isolated, mojibake, versions, walk
from recoupe.read import manifest as manifests
from recoupe.read.dates import published
from recoupe.read.draft import Draft, Source, issue, note
from recoupe.read.language import detect
from recoupe.read.offsets import chained
from recoupe.read.open import accounts
from recoupe.read.options import Given, ReadOptions
from recoupe.read.registry import FORMATS, PLAIN, Format, formats
from recoupe.types import Document, Evidence, Issue, Published

CONTAINER = 20
DECIDES = 400
MOST = 15_000


@dataclass(slots=True)
class Reading:
    """The documents and issues found so far in one reading."""

    documents: dict[str, Document] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    cut: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    _problems: set[str] = field(default_factory=set)
    _alike: dict[str, list[Document]] = field(default_factory=dict)

    def problem(self, found: Issue) -> None:
        """Keep an issue once."""
        if found.id not in self._problems:
            self._problems.add(found.id)
            self.issues.append(found)

    def document(self, found: Document) -> None:
        """Keep a document, or say that it, or its id, was there already."""
        key = "".join(found.text.split())[:DECIDES]
        first = self.documents.get(found.id)
        first = first or next((one for one in self._alike.get(key, ()) if versions.same(one, found)), None)
        if first is None:
            self.documents[found.id] = found
            self._alike.setdefault(key, []).append(found)
        else:
            self.problem(repeated(found, first.path, first.text.split() == found.text.split()))


def repeated(found: Document, first: str, same: bool) -> Issue:
    """What is said of an account whose id was met before, in the file `first`, with the same text or another."""
    if same:
        return note("duplicate-input", f"the same account as {first}, read once.", found.path)
    err = InputError("duplicate-id", f"its id {found.id} is {first}'s too.", "Give each account its own.")
    return issue(err, found.path)


def read(inputs: Sequence[Path], options: ReadOptions) -> tuple[list[Document], list[Issue]]:
    """The accounts of the inputs in their order, and a row for everything that could not be read.

    Without inputs, those of the manifest. Raises SetupError when the manifest cannot be used or a name given with a
    value is no input's.
    """
    reading = read_all(inputs, options)
    return list(reading.documents.values()), reading.issues


def read_all(
    inputs: Sequence[Path], options: ReadOptions, progress: Callable[[int, int], None] | None = None
) -> Reading:
    """As `read`, with the lines cut from each account's page, by document id, and whether
    each is a caption; `progress` is told files done and in all.

    Files beyond MOST are left out, and said: what is read here is one story and is held in memory.
    """
    manifest = manifests.load(options.manifest) if options.manifest else None
    reading = Reading()
    named = list(inputs) or ([row.path for row in manifest.rows] if manifest else [])
    found = list(islice(walk.expand(named), MOST + 1))
    if len(found) > MOST:
        found.pop()
        remedy = "`recoupe corpus build` takes collections of any size."
        reading.problem(issue(InputError("too-many", f"only the first {MOST} files were read.", remedy), _shown(named)))
    files = [item for item in found if isinstance(item, walk.Input)]
    _check_names(options, files)
    if manifest:
        _check_rows(manifest, files, reading)
    done = 0
    for item in found:
        if isinstance(item, Issue):
            if not (manifest and item.code == "manifest-found"):
                reading.problem(item)
            continue
        for result in one(item, options):
            if isinstance(result, Issue):
                reading.problem(result)
            else:
                finish(result, item, options, manifest, reading)
        done += 1
        if progress:
            progress(done, len(files))
    for found_again in versions.said(list(reading.documents.values())):
        reading.problem(found_again)
    return reading


def _shown(named: Sequence[Path]) -> str:
    return ", ".join(walk.shown(path) for path in named[:3]) + ("…" if len(named) > 3 else "")


def _names(item: walk.Input) -> set[str]:
    return {item.shown, item.path.name, item.path.stem}


def _check_names(options: ReadOptions, files: Sequence[walk.Input]) -> None:
    for given in options.given:
        if given.name is not None and not any(given.name in _names(item) for item in files):
            raise SetupError(
                "bad-option",
                f"--{given.field} {given.name}={given.value}: no input is called « {given.name} ».",
                "Write the file's name before the « = », or only the value to say it of every input.",
            )


def _check_rows(manifest: manifests.Manifest, files: Sequence[walk.Input], reading: Reading) -> None:
    inputs = {item.path.resolve() for item in files}
    for row in manifest.rows:
        if row.unknown:
            message = f"the row of {row.path.name} has fields recoupe does not know: {', '.join(row.unknown)}."
            reading.problem(note("unknown-field", message, walk.shown(manifest.path)))
        if row.path.resolve() not in inputs:
            message = f"the row of {row.path.name} belongs to no input."
            reading.problem(note("unused-row", message, walk.shown(manifest.path)))


def one(item: walk.Input, options: ReadOptions) -> Iterator[Draft | Issue]:
    """The accounts and issues of one file."""
    try:
        form = _format(item)
        source = walk.load(item, options.max_bytes * (CONTAINER if form.container else 1))
    except InputError as err:
        yield issue(err, item.shown)
        return
    yield from _here(source) if form.here else isolated.accounts(source)


def _here(source: Source) -> Iterator[Draft | Issue]:
    yield from (found for found in accounts(source) if not isinstance(found, str))


def _format(item: walk.Input) -> Format:
    suffix = Source(item.shown, b"").suffix
    if item.shown == walk.STDIN or not suffix or not item.path.is_file():
        return FORMATS.get(suffix, PLAIN)
    if suffix not in FORMATS:
        raise InputError("format-not-supported", f"recoupe does not read {suffix} files.", f"It reads {formats()}.")
    return FORMATS[suffix]


def finish(
    draft: Draft, item: walk.Input, options: ReadOptions, manifest: manifests.Manifest | None, reading: Reading
) -> None:
    """Settle what is known about one account and keep it, or the reason why it is left out."""
    row = manifest.about(item.path) if manifest else None
    told = row.fields if row else {}
    given = {g.field: g.value for g in _in_force(options, item)}
    where = draft.path or item.shown
    draft, offsets = _sound(draft, where, reading)
    outlet = given.get("outlet") or told.get("outlet") or draft.outlet
    url = told.get("url") or draft.url
    name = where.rsplit("/", 1)[-1]
    ident = draft.id or told.get("id") or Document.make_id(draft.text, outlet, url, name)
    date, dates = _date(draft, given.get("published") or told.get("published"), ident, where, reading)
    try:
        lang = _language(given.get("lang") or told.get("lang") or draft.lang, draft)
    except InputError as err:
        reading.problem(issue(err, where, f" ({draft.id})" if draft.id else ""))
        return
    reading.cut.setdefault(ident, tuple((line, line in draft.captions) for line in draft.cut))
    title = told.get("title") or draft.title
    reading.document(
        Document(
            id=ident, text=draft.text, lang=lang, path=where, outlet=outlet, url=url, title=title,
            published=date, sha256=draft.sha256, offset_map=offsets, dates=dates, updated=chosen_date.updated(dates),
            author=draft.author, agency=byline.agency(draft.text, draft.byline, draft.author, outlet),
        )
    )  # fmt: skip


def _sound(draft: Draft, where: str, reading: Reading) -> tuple[Draft, mojibake.Offsets]:
    """The account as it was written where its encoding was misread and nothing is lost by undoing that; said."""
    found = mojibake.repaired(draft.text)
    if found is None:
        return draft, draft.offsets
    message = "its UTF-8 had been read as Windows-1252 (« é » as « Ã© ») before it came here; this was undone."
    reading.problem(note("mojibake-repaired", message, where))
    title, outlet = (value and (mojibake.repaired(value) or (value,))[0] for value in (draft.title, draft.outlet))
    return replace(draft, text=found[0], title=title, outlet=outlet), chained(found[1], draft.offsets)


def _date(
    draft: Draft, said: str | None, ident: str, where: str, reading: Reading
) -> tuple[Published | None, tuple[Evidence, ...]]:
    """The date of publication and all evidence: the one given, else the most trusted stated; conflicts are notes."""
    best = chosen_date.choose(draft.dates)
    day = said or draft.published or (best.value if best else None)
    date = published(day) if day else None
    if day and date is None:
        message = f"{where}: published « {day} » is not an ISO date such as 2021-04-07; kept without a date."
        reading.problem(Issue.make("read", "bad-date", message, ident, where))
    own = Evidence(chosen_date.GIVEN, said, said if date else None) if said else None
    stated = draft.dates or ((Evidence("field", draft.published, _iso(draft.published)),) if draft.published else ())
    used = own or best
    for other in chosen_date.conflicts(draft.dates, used) if used else ():
        message = f"its {other.place} says {other.value} (« {other.words} »); {used.value if used else ''} was kept."
        reading.problem(note("date-conflict", message, where))
    return date, ((own,) if own else ()) + stated


def _iso(words: str) -> str | None:
    return words if published(words) else None


def _in_force(options: ReadOptions, item: walk.Input) -> list[Given]:
    """What was given about this input: of every input first, then by its name, so that the name wins."""
    applies = [given for given in options.given if given.name is None or given.name in _names(item)]
    return sorted(applies, key=lambda given: given.name is not None)


def _language(stated: str | None, draft: Draft) -> str:
    lang = stated.strip().lower().replace("_", "-").split("-")[0] if stated else detect(draft.text)
    lang = lang or draft.likely_lang
    if lang is None:
        raise InputError(
            "language-unknown",
            "its language could not be told from so few words.",
            "Give it with --lang fr or --lang en.",
        )
    if lang not in LANGUAGES:
        raise InputError(
            "language-not-supported",
            f"it is in a language recoupe does not read yet ({lang}).",
            f"recoupe reads {' and '.join(LANGUAGES)}; if that guess is wrong, give --lang.",
        )
    return lang
