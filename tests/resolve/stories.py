# ruff: noqa: E501
"""Accounts written for these tests: the text, its language, and whom each of its quotations is of, in text order."""

import datetime as dt

from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2021, 6, 15)


def quotations(text, lang, outlet="Le Phare", day=DAY):
    """The quotations of one account as the whole pipeline finds them, in text order."""
    found = run([Document("d-test", text, lang, outlet=outlet, published=day)]).statements
    return sorted((s for s in found if s.kind == "quotation"), key=lambda s: s.body.contents[0].start)


def named(text, lang, **more):
    """Whom each quotation is of."""
    return [s.attribution.voice.named for s in quotations(text, lang, **more)]


def media(text, lang, **more):
    """What each quotation was said through."""
    return [s.attribution.via for s in quotations(text, lang, **more)]


SPEAKERS = [
    # pronouns: the nearest subject that agrees, whatever stands beside its name
    ("fr", "Le bac a coulé hier. L'une des voix du port, Inès Barral, a quitté la réunion. « Je ne plierai pas », a-t-elle dit.",
     ["Inès Barral"]),
    ("fr", "Hugo Valnac a salué la reprise. Il espère que l'annonce « va finir les blocages ».", ["Hugo Valnac"]),
    ("fr", "Sa secrétaire, Anne Claes, dénonce « un abandon ». « Personne ne viendra », confie-t-elle.", ["Anne Claes"] * 2),
    ("fr", "Inès Barral a parlé hier. La fusion sera effective en mai, a-t-elle répété, précisant que « rien ne fermera ».",
     ["Inès Barral"] * 2),
    ("fr", "Un automobiliste a tout vu. « J'ai freiné trop tard », raconte-t-il.", ["Un automobiliste"]),
    ("fr", "Le conseil a entendu Hugo Valnac. Ce dernier affirme que la digue tiendra.", ["Hugo Valnac"]),
    ("en", "Doreen Tipton slept badly. Paramedics wanted her to rest but she refused, saying she \"had a boat to mend\".",
     ["Doreen Tipton"] * 2),
    ("en", "Doreen Tipton waited. Hugo Vance left the hall. He said the dam would hold.", ["Hugo Vance"]),
    # the subject past an aside, shared between verbs, of a relative clause
    ("fr", "Leur commandant, le capitaine Julien Morel, décrit « un hangar en flammes ».", ["Julien Morel"]),
    ("en", "Mark Sheldon, the lawyer representing the harbour's board, confirmed that the gates were shut.", ["Mark Sheldon"]),
    ("fr", "La ministre des Ports, Inès Barral, est venue et a affirmé que la digue tiendrait.", ["Inès Barral"]),
    ("fr", "« La digue tiendra », assure Nadia Férant, installée depuis dix ans, qui promet de rester.", ["Nadia Férant"] * 2),
    ("fr", "« La digue tiendra », a dit la porte-parole du port, la capitaine de vaisseau Inès Barral.", ["Inès Barral"]),
    # descriptions: an office's one bearer, someone just named, nobody else
    ("en", "The dam will hold, the lawyer for the harbour said. The lawyer, Mark Sheldon, left at noon.", ["Mark Sheldon"]),
    ("fr", "Inès Barral, romancière, est arrivée. « Rien ne change », a lancé la quadragénaire.", ["Inès Barral"]),
    ("fr", "Inès Barral dit que oui. Le préfet répond que non.", ["Inès Barral", "Le préfet"]),
    ("fr", "Le maire de Corvignac, Hugo Valnac, dort. Le maire de Brévannes dit que non.", ["Le maire de Brévannes"]),
    ("fr", "Parmi eux, Sylvain Ménez, annoncé à Quévert. L'attaquant dit « ne rien savoir ».", ["Sylvain Ménez"]),
    ("en", "But two of its employees, speaking privately because they feared the owner, said managers had lied.",
     ["two of its employees"]),
    ("en", "The plan was backed by two of the mayor's aides, who met the board and told them that the dam would hold.",
     ["two of the mayor's aides"]),
    ("fr", "« Rien », glisse Ginette, la voisine. Son avocate, Me Claire Weber, dénonce « un abandon ». « On verra », dit-elle.",
     ["Ginette", "Claire Weber"]),
    # a house or a body under another name
    ("fr", "L'Élysée a reçu les maires. « Rien n'est décidé », assure le Château.", ["Élysée"]),
    ("fr", "Le Château de Brissy rouvre. « Rien n'est décidé », assure le Château.", ["Château de Brissy"]),
    ("en", "Northern Crest Resources shut the mine. The company said the pit was safe.", ["Northern Crest Resources"]),
    # the account's own findings, someone of a group
    ("fr", "Selon nos informations, la digue fuyait.", ["Le Phare"]),
    ("fr", "Neuf éditeurs ont refusé. L'un d'eux a répondu que le livre était long.", ["L'un d'eux"]),
]  # fmt: skip

MEDIA = [
    ("fr", "« On ferme », a dit Hugo Valnac sur Radio Goëlo. « C'est fini », a-t-il ajouté.", ["Radio Goëlo"] * 2),
    ("fr", "Interrogée par « Le Quotidien des ports », Inès Barral a assuré que la digue tiendrait.", ["Le Quotidien des ports"]),
    ("fr", "BREST (ALP) - « On ferme », a déclaré à l'ALP Hugo Valnac.", ["ALP"]),
    ("fr", "« On ferme », a-t-il dénoncé au micro de Radio Goëlo.", ["Radio Goëlo"]),
    ("fr", "« On ferme », a-t-elle répété dans la matinale de RTL.", ["RTL"]),
    ("fr", "« On ferme », a-t-il fait savoir sur X.", ["X"]),
    ("fr", "Six habitants sur dix approuvent, selon un sondage Norsond pour La Gazette du Nord.", ["La Gazette du Nord"]),
    ("fr", "« On ferme », a tweeté Hugo Valnac.", ["Twitter"]),
    ("fr", "Hugo Valnac a confié au Phare que le bac ferme.", ["Phare"]),
    ("fr", "Hugo Valnac a compté 40 blessés, un chiffre en baisse par rapport à lundi.", [None]),
    ("fr", "Hugo Valnac a assuré dans un communiqué que la digue tiendrait.", ["un communiqué"]),
    ("fr", "Hugo Valnac a répondu par courriel que la digue tiendrait.", ["courriel"]),
    ("en", "\"It is over,\" Mark Sheldon told The Harbour Herald. \"We are leaving,\" he added.", ["The Harbour Herald"] * 2),
    ("en", "Mark Sheldon said in an email that the gates were shut.", ["an email"]),
    ("en", "\"It is over,\" Mark Sheldon told reporters.", [None]),
]  # fmt: skip

KINDS = [
    ("fr", "La conductrice a dit que le bus allait vite.", "unnamed"),
    ("fr", "Le préfet a dit que le bus allait vite.", "named"),
    ("fr", "Un responsable, sous couvert d'anonymat, évoque « un désastre ».", "unnamed"),
    ("fr", "Deux personnes au fait du dossier affirment que le port fermera.", "unnamed"),
    ("fr", "L'Élysée affirme que le port fermera.", "collective"),
    ("fr", "Une porte-parole du port, Inès Barral, affirme que le port fermera.", "named"),
    ("en", "The person briefed on the talks said it was over.", "unnamed"),
    ("en", "A spokeswoman for Mr. Vance's office, Ines Barral, said it was over.", "named"),
    ("en", "The Harbour Herald reported that the port would close.", "outlet"),
    ("en", "Two people familiar with the matter said the mayor knew.", "unnamed"),
]
