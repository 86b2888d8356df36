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


LATER = [
    ("fr", "La fête, comme devait conclure Nadia Férant, « reviendra l'an prochain ».", ["reviendra l'an prochain"], "Nadia Férant"),
    ("fr", "La police a compté 300 manifestants.", ["300 manifestants"], "La police"),
    ("fr", "Un groupe qui se disait intéressé par l'usine n'a plus donné signe de vie.", ["intéressé par l'usine"], "Un groupe"),
    ("fr", "M. Rival a réaffirmé son « exigence de respect » pour la ville alors que la foule grondait.", ["son « exigence de respect » pour la ville"], "M. Rival"),
    ("fr", "Le patron se rangea à l'avis du joueur qui en souhaitait deux : « Notre but reste le maintien. »", ["Notre but reste le maintien."], "Le patron"),
    ("en", "Heald told The Harbour Post, “The models are quite consistent.”", ["The models are quite consistent."], "Heald"),
    ("en", "As Heald told The Harbour Post, river levels have dropped since May.", ["river levels have dropped since May"], "Heald"),
    ("en", "Wells explained the singer's fame began when she moved to Leeds.", ["the singer's fame began when she moved to Leeds"], "Wells"),
    ("en", "“We want to thank the towns,” said Bolden to the gathered crowd.", ["We want to thank the towns,"], "Bolden"),
    ("en", "Chris Eastley, director of the diet study, and chairman of the Salt Board, says it is crucial to act.", ["it is crucial to act"], "Chris Eastley"),
    ("en", "They call for “urgent action on salt.”", ["urgent action on salt."], "They"),
    ("en", "Members, said Mauer, are required to pay every ten years.", ["Members", "are required to pay every ten years"], "Mauer"),
    ("fr", "Sa carte est refusée et elle demande au guichet de lui avancer vingt euros.", ["lui avancer vingt euros"], "elle"),
    ("fr", "Deux hommes ont été arrêtés, a appris l'ALP de source policière.", ["Deux hommes ont été arrêtés"], "source policière"),
    ("fr", "Le suspect a été relâché, a appris Le Phare auprès du parquet.", ["Le suspect a été relâché"], "parquet"),
    ("fr", "Le prochain article, dit l'éthologue, s'y attaquera.", ["Le prochain article", "s'y attaquera"], "l'éthologue"),
    ("fr", "La maire a réclamé « un vrai plan de renouvellement » de la flotte.", ["« un vrai plan de renouvellement » de la flotte"], "La maire"),
    ("fr", "Les opposants tablent, eux, sur 9 000 visiteurs.", ["9 000 visiteurs"], "Les opposants"),
    ("en", "Sandra Illing put the damage at “£15,000 and counting”.", ["£15,000 and counting"], "Sandra Illing"),
    ("fr", "Le juge, souhaitant en avoir le cœur net, prend une série de mesures.", ["en avoir le cœur net"], "Le juge"),
    ("fr", "Le maire « confiant » avant le vote\nLe vote aura lieu mardi.", ["confiant"], "Le maire"),
    ("fr", "« Une honte » : la colère des riverains après la fermeture\nLe pont est fermé.", ["Une honte"], "riverains"),
    ("fr", "Incendie de Valnac : trois morts, « un drame absolu » pour le maire\nLe feu a pris lundi.", ["un drame absolu"], "le maire"),
    ("en", "Minister: Bridge will reopen by spring\nThe bridge shut on Monday.", ["Bridge will reopen by spring"], "Minister"),
    ("en", "Residents 'furious' as bridge shuts\nThe bridge shut on Monday.", ["furious"], "Residents"),
    ("en", "Bell on the bridge: 'It should never have shut'\nThe bridge shut on Monday.", ["It should never have shut"], "Bell"),
    ("en", "WHO say the disease is the world's most common.", ["the disease is the world's most common"], "WHO"),
]  # fmt: skip

NAMES = [
    ("fr", "Il a assuré la présidence de la société de pêche « La Gaule du port » pendant dix ans."),
    ("fr", "L'association comptait 17 adhérents en 2002."),
    ("fr", "Ces craintes sont nourries par les signes indiquant qu'un enfant souffre."),
    ("fr", "La peine varie selon l'intensité du vent et le prix."),
    (
        "fr",
        "Le préfet a présenté le plan.\n- Mars : le pont ferme et la déviation passe par le quai du port.\n- Juin : les travaux du quai commencent.",
    ),
    (
        "en",
        "The council set out the plan.\n- March: the bridge shuts and buses run by the quay.\n- June: works on the quay begin.",
    ),
    ("fr", "Nadia Férant, morte en 1962, avait aussi écrit un livre, paru en mai, sur le port."),
    ("fr", "Le maire s'inquiète des suites qu'il faudra payer."),
    ("fr", "Il défendra 29 employées réunies en un procès (« class action ») contre la firme."),
    ("en", "Bridge 'safe' despite cracks in the deck\nThe bridge shut on Monday."),
    ("en", "Police arrested and questioned the student."),
    ("en", "“Paper found on wet street” — The Harbour Star, 15 August 2008"),
]


@pytest.mark.parametrize(("lang", "text", "contents", "speaker"), LATER)
def test_clauses_and_their_speakers(lang, text, contents, speaker):
    rows = [q.row for q in read(text, lang)]
    assert [[c["text"] for c in row["contents"]] for row in rows] == [contents]
    assert rows[0]["speaker"]["text"] == speaker


@pytest.mark.parametrize(("lang", "text"), NAMES)
def test_what_is_called_or_counted_is_not_said(lang, text):
    assert [q.row["contents"] for q in read(text, lang)] == []


def test_a_colleague_recalled_speaks():
    (quotation,) = read("Bell recalled a colleague saying, “It is over.”", "en")
    assert quotation.row["speaker"]["text"] == "a colleague"
