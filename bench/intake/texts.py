"""Made-up articles, French and English, from sentences written for this measure."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

PLACES = ("Morvane", "Kerlouan", "Vaubrac", "Tressigny", "Lanvallec", "Orsenne", "Brézolles", "Quimbrac")
PEOPLE = ("Lise Tournier", "Marc Aubrey", "Ada Roule", "Jean-Noël Pradier", "Nora Hadley", "Owen Castle")
ZONES = {"fr": dt.timezone(dt.timedelta(hours=1)), "en": dt.timezone(dt.timedelta(hours=-5))}

SENTENCES = {
    "fr": (
        "Le conseil municipal de {place} a voté {n} millions d'euros pour réparer la digue.",
        "« Nous n'avons pas le choix », a expliqué {who}, qui suit le dossier depuis l'automne.",
        "Selon la préfecture, {n} foyers restent privés d'électricité dans la vallée.",
        "Les commerçants du port demandent une compensation avant la saison d'été.",
        "La ligne de train entre {place} et la côte rouvrira par étapes, a indiqué l'exploitant.",
        "{who} n'a pas souhaité répondre aux questions des habitants réunis devant la mairie.",
        "Une enquête a été ouverte après la découverte de {n} fûts dans l'ancienne tannerie.",
        "« C'est un soulagement, mais il faudra des années », estime {who}, présidente de l'association.",
        "Le tribunal rendra sa décision dans {n} jours, a précisé son avocat.",
        "Plusieurs écoles ont fermé leurs portes, et les cantines livrent des repas à domicile.",
        "À {place}, la cueillette a commencé avec {n} semaines d'avance sur l'an dernier.",
        "Les syndicats contestent ce chiffre et réclament la publication du rapport complet.",
        "Aucun blessé n'était à déplorer, selon les secours, arrivés en moins d'une demi-heure.",
        "La région s'est engagée à financer {n} % des travaux si l'État confirme sa part.",
    ),
    "en": (
        "The town council of {place} voted {n} million pounds to repair the sea wall.",
        '"We had no other choice," said {who}, who has followed the matter since the autumn.',
        "According to the fire service, {n} homes in the valley were still without power.",
        "Shopkeepers on the harbour are asking for compensation before the summer season.",
        "The railway line between {place} and the coast will reopen in stages, its operator said.",
        "{who} declined to answer questions from residents who had gathered outside the town hall.",
        "An inquiry was opened after {n} barrels were found in the old tannery.",
        '"It is a relief, but it will take years," said {who}, who chairs the association.',
        "The court will hand down its ruling in {n} days, her lawyer added.",
        "Several schools closed their doors, and canteens are delivering meals to homes.",
        "In {place}, the harvest began {n} weeks earlier than it did last year.",
        "Unions dispute that figure and are calling for the full report to be published.",
        "Nobody was hurt, according to rescuers, who arrived in less than half an hour.",
        "The region has pledged to pay {n} per cent of the work if the state confirms its share.",
    ),
}
TITLES = {
    "fr": ("{place} : la digue sera réparée avant l'été", "À {place}, les habitants attendent des réponses"),
    "en": ("Sea wall in {place} to be repaired before summer", "Residents of {place} still waiting for answers"),
}


@dataclass(frozen=True, slots=True)
class Article:
    """One made-up article: what an extractor should give back."""

    number: int
    lang: str
    title: str
    author: str
    paragraphs: tuple[str, ...]
    published: dt.datetime

    @property
    def day(self) -> dt.date:
        """The day of publication."""
        return self.published.date()


def article(number: int, lang: str) -> Article:
    """The article of this number: a dozen sentences in five to eight paragraphs."""
    draw = random.Random(f"{number} {lang}")

    def said(sentence: str) -> str:
        return sentence.format(place=draw.choice(PLACES), who=draw.choice(PEOPLE), n=draw.randint(3, 90))

    sentences = [said(sentence) for sentence in draw.sample(SENTENCES[lang], 14)]
    cuts = sorted(draw.sample(range(1, 14), draw.randint(4, 7)))
    parts = [sentences[i:j] for i, j in zip([0, *cuts], [*cuts, 14], strict=True)]
    # The first of January and days that could be months are the traps of date readers.
    day = dt.date(2024, 1, 1) if number % 9 == 4 else dt.date(2019 + number % 7, 1 + number % 12, 1 + (number * 7) % 28)
    moment = dt.datetime.combine(day, dt.time(9 + number % 9, (number * 11) % 60), ZONES[lang])
    title = said(draw.choice(TITLES[lang]))
    return Article(number, lang, title, draw.choice(PEOPLE), tuple(" ".join(part) for part in parts), moment)
