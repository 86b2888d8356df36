"""What reasons say of left and right follows the link's ends."""

from __future__ import annotations

import datetime as dt

from recoupe.pipeline import run
from recoupe.types import Document


def test_the_earlier_account_is_told_first_in_whatever_order_the_two_are_read() -> None:
    early = Document("d-0", "The storm injured twelve people in Dunmore.", "en", published=dt.date(2031, 3, 1))
    late = Document("d-1", "The storm injured seventeen people in Dunmore.", "en", published=dt.date(2031, 3, 2))
    for read in ([early, late], [late, early]):
        dossier = run(read)
        of = {s.id: s.anchor for s in dossier.statements}
        figures = [link for link in dossier.links if link.left[:1] == "f"]
        assert figures
        for link in figures:
            assert of[link.left].document == "d-0"
            told = next(dict(r.args) for r in link.reasons if r.code == "figures-apart")
            assert (told["left"], told["right"]) == (of[link.left].exact, of[link.right].exact)
