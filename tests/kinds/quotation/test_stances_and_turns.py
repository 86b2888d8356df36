"""Signatures, speech that goes on past an adjunct, what is not ruled out, stances, a sum of the sentence before."""

import pytest

from tests.kinds.quotation.reading import read

# ruff: noqa: E501  # one case a line

CASES = [
    ("fr", "Le journal a interrogé ses lecteurs.\n« Il n'écoute personne. » ― Anne Perrin", ["Il n'écoute personne."], "Anne Perrin"),
    ("fr", "Le journal a interrogé ses lecteurs.\n« Il faut un mur autour de lui. » — Yves Quil, pêcheur", ["Il faut un mur autour de lui."], "Yves Quil"),
    ("en", "The paper asked its readers.\n“He never answered once.” - Julie A. Diaz Martin", ["He never answered once."], "Julie A. Diaz Martin"),
    ("en", "“The council never asked us,” Dana Whitlow said during a meeting in Ashford, Kent, “but everyone will pay for it.”", ["The council never asked us,", "but everyone will pay for it."], "Dana Whitlow"),
    ("fr", "« J'aime bien Henri », a-t-il dit, mais « quand il s'agit d'argent, il défend les bailleurs ».", ["J'aime bien Henri", "quand il s'agit d'argent, il défend les bailleurs"], "il"),
    ("en", "“It is fiddling at the margins,” said Carol Dunn. “It is basically a tax rise” for the wealthiest owners.", ["It is fiddling at the margins,", "It is basically a tax rise” for the wealthiest owners"], "Carol Dunn"),
    ("en", "“The only way the port will change is if someone loses his job” over the spill, she said.", ["The only way the port will change is if someone loses his job", "over the spill"], "she"),
    ("en", "A film has Marsh saying during the hearing last week, “That makes me proud,” when the judge asked.", ["That makes me proud,"], "Marsh"),
    ("en", "As Ruth Almond, a lawyer at the Harrow Institute, recently put it, “Did the firm save the fund, or sink it?”", ["Did the firm save the fund, or sink it?"], "Ruth Almond"),
    ("en", "He came to be seen, as the Harbour Gazette put it in a long profile, as “the fixer.”", ["the fixer."], "the Harbour Gazette"),
    ("fr", "Le plan est, comme l'a dit Paul Rémy, « un poison lent » pour la ville.", ["« un poison lent » pour la ville"], "Paul Rémy"),
    ("en", "\"Nobody will forget it,\" Karine Jansen, a senior adviser for the group MoveUp said on Friday.", ["Nobody will forget it,"], "Karine Jansen"),
    ("fr", "Le ministre n'exclut pas un retour de la taxe avant l'été.", ["un retour de la taxe avant l'été"], "Le ministre"),
    ("en", "The mayor raised the possibility of a local vote in the autumn.", ["a local vote in the autumn"], "The mayor"),
    ("fr", "Le chef du groupe s'en est pris au préfet, « vrai coupable », selon lui, de la crise.", ["vrai coupable", "de la crise"], "lui"),
    ("fr", "L'association, opposée à une « usine à gaz » de plus, a saisi le juge.", ["usine à gaz"], "L'association"),
    ("fr", "La perte serait « de l'ordre de trois millions ». Soit de quoi « remettre en cause l'équilibre » du budget, estime Anne Sol.", ["La perte serait « de l'ordre de trois millions ». Soit de quoi « remettre en cause l'équilibre » du budget"], "Anne Sol"),
]  # fmt: skip

SILENT = [
    ("fr", "Le maire est favorable au projet « Rives 2030 » et à la loi « littoral »."),
    ("fr", "Le maire n'évoque pas la possibilité d'un vote."),
    ("fr", "« Le Grand Calme » – Éditions du Port, 210 pages, 18 euros"),
    ("en", "The owner did not raise the possibility of a sale."),
]


@pytest.mark.parametrize(("lang", "text", "contents", "speaker"), CASES)
def test_words_and_speaker(lang, text, contents, speaker):
    rows = [q.row for q in read(text, lang)]
    assert [[c["text"] for c in row["contents"]] for row in rows] == [contents]
    assert rows[0]["speaker"]["text"] == speaker


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_nothing_said(lang, text):
    assert [q.row["contents"] for q in read(text, lang)] == []
