"""What changed between two versions of an article."""

from __future__ import annotations

from recoupe.compare.difference import difference
from recoupe.pipeline import run
from recoupe.types import Document

OLD = (
    "Un incendie a détruit un entrepôt de Morvane mardi. Selon la préfecture, 12 personnes ont été blessées. "
    "« La route restera fermée jusqu'à vendredi », a déclaré la maire Lise Tournier. "
    "Le port sera nettoyé, a promis l'armateur."
)
NEW = (
    "Un incendie a détruit un entrepôt de Morvane mardi. Selon la préfecture, 17 personnes ont été blessées. "
    "« La route restera fermée jusqu'à samedi », a déclaré la maire Lise Tournier. "
    "« Personne ne nous a prévenus », a regretté un riverain."
)


def test_changed_added_and_removed_statements_are_told_apart() -> None:
    dossier = run([Document("a", OLD, "fr", url="https://v.example/x"), Document("b", NEW, "fr")])
    found = difference(dossier, "a", "b")
    rows = {
        (d.change, d.before.anchor.exact if d.before else None, d.after.anchor.exact if d.after else None)
        for d in found.found
    }
    assert any(c == "changed" and old and "12" in old and new and "17" in new for c, old, new in rows)
    assert any(c == "changed" and old and "vendredi" in old and new and "samedi" in new for c, old, new in rows)
    assert any(c == "added" and new and "Personne ne nous a prévenus" in new for c, _, new in rows)
    assert any(c == "removed" and old and "Le port sera nettoyé" in old for c, old, _ in rows)
    assert found.unchanged >= 1


def test_an_account_set_against_itself_is_unchanged() -> None:
    dossier = run([Document("a", OLD, "fr"), Document("b", OLD, "fr", outlet="La Vigie")])
    result = difference(dossier, "a", "b")
    assert result.found == ()
    assert result.unchanged == sum(s.anchor.document == "a" for s in dossier.statements)
