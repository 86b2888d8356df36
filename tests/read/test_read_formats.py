"""The same article in every format gives the same words, and each damaged file is one row."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from recoupe.read import ReadOptions, read
from recoupe.types import Document, Issue
from tests.read import files


def one(tmp_path: Path, name: str, data: bytes) -> tuple[list[Document], list[Issue]]:
    path = tmp_path / name
    path.write_bytes(data)
    return read([path], ReadOptions())


def codes(issues: list[Issue]) -> list[tuple[str, str]]:
    return [(issue.severity, issue.code) for issue in issues]


@pytest.mark.parametrize("suffix", sorted(files.BUILDERS))
def test_every_format_gives_every_paragraph_whole(tmp_path: Path, suffix: str) -> None:
    [document], issues = one(tmp_path, f"a{suffix}", files.BUILDERS[suffix](files.PARAGRAPHS))
    for paragraph in files.PARAGRAPHS:
        assert paragraph in document.text.split("\n")
    assert [code for severity, code in codes(issues) if severity == "error"] == []


def test_a_message_keeps_its_hour_and_its_attachment_is_another_account(tmp_path: Path) -> None:
    other = ("Le maire de Valnac a refusé de fermer le pont.", "« Jamais », a-t-il dit.")
    documents, issues = one(tmp_path, "a.eml", files.eml(attached=files.docx(other)))
    assert [d.title for d in documents] == ["Le pont fermé trois semaines", None]
    assert documents[0].published == dt.datetime.fromisoformat("2026-03-11T19:40:00-04:00")
    assert documents[1].text == "\n\n".join(other)
    assert documents[1].path.endswith("a.eml!/note.docx")
    assert documents[1].published is None, "the day a file was made is no date of publication"
    assert issues == []


def test_a_mailbox_is_as_many_accounts_as_messages(tmp_path: Path) -> None:
    second = files.eml(files.PARAGRAPHS[::-1])
    box = b"From a@b.example Wed Mar 11 19:40:00 2026\n" + files.eml() + b"\nFrom c@d.example\n" + second
    documents, issues = one(tmp_path, "a.mbox", box)
    assert [d.path.rsplit("!/", 1)[1] for d in documents] == ["1.eml", "2.eml"]
    assert issues == []


def test_what_the_container_says_of_a_page_is_kept(tmp_path: Path) -> None:
    [saved], _ = one(tmp_path, "a.mhtml", files.mhtml())
    assert saved.url == "https://vigie.example/2026/03/11/le-pont"
    assert saved.published == dt.date(2026, 3, 11)
    [recorded], _ = one(tmp_path, "a.warc", files.warc())
    assert (recorded.url, recorded.published) == ("https://vigie.example/le-pont", None)
    [chapter], _ = one(tmp_path, "a.epub", files.epub())
    assert (chapter.outlet, chapter.published) == ("La Vigie", dt.date(2026, 3, 11))
    [entry], issues = one(tmp_path, "a.rss", files.rss())
    assert (entry.outlet, entry.title, entry.published) == ("La Vigie", "Le pont", dt.date(2026, 3, 11))
    assert codes(issues) == [("note", "summary-only")]


def test_a_web_archive_cut_short_says_so_and_keeps_its_pages(tmp_path: Path) -> None:
    whole = gzip.compress(files.warc()) + gzip.compress(files.warc(files.PARAGRAPHS[::-1]))
    documents, issues = one(tmp_path, "whole.warc.gz", whole)
    assert (len(documents), [issue.code for issue in issues]) == (2, ["later-version"])
    documents, issues = one(tmp_path, "cut.warc.gz", whole[: len(whole) * 3 // 4])
    assert len(documents) == 1
    assert ("error", "truncated") in codes(issues)


def test_tables_name_their_columns(tmp_path: Path) -> None:
    rows = 'Texte;Média;Date;id\n"Le maire a dit, hier : « Non ».\nPuis il est parti.";La Vigie;2026-03-11;v1\n;x;;\n'
    documents, issues = one(tmp_path, "a.csv", rows.encode("cp1252"))
    assert [(d.id, d.outlet, d.published) for d in documents] == [("v1", "La Vigie", dt.date(2026, 3, 11))]
    assert documents[0].text == "Le maire a dit, hier : « Non ».\nPuis il est parti."
    assert codes(issues) == [("note", "encoding-guessed"), ("error", "empty-file")]
    documents, issues = one(tmp_path, "b.csv", b"a,b\n1,2\n")
    assert (documents, codes(issues)) == ([], [("error", "no-text")])


def test_an_archive_is_its_members_and_none_climbs_out(tmp_path: Path) -> None:
    inner = files.zipped({"deep.txt": "Le préfet a dit oui, mardi, devant la presse."})
    archive = files.zipped(
        {
            "../../etc/evil.txt": "La maire a dit non, lundi, devant le conseil.",
            "b/page.html": files.html(),
            "b/.hidden.txt": "x",
            "__MACOSX/b/page.html": "x",
            "bad.docx": b"zzz",
            "inner.zip": inner,
            "picture.png": b"\x89PNG",
        }
    )
    documents, issues = one(tmp_path, "a.zip", archive)
    assert [d.path.split("a.zip!/", 1)[1] for d in documents] == ["etc/evil.txt", "b/page.html", "inner.zip!/deep.txt"]
    assert [issue.code for issue in issues if issue.severity == "error"] == ["damaged"]
    assert issues[0].path is not None
    assert issues[0].path.endswith("a.zip!/bad.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"], "nothing is unpacked to the disk"


def bomb(size: int) -> bytes:
    return files.zipped({"bomb.txt": b"a" * size})


def nested(depth: int) -> bytes:
    data = files.zipped({"a.txt": "La maire a dit non, lundi, devant le conseil."})
    for _ in range(depth):
        data = files.zipped({"a.zip": data})
    return data


def encrypted() -> bytes:
    data = bytearray(files.zipped({"a.txt": "La maire a dit non, lundi."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def broad() -> bytes:
    """A hundred kilobytes that would unpack to gigabytes, no member of which is too large by itself."""
    inner = files.zipped({f"{n}.jsonl": b" " * 40_000_000 for n in range(8)})
    return files.zipped({f"{n}.zip": inner for n in range(40)})


def locked_odt() -> bytes:
    manifest = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    return files.zipped({"content.xml": b"\x80\x81", "META-INF/manifest.xml": manifest})


def locked_epub() -> bytes:
    locks = '<encryption><EncryptedData><CipherReference URI="OEBPS/a.xhtml"/></EncryptedData></encryption>'
    with zipfile.ZipFile(io.BytesIO(files.epub())) as book:
        members = {name: book.read(name) for name in book.namelist()}
    return files.zipped({**members, "META-INF/encryption.xml": locks})


def locked_pdf() -> bytes:
    """A page whose key no password gives."""
    keys = b"/O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + keys + b" >> /ID [<41> <41>] /Root"
    return files.pdf().replace(b"/Root", lock, 1)


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
HOSTILE: dict[str, tuple[bytes, str]] = {
    "bomb.zip": (bomb(60_000_000), "too-large"),
    "nested.zip": (nested(6), "too-deep"),
    "secret.zip": (encrypted(), "encrypted"),
    "large.zip": (bomb(11_000_000), "too-large"),
    "broad.zip": (broad(), "too-large"),
    "bomb.docx": (files.zipped({"word/document.xml": b"<w>", "word/media/a.png": b"0" * 110_000_000}), "too-large"),
    "entities.docx": (files.zipped({"word/document.xml": ENTITIES + "<a>&c;</a>"}), "damaged"),
    "secret.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old.docx": (OLE, "damaged"),
    "secret.pdf": (locked_pdf(), "encrypted"),
    "secret.odt": (locked_odt(), "encrypted"),
    "secret.epub": (locked_epub(), "encrypted"),
    "no.zip": (b"PK\x03\x04", "damaged"),
    "no.docx": (b"not a document", "damaged"),
    "plain.docx": (files.zipped({"a.txt": "a"}), "damaged"),
    "no.odt": (files.zipped({"content.xml": "<a>"}), "damaged"),
    "entities.odt": (files.zipped({"content.xml": ENTITIES + "<a>&c;</a>"}), "damaged"),
    "no.rtf": (b"plain words", "damaged"),
    "no.pdf": (b"%PDF-1.4\n%%EOF", "damaged"),
    "blank.pdf": (files.pdf([""]), "no-text"),
    "no.eml": (b"\n\nwords without a header", "damaged"),
    "no.mbox": (b"words", "damaged"),
    "no.mht": (b"Subject: x\n\nno page", "no-article"),
    "no.epub": (files.zipped({"a": "b"}), "damaged"),
    "no.warc": (b"words", "damaged"),
    "no.rss": (b"<rss/>", "no-article"),
    "list.opml": (b"<opml version='2.0'><body/></opml>", "no-article"),
    "deep.html": (b"<div>" * 200_000, "no-article"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_a_row_and_the_good_one_is_kept(tmp_path: Path, name: str) -> None:
    data, code = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z-good.docx").write_bytes(files.docx())
    documents, issues = read([tmp_path / name, tmp_path / "z-good.docx"], ReadOptions())
    assert [Path(d.path).name for d in documents] == ["z-good.docx"]
    # Of the broad one each archive inside that came too late is a row of its own.
    found = [c for severity, c in codes(issues) if severity == "error"]
    assert found == [code] if name != "broad.zip" else set(found) == {code, "empty-file"}


def test_lines_and_tables_inside_an_archive(tmp_path: Path) -> None:
    line = json.dumps({"id": "l", "text": "La maire a dit non, lundi, devant le conseil."})
    documents, issues = one(
        tmp_path, "a.zip", files.zipped({"a.jsonl": line, "b.tsv": "text\tid\nLe préfet a dit oui.\tt\n"})
    )
    assert [d.id for d in documents] == ["l", "t"]
    assert issues == []


def test_a_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    data = bytearray(bomb(60_000_000))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (100).to_bytes(4, "little")
    documents, issues = one(tmp_path, "lies.zip", bytes(data))
    assert documents == [] or len(documents[0].text) <= 100
    assert all(issue.code in {"damaged", "too-large", "language-unknown", "no-articles"} for issue in issues)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Wed, 11 Mar 2026 22:40:00 -0400", "2026-03-11T22:40:00-04:00"),
        ("2026-03-11T22:40:00-04:00", "2026-03-11T22:40:00-04:00"),
        ("2026-03-11", "2026-03-11"),
        ("mer., 11 mars 2026", "2026-03-11"),
        ("bientôt", None),
    ],
)
def test_a_feed_s_date_keeps_its_zone(tmp_path: Path, written: str, wanted: str | None) -> None:
    feed = files.rss().replace(b"mer., 11 mars 2026", written.encode())
    path = tmp_path / "a.rss"
    path.write_bytes(feed)
    [document], _ = read([path], ReadOptions())
    assert (document.published.isoformat() if document.published else None) == wanted


def test_an_atom_entry_s_update_is_no_publication(tmp_path: Path) -> None:
    body = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in files.PARAGRAPHS)
    entry = f"<title>Le pont</title><updated>2026-03-12T08:00:00-04:00</updated><content type='html'>{body}</content>"
    path = tmp_path / "a.atom"
    path.write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>La Vigie</title><entry>{entry}</entry></feed>")
    [document], _ = read([path], ReadOptions())
    assert (document.published, str(document.updated)) == (None, "2026-03-12 08:00:00-04:00")
