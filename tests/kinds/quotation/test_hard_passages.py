"""Passages a tagger, a missing mark or a stray conjunction makes hard, and who says them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

FRENCH = [
    (
        "« Mes voisins chantaient à l’idée de voter, mais nous voilà dans une impasse », déplore-t-il.",
        ["Mes voisins chantaient à l’idée de voter, mais nous voilà dans une impasse"],
        None,
    ),
    (
        "« Ils menaient de six points et maintenant de quatre », a déclaré Lucas Berthier alors qu’il repartait.",
        ["Ils menaient de six points et maintenant de quatre"],
        "Lucas Berthier",
    ),
    (
        "« J’ai un énorme problème avec ces transferts », a affirmé Dieter Kraus, le chef de la fédération.",
        ["J’ai un énorme problème avec ces transferts"],
        "Dieter Kraus",
    ),
    (
        "Nadia Férant a poursuivi « Vous voyez ce groupe, vous le voyez à l’œuvre. »",
        ["Vous voyez ce groupe, vous le voyez à l’œuvre."],
        "Nadia Férant",
    ),
    (
        "Jean Ravo a déclaré samedi aux élus, lors de l’assemblée de la ligue, ne voir aucune « réponse sérieuse ».",
        ["ne voir aucune « réponse sérieuse »"],
        "Jean Ravo",
    ),
    (
        "Jean Berthier, de l’Institut du froid de Cachan, dans la banlieue, a déclaré : « Nous tenons une piste. »",
        ["Nous tenons une piste."],
        "Jean Berthier",
    ),
    (
        "Des groupes ont fait face à des riverains criant « laissez-nous dormir ».",
        ["laissez-nous dormir"],
        "des riverains",
    ),
    (
        "« On ne se voit plus, explique Paul Férant. « Avant, on allait au bar. » Les cafés, eux, ferment.",
        ["On ne se voit plus", "Avant, on allait au bar."],
        "Paul Férant",
    ),
    (
        "Lise Aubrac a fermé la boutique mardi.\n« Je n’ai jamais reçu de réponse de la mairie. »",
        ["Je n’ai jamais reçu de réponse de la mairie."],
        "Lise Aubrac",
    ),
    (
        "Le maire a dans la foulée annoncé que la digue serait fermée.",
        ["la digue serait fermée"],
        "Le maire",
    ),
    (
        "Ses conseillers l’informent que chaque espion a été découvert.",
        ["chaque espion a été découvert"],
        "Ses conseillers",
    ),
    (
        "Toujours selon Jean Roy, deux hommes seraient en fuite.",
        ["deux hommes seraient en fuite"],
        "Jean Roy",
    ),
    (
        "La ville se déclare prête au retour des habitants.",
        ["prête au retour des habitants"],
        "La ville",
    ),
    (
        "La mesure, jugée « insuffisante » par l’association, entrera en vigueur lundi.",
        ["insuffisante"],
        "l’association",
    ),
    ("Il a été décrit comme « un homme discret » par ses voisins.", ["un homme discret"], "ses voisins"),
    (
        "Les habitants ont été prévenus par Jean Roy que l’eau serait coupée.",
        ["l’eau serait coupée"],
        "Jean Roy",
    ),
    ("La députée a posté sur son compte : « Une honte. »", ["Une honte."], "La députée"),
    ("À l’Élysée, on assure que « rien n’est décidé ».", ["rien n’est décidé"], "l’Élysée"),
    ("Même son de cloche chez Paul Férant : « Il faut attendre. »", ["Il faut attendre."], "Paul Férant"),
]

ENGLISH = [
    (
        "Dale Simms was booked on a second-degree assault charge, the Harrow Police Department said.",
        ["Dale Simms was booked on a second-degree assault charge"],
        "Harrow Police Department",
    ),
    (
        "They had a boy called Robert in June, and Dale Simms said his life had changed.",
        ["his life had changed"],
        "Dale Simms",
    ),
    (
        '"The man caused injury and loss to the families of the victims," the notice of intent states.',
        ["The man caused injury and loss to the families of the victims,"],
        "the notice of intent",
    ),
    (
        "Ida Moss, 68, an electrician at the march with her son said she was tired.",
        ["she was tired"],
        "Ida Moss",
    ),
    (
        '"We are not going anywhere," the union leader, Ida Reed, told a crowd outside the plant.',
        ["We are not going anywhere,"],
        "Ida Reed",
    ),
    ("Police say the man, 34, fled on foot.", ["the man, 34, fled on foot"], "Police"),
    ("The driver, police said, fled on foot.", ["The driver", "fled on foot"], "police"),
    ("Hundreds marched on Sunday, police said.", ["Hundreds marched on Sunday"], "police"),
    ("About 90 pupils protested outside, officials said.", ["About 90 pupils protested outside"], "officials"),
    (
        "The Herald reported Sunday, citing two unnamed aides, that the envoy would quit.",
        ["the envoy would quit"],
        "The Herald",
    ),
    (
        "Dale Sayle put off deciding whether the group could question Clement but said it could come back later.",
        ["it could come back later"],
        "Dale Sayle",
    ),
    (
        "Sandy Phelps, who lost her son in Aurora, Colorado, in July 2012, said that nobody had called.",
        ["nobody had called"],
        "Sandy Phelps",
    ),
    ('The plan, described by Ida Reed as "reckless," will go to a vote.', ["reckless,"], "Ida Reed"),
    ('The deal was called "a betrayal" by farmers.', ["a betrayal"], "farmers"),
    ("Residents were told by Ida Reed that the pier would close.", ["the pier would close"], "Ida Reed"),
]

NOTHING = [
    ("fr", "Kévin Aubry : le chanteur change de nom\nKévin Aubry a annoncé un disque. « Je chante », a dit Aubry."),
    ("fr", "Ce but montre que la défense a progressé, sachant que le gardien était blessé."),
    ("fr", "L’association considère les usagers plutôt que les chiffres."),
    ("en", "Residents are now being told it will be hours until they are allowed back in."),
    ("en", "In June, the Commission published the results of a vote in which few took part."),
    ("en", "After questioning Simms, the officers went home."),
    ("en", "In a statement published late on Sunday, the company said."),
    ("en", "When asked if he would resign, Moss left the room, citing two aides."),
]


def said(text: str, lang: str) -> list[tuple[list[str], str | None]]:
    document = Document("a", text, lang, published=dt.date(2024, 5, 2))  # type: ignore[arg-type]
    found = []
    for statement in run([document]).statements:
        if statement.kind == "quotation":
            body: Any = statement.body
            assert statement.attribution is not None
            found.append(([anchor.exact for anchor in body.contents], statement.attribution.voice.named))
    return found


@pytest.mark.parametrize(("text", "contents", "named"), FRENCH)
def test_french(text: str, contents: list[str], named: str | None) -> None:
    assert (contents, named) in said(text, "fr")


@pytest.mark.parametrize(("text", "contents", "named"), ENGLISH)
def test_english(text: str, contents: list[str], named: str | None) -> None:
    assert (contents, named) in said(text, "en")


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_what_is_no_quotation(lang: str, text: str) -> None:
    """Titles about someone, locutions with « que », passives and acts: nothing beyond words in marks."""
    assert [contents for contents, _ in said(text, lang) if contents != ["Je chante"]] in ([], [["un disque"]])


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        (
            "fr",
            "Selon Marc Trévise, ses rapports avec Paul Kerdon ont changé. Il a justifié son choix envers Kerdon.\n"
            "« C’est facile de jouer au maire », a-t-il critiqué.",
            "Marc Trévise",
        ),
        (
            "fr",
            "Mme Davin a affirmé : « J’ai peur. »\n"
            "Mme Humbert, une amie de longue date de Mme Davin, a perdu son père.\n"
            "« Il n’a pas dit qu’il souffrait », a-t-elle déclaré.",
            "Humbert",
        ),
        (
            "en",
            'The president said on Saturday that the people saw the plan.\n"A vote is a vote for the law," he said.',
            "The president",
        ),
    ],
)
def test_a_pronoun_carries_the_subject_on(lang: str, text: str, named: str) -> None:
    assert said(text, lang)[-1][1] == named


def test_a_closing_mark_nothing_opened_costs_nothing() -> None:
    """The passage it would end is lost; what stands beside it is not."""
    text = "C'est un vote de confiance\", a déclaré Nadia Férant. Jean Roy a dit que la digue tient."
    assert (["la digue tient"], "Jean Roy") in said(text, "fr")
