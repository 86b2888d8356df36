"""Constructions of the daily press, written for these tests: the words said, the speaker's words, form."""

# ruff: noqa: E501  # one case a line

FRENCH_PRESS = [
    # a name or a form that the tagger mistakes
    ("« Nous partirons », a assuré Dieter Kamp, le patron du port.", ["Nous partirons"], "Dieter Kamp", "direct"),
    ("Ses collègues l'accusent d'avoir menti au conseil.", ["avoir menti au conseil"], "Ses collègues", "indirect"),
    ("Inès Barral l'accuse de l'avoir bousculée.", ["l'avoir bousculée"], "Inès Barral", "indirect"),
    ("La capitaine hausse les épaules : « On verra bien demain. »", ["On verra bien demain."], "La capitaine", "direct"),
    ("L'équipe du port espérait gagner son premier match, mais les visiteurs ont marqué.", ["gagner son premier match"], "L'équipe du port", "indirect"),
    ("Lorsqu'elle a annoncé dans son discours qu'elle ne partirait pas, elle a pleuré.", ["elle ne partirait pas"], "elle", "indirect"),
    ("Les avocats représentant la firme affirment que l'accord est mort.", ["l'accord est mort"], "Les avocats", "indirect"),
    ("L'opposition les a accusés de « trahison ».", ["trahison"], "L'opposition", "mixed"),
    # a report under a preposition gives way to the main clause
    ("Après avoir confirmé que le stade fermerait, le maire a quitté la salle.", ["le stade fermerait"], "le maire", "indirect"),
    ("Tout en reconnaissant que les délais étaient courts, la ministre a signé l'accord.", ["les délais étaient courts"], "la ministre", "indirect"),
    ("En affirmant que le marché reprenait, la banque a surpris les analystes.", ["le marché reprenait"], "la banque", "indirect"),
    # « demander à X de »
    ("La juge a demandé aux jurés de revenir lundi.", ["revenir lundi"], "La juge", "indirect"),
    ("Le préfet demande aux habitants de rester chez eux.", ["rester chez eux"], "Le préfet", "indirect"),
    ("La direction a ordonné à ses cadres de rentrer au siège.", ["rentrer au siège"], "La direction", "indirect"),
    ("L'entraîneur a conseillé à son gardien de se reposer.", ["se reposer"], "L'entraîneur", "indirect"),
    # « appeler à »
    ("Le syndicat appelle à la démission du directeur.", ["la démission du directeur"], "Le syndicat", "indirect"),
    ("L'évêque a appelé à prier pour les victimes.", ["prier pour les victimes"], "L'évêque", "indirect"),
    ("Nadia Férant appelle à voter blanc dimanche.", ["voter blanc dimanche"], "Nadia Férant", "indirect"),
    ("Des tracts appelant à la grève ont été distribués à l'usine.", ["la grève"], "Des tracts", "indirect"),
    # « se dire » and an adjective
    ("Le maire de Valnac se dit favorable à la vente du stade.", ["favorable à la vente du stade"], "Le maire de Valnac", "indirect"),
    ("La chercheuse s'est dite surprise par les résultats.", ["surprise par les résultats"], "La chercheuse", "indirect"),
    ("Le club se déclare prêt à rejouer le match.", ["prêt à rejouer le match"], "Le club", "indirect"),
    ("L'avocat s'est dit « confiant » pour la suite.", ["« confiant » pour la suite"], "L'avocat", "mixed"),
    ("Le groupe juge nécessaire de fermer deux usines.", ["nécessaire de fermer deux usines"], "Le groupe", "indirect"),
    # a few quoted words
    ("Le maire a comparé la décision à une « gifle ».", ["la décision à une « gifle »"], "Le maire", "mixed"),
    ("La députée a qualifié le projet de « honte ».", ["le projet de « honte »"], "La députée", "mixed"),
    ("L'opposition parle d'un « coup de force ».", ["coup de force"], "L'opposition", "mixed"),
    ("Le président du club préfère un « nouveau départ ».", ["nouveau départ"], "Le président du club", "mixed"),
    ("La foule lui a crié de « dégager ».", ["dégager"], "La foule", "mixed"),
    ("Les supporteurs ont entonné « Rends l'argent » dans la tribune.", ["Rends l'argent"], "Les supporteurs", "direct"),
    ("Il a salué l'équipe, dénonçant « un complot » et saluant « le courage » des joueurs.", ["un complot"], "Il", "mixed"),
    ("Le parquet de Valnac a ouvert une enquête pour « escroquerie en bande organisée ».", ["escroquerie en bande organisée"], "Le parquet de Valnac", "mixed"),
    ("On entend le gardien dire que le stade fermera.", ["le stade fermera"], "le gardien", "indirect"),
    ("La ministre a tenté de défendre son « plan » devant les maires.", ["plan"], "La ministre", "mixed"),
    # inscriptions
    ("Sur la façade, une banderole « Rendez-nous la gare » flottait encore hier.", ["Rendez-nous la gare"], "une banderole", "direct"),
    ("On pouvait lire « Plus jamais ça » sur les pancartes.", ["Plus jamais ça"], "les pancartes", "direct"),
    ("Les manifestants brandissaient des pancartes « Non à la mine ».", ["Non à la mine"], "des pancartes", "direct"),
    ("« Rendez-nous la gare », peut-on lire sur une affiche.", ["Rendez-nous la gare"], "une affiche", "direct"),
    ("« C'est une honte ! », entend-on dans les rangs.", ["C'est une honte !"], None, "direct"),
    # a noun that reports, before a colon
    ("Message répété par la directrice Nadia Férant : « Nous n'avons rien caché. »", ["Nous n'avons rien caché."], "la directrice Nadia Férant", "direct"),
    ("Réponse du préfet : « La digue tiendra jusqu'à demain. »", ["La digue tiendra jusqu'à demain."], "préfet", "direct"),
    ("Seule certitude pour l'entraîneur : « Nous jouerons à onze. »", ["Nous jouerons à onze."], "l'entraîneur", "direct"),
    # « selon » after a colon
    ("La reprise se fait attendre : les ventes ont encore reculé, selon un rapport du cabinet Orlan.", ["les ventes ont encore reculé"], "un rapport du cabinet Orlan", "indirect"),
    # nouns
    ("La maire a fait part de son intention de quitter le conseil.", ["son intention de quitter le conseil"], "La maire", "indirect"),
    ("Le syndicat réitère sa demande de hausse des salaires.", ["hausse des salaires"], "Le syndicat", "indirect"),
    # courts
    ("L'accusé a répété à la barre qu'il n'avait « jamais frappé personne ».", ["il n'avait « jamais frappé personne »"], "L'accusé", "mixed"),
    # sport
    ("« On a manqué de jus », regrettait l'arrière du Stade valnacois à l'issue du match.", ["On a manqué de jus"], "l'arrière du Stade valnacois", "direct"),
    # business, science
    ("L'équipe suggère que le virus circulait déjà en mai.", ["le virus circulait déjà en mai"], "L'équipe", "indirect"),
    # Québec
    ("« C'est plate, mais c'est de même », laisse tomber le propriétaire du dépanneur.", ["C'est plate, mais c'est de même"], "le propriétaire du dépanneur", "direct"),
    ("« On n'a pas eu le choix », a confié en entrevue la mairesse de Sainte-Aube.", ["On n'a pas eu le choix"], "la mairesse de Sainte-Aube", "direct"),
    # a present form tagged as an adjective of its subject
    ("La direction évoque « un incident isolé ».", ["un incident isolé"], "La direction", "mixed"),
    ("La CAQ promet d'abolir la taxe.", ["abolir la taxe"], "La CAQ", "indirect"),
    ("L'opposition s'inquiète d'une « dérive autoritaire ».", ["dérive autoritaire"], "L'opposition", "mixed"),
    # someone invited or bound to something; quoted words of what someone wants
    ("Le roi a invité ses compatriotes à « rester unis ».", ["rester unis"], "Le roi", "mixed"),
    ("Le club souhaite « apaiser les tensions » avec ses supporteurs.", ["« apaiser les tensions » avec ses supporteurs"], "Le club", "mixed"),
    ("Le juge a reproché à l'accusé son « mépris » des victimes.", ["son « mépris » des victimes"], "Le juge", "mixed"),
    ("Le sénateur s'en est pris à « une bande d'incapables ».", ["une bande d'incapables"], "Le sénateur", "mixed"),
    # titles
    ("Nadia Férant : « Nous voulons des actes »", ["Nous voulons des actes"], "Nadia Férant", "direct"),
    ("Valnac sur la réforme : « Il faut aller vite »", ["Il faut aller vite"], "Valnac", "direct"),
    ("« Je n'ai pas triché » : le cycliste Marc Oudin se défend", ["Je n'ai pas triché"], "le cycliste Marc Oudin", "direct"),
    ("Grève à l'usine de Brévannes : « On ne lâchera rien », promet la CGT", ["On ne lâchera rien"], "la CGT", "direct"),
    ("« Une folie », pour le président de la région.", ["Une folie"], "le président de la région", "direct"),
    # inside the marks: an age, a question, a verb cut by its source
    ("« On a tout perdu, souffle Marthe, 72 ans. La maison, les meubles, tout. »", ["On a tout perdu", "La maison, les meubles, tout."], "Marthe", "direct"),
    ("— Vous partez ? demanda le gendarme.", ["Vous partez ?"], "le gendarme", "direct"),
    ("Il aurait, selon les enquêteurs, vendu des dossiers à un rival.", ["Il aurait", "vendu des dossiers à un rival"], "les enquêteurs", "indirect"),
    # what stands between « selon X » and what X says
    ("Selon Marc Oudin, président du club, la saison est terminée.", ["la saison est terminée"], "Marc Oudin", "indirect"),
    ("Selon Le Soir, qui cite un proche du ministre, la loi sera retirée.", ["la loi sera retirée"], "Le Soir", "indirect"),
    ("Selon l'étude publiée jeudi dans la revue Orion, les abeilles disparaissent.", ["les abeilles disparaissent"], "l'étude publiée", "indirect"),
    # a dateline is said by nobody
    ("PORT-SALINES (Agence Orion) – La digue tiendra, a annoncé mardi le préfet.", ["La digue tiendra"], "le préfet", "indirect"),
    # a passage left open goes on in the next paragraph
    ("Le préfet a dit : « La route est fermée.\nElle le restera jusqu'à lundi », avant de partir.", ["La route est fermée.", "Elle le restera jusqu'à lundi"], "Le préfet", "direct"),
    ("« La route est fermée, a expliqué Nadia Férant.\n» Elle le restera jusqu'à lundi. »", ["La route est fermée", "Elle le restera jusqu'à lundi."], "Nadia Férant", "direct"),
    # a verb no table holds
    ("« On s'est battus », savoure Inès Barral.", ["On s'est battus"], "Inès Barral", "direct"),
    ("« On sature », s'étrangle le député.", ["On sature"], "le député", "direct"),
    # a participle that shares its auxiliary; several « que »; states of mind
    ("Le juge a parlé d'un « échec » et demandé que la firme rembourse ses clients.", ["échec"], "Le juge", "mixed"),
    ("Le ministre a rappelé que « le sport est un droit », que « les clubs coûtent cher » et que l'État paierait.", ["le sport est un droit", "les clubs coûtent cher", "l'État paierait"], "Le ministre", "mixed"),
    ("Le club se dit victime d'une injustice.", ["victime d'une injustice"], "Le club", "indirect"),
    ("La société explique dans un communiqué avoir été victime d'une fraude.", ["avoir été victime d'une fraude"], "La société", "indirect"),
    ("« Les prix vont monter », a prévenu, mercredi, au micro de RTL, la patronne du groupe.", ["Les prix vont monter"], "la patronne du groupe", "direct"),
]  # fmt: skip

NOT_FRENCH_PRESS = [
    "Le rapport montre « un calme » trompeur dans la ville.",
    "Le film « Le Grand Calme » sort mercredi.",
    "Le maire a appelé les pompiers à trois heures.",
    "On dit souvent que la mer guérit tout.",
    "Sa demande de permis a été rejetée hier.",
    "Le club a ouvert une boutique « éphémère » en ville.",
    "Exposition : « Paris et ses jardins secrets »",
    "Le train pouvait « rouler » en mai.",
    "Le témoin a entendu « un bruit » dans la nuit.",
    "« Le Grand Calme » : l'exposition ferme ses portes",
    "La presse critique ouvre « Le Grand Calme » avec prudence.",
    "Le club s'est engagé dans un long projet.",
    "Personne ne pense que la digue tiendra.",
    "« La Nuit des longs jours », roman de Marc Oudin, sort mercredi.",
    "« Le Grand Voyage de ma mère », film de Nadia Férant.",
]
