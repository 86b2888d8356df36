"""The dossier of one story of a corpus: what `recoupe run` gives for its articles."""

from __future__ import annotations

from recoupe.engine.folder import Folder
from recoupe.engine.wire import document
from recoupe.errors import SetupError
from recoupe.types import Document


def articles(folder: Folder, ident: str) -> list[Document]:
    """The articles of the story whose id begins so, the earliest first.

    Raises SetupError `no-id` when there is none, and `many-ids` when there are several.
    """
    ids = sorted(row["id"] for row in folder.rows("story", ("id",)) if row["id"].startswith(ident))
    if not ids or not ident:
        raise SetupError("no-id", f"{folder.path} has no story « {ident} ».", "Its table « story » lists them.")
    if len(ids) > 1 and ident not in ids:
        raise SetupError("many-ids", f"« {ident} » begins several ids: {', '.join(ids[:5])}.", "Write more of it.")
    members = [row["document"] for row in folder.find("member", "story", [ident if ident in ids else ids[0]])]
    found = [document(row) for row in folder.find("document", "id", members)]
    return sorted(found, key=lambda d: (str(d.published or "9999"), d.id))
