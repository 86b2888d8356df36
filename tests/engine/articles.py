"""A small collection in both languages, written for these tests."""

import json

FERRY = [
    ("ferry-1", "fr", "2031-05-02", "Le Phare",
     "Le ferry Alma a coulé mercredi au large de Kerlouan avec 112 passagers à bord. « Nous avons tout perdu », a dit "
     "la capitaine Maëlle Troadec. Le préfet Yvon Kerbrat a promis une enquête d'ici au 30 juin 2031. Les garde-côtes "
     "ont secouru 97 passagers dans la nuit. La compagnie Armorlines a refusé de répondre."),
    ("ferry-2", "en", "2031-05-03", "The Lantern",
     "The ferry Alma sank on Wednesday off Kerlouan with 112 passengers on board. \"We lost everything,\" said captain "
     "Maëlle Troadec. Prefect Yvon Kerbrat promised an inquiry by 30 June 2031. Coast guards rescued 97 passengers "
     "during the night. The company Armorlines declined to comment."),
    ("ferry-3", "fr", "2031-05-03", "La Dépêche des Dunes",
     "Le naufrage du ferry Alma au large de Kerlouan a fait quinze disparus parmi les 112 passagers. Le préfet Yvon "
     "Kerbrat a annoncé une enquête. La capitaine Maëlle Troadec a été entendue jeudi. Armorlines se tait."),
    ("ferry-4", "fr", "2031-05-02", "Le Copiste",
     "Le ferry Alma a coulé mercredi au large de Kerlouan avec 112 passagers à bord. « Nous avons tout perdu », a dit "
     "la capitaine Maëlle Troadec. Le préfet Yvon Kerbrat a promis une enquête d'ici au 30 juin 2031. Les garde-côtes "
     "ont secouru 97 passagers dans la nuit."),
]  # fmt: skip
MILL = [
    ("mill-1", "fr", "2031-05-02", "Le Phare",
     "La filature Beaumelle de Sainte-Ursanne va fermer et 340 ouvriers perdront leur emploi. « C'est une trahison », "
     "a déclaré la déléguée Odile Chambreuil. Le directeur Franck Amsler a dit que les commandes avaient baissé de "
     "60 % en un an. Une manifestation est prévue le 12 mai 2031."),
    ("mill-2", "en", "2031-05-04", "The Lantern",
     "The Beaumelle spinning mill in Sainte-Ursanne will close and 340 workers will lose their jobs. \"It is a "
     "betrayal,\" said delegate Odile Chambreuil. Director Franck Amsler said orders had fallen by 60% in a year. A "
     "demonstration is planned for 12 May 2031."),
]  # fmt: skip


def lines(rows):
    names = ("id", "lang", "published", "outlet", "text")
    return "".join(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n" for row in rows)
